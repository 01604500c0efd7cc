package extract

import (
	"bufio"
	"encoding/json"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
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

// Sentences with words left out, moved and brought in from others say what nobody meant to: they must not crash, their records must
// hold, and the screen must not change them.
func TestMutations(t *testing.T) {
	x := extractor(t)
	all := parsesAll(x)
	schema := compiledSchema(t)
	var sentences [][]string
	for _, a := range goldArticles(t, "../testdata/gold.jsonl") {
		for _, s := range strings.FieldsFunc(a.Title+"\n"+a.Text, func(r rune) bool { return r == '।' || r == '\n' }) {
			if w := strings.Fields(s); len(w) > 0 && len(w) < 40 {
				sentences = append(sentences, w)
			}
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	marks := []string{"\"", "“", "”", "'", "(", ")", ":", "-", "\n", "\n• ", "?", ","}
	one := func() []string { return sentences[random.IntN(len(sentences))] }
	mutant := func() string {
		w := slices.Clone(one())
		for range random.IntN(4) {
			i, other := random.IntN(len(w)), one()
			switch j := random.IntN(len(other)); random.IntN(5) {
			case 0:
				if len(w) > 1 {
					w = slices.Delete(w, i, i+1)
				}
			case 1:
				j %= len(w)
				w[i], w[j] = w[j], w[i]
			case 2:
				w[i] = other[j]
			case 3:
				w = slices.Insert(w, i, other[j:min(len(other), j+1+random.IntN(5))]...)
			case 4:
				w = slices.Insert(w, i, marks[random.IntN(len(marks))])
			}
		}
		return strings.Join(w, " ")
	}
	const rounds, least = 6000, 400 // articles, and how many of them must tell of a move for the test to mean something
	told := 0
	for range rounds {
		a := Article{ID: "mutant", Text: mutant() + "। " + mutant() + "।" + mutant(), Published: "2024-01-31"}
		if random.IntN(2) == 0 {
			a.Title = mutant()
		}
		got := x.Extract(a).Records
		if want := all.Extract(a).Records; !reflect.DeepEqual(got, want) {
			t.Errorf("%q, %q\nwith the screen %d records, without it %d", a.Title, a.Text, len(got), len(want))
		}
		for _, r := range got {
			check(t, schema, a, r)
		}
		if len(got) > 0 {
			told++
		}
	}
	if told < least {
		t.Errorf("only %d of %d articles have records", told, rounds)
	}
}
