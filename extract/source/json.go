package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"github.com/dalbadal/dalbadal/extract/internal/window"
)

// jsonArray is a JSON array of objects, or objects over several lines; a
// record's number is its place among them.
var jsonArray = format{
	name:       "json",
	extensions: []string{".json"},
	looks: func(head []byte, _ *Options) bool {
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
	d := &objectDecoder{in: in, fields: newFields(in.opt)}
	values := valueReader{input: in}
	for n := 1; ; n++ {
		raw, lent, err := values.next()
		more := true
		switch {
		case err == nil:
			in.guard.mark()
			if !yield(d.item(n, raw, lent)) {
				return
			}
			continue
		case err == io.EOF:
			return
		case err == errTruncated:
			more = false
		case err == window.ErrLong:
			err = in.longRecord()
		case err == errNotObject, err == errUnclosed:
		default:
			more, err = in.resume(err)
		}
		if !yield(failed(in.at(n), err)) || !more {
			return
		}
	}
}

var (
	errTruncated = errors.New("ends in the middle of a JSON object; the file is cut short")
	errUnclosed  = errors.New("a JSON object that is not closed before the next one begins; write it again")
	errNotObject = errors.New("not a JSON object; an article is an object such as {\"id\": …, \"text\": …}")
)

// valueReader cuts a stream of JSON into its objects: those of a top-level
// array, or those that follow one another. It looks at brackets and strings
// only; the objects are checked when they are decoded.
type valueReader struct {
	*input
	indent int // of the line on which the present value starts
	inLine int // bytes of white space since the line started; -1 behind something else
}

// next returns an object. errNotObject, errUnclosed and window.ErrLong stand for one value; errTruncated for the last.
func (v *valueReader) next() (raw []byte, lent bool, err error) {
	for {
		b := v.Bytes()
		i := 0
	between:
		for ; i < len(b); i++ {
			switch b[i] {
			case '\n':
				v.inLine = 0
			case ' ', '\t', '\r':
				if v.inLine >= 0 {
					v.inLine++
				}
			case '[', ',', ']':
			default:
				break between
			}
		}
		v.Skip(i)
		if i < len(b) {
			break
		}
		if err := v.More(); err != nil {
			return nil, false, err
		}
	}
	if v.inLine >= 0 {
		v.indent = v.inLine
	}
	v.inLine = -1
	if v.Bytes()[0] != '{' {
		return nil, false, v.other()
	}
	return v.object()
}

// other goes over a value that is no object, or over everything up to the next object when it is no value.
func (v *valueReader) other() error {
	for i := 1; ; {
		b := v.Bytes()
		for ; i < len(b); i++ {
			if b[0] == '"' {
				if b[i] != '"' || escapes(b[1:i])%2 != 0 {
					continue
				}
				i++
			} else if bytes.IndexByte([]byte(" \t\r\n,]"), b[i]) < 0 {
				continue
			}
			if !json.Valid(b[:i]) {
				return v.seek()
			}
			v.Skip(i)
			return errNotObject
		}
		err := v.More()
		if err == io.EOF || err == window.ErrLong {
			return v.seek()
		} else if err != nil {
			return err
		}
	}
}

// seek goes to the next object.
func (v *valueReader) seek() error {
	v.Skip(1)
	for {
		b := v.Bytes()
		if i := bytes.IndexByte(b, '{'); i >= 0 {
			v.Skip(i)
			return errNotObject
		}
		v.Skip(len(b))
		if err := v.More(); err == io.EOF {
			return errNotObject
		} else if err != nil {
			return err
		}
	}
}

// object takes the object that starts here.
func (v *valueReader) object() (raw []byte, lent bool, err error) {
	depth, quote := 1, -1 // quote is where the present string starts
	for i := 1; ; {
		b := v.Bytes()
		for i < len(b) {
			if quote >= 0 {
				end := bytes.IndexByte(b[i:], '"')
				if end < 0 {
					i = len(b)
					break
				}
				i += end + 1
				if escapes(b[quote+1:i-1])%2 == 0 {
					if next := v.sibling(b[:i], quote); next > 0 {
						v.Skip(next)
						v.inLine = v.indent
						return nil, false, errUnclosed
					}
					quote = -1
				}
				continue
			}
			switch b[i] {
			case '"':
				quote = i
			case '{', '[':
				// A member begins with its name: here the object before lacks its bracket.
				if b[i] == '{' && depth == 1 && afterComma(b[:i]) {
					v.Skip(i)
					v.inLine = v.indent
					return nil, false, errUnclosed
				}
				depth++
			case '}', ']':
				depth--
			}
			i++
			if depth == 0 {
				if i > v.opt.MaxRecord {
					v.Skip(i)
					return nil, false, window.ErrLong
				}
				raw, lent = v.Take(i)
				return raw, lent, nil
			}
		}
		switch err := v.More(); {
		case err == io.EOF:
			v.Skip(len(b))
			return nil, false, errTruncated
		case err == window.ErrLong:
			return nil, false, v.skipObject(depth, quote)
		case err != nil:
			return nil, false, err
		}
	}
}

// escapes counts the backslashes at the end of b.
func escapes(b []byte) (n int) {
	for n < len(b) && b[len(b)-1-n] == '\\' {
		n++
	}
	return n
}

func afterComma(b []byte) bool {
	b = bytes.TrimRight(b, " \t\r\n")
	return len(b) > 0 && b[len(b)-1] == ','
}

// sibling finds, in the string that starts at quote and goes to the end of b, a line that begins an object and is not
// further in than the line on which the present one begins: the string lacks its end. 0 stands for none.
func (v *valueReader) sibling(b []byte, quote int) int {
	for at := quote; ; {
		i := bytes.IndexByte(b[at:], '\n')
		if i < 0 {
			return 0
		}
		at += i + 1
		line := bytes.TrimLeft(b[at:], " \t")
		if len(b)-at-len(line) > v.indent {
			continue
		}
		line = bytes.TrimLeft(bytes.TrimPrefix(line, []byte(",")), " \t")
		if len(line) > 0 && line[0] == '{' && startsWithAny(line[1:], `"`) {
			return len(b) - len(line)
		}
	}
}

// skipObject goes over the rest of an object. Its error is window.ErrLong when there is nothing worse to tell.
func (v *valueReader) skipObject(depth, quote int) error {
	quoted := quote >= 0
	escaped := quoted && escapes(v.Bytes()[quote+1:])%2 != 0
	v.Skip(len(v.Bytes()))
	for {
		b := v.Bytes()
		for i, c := range b {
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
				if depth--; depth == 0 {
					v.Skip(i + 1)
					return window.ErrLong
				}
			}
		}
		v.Skip(len(b))
		if err := v.More(); err == io.EOF {
			return window.ErrLong
		} else if err != nil {
			return err
		}
	}
}
