package score

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/dalbadal/dalbadal/extract"
)

// byRules makes a record with a confidence that rests on these rules.
func byRules(confidence float64, left, joined string) extract.Record {
	return record(func(r *extract.Record) {
		r.Confidence = confidence
		r.Evidence = []extract.Evidence{{Slot: "who", Rule: "of.no.party"}, {Slot: "left", Rule: left}, {Slot: "joined", Rule: joined}}
	})
}

func TestReliability(t *testing.T) {
	background, optional := goldMove(), goldMove()
	background.Background, optional.Optional = true, true
	wrong := byRules(0.59, "leave.quit", "join.enter")
	wrong.Joined.Status = extract.Rumoured
	extra := byRules(0.3, "leave.quit", "leave.quit")
	extra.Who.Name = "रमेश चंद"
	for _, c := range []struct {
		what    string
		gold    *Move
		records []extract.Record
		band    int // the only one with records; -1 is none
		right   Share
		rules   []RuleShare
	}{
		{"right", goldMove(), []extract.Record{byRules(0.9, "leave.quit", "join.enter")}, 5, Share{1, 1},
			[]RuleShare{{"join.enter", Share{1, 1}}, {"leave.quit", Share{1, 1}}}},
		{"a confidence of 1", goldMove(), []extract.Record{byRules(1, "merger", "merger")}, 5, Share{1, 1}, []RuleShare{{"merger", Share{1, 1}}}},
		{"a bound belongs to the band above it", goldMove(), []extract.Record{byRules(0.5, "a", "a")}, 1, Share{1, 1}, []RuleShare{{"a", Share{1, 1}}}},
		{"a wrong status", goldMove(), []extract.Record{wrong}, 1, Share{0, 1},
			[]RuleShare{{"join.enter", Share{0, 1}}, {"leave.quit", Share{0, 1}}}},
		{"nobody of gold", goldMove(), []extract.Record{extra}, 0, Share{0, 1}, []RuleShare{{"leave.quit", Share{0, 1}}}},
		{"background is judged: right", background, []extract.Record{byRules(0.7, "a", "a")}, 3, Share{1, 1}, []RuleShare{{"a", Share{1, 1}}}},
		{"background is judged: wrong", background, []extract.Record{wrong}, 1, Share{0, 1},
			[]RuleShare{{"join.enter", Share{0, 1}}, {"leave.quit", Share{0, 1}}}},
		{"optional is not", optional, []extract.Record{wrong}, -1, Share{}, []RuleShare{}},
		{"nothing predicted", goldMove(), nil, -1, Share{}, []RuleShare{}},
		{"the most used rule first", goldMove(), []extract.Record{byRules(0.8, "z", "y"), byRules(0.8, "z", "x")}, 4, Share{1, 2},
			[]RuleShare{{"z", Share{1, 2}}, {"x", Share{0, 1}}, {"y", Share{1, 1}}}},
	} {
		report, err := Measure([]Article{{ID: "a", Text: "अमर", Records: []*Move{c.gold}}}, c.records)
		if err != nil {
			t.Fatal(err)
		}
		for i, b := range report.Reliability {
			want := Share{}
			if i == c.band {
				want = c.right
			}
			if b.Right != want {
				t.Errorf("%s: %v of the band %v–%v is right, not %v", c.what, b.Right, b.From, b.To, want)
			}
		}
		if want := report.Reliability[5]; !reflect.DeepEqual(report.Confident, want) {
			t.Errorf("%s: confident %v, not %v", c.what, report.Confident, want)
		}
		if !reflect.DeepEqual(report.Rules, c.rules) {
			t.Errorf("%s: rules %v, not %v", c.what, report.Rules, c.rules)
		}
	}
}

func TestStatedConfidenceIsTheMean(t *testing.T) {
	gold := []Article{{ID: "a", Text: "अमर", Records: []*Move{goldMove()}}}
	report, err := Measure(gold, []extract.Record{byRules(0.5, "a", "a"), byRules(0.58, "a", "a")})
	if err != nil {
		t.Fatal(err)
	}
	if b := report.Reliability[1]; b.Stated < 0.5399 || b.Stated > 0.5401 || b.Right != (Share{1, 2}) {
		t.Errorf("%+v", b)
	}
}

func TestReliabilityAsJSON(t *testing.T) {
	gold := []Article{{ID: "a", Text: "अमर", Records: []*Move{goldMove()}}}
	report, err := Measure(gold, []extract.Record{byRules(0.75, "leave.quit", "join.enter")})
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.Marshal(report)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"reliability":[{"from":0,"to":0.5,"judged":0,"right":0,"share":null,"confidence":null},`,
		`{"from":0.7,"to":0.8,"judged":1,"right":1,"share":1,"confidence":0.75}`,
		`"confident":{"from":0.9,"to":1,"judged":0,"right":0,"share":null,"confidence":null}`,
		`"rules":[{"rule":"join.enter","judged":1,"right":1,"precision":1},{"rule":"leave.quit","judged":1,"right":1,"precision":1}]`,
	} {
		if !strings.Contains(string(got), want) {
			t.Errorf("%s is not in %s", want, got)
		}
	}
}
