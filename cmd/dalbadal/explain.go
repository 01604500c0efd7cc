package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/dalbadal/dalbadal/cmd/dalbadal/internal/view"
	"github.com/dalbadal/dalbadal/extract"
	"github.com/dalbadal/dalbadal/extract/source"
)

// explainFlags are the flags of explain, as given.
type explainFlags struct {
	json, html  bool
	brat        string
	whyNot      string
	id          string
	color       string
	batchFlags  // of which it has the output and the inputs
	whyNotGiven bool
}

var colorModes = []string{"auto", "always", "never"}

func (c *command) explainCommand() *cobra.Command {
	var o explainFlags
	cmd := &cobra.Command{
		Use:   "explain [FILE|-]...",
		Short: "Tell why each record is there, and why not",
		Long: `Tell of an article why each of its records is there: the rule and its place,
the words of each slot with their case marker, whom a pronoun and पार्टी mean, the
words that set the status, and the parts of the confidence. Then, for each trigger
on which no record rests, the nearest rule and the first condition that failed, or
what in the rest of the article decided.

Records of all kinds are told of. --html makes a page of one article; of a file
with several, --id names the one.`,
		Example: `  dalbadal explain article.txt
  dalbadal explain --html -o page.html --id 17 articles.jsonl
  dalbadal explain --why-not 'सुरेश वर्मा भाजपा की बैठक में शामिल हुए।'
  dalbadal explain --json articles.jsonl | jq .why_not`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, names []string) error {
			o.whyNotGiven = cmd.Flags().Changed("why-not")
			return c.explain(cmd.Context(), &o, names)
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.BoolVar(&o.json, "json", false, "one JSON object an article, a line each")
	f.BoolVar(&o.html, "html", false, "a web page that needs nothing else")
	f.StringVar(&o.brat, "brat", "", "write the articles and their records into `DIR`, as text and standoff for brat")
	f.StringVar(&o.whyNot, "why-not", "", "explain this `TEXT`, a sentence or several, in place of articles")
	f.StringVar(&o.id, "id", "", "only the article with this `ID`")
	f.StringVar(&o.color, "color", "auto", "colour at a terminal: auto, always, never; auto heeds NO_COLOR")
	f.StringVarP(&o.output, "output", "o", "", "write to `FILE`, which changes only when all is written")
	o.inputs.register(cmd)
	complete(cmd, "color", colorModes)
	return cmd
}

func (o *explainFlags) check(names []string) error {
	forms := 0
	for _, given := range []bool{o.json, o.html, o.brat != ""} {
		if given {
			forms++
		}
	}
	switch {
	case forms > 1:
		return usageError("explain: choose one of --json, --html and --brat")
	case o.brat != "" && o.output != "":
		return usageError("explain: --brat writes into a directory; leave out -o")
	case o.whyNotGiven && (len(names) > 0 || o.inputs.filesFrom != "" || o.id != ""):
		return usageError("explain: --why-not explains its own text; leave out the files and --id")
	case o.whyNotGiven && o.brat != "":
		return usageError("explain: --why-not has no records to write with --brat")
	case !slices.Contains(colorModes, o.color):
		return usageError("--color %q: there are auto, always, never", o.color)
	}
	return nil
}

// colored says whether a person sees the output in colour.
func (c *command) colored(o *explainFlags) bool {
	switch o.color {
	case "always":
		return true
	case "never":
		return false
	}
	return !o.toFile() && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && terminal(c.out)
}

// told is an article with its explanation.
type told struct {
	article     extract.Article
	explanation extract.Explanation
}

func (c *command) explain(ctx context.Context, o *explainFlags, names []string) error {
	if err := o.check(names); err != nil {
		return err
	}
	x, err := c.newExtractor()
	if err != nil {
		return err
	}
	write := func(w io.Writer, t *told) error { return view.Terminal(w, &t.article, &t.explanation, c.colored(o)) }
	switch {
	case o.json:
		write = func(w io.Writer, t *told) error {
			var b bytes.Buffer
			writeJSON(&b, t.explanation)
			_, err := w.Write(b.Bytes())
			return err
		}
	case o.html:
		write = func(w io.Writer, t *told) error { return view.Page(w, &t.article, &t.explanation) }
	}
	if o.whyNotGiven {
		return c.printInto(o.output, func(w io.Writer) error {
			return write(w, &told{extract.Article{Text: o.whyNot}, x.WhyNot(o.whyNot)})
		})
	}
	o.jobs, o.quiet, o.progress = 1, true, "none"
	if o.brat != "" {
		return c.explainBrat(ctx, o, x, names)
	}
	if o.html {
		return c.explainPage(ctx, o, x, names, write)
	}
	seen := 0
	err = c.batch(ctx, &o.batchFlags, names, frame{}, new(summary), o.each(x, func(t *told, out *outcome) {
		var b bytes.Buffer
		if out.err = write(&b, t); out.err == nil {
			out.text = b.Bytes()
		}
		seen++
	}))
	return o.found(err, seen)
}

// each makes the work on an item of work on an article that was asked for. There is one job, so that nothing runs beside it.
func (o *explainFlags) each(x *extract.Extractor, do func(*told, *outcome)) func(source.Item) outcome {
	return func(it source.Item) (out outcome) {
		article, ok := out.article(it)
		if !ok || o.id != "" && article.ID != o.id {
			return out
		}
		do(&told{article, x.Explain(article)}, &out)
		return out
	}
}

// found says whether the article that was asked for was there.
func (o *explainFlags) found(err error, seen int) error {
	if err == nil && seen == 0 && o.id != "" {
		return &exitError{code: exitInputs, err: fmt.Errorf("explain: no article has the id %q", o.id), hint: "dalbadal read prints the articles with their ids"}
	}
	return err
}

// explainPage makes the page of the one article that the inputs hold.
func (c *command) explainPage(ctx context.Context, o *explainFlags, x *extract.Extractor, names []string, write func(io.Writer, *told) error) error {
	var one *told
	seen := 0
	flags := o.batchFlags
	flags.output = "" // nothing is printed as it goes
	err := c.batch(ctx, &flags, names, frame{}, new(summary), o.each(x, func(t *told, _ *outcome) {
		if seen++; one == nil {
			one = t
		}
	}))
	if err = o.found(err, seen); one == nil {
		if err == nil {
			err = &exitError{code: exitInputs, err: errors.New("explain --html: there is no article in the inputs")}
		}
		return err
	}
	if bad, ok := errors.AsType[*exitError](err); err != nil && !(ok && bad.code == exitInputs) {
		return err
	}
	if seen == 1 {
		if failed := c.printInto(o.output, func(w io.Writer) error { return write(w, one) }); failed != nil {
			return failed
		}
		return err // of another input, told already
	}
	return usageError("explain --html: a page is of one article, and the inputs hold %d; name one with --id, as %s", seen, one.article.ID)
}

// printInto writes to the file that -o names, or to standard output.
func (c *command) printInto(name string, do func(io.Writer) error) error {
	if name == "" || name == "-" {
		return c.printTo(do)
	}
	out, err := create("-o", name)
	if err != nil {
		return err
	}
	if err := do(out); err != nil {
		_ = out.close(false) // drops it
		return out.fault(err)
	}
	return out.close(true)
}

// explainBrat writes for each article ID.txt and ID.ann into a directory, and the annotation.conf that goes with them.
func (c *command) explainBrat(ctx context.Context, o *explainFlags, x *extract.Extractor, names []string) error {
	if err := os.MkdirAll(o.brat, 0o777); err != nil {
		return ioError("--brat %s: %w", o.brat, cause(err))
	}
	put := func(name, text string) error {
		f, err := create("--brat", filepath.Join(o.brat, name))
		if err != nil {
			return err
		}
		if _, err := f.WriteString(text); err != nil {
			_ = f.close(false) // drops it
			return f.fault(err)
		}
		return f.close(true)
	}
	if err := put("annotation.conf", view.BratConfig()); err != nil {
		return err
	}
	var fault error // of writing, which ends the rest
	taken := map[string]bool{}
	seen := 0
	err := c.batch(ctx, &o.batchFlags, names, frame{}, new(summary), o.each(x, func(t *told, out *outcome) {
		seen++
		name := view.FileName(t.article.ID)
		for n := 2; taken[name]; n++ {
			name = fmt.Sprintf("%s-%d", view.FileName(t.article.ID), n)
		}
		taken[name] = true
		txt, ann := view.Brat(&t.article, &t.explanation)
		for _, f := range []struct{ end, text string }{{".txt", txt}, {".ann", ann}} {
			if fault == nil {
				fault = put(name+f.end, f.text)
			}
		}
	}))
	if fault != nil {
		return fault
	}
	return o.found(err, seen)
}
