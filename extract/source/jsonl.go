package source

import (
	"bytes"
	"cmp"
	"errors"
	"io"

	"github.com/dalbadal/dalbadal/extract"
	"github.com/dalbadal/dalbadal/extract/internal/window"
)

// jsonLines is one JSON object a line; a record's number is its line.
var jsonLines = format{
	name:       "jsonl",
	extensions: []string{".jsonl", ".ndjson"},
	looks:      func(head []byte, _ *Options) bool { return opensObject(head) },
	read:       readLines,
}

func readLines(in *input, yield func(Item) bool) {
	d := &objectDecoder{in: in, fields: newFields(in.opt)}
	for n := 1; ; n++ {
		line, lent, err := in.line()
		line = bytes.TrimSpace(line)
		switch {
		case err == window.ErrLong:
			if !yield(failed(in.at(n), in.longRecord())) {
				return
			}
		case err == io.EOF:
			return
		case err != nil:
			more, err := in.resume(err)
			if !yield(failed(in.at(n), err)) || !more {
				return
			}
		case len(line) > 0:
			in.guard.mark()
			if !yield(d.item(n, line, lent)) {
				return
			}
		}
	}
}

// objectDecoder makes articles of JSON objects.
type objectDecoder struct {
	in     *input
	fields *fields
}

func (d *objectDecoder) item(record int, raw []byte, lent bool) Item {
	it := d.in.item(d, record, raw, lent)
	it.Escaped = true
	return it
}

func (d *objectDecoder) article(it *Item) (extract.Article, error) {
	a, err := d.fields.object(it.raw)
	a.Source = it.Source
	if first := printedSource(it.raw); first != "" {
		a.Source = first
	} else if _, warned := errors.AsType[*Warning](err); err == nil || warned {
		err = cmp.Or(unmark(&a), err)
	}
	if a.ID == "" {
		a.ID = d.in.id(it.record)
	}
	return a, err
}

// line takes a line with its end; the last one may have none. io.EOF comes after it, and window.ErrLong for a line
// that is read over.
func (in *input) line() (line []byte, lent bool, err error) {
	for from := 0; ; {
		b := in.Bytes()
		if i := bytes.IndexByte(b[from:], '\n'); i >= 0 {
			if from+i > in.opt.MaxRecord {
				in.Skip(from + i + 1)
				return nil, false, window.ErrLong
			}
			line, lent = in.Take(from + i + 1)
			return line, lent, nil
		}
		from = len(b)
		switch err := in.More(); {
		case err == window.ErrLong:
			return nil, false, in.skipLine()
		case err == io.EOF && from > in.opt.MaxRecord:
			in.Skip(from)
			return nil, false, window.ErrLong
		case err == io.EOF && from > 0:
			line, lent = in.Take(from)
			return line, lent, nil
		case err != nil:
			return nil, false, err
		}
	}
}

// skipLine goes over the rest of a line. Its error is window.ErrLong when there is nothing worse to tell.
func (in *input) skipLine() error {
	for {
		b := in.Bytes()
		if i := bytes.IndexByte(b, '\n'); i >= 0 {
			in.Skip(i + 1)
			return window.ErrLong
		}
		in.Skip(len(b))
		if err := in.More(); err == io.EOF {
			return window.ErrLong
		} else if err != nil {
			return err
		}
	}
}

// opensObject says whether JSON text starts as an object does.
func opensObject(head []byte) bool {
	return len(head) > 0 && head[0] == '{' && startsWithAny(head[1:], `"}`)
}

// startsWithAny says whether the first byte that is not white space is one of those.
func startsWithAny(b []byte, those string) bool {
	b = bytes.TrimLeft(b, " \t\r\n")
	return len(b) > 0 && bytes.IndexByte([]byte(those), b[0]) >= 0
}

// startsWithJSONLine says whether the head has an object on its first line.
func startsWithJSONLine(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, bom), " \t\r\n")
	line, _, complete := bytes.Cut(head, []byte("\n"))
	return complete && opensObject(line) && bytes.HasSuffix(bytes.TrimRight(line, " \t\r"), []byte("}"))
}
