package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/dalbadal/dalbadal/extract"
)

// dataFlags name folders of rules and word lists that are put over the built-in ones.
type dataFlags struct{ rules, lexicon []string }

func (o *dataFlags) register(root *cobra.Command) {
	f := root.PersistentFlags()
	f.StringArrayVar(&o.rules, "rules", nil, "put the rules of `DIR` over the built-in ones: one with the id of another takes its place")
	f.StringArrayVar(&o.lexicon, "lexicon", nil, "put the word lists of `DIR` over the built-in ones")
	for _, name := range []string{"rules", "lexicon"} {
		if err := root.MarkPersistentFlagDirname(name); err != nil {
			panic(fmt.Sprintf("flag %s: %v", name, err)) // a flag that does not exist: found by any test
		}
	}
}

// options are what the folders change in an extractor.
func (o *dataFlags) options() (options []extract.Option, err error) {
	for _, dir := range o.rules {
		if err := isFolder("--rules "+dir, dir, "name the folder with the rule files"); err != nil {
			return nil, err
		}
		options = append(options, extract.AddRules(dir, os.DirFS(dir)))
	}
	for _, dir := range o.lexicon {
		if err := isFolder("--lexicon "+dir, dir, "name the folder with the word lists"); err != nil {
			return nil, err
		}
		options = append(options, extract.AddLexicon(dir, os.DirFS(dir)))
	}
	return options, nil
}

func isFolder(what, name, hint string) error {
	info, err := os.Stat(name)
	if err != nil {
		return ioError("%s: %w", what, cause(err))
	}
	if !info.IsDir() {
		return usageError("%s: not a directory; %s", what, hint)
	}
	return nil
}

// newExtractor compiles the rules and word lists; their faults are printed one by one.
func (c *command) newExtractor() (*extract.Extractor, error) {
	options, err := c.data.options()
	if err != nil {
		return nil, err
	}
	x, err := extract.New(options...)
	if bad, ok := errors.AsType[*extract.RulesError](err); ok {
		c.printFaults(bad.Faults)
		return nil, silent(exitRules)
	}
	if err != nil {
		return nil, &exitError{code: exitRules, err: err}
	}
	return x, nil
}
