package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dalbadal/dalbadal/extract"
)

func (c *command) rulesCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "The rules: list, check, test, new",
		Long: `The rules: list them, find their faults, run their examples, draft one from a
sentence. With --rules DIR and --lexicon DIR, those of the folders over the
built-in ones. docs/writing-rules.md is a guide.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, names []string) error {
			if len(names) > 0 {
				return usageError("rules: no command %q; say list, check, test or new", names[0])
			}
			return usageError("rules: say list, check, test or new")
		},
	}
	cmd.AddCommand(c.rulesListCommand(), c.rulesCheckCommand(), c.rulesTestCommand(), c.rulesNewCommand())
	return cmd
}

func (c *command) rulesCheckCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check [DIR]",
		Short: "Find faults in rules and word lists",
		Long: `Find faults in the rules of DIR (or --rules DIR) and the word lists of
--lexicon DIR, by themselves and beside the built-in ones that they are put
over; without any of these, in the built-in ones. Each fault is told with its
file, line and column, the line, and what to do: what cannot be read, and what
can hardly be meant, such as a rule that can never match, two rules that always
match the same, or a name that two parties share and nothing tells apart.`,
		Args: arguments(0, 1),
		RunE: func(_ *cobra.Command, dirs []string) error {
			if len(dirs) > 0 {
				if err := isFolder("rules check "+dirs[0], dirs[0], "name the folder with the rule files"); err != nil {
					return err
				}
				c.data.rules = append(c.data.rules, dirs[0])
			}
			return c.checkRules()
		},
	}
}

func (c *command) checkRules() error {
	options, err := c.data.options()
	if err != nil {
		return err
	}
	faults, err := extract.Check(options...)
	if err != nil {
		return &exitError{code: exitRules, err: err}
	}
	c.printFaults(faults)
	if len(faults) > 0 {
		c.say("%s", count(len(faults), "fault"))
		return silent(exitRules)
	}
	what := "built-in rules and word lists"
	if names := slices.Concat(c.data.rules, c.data.lexicon); len(names) > 0 {
		what = strings.Join(names, ", ")
	}
	_, err = fmt.Fprintf(c.out, "%s: no faults\n", what)
	return err
}

// printFaults prints each fault as FILE:LINE:COLUMN: what, the line with a caret, and a hint.
func (c *command) printFaults(faults []extract.Fault) {
	for _, f := range faults {
		c.say("%s: %s", f.At(), f.Message)
		if f.Excerpt != "" {
			fmt.Fprintln(c.err, f.Excerpt)
		}
		if f.Hint != "" {
			c.say("hint: %s", f.Hint)
		}
	}
}
