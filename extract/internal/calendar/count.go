package calendar

import (
	"strconv"
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
)

// maxCount bounds what Count gives: larger numbers are no count of people.
const maxCount = 1_000_000_000

// Count reads the number that begins at tokens[i], in digits or words: 27,
// 1,200, तीन सौ, ढाई हजार, साढ़े तीन सौ, आधा दर्जन, दो दर्जन, दर्जन भर.
// length is its tokens. vague means a number that the text does not fix
// (सैकड़ों, कई, दो-तीन, 20-25): n is then 0.
func (w *Words) Count(tokens []devanagari.Token, i int) (n int, isVague bool, length int, ok bool) {
	if i < 0 || i >= len(tokens) {
		return 0, false, 0, false
	}
	k := i
	if w.is(tokens, k, vague) {
		k++
		for k < len(tokens) && w.scales[tokens[k].Key] > 0 { // कई दर्जन
			k++
		}
		return 0, true, k - i, true
	}
	n, k, ok = w.compound(tokens, i)
	if !ok {
		if lo, _, isRange := rangeOf(tokens[i]); isRange && lo > 0 {
			return 0, true, 1, true
		}
		return 0, false, 0, false
	}
	// दो-तीन, 20 से 25
	if k < len(tokens) && (isDash(tokens[k].Key) || tokens[k].Key == "से") {
		if m, e, ok := w.compound(tokens, k+1); ok && m > n && (isDash(tokens[k].Key) || n > 0) {
			return 0, true, e - i, true
		}
	}
	if k < len(tokens) && tokens[k].Kind == devanagari.Word && k == i+1 && n < 10 { // दो तीन
		if m, ok := w.numbers[tokens[k].Key]; ok && m == n+1 {
			return 0, true, k + 1 - i, true
		}
	}
	return n, false, k - i, true
}

// compound reads parts that fall in scale: ढाई हजार, एक लाख बीस हजार, दो सौ पचास.
func (w *Words) compound(tokens []devanagari.Token, i int) (n, end int, ok bool) {
	ceiling := maxCount
	for i < len(tokens) {
		quarters, scale, e, good := w.part(tokens, i)
		if !good || scale >= ceiling || ok && scale == 1 && quarters > 4*99 {
			break
		}
		n += quarters * scale / 4
		i, end, ok = e, e, true
		if n > maxCount {
			return 0, 0, false
		}
		if scale == 1 || scale == 12 || scale == 20 {
			break
		}
		ceiling = scale
	}
	return n, end, ok
}

// part reads one multiple of one scale: "ढाई हजार" is 10 quarters of 1000.
func (w *Words) part(tokens []devanagari.Token, i int) (quarters, scale, end int, ok bool) {
	t := tokens[i]
	scaleAt := func(k int) (int, int) {
		if k < len(tokens) {
			if s := w.scales[tokens[k].Key]; s > 0 {
				k++
				if k < len(tokens) && s == 12 && w.is(tokens, k, full) {
					k++
				}
				return s, k
			}
		}
		return 1, k
	}
	if s := w.scales[t.Key]; s > 0 { // सौ, दर्जन भर
		s, k := scaleAt(i)
		return 4, s, k, true
	}
	switch {
	case w.is(tokens, i, half):
		if s, k := scaleAt(i + 1); s > 1 {
			return 2, s, k, true
		}
		return 0, 0, 0, false
	case w.fractions[t.Key] > 0:
		if s, k := scaleAt(i + 1); s > 1 {
			return w.fractions[t.Key], s, k, true
		}
		return 0, 0, 0, false
	case w.is(tokens, i, halfMore|quarterMore|quarterLess):
		q, k := 4, i+1
		if k < len(tokens) {
			if n, ok := w.numbers[tokens[k].Key]; ok {
				q, k = 4*n, k+1
			}
		}
		switch {
		case w.is(tokens, i, halfMore):
			q += 2
		case w.is(tokens, i, quarterMore):
			q++
		default:
			q--
		}
		if s, k := scaleAt(k); s > 1 {
			return q, s, k, true
		}
		return 0, 0, 0, false
	}
	n, good := w.numbers[t.Key]
	if !good {
		n, good = digits(t)
	}
	if !good {
		return 0, 0, 0, false
	}
	s, k := scaleAt(i + 1)
	return 4 * n, s, k, true
}

// digits reads a number token that is a whole number: 27, 1,200, 2,00,000.
func digits(t devanagari.Token) (int, bool) {
	if t.Kind != devanagari.Number {
		return 0, false
	}
	s := t.Key
	if groups := strings.Split(s, ","); len(groups) > 1 {
		for k, g := range groups {
			if g == "" || k == len(groups)-1 && len(g) != 3 || k > 0 && len(g) != 2 && len(g) != 3 {
				return 0, false
			}
		}
		s = strings.Join(groups, "")
	}
	n, err := strconv.ParseUint(s, 10, 31)
	if err != nil || len(s) > 9 {
		return 0, false
	}
	return int(n), true
}

// rangeOf reads "20-25" written as one token.
func rangeOf(t devanagari.Token) (lo, hi int, ok bool) {
	if t.Kind != devanagari.Number {
		return 0, 0, false
	}
	a, b, cut := strings.Cut(t.Key, "-")
	if !cut || len(a) > 6 || len(b) > 6 {
		return 0, 0, false
	}
	lo, err1 := strconv.Atoi(a)
	hi, err2 := strconv.Atoi(b)
	return lo, hi, err1 == nil && err2 == nil && lo < hi
}

func isDash(key string) bool { return key == "-" || key == "–" || key == "—" }

// is tells whether tokens[i] exists and is of one of the classes.
func (w *Words) is(tokens []devanagari.Token, i int, c class) bool {
	return i >= 0 && i < len(tokens) && w.classes[tokens[i].Key]&c != 0
}
