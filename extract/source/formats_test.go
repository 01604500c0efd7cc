package source

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

func gz(t testing.TB, s string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, s); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zst(t testing.TB, s string) string {
	t.Helper()
	var b bytes.Buffer
	w, err := zstd.NewWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, s); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const samplePage = "<!DOCTYPE html><html><head><title>सपा को झटका</title></head><body><article><p>पूर्व विधायक सुरेश वर्मा ने सपा छोड़ दी।</p></article></body></html>"

func warcRecord(kind, uri, header, block string) string {
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Record-ID: <urn:uuid:%s>\r\n%sContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, uri, uri[strings.LastIndexByte(uri, '/')+1:], header, len(block), block)
}

func warcPage(uri, header, body string) string {
	return warcRecord("response", uri, "Content-Type: application/http; msgtype=response\r\n", "HTTP/1.1 200 OK\r\n"+header+"\r\n"+body)
}

// summary gives a line for each item: its record, id, title, text, or what is wrong.
func summary(name string, r io.Reader, opt Options) (out []string) {
	for _, f := range collect(ReadFrom(name, r, opt)) {
		out = append(out, line(strings.TrimPrefix(strings.TrimPrefix(f.source, name), ":"), f))
	}
	return out
}

// line is a found item in one line: its record, id, title, text, or what is wrong.
func line(where string, f found) string {
	switch {
	case f.err != "" && f.article.Text == "":
		return where + " fault: " + f.err
	case f.err != "":
		where += " warning"
	}
	return fmt.Sprintf("%s %s|%s|%s", where, f.article.ID, f.article.Title, f.article.Text)
}

// matches compares summaries; "…" at the end of what is wanted stands for more.
func matches(got, want []string) bool {
	if len(got) != len(want) {
		return false
	}
	for i := range got {
		if start, open := strings.CutSuffix(want[i], "…"); got[i] != want[i] && !(open && strings.HasPrefix(got[i], start)) {
			return false
		}
	}
	return true
}

func TestKinds(t *testing.T) {
	table := "id,title,text\n1,अ,\"क, ख\"\n"
	for _, c := range []struct{ name, in, format string }{
		{"stdin", samplePage, "html"},
		{"a.txt", "\n <!-- saved -->\n<HTML lang=hi>", "html"},
		{"a.txt", "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC>", "html"},
		{"a.txt", "<पाठ>", "text"},
		{"a.htm", "पाठ", "html"},
		{"stdin", table, "csv"},
		{"a.csv", "क,ख", "csv"},
		{"stdin", strings.ReplaceAll(table, ",", "\t"), "tsv"},
		{"stdin", strings.ReplaceAll(table, ",", ";"), "csv"},
		{"a.txt", "शहर, text\nक, ख", "csv"},
		{"a.txt", "शहर, news\nपाठ", "text"},
		{"a.txt", "शहर, गाँव, कस्बा\nपाठ", "text"},
		{"stdin", warcPage("http://x.example/1", "", ""), "warc"},
		{"a.txt", "WARC/abc", "text"},
	} {
		for what, packed := range map[string]string{"": c.in, "gzip": gz(t, c.in), "zstd": zst(t, c.in), "both": gz(t, zst(t, c.in))} {
			in := newInput(c.name, strings.NewReader(packed), Options{})
			format, err := in.open()
			if err != nil || format.name != c.format {
				t.Errorf("%s %.40q %s: %v, error %v; want %s", c.name, c.in, what, format, err, c.format)
			}
		}
	}
	got := summary("a.gz", strings.NewReader(gz(t, gz(t, gz(t, "पाठ")))), Options{})
	if !matches(got, []string{" fault: compressed more than twice; unpack it first"}) {
		t.Errorf("three layers: %q", got)
	}
	for in, want := range map[string]string{
		"PK\x03\x04": "a zip file", strings.Repeat("\x00", 257) + "ustar\x0000": "a tar archive", gz(t, ""): "empty",
	} {
		if got := summary("a", strings.NewReader(in), Options{}); len(got) != 1 || !strings.HasPrefix(got[0], " fault: "+want) {
			t.Errorf("%.10q: %q", in, got)
		}
	}
}

func TestPages(t *testing.T) {
	got := collect(ReadFrom("dir/a.html.gz", strings.NewReader(gz(t, samplePage)), Options{}))
	if len(got) != 1 || got[0].err != "" {
		t.Fatalf("%q", got)
	}
	if a := got[0].article; a.ID != "a" || a.Source != "dir/a.html.gz" || a.Title != "सपा को झटका" || !strings.Contains(a.Text, "सुरेश वर्मा ने सपा छोड़ दी।") {
		t.Errorf("%q", a)
	}
	if got := summary("a.html", strings.NewReader("<html></html>"), Options{}); len(got) != 1 || !strings.Contains(got[0], "fault: ") {
		t.Errorf("an empty page: %q", got)
	}
}

func TestNestedFields(t *testing.T) {
	for _, c := range []struct {
		what, in string
		opt      Options
		want     string
	}{
		{"a path", `{"data":{"body":"पाठ","title":"श"},"text":"अन्य"}`, Options{TextField: "data.body"}, "1 a-1|श|पाठ"},
		{"a long path", `{"a":{"b":{"c":"पाठ"}}}`, Options{TextField: "a.b.c"}, "1 a-1||पाठ"},
		{"a name with a dot", `{"data.body":"पाठ","data":{"body":"अन्य"}}`, Options{TextField: "data.body"}, "1 a-1||पाठ"},
		{"names with dots in a path", `{"a.b":{"c.d":"पाठ"}}`, Options{TextField: "a.b.c.d"}, "1 a-1||पाठ"},
		{"all by paths", `{"x":{"t":"पाठ","h":"श","n":7,"d":"2024-04-29"}}`, Options{TextField: "x.t", TitleField: "x.h", IDField: "x.n", DateField: "x.d"}, "1 7|श|पाठ"},
		{"a path through a string", `{"data":"x","text":"पाठ"}`, Options{TextField: "data.body"}, `1 fault: no text: the field "data.body" is missing or empty`},
		{"a path to a list", `{"data":{"body":["पाठ"]}}`, Options{TextField: "data.body"}, `1 fault: the field "data.body" is a list, not a string`},
		{"usual names within", `{"type":"x","data":{"headline":"श","articleBody":"पाठ","guid":"g"}}`, Options{}, "1 g|श|पाठ"},
		{"a usual name that is an object", `{"article":{"title":"श","text":"पाठ"},"id":3}`, Options{}, "1 3|श|पाठ"},
		{"text outside, the rest within", `{"text":"पाठ","metadata":{"title":"श","id":"m"}}`, Options{}, "1 m|श|पाठ"},
		{"outside is likelier", `{"title":"श","id":1,"data":{"text":"पाठ","title":"अन्य","id":2}}`, Options{}, "1 1|श|पाठ"},
		{"another thing's name", `{"text":"पाठ","publisher":{"id":"p","title":"प"}}`, Options{}, "1 a-1||पाठ"},
		{"in an object of any name", `{"publisher":{"title":"प"},"khabar":{"title":"श","text":"पाठ"}}`, Options{}, "1 a-1|श|पाठ"},
		{"the likelier of two texts", `{"x":{"news":"अन्य"},"y":{"text":"पाठ"}}`, Options{}, "1 a-1||पाठ"},
		{"two deep is not looked at", `{"data":{"x":{"text":"पाठ"}}}`, Options{}, "1 fault: no text: none of…"},
		{"an object without a text", `{"text":{"x":"पाठ"}}`, Options{}, `1 fault: the field "text" is an object, not a string`},
		{"a string is likelier than an object", `{"body":"पाठ","text":{"x":1},"title":["y"],"headline":"श"}`, Options{}, "1 a-1|श|पाठ"},
		{"behind many objects", "{" + strings.Repeat(`"x":{},`, 100) + `"data":{"body":"पाठ"}}`, Options{TextField: "data.body"}, "1 a-1||पाठ"},
		{"a title of many pages", `{"text":"पाठ","title":"` + strings.Repeat("x", 300) + `"}`, Options{MaxBytes: 40, MaxRecord: 1000}, "1 fault: longer than 40 bytes…"},
		{"escapes in names", `{"d\u0061ta":{"b\u006fdy":"\u092a\u093e\u0920"}}`, Options{}, "1 a-1||पाठ"},
	} {
		if got := summary("a.jsonl", strings.NewReader(c.in+"\n"), c.opt); !matches(got, []string{c.want}) {
			t.Errorf("%s: got %q, want %q", c.what, got, c.want)
		}
	}
}

func TestJSONArray(t *testing.T) {
	for _, c := range []struct {
		what, in string
		want     []string
	}{
		{"values that are no objects", `[1,{"text":"क"},null,"x\"",{"text":"ख"},true]`, []string{
			"1 fault: not a JSON object…", "2 a-2||क", "3 fault: not a JSON object…", "4 fault: not a JSON object…", "5 a-5||ख", "6 fault: not a JSON object…"}},
		{"garbage between", "[{\"text\":\"क\"},\nयह, क्या\n{\"text\":\"ख\"}]", []string{"1 a-1||क", "2 fault: not a JSON object…", "3 a-3||ख"}},
		{"a string without end", "[\n {\"text\":\"क\"},\n {\"text\":\"टूटा},\n {\"text\":\"ख\"},\n {\"text\":\"ग\"}\n]", []string{"1 a-1||क", "2 fault: a JSON object that is not closed…", "3 a-3||ख", "4 a-4||ग"}},
		{"an object without end", "[\n {\"text\":\"क\",\n {\"text\":\"ख\"}\n]", []string{"1 fault: a JSON object that is not closed…", "2 a-2||ख"}},
		{"further in is within", "[\n {\"x\":[\n  {\"y\":1},\n  {\"z\":2}],\"text\":\"क\n  {\\\"\"}\n]", []string{"1 a-1||क\n  {\""}},
		{"cut", "[{\"text\":\"क\"},{\"text\":\"ख", []string{"1 a-1||क", "2 fault: ends in the middle…"}},
		{"brackets in strings", `[{"text":"क]}\\","x":[{"a":"\"}]"}]},{"text":"ख"}]`, []string{`1 a-1||क]}\`, "2 a-2||ख"}},
	} {
		for _, size := range []int{1, 7, 1 << 20} {
			got := summary("a.json", &slow{c.in, size}, Options{})
			if !matches(got, c.want) {
				t.Errorf("%s, %d bytes at a time:\ngot  %q\nwant %q", c.what, size, got, c.want)
			}
		}
	}
}

func TestTables(t *testing.T) {
	const head = "id,title,text,published\n"
	for _, c := range []struct {
		what, name, in string
		want           []string
	}{
		{"plain", "a.csv", head + "1,श,पाठ,2024-04-29\n2,,ख,\n", []string{"1 1|श|पाठ", "2 2||ख"}},
		{"no line end at the end", "a.csv", head + "1,श,पाठ,", []string{"1 1|श|पाठ"}},
		{"quotes, commas and lines", "a.csv", head + "1,\"श, \"\"ष\"\"\",\"क\nख, \"\"ग\"\"\n\",\n2,,घ,\n", []string{"1 1|श, \"ष\"|क\nख, \"ग\"\n", "2 2||घ"}},
		{"line ends of Windows", "a.csv", "\ufeff" + strings.ReplaceAll(head+"1,श,\"क\nख\",\n\n2,,घ,\n", "\n", "\r\n"), []string{"1 1|श|क\r\nख", "2 2||घ"}},
		{"quoted at the end of a line", "a.csv", "id,text\r\n1,\"क\"\r\n2,\"ख\"", []string{"1 1||क", "2 2||ख"}},
		{"semicolons", "a.csv", "id;title;text\n1;श, ष;\"क;ख\"\n", []string{"1 1|श, ष|क;ख"}},
		{"tabs", "a.tsv", "id\ttext\n1\tक, ख\n2\t\"ग\tघ\nङ\"\n", []string{"1 1||क, ख", "2 2||ग\tघ\nङ"}},
		{"quotes that mean nothing between tabs", "a.tsv", "id\ttext\n1\t\"क\" ख\n2\t\"ग\n3\t\"\"घ\" ङ\n4\t\"\n5\tच\n", []string{"1 1||\"क\" ख", "2 2||\"ग", "3 3||\"\"घ\" ङ", "4 4||\"", "5 5||च"}},
		{"columns of other names", "a.csv", "Link,Headline,BODY,x\nhttp://x.example,श,पाठ,y\n", []string{"1 a-1|श|पाठ"}},
		{"the likelier column with something in it", "a.csv", "content,text\nक,\nख,ग\n", []string{"1 a-1||क", "2 a-2||ग"}},
		{"one column", "a.csv", "text\nक\nख\n", []string{"1 a-1||क", "2 a-2||ख"}},
		{"names in quotes", "a.csv", "\"id\",\"text\"\n1,क\n", []string{"1 1||क"}},
		{"no text", "a.csv", "क,ख\n1,2\n", []string{" fault: a table with no column for the text among \"क, ख\"; name it with --text-field"}},
		{"empty", "a.csv", "\n\n", []string{" fault: a table without rows…"}},
		{"too many columns", "a.csv", head + "1,श,क, ख,\n2,,ग,\n", []string{"1 fault: 5 columns where the first row has 4; put quotes…", "2 2||ग"}},
		{"too few", "a.csv", head + "1,श\n2,,ग,\n", []string{"1 fault: 2 columns where the first row has 4…", "2 2||ग"}},
		{"a quote not doubled", "a.csv", head + "1,श,\"कहा \"हाँ\" फिर\",\n2,,ग,\n", []string{"1 fault: a quoted column with no end…", "2 2||ग"}},
		{"over lines", "a.csv", head + "1,श,\"कहा\nकि \"हाँ\" फिर\nगया\",\n2,,ग,\n3,,घ,\n", []string{"1 fault: a quoted column with no end…", "2 2||ग", "3 3||घ"}},
		{"a quote without end", "a.csv", head + "1,श,\"क,\n2,,ग,\n3,,\"घ\",\n4,,ङ,\n", []string{"1 fault: a quoted column with no end…", "2 2||ग", "3 3||घ", "4 4||ङ"}},
		{"at the end", "a.csv", head + "1,श,\"क,\n2,,ग,\n", []string{"1 fault: a quoted column with no end…", "2 2||ग"}},
		{"invalid UTF-8", "a.csv", head + "1,,क\xff,\n2,,ग,\n", []string{"1 fault: the field \"text\" is not valid UTF-8…", "2 2||ग"}},
		{"a date that is none", "a.csv", head + "1,,क,आज\n", []string{"1 warning 1||क"}},
	} {
		for _, size := range []int{1, 5, 1 << 20} {
			got := summary(c.name, &slow{c.in, size}, Options{})
			if !matches(got, c.want) {
				t.Errorf("%s, %d bytes at a time:\ngot  %q\nwant %q", c.what, size, got, c.want)
			}
		}
	}
	if got := summary("x", strings.NewReader("a,b\nक,ख\n"), Options{Format: "csv", TextField: "b"}); !matches(got, []string{"1 x-1||ख"}) {
		t.Errorf("a column named: %q", got)
	}
}

func TestArchive(t *testing.T) {
	html := "Content-Type: text/html; charset=UTF-8\r\n"
	chunked := fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(samplePage), samplePage)
	all := warcRecord("warcinfo", "http://x.example/0", "Content-Type: application/warc-fields\r\n", "software: x\r\n") +
		warcRecord("request", "http://x.example/1", "", "GET / HTTP/1.1\r\n\r\n") +
		warcPage("http://x.example/1", html, samplePage) +
		warcPage("http://x.example/2", html+"Content-Encoding: gzip\r\n", gz(t, samplePage)) +
		warcPage("http://x.example/3", html+"Transfer-Encoding: chunked\r\n", chunked) +
		warcPage("http://x.example/4", "Content-Type: image/png\r\n", "\x89PNG") +
		strings.Replace(warcPage("http://x.example/5", html, samplePage), "200 OK", "404 No", 1) +
		warcPage("http://x.example/6", "Content-Type: text/plain\r\n", "शीर्षक\nपाठ।") +
		warcPage("http://x.example/7", "", samplePage) +
		warcRecord("resource", "http://x.example/8", "Content-Type: text/plain\r\n", "पाठ।") +
		warcRecord("conversion", "http://x.example/9", "Content-Type: text/plain\r\n", "शीर्षक\nपाठ।") +
		warcRecord("metadata", "http://x.example/10", "", "x") +
		warcRecord("response", "dns:x.example/11", "Content-Type: text/dns\r\n", "20240429") +
		warcPage("http://x.example/12", html+"Content-Encoding: br\r\n", "x") +
		warcRecord("response", "http://x.example/13", "WARC-Segment-Number: 1\r\n", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"+samplePage)
	want := []string{"3 1|सपा को झटका|…", "4 2|सपा को झटका|…", "5 3|सपा को झटका|…", "8 6|शीर्षक|पाठ।", "9 7|सपा को झटका|…", "10 8||पाठ।", "11 9|शीर्षक|पाठ।",
		"14 fault: a page compressed with \"br\"…", "15 fault: a record in segments…"}
	for what, in := range map[string]string{"plain": all, "gzip": gz(t, all), "zstd": zst(t, all), "a member each": perRecord(t, all)} {
		got := summary("a.warc", strings.NewReader(in), Options{})
		if !matches(got, want) {
			t.Errorf("%s:\ngot  %q\nwant %q", what, got, want)
		}
	}
	for it := range ReadFrom("a.warc", strings.NewReader(all), Options{}) {
		if a, err := it.Article(); err == nil && a.URL != "http://x.example/"+a.ID {
			t.Errorf("%s: the address %q", it.Source, a.URL)
		}
	}
}

// perRecord puts each record of an archive into a member of its own.
func perRecord(t testing.TB, archive string) string {
	var out strings.Builder
	for _, r := range records(archive) {
		out.WriteString(gz(t, r))
	}
	return out.String()
}

func records(archive string) (out []string) {
	const head = "WARC/1.1\r\n"
	for _, r := range strings.Split(archive, head)[1:] {
		out = append(out, head+r)
	}
	return out
}

// TestArchiveDamage: a damaged record costs no other, in members and without.
func TestArchiveDamage(t *testing.T) {
	var all string
	for i := range 3 {
		all += warcPage(fmt.Sprint("http://x.example/", i+1), "Content-Type: text/plain\r\n", fmt.Sprintf("पाठ %d।", i+1))
	}
	r := records(all)
	good := []string{"1 1||पाठ 1।", "3 3||पाठ 3।"}
	for what, second := range map[string]string{
		"version":   strings.Replace(r[1], "WARC/1.1", "WARC 1.1", 1),
		"too short": strings.Replace(r[1], "Content-Length: ", "Content-Length: 1\r\nX: ", 1),
		"too long":  strings.Replace(r[1], "Content-Length: ", "Content-Length: 3", 1),
		"no line":   strings.Replace(r[1], "\r\n\r\n", "\r\n", 1),
		"cut":       r[1][:len(r[1])-10],
	} {
		for how, in := range map[string]string{"plain": r[0] + second + r[2], "members": gz(t, r[0]) + gz(t, second) + gz(t, r[2])} {
			got := summary("a.warc", strings.NewReader(in), Options{})
			if len(got) != 3 || got[0] != good[0] || got[2] != good[1] || !strings.HasPrefix(got[1], "2 fault: ") {
				t.Errorf("%s, %s: %q", what, how, got)
			}
		}
	}
	member := gz(t, r[1])
	for n := 12; n < len(member)-1; n += 5 {
		damaged := member[:n] + string(member[n]^0x21) + member[n+1:]
		got := summary("a.warc", strings.NewReader(gz(t, r[0])+damaged+gz(t, r[2])), Options{})
		if len(got) != 3 || got[0] != good[0] || got[2] != good[1] || !strings.HasPrefix(got[1], "2 fault: damaged gzip data") {
			t.Errorf("a member damaged at %d: %q", n, got)
		}
		got = summary("a.warc", strings.NewReader(gz(t, r[0])+member[:n]+gz(t, r[2])), Options{})
		if len(got) != 3 || got[0] != good[0] || got[2] != good[1] || !strings.HasPrefix(got[1], "2 fault: damaged gzip data") {
			t.Errorf("a member cut at %d: %q", n, got)
		}
	}
	got := summary("a.warc", strings.NewReader(gz(t, r[0])+gz(t, strings.TrimRight(r[1], "\r\n"))+gz(t, r[2])), Options{})
	if !matches(got, []string{good[0], "2 warning 2||पाठ 2।", good[1]}) {
		t.Errorf("without line ends: %q", got)
	}
}

// TestCutDump: what is whole in a dump that is cut short is read.
func TestCutDump(t *testing.T) {
	var lines strings.Builder
	for i := range 50_000 {
		fmt.Fprintf(&lines, "{\"id\":%d,\"text\":\"पाठ %d\"}\n", i, i*i*7919)
	}
	for what, whole := range map[string]string{"gzip": gz(t, lines.String()), "zstd": zst(t, lines.String()), "gzip twice": gz(t, gz(t, lines.String()))} {
		got := summary("a.jsonl", strings.NewReader(whole[:len(whole)/2]), Options{})
		if len(got) < 100 {
			t.Fatalf("%s: %d items", what, len(got))
		}
		for i, g := range got[:len(got)-1] {
			if !strings.HasPrefix(g, fmt.Sprintf("%d %d||पाठ", i+1, i)) {
				t.Fatalf("%s: item %d is %q", what, i+1, g)
			}
		}
		if last := got[len(got)-1]; !strings.Contains(last, "data that is cut short") || !strings.HasPrefix(last, fmt.Sprint(len(got), " fault: ")) {
			t.Errorf("%s: %q", what, last)
		}
	}
	// A damaged member in the middle of a dump of lines.
	a, b, c := gz(t, "{\"text\":\"क\"}\n"), gz(t, "{\"text\":\"ख\"}\n"), gz(t, "{\"text\":\"ग\"}\n")
	got := summary("a.jsonl", strings.NewReader(a+b[:len(b)-9]+c), Options{})
	if len(got) != 3 || got[0] != "1 a-1||क" || !strings.HasPrefix(got[1], "2 fault: damaged gzip data") || got[2] != "3 a-3||ग" {
		// Its line may have been whole before its end was missed.
		if len(got) != 4 || got[3] != "4 a-4||ग" {
			t.Errorf("%q", got)
		}
	}
}

// TestDamageWithin: a reader that cannot go on behind damage, such as that of another layer, ends with one fault.
func TestDamageWithin(t *testing.T) {
	lines := strings.Repeat("{\"text\":\"क\"}\n", 3)
	inner := gz(t, lines)
	for what, in := range map[string]string{
		"gzip in gzip":   gz(t, inner[:20])[:35] + gz(t, inner[20:]),
		"zstd in gzip":   gz(t, zst(t, lines)[:15])[:25] + gz(t, "x"),
		"UTF-16 in gzip": gz(t, "\xff\xfe{\x00\"\x00") + gz(t, "t\x00\n\x00")[:22] + gz(t, "\n\x00"),
	} {
		if got := summary("a.jsonl", strings.NewReader(in), Options{}); len(got) == 0 || len(got) > 3 || !strings.Contains(got[len(got)-1]+got[0], "gzip data") {
			t.Errorf("%s: %q", what, got)
		}
	}
}

func TestBomb(t *testing.T) {
	opt := Options{MaxBytes: 1 << 10, MaxRecord: 1 << 16}
	small := "{\"text\":\"क\"}\n"
	for what, c := range map[string]struct {
		in   string
		want []string
	}{
		"one record":        {gz(t, small+strings.Repeat("x", 100<<20)), []string{"1 a-1||क", "2 fault: unpacks to more than…"}},
		"in layers":         {gz(t, gz(t, small+strings.Repeat("x", 30<<20))), []string{"1 a-1||क", "2 fault: unpacks to more than…"}},
		"zstd":              {zst(t, small+strings.Repeat("x", 100<<20)), []string{"1 a-1||क", "2 fault: unpacks to more than…"}},
		"blank lines":       {gz(t, small+strings.Repeat("\n", 30<<20)), []string{"1 a-1||क", "… fault"}},
		"a long line":       {gz(t, small+strings.Repeat("x", 70_000)+"\n"+small), []string{"1 a-1||क", "2 fault: longer than 65536 bytes…", "3 a-3||क"}},
		"repetitive, whole": {gz(t, strings.Repeat(small, 300)), nil},
	} {
		got := summary("a.jsonl", strings.NewReader(c.in), opt)
		if what == "blank lines" {
			if len(got) != 2 || !strings.Contains(got[1], "fault: unpacks to more than") {
				t.Errorf("%s: %q", what, got)
			}
			continue
		}
		if c.want == nil {
			if len(got) != 300 || got[299] != "300 a-300||क" {
				t.Errorf("%s: %d items, the last %q", what, len(got), got[len(got)-1])
			}
			continue
		}
		if !matches(got, c.want) {
			t.Errorf("%s: %.300q", what, got)
		}
	}
	if got := summary("a.txt", strings.NewReader(gz(t, strings.Repeat("x", 10<<20))), opt); !matches(got, []string{" fault: longer than 1024 bytes…"}) {
		t.Errorf("a text: %q", got)
	}
	if got := summary("a.warc", strings.NewReader(warcPage("http://x.example/1", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", gz(t, strings.Repeat("x", 10<<20)))+warcPage("http://x.example/2", "Content-Type: text/plain\r\n", "क")),
		Options{MaxBytes: 1 << 16}); !matches(got, []string{"1 fault: longer than 65536 bytes…", "2 2||क"}) {
		t.Errorf("a page: %q", got)
	}
}

// TestLongLines: a line of up to 64 MB is read for its article, a longer one reported.
func TestLongLines(t *testing.T) {
	filler := strings.Repeat("x", 1<<20)
	holding := func(megabytes int) io.Reader {
		parts := []io.Reader{strings.NewReader(`{"text":"क","page":"`)}
		for range megabytes {
			parts = append(parts, strings.NewReader(filler))
		}
		return io.MultiReader(append(parts, strings.NewReader("\"}\n"))...)
	}
	in := io.MultiReader(holding(0), holding(63), holding(64), holding(20), holding(100), holding(0))
	var got []string
	for _, f := range collect(ReadFrom("a.jsonl", in, Options{})) {
		got = append(got, line(f.source, f))
	}
	const long = " fault: longer than 64 MB; split it into articles"
	want := []string{"a.jsonl:1 a-1||क", "a.jsonl:2 a-2||क", "a.jsonl:3" + long, "a.jsonl:4 a-4||क", "a.jsonl:5" + long, "a.jsonl:6 a-6||क"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestFiles(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	object := "{\"text\":\"क\"}\n"
	write("a.jsonl.gz", gz(t, object))
	write("b.html.zst", zst(t, samplePage))
	write("c.CSV", "text\nक\n")
	write("d.warc.gz", gz(t, warcPage("http://x.example/1", "Content-Type: text/plain\r\n", "क")))
	write("e.txt", "क")
	write("f.tar.gz", gz(t, "x"))
	write("g.gz", gz(t, "x"))
	write("h.json.gz.zst", zst(t, gz(t, "["+object+"]")))
	write("i.warc.wet.gz", gz(t, warcRecord("conversion", "http://x.example/2", "Content-Type: text/plain\r\n", "क")))
	var size, told int64
	for _, name := range []string{"a.jsonl.gz", "b.html.zst", "c.CSV", "d.warc.gz", "e.txt", "h.json.gz.zst", "i.warc.wet.gz"} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		size += info.Size()
	}
	if total, known := Sizes([]string{dir}); total != size || !known {
		t.Errorf("%d bytes, known %v; there are %d", total, known, size)
	}
	for _, name := range []string{"-", os.DevNull} {
		if _, known := Sizes([]string{dir, name}); known {
			t.Errorf("the size of %s is known", name)
		}
	}
	if total, known := Sizes([]string{filepath.Join(dir, "e.txt"), filepath.Join(dir, "none.txt")}); total != 3 || !known {
		t.Errorf("%d bytes, known %v", total, known)
	}

	var got []string
	for it := range Read([]string{dir}, Options{Consumed: func(n int) { told += int64(n) }}) {
		a, err := it.Article()
		got = append(got, strings.TrimPrefix(it.Source, dir)+" "+a.ID)
		if err != nil {
			t.Errorf("%s: %v", it.Source, err)
		}
		if it.Source == filepath.Join(dir, "a.jsonl.gz")+":1" { // vanishes while the folder is read
			if err := os.Remove(filepath.Join(dir, "f.tar.gz")); err != nil {
				t.Fatal(err)
			}
		}
	}
	want := []string{"/a.jsonl.gz:1 a-1", "/b.html.zst b", "/c.CSV:1 c-1", "/d.warc.gz:1 1", "/e.txt e", "/h.json.gz.zst:1 h-1", "/i.warc.wet.gz:1 2"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q", got)
	}
	if told != size {
		t.Errorf("%d bytes told of, there are %d", told, size)
	}
}

// TestVanishing: a file that goes away while a directory is read is named, and so is one that cannot be opened.
func TestVanishing(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.txt", "b.txt", "c.txt", "d.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("क"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(filepath.Join(dir, "c.txt")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("c.txt", filepath.Join(dir, "c.txt")); err != nil {
		t.Skip(err)
	}
	var got []string
	for it := range Read([]string{dir}, Options{}) {
		_, err := it.Article()
		got = append(got, fmt.Sprint(filepath.Base(it.Source), " ", err))
		_ = os.Remove(filepath.Join(dir, "b.txt"))
	}
	want := []string{"a.txt <nil>", "b.txt no such file or directory", "c.txt too many levels of symbolic links", "d.txt <nil>"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q", got)
	}
	if os.Getuid() == 0 {
		t.Skip("root may read everything: an unreadable file is not tested")
	}
	if err := os.Chmod(filepath.Join(dir, "a.txt"), 0); err != nil {
		t.Fatal(err)
	}
	for it := range Read([]string{filepath.Join(dir, "a.txt")}, Options{}) {
		if _, err := it.Article(); !errors.Is(err, os.ErrPermission) {
			t.Error(err)
		}
	}
}

func TestRaw(t *testing.T) {
	for _, c := range []struct {
		name, in, want  string
		escaped, markup bool
	}{
		{"a.jsonl", `{"text":"\u092a"}` + "\n", `{"text":"\u092a"}`, true, false},
		{"a.json", `[{"text":"क"}]`, `{"text":"क"}`, true, false},
		{"a.csv", "text\n\"क\"\n", "\"क\"\n", false, false},
		{"a.txt", "क", "क", false, false},
		{"a.html", samplePage, samplePage, false, true},
		{"a.warc", warcPage("http://x.example/1", "Content-Type: text/html\r\n", samplePage), samplePage, false, true},
		{"a.warc", warcPage("http://x.example/1", "Content-Type: text/plain\r\n", "क"), "क", false, false},
		{"a.warc", warcPage("http://x.example/1", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", gz(t, samplePage)), "", false, true},
		// What is repaired has other characters than its bytes.
		{"a.txt", "à¤¸à¤ªà¤¾ à¤•à¥‹", "", false, false},
		{"a.jsonl", `{"text":"\u00e0\u00a4\u00b8"}` + "\n", "", true, false},
		{"a.jsonl", `{"text":"\u00C3\u00a0"}` + "\n", "", true, false},
		{"a.jsonl", `{"text":"\u00b7 \u00A0"}` + "\n", `{"text":"\u00b7 \u00A0"}`, true, false},
		{"a.txt", "s\x00a\x00", "", false, false},
	} {
		n := 0
		for it := range ReadFrom(c.name, strings.NewReader(c.in), Options{}) {
			n++
			if got := it.Raw(); string(got) != c.want || (got == nil) != (c.want == "") || it.Escaped != c.escaped || it.Markup != c.markup {
				t.Errorf("%s %q: %q, escaped %v, markup %v", c.name, c.in, got, it.Escaped, it.Markup)
			}
		}
		if n != 1 {
			t.Errorf("%s %q: %d items", c.name, c.in, n)
		}
	}
}

// TestOwned: what an item holds stays as it is while others are read.
func TestOwned(t *testing.T) {
	var in strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&in, "{\"id\":\"%d\",\"text\":\"%s\"}\n", i, strings.Repeat("क", i%300+1))
	}
	var items []Item
	for it := range ReadFrom("a.jsonl", strings.NewReader(in.String()), Options{}) {
		items = append(items, it)
	}
	for i, it := range items {
		a, err := it.Article()
		if err != nil || a.ID != fmt.Sprint(i) || a.Text != strings.Repeat("क", i%300+1) {
			t.Fatalf("item %d: %q, error %v", i, a, err)
		}
	}
	if len(items) != 20_000 {
		t.Errorf("%d items", len(items))
	}
}

// Exports from newsrooms' systems hold HTML in their fields.
func TestFieldsInHTML(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"paragraphs", `{"id":1,"title":"अ &amp; आ","text":"<p>राम&nbsp;सेवक <b>ने</b></p><script>x</script><p>सपा छोड़ी।</p>"}`, "1 1|अ & आ|राम सेवक ने\n\nसपा छोड़ी।"},
		{"lines", `{"id":1,"text":"क<br>ख"}`, "1 1||क\n\nख"},
		{"no element", `{"id":1,"text":"क < ख और ग > घ & AT&T"}`, "1 1||क < ख और ग > घ & AT&T"},
		{"as it was printed", `{"id":"1","source":"a","text":"<p>क</p>"}`, "1 1||<p>क</p>"},
		{"WordPress", `{"id":1,"title":{"rendered":"अ"},"content":{"rendered":"<p>क</p>"}}`, "1 1|अ|क"},
		{"MongoDB", `{"_id":{"$oid":"65f"},"text":"क"}`, "1 65f||क"},
		{"nothing but elements", `{"id":1,"text":"<p></p>"}`, "1 fault: no text…"},
		{"a table", "id,text\n1,<p>क</p>\n", "1 1||क"},
	} {
		format := "jsonl"
		if c.in[0] == 'i' {
			format = "csv"
		}
		if got := summary("f", strings.NewReader(c.in), Options{Format: format}); !matches(got, []string{c.want}) {
			t.Errorf("%s: %q, not %q", c.name, got, c.want)
		}
	}
}

func TestFeeds(t *testing.T) {
	for _, in := range []string{"<rss version=\"2.0\"></rss>", "<?xml version=\"1.0\"?>\n<feed></feed>"} {
		if got := summary("f", strings.NewReader(in), Options{}); len(got) != 1 || !strings.Contains(got[0], "a feed") {
			t.Errorf("%q: %q", in, got)
		}
	}
}

// What is wrong beside the text costs no article.
func TestFaultsBesideTheText(t *testing.T) {
	for in, want := range map[string]string{
		`{"id":1,"title":5,"text":"क"}`:      "1 warning 1||क",
		`{"id":true,"title":"अ","text":"क"}`: "1 warning f-1|अ|क",
		`{"id":1,"date":"कल","text":"क"}`:    "1 warning 1||क",
	} {
		if got := summary("f", strings.NewReader(in), Options{Format: "jsonl"}); !matches(got, []string{want}) {
			t.Errorf("%s: %q, not %q", in, got, want)
		}
	}
}
