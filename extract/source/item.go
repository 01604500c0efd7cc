package source

import (
	"bytes"

	"github.com/dalbadal/dalbadal/extract"
)

// Item is one article as it was found, or a fault found in its place.
type Item struct {
	// Source names the item in messages: FILE, or FILE:RECORD counted from 1. A record is a line of JSON lines, a value
	// of a JSON array, a row of a table behind its header, a record of a web archive.
	Source string
	// Size is the number of bytes that the item holds.
	Size int
	// Escaped says that characters in Raw can be written as escapes of JSON: \u092a.
	Escaped bool
	// Markup says that Raw is HTML: it has tags, also within words, and characters can be written as references
	// (&#2346;), and as escapes of JSON in its scripts.
	Markup bool

	raw    []byte
	record int
	decoder
}

// decoder makes articles of items. It is safe for concurrent use.
type decoder interface {
	article(it *Item) (extract.Article, error)
}

// Article decodes the article. When the error is a *Warning the article is
// still good: something beside its text could not be read.
func (it Item) Article() (extract.Article, error) { return it.article(&it) }

// Raw lends the bytes that the article is decoded from, not to be changed. They are UTF-8 and have each character of the title
// and the text, as it is or in the forms that Escaped and Markup tell of; where that is not certain, Raw is nil. Who
// does without the article on the strength of them does without the faults that decoding it would tell of.
func (it Item) Raw() []byte {
	if it.repairable() || it.Markup && !validUTF8(it.raw) {
		return nil
	}
	return it.raw
}

// repairable says whether the item may have what package devanagari repairs: UTF-8 that was read as Latin-1 or CP1252 has an
// à for each letter, or Ã when that was done twice; and UTF-16 without a mark has zeros, or a tab for each letter.
func (it Item) repairable() bool {
	b := it.raw
	if bytes.Contains(b, []byte("à")) || bytes.Contains(b, []byte("Ã")) || bytes.IndexByte(b, 0) >= 0 {
		return true
	}
	if !it.Escaped && !it.Markup {
		return bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff")) || tabbed(b[:min(len(b), 4096)])
	}
	for {
		i := bytes.Index(b, []byte(`\u00`))
		if i < 0 {
			return false
		}
		if b = b[i+4:]; len(b) >= 2 {
			switch string(b[:2]) {
			case "e0", "E0", "c3", "C3":
				return true
			}
		}
	}
}

func tabbed(head []byte) bool {
	n := bytes.Count(head, []byte("\t"))
	return n > 0 && n >= len(head)/4
}

// Warning is a fault that leaves the article readable.
type Warning struct{ Err error }

func (w *Warning) Error() string { return w.Err.Error() }
func (w *Warning) Unwrap() error { return w.Err }

// decoded is an article that had to be decoded at once, or a fault.
type decoded struct {
	a   extract.Article
	err error
}

func (d decoded) article(*Item) (extract.Article, error) { return d.a, d.err }

func failed(source string, err error) Item {
	return Item{Source: source, decoder: decoded{err: err}}
}

// item is the item of a record in raw. What is lent is decoded at once.
func (in *input) item(d decoder, record int, raw []byte, lent bool) Item {
	it := Item{Source: in.at(record), Size: len(raw), raw: raw, record: record, decoder: d}
	if lent {
		a, err := d.article(&it)
		it.raw, it.Size, it.decoder = nil, len(a.Title)+len(a.Text), decoded{a, err}
	}
	return it
}
