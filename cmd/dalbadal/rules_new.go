package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/dalbadal/dalbadal/extract"
)

func (c *command) rulesNewCommand() *cobra.Command {
	var w extract.Wish
	cmd := &cobra.Command{
		Use:   "new SENTENCE --who NAME --left PARTY --joined PARTY",
		Short: "Draft a rule from an example sentence",
		Long: `Draft a rule that finds in SENTENCE that NAME leaves one party, or joins another,
or both: one rule for each leg that no rule finds yet. A party is given by its
id or name. The draft is tried on the sentence, printed as YAML for a file of
--rules DIR, and is yours to finish: its gloss and a counterexample are missing,
and its words and cases are those of one sentence. Where grammar.yaml lacks the
noun or verb, a comment has the lines to add to that of --lexicon DIR.`,
		Args: arguments(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			w.Text = args[0]
			return c.draftRules(w)
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&w.Who, "who", "", "`NAME` of the one who moves, as the sentence has it")
	f.StringVar(&w.Left, "left", "", "the `PARTY` left")
	f.StringVar(&w.Joined, "joined", "", "the `PARTY` joined")
	f.StringVar(&w.Status, "status", "", "the `STATUS` of the leg: done, announced, rumoured, denied; what is found, where not given")
	f.StringVar(&w.ID, "id", "", "`ID` of the new rule")
	f.BoolVar(&w.Title, "title", false, "the sentence is a title")
	return cmd
}

func (c *command) draftRules(w extract.Wish) error {
	if w.Who == "" || w.Left == "" && w.Joined == "" {
		return usageError("rules new: say who moves, and the party left or joined: --who NAME --left PARTY --joined PARTY")
	}
	options, err := c.data.options()
	if err != nil {
		return err
	}
	drafts, err := extract.DraftRules(w, options...)
	if bad, ok := errors.AsType[*extract.RulesError](err); ok {
		c.printFaults(bad.Faults)
		return silent(exitRules)
	}
	if err != nil {
		return usageError("rules new: %w", err)
	}
	err = c.printTo(func(out io.Writer) error {
		for _, d := range drafts {
			if d.Found != nil {
				continue
			}
			if len(d.Grammar) > 0 {
				if _, err := fmt.Fprintln(out, "# grammar.yaml lacks these lines; put them into grammar.yaml of the folder for --lexicon:"); err != nil {
					return err
				}
				for _, l := range d.Grammar {
					if _, err := fmt.Fprintln(out, "#   "+l); err != nil {
						return err
					}
				}
			}
			for _, r := range d.Alike {
				if _, err := fmt.Fprintf(out, "# %s (%s:%d) has the same trigger: perhaps it only needs another case or word\n", r.ID, r.File, r.Line); err != nil {
					return err
				}
			}
			if _, err := io.WriteString(out, d.YAML); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, d := range drafts {
		switch {
		case d.Found != nil:
			c.say("%s: the rule %s finds it already (%s:%d)", d.Slot, d.Found.ID, d.Found.File, d.Found.Line)
		case d.Result.OK:
			c.say("%s: the draft finds its sentence; fill in the gloss and a counterexample", d.Slot)
		default:
			c.say("%s: the draft does not find its sentence yet:", d.Slot)
			if err := writeResult(c.err, &d.Result); err != nil {
				return err
			}
		}
	}
	return nil
}
