package builtin

import (
	"io/fs"
	"path/filepath"

	"github.com/dalbadal/dalbadal/extract/internal/calendar"
	"github.com/dalbadal/dalbadal/extract/internal/datafile"
	"github.com/dalbadal/dalbadal/extract/internal/fault"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/reason"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
	"github.com/dalbadal/dalbadal/extract/lexicon"
)

// Files are the YAML files of a lexicon.
var Files = []string{"grammar.yaml", "status.yaml", "reasons.yaml", "time.yaml"}

// Add puts the YAML files of a lexicon folder, as far as it has them, over the parts of s. name stands before their names.
func (s *Set) Add(name string, fsys fs.FS) (faults []fault.Fault) {
	faults = append(faults, over(&s.Grammar, name, fsys, "grammar.yaml", syntax.GrammarOver)...)
	faults = append(faults, over(&s.Status, name, fsys, "status.yaml", frame.StatusOver)...)
	faults = append(faults, over(&s.Reasons, name, fsys, "reasons.yaml", reason.Over)...)
	return append(faults, over(&s.Words, name, fsys, "time.yaml", calendar.Over)...)
}

// over replaces one part by what a file adds to it. The built-in part is read again from its YAML: compiled it cannot grow.
func over[T any](part *T, name string, fsys fs.FS, file string, read func(base, shown, more string) (T, []fault.Fault)) []fault.Fault {
	if _, err := fs.Stat(fsys, file); err != nil {
		return nil
	}
	shown := filepath.Join(name, file)
	more, faults := datafile.Open(fsys, file, shown)
	if len(faults) > 0 {
		return faults
	}
	base, faults := datafile.Open(lexicon.FS, file, file)
	if len(faults) > 0 {
		return faults
	}
	v, faults := read(base, shown, more)
	if len(faults) == 0 {
		*part = v
	}
	return faults
}
