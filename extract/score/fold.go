package score

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

const (
	nukta       = '\u093c'
	candrabindu = '\u0901'
	anusvara    = '\u0902'
	virama      = '\u094d'
)

// fold is a name as matching sees it: no nukta, one nasal sign, no joiners or
// punctuation, single spaces.
func fold(name string) string {
	in := []rune(norm.NFD.String(name))
	kept := in[:0]
	for _, r := range in {
		switch r {
		case nukta:
			continue
		case candrabindu:
			r = anusvara
		}
		kept = append(kept, r)
	}
	var b strings.Builder
	for i := 0; i < len(kept); i++ {
		r := kept[i]
		switch {
		case strings.ContainsRune("ङञणनम", r) && i+2 < len(kept) && kept[i+1] == virama && 'क' <= kept[i+2] && kept[i+2] <= 'ह':
			b.WriteRune(anusvara)
			i++ // the virama
		case strings.ContainsRune("\u200b\u200c\u200d.,()'\"‘’“”-", r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.FieldsFunc(b.String(), space), " ")
}

// space takes for white space what Python's str.split does: the ASCII
// separators U+001C to U+001F too.
func space(r rune) bool { return unicode.IsSpace(r) || '\x1c' <= r && r <= '\x1f' }

type stringSet map[string]bool

func words(s string) stringSet { return asSet(strings.Fields(fold(s))) }

func folded(lists ...[]string) stringSet {
	out := stringSet{}
	for _, list := range lists {
		for _, s := range list {
			out[fold(s)] = true
		}
	}
	return out
}

func asSet(list []string) stringSet {
	out := make(stringSet, len(list))
	for _, s := range list {
		out[s] = true
	}
	return out
}

func common(a, b stringSet) (n int) {
	for s := range a {
		if b[s] {
			n++
		}
	}
	return n
}
