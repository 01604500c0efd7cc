package warc

import (
	"bytes"
	"strings"
)

// Header is the named fields of a record, or of HTTP, in order.
type Header []Field

// Field is one of them.
type Field struct{ Name, Value string }

// Get is the first value of a name, whose case does not count; "" when there is none.
func (h Header) Get(name string) string {
	for _, f := range h {
		if strings.EqualFold(f.Name, name) {
			return f.Value
		}
	}
	return ""
}

// parseHeader reads the lines of a header, up to the empty one, which may be missing. It returns the first line that
// is none.
func parseHeader(b []byte) (h Header, bad []byte) {
	for len(b) > 0 {
		line, rest, _ := bytes.Cut(b, []byte("\n"))
		b = rest
		line = bytes.TrimRight(line, "\r")
		if len(line) == 0 {
			break
		}
		if (line[0] == ' ' || line[0] == '\t') && len(h) > 0 { // goes on with the value before
			last := &h[len(h)-1]
			last.Value = strings.TrimSpace(last.Value + " " + string(bytes.TrimSpace(line)))
			continue
		}
		name, value, ok := bytes.Cut(line, []byte(":"))
		if !ok || !isName(name) {
			if bad == nil {
				bad = line
			}
			continue
		}
		h = append(h, Field{string(name), string(bytes.TrimSpace(value))})
	}
	return h, bad
}

// isName says whether b is the name of a field: letters, digits and some signs, a token of RFC 9110, 5.6.2.
func isName(b []byte) bool {
	for _, c := range b {
		letter := 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
		if !letter && strings.IndexByte("-_.!#$%&'*+^`|~", c) < 0 {
			return false
		}
	}
	return len(b) > 0
}

// headerEnd is the length of a header with its empty line; -1 when that is not in b.
func headerEnd(b []byte) int {
	for i := 0; ; {
		n := bytes.IndexByte(b[i:], '\n')
		if n < 0 {
			return -1
		}
		i += n + 1
		switch rest := b[i:]; {
		case bytes.HasPrefix(rest, []byte("\n")):
			return i + 1
		case bytes.HasPrefix(rest, []byte("\r\n")):
			return i + 2
		}
	}
}
