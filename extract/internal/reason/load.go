package reason

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

// ErrData is what every error of Load wraps.
var ErrData = errors.New("bad reason data")

// IDs is the closed list of reasons, in the order in which a tie is settled.
var IDs = []string{
	"ticket_denied", "discipline", "corruption", "community", "alliance", "favouritism",
	"personal", "attraction", "ideology", "neglect", "leadership", "public_interest", "ambition", "other",
}

// text is a YAML string that remembers its line.
type text struct {
	s    string
	line int
}

// UnmarshalYAML implements yaml.NodeUnmarshaler.
func (t *text) UnmarshalYAML(n ast.Node) error {
	t.line = n.GetToken().Position.Line
	switch n := n.(type) {
	case *ast.StringNode:
		t.s = n.Value
	case *ast.LiteralNode:
		t.s = strings.TrimSpace(n.Value.Value)
	default:
		return fmt.Errorf("line %d: write a string", t.line)
	}
	return nil
}

type fileData struct {
	Words   map[string][]string    `yaml:"words"`
	Frames  []frameData            `yaml:"frames"`
	Reasons map[string][]groupData `yaml:"reasons"`
}

type frameData struct {
	ID       text   `yaml:"id"`
	Side     text   `yaml:"side"`
	Reach    int    `yaml:"reach"`
	Lifts    bool   `yaml:"lifts"`
	Patterns []text `yaml:"patterns"`
}

type groupData struct {
	ID              text     `yaml:"id"`
	Strength        text     `yaml:"strength"`
	Patterns        []text   `yaml:"patterns"`
	Needs           []text   `yaml:"needs"`
	Unless          []text   `yaml:"unless"`
	Over            []string `yaml:"over"`
	Examples        []string `yaml:"examples"`
	Counterexamples []string `yaml:"counterexamples"`
}

// Load reads reason data: a YAML mapping of words (named lists), frames and
// reasons. An unknown key, an unknown id, or a pattern that does not compile
// is an error that wraps ErrData and tells the line.
func Load(data []byte) (*Set, error) {
	var f fileData
	if err := decode(data, &f); err != nil {
		if errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("%w: the file is empty", ErrData)
		}
		return nil, fmt.Errorf("%w: %w", ErrData, err)
	}
	b := &builder{set: &Set{}, names: f.Words}
	if err := b.build(&f); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrData, err)
	}
	return b.set, nil
}

type builder struct {
	set   *Set
	names map[string][]string
	progs []*written
}

func (b *builder) build(f *fileData) error {
	for i := range f.Frames {
		if err := b.frame(&f.Frames[i]); err != nil {
			return err
		}
	}
	known := map[string]bool{}
	seen := map[string]int{}
	for rank, id := range IDs {
		known[id] = true
		for i := range f.Reasons[id] {
			g := &f.Reasons[id][i]
			if err := b.group(id, rank, g); err != nil {
				return err
			}
			if at, dup := seen[g.ID.s]; dup {
				return fmt.Errorf("line %d: id %q is taken by line %d", g.ID.line, g.ID.s, at)
			}
			seen[g.ID.s] = g.ID.line
		}
	}
	for id := range f.Reasons {
		if !known[id] {
			return fmt.Errorf("%q is no reason: the list is %s", id, strings.Join(IDs, " "))
		}
	}
	atoms := b.place()
	words, stems := entries(atoms)
	b.set.makeIndexes(newLexis(len(atoms), words, stems))
	return nil
}

func (b *builder) compile(list []text, use use) error {
	for _, t := range list {
		p, err := compile(t.s, t.line, b.names)
		if err != nil {
			return fmt.Errorf("line %d: %w", t.line, err)
		}
		b.progs = append(b.progs, p)
		b.set.uses = append(b.set.uses, use)
	}
	return nil
}

func (b *builder) frame(d *frameData) error {
	fr := Frame{ID: d.ID.s, Lifts: d.Lifts, Reach: d.Reach}
	if fr.ID == "" {
		return fmt.Errorf("frame %d has no id", len(b.set.frames)+1)
	}
	switch d.Side.s {
	case "after":
		fr.Side = After
	case "before":
		fr.Side = Before
	case "back":
		fr.Side = Back
	default:
		return fmt.Errorf("line %d: frame %s: side %q: write after, before or back", d.ID.line, fr.ID, d.Side.s)
	}
	if fr.Reach < 0 || fr.Reach > maxReach {
		return fmt.Errorf("line %d: frame %s: reach %d: write 0 to %d", d.ID.line, fr.ID, fr.Reach, maxReach)
	}
	if len(d.Patterns) == 0 {
		return fmt.Errorf("line %d: frame %s has no patterns", d.ID.line, fr.ID)
	}
	b.set.frames = append(b.set.frames, fr)
	return b.compile(d.Patterns, use{frame: int32(len(b.set.frames)), group: -1})
}

func (b *builder) group(reason string, rank int, d *groupData) error {
	g := group{reason: reason, rank: rank, id: d.ID.s, over: d.Over, needs: len(d.Needs) > 0, examples: d.Examples, counterexamples: d.Counterexamples}
	if g.id == "" {
		return fmt.Errorf("a group of %s has no id", reason)
	}
	where := fmt.Sprintf("line %d: %s", d.ID.line, g.id)
	switch d.Strength.s {
	case "topic":
		g.strength = Topic
	case "speech":
		g.strength = Speech
	case "strong":
		g.strength = Strong
	default:
		return fmt.Errorf("%s: strength %q: write strong, speech or topic", where, d.Strength.s)
	}
	if len(d.Patterns) == 0 {
		return fmt.Errorf("%s has no patterns", where)
	}
	if len(d.Examples) == 0 {
		return fmt.Errorf("%s has no examples", where)
	}
	for _, o := range d.Over {
		if !valid(o) {
			return fmt.Errorf("%s: over: %q is no reason", where, o)
		}
	}
	id := int32(len(b.set.groups))
	b.set.groups = append(b.set.groups, g)
	return errors.Join(
		b.compile(d.Patterns, use{group: id, part: partCue}),
		b.compile(d.Needs, use{group: id, part: partNeed}),
		b.compile(d.Unless, use{group: id, part: partUnless}))
}

func valid(id string) bool {
	for _, k := range IDs {
		if k == id {
			return true
		}
	}
	return false
}

// decode reads strict YAML. goccy/go-yaml 1.19 panics on some malformed files
// (a tag without a value); that is an error of the file like any other.
func decode(data []byte, into any) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("malformed YAML: %v", r)
		}
	}()
	return yaml.NewDecoder(bytes.NewReader(data), yaml.Strict()).Decode(into)
}
