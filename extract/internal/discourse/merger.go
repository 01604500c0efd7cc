package discourse

import (
	"slices"

	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// merger makes a party that joins another a group that leaves itself.
func (s *story) merger(ev *frame.Event, ref sentenceRef) {
	status := s.status(ev, ref)
	if status == "negated" {
		status = "denied"
	}
	host := s.sentence(ref).Items[ev.Host].Phrase
	var from *syntax.Phrase
	items := s.sentence(ref).Items[ev.ClauseFirst:ev.ClauseLast]
	try := func(ph *syntax.Phrase) {
		if ph.Head == syntax.PartyHead && ph.Case == syntax.Ka && ph != ev.Party && !ph.Party.Symbol && ph.Party.ID != ev.Party.Party.ID {
			from = ph
		}
	}
	for _, it := range items {
		if it.Kind != syntax.PhraseItem {
			continue
		}
		try(it.Phrase)
		for _, of := range it.Phrase.Of {
			try(of)
		}
	}
	for _, of := range host.Of {
		try(of)
	}
	if from == nil {
		from = mergingParty(ev, items)
	}
	if status == "" || from == nil {
		s.trace.drop(ev, nil, "it is not told which party merges")
		return
	}
	who, house := s.mergers(ev, ref, from, items)
	for _, m := range who {
		s.merge(ev, ref, m.Entity, m, from, status)
	}
	if house && len(who) > 0 {
		return // "A और B ने P के विधायक दल का Q में विलय किया": they, and not the party
	}
	text := s.texts[ref.in].Doc.Slice(from.First, from.Last)
	e := &Entity{Group: true, GroupText: text, Name: text, seen: map[string]bool{}}
	p := &syntax.Person{Group: true, GroupFirst: from.First, GroupLast: from.Last}
	m := &Mention{In: ref.in, Sentence: ref.i, Phrase: from, Person: p, Entity: e}
	e.Mentions = []*Mention{m}
	s.entities = append(s.entities, e)
	s.merge(ev, ref, e, m, from, status)
}

// merge gives somebody both legs of a merger.
func (s *story) merge(ev *frame.Event, ref sentenceRef, e *Entity, m *Mention, from *syntax.Phrase, status string) {
	for _, ph := range []*syntax.Phrase{from, ev.Party} {
		act := frame.Leave
		if ph == ev.Party {
			act = frame.Join
		}
		s.legs = append(s.legs, &legAt{entity: e, mention: m, act: act, party: ph.Party.ID, partySpan: Span{ref.in, ph.First, ph.Last, ev.Rule.ID},
			basis: "stated", status: status, background: s.background(ev, ref), event: ev, in: ref.in, ref: ref})
	}
}

// mergers gives the named people who merge a party of their own, or the party's members in a House (house): "X ने अपनी
// पार्टी का भाजपा में विलय कर दिया".
func (s *story) mergers(ev *frame.Event, ref sentenceRef, from *syntax.Phrase, items []syntax.Item) (who []*Mention, house bool) {
	if ev.Verb < 0 || s.sentence(ref).Items[ev.Verb].Verb.Passive {
		return nil, false
	}
	tokens := s.tokens(ref.in)
	house = from.Last+1 < len(tokens) && (tokens[from.Last].Key == "विधायक" || tokens[from.Last+1].Key == "विधायक")
	own := house
	for _, it := range items {
		if it.Kind != syntax.PhraseItem {
			continue
		}
		for _, ph := range append([]*syntax.Phrase{it.Phrase}, it.Phrase.Of...) {
			own = own || ph.Head == syntax.PronounHead && ph.Pronoun.Reflexive || ph.Own
		}
		if it.Phrase.Head != syntax.Persons && it.Phrase.Head != syntax.PronounHead || it.Phrase.Case != syntax.Ne {
			continue
		}
		for _, m := range s.byPhrase[it.Phrase] {
			if m.Entity != nil && m.Person.Named() {
				who = append(who, m)
			}
		}
	}
	if !own {
		who = slices.DeleteFunc(who, func(m *Mention) bool { id, _ := affiliation(m.Person); return id != from.Party.ID })
	}
	return who, house
}

// mergingParty gives the party that merges where no genitive names it: the clause's subject, "रालोसपा ने जदयू में विलय किया", or
// that of the leader who merges his own, "प्रसपा के X ने अपनी पार्टी का सपा में विलय किया".
func mergingParty(ev *frame.Event, items []syntax.Item) *syntax.Phrase {
	into := ev.Party.Party.ID
	for _, it := range items {
		if it.Kind != syntax.PhraseItem {
			continue
		}
		ph := it.Phrase
		switch {
		case ph.Head == syntax.PartyHead && (ph.Case == syntax.Ne || ph.Case == syntax.Bare) && ph != ev.Party && !ph.Party.Symbol && ph.Party.ID != into:
			return ph
		case ph.Head == syntax.Persons && ph.Case == syntax.Ne && len(ph.Persons) == 1:
			for _, a := range ph.Persons[0].Affiliations {
				if a.Party != "" && a.Party != into {
					return &syntax.Phrase{First: a.First, Last: a.Last, End: a.Last, Head: syntax.PartyHead, Party: syntax.PartyRef{ID: a.Party, First: a.First, Last: a.Last}}
				}
			}
		}
	}
	return nil
}
