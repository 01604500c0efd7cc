package devanagari

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const sample = "बरेली। नगर के पूर्व सभासद ने दल छोड़ दिया है।\nउन्होंने “सम्मान” की बात कही – फिर चुप हो गए।"

// latin1 reads UTF-8 bytes as Latin-1.
func latin1(s string) string {
	s, _ = charmap.ISO8859_1.NewDecoder().String(s)
	return s
}

// browser reads UTF-8 bytes as CP1252, with its holes as C1 controls.
func browser(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		r := charmap.Windows1252.DecodeByte(c)
		if r == utf8.RuneError {
			r = rune(c)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// lossy reads UTF-8 bytes as CP1252, whose holes lose what they held.
func lossy(s string) string {
	s, _ = charmap.Windows1252.NewDecoder().String(s)
	return s
}

func utf16(s string, order unicode.Endianness, policy unicode.BOMPolicy) string {
	s, _ = unicode.UTF16(order, policy).NewEncoder().String(s)
	return s
}

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		name, in, want string
		err            error
		says           string
	}{
		{"empty", "", "", nil, ""},
		{"UTF-8", sample, sample, nil, ""},
		{"byte order mark", bom + sample, sample, nil, ""},
		{"UTF-16 little", utf16(sample, unicode.LittleEndian, unicode.UseBOM), sample, nil, ""},
		{"UTF-16 big", utf16(sample, unicode.BigEndian, unicode.UseBOM), sample, nil, ""},
		{"UTF-16 little, unmarked", utf16(sample, unicode.LittleEndian, unicode.IgnoreBOM), sample, nil, ""},
		{"UTF-16 big, unmarked", utf16(sample, unicode.BigEndian, unicode.IgnoreBOM), sample, nil, ""},
		{"UTF-16 cut short", utf16(sample, unicode.LittleEndian, unicode.UseBOM) + "x", "", ErrInvalidUTF16, "odd"},
		{"a table with tabs", "क\tख\tग\n\t\tघ", "क\tख\tग\n\t\tघ", nil, ""},
		{"Latin-1 mojibake", latin1(sample), sample, nil, ""},
		{"mojibake twice", latin1(latin1(sample)), sample, nil, ""},
		{"CP1252 mojibake", browser(sample), sample, nil, ""},
		{"CP1252 twice", browser(browser(sample)), sample, nil, ""},
		{"mojibake with loss", lossy(sample), "", ErrMojibake, "at byte 0"},
		{"French", "voilà ¤ et à la carte", "voilà ¤ et à la carte", nil, ""},
		{"bad byte", "सपा\xff", "", ErrInvalidUTF8, "at byte 9 (0xff)"},
		{"bad byte after the mark", bom + "क\xff", "", ErrInvalidUTF8, "at byte 6 (0xff)"},
		{"Kruti Dev", "lik ds usrk us ikVhZ dks NksM+ fn;k gS vkSj clik esa x;k", "", ErrLegacyFont, "at byte 4"},
		{"English", "the party of ls and ds is here for us", "the party of ls and ds is here for us", nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Decode([]byte(c.in))
			if got != c.want || !errors.Is(err, c.err) {
				t.Fatalf("got %q, %v; want %q, %v", got, err, c.want, c.err)
			}
			if err != nil && !strings.Contains(err.Error(), c.says) {
				t.Errorf("error %q does not say %q", err, c.says)
			}
		})
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{sample, latin1(sample), lossy(sample), utf16(sample, unicode.LittleEndian, unicode.IgnoreBOM), "\xff\xfe\x00\xd8", "dk ds dh"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		text, err := Decode(raw)
		if err != nil {
			if text != "" {
				t.Errorf("text %q with error %v", text, err)
			}
			return
		}
		if !utf8.ValidString(text) {
			t.Errorf("Decode(%q) = %q, which is not valid UTF-8", raw, text)
		}
	})
}
