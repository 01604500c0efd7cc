package main

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/dalbadal/dalbadal/extract"
	"github.com/dalbadal/dalbadal/extract/source"
)

// runs gives what a command line prints on standard output.
func runs(t *testing.T, code int, stdin string, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if got := run(args, strings.NewReader(stdin), &stdout, &stderr); got != code {
		t.Fatalf("%v: exit code %d, not %d\n%s", args, got, code, stderr.String())
	}
	return stdout.String()
}

// TestReadAgain: the articles that read prints have the records that the inputs have.
func TestReadAgain(t *testing.T) {
	for _, name := range []string{"../../testdata/articles", "../../testdata/gold.jsonl"} {
		want := runs(t, exitOK, "", "extract", "-q", "--kind", "all", name)
		articles := runs(t, exitOK, "", "read", "-q", name)
		got := runs(t, exitOK, articles, "extract", "-q", "--kind", "all", "-")
		if got != want || want == "" {
			t.Errorf("%s: the records of its articles as read differ", name)
		}
		if again := runs(t, exitOK, articles, "read", "-q", "-"); again != articles {
			t.Errorf("%s: its articles as read are read otherwise", name)
		}
	}
}

// FuzzRead: whatever the input, each line that read prints is an article, and reading it again gives the same article.
func FuzzRead(f *testing.F) {
	dump, err := os.ReadFile("../../testdata/articles/articles.jsonl")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(dump)
	for _, s := range []string{
		sample,
		"शीर्षक\n\n" + sample,
		`{"id":7,"title":"<a&b> \u2028","text":"` + sample + `","published":"29 April 2024","link":"https://example.org/?a=1&b=2","newspaper":"जन प्रहरी"}`,
		`{"text":"\ud800 \u0001\t\"\\"}`,
		`[{"body":"` + sample + `"},{"body":""}]`,
		"\xef\xbb\xbf" + `{"text":"a","date":"soon"}`,
		"<html><title>शीर्षक</title><link rel=canonical href=https://example.org/><body><article><p>" + sample + "</p></article>\xe0",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, input []byte) {
		var printed bytes.Buffer
		var want []extract.Article
		for it := range source.ReadFrom("dump", bytes.NewReader(input), source.Options{}) {
			out := readItem(it)
			if out.source != it.Source {
				t.Fatalf("the outcome of %q says %q", it.Source, out.source)
			}
			if out.err != nil {
				if len(out.text) > 0 {
					t.Fatalf("%v, and yet %s", out.err, out.text)
				}
				continue
			}
			if bytes.IndexByte(out.text, '\n') != len(out.text)-1 {
				t.Fatalf("not one line: %q", out.text)
			}
			printed.Write(out.text)
			a, _ := it.Article()
			want = append(want, a)
		}
		if len(want) == 0 {
			return
		}
		n := 0
		for it := range source.ReadFrom("again", &printed, source.Options{MaxBytes: 8 * source.DefaultMaxBytes}) {
			got, err := it.Article()
			if err != nil {
				t.Fatalf("%s: %v", it.Source, err)
			}
			if n == len(want) {
				t.Fatalf("more articles than %d", n)
			}
			if got != want[n] {
				t.Fatalf("article %d is read again as\n%+v\nnot\n%+v", n+1, got, want[n])
			}
			n++
		}
		if n != len(want) {
			t.Fatalf("%d articles are read again as %d", len(want), n)
		}
	})
}

// BenchmarkRead is the whole of read, from bytes to bytes, on one goroutine at work.
func BenchmarkRead(b *testing.B) {
	dump, err := os.ReadFile("../../testdata/gold.jsonl")
	if err != nil {
		b.Fatal(err)
	}
	dump = bytes.Repeat(dump, 20)
	b.SetBytes(int64(len(dump)))
	b.ReportAllocs()
	for b.Loop() {
		if code := run([]string{"read", "-q", "-j1", "-"}, bytes.NewReader(dump), io.Discard, io.Discard); code != exitOK {
			b.Fatalf("exit code %d", code)
		}
	}
}
