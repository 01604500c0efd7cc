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
	known := names{byKey: map[string]*Entity{}, byWord: map[string][]*Entity{}, byWhole: map[string][]*Entity{}}
	for _, m := range named {
		e := s.match(&known, m)
		if e == nil {
			e = &Entity{Name: m.Person.Name, Key: m.Person.Key, order: len(s.entities), seen: map[string]bool{}}
			known.add(e)
			s.entities = append(s.entities, e)
		}
		e.add(m)
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

// names finds the entities that a name may be a form of, so that a list of thousands is not compared name by
// name.
type names struct {
	byKey   map[string]*Entity
	byWord  map[string][]*Entity // by each word of the name, near spellings as one
	byWhole map[string][]*Entity // by the name without its spaces
}

func (n *names) add(e *Entity) {
	n.byKey[e.Key] = e
	e.near = nearWords(e.Key)
	for i, w := range e.near {
		if !slices.Contains(e.near[:i], w) {
			n.byWord[w] = append(n.byWord[w], e)
		}
	}
	whole := strings.ReplaceAll(e.Key, " ", "")
	n.byWhole[whole] = append(n.byWhole[whole], e)
}

// like yields the entities that share the name's rarest word, or are the same name written together, in the
// order in which they were added.
func (n *names) like(key string, near []string) []*Entity {
	var rarest []*Entity
	for i, w := range near {
		if l := n.byWord[w]; i == 0 || len(l) < len(rarest) {
			rarest = l
		}
	}
	whole := n.byWhole[strings.ReplaceAll(key, " ", "")]
	if len(whole) == 0 {
		return rarest
	}
	all := slices.Concat(rarest, whole)
	slices.SortFunc(all, func(a, b *Entity) int { return a.order - b.order })
	return slices.Compact(all)
}

// match finds the one entity that a mention's name is a form of; with two that fit, the one
// named last before it, if that stands in the same paragraph.
func (s *story) match(known *names, m *Mention) *Entity {
	key := m.Person.Key
	if e := known.byKey[key]; e != nil {
		return e
	}
	near := nearWords(key)
	var fits []*Entity
	for _, e := range known.like(key, near) {
		if s.sameName(e, key, near) && !e.beside(m) {
			fits = append(fits, e)
		}
	}
	if len(fits) == 0 && m.Person.Honorific {
		// "डॉ. सिंह": the title tells who is meant where nobody else has the name
		for _, e := range known.like(key, near) {
			if !e.beside(m) && slices.Contains(e.near, near[len(near)-1]) && slices.ContainsFunc(e.Mentions, func(o *Mention) bool { return o.Person.Honorific }) {
				fits = append(fits, e)
			}
		}
		if len(fits) > 1 {
			return nil
		}
	}
	if len(fits) == 0 && len(near) == 1 && s.Grammar.GenericPart(key) {
		// "सांसद सिंह": whoever was named so
		for _, e := range known.like(key, near) {
			if !e.beside(m) && len(e.near) > 1 && e.near[len(e.near)-1] == near[0] {
				fits = append(fits, e)
			}
		}
	}
	if len(fits) > 1 {
		fits = s.likelier(fits, m)
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

// likelier drops those of several people whom a surname does not mean: by the gender that the verb shows; where one was introduced
// only as another's kin; where another was named in full just before, or in the title.
func (s *story) likelier(fits []*Entity, m *Mention) []*Entity {
	keep := func(ok func(e *Entity) bool) {
		if some := slices.DeleteFunc(slices.Clone(fits), func(e *Entity) bool { return !ok(e) }); len(some) > 0 {
			fits = some
		}
	}
	switch s.gender(m) {
	case masculine:
		keep(func(e *Entity) bool { return !s.female(e) })
	case feminine:
		keep(s.female)
	}
	keep(func(e *Entity) bool { return !e.Mentions[0].Person.Kin })
	keep(func(e *Entity) bool {
		return slices.ContainsFunc(e.Mentions, func(o *Mention) bool {
			c := o.Phrase.Case
			return o.In == m.In && o.order < m.order && o.Sentence >= m.Sentence-1 && (c == syntax.Bare || c == syntax.Ne || c == syntax.Ko) && strings.HasSuffix(o.Person.Key, " "+m.Person.Key)
		})
	})
	keep(func(e *Entity) bool {
		return slices.ContainsFunc(e.Mentions, func(o *Mention) bool { return o.In == InTitle })
	})
	return fits
}

// female says whether a person has a woman's name, or is told as somebody's wife.
func (s *story) female(e *Entity) bool {
	list := words(e.Key)
	return slices.ContainsFunc([]string{list[0], list[len(list)-1]}, func(w string) bool { return s.Lexicon.Name(w).Female }) ||
		slices.ContainsFunc(e.Mentions, func(m *Mention) bool {
			tokens := s.tokens(m.In)
			for i := max(0, m.Person.First-3); i < m.Person.First; i++ {
				if s.Status.Women[tokens[i].Key] {
					return true
				}
			}
			return false
		})
}

// What the verb of a mention shows of its person.
const (
	unmarked = iota
	masculine
	feminine
)

// gender reads the ending of the finite verb whose bare subject a mention is: गए थे, गईं.
func (s *story) gender(m *Mention) int {
	if m.Phrase.Case != syntax.Bare {
		return unmarked
	}
	for _, it := range s.texts[m.In].Sentences[m.Sentence].Items {
		if it.First < m.Phrase.Last || it.Kind != syntax.VerbItem || !it.Verb.Finite {
			continue
		}
		key := s.tokens(m.In)[it.Last-1].Key
		switch {
		case strings.HasSuffix(key, "ी"), strings.HasSuffix(key, "ीं"), strings.HasSuffix(key, "ई"), strings.HasSuffix(key, "ईं"):
			return feminine
		case strings.HasSuffix(key, "े"), strings.HasSuffix(key, "ए"), strings.HasSuffix(key, "ा"):
			return masculine
		}
		return unmarked
	}
	return unmarked
}

// beside says whether one list names the entity and the mention, as two people: "मो. तारिक अंसारी और मो. अंसारी".
func (e *Entity) beside(m *Mention) bool {
	return slices.ContainsFunc(e.Mentions, func(o *Mention) bool { return o.Phrase == m.Phrase })
}

// sameName says whether a name is a form of an entity's: its words in order among the entity's, near
// spellings allowed, and not only words that identify nobody.
func (s *story) sameName(e *Entity, key string, near []string) bool {
	full, short := e.near, near
	if len(short) > len(full) {
		return false
	}
	if his := words(key)[0]; len(short) > 1 && full[0] != short[0] && s.Lexicon.Name(words(e.Key)[0]).Female && s.Lexicon.Name(his).Given && !s.Lexicon.Name(his).Female {
		return false // "सुधीर पटेल" is not "राधा सुधीर पटेल", but her husband
	}
	i, telling := 0, false
	for n, w := range words(key) {
		for i < len(full) && full[i] != short[n] {
			i++
		}
		if i == len(full) {
			return strings.ReplaceAll(e.Key, " ", "") == strings.ReplaceAll(key, " ", "")
		}
		if !s.Grammar.GenericPart(w) {
			telling = true
		}
		i++
	}
	return telling || len(short) == len(full)
}

var nearer = strings.NewReplacer("ी", "ि", "ू", "ु", "व", "ब", "श", "स", "ष", "स", "ई", "इ", "ऊ", "उ", "ण", "न", "्य", "", "़", "", "ं", "", "ऐ", "ए", "ै", "े", "ौ", "ो", "्र", "र")

// nearWords are the words of a name's key, with the spellings that one article mixes for one name as one.
func nearWords(key string) []string {
	list := words(key)
	for i, w := range list {
		list[i] = strings.TrimRight(nearer.Replace(w), "ा")
	}
	return list
}

// affiliation gives the party that a mention's role phrase names, or "".
func affiliation(p *syntax.Person) (party string, former bool) {
	for i := len(p.Affiliations) - 1; i >= 0; i-- {
		if a := p.Affiliations[i]; a.Party != "" {
			return a.Party, a.Former
		}
	}
	return "", false
}
