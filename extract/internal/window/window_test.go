package window

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/iotest"
)

// TestTaken: what was taken stays as it was, whatever is read later, and lent memory holds until More.
func TestTaken(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	data := make([]byte, 40<<20)
	for i := range data {
		data[i] = byte(random.Uint32())
	}
	w := New(iotest.HalfReader(bytes.NewReader(data)), 20<<20, 0)
	type part struct {
		at int
		b  []byte
	}
	var parts []part
	lentOnce := false
	for at, n := 0, 0; at < len(data); at += n {
		n = min([]int{0, 1, 100, 3000, 300_000, 12 << 20}[random.IntN(6)], len(data)-at)
		for len(w.Bytes()) < n {
			if err := w.More(); err != nil {
				t.Fatal(err)
			}
		}
		if random.IntN(4) == 0 {
			w.Skip(n)
			continue
		}
		b, lent := w.Take(n)
		if !bytes.Equal(b, data[at:at+n]) {
			t.Fatalf("%d bytes at %d are others", n, at)
		}
		if lentOnce = lentOnce || lent; !lent {
			parts = append(parts, part{at, b})
		}
	}
	for _, p := range parts {
		if !bytes.Equal(p.b, data[p.at:p.at+len(p.b)]) {
			t.Fatalf("%d bytes at %d have changed", len(p.b), p.at)
		}
	}
	if !lentOnce {
		t.Error("nothing was lent")
	}
	if err := w.More(); err != io.EOF {
		t.Errorf("at the end: %v", err)
	}
}

func TestLimit(t *testing.T) {
	w := New(strings.NewReader(strings.Repeat("x", 1<<20)), 100_000, 0)
	for {
		if err := w.More(); err == ErrLong {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if n := len(w.Bytes()); n <= 100_000 || n > 100_000+pieceBytes {
		t.Errorf("%d bytes held", n)
	}
	w.Skip(len(w.Bytes()))
	if rest, err := io.ReadAll(w); err != nil || len(rest) == 0 {
		t.Errorf("%d bytes left, error %v", len(rest), err)
	}
}

// gapReader gives strings, with a Gap between each two.
type gapReader struct{ parts []string }

func (g *gapReader) Read(p []byte) (int, error) {
	if len(g.parts) == 0 {
		return 0, io.EOF
	}
	n := copy(p, g.parts[0])
	if g.parts[0] = g.parts[0][n:]; n > 0 {
		return n, nil
	}
	g.parts = g.parts[1:]
	return 0, &Gap{Err: errors.New("lost")}
}

func TestGap(t *testing.T) {
	w := New(&gapReader{[]string{"ab", "cd"}}, 100, 0)
	if err := w.More(); err != nil {
		t.Fatal(err)
	}
	for range 2 { // it stays until Resume
		err := w.More()
		if gap, ok := errors.AsType[*Gap](err); !ok || gap.Error() != "lost" || string(w.Bytes()) != "ab" {
			t.Fatalf("%v with %q", err, w.Bytes())
		}
	}
	w.Resume()
	if err := w.More(); err != nil || string(w.Bytes()) != "cd" {
		t.Errorf("%v with %q", err, w.Bytes())
	}
}

func TestNoProgress(t *testing.T) {
	w := New(stuck{}, 100, 0)
	for range 2 {
		if err := w.More(); err != io.ErrNoProgress {
			t.Error(err)
		}
	}
}

type stuck struct{}

func (stuck) Read([]byte) (int, error) { return 0, nil }

func BenchmarkTake(b *testing.B) {
	data := bytes.Repeat([]byte(strings.Repeat("x", 2999)+"\n"), 10_000)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		w := New(bytes.NewReader(data), 1<<20, 0)
		for w.More() == nil {
			for {
				i := bytes.IndexByte(w.Bytes(), '\n')
				if i < 0 {
					break
				}
				w.Take(i + 1)
			}
		}
	}
}
