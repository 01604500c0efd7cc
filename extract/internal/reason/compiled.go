package reason

import (
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/pack"
)

// The compiled form of a Set. The atoms are places in the lexis, which lists its words and stems with the atoms that have them. Uses
// and Follow hold what the patterns say of their atoms, one pattern after the other.
type compiledSet struct {
	Groups       []compiledGroup
	Frames       []Frame
	Atoms        int
	Words, Stems []compiledEntry
	Lists        []uint64 // the atoms of the words, then of the stems
	Patterns     []compiledPattern
	Uses         []uint64 // places, counted from 1; 0 is anyToken
	Follow       []uint64
}

type compiledEntry struct {
	Text  string
	Atoms int // how many
}

type compiledGroup struct {
	Reason, ID                string
	Rank                      int
	Strength                  Strength
	Needs                     bool
	Over                      []string
	Examples, Counterexamples []string
}

type compiledPattern struct {
	Source       string
	Line         int
	Atoms        int // how many
	First, Last  uint64
	Frame, Group int32
	Part         part
}

// place gives the atoms of the patterns their places; those that are alike share one.
func (b *builder) place() []atom {
	var atoms []atom
	seen := map[string]int32{}
	for _, p := range b.progs {
		for _, a := range p.written {
			if a.any {
				p.atoms = append(p.atoms, anyToken)
				continue
			}
			id := a.id()
			n, ok := seen[id]
			if !ok {
				n = int32(len(atoms))
				seen[id], atoms = n, append(atoms, a)
			}
			p.atoms = append(p.atoms, n)
		}
		b.set.progs = append(b.set.progs, &p.pattern)
	}
	return atoms
}

// id tells atoms apart.
func (a *atom) id() string {
	return strings.Join(a.words, " ") + "|" + strings.Join(a.stems, " ")
}

// Compile gives a form of reason data that LoadCompiled reads faster than Load reads YAML.
func Compile(data []byte) (string, error) {
	s, err := Load(data)
	if err != nil {
		return "", err
	}
	c := compiledSet{Frames: s.frames}
	for _, g := range s.groups {
		c.Groups = append(c.Groups, compiledGroup{g.reason, g.id, g.rank, g.strength, g.needs, g.over, g.examples, g.counterexamples})
	}
	c.Atoms = s.lexis.atoms
	list := func(entries []entry) (out []compiledEntry) {
		for _, e := range entries {
			out = append(out, compiledEntry{e.text, len(e.atoms)})
			for _, a := range e.atoms {
				c.Lists = append(c.Lists, uint64(a))
			}
		}
		return out
	}
	words, stems := s.lexis.entries()
	c.Words, c.Stems = list(words), list(stems)
	for i, p := range s.progs {
		u := s.uses[i]
		c.Patterns = append(c.Patterns, compiledPattern{p.source, p.line, len(p.atoms), p.first, p.last, u.frame, u.group, u.part})
		c.Follow = append(c.Follow, p.follow...)
		for _, a := range p.atoms {
			c.Uses = append(c.Uses, uint64(a+1))
		}
	}
	return pack.Marshal(c)
}

// LoadCompiled reads what Compile gave.
func LoadCompiled(raw string) (*Set, error) {
	var c compiledSet
	if err := pack.Unmarshal(raw, &c); err != nil {
		return nil, err
	}
	s := &Set{frames: c.Frames, groups: make([]group, len(c.Groups)), progs: make([]*pattern, len(c.Patterns)), uses: make([]use, len(c.Patterns))}
	for i, g := range c.Groups {
		s.groups[i] = group{g.Reason, g.ID, g.Rank, g.Strength, g.Needs, g.Over, g.Examples, g.Counterexamples}
	}
	if c.Atoms < 0 || c.Atoms > len(c.Lists) {
		return nil, pack.ErrForm
	}
	place := func(n uint64, least int32) (int32, error) {
		if n > uint64(c.Atoms) || int32(n)-1 < least {
			return 0, pack.ErrForm
		}
		return int32(n) - 1, nil
	}
	lists := make([]int32, len(c.Lists))
	for i, n := range c.Lists {
		a, err := place(n+1, 0)
		if err != nil {
			return nil, err
		}
		lists[i] = a
	}
	unlist := func(of []compiledEntry) ([]entry, error) {
		out := make([]entry, len(of))
		for i, e := range of {
			if e.Text == "" || e.Atoms < 0 || e.Atoms > len(lists) {
				return nil, pack.ErrForm
			}
			out[i] = entry{e.Text, lists[:e.Atoms:e.Atoms]}
			lists = lists[e.Atoms:]
		}
		return out, nil
	}
	words, err := unlist(c.Words)
	if err != nil {
		return nil, err
	}
	stems, err := unlist(c.Stems)
	if err != nil {
		return nil, err
	}
	all := make([]int32, len(c.Uses))
	for i, n := range c.Uses {
		if all[i], err = place(n, anyToken); err != nil {
			return nil, err
		}
	}
	follow, progs := c.Follow, make([]pattern, len(c.Patterns))
	for i := range c.Patterns {
		p := &c.Patterns[i]
		n := p.Atoms
		if n < 0 || n > len(all) || n > len(follow) {
			return nil, pack.ErrForm
		}
		progs[i] = pattern{source: p.Source, line: p.Line, atoms: all[:n:n], first: p.First, last: p.Last, follow: follow[:n:n]}
		if !progs[i].sound() {
			return nil, pack.ErrForm
		}
		all, follow = all[n:], follow[n:]
		s.progs[i] = &progs[i]
		s.uses[i] = use{p.Frame, p.Group, p.Part}
	}
	s.makeIndexes(newLexis(c.Atoms, words, stems))
	return s, nil
}
