package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// output is standard output, or the file that a flag names: written aside, and
// renamed when all is in it.
type output struct {
	*bufio.Writer
	name  string // for messages: the flag and the file, or standard output
	file  file   // nil for standard output
	aside string // where file is to be renamed from; "" for a pipe or device
	dest  string // and to
}

// file is what output needs of a file.
type file interface {
	io.WriteCloser
	Sync() error
}

// stdout is standard output.
func (c *command) stdout() *output {
	return &output{Writer: bufio.NewWriterSize(c.out, 1<<16), name: "standard output"}
}

// nowhere is an output that nobody asked for.
func nowhere() *output { return &output{Writer: bufio.NewWriter(io.Discard)} }

// create opens the file that a flag names. A pipe or device is written to as it is.
func create(flag, name string) (*output, error) {
	o := &output{name: flag + " " + name, dest: name}
	mode := fs.FileMode(0o666)
	if info, err := os.Stat(name); err == nil {
		switch {
		case info.IsDir():
			return nil, ioError("%s: is a directory; name a file", o.name)
		case !info.Mode().IsRegular():
			f, err := os.OpenFile(name, os.O_WRONLY, 0)
			if err != nil {
				return nil, ioError("%s: %w", o.name, cause(err))
			}
			o.file, o.Writer = f, bufio.NewWriterSize(f, 1<<16)
			return o, nil
		}
		mode = info.Mode().Perm()
		if o.dest, err = filepath.EvalSymlinks(name); err != nil { // a link stays one
			return nil, ioError("%s: %w", o.name, cause(err))
		}
	}
	for n := 0; ; n++ {
		o.aside = filepath.Join(filepath.Dir(o.dest), fmt.Sprintf(".%s.%d-%d.tmp", filepath.Base(o.dest), os.Getpid(), n))
		f, err := os.OpenFile(o.aside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if err == nil {
			o.file, o.Writer = f, bufio.NewWriterSize(f, 1<<16)
			return o, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, ioError("%s: %w", o.name, cause(err))
		}
	}
}

// close ends the output. A file is put in its place when the run was whole, and
// dropped otherwise.
func (o *output) close(whole bool) error {
	if !whole && o.aside != "" {
		_ = o.file.Close()
		_ = os.Remove(o.aside)
		return nil
	}
	err := o.Flush()
	if !whole {
		err = nil // an earlier error is on its way
	}
	if o.file != nil {
		if err == nil && o.aside != "" {
			err = o.file.Sync()
		}
		if e := o.file.Close(); err == nil && whole {
			err = e
		}
	}
	if o.aside != "" {
		if err == nil {
			err = os.Rename(o.aside, o.dest)
		}
		if err != nil {
			_ = os.Remove(o.aside)
		}
	}
	if err != nil {
		return o.fault(err)
	}
	return nil
}

// fault is an error of writing.
func (o *output) fault(err error) error {
	fault := &exitError{code: exitIO, err: fmt.Errorf("%s: %w%s", o.name, cause(err), o.kept())}
	if errors.Is(err, syscall.ENOSPC) {
		fault.hint = "make room on the disk and run it again"
	}
	return fault
}

// kept says of an output that is not whole what became of it.
func (o *output) kept() string {
	if o.aside == "" {
		return ""
	}
	return fmt.Sprintf("; %s is as it was before", o.dest)
}

// cause is an error without the operation and file name.
func cause(err error) error {
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		return pe.Err
	}
	if le, ok := errors.AsType[*os.LinkError](err); ok {
		return le.Err
	}
	return err
}

// printTo writes to standard output with a function that prints.
func (c *command) printTo(do func(io.Writer) error) error {
	out := c.stdout()
	if err := do(out); err != nil {
		return out.fault(err)
	}
	return out.close(true)
}
