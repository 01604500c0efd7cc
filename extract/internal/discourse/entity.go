package discourse

import (
	"slices"
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// cluster makes one entity of all mentions of a person. Longer names come first, so that a
// short form finds the full one though it stands earlier.
func (s *story) cluster() {
	order := 0
	for _, in := range []In{InTitle, InText} {
		for si := range s.texts[in].Sentences {
			for _, it := range s.texts[in].Sentences[si].Items {
				if it.Kind != syntax.PhraseItem {
					continue
				}
				s.mention(in, si, it.Phrase, &order)
			}
		}
	}
	named := slices.DeleteFunc(slices.Clone(s.mentions), func(m *Mention) bool { return !m.Person.Named() })
	slices.SortStableFunc(named, func(a, b *Mention) int { return len(words(b.Person.Key)) - len(words(a.Person.Key)) })
	for _, m := range named {
		if e := s.match(m); e != nil {
			e.add(m)
			continue
		}
		e := &Entity{Name: m.Person.Name, Key: m.Person.Key, words: words(m.Person.Key), seen: map[string]bool{}}
		e.add(m)
		s.entities = append(s.entities, e)
	}
	for _, e := range s.entities {
		slices.SortFunc(e.Mentions, func(a, b *Mention) int { return a.order - b.order })
	}
}

// mention notes the persons of a phrase and of its genitives.
func (s *story) mention(in In, sentence int, ph *syntax.Phrase, order *int) {
	for _, of := range ph.Of {
		s.mention(in, sentence, of, order)
	}
	for i := range ph.Persons {
		m := &Mention{In: in, Sentence: sentence, Phrase: ph, Person: &ph.Persons[i], order: *order}
		*order++
		s.mentions = append(s.mentions, m)
		s.byPhrase[ph] = append(s.byPhrase[ph], m)
	}
}

func (e *Entity) add(m *Mention) {
	m.Entity = e
	e.Mentions = append(e.Mentions, m)
	if m.Person.Name != e.Name && !e.seen[m.Person.Key] && m.Person.Key != e.Key {
		e.seen[m.Person.Key] = true
		e.Aliases = append(e.Aliases, m.Person.Name)
	}
	if m.Person.Alias != "" && !slices.Contains(e.Aliases, m.Person.Alias) {
		e.Aliases = append(e.Aliases, m.Person.Alias)
	}
}

// match finds the one entity that a mention's name is a form of; with two that fit, the one
// named last before it, if that stands in the same paragraph.
func (s *story) match(m *Mention) *Entity {
	w := words(m.Person.Key)
	var fits []*Entity
	for _, e := range s.entities {
		if e.Key == m.Person.Key {
			return e
		}
		if s.sameName(e.words, w) {
			fits = append(fits, e)
		}
	}
	if len(fits) == 1 {
		return fits[0]
	}
	if len(fits) > 1 {
		var best *Entity
		at := -1
		for _, e := range fits {
			for _, o := range e.Mentions {
				if o.order < m.order && o.order > at && o.In == m.In {
					best, at = e, o.order
				}
			}
		}
		if best != nil {
			return best
		}
		return fits[0]
	}
	return nil
}

// sameName says whether short is a form of full: its words in order among full's, near
// spellings allowed, and not only words that identify nobody.
func (s *story) sameName(full, short []string) bool {
	if len(short) > len(full) {
		return false
	}
	i, telling := 0, false
	for _, w := range short {
		for i < len(full) && near(full[i]) != near(w) {
			i++
		}
		if i == len(full) {
			return strings.Join(full, "") == strings.Join(short, "")
		}
		if !s.Grammar.GenericPart(w) {
			telling = true
		}
		i++
	}
	return telling || len(short) == len(full)
}

var nearer = strings.NewReplacer("ी", "ि", "ू", "ु", "व", "ब", "श", "स", "ष", "स", "ई", "इ", "ऊ", "उ", "ण", "न", "्य", "", "़", "", "ं", "", "ऐ", "ए", "ै", "े", "ौ", "ो")

// near folds the spellings that one article mixes for one name.
func near(w string) string { return strings.TrimRight(nearer.Replace(w), "ा") }

// affiliation gives the party that a mention's role phrase names, or "".
func affiliation(p *syntax.Person) (party string, former bool) {
	for i := len(p.Affiliations) - 1; i >= 0; i-- {
		if a := p.Affiliations[i]; a.Party != "" {
			return a.Party, a.Former
		}
	}
	return "", false
}
