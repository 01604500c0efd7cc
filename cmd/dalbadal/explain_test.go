package main

import (
	"io"
	"os"
	"testing"
)

// Colour is for a person at a terminal, unless it is asked for or not wanted.
func TestColored(t *testing.T) {
	tty, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skipf("no terminal to be had: %v", err)
	}
	defer tty.Close()
	for _, c := range []struct {
		color, noColor, term, output string
		out                          io.Writer
		want                         bool
	}{
		{"auto", "", "xterm", "", tty, true},
		{"auto", "1", "xterm", "", tty, false},
		{"auto", "", "dumb", "", tty, false},
		{"auto", "", "xterm", "page.txt", tty, false},
		{"auto", "", "xterm", "", io.Discard, false},
		{"always", "1", "dumb", "page.txt", io.Discard, true},
		{"never", "", "xterm", "", tty, false},
	} {
		t.Setenv("NO_COLOR", c.noColor)
		t.Setenv("TERM", c.term)
		o := &explainFlags{color: c.color}
		o.output = c.output
		if got := (&command{out: c.out}).colored(o); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}
