package reason

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// lexis finds the atoms that a token matches, by the token's key, so that each token is looked up once for all patterns.
type lexis struct {
	atoms int // how many
	words map[string][]int32
	// stems are those of at least headBytes by their first headBytes, the rest by their first character or byte; the shortest
	// of each first.
	stems map[string][]stem
}

type stem struct {
	text  string
	atoms []int32
}

// headBytes is how much of a word finds the stems that it may begin with: two characters of Devanagari.
const headBytes = 6

// entry is a word or stem with the atoms that have it.
type entry struct {
	text  string
	atoms []int32
}

// entries lists the words and stems of atoms, in order.
func entries(atoms []atom) (words, stems []entry) {
	collect := func(of func(*atom) []string) []entry {
		at := map[string]int{}
		var list []entry
		for i := range atoms {
			for _, text := range of(&atoms[i]) {
				n, ok := at[text]
				if !ok {
					n = len(list)
					at[text], list = n, append(list, entry{text: text})
				}
				list[n].atoms = append(list[n].atoms, int32(i))
			}
		}
		slices.SortFunc(list, func(a, b entry) int { return cmp.Compare(a.text, b.text) })
		return list
	}
	return collect(func(a *atom) []string { return a.words }), collect(func(a *atom) []string { return a.stems })
}

func newLexis(atoms int, words, stems []entry) *lexis {
	x := &lexis{atoms: atoms, words: make(map[string][]int32, len(words)), stems: make(map[string][]stem, len(stems))}
	for _, w := range words {
		x.words[w.text] = w.atoms
	}
	for _, st := range stems {
		head := stemHead(st.text, len(st.text) >= headBytes)
		x.stems[head] = append(x.stems[head], stem(st))
	}
	for _, list := range x.stems {
		slices.SortFunc(list, func(a, b stem) int { return cmp.Or(len(a.text)-len(b.text), cmp.Compare(a.text, b.text)) })
	}
	return x
}

// entries lists the words and stems, in order.
func (x *lexis) entries() (words, stems []entry) {
	for text, atoms := range x.words {
		words = append(words, entry{text, atoms})
	}
	for _, list := range x.stems {
		for _, st := range list {
			stems = append(stems, entry(st))
		}
	}
	for _, list := range [][]entry{words, stems} {
		slices.SortFunc(list, func(a, b entry) int { return cmp.Compare(a.text, b.text) })
	}
	return words, stems
}

// stemHead is the part of a word that its long stems, or its short ones, are found by.
func stemHead(key string, long bool) string {
	if long {
		return key[:headBytes]
	}
	_, size := utf8.DecodeRuneInString(key)
	return key[:size]
}

// each calls f for the atoms that key matches, perhaps more than once for the same.
func (x *lexis) each(key string, f func(atoms []int32)) {
	f(x.words[key])
	for _, st := range x.stems[stemHead(key, false)] {
		if strings.HasPrefix(key, st.text) {
			f(st.atoms)
		}
	}
	if len(key) >= headBytes {
		for _, st := range x.stems[stemHead(key, true)] {
			if strings.HasPrefix(key, st.text) {
				f(st.atoms)
			}
		}
	}
}

// row is a set of atoms.
type row []uint64

func (r row) has(atom int32) bool { return r[atom>>6]>>(atom&63)&1 != 0 }

// rows says which atoms the tokens of a stretch match, and which any of them matches.
type rows struct {
	len, width int
	bits       []uint64
	all        row
	atoms      []int32 // of the tokens, one after the other
	ends       []int   // where those of each end
}

// stretch is how many tokens are read at once, and one pattern's length besides.
const stretch = 1024

// read fills rows with a stretch of keys.
func (r *rows) read(x *lexis, keys []string) {
	r.len, r.width = len(keys), (x.atoms+63)/64
	n := (r.len + 1) * r.width
	r.bits = slices.Grow(r.bits[:0], n)[:n]
	clear(r.bits)
	r.all, r.atoms, r.ends = r.bits[r.len*r.width:], r.atoms[:0], r.ends[:0]
	for i, key := range keys {
		row := r.of(i)
		x.each(key, func(atoms []int32) {
			for _, a := range atoms {
				if bit := uint64(1) << (a & 63); row[a>>6]&bit == 0 {
					row[a>>6] |= bit
					r.all[a>>6] |= bit
					r.atoms = append(r.atoms, a)
				}
			}
		})
		r.ends = append(r.ends, len(r.atoms))
	}
}

func (r *rows) of(i int) row { return r.bits[i*r.width : (i+1)*r.width : (i+1)*r.width] }

// atomsOf gives the atoms that token i matches.
func (r *rows) atomsOf(i int) []int32 {
	first := 0
	if i > 0 {
		first = r.ends[i-1]
	}
	return r.atoms[first:r.ends[i]]
}

// closes says whether some token of the stretch may end a match of p.
func (r *rows) closes(p *pattern) bool {
	for _, a := range p.ends {
		if r.all.has(a) {
			return true
		}
	}
	return false
}
