package source

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/unpack"
	"github.com/dalbadal/dalbadal/extract/internal/window"
)

// maxLayers is how often an input may be compressed.
const maxLayers = 2

// input is one stream being read.
type input struct {
	*window.Window
	name  string
	opt   Options
	short string // the name without folder and extension, for ids
	guard *guard // of a compressed input
}

func newInput(name string, r io.Reader, opt Options) *input {
	if opt.MaxBytes == 0 {
		opt.MaxBytes = DefaultMaxBytes
	}
	if opt.MaxRecord == 0 {
		opt.MaxRecord = max(DefaultMaxRecord, opt.MaxBytes)
	}
	in := &input{name: name, opt: opt}
	base := filepath.Base(unpackedName(name))
	if in.short = strings.TrimSuffix(base, filepath.Ext(base)); in.short == "" {
		in.short = base
	}
	var size int64
	if f, ok := r.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			size = info.Size()
		}
	}
	if opt.Consumed != nil {
		r = &counter{r: r, tell: opt.Consumed}
	}
	in.Window = in.window(r, size)
	return in
}

func (in *input) window(r io.Reader, size int64) *window.Window {
	return window.New(r, max(in.opt.MaxRecord, in.maxBlock()+warcRoom), size)
}

// unpack undoes one layer of compression.
func (in *input) unpack(kind unpack.Kind) error {
	r, err := unpack.New(kind, in.Window)
	if err != nil {
		return err
	}
	taken := r.Taken
	if in.guard != nil {
		in.guard.whole = true
		taken = in.guard.taken
	}
	in.guard = &guard{r: r, taken: taken, most: int64(in.opt.MaxRecord)}
	in.Window = in.window(in.guard, 0)
	return nil
}

// counter tells how much is taken from an input.
type counter struct {
	r    io.Reader
	tell func(n int)
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	if n > 0 {
		c.tell(n)
	}
	return n, err
}

// id is the id of an article without one: the file's name without folder and
// extension, and the record's number in a file of many.
func (in *input) id(record int) string {
	if record == 0 {
		return in.short
	}
	return in.short + "-" + strconv.Itoa(record)
}

// at is the source of a record, counted from 1; that of the whole for 0.
func (in *input) at(record int) string {
	if record == 0 {
		return in.name
	}
	var space [256]byte // one allocation, not two
	return string(strconv.AppendInt(append(append(space[:0], in.name...), ':'), int64(record), 10))
}

// tooLong is the fault of an article, and longRecord of what it is to be found in.
func (in *input) tooLong() error    { return tooLong(in.opt.MaxBytes) }
func (in *input) longRecord() error { return tooLong(in.opt.MaxRecord) }

func tooLong(limit int) error {
	const mb = 1 << 20
	if limit < mb {
		return fmt.Errorf("longer than %d bytes; split it into articles", limit)
	}
	return fmt.Errorf("longer than %d MB; split it into articles", limit/mb)
}

// resume says whether more can be read after an error, and gives it as it is told.
func (in *input) resume(err error) (bool, error) {
	if gap, ok := errors.AsType[*window.Gap](err); ok {
		in.Resume()
		return true, gap.Err
	}
	return false, plain(err)
}
