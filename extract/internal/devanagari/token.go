package devanagari

import "unicode/utf8"

// longestWord is how many runes a word has at most in a text that has its spaces.
const longestWord = 40

// tokenize cuts the folded text into tokens. starts holds the index of the
// first token of every line that has one; noSpace is told by a word too long.
func (f *folder) tokenize() (tokens []Token, starts []int, noSpace bool) {
	key := f.key()
	units := f.units
	tokens = make([]Token, 0, len(units)/4+1)
	glued, fresh := false, true
	at := 0 // byte offset in key of units[i]
	for i := 0; i < len(units); {
		c := units[i].class
		if c == space || c == newline {
			glued = false
			fresh = fresh || c == newline
			at += width(units[i].r)
			i++
			continue
		}
		end, kind := i+1, Punct
		switch {
		case c.inWord():
			end, kind = word(units, i)
			noSpace = noSpace || end-i > longestWord && units[i].r >= blockFirst
		case units[i].r == '.':
			// A run of dots is one mark, as … is.
			for end < len(units) && units[end].r == '.' {
				end++
			}
		}
		size := 0
		for j := i; j < end; j++ {
			size += width(units[j].r)
		}
		if fresh {
			starts = append(starts, len(tokens))
			fresh = false
		}
		tokens = append(tokens, Token{
			Key:       key[at : at+size],
			Start:     int(units[i].start),
			End:       int(units[end-1].end),
			ByteStart: int(units[i].byteStart),
			ByteEnd:   int(units[end-1].byteEnd),
			Kind:      kind,
			Glued:     glued,
		})
		glued = true
		at += size
		i = end
	}
	return tokens, starts, noSpace
}

// width is utf8.RuneLen for a rune that is valid, the common cases first.
func width(r rune) int {
	if r < utf8.RuneSelf {
		return 1
	}
	if blockFirst <= r && r < blockFirst+blockSize {
		return 3
	}
	return utf8.RuneLen(r)
}

// word finds the end of the word or number that begins at units[i].
func word(units []unit, i int) (end int, kind TokenKind) {
	end, digits := run(units, i)
	if !digits {
		return end, Word
	}
	return number(units, i, end), Number
}

// run finds the end of the word runes from i on, and whether all are digits.
func run(units []unit, i int) (end int, digits bool) {
	digits = true
	for end = i; end < len(units) && units[end].class.inWord(); end++ {
		digits = digits && units[end].class == digit
	}
	return end, digits && end > i
}

// number takes the inner separators of a number whose first digits are
// units[i:end]: 12.5, 10:30, 4/5/2024, 1,20,000, 4-5-2024. A pair joined by a
// hyphen (2024-25) is two numbers and a mark.
func number(units []unit, i, end int) int {
	if last, ok := hyphenDate(units, i, end); ok {
		return last
	}
	if last, ok := grouped(units, i, end); ok {
		end = last
	}
	for end < len(units) {
		switch units[end].r {
		case '.', '/', ':':
		default:
			return end
		}
		next, digits := run(units, end+1)
		if !digits {
			return end
		}
		end = next
	}
	return end
}

// grouped reads the groups after a comma: two or three digits each, the last three.
func grouped(units []unit, i, end int) (last int, ok bool) {
	if end-i > 3 {
		return 0, false
	}
	for end < len(units) && units[end].r == ',' {
		next, digits := run(units, end+1)
		size := next - end - 1
		if !digits || size < 2 || size > 3 {
			break
		}
		end = next
		if ok = size == 3; ok {
			last = end
		}
	}
	return last, last > 0
}

// hyphenDate reads day-month-year or year-month-day.
func hyphenDate(units []unit, i, end int) (last int, ok bool) {
	if end-i > 4 {
		return 0, false
	}
	for range 2 {
		if end >= len(units) || units[end].r != '-' {
			return 0, false
		}
		next, digits := run(units, end+1)
		if !digits || next-end-1 > 4 {
			return 0, false
		}
		end = next
	}
	return end, true
}
