package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

// command is one run of dalbadal: where it reads and writes.
type command struct {
	in       io.Reader
	out, err io.Writer
	now      func() time.Time // for progress and rules list --count alone
	data     dataFlags
}

// run runs the command line and gives the exit code.
func run(args []string, in io.Reader, out, err io.Writer) int {
	c := &command{in: in, out: out, err: err, now: time.Now}
	signal.Ignore(syscall.SIGPIPE) // a closed pipe is an error of the write
	ends := []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}
	ends = slices.DeleteFunc(ends, signal.Ignored) // under nohup, or in the background of a script
	ctx, stop := signal.NotifyContext(context.Background(), ends...)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt kills

	root := c.root()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(err)
	return c.finish(root.ExecuteContext(ctx))
}

func (c *command) root() *cobra.Command {
	root := c.extractCommand()
	root.Use = "dalbadal [flags] [FILE|DIR|-]..."
	root.Short = "Who left which party, where, why, and for whom: Hindi news in, JSON records out"
	root.Long = `dalbadal (दल-बदल) reads Hindi news and prints, as JSON, who left which party,
where, why, and for whom. It runs offline and gives the same bytes for the
same input every time.

dalbadal FILE is short for dalbadal extract FILE.

Exit codes: 0 ran · 1 no record (with -e only) · 2 usage · 3 bad rules or
lexicon · 4 some inputs failed · 5 input or output error · 130 interrupted`
	root.Example = `  dalbadal article.txt
  dalbadal --kind all --jobs 4 articles.jsonl > records.jsonl
  dalbadal articles/ --kind all > records.jsonl
  dalbadal --format csv -o moves.csv dump/
  dalbadal read -o articles.jsonl dump/`
	c.data.register(root)
	root.Version = version()
	root.SetVersionTemplate("dalbadal {{.Version}}\n")
	root.SilenceErrors, root.SilenceUsage = true, true
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError("%w", err) })
	root.AddCommand(c.namedExtractCommand(), c.readCommand(), c.explainCommand(), c.rulesCommand(), c.evalCommand(), c.schemaCommand(), c.versionCommand())
	return root
}

// arguments checks that there are least to most arguments.
func arguments(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if least <= len(args) && len(args) <= most {
			return nil
		}
		return &exitError{code: exitUsage, err: fmt.Errorf("%s: wrong number of arguments", strings.TrimPrefix(cmd.CommandPath(), "dalbadal ")), hint: "usage: " + cmd.UseLine()}
	}
}
