package view

import (
	"slices"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// text is a text by its code points and grapheme clusters (UAX 29, with conjuncts whole).
type text struct {
	runes []rune
	edges []int // where clusters begin, in code points, and the end of the text
}

// newText reads a text. A byte that is no UTF-8 counts as one code point, as it does in spans.
func newText(s string) *text {
	t := &text{runes: []rune(s)}
	n := 0
	for it := graphemes.FromString(string(t.runes)); it.Next(); {
		t.edges = append(t.edges, n)
		n += len([]rune(it.Value()))
	}
	t.edges = append(t.edges, n)
	return t
}

// widen moves the ends of a span outward to the edges of clusters.
func (t *text) widen(start, end int) (int, int) {
	i, found := slices.BinarySearch(t.edges, start)
	if !found {
		i--
	}
	j, _ := slices.BinarySearch(t.edges, end)
	return t.edges[i], t.edges[min(j, len(t.edges)-1)]
}

// segment is a run of a text over which the same marks lie.
type segment struct {
	text  string
	marks []int // indexes, in order
	first []int // those of them that begin here
}

// segments cuts a text where marks, in order of their start, begin and end. The segments joined are the text.
func (t *text) segments(marks []mark) []segment {
	cuts := []int{0, len(t.runes)}
	for _, m := range marks {
		cuts = append(cuts, m.start, m.end)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []segment
	var open []int
	next := 0
	for i := 0; i+1 < len(cuts); i++ {
		s := segment{text: string(t.runes[cuts[i]:cuts[i+1]])}
		open = slices.DeleteFunc(open, func(m int) bool { return marks[m].end <= cuts[i] })
		for ; next < len(marks) && marks[next].start == cuts[i]; next++ {
			open = append(open, next)
			s.first = append(s.first, next)
		}
		s.marks = slices.Clone(open)
		out = append(out, s)
	}
	return out
}
