package frame

import (
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/datafile"
	"github.com/dalbadal/dalbadal/extract/internal/fault"
)

// Fault is something wrong in a rules file.
type Fault = fault.Fault

// Source is the rules of a folder as they are written: where each part of them stands is known.
type Source struct {
	List   []*Rule
	broken []*Rule // those with faults of their own
	at     map[*Rule]written
}

// written is a rule's place: the file, and the rule's path in it.
type written struct {
	file *datafile.File
	path string
}

// SetPath is called as the rule is read.
func (r *Rule) SetPath(path string, whole bool) { r.path, r.whole = path, whole }

// Read reads every .yaml file of fsys, in order of name, and compiles the rules that have no faults of their own. name stands
// before the names of the files, "" for the built-in ones.
func Read(name string, fsys fs.FS) (*Source, []Fault) {
	src := &Source{at: map[*Rule]written{}}
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return src, []Fault{{File: shown(name, "."), Message: "cannot be read: " + err.Error()}}
	}
	var faults []Fault
	files := 0
	seen := map[string]*Rule{}
	for _, e := range entries {
		switch ext := path.Ext(e.Name()); {
		case ext == ".yml":
			faults = append(faults, Fault{File: shown(name, e.Name()), Message: "is not read", Hint: "rules stand in files whose names end in .yaml: rename it"})
		case ext == ".yaml" && !strings.HasPrefix(e.Name(), "."):
			files++
			faults = append(faults, src.read(fsys, e.Name(), shown(name, e.Name()), seen)...)
		}
	}
	if files == 0 {
		faults = append(faults, Fault{File: shown(name, "."), Message: "no rules here", Hint: "a rules folder holds .yaml files"})
	}
	return src, faults
}

func shown(folder, file string) string {
	if folder == "" {
		return file
	}
	return filepath.Join(folder, file)
}

// read adds the rules of a file.
func (s *Source) read(fsys fs.FS, name, shown string, seen map[string]*Rule) []Fault {
	text, faults := datafile.Open(fsys, name, shown)
	if len(faults) > 0 {
		return faults
	}
	var list []Rule
	file, faults := datafile.Read(text, &list)
	for i := range list {
		r := &list[i]
		s.at[r] = written{file, r.path}
		if r.path != "" {
			r.Line = file.Places[r.path].Line
		}
		if _, ok := file.Places[r.path+"/weight"]; !ok {
			r.Weight = 0.9
		}
		fine := r.whole
		r.path, r.whole, r.File = "", false, shown
		r.compile(func(part, message, hint string) {
			if fine || !strings.HasPrefix(message, lacks) { // what it lacks may be what could not be read
				faults = append(faults, s.fault(r, part, message, hint))
			}
			fine = false
		})
		if first := seen[r.ID]; first != nil {
			faults = append(faults, s.fault(r, "id", "it stands twice", "first at "+first.where()))
			fine = false
		}
		if fine {
			seen[r.ID] = r
			s.List = append(s.List, r)
		} else {
			s.broken = append(s.broken, r)
		}
	}
	if len(faults) == 0 && len(list) == 0 && !onlyComments(text.Text) {
		faults = append(faults, Fault{File: shown, Line: 1, Column: 1, Message: "a rules file is a list", Hint: `begin each rule with "- id: …"`})
	}
	fault.Sort(faults)
	return faults
}

func onlyComments(text string) bool {
	return !slices.ContainsFunc(strings.Split(text, "\n"), func(l string) bool {
		l = strings.TrimSpace(l)
		return l != "" && l[0] != '#' && l != "---" && l != "[]"
	})
}

// fault makes a fault of a part of a rule: "who", "not/2", "" for the rule as a whole.
func (s *Source) fault(r *Rule, part, message, hint string) Fault {
	at := s.at[r]
	if r.ID != "" {
		message = "rule " + r.ID + ": " + message
	}
	if part != "" {
		part = "/" + part
	}
	return at.file.Fault(at.path+part, message, hint)
}

// where is the rule's place, for hints.
func (r *Rule) where() string { return fault.Fault{File: r.File, Line: r.Line}.At() }

// Over puts the rules of more over those of base. One with the id of a rule of base stands where that stood; the others stand
// before all of base, in their order, so that of rules with the same trigger they are tried first.
func Over(base, more []*Rule) []*Rule {
	instead := map[string]*Rule{}
	for _, r := range more {
		instead[r.ID] = r
	}
	known := map[string]bool{}
	for _, r := range base {
		known[r.ID] = true
	}
	var out []*Rule
	for _, r := range more {
		if !known[r.ID] {
			out = append(out, r)
		}
	}
	for _, r := range base {
		if n := instead[r.ID]; n != nil {
			r = n
		}
		out = append(out, r)
	}
	return out
}

// Add puts the rules of more over those of s.
func (s *Source) Add(more *Source) {
	s.List = Over(s.List, more.List)
	s.broken = append(s.broken, more.broken...)
	maps.Copy(s.at, more.at)
}

// LoadOver reads the rules of fsys and puts them over base. name stands before the names of its files.
func LoadOver(base *Rules, name string, fsys fs.FS) (*Rules, []Fault) {
	src, faults := Read(name, fsys)
	if len(faults) > 0 {
		return nil, faults
	}
	return newRules(Over(base.All, src.List)), nil
}
