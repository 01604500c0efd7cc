package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// measure sums the blocks up in the elements that hold them, and gives each element its score: the prose that it
// holds itself, and half as much for each level below.
func (w *walker) measure() {
	for i := range w.blocks {
		b := &w.blocks[i]
		if b.out {
			continue
		}
		share := float64(b.good)
		for s := b.span; s >= 0; s = w.spans[s].parent {
			sp := &w.spans[s]
			sp.size += b.size
			sp.links += b.links
			sp.good += b.good
			sp.score += share
			share /= 2
		}
	}
	for i := range w.spans {
		sp := &w.spans[i]
		if sp.size > 0 {
			sp.score *= 1 - float64(sp.links)/float64(sp.size)
		}
		sp.score *= bodyFactor(sp.node)
	}
}

// bodyFactor is more than 1 for elements that say that they hold the text of an article.
func bodyFactor(n *html.Node) float64 {
	if n.DataAtom == atom.Article || n.DataAtom == atom.Main {
		return 1.2
	}
	factor := 1.0
	for _, a := range n.Attr {
		switch a.Key {
		case "itemprop":
			if strings.Contains(a.Val, "articleBody") {
				return 2
			}
		case "property":
			if strings.Contains(a.Val, "articleBody") || a.Val == "content:encoded" {
				return 2
			}
		case "class", "id":
			if factor < 1.5 && bodyName(a.Val) {
				factor = 1.5
			}
		}
	}
	return factor
}

// bodyName says whether a class or id is one of the names that many systems give to the text of an article.
func bodyName(s string) bool {
	if len(s) > 500 {
		return false
	}
	for name := range strings.FieldsSeq(s) {
		name = strings.Map(func(r rune) rune {
			if r == '-' || r == '_' {
				return -1
			}
			return r
		}, strings.ToLower(name))
		for _, what := range []string{"article", "story", "entry", "post", "news"} {
			rest, ok := strings.CutPrefix(name, what)
			if !ok {
				continue
			}
			for _, part := range []string{"body", "content", "text", "maincontent", "detail", "details", "fulltext", "description"} {
				if strings.HasPrefix(rest, part) && len(rest) < len(part)+4 {
					return true
				}
			}
		}
	}
	return false
}

// choose gives the element that holds the article's text. titles are what the page may call the article: pages that go on with
// other articles have a heading of their own before each, and the one that this page is about is the first with its title.
func (w *walker) choose(titles []string) int {
	from, to := w.reach(titles)
	best, bestScore := 0, 0.0
	for i := range w.spans {
		score := w.spans[i].score
		if w.spans[i].first >= to || w.spans[i].last <= from {
			score /= 3
		}
		if score > bestScore {
			best, bestScore = i, score
		}
	}
	return w.widen(best)
}

// reach gives the blocks from the heading that is the page's title to the next of its level; all of them where that is not clear.
func (w *walker) reach(titles []string) (from, to int) {
	known := map[string]bool{}
	for _, t := range titles {
		if t = plain(t); t != "" {
			known[t] = true
		}
	}
	from = -1
	for i := range w.blocks {
		b := &w.blocks[i]
		if b.tag != atom.H1 && from < 0 || headingLevel(b.tag) == 0 {
			continue
		}
		switch {
		case from < 0 && known[plain(b.text)]:
			from = i
		case from >= 0 && b.tag == atom.H1 && !b.out && !known[plain(b.text)]:
			return from, i
		}
	}
	return max(from, 0), len(w.blocks)
}

// widen goes up from an element to one that holds more of the same text: the next sections of an article that is
// cut into several, or its paragraphs before a box.
func (w *walker) widen(at int) int {
	for s := at; ; {
		parent := w.spans[s].parent
		if parent < 0 || w.spans[s].node.DataAtom == atom.Article || w.spans[s].node.DataAtom == atom.Body {
			return at
		}
		if attr(w.spans[at].node, "itemprop") == "articleBody" {
			return at
		}
		in, out := &w.spans[at], &w.spans[parent]
		more := out.good - in.good
		if more > 0 {
			rest := out.size - in.size
			restLinks := out.links - in.links
			switch {
			case 2*more < rest, 3*restLinks > rest: // not prose
				if more*4 > in.good {
					return at
				}
			case more*10 > in.good*8 && !w.alike(s, parent):
				return at
			default:
				at = parent
			}
			if at != parent {
				return at
			}
		}
		s = parent
	}
}

// alike says whether prose beside an element stands in elements of its kind, or in paragraphs.
func (w *walker) alike(s, parent int) bool {
	n := w.spans[s].node
	class := attr(n, "class")
	for c := w.spans[parent].node.FirstChild; c != nil; c = c.NextSibling {
		if c != n && c.Type == html.ElementNode && (c.DataAtom == n.DataAtom && attr(c, "class") == class || c.DataAtom == atom.P) {
			return true
		}
	}
	return false
}
