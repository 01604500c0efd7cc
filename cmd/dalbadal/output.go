package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// output is standard output, or the file of -o: written aside, and renamed when
// all is in it.
type output struct {
	*bufio.Writer
	name  string   // as given with -o; "" for standard output
	file  *os.File // nil for standard output
	aside string   // where file is to be renamed from; "" for a pipe or device
	dest  string   // and to
}

// create opens the output. A pipe or device named by -o is written to as it is.
func (c *command) create(name string) (*output, error) {
	if name == "" || name == "-" {
		return &output{Writer: bufio.NewWriterSize(c.out, 1<<16)}, nil
	}
	o := &output{name: name, dest: name}
	mode := fs.FileMode(0o666)
	if info, err := os.Stat(name); err == nil {
		switch {
		case info.IsDir():
			return nil, ioError("-o %s: is a directory; name a file", name)
		case !info.Mode().IsRegular():
			if o.file, err = os.OpenFile(name, os.O_WRONLY, 0); err != nil {
				return nil, ioError("-o %s: %w", name, cause(err))
			}
			o.Writer = bufio.NewWriterSize(o.file, 1<<16)
			return o, nil
		}
		mode = info.Mode().Perm()
		if o.dest, err = filepath.EvalSymlinks(name); err != nil { // a link stays one
			return nil, ioError("-o %s: %w", name, cause(err))
		}
	}
	for n := 0; ; n++ {
		o.aside = filepath.Join(filepath.Dir(o.dest), fmt.Sprintf(".%s.%d-%d.tmp", filepath.Base(o.dest), os.Getpid(), n))
		var err error
		o.file, err = os.OpenFile(o.aside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if err == nil {
			break
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, ioError("-o %s: %w", name, cause(err))
		}
	}
	o.Writer = bufio.NewWriterSize(o.file, 1<<16)
	return o, nil
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
	if o.name == "" {
		return ioError("standard output: %w", cause(err))
	}
	return ioError("-o %s: %w", o.name, cause(err))
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
	out, err := c.create("")
	if err != nil {
		return err
	}
	if err := do(out); err != nil {
		return out.fault(err)
	}
	return out.close(true)
}
