package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dalbadal/dalbadal/extract"
)

func (c *command) rulesTestCommand() *cobra.Command {
	var all bool
	cmd := &cobra.Command{
		Use:   "test [ID]...",
		Short: "Run the rules' own examples and counterexamples",
		Long: `Run the examples and counterexamples of all rules, or of those named. For each
that fails, what the rule says stands beside what was found.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, ids []string) error { return c.testRules(ids, all) },
	}
	cmd.Flags().BoolVarP(&all, "all", "a", false, "print those that pass too")
	return cmd
}

func (c *command) testRules(ids []string, all bool) error {
	x, err := c.newExtractor()
	if err != nil {
		return err
	}
	known := x.Rules()
	for _, id := range ids {
		if !slices.ContainsFunc(known, func(r extract.RuleInfo) bool { return r.ID == id }) {
			return usageError("rules test: no rule has the id %s; rules list tells them", id)
		}
	}
	results := x.TestRules(ids...)
	failed := 0
	err = c.printTo(func(w io.Writer) error {
		for _, r := range results {
			if !r.OK {
				failed++
			}
			if !r.OK || all {
				if err := writeResult(w, &r); err != nil {
					return err
				}
			}
		}
		if failed > 0 {
			return nil
		}
		_, err := fmt.Fprintf(w, "%d examples pass\n", len(results))
		return err
	})
	if err != nil {
		return err
	}
	if failed > 0 {
		c.say("%d of %d examples fail", failed, len(results))
		return silent(exitRules)
	}
	return nil
}

// writeResult prints what an example wants beside what it got, a slot a line; a line that does not hold ends in a cross.
func writeResult(w io.Writer, r *extract.RuleResult) error {
	kind, outcome := "example", "passes"
	if r.Counter {
		kind = "counterexample"
	}
	if !r.OK {
		outcome = "fails"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s:%d: %s: %s %s\n  %s\n", r.File, r.Line, r.Rule, kind, outcome, r.Text)
	rows := [][3]string{{"", "expected", "got"}}
	for _, s := range r.Slots {
		if s.Expected != "" || s.Got != "" {
			rows = append(rows, [3]string{s.Slot, dash(s.Expected), dash(s.Got)})
		}
	}
	var wide [2]int
	for _, row := range rows {
		for i := range wide {
			wide[i] = max(wide[i], width(row[i]))
		}
	}
	n := -1 // of the slot in the list
	for _, row := range rows {
		line := "  " + pad(row[0], wide[0]) + "  " + pad(row[1], wide[1]) + "  " + row[2]
		if n = slices.IndexFunc(r.Slots, func(s extract.SlotResult) bool { return s.Slot == row[0] }); n >= 0 && !r.Slots[n].OK {
			line += "  ✗"
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func dash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

func pad(s string, to int) string { return s + strings.Repeat(" ", max(0, to-width(s))) }
