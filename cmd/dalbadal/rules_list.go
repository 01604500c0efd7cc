package main

import (
	"cmp"
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
	var missed error // articles that could not be read
	if len(corpus) > 0 {
		counter := x.Counter(c.now)
		missed = c.countRules(ctx, counter, corpus)
		if e, ok := errors.AsType[*exitError](missed); missed != nil && !(ok && e.code == exitInputs) {
			return missed
		}
		uses = counter.Uses()
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
	return cmp.Or(err, missed)
}

// countRules runs the rules over articles, one at a time: a counter is for one goroutine.
func (c *command) countRules(ctx context.Context, counter *extract.Counter, names []string) error {
	o := &batchFlags{jobs: 1, progress: "none", inputs: inputFlags{Options: source.Options{Format: "auto"}}}
	return c.batch(ctx, o, names, frame{}, &summary{extracts: true}, func(it source.Item) (out outcome) {
		if article, ok := out.article(it); ok {
			result := counter.Extract(article)
			out.triggers, out.records = result.Triggers, len(result.Records)
		}
		return out
	})
}
