package syntax

import (
	"slices"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
)

// learn remembers the names seen in full, and their words.
func (r *reader) learn(items []Item) {
	for _, it := range items {
		if it.Kind != PhraseItem {
			continue
		}
		for _, p := range it.Phrase.Persons {
			if it.Phrase.Head != Persons || !p.Named() || p.Weak || p.Last-p.First < 2 && p.RoleLast == p.RoleFirst && !p.Honorific && !(it.Phrase.Case == Ne && r.nameClass(p.First) == unknownWord) {
				continue
			}
			if it.Phrase.Case == Ne && p.Last-p.First > 1 && it.Phrase.Last == p.Last {
				if k := r.tokens[p.Last-1].Key; len(k) >= 6 && !r.Grammar.genericNameParts[k] {
					r.teach(r.surname, k)
				}
			}
			r.learnWords(&p)
			if first := r.tokens[p.First].Key; p.Last-p.First > 1 && !r.Grammar.genericNameParts[first] && !r.knownName(p.First, p.Last) {
				var keys []string
				for i := p.First; i < p.Last; i++ {
					keys = append(keys, r.tokens[i].Key)
				}
				r.full[first] = append(r.full[first], keys)
				r.taught[first] = r.now
			}
		}
	}
}

// learnLists remembers the words of names whose place in a list, behind a sure one, shows that they are names.
func (r *reader) learnLists(items []Item) {
	for _, it := range items {
		if it.Kind != PhraseItem || it.Phrase.Head != Persons || !slices.ContainsFunc(it.Phrase.Persons, func(p Person) bool { return p.Named() && !p.Weak && p.Last-p.First > 1 }) {
			continue
		}
		for _, p := range it.Phrase.Persons {
			if p.Named() && p.Weak && p.Last-p.First > 1 {
				r.learnWords(&p)
			}
		}
	}
}

// learnWords remembers the words of a name: the given name, and those that are no ordinary words.
func (r *reader) learnWords(p *Person) {
	given := p.First // "मो. | इमरान अंसारी"
	for given+2 < p.Last && (r.Grammar.genericNameParts[r.key(given)] || r.tokens[given].Kind == devanagari.Punct) {
		given++
	}
	if k := r.tokens[given].Key; p.Last-given > 1 && len(k) >= 9 && r.Lexicon.Name(k).Given && !r.Grammar.genericNameParts[k] {
		r.teach(r.given, k)
	}
	for i := p.First; i < p.Last; i++ {
		k := r.tokens[i].Key
		if r.Lexicon.Common(k) || r.Grammar.genericNameParts[k] || len(k) < 6 {
			continue
		}
		r.teach(r.names, k)
	}
}

// teach puts a word among those of names.
func (r *reader) teach(words map[string]bool, key string) {
	if !words[key] {
		words[key] = true
		r.taught[key] = r.now
	}
}

// knownName says whether tokens [i, j) are a name seen in full.
func (r *reader) knownName(i, j int) bool {
	for _, keys := range r.full[r.tokens[i].Key] {
		if len(keys) == j-i && matchKeys(keys, r.tokens, i, j) {
			return true
		}
	}
	return false
}

// anotherName says whether a name seen in full, or that of a party's leader, starts at token j, behind a
// name that starts at token i and is whole without it: "मोहन सिंह | विनोद साहू को", "साहू | अखिलेश यादव की".
func (r *reader) anotherName(i, j int) bool {
	if s, ok := r.sense(j, lexicon.Leader); ok && !r.Grammar.letters[r.key(j-1)] && (s.Len > 1 || r.Grammar.governments[r.key(j+s.Len)]) {
		return true
	}
	if s, ok := r.sense(i, lexicon.Leader); ok && s.Len > 1 && s.Len == j-i && r.nameClass(j) >= commonName {
		return true // "अखिलेश यादव | साहू"
	}
	if j-i < 2 && !r.knownName(i, j) {
		return false
	}
	for _, keys := range r.full[r.key(j)] {
		if matchKeys(keys, r.tokens, j, r.last) && !r.knownName(i, j+len(keys)) {
			return true
		}
	}
	return false
}

// GenericPart reports whether a name word (folded) identifies nobody alone: सिंह, कुमार, देवी.
func (g *Grammar) GenericPart(word string) bool { return g.genericNameParts[word] }
