package frame

import (
	"github.com/dalbadal/dalbadal/extract/internal/datafile"
	"github.com/dalbadal/dalbadal/extract/internal/fault"
)

// StatusOver reads status words and adds to their lists those of another file. Both are of the shape of status.yaml; the faults
// are those of more.
func StatusOver(base, shown, more string) (*StatusWords, []fault.Fault) {
	var f, add statusFile
	if _, faults := datafile.Read("status.yaml", base, &f); len(faults) > 0 {
		return nil, faults
	}
	if _, faults := datafile.Read(shown, more, &add); len(faults) > 0 {
		return nil, faults
	}
	datafile.Merge(&f, &add)
	return buildStatus(&f), nil
}
