package page

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// titleBytes is how long a title is at most.
const titleBytes = 1000

// title is the article's headline as the page shows it: the heading that agrees with what the page says of itself elsewhere, else
// what it says there, without the name of the site.
func (f *facts) title(w *walker, at int) string {
	var stated []string
	site, host := plain(f.outlet()), hostName(f.url())
	headline := ""
	if f.ld.rank >= 3 {
		headline = clean(f.ld.headline)
	}
	for _, s := range []string{headline, f.meta["og:title"], f.meta["twitter:title"]} {
		if s != "" && len(s) <= titleBytes && !isSite(s, site, host) {
			stated = append(stated, f.withoutSite(s))
		}
	}
	document := f.withoutSite(f.docTitle)
	best, bestScore := "", 0.49
	try := func(text string, factor float64) {
		if utf8.RuneCountInString(text) < 5 || len(text) > titleBytes || isSite(text, site, host) {
			return
		}
		score := 0.0
		for _, s := range stated {
			score = max(score, agreement(text, s)*factor)
		}
		if len(stated) == 0 {
			score = agreement(text, document) * factor
		}
		if score > bestScore {
			best, bestScore = text, score
		}
	}
	for _, n := range append(f.headline[:len(f.headline):len(f.headline)], f.headings...) {
		try(content(n), 1)
	}
	if best == "" {
		// blogs give their own name the first heading
		for i := range w.blocks[:w.spans[at].last] {
			if b := &w.blocks[i]; b.tag == atom.H2 || b.tag == atom.H3 {
				try(strings.ReplaceAll(b.text, "\n", " "), 0.6)
			}
		}
	}
	if best != "" {
		// a heading may have the topic before the headline
		for _, s := range stated {
			if a, b := plain(best), plain(s); len(b) > 20 && len(a) > len(b) && strings.HasSuffix(a, " "+b) {
				return s
			}
		}
		return best
	}
	if len(f.headings) == 1 { // what is written for search engines may be worded otherwise
		if text := content(f.headings[0]); letterCount(text) > 20 && letterCount(text) < 300 && len(strings.Fields(text)) > 3 && !isSite(text, site, host) {
			return text
		}
	}
	if len(stated) > 0 {
		return stated[0]
	}
	if document != "" && !isSite(document, site, host) {
		return document
	}
	for _, n := range f.headings {
		if text := content(n); text != "" && len(text) <= titleBytes {
			return text
		}
	}
	return f.docTitle
}

// titles are what the page calls its article outside of the text.
func (f *facts) titles() []string {
	return []string{clean(f.ld.headline), f.meta["og:title"], f.withoutSite(f.meta["og:title"]), f.meta["twitter:title"], f.withoutSite(f.docTitle)}
}

// agreement is the share of words that two titles have in common, of those in the shorter; a one-word title has to be all of the other's.
func agreement(a, b string) float64 {
	x, y := strings.Fields(plain(a)), strings.Fields(plain(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 || len(y) > 100 {
		return 0
	}
	in := map[string]bool{}
	for _, s := range y {
		in[s] = true
	}
	common := 0
	for _, s := range x {
		if in[s] {
			common++
		}
	}
	if len(x) == 1 && len(y) > 3 {
		return 0.3 * float64(common)
	}
	return float64(common) / float64(len(x))
}

// separators stand between a headline and the site's name.
var separators = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", "|", ": "}

// withoutSite cuts the site's name off a title, before or behind it.
func (f *facts) withoutSite(title string) string {
	if len(title) > titleBytes {
		return title
	}
	site := plain(f.outlet())
	host := hostName(f.url())
	for cut := true; cut; {
		cut = false
		for _, sep := range separators {
			i := strings.LastIndex(title, sep)
			if i > 0 {
				head, tail := strings.TrimSpace(title[:i]), strings.TrimSpace(title[i+len(sep):])
				if head != "" && (isSite(tail, site, host) || sep != ": " && sep != " - " && sep != " – " && sep != " / " && len(strings.Fields(tail)) <= 4 && len(tail)*2 < len(head)) {
					title, cut = head, true
					break
				}
				if i := strings.Index(title, sep); i > 0 {
					head, tail := strings.TrimSpace(title[:i]), strings.TrimSpace(title[i+len(sep):])
					if tail != "" && isSite(head, site, host) {
						title, cut = tail, true
						break
					}
				}
			}
		}
	}
	return title
}

// isSite says whether a piece of a title is the site's name: as it calls itself, or as its host is called.
func isSite(s, site, host string) bool {
	s = plain(s)
	if s == "" {
		return false
	}
	if site != "" && (s == site || strings.HasPrefix(s, site+" ") || strings.HasPrefix(site, s+" ")) {
		return true
	}
	joined := strings.ReplaceAll(s, " ", "")
	return len(joined) > 2 && host != "" && (joined == host || strings.HasPrefix(joined, host) || len(joined) >= 4 && strings.HasPrefix(host, joined))
}

// hostName is the part of an address that names the site: www.example.co.in/… gives example.
func hostName(address string) string {
	_, rest, ok := strings.Cut(address, "://")
	if !ok {
		return ""
	}
	host, _, _ := strings.Cut(rest, "/")
	parts := strings.Split(strings.ToLower(host), ".")
	for len(parts) > 1 && (len(parts[0]) <= 3 || parts[0] == "mobile" || parts[0] == "news" && len(parts) > 2) {
		parts = parts[1:]
	}
	return strings.ReplaceAll(parts[0], "-", "")
}
