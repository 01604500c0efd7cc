// Package source reads articles from files, directories and streams.
//
// In come names of inputs (Read) or a stream (ReadFrom); out comes a sequence
// of Items, one for each article found and one for each thing that could not be
// read. Finding the articles of an input is the work of one goroutine and holds
// one record at a time; Item.Article decodes one, and many goroutines can
// decode at once.
//
// A format is one file of this package: a name, file name extensions, what its
// content looks like, and a function from a stream to Items. Content decides
// before the name does, and gzip and zstd around it are undone first. The title
// and text of an article are never changed: they are exact slices of the
// decoded input, except those of web pages, which package page makes.
package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"strings"
)

const (
	// DefaultMaxBytes is the size in bytes of the largest article that is read: a thousand times that of a usual
	// one. What is larger is many articles in one by mistake.
	DefaultMaxBytes = 4 << 20
	// DefaultMaxRecord is the size in bytes of the largest record that is looked for an article in: a line of
	// JSON can hold much beside it.
	DefaultMaxRecord = 64 << 20
)

// Options say how inputs are read. The zero value guesses everything.
type Options struct {
	// Format is the name of a format (see Formats), or "" or "auto" to go by
	// content and then by name.
	Format string
	// The fields of a JSON article and columns of a table, where they do not have one of the usual names. One in an
	// object within the object is named by a path: "data.body".
	TextField, TitleField, IDField, DateField string
	// MaxBytes bounds one article in bytes, and MaxRecord what it is found in: a line, an object, a row of a
	// table. A longer one is reported and skipped. 0 is DefaultMaxBytes and DefaultMaxRecord.
	MaxBytes, MaxRecord int
	// Stdin is read for the name "-".
	Stdin io.Reader
	// Consumed, when it is not nil, is told how many bytes have been taken from the inputs since it was called last,
	// as they are there, compressed or not. Whoever iterates calls it.
	Consumed func(n int)
}

// Read yields the articles of the named files, of the directories (walked in
// sorted order, hidden files skipped), and of opt.Stdin for "-".
func Read(names []string, opt Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for _, name := range names {
			for it := range readName(name, opt) {
				if !yield(it) {
					return
				}
			}
		}
	}
}

func readName(name string, opt Options) iter.Seq[Item] {
	if name == "-" {
		return ReadFrom("stdin", opt.Stdin, opt)
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return one(failed(name, plain(err)))
	case info.IsDir():
		return readDir(name, opt)
	}
	return readFile(name, opt)
}

func one(it Item) iter.Seq[Item] {
	return func(yield func(Item) bool) { yield(it) }
}

func readFile(name string, opt Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		f, err := os.Open(name)
		if err != nil {
			yield(failed(name, plain(err)))
			return
		}
		defer f.Close()
		for it := range ReadFrom(name, f, opt) {
			if !yield(it) {
				return
			}
		}
	}
}

func readDir(dir string, opt Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		found, stopped := false, false
		walk(dir, func(path string, err error) bool {
			items := one(failed(path, plain(err)))
			if err == nil {
				items = readFile(path, opt)
			}
			for it := range items {
				found = true
				if !yield(it) {
					stopped = true
					return false
				}
			}
			return true
		})
		if !found && !stopped {
			yield(failed(dir, fmt.Errorf("no articles in this directory; it needs files named %s, or these with .gz or .zst behind", strings.Join(extensions(), ", "))))
		}
	}
}

// ReadFrom yields the articles of one stream. Its name stands in sources and
// messages, gives ids to articles without one, and may tell the format.
func ReadFrom(name string, r io.Reader, opt Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		in := newInput(name, r, opt)
		format, err := in.open()
		if err != nil {
			yield(failed(name, plain(err)))
			return
		}
		format.read(in, yield)
	}
}

// plain is an error without the operation and the file name, which the message
// that it goes into has already.
func plain(err error) error {
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		return pe.Err
	}
	return err
}
