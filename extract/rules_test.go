package extract

import (
	"strings"
	"testing"
	"testing/fstest"
)

// extractor compiles the built-in extractor once for the tests of this package.
func extractor(t testing.TB) *Extractor {
	t.Helper()
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// Every rule finds its own examples, and none of its counterexamples.
func TestRuleExamples(t *testing.T) {
	for _, r := range extractor(t).TestRules() {
		if !r.OK {
			t.Errorf("%s:%d: %s: %s\n\t%+v", r.File, r.Line, r.Rule, r.Text, r.Slots)
		}
	}
}

func TestCheckRulesNamesFaults(t *testing.T) {
	tests := []struct{ name, yaml, message string }{
		{"unknown key", "- id: a.b\n  act: join\n  verbs: [थाम]\n  who: [ने]\n", `unknown key "verbs"`},
		{"unknown case", "- id: a.b\n  act: join\n  verb: [थाम]\n  who: [नें]\n  examples: [{text: क}]\n  counterexamples: [ख]\n", `rule a.b: unknown case "नें"`},
		{"no trigger", "- id: a.b\n  act: join\n  who: [ने]\n  examples: [{text: क}]\n  counterexamples: [ख]\n", "rule a.b: it has no trigger"},
		{"unknown act", "- id: a.b\n  act: jump\n  verb: [थाम]\n  who: [ने]\n  examples: [{text: क}]\n  counterexamples: [ख]\n", `rule a.b: unknown act "jump"`},
		{"no examples", "- id: a.b\n  act: join\n  verb: [थाम]\n  who: [ने]\n", "rule a.b: it has no examples"},
		{"no counterexamples", "- id: a.b\n  act: join\n  verb: [थाम]\n  who: [ने]\n  examples: [{text: क}]\n", "rule a.b: it has no counterexamples"},
		{"twice", strings.Repeat("- id: a.b\n  act: join\n  verb: [थाम]\n  who: [ने]\n  party: [में]\n  examples: [{text: क}]\n  counterexamples: [ख]\n", 2), "rule a.b: it stands twice"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			faults, err := Check(WithRules(fstest.MapFS{"x.yaml": {Data: []byte(tt.yaml)}}))
			if err != nil {
				t.Fatal(err)
			}
			if len(faults) == 0 {
				t.Fatal("no fault")
			}
			if faults[0].Message != tt.message {
				t.Errorf("got %q, want %q", faults[0].Message, tt.message)
			}
			if faults[0].Line == 0 {
				t.Error("no line")
			}
		})
	}
}
