package page

import (
	"strings"
)

// linked is what a page's JSON-LD (schema.org) says of its article.
type linked struct {
	headline, body, published, url string
	publisher                      string // of the article
	site                           string // the name of a WebSite, or of an organisation that stands by itself
	rank                           int    // of the type of the object taken as the article; 0 for none
}

// articleRank tells how surely an object of a type is the page's article.
func articleRank(kind string) int {
	if i := strings.LastIndexAny(kind, "/#:"); i >= 0 {
		kind = kind[i+1:]
	}
	switch {
	case strings.HasSuffix(kind, "NewsArticle"), kind == "LiveBlogPosting", kind == "Report":
		return 4
	case kind == "Article", strings.HasSuffix(kind, "Article"), kind == "BlogPosting", kind == "SocialMediaPosting", kind == "Review":
		return 3
	case kind == "VideoObject", kind == "ImageGallery", kind == "MediaGallery":
		return 2
	case kind == "WebPage", kind == "ItemPage", kind == "CollectionPage":
		return 1
	}
	return 0
}

// read takes in one script's value. Of several articles the first of the surest type is taken.
func (l *linked) read(v value) { l.walk(v, 0) }

func (l *linked) walk(v value, depth int) {
	if depth > 4 {
		return
	}
	for _, e := range v.list {
		l.walk(e, depth+1)
	}
	if v.fields == nil {
		return
	}
	kinds := v.get("@type")
	if kinds.text != "" {
		kinds.list = []value{{text: kinds.text}}
	}
	rank := 0
	for _, k := range kinds.list {
		rank = max(rank, articleRank(k.text))
		switch name := k.text; {
		case name == "WebSite", depth < 3 && (strings.HasSuffix(name, "Organization")):
			if s := v.get("name").str(); l.site == "" || name == "WebSite" {
				l.site = s
			}
		}
	}
	if rank > l.rank {
		l.take(v, rank)
	}
	l.walk(v.get("@graph"), depth+1)
	if rank <= 1 {
		l.walk(v.get("mainEntity"), depth+1)
	}
}

func (l *linked) take(v value, rank int) {
	old := *l
	l.rank = rank
	l.headline = v.get("headline").str()
	if l.headline == "" {
		l.headline = v.get("name").str()
	}
	if rank >= 3 {
		l.body = v.get("articleBody").str()
	}
	l.published = v.get("datePublished").str()
	if l.published == "" && rank == 2 {
		l.published = v.get("uploadDate").str()
	}
	if l.published == "" {
		l.published = old.published
	}
	l.url = v.get("url").str()
	if main := v.get("mainEntityOfPage"); l.url == "" {
		if l.url = main.str(); l.url == "" {
			l.url = main.get("@id").str()
		}
	}
	for p := v.get("publisher"); ; p = p.list[0] {
		if len(p.list) == 0 {
			l.publisher = p.get("name").str()
			break
		}
	}
}
