// Package warc reads web archives: WARC 1.0 and 1.1 (ISO 28500), and WET files, which are WARC with plain text.
//
// In comes a stream, unpacked; out come its records one at a time, each with its
// header and block, which belong to the caller. What is damaged is reported with
// the number of the record, and reading goes on at the next place that looks
// like the head of a record.
package warc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/dalbadal/dalbadal/extract/internal/window"
)

const (
	// maxHeader is the longest header of a record in bytes.
	maxHeader = 64 << 10
	// peekBytes is how much of a block is looked at to tell whether it is wanted.
	peekBytes = 32 << 10
	// heldBytes is the largest block that is not wanted and still read as a whole, to see whether its length is right.
	heldBytes = 512 << 10
)

// Record is one record.
type Record struct {
	// Number counts the records of the stream from 1, the damaged and unwanted ones too.
	Number int
	Header Header
	Block  []byte
	// Loose says that the two line ends behind the record are missing. Its block is whole.
	Loose bool
}

// Type is the kind of record: "response", "resource", "conversion" and others.
func (r *Record) Type() string { return r.Header.Get("WARC-Type") }

// Damage is a fault of one record; others follow.
type Damage struct{ Err error }

func (d *Damage) Error() string { return d.Err.Error() }
func (d *Damage) Unwrap() error { return d.Err }

func damaged(format string, args ...any) error {
	return &Damage{fmt.Errorf(format, args...)}
}

// Reader reads the records of a stream.
type Reader struct {
	w      *window.Window
	limit  int
	wanted func(r *Record, head []byte) bool
	n      int
}

// NewReader returns a reader of the records that are wanted, by their header and the beginning of their block, and
// have a block of at most limit bytes, for which the window must have room.
func NewReader(w *window.Window, limit int, wanted func(r *Record, head []byte) bool) *Reader {
	return &Reader{w: w, limit: limit, wanted: wanted}
}

// Next returns the next wanted record. A *Damage is told of the record whose Number comes with it, and there may be
// more; io.EOF ends the stream, and so does any other error.
func (r *Reader) Next() (*Record, error) {
	for {
		err := r.between()
		r.n++
		if err != nil {
			return &Record{Number: r.n}, r.gap(err)
		}
		rec := &Record{Number: r.n}
		keep, err := r.read(rec)
		if err != nil {
			return rec, r.gap(err)
		}
		if keep {
			return rec, nil
		}
	}
}

// gap goes on behind bytes that are lost.
func (r *Reader) gap(err error) error {
	if gap, ok := errors.AsType[*window.Gap](err); ok {
		r.w.Resume()
		return &Damage{gap.Err}
	}
	return err
}

// between goes over the line ends between records.
func (r *Reader) between() error {
	for {
		b := r.w.Bytes()
		i := 0
		for i < len(b) && (b[i] == '\r' || b[i] == '\n') {
			i++
		}
		r.w.Skip(i)
		if i < len(b) {
			return nil
		}
		if err := r.w.More(); err != nil {
			return err
		}
	}
}

// need reads until there are n bytes, and says whether they are there; they are not at the end of the stream.
func (r *Reader) need(n int) (bool, error) {
	for len(r.w.Bytes()) < n {
		if err := r.w.More(); err == io.EOF {
			return false, nil
		} else if err != nil {
			return false, err
		}
	}
	return true, nil
}

// read reads one record, at whose start the window is.
func (r *Reader) read(rec *Record) (keep bool, err error) {
	whole, err := r.need(len(version) + 1)
	if err != nil {
		return false, err
	}
	if b := r.w.Bytes(); !whole || !bytes.HasPrefix(b, []byte(version)) {
		if _, err := r.need(20); err != nil {
			return false, err
		}
		begins, _, _ := bytes.Cut(r.w.Bytes(), []byte("\n"))
		begins = bytes.Clone(begins[:min(len(begins), 20)])
		if err := r.seek(); err != nil {
			return false, err
		}
		return false, damaged("not a WARC record: it begins with %q, not with WARC/1.0 or WARC/1.1; skipped to the next record", begins)
	}
	size := -1
	for {
		b := r.w.Bytes()
		if size = headerEnd(b[:min(len(b), maxHeader)]); size >= 0 {
			break
		}
		if len(b) >= maxHeader {
			return false, r.drop("a header of more than %d KB; skipped to the next record", maxHeader>>10)
		}
		if err := r.w.More(); err == io.EOF {
			return false, r.drop("cut short in the header; fetch the file again")
		} else if err != nil {
			return false, err
		}
	}
	head := r.w.Bytes()[:size]
	_, lines, _ := bytes.Cut(head, []byte("\n"))
	var bad []byte
	if rec.Header, bad = parseHeader(lines); bad != nil {
		return false, r.drop("a faulty line in the header: %.40q; skipped to the next record", bad)
	}
	given := rec.Header.Get("Content-Length")
	length, err := strconv.ParseUint(given, 10, 62)
	if err != nil {
		return false, r.drop("the Content-Length %.20q is no number of bytes; skipped to the next record", given)
	}

	peek := int(min(length, peekBytes))
	if _, err := r.need(size + peek); err != nil {
		return false, err
	}
	b := r.w.Bytes()[size:]
	keep = r.wanted(rec, b[:min(len(b), peek)])
	switch {
	case keep && length <= uint64(r.limit), length <= heldBytes:
		return keep, r.block(rec, size, int(length), keep)
	}
	return false, r.over(size, int64(length), keep)
}

// block reads a block as a whole and sees whether the record ends where it should.
func (r *Reader) block(rec *Record, size, length int, keep bool) error {
	end := size + length
	whole, err := r.need(end)
	if err != nil {
		return err
	}
	if !whole {
		have := len(r.w.Bytes()) - size
		if i, _ := findHead(r.w.Bytes()[size:], true); i >= 0 {
			r.w.Skip(size + i)
			return damaged("the Content-Length %d is wrong: the next record begins after %d bytes; archive the page again", length, i)
		}
		r.w.Skip(size + have)
		return damaged("cut short: %d of %d bytes are there; fetch the file again", have, length)
	}
	// What follows is looked at before the record is given away: a checksum that fails comes there.
	if _, err := r.need(end + 4 + len(version)); err != nil {
		gap, ok := errors.AsType[*window.Gap](err)
		if !ok || int64(len(r.w.Bytes()))-gap.Since < int64(end) {
			return err
		}
	}
	after := r.w.Bytes()[end:]
	next := bytes.TrimLeft(after[:min(len(after), 4)], "\r\n")
	ended := bytes.HasPrefix(after, []byte("\r\n\r\n")) || bytes.HasPrefix(after, []byte("\n\n"))
	switch {
	case ended:
	case len(after) <= 4 && len(next) == 0:
		rec.Loose = true
	case bytes.HasPrefix(after[min(len(after), 4)-len(next):], []byte(version)):
		rec.Loose = true
	default:
		// Too long where a record begins within the block; too short otherwise.
		b := r.w.Bytes()
		if i, _ := findHead(b[size:end], true); i >= 0 {
			r.w.Skip(size + i)
			return damaged("the Content-Length %d is wrong: the next record begins after %d bytes; archive the page again", length, i)
		}
		r.w.Skip(size) // the next may begin on the last bytes of what was taken for the block
		if err := r.seek(); err != nil {
			return err
		}
		return damaged("the Content-Length %d is wrong: no record ends there; archive the page again", length)
	}
	if !keep {
		r.w.Skip(end)
		return nil
	}
	taken, lent := r.w.Take(end)
	if rec.Block = taken[size:]; lent {
		rec.Block = bytes.Clone(rec.Block)
	}
	return nil
}

// over goes over a large block. A record that begins within it ends it.
func (r *Reader) over(size int, length int64, wanted bool) error {
	r.w.Skip(size)
	for left := length; left > 0; {
		b := r.w.Bytes()
		if int64(len(b)) > left {
			b = b[:left]
		}
		i, maybe := findHead(b, false)
		if i >= 0 {
			r.w.Skip(i)
			return damaged("the Content-Length %d is wrong: the next record begins after %d bytes; archive the page again", length, length-left+int64(i))
		}
		if int64(len(b)) == left {
			r.w.Skip(len(b))
			break
		}
		r.w.Skip(maybe)
		left -= int64(maybe)
		if err := r.w.More(); err == io.EOF {
			left -= int64(len(r.w.Bytes()))
			r.w.Skip(len(r.w.Bytes()))
			return damaged("cut short: %d of %d bytes are there; fetch the file again", length-left, length)
		} else if err != nil {
			return err
		}
	}
	if wanted {
		return &Damage{ErrLong}
	}
	return nil
}

// drop reports the record at whose start the window is and goes to the next.
func (r *Reader) drop(format string, args ...any) error {
	err := damaged(format, args...)
	r.w.Skip(len(version))
	if e := r.seek(); e != nil {
		return e
	}
	return err
}

// seek goes to the next head of a record, or the end.
func (r *Reader) seek() error {
	for {
		i, maybe := findHead(r.w.Bytes(), false)
		if i >= 0 {
			r.w.Skip(i)
			return nil
		}
		r.w.Skip(maybe)
		if err := r.w.More(); err == io.EOF {
			if i, _ := findHead(r.w.Bytes(), true); i >= 0 {
				r.w.Skip(i)
			} else {
				r.w.Skip(len(r.w.Bytes()))
			}
			return nil
		} else if err != nil {
			return err
		}
	}
}

const version = "WARC/1."

// findHead returns where a record begins in b: its version and the name of a field on the next line. When there is
// none, maybe is where one could begin that b has not the whole of.
func findHead(b []byte, all bool) (at, maybe int) {
	for from := 0; ; {
		i := bytes.Index(b[from:], []byte(version))
		if i < 0 {
			return -1, max(from, len(b)-len(version)+1)
		}
		i += from
		from = i + len(version)
		rest := b[from:]
		line, next, whole := bytes.Cut(rest, []byte("\n"))
		name, _, named := bytes.Cut(next[:min(len(next), 64)], []byte(":"))
		switch v := bytes.TrimRight(line, "\r"); {
		case whole && (len(v) != 1 || v[0] < '0' || v[0] > '9'), !whole && len(rest) > 3:
		case named && isName(name):
			return i, 0
		case !all && !named && len(next) < 64:
			return -1, i
		}
	}
}
