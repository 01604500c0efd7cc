// Package page reads a saved web page and gives the article in it: its title, its text, when it was published, its
// address and its outlet. It goes by what the web's standards and the habits of its authors say of an article:
// JSON-LD and microdata of schema.org, OpenGraph, the elements of HTML, the words in classes that many systems
// share, and how running text differs from menus and lists of links. It knows no site by name.
//
// What comes in is the bytes of a page in any charset; what goes out is valid UTF-8 without control characters other than line breaks.
// The time is linear in the page, and the memory bounded by maxNodes.
package page

import (
	"errors"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// Page is what a page says of its article. Text has paragraphs apart ("\n\n").
type Page struct {
	Title     string
	Text      string
	Published string // ISO 8601: 2024-04-29, or with the time, and with the zone where the page tells it
	URL       string
	Outlet    string
}

// errNoArticle is the error for a page with no running text.
var errNoArticle = errors.New("no article found: the page has no running text; give the page of one article, as its server sent it")

// Read reads the bytes of one page. contentType is the HTTP Content-Type header, or "". It never fails on bad HTML; an
// error says that there is no article to be found in it.
func Read(raw []byte, contentType string) (Page, error) {
	root := parse(decode(raw, contentType))
	facts := gather(goquery.NewDocumentFromNode(root))
	w := cut(root)
	w.settle()
	w.measure()
	at := w.choose(facts.titles())
	p := Page{
		Title:  facts.title(w, at),
		URL:    facts.url(),
		Outlet: facts.outlet(),
	}
	p.Text = strings.Join(w.article(at, facts, p.Title), "\n\n")
	if p.Text == "" {
		return Page{}, errNoArticle
	}
	p.Published = facts.published(w, at, p.URL)
	return p, nil
}
