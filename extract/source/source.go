// Package source reads articles from files, directories and streams.
//
// In come names of inputs (Read) or a stream (ReadFrom); out comes a sequence
// of Items, one for each article found and one for each thing that could not be
// read. Finding the articles of an input is the work of one goroutine and holds
// one article at a time; Item.Article decodes one, and many goroutines can
// decode at once.
//
// A format is one file of this package: a name, file name extensions, what its
// content looks like, and a function from a stream to Items. Content decides
// before the name does. The title and text of an article are never changed:
// they are exact slices of the decoded input.
package source

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dalbadal/dalbadal/extract"
)

// DefaultMaxBytes is the size in bytes of the largest article that is read: a thousand times that of a usual
// one. What is larger is many articles in one by mistake.
const DefaultMaxBytes = 4 << 20

// Options say how inputs are read. The zero value guesses everything.
type Options struct {
	// Format is the name of a format (see Formats), or "" or "auto" to go by
	// content and then by name.
	Format string
	// The fields of a JSON article, where they do not have one of the usual names.
	TextField, TitleField, IDField, DateField string
	// MaxBytes bounds one article in bytes; a longer one is reported and skipped.
	// 0 is DefaultMaxBytes.
	MaxBytes int
	// Stdin is read for the name "-".
	Stdin io.Reader
}

// Item is one article as it was found, or a fault found in its place.
type Item struct {
	// Source names the item in messages: FILE, or FILE:RECORD counted from 1.
	Source string
	// Size is the number of bytes that the item holds.
	Size   int
	decode func() (extract.Article, error)
}

// Article decodes the article. When the error is a *Warning the article is
// still good: something beside its text could not be read.
func (it Item) Article() (extract.Article, error) { return it.decode() }

// Warning is a fault that leaves the article readable.
type Warning struct{ Err error }

func (w *Warning) Error() string { return w.Err.Error() }
func (w *Warning) Unwrap() error { return w.Err }

func failed(source string, err error) Item {
	return Item{Source: source, decode: func() (extract.Article, error) { return extract.Article{}, err }}
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
		send := func(it Item) error {
			found = true
			if !yield(it) {
				stopped = true
				return fs.SkipAll
			}
			return nil
		}
		// The slash makes the walk enter a directory that is given as a symbolic link.
		root := strings.TrimSuffix(dir, "/") + "/"
		_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return send(failed(path, plain(err)))
			}
			if path != root && strings.HasPrefix(d.Name(), ".") {
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if d.IsDir() || !hasFormat(path) {
				return nil
			}
			if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
				return nil // a pipe or device would block, a linked directory could loop
			}
			for it := range readFile(path, opt) {
				if err := send(it); err != nil {
					return err
				}
			}
			return nil
		})
		if !found && !stopped {
			yield(failed(dir, fmt.Errorf("no articles in this directory; it needs files named %s", strings.Join(extensions(), ", "))))
		}
	}
}

// ReadFrom yields the articles of one stream. Its name stands in sources and
// messages, gives ids to articles without one, and may tell the format.
func ReadFrom(name string, r io.Reader, opt Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		if opt.MaxBytes == 0 {
			opt.MaxBytes = DefaultMaxBytes
		}
		in := &input{name: name, Reader: bufio.NewReaderSize(r, headBytes), opt: opt}
		format, err := in.open()
		if err != nil {
			yield(failed(name, plain(err)))
			return
		}
		format.read(in, yield)
	}
}

// input is one stream being read.
type input struct {
	*bufio.Reader
	name string
	opt  Options
}

// id is the id of an article without one: the file's name without folder and
// extension, and the record's number in a file of many.
func (in *input) id(record int) string {
	base := filepath.Base(in.name)
	if short := strings.TrimSuffix(base, filepath.Ext(base)); short != "" {
		base = short
	}
	if record == 0 {
		return base
	}
	return fmt.Sprintf("%s-%d", base, record)
}

// at is the source of a record, counted from 1.
func (in *input) at(record int) string { return fmt.Sprintf("%s:%d", in.name, record) }

func (in *input) tooLong() error {
	const mb = 1 << 20
	if in.opt.MaxBytes < mb {
		return fmt.Errorf("longer than %d bytes; split it into articles", in.opt.MaxBytes)
	}
	return fmt.Errorf("longer than %d MB; split it into articles", in.opt.MaxBytes/mb)
}

// plain is an error without the operation and the file name, which the message
// that it goes into has already.
func plain(err error) error {
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		return pe.Err
	}
	return err
}

// Formats are the names that Options.Format takes, beside "auto".
func Formats() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

func extensions() (all []string) {
	for _, f := range formats {
		all = append(all, f.extensions...)
	}
	return all
}

func hasFormat(path string) bool {
	return slices.Contains(extensions(), strings.ToLower(filepath.Ext(path)))
}
