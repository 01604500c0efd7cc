package extract

import (
	"cmp"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/dalbadal/dalbadal/extract/internal/builtin"
	"github.com/dalbadal/dalbadal/extract/internal/fault"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
	data "github.com/dalbadal/dalbadal/extract/lexicon"
)

// AddRules puts the rules of fsys, a folder of .yaml files, over the others: a rule with the id of one of them takes its place,
// and the rest are tried before all of them, in the order of files and lines. name stands before the names of the files in
// faults and lists. Of several such options a later one goes over an earlier.
func AddRules(name string, fsys fs.FS) Option {
	return func(o *options) { o.moreRules = append(o.moreRules, layer{name, fsys}) }
}

// AddLexicon puts the word lists of fsys, a folder of files named as those of extract/lexicon are, over the built-in ones: in the
// TSV files an entry with the key of a built-in one takes its place, the others are added; the lists of the YAML files grow. The
// TSV files are compiled with the built-in ones, which takes some tenths of a second. name stands before the names of the files
// in faults.
func AddLexicon(name string, fsys fs.FS) Option {
	return func(o *options) { o.moreLex = append(o.moreLex, layer{name, fsys}) }
}

// load reads the rules and word lists. Faults are those of files from outside.
func (o *options) load() (set *builtin.Set, lex *lexicon.Lexicon, faults []fault.Fault, err error) {
	var ofLexicon []fault.Fault
	var lexErr error
	var both sync.WaitGroup
	both.Go(func() { lex, ofLexicon, lexErr = o.loadLexicon() })
	set, err = builtin.Load(o.rules == nil)
	both.Wait()
	if err = cmp.Or(err, lexErr); err != nil {
		return nil, nil, nil, err
	}
	faults = append(ofLexicon, set.Add(o.yaml())...)
	if o.rules != nil {
		var bad []fault.Fault
		set.Rules, bad = frame.Load(o.rules)
		faults = append(faults, bad...)
	}
	for _, l := range o.moreRules {
		if set.Rules == nil {
			break // its faults are told
		}
		var bad []fault.Fault
		set.Rules, bad = frame.LoadOver(set.Rules, l.name, l.fsys)
		faults = append(faults, bad...)
	}
	return set, lex, faults, nil
}

// layer is a folder that is put over the built-in rules or word lists.
type layer struct {
	name string
	fsys fs.FS
}

func (o *options) yaml() (layers []builtin.Layer) {
	for _, l := range o.moreLex {
		layers = append(layers, builtin.Layer{Name: l.name, FS: l.fsys})
	}
	return layers
}

func (o *options) tables() (layers []lexicon.Layer) {
	for _, l := range o.moreLex {
		layers = append(layers, lexicon.Layer{Name: l.name, FS: l.fsys})
	}
	return layers
}

// files looks at the names in the lexicon folders: whether there are TSV files, and what is named as no list is.
func (o *options) files() (tables bool, faults []fault.Fault) {
	for _, l := range o.moreLex {
		has, bad := l.files()
		tables, faults = tables || has, append(faults, bad...)
	}
	return tables, faults
}

// loadLexicon maps the compiled lexicon, or compiles it where TSV files are added.
func (o *options) loadLexicon() (*lexicon.Lexicon, []fault.Fault, error) {
	tables, faults := o.files()
	if len(faults) > 0 {
		return nil, faults, nil
	}
	if tables {
		lex, faults := lexicon.LoadOver(data.FS, o.tables())
		return lex, faults, nil
	}
	lex, err := lexicon.Load()
	return lex, nil, err
}

// files looks at the names of a lexicon folder. A file that is named as no list is would be passed over in silence.
func (l *layer) files() (tables bool, faults []fault.Fault) {
	known := slices.Concat(lexicon.Files(), builtin.Files)
	entries, err := fs.ReadDir(l.fsys, ".")
	if err != nil {
		return false, []fault.Fault{{File: l.name, Message: "cannot be read: " + err.Error()}}
	}
	found := false
	for _, e := range entries {
		name := e.Name()
		switch ext := path.Ext(name); {
		case slices.Contains(known, name):
			found = true
			tables = tables || ext == ".tsv"
		case strings.HasPrefix(name, "."):
		case ext == ".tsv" || ext == ".yaml" || ext == ".yml" || ext == ".csv":
			hint := "the files of a lexicon are " + strings.Join(known, ", ")
			if near := fault.Nearest(name, known); near != "" {
				hint = "did you mean " + near + "?"
			}
			faults = append(faults, fault.Fault{File: filepath.Join(l.name, name), Message: "is no list that a lexicon has", Hint: hint})
		}
	}
	if !found && len(faults) == 0 {
		faults = append(faults, fault.Fault{File: l.name, Message: "no word lists here", Hint: "the files of a lexicon are " + strings.Join(known, ", ")})
	}
	return tables, faults
}
