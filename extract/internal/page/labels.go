package page

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed labels.txt
var labelsTxt string

// label is a kind of text that does not belong to an article; labels.txt tells what each is.
type label int

const (
	labelNone label = iota
	labelAd
	labelMore
	labelJoin
	labelStamp
	labelSection
)

var labelKinds = map[string]label{"ad": labelAd, "more": labelMore, "join": labelJoin, "stamp": labelStamp, "section": labelSection}

// labels holds the phrases by their first word.
var labels = sync.OnceValue(func() map[string][]phrase {
	all := map[string][]phrase{}
	for line := range strings.Lines(labelsTxt) {
		kind, text, _ := strings.Cut(strings.TrimSpace(line), " ")
		if l := labelKinds[kind]; l != labelNone {
			key := trim(fold(text))
			word := firstWord(key)
			all[word] = append(all[word], phrase{key, l})
		}
	}
	return all
})

type phrase struct {
	text string
	kind label
}

// labelOf gives the kind of the longest label that a paragraph starts with, and whether it is all of it.
func labelOf(text string) (kind label, whole bool) {
	head := text
	if len(head) > 200 {
		head = head[:200]
	}
	key := trim(strings.ReplaceAll(fold(head), "\u0903", ":")) // a visarga is written for a colon
	longest := 0
	for _, p := range labels()[firstWord(key)] {
		rest, ok := strings.CutPrefix(key, p.text)
		if !ok || len(p.text) <= longest {
			continue
		}
		r, _ := utf8.DecodeRuneInString(rest)
		if rest != "" && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)) && spaced(p.text) {
			continue
		}
		whole = trim(rest) == "" && len(text) <= 200
		if (p.kind == labelAd || p.kind == labelSection) && !whole {
			continue
		}
		kind, longest = p.kind, len(p.text)
	}
	return kind, kind != labelNone && len(key) <= longest
}

// spaced says whether a label is of a script that writes spaces between words.
func spaced(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return weight(r) < 3
}

// firstWord is a text up to its first space; of a script without spaces its first character.
func firstWord(s string) string {
	for i, r := range s {
		switch {
		case r == ' ', r == ':', r == ',', r == '-':
			return s[:i]
		case i == 0 && weight(r) >= 2:
			return s[:utf8.RuneLen(r)]
		}
	}
	return s
}

// trim takes punctuation and spaces off both ends.
func trim(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsSymbol(r) })
}

// fold brings together what writers spell in several ways: case, nukta, candrabindu, joiners, typographic quotes.
func fold(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case '\u093c', '\u200b', '\u200c', '\u200d', '\u00ad', '\u200e', '\u200f', '\ufe0f':
			return -1
		case '\u0901':
			return '\u0902'
		case '’', '‘', '`':
			return '\''
		case '\u00a0':
			return ' '
		case '–', '—', '−':
			return '-'
		}
		if 0x958 <= r && r <= 0x95f { // letters composed with a nukta
			return [...]rune{'क', 'ख', 'ग', 'ज', 'ड', 'ढ', 'फ', 'य'}[r-0x958]
		}
		return unicode.ToLower(r)
	}, s)
}

// weight is what a character counts in a measure of length in letters: more where a script writes
// a word with fewer characters.
func weight(r rune) int {
	switch {
	case r < 0x80:
		if r <= ' ' {
			return 0
		}
		return 1
	case r < 0x1100 || unicode.IsSpace(r):
		if unicode.IsSpace(r) {
			return 0
		}
		return 1
	case 0x3040 <= r && r < 0xa000, 0xf900 <= r && r < 0xfb00, 0x20000 <= r && r < 0x40000:
		return 3
	case 0xac00 <= r && r < 0xd7b0:
		return 2
	}
	return 1
}
