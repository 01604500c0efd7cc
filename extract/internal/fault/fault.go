// Package fault tells what is wrong in a file that people write: where, what, what to do, and the line with a caret under
// the place. It knows nothing of what the files say.
package fault

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Fault is one fault. Line and Column count from 1, columns in code points; 0 where not known.
type Fault struct {
	File         string
	Line, Column int
	Message      string
	Hint         string // what to do
	Excerpt      string // the line, with a caret under the place
}

func (f Fault) Error() string {
	s := f.At() + ": " + f.Message
	if f.Hint != "" {
		s += ": " + f.Hint
	}
	return s
}

// At is the place as FILE:LINE:COLUMN, as far as it is known.
func (f Fault) At() string {
	s := f.File
	for _, n := range []int{f.Line, f.Column} {
		if n > 0 {
			s += fmt.Sprintf(":%d", n)
		}
	}
	return s
}

// Sort puts faults in order of place.
func Sort(faults []Fault) {
	slices.SortStableFunc(faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}

// around is how many code points of a long line are shown on either side of the caret.
const around = 50

// Excerpt gives a line of a text, numbered, with a caret under a column; "" where there is no such line.
func Excerpt(text string, line, column int) string {
	for n := 1; n < line; n++ {
		_, rest, ok := strings.Cut(text, "\n")
		if !ok {
			return ""
		}
		text = rest
	}
	if line < 1 {
		return ""
	}
	text, _, _ = strings.Cut(text, "\n")
	return ExcerptLine(text, line, column)
}

// ExcerptLine is Excerpt of the line itself. A long line is cut around the caret.
func ExcerptLine(text string, line, column int) string {
	runes := []rune(strings.TrimSuffix(strings.ToValidUTF8(text, "\ufffd"), "\r"))
	at := min(max(column, 1)-1, len(runes))
	first, last := max(0, at-around), min(len(runes), at+around)
	for first > 0 && mark(runes[first]) {
		first-- // a mark stays with its letter
	}
	for last < len(runes) && mark(runes[last]) {
		last++
	}
	var shown, under strings.Builder
	if first > 0 {
		shown.WriteRune('…')
		under.WriteByte(' ')
	}
	for i, r := range runes[first:last] {
		if r != '\t' && unicode.IsControl(r) {
			r = '\ufffd'
		}
		shown.WriteRune(r)
		switch {
		case first+i >= at:
		case r == '\t':
			under.WriteByte('\t')
		case !unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf): // these take no room of their own
			under.WriteByte(' ')
		}
	}
	if last < len(runes) {
		shown.WriteRune('…')
	}
	number := fmt.Sprint(line)
	return fmt.Sprintf("  %s | %s\n  %s | %s^", number, shown.String(), strings.Repeat(" ", len(number)), under.String())
}

func mark(r rune) bool { return unicode.In(r, unicode.M, unicode.Cf) }

// Nearest gives the one of known that a word was likely meant to be, "" where none is near.
func Nearest(word string, known []string) string {
	best, least := "", len([]rune(word))/3+2
	if len(word) > 100 {
		return ""
	}
	for _, k := range known {
		if d := distance([]rune(word), []rune(k)); d < least {
			best, least = k, d
		}
	}
	return best
}

// distance counts the letters to put in, take out or change.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}
