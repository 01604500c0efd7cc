package syntax

import (
	"io/fs"
	"maps"
	"slices"

	"github.com/dalbadal/dalbadal/extract/internal/pack"
)

// compiledGrammar is grammar.yaml with its verbs conjugated: word i of Words has the
// readings Lemmas and Forms, as many as Readings[i], after those of the words before it.
type compiledGrammar struct {
	File     grammarFile
	Words    []string
	Readings []uint8
	Lemmas   []string
	Forms    []Form
}

// CompileGrammar gives a form of grammar.yaml that LoadCompiledGrammar reads
// faster than LoadGrammar reads YAML.
func CompileGrammar(fsys fs.FS, name string) (string, error) {
	f, err := readGrammar(fsys, name)
	if err != nil {
		return "", err
	}
	verbs := verbTable(f.Verbs, f.Irregular, f.ValaForms)
	if _, err := buildGrammar(name, f, verbs); err != nil {
		return "", err
	}
	c := compiledGrammar{File: *f}
	c.File.Verbs, c.File.Irregular = nil, nil
	for _, w := range slices.Sorted(maps.Keys(verbs)) {
		c.Words = append(c.Words, w)
		c.Readings = append(c.Readings, uint8(len(verbs[w])))
		for _, v := range verbs[w] {
			c.Lemmas = append(c.Lemmas, v.Lemma)
			c.Forms = append(c.Forms, v.Form)
		}
	}
	return pack.Marshal(c)
}

// LoadCompiledGrammar reads what CompileGrammar gave.
func LoadCompiledGrammar(raw string) (*Grammar, error) {
	var c compiledGrammar
	if err := pack.Unmarshal(raw, &c); err != nil {
		return nil, err
	}
	total := 0
	for _, n := range c.Readings {
		total += int(n)
	}
	if len(c.Readings) != len(c.Words) || len(c.Lemmas) != total || len(c.Forms) != total {
		return nil, pack.ErrForm
	}
	readings := make([]VerbForm, total)
	for i := range readings {
		readings[i] = VerbForm{c.Lemmas[i], c.Forms[i]}
	}
	verbs := make(map[string][]VerbForm, len(c.Words))
	for i, w := range c.Words {
		n := c.Readings[i]
		verbs[w], readings = readings[:n:n], readings[n:]
	}
	return buildGrammar("grammar.yaml", &c.File, verbs)
}
