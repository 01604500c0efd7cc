// Package unpack undoes gzip and zstd.
//
// In comes a compressed stream, out comes what was compressed. Where gzip is
// damaged and another member follows, the reader fails with a *window.Gap and
// goes on there when it is read again: files in which each record is a member of
// its own lose the damaged one only.
package unpack

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
)

// Kind is a form of compression.
type Kind int

// The forms that can be undone.
const (
	None Kind = iota
	Gzip
	Zstd
)

// Of tells the compression by the first bytes of a stream.
func Of(head []byte) Kind {
	switch {
	case bytes.HasPrefix(head, []byte(gzipMagic)):
		return Gzip
	case bytes.HasPrefix(head, []byte("\x28\xb5\x2f\xfd")):
		return Zstd
	case len(head) >= 4 && head[0]&0xf0 == 0x50 && string(head[1:4]) == "\x2a\x4d\x18":
		return Zstd // a frame to be skipped, which some programs put first
	}
	return None
}

// Reader reads what is compressed.
type Reader interface {
	io.Reader
	// Taken is how many bytes have been unpacked, as they are compressed. It depends on what has been read, not on
	// the pieces in which the stream comes.
	Taken() int64
}

// New returns a reader of what is compressed in r, which begins as Of saw it: not with None.
func New(kind Kind, r io.Reader) (Reader, error) {
	switch kind {
	case Gzip:
		return newGzip(r), nil
	case Zstd:
		return newZstd(r)
	}
	return nil, errors.New("not compressed")
}

// maxWindow is how far back zstd may refer, which must be held in memory. zstd -19 takes 8 MB.
const maxWindow = 64 << 20

type zstdReader struct {
	d     *zstd.Decoder
	r     io.Reader
	taken int64
	err   error
}

func newZstd(r io.Reader) (*zstdReader, error) {
	// One goroutine: the caller has others at work on the articles.
	z := &zstdReader{r: r}
	var err error
	z.d, err = zstd.NewReader((*zstdInput)(z), zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
	if err != nil {
		return nil, err
	}
	return z, nil
}

// zstdInput counts what the decoder takes: it reads blocks as they are.
type zstdInput zstdReader

func (z *zstdInput) Read(p []byte) (int, error) {
	n, err := z.r.Read(p)
	z.taken += int64(n)
	return n, err
}

func (z *zstdReader) Taken() int64 { return z.taken }

func (z *zstdReader) Read(p []byte) (int, error) {
	if z.err != nil {
		return 0, z.err
	}
	n, err := z.d.Read(p)
	if err == nil {
		return n, nil
	}
	switch {
	case err == io.EOF:
	case errors.Is(err, zstd.ErrWindowSizeExceeded), errors.Is(err, zstd.ErrWindowSizeTooSmall):
		err = fmt.Errorf("zstd data that needs more than %d MB of memory; compress it again without --ultra and --long", maxWindow>>20)
	case errors.Is(err, io.ErrUnexpectedEOF):
		err = errors.New("zstd data that is cut short; fetch the file again")
	case errors.Is(err, zstd.ErrUnknownDictionary):
		err = errors.New("zstd data that needs a dictionary; unpack it first")
	case isFormat(err):
		err = fmt.Errorf("damaged zstd data (%w); fetch the file again", err)
	}
	z.err = err
	z.d.Close()
	return n, err
}

// isFormat tells faults of the data from those of reading it.
func isFormat(err error) bool {
	for _, f := range []error{zstd.ErrMagicMismatch, zstd.ErrReservedBlockType, zstd.ErrCompressedSizeTooBig, zstd.ErrBlockTooSmall,
		zstd.ErrUnexpectedBlockSize, zstd.ErrFrameSizeExceeded, zstd.ErrFrameSizeMismatch, zstd.ErrCRCMismatch, zstd.ErrDecoderSizeExceeded} {
		if errors.Is(err, f) {
			return true
		}
	}
	return false
}
