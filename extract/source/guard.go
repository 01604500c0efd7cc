package source

import (
	"fmt"
	"io"
)

// What unpacking may give before it counts as an attack: a file that is small and never ends. Deflate can make 1032 bytes
// of one, and a text as repetitive as articles are gives 10; limits hold from a size on that ordinary records do not have.
const (
	maxRatio = 200  // within one record
	maxTotal = 2000 // of a whole file
	// and so many times Options.MaxRecord of one record, whatever the ratio
	maxRecords = 64
)

// guard passes on what is unpacked and stops it when it is a zip bomb.
type guard struct {
	r     io.Reader
	taken func() int64 // from the input, compressed
	most  int64        // bytes of a record
	// whole says that there is compression within, and records are not for this guard to see.
	whole bool
	out   int64
	// where the present record started
	out0, taken0 int64
	err          error
}

// mark says that a record has been found. There is no guard around what is not compressed.
func (g *guard) mark() {
	if g != nil {
		g.out0, g.taken0 = g.out, g.taken()
	}
}

func (g *guard) Read(p []byte) (int, error) {
	if g.err != nil {
		return 0, g.err
	}
	taken := g.taken()
	out, in := g.out-g.out0, taken-g.taken0
	switch {
	case !g.whole && (out > g.most && out > maxRatio*in+g.most || out > maxRecords*g.most):
		g.err = fmt.Errorf("unpacks to more than %s without the end of a record, like a zip bomb; not read further", size(g.most))
	case g.out > maxRecords*g.most && g.out > maxTotal*taken:
		g.err = fmt.Errorf("unpacks to more than %d times its size, like a zip bomb; not read further", maxTotal)
	}
	if g.err != nil {
		return 0, g.err
	}
	n, err := g.r.Read(p)
	g.out += int64(n)
	return n, err
}

func size(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d bytes", n)
	}
	return fmt.Sprintf("%d MB", n>>20)
}
