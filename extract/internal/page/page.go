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
	"golang.org/x/net/html"
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

// Fragment gives the text of a string that may be HTML, as the fields of exports from a newsroom's system are: its paragraphs
// apart, and its references to characters read. A string without an element or a reference stays as it is.
func Fragment(s string) string {
	if marked(s) {
		w := cut(parse([]byte(s)))
		w.settle()
		var kept []string
		for i := range w.blocks {
			if !w.blocks[i].out {
				kept = append(kept, w.blocks[i].text)
			}
		}
		return strings.Join(kept, "\n\n")
	}
	if i := strings.IndexByte(s, '&'); i >= 0 && strings.IndexByte(s[i:], ';') > 0 {
		return html.UnescapeString(s)
	}
	return s
}

// marked says whether a string has an element of HTML in it: the end of one, or one that has none.
func marked(s string) bool {
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 || i+2 >= len(s) {
			return false
		}
		s = s[i+1:]
		if s[0] == '/' && 'a' <= s[1]|0x20 && s[1]|0x20 <= 'z' || strings.HasPrefix(s, "br>") || strings.HasPrefix(s, "br/") || strings.HasPrefix(s, "br ") || strings.HasPrefix(s, "p>") {
			return true
		}
	}
}
