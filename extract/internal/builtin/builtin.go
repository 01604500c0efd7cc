// Package builtin gives the built-in rules and the YAML part of the built-in
// lexicons. It reads them from compiled.bin, which go generate makes of the YAML
// files: that takes a few milliseconds where YAML takes fifty. A part whose YAML
// has changed since is read from the YAML, so that compiled.bin is never more
// than a matter of speed; a test fails until it is made anew.
package builtin

import (
	"cmp"
	_ "embed"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"sync"

	"github.com/dalbadal/dalbadal/extract/internal/calendar"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/pack"
	"github.com/dalbadal/dalbadal/extract/internal/reason"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
	"github.com/dalbadal/dalbadal/extract/lexicon"
	"github.com/dalbadal/dalbadal/extract/rules"
)

//go:generate go run ./gen

//go:embed compiled.bin
var compiled string

// section is one part in compiled.bin.
type section struct {
	Name string
	Sum  uint64 // of the YAML it was made of
	Data string
}

// part is one kind of data, in its two forms.
type part[T any] struct {
	name    string
	fsys    fs.FS
	files   string // the YAML files, a pattern
	compile func() (string, error)
	fast    func(string) (T, error)
	slow    func() (T, error)
}

var (
	rulesPart = part[*frame.Rules]{"rules", rules.FS, "*.yaml",
		func() (string, error) { return frame.Compile(rules.FS) }, frame.LoadCompiled,
		func() (*frame.Rules, error) {
			set, faults := frame.Load(rules.FS)
			if len(faults) > 0 {
				return nil, faults[0]
			}
			return set, nil
		}}
	grammarPart = part[*syntax.Grammar]{"grammar", lexicon.FS, "grammar.yaml",
		func() (string, error) { return syntax.CompileGrammar(lexicon.FS, "grammar.yaml") }, syntax.LoadCompiledGrammar,
		func() (*syntax.Grammar, error) { return syntax.LoadGrammar(lexicon.FS, "grammar.yaml") }}
	statusPart = part[*frame.StatusWords]{"status", lexicon.FS, "status.yaml",
		func() (string, error) { return frame.CompileStatus(lexicon.FS, "status.yaml") }, frame.LoadCompiledStatus,
		func() (*frame.StatusWords, error) { return frame.LoadStatus(lexicon.FS, "status.yaml") }}
	wordsPart   = filePart("time.yaml", calendar.Compile, calendar.LoadCompiled, calendar.Load)
	reasonsPart = filePart("reasons.yaml", reason.Compile, reason.LoadCompiled, reason.Load)
)

// filePart is the part of one file of the lexicon.
func filePart[T any](file string, compile func([]byte) (string, error), fast func(string) (T, error), slow func([]byte) (T, error)) part[T] {
	return part[T]{file, lexicon.FS, file, func() (string, error) { return fromFile(file, compile) }, fast, func() (T, error) { return fromFile(file, slow) }}
}

func fromFile[T any](file string, f func([]byte) (T, error)) (T, error) {
	var none T
	raw, err := fs.ReadFile(lexicon.FS, file)
	if err != nil {
		return none, err
	}
	v, err := f(raw)
	if err != nil {
		return none, fmt.Errorf("%s: %w", file, err)
	}
	return v, nil
}

// load reads the part's compiled form, or its YAML where that is not up to date.
func (p part[T]) load(sections []section) (T, error) {
	for _, s := range sections {
		if sum, err := p.sum(); s.Name == p.name && err == nil && s.Sum == sum {
			if v, err := p.fast(s.Data); err == nil {
				return v, nil
			}
		}
	}
	return p.slow()
}

func (p part[T]) section() (section, error) {
	sum, err := p.sum()
	if err != nil {
		return section{}, err
	}
	data, err := p.compile()
	return section{p.name, sum, data}, err
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// sum tells versions of the part's YAML files apart.
func (p part[T]) sum() (uint64, error) {
	names, err := fs.Glob(p.fsys, p.files)
	if err != nil {
		return 0, err
	}
	h := crc32.New(castagnoli)
	var size int64
	buf := make([]byte, 16<<10)
	for _, name := range names {
		io.WriteString(h, name)
		f, err := p.fsys.Open(name)
		if err != nil {
			return 0, err
		}
		n, err := io.CopyBuffer(h, f, buf)
		f.Close()
		if err != nil {
			return 0, err
		}
		size += n
	}
	return uint64(size)<<32 | uint64(h.Sum32()), nil
}

// Set is the data of an extractor, but for the lexicon of names.
type Set struct {
	Rules   *frame.Rules // nil if they were not asked for
	Grammar *syntax.Grammar
	Status  *frame.StatusWords
	Words   *calendar.Words
	Reasons *reason.Set
}

// Load gives the built-in data; the rules only if withRules is set.
func Load(withRules bool) (*Set, error) {
	var sections []section
	if err := pack.Unmarshal(compiled, &sections); err != nil {
		sections = nil
	}
	return load(sections, withRules)
}

// load reads the parts at once.
func load(sections []section, withRules bool) (*Set, error) {
	s := &Set{}
	var faults [5]error
	var all sync.WaitGroup
	if withRules {
		all.Go(func() { s.Rules, faults[0] = rulesPart.load(sections) })
	}
	all.Go(func() { s.Grammar, faults[1] = grammarPart.load(sections) })
	all.Go(func() { s.Status, faults[2] = statusPart.load(sections) })
	all.Go(func() { s.Words, faults[3] = wordsPart.load(sections) })
	all.Go(func() { s.Reasons, faults[4] = reasonsPart.load(sections) })
	all.Wait()
	if err := cmp.Or(faults[:]...); err != nil {
		return nil, err
	}
	return s, nil
}

// Compile gives what compiled.bin should hold, byte for byte the same for the
// same YAML files.
func Compile() (string, error) {
	var sections []section
	for _, f := range []func() (section, error){rulesPart.section, grammarPart.section, statusPart.section, wordsPart.section, reasonsPart.section} {
		s, err := f()
		if err != nil {
			return "", err
		}
		sections = append(sections, s)
	}
	return pack.Marshal(sections)
}
