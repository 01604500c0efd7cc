package calendar

import (
	"strings"
	"testing"

	"github.com/dalbadal/dalbadal/extract/internal/datafile"
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
)

func TestOver(t *testing.T) {
	base := datafile.Text{Name: "time.yaml", Text: "numbers: {5: [पांच]}\ndays: [दिन]\n"}
	w, faults := Over(base, []datafile.Text{{Name: "m", Text: "numbers: {5: [पाँचेक], 6: [छह]}\ndays: [रोज]\n"}})
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	for _, word := range []string{"पांच", "पाँचेक", "छह"} {
		if _, ok := w.numbers[devanagari.Fold(word)]; !ok {
			t.Errorf("%s is no number", word)
		}
	}
	if w.classes[devanagari.Fold("दिन")]&day == 0 || w.classes[devanagari.Fold("रोज")]&day == 0 {
		t.Error("days did not grow")
	}
	for text, want := range map[string]string{
		"numbers: {6: [पांच]}\n":      `m: bad time data: numbers: "पांच" is both 5 and 6`,
		"feasts: {1301: [होली]}\n":    "m: bad time data: feasts: 1301 is not a month and a day",
		"feasts: {101: [\"\u200d\"]}": "m: bad time data: feasts:",
		"dayz: [क]\n":                 `m:1:1: unknown key "dayz": did you mean days?`,
	} {
		if _, faults := Over(base, []datafile.Text{{Name: "m", Text: text}}); len(faults) != 1 || !strings.HasPrefix(faults[0].Error(), want) {
			t.Errorf("%s: %v, want %s", text, faults, want)
		}
	}
}

func FuzzOver(f *testing.F) {
	f.Add("numbers: {5: [पाँचेक]}\ndays: [रोज]\nfeasts: {814: [राखी]}\n")
	f.Fuzz(func(t *testing.T, text string) {
		w, faults := Over(datafile.Text{Name: "time.yaml", Text: "numbers: {5: [पांच]}\n"}, []datafile.Text{{Name: "m", Text: text}})
		if w == nil && len(faults) == 0 {
			t.Error("neither words nor faults")
		}
	})
}
