package devanagari

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"sync"
	"unicode/utf8"
)

// MaxText is the length in bytes of the longest text that is folded. What is
// longer has an empty key and no tokens.
const MaxText = math.MaxInt32

// Key is a text folded for matching, with the way back: spellings that mean one
// word have one key, and every span of the key knows the span of the text that
// it was read from. It is immutable.
type Key struct {
	text string
	// pos holds the byte offset in text of each unit, and its length at the end.
	pos   []int32
	units []unit
}

// unit is one rune of the key and the span of the text it stands for. Units
// that were rewritten together share one span. Along a key neither starts nor
// ends ever decrease.
type unit struct {
	r                  rune
	byteStart, byteEnd int32
	start, end         int32 // code points
	class              class
}

// NewKey folds text.
func NewKey(text string) *Key {
	f := newFolder()
	defer f.release()
	f.fold(text)
	k := &Key{text: f.key(), units: append([]unit(nil), f.units...)}
	k.pos = make([]int32, 0, len(k.units)+1)
	for i := range k.text {
		k.pos = append(k.pos, int32(i))
	}
	k.pos = append(k.pos, int32(len(k.text)))
	return k
}

// String returns the folded text.
func (k *Key) String() string { return k.text }

// Span is a run of a text, in code points and in bytes; the ends are exclusive.
type Span struct {
	Start, End         int
	ByteStart, ByteEnd int
}

// Span gives the span of the text from which the key's bytes [i, j) were read.
// It panics unless i and j are rune edges of String() with i < j.
func (k *Key) Span(i, j int) Span {
	first, last := k.unitAt(i), k.unitAt(j)-1
	if first > last {
		panic(fmt.Sprintf("devanagari: empty key span [%d:%d)", i, j))
	}
	a, b := k.units[first], k.units[last]
	return Span{Start: int(a.start), End: int(b.end), ByteStart: int(a.byteStart), ByteEnd: int(b.byteEnd)}
}

func (k *Key) unitAt(i int) int {
	at := sort.Search(len(k.pos), func(n int) bool { return int(k.pos[n]) >= i })
	if at == len(k.pos) || int(k.pos[at]) != i {
		panic(fmt.Sprintf("devanagari: %d is no rune edge of the key", i))
	}
	return at
}

// Fold returns the key of s: the form in which lexicon entries and texts are
// compared. Fold(Fold(s)) == Fold(s).
func Fold(s string) string {
	f := newFolder()
	defer f.release()
	f.fold(s)
	return f.key()
}

// folder rewrites a text into units. It is a stack machine: a unit is pushed,
// and while the top of the stack is the left side of a rule, the rule's units
// are popped and its right side is pushed. Nothing below the top can match, so
// the stack is always at the fixed point of all rules together, and a key
// folds to itself. Each rule shortens the stack or moves one sign to the right
// of one letter, so the work is linear.
type folder struct {
	units []unit
	word  int // units[word:] is the word being read
	buf   []byte
}

var folders = sync.Pool{New: func() any { return new(folder) }}

func newFolder() *folder { return folders.Get().(*folder) }

// maxPooled bounds the buffers that are kept for reuse, in units.
const maxPooled = 1 << 20

func (f *folder) release() {
	if cap(f.units) <= maxPooled {
		folders.Put(f)
	}
}

// fold fills f.units with the units of text.
func (f *folder) fold(text string) {
	f.units, f.word = f.units[:0], 0
	if len(text) > MaxText {
		return
	}
	f.units = slices.Grow(f.units, len(text)/3)
	var at int32 // code points
	for i := 0; i < len(text); at++ {
		u := unit{byteStart: int32(i), start: at, end: at + 1}
		switch b := text[i]; {
		case b < utf8.RuneSelf && b != '\r':
			i++
			u.r, u.class = asciiFold[b], asciiClass[asciiFold[b]]
		case b == 0xe0 && i+2 < len(text) && text[i+1]&^1 == 0xa4 && text[i+2]&0xc0 == 0x80:
			// The Devanagari block: most of what is read.
			c := text[i+1]&1<<6 | text[i+2]&0x3f
			i += 3
			if u.r = blockFold[c]; u.r >= blockFirst {
				u.class = blockClass[(u.r-blockFirst)&(blockSize-1)]
			} else if u.r != deleted {
				u.class = classOf(u.r)
			}
		default:
			r, size := utf8.DecodeRuneInString(text[i:])
			i += size
			if r == '\r' && (i >= len(text) || text[i] != '\n') {
				r = '\n' // a line's end of its own; in \r\n it is a space
			}
			if u.r = slowFold(r); u.r != deleted {
				u.class = slowClass(u.r)
			}
		}
		u.byteEnd = int32(i)
		switch {
		case u.r == deleted:
			f.touch(u)
		case u.r == runeEllipsis:
			u.r = '.'
			for range 3 {
				f.push(u)
			}
		case u.class == letter, u.class == vowel, u.class == digit,
			u.class == consonant && f.last(1) != virama:
			f.units = append(f.units, u) // no rule ends in these
		default:
			f.push(u)
		}
	}
	f.endWord()
}

// touch lets the unit before a deleted rune cover it, so that a match on छोड
// shows the nukta too.
func (f *folder) touch(u unit) {
	if n := len(f.units); n > 0 && f.units[n-1].byteEnd == u.byteStart {
		f.units[n-1].byteEnd, f.units[n-1].end = u.byteEnd, u.end
	}
}

// key writes the units' runes out.
func (f *folder) key() string {
	f.buf = f.buf[:0]
	for i := range f.units {
		if r := f.units[i].r; r < utf8.RuneSelf {
			f.buf = append(f.buf, byte(r))
		} else {
			f.buf = utf8.AppendRune(f.buf, r)
		}
	}
	return string(f.buf)
}

// last returns the class of the n-th unit from the top, 1 being the top.
func (f *folder) last(n int) class {
	if n > len(f.units) {
		return punct
	}
	return f.units[len(f.units)-n].class
}

// push adds one unit and applies every rule that it completes.
func (f *folder) push(u unit) {
	switch u.class {
	case consonant:
		if f.last(1) == virama && f.joined(u) {
			return
		}
	case sign:
		if f.signed(u) {
			return
		}
	case virama, anusvara, visarga:
		if f.last(1) == u.class {
			f.grow(u)
			return
		}
	case punct, space, newline:
		if u.r == ':' && f.word < len(f.units) && isVisargaStem(f.units[f.word:]) {
			// अत: is typed for अतः
			u.r, u.class = runeVisarga, visarga
			f.push(u)
			return
		}
		f.endWord()
		f.units = append(f.units, u)
		f.word = len(f.units)
		return
	}
	f.units = append(f.units, u)
}

// pop takes the top unit off.
func (f *folder) pop() unit {
	u := f.units[len(f.units)-1]
	f.units = f.units[:len(f.units)-1]
	return u
}

// grow lets the top unit cover u, which says the same again: उन्होंंने.
func (f *folder) grow(u unit) {
	f.units[len(f.units)-1].cover(u)
}

// cover widens u's span by that of a unit to its right.
func (u *unit) cover(right unit) { u.end, u.byteEnd = right.end, right.byteEnd }

// as returns u with another rune.
func (u unit) as(r rune) unit {
	u.r, u.class = r, classOf(r)
	return u
}

// signed applies the rules that a vowel sign completes.
func (f *folder) signed(u unit) bool {
	if len(f.units) == 0 {
		return false
	}
	top := f.units[len(f.units)-1]
	if top.r == u.r { // बीजेेपी
		f.grow(u)
		return true
	}
	var r rune
	switch {
	case top.class == anusvara: // उन्हांेने: the vowel sign stands before the nasal
		f.pop()
		top.cover(u)
		f.push(top.as(u.r))
		f.push(top)
		return true
	case top.r == 'ा' && u.r == 'े': // वाेट
		r = 'ो'
	case top.r == 'ा' && u.r == 'ै':
		r = 'ौ'
	case top.r == 'अ' && u.r == 'ा':
		r = 'आ'
	case top.r == 'अ' && u.r == 'ो', top.r == 'आ' && u.r == 'े': // अोम, आेम
		r = 'ओ'
	case top.r == 'अ' && u.r == 'ौ', top.r == 'आ' && u.r == 'ै': // अौर
		r = 'औ'
	case top.r == 'ए' && u.r == 'े':
		r = 'ऐ'
	default:
		return false
	}
	f.pop()
	top.cover(u)
	f.push(top.as(r))
	return true
}

// joined applies the rules that a consonant completes when a virama is on top.
func (f *folder) joined(u unit) bool {
	n := len(f.units)
	if n < 2 {
		return false
	}
	before := f.units[n-2]
	switch {
	case homorganic(before.r, u.r): // हिन्दू → हिंदू
		nasal := before.as(runeAnusvara)
		nasal.cover(f.pop())
		f.pop()
		f.push(nasal)
		f.push(u)
		return true
	case before.class == sign && f.last(3) == consonant: // कांगे्रस → कांग्रेस
		first := f.units[n-3]
		join := f.units[n-1]
		first.cover(u)
		f.units = f.units[:n-3]
		f.push(first)
		f.push(first.as(join.r))
		f.push(first.as(u.r))
		f.push(first.as(before.r))
		return true
	case n >= 4 && f.last(3) == virama && f.units[n-4].r == 'र' && doubled(before.r, u.r): // कर्त्ता → कर्ता
		f.pop()
		f.pop()
		before.cover(u)
		f.push(before.as(u.r))
		return true
	}
	return false
}

// homorganic tells whether nasal is the nasal of the row of stops that c stands
// in. न्म, म्म and न्ह are no such pairs: जन्म, सम्मान and कन्हैया keep theirs.
func homorganic(nasal, c rune) bool {
	switch nasal {
	case 'ङ':
		return 'क' <= c && c <= 'घ'
	case 'ञ':
		return 'च' <= c && c <= 'झ'
	case 'ण':
		return 'ट' <= c && c <= 'ढ'
	case 'न':
		return 'त' <= c && c <= 'ध'
	case 'म':
		return 'प' <= c && c <= 'भ'
	}
	return false
}

// doubled tells whether a + virama + b is b doubled: त्त, or द्ध with its breath
// written once.
func doubled(a, b rune) bool {
	if a == b {
		return true
	}
	switch b {
	case 'ख', 'घ', 'छ', 'झ', 'ठ', 'ढ', 'थ', 'ध', 'फ', 'भ':
		return a == b-1
	}
	return false
}

// endWord applies the rules that need to know where the word ends.
func (f *folder) endWord() {
	end := len(f.units)
	if end == f.word {
		return
	}
	if top := &f.units[end-1]; top.class == visarga && !isVisargaStem(f.units[f.word:end-1]) {
		// भोपालः is a dateline with its colon
		top.r, top.class = ':', punct
		end--
	}
	if unnasal(f.units[f.word:end]) {
		f.units = slices.Insert(f.units, end, f.units[end-1].as(runeAnusvara))
		return
	}
	f.finalYe(end)
}

// unnasal says whether a word is one of those that many type without the nasal at their end: मे for में, नही for नहीं.
func unnasal(word []unit) bool {
	switch len(word) {
	case 2:
		return word[0].r == 'म' && word[1].r == 'े'
	case 3:
		return word[0].r == 'न' && word[1].r == 'ह' && word[2].r == 'ी'
	}
	return false
}

// finalYe writes ये and यी at the end of a word, after a vowel, as ए and ई: गये,
// नयी; and so before the endings of the subjunctive and the future: जायें,
// जायेगा, जायेंगे. The word is units[f.word:end].
func (f *folder) finalYe(end int) {
	word := f.units[f.word:end]
	n := len(word)
	if n > 2 && word[n-2].r == 'ग' && (word[n-1].r == 'ा' || word[n-1].r == 'ी' || word[n-1].r == 'े') {
		n -= 2
	}
	if n > 1 && word[n-1].class == anusvara {
		n--
	}
	if n < 3 || word[n-2].r != 'य' {
		return
	}
	var r rune
	switch word[n-1].r {
	case 'े':
		r = 'ए'
	case 'ी':
		r = 'ई'
	default:
		return
	}
	switch word[n-3].class {
	case consonant, vowel, sign: // a consonant without a sign ends in the vowel a
	default:
		return
	}
	at := f.word + n - 2
	u := f.units[at].as(r)
	u.cover(f.units[at+1])
	f.units[at] = u
	f.units = append(f.units[:at+1], f.units[at+2:]...)
}
