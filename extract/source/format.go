package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/encoding/unicode"

	"github.com/dalbadal/dalbadal/extract/internal/unpack"
)

// headBytes is how much of an input is looked at to tell its format.
const headBytes = 64 << 10

// format is one kind of input.
type format struct {
	name       string
	extensions []string
	// looks says whether the head of an input, without a byte order mark and
	// leading space, is surely of this format.
	looks func(head []byte, opt *Options) bool
	read  func(in *input, yield func(Item) bool)
}

// formats in the order in which content is tried; the last takes what is left.
var formats = []format{webArchive, jsonArray, jsonLines, webPage, commaTable, tabTable, plainText}

// Formats are the names that Options.Format takes, beside "auto".
func Formats() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

func extensions() (all []string) {
	for _, f := range formats {
		all = append(all, f.extensions...)
	}
	return all
}

// foreign are formats that are known and not read, by their first bytes.
var foreign = []struct{ magic, what string }{
	{"BZh", "compressed with bzip2; unpack it first"},
	{"\xfd7zXZ", "compressed with xz; unpack it first"},
	{"7z\xbc\xaf", "compressed with 7-Zip; unpack it first"},
	{"PK\x03\x04", "a zip file or office document; unpack it, or export its text"},
	{"%PDF-", "a PDF; extract its text first, with pdftotext for instance"},
	{"\x89PNG", "a picture, not text"},
	{"\xff\xd8\xff", "a picture, not text"},
	{"\x7fELF", "a program, not text"},
	{"<rss", "a feed; give the pages that it links to"},
	{"<feed", "a feed; give the pages that it links to"},
}

// tarAt is where a tar archive says that it is one.
const tarAt = 257

// open looks at the head of the input, undoes compression and UTF-16 and tells the format.
func (in *input) open() (*format, error) {
	head, err := in.head()
	for layers := 0; err == nil && unpack.Of(head) != unpack.None; layers++ {
		if layers == maxLayers {
			return nil, errors.New("compressed more than twice; unpack it first")
		}
		if err = in.unpack(unpack.Of(head)); err == nil {
			head, err = in.head()
		}
	}
	if err != nil {
		return nil, err
	}
	if len(head) == 0 {
		return nil, errors.New("empty; nothing to read")
	}
	start := bytes.TrimLeft(bytes.TrimPrefix(head, bom), " \t\r\n")
	if bytes.HasPrefix(start, []byte("<?xml")) {
		_, start, _ = bytes.Cut(start, []byte("?>"))
		start = bytes.TrimLeft(start, " \t\r\n")
	}
	for _, f := range foreign {
		if bytes.HasPrefix(start, []byte(f.magic)) {
			return nil, errors.New(f.what)
		}
	}
	if len(head) > tarAt && bytes.HasPrefix(head[tarAt:], []byte("ustar")) {
		return nil, errors.New("a tar archive; unpack it first")
	}
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		utf16 := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
		checked := &utf16Checker{r: in.Window, big: head[0] == 0xfe}
		in.Window = in.window(utf16.NewDecoder().Reader(checked), 0)
		if head, err = in.head(); err != nil {
			return nil, err
		}
	}
	if bytes.HasPrefix(head, bom) {
		in.Skip(len(bom))
		head = head[len(bom):]
	}
	if name := in.opt.Format; name != "" && name != "auto" {
		i := slices.IndexFunc(formats, func(f format) bool { return f.name == name })
		if i < 0 {
			return nil, fmt.Errorf("no input format %q; there are %s", name, strings.Join(Formats(), ", "))
		}
		return &formats[i], nil
	}
	head = bytes.TrimLeft(head, " \t\r\n")
	for i := range formats {
		if formats[i].looks(head, &in.opt) {
			return &formats[i], nil
		}
	}
	ext := extension(in.name)
	for i := range formats {
		if slices.Contains(formats[i].extensions, ext) {
			return &formats[i], nil
		}
	}
	return &formats[len(formats)-1], nil
}

var bom = []byte("\ufeff")

// head is the first bytes of the input. It waits for headBytes, or the
// end, unless a complete line of JSON has come: a stream of lines is read as it
// is written. An error behind some bytes comes again after them.
func (in *input) head() ([]byte, error) {
	for {
		head := in.Bytes()
		if len(head) >= headBytes {
			return head[:headBytes], nil
		}
		if startsWithJSONLine(head) {
			return head, nil
		}
		if err := in.More(); err == io.EOF || err != nil && len(head) > 0 {
			return head, nil
		} else if err != nil {
			return nil, err
		}
	}
}
