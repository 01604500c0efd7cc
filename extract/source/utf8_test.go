package source

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzValidUTF8: it is utf8.Valid.
func FuzzValidUTF8(f *testing.F) {
	for _, seed := range []string{"", "abc", "पूर्व विधायक", "विधायक\xff", "\xe0\x80\x80", "\xe0\xa4", "पू\xe0\xa4 रू", "\xed\xa0\x80", "😀 é \u0800\uffff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, s := range []string{s, s + "विधायक", "abcdefgh" + s + s} {
			if got, want := validUTF8([]byte(s)), utf8.ValidString(s); got != want {
				t.Fatalf("%q: %v", s, got)
			}
		}
	})
}

func BenchmarkValidUTF8(b *testing.B) {
	text := []byte(strings.Repeat("पूर्व विधायक सुरेश वर्मा ने सपा छोड़ दी।\n", 40))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if !validUTF8(text) {
			b.Fatal("not valid")
		}
	}
}
