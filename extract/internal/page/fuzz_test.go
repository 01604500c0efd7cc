package page

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// FuzzRead holds what Read promises of any bytes.
func FuzzRead(f *testing.F) {
	for _, p := range fixtures(f) {
		f.Add(p.raw, p.ContentType)
	}
	f.Add([]byte(`<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"\ud83d \u0000 "`), "text/html; charset=utf-16le")
	f.Add([]byte("<p>a<table><td><p>b</td>c</p><svg><title/><p>d"), "text/html; charset=gbk")
	f.Fuzz(func(t *testing.T, raw []byte, contentType string) {
		p, err := Read(raw, contentType)
		if err != nil {
			if p != (Page{}) {
				t.Errorf("an error, and a page: %+v", p)
			}
			return
		}
		if p.Text == "" {
			t.Error("neither text nor error")
		}
		if len(p.Text) > 4*len(raw) {
			t.Errorf("%d bytes of text from a page of %d", len(p.Text), len(raw))
		}
		for _, s := range []string{p.Title, p.Text, p.Published, p.URL, p.Outlet} {
			if !utf8.ValidString(s) {
				t.Errorf("not UTF-8: %q", s)
			}
			if i := strings.IndexFunc(s, func(r rune) bool { return r != '\n' && unicode.IsControl(r) }); i >= 0 {
				t.Errorf("a control character at %d in %q", i, s)
			}
			if s != strings.TrimSpace(s) {
				t.Errorf("space around %q", s)
			}
		}
		if strings.Contains(p.Text, "\n\n\n") {
			t.Errorf("empty paragraph in %q", p.Text)
		}
		if p.Published != "" && !isISO(p.Published) {
			t.Errorf("published %q", p.Published)
		}
		if again, err := Read(raw, contentType); err != nil || again != p {
			t.Errorf("read twice: %+v and %+v, %v", p, again, err)
		}
	})
}
