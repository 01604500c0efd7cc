package fault

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("क", 80) + "ि" + strings.Repeat("ख", 80)
	for _, c := range []struct {
		text         string
		line, column int
		want         string
	}{
		{"a: b\nc: d\n", 2, 4, "  2 | c: d\n    |    ^"},
		{"सपा\tभाजपा", 1, 5, "  1 | सपा\tभाजपा\n    |    \t^"},
		{"हिंदी: [क]", 1, 7, "  1 | हिंदी: [क]\n    |      ^"}, // the anusvara takes no room
		{"क", 1, 9, "  1 | क\n    |  ^"},
		{"क", 1, 0, "  1 | क\n    | ^"},
		{"क\r\nख", 1, 1, "  1 | क\n    | ^"},
		{"क", 2, 1, ""},
		{"क", 0, 1, ""},
		{long, 1, 81, "  1 | …" + strings.Repeat("क", 50) + "ि" + strings.Repeat("ख", 49) + "…\n    |  " + strings.Repeat(" ", 50) + "^"},
		{long, 1, 131, "  1 | …कि" + strings.Repeat("ख", 80) + "\n    |  " + strings.Repeat(" ", 51) + "^"}, // a mark is not cut from its letter
	} {
		got := Excerpt(c.text, c.line, c.column)
		if got != c.want {
			t.Errorf("%.20q %d:%d:\n%s\nwant\n%s", c.text, c.line, c.column, got, c.want)
		}
	}
}

func TestNearest(t *testing.T) {
	known := []string{"host", "verb", "verbless", "counterexamples", "with"}
	for word, want := range map[string]string{"hosts": "host", "vreb": "verb", "counterexample": "counterexamples", "gloss": "", "": "", strings.Repeat("x", 1000): ""} {
		if got := Nearest(word, known); got != want {
			t.Errorf("%.20q: got %q, want %q", word, got, want)
		}
	}
}

func TestSortAndAt(t *testing.T) {
	list := []Fault{{File: "b", Line: 1}, {File: "a", Line: 2, Column: 9}, {File: "a", Line: 2, Column: 3, Message: "m", Hint: "h"}, {File: "a"}}
	Sort(list)
	var got []string
	for _, f := range list {
		got = append(got, f.At())
	}
	if s := strings.Join(got, " "); s != "a a:2:3 a:2:9 b:1" {
		t.Error(s)
	}
	if s := list[1].Error(); s != "a:2:3: m: h" {
		t.Error(s)
	}
}

func FuzzExcerpt(f *testing.F) {
	f.Add("क: [ख]\nग", 1, 3)
	f.Add("\xff\t", 1, 2)
	f.Fuzz(func(t *testing.T, text string, line, column int) {
		got := Excerpt(text, line%1000, column)
		if !utf8.ValidString(got) || strings.Count(got, "\n") > 1 || got != "" && !strings.HasSuffix(got, "^") {
			t.Errorf("%q", got)
		}
	})
}
