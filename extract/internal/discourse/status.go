package discourse

import (
	"slices"

	"github.com/dalbadal/dalbadal/extract/internal/calendar"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// status reads how far an event has come off its mood and the words around it. It is empty
// where the event is none: a negation that denies no report, a condition.
func (s *story) status(ev *frame.Event, ref sentenceRef) (status string, cue [2]int) {
	cue = [2]int{ev.First, ev.Last}
	sent := s.sentence(ref)
	rumour := s.holds(ref, s.Status.Rumour) || s.phrase(ref, s.Status.RumourPhrases)
	deny := s.holds(ref, s.Status.Deny)
	switch ev.Mood {
	case frame.Happened:
		if deny && rumour && s.reported(ev, ref) || s.factcheck && (ref.in == InTitle || s.holds(ref, s.Status.Claim)) {
			return "denied", cue
		}
		return "done", cue
	case frame.Will, frame.Going:
		switch {
		case s.factcheck && s.holds(ref, s.Status.Claim):
			return "denied", cue
		case deny:
			return "denied", cue
		case rumour || s.holds(ref, s.Status.Source) && !s.ownSource(ref) || sent.Question:
			return "rumoured", cue
		}
		return "announced", cue
	case frame.May, frame.Rumour:
		if deny {
			return "denied", cue
		}
		return "rumoured", cue
	case frame.Declared:
		// who announces that he leaves has left, unless he names a day ahead
		if ev.Rule.Act != frame.Join && !s.ahead(ev, ref) {
			return "done", cue
		}
		return "announced", cue
	case frame.Refuted:
		return "denied", cue
	case frame.Not:
		return "negated", cue
	case frame.Asked:
		return "rumoured", cue
	}
	return "", cue
}

// reported says whether an event is what the words of denial in its sentence are about: it stands in a clause with कि or a
// relative one, or before them. "चर्चाओं पर विराम लग गया, वे भाजपा में शामिल हो गए" denies nothing.
func (s *story) reported(ev *frame.Event, ref sentenceRef) bool {
	sent := s.sentence(ref)
	for _, it := range sent.Items {
		if it.First >= ev.First {
			break
		}
		if it.Kind == syntax.Opener && it.Key == "कि" || it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.PronounHead && it.Phrase.Pronoun.Relative {
			return true
		}
	}
	for i := ev.Last; i < sent.Last; i++ {
		if s.Status.Deny[s.tokens(ref.in)[i].Key] {
			return true
		}
	}
	return false
}

// ownSource says whether the sources that a sentence names are the party's own: "पार्टी के सूत्रों ने बताया".
func (s *story) ownSource(ref sentenceRef) bool {
	sent := s.sentence(ref)
	tokens := s.tokens(ref.in)[sent.First:sent.Last]
	for i, t := range tokens {
		if s.Status.Source[t.Key] {
			return i > 0 && s.Status.PartyKeys[tokens[i-1].Key] || i > 1 && s.Status.PartyKeys[tokens[i-2].Key]
		}
	}
	return false
}

// checksFacts says whether the article is a fact-check: a claim in it is not news.
func (s *story) checksFacts() bool {
	n := 0
	for _, t := range s.texts {
		for _, token := range t.Doc.Tokens {
			if s.Status.Factcheck[token.Key] {
				if n++; n == 2 {
					return true
				}
			}
		}
	}
	return false
}

// ahead says whether the event's clause names a time to come.
func (s *story) ahead(ev *frame.Event, ref sentenceRef) bool {
	sent := s.sentence(ref)
	first, last := sent.Items[ev.ClauseFirst].First, sent.Items[ev.ClauseLast-1].Last
	for _, e := range s.expressions(ref) {
		if e.First >= first && e.Last <= last && e.Future {
			return true
		}
	}
	return false
}

// phrase says whether a sentence has one of the phrases.
func (s *story) phrase(ref sentenceRef, phrases [][]string) bool {
	sent := s.sentence(ref)
	tokens := s.tokens(ref.in)[sent.First:sent.Last]
	for i := range tokens {
	next:
		for _, p := range phrases {
			if i+len(p) > len(tokens) {
				continue
			}
			for j, k := range p {
				if tokens[i+j].Key != k {
					continue next
				}
			}
			return true
		}
	}
	return false
}

// background says whether an event is told as history: in the pluperfect, or with an old date.
func (s *story) background(ev *frame.Event, ref sentenceRef) bool {
	if ref.in == InTitle {
		return false
	}
	sent := s.sentence(ref)
	first, last := sent.Items[ev.ClauseFirst].First, sent.Items[ev.ClauseLast-1].Last
	// an old date before an absolutive holds for the verb behind it too: "2013 में सपा छोड़ भाजपा में आए"
	for i := ev.ClauseFirst - 1; i >= 0; i-- {
		it := sent.Items[i]
		if it.Kind == syntax.VerbItem && it.Verb.Finite || it.Kind == syntax.Opener {
			break
		}
		first = it.First
	}
	for _, e := range s.expressions(ref) {
		if e.First >= first && e.Last <= last && e.Past && !e.Recent {
			return true
		}
	}
	if ev.Past || s.carried(ev, ref) {
		return true
	}
	// an absolutive goes with the verb it leans on
	if ev.Verb >= 0 {
		vg := sent.Items[ev.Verb].Verb
		if !vg.Finite && (vg.Main == syntax.Conj || vg.Main == syntax.Stem) {
			for i := ev.Verb + 1; i < len(sent.Items); i++ {
				if sent.Items[i].Kind == syntax.VerbItem {
					if sent.Items[i].Verb.Pluperfect {
						return true
					}
					if sent.Items[i].Verb.Finite {
						break
					}
				}
			}
			for _, e := range s.expressions(ref) {
				if e.Past && !e.Recent && e.First < first {
					return true
				}
			}
		}
	}
	return false
}

// carried says whether an event shares the old date of a clause before it, or the pluperfect of one behind it, in a sentence
// that tells several steps of the same people: "2014 में उन्होंने सपा छोड़ी और बसपा में शामिल हुए", "वह इनेलो में गए और बाद में
// कांग्रेस में शामिल हो गए थे".
func (s *story) carried(ev *frame.Event, ref sentenceRef) bool {
	items := s.sentence(ref).Items
	if ev.Verb < 0 || ev.Attributive || !items[ev.Verb].Verb.Finite {
		return false
	}
	for i := ev.ClauseFirst; i < ev.ClauseLast; i++ {
		if items[i].Kind == syntax.Other && s.Status.Soon[items[i].Key] || items[i].Kind == syntax.Other && items[i].Key == "अब" {
			return false
		}
	}
	dated := func(first, last int, past bool) bool {
		return slices.ContainsFunc(s.expressions(ref), func(x calendar.Expr) bool {
			return x.First >= items[first].First && x.Last <= items[last-1].Last && (x.Past && !x.Recent) == past
		})
	}
	if slices.ContainsFunc(s.expressions(ref), func(x calendar.Expr) bool {
		return x.First >= items[ev.ClauseFirst].First && x.Last <= items[ev.ClauseLast-1].Last && !x.Past && x.Precision == calendar.Day
	}) {
		return false // it has a day of its own
	}
	if ev.Who == nil || ev.Who.First < items[ev.ClauseFirst].First {
		for i := ev.ClauseFirst - 1; i >= 0 && items[i].Kind != syntax.Opener; i-- {
			if i == 0 || items[i-1].Kind == syntax.Opener {
				if dated(i, ev.ClauseFirst, true) {
					return true
				}
			}
		}
	}
	for i := ev.Verb + 1; i < len(items); i++ {
		switch it := items[i]; {
		case it.Kind == syntax.Opener, it.Kind == syntax.Mark,
			it.Kind == syntax.PhraseItem && (it.Phrase.Head == syntax.Persons || it.Phrase.Head == syntax.PronounHead) && (it.Phrase.Case == syntax.Ne || it.Phrase.Case == syntax.Bare):
			return false
		case it.Kind == syntax.VerbItem && it.Verb.Finite:
			return it.Verb.Pluperfect && !slices.ContainsFunc(s.expressions(ref), func(x calendar.Expr) bool {
				return x.Date != "" && x.First >= items[ev.Verb+1].First && x.First < it.First
			})
		}
	}
	return false
}

// justBefore says whether an event is told as history only by "इससे पहले", of one who moves in the article's news: then it
// is the news' own first step: "X भाजपा में शामिल हो गए। इससे पहले उन्होंने सपा से इस्तीफा दिया।"
func (s *story) justBefore(ev *frame.Event, ref sentenceRef, e *Entity) bool {
	if ev.Past || ev.Rule.Act != frame.Leave {
		return false
	}
	sent := s.sentence(ref)
	if !s.Status.Earlier[s.tokens(ref.in)[sent.First].Key] {
		return false
	}
	for _, x := range s.expressions(ref) {
		if x.Past && !x.Recent && x.First > sent.First {
			return false
		}
	}
	if slices.ContainsFunc(sent.Items, func(it syntax.Item) bool { return it.Kind == syntax.VerbItem && it.Verb.Pluperfect }) {
		return false
	}
	for _, l := range s.legs {
		if l.entity == e && !l.background && l.act == frame.Join && l.status == "done" {
			return true
		}
	}
	return false
}

// olden says whether a sentence names a time long past.
func (s *story) olden(ref sentenceRef) bool {
	for _, x := range s.expressions(ref) {
		if x.Past && !x.Recent {
			return true
		}
	}
	return false
}
