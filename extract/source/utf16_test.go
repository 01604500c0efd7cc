package source

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding/unicode"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
)

func TestUTF16Checker(t *testing.T) {
	le, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("दल 😀 बदल")
	if err != nil {
		t.Fatal(err)
	}
	be, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String("दल 😀 बदल")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, raw string
		big, ok   bool
	}{
		{"little", le, false, true},
		{"big", be, true, true},
		{"odd byte", le + "x", false, false},
		{"cut in a pair", le[:10], false, false},
		{"two first halves", "\xff\xfe\x3d\xd8\x3d\xd8\x00\xde", false, false},
		{"a second half alone", "\xff\xfe\x00\xde", false, false},
		{"a second half alone, big", "\xfe\xff\xde\x00", true, false},
	} {
		for name, r := range map[string]io.Reader{"whole": strings.NewReader(tt.raw), "bytewise": iotest.OneByteReader(strings.NewReader(tt.raw))} {
			got, err := io.ReadAll(&utf16Checker{r: r, big: tt.big})
			if tt.ok && (err != nil || !bytes.Equal(got, []byte(tt.raw))) || !tt.ok && !errors.Is(err, devanagari.ErrInvalidUTF16) {
				t.Errorf("%s, %s: %q, %v", tt.name, name, got, err)
			}
		}
	}
}

func TestCutUTF16IsReported(t *testing.T) {
	for _, raw := range []string{"\xff\xfeabc", "\xff\xfe\x00\xde"} {
		for it := range ReadFrom("cut.txt", strings.NewReader(raw), Options{}) {
			if _, err := it.Article(); !errors.Is(err, devanagari.ErrInvalidUTF16) {
				t.Errorf("%q: %v", raw, err)
			}
		}
	}
}
