package devanagari

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func keys(d *Document) string {
	var b strings.Builder
	for i, tok := range d.Tokens {
		switch {
		case i == 0:
		case tok.Glued:
			b.WriteByte('+')
		default:
			b.WriteByte(' ')
		}
		b.WriteString(tok.Key)
	}
	return b.String()
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"words and marks", "सपा ने कहा, “हम हैं।”", `सपा ने कहा+, "+हम हैं+।+"`},
		{"numbers", "1,200 लोग 12.5 2012,2017 12,00,000 10:30", "1,200 लोग 12.5 2012+,+2017 12,00,000 10:30"},
		{"dates and ranges", "24-05-2024 2024-25 4/5/24 5.", "24-05-2024 2024+-+25 4/5/24 5+."},
		{"hyphen", "सपा-बसपा सपा - बसपा", "सपा+-+बसपा सपा - बसपा"},
		{"initials", "डॉ. आर. के. पटेल बी.जे.पी. मो0", "डा+. आर+. के+. पटेल बी+.+जे+.+पी+. मो0"},
		{"dots", "फिर… हां... ना..", "फिर+... हां+... ना+.."},
		{"colon", "भोपालः नेता हाथरस: अत: ", "भोपाल+: नेता हाथरस+: अतः"},
		{"symbols", "₹500 50% ▪️एक", "₹+500 50+% ▪+एक"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := keys(Parse(c.in)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			checkTokens(t, c.in)
		})
	}
}

// checkTokens holds what is promised of tokens and sentences over any text.
func checkTokens(t *testing.T, text string) {
	t.Helper()
	d := Parse(text)
	at, chars := 0, 0
	for i, tok := range d.Tokens {
		if tok.ByteStart < at || tok.ByteStart >= tok.ByteEnd || tok.ByteEnd > len(text) {
			t.Fatalf("%q: token %d %+v is out of order", text, i, tok)
		}
		chars += utf8.RuneCountInString(text[at:tok.ByteStart])
		if chars != tok.Start {
			t.Fatalf("%q: token %d %+v starts at code point %d", text, i, tok, chars)
		}
		chars += utf8.RuneCountInString(text[tok.ByteStart:tok.ByteEnd])
		if chars != tok.End {
			t.Fatalf("%q: token %d %+v ends at code point %d", text, i, tok, chars)
		}
		at = tok.ByteEnd
		if got := Fold(d.Slice(i, i+1)); got != tok.Key {
			t.Fatalf("%q: the text of token %d folds to %q, its key is %q", text, i, got, tok.Key)
		}
		if tok.Quote < 0 {
			t.Fatalf("%q: token %d %+v", text, i, tok)
		}
	}
	next, paragraph := 0, 0
	for i, s := range d.Sentences {
		if s.First != next || s.Last <= s.First || s.Paragraph < paragraph || s.Dateline < 0 || s.Dateline > s.Last-s.First {
			t.Fatalf("%q: sentence %d %+v", text, i, s)
		}
		next, paragraph = s.Last, s.Paragraph
	}
	if next != len(d.Tokens) {
		t.Fatalf("%q: sentences end at token %d of %d", text, next, len(d.Tokens))
	}
}
