package source

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// jsonArray is a JSON array of objects, or objects over several lines; a
// record's number is its place among them.
var jsonArray = format{
	name:       "json",
	extensions: []string{".json"},
	looks: func(head []byte) bool {
		if len(head) > 0 && head[0] == '[' {
			return startsWithAny(head[1:], "{]")
		}
		// An object that is not closed on its first line, when the second goes on with it.
		line, next, _ := bytes.Cut(head, []byte("\n"))
		line = bytes.TrimRight(line, " \t\r")
		return opensObject(head) && !bytes.HasSuffix(line, []byte("}")) && startsWithAny(next, `"}`)
	},
	read: readValues,
}

func readValues(in *input, yield func(Item) bool) {
	fields := newFields(in.opt)
	values := &valueReader{r: in.Reader, limit: in.opt.MaxBytes}
	for n := 1; ; n++ {
		raw, err := values.next()
		if err == io.EOF {
			return
		}
		if errors.Is(err, errTooLong) {
			if !yield(failed(in.at(n), in.tooLong())) {
				return
			}
			continue
		}
		if err != nil {
			yield(failed(in.at(n), plain(err)))
			return
		}
		if !yield(in.object(fields, n, raw)) {
			return
		}
	}
}

var (
	errTooLong   = errors.New("longer than the limit")
	errTruncated = errors.New("ends in the middle of a JSON object; the file is cut short")
	errNotObject = errors.New("not a JSON object; an article is an object such as {\"id\": …, \"text\": …}")
)

// valueReader cuts a stream of JSON into its objects: those of a top-level
// array, or those that follow one another. It looks at brackets and strings
// only; the objects are checked when they are decoded.
type valueReader struct {
	r     *bufio.Reader
	limit int // bytes of one object
}

// next returns an object, in memory of its own. errTooLong stands for one object; after any
// other error there is no more to read.
func (v *valueReader) next() ([]byte, error) {
	var c byte
	for {
		var err error
		if c, err = v.r.ReadByte(); err != nil {
			return nil, err
		}
		if bytes.IndexByte([]byte(" \t\r\n[],"), c) < 0 {
			break
		}
	}
	if c != '{' {
		return nil, errNotObject
	}
	value := []byte{'{'}
	long, depth, quoted, escaped := false, 1, false, false
	for depth > 0 {
		c, err := v.r.ReadByte()
		if err == io.EOF {
			return nil, errTruncated
		}
		if err != nil {
			return nil, err
		}
		switch {
		case escaped:
			escaped = false
		case quoted:
			escaped = c == '\\'
			quoted = c != '"'
		case c == '"':
			quoted = true
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
		if len(value) >= v.limit {
			value, long = nil, true
		}
		if !long {
			value = append(value, c)
		}
	}
	if long {
		return nil, errTooLong
	}
	return value, nil
}
