package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/encoding/unicode"
)

// headBytes is how much of an input is looked at to tell its format.
const headBytes = 64 << 10

// format is one kind of input.
type format struct {
	name       string
	extensions []string
	// looks says whether the head of an input, without a byte order mark and
	// leading space, is surely of this format.
	looks func(head []byte) bool
	read  func(in *input, yield func(Item) bool)
}

// formats in the order in which content is tried; the last takes what is left.
var formats = []format{jsonArray, jsonLines, plainText}

// foreign are formats that are known and not read, by their first bytes.
var foreign = []struct{ magic, what string }{
	{"\x1f\x8b", "compressed with gzip; unpack it first"},
	{"\x28\xb5\x2f\xfd", "compressed with zstd; unpack it first"},
	{"BZh", "compressed with bzip2; unpack it first"},
	{"\xfd7zXZ", "compressed with xz; unpack it first"},
	{"PK\x03\x04", "a zip file or office document; unpack it, or export its text"},
	{"%PDF-", "a PDF; extract its text first, with pdftotext for instance"},
	{"\x89PNG", "a picture, not text"},
	{"\xff\xd8\xff", "a picture, not text"},
	{"\x7fELF", "a program, not text"},
	{"<!DOCTYPE html", htmlPage},
	{"<!doctype html", htmlPage},
	{"<html", htmlPage},
}

const htmlPage = "a web page, which is not read yet; give its article as text or JSON"

// open looks at the head of the input, undoes UTF-16 and tells the format.
func (in *input) open() (*format, error) {
	head, err := in.head()
	if err != nil {
		return nil, err
	}
	if len(head) == 0 {
		return nil, errors.New("empty; nothing to read")
	}
	for _, f := range foreign {
		if bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(head, bom), " \t\r\n"), []byte(f.magic)) {
			return nil, errors.New(f.what)
		}
	}
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		utf16 := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
		checked := &utf16Checker{r: in.Reader, big: head[0] == 0xfe}
		in.Reader = bufio.NewReaderSize(utf16.NewDecoder().Reader(checked), headBytes)
		if head, err = in.head(); err != nil {
			return nil, err
		}
	}
	if bytes.HasPrefix(head, bom) {
		_, _ = in.Discard(len(bom)) // it is in the buffer
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
		if formats[i].looks(head) {
			return &formats[i], nil
		}
	}
	ext := strings.ToLower(filepath.Ext(in.name))
	for i := range formats {
		if slices.Contains(formats[i].extensions, ext) {
			return &formats[i], nil
		}
	}
	return &formats[len(formats)-1], nil
}

var bom = []byte("\ufeff")

// head peeks at the first bytes of the input. It waits for headBytes, or the
// end, unless a complete line of JSON has come: a stream of lines is read as it
// is written.
func (in *input) head() ([]byte, error) {
	for {
		head, err := in.Peek(max(1, min(in.Buffered(), headBytes)))
		if err == nil && len(head) < headBytes && !startsWithJSONLine(head) {
			head, err = in.Peek(len(head) + 1)
			if err == nil {
				continue
			}
		}
		if err == io.EOF {
			err = nil
		}
		return head, err
	}
}
