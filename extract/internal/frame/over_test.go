package frame

import (
	"testing"

	"github.com/dalbadal/dalbadal/extract/internal/datafile"
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
)

func TestStatusOver(t *testing.T) {
	base := datafile.Text{Name: "status.yaml", Text: "rumour: [चर्चा]\n"}
	w, faults := StatusOver(base, []datafile.Text{{Name: "a", Text: "rumour: [कानाफूसी]\n"}, {Name: "b", Text: "deny: [कोरी]\n"}})
	if len(faults) > 0 || !w.Rumour[devanagari.Fold("चर्चा")] || !w.Rumour[devanagari.Fold("कानाफूसी")] || !w.Deny[devanagari.Fold("कोरी")] {
		t.Errorf("%v %+v", faults, w)
	}
	if _, faults := StatusOver(base, []datafile.Text{{Name: "m", Text: "rumours: [क]\n"}}); len(faults) != 1 || faults[0].Error() != `m:1:1: unknown key "rumours": did you mean rumour?` {
		t.Error(faults)
	}
}

func FuzzStatusOver(f *testing.F) {
	f.Add("rumour: [कानाफूसी]\nrumour_phrases: [माना जा]\n")
	f.Fuzz(func(t *testing.T, text string) {
		w, faults := StatusOver(datafile.Text{Name: "status.yaml", Text: "rumour: [चर्चा]\n"}, []datafile.Text{{Name: "m", Text: text}})
		if w == nil && len(faults) == 0 {
			t.Error("neither words nor faults")
		}
	})
}
