package calendar

import (
	"github.com/dalbadal/dalbadal/extract/internal/datafile"
	"github.com/dalbadal/dalbadal/extract/internal/fault"
)

// Over reads time words and adds to them those of other files. All are of the shape of time.yaml; the faults are those of more.
func Over(base datafile.Text, more []datafile.Text) (*Words, []fault.Fault) {
	var f fileData
	if _, faults := datafile.Read(base, &f); len(faults) > 0 {
		return nil, faults
	}
	var faults []fault.Fault
	var w *Words
	for _, t := range more {
		var add fileData
		_, bad := datafile.Read(t, &add)
		datafile.Merge(&f, &add)
		var err error
		if w, err = build(&f); err != nil && len(faults)+len(bad) == 0 {
			bad = []fault.Fault{{File: t.Name, Message: err.Error(), Hint: "a word can have one number only, here and in the built-in time.yaml"}}
		}
		faults = append(faults, bad...)
	}
	return w, faults
}
