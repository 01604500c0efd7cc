package discourse

import (
	"strconv"
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// The flags of a move. Each says that the article tells the move in two ways
// that cannot both be true; none says which is.
const (
	// the title and the body name different parties for one side of the move, or one says that it happened and
	// the other that it did not
	titleBodyConflict = "title-body-conflict"
	// title and body give two exact numbers for the same people, or the list of them is numbered to another one
	countConflict = "count-conflict"
	// the body says of the same leg that it happened and that it did not, and quotes nobody for either
	contradiction = "contradiction"
)

// flag fills a move's flags. Those of a person stand on each of his moves in the news.
func (s *story) flag(m *Move) {
	if m.Background {
		return
	}
	var title, body []*legAt
	for _, l := range s.byEntity[m.Entity] {
		if l.ref.in == InTitle {
			title = append(title, l)
		} else {
			body = append(body, l)
		}
	}
	if s.otherParty(title, body) || s.otherStatus(title, body) {
		m.Flags = append(m.Flags, titleBodyConflict)
	}
	if m.Entity.Group && (s.otherCount(m.Entity) || s.otherList(m.Entity.Mentions[0])) || s.fromOtherList(body) {
		m.Flags = append(m.Flags, countConflict)
	}
	if s.contradicts(body) {
		m.Flags = append(m.Flags, contradiction)
	}
}

// joins tells the two sides of a move apart.
func (l *legAt) joins() bool { return l.act == frame.Join }

// otherParty says whether the title's party of one side is in no leg of the body, which names another on that side.
func (s *story) otherParty(title, body []*legAt) bool {
	for _, t := range title {
		if !t.plain() || t.status == "denied" || t.status == "negated" {
			continue
		}
		var other *legAt
		same := false
		for _, b := range body {
			if b.party == t.party || b.affiliation == t.party {
				same = true
			}
			if b.joins() == t.joins() && b.plain() && b.status == t.status && b.party != t.party && s.apart(b.party, t.party) {
				other = b
			}
		}
		// a title that has the body's party too tells of two steps
		for _, o := range title {
			if other != nil && (o.party == other.party || o.affiliation == other.party) {
				other = nil
			}
		}
		if other != nil && !same {
			return true
		}
	}
	return false
}

// plain says whether the clause itself names the person and the party, as news.
func (l *legAt) plain() bool {
	return !l.background && !l.member && l.basis == "stated" && l.party != ""
}

// apart says whether two parties are surely not one: neither is a front or a faction of the other.
func (s *story) apart(a, b string) bool {
	p, q := s.Lexicon.PartyByID(a), s.Lexicon.PartyByID(b)
	if p == nil || q == nil || strings.HasPrefix(a, b) || strings.HasPrefix(b, a) {
		return false
	}
	return p.Of != b && q.Of != a && (p.Of == "" || p.Of != q.Of)
}

// otherStatus says whether the title tells as done what the body only denies, or the reverse.
func (s *story) otherStatus(title, body []*legAt) bool {
	for _, t := range title {
		if t.party == "" || t.event.Mood == frame.Asked {
			continue
		}
		done, denied, between := false, false, false
		for _, b := range body {
			if b.act != t.act || b.party != t.party || b.background || b.member {
				continue
			}
			switch b.status {
			case "done":
				done = true
			case "denied", "negated":
				denied = true
			default:
				between = true
			}
		}
		switch {
		case between || done == denied:
		case t.status == "done" && denied, (t.status == "denied" || t.status == "negated") && done:
			return true
		}
	}
	return false
}

// contradicts says whether the reporter tells a leg as done and as not done, of the same party, nobody being quoted.
func (s *story) contradicts(body []*legAt) bool {
	var not []*legAt
	for _, l := range body {
		if l.event.Mood == frame.Not && l.plain() && s.finite(l) && !s.quoted(l) {
			not = append(not, l)
		}
	}
	for _, n := range not {
		for _, l := range body {
			if l.act == n.act && l.party == n.party && l.status == "done" && l.event.Mood == frame.Happened && l.plain() && !s.quoted(l) {
				return true
			}
		}
	}
	return false
}

// finite says whether the leg's verb is one of the past or present: "नहीं छोड़ी", not "न छोड़कर" or "नहीं छोड़ेंगे".
func (s *story) finite(l *legAt) bool {
	if l.event.Verb < 0 {
		return false
	}
	vg := s.sentence(l.ref).Items[l.event.Verb].Verb
	return vg.Finite && vg.Perfect && !vg.Pluperfect
}

// quoted says whether somebody's words or a rumour may be what the leg's sentence reports.
func (s *story) quoted(l *legAt) bool {
	for _, it := range s.sentence(l.ref).Items {
		switch {
		case it.Kind == syntax.PhraseItem && it.Phrase.Quote != 0:
			return true
		case saying(it):
			return true
		case it.Kind == syntax.Opener && it.Key == "कि":
			return true
		}
	}
	return s.holds(l.ref, s.Status.Rumour) || s.holds(l.ref, s.Status.Deny) || s.holds(l.ref, s.Status.Source) || s.holds(l.ref, s.Status.SpeechNouns)
}

// saying tells whether an item is a verb of saying.
func saying(it syntax.Item) bool {
	return it.Kind == syntax.VerbItem && (it.Verb.Lemma == "कह" || it.Verb.Lemma == "बता" || it.Verb.Lemma == "बोल")
}

// otherCount says whether title and body count the people of a group differently: in the same noun, of the same
// move, exactly. A greater number in the title may hold others whom the body adds.
func (s *story) otherCount(e *Entity) bool {
	var title, body []*Entity
	others := 0
	for o, legs := range s.byEntity {
		if !s.sameMoves(e, legs) {
			continue
		}
		switch {
		case !o.Group:
			others++
		case !s.exactCount(o):
			return false
		case stem(o.Mentions[0].Person.GroupWord) != stem(e.Mentions[0].Person.GroupWord):
			others += o.Count
		case o.Mentions[0].In == InTitle:
			title = append(title, o)
		default:
			body = append(body, o)
		}
	}
	if len(title) != 1 || len(body) != 1 {
		return false
	}
	more := title[0].Count - body[0].Count
	return more < 0 || more > others
}

// sameMoves says whether one of the legs is one of the group's too.
func (s *story) sameMoves(e *Entity, legs []*legAt) bool {
	for _, a := range s.byEntity[e] {
		for _, b := range legs {
			if a.act == b.act && a.party == b.party && !a.background && !b.background {
				return true
			}
		}
	}
	return false
}

// fromOtherList says whether somebody got his legs from a list that is numbered otherwise than its group.
func (s *story) fromOtherList(body []*legAt) bool {
	for _, l := range body {
		if l.member && l.of != nil && s.otherList(l.of) {
			return true
		}
	}
	return false
}

// otherList says whether a list behind the group, given as all of it, is numbered to another number than the group's.
func (s *story) otherList(group *Mention) bool {
	if group.In != InText || !group.Person.Group || group.Entity == nil || !s.exactCount(group.Entity) {
		return false
	}
	sentences := s.texts[InText].Sentences
	first := group.Sentence + 1
	if first < len(sentences) && s.itemNumber(first) == 0 && s.holds(sentenceRef{InText, first}, s.Status.NameWords) {
		first++ // "इनके नाम हैं:"
	}
	n := 0
	for i := first; i < len(sentences) && s.itemNumber(i) == n+1; i++ {
		n++
	}
	if n < 2 || n == group.Entity.Count {
		return false
	}
	for i := group.Sentence; i < first+n; i++ {
		if s.holds(sentenceRef{InText, i}, partly) {
			return false
		}
	}
	return true
}

// partly are words by which a list is only a part of the people.
var partly = map[string]bool{"प्रमुख": true, "मुख्य": true, "इनमें": true, "उनमें": true, "जिनमें": true, "कुछ": true, "आदि": true, "अन्य": true, "समेत": true, "सहित": true, "इत्यादि": true}

// itemNumber is the number that a sentence of the body bears as a list item, or 0.
func (s *story) itemNumber(i int) int {
	sent := &s.texts[InText].Sentences[i]
	if sent.Block != devanagari.Bullet {
		return 0
	}
	tokens := s.tokens(InText)[sent.First:sent.Last]
	if len(tokens) > 0 && tokens[0].Key == "(" {
		tokens = tokens[1:]
	}
	if len(tokens) == 0 || tokens[0].Kind != devanagari.Number {
		return 0
	}
	n, err := strconv.Atoi(tokens[0].Key)
	if err != nil {
		return 0
	}
	return n
}

// stem is a noun without its plural ending: पार्षदों, पार्षद.
func stem(word string) string {
	for _, end := range []string{"ियों", "ओं", "ों", "ी"} {
		if s, ok := strings.CutSuffix(word, end); ok {
			return s
		}
	}
	return word
}

// around are words that make a number no exact one.
var around = map[string]bool{"करीब": true, "लगभग": true, "तकरीबन": true, "अधिक": true, "ज्यादा": true, "दर्जन": true, "दर्जनों": true, "सैकड़ा": true, "से": true, "कम": true, "अन्य": true, "बाकी": true, "शेष": true, "और": true, "समेत": true, "सहित": true, "में": true}

// exactCount says whether a group has a number that nothing softens.
func (s *story) exactCount(e *Entity) bool {
	if e.Count == 0 || e.Vague || len(e.Mentions) == 0 {
		return false // or only a pronoun speaks of them
	}
	m := e.Mentions[0]
	tokens := s.tokens(m.In)
	for i := max(0, m.Person.GroupFirst-2); i < min(len(tokens), m.Person.GroupLast+1); i++ {
		if around[tokens[i].Key] {
			return false
		}
	}
	return true
}
