package page

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// facts is what a page tells about itself outside of its text.
type facts struct {
	ld        linked
	meta      map[string]string // by name or property in lower case; the first of each
	docTitle  string
	lang      string
	canonical string
	base      string
	headings  []*html.Node // h1
	headline  []*html.Node // itemprop=headline
	dates     []*html.Node // itemprop=datePublished
	times     []*html.Node // <time>
}

// factual selects the elements that tell facts.
const factual = "html, meta, title, link[rel], base[href], script, h1, time, [itemprop]"

func gather(doc *goquery.Document) *facts {
	f := &facts{meta: map[string]string{}}
	doc.Find(factual).Each(func(_ int, s *goquery.Selection) { f.take(s.Get(0)) })
	return f
}

func (f *facts) take(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		if f.lang == "" {
			f.lang = attr(n, "lang")
		}
	case atom.Title:
		if f.docTitle == "" && n.Parent.DataAtom != atom.Svg {
			f.docTitle = content(n)
		}
	case atom.Link:
		for rel := range strings.FieldsSeq(attr(n, "rel")) {
			if strings.EqualFold(rel, "canonical") && f.canonical == "" {
				f.canonical = strings.TrimSpace(attr(n, "href"))
			}
		}
	case atom.Base:
		f.base = attr(n, "href")
	case atom.Script:
		if n.FirstChild != nil {
			f.ld.read(readJSON(n.FirstChild.Data))
		}
	case atom.H1:
		f.headings = few(f.headings, n)
	case atom.Time:
		f.times = few(f.times, n)
	case atom.Meta:
		for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
			for name := range strings.FieldsSeq(strings.ToLower(attr(n, key))) {
				if v := clean(attr(n, "content")); v != "" && f.meta[name] == "" {
					f.meta[name] = v
				}
			}
		}
	}
	for prop := range strings.FieldsSeq(attr(n, "itemprop")) {
		switch prop {
		case "headline":
			if n.DataAtom != atom.Meta {
				f.headline = few(f.headline, n)
			}
		case "datePublished":
			f.dates = few(f.dates, n)
		}
	}
}

// few adds a node to those of a kind, of which only so many are looked at.
func few(nodes []*html.Node, n *html.Node) []*html.Node {
	if len(nodes) < 100 {
		nodes = append(nodes, n)
	}
	return nodes
}

// contentNodes is how many nodes of an element its text is read from, contentBytes how much of each: a headline or a date has little.
const contentNodes, contentBytes = 200, 2000

// content is the text of a node, with single spaces.
func content(n *html.Node) string {
	var b strings.Builder
	left := contentNodes
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil && left > 0; c = c.NextSibling {
			left--
			switch {
			case c.Type == html.TextNode:
				b.WriteString(c.Data[:min(len(c.Data), contentBytes)])
			case c.DataAtom == atom.Script || c.DataAtom == atom.Style || c.DataAtom == atom.Button:
			default:
				b.WriteByte(' ')
				walk(c)
			}
		}
	}
	walk(n)
	return clean(b.String())
}

// clean gives text of an attribute or of JSON as a browser would show it: characters written as entities, once more than
// the standard asks for, are undone, and white space is single spaces.
func clean(s string) string {
	if strings.Contains(s, "&") {
		s = html.UnescapeString(s)
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\u00ad' || r == '\u200b' || r == '\ufeff' || r == '\u2060' || r == 0 || 0x7f <= r && r < 0xa0:
			return -1
		case r < ' ':
			return ' '
		}
		return r
	}, s)
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\ufffd")
	}
	return strings.Join(strings.Fields(s), " ")
}

// url is the page's own address.
func (f *facts) url() string {
	for _, s := range []string{f.canonical, f.meta["og:url"], f.ld.url, f.meta["twitter:url"]} {
		if s = f.absolute(s); s != "" {
			return s
		}
	}
	return ""
}

// absolute gives an address with scheme and host; "" where the page does not tell them.
func (f *facts) absolute(s string) string {
	if len(s) > addressBytes {
		return ""
	}
	s = clean(s)
	u, err := url.Parse(s)
	if err != nil || s == "" {
		return ""
	}
	for _, base := range []string{f.base, f.meta["og:url"], f.ld.url} {
		if u.Host != "" && u.Scheme != "" {
			break
		}
		if len(base) > addressBytes {
			continue
		}
		if b, err := url.Parse(clean(base)); err == nil && b.Host != "" && b.Scheme != "" {
			u = b.ResolveReference(u)
		}
	}
	if u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// addressBytes and nameBytes are how long an address and a site's name are at most.
const addressBytes, nameBytes = 4000, 300

// outlet is the name of the site, as it calls itself.
func (f *facts) outlet() string {
	for _, s := range []string{f.meta["og:site_name"], f.ld.publisher, f.ld.site, f.meta["application-name"], f.meta["publisher"], f.meta["dc.publisher"]} {
		if s = clean(s); s != "" && len(s) <= nameBytes && !strings.Contains(s, "://") {
			return s
		}
	}
	return ""
}
