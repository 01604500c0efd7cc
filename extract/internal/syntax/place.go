package syntax

import (
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
)

// unknownPlace is the index of a place that the lexicon lacks.
const unknownPlace = -1

// place reads a place at token i: a name of the gazetteer, with or without a
// place noun ("सीट", "गांव"), or any name beside such a noun.
func (r *reader) place(i, start int) (PlaceRef, bool) {
	t := r.tokens[i]
	if t.Kind != devanagari.Word {
		return PlaceRef{}, false
	}
	g := r.Grammar
	// "गांव हैबुआना", "वार्ड 4"
	if rel, ok := g.placeBefore[t.Key]; ok && i+1 < r.last && (i == start || !r.isMarker(i)) {
		// "वार्ड 4", "वार्ड नंबर 10"
		n := i + 1
		for r.key(n) == "-" || r.Grammar.numberWords[r.key(n)] {
			n++
		}
		if rel == "seat" && n < r.last && r.tokens[n].Kind == devanagari.Number {
			return r.placeRef(i, n+1, unknownPlace, rel), true
		}
		if s, ok := r.sense(i+1, lexicon.Place); ok && !r.roleAfterPlace(i+1+s.Len) {
			return r.placeRef(i+1, i+1+s.Len, s.Index, rel), true
		}
		if rel == "residence" && t.Key != "थाना" && r.nameClass(i+1) >= unknownWord && !r.isMarker(i+1) {
			j := i + 2
			if j < r.last && r.nameClass(j) == unknownWord && r.isMarker(j+1) {
				j++
			}
			return r.placeRef(i+1, j, unknownPlace, rel), true
		}
	}
	s, ok := r.sense(i, lexicon.Place)
	if ok {
		end := i + s.Len
		rel, after := r.placeNoun(end)
		pl := r.Lexicon.Place(s)
		if after == end {
			if s.Len == 1 && (pl.Common || r.Lexicon.Common(t.Key)) && (!r.properPlace(i, end) || i > 0 && r.counts(i-1)) {
				return PlaceRef{}, false
			}
			if s.Len == 1 && r.surname[t.Key] {
				return PlaceRef{}, false
			}
			if s.Len == 1 && pl.Name_ && r.insideName(i, end) {
				return PlaceRef{}, false
			}
		}
		ref := r.placeRef(i, end, s.Index, rel)
		ref.Last = after
		return ref, true
	}
	// an unknown name with a place noun behind it
	if r.nameClass(i) == unknownWord {
		end := i + 1
		rel, after := r.placeNoun(end)
		if after > end && rel != "" && r.key(end) != "क्षेत्र" && r.key(end) != "मंडल" {
			ref := r.placeRef(i, end, unknownPlace, rel)
			ref.Last = after
			return ref, true
		}
	}
	return PlaceRef{}, false
}

func (r *reader) placeRef(first, last int, index int32, relation string) PlaceRef {
	return PlaceRef{Name: r.slice(first, last), Index: index, Relation: relation, First: first, Last: last}
}

// placeNoun reads सीट, जिला, गांव … at token i; next is i where there is none.
// It is no place noun when it starts a role: "लखनऊ जिला अध्यक्ष".
func (r *reader) placeNoun(i int) (relation string, next int) {
	if i >= r.last {
		return "", i
	}
	for _, n := range r.Grammar.placeAfter[r.key(i)] {
		if matchKeys(n.keys, r.tokens, i, r.last) {
			if end := i + len(n.keys); r.roleAfterPlace(end) || r.Grammar.bodies[r.key(end)] {
				return "", i
			}
			return n.relation, i + len(n.keys)
		}
	}
	return "", i
}

func (r *reader) roleAfterPlace(i int) bool {
	_, ok := r.sense(i, lexicon.Role)
	return ok
}

// onlyPlace says whether the word at token i is a place's name and nobody's, and stands as a place does: "दिल्ली जाकर".
func (r *reader) onlyPlace(i int) bool {
	s, ok := r.sense(i, lexicon.Place)
	if !ok || r.surname[r.key(i)] {
		return false
	}
	if c, _ := r.postposition(i + s.Len); c != Me && c != Se && (i+s.Len >= r.last || len(r.Grammar.verbs[r.key(i+s.Len)]) == 0) {
		return false
	}
	p := r.Lexicon.Place(s)
	return !p.Name_ && !p.Common && r.Lexicon.Name(r.key(i)) == (lexicon.NameInfo{})
}

// counts says whether a number or ordinal stands at token i: "तीन बार के विधायक".
func (r *reader) counts(i int) bool {
	if _, _, _, ok := r.count(i); ok {
		return true
	}
	return r.Grammar.ordinals[r.tokens[i].Key]
}

// properPlace says whether a place name that is an ordinary word stands as a place does.
func (r *reader) properPlace(i, end int) bool {
	c, next := r.postposition(end)
	if c == Me || c == Se {
		if _, ok := r.sense(next, lexicon.Role); ok {
			return true
		}
	}
	if c == Ka {
		if _, ok := r.sense(next, lexicon.Role, lexicon.Time); ok {
			return true
		}
	}
	return false
}

// insideName says whether a place name that is also a person's stands inside a longer name.
func (r *reader) insideName(i, end int) bool {
	if end < r.last {
		if n := r.Lexicon.Name(r.key(end)); (n.Surname || n.Given) && !r.isMarker(end) {
			return true
		}
	}
	return r.names[r.key(i)]
}

func (r *reader) dateline(first, last int) []PlaceRef {
	var out []PlaceRef
	for i := first; i < last; {
		s, ok := r.sense(i, lexicon.Place)
		if !ok {
			i++
			continue
		}
		out = append(out, PlaceRef{Name: r.slice(i, i+s.Len), Index: s.Index, Relation: "dateline", First: i, Last: i + s.Len})
		i += s.Len
	}
	return out
}
