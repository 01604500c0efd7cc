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

// New returns a reader of what is compressed in r, which begins as Of saw it.
func New(kind Kind, r io.Reader) (io.Reader, error) {
	switch kind {
	case Gzip:
		return newGzip(r), nil
	case Zstd:
		return newZstd(r)
	}
	return r, nil
}

// maxWindow is how far back zstd may refer, which must be held in memory. zstd -19 takes 8 MB.
const maxWindow = 64 << 20

type zstdReader struct {
	d   *zstd.Decoder
	err error
}

func newZstd(r io.Reader) (*zstdReader, error) {
	// One goroutine: the caller has others at work on the articles.
	d, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
	if err != nil {
		return nil, err
	}
	return &zstdReader{d: d}, nil
}

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
