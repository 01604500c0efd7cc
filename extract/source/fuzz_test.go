package source

import (
	"bytes"
	"encoding/csv"
	"io"
	"reflect"
	"strings"
	"testing"
)

// slow gives so many bytes at a time.
type slow struct {
	s string
	n int
}

func (r *slow) Read(p []byte) (int, error) {
	if r.s == "" {
		return 0, io.EOF
	}
	n := copy(p, r.s[:min(r.n, len(r.s))])
	r.s = r.s[n:]
	return n, nil
}

// FuzzPieces: what is read does not depend on the pieces in which it comes.
func FuzzPieces(f *testing.F) {
	auto := byte(len(formats))
	for _, seed := range []string{
		"{\"text\":\"अ\"}\n{\"text\":\"आ\"", "[{\"text\":\"अ\\\"\"},\n1,x,{\"text\":\"आ},\n{\"text\":\"इ\"}", "text,id\r\n\"अ\"\"\r\nआ\",1\r\n\"इ\"x,2\r\nई,3",
		"text\tid\n\"अ\tआ\"\t1\n\"इ\t2\n", gz(f, "{\"text\":\"अ\"}\n")[:30] + gz(f, "{\"text\":\"आ\"}\n"), zst(f, samplePage),
		warcPage("http://x.example/1", "Content-Type: text/plain\r\n", "अ") + "x\r\n" + strings.Replace(warcPage("http://x.example/2", "", samplePage), "Content-Length: ", "Content-Length: 9", 1) + warcRecord("resource", "http://x.example/3", "Content-Type: text/plain\r\n", "इ"),
		gz(f, "\xff\xfe{\x00\"\x00") + gz(f, "t\x00\n\x00")[:22] + gz(f, "\n\x00"), "\xff\xfeक\x00", "शीर्षक\n\nपाठ।",
	} {
		f.Add([]byte(seed), auto, byte(1))
		f.Add([]byte(seed), auto, byte(13))
	}
	f.Fuzz(func(t *testing.T, data []byte, format, size byte) {
		opt := Options{MaxBytes: 200, MaxRecord: 300, Format: append(Formats(), "auto")[int(format)%(len(formats)+1)]}
		whole := summary("a", bytes.NewReader(data), opt)
		pieces := summary("a", &slow{string(data), max(1, int(size))}, opt)
		if !reflect.DeepEqual(whole, pieces) {
			t.Fatalf("whole      %q\nin pieces %q", whole, pieces)
		}
	})
}

// FuzzTable: the columns of a table are those that encoding/csv finds, where it finds no fault.
func FuzzTable(f *testing.F) {
	for _, seed := range []string{"अ,1\n", "\"अ\"\"आ\n\",1\n\n\"\",\n", "अ\"आ,1", "\"अ,1\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data string) {
		data = "text,id\n" + data
		r := csv.NewReader(strings.NewReader(data))
		want, err := r.ReadAll()
		if err != nil || strings.Contains(data, "\r") { // which encoding/csv changes
			return
		}
		tab := &table{input: newInput("a", strings.NewReader(data), Options{}), comma: ',', cells: 2}
		for i := 0; ; i++ {
			row, _, err := tab.row()
			if err == io.EOF && i == len(want) {
				break
			}
			if err != nil {
				t.Fatalf("row %d of %q: %v", i, data, err)
			}
			var got []string
			for _, cell := range splitRow(row, ',', true) {
				got = append(got, string(cell))
			}
			if i >= len(want) || !reflect.DeepEqual(got, want[i]) {
				t.Fatalf("row %d of %q: %q, in encoding/csv %q", i, data, got, want)
			}
		}
	})
}
