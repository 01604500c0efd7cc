package source

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/dalbadal/dalbadal/extract"
	"github.com/dalbadal/dalbadal/extract/internal/warc"
)

// webArchive is WARC and WET; a record's number counts all records of the file, those that are no articles too. Articles
// are the pages and plain texts that servers answered with (status 200), those archived as they were, and the
// texts of WET. An article's id is that of its record.
var webArchive = format{
	name:       "warc",
	extensions: []string{".warc", ".wet"},
	looks: func(head []byte, _ *Options) bool {
		return bytes.HasPrefix(head, []byte("WARC/")) && len(head) > 5 && '0' <= head[5] && head[5] <= '9'
	},
	read: readArchive,
}

// warcRoom is for what a block has around it.
const warcRoom = 1 << 20

// maxBlock is the longest block of an article's record: its page, and what HTTP adds to that.
func (in *input) maxBlock() int { return 2 * in.opt.MaxBytes }

func readArchive(in *input, yield func(Item) bool) {
	records := warc.NewReader(in.Window, in.maxBlock(), hasArticle)
	for {
		r, err := records.Next()
		if err == io.EOF {
			return
		}
		if err != nil {
			_, more := errors.AsType[*warc.Damage](err)
			switch {
			case errors.Is(err, warc.ErrLong):
				err = in.tooLong()
			case more:
				err = errors.Unwrap(err)
			}
			if !yield(failed(in.at(r.Number), plain(err))) || !more {
				return
			}
			continue
		}
		in.guard.mark()
		if !yield(in.recordItem(r)) {
			return
		}
	}
}

// hasArticle says whether a record is one of an article, as far as its header and the beginning of its block tell.
func hasArticle(r *warc.Record, head []byte) bool {
	switch r.Type() {
	case "response":
		if kind := warc.MediaType(r.Header.Get("Content-Type")); kind != "" && kind != "application/http" {
			return false // of the domain name system, or another protocol
		}
		answer, err := warc.ParseResponse(head)
		return err != nil || answer.Status == 200 && isText(answer.Header.Get("Content-Type"), answer.Body)
	case "resource", "conversion":
		return isText(r.Header.Get("Content-Type"), head)
	}
	return false
}

// isText says whether a body is a page or plain text; without a type its beginning tells.
func isText(contentType string, body []byte) bool {
	switch warc.MediaType(contentType) {
	case "text/plain", "text/html", "application/xhtml+xml":
		return true
	case "":
		return looksHTML(bytes.TrimPrefix(body, bom), nil)
	}
	return false
}

var errSegments = errors.New("a record in segments, which are not put together; archive it as one")

// recordItem is the item of a record.
func (in *input) recordItem(r *warc.Record) Item {
	source := in.at(r.Number)
	d := &recordDecoder{in: in, header: r.Header, contentType: r.Header.Get("Content-Type"), loose: r.Loose}
	it := Item{Source: source, Size: len(r.Block), raw: r.Block, record: r.Number, decoder: d}
	if r.Header.Get("WARC-Segment-Number") != "" {
		return failed(source, errSegments)
	}
	if r.Type() == "response" {
		answer, err := warc.ParseResponse(r.Block)
		if err != nil {
			return failed(source, err)
		}
		d.contentType = answer.Header.Get("Content-Type")
		if it.raw = answer.Body; !answer.Plain() {
			d.answer, it.raw = answer, nil
		}
	}
	it.Markup = warc.MediaType(d.contentType) != "text/plain"
	return it
}

// recordDecoder makes the article of one record.
type recordDecoder struct {
	in          *input
	header      warc.Header
	contentType string
	answer      *warc.Response // where its body is not the item's Raw
	loose       bool
}

var errLoose = errors.New("a record without the two line ends behind it; it is read all the same")

func (d *recordDecoder) article(it *Item) (a extract.Article, err error) {
	body := it.raw
	if d.answer != nil {
		body, err = d.answer.Content(d.in.opt.MaxBytes)
		if errors.Is(err, warc.ErrLong) {
			return a, d.in.tooLong()
		} else if err != nil {
			return a, err
		}
	} else if len(body) > d.in.opt.MaxBytes {
		return a, d.in.tooLong()
	}
	if it.Markup {
		a, err = readHTML(body, d.contentType)
	} else {
		a, err = readPlain(body)
	}
	a.Source = it.Source
	if a.URL == "" {
		a.URL = strings.Trim(d.header.Get("WARC-Target-URI"), "<>") // WARC 1.0 was read to want the brackets
	}
	if a.ID = strings.TrimPrefix(strings.Trim(d.header.Get("WARC-Record-ID"), "<>"), "urn:uuid:"); a.ID == "" {
		a.ID = d.in.id(it.record)
	}
	if err == nil && d.loose {
		err = &Warning{errLoose}
	}
	return a, err
}
