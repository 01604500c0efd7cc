package extract

import (
	"slices"
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/fault"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
)

// Fault is something wrong in a file of rules or words. Line and Column count from 1, columns in code points; 0 where not known.
type Fault struct {
	File         string
	Line, Column int
	Message      string
	Hint         string // what to do
	Excerpt      string // the line, with a caret under the place
}

// At is the place as FILE:LINE:COLUMN, as far as it is known.
func (f Fault) At() string { return fault.Fault(f).At() }

func (f Fault) String() string {
	s := f.At() + ": " + f.Message
	if f.Hint != "" {
		s += " (" + f.Hint + ")"
	}
	return s
}

func publicFaults(faults []fault.Fault) []Fault {
	out := make([]Fault, len(faults))
	for i, f := range faults {
		out[i] = Fault(f)
	}
	return out
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
			trigger = strings.TrimSuffix(strings.Join(r.Host, "|")+" + "+trigger, " + ")
		}
		out = append(out, RuleInfo{r.ID, r.File, r.Line, string(r.Act), r.Gloss, trigger, len(r.Examples), len(r.Counterexamples)})
	}
	return out
}

// RuleResult is the outcome of one example or counterexample.
type RuleResult struct {
	Rule, File string
	Line       int // of the rule
	Text       string
	Counter    bool // a counterexample
	OK         bool
	// Slots holds what was expected beside what was got, of the record that comes nearest.
	Slots []SlotResult
}

// SlotResult is one value that was expected, "" where nothing was, and the one that was got. Slot is who, left, joined, status or
// rule.
type SlotResult struct {
	Slot, Expected, Got string
	OK                  bool
}

// TestRules runs the examples and counterexamples of the rules with the ids, or of all. An example holds when a record has the
// values it names and the rule among its evidence; a counterexample when no record rests on the rule.
func (x *Extractor) TestRules(ids ...string) []RuleResult {
	var out []RuleResult
	for _, r := range x.matcher.Rules.All {
		if len(ids) > 0 && !slices.Contains(ids, r.ID) {
			continue
		}
		for _, ex := range r.Examples {
			a := Article{ID: r.ID, Text: ex.Text}
			if ex.Title {
				a.Title, a.Text = ex.Text, ""
			}
			out = append(out, example(r, ex, x.Extract(a).Records))
		}
		for _, text := range r.Counterexamples {
			records := x.Extract(Article{ID: r.ID, Text: text}).Records
			res := RuleResult{Rule: r.ID, File: r.File, Line: r.Line, Text: text, Counter: true, OK: true, Slots: []SlotResult{{"rule", "not " + r.ID, "", true}}}
			for i := range records {
				if rests(&records[i], r.ID) {
					res.OK = false
					res.Slots = slots(r.ID, frame.Example{}, &records[i])
					res.Slots[len(res.Slots)-1] = SlotResult{"rule", "not " + r.ID, rulesOf(&records[i]), false}
					break
				}
			}
			out = append(out, res)
		}
	}
	return out
}

// example holds the records of an example's text against it.
func example(r *frame.Rule, ex frame.Example, records []Record) RuleResult {
	res := RuleResult{Rule: r.ID, File: r.File, Line: r.Line, Text: ex.Text}
	values, rule := false, false
	most := -1
	best := slots(r.ID, ex, nil)
	for i := range records {
		list := slots(r.ID, ex, &records[i])
		n, all := 0, true
		for _, s := range list[:len(list)-1] {
			if s.OK {
				n++
			}
			all = all && s.OK
		}
		n *= 2
		if rests(&records[i], r.ID) {
			rule = true
			n++
		}
		if values = values || all; n > most {
			best, most = list, n
		}
	}
	res.Slots, res.OK = best, values && rule
	return res
}

// slots puts what an example wants beside what a record has, nil for none.
func slots(rule string, ex frame.Example, r *Record) []SlotResult {
	if r == nil {
		r = &Record{}
	}
	who := r.Who.Name + r.Who.Group
	list := []SlotResult{{"who", ex.Who, who, ex.Who == "" || devanagari.Fold(ex.Who) == devanagari.Fold(who)}}
	status, reached := []string{}, ex.Status == ""
	for _, l := range []struct {
		slot, want string
		leg        *Leg
	}{{"left", ex.Left, r.Left}, {"joined", ex.Joined, r.Joined}} {
		got := ""
		if l.leg != nil {
			got = l.leg.Party
			status = append(status, string(l.leg.Status))
			reached = reached || string(l.leg.Status) == ex.Status
		}
		list = append(list, SlotResult{l.slot, l.want, got, l.want == "" || l.want == got})
	}
	got := rulesOf(r)
	return append(list, SlotResult{"status", ex.Status, strings.Join(slices.Compact(status), ", "), reached}, SlotResult{"rule", rule, got, rests(r, rule)})
}

func rests(r *Record, rule string) bool {
	return slices.ContainsFunc(r.Evidence, func(e Evidence) bool { return e.Rule == rule })
}

// rulesOf lists the rules that a record rests on.
func rulesOf(r *Record) string {
	var rules []string
	for _, e := range r.Evidence {
		if strings.Contains(e.Rule, ".") && !slices.Contains(rules, e.Rule) {
			rules = append(rules, e.Rule)
		}
	}
	return strings.Join(rules, ", ")
}
