package page

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// declarationBytes is how far into a page its <meta charset> is looked for: the standard asks for it in
// the first 1024 bytes, but pages write it later.
const declarationBytes = 16 << 10

// decode gives the page in UTF-8. A byte order mark decides; then whether the whole body is UTF-8, which
// text in another charset almost never is by chance; then the header; then the page's own <meta>.
// What says nothing is windows-1252, as in browsers.
func decode(raw []byte, contentType string) []byte {
	if mark, rest := byteOrder(raw); mark != nil {
		return convert(rest, mark)
	}
	if rest, ok := bytes.CutPrefix(raw, []byte("\ufeff")); ok {
		return rest
	}
	if isUTF8(raw) {
		return raw
	}
	enc, _ := charset.Lookup(parameter(contentType, "charset"))
	if enc == nil {
		enc = declared(raw)
	}
	if enc == nil {
		enc, _ = charset.Lookup("windows-1252")
	}
	return convert(raw, enc)
}

// byteOrder tells UTF-16: by its mark, which is cut off, or without one by the zero byte beside the "<"
// or white space that a page starts with.
func byteOrder(raw []byte) (encoding.Encoding, []byte) {
	if len(raw) < 2 {
		return nil, raw
	}
	little := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	big := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	starts := func(c byte) bool { return c == '<' || c == ' ' || c == '\n' || c == '\r' || c == '\t' }
	switch a, b := raw[0], raw[1]; {
	case a == 0xff && b == 0xfe:
		return little, raw[2:]
	case a == 0xfe && b == 0xff:
		return big, raw[2:]
	case starts(a) && b == 0:
		return little, raw
	case a == 0 && starts(b):
		return big, raw
	}
	return nil, raw
}

// isUTF8 says whether the body is UTF-8: all of it but for a character that its end cuts, or all but a few bytes
// that were damaged while at least a hundred times as many characters outside ASCII are well formed.
func isUTF8(raw []byte) bool {
	if utf8.Valid(raw) {
		return true
	}
	good, bad := 0, 0
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		switch {
		case r != utf8.RuneError || n != 1:
			good++
		case good > 0 && !utf8.FullRune(raw[i:]):
			return good >= 100*bad
		default:
			bad++
		}
		i += n
	}
	return good >= 100*bad
}

// declared is the charset that a <meta> of the page names.
func declared(raw []byte) encoding.Encoding {
	head := bytes.ToLower(raw[:min(len(raw), declarationBytes)])
	for {
		_, after, found := bytes.Cut(head, []byte("<meta"))
		if !found {
			return nil
		}
		tag, _, _ := bytes.Cut(after, []byte(">"))
		head = after
		name := parameter(string(tag), "charset")
		if strings.HasPrefix(name, "utf-16") {
			name = "utf-8" // a tag that could be read is not in UTF-16; so the standard
		}
		if enc, _ := charset.Lookup(name); enc != nil {
			return enc
		}
	}
}

// parameter is the value of name=value in a header or a tag, without its quotes.
func parameter(s, name string) string {
	i := strings.Index(strings.ToLower(s), name)
	if i < 0 || i+len(name) > len(s) {
		return ""
	}
	s = strings.TrimLeft(s[i+len(name):], " \t\r\n")
	s, found := strings.CutPrefix(s, "=")
	if !found {
		return ""
	}
	s = strings.TrimLeft(s, " \t\r\n\"'")
	if i := strings.IndexAny(s, " \t\r\n\"';,/>"); i >= 0 {
		s = s[:i]
	}
	return s
}

func convert(raw []byte, enc encoding.Encoding) []byte {
	out, err := enc.NewDecoder().Bytes(raw)
	if err != nil {
		return bytes.ToValidUTF8(raw, []byte("\ufffd")) // a decoder that gives up on this text
	}
	return out
}
