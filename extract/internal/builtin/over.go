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

// Layer is a folder; its name stands before those of its files.
type Layer struct {
	Name string
	FS   fs.FS
}

// Add puts the YAML files of lexicon folders, as far as they have them, over the built-in parts.
func (s *Set) Add(layers []Layer) (faults []fault.Fault) {
	faults = append(faults, over(&s.Grammar, layers, "grammar.yaml", syntax.GrammarOver)...)
	faults = append(faults, over(&s.Status, layers, "status.yaml", frame.StatusOver)...)
	faults = append(faults, over(&s.Reasons, layers, "reasons.yaml", reason.Over)...)
	return append(faults, over(&s.Words, layers, "time.yaml", calendar.Over)...)
}

// over replaces one part by what files add to it. The built-in part is read again from its YAML: compiled it cannot grow.
func over[T any](part *T, layers []Layer, file string, read func(base datafile.Text, more []datafile.Text) (T, []fault.Fault)) (faults []fault.Fault) {
	var more []datafile.Text
	for _, l := range layers {
		if _, err := fs.Stat(l.FS, file); err != nil {
			continue
		}
		t, bad := datafile.Open(l.FS, file, filepath.Join(l.Name, file))
		if len(bad) > 0 {
			faults = append(faults, bad...)
			continue
		}
		more = append(more, t)
	}
	if len(more) == 0 {
		return faults
	}
	base, bad := datafile.Open(lexicon.FS, file, file)
	if len(bad) > 0 {
		return append(faults, bad...)
	}
	v, bad := read(base, more)
	if len(bad) == 0 {
		*part = v
	}
	return append(faults, bad...)
}
