package source

import (
	"bufio"
	"bytes"
	"io"

	"github.com/dalbadal/dalbadal/extract"
)

// jsonLines is one JSON object a line; a record's number is its line.
var jsonLines = format{
	name:       "jsonl",
	extensions: []string{".jsonl", ".ndjson"},
	looks:      opensObject,
	read:       readLines,
}

func readLines(in *input, yield func(Item) bool) {
	fields := newFields(in.opt)
	for n := 1; ; n++ {
		line, long, err := readLine(in.Reader, in.opt.MaxBytes)
		line = bytes.TrimSpace(line)
		switch {
		case long:
			if !yield(failed(in.at(n), in.tooLong())) {
				return
			}
		case len(line) > 0:
			if !yield(in.object(fields, n, line)) {
				return
			}
		}
		if err == io.EOF {
			return
		}
		if err != nil {
			yield(failed(in.at(n), plain(err)))
			return
		}
	}
}

// object is the item of one JSON object; it keeps raw.
func (in *input) object(fields *fields, record int, raw []byte) Item {
	source := in.at(record)
	return Item{Source: source, Size: len(raw), decode: func() (extract.Article, error) {
		a, err := fields.article(raw)
		a.Source = source
		if a.ID == "" {
			a.ID = in.id(record)
		}
		return a, err
	}}
}

// readLine reads a line into memory of its own. A line of more than limit bytes is
// read over and reported as long; no more than limit bytes of it are held.
func readLine(r *bufio.Reader, limit int) (line []byte, long bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if !long {
			if len(line)+len(part) > limit+1 { // the newline does not count
				line, long = nil, true
			} else {
				line = append(line, part...)
			}
		}
		if err != bufio.ErrBufferFull {
			return line, long, err
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
