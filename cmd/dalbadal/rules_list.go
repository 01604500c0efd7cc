package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/dalbadal/dalbadal/extract"
	"github.com/dalbadal/dalbadal/extract/source"
)

func (c *command) rulesListCommand() *cobra.Command {
	var corpus []string
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the rules",
		Long: `List the rules in the order in which they are tried, one a line, with tabs
between: id, kind, trigger, number of examples, number of counterexamples,
FILE:LINE, gloss.

With --count, what each does in the articles of FILE stands before the gloss:
clauses with its trigger in which its conditions were looked at, clauses that
met them, records that rest on it, and the milliseconds that this took, which
differ from run to run.`,
		Args: arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error { return c.listRules(cmd.Context(), corpus) },
	}
	cmd.Flags().StringArrayVar(&corpus, "count", nil, "count the use of each rule in the articles of `FILE`, a directory, or - for standard input")
	return cmd
}

func (c *command) listRules(ctx context.Context, corpus []string) error {
	x, err := c.newExtractor()
	if err != nil {
		return err
	}
	var uses []extract.RuleUse
	total := &summary{extracts: true}
	if len(corpus) > 0 {
		if uses, err = c.countRules(ctx, x, corpus, total); err != nil {
			return err
		}
	}
	err = c.printTo(func(w io.Writer) error {
		for i, r := range x.Rules() {
			use := ""
			if uses != nil {
				u := uses[i]
				use = fmt.Sprintf("%d\t%d\t%d\t%.2f\t", u.Tried, u.Events, u.Records, float64(u.Time)/float64(time.Millisecond))
			}
			_, err := fmt.Fprintf(w, "%s\t%s\t%s\t%d\t%d\t%s:%d\t%s%s\n", r.ID, r.Kind, r.Trigger, r.Examples, r.Counterexamples, r.File, r.Line, use, r.Gloss)
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil && len(corpus) > 0 {
		c.say("%s", total)
		if total.failures > 0 {
			return silent(exitInputs)
		}
	}
	return err
}

// countRules runs the rules over articles and gives the use of each.
func (c *command) countRules(ctx context.Context, x *extract.Extractor, names []string, total *summary) ([]extract.RuleUse, error) {
	counter := x.Counter(c.now)
	options := source.Options{Format: "auto", Stdin: c.in}
	for it := range source.Read(names, options) {
		if ctx.Err() != nil {
			return nil, &exitError{code: exitInterrupted, err: errors.New("interrupted")}
		}
		var out outcome
		if article, ok := out.article(it); ok {
			result := counter.Extract(article)
			out.triggers, out.records = result.Triggers, len(result.Records)
		} else {
			c.say("%s: %v", out.source, out.err)
		}
		total.add(out)
	}
	return counter.Uses(), nil
}
