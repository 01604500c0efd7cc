package discourse

import (
	"slices"

	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// them gives the people whom the plural subject of a sentence takes up from before: "दोनों", "ये सभी", "तीनों नेता".
func (s *story) them(ref sentenceRef, f *focus) []*Entity {
	if len(f.list) < 2 {
		return nil
	}
	for _, it := range s.sentence(ref).Items {
		if it.Kind != syntax.PhraseItem || it.Phrase.Case != syntax.Bare && it.Phrase.Case != syntax.Ne {
			continue
		}
		count := 0
		switch ph := it.Phrase; {
		case ph.Head == syntax.PronounHead && ph.Pronoun.Many && !ph.Pronoun.Relative:
			count = ph.Pronoun.Count
		case ph.Head == syntax.Persons && len(ph.Persons) == 1 && ph.Persons[0].Group && ph.Persons[0].Anaphoric:
			count = ph.Persons[0].Count
		case ph.Head == syntax.Persons:
			return nil
		default:
			continue
		}
		if count == 0 || count == len(f.list) {
			return f.list
		}
	}
	return nil
}

// state gives the party that the sentences about a person say he was in, or stood for: "वह पिछले कुछ समय से कांग्रेस में थे",
// "दोनों बसपा के टिकट पर चुनाव लड़ चुके हैं".
func (s *story) state(e *Entity, to string) (string, Span) {
	stood, at := "", Span{}
	for _, ref := range s.about[e] {
		if ref.in != InText || len(s.topics[ref]) != 1 && !s.all[ref] {
			continue
		}
		items := s.sentence(ref).Items
		for i := range items {
			if s.another(items[i], e) {
				break
			}
			if id, span := s.office(items, i, to); id != "" {
				return id, span
			}
			if ph := s.member(items, i); ph != nil && ph.Party.ID != to {
				return ph.Party.ID, Span{InText, ph.First, ph.Last, "state"}
			}
			if ph := s.candidate(items, i); ph != nil && ph.Party.ID != to {
				stood, at = ph.Party.ID, Span{InText, ph.First, ph.Last, "state"}
			}
		}
	}
	return stood, at
}

// another says whether an item is a subject other than the given person: somebody else, or somebody's kin.
func (s *story) another(it syntax.Item, e *Entity) bool {
	if it.Kind != syntax.PhraseItem || it.Phrase.Case != syntax.Bare && it.Phrase.Case != syntax.Ne {
		return false
	}
	ph := it.Phrase
	switch ph.Head {
	case syntax.Persons:
		es := s.entitiesOf(ph)
		return len(es) > 0 && !slices.Contains(es, e)
	case syntax.Noun:
		return len(ph.Of) > 0 && (ph.Of[len(ph.Of)-1].Head == syntax.Persons || ph.Of[len(ph.Of)-1].Head == syntax.PronounHead)
	}
	return false
}

// member gives the party of item i where its clause says that somebody was in it: "वे कई साल से बसपा में सक्रिय थे",
// "बसपा में वे प्रदेश महासचिव रहे", "बसपा से विधायक रह चुके हैं", "बसपा से जुड़े हुए थे".
func (s *story) member(items []syntax.Item, i int) *syntax.Phrase {
	party := items[i].Phrase
	if items[i].Kind != syntax.PhraseItem || party.Head != syntax.PartyHead || party.Party.Symbol || party.Case != syntax.Me && party.Case != syntax.Se && party.Case != syntax.Saath {
		return nil
	}
	seated := false // an office stands behind the party
	for _, it := range items[i+1:] {
		switch {
		case it.Kind == syntax.VerbItem:
			vg := it.Verb
			was := vg.Main == syntax.AuxPast || vg.Lemma == "रह" && vg.Perfect || seated && vg.Perfect && s.Status.ContestVerbs[vg.Lemma]
			if party.Case == syntax.Se && !seated {
				was = vg.Perfect && s.Status.Linked[vg.Lemma]
			}
			if was && !vg.Negated && !vg.Future {
				return party
			}
			return nil
		case it.Kind != syntax.PhraseItem:
			return nil
		}
		switch ph := it.Phrase; {
		case ph.Head == syntax.Persons && ph.Case == syntax.Bare && len(ph.Persons) == 1 && !ph.Persons[0].Named():
			seated = true
		case ph.Head == syntax.PronounHead && ph.Case == syntax.Bare, ph.Head == syntax.Noun && len(ph.Of) == 0 && !seated:
		default:
			return nil
		}
	}
	return nil
}

// candidate gives the party on whose ticket item i says that somebody stood.
func (s *story) candidate(items []syntax.Item, i int) *syntax.Phrase {
	ph := items[i].Phrase
	if items[i].Kind != syntax.PhraseItem || ph.Head != syntax.Noun || !s.Status.Tickets[ph.Word] || ph.Case != syntax.Par && ph.Case != syntax.Se || len(ph.Of) == 0 || ph.Of[len(ph.Of)-1].Head != syntax.PartyHead {
		return nil
	}
	for _, it := range items[i+1:] {
		if it.Kind == syntax.PhraseItem || it.Kind == syntax.Other {
			continue
		}
		if it.Kind != syntax.VerbItem {
			return nil
		}
		if vg := it.Verb; vg.Perfect && !vg.Negated && !vg.Future && s.Status.ContestVerbs[vg.Lemma] {
			return ph.Of[len(ph.Of)-1]
		}
		return nil
	}
	return nil
}

// office gives the party of an office that item i, before a copula, says somebody holds or held: "वह जौरा से आप के पार्षद हैं".
func (s *story) office(items []syntax.Item, i int, to string) (string, Span) {
	ph := items[i].Phrase
	if items[i].Kind != syntax.PhraseItem || ph.Head != syntax.Persons || ph.Case != syntax.Bare || len(ph.Persons) != 1 || ph.Persons[0].Named() || i+1 >= len(items) || items[i+1].Kind != syntax.VerbItem {
		return "", Span{}
	}
	vg := items[i+1].Verb
	if vg.Negated || vg.Main != syntax.AuxPres && vg.Main != syntax.AuxPast && !(vg.Lemma == "रह" && vg.Perfect) {
		return "", Span{}
	}
	for _, a := range ph.Persons[0].Affiliations {
		if a.Party != "" && a.Party != to {
			return a.Party, Span{InText, a.First, a.Last, "state"}
		}
	}
	return "", Span{}
}
