package page

import "testing"

func TestDecode(t *testing.T) {
	const text = "<p>नेता ने कहा</p>"
	for _, c := range []struct{ name, raw, contentType, want string }{
		{"nothing said", text, "", text},
		{"the header lies", text, "text/html; charset=iso-8859-1", text},
		{"the page lies", `<meta charset="x-user-defined">` + text, "", `<meta charset="x-user-defined">` + text},
		{"mark", "\xef\xbb\xbf" + text, "text/html; charset=windows-1252", text},
		{"UTF-16 with a mark, against the header", "\xff\xfe<\x00\x15\x09", "text/html; charset=utf-8", "<क"},
		{"UTF-16, big end first, without a mark", "\x00<\x09\x15", "", "<क"},
		{"header", "caf\xe9 \xd1", "text/html; charset=koi8-r", "cafИ я"},
		{"page", "<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=windows-1251'>\xf0", "", "<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=windows-1251'>р"},
		{"header before page", "<meta charset=windows-1251>\xf0", "text/html;charset=\"iso-8859-2\"", "<meta charset=windows-1251>đ"},
		{"nothing said, and not UTF-8", "\x93caf\xe9\x94", "text/html", "“café”"},
		{"cut within a character", text + "\xe0\xa4", "text/html; charset=iso-8859-1", text + "\xe0\xa4"},
		{"a page in a tag that could be read is not UTF-16", "<meta charset=utf-16>\xe9", "", "<meta charset=utf-16>\ufffd"},
	} {
		if got := string(decode([]byte(c.raw), c.contentType)); got != c.want {
			t.Errorf("%s: %q, not %q", c.name, got, c.want)
		}
	}
}

// One damaged character among hundreds does not make another charset of a page in UTF-8.
func TestDecodeDamaged(t *testing.T) {
	text := ""
	for range 100 {
		text += "नेता "
	}
	if got := decode([]byte(text+"\xe0\xa4"), "text/html; charset=iso-8859-1"); string(got[:len(text)]) != text {
		t.Errorf("%.60q", got)
	}
}
