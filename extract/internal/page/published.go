package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// publishedMeta are the names under which pages give the time of publication to machines, the surest first.
var publishedMeta = []string{
	"article:published_time", "datepublished", "og:published_time", "article:published", "og:article:published_time", "rnews:datepublished",
	"publish-date", "publish_date", "publishdate", "published_time", "published-date", "publication_date", "publication-date", "publicationdate", "pubdate", "pub_date",
	"parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "bt:pubdate", "vr:published_time",
	"dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date.created", "dcterms.created", "dc.date", "dc:date", "date.issued", "originalpublicationdate",
	"citation_publication_date", "citation_date", "citation_online_date", "article_date_original", "article.published", "article.created", "displaydate",
	"shareaholic:article_published_time", "prism.publicationdate", "date", "datecreated", "created", "creation_date", "iso-8601-publish-date", "ptime", "apub:time",
}

// published is the time of publication, as sure as the page tells it: to machines, beside the headline, in its address.
func (f *facts) published(w *walker, at int, address string) string {
	l := locale{lang: f.lang}
	if l.lang == "" {
		l.lang = f.meta["og:locale"]
	}
	if l.lang == "" {
		l.lang = f.meta["content-language"]
	}
	if f.ld.rank >= 3 {
		if d, ok := l.metaDate(f.ld.published); ok {
			return d.String()
		}
	}
	for _, name := range publishedMeta {
		if v := f.meta[name]; v != "" {
			if d, ok := l.metaDate(v); ok {
				return d.String()
			}
		}
	}
	for _, n := range f.dates {
		if d, ok := l.nodeDate(n); ok {
			return d.String()
		}
	}
	if d, ok := l.metaDate(f.ld.published); ok {
		return d.String()
	}
	if d, ok := f.besideHeadline(l, w, at); ok {
		return d.String()
	}
	path := address
	if i := strings.Index(path, "://"); i >= 0 {
		_, path, _ = strings.Cut(path[i+3:], "/")
	}
	path, _, _ = strings.Cut(path, "?")
	if d, ok := urlDate("/" + path); ok {
		return d.String()
	}
	if d, ok := named(l, w, at); ok {
		return d.String()
	}
	if d, ok := below(l, w, at); ok {
		return d.String()
	}
	return ""
}

// named looks for an element whose class says that it holds the date of publication, not long before the text or right behind it.
func named(l locale, w *walker, at int) (stamp, bool) {
	from, to := w.spans[at].first-30, w.spans[at].last+1
	for _, n := range w.dated {
		i, ok := w.before[n]
		if !ok || i < from || i > to || i > w.spans[at].first+3 && i < w.spans[at].last-3 {
			continue
		}
		text := content(n)
		if len(text) > 300 || changed(text) {
			continue
		}
		if d, ok := l.nodeDate(n); ok {
			return d, true
		}
	}
	return stamp{}, false
}

// below looks for a date in the lines right behind the text, where blogs tell when a post was written.
func below(l locale, w *walker, at int) (stamp, bool) {
	last := w.spans[at].last
	for last > w.spans[at].first && w.blocks[last-1].good == 0 {
		last--
	}
	for i := last; i < min(len(w.blocks), last+6); i++ {
		b := &w.blocks[i]
		kind, _ := labelOf(b.text)
		if b.size > 200 || kind != labelStamp && !isStamp(b.text) || changed(b.text) {
			continue
		}
		if d, ok := l.findDate(b.text); ok {
			return d, true
		}
	}
	return stamp{}, false
}

// nodeDate is the date of an element, from its attribute or its text.
func (l locale) nodeDate(n *html.Node) (stamp, bool) {
	for _, key := range []string{"datetime", "content", "title", "data-published", "data-date"} {
		if v := attr(n, key); v != "" {
			if d, ok := l.metaDate(v); ok {
				return d, true
			}
		}
	}
	if n.DataAtom == atom.Meta {
		return stamp{}, false
	}
	return l.findDate(content(n))
}

// besideHeadline looks for a date between the headline and the text, then shortly before the headline.
func (f *facts) besideHeadline(l locale, w *walker, at int) (stamp, bool) {
	text := w.spans[at].first
	for text < len(w.blocks) && w.blocks[text].good == 0 {
		text++
	}
	head := text
	for _, n := range f.headings {
		if i, ok := w.before[n]; ok && i <= text {
			head = i
		}
	}
	from, to := max(0, head-8), min(len(w.blocks), text+2)
	// elements for dates first
	for _, n := range f.times {
		if i, ok := w.before[n]; ok && head <= i && i <= to && !changed(content(n.Parent)) {
			if d, ok := l.nodeDate(n); ok {
				return d, true
			}
		}
	}
	var second stamp
	found := false
	look := func(i int) bool {
		b := &w.blocks[i]
		if b.size > 200 || b.good > 0 {
			return false
		}
		d, ok := l.findDate(b.text)
		if !ok {
			return false
		}
		if changed(b.text) {
			if !found {
				second, found = d, true
			}
			return false
		}
		second, found = d, true
		return true
	}
	for i := head; i < to; i++ {
		if look(i) {
			return second, true
		}
	}
	for i := head - 1; i >= from; i-- {
		if look(i) {
			return second, true
		}
	}
	for _, n := range f.times {
		if i, ok := w.before[n]; ok && from <= i && i <= w.spans[at].last && !found {
			if d, ok := l.nodeDate(n); ok {
				return d, true
			}
		}
	}
	return second, found
}

// changed says whether a text tells of a later change, and not of publication.
func changed(s string) bool {
	s = fold(s[:min(len(s), 300)])
	for _, w := range []string{"updated", "modified", "अपडेट", "संशोधित", "aktualisiert", "mis à jour", "modifié", "actualizado", "atualizado", "aggiornato", "обновлен", "оновлен", "güncel"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// dateName says whether a class names a date of publication.
func dateName(class string) bool {
	if len(class) > 200 {
		return false
	}
	class = strings.ToLower(class)
	for _, w := range []string{"date", "publish", "posted", "timestamp", "time-stamp", "datum", "fecha", "pubtime", "post-time", "tarih"} {
		if i := strings.Index(class, w); i >= 0 && !strings.HasPrefix(class[i:], "dateModified") && (i == 0 || class[i-1] != 'p' || w != "date") { // not "update"
			return true
		}
	}
	return false
}
