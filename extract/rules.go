package extract

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
)

// Fault is something wrong in a rules file. Line and Column count from 1; 0 where not known.
type Fault struct {
	File         string
	Line, Column int
	Message      string
	Hint         string // what to do
	Excerpt      string // the lines around it, with a caret
}

func (f Fault) String() string {
	s := fmt.Sprintf("%s:%d:%d: %s", f.File, f.Line, f.Column, f.Message)
	if f.Hint != "" {
		s += " (" + f.Hint + ")"
	}
	return s
}

func publicFaults(faults []frame.Fault) []Fault {
	out := make([]Fault, len(faults))
	for i, f := range faults {
		out[i] = Fault(f)
	}
	return out
}

// CheckRules reports every fault of the rules in fsys, a folder of .yaml files.
func CheckRules(fsys fs.FS) []Fault {
	_, faults := frame.Load(fsys)
	return publicFaults(faults)
}

// RuleInfo describes a rule.
type RuleInfo struct {
	ID, File        string
	Line            int
	Kind            string // leave, join, expel, suspend, merge
	Gloss           string
	Trigger         string // hosts and verbs, as written
	Examples        int
	Counterexamples int
}

// Rules lists the rules in the order in which they are tried.
func (x *Extractor) Rules() []RuleInfo {
	var out []RuleInfo
	for _, r := range x.matcher.Rules.All {
		trigger := strings.Join(r.Verb, "|")
		if len(r.Host) > 0 {
			trigger = strings.Join(r.Host, "|") + " + " + trigger
		}
		out = append(out, RuleInfo{r.ID, r.File, r.Line, string(r.Act), r.Gloss, trigger, len(r.Examples), len(r.Counterexamples)})
	}
	return out
}

// RuleResult is the outcome of one example or counterexample.
type RuleResult struct {
	Rule, File    string
	Line          int // of the rule
	Text          string
	OK            bool
	Expected, Got string
}

// TestRules runs every rule's examples and counterexamples. An example holds when a record has the
// values it names and the rule among its evidence; a counterexample when no record rests on the rule.
func (x *Extractor) TestRules() []RuleResult {
	var out []RuleResult
	for _, r := range x.matcher.Rules.All {
		for _, ex := range r.Examples {
			a := Article{ID: r.ID, Text: ex.Text}
			if ex.Title {
				a.Title, a.Text = ex.Text, ""
			}
			records := x.Extract(a).Records
			res := RuleResult{Rule: r.ID, File: r.File, Line: r.Line, Text: ex.Text, Expected: exampleString(ex), Got: recordsString(records)}
			res.OK = slices.ContainsFunc(records, func(rec Record) bool { return exampleHolds(ex, &rec) }) && slices.ContainsFunc(records, func(rec Record) bool { return rests(&rec, r.ID) })
			out = append(out, res)
		}
		for _, text := range r.Counterexamples {
			records := x.Extract(Article{ID: r.ID, Text: text}).Records
			out = append(out, RuleResult{Rule: r.ID, File: r.File, Line: r.Line, Text: text, Expected: "no record by " + r.ID, Got: recordsString(records),
				OK: !slices.ContainsFunc(records, func(rec Record) bool { return rests(&rec, r.ID) })})
		}
	}
	return out
}

func rests(r *Record, rule string) bool {
	return slices.ContainsFunc(r.Evidence, func(e Evidence) bool { return e.Rule == rule })
}

func exampleHolds(ex frame.Example, r *Record) bool {
	if ex.Who != "" && devanagari.Fold(ex.Who) != devanagari.Fold(r.Who.Name+r.Who.Group) {
		return false
	}
	side := func(l *Leg, want string) bool {
		if want == "" {
			return true
		}
		return l != nil && l.Party == want
	}
	if !side(r.Left, ex.Left) || !side(r.Joined, ex.Joined) {
		return false
	}
	if ex.Status == "" {
		return true
	}
	return r.Joined != nil && string(r.Joined.Status) == ex.Status || r.Left != nil && string(r.Left.Status) == ex.Status
}

func exampleString(ex frame.Example) string {
	return strings.Join(strings.Fields(fmt.Sprintf("who=%s left=%s joined=%s status=%s", ex.Who, ex.Left, ex.Joined, ex.Status)), " ")
}

func recordsString(records []Record) string {
	if len(records) == 0 {
		return "nothing"
	}
	var parts []string
	for _, r := range records {
		s := "who=" + r.Who.Name + r.Who.Group
		if r.Left != nil {
			s += " left=" + r.Left.Party + "/" + string(r.Left.Status)
		}
		if r.Joined != nil {
			s += " joined=" + r.Joined.Party + "/" + string(r.Joined.Status)
		}
		var rules []string
		for _, e := range r.Evidence {
			if strings.Contains(e.Rule, ".") && !slices.Contains(rules, e.Rule) {
				rules = append(rules, e.Rule)
			}
		}
		parts = append(parts, s+" by "+strings.Join(rules, ","))
	}
	return strings.Join(parts, "; ")
}
