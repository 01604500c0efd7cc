package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dalbadal/dalbadal/extract"
	"github.com/dalbadal/dalbadal/extract/source"
)

// extractFlags are the flags of extract, as given.
type extractFlags struct {
	format        string
	kinds         []string
	statuses      []string
	minConfidence float64
	exit          bool
	batchFlags
}

var (
	allKinds     = []extract.Kind{extract.Switch, extract.Exit, extract.Join, extract.Expulsion, extract.Suspension}
	defaultKinds = []extract.Kind{extract.Switch, extract.Exit, extract.Expulsion, extract.Suspension} // in a join nobody left anything
	allStatuses  = []extract.Status{extract.Done, extract.Announced, extract.Rumoured, extract.Denied}
)

func (c *command) namedExtractCommand() *cobra.Command {
	cmd := c.extractCommand()
	cmd.Use = "extract [FILE|DIR|-]..."
	cmd.Short = "Print the records of articles"
	cmd.Long = `Print the records of the articles in files, directories and standard input
(- or no name). A directory is read in sorted order.`
	return cmd
}

// extractCommand is what both dalbadal and dalbadal extract do.
func (c *command) extractCommand() *cobra.Command {
	var o extractFlags
	cmd := &cobra.Command{
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, names []string) error {
			if len(names) == 0 && o.inputs.filesFrom == "" && !cmd.HasParent() && terminal(c.in) {
				return cmd.Help()
			}
			if len(names) > 0 && !cmd.HasParent() && looksLikeCommand(names[0]) {
				return usageError("%s: neither a command nor a file", names[0])
			}
			return c.extract(cmd.Context(), &o, names)
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&o.format, "format", "jsonl", "output format: "+strings.Join(formatNames(), ", "))
	f.StringSliceVar(&o.kinds, "kind", asStrings(defaultKinds), "kinds of record, or all: "+strings.Join(asStrings(allKinds), ", "))
	f.StringSliceVar(&o.statuses, "status", nil, "only records with a leg of such a status: "+strings.Join(asStrings(allStatuses), ", "))
	f.Float64Var(&o.minConfidence, "min-confidence", 0, "only records of at least this confidence, 0 to 1")
	f.BoolVarP(&o.exit, "exit-status", "e", false, "exit with 1 when no record was printed")
	o.register(cmd)
	complete(cmd, "format", formatNames())
	complete(cmd, "kind", append(asStrings(allKinds), "all"))
	complete(cmd, "status", asStrings(allStatuses))
	return cmd
}

func (c *command) extract(ctx context.Context, o *extractFlags, args []string) error {
	keep, err := o.filter()
	if err != nil {
		return err
	}
	format, ok := formats[o.format]
	if !ok {
		return usageError("--format %q: there are %s", o.format, strings.Join(formatNames(), ", "))
	}
	extractor, err := c.newExtractor()
	if err != nil {
		return err
	}
	total := &summary{extracts: true}
	err = c.batch(ctx, &o.batchFlags, args, format.frame, total, func(it source.Item) outcome {
		return extractItem(extractor, it, keep, format)
	})
	if err == nil && o.exit && total.records == 0 {
		return silent(exitNoRecord)
	}
	return err
}

// extractItem gives the records of one article.
func extractItem(x *extract.Extractor, it source.Item, keep func(*extract.Record) bool, format *format) (out outcome) {
	article, ok := out.article(it)
	if !ok {
		return out
	}
	result := x.Extract(article)
	out.triggers = result.Triggers
	var b bytes.Buffer
	for i := range result.Records {
		r := &result.Records[i]
		if !keep(r) {
			continue
		}
		if out.records > 0 {
			b.WriteString(format.between)
		}
		format.write(&b, r)
		out.records++
	}
	out.text = b.Bytes()
	return out
}

// filter says which records are printed.
func (o *extractFlags) filter() (func(*extract.Record) bool, error) {
	kinds := allKinds
	if !slices.Equal(o.kinds, []string{"all"}) {
		var err error
		if kinds, err = parse("--kind", o.kinds, allKinds, ", or all"); err != nil {
			return nil, err
		}
	}
	statuses, err := parse("--status", o.statuses, allStatuses, "")
	if err != nil {
		return nil, err
	}
	if !(o.minConfidence >= 0 && o.minConfidence <= 1) {
		return nil, usageError("--min-confidence %v: it takes a number from 0 to 1", round(o.minConfidence))
	}
	reached := func(leg *extract.Leg) bool { return leg != nil && slices.Contains(statuses, leg.Status) }
	return func(r *extract.Record) bool {
		return slices.Contains(kinds, r.Kind) && r.Confidence >= o.minConfidence &&
			(len(statuses) == 0 || reached(r.Left) || reached(r.Joined))
	}, nil
}

func round(f float64) float64 { return math.Round(f*1000) / 1000 }

// parse checks the words of a list flag.
func parse[T ~string](flag string, given []string, known []T, more string) ([]T, error) {
	var out []T
	for _, word := range given {
		if !slices.Contains(known, T(word)) {
			return nil, usageError("%s %q: there are %s%s", flag, word, strings.Join(asStrings(known), ", "), more)
		}
		out = append(out, T(word))
	}
	return out, nil
}

func asStrings[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}

// looksLikeCommand says whether a name is a word that is no file: a command
// mistyped, likely.
func looksLikeCommand(name string) bool {
	_, err := os.Stat(name)
	return name != "-" && !strings.ContainsAny(name, `./\`) && errors.Is(err, fs.ErrNotExist)
}

// terminal says whether a person would have to type the input.
func terminal(in any) bool {
	f, ok := in.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err == nil && !os.SameFile(info, null)
}
