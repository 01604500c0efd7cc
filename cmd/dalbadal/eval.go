package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"github.com/dalbadal/dalbadal/extract"
	"github.com/dalbadal/dalbadal/extract/score"
)

func (c *command) evalCommand() *cobra.Command {
	var mistakes, asJSON bool
	cmd := &cobra.Command{
		Use:   "eval GOLD [RECORDS]",
		Short: "Measure records against a gold file",
		Long: `Print precision, recall and F1, for whole records and slot by slot. GOLD holds
annotated articles, one JSON object a line; RECORDS holds records as extract
prints them (- for standard input). Without RECORDS the articles of GOLD are
extracted, with all kinds of record.

Two tables follow. One says how many of the judged records of each band of
confidence are right (person, both parties, both statuses); the other, how many
of those that rest on each rule, by the evidence of the party left or joined.
Records that match an optional annotation are not judged; those that match none
are wrong.`,
		Args: arguments(1, 2),
		RunE: func(cmd *cobra.Command, names []string) error {
			return c.eval(cmd.Context(), names, mistakes, asJSON)
		},
	}
	cmd.Flags().BoolVar(&mistakes, "errors", false, "list each wrong, missed and extra record first")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the figures as one JSON object")
	return cmd
}

func (c *command) eval(ctx context.Context, names []string, mistakes, asJSON bool) error {
	if mistakes && asJSON {
		return usageError("eval: --json holds figures only; leave out --errors")
	}
	if len(names) == 2 && names[0] == "-" && names[1] == "-" {
		return usageError("eval: standard input cannot be both gold and records")
	}
	gold, err := readWith(c, names[0], score.ReadGold)
	if err != nil {
		return err
	}
	var records []extract.Record
	if len(names) == 2 {
		records, err = readWith(c, names[1], score.ReadRecords)
	} else {
		records, err = c.extractGold(ctx, gold)
	}
	if err != nil {
		return err
	}
	report, err := score.Measure(gold, records)
	if err != nil {
		return &exitError{code: exitInputs, err: fmt.Errorf("%s: %w", names[len(names)-1], err), hint: "these are the records of other articles"}
	}
	return c.printTo(func(w io.Writer) error {
		if asJSON {
			return json.NewEncoder(w).Encode(report)
		}
		if mistakes {
			if err := report.WriteMistakes(w); err != nil {
				return err
			}
		}
		return report.WriteText(w)
	})
}

// readWith reads a whole file, or standard input for "-".
func readWith[T any](c *command, name string, read func(io.Reader) ([]T, error)) ([]T, error) {
	in := c.in
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, &exitError{code: exitInputs, err: fmt.Errorf("%s: %w", name, cause(err))}
		}
		defer f.Close()
		in = f
	}
	all, err := read(in)
	if line, ok := errors.AsType[*score.LineError](err); ok {
		return nil, &exitError{code: exitInputs, err: fmt.Errorf("%s:%d: %w", name, line.Line, line.Err)}
	}
	if err != nil {
		return nil, &exitError{code: exitInputs, err: fmt.Errorf("%s: %w", name, cause(err))}
	}
	return all, nil
}

// extractGold gives the records of annotated articles.
func (c *command) extractGold(ctx context.Context, gold []score.Article) ([]extract.Record, error) {
	x, err := c.newExtractor()
	if err != nil {
		return nil, err
	}
	var records []extract.Record
	articles := slices.Values(gold)
	size := func(a score.Article) int { return len(a.Text) }
	work := func(a score.Article) []extract.Record { return x.Extract(a.Input()).Records }
	weightless := func([]extract.Record) int { return 0 } // all of them are kept
	for found := range inOrder(ctx, runtime.NumCPU(), articles, size, work, weightless) {
		records = append(records, found...)
	}
	if ctx.Err() != nil {
		return nil, &exitError{code: exitInterrupted, err: errors.New("interrupted")}
	}
	return records, nil
}
