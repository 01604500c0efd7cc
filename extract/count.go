package extract

import (
	"time"

	"github.com/dalbadal/dalbadal/extract/internal/frame"
)

// RuleUse is what a rule did in the articles of a Counter.
type RuleUse struct {
	Tried   int // clauses with its trigger, in which its other conditions were looked at
	Events  int // clauses that met them
	Records int // records that rest on it
	Time    time.Duration
}

// Counter extracts and counts the use of each rule. It is for a single goroutine.
type Counter struct {
	x       Extractor
	usage   *frame.Usage
	records map[string]int
}

// Counter gives an extractor of the same rules that counts, with a clock such as time.Now.
func (x *Extractor) Counter(now func() time.Time) *Counter {
	c := &Counter{x: *x, usage: frame.NewUsage(now), records: map[string]int{}}
	c.x.matcher = &frame.Matcher{Rules: x.matcher.Rules, Status: x.matcher.Status, Usage: c.usage}
	return c
}

// Extract gives the records of one article, as Extractor.Extract does.
func (c *Counter) Extract(a Article) Result {
	result := c.x.Extract(a)
	for i := range result.Records {
		seen := map[string]bool{}
		for _, e := range result.Records[i].Evidence {
			if e.Rule != "" && !seen[e.Rule] {
				seen[e.Rule] = true
				c.records[e.Rule]++
			}
		}
	}
	return result
}

// Uses gives the use of each rule, in the order of Extractor.Rules.
func (c *Counter) Uses() []RuleUse {
	var out []RuleUse
	for _, r := range c.x.matcher.Rules.All {
		use := c.usage.Of(r)
		out = append(out, RuleUse{use.Tried, use.Events, c.records[r.ID], use.Time})
	}
	return out
}
