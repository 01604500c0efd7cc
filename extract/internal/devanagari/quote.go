package devanagari

import "strings"

// quoter numbers the quoted segments of one paragraph.
type quoter struct {
	d     *Document
	last  int     // the paragraph's end
	next  int     // the number of the next segment
	spent [2]bool // no more marks of the kind up to the paragraph's end
}

// markQuotes sets Token.Quote in tokens [first, last), one paragraph, and
// returns the number for the next segment. The marks themselves stay 0. Marks
// inside a segment belong to it: a quotation within one has no number of its own.
func (d *Document) markQuotes(first, last, next int) int {
	q := quoter{d: d, last: last, next: next}
	for i := first; i < last; i++ {
		kind, width := q.mark(i)
		if width == 0 {
			continue
		}
		if q.opens(i, width, kind) {
			i = q.segment(i, width, kind)
		} else {
			i += width - 1
		}
	}
	return q.next
}

// mark tells whether a quotation mark stands at i, its kind (0 single, 1
// double) and its width: two single marks together are one double mark.
func (q *quoter) mark(i int) (kind, width int) {
	t := &q.d.Tokens[i]
	if t.Kind != Punct {
		return 0, 0
	}
	switch t.Key {
	case `"`:
		return 1, 1
	case "'":
		if i+1 < q.last && q.d.Tokens[i+1].Glued && q.d.Tokens[i+1].Key == "'" {
			return 1, 2
		}
		return 0, 1
	}
	return 0, 0
}

// opens tells whether the mark at i can open a segment.
func (q *quoter) opens(i, width, kind int) bool {
	tokens := q.d.Tokens
	after := i + width
	if after >= q.last {
		return false
	}
	glued := tokens[i].Glued && tokens[i-1].Kind != Punct
	if kind == 0 {
		return tokens[after].Glued && !glued // else an apostrophe
	}
	return !glued || tokens[after].Glued
}

// segment numbers what the mark at i opens, and returns the index of the last
// token that has been dealt with.
func (q *quoter) segment(i, width, kind int) int {
	from := i + width
	end, closing, ok := q.find(from, kind)
	if !ok {
		// Marks are mixed: ‘… ".
		end, closing, ok = q.find(from, 1-kind)
	}
	if !ok {
		if kind == 0 && !strings.HasPrefix(q.d.Slice(i, i+1), "‘") {
			return i // an apostrophe after all: '22
		}
		end = q.last // never closed: it ends with its paragraph
	}
	for j := from; j < end; j++ {
		q.d.Tokens[j].Quote = q.next
	}
	q.next++
	return end + closing - 1
}

// find looks from i on for the mark that closes a segment of the kind. closing
// is its width; 0 when the next mark opens another segment, which ends this one.
func (q *quoter) find(i, kind int) (end, closing int, ok bool) {
	if q.spent[kind] {
		return 0, 0, false
	}
	tokens := q.d.Tokens
	for ; i < q.last; i++ {
		k, width := q.mark(i)
		if width == 0 || k != kind {
			continue
		}
		after := i + width
		gluedAfter := after < q.last && tokens[after].Glued
		switch {
		case kind == 0 && tokens[i].Glued && gluedAfter && tokens[i-1].Kind != Punct && isLatin(tokens[i-1].Key) && isLatin(tokens[after].Key):
			continue // don't
		case !tokens[i].Glued && gluedAfter:
			return i, 0, true
		}
		return i, width, true
	}
	q.spent[kind] = true
	return 0, 0, false
}

func isLatin(key string) bool { return key[0] < 0x80 }
