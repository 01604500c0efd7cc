package reason

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/datafile"
	"github.com/dalbadal/dalbadal/extract/internal/fault"
)

// SetScalar implements datafile.Scalar.
func (t *text) SetScalar(s string, line int) { t.s, t.line = s, line }

// Over reads reason data and puts those of other files over them: named lists of words grow; a frame or group takes the place
// of the one with its id, or comes behind the others. All are of the shape of reasons.yaml; the faults are those of more.
func Over(base datafile.Text, more []datafile.Text) (*Set, []fault.Fault) {
	var f fileData
	if _, faults := datafile.Read(base, &f); len(faults) > 0 {
		return nil, faults
	}
	if f.Reasons == nil {
		f.Reasons = map[string][]groupData{}
	}
	var faults []fault.Fault
	var b *builder
	for _, t := range more {
		bad := f.add(t)
		b = &builder{set: &Set{}, names: f.Words}
		if err := b.build(&f); err != nil && len(faults)+len(bad) == 0 {
			bad = []fault.Fault{{File: t.Name, Message: err.Error()}}
		}
		faults = append(faults, bad...)
	}
	if len(faults) > 0 || b == nil {
		return nil, faults
	}
	return b.set, nil
}

// add puts the data of a file over f.
func (f *fileData) add(t datafile.Text) []fault.Fault {
	var add fileData
	file, faults := datafile.Read(t, &add)
	if len(faults) > 0 {
		return faults
	}
	datafile.Merge(&f.Words, &add.Words)
	// each pattern by itself, for the places of their faults
	patterns := func(path string, list []text) {
		for i, t := range list {
			if _, err := compile(t.s, t.line, f.Words); err != nil {
				faults = append(faults, file.Fault(fmt.Sprintf("%s/%d", path, i), err.Error(), "a <list> is one of words: "+strings.Join(slices.Sorted(maps.Keys(f.Words)), ", ")))
			}
		}
	}
	for i := range add.Frames {
		patterns(fmt.Sprintf("frames/%d/patterns", i), add.Frames[i].Patterns)
	}
	for _, reason := range slices.Sorted(maps.Keys(add.Reasons)) {
		if !valid(reason) {
			faults = append(faults, file.Fault("reasons/"+reason, fmt.Sprintf("%q is no reason", reason), "the list is "+strings.Join(IDs, ", ")))
		}
		for i, g := range add.Reasons[reason] {
			at := fmt.Sprintf("reasons/%s/%d", reason, i)
			patterns(at+"/patterns", g.Patterns)
			patterns(at+"/needs", g.Needs)
			patterns(at+"/unless", g.Unless)
		}
	}
	if len(faults) > 0 {
		fault.Sort(faults)
		return faults
	}
	alone := &builder{set: &Set{}, names: f.Words} // its errors are of this file
	if err := alone.build(&add); err != nil {
		return []fault.Fault{atLine(file, err)}
	}
	for _, fr := range add.Frames {
		f.Frames = replace(f.Frames, fr, func(d frameData) string { return d.ID.s })
	}
	for _, reason := range slices.Sorted(maps.Keys(add.Reasons)) {
		for _, g := range add.Reasons[reason] {
			f.Reasons[reason] = replace(f.Reasons[reason], g, func(d groupData) string { return d.ID.s })
		}
	}
	return nil
}

// atLine is the fault of an error that begins with its line.
func atLine(file *datafile.File, err error) fault.Fault {
	var line int
	if n, _ := fmt.Sscanf(err.Error(), "line %d:", &line); n == 0 {
		return fault.Fault{File: file.Name, Message: err.Error()}
	}
	_, message, _ := strings.Cut(err.Error(), ": ")
	return file.At(datafile.Place{Line: line}, message, "")
}

// replace puts an entry where the one with its id stands, or behind the others.
func replace[T any](list []T, entry T, id func(T) string) []T {
	if i := slices.IndexFunc(list, func(old T) bool { return id(old) == id(entry) }); i >= 0 {
		list[i] = entry
		return list
	}
	return append(list, entry)
}
