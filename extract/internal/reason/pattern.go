package reason

import (
	"fmt"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
)

// maxAtoms is the number of words and gap places one pattern may have: its
// states fit one machine word, so a step costs the same whatever the pattern.
const maxAtoms = 64

// atom matches one token: one of some words, one of some stems, or anything.
type atom struct {
	any   bool
	words []string // sorted
	stems []string // sorted
}

// pattern is a compiled pattern: a position automaton (Glushkov) without loops.
// It runs in one pass over at most len(atoms) tokens, whatever the text is.
type pattern struct {
	source string
	line   int
	atoms  []int32 // places in the lexis; anything is anyToken
	first  uint64
	last   uint64
	follow []uint64
	ends   []int32 // the atoms of last
}

// settle notes the atoms that a match ends in.
func (p *pattern) settle() {
	for s := p.last; s != 0; s &= s - 1 {
		p.ends = append(p.ends, p.atoms[bits.TrailingZeros64(s)])
	}
}

// sound says whether the pattern's sets are of its own atoms, and it begins and ends in words.
func (p *pattern) sound() bool {
	own := uint64(1)<<len(p.atoms) - 1 // all ones for 64
	for _, set := range append(p.follow[:len(p.follow):len(p.follow)], p.first, p.last) {
		if set&^own != 0 {
			return false
		}
	}
	for s := p.first | p.last; s != 0; s &= s - 1 {
		if p.atoms[bits.TrailingZeros64(s)] == anyToken {
			return false
		}
	}
	return len(p.atoms) <= maxAtoms
}

// anyToken is the place of the atom that every token matches.
const anyToken = -1

// match returns the end of the longest match that begins at token i of rows, or -1.
func (p *pattern) match(rows *rows, i int) int {
	end := -1
	next := p.first
	for ; i < rows.len && next != 0; i++ {
		row := rows.of(i)
		var now uint64
		for s := next; s != 0; s &= s - 1 {
			b := bits.TrailingZeros64(s)
			if a := p.atoms[b]; a == anyToken || row.has(a) {
				now |= 1 << b
			}
		}
		if now&p.last != 0 {
			end = i + 1
		}
		next = 0
		for s := now; s != 0; s &= s - 1 {
			next |= p.follow[bits.TrailingZeros64(s)]
		}
	}
	return end
}

// compile reads the pattern language. A pattern is words in order, where
//
//	शब्द       is a word, compared by its folded key
//	शब्द*      is a stem: any token that begins with it
//	(क|ख ग)   is one of several sequences
//	<name>    is one of the words of a named list
//	X?        is X or nothing
//	~3        is up to three tokens of any kind
//
// A pattern never begins with a gap, and a match never ends in one: "क ~2 ख?"
// is क alone, or क … ख.
func compile(src string, line int, names map[string][]string) (*written, error) {
	ps := &parser{toks: lex(src), names: names, p: &written{pattern: pattern{source: src, line: line}}}
	n, err := ps.seq(0, nil)
	if err == nil && ps.i < len(ps.toks) {
		err = fmt.Errorf("unexpected %q", ps.toks[ps.i])
	}
	if err != nil {
		return nil, fmt.Errorf("pattern %q: %w", src, err)
	}
	p := ps.p
	p.first, p.last = n.first, n.last
	for i := range p.written {
		if p.written[i].any {
			p.last &^= 1 << i // a match never ends in a gap
		}
	}
	if n.nullable || p.last == 0 {
		return nil, fmt.Errorf("pattern %q matches nothing at all: it needs a word that is not optional", src)
	}
	for s := p.first; s != 0; s &= s - 1 {
		if p.written[bits.TrailingZeros64(s)].any {
			return nil, fmt.Errorf("pattern %q begins with a gap", src)
		}
	}
	return p, nil
}

// lex cuts a pattern into words and the marks ( ) | ? .
func lex(src string) []string {
	var out []string
	for _, f := range strings.Fields(src) {
		for f != "" {
			k := strings.IndexAny(f, "()|?")
			switch {
			case k < 0:
				out, f = append(out, f), ""
			case k == 0:
				out, f = append(out, f[:1]), f[1:]
			default:
				out, f = append(out, f[:k]), f[k:]
			}
		}
	}
	return out
}

// node is what the construction needs to know of a part of a pattern.
type node struct {
	nullable    bool
	first, last uint64
}

// written is a pattern whose atoms have no places yet.
type written struct {
	pattern
	written []atom
}

type parser struct {
	toks  []string
	i     int
	names map[string][]string
	p     *written
}

func (ps *parser) peek() string {
	if ps.i < len(ps.toks) {
		return ps.toks[ps.i]
	}
	return ""
}

// seq parses elements up to a mark that closes them and joins them in order.
func (ps *parser) seq(depth int, open []string) (node, error) {
	if depth > 8 {
		return node{}, fmt.Errorf("nested more than eight deep")
	}
	out := node{nullable: true}
	empty := true
	for ps.i < len(ps.toks) {
		t := ps.peek()
		if t == ")" || t == "|" {
			if open == nil {
				return node{}, fmt.Errorf("unexpected %q", t)
			}
			break
		}
		n, err := ps.elem(depth)
		if err != nil {
			return node{}, err
		}
		if ps.peek() == "?" {
			ps.i++
			n.nullable = true
		}
		out = ps.join(out, n)
		empty = false
	}
	if empty {
		return node{}, fmt.Errorf("a part is empty")
	}
	return out, nil
}

func (ps *parser) join(a, b node) node {
	for s := a.last; s != 0; s &= s - 1 {
		ps.p.follow[bits.TrailingZeros64(s)] |= b.first
	}
	out := node{nullable: a.nullable && b.nullable, first: a.first, last: b.last}
	if a.nullable {
		out.first |= b.first
	}
	if b.nullable {
		out.last |= a.last
	}
	return out
}

func (ps *parser) elem(depth int) (node, error) {
	t := ps.peek()
	switch {
	case t == "(":
		ps.i++
		return ps.alternatives(depth)
	case t == "?":
		return node{}, fmt.Errorf("a question mark follows nothing")
	case t[0] == '~':
		ps.i++
		n, err := strconv.Atoi(t[1:])
		if err != nil || n < 1 || n > 20 {
			return node{}, fmt.Errorf("gap %q: write ~1 to ~20", t)
		}
		out := node{nullable: true}
		for range n {
			a, err := ps.add(atom{any: true})
			if err != nil {
				return node{}, err
			}
			a.nullable = true
			out = ps.join(out, a)
		}
		return out, nil
	case t[0] == '<':
		ps.i++
		return ps.named(t, depth)
	}
	ps.i++
	a, err := word(t)
	if err != nil {
		return node{}, err
	}
	return ps.add(a)
}

// alternatives parses up to the closing bracket; alternatives of a single word share one atom.
func (ps *parser) alternatives(depth int) (node, error) {
	var out node
	single := atom{}
	for {
		if ps.i+1 < len(ps.toks) && (ps.toks[ps.i+1] == "|" || ps.toks[ps.i+1] == ")") && !strings.ContainsAny(ps.toks[ps.i][:1], "()|?~<") {
			a, err := word(ps.toks[ps.i])
			if err != nil {
				return node{}, err
			}
			single = merge(single, a)
			ps.i++
		} else {
			n, err := ps.seq(depth+1, []string{")"})
			if err != nil {
				return node{}, err
			}
			out = union(out, n)
		}
		switch ps.peek() {
		case "|":
			ps.i++
			continue
		case ")":
			ps.i++
		default:
			return node{}, fmt.Errorf("a bracket is not closed")
		}
		break
	}
	if single.words == nil && single.stems == nil {
		return out, nil
	}
	n, err := ps.add(single)
	return union(out, n), err
}

// named parses a reference to a list; its entries may be several words long.
func (ps *parser) named(t string, depth int) (node, error) {
	list, ok := ps.names[strings.TrimSuffix(strings.TrimPrefix(t, "<"), ">")]
	if !ok || !strings.HasSuffix(t, ">") {
		return node{}, fmt.Errorf("no list named %s under words", t)
	}
	if depth > 8 {
		return node{}, fmt.Errorf("lists nested more than eight deep")
	}
	inner := &parser{toks: append(lex(strings.Join(list, " | ")), ")"), names: ps.names, p: ps.p}
	n, err := inner.alternatives(depth + 1)
	if err == nil && inner.i < len(inner.toks) {
		err = fmt.Errorf("unexpected %q", inner.toks[inner.i])
	}
	if err != nil {
		return node{}, fmt.Errorf("list %s: %w", t, err)
	}
	return n, nil
}

func (ps *parser) add(a atom) (node, error) {
	i := len(ps.p.written)
	if i == maxAtoms {
		return node{}, fmt.Errorf("more than %d words and gap places: split it", maxAtoms)
	}
	slices.Sort(a.words)
	slices.Sort(a.stems)
	a.words, a.stems = slices.Compact(a.words), slices.Compact(a.stems)
	ps.p.written = append(ps.p.written, a)
	ps.p.follow = append(ps.p.follow, 0)
	return node{first: 1 << i, last: 1 << i}, nil
}

func union(a, b node) node {
	return node{nullable: a.nullable || b.nullable, first: a.first | b.first, last: a.last | b.last}
}

func merge(a, b atom) atom {
	a.words = append(a.words, b.words...)
	a.stems = append(a.stems, b.stems...)
	return a
}

// word reads a word or stem and folds it as the text's tokens are folded.
func word(t string) (atom, error) {
	stem, isStem := strings.CutSuffix(t, "*")
	if strings.ContainsAny(stem, "*<>~") || stem == "" {
		return atom{}, fmt.Errorf("%q is no word: * only ends a stem, ~ begins a gap, <> holds a list's name", t)
	}
	key := devanagari.Fold(stem)
	if key == "" {
		return atom{}, fmt.Errorf("%q has no letters", t)
	}
	if isStem {
		return atom{stems: []string{key}}, nil
	}
	return atom{words: []string{key}}, nil
}
