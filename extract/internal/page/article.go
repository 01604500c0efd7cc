package page

import (
	"strings"

	"golang.org/x/net/html"
)

// bodyBytes is how much of an articleBody is read.
const bodyBytes = 1 << 20

// article gives the paragraphs of the article. They are the page's own, where what its JSON-LD gives as the articleBody is
// among them: there it is often cut short, or has its paragraphs run together. Where the page does not show that text, because
// a script or a subscription would, the articleBody itself is taken.
func (w *walker) article(at int, f *facts, title string) []string {
	body := stated(f.ld.body)
	shown, size := w.paragraphs(at, title), 0
	for _, p := range shown {
		size += letterCount(p)
	}
	if body == nil || body.size*10 < size*7 { // a summary, or only the beginning
		return w.standfirst(at, f, title, shown)
	}
	if found := w.match(body.text()); found >= 0 {
		if matched := w.paragraphs(found, title); len(matched) > 0 {
			return w.standfirst(found, f, title, matched)
		}
	}
	if body.size > size*3/2 {
		if told := body.paragraphs(0, title); len(told) > 0 {
			return told
		}
	}
	return w.standfirst(at, f, title, shown)
}

// standfirst adds what stands between the headline and the text: a lead that is prose itself, or the summary that
// the page gives to machines as its description.
func (w *walker) standfirst(at int, f *facts, title string, text []string) []string {
	if len(text) == 0 {
		return text
	}
	var abouts []string
	for _, key := range []string{"og:description", "description", "twitter:description"} {
		if about := plain(f.meta[key]); letterCount(about) >= 40 {
			abouts = append(abouts, about)
		}
	}
	start := w.spans[at].first
	from, headed := w.headline(start, f, title)
	var lead []string
	for i := from; i < start && len(lead) < 3; i++ {
		b := &w.blocks[i]
		if b.side >= 0 && (w.sides[b.side].kind == sideHidden || w.sides[b.side].kind == sideComment) || 4*b.links > b.size || b.size > 900 || b.size < 40 {
			continue
		}
		kind, _ := labelOf(b.text)
		own := plain(b.text)
		is := headed && !b.out && b.good > 0 && kind == labelNone
		for _, about := range abouts {
			is = is || own == about || len(own) >= 80 && (strings.HasPrefix(about, own) || strings.HasPrefix(own, about))
		}
		for _, p := range text[:min(len(text), 3)] {
			is = is && !strings.Contains(plain(p), own)
		}
		if is {
			lead = append(lead, b.text)
		}
	}
	return append(lead, text...)
}

// leadBlocks is how far before the text a lead is looked for, in blocks.
const leadBlocks = 25

// headline gives the block behind the headline that is nearest before a block, if there is one near it: the title, or else an h1.
func (w *walker) headline(start int, f *facts, title string) (from int, found bool) {
	from = max(0, start-leadBlocks)
	title = plain(title)
	for i := start - 1; i >= from; i-- {
		if b := &w.blocks[i]; b.size > 10 && b.size < 400 && 2*b.links <= b.size && plain(b.text) == title {
			return i + 1, true
		}
	}
	for _, n := range f.headings {
		if i, ok := w.before[n]; ok && i >= from && i < start {
			from, found = i+1, true
		}
	}
	return from, found
}

// told is an articleBody, cut into blocks as a page is.
type told struct {
	*walker
	size int
}

// stated reads an articleBody, which is plain text or HTML; nil where it has too little to be one.
func stated(body string) *told {
	body = body[:min(len(body), bodyBytes)]
	if strings.Contains(body, "&") {
		body = html.UnescapeString(body)
	}
	if !strings.Contains(body, "</") && !strings.Contains(body, "<br") && !strings.Contains(body, "<p>") {
		body = "<p>" + strings.ReplaceAll(html.EscapeString(body), "\n", "<p>")
	}
	w := cut(parse([]byte(strings.ToValidUTF8(body, "\ufffd"))))
	w.settle()
	w.measure()
	t := &told{walker: w, size: w.spans[0].size}
	if t.size < 150 {
		return nil
	}
	return t
}

func (t *told) text() string {
	var b strings.Builder
	for i := range t.blocks {
		b.WriteString(t.blocks[i].text)
		b.WriteByte(' ')
	}
	return b.String()
}

// match finds the blocks that have the words of an articleBody, marks them, and gives the element that holds them and hardly more; -1 where the page
// does not have most of it.
func (w *walker) match(body string) int {
	words := strings.Fields(plain(body))
	in := make(map[[2]string]bool, len(words))
	for i := 1; i < len(words); i++ {
		in[[2]string{words[i-1], words[i]}] = true
	}
	mass := make([]int, len(w.spans))
	all := 0
	taken := map[string]bool{}
	for i := range w.blocks {
		b := &w.blocks[i]
		if b.size < 30 || b.side >= 0 && w.sides[b.side].kind == sideComment {
			continue
		}
		own := strings.Fields(plain(b.text))
		common := 0
		for j := 1; j < len(own); j++ {
			if in[[2]string{own[j-1], own[j]}] {
				common++
			}
		}
		if common == 0 || common*10 < (len(own)-1)*7 || taken[b.text] {
			continue
		}
		taken[b.text] = true
		b.sure = true
		all += b.size
		for s := b.span; s >= 0; s = w.spans[s].parent {
			mass[s] += b.size
		}
	}
	if 2*all < letterCount(body) {
		for i := range w.blocks {
			w.blocks[i].sure = false
		}
		return -1
	}
	best := 0
	for s := range mass { // an element comes before those in it
		if mass[s]*10 >= all*9 {
			best = s
		}
	}
	beside := map[int]bool{} // elements that hold matched blocks
	first, last := -1, -1
	for i := w.spans[best].first; i < w.spans[best].last; i++ {
		if b := &w.blocks[i]; b.sure {
			b.out = false
			beside[b.span] = true
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	for i := w.spans[best].first; i < w.spans[best].last; i++ {
		if b := &w.blocks[i]; (i < first || i > last) && (b.good == 0 || !beside[b.span]) {
			b.out = true
		}
	}
	return best
}

func letterCount(s string) int {
	n := 0
	for _, r := range s {
		n += weight(r)
	}
	return n
}
