package unpack

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"compress/gzip"

	"github.com/klauspost/compress/zstd"

	"github.com/dalbadal/dalbadal/extract/internal/window"
)

func member(t testing.TB, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func frame(t testing.TB, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := zstd.NewWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// text is one that does not shrink to nothing.
func text(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%d %x, ", i, i*i*7919)
	}
	return b.String()
}

// readAll reads with small and large reads, and gives the parts between gaps.
func readAll(t testing.TB, data []byte) (parts []string, gaps []string, end error) {
	t.Helper()
	r, err := New(Of(data), iotest.HalfReader(bytes.NewReader(data)))
	if err != nil {
		t.Fatal(err)
	}
	var part strings.Builder
	buf := make([]byte, 1000)
	for {
		n, err := r.Read(buf)
		part.Write(buf[:n])
		if gap, ok := errors.AsType[*window.Gap](err); ok {
			parts, gaps = append(parts, part.String()), append(gaps, gap.Error())
			part.Reset()
			continue
		}
		if err != nil {
			if err == io.EOF {
				err = nil
			}
			return append(parts, part.String()), gaps, err
		}
	}
}

func TestOf(t *testing.T) {
	for head, want := range map[string]Kind{
		"": None, "\x1f": None, "\x1f\x8b\x08": Gzip, "\x28\xb5\x2f\xfd": Zstd, "\x5a\x2a\x4d\x18\x00": Zstd, "पाठ": None,
	} {
		if got := Of([]byte(head)); got != want {
			t.Errorf("%q: %v, want %v", head, got, want)
		}
	}
}

func TestMembers(t *testing.T) {
	a, b, c := text(10), text(20_000), text(500)
	for name, data := range map[string][]byte{
		"gzip":           bytes.Join([][]byte{member(t, a), member(t, b), member(t, c)}, nil),
		"gzip, padded":   append(bytes.Join([][]byte{member(t, a), member(t, b), member(t, c)}, nil), make([]byte, 1000)...),
		"gzip, an empty": bytes.Join([][]byte{member(t, ""), member(t, a), member(t, b), member(t, ""), member(t, c)}, nil),
		"zstd":           bytes.Join([][]byte{frame(t, a), frame(t, b), frame(t, c)}, nil),
		"zstd, a skip":   append([]byte("\x50\x2a\x4d\x18\x03\x00\x00\x00abc"), frame(t, a+b+c)...),
	} {
		parts, gaps, err := readAll(t, data)
		if err != nil || len(gaps) != 0 || parts[0] != a+b+c {
			t.Errorf("%s: %d parts, gaps %q, error %v", name, len(parts), gaps, err)
		}
	}
}

// TestDamage: a damaged member costs no other, wherever the damage is.
func TestDamage(t *testing.T) {
	a, b, c := member(t, text(300)), member(t, text(400)), member(t, text(500))
	check := func(what string, middle []byte, always bool) {
		t.Helper()
		parts, gaps, err := readAll(t, bytes.Join([][]byte{a, middle, c}, nil))
		if err != nil || len(gaps) > 1 || always && len(gaps) == 0 {
			t.Fatalf("%s: gaps %q, error %v", what, gaps, err)
		}
		if len(gaps) == 1 && (!strings.HasPrefix(parts[0], text(300)) || !strings.HasSuffix(parts[1], text(500)) || !strings.Contains(gaps[0], "damaged gzip data before byte")) {
			t.Fatalf("%s: first %.30q, last %.30q, gap %q", what, parts[0], parts[1], gaps[0])
		}
	}
	for n := 1; n < len(b); n += 3 {
		check(fmt.Sprint("cut at ", n), b[:n], true)
	}
	for n := range b {
		if n >= 3 && n < 10 {
			continue // flags, time and system of the header, of which some mean nothing
		}
		damaged := bytes.Clone(b)
		damaged[n] ^= 0x55
		check(fmt.Sprint("changed at ", n), damaged, true)
		check(fmt.Sprint("a byte more at ", n), append(append(bytes.Clone(b[:n]), 0x42), b[n:]...), false)
	}
}

func TestCut(t *testing.T) {
	for name, whole := range map[string][]byte{"gzip": member(t, text(30_000)), "zstd": frame(t, text(30_000))} {
		parts, gaps, err := readAll(t, whole[:len(whole)/2])
		if len(gaps) != 0 || err == nil || !strings.Contains(err.Error(), name+" data that is cut short") {
			t.Errorf("%s: gaps %q, error %v", name, gaps, err)
		}
		if !strings.HasPrefix(text(30_000), parts[0]) || len(parts[0]) < 1000 {
			t.Errorf("%s: %d bytes of what is there", name, len(parts[0]))
		}
	}
	damaged := frame(t, text(30_000))
	damaged[len(damaged)-2] ^= 1
	if _, _, err := readAll(t, damaged); err == nil || !strings.Contains(err.Error(), "damaged zstd data") {
		t.Errorf("zstd with a wrong checksum: %v", err)
	}
}

func TestGarbageBehind(t *testing.T) {
	parts, _, err := readAll(t, append(member(t, "abc"), "not gzip"...))
	if parts[0] != "abc" || err == nil || !strings.Contains(err.Error(), "damaged gzip data") {
		t.Errorf("%q, error %v", parts, err)
	}
}

// TestLargeWindow: what wants more memory than there should be is refused.
func TestLargeWindow(t *testing.T) {
	// A frame with a window of 2^28 bytes and one block of a byte (RFC 8878, 3.1.1).
	_, _, err := readAll(t, []byte("\x28\xb5\x2f\xfd\x00\x90\x09\x00\x00a"))
	if err == nil || !strings.Contains(err.Error(), "needs more than 64 MB") {
		t.Error(err)
	}
}

// TestDiskFails: a fault of reading is told as it is.
func TestDiskFails(t *testing.T) {
	broken := errors.New("disk on fire")
	for name, whole := range map[string][]byte{"gzip": member(t, text(30_000)), "zstd": frame(t, text(30_000))} {
		r, err := New(Of(whole), io.MultiReader(bytes.NewReader(whole[:len(whole)/2]), iotest.ErrReader(broken)))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadAll(r); !errors.Is(err, broken) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestManyHeads: a file of nothing but heads of members takes no longer than its size allows.
func TestManyHeads(t *testing.T) {
	head := append([]byte(gzipMagic), 0, 0, 0, 0, 0, 0, 255)
	// A stored block of 65535 bytes, as deflate has it, in each.
	data := bytes.Repeat(append(head, 0, 0xff, 0xff, 0, 0), 200_000)
	_, gaps, err := readAll(t, data)
	if len(gaps) == 0 || err == nil {
		t.Errorf("%d gaps, error %v", len(gaps), err)
	}
}

// FuzzUnpack: no bytes make it crash or hang, and what the standard library unpacks it unpacks too.
func FuzzUnpack(f *testing.F) {
	a, b := member(f, "पाठ"), member(f, text(50))
	z := frame(f, text(50))
	for _, seed := range [][]byte{a, b, append(bytes.Clone(a), b...), b[:len(b)/2], append(bytes.Clone(b[:len(b)/2]), a...), z, z[:len(z)/2], append(bytes.Clone(a), 0, 0), []byte("\x50\x2a\x4d\x18\x03\x00\x00\x00abc")} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if Of(data) == None {
			return
		}
		r, err := New(Of(data), bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		const most = 1 << 20
		var got []byte
		buf := make([]byte, 512)
		faults := 0
		for len(got) < most {
			n, err := r.Read(buf)
			got = append(got, buf[:n]...)
			if err == io.EOF {
				break
			}
			if err != nil {
				faults++
				if _, ok := errors.AsType[*window.Gap](err); !ok {
					if n, again := r.Read(buf); n != 0 || again == nil {
						t.Fatalf("it goes on after %v", err)
					}
					break
				}
			}
			if faults > len(data) {
				t.Fatalf("%d gaps in %d bytes", faults, len(data))
			}
		}
		if Of(data) != Gzip {
			return
		}
		std, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return
		}
		want, err := io.ReadAll(io.LimitReader(std, most))
		if err == nil && len(want) < most && (faults > 0 || !bytes.Equal(got, want)) {
			t.Fatalf("%d faults, got %.100q, want %.100q", faults, got, want)
		}
	})
}

func BenchmarkGzip(b *testing.B) { benchmark(b, bytes.Repeat(member(b, text(2000)), 200)) }
func BenchmarkZstd(b *testing.B) { benchmark(b, bytes.Repeat(frame(b, text(2000)), 200)) }

func benchmark(b *testing.B, data []byte) {
	b.SetBytes(int64(len(text(2000)) * 200))
	b.ReportAllocs()
	for b.Loop() {
		r, err := New(Of(data), bytes.NewReader(data))
		if err != nil {
			b.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, r); err != nil {
			b.Fatal(err)
		}
	}
}
