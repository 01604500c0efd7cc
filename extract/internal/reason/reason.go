// Package reason finds the phrases of a Hindi article that state why somebody
// left or joined a party. Load compiles the patterns of a data file once; Find
// then gives, for a stretch of a document's tokens, every cue with its reason,
// its readable span, its strength and the causal frame that it stands in. Who
// the reason belongs to, and whether the speaker is the defector, is the
// caller's to decide.
package reason

import (
	"math"
	"math/bits"
	"slices"
	"sort"
	"sync"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
)

// Strength says how much a cue states by itself.
type Strength uint8

const (
	Topic  Strength = iota // a matter that is often a reason ("टिकट", "विकास")
	Speech                 // a complaint: the reason if the defector says it
	Strong                 // a stated reason ("उपेक्षा से आहत होकर")
)

func (s Strength) String() string { return [...]string{"topic", "speech", "strong"}[s] }

// Cue is one phrase that gives or suggests a reason.
type Cue struct {
	Reason string // one of IDs
	Rule   string // the id of the group of patterns that found it
	// First and Last are the token span [First, Last) of the phrase with its frame.
	First, Last int
	// Strength is the group's own, lifted to Strong by a frame that lifts.
	Strength Strength
	Frame    string // the id of the causal frame it stands in, or ""
}

// Side says where a frame stands: after its cause, before it, or pointing
// back to a cause in an earlier clause or sentence.
type Side uint8

const (
	After  Side = iota // "… से नाराज होकर", "… के चलते"
	Before             // "आरोप लगाया कि …"
	Back               // "इससे नाराज होकर", "जिसके चलते"
)

// Frame is a kind of causal frame.
type Frame struct {
	ID    string
	Side  Side
	Reach int  // tokens that may stand between cue and frame
	Lifts bool // makes any cue in it Strong
}

// FrameMatch is a frame found in a document: tokens [First, Last).
type FrameMatch struct {
	Frame
	First, Last int
}

// Set is compiled reason data. It is immutable and safe for many goroutines.
type Set struct {
	groups []group
	frames []Frame
	progs  []*pattern
	uses   []use // uses[i] says what progs[i] is for
	lexis  *lexis
	index  starts // all progs
	marks  starts // those of frames alone
	scans  sync.Pool
}

// starts lists the patterns that can begin with each atom.
type starts [][]int32

// scanner is the room for reading a sentence. stamps say at which token each pattern was last tried; mark is the last token's.
type scanner struct {
	rows   rows
	stamps []int32
	mark   int32
}

// maxReach is the longest reach of a frame, in tokens.
const maxReach = 60

type group struct {
	reason, id                string
	rank                      int // the place of the reason in IDs
	strength                  Strength
	needs                     bool
	over                      []string
	examples, counterexamples []string
}

type part uint8

const (
	partCue part = iota
	partNeed
	partUnless
)

// use ties a pattern to its frame (counted from 1) or to its group.
type use struct {
	frame, group int32
	part         part
}

// Frames lists the kinds of frame in the data.
func (s *Set) Frames() []Frame { return append([]Frame(nil), s.frames...) }

// FindFrames gives the causal frames in tokens [first, last), in order.
func (s *Set) FindFrames(doc *devanagari.Document, first, last int) []FrameMatch {
	var out []FrameMatch
	s.sentences(doc, first, last, func(v *view) {
		for _, f := range s.scan(v, s.marks).frames {
			out = append(out, FrameMatch{Frame: s.frames[f.id], First: v.at[f.first], Last: v.at[f.last-1] + 1})
		}
	})
	return out
}

// Find gives the cues in tokens [first, last), in order; cues never cross the
// end of a sentence. A sentence is read in time linear in its length.
func (s *Set) Find(doc *devanagari.Document, first, last int) []Cue {
	var out []Cue
	prev := 0 // the first cue of the sentence before
	s.sentences(doc, first, last, func(v *view) {
		h := s.scan(v, s.index)
		from := len(out)
		for _, m := range s.settle(h) {
			out = append(out, s.cue(v, m, h.frames))
		}
		// "इससे नाराज होकर …" at the head of a sentence lifts the sentence before.
		for _, f := range h.frames {
			if fr := s.frames[f.id]; fr.Side == Back && f.first <= 3 {
				for i := prev; i < from; i++ {
					lift(&out[i], fr)
				}
				break
			}
		}
		prev = from
	})
	return out
}

func lift(c *Cue, f Frame) {
	if f.Lifts {
		c.Strength = Strong
	}
	if c.Frame == "" || f.Lifts {
		c.Frame = f.ID
	}
}

// view is a sentence without the marks that patterns look through: quotation
// marks, brackets and hyphens. at[i] is the token that keys[i] is the key of.
type view struct {
	keys []string
	at   []int
}

func (s *Set) sentences(doc *devanagari.Document, first, last int, f func(*view)) {
	first, last = max(first, 0), min(last, len(doc.Tokens))
	k := sort.Search(len(doc.Sentences), func(i int) bool { return doc.Sentences[i].Last > first })
	v := &view{}
	for ; k < len(doc.Sentences) && doc.Sentences[k].First < last; k++ {
		from, to := max(first, doc.Sentences[k].First), min(last, doc.Sentences[k].Last)
		v.keys, v.at = slices.Grow(v.keys[:0], to-from), slices.Grow(v.at[:0], to-from)
		for i := from; i < to; i++ {
			t := &doc.Tokens[i]
			if t.Kind == devanagari.Punct && transparent(t.Key) {
				continue
			}
			v.keys = append(v.keys, t.Key)
			v.at = append(v.at, i)
		}
		if len(v.keys) > 0 {
			f(v)
		}
	}
}

func transparent(key string) bool {
	switch key {
	case `"`, "'", "`", "‘", "’", "“", "”", "(", ")", "[", "]", "-", "–", "—", "*":
		return true
	}
	return false
}

// hit is a pattern's match in a view, [first, last).
type hit struct {
	id          int32 // group, or place in frames
	first, last int
}

type hits struct {
	cues, unless, frames []hit
	needs                map[int32]bool
}

// makeIndexes prepares the patterns, whose atoms have their places, to be found.
func (s *Set) makeIndexes(x *lexis) {
	s.lexis, s.index, s.marks = x, make(starts, x.atoms), make(starts, x.atoms)
	for id, p := range s.progs {
		p.settle()
		for b := p.first; b != 0; b &= b - 1 {
			a := p.atoms[bits.TrailingZeros64(b)]
			s.index[a] = append(s.index[a], int32(id))
			if s.uses[id].frame > 0 {
				s.marks[a] = append(s.marks[a], int32(id))
			}
		}
	}
}

// scan runs every pattern of starts that can begin at a token there.
func (s *Set) scan(v *view, from starts) *hits {
	h := &hits{}
	sc, _ := s.scans.Get().(*scanner)
	if sc == nil || sc.mark > math.MaxInt32-int32(len(v.keys)) {
		sc = &scanner{stamps: make([]int32, len(s.progs))}
	}
	defer s.scans.Put(sc)
	for first := 0; first < len(v.keys); first += stretch {
		sc.rows.read(s.lexis, v.keys[first:min(len(v.keys), first+stretch+maxAtoms)])
		for i := 0; i < min(stretch, sc.rows.len); i++ {
			sc.mark++
			for _, a := range sc.rows.atomsOf(i) {
				for _, id := range from[a] {
					if sc.stamps[id] == sc.mark {
						continue
					}
					sc.stamps[id] = sc.mark
					p := s.progs[id]
					if !sc.rows.closes(p) {
						continue
					}
					if end := p.match(&sc.rows, i); end >= 0 {
						h.add(s.uses[id], first+i, first+end)
					}
				}
			}
		}
	}
	h.frames = outermost(h.frames)
	return h
}

// add notes a match of a pattern for a use.
func (h *hits) add(u use, first, end int) {
	switch {
	case u.frame > 0:
		h.frames = append(h.frames, hit{u.frame - 1, first, end})
	case u.part == partCue:
		h.cues = append(h.cues, hit{u.group, first, end})
	case u.part == partUnless:
		h.unless = append(h.unless, hit{u.group, first, end})
	default:
		if h.needs == nil {
			h.needs = map[int32]bool{}
		}
		h.needs[u.group] = true
	}
}

// outermost drops hits of the same id inside another.
func outermost(in []hit) []hit {
	sort.SliceStable(in, func(i, j int) bool {
		if in[i].first != in[j].first {
			return in[i].first < in[j].first
		}
		return in[i].last > in[j].last
	})
	out := in[:0]
next:
	for _, m := range in {
		for k := len(out) - 1; k >= 0 && k >= len(out)-8; k-- {
			if out[k].id == m.id && out[k].last >= m.last {
				continue next
			}
		}
		out = append(out, m)
	}
	return out
}

// settle drops cues whose context is missing or spoilt, joins overlapping cues
// of one reason, and lets groups rule over the reasons they say they do.
func (s *Set) settle(h *hits) []hit {
	var in []hit
	for _, m := range h.cues {
		g := &s.groups[m.id]
		spoilt := func(u hit) bool { return u.id == m.id }
		if g.needs && !h.needs[m.id] || overlaps(h.unless, m, spoilt) {
			continue
		}
		in = append(in, m)
	}
	var kept []hit
	for _, m := range in {
		rules := func(o hit) bool {
			for _, r := range s.groups[o.id].over {
				if r == s.groups[m.id].reason {
					return true
				}
			}
			return false
		}
		if !overlaps(in, m, rules) {
			kept = append(kept, m)
		}
	}
	var out []hit
	latest := make([]int, len(IDs)) // by rank: the place in out, from 1, of the reason's last cue
	for _, m := range kept {
		g := &s.groups[m.id]
		if k := latest[g.rank] - 1; k >= 0 && m.first < out[k].last {
			o := &out[k]
			o.last = max(o.last, m.last)
			if g.strength > s.groups[o.id].strength {
				o.id = m.id
			}
			continue
		}
		out = append(out, m)
		latest[g.rank] = len(out)
	}
	return out
}

// overlaps tells whether a hit of in that shares a token with m passes ok. The
// hits of in are sorted by first, and none is longer than maxAtoms.
func overlaps(in []hit, m hit, ok func(hit) bool) bool {
	for _, o := range from(in, m.first-maxAtoms) {
		if o.first >= m.last {
			break
		}
		if o.last > m.first && ok(o) {
			return true
		}
	}
	return false
}

// from gives the hits of in, sorted by first, that begin at first or later.
func from(in []hit, first int) []hit {
	return in[sort.Search(len(in), func(i int) bool { return in[i].first >= first }):]
}

// cue ties a match to the frame it stands in and widens its span by it.
func (s *Set) cue(v *view, m hit, frames []hit) Cue {
	g := &s.groups[m.id]
	c := Cue{Reason: g.reason, Rule: g.id, Strength: g.strength}
	first, last := m.first, m.last
	for _, f := range from(frames, m.first-maxAtoms-maxReach) {
		if f.first > m.last+maxReach {
			break
		}
		fr := s.frames[f.id]
		switch fr.Side {
		case After:
			if f.last > m.first && f.first > m.first && f.first <= m.last+fr.Reach {
				lift(&c, fr)
				last = max(last, f.last)
			}
		case Before:
			if f.first < m.first && f.last+fr.Reach >= m.first {
				lift(&c, fr)
				if fr.Lifts && f.last+2 >= m.first {
					first = min(first, f.first)
				}
			}
		case Back:
			if f.first >= m.last && f.first <= m.last+fr.Reach {
				lift(&c, fr)
			}
		}
	}
	c.First, c.Last = v.at[first], v.at[last-1]+1
	return c
}
