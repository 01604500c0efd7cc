package devanagari

import "unicode"

// class is what the folds and the tokenizer need to know of a rune.
type class uint8

const (
	punct     class = iota // any rune that is none of the others
	space                  // white space within a line
	newline                // a line's end
	digit                  // Nd
	letter                 // a letter that is neither of the two below
	consonant              // क to ह
	vowel                  // अ to औ and their kin
	sign                   // ा to ौ: a dependent vowel
	virama                 // ्
	anusvara               // ं
	visarga                // ः
	mark                   // any other mark
)

// inWord tells whether a rune of the class belongs to a word: letter ∪ mark ∪ digit.
func (c class) inWord() bool { return c >= digit }

const (
	deleted = -1 // a rune that leaves no trace in the key

	runeNukta    = '\u093c'
	runeVirama   = '\u094d'
	runeAnusvara = '\u0902'
	runeVisarga  = '\u0903'
	runeEllipsis = '\u2026'
)

const (
	blockFirst = 0x0900 // the Devanagari block is U+0900 to U+097F
	blockSize  = 0x80   // as many runes as ASCII has
)

// The tables are made before the package's other variables, whose lists are
// folded as they are read.
var (
	asciiFold, asciiClass = tables(0)
	blockFold, blockClass = tables(blockFirst)
)

// tables works out the fold and the class of the runes from first on.
func tables(first rune) (folds [blockSize]rune, classes [blockSize]class) {
	for i := range rune(blockSize) {
		folds[i], classes[i] = slowFold(first+i), slowClass(first+i)
	}
	return folds, classes
}

// nuktaLetters are the letters that hold a nukta in one rune; the key has
// their base letter. NFD knows the same eleven.
var nuktaLetters = map[rune]rune{
	'\u0929': 'न', '\u0931': 'र', '\u0934': 'ळ',
	'\u0958': 'क', '\u0959': 'ख', '\u095a': 'ग', '\u095b': 'ज',
	'\u095c': 'ड', '\u095d': 'ढ', '\u095e': 'फ', '\u095f': 'य',
}

// classOf gives the class of a rune of the key.
func classOf(r rune) class {
	if i := r - blockFirst; 0 <= i && i < blockSize {
		return blockClass[i]
	}
	if 0 <= r && r < 0x80 {
		return asciiClass[r]
	}
	return slowClass(r)
}

func slowClass(r rune) class {
	switch {
	case r == '\n':
		return newline
	case r == runeVirama:
		return virama
	case r == runeAnusvara:
		return anusvara
	case r == runeVisarga:
		return visarga
	case 'क' <= r && r <= 'ह':
		return consonant
	case '\u0904' <= r && r <= '\u0914', r == '\u0960', r == '\u0961', '\u0972' <= r && r <= '\u0977':
		return vowel
	case '\u093e' <= r && r <= '\u094c', r == '\u093a', r == '\u093b', r == '\u094e', r == '\u094f',
		'\u0955' <= r && r <= '\u0957', r == '\u0962', r == '\u0963':
		return sign
	case unicode.IsSpace(r), unicode.IsControl(r):
		return space
	case unicode.IsDigit(r):
		return digit
	case unicode.IsLetter(r):
		return letter
	case unicode.IsMark(r):
		return mark
	}
	return punct
}

// slowFold gives the key's rune for a rune of the text, or deleted. The
// ellipsis, the one rune that becomes several, and the carriage return, which
// needs its neighbour, are left to the caller.
func slowFold(r rune) rune {
	if base, ok := nuktaLetters[r]; ok {
		return base
	}
	switch {
	case r == '\n', r == runeEllipsis:
		return r
	case r == runeNukta,
		'\u200b' <= r && r <= '\u200f', // ZWSP ZWNJ ZWJ and the direction marks
		'\u202a' <= r && r <= '\u202e', // direction embeddings
		'\u2060' <= r && r <= '\u2064', // WJ and invisible operators
		'\u2066' <= r && r <= '\u206f', // direction isolates
		'\ufe00' <= r && r <= '\ufe0f', // variation selectors: ▪️ is ▪
		r == '\u00ad', r == '\ufeff', r == '\u20e3':
		return deleted
	case r == '\u0085', r == '\u2028', r == '\u2029':
		return '\n'
	case unicode.IsSpace(r), unicode.IsControl(r):
		return ' '
	case '०' <= r && r <= '९':
		return '0' + r - '०'
	}
	switch r {
	case 'ँ':
		return 'ं'
	case 'ॉ':
		return 'ा'
	case 'ऑ':
		return 'आ'
	case '॰': // the abbreviation sign
		return '.'
	case '‘', '’', '‚', '‛', '′', '`', '´':
		return '\''
	case '“', '”', '„', '‟', '″', '«', '»':
		return '"'
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return '-'
	}
	if r < 0x0250 || 0x1e00 <= r && r < 0x1f00 || 0xff21 <= r && r <= 0xff3a {
		return unicode.ToLower(r) // Latin
	}
	return r
}
