package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// sideKind tells why an element is beside the article.
type sideKind int

const (
	sideNone    sideKind = iota
	sideHidden           // not shown
	sideControl          // buttons, forms, menus, dialogs
	sideComment          // what readers write
	sideCaption          // text of a picture
	sideAside            // by the standard's own word: aside, footer, complementary
	sideRelated          // leads to other articles
	sideShare            // share bars, follow, newsletters, cookies
	sideAd
	sideTags
	sideAuthor // a byline, or the author's life
	nSideKinds
)

// roles are those of WAI-ARIA that hold no article.
var roles = map[string]sideKind{
	"navigation": sideControl, "search": sideControl, "dialog": sideControl, "alertdialog": sideControl, "menu": sideControl, "menubar": sideControl,
	"toolbar": sideControl, "button": sideControl, "tablist": sideControl, "complementary": sideAside, "banner": sideAside, "contentinfo": sideAside,
	"alert": sideControl, "tooltip": sideControl, "status": sideControl,
}

// classWords are words in class and id that authors of pages and of their systems use alike.
var classWords = func() map[string]sideKind {
	words := map[string]sideKind{}
	for _, l := range []struct {
		kind  sideKind
		names string
	}{
		{sideHidden, "sronly visuallyhidden screenreader"},
		{sideControl, `nav navbar navigation menu menus submenu megamenu breadcrumb breadcrumbs pagination pager pagenavi toolbar topbar
			dropdown modal popup overlay lightbox tooltip toast offcanvas login poll toc skiplink player playlist carousel weather
			ticker`},
		{sideComment, "comment comments commentlist disqus livefyre respond usercomments"},
		{sideCaption, "caption captions figcaption imgcaption photocaption credit credits photocredit imagecredit copyright"},
		{sideAside, "sidebar sidebars footer footers widget widgets rightrail rail footnote disclaimer correction"},
		{sideRelated, `related relateds relatedposts relatedpost relatednews relatedarticles relatedstories recommended recommendation
			recommendations recirc recirculation alsoread readalso readmore readnext trending popular mostread mostpopular
			mostviewed toppicks topnews latestnews morenews morestories promo promos outbrain taboola mgid zergnet nextarticle
			prevarticle postnav upnext similar crosslink crosslinks teasers`},
		{sideShare, `share shares sharing sharebar sharebox sharebuttons social socials socialmedia socialshare addthis sharethis sharedaddy
			addtoany a2a followus follow newsletter newsletters subscribe subscription subscribebox signup optin cookie cookies
			consent gdpr onetrust whatsapp telegram tweet instagram tiktok appdownload downloadapp donate donation`},
		{sideAd, `ad ads adbox adslot adunit adsense adsbygoogle adwrap adwrapper adcontainer advert adverts advertisement advertisements
			advertising advertorial dfp gpt sponsor sponsors sponsored sponsorship`},
		{sideTags, "tags taglist tagcloud tagscloud keywords hashtags posttags entrytags articletags"},
		{sideAuthor, "byline bylines author authors authorbox authorbio authorinfo bio vcard"},
	} {
		for name := range strings.FieldsSeq(l.names) {
			words[name] = l.kind
		}
	}
	return words
}()

// sideOf tells whether an element is beside the article; settle may find that it holds the article all the same.
func (w *walker) sideOf(n *html.Node) sideKind {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Article:
		return sideNone
	case atom.Nav, atom.Menu, atom.Dialog, atom.Button, atom.Form, atom.Search:
		return sideControl
	case atom.Aside, atom.Footer:
		return sideAside
	case atom.Figure, atom.Figcaption, atom.Caption:
		return sideCaption
	}
	class, id := "", ""
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return sideHidden
		case "aria-hidden":
			if a.Val == "true" {
				return sideHidden
			}
		case "style":
			if v := strings.ReplaceAll(strings.ToLower(a.Val), " ", ""); strings.Contains(v, "display:none") || strings.Contains(v, "visibility:hidden") {
				return sideHidden
			}
		case "role":
			if kind := roles[a.Val]; kind != sideNone && n.DataAtom != atom.A {
				return kind
			}
		case "itemprop":
			switch a.Val {
			case "articleBody", "headline":
				return sideNone
			case "comment", "review":
				return sideComment
			case "author":
				return sideAuthor
			case "caption":
				return sideCaption
			}
		case "itemtype":
			if strings.HasSuffix(a.Val, "/Comment") || strings.HasSuffix(a.Val, "/UserComments") {
				return sideComment
			}
			if strings.HasSuffix(a.Val, "/WPAdBlock") {
				return sideAd
			}
		case "class":
			class = a.Val
		case "id":
			id = a.Val
		}
	}
	if class == "" && id == "" {
		if strings.HasPrefix(n.Data, "amp-") {
			return ampSide(n.Data)
		}
		return sideNone
	}
	if n.DataAtom == 0 && strings.HasPrefix(n.Data, "amp-") {
		if kind := ampSide(n.Data); kind != sideNone {
			return kind
		}
	}
	kind := w.classSide(class)
	if kind == sideNone && strings.Count(id, "-")+strings.Count(id, "_") < 3 { // longer ones are made of a heading's words
		kind = w.classSide(id)
	}
	return kind
}

func ampSide(name string) sideKind {
	switch name {
	case "amp-ad", "amp-embed", "amp-sticky-ad", "amp-auto-ads":
		return sideAd
	case "amp-sidebar", "amp-lightbox", "amp-social-share", "amp-consent", "amp-user-notification", "amp-carousel", "amp-next-page":
		return sideControl
	}
	return sideNone
}

// classSide looks the words of a class or id up, alone and joined with the next one: also-read and alsoRead are alsoread.
func (w *walker) classSide(class string) sideKind {
	if class == "" {
		return sideNone
	}
	if kind, known := w.classes[class]; known {
		return kind
	}
	kind := sideNone
	if bodyName(class) {
		w.classes[class] = kind
		return kind
	}
	for name := range strings.FieldsSeq(class[:min(len(class), 1000)]) {
		if kind = nameSide(name); kind != sideNone {
			break
		}
	}
	w.classes[class] = kind
	return kind
}

func nameSide(name string) sideKind {
	// what systems write of a post's properties, or of what a page has or lacks
	for _, prefix := range []string{"tag-", "category-", "has-", "no-", "with-", "without-", "is-", "single-", "post-", "page-", "hide-", "js-", "format-", "type-"} {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			if prefix != "post-" && prefix != "js-" {
				return sideNone
			}
			name = rest
			break
		}
	}
	var words [12]string
	n := 0
	start := 0
	lower := strings.ToLower(name)
	if len(lower) != len(name) {
		return sideNone
	}
	for i := 0; i <= len(name) && n < len(words); i++ {
		end := i == len(name) || !alnum(name[i])
		hump := !end && i > start && name[i] >= 'A' && name[i] <= 'Z' && name[i-1] >= 'a' && name[i-1] <= 'z'
		if end || hump {
			if i > start {
				words[n] = lower[start:i]
				n++
			}
			start = i
			if end {
				start++
			}
		}
	}
	var joined [64]byte
	for i := 0; i < n; i++ {
		if kind := classWords[words[i]]; kind != sideNone {
			return kind
		}
		if i+1 < n && len(words[i])+len(words[i+1]) <= len(joined) {
			j := copy(joined[:], words[i])
			j += copy(joined[j:], words[i+1])
			if kind := classWords[string(joined[:j])]; kind != sideNone {
				return kind
			}
		}
	}
	return sideNone
}

func alnum(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// settle decides which side matter is left out: all but what holds so much of the page's prose that too little is left
// without it. Comments and what is not shown may be longer than their article.
func (w *walker) settle() {
	left := 0
	for i := range w.blocks {
		w.blocks[i].good = w.blocks[i].prose()
		left += w.blocks[i].good
	}
	w.decide(&left, func(k sideKind) bool { return k == sideComment || k == sideHidden }, func(mass, left int) bool {
		return left-mass < 140 && mass > 2*(left-mass)
	})
	// What a gallery tells, it tells under its pictures; and a class that most of the text has does not mean what it says.
	var shown [nSideKinds]bool
	for kind, mass := range w.proseBeside() {
		switch sideKind(kind) {
		case sideCaption:
			shown[kind] = mass*2 > left
		case sideAd, sideShare, sideAuthor, sideTags:
			shown[kind] = mass*10 > left*keepShare && left-mass < 500
		}
	}
	w.decide(&left, func(k sideKind) bool { return k != sideComment && k != sideHidden && !shown[k] }, func(mass, left int) bool {
		return mass*10 > left*keepShare
	})
}

// keepShare is the share of the prose, in tenths, that side matter must have more of to be none.
const keepShare = 6

// decide settles the side matter of some kinds, outer ones before those in them. left is the prose of blocks that are not out.
func (w *walker) decide(left *int, kinds func(sideKind) bool, holds func(mass, left int) bool) {
	sums := make([]int, len(w.blocks)+1)
	for i := range w.blocks {
		sums[i+1] = sums[i] + w.blocks[i].good
	}
	for _, s := range w.sides {
		if !kinds(s.kind) || s.last <= s.first || w.blocks[s.first].out && w.blocks[s.last-1].out {
			continue
		}
		mass := sums[s.last] - sums[s.first]
		if mass > 0 && holds(mass, *left) {
			continue
		}
		for j := s.first; j < s.last; j++ {
			if b := &w.blocks[j]; !b.out {
				b.out = true
				*left -= b.good
				b.good = 0
			}
		}
	}
}

// proseBeside measures the prose that is in side matter of each kind.
func (w *walker) proseBeside() (mass [nSideKinds]int) {
	for i := range w.blocks {
		if b := &w.blocks[i]; !b.out && b.side >= 0 {
			mass[w.sides[b.side].kind] += b.good
		}
	}
	return mass
}
