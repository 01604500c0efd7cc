package calendar

import (
	"github.com/dalbadal/dalbadal/extract/internal/datafile"
	"github.com/dalbadal/dalbadal/extract/internal/fault"
)

// Over reads time words and adds to them those of another file. Both are of the shape of time.yaml; the faults are those of more.
func Over(base, shown, more string) (*Words, []fault.Fault) {
	var f, add fileData
	if _, faults := datafile.Read("time.yaml", base, &f); len(faults) > 0 {
		return nil, faults
	}
	if _, faults := datafile.Read(shown, more, &add); len(faults) > 0 {
		return nil, faults
	}
	datafile.Merge(&f, &add)
	w, err := build(&f)
	if err != nil {
		return nil, []fault.Fault{{File: shown, Message: err.Error(), Hint: "a word can have one number only, here and in the built-in time.yaml"}}
	}
	return w, nil
}
