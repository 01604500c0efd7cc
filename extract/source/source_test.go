package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dalbadal/dalbadal/extract"
)

// found is an item decoded.
type found struct {
	source  string
	article extract.Article
	err     string // contains
}

func collect(items iter.Seq[Item]) (out []found) {
	for it := range items {
		f := found{source: it.Source}
		var err error
		if f.article, err = it.Article(); err != nil {
			f.err = err.Error()
		}
		out = append(out, f)
	}
	return out
}

func TestText(t *testing.T) {
	long := strings.Repeat("अ", 201)
	for _, c := range []struct{ what, in, title, text string }{
		{"a title and a paragraph", "सपा को झटका\n\nवह चले गए।\n", "सपा को झटका", "वह चले गए।\n"},
		{"no empty line between", "सपा को झटका\nवह चले गए।", "सपा को झटका", "वह चले गए।"},
		{"space around the title", "\n  सपा को झटका \r\n \r\n  वह चले गए।", "सपा को झटका", "  वह चले गए।"},
		{"a title that trails off", "सपा को झटका...\nवह चले गए।", "सपा को झटका...", "वह चले गए।"},
		{"a question", "कौन जाएगा?\nवह।", "कौन जाएगा?", "वह।"},
		{"a sentence is no title", "वह चले गए।\n\nसब गए।", "", "वह चले गए।\n\nसब गए।"},
		{"nor in quotes", "“वह चले गए।”\nसब गए।", "", "“वह चले गए।”\nसब गए।"},
		{"a full stop", "वह चले गए.\nसब गए।", "", "वह चले गए.\nसब गए।"},
		{"a long line", long + "\nवह।", "", long + "\nवह।"},
		{"one line alone", "सपा को झटका\n\n", "", "सपा को झटका\n\n"},
		{"leading space stays where there is no title", "\n वह चले गए।", "", "\n वह चले गए।"},
		{"a byte order mark", "\ufeffवह चले गए।", "", "वह चले गए।"},
	} {
		got := collect(ReadFrom("dir/a.b.txt", strings.NewReader(c.in), Options{}))
		want := []found{{source: "dir/a.b.txt", article: extract.Article{ID: "a.b", Source: "dir/a.b.txt", Title: c.title, Text: c.text}}}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\ngot  %q\nwant %q", c.what, got, want)
		}
		if !strings.Contains(c.in, c.title) || !strings.Contains(c.in, c.text) {
			t.Errorf("%s: title and text are not slices of the input", c.what)
		}
	}
}

func TestDetection(t *testing.T) {
	for _, c := range []struct{ name, in, format string }{
		{"a.txt", "पाठ", "text"},
		{"a.txt", `{"id": 1}` + "\n", "jsonl"},
		{"a.txt", "{\n\"id\": 1\n}", "json"},
		{"a.json", `{"id": 1}`, "jsonl"},
		{"a.json", `{"id": 1}` + "\n" + `{"id": 2}`, "jsonl"},
		{"a.jsonl", `{"id": 1` + "\n" + `{"id": 2}`, "jsonl"}, // the first line is cut short
		{"a.jsonl", `{"id": 1,` + "\n" + `"text": "x"}`, "json"},
		{"a.jsonl", " [ \n{}]", "json"},
		{"a.json", "[]", "json"},
		{"a.txt", "[सपा]", "text"},
		{"a.txt", "{सपा}", "text"},
		{"a.NDJSON", "पाठ", "jsonl"},
		{"stdin", "पाठ", "text"},
		{"a.jsonl", `{"text":"` + strings.Repeat("अ", headBytes) + `"}` + "\n", "jsonl"},
	} {
		in := newInput(c.name, strings.NewReader(c.in), Options{})
		format, err := in.open()
		if err != nil || format.name != c.format {
			t.Errorf("%s %.40q: %v, error %v; want %s", c.name, c.in, format, err, c.format)
		}
	}
}

// TestStream: a line of JSON that has come is an item, although the stream goes on.
func TestStream(t *testing.T) {
	r, w := io.Pipe()
	defer r.Close()
	go func() { _, _ = io.WriteString(w, `{"text":"पाठ"}`+"\n") }()
	for it := range ReadFrom("stdin", r, Options{}) {
		if it.Source != "stdin:1" {
			t.Errorf("source %s", it.Source)
		}
		break
	}
}

func TestLimit(t *testing.T) {
	opt := Options{MaxBytes: 30, MaxRecord: 30}
	long := `{"text":"` + strings.Repeat("x", 200_000) + `"}`
	for _, c := range []struct {
		what, in string
		want     []string // the error at each item, or ""
	}{
		{"lines", `{"text":"a"}` + "\n" + long + "\n" + `{"text":"b"}`, []string{"", "longer", ""}},
		{"last line", `{"text":"a"}` + "\n" + long, []string{"", "longer"}},
		{"exactly so long", `{"text":"4567890123456789012"}` + "\n" + `{"text":"45678901234567890123"}` + "\n", []string{"", "longer"}},
		{"array", `[{"text":"a"},` + long + `,{"text":"b"}]`, []string{"", "longer", ""}},
		{"text", strings.Repeat("x", 31), []string{"longer"}},
	} {
		items := collect(ReadFrom("a", strings.NewReader(c.in), opt))
		if len(items) != len(c.want) {
			t.Errorf("%s: %d items: %q", c.what, len(items), items)
			continue
		}
		for i, it := range items {
			if !strings.Contains(it.err, c.want[i]) || (it.err == "") != (c.want[i] == "") {
				t.Errorf("%s: item %d: error %q", c.what, i+1, it.err)
			}
		}
	}
}

func TestReadFails(t *testing.T) {
	broken := errors.New("disk on fire")
	for _, head := range []string{"", `{"text":"a"}` + "\n", "[{", "पाठ"} {
		items := collect(ReadFrom("a", io.MultiReader(strings.NewReader(head), failing{broken}), Options{}))
		if last := items[len(items)-1]; last.err != broken.Error() {
			t.Errorf("after %q: %q", head, items)
		}
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func TestDirectory(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a/z.TXT", "a.jsonl", ".hidden.txt", ".git/x.txt", "note.md", "a/empty/note.md"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(`{"text":"पाठ"}`), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(dir, filepath.Join(dir, "loop.txt")); err != nil {
		t.Log(err) // not on every system
	}
	var got []string
	for _, f := range collect(Read([]string{dir, filepath.Join(dir, "a", "empty")}, Options{})) {
		got = append(got, strings.TrimPrefix(f.source, dir)+" "+f.err[:min(11, len(f.err))])
	}
	want := []string{"/a/z.TXT:1 ", "/a.jsonl:1 ", "/b.txt:1 ", "/a/empty no articles"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	// The sequence can be left early.
	for range Read([]string{dir, dir}, Options{}) {
		break
	}
}

func TestDates(t *testing.T) {
	for in, want := range map[string]string{
		"2024-04-29":                      "2024-04-29",
		"2024-04-29T10:00:00+05:30":       "2024-04-29T10:00:00+05:30",
		"2024-04-29 10:00":                "2024-04-29 10:00",
		" 2024/04/29 ":                    "2024-04-29",
		"20240429":                        "2024-04-29",
		"Mon, 29 Apr 2024 23:30:00 +0530": "2024-04-29",
		"29 Apr 2024":                     "2024-04-29",
		"April 29, 2024":                  "2024-04-29",
		"2024-4-9":                        "2024-04-09",
		"२ अप्रैल २०२४":                   "2024-04-02",
		"2024-02-30":                      "",
		"2024-04-29x":                     "",
		"04/05/2024":                      "", // the day and the month could be either
		"1714348800":                      "",
	} {
		got, err := value{key: []byte("date"), raw: []byte(`"` + in + `"`)}.date()
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, error %v", in, got, err)
		}
	}
}

// FuzzRead: no bytes make the reader crash or hang; what it gives is text, and
// what encoding/json makes of an object it makes of it too.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"", "\n\n", "शीर्षक\n\nपाठ।", "{", "[", "[{}]", "[{\"text\":\"अ\"},{\"text\":\"", "\ufeff{\"text\":\"अ\"}",
		`{"text":"पूर्व\n\u0935\ud83d\ude00\ud83d","title":"\"","id":1e5,"x":[{"a":"]}"},null,true]}` + "\n{\n" + `{"body":"अ"} x`,
		"{\n\"text\": \"अ\"\n}\n{\"text\":\"आ\"}", "\xff\xfe{\x00\"\x00", "\x1f\x8b", "a\x00b", "{\"text\":\"\xff\"}",
	} {
		for format := range byte(len(formats) + 1) {
			f.Add([]byte(seed), format)
		}
	}
	auto := byte(len(formats))
	for _, seed := range []string{
		"id;text\n1;\"अ\"\"\nआ\"\n2;इ\n3;\"ई\n4;उ;;\n", "text\tid\n\"अ\tआ\"\t\"\n", samplePage, gz(f, samplePage), zst(f, "text,id\nअ,1\n"),
		gz(f, gz(f, "{\"text\":\"अ\"}\n")) + "x", gz(f, "{\"text\":\"अ\"}\n") + gz(f, "{\"text\":\"आ\"}")[:20] + gz(f, "{\"text\":\"इ\"}"),
		warcPage("http://x.example/1", "Content-Type: text/plain\r\nContent-Encoding: gzip\r\n", gz(f, "अ")) + "x" + warcRecord("conversion", "http://x.example/2", "Content-Type: text/plain\r\n", "अ"),
		"[{\"text\":\"अ},\n{\"text\":\"आ\"},\nx{\"data\":{\"body\":\"इ\"}}]",
	} {
		f.Add([]byte(seed), auto)
	}
	f.Fuzz(func(t *testing.T, data []byte, format byte) {
		opt := Options{MaxBytes: 1 << 10, MaxRecord: 1 << 11, TitleField: "data.title", Format: append(Formats(), "auto")[int(format)%(len(formats)+1)]}
		sources := map[string]bool{}
		for it := range ReadFrom("f", bytes.NewReader(data), opt) {
			if sources[it.Source] {
				t.Fatalf("two items at %s", it.Source)
			}
			sources[it.Source] = true
			a, err := it.Article()
			if _, warning := errors.AsType[*Warning](err); err != nil && !warning {
				continue
			}
			if a.ID == "" || a.Source != it.Source || strings.TrimSpace(a.Text) == "" || !utf8.ValidString(a.Title+a.Text) {
				t.Fatalf("article %q", a)
			}
		}
		if len(sources) == 0 && len(bytes.TrimSpace(data)) == 0 && opt.Format == "auto" {
			t.Fatal("nothing said about an empty input")
		}

		var want map[string]json.RawMessage
		if !utf8.Valid(data) || json.Unmarshal(data, &want) != nil || want == nil {
			return
		}
		got := map[string]json.RawMessage{}
		m := membersOf(data)
		for key, raw, ok := m.next(); ok; key, raw, ok = m.next() {
			got[string(key)] = raw
		}
		if m.faulty {
			t.Fatalf("encoding/json reads %q", data)
		}
		if len(got) != len(want) {
			t.Fatalf("keys %q, in encoding/json %q", got, want)
		}
		for key, raw := range want {
			if !bytes.Equal(got[key], raw) {
				t.Fatalf("%q is %q, in encoding/json %q", key, got[key], raw)
			}
			if raw[0] != '"' {
				continue
			}
			var s string
			if err := json.Unmarshal(raw, &s); err != nil {
				t.Fatal(err)
			}
			if u, err := unquote(raw); err != nil || u != s {
				t.Fatalf("%q is %q, error %v; in encoding/json %q", raw, u, err, s)
			}
		}
	})
}
