package source

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"
)

// dump is a thousand articles as JSON lines, about 4 KB each.
func dump(escaped bool) []byte {
	text := strings.Repeat(`पूर्व विधायक सुरेश वर्मा ने सपा छोड़ दी।\n`, 40)
	if escaped {
		text = strings.ReplaceAll(strconv.QuoteToASCII(text), `\\n`, `\n`)
		text = text[1 : len(text)-1]
	}
	var b bytes.Buffer
	for i := range 1000 {
		fmt.Fprintf(&b, `{"id":"a-%d","title":"सपा को झटका","date":"2024-04-29","url":"https://x.example/%d","tags":["क","ख"],"text":"%s"}`+"\n", i, i, text)
	}
	return b.Bytes()
}

// benchmark reads an input; decode says whether its articles are decoded.
func benchmark(b *testing.B, name string, data []byte, size int, decode bool) {
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for it := range ReadFrom(name, bytes.NewReader(data), Options{}) {
			n++
			if !decode {
				continue
			}
			if _, err := it.Article(); err != nil {
				b.Fatal(err)
			}
		}
		if n < 100 {
			b.Fatalf("%d items", n)
		}
	}
}

func BenchmarkSplitLines(b *testing.B) {
	data := dump(false)
	benchmark(b, "a.jsonl", data, len(data), false)
}

func BenchmarkLines(b *testing.B) {
	data := dump(false)
	benchmark(b, "a.jsonl", data, len(data), true)
}

func BenchmarkEscapedLines(b *testing.B) {
	data := dump(true)
	benchmark(b, "a.jsonl", data, len(data), true)
}

func BenchmarkArray(b *testing.B) {
	data := dump(false)
	data = []byte("[" + strings.ReplaceAll(strings.TrimSpace(string(data)), "\n", ",\n") + "]")
	benchmark(b, "a.json", data, len(data), true)
}

func BenchmarkGzipLines(b *testing.B) {
	data := dump(false)
	benchmark(b, "a.jsonl.gz", []byte(gz(b, string(data))), len(data), true)
}

func BenchmarkTable(b *testing.B) {
	var rows strings.Builder
	rows.WriteString("id,title,text\n")
	for i := range 1000 {
		fmt.Fprintf(&rows, "%d,सपा को झटका,\"%s\"\n", i, strings.Repeat("पूर्व विधायक \"\"सुरेश वर्मा\"\" ने सपा छोड़ दी।\n", 40))
	}
	benchmark(b, "a.csv", []byte(rows.String()), rows.Len(), true)
}

func BenchmarkArchive(b *testing.B) {
	var records strings.Builder
	for i := range 1000 {
		records.WriteString(warcRecord("conversion", fmt.Sprint("http://x.example/", i), "Content-Type: text/plain\r\n", strings.Repeat("पूर्व विधायक सुरेश वर्मा ने सपा छोड़ दी।\n", 40)))
	}
	benchmark(b, "a.wet", []byte(records.String()), records.Len(), true)
}

// BenchmarkDecode is what a worker does: the article of one line.
func BenchmarkDecode(b *testing.B) {
	for what, escaped := range map[string]bool{"utf8": false, "escaped": true} {
		b.Run(what, func(b *testing.B) {
			line := bytes.SplitAfter(dump(escaped), []byte("\n"))[0]
			for it := range ReadFrom("a.jsonl", bytes.NewReader(line), Options{}) {
				b.SetBytes(int64(len(line)))
				b.ReportAllocs()
				for b.Loop() {
					if _, err := it.Article(); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

func BenchmarkRaw(b *testing.B) {
	line := bytes.SplitAfter(dump(false), []byte("\n"))[0]
	for it := range ReadFrom("a.jsonl", bytes.NewReader(line), Options{}) {
		b.SetBytes(int64(len(line)))
		b.ReportAllocs()
		for b.Loop() {
			if it.Raw() == nil {
				b.Fatal("no bytes")
			}
		}
	}
}
