package score

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/dalbadal/dalbadal/extract"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"हिन्दू", "हिंदू"},
		{"सम्बन्ध", "संबंध"},
		{"काँग्रेस", "कांग्रेस"},
		{"ज़ाहिद", "जाहिद"},
		{"डॉ.राम-लाल", "डॉ राम  लाल"},
		{"क्\u200dया", "क् या"},
		{"“सपा” (एस)", "सपा एस"},
	} {
		if fold(c.a) != fold(c.b) {
			t.Errorf("%s folds to %q, %s to %q", c.a, fold(c.a), c.b, fold(c.b))
		}
	}
	// A nasal before a vowel sign or य is no anusvara, before म it is, as in score.py.
	if fold("कन्हैया") != "कंहैया" || fold("जन") != "जन" || fold("न्") != "न्" {
		t.Errorf("nasals: %q %q %q", fold("कन्हैया"), fold("जन"), fold("न्"))
	}
}

func TestPerson(t *testing.T) {
	name := func(n string, alt ...string) *Move { return &Move{Who: Who{Name: n}, WhoAlt: alt} }
	group := &Move{Who: Who{Group: "कई कार्यकर्ता"}}
	for _, c := range []struct {
		what string
		g, p *Move
		want int
	}{
		{"same name", name("अमर सिंह यादव"), name("अमर सिंह यादव"), 2},
		{"another form in the article", name("अमर सिंह यादव", "अमर सिंह"), name("अमर सिंह"), 2},
		{"another spelling", name("आनन्द"), name("आनंद"), 2},
		{"part of the name", name("अमर सिंह यादव"), name("अमर यादव"), 1},
		{"more than the name", name("अमर यादव"), name("अमर सिंह यादव"), 1},
		{"one word in common", name("अमर यादव"), name("रमेश यादव"), 0},
		{"nothing but punctuation", name("अमर यादव"), name("-"), 0},
		{"two groups", group, &Move{Who: Who{Group: "समर्थक"}}, 2},
		{"group and person", group, name("अमर यादव"), 0},
	} {
		if got := person(c.g, c.p); got != c.want {
			t.Errorf("%s: %d, not %d", c.what, got, c.want)
		}
	}
}

// gold and pred are a pair that is right in everything.
func goldMove() *Move {
	return &Move{
		Kind: extract.Switch, Who: Who{Name: "अमर सिंह यादव"}, Role: "पूर्व विधायक",
		Left: "SP", LeftStatus: extract.Done, Joined: "BSP", JoinedStatus: extract.Done,
		Where: []string{"हाथरस"}, WhereOK: []string{"उत्तर प्रदेश"}, Why: []string{"neglect"}, When: "2024-04-28",
	}
}

func record(change func(*extract.Record)) extract.Record {
	r := extract.Record{
		Doc: extract.Doc{ID: "a"}, Kind: extract.Switch, Who: extract.Who{Name: "अमर सिंह यादव", Role: "पूर्व विधायक"},
		Left:     &extract.Leg{Party: "SP", Status: extract.Done},
		Joined:   &extract.Leg{Party: "BSP", Status: extract.Done},
		Where:    []extract.Place{{Name: "हाथरस"}},
		Why:      []extract.Reason{{Reason: "neglect"}},
		When:     &extract.When{Date: "2024-04-28"},
		Evidence: []extract.Evidence{{In: "text", Start: 1, End: 3, Text: "मर"}},
	}
	change(&r)
	return r
}

func TestMeasure(t *testing.T) {
	type figures map[string][2]float64 // precision and recall, where they are not 1
	miss := [2]float64{0, 0}
	for _, c := range []struct {
		what   string
		gold   func(*Move)
		change func(*extract.Record)
		want   figures
	}{
		{"all right", nil, nil, figures{}},
		{"a wrong status", nil, func(r *extract.Record) { r.Left.Status = extract.Rumoured },
			figures{"exact_core": miss, "exact_all": miss, "left_status": miss}},
		{"a wrong party costs its status too", nil, func(r *extract.Record) { r.Joined.Party = "BJP" },
			figures{"exact_core": miss, "exact_all": miss, "joined": miss, "joined_status": miss}},
		{"a missing leg", nil, func(r *extract.Record) { r.Joined = nil },
			figures{"exact_core": miss, "exact_all": miss, "joined": {1, 0}, "joined_status": {1, 0}}},
		{"part of the name is a match, but not exact", nil, func(r *extract.Record) { r.Who.Name = "अमर यादव" },
			figures{"exact_core": miss, "exact_all": miss, "who": miss}},
		{"a place that is ok is no error, but not the one wanted", nil, func(r *extract.Record) { r.Where[0].Name = "उत्तर प्रदेश" },
			figures{"exact_all": miss, "where": {1, 0}}},
		{"a place too many", nil, func(r *extract.Record) { r.Where = append(r.Where, extract.Place{Name: "आगरा"}) },
			figures{"exact_all": miss, "where": {0.5, 1}}},
		{"a reason is missing", nil, func(r *extract.Record) { r.Why = nil },
			figures{"exact_all": miss, "why": {1, 0}}},
		{"half of the role's words will do", nil, func(r *extract.Record) { r.Who.Role = "विधायक" }, figures{}},
		{"another role", nil, func(r *extract.Record) { r.Who.Role = "सांसद" }, figures{"role": miss}},
		{"a wrong day", nil, func(r *extract.Record) { r.When.Date = "2024-04-29" }, figures{"when": miss}},
		{"the day of what has not happened is not judged",
			func(g *Move) { g.LeftStatus, g.JoinedStatus = extract.Announced, extract.Announced },
			func(r *extract.Record) {
				r.Left.Status, r.Joined.Status, r.When.Date = extract.Announced, extract.Announced, "2001-01-01"
			}, figures{}},
		{"another person is missed, and extra", nil, func(r *extract.Record) { r.Who.Name = "रमेश चंद" },
			figures{"records": miss, "exact_core": miss, "exact_all": miss, "who": miss, "left": miss, "joined": miss, "left_status": miss,
				"joined_status": miss, "where": miss, "why": miss, "when": miss, "role": miss}},
		{"an optional record is not required", func(g *Move) { g.Optional = true },
			func(r *extract.Record) { r.Left.Status = extract.Denied }, figures{}},
		{"nor is a background one", func(g *Move) { g.Background = true },
			func(r *extract.Record) { r.Where = nil }, figures{}},
	} {
		g := goldMove()
		if c.gold != nil {
			c.gold(g)
		}
		change := c.change
		if change == nil {
			change = func(*extract.Record) {}
		}
		report, err := Measure([]Article{{ID: "a", Text: "अमर", Records: []*Move{g}}}, []extract.Record{record(change)})
		if err != nil {
			t.Fatal(err)
		}
		report.each(func(name string, f Figure) {
			want, ok := c.want[name]
			if !ok {
				want = [2]float64{1, 1}
			}
			if f.P != want[0] || f.R != want[1] {
				t.Errorf("%s: %s has precision %v and recall %v, not %v", c.what, name, f.P, f.R, want)
			}
		})
	}
}

func TestPairsTheBestMatchFirst(t *testing.T) {
	first, second := goldMove(), goldMove()
	first.Joined = "BJP"
	// Both records match both gold records by person and party left.
	toBSP := record(func(r *extract.Record) {})
	toBJP := record(func(r *extract.Record) { r.Joined.Party = "BJP" })
	report, err := Measure([]Article{{ID: "a", Text: "अमर", Records: []*Move{first, second}}}, []extract.Record{toBSP, toBJP})
	if err != nil {
		t.Fatal(err)
	}
	if report.ExactCore.F1 != 1 || len(report.Mistakes) != 0 {
		t.Errorf("exact_core %v, mistakes %v", report.ExactCore, report.Mistakes)
	}
}

func TestFalseAlarmsAndEvidence(t *testing.T) {
	gold := []Article{{ID: "a", Title: "ख़बर", Text: "अमर"}, {ID: "b"}}
	report, err := Measure(gold, []extract.Record{record(func(r *extract.Record) {
		r.Evidence = []extract.Evidence{
			{In: "text", Start: 0, End: 3, Text: "अमर"},
			{In: "text", Start: 0, End: 99, Text: "अमर"}, // a slice is clipped, as in Python
			{In: "title", Start: 0, End: 2, Text: "ख़"},
			{In: "text", Start: 1, End: 3, Text: "अम"},
			{In: "body", Start: 0, End: 3, Text: "अमर"},
		}
	})})
	if err != nil {
		t.Fatal(err)
	}
	if want := (Share{1, 2}); report.FalseAlarms != want {
		t.Errorf("false alarms %v, not %v", report.FalseAlarms, want)
	}
	if want := (Share{3, 5}); report.Evidence != want {
		t.Errorf("evidence %v, not %v", report.Evidence, want)
	}
	if len(report.Mistakes) != 1 || report.Mistakes[0].What != "EXTRA" {
		t.Errorf("mistakes %v", report.Mistakes)
	}
}

func TestUnknownArticle(t *testing.T) {
	_, err := Measure([]Article{{ID: "b"}}, []extract.Record{record(func(*extract.Record) {})})
	if err == nil || !strings.Contains(err.Error(), `"a"`) {
		t.Errorf("error %v", err)
	}
}

func TestReadFaults(t *testing.T) {
	for _, c := range []struct {
		text string
		line int
	}{
		{"{", 1},
		{"\n\n[]", 3},
		{`{"id":"a"}`, 1},
		{`{"id":"a","records":[]}` + "\n" + `{"records":[]}`, 2},
		{`{"id":"a","records":[{"kind":"exit"}]}`, 1},
		{`{"id":"a","records":[{"who":{"name":"x"}}]}`, 1},
		{`{"id":"a","records":[null]}`, 1},
	} {
		_, err := ReadGold(strings.NewReader(c.text))
		if line, ok := errors.AsType[*LineError](err); !ok || line.Line != c.line {
			t.Errorf("%s: error %v", c.text, err)
		}
	}
	if _, err := ReadRecords(strings.NewReader(`{"doc":{"id":"a"}}`)); err == nil {
		t.Error("a record of nobody is no error")
	}
}

// TestSameAsScorePy compares with the script that defines the measure, on
// records made of its gold by damaging them in every way that a figure sees.
func TestSameAsScorePy(t *testing.T) {
	shared := filepath.Join("..", "..", "..", "shared", "gold") // beside the module
	goldFile, script := filepath.Join(shared, "dev.jsonl"), filepath.Join(shared, "score.py")
	if _, err := os.Stat(script); err != nil {
		t.Skip("needs score.py and dev.jsonl in ../shared/gold beside the module")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("needs python3")
	}
	f, err := os.Open(goldFile)
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	gold, err := ReadGold(f)
	if err != nil {
		t.Fatal(err)
	}
	records := damaged(gold)
	predFile := filepath.Join(t.TempDir(), "pred.jsonl")
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	for i := range records {
		if err := enc.Encode(&records[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(predFile, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	read, err := ReadRecords(&b)
	if err != nil {
		t.Fatal(err)
	}
	report, err := Measure(gold, read)
	if err != nil {
		t.Fatal(err)
	}

	type figure struct {
		P, R, F1 float64
		CI       [2]float64
	}
	var want, got map[string]any
	out, err := exec.Command(python, script, goldFile, predFile, "--json").Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out, &want); err != nil {
		t.Fatal(err)
	}
	mine, err := json.Marshal(report)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(mine, &got); err != nil {
		t.Fatal(err)
	}
	for key, w := range want {
		if _, ok := w.(map[string]any); !ok {
			if math.Abs(w.(float64)-got[key].(float64)) > 1e-12 {
				t.Errorf("%s is %v, in score.py %v", key, got[key], w)
			}
			continue
		}
		a, b := decodeInto[figure](t, got[key]), decodeInto[figure](t, w)
		if math.Abs(a.P-b.P) > 1e-12 || math.Abs(a.R-b.R) > 1e-12 || math.Abs(a.F1-b.F1) > 1e-12 {
			t.Errorf("%s is %v, in score.py %v", key, a, b)
		}
		if math.Abs(a.CI[0]-b.CI[0]) > 0.02 || math.Abs(a.CI[1]-b.CI[1]) > 0.02 {
			t.Errorf("the interval of %s is %v, in score.py %v", key, a.CI, b.CI)
		}
		if a.F1 > 0.99 || a.F1 < 0.1 {
			t.Errorf("%s is %v: the records are not damaged enough to compare, or too much", key, a.F1)
		}
	}

	// The counts stand in the text only.
	text, err := exec.Command(python, script, goldFile, predFile, "--errors").Output()
	if err != nil {
		t.Fatal(err)
	}
	var errorsText, reportText bytes.Buffer
	if err := report.WriteMistakes(&errorsText); err != nil {
		t.Fatal(err)
	}
	if err := report.WriteText(&reportText); err != nil {
		t.Fatal(err)
	}
	pick := func(text string, keep func(string) bool) (lines []string) {
		for line := range strings.Lines(text) {
			if keep(line) {
				lines = append(lines, strings.TrimSpace(line))
			}
		}
		return lines
	}
	count := func(line string) bool {
		return strings.Contains(line, "articles") || strings.HasPrefix(line, "found by kind") || strings.HasPrefix(line, "background found") || strings.HasPrefix(line, "evidence spans")
	}
	mistake := func(line string) bool {
		return strings.HasPrefix(line, "WRONG ") || strings.HasPrefix(line, "MISSED ") || strings.HasPrefix(line, "EXTRA ")
	}
	if a, b := pick(reportText.String(), count), pick(string(text), func(l string) bool { return count(l) && !strings.HasPrefix(l, " ") && !mistake(l) }); !reflect.DeepEqual(a, b) {
		t.Errorf("counts\n%s\nin score.py\n%s", strings.Join(a, "\n"), strings.Join(b, "\n"))
	}
	if a, b := pick(errorsText.String(), mistake), pick(string(text), mistake); !reflect.DeepEqual(a, b) {
		t.Errorf("%d mistakes, in score.py %d, or in another order", len(a), len(b))
	}
}

func decodeInto[T any](t *testing.T, v any) (out T) {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// damaged makes predictions of gold, every one of them changed in a way that
// goes by its number.
func damaged(gold []Article) (out []extract.Record) {
	n := 0
	for i := range gold {
		a := &gold[i]
		for _, g := range a.Records {
			n++
			r := extract.Record{Doc: extract.Doc{ID: a.ID}, Kind: g.Kind, Return: g.Return, Background: g.Background}
			r.Who = extract.Who{Name: g.Who.Name, Group: g.Who.Group, Role: g.Role}
			if g.Left != "" {
				r.Left = &extract.Leg{Party: g.Left, Status: g.LeftStatus}
			}
			if g.Joined != "" {
				r.Joined = &extract.Leg{Party: g.Joined, Status: g.JoinedStatus}
			}
			for _, p := range append(g.Where, g.WhereOK[:n%(len(g.WhereOK)+1)]...) {
				r.Where = append(r.Where, extract.Place{Name: p})
			}
			for _, w := range append(g.Why, g.WhyOK[:n%(len(g.WhyOK)+1)]...) {
				r.Why = append(r.Why, extract.Reason{Reason: w})
			}
			if g.When != "" {
				r.When = &extract.When{Date: g.When}
			}
			text := []rune(a.Text)
			r.Evidence = []extract.Evidence{{In: "text", Start: n % len(text), End: min(n%len(text)+5, len(text))}}
			r.Evidence[0].Text = string(text[r.Evidence[0].Start:r.Evidence[0].End])

			words := strings.Fields(r.Who.Name)
			switch n % 23 {
			case 0:
				continue
			case 1:
				out = append(out, r) // twice
			case 2:
				if len(words) > 1 {
					r.Who.Name = words[0]
				}
			case 3:
				if len(g.WhoAlt) > 0 {
					r.Who.Name = g.WhoAlt[0]
				}
			case 4:
				r.Who.Name = strings.ReplaceAll(r.Who.Name, "ं", "न्")
			case 5:
				r.Left = nil
			case 6:
				r.Joined = nil
			case 7:
				if r.Left != nil {
					r.Left.Party = "BJP"
				}
			case 8:
				if r.Joined != nil {
					r.Joined.Status = extract.Rumoured
				}
			case 9:
				if r.Left != nil {
					r.Left.Status = extract.Denied
				}
			case 10:
				r.Where = append(r.Where, extract.Place{Name: "कहीं और"})
			case 11:
				r.Where = nil
			case 12:
				r.Why = append(r.Why, extract.Reason{Reason: "other"}, extract.Reason{Reason: "other"})
			case 13:
				r.Why = nil
			case 14:
				r.When = &extract.When{Date: "2020-01-01"}
			case 15:
				r.When = nil
			case 16:
				r.Who.Role = "नेता"
			case 17:
				r.Who.Role = ""
			case 18:
				r.Return = !r.Return
			case 19:
				r.Background = !r.Background
			case 20:
				r.Evidence[0].Start++
			case 21:
				r.Who = extract.Who{Group: "कुछ लोग"}
			}
			out = append(out, r)
		}
		if len(a.Records) == 0 && i%3 == 0 {
			out = append(out, extract.Record{Doc: extract.Doc{ID: a.ID}, Kind: extract.Exit, Who: extract.Who{Name: "कोई"}, Left: &extract.Leg{Party: "SP", Status: extract.Done}})
		}
	}
	return out
}
