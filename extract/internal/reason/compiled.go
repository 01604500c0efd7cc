package reason

import (
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/pack"
)

// The compiled form of a Set. Atoms are many and alike (the named lists), so
// each stands once and the patterns name it by number.
type compiledSet struct {
	Groups   []compiledGroup
	Frames   []Frame
	Atoms    []compiledAtom
	Patterns []compiledPattern
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
	Atoms        []uint32
	First, Last  uint64
	Follow       []uint64
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
	number := map[string]uint32{}
	for i, p := range s.progs {
		u := s.uses[i]
		out := compiledPattern{p.source, p.line, nil, p.first, p.last, p.follow, u.frame, u.group, u.part}
		for _, a := range p.atoms {
			id := a.id()
			n, ok := number[id]
			if !ok {
				n = uint32(len(c.Atoms))
				number[id] = n
				c.Atoms = append(c.Atoms, compiledAtom{a.any, a.words, a.stems})
			}
			out.Atoms = append(out.Atoms, n)
		}
		c.Patterns = append(c.Patterns, out)
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
	total := 0
	for i := range c.Patterns {
		total += len(c.Patterns[i].Atoms)
	}
	pool, progs := make([]atom, total), make([]pattern, len(c.Patterns))
	for i := range c.Patterns {
		p := &c.Patterns[i]
		n := len(p.Atoms)
		mine := pool[:n:n]
		pool = pool[n:]
		for k, a := range p.Atoms {
			if int(a) >= len(atoms) {
				return nil, pack.ErrForm
			}
			mine[k] = atoms[a]
		}
		progs[i] = pattern{p.Source, p.Line, mine, p.First, p.Last, p.Follow}
		s.progs[i] = &progs[i]
		s.uses[i] = use{p.Frame, p.Group, p.Part}
	}
	s.index = newIndex(s.progs)
	return s, nil
}
