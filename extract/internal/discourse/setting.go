package discourse

import (
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// setting is where and when the article's news takes place, as its body tells it sentence by sentence.
type setting struct {
	places [][]syntax.PlaceRef          // of each sentence: where it sets what it tells
	scene  []int                        // of each sentence: the one whose places hold there, or -1
	pairs  map[string][]syntax.PlaceRef // places told right behind each of several people, by the name's last word
	scenes int                          // how many sentences set a scene
	news   []bool                       // of each sentence: it tells news of a move
	events []bool                       // of each sentence: a rule found an event in it
	unsure map[string]int               // places the gazetteer lacks: how often the article names one as a place
	state  string                       // the code of the one in which most of the article's places lie
	sure   bool                         // by a district or two places, and no other state has as many
	named  map[string]bool              // the places that the article names, folded
	title  []syntax.PlaceRef
	days   []*Day // of each sentence: the day on which it sets what it tells
	dated  []int  // of each sentence: the last one up to it that has a day, or -1
	newsOn []int  // the same, of the lead's sentences and those with news
	lead   int    // the sentence after the lead
	// named people who move in the news: all in the body, and those that each sentence tells of
	movers   int
	moversIn map[telling]int
	seats    []*Mention // groups that are counted and hold a seat
}

// telling is a sentence, and what it says that people do.
type telling struct {
	ref sentenceRef
	act frame.Act
}

// leadSentences are those in which a report says where and when; lines without a verb are not counted.
const leadSentences = 3

// leadEnd gives the sentence after the lead.
func (s *story) leadEnd() int {
	n := 0
	for i := range s.texts[InText].Sentences {
		for _, it := range s.texts[InText].Sentences[i].Items {
			if it.Kind == syntax.VerbItem {
				n++
				break
			}
		}
		if n == leadSentences {
			return i + 1
		}
	}
	return len(s.texts[InText].Sentences)
}

// set reads the article's setting once.
func (s *story) set() *setting {
	if s.setting != nil {
		return s.setting
	}
	body := s.texts[InText].Sentences
	t := &setting{places: make([][]syntax.PlaceRef, len(body)), scene: make([]int, len(body)), news: make([]bool, len(body)), events: make([]bool, len(body)), days: make([]*Day, len(body)), unsure: map[string]int{}, pairs: map[string][]syntax.PlaceRef{}, named: map[string]bool{}}
	s.setting = t
	for _, l := range s.legs {
		if l.ref.in != InText || l.background {
			continue
		}
		t.news[l.ref.i] = true
	}
	for i := range s.texts[InText].Events {
		t.events[s.texts[InText].Events[i].Sentence] = true
	}
	s.guessPlaces()
	if len(s.texts[InTitle].Sentences) > 0 {
		t.title = s.eventPlaces(sentenceRef{InTitle, 0})
	}
	t.lead = s.leadEnd()
	t.dated, t.newsOn = make([]int, len(body)), make([]int, len(body))
	current, dated, newsOn := -1, -1, -1
	for i := range body {
		ref := sentenceRef{InText, i}
		t.places[i] = s.eventPlaces(ref)
		if items := body[i].Items; pairedPlaces(items) {
			for n := range items {
				if pairedAt(items, n) {
					name := s.tokens(InText)[items[n].Phrase.Last-1].Key
					t.pairs[name] = append(t.pairs[name], items[n+1].Phrase.Place)
				}
			}
		}
		t.days[i] = s.settingDay(ref)
		if t.days[i] != nil {
			dated = i
			if i < t.lead || t.news[i] {
				newsOn = i
			}
		}
		t.dated[i], t.newsOn[i] = dated, newsOn
		near := i < t.lead || t.news[i] || i > 0 && t.news[i-1] && s.together(i-1, i) || i+1 < len(body) && t.news[i+1] && s.together(i, i+1)
		if near && len(t.places[i]) > 0 && !s.bygone(ref) {
			current = i
			t.scenes++
		}
		t.scene[i] = current
	}
	s.countStates()
	s.countMovers()
	return t
}

// countMovers counts the named people of the news and of each telling, and finds the groups that may be those people.
func (s *story) countMovers() {
	t := s.setting
	t.moversIn = map[telling]int{}
	type mover struct {
		e *Entity
		telling
	}
	seen, seenIn := map[*Entity]bool{}, map[mover]bool{}
	for _, l := range s.legs {
		if l.entity.Group {
			continue
		}
		if l.ref.in == InText && !l.background && !seen[l.entity] {
			seen[l.entity] = true
			t.movers++
		}
		if at := (mover{l.entity, telling{l.ref, l.act}}); !seenIn[at] {
			seenIn[at] = true
			t.moversIn[at.telling]++
		}
	}
	for _, o := range s.mentions {
		if p := o.Person; p.Group && p.Count > 1 && s.seat(p) {
			t.seats = append(t.seats, o)
		}
	}
}

// together says whether two sentences of the body stand in one paragraph.
func (s *story) together(i, j int) bool {
	doc, body := s.texts[InText].Doc, s.texts[InText].Sentences
	return doc.Sentences[body[i].Index].Paragraph == doc.Sentences[body[j].Index].Paragraph
}

// bygone says whether a sentence is dated as history.
func (s *story) bygone(ref sentenceRef) bool {
	for _, e := range s.expressions(ref) {
		if e.Past && !e.Recent {
			return true
		}
	}
	return false
}

// guessPlaces counts, for each word that no list has, the spots of the article where only a place fits: at the
// front of the title with में, in the dateline, at the front of a sentence with में.
func (s *story) guessPlaces() {
	count := func(in In, i, weight int) {
		if tokens := s.tokens(in); i < len(tokens) && s.Grammar.Unlisted(s.Lexicon, &tokens[i]) {
			s.setting.unsure[tokens[i].Key] += weight
		}
	}
	for _, in := range []In{InTitle, InText} {
		tokens := s.tokens(in)
		for si := range s.texts[in].Sentences {
			sent := &s.texts[in].Sentences[si]
			for _, ref := range sent.Dateline {
				if ref.Index < 0 && ref.Last == ref.First+1 {
					count(in, ref.First, 2)
				}
			}
			if sent.Block == devanagari.Bullet {
				continue
			}
			for i := sent.First; i+1 < sent.Last; i++ {
				if tokens[i+1].Key != "में" || tokens[i].Quote != 0 {
					continue
				}
				if i == sent.First && (in == InTitle || s.heldThere(sent, i+2)) {
					count(in, i, 2)
				} else {
					count(in, i, 1)
				}
			}
		}
	}
}

// heldThere says whether a meeting of some kind stands in the locative soon after token i: "X में हुई बैठक में".
func (s *story) heldThere(sent *syntax.Sentence, i int) bool {
	for _, it := range sent.Items {
		if it.First >= i && it.First < i+8 && it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Noun &&
			(it.Phrase.Case == syntax.Me || it.Phrase.Case == syntax.Par) && s.Status.Venues[it.Phrase.Word] {
			return true
		}
	}
	return false
}

// countStates finds the state of the article, by the places that lie in one state only; where a district or capital
// and lesser places share a name, by the district's.
func (s *story) countStates() {
	states := map[string]int{}
	see := func(in In, ref syntax.PlaceRef) {
		if ref.Index < 0 || ref.First >= ref.Last {
			return
		}
		var large, any oneState
		n := 1
		s.buf = s.Lexicon.At(s.tokens(in)[:ref.Last], ref.First, s.buf[:0])
		for _, x := range s.buf {
			if x.Class != lexicon.Place || x.Len < n {
				continue
			}
			n = x.Len
			p := s.Lexicon.Place(x)
			any.see(p.State)
			if p.Type == "district" || p.Type == "state" || p.Capital {
				large.see(p.State)
			}
			s.setting.named[s.Lexicon.Fold(p.Name)] = true
		}
		switch {
		case large.n == 1:
			states[large.code] += 2
		case any.n == 1:
			states[any.code]++
		}
	}
	var phrase func(in In, ph *syntax.Phrase)
	phrase = func(in In, ph *syntax.Phrase) {
		if ph.Head == syntax.PlaceHead {
			see(in, ph.Place)
		}
		for i := range ph.Persons {
			for _, ref := range ph.Persons[i].Places {
				see(in, ref)
			}
		}
		for _, of := range ph.Of {
			phrase(in, of)
		}
	}
	for _, in := range []In{InTitle, InText} {
		for si := range s.texts[in].Sentences {
			for _, ref := range s.texts[in].Sentences[si].Dateline {
				see(in, ref)
			}
			for _, it := range s.texts[in].Sentences[si].Items {
				if it.Kind == syntax.PhraseItem {
					phrase(in, it.Phrase)
				}
			}
		}
	}
	first, second := 0, 0
	for code, n := range states {
		switch {
		case n > first || n == first && code < s.setting.state:
			s.setting.state, first, second = code, n, first
		case n > second:
			second = n
		}
	}
	s.setting.sure = first >= 2 && first > second
}

// oneState counts the states that a name's readings lie in.
type oneState struct {
	code string
	n    int
}

func (o *oneState) see(code string) {
	if code != o.code {
		o.code = code
		o.n++
	}
}
