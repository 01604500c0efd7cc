package discourse

import (
	"slices"

	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// forerunners notes of those after whom somebody moves in his turn that they did the same before: "A के बाद अब B ने भी भाजपा
// छोड़ी". Of those after whom a party is struck once more only the leaving is known: "A के बाद सपा को एक और झटका, B भाजपा में".
func (s *story) forerunners(ref sentenceRef, made []*legAt) {
	if len(made) == 0 || made[0].background || made[0].status != "done" && made[0].status != "announced" {
		return
	}
	if before := (sentenceRef{ref.in, ref.i - 1}); ref.i > 0 && s.holds(before, s.Status.Loss) {
		s.forerunnersIn(before, made[0])
	}
	s.forerunnersIn(ref, made[0])
}

// forerunnersIn looks for them in a sentence, the move's own or one that tells of a loss before it.
func (s *story) forerunnersIn(ref sentenceRef, made *legAt) {
	var after *syntax.Phrase
	for _, it := range s.sentence(ref).Items {
		switch {
		case it.Kind == syntax.Other && after != nil && s.Status.InTurn[it.Key] && ref == made.ref:
			s.ranBefore(after, made)
			return
		case it.Kind != syntax.PhraseItem:
		case it.Phrase.Head == syntax.Persons && it.Phrase.Case == syntax.Baad && it.Phrase.Persons[0].Named():
			after = it.Phrase
		case it.Phrase.Head == syntax.PartyHead && it.Phrase.Case == syntax.Ko && after != nil && s.holds(ref, s.Status.Loss):
			left := *made
			left.act, left.party, left.partySpan = frame.Leave, it.Phrase.Party.ID, Span{ref.in, it.Phrase.First, it.Phrase.Last, "loss"}
			s.ranBefore(after, &left)
			return
		}
	}
}

// ranBefore adds a leg for each of the people, as it was before the move it is copied from.
func (s *story) ranBefore(people *syntax.Phrase, like *legAt) {
	for _, m := range s.byPhrase[people] {
		if m.Entity == nil || !m.Person.Named() || slices.ContainsFunc(s.legs, func(l *legAt) bool { return l.entity == m.Entity && l.act == like.act }) {
			continue
		}
		was := *like
		was.entity, was.mention, was.status, was.background, was.retold, was.ret, was.member, was.of = m.Entity, m, "done", true, false, false, false, nil
		was.affiliation, was.affSpan = "", Span{}
		s.legs = append(s.legs, &was)
	}
}
