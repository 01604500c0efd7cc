package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"unicode/utf16"
	"unicode/utf8"
)

// members goes over the keys of a JSON object and their raw values, in order. It
// goes over values that nobody decodes by brackets and strings alone,
// which is several times faster than encoding/json; of an object that is valid
// it gives the same keys and values. For what it cannot go over, syntaxFault has encoding/json's
// error.
type members struct {
	scanner
	begun, faulty bool
}

func membersOf(object []byte) members { return members{scanner: scanner{b: object}} }

// next returns the next key and value, which are parts of the object; a key with escapes is not.
func (m *members) next() (key, raw []byte, ok bool) {
	switch {
	case m.faulty:
		return nil, nil, false
	case !m.begun:
		m.begun = true
		if !m.take('{') {
			return m.fault()
		}
		if m.take('}') {
			return m.end()
		}
	case m.take('}'):
		return m.end()
	case !m.take(','):
		return m.fault()
	}
	m.skipSpace()
	start := m.i
	if !m.str() {
		return m.fault()
	}
	key = m.b[start+1 : m.i-1]
	if bytes.IndexByte(key, '\\') >= 0 {
		s, err := unquote(m.b[start:m.i])
		if err != nil {
			return m.fault()
		}
		key = []byte(s)
	}
	if !m.take(':') {
		return m.fault()
	}
	m.skipSpace()
	start = m.i
	if !m.value() {
		return m.fault()
	}
	return key, m.b[start:m.i], true
}

func (m *members) fault() (key, raw []byte, ok bool) {
	m.faulty = true
	return nil, nil, false
}

func (m *members) end() (key, raw []byte, ok bool) {
	m.faulty = m.skipSpace() != len(m.b)
	return nil, nil, false
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
	for s.i < len(s.b) && strings.IndexByte(" \t\r\n,}]", s.b[s.i]) < 0 {
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

// unquoted holds memory for strings with escapes while they are undone.
var unquoted = sync.Pool{New: func() any { return new([]byte) }}

// unquote is the text of a JSON string. Half a surrogate pair becomes U+FFFD;
// bytes that are not UTF-8 stay, to be reported.
func unquote(raw []byte) (string, error) {
	raw = raw[1 : len(raw)-1]
	i := bytes.IndexByte(raw, '\\')
	if i < 0 {
		return string(raw), nil
	}
	space := unquoted.Get().(*[]byte)
	out, ok := unescape((*space)[:0], raw, i)
	s := string(out)
	if *space = out; cap(out) <= mostUnquoted {
		unquoted.Put(space)
	}
	if !ok {
		return "", errEscape
	}
	return s, nil
}

// mostUnquoted is the largest memory that is kept for later strings, in bytes.
const mostUnquoted = 1 << 20

// unescape appends raw, whose first backslash is at i, with its escapes undone.
func unescape(out, raw []byte, i int) ([]byte, bool) {
	for i >= 0 {
		out = append(out, raw[:i]...)
		raw = raw[i+1:]
		if len(raw) == 0 {
			return out, false
		}
		c := raw[0]
		raw = raw[1:]
		if c != 'u' {
			if c = escaped[c]; c == 0 {
				return out, false
			}
			out = append(out, c)
		} else {
			r := hex4(raw)
			if r < 0 {
				return out, false
			}
			raw = raw[4:]
			switch {
			case utf16.IsSurrogate(r):
				low := rune(-1)
				if len(raw) >= 2 && raw[0] == '\\' && raw[1] == 'u' {
					low = hex4(raw[2:])
				}
				if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
					raw = raw[6:]
				}
				out = utf8.AppendRune(out, r)
			case r >= 0x800: // nearly all of them, in Hindi
				out = append(out, 0xe0|byte(r>>12), 0x80|byte(r>>6)&0x3f, 0x80|byte(r)&0x3f)
			default:
				out = utf8.AppendRune(out, r)
			}
		}
		if i = 0; len(raw) == 0 || raw[0] != '\\' {
			i = bytes.IndexByte(raw, '\\')
		}
	}
	return append(out, raw...), true
}

// escaped is what stands for a character behind a backslash.
var escaped = [256]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// hexDigits are the values of hexadecimal digits; what is none has bits that make a rune negative.
var hexDigits = func() (t [256]int32) {
	for c := range t {
		t[c] = -1
	}
	for i, c := range "0123456789abcdef" {
		t[c], t[strings.ToUpper(string(c))[0]] = int32(i), int32(i)
	}
	return t
}()

// hex4 reads four hexadecimal digits; it is negative when there are none.
func hex4(b []byte) rune {
	if len(b) < 4 {
		return -1
	}
	return hexDigits[b[0]]<<12 | hexDigits[b[1]]<<8 | hexDigits[b[2]]<<4 | hexDigits[b[3]]
}
