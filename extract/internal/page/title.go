package page

import (
	"strings"
	"unicode/utf8"
)

// title is the article's headline as the page shows it: the h1 that agrees with what the page says of itself elsewhere, else
// what it says there, without the name of the site.
func (f *facts) title(w *walker, at int) string {
	stated := []string{clean(f.linked.headline), f.meta["og:title"], f.meta["twitter:title"], f.docTitle}
	if f.linked.rank < 3 {
		stated[0] = ""
	}
	best, bestScore := "", 0.0
	for _, n := range append(f.headline[:len(f.headline):len(f.headline)], f.headings...) {
		text := content(n)
		if utf8.RuneCountInString(text) < 5 || len(text) > 1000 {
			continue
		}
		score := 0.0
		for _, s := range stated {
			score = max(score, agreement(text, s))
		}
		if score > bestScore {
			best, bestScore = text, score
		}
	}
	if bestScore >= 0.5 {
		return best
	}
	for _, s := range stated[:3] {
		if s != "" && !strings.EqualFold(s, f.outlet()) {
			return f.withoutSite(s)
		}
	}
	if f.docTitle != "" {
		return f.withoutSite(f.docTitle)
	}
	for _, n := range f.headings {
		if text := content(n); text != "" && len(text) < 1000 {
			return text
		}
	}
	return ""
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
