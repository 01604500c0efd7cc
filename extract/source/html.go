package source

import (
	"bytes"
	"fmt"

	"github.com/dalbadal/dalbadal/extract"
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/page"
)

// webPage is one article a file.
var webPage = format{
	name:       "html",
	extensions: []string{".html", ".htm", ".xhtml"},
	looks:      looksHTML,
	read:       readPage,
}

func readPage(in *input, yield func(Item) bool) {
	if raw, ok := in.whole(yield); ok {
		it := in.item(pageDecoder{in}, 0, raw, false)
		it.Markup = true
		yield(it)
	}
}

type pageDecoder struct{ in *input }

func (d pageDecoder) article(it *Item) (extract.Article, error) {
	a, err := readHTML(it.raw, "")
	a.ID, a.Source = d.in.id(it.record), it.Source
	return a, err
}

// readHTML makes an article of a page; contentType is what the server said, or "".
func readHTML(raw []byte, contentType string) (a extract.Article, err error) {
	p, err := page.Read(raw, contentType)
	if err != nil {
		return a, err
	}
	a = extract.Article{Published: p.Published, URL: p.URL, Outlet: p.Outlet}
	if a.Title, err = devanagari.DecodeString(p.Title); err != nil {
		return a, fmt.Errorf("the title: %w", err)
	}
	if a.Text, err = devanagari.DecodeString(p.Text); err != nil {
		return a, fmt.Errorf("the article: %w", err)
	}
	return a, readable(a.Text)
}

// openings are what pages begin with, of those that the MIME Sniffing Standard lists (7.1) the ones that no Hindi text
// begins with.
var openings = []string{"<!doctype html", "<html", "<head", "<body", "<script", "<style", "<title", "<meta", "<div", "<article",
	"<table", "<iframe", "<h1", "<p", "<br", "<a", "<b", "<font"}

// looksHTML says whether a text begins as a page does, behind comments and the declaration of XML.
func looksHTML(head []byte, _ *Options) bool {
	for {
		head = bytes.TrimLeft(head, " \t\r\n\f")
		end := ""
		switch {
		case bytes.HasPrefix(head, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(head, []byte("<?xml")):
			end = "?>"
		}
		if end == "" {
			break
		}
		_, rest, closed := bytes.Cut(head, []byte(end))
		if !closed {
			return end == "-->"
		}
		head = rest
	}
	for _, tag := range openings {
		if len(head) > len(tag) && bytes.EqualFold(head[:len(tag)], []byte(tag)) && bytes.IndexByte([]byte(" \t\r\n\f/>"), head[len(tag)]) >= 0 {
			return true
		}
	}
	return false
}
