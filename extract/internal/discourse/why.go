package discourse

import (
	"slices"

	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/reason"
)

// why collects the reasons given in the sentences of the move, and in those that the person is the
// subject or speaker of. What others say of the move is no reason of his.
func (s *story) why(m *Move) {
	seen := map[string]bool{}
	put := m.Kind == "expulsion" || m.Kind == "suspension"
	take := func(ref sentenceRef, least reason.Strength, by string) {
		sent := s.sentence(ref)
		for _, c := range s.Reasons.Find(s.texts[ref.in].Doc, sent.First, sent.Last) {
			if c.Strength < least || seen[c.Reason] || put != (c.Reason == "discipline") {
				continue
			}
			seen[c.Reason] = true
			m.Why = append(m.Why, Reason{ID: c.Reason, By: by, Span: Span{ref.in, c.First, c.Last, c.Rule}})
		}
	}
	own := map[sentenceRef]bool{}
	for _, l := range s.legsOf(m) {
		if own[l.ref] {
			continue
		}
		own[l.ref] = true
		least := reason.Strong
		if put {
			least = reason.Speech
		}
		take(l.ref, least, "reporter")
	}
	if m.Background {
		return
	}
	if !s.alone && !put {
		for _, ref := range s.about[m.Entity] {
			take(ref, reason.Speech, "self")
		}
		return
	}
	for _, in := range []In{InTitle, InText} {
		for si := range s.texts[in].Sentences {
			ref := sentenceRef{in, si}
			topic := s.topics[ref]
			about := slices.Contains(topic, m.Entity)
			switch {
			case about:
				take(ref, reason.Speech, "self")
			case s.alone && (in == InTitle || len(topic) == 0):
				take(ref, reason.Speech, "reporter")
			case put && !s.others(topic):
				take(ref, reason.Speech, "reporter")
			}
		}
	}
}

// movers counts the people who move in the news.
func (s *story) movers() int {
	seen := map[*Entity]bool{}
	for _, l := range s.legs {
		if !l.background {
			seen[l.entity] = true
		}
	}
	return len(seen)
}

// others says whether somebody of the topic moves for himself in the news.
func (s *story) others(topic []*Entity) bool {
	for _, e := range topic {
		if slices.ContainsFunc(s.byEntity[e], func(l *legAt) bool { return l.act != frame.Expel && l.act != frame.Suspend }) {
			return true
		}
	}
	return false
}
