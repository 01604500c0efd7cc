package lexicon

import (
	"slices"
	"unicode/utf8"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
)

// At appends to buf every sense that starts at tokens[i], the longest first;
// among equals those without a guard come first. tokens should end where the
// sentence does: an entry never reaches over the end.
//
// Inside an entry of several words a glued full stop or hyphen and a pair of
// brackets are read past, so that बी.जे.पी., जद-यू, जद(यू) and जद (यू) are one
// with बी जे पी and जद यू. The full stop that ends a dotted clipping belongs to it.
func (l *Lexicon) At(tokens []devanagari.Token, i int, buf []Sense) []Sense {
	if i < 0 || i >= len(tokens) {
		return buf
	}
	w, ok := l.words.find(tokens[i].Key)
	if !ok || l.info[w].node == 0 {
		return buf
	}
	first := len(buf)
	m := matcher{l, tokens, i, buf}
	m.accept(l.info[w].node, i+1, false, false)
	slices.SortStableFunc(m.buf[first:], func(a, b Sense) int { return b.Len - a.Len })
	return m.buf
}

type matcher struct {
	*Lexicon
	tokens []devanagari.Token
	first  int
	buf    []Sense
}

// accept takes what the trie has at node n, which the tokens before j have led
// to, and goes on. open: a bracket waits for its pair. dotted: a full stop was read past.
func (m *matcher) accept(n int32, j int, open, dotted bool) {
	at := &m.nodes[n]
	if at.senseEnd > at.sense {
		if end, ok := m.end(j, open, dotted); ok {
			for _, s := range m.sense[at.sense:at.senseEnd] {
				m.buf = append(m.buf, Sense{Class: s.class, Guard: s.guard, Index: s.index, Len: end - m.first})
			}
		}
	}
	if at.edgeEnd > at.edge {
		m.walk(n, j, open, dotted)
	}
}

// walk goes on from node n with the token at j.
func (m *matcher) walk(n int32, j int, open, dotted bool) {
	if j >= len(m.tokens) {
		return
	}
	t := &m.tokens[j]
	if w, ok := m.words.find(t.Key); ok {
		if next := m.child(n, w); next != 0 {
			m.accept(next, j+1, open, dotted)
		}
	}
	if t.Kind != devanagari.Punct || j+1 >= len(m.tokens) {
		return
	}
	switch t.Key {
	case ".":
		if t.Glued && (m.tokens[j+1].Glued || letterLike(m.tokens[j-1].Key)) {
			m.walk(n, j+1, open, true)
		}
	case "-":
		if t.Glued && m.tokens[j+1].Glued {
			m.walk(n, j+1, open, dotted)
		}
	case "(":
		if !open {
			m.walk(n, j+1, true, dotted)
		}
	case ")":
		if open {
			m.walk(n, j+1, false, dotted)
		}
	}
}

// end says where an entry ends whose last token is before j; ok is false when a bracket stays open.
func (m *matcher) end(j int, open, dotted bool) (end int, ok bool) {
	if dotted && j < len(m.tokens) && m.tokens[j].Key == "." && m.tokens[j].Glued {
		j++ // बी.जे.पी.
	}
	if !open {
		return j, true
	}
	if j < len(m.tokens) && m.tokens[j].Key == ")" {
		return j + 1, true
	}
	return j, false
}

// letterLike: two runes at most, as a letter's name or an akshara has them (बी, एस, पा). Behind
// anything longer a full stop with white space after it ends the sentence.
func letterLike(key string) bool { return utf8.RuneCountInString(key) <= 2 }

func (l *Lexicon) child(n, w int32) int32 {
	edges := l.edges[l.nodes[n].edge:l.nodes[n].edgeEnd]
	if len(edges) <= 8 {
		for _, e := range edges {
			if e.word == w {
				return e.node
			}
		}
		return 0
	}
	i, ok := slices.BinarySearchFunc(edges, w, func(e edge, w int32) int { return int(e.word) - int(w) })
	if !ok {
		return 0
	}
	return edges[i].node
}
