// Package window reads a stream in large pieces and gives parts of it away.
//
// In comes a stream; out come the bytes that have been read and not yet taken.
// Who finds the end of a record in them takes the record without copying it: a
// piece of memory out of which something was taken is never written again. A
// record that outgrows the pieces by far is lent, not given, from memory that
// the next such record uses too.
package window

import (
	"errors"
	"io"
)

const (
	// pieceBytes is how much is read at a time: enough to make calls rare, little enough to stay in the
	// processor's cache until the records in it are found.
	pieceBytes = 256 << 10
	// longBytes is from where on a record is lent. It bounds what is copied while a piece grows.
	longBytes = 1 << 20
	// longPiece is the memory for that, until a record is longer.
	longPiece = 16 << 20
	// leastRoom is how much must be free in a piece to read into it.
	leastRoom = 4 << 10
	// leastLimit is how much can be looked at in any case, to tell what a stream holds.
	leastLimit = 64 << 10
)

// ErrLong says that a record is longer than the limit.
var ErrLong = errors.New("longer than the limit")

// Gap is the error of a stream in which some bytes are lost and others follow.
type Gap struct {
	Err error
	// Since is how many of the bytes before it are of the part that is damaged, and can be wrong; those before them are
	// right.
	Since int64
}

func (g *Gap) Error() string { return g.Err.Error() }
func (g *Gap) Unwrap() error { return g.Err }

// Window is a stream being read. It is for one goroutine.
type Window struct {
	r          io.Reader
	limit      int
	buf        []byte
	start, end int   // of what is read and not taken
	err        error // of the stream, for when that is used up
	past       *Gap  // the last behind which it went on
	given      bool  // a part of buf has been given away
	lending    bool  // buf is long
	long       []byte
}

// New returns a window on a stream whose records have at most limit bytes; a limit under 64 KB is for the caller
// to see to. When the size of the stream is
// known to be small, a hint saves memory; 0 is unknown.
func New(r io.Reader, limit int, hint int64) *Window {
	size := pieceBytes
	if 0 < hint && hint < pieceBytes {
		size = int(hint) + leastRoom // room to find the end in
	}
	return &Window{r: r, limit: max(limit, leastLimit), buf: make([]byte, size)}
}

// Bytes are what is read and not taken. They are valid until the next call of More, Take or Skip.
func (w *Window) Bytes() []byte { return w.buf[w.start:w.end] }

// More reads until there are more Bytes. Its error is io.EOF, ErrLong when there are more than limit of them
// already, *Gap (see Resume), or what the stream fails with.
func (w *Window) More() error {
	if w.end-w.start > w.limit {
		return ErrLong
	}
	if w.err != nil {
		return w.err
	}
	if len(w.buf)-w.end < leastRoom {
		w.grow()
	}
	for range 100 {
		n, err := w.r.Read(w.buf[w.end:min(len(w.buf), w.end+pieceBytes)])
		w.end += n
		if gap, ok := err.(*Gap); ok && gap == w.past {
			err = gap.Err // a reader between here and there that cannot go on gives it again and again
		}
		w.err = err
		if n > 0 {
			return nil
		}
		if err != nil {
			return err
		}
	}
	w.err = io.ErrNoProgress
	return w.err
}

// grow makes room for one read.
func (w *Window) grow() {
	held := w.buf[w.start:w.end]
	into := w.buf
	switch {
	case !w.given && len(held) <= len(w.buf)/2:
	case len(held) < longBytes:
		into = make([]byte, max(pieceBytes, 2*len(held)))
		w.given = false
	default:
		if most := max(w.limit, longBytes) + 2*pieceBytes; w.long == nil && most > longPiece {
			w.long = make([]byte, longPiece)
		} else if len(held)+2*pieceBytes > len(w.long) {
			// All of it at once: what is not written to costs no memory, and growing by and by costs twice as much.
			w.long = make([]byte, most)
		}
		into, w.lending, w.given = w.long, true, false
	}
	w.buf, w.start, w.end = into, 0, copy(into, held)
}

// Take takes the next n bytes. They are the caller's, and nobody writes to them again; lent ones are the
// caller's until the next call of More only.
func (w *Window) Take(n int) (b []byte, lent bool) {
	end := w.start + n
	b = w.buf[w.start:end:end]
	w.start = end
	if !w.lending {
		w.given = w.given || n > 0
		return b, false
	}
	w.leave()
	return b, true
}

// leave moves what is left to a piece that can be given away.
func (w *Window) leave() {
	held := w.buf[w.start:w.end]
	piece := make([]byte, len(held)+pieceBytes)
	w.buf, w.start, w.end = piece, 0, copy(piece, held)
	w.lending, w.given = false, false
}

// Skip drops the next n bytes.
func (w *Window) Skip(n int) {
	w.start += n
	switch {
	case w.lending:
		if w.end-w.start < pieceBytes {
			w.leave()
		}
	case w.start == w.end && !w.given:
		w.start, w.end = 0, 0
	}
}

// Resume goes on behind a Gap. The bytes before it are dropped.
func (w *Window) Resume() {
	w.Skip(w.end - w.start)
	w.past, _ = w.err.(*Gap)
	w.err = nil
}

// Read makes the rest of the window a stream.
func (w *Window) Read(p []byte) (int, error) {
	if w.start == w.end {
		if w.err == nil && len(p) >= leastRoom {
			return w.r.Read(p)
		}
		if err := w.More(); err != nil {
			return 0, err
		}
	}
	n := copy(p, w.Bytes())
	w.Skip(n)
	return n, nil
}
