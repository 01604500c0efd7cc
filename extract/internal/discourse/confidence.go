package discourse

import (
	"slices"
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// grounds is what a move was built from.
type grounds struct {
	legs   []*legAt // the telling that each side was taken from
	origin string   // the rule that found the party left, where no clause tells the leaving
}

// surest is the share of moves with nothing against them that are right in who, both parties and both statuses.
const surest = 0.97

// doubts are what makes a move less sure than one that clauses tell outright of a person named in them. Each factor is how
// much less often a move with the doubt was right in annotated articles, alone or nearly.
var doubts = []struct {
	says   string
	factor float64
	holds  func(s *story, m *Move) bool
}{
	{"a pronoun, or nothing, stands for the person in a clause", 0.72, func(s *story, m *Move) bool {
		return m.anyLeg(func(l *legAt) bool { return l.mention == nil })
	}},
	{"a leg is not done", 0.72, func(s *story, m *Move) bool { return m.anyLeg(notDone) }},
	{"a leg is done only by an announcement or the like", 0.8, func(s *story, m *Move) bool {
		return !m.anyLeg(notDone) && m.anyLeg(func(l *legAt) bool { return l.event.Mood != frame.Happened })
	}},
	{"the name has one word", 0.7, func(s *story, m *Move) bool { return !m.Entity.Group && !strings.Contains(m.Entity.Key, " ") }},
	{"history", 0.8, func(s *story, m *Move) bool { return m.Background }},
	{"the article tells the same leg with another status too", 0.8, func(s *story, m *Move) bool {
		return m.anyLeg(func(l *legAt) bool {
			return slices.ContainsFunc(s.byEntity[m.Entity], func(o *legAt) bool { return o.act == l.act && o.party == l.party && o.status != l.status })
		})
	}},
	{"the article names two parties for one leg", 0.85, func(s *story, m *Move) bool {
		return m.anyLeg(func(l *legAt) bool {
			return slices.ContainsFunc(s.byEntity[m.Entity], func(o *legAt) bool {
				return o.act == l.act && o.party != l.party && !o.background && !l.background
			})
		})
	}},
	{"a leg comes from the title", 0.85, func(s *story, m *Move) bool {
		return m.anyLeg(func(l *legAt) bool { return l.ref.in == InTitle })
	}},
	{"an unnamed group", 0.88, func(s *story, m *Move) bool { return m.Entity.Group }},
	{"more than two parties are left or joined in the article", 0.85, func(s *story, m *Move) bool { return s.partiesMoved() > 2 }},
	{"no clause tells the leaving, and neither the words at the name nor a word of loss", 0.92, func(s *story, m *Move) bool {
		return m.Left != nil && m.origin != "" && m.origin != "loss" && !m.ownParty()
	}},
	{"a leg rests on a rule of weight below 0.8", 0.92, func(s *story, m *Move) bool {
		return m.anyLeg(func(l *legAt) bool { return l.event.Rule.Weight < 0.8 })
	}},
	// a side may be missing
	{"no destination", 0.92, func(s *story, m *Move) bool { return m.Kind == "exit" }},
	{"no party left", 0.95, func(s *story, m *Move) bool { return m.Kind == "join" }},
	{"no destination, and the article names another party", 0.85, func(s *story, m *Move) bool { return m.Kind == "exit" && s.namesOther(m) }},
	{"no party left, and the article names another party", 0.61, func(s *story, m *Move) bool { return m.Kind == "join" && s.namesOther(m) }},
}

// confidence gives how sure a move is: an estimate of the share of moves like it that are right, which takes its doubts as
// independent.
func (s *story) confidence(m *Move) float64 {
	c := surest
	for _, d := range doubts {
		if d.holds(s, m) {
			c *= d.factor
		}
	}
	return c
}

func (m *Move) anyLeg(f func(*legAt) bool) bool { return slices.ContainsFunc(m.legs, f) }

func notDone(l *legAt) bool { return l.status != "done" }

// ownParty says whether the words around the person's own name tell the party left.
func (m *Move) ownParty() bool {
	return slices.ContainsFunc(m.Entity.Mentions, func(x *Mention) bool {
		return slices.ContainsFunc(x.Person.Affiliations, func(a syntax.Affiliation) bool { return a.Party == m.Left.Party })
	})
}

// partiesMoved counts the parties that anybody in the article leaves or joins.
func (s *story) partiesMoved() int {
	if s.moved == nil {
		s.moved = map[string]bool{}
		for _, l := range s.legs {
			if l.party != "" {
				s.moved[l.party] = true
			}
		}
	}
	return len(s.moved)
}

// namesOther says whether the article names a party that is not of the move.
func (s *story) namesOther(m *Move) bool {
	for id := range s.named() {
		if id != legParty(m.Left) && id != legParty(m.Joined) {
			return true
		}
	}
	return false
}

// named gives the parties that the article's phrases name.
func (s *story) named() map[string]bool {
	if s.parties == nil {
		s.parties = map[string]bool{}
		note := func(ph *syntax.Phrase) {
			if ph.Head == syntax.PartyHead {
				s.parties[ph.Party.ID] = true
			}
		}
		for in := range s.texts {
			for i := range s.texts[in].Sentences {
				for _, it := range s.texts[in].Sentences[i].Items {
					if it.Kind != syntax.PhraseItem {
						continue
					}
					note(it.Phrase)
					for _, of := range it.Phrase.Of {
						note(of)
					}
				}
			}
		}
	}
	return s.parties
}
