package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"math"
	"os"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dalbadal/dalbadal/extract"
	"github.com/dalbadal/dalbadal/extract/source"
)

// extractFlags are the flags of extract, as given.
type extractFlags struct {
	format, output string
	kinds          []string
	statuses       []string
	minConfidence  float64
	jobs           int
	quiet, exit    bool
	inputs         inputFlags
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
			return c.extract(cmd.Context(), o, names)
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&o.format, "format", "jsonl", "output format: "+strings.Join(formatNames(), ", "))
	f.StringVarP(&o.output, "output", "o", "", "write to `FILE`, which changes only when all is written")
	f.StringSliceVar(&o.kinds, "kind", asStrings(defaultKinds), "kinds of record, or all: "+strings.Join(asStrings(allKinds), ", "))
	f.StringSliceVar(&o.statuses, "status", nil, "only records with a leg of such a status: "+strings.Join(asStrings(allStatuses), ", "))
	f.Float64Var(&o.minConfidence, "min-confidence", 0, "only records of at least this confidence, 0 to 1")
	f.BoolVarP(&o.exit, "exit-status", "e", false, "exit with 1 when no record was printed")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "no closing summary")
	f.IntVarP(&o.jobs, "jobs", "j", runtime.NumCPU(), "articles read at a time; the output is the same for any number")
	o.inputs.register(cmd)
	complete(cmd, "format", formatNames())
	complete(cmd, "kind", append(asStrings(allKinds), "all"))
	complete(cmd, "status", asStrings(allStatuses))
	return cmd
}

func (c *command) extract(ctx context.Context, o extractFlags, args []string) error {
	keep, err := o.filter()
	if err != nil {
		return err
	}
	if o.jobs < 1 {
		return usageError("--jobs %d: it takes a number from 1", o.jobs)
	}
	format, ok := formats[o.format]
	if !ok {
		return usageError("--format %q: there are %s", o.format, strings.Join(formatNames(), ", "))
	}
	options, err := o.inputs.options(c.in)
	if err != nil {
		return err
	}
	names, err := o.inputs.names(c.in, args)
	if err != nil {
		return err
	}
	extractor, err := c.newExtractor()
	if err != nil {
		return err
	}
	out, err := c.create(o.output)
	if err != nil {
		return err
	}
	work := func(it source.Item) outcome { return extractItem(extractor, it, keep, format) }
	var total summary
	results := inOrder(ctx, o.jobs, source.Read(names, options), func(it source.Item) int { return it.Size }, work)
	err = c.print(ctx, results, format, out, &total)
	if closed := out.close(err == nil); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	if !o.quiet {
		c.say("%s", total)
	}
	switch {
	case total.failures > 0:
		return silent(exitInputs)
	case o.exit && total.records == 0:
		return silent(exitNoRecord)
	}
	return nil
}

// outcome is what one item gave.
type outcome struct {
	source   string
	text     []byte // the records in the output format
	records  int
	triggers int
	warning  error
	err      error
}

// extractItem reads one article. A fault of the program in one article is
// reported with it; the rest go on.
func extractItem(x *extract.Extractor, it source.Item, keep func(*extract.Record) bool, format *format) (out outcome) {
	out.source = it.Source
	defer func() {
		if fault := recover(); fault != nil {
			out = outcome{source: it.Source, err: fmt.Errorf("fault of dalbadal: %v; please report it with this article", fault)}
		}
	}()
	article, err := it.Article()
	if warning, ok := errors.AsType[*source.Warning](err); ok {
		out.warning = warning
	} else if err != nil {
		out.err = err
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

// print writes the outcomes and their faults, in order, and sums them up.
func (c *command) print(ctx context.Context, results iter.Seq2[outcome, bool], format *format, out *output, total *summary) error {
	if _, err := out.WriteString(format.head); err != nil {
		return out.fault(err)
	}
	for r, more := range results {
		if r.err != nil {
			total.failures++
			c.say("%s: %v", r.source, r.err)
			continue
		}
		if r.warning != nil {
			if total.warnings++; total.warnings <= maxWarnings {
				c.say("%s: %v", r.source, r.warning)
			}
		}
		if r.records > 0 && total.records > 0 {
			if _, err := out.WriteString(format.between); err != nil {
				return out.fault(err)
			}
		}
		if _, err := out.Write(r.text); err != nil {
			return out.fault(err)
		}
		total.add(r)
		// A reader at the other end need not wait for the next article.
		if !more {
			if err := out.Flush(); err != nil {
				return out.fault(err)
			}
		}
	}
	if ctx.Err() != nil {
		_ = out.Flush() // what is whole; -o is dropped
		return &exitError{code: exitInterrupted, err: errors.New("interrupted")}
	}
	if _, err := out.WriteString(format.tail); err != nil {
		return out.fault(err)
	}
	return nil
}

// maxWarnings is how many warnings are printed; a dump with odd dates has one
// for each article.
const maxWarnings = 5

// summary is the closing line.
type summary struct{ articles, triggers, records, failures, warnings int }

func (s *summary) add(r outcome) {
	s.articles++
	s.triggers += r.triggers
	s.records += r.records
}

func (s summary) String() string {
	n := func(count int, what string) string {
		if count == 1 {
			return "1 " + what
		}
		return fmt.Sprintf("%d %ss", count, what)
	}
	parts := []string{n(s.articles, "article"), n(s.triggers, "trigger"), n(s.records, "record"), n(s.failures, "failure")}
	if s.warnings > 0 {
		parts = append(parts, n(s.warnings, "warning"))
	}
	return strings.Join(parts, ", ")
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
