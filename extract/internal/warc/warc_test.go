package warc

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/klauspost/compress/flate"

	"github.com/dalbadal/dalbadal/extract/internal/window"
)

// record is one as it should be.
func record(kind, header, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\n%sContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, header, len(block), block)
}

func everything(*Record, []byte) bool { return true }

// readAll gives a line for each record: its number, type and block, or what is wrong.
func readAll(r io.Reader, limit int, wanted func(*Record, []byte) bool) (out []string, end error) {
	records := NewReader(window.New(r, limit+1<<20, 0), limit, wanted)
	for {
		r, err := records.Next()
		if err == io.EOF {
			return out, nil
		}
		if d, ok := errors.AsType[*Damage](err); ok {
			out = append(out, fmt.Sprintf("%d damaged: %v", r.Number, d))
			continue
		}
		if err != nil {
			return out, err
		}
		loose := ""
		if r.Loose {
			loose = " loose"
		}
		out = append(out, fmt.Sprintf("%d%s %s: %s", r.Number, loose, r.Type(), r.Block))
	}
}

func TestRecords(t *testing.T) {
	a, b, c := record("response", "", "अ"), record("request", "", "GET"), record("response", "", "WARC/1.0 is a format\r\n")
	has := func(what string) string { return "has " + what }
	for _, tt := range []struct {
		what, in string
		want     []string
	}{
		{"none", "", nil},
		{"three", a + b + c, []string{"1 response: अ", "2 request: GET", "3 response: WARC/1.0 is a format\r\n"}},
		{"version 1.1", strings.ReplaceAll(a, "/1.0", "/1.1"), []string{"1 response: अ"}},
		{"plain line ends", strings.ReplaceAll(a+b, "\r", ""), []string{"1 response: अ", "2 request: GET"}},
		{"an empty block", record("x", "", "") + a, []string{"1 x: ", "2 response: अ"}},
		{"a folded field", record("x", "Long: a\r\n b\r\n", "y"), []string{"1 x: y"}},
		{"a record within a record", record("x", "", a) + b, []string{"1 x: " + a, "2 request: GET"}},
		{"line ends missing", strings.TrimRight(a, "\r\n") + b, []string{"1 loose response: अ", "2 request: GET"}},
		{"one line end", strings.TrimSuffix(a, "\r\n") + b, []string{"1 loose response: अ", "2 request: GET"}},
		{"too many line ends", a + "\r\n\r\n\r\n" + b, []string{"1 response: अ", "2 request: GET"}},
		{"no line end at the end", a + strings.TrimRight(b, "\r\n"), []string{"1 response: अ", "2 loose request: GET"}},

		{"a wrong version", a + "WORC" + b[4:] + c, []string{"1 response: अ", has("not a WARC record: it begins with \"WORC/1.0"), "3 response: WARC/1.0 is a format\r\n"}},
		{"version 2", a + "WARC/2" + b[6:] + c, []string{"1 response: अ", has("not a WARC record"), "3 response: WARC/1.0 is a format\r\n"}},
		{"garbage in front", "garbage\n" + a, []string{has("it begins with \"garbage\","), "2 response: अ"}},
		{"garbage alone", "garbage", []string{has("not a WARC record")}},
		{"length too short", a + strings.Replace(record("x", "", "0123456789"), "10", "5", 1) + c, []string{"1 response: अ", has("the Content-Length 5 is wrong: no record ends there"), "3 response: WARC/1.0 is a format\r\n"}},
		{"length too long", a + strings.Replace(record("x", "", "0123456789"), "10", "99", 1) + a + b, []string{"1 response: अ", has("the Content-Length 99 is wrong: the next record begins after 14 bytes"), "3 response: अ", "4 request: GET"}},
		{"length into the next head", strings.Replace(record("x", "", "0123456789"), "10", "15", 1) + a, []string{has("the Content-Length 15 is wrong: no record ends there"), "2 response: अ"}},
		{"length beyond the end", strings.Replace(record("x", "", "0123456789"), "10", "999", 1) + a, []string{has("the Content-Length 999 is wrong: the next record begins after 14 bytes"), "2 response: अ"}},
		{"length enormous", strings.Replace(record("x", "", "0123456789"), "10", "999999999999", 1) + a, []string{has("the Content-Length 999999999999 is wrong: the next record begins after 14 bytes"), "2 response: अ"}},
		{"length no number", strings.Replace(b, ": 3", ": three", 1) + a, []string{has(`the Content-Length "three" is no number`), "2 response: अ"}},
		{"no length", strings.Replace(b, "Content-Length: 3\r\n", "", 1) + a, []string{has(`the Content-Length "" is no number`), "2 response: अ"}},
		{"no empty line", strings.Replace(b, "\r\n\r\nGET", "\r\nGET", 1) + a, []string{has(`a faulty line in the header: "GET"`), "2 response: अ"}},
		{"a faulty line", strings.Replace(b, "Content", "Con tent", 1) + a, []string{has(`a faulty line in the header: "Con tent-Length: 3"`), "2 response: अ"}},
		{"an endless header", "WARC/1.0\r\n" + strings.Repeat("a: b\r\n", 20_000) + a, []string{has("a header of more than 64 KB"), "2 response: अ"}},
		{"cut in the header", a + b[:20], []string{"1 response: अ", has("cut short in the header")}},
		{"cut in the block", a + b[:len(b)-5], []string{"1 response: अ", has("cut short: 2 of 3 bytes")}},
		{"too large", a + record("x", "", strings.Repeat("y", 600_000)) + b, []string{"1 response: अ", has("longer than the limit"), "3 request: GET"}},
		{"too large and cut", record("x", "", strings.Repeat("y", 700_000))[:600_000], []string{has("cut short: 5999")}},
		{"so large and wrong", strings.Replace(record("x", "", strings.Repeat("y", 600_000)), "600000", "700000", 1) + a + strings.Repeat(b, 3000), append([]string{has("the Content-Length 700000 is wrong"), "2 response: अ"}, numbered(3, 3000)...)},
	} {
		for how, r := range map[string]io.Reader{"whole": strings.NewReader(tt.in), "in small parts": smallParts(tt.in)} {
			got, err := readAll(r, 100_000, everything)
			same := err == nil && len(got) == len(tt.want)
			for i := 0; same && i < len(got); i++ {
				what, fault := strings.CutPrefix(tt.want[i], "has ")
				same = got[i] == tt.want[i] || fault && strings.HasPrefix(got[i], fmt.Sprintf("%d damaged: ", i+1)) && strings.Contains(got[i], what)
			}
			if !same {
				t.Errorf("%s, %s: error %v\ngot  %.300q\nwant %.300q", tt.what, how, err, got, tt.want)
			}
		}
	}
}

func smallParts(s string) io.Reader {
	if len(s) > 10_000 {
		return iotest.HalfReader(strings.NewReader(s))
	}
	return iotest.OneByteReader(strings.NewReader(s))
}

func numbered(from, n int) (out []string) {
	for i := range n {
		out = append(out, fmt.Sprintf("%d request: GET", from+i))
	}
	return out
}

func TestUnwanted(t *testing.T) {
	var in strings.Builder
	for i := range 10 {
		in.WriteString(record("request", "", strings.Repeat("x", i*100_000)))
		in.WriteString(record("response", "WARC-Target-URI: http://x.example\r\n", fmt.Sprint(i)))
	}
	got, err := readAll(strings.NewReader(in.String()), 1000, func(r *Record, head []byte) bool {
		if r.Header.Get("warc-target-uri") != "" && len(head) != 1 {
			t.Errorf("head %q", head)
		}
		return r.Type() == "response"
	})
	if err != nil || len(got) != 10 || got[9] != "20 response: 9" {
		t.Errorf("%q, error %v", got, err)
	}
}

func TestStreamFails(t *testing.T) {
	broken := errors.New("disk on fire")
	got, err := readAll(io.MultiReader(strings.NewReader(record("x", "", "y")+"WARC/1.0\r\nCon"), iotest.ErrReader(broken)), 1000, everything)
	if len(got) != 1 || !errors.Is(err, broken) {
		t.Errorf("%q, error %v", got, err)
	}
}

func packed(t testing.TB, how string, s string) string {
	t.Helper()
	var b bytes.Buffer
	var w io.WriteCloser
	switch how {
	case "gzip":
		w = gzip.NewWriter(&b)
	case "zlib":
		w = zlib.NewWriter(&b)
	case "flate":
		var err error
		if w, err = flate.NewWriter(&b, 6); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := io.WriteString(w, s); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestContent(t *testing.T) {
	const page = "<p>पाठ</p>"
	chunked := func(s string) string {
		return fmt.Sprintf("5\r\n%s\r\n%X ; x=y\r\n%s\r\n0\r\nTrailer: x\r\n\r\n", s[:5], len(s)-5, s[5:])
	}
	for _, tt := range []struct{ what, header, body, want, fault string }{
		{"as it is", "", page, page, ""},
		{"chunked", "Transfer-Encoding: chunked\r\n", chunked(page), page, ""},
		{"chunked, joined already", "Transfer-Encoding: chunked\r\n", page, page, ""},
		{"chunked and cut", "Transfer-Encoding: chunked\r\n", chunked(page)[:20], "", "last chunk"},
		{"chunked and nothing", "Transfer-Encoding: chunked\r\n", "0\r\n\r\n", "", ""},
		{"gzip", "content-encoding: GZIP\r\n", packed(t, "gzip", page), page, ""},
		{"gzip, undone already", "Content-Encoding: gzip\r\n", page, page, ""},
		{"gzip, cut", "Content-Encoding: gzip\r\n", packed(t, "gzip", page)[:20], "", "gzip compression is damaged"},
		{"deflate", "Content-Encoding: deflate\r\n", packed(t, "zlib", page), page, ""},
		{"deflate without zlib", "Content-Encoding: deflate\r\n", packed(t, "flate", page), page, ""},
		{"deflate, undone already", "Content-Encoding: deflate\r\n", page, page, ""},
		{"gzip in chunks", "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunked(packed(t, "gzip", page)), page, ""},
		{"gzip twice", "Content-Encoding: gzip, gzip\r\n", packed(t, "gzip", packed(t, "gzip", page)), page, ""},
		{"identity", "Content-Encoding: identity\r\n", page, page, ""},
		{"brotli", "Content-Encoding: br\r\n", page, "", `compressed with "br"`},
		{"a bomb", "Content-Encoding: gzip\r\n", packed(t, "gzip", strings.Repeat("x", 100_000)), "", "longer than the limit"},
		{"too long", "", strings.Repeat("x", 1001), "", "longer than the limit"},
	} {
		r, err := ParseResponse([]byte("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + tt.header + "\r\n" + tt.body))
		if err != nil || r.Status != 200 || r.Header.Get("content-type") != "text/html" {
			t.Fatalf("%s: %v, error %v", tt.what, r, err)
		}
		got, err := r.Content(1000)
		if tt.fault != "" {
			if err == nil || !strings.Contains(err.Error(), tt.fault) {
				t.Errorf("%s: %q, error %v", tt.what, got, err)
			}
		} else if err != nil || string(got) != tt.want {
			t.Errorf("%s: %q, error %v", tt.what, got, err)
		}
	}
}

func TestResponse(t *testing.T) {
	for in, want := range map[string]string{
		"HTTP/1.1 404 Not Found\r\n\r\nbody":      "404 body",
		"HTTP/2 200\r\n\r\n":                      "200 ",
		"HTTP/1.0 200 OK\nA: b\n\nbody":           "200 body",
		"HTTP/1.1 200 OK\r\nodd line\r\n\r\nbody": "200 body",
		"HTTP/1.1 200 OK\r\nA: b":                 "200 ", // as far as it is there
		"<html>":                                  "",
		"":                                        "",
		"HTTP/1.1 OK\r\n\r\n":                     "",
	} {
		r, err := ParseResponse([]byte(in))
		got := ""
		if err == nil {
			got = fmt.Sprintf("%d %s", r.Status, r.Body)
		}
		if got != want {
			t.Errorf("%q: %q, error %v", in, got, err)
		}
	}
}

// FuzzRecords: no bytes make the reader crash, hang, or give a record twice; what is put behind them is found.
func FuzzRecords(f *testing.F) {
	a, b := record("response", "", "HTTP/1.1 200 OK\r\n\r\nअ"), record("request", "", "GET")
	for _, seed := range []string{"", a, a + b, "x" + a, a[:30], a[:len(a)-6], strings.Replace(a, ": 2", ": 7", 1) + b, "WARC/1.0\nWARC/1.0\nx:", "WARC/1.0\r\nContent-Length: 99999999\r\n\r\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		records := NewReader(window.New(bytes.NewReader(data), 2<<20, 0), 1000, everything)
		last := 0
		for {
			r, err := records.Next()
			if err == io.EOF {
				break
			}
			if r.Number <= last || r.Number > len(data) {
				t.Fatalf("record %d after %d", r.Number, last)
			}
			last = r.Number
			if _, ok := errors.AsType[*Damage](err); err != nil && !ok {
				t.Fatalf("the stream fails: %v", err)
			}
			if len(r.Block) > 1000 || !bytes.Contains(data, r.Block) {
				t.Fatalf("block %q", r.Block)
			}
		}
		behind := record("resource", "", "the last")
		got, err := readAll(io.MultiReader(bytes.NewReader(data), strings.NewReader("\r\n\r\n"+behind)), 1000, everything)
		if err != nil || len(got) == 0 || !strings.Contains(got[len(got)-1], "the last") {
			t.Fatalf("behind %q: %q, error %v", data, got, err)
		}
	})
}

// FuzzResponse: no bytes make it crash, and a body that is not coded is part of the block.
func FuzzResponse(f *testing.F) {
	for _, header := range []string{"", "Content-Encoding: gzip\r\n", "Content-Encoding: deflate\r\n", "Content-Encoding: zstd,\r\n", "Transfer-Encoding: chunked\r\n"} {
		for _, body := range []string{"पाठ", packed(f, "gzip", "पाठ"), packed(f, "zlib", "पाठ"), packed(f, "flate", "पाठ"), "3\r\nabc\r\n0\r\n\r\n", "ffffffffffffff\r\n"} {
			f.Add([]byte("HTTP/1.1 200 OK\r\n" + header + "\r\n" + body))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := ParseResponse(data)
		if err != nil {
			return
		}
		got, err := r.Content(1000)
		if len(got) > 1000 || err == nil && r.Plain() && !bytes.HasSuffix(data, got) {
			t.Fatalf("%q, error %v", got, err)
		}
	})
}

func BenchmarkRecords(b *testing.B) {
	page := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + strings.Repeat("<p>पाठ</p>\n", 3000)
	data := []byte(strings.Repeat(record("request", "", "GET / HTTP/1.1\r\n\r\n")+record("response", "", page)+record("metadata", "", "fetchTimeMs: 1"), 100))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		records := NewReader(window.New(bytes.NewReader(data), 9<<20, 0), 8<<20, func(r *Record, _ []byte) bool { return r.Type() == "response" })
		for {
			if _, err := records.Next(); err == io.EOF {
				break
			} else if err != nil {
				b.Fatal(err)
			}
		}
	}
}
