package extract

import (
	"bufio"
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"
)

// parsesAll is an extractor that parses every article, whatever its words.
func parsesAll(x *Extractor) *Extractor {
	y := *x
	y.screen = nil
	return &y
}

// The screen only saves work: with it and without it an article has the same records.
func TestScreenChangesNothing(t *testing.T) {
	x := extractor(t)
	all := parsesAll(x)
	screened, articles := 0, 0
	check := func(a Article) {
		articles++
		want := all.Extract(a)
		got := x.Extract(a)
		if !reflect.DeepEqual(got.Records, want.Records) {
			t.Errorf("%s: %q\nwith the screen %d records, without it %d", a.ID, a.Title, len(got.Records), len(want.Records))
		}
		if got.Triggers == 0 && want.Triggers > 0 {
			screened++
		}
	}
	for _, r := range x.matcher.Rules.All {
		for _, e := range r.Examples {
			a := Article{ID: r.ID, Text: e.Text}
			if e.Title {
				a.Title, a.Text = e.Text, ""
			}
			check(a)
		}
		for _, c := range r.Counterexamples {
			check(Article{ID: r.ID, Text: c})
		}
	}
	for _, path := range []string{"../testdata/gold.jsonl", "../../shared/gold/dev.jsonl", "../../shared/corpus/factcheck.jsonl"} {
		f, err := os.Open(path)
		if err != nil {
			if strings.Contains(path, "shared") {
				t.Logf("without the shared articles of %s, which are not here", path)
				continue
			}
			t.Fatal(err)
		}
		defer f.Close()
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<24)
		for lines.Scan() {
			var a struct{ ID, Title, Text, Published string }
			if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
				t.Fatal(err)
			}
			check(Article{ID: a.ID, Title: a.Title, Text: a.Text, Published: a.Published})
		}
	}
	if screened == 0 {
		t.Error("no article was screened out")
	}
	t.Logf("%d of %d articles with a trigger were screened out", screened, articles)
}
