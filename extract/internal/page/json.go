package page

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// maxNesting is how deep objects and lists of JSON are read; what is deeper is skipped.
const maxNesting = 40

// value is a value of JSON: one of a string (numbers and literals are kept as they are written), a list and an object.
type value struct {
	text   string
	list   []value
	fields []field // in order
}

type field struct {
	name  string
	value value
}

// get is the first field of that name with something in it; field names of a context (schema:headline) count by their end.
func (v value) get(name string) value {
	for _, f := range v.fields {
		if (f.name == name || strings.HasSuffix(f.name, ":"+name)) && !f.value.empty() {
			return f.value
		}
	}
	return value{}
}

func (v value) empty() bool { return v.text == "" && len(v.list) == 0 && len(v.fields) == 0 }

// str is the value as a string; of a list its first one.
func (v value) str() string {
	for len(v.list) > 0 {
		v = v.list[0]
	}
	return v.text
}

// readJSON reads JSON as people and templates write it. Beside what the standard allows it takes line breaks and stray quotes in strings,
// commas too many or too few, comments, and an end that is missing: what came before a fault is kept. It takes time linear in its input.
func readJSON(s string) value {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "{&quot;") || strings.HasPrefix(s, "[{&quot;") {
		s = html.UnescapeString(s)
	}
	r := reader{s: s}
	var all []value
	for r.space(); r.i < len(r.s); r.space() { // some pages write one object after another
		switch r.s[r.i] {
		case '{', '[':
			all = append(all, r.value(0))
		default:
			r.i++
		}
	}
	if len(all) == 1 {
		return all[0]
	}
	return value{list: all}
}

type reader struct {
	s string
	i int
}

// space goes over white space and comments.
func (r *reader) space() {
	for r.i < len(r.s) {
		switch c := r.s[r.i]; {
		case c <= ' ':
			r.i++
		case strings.HasPrefix(r.s[r.i:], "/*"):
			end := strings.Index(r.s[r.i+2:], "*/")
			if end < 0 {
				r.i = len(r.s)
				return
			}
			r.i += end + 4
		case strings.HasPrefix(r.s[r.i:], "//"):
			r.line()
		default:
			return
		}
	}
}

func (r *reader) line() {
	end := strings.IndexByte(r.s[r.i:], '\n')
	if end < 0 {
		r.i = len(r.s)
		return
	}
	r.i += end + 1
}

func (r *reader) value(depth int) (v value) {
	if r.space(); r.i >= len(r.s) {
		return v
	}
	switch c := r.s[r.i]; {
	case depth > maxNesting && (c == '{' || c == '['):
		r.skip()
		return v
	case c == '{':
		r.i++
		for {
			if r.space(); r.i >= len(r.s) {
				return v
			}
			switch r.s[r.i] {
			case '}':
				r.i++
				return v
			case ']': // closes something further out
				return v
			case '"', '\'':
				name := r.str(r.s[r.i])
				if r.space(); r.i >= len(r.s) {
					return v
				}
				if r.s[r.i] != ':' {
					continue
				}
				r.i++
				v.fields = append(v.fields, field{name, r.value(depth + 1)})
			default:
				r.i++
			}
		}
	case c == '[':
		r.i++
		for {
			if r.space(); r.i >= len(r.s) {
				return v
			}
			switch r.s[r.i] {
			case ']':
				r.i++
				return v
			case '}':
				return v
			case ',', ':':
				r.i++
			default:
				v.list = append(v.list, r.value(depth+1))
			}
		}
	case c == '"' || c == '\'':
		v.text = r.str(c)
		return v
	case c == '}' || c == ']' || c == ',' || c == ':':
		return v
	}
	start := r.i
	for r.i < len(r.s) && !strings.ContainsRune(",}] \t\r\n", rune(r.s[r.i])) {
		r.i++
	}
	if v.text = r.s[start:r.i]; v.text == "null" {
		v.text = ""
	}
	return v
}

// skip goes over an object or a list.
func (r *reader) skip() {
	for depth := 0; r.i < len(r.s); {
		switch c := r.s[r.i]; c {
		case '"':
			r.str(c)
			continue
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
		if r.i++; depth == 0 {
			return
		}
	}
}

// str reads a string. A quote ends it only where JSON goes on behind it: before a comma and the next name or value, a colon or a bracket.
func (r *reader) str(quote byte) string {
	r.i++
	var out []byte
	for r.i < len(r.s) {
		c := r.s[r.i]
		switch {
		case c == quote:
			r.i++
			if r.closes() {
				return string(out)
			}
			out = append(out, c)
		case c == '\\' && r.i+1 < len(r.s):
			out = r.escape(out)
		default:
			out = append(out, c)
			r.i++
		}
	}
	return string(out)
}

// lookahead is how far behind a quote it is looked for how JSON goes on, in bytes.
const lookahead = 64

func (r *reader) closes() bool {
	rest := r.s[r.i:min(len(r.s), r.i+lookahead)]
	rest = strings.TrimLeft(rest, " \t\r\n")
	if rest == "" {
		return true
	}
	switch rest[0] {
	case '}', ']', ':':
		return true
	case '"': // a comma is missing, when a name follows
		name, after, found := strings.Cut(rest[1:], `"`)
		return found && len(name) < 40 && strings.HasPrefix(strings.TrimLeft(after, " \t\r\n"), ":")
	case ',':
		rest = strings.TrimLeft(rest[1:], " \t\r\n")
		return rest == "" || strings.IndexByte("\"'{[}],-0123456789tfn/", rest[0]) >= 0
	case '/':
		return true
	}
	return false
}

// escape reads the escape at r.i; one that JSON does not know stands for itself.
func (r *reader) escape(out []byte) []byte {
	c := r.s[r.i+1]
	r.i += 2
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b', 'f':
		return append(out, ' ')
	case 'u':
		u := r.hex()
		if u < 0 {
			return append(out, 'u')
		}
		if utf16.IsSurrogate(u) {
			if strings.HasPrefix(r.s[r.i:], `\u`) {
				r.i += 2
				if pair := utf16.DecodeRune(u, r.hex()); pair != utf8.RuneError {
					return utf8.AppendRune(out, pair)
				}
			}
			u = utf8.RuneError
		}
		return utf8.AppendRune(out, u)
	}
	return append(out, c)
}

// hex reads four hexadecimal digits; -1 where there are none.
func (r *reader) hex() rune {
	if r.i+4 > len(r.s) {
		return -1
	}
	var u rune
	for _, c := range []byte(r.s[r.i : r.i+4]) {
		switch {
		case '0' <= c && c <= '9':
			u = u<<4 | rune(c-'0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			u = u<<4 | rune(c|0x20-'a'+10)
		default:
			return -1
		}
	}
	r.i += 4
	return u
}
