package source

import (
	"fmt"
	"io"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
)

// utf16Checker passes the bytes of UTF-16 on and fails where they are none. The decoder behind it would put a
// replacement character there and say nothing.
type utf16Checker struct {
	r     io.Reader
	big   bool  // big-endian
	at    int64 // bytes passed on
	first byte  // of the code unit begun, where at is odd
	high  bool  // the unit before was the first of a surrogate pair
}

func (c *utf16Checker) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	for i, b := range p[:n] {
		c.at++
		if c.at%2 != 0 {
			c.first = b
			continue
		}
		lead := c.first
		if !c.big {
			lead = b
		}
		low := lead&0xfc == 0xdc
		if c.high != low {
			return i, fmt.Errorf("%w: half a surrogate pair before byte %d", devanagari.ErrInvalidUTF16, c.at)
		}
		c.high = lead&0xfc == 0xd8
	}
	if err == io.EOF && (c.at%2 != 0 || c.high) {
		return n, fmt.Errorf("%w: the file is cut short after byte %d", devanagari.ErrInvalidUTF16, c.at)
	}
	return n, err
}
