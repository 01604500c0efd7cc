package extract

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/dalbadal/dalbadal/extract/internal/datafile"
)

const sneak = `- id: leave.sneak
  act: leave
  host: [कन्नी]
  verb: [काट]
  who: [ने, "-"]
  party: [से]
  examples: [{text: "सुरेश वर्मा ने बसपा से कन्नी काट ली।", who: सुरेश वर्मा, left: BSP}]
  counterexamples: ["सुरेश वर्मा ने सवालों से कन्नी काट ली।"]
`

const sneakWords = "hosts:\n  कन्नी: [कन्नी]\n"

// Rules and word lists of folders work together, and without them nothing is changed.
func TestAdd(t *testing.T) {
	x, err := New(AddRules("mine", datafile.Memory{"a.yaml": sneak}), AddLexicon("words", datafile.Memory{"grammar.yaml": sneakWords}),
		AddLexicon("parties", datafile.Memory{"parties.tsv": "id\tname\taliases\ttype\nJKD\tजन कल्याण दल\tजकद\tparty\n"}))
	if err != nil {
		t.Fatal(err)
	}
	a := Article{ID: "a", Text: "पूर्व विधायक सुरेश वर्मा ने जकद से कन्नी काट ली।"}
	if r := x.Extract(a).Records; len(r) != 1 || r[0].Left == nil || r[0].Left.Party != "JKD" || r[0].Left.Name != "जन कल्याण दल" {
		t.Errorf("%+v", r)
	}
	if r := extractor(t).Extract(a).Records; len(r) != 0 {
		t.Errorf("without the folders: %+v", r)
	}
	if first := x.Rules()[0]; first.ID != "leave.sneak" || first.File != "mine/a.yaml" && first.File != `mine\a.yaml` {
		t.Errorf("the first rule is %+v", first)
	}
	for _, r := range x.TestRules("leave.sneak", "leave.quit") {
		if !r.OK {
			t.Errorf("%+v", r)
		}
	}
}

// A folder changes only what it says: with rules that are tried on nothing in them, the annotated articles give the same records.
func TestAddChangesNothingElse(t *testing.T) {
	x := extractor(t)
	y, err := New(AddRules("mine", datafile.Memory{"a.yaml": sneak}), AddLexicon("words", datafile.Memory{"grammar.yaml": sneakWords,
		"places.tsv": "name\ttype\nक्षपुरक्ष\ttown\n"}))
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range goldArticles(t, "../testdata/gold.jsonl") {
		if got, want := y.Extract(a).Records, x.Extract(a).Records; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: other records with a folder that says nothing of it", a.ID)
		}
	}
}

func TestAddFaults(t *testing.T) {
	for _, c := range []struct {
		options []Option
		want    string
	}{
		{[]Option{AddRules("d", datafile.Memory{})}, "d: no rules here"},
		{[]Option{AddRules("d", datafile.Memory{"a.yaml": "- id: x\n"})}, "d/a.yaml:1:3: rule x: it has no act"},
		{[]Option{AddLexicon("d", datafile.Memory{"grammer.yaml": ""})}, "d/grammer.yaml: is no list that a lexicon has (did you mean grammar.yaml?)"},
		{[]Option{AddLexicon("d", datafile.Memory{"README.md": ""})}, "d: no word lists here"},
		{[]Option{AddLexicon("d", datafile.Memory{"status.yaml": "rumor: [क]\n"})}, `d/status.yaml:1:1: unknown key "rumor" (did you mean rumour?)`},
		{[]Option{AddLexicon("d", datafile.Memory{"parties.tsv": "id\tname\ttype\nA B\tक\tclub\n"})}, `d/parties.tsv:2:7: column type: unknown value "club"`},
	} {
		_, err := New(c.options...)
		bad, ok := errors.AsType[*RulesError](err)
		if !ok || len(bad.Faults) == 0 {
			t.Errorf("%s: %v", c.want, err)
			continue
		}
		var all []string
		for _, f := range bad.Faults {
			all = append(all, strings.ReplaceAll(f.String(), `\`, "/"))
		}
		if !strings.Contains("\n"+strings.Join(all, "\n"), "\n"+c.want) {
			t.Errorf("got %q, want %q", all, c.want)
		}
	}
}

// A counter gives the same records, and counts with the clock that it is given.
func TestCounter(t *testing.T) {
	x := extractor(t)
	now := time.Unix(0, 0)
	counter := x.Counter(func() time.Time {
		now = now.Add(time.Millisecond)
		return now
	})
	for _, a := range goldArticles(t, "../testdata/gold.jsonl")[:20] {
		if got, want := counter.Extract(a), x.Extract(a); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: the counter changes the records", a.ID)
		}
	}
	tried, events, records := 0, 0, 0
	for i, u := range counter.Uses() {
		if u.Time != time.Duration(u.Tried)*time.Millisecond {
			t.Errorf("%s: %v in %d trials of a millisecond each", x.Rules()[i].ID, u.Time, u.Tried)
		}
		tried, events, records = tried+u.Tried, events+u.Events, records+u.Records
	}
	if records == 0 || events < records || tried < events {
		t.Errorf("%d tried, %d events, %d records", tried, events, records)
	}
	if x.matcher.Usage != nil {
		t.Error("the extractor itself counts")
	}
}

func BenchmarkNewWithGrammar(b *testing.B) {
	for b.Loop() {
		if _, err := New(AddLexicon("words", datafile.Memory{"grammar.yaml": sneakWords})); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNewWithTable(b *testing.B) {
	for b.Loop() {
		if _, err := New(AddLexicon("words", datafile.Memory{"places.tsv": "name\ttype\nक्षपुर\ttown\n"})); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNewWithRules(b *testing.B) {
	for b.Loop() {
		if _, err := New(AddRules("mine", datafile.Memory{"a.yaml": sneak})); err != nil {
			b.Fatal(err)
		}
	}
}
