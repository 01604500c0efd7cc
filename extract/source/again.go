package source

import (
	"bytes"
	"unicode/utf8"
)

// printedSource is the source in an article that dalbadal read printed: an object that starts with id, source and title or
// text, without white space. It stands for where the article was read first. Elsewhere a key of this name says many things,
// so that nothing else counts; "" is none.
func printedSource(object []byte) string {
	s := scanner{b: object}
	if !bytes.HasPrefix(object, []byte(`{"id":"`)) {
		return ""
	}
	s.i = len(`{"id":`)
	if !s.str() || !bytes.HasPrefix(object[s.i:], []byte(`,"source":"`)) {
		return ""
	}
	s.i += len(`,"source":`)
	from := s.i
	if !s.str() {
		return ""
	}
	rest := object[s.i:]
	if !bytes.HasPrefix(rest, []byte(`,"title":"`)) && !bytes.HasPrefix(rest, []byte(`,"text":"`)) {
		return ""
	}
	source, err := unquote(object[from:s.i])
	if err != nil || !utf8.ValidString(source) {
		return ""
	}
	return source
}
