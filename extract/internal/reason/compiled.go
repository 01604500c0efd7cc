package reason

import (
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/pack"
)

// The compiled form of a Set. Atoms are many and alike (the named lists), so
// each stands once and the patterns name it by number. Uses and Follow hold
// what the patterns say of their atoms, one pattern after the other.
type compiledSet struct {
	Groups   []compiledGroup
	Frames   []Frame
	Atoms    []compiledAtom
	Patterns []compiledPattern
	Uses     []uint64 // places in Atoms
	Follow   []uint64
}

type compiledGroup struct {
	Reason, ID                string
	Rank                      int
	Strength                  Strength
	Needs                     bool
	Over                      []string
	Examples, Counterexamples []string
}

type compiledAtom struct {
	Any          bool
	Words, Stems []string
}

type compiledPattern struct {
	Source       string
	Line         int
	Atoms        int // how many
	First, Last  uint64
	Frame, Group int32
	Part         part
}

// share lets atoms that are alike share their lists.
func (b *builder) share() {
	seen := map[string]atom{}
	for _, p := range b.progs {
		for i, a := range p.atoms {
			id := a.id()
			if same, ok := seen[id]; ok {
				p.atoms[i] = same
			} else {
				seen[id] = a
			}
		}
	}
}

// id tells atoms apart.
func (a *atom) id() string {
	if a.any {
		return "~"
	}
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
	number := map[string]uint64{}
	for i, p := range s.progs {
		u := s.uses[i]
		c.Patterns = append(c.Patterns, compiledPattern{p.source, p.line, len(p.atoms), p.first, p.last, u.frame, u.group, u.part})
		c.Follow = append(c.Follow, p.follow...)
		for _, a := range p.atoms {
			id := a.id()
			n, ok := number[id]
			if !ok {
				n = uint64(len(c.Atoms))
				number[id] = n
				c.Atoms = append(c.Atoms, compiledAtom{a.any, a.words, a.stems})
			}
			c.Uses = append(c.Uses, n)
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
	atoms := make([]atom, len(c.Atoms))
	for i, a := range c.Atoms {
		atoms[i] = atom{a.Any, a.Words, a.Stems}
	}
	all := make([]atom, len(c.Uses))
	for i, a := range c.Uses {
		if a >= uint64(len(atoms)) {
			return nil, pack.ErrForm
		}
		all[i] = atoms[a]
	}
	follow, progs := c.Follow, make([]pattern, len(c.Patterns))
	for i := range c.Patterns {
		p := &c.Patterns[i]
		n := p.Atoms
		if n < 0 || n > len(all) || n > len(follow) {
			return nil, pack.ErrForm
		}
		progs[i] = pattern{p.Source, p.Line, all[:n:n], p.First, p.Last, follow[:n:n]}
		all, follow = all[n:], follow[n:]
		s.progs[i] = &progs[i]
		s.uses[i] = use{p.Frame, p.Group, p.Part}
	}
	s.makeIndexes()
	return s, nil
}
