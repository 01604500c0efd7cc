package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dalbadal/dalbadal/extract"
	"github.com/dalbadal/dalbadal/extract/rules"
)

func (c *command) rulesCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "The rules: list, check, test",
		Args:  cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, names []string) error {
			if len(names) > 0 {
				return usageError("rules: no command %q; say list, check or test", names[0])
			}
			return usageError("rules: say list, check or test")
		},
	}
	cmd.AddCommand(&cobra.Command{
		Use:   "list",
		Short: "List the rules",
		Long: `List the rules, one a line, with tabs between: id, kind, trigger, number of
examples, number of counterexamples, FILE:LINE, gloss.`,
		Args: arguments(0, 0),
		RunE: func(*cobra.Command, []string) error { return c.listRules() },
	}, &cobra.Command{
		Use:   "check [DIR]",
		Short: "Find faults in rule files: those of DIR, or the built-in ones",
		Args:  arguments(0, 1),
		RunE:  func(_ *cobra.Command, dirs []string) error { return c.checkRules(dirs) },
	}, &cobra.Command{
		Use:   "test",
		Short: "Run the rules' own examples and counterexamples",
		Args:  arguments(0, 0),
		RunE:  func(*cobra.Command, []string) error { return c.testRules() },
	})
	return cmd
}

// newExtractor compiles the rules; their faults are printed one by one.
func (c *command) newExtractor() (*extract.Extractor, error) {
	x, err := extract.New()
	if bad, ok := errors.AsType[*extract.RulesError](err); ok {
		c.printFaults(bad.Faults)
		return nil, silent(exitRules)
	}
	if err != nil {
		return nil, &exitError{code: exitRules, err: err}
	}
	return x, nil
}

func (c *command) listRules() error {
	x, err := c.newExtractor()
	if err != nil {
		return err
	}
	return c.printTo(func(w io.Writer) error {
		for _, r := range x.Rules() {
			_, err := fmt.Fprintf(w, "%s\t%s\t%s\t%d\t%d\t%s:%d\t%s\n", r.ID, r.Kind, r.Trigger, r.Examples, r.Counterexamples, r.File, r.Line, r.Gloss)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func (c *command) checkRules(dirs []string) error {
	var files fs.FS = rules.FS
	what := "built-in rules"
	if len(dirs) > 0 {
		what = dirs[0]
		info, err := os.Stat(what)
		if err != nil {
			return ioError("%s: %w", what, cause(err))
		}
		if !info.IsDir() {
			return usageError("rules check %s: not a directory; name the directory with the rule files", what)
		}
		files = os.DirFS(what)
	}
	faults := extract.CheckRules(files)
	c.printFaults(faults)
	if len(faults) > 0 {
		return silent(exitRules)
	}
	return c.printTo(func(w io.Writer) error {
		_, err := fmt.Fprintf(w, "%s: no faults\n", what)
		return err
	})
}

func (c *command) printFaults(faults []extract.Fault) {
	for _, f := range faults {
		at := f.File
		for _, n := range []int{f.Line, f.Column} {
			if n > 0 { // 0 is not known
				at += fmt.Sprintf(":%d", n)
			}
		}
		c.say("%s: %s", at, f.Message)
		if f.Excerpt != "" {
			fmt.Fprintln(c.err, strings.TrimRight(f.Excerpt, "\n"))
		}
		if f.Hint != "" {
			c.say("hint: %s", f.Hint)
		}
	}
}

func (c *command) testRules() error {
	x, err := c.newExtractor()
	if err != nil {
		return err
	}
	results := x.TestRules()
	failed := 0
	for _, r := range results {
		if !r.OK {
			failed++
			c.say("%s:%d: rule %s: %s\n  expected %s\n  got      %s", r.File, r.Line, r.Rule, r.Text, r.Expected, r.Got)
		}
	}
	if failed > 0 {
		c.say("%d of %d examples fail", failed, len(results))
		return silent(exitRules)
	}
	return c.printTo(func(w io.Writer) error {
		_, err := fmt.Fprintf(w, "%d examples pass\n", len(results))
		return err
	})
}
