package main

// Rules for messages to people, on stderr:
//
//   - every line starts with "dalbadal: "; then comes where (FILE or
//     FILE:RECORD), if it is about an input, then what is wrong;
//   - lower case, no full stop; what to do stands after a semicolon, or on a
//     line of its own after "hint: ";
//   - one fault, one message: errors travel up to run and are printed there
//     once, except those of inputs, which are printed as they come up;
//   - nothing but records goes to stdout.

import (
	"errors"
	"fmt"
	"syscall"
)

// Exit codes.
const (
	exitOK          = 0
	exitNoRecord    = 1 // with -e only
	exitUsage       = 2
	exitRules       = 3 // bad rules or lexicon
	exitInputs      = 4 // some inputs failed
	exitIO          = 5
	exitInterrupted = 130
)

// exitError is an error that knows the exit code of the command it ends. With
// a nil err there is nothing left to print.
type exitError struct {
	code int
	err  error
	hint string
}

func (e *exitError) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit code %d", e.code)
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

// silent ends the command with a code; its reason is printed already.
func silent(code int) error { return &exitError{code: code} }

func usageError(format string, args ...any) error {
	return &exitError{code: exitUsage, err: fmt.Errorf(format, args...), hint: "dalbadal --help tells the commands and flags"}
}

func ioError(format string, args ...any) error {
	return &exitError{code: exitIO, err: fmt.Errorf(format, args...)}
}

// finish prints what is left to print of an error and gives the exit code.
func (c *command) finish(err error) int {
	if err == nil || closedPipe(err) {
		return exitOK
	}
	e, ok := errors.AsType[*exitError](err)
	if !ok { // cobra's own: the commands wrap theirs
		e = &exitError{code: exitUsage, err: err}
	}
	if e.err != nil {
		c.say("%v", e.err)
		if e.hint != "" {
			c.say("hint: %s", e.hint)
		}
	}
	return e.code
}

// closedPipe says whether the reader of stdout went away, as head does: no
// fault, and nobody to tell.
func closedPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }

// say prints a message.
func (c *command) say(format string, args ...any) {
	fmt.Fprintf(c.err, "dalbadal: "+format+"\n", args...)
}
