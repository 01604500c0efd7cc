package unpack

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/gzip"

	"github.com/dalbadal/dalbadal/extract/internal/window"
)

// gzipMagic begins each member: the mark of gzip, and deflate, its only method.
const gzipMagic = "\x1f\x8b\x08"

// gzipReader reads the members of a gzip file one after another.
type gzipReader struct {
	tape   tape
	in     *bufio.Reader // from tape
	z      gzip.Reader
	member int64 // where the present one starts
	open   bool  // in a member
	wrote  int64 // bytes it has given
	guess  bool  // it was found by its magic, which can stand in any data by chance
	spent  int64 // bytes read again, together
	err    error
}

func newGzip(r io.Reader) *gzipReader {
	g := &gzipReader{tape: tape{r: r}}
	g.in = bufio.NewReaderSize(&g.tape, bufBytes)
	return g
}

func (g *gzipReader) at() int64 { return g.tape.at - int64(g.in.Buffered()) }

// Taken is where it is.
func (g *gzipReader) Taken() int64 { return g.at() }

func (g *gzipReader) Read(p []byte) (int, error) {
	for g.err == nil && len(p) > 0 {
		if !g.open {
			if err := g.begin(); err == io.EOF {
				g.err = err
			} else if err != nil {
				if err := g.damage(err); err != nil {
					return 0, err
				}
			}
			continue
		}
		n, err := g.z.Read(p)
		if err == io.EOF {
			g.open, g.guess, err = false, false, nil
		}
		g.wrote += int64(n)
		if n > 0 {
			return n, nil // an error comes again
		}
		if err != nil {
			if err := g.damage(err); err != nil {
				return 0, err
			}
		}
	}
	return 0, g.err
}

// begin opens the member that starts here.
func (g *gzipReader) begin() error {
	for { // tapes and some programs fill up with zeros
		b, err := g.in.ReadByte()
		if err != nil {
			return err
		}
		if b != 0 {
			_ = g.in.UnreadByte()
			break
		}
	}
	g.member = g.at()
	g.tape.forget(g.member)
	g.open, g.wrote = true, 0
	if b, _ := g.in.Peek(len(gzipMagic)); !strings.HasPrefix(gzipMagic, string(b)) {
		_, _ = g.in.Discard(1)
		return gzip.ErrHeader
	}
	err := g.z.Reset(g.in)
	g.z.Multistream(false)
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// damage goes to the next member. It returns nil when the present one was none.
func (g *gzipReader) damage(err error) error {
	if g.tape.err != nil && g.tape.err != io.EOF { // the disk, not the data
		g.err = g.tape.err
		return g.err
	}
	cut := errors.Is(err, io.ErrUnexpectedEOF)
	at, none := g.at(), g.guess && g.wrote == 0
	g.open = false
	g.rewind()
	found := g.seek()
	g.guess = true
	switch {
	case none && found:
		return nil
	case none:
		g.err = io.EOF
		return nil
	case cut && !found:
		err = fmt.Errorf("gzip data that is cut short after byte %d; fetch the file again", at)
	case cut:
		err = fmt.Errorf("damaged gzip data before byte %d; fetch the file again", at)
	default:
		err = fmt.Errorf("damaged gzip data before byte %d (%w); fetch the file again", at, err)
	}
	if !found {
		g.err = err
		return err
	}
	return &window.Gap{Err: err, Since: g.wrote}
}

// rewind goes back to the first byte after the start of a damaged member: what was read as a part of it may be
// the next. Where the member is large, or much has been read twice already, it stays, so that no file takes longer than some
// multiple of its size. What it does depends on the data alone, not on how they come.
func (g *gzipReader) rewind() {
	again := g.at() - g.member - 1
	if again <= 0 || again > againBytes || g.spent > 4*g.at()+againBytes {
		return
	}
	g.spent += again
	g.tape.rewind(g.member + 1)
	g.in.Reset(&g.tape)
}

// seek goes to the next thing that looks like the head of a member.
func (g *gzipReader) seek() bool {
	for {
		b, err := g.in.Peek(g.in.Size())
		i := bytes.Index(b, []byte(gzipMagic))
		switch {
		case i < 0 && err != nil:
			return false
		case i < 0:
			_, _ = g.in.Discard(len(b) - len(gzipMagic) + 1)
			continue
		}
		_, _ = g.in.Discard(i)
		if b, err = g.in.Peek(10); err != nil {
			return false
		}
		// The flags, the effort taken and the system have few values (RFC 1952, 2.3.1).
		if b[3]&0xe0 == 0 && (b[8] == 0 || b[8] == 2 || b[8] == 4) && (b[9] <= 13 || b[9] == 255) {
			return true
		}
		_, _ = g.in.Discard(1)
	}
}

const (
	// againBytes is the largest member, compressed, that is read again.
	againBytes = 1 << 20
	bufBytes   = 64 << 10
	// tailBytes of what was passed on are kept always, and up to keptBytes, so that they are seldom moved.
	tailBytes = againBytes + bufBytes
	keptBytes = 4 * tailBytes
)

// tape passes a stream on and can go back to a place that is not far behind.
type tape struct {
	r     io.Reader
	at    int64  // bytes passed on
	kept  []byte // the last that were passed on
	again []byte // to be passed on before more of r
	err   error
}

// forget drops what was passed on before a place.
func (t *tape) forget(before int64) {
	if n := before - (t.at - int64(len(t.kept))); n > 0 {
		t.kept = append(t.kept[:0], t.kept[n:]...)
	}
}

// rewind goes back to a place that is kept.
func (t *tape) rewind(to int64) {
	rest := len(t.kept) - int(t.at-to)
	t.again = append(bytes.Clone(t.kept[rest:]), t.again...)
	t.at, t.kept = to, t.kept[:rest]
}

func (t *tape) Read(p []byte) (n int, err error) {
	if len(t.again) > 0 {
		n = copy(p, t.again)
		t.again = t.again[n:]
	} else {
		n, err = t.r.Read(p)
		t.err = err
	}
	t.at += int64(n)
	if t.kept = append(t.kept, p[:n]...); len(t.kept) > keptBytes {
		t.forget(t.at - tailBytes)
	}
	return n, err
}
