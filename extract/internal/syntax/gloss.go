package syntax

import (
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
)

// gloss gives the token behind a gloss at token i, which says a name once more and stands between it and its case marker:
// "विसावदर (Visavadar) के विधायक", "सज्जाद लोन Sajad Lone की पार्टी", "अमलापुरम (सुरक्षित) से". Without one it is i.
func (r *reader) gloss(i int) int {
	const longest = 6 // tokens
	if i == 0 || i >= r.last || !devanagariWord(r.key(i-1)) {
		return i
	}
	if r.key(i) == "(" {
		end := r.closing(i)
		if end < 0 || end-i > longest {
			return i
		}
		if first := i + 2; r.Grammar.glossWords[r.key(i+1)] {
			if s, ok := r.sense(first, lexicon.Party); ok && first+s.Len == end {
				return end + 1 // "टीआरएस (अब बीआरएस) में"
			}
		}
		for j := i + 1; j < end; j++ {
			if r.tokens[j].Kind == devanagari.Word && !latin(r.key(j)) && !r.Grammar.reserved[r.key(j)] {
				return i
			}
		}
		return end + 1
	}
	end := i
	for end < r.last && end < i+longest && latin(r.key(end)) && len(r.senses(end)) == 0 {
		end++
	}
	if end == i || !r.sounds(r.key(i-1), r.key(end-1)) {
		return i
	}
	return end
}

// sounds says whether a Latin word may spell a Devanagari one, by the letters that they begin with.
func (r *reader) sounds(word, roman string) bool {
	for _, first := range word {
		return strings.IndexByte(r.Grammar.romanization[string(first)], roman[0]|0x20) >= 0
	}
	return false
}

// latin says whether a word is written in ASCII letters.
func latin(key string) bool {
	return key != "" && (key[0]|0x20) >= 'a' && (key[0]|0x20) <= 'z'
}

// monthSurname says whether the word at token i, a month's, is a surname where it stands: "बीएस जून ने".
func (r *reader) monthSurname(i int) bool {
	return i > 0 && r.Grammar.monthSurnames[r.key(i)] && (r.listStop(i+1) || r.agentMarker(i+1) || r.key(i+1) == "भी" || r.flag(i+1)&isVerb != 0) &&
		(r.Grammar.spelled(r.key(i-1)) || r.Lexicon.Name(r.key(i-1)) != (lexicon.NameInfo{}))
}
