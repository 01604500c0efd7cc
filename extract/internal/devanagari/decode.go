package devanagari

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// What can be wrong with a text. Errors wrap one of these and say where and
// what to do.
var (
	// ErrInvalidUTF8: the bytes are in no encoding that is known here.
	ErrInvalidUTF8 = errors.New("invalid UTF-8")
	// ErrInvalidUTF16: half a surrogate pair, or an odd byte at the end.
	ErrInvalidUTF16 = errors.New("invalid UTF-16")
	// ErrMojibake: UTF-8 was read as Latin-1 or CP1252, and bytes were lost.
	ErrMojibake = errors.New("mojibake")
	// ErrLegacyFont: Latin letters that a font such as Kruti Dev shows as Hindi.
	ErrLegacyFont = errors.New("legacy font")
)

const bom = "\ufeff"

// Decode turns the bytes of a file into text: UTF-8 and UTF-16, with or without
// a byte order mark, which is left out. UTF-8 that was once read as Latin-1 or
// CP1252 is repaired where nothing was lost. Offsets in errors are bytes of raw.
func Decode(raw []byte) (string, error) {
	if order, ok := utf16Order(raw); ok {
		text, err := decodeUTF16(raw, order)
		if err != nil {
			return "", err
		}
		return DecodeString(text)
	}
	body := bytes.TrimPrefix(raw, []byte(bom))
	if at := invalid(body); at >= 0 {
		at += len(raw) - len(body)
		return "", fmt.Errorf("%w at byte %d (0x%02x): convert the file to UTF-8", ErrInvalidUTF8, at, raw[at])
	}
	return DecodeString(string(body))
}

// DecodeString checks and repairs a text that has been decoded already, such as
// a string of JSON: mojibake and legacy fonts can hide in it. Offsets in errors
// are bytes of s. A byte order mark at the front is left out.
func DecodeString(s string) (string, error) {
	s = strings.TrimPrefix(s, bom)
	for range 2 { // twice: some pages went wrong twice
		at := mojibake(s)
		if at < 0 {
			break
		}
		repaired, ok := unmojibake(s)
		if !ok {
			return "", fmt.Errorf("%w at byte %d: UTF-8 was read as CP1252 and cannot be restored; fetch the source again", ErrMojibake, at)
		}
		s = strings.TrimPrefix(repaired, bom)
	}
	if at := legacyFont(s); at >= 0 {
		return "", fmt.Errorf("%w at byte %d: the text is in Kruti Dev or a font like it; convert it to Unicode", ErrLegacyFont, at)
	}
	return s, nil
}

// invalid returns the offset of the first byte that is not UTF-8, or -1.
func invalid(raw []byte) int {
	if utf8.Valid(raw) {
		return -1
	}
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// sniffed is how many bytes at the front are enough to tell an encoding.
const sniffed = 4096

// utf16Order tells whether raw is UTF-16, and in which byte order. Without a
// mark it is told by every second byte being 0 (ASCII) or 9 (Devanagari). Such
// bytes are valid UTF-8, so this must be asked first.
func utf16Order(raw []byte) (unicode.Endianness, bool) {
	switch {
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe}):
		return unicode.LittleEndian, true
	case bytes.HasPrefix(raw, []byte{0xfe, 0xff}):
		return unicode.BigEndian, true
	}
	head := raw[:min(len(raw), sniffed)&^1]
	if len(head) < 4 {
		return unicode.LittleEndian, false
	}
	var zero, nine [2]int
	for i, b := range head {
		switch b {
		case 0x00:
			zero[i&1]++
		case 0x09:
			nine[i&1]++
		}
	}
	if zero[0]+zero[1] == 0 && nine[0]+nine[1] < len(head)/4 {
		return unicode.LittleEndian, false
	}
	// Nine tenths of the code units, for the few quotes and dashes of U+2000.
	// A text of a few bytes, tabs and line ends perhaps, proves nothing.
	if len(head) < 16 && zero[0]+zero[1] == 0 {
		return unicode.LittleEndian, false
	}
	enough := (len(head)/2*9 + 9) / 10
	high := [2]int{zero[0] + nine[0], zero[1] + nine[1]}
	switch {
	case high[1] >= enough && high[1] > high[0]:
		return unicode.LittleEndian, true
	case high[0] >= enough && high[0] > high[1]:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

func decodeUTF16(raw []byte, order unicode.Endianness) (string, error) {
	if len(raw)%2 != 0 {
		return "", fmt.Errorf("%w: an odd number of bytes, %d: the file is cut short", ErrInvalidUTF16, len(raw))
	}
	text, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(raw)
	if errors.Is(err, unicode.ErrMissingBOM) {
		text, err = unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(raw)
	}
	if err != nil {
		return "", fmt.Errorf("%w: %v", ErrInvalidUTF16, err)
	}
	return strings.TrimPrefix(string(text), bom), nil
}

// mojibakePairs is how many à¤ and à¥ a text has when it is mojibake.
const mojibakePairs = 3

// mojibake returns the byte offset of the first à¤ or à¥ of a text that is UTF-8
// read as Latin-1 or CP1252, or -1. Most Devanagari runes begin with these two.
func mojibake(s string) int {
	first, pairs := -1, 0
	for from := 0; ; {
		i := strings.IndexRune(s[from:], 'à')
		if i < 0 {
			break
		}
		i += from
		from = i + len("à")
		if next := s[from:]; strings.HasPrefix(next, "¤") || strings.HasPrefix(next, "¥") {
			if first < 0 {
				first = i
			}
			pairs++
		}
	}
	// A text that went wrong twice has Ã\u00a0Â¤ for à¤.
	if pairs == 0 {
		if n := strings.Count(s, "Ã\u00a0Â¤") + strings.Count(s, "Ã\u00a0Â¥"); n > 0 {
			pairs, first = n, strings.Index(s, "Ã\u00a0Â")
		}
	}
	if pairs < mojibakePairs || devanagari(s) > pairs {
		return -1
	}
	return first
}

// devanagari counts the runes of the Devanagari block.
func devanagari(s string) (n int) {
	for _, r := range s {
		if blockFirst <= r && r < blockFirst+blockSize {
			n++
		}
	}
	return n
}

// unmojibake encodes s back to the bytes that were misread. It succeeds only
// where they are UTF-8 with a majority of Devanagari, or one more mojibake.
func unmojibake(s string) (string, bool) {
	buf := make([]byte, 0, len(s)/2)
	for _, r := range s {
		// C1 controls are Latin-1, or CP1252 as browsers read its five holes.
		if r <= 0xff {
			buf = append(buf, byte(r))
			continue
		}
		b, ok := charmap.Windows1252.EncodeRune(r)
		if !ok {
			return "", false
		}
		buf = append(buf, b)
	}
	if !utf8.Valid(buf) {
		return "", false
	}
	text := string(buf)
	if mojibake(text) >= 0 {
		return text, true
	}
	letters := 0
	for _, r := range text {
		if classOf(r).inWord() {
			letters++
		}
	}
	return text, devanagari(text)*2 > letters
}

// legacyMarkers are the commonest Hindi words as Kruti Dev types them: का के को
// से में है हैं और किया गया पार्टी.
var legacyMarkers = set([]string{"ds", "dh", "dk", "dks", "ls", "esa", "gS", "gSa", "vkSj", "fd;k", "x;k", "ikVhZ"})

// legacyFont returns the byte offset of the first word of a text in a legacy
// font, or -1. Such a text has no Devanagari, at least three of the markers,
// and they are at least one word in twenty.
func legacyFont(s string) int {
	if s == "" || devanagariIn(s) {
		return -1
	}
	seen := map[string]bool{}
	first, words, marked := -1, 0, 0
	for word := range strings.FieldsSeq(s) {
		words++
		if !legacyMarkers[word] {
			continue
		}
		marked++
		if first < 0 {
			first = strings.Index(s, word)
		}
		seen[word] = true
	}
	if len(seen) < 3 || marked*20 < words {
		return -1
	}
	return first
}

// devanagariIn tells whether s has a rune of the Devanagari block, without
// reading further than the first.
func devanagariIn(s string) bool {
	return strings.Contains(s, "\xe0\xa4") || strings.Contains(s, "\xe0\xa5")
}
