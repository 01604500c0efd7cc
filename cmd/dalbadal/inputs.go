package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dalbadal/dalbadal/extract/source"
)

// inputFlags say which articles are read, and how.
type inputFlags struct {
	filesFrom string
	null      bool
	source.Options
}

func (o *inputFlags) register(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.filesFrom, "files-from", "", "read the names of inputs from `FILE` (- for standard input), one a line")
	f.BoolVarP(&o.null, "null", "0", false, "names in --files-from end in NUL, as find -print0 writes them")
	f.StringVar(&o.Format, "input-format", "auto", "format of the inputs: auto, "+strings.Join(source.Formats(), ", "))
	f.StringVar(&o.TextField, "text-field", "", "`NAME` of the text in JSON objects and tables, as in data.body")
	f.StringVar(&o.TitleField, "title-field", "", "`NAME` of the title")
	f.StringVar(&o.IDField, "id-field", "", "`NAME` of the id")
	f.StringVar(&o.DateField, "date-field", "", "`NAME` of the day of publication")
	complete(cmd, "input-format", append([]string{"auto"}, source.Formats()...))
}

func (o *inputFlags) options(stdin io.Reader) (source.Options, error) {
	if o.Format != "auto" && !slices.Contains(source.Formats(), o.Format) {
		return source.Options{}, usageError("--input-format %q: there are auto, %s", o.Format, strings.Join(source.Formats(), ", "))
	}
	if o.null && o.filesFrom == "" {
		return source.Options{}, usageError("-0 says how names in --files-from end; give --files-from too")
	}
	options := o.Options
	options.Stdin = stdin
	return options, nil
}

// names are the inputs named by arguments and --files-from; without either,
// standard input.
func (o *inputFlags) names(ctx context.Context, stdin io.Reader, args []string) ([]string, error) {
	if o.filesFrom == "" {
		if len(args) == 0 {
			args = []string{"-"}
		}
		return args, nil
	}
	if o.filesFrom == "-" && slices.Contains(args, "-") {
		return nil, usageError("standard input cannot be both an article and the list of --files-from")
	}
	list, err := readAll(ctx, o.filesFrom, stdin)
	if ctx.Err() != nil {
		return nil, &exitError{code: exitInterrupted, err: errors.New("interrupted")}
	}
	if err != nil {
		return nil, ioError("--files-from: %w", err)
	}
	end := "\n"
	if o.null {
		end = "\x00"
	} else if bytes.IndexByte(list, 0) >= 0 {
		return nil, usageError("--files-from %s: names in it end in NUL; give -0 too", o.filesFrom)
	}
	for name := range strings.SplitSeq(string(list), end) {
		if !o.null {
			name = strings.TrimSuffix(name, "\r")
		}
		if name != "" {
			args = append(args, name)
		}
	}
	if o.filesFrom == "-" && slices.Contains(args, "-") {
		return nil, usageError("--files-from -: the list names - itself, which is read already")
	}
	return args, nil
}

// readAll reads a whole file. It waits no longer when ctx is done: the list may be typed.
func readAll(ctx context.Context, name string, stdin io.Reader) ([]byte, error) {
	type result struct {
		list []byte
		err  error
	}
	done := make(chan result, 1)
	go func() {
		var r result
		if name == "-" {
			r.list, r.err = io.ReadAll(stdin)
		} else {
			r.list, r.err = os.ReadFile(name)
		}
		done <- r
	}()
	select {
	case r := <-done:
		return r.list, r.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// complete offers words for a flag to shell completion.
func complete(cmd *cobra.Command, flag string, words []string) {
	if err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(fmt.Sprintf("flag %s: %v", flag, err)) // a flag that does not exist: found by any test
	}
}
