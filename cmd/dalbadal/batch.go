package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dalbadal/dalbadal/extract"
	"github.com/dalbadal/dalbadal/extract/source"
)

// batchFlags are the flags of the commands that go through articles and print something for each: extract and read.
type batchFlags struct {
	output, errorsOut string
	progress          string
	jobs              int
	quiet             bool
	inputs            inputFlags
}

func (o *batchFlags) register(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVarP(&o.output, "output", "o", "", "write to `FILE`, which changes only when all is written")
	f.StringVar(&o.errorsOut, "errors-out", "", "list what could not be read in `FILE`, as JSONL with source and error")
	f.IntVarP(&o.jobs, "jobs", "j", runtime.NumCPU(), "articles worked on at a time; the output is the same for any number")
	f.StringVar(&o.progress, "progress", "auto", "progress on standard error: "+strings.Join(progressModes, ", ")+"; auto shows it on a terminal only")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "no closing summary, and no progress unless it is asked for")
	o.inputs.register(cmd)
	complete(cmd, "progress", progressModes)
}

// check finds faults in the flags before anything is read or written.
func (o *batchFlags) check() error {
	if o.jobs < 1 {
		return usageError("--jobs %d: it takes a number from 1", o.jobs)
	}
	if !slices.Contains(progressModes, o.progress) {
		return usageError("--progress %q: there are %s", o.progress, strings.Join(progressModes, ", "))
	}
	if o.errorsOut == "-" {
		return usageError("--errors-out -: standard output is for the results; name a file")
	}
	if o.errorsOut != "" && o.toFile() && sameFile(o.errorsOut, o.output) {
		return usageError("-o and --errors-out name the same file")
	}
	return nil
}

// toFile says whether the results go elsewhere than to standard output.
func (o *batchFlags) toFile() bool { return o.output != "" && o.output != "-" }

// sameFile says whether two names are of one file, which may not be there yet. A device is not one: both can go to /dev/null.
func sameFile(a, b string) bool {
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	if errA == nil && errB == nil {
		return os.SameFile(infoA, infoB) && infoA.Mode().IsRegular()
	}
	a, errA = filepath.Abs(a)
	b, errB = filepath.Abs(b)
	return a == b && errA == nil && errB == nil
}

// outcome is what one item gave.
type outcome struct {
	source   string
	text     []byte // to be printed
	records  int
	triggers int
	warning  error
	err      error
}

// size is the number of bytes that an outcome holds.
func (r outcome) size() int { return len(r.text) }

// frame is what is printed around outcomes that have something.
type frame struct{ head, between, tail string }

// batch goes through the articles of the inputs, prints what work makes of each and sums up. A fault of the program in one
// article is reported with it; the rest go on.
func (c *command) batch(ctx context.Context, o *batchFlags, args []string, frame frame, total *summary, work func(source.Item) outcome) error {
	if err := o.check(); err != nil {
		return err
	}
	options, err := o.inputs.options(c.in)
	if err != nil {
		return err
	}
	names, err := o.inputs.names(ctx, c.in, args)
	if err != nil {
		return err
	}
	out, failed := c.stdout(), nowhere()
	if o.toFile() {
		if out, err = create("-o", o.output); err != nil {
			return err
		}
	}
	if o.errorsOut != "" {
		if failed, err = create("--errors-out", o.errorsOut); err != nil {
			_ = out.close(false) // drops it
			return err
		}
	}

	progress := c.newProgress(o, names)
	defer boundMemory(o.jobs)()
	progress.begin(source.Sizes(names))
	options.Consumed = progress.consumed
	safely := func(it source.Item) (out outcome) {
		defer func() {
			if fault := recover(); fault != nil {
				out = outcome{source: it.Source, err: fmt.Errorf("fault of dalbadal: %v; please report it with this article", fault)}
			}
		}()
		return work(it)
	}
	results := inOrder(ctx, o.jobs, source.Read(names, options), func(it source.Item) int { return it.Size }, safely, outcome.size)
	err = c.with(progress).print(ctx, results, frame, out, failed, progress, total)
	progress.end(total)
	for _, f := range []*output{failed, out} {
		if closed := f.close(err == nil); err == nil {
			err = closed
		}
	}
	interrupted := err != nil && ctx.Err() != nil
	if !o.quiet && (err == nil || interrupted) {
		c.say("%s", total)
	}
	switch {
	case err != nil:
		return err
	case total.failures > 0:
		return silent(exitInputs)
	}
	return nil
}

// boundMemory has the collector work harder where the heap would grow beyond what a run needs, as it does after each very
// long line, unless the environment has a limit (GOMEMLIMIT). It gives a function that undoes this.
func boundMemory(jobs int) func() {
	if os.Getenv("GOMEMLIMIT") != "" {
		return func() {}
	}
	before := debug.SetMemoryLimit(48<<20 + int64(jobs)*(32<<20))
	return func() { debug.SetMemoryLimit(before) }
}

// article decodes an item for work. A warning leaves the article readable; with an error there is none.
func (r *outcome) article(it source.Item) (article extract.Article, ok bool) {
	r.source = it.Source
	article, err := it.Article()
	if warning, is := errors.AsType[*source.Warning](err); is {
		r.warning = warning
	} else if err != nil {
		r.err = err
		return article, false
	}
	return article, true
}

// failure is one line of --errors-out.
type failure struct {
	Source string `json:"source"`
	Error  string `json:"error"`
}

// print writes the outcomes and their faults, in order, and sums them up.
func (c *command) print(ctx context.Context, results iter.Seq2[outcome, bool], frame frame, out, failed *output, progress *progress, total *summary) error {
	if _, err := out.WriteString(frame.head); err != nil {
		return out.fault(err)
	}
	printed := false
	for r, more := range results {
		if r.err != nil {
			c.say("%s: %v", r.source, r.err)
			var line bytes.Buffer
			writeJSON(&line, failure{r.source, r.err.Error()})
			if _, err := failed.Write(line.Bytes()); err != nil {
				return failed.fault(err)
			}
		}
		if r.warning != nil && total.warnings < maxWarnings {
			c.say("%s: %v", r.source, r.warning)
		}
		if len(r.text) > 0 {
			if printed {
				if _, err := out.WriteString(frame.between); err != nil {
					return out.fault(err)
				}
			}
			if _, err := out.Write(r.text); err != nil {
				return out.fault(err)
			}
			printed = true
		}
		total.add(r)
		progress.tick(total)
		// A reader at the other end need not wait for the next article.
		if !more {
			if err := out.Flush(); err != nil {
				return out.fault(err)
			}
		}
	}
	if ctx.Err() != nil {
		// What is whole is printed; -o is dropped. An interrupt ends those at the other end of a pipe too.
		if err := out.Flush(); err != nil && !closedPipe(err) {
			return out.fault(err)
		}
		return &exitError{code: exitInterrupted, err: errors.New("interrupted" + out.kept())}
	}
	if _, err := out.WriteString(frame.tail); err != nil {
		return out.fault(err)
	}
	return nil
}

// maxWarnings is how many warnings are printed; a dump with odd dates has one
// for each article.
const maxWarnings = 5

// summary is the closing line.
type summary struct {
	articles, triggers, records, failures, warnings int
	extracts                                        bool // triggers and records are counted
}

func (s *summary) add(r outcome) {
	if r.warning != nil {
		s.warnings++
	}
	if r.err != nil {
		s.failures++
		return
	}
	s.articles++
	s.triggers += r.triggers
	s.records += r.records
}

func (s *summary) String() string {
	parts := []string{count(s.articles, "article")}
	if s.extracts {
		parts = append(parts, count(s.triggers, "trigger"), count(s.records, "record"))
	}
	parts = append(parts, count(s.failures, "failure"))
	if s.warnings > 0 {
		parts = append(parts, count(s.warnings, "warning"))
	}
	return strings.Join(parts, ", ")
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// writeJSON writes a value on a line of its own.
func writeJSON(b *bytes.Buffer, v any) {
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic(err) // a confidence that is no number
	}
}
