package source

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/dalbadal/dalbadal/extract"
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
)

// plainText is one article a file.
var plainText = format{
	name:       "text",
	extensions: []string{".txt"},
	looks:      func([]byte, *Options) bool { return false },
	read:       readText,
}

func readText(in *input, yield func(Item) bool) {
	if raw, ok := in.whole(yield); ok {
		yield(in.item(textDecoder{in}, 0, raw, false))
	}
}

// whole is all of an input that is one article; when it cannot be had, it yields why.
func (in *input) whole(yield func(Item) bool) (raw []byte, ok bool) {
	for {
		if len(in.Bytes()) > in.opt.MaxBytes {
			yield(failed(in.name, in.tooLong()))
			return nil, false
		}
		if err := in.More(); err == io.EOF {
			break
		} else if err != nil {
			_, err = in.resume(err)
			yield(failed(in.name, err))
			return nil, false
		}
	}
	raw, lent := in.Take(len(in.Bytes()))
	if lent {
		raw = append([]byte(nil), raw...)
	}
	return raw, true
}

type textDecoder struct{ in *input }

func (d textDecoder) article(it *Item) (extract.Article, error) {
	a, err := readPlain(it.raw)
	a.ID, a.Source = d.in.id(it.record), it.Source
	return a, err
}

// readPlain makes title and text of a plain text.
func readPlain(raw []byte) (a extract.Article, err error) {
	text, err := devanagari.Decode(raw)
	if err != nil {
		return a, err
	}
	if err := readable(text); err != nil {
		return a, err
	}
	a.Title, a.Text = splitTitle(text)
	return a, nil
}

var errNoText = errors.New("no text; nothing but white space")

// readable says why a decoded text cannot be an article.
func readable(text string) error {
	if i := strings.IndexByte(text, 0); i >= 0 {
		return fmt.Errorf("not text: a NUL byte after %d bytes; give the article as text", i)
	}
	if strings.TrimSpace(text) == "" {
		return errNoText
	}
	return nil
}

// maxTitle is the longest title of a plain text, in code points.
const maxTitle = 200

// splitTitle takes the first line for the title when it looks like one: short,
// not ended like a sentence, and not all there is. Both parts are slices of the
// whole.
func splitTitle(whole string) (title, text string) {
	rest := strings.TrimLeft(whole, " \t\r\n")
	line, after, _ := strings.Cut(rest, "\n")
	line = strings.TrimRight(line, " \t\r")
	if utf8.RuneCountInString(line) > maxTitle || endsSentence(line) || strings.TrimSpace(after) == "" {
		return "", whole
	}
	// Blank lines after the title belong to neither; the text's own indentation stays.
	for {
		blank, next, more := strings.Cut(after, "\n")
		if !more || strings.TrimSpace(blank) != "" {
			return line, after
		}
		after = next
	}
}

// endsSentence says whether a line ends in a danda or a full stop; an ellipsis
// ends headlines.
func endsSentence(line string) bool {
	line = strings.TrimRight(line, `"'”’)`)
	if strings.HasSuffix(line, "।") || strings.HasSuffix(line, "॥") || strings.HasSuffix(line, "|") {
		return true
	}
	return strings.HasSuffix(line, ".") && !strings.HasSuffix(line, "..")
}
