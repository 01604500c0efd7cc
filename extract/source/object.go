package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// scanObject calls do with each key of a JSON object and its raw value, in
// order. It goes over values that nobody decodes by brackets and strings alone,
// which is several times faster than encoding/json; of an object that is valid
// it gives the same keys and values. What it cannot go over gets encoding/json's
// error.
func scanObject(object []byte, do func(key string, raw []byte)) error {
	s := scanner{b: object}
	if s.object(do) && s.skipSpace() == len(s.b) {
		return nil
	}
	return syntaxFault(object)
}

func syntaxFault(object []byte) error {
	if !bytes.HasPrefix(object, []byte("{")) {
		return errNotObject
	}
	var any map[string]json.RawMessage
	err := json.Unmarshal(object, &any)
	if se, ok := errors.AsType[*json.SyntaxError](err); ok {
		if se.Offset >= int64(len(object)) && strings.Contains(se.Error(), "unexpected end") {
			return errTruncated
		}
		return fmt.Errorf("not valid JSON at byte %d: %w", se.Offset, err)
	}
	if err == nil {
		err = errors.New("something after the object")
	}
	return fmt.Errorf("not valid JSON: %w", err)
}

type scanner struct {
	b []byte
	i int
}

func (s *scanner) skipSpace() int {
	for s.i < len(s.b) {
		switch s.b[s.i] {
		case ' ', '\t', '\r', '\n':
			s.i++
		default:
			return s.i
		}
	}
	return s.i
}

// take goes over c and the white space before it.
func (s *scanner) take(c byte) bool {
	if s.skipSpace(); s.i < len(s.b) && s.b[s.i] == c {
		s.i++
		return true
	}
	return false
}

func (s *scanner) object(do func(key string, raw []byte)) bool {
	if !s.take('{') {
		return false
	}
	if s.take('}') {
		return true
	}
	for {
		s.skipSpace()
		start := s.i
		if !s.str() {
			return false
		}
		key, err := unquote(s.b[start:s.i])
		if err != nil || !s.take(':') {
			return false
		}
		s.skipSpace()
		start = s.i
		if !s.value() {
			return false
		}
		do(key, s.b[start:s.i])
		if s.take('}') {
			return true
		}
		if !s.take(',') {
			return false
		}
	}
}

// value goes over one value.
func (s *scanner) value() bool {
	if s.i >= len(s.b) {
		return false
	}
	switch s.b[s.i] {
	case '"':
		return s.str()
	case '{', '[':
		return s.nested()
	}
	start := s.i
	for s.i < len(s.b) && bytes.IndexByte([]byte(" \t\r\n,}]"), s.b[s.i]) < 0 {
		s.i++
	}
	return json.Valid(s.b[start:s.i])
}

// str goes over a string.
func (s *scanner) str() bool {
	if s.i >= len(s.b) || s.b[s.i] != '"' {
		return false
	}
	s.i++
	for {
		end := bytes.IndexByte(s.b[s.i:], '"')
		if end < 0 {
			return false
		}
		escapes := 0
		for j := s.i + end - 1; j >= s.i && s.b[j] == '\\'; j-- {
			escapes++
		}
		s.i += end + 1
		if escapes%2 == 0 {
			return true
		}
	}
}

// nested goes over an object or a list.
func (s *scanner) nested() bool {
	depth := 0
	for s.i < len(s.b) {
		switch s.b[s.i] {
		case '"':
			if !s.str() {
				return false
			}
			continue
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
		s.i++
		if depth == 0 {
			return true
		}
	}
	return false
}

var errEscape = errors.New(`has a faulty \ escape`)

// unquote is the text of a JSON string. Half a surrogate pair becomes U+FFFD;
// bytes that are not UTF-8 stay, to be reported.
func unquote(raw []byte) (string, error) {
	raw = raw[1 : len(raw)-1]
	i := bytes.IndexByte(raw, '\\')
	if i < 0 {
		return string(raw), nil
	}
	out := make([]byte, 0, len(raw))
	for i >= 0 {
		out = append(out, raw[:i]...)
		raw = raw[i+1:]
		if len(raw) == 0 {
			return "", errEscape
		}
		c := raw[0]
		raw = raw[1:]
		switch c {
		case '"', '\\', '/':
			out = append(out, c)
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		case 'u':
			r, ok := hex4(raw)
			if !ok {
				return "", errEscape
			}
			raw = raw[4:]
			if utf16.IsSurrogate(r) {
				low, ok := rune(0), false
				if bytes.HasPrefix(raw, []byte(`\u`)) {
					low, ok = hex4(raw[2:])
				}
				if r = utf16.DecodeRune(r, low); ok && r != utf8.RuneError {
					raw = raw[6:]
				}
			}
			out = utf8.AppendRune(out, r)
		default:
			return "", errEscape
		}
		i = bytes.IndexByte(raw, '\\')
	}
	return string(append(out, raw...)), nil
}

func hex4(b []byte) (r rune, ok bool) {
	if len(b) < 4 {
		return 0, false
	}
	for _, c := range b[:4] {
		switch {
		case '0' <= c && c <= '9':
			c -= '0'
		case 'a' <= c && c <= 'f':
			c -= 'a' - 10
		case 'A' <= c && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}
