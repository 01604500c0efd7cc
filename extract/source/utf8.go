package source

import (
	"encoding/binary"
	"unicode/utf8"
)

// Nearly all letters of Hindi are three bytes, of which the first is 0xE0 and the second has the bits 101 in front. These
// are masks for one letter and two in the bytes of a little-endian number, and what they leave.
const (
	oneMask, oneLetter  = 0xc0e0ff, 0x80a0e0
	twoMask, twoLetters = oneMask<<24 | oneMask, oneLetter<<24 | oneLetter
)

// validUTF8 is utf8.Valid, about twice as fast for Hindi.
func validUTF8(b []byte) bool {
	for i := 0; i < len(b); {
		if len(b)-i >= 8 {
			switch x := binary.LittleEndian.Uint64(b[i:]); {
			case x&twoMask == twoLetters:
				i += 6
				continue
			case x&oneMask == oneLetter:
				i += 3
				continue
			case x&0x8080808080808080 == 0:
				i += 8
				continue
			}
		}
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			return false
		}
		i += size
	}
	return true
}
