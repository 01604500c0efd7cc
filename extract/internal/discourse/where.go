package discourse

import (
	"slices"

	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// where collects the person's own places, the place of the event, and a local dateline.
func (s *story) where(m *Move) {
	add := func(ref syntax.PlaceRef, relation string, in In) {
		key := s.Lexicon.Fold(ref.Name)
		for _, w := range m.Where {
			if s.Lexicon.Fold(w.Ref.Name) == key {
				return
			}
		}
		if ref.Index >= 0 {
			if p := s.Lexicon.PlaceAt(ref.Index); p.Type == "state" || p.Type == "region" || p.Type == "country" {
				return
			}
		}
		m.Where = append(m.Where, Place{Ref: ref, Relation: relation, Span: Span{in, ref.First, ref.Last, "place"}})
	}
	for _, n := range m.Entity.Mentions {
		for _, ref := range n.Person.Places {
			relation := ref.Relation
			if relation == "" {
				relation = "residence"
			}
			add(ref, relation, n.In)
		}
	}
	s.ownPlaces(m, add)
	if m.Background {
		return
	}
	for _, l := range s.legsOf(m) {
		for i := l.ref.i - 1; i <= l.ref.i+1; i++ {
			ref := sentenceRef{l.ref.in, i}
			if i < 0 || i >= len(s.texts[ref.in].Sentences) || i != l.ref.i && !slices.Contains(s.topics[ref], m.Entity) {
				continue
			}
			s.eventPlaces(ref, add)
		}
	}
	// the place of the title and the lead, and a local dateline
	if len(s.texts[InTitle].Sentences) > 0 {
		s.eventPlaces(sentenceRef{InTitle, 0}, add)
	}
	for si := range s.texts[InText].Sentences {
		if si > 2 {
			break
		}
		for _, ref := range s.texts[InText].Sentences[si].Dateline {
			if !s.hub(ref) {
				add(ref, "dateline", InText)
			}
		}
		if si == 0 {
			s.eventPlaces(sentenceRef{InText, 0}, add)
		}
	}
}

// eventPlaces offers the places in which a sentence sets its event: "X में", "X के कार्यालय पर".
func (s *story) eventPlaces(ref sentenceRef, add func(syntax.PlaceRef, string, In)) {
	for _, it := range s.sentence(ref).Items {
		if it.Kind != syntax.PhraseItem {
			continue
		}
		ph := it.Phrase
		if ph.Head == syntax.PlaceHead && (ph.Case == syntax.Me || ph.Case == syntax.Par) {
			add(ph.Place, "event", ref.in)
			for _, of := range ph.Of { // "मोरना ब्लाक के ग्राम कासमपुरा में"
				if of.Head == syntax.PlaceHead {
					add(of.Place, "event", ref.in)
				}
			}
		}
		if ph.Head == syntax.Noun && (ph.Case == syntax.Me || ph.Case == syntax.Par) && s.Status.Venues[ph.Word] {
			for _, of := range ph.Of {
				if of.Head == syntax.PlaceHead && of.Case == syntax.Ka {
					add(of.Place, "event", ref.in)
				}
			}
		}
	}
}

// ownPlaces offers the seats and homes that sentences about the person name: "वह मझवां सीट से लड़े थे", "मेरठ की
// रहने वाली".
func (s *story) ownPlaces(m *Move, add func(syntax.PlaceRef, string, In)) {
	if m.Entity.Group {
		return
	}
	for _, ref := range s.about[m.Entity] {
		if ref.in != InText || len(s.topics[ref]) != 1 {
			continue
		}
		items := s.sentence(ref).Items
		for i, it := range items {
			if it.Kind != syntax.PhraseItem || it.Phrase.Head != syntax.PlaceHead {
				continue
			}
			ph := it.Phrase
			next := i + 1
			for next < len(items) && items[next].Kind == syntax.PhraseItem && items[next].Phrase.Head != syntax.PlaceHead && next < i+4 {
				next++
			}
			verb := next < len(items) && items[next].Kind == syntax.VerbItem
			switch {
			case ph.Case == syntax.Se && verb && s.Status.ContestVerbs[items[next].Verb.Lemma]:
				add(ph.Place, "seat", InText)
			case ph.Place.Relation == "seat" && ph.Case == syntax.Se:
				add(ph.Place, "seat", InText)
			case ph.Case == syntax.Ka && i+1 < len(items) && items[i+1].Kind == syntax.VerbItem && items[i+1].Verb.Vala && items[i+1].Verb.Lemma == "रह":
				add(ph.Place, "residence", InText)
			}
		}
	}
}

// hub says whether a dateline is a capital, from where news of the whole state is filed.
func (s *story) hub(ref syntax.PlaceRef) bool {
	return ref.Index >= 0 && s.Lexicon.PlaceAt(ref.Index).Capital
}
