package frame

import (
	"github.com/dalbadal/dalbadal/extract/internal/datafile"
	"github.com/dalbadal/dalbadal/extract/internal/fault"
)

// StatusOver reads status words and adds to their lists those of other files. All are of the shape of status.yaml; the faults
// are those of more.
func StatusOver(base datafile.Text, more []datafile.Text) (*StatusWords, []fault.Fault) {
	var f statusFile
	if _, faults := datafile.Read(base, &f); len(faults) > 0 {
		return nil, faults
	}
	var faults []fault.Fault
	for _, t := range more {
		var add statusFile
		_, bad := datafile.Read(t, &add)
		faults = append(faults, bad...)
		datafile.Merge(&f, &add)
	}
	if len(faults) > 0 {
		return nil, faults
	}
	return buildStatus(&f), nil
}
