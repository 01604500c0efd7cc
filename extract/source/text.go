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
	looks:      func([]byte) bool { return false },
	read:       readText,
}

func readText(in *input, yield func(Item) bool) {
	raw, err := io.ReadAll(io.LimitReader(in, int64(in.opt.MaxBytes)+1))
	switch {
	case err != nil:
		yield(failed(in.name, plain(err)))
		return
	case len(raw) > in.opt.MaxBytes:
		yield(failed(in.name, in.tooLong()))
		return
	}
	yield(Item{Source: in.name, Size: len(raw), decode: func() (extract.Article, error) {
		text, err := devanagari.Decode(raw)
		if err != nil {
			return extract.Article{}, err
		}
		if err := readable(text); err != nil {
			return extract.Article{}, err
		}
		title, text := splitTitle(text)
		return extract.Article{ID: in.id(0), Source: in.name, Title: title, Text: text}, nil
	}})
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
