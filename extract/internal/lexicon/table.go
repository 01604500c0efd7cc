package lexicon

import "encoding/binary"

// wordTable finds the index of a word. The words stand in the order of their
// buckets, which the compiled form lays down, so that no word need be hashed when
// the program starts.
type wordTable struct {
	words  textTable
	starts []int32 // of each bucket in words, and their number at the end
	shift  uint8   // 64 less the binary logarithm of the number of buckets
}

// textTable is strings that stand one after another in a text. It takes a quarter of the memory that a slice of them takes, which
// is a part of the time in which the program starts.
type textTable struct {
	text string
	ends []uint32 // of each string, and before them 0
}

func (t *textTable) at(i int32) string { return t.text[t.ends[i]:t.ends[i+1]] }

// bucketBits gives the logarithm of the number of buckets for n words: about one a word.
func bucketBits(n int) int {
	bits := 1
	for 1<<bits < n && bits < 24 {
		bits++
	}
	return bits
}

func (t *wordTable) find(word string) (index int32, ok bool) {
	if len(t.starts) == 0 {
		return 0, false
	}
	b := hash(word) >> t.shift
	for i := t.starts[b]; i < t.starts[b+1]; i++ {
		if t.words.at(i) == word {
			return i, true
		}
	}
	return 0, false
}

// hash is part of the compiled form: a change of it is another version.
func hash(s string) uint64 {
	const k = 0x9e3779b97f4a7c15
	h := uint64(len(s)) * k
	for len(s) >= 8 {
		h = (h ^ binary.LittleEndian.Uint64([]byte(s[:8]))) * k
		h ^= h >> 29
		s = s[8:]
	}
	var tail uint64
	for i := 0; i < len(s); i++ {
		tail |= uint64(s[i]) << (8 * i)
	}
	h = (h ^ tail) * k
	h ^= h >> 32
	return h * k
}
