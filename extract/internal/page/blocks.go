package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// block is one paragraph, heading, list item or table cell, or the text between two of them.
type block struct {
	text  string
	size  int // in letters, see weight
	links int // letters of it that are in links
	tag   atom.Atom
	span  int  // the innermost element that holds it beside others
	side  int  // the innermost side matter that it is in, an index of sides; -1 outside of all
	out   bool // it is in side matter
	sure  bool // the page's metadata has it as text of the article
	good  int  // how much prose it is, in letters
	line  bool // it is the next line after the block before it
}

// span is an element with blocks in it: those from first up to last.
type span struct {
	node        *html.Node
	parent      int
	first, last int
	size, links int // of the blocks that are not out
	good        int
	score       float64
}

// side is an element that by its name, role or class is beside the article.
type side struct {
	kind        sideKind
	parent      int
	first, last int
}

// walker cuts a tree into blocks.
type walker struct {
	blocks []block
	spans  []span
	sides  []side
	// before tells how many blocks come before some elements: headings and times.
	before map[*html.Node]int

	// dated are elements whose class says that they hold a date; before has them too.
	dated []*html.Node

	classes     map[string]sideKind
	buf         []byte
	size, links int
	span, side  int
	tag         atom.Atom
	inLink, pre int
	space       bool
	broken      bool // the last block ended with a line break
}

func cut(root *html.Node) *walker {
	w := &walker{before: map[*html.Node]int{}, classes: map[string]sideKind{}, side: -1}
	w.spans = append(w.spans, span{node: root, parent: -1})
	w.children(root)
	w.flush()
	w.spans[0].last = len(w.blocks)
	w.unwrap()
	return w
}

func (w *walker) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			w.write(c.Data)
		case html.ElementNode:
			w.element(c)
		}
	}
}

func (w *walker) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Br:
		w.lineBreak()
		return
	case atom.Head, atom.Title, atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Svg, atom.Math, atom.Iframe, atom.Object, atom.Select,
		atom.Datalist, atom.Textarea, atom.Audio, atom.Video, atom.Canvas, atom.Progress, atom.Meter, atom.Rp, atom.Rt:
		return
	case atom.H1, atom.Time:
		w.before[n] = len(w.blocks)
	}
	if class := attr(n, "class"); class != "" && dateName(class) {
		w.before[n] = len(w.blocks)
		w.dated = few(w.dated, n)
	}
	isBlock := closesP(n.DataAtom) || structural(n.DataAtom)
	kind := w.sideOf(n)
	if kind != sideNone && !isBlock {
		// inline side matter is short: a button, a credit behind a picture
		if kind == sideHidden || kind == sideControl || n.DataAtom != atom.A && kind != sideTags {
			isBlock = true
		}
	}
	if !isBlock {
		link := n.DataAtom == atom.A && attr(n, "href") != ""
		if link {
			w.inLink++
		}
		w.children(n)
		if link {
			w.inLink--
		}
		return
	}

	w.flush()
	outerSpan, outerSide, outerTag := w.span, w.side, w.tag
	first := len(w.blocks)
	w.span = len(w.spans)
	w.spans = append(w.spans, span{node: n, parent: outerSpan, first: first})
	if kind != sideNone {
		w.side = len(w.sides)
		w.sides = append(w.sides, side{kind: kind, parent: outerSide, first: first})
	}
	w.tag = n.DataAtom
	if n.DataAtom == atom.Pre {
		w.pre++
	}
	w.children(n)
	w.flush()
	if n.DataAtom == atom.Pre {
		w.pre--
	}
	if kind != sideNone {
		w.sides[w.side].last = len(w.blocks)
	}
	w.spans[w.span].last = len(w.blocks)
	if n := len(w.blocks) - first; n == 1 || paragraph(w.tag) {
		// the element is no more than a wrapper of its block, or of its lines
		for i := first; i < len(w.blocks); i++ {
			if n == 1 || w.blocks[i].span == w.span {
				w.blocks[i].span = outerSpan
			}
		}
	}
	if w.span == len(w.spans)-1 && len(w.blocks) == first {
		w.spans = w.spans[:w.span] // nothing in it
	}
	w.span, w.side, w.tag = outerSpan, outerSide, outerTag
}

// paragraph says whether an element is one paragraph, whatever lines it has.
func paragraph(a atom.Atom) bool {
	return a == atom.P || a == atom.Li || a == atom.Dd || a == atom.Dt || a == atom.Figcaption || headingLevel(a) > 0
}

// lineBreak ends a line. It is a block of its own, since pages write paragraphs, and labels between them, as lines; unwrap joins
// the lines of a text that was broken to a width.
func (w *walker) lineBreak() {
	n := len(w.blocks)
	w.flush()
	w.broken = len(w.blocks) > n
}

// write adds text, with white space as a browser shows it.
func (w *walker) write(s string) {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			if c <= ' ' || c == 0x7f {
				if c == '\n' && w.pre > 0 && len(w.buf) > 0 {
					w.buf = append(w.buf, '\n')
				} else if c != 0 {
					w.space = true
				}
				continue
			}
			w.pad()
			w.buf = append(w.buf, c)
			w.count(1)
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case r == '\u00ad' || r == '\u200b' || r == '\ufeff' || r == '\u2060' || 0x80 <= r && r < 0xa0:
			continue
		case unicode.IsSpace(r):
			w.space = true
			continue
		}
		w.pad()
		w.buf = utf8.AppendRune(w.buf, r)
		w.count(weight(r))
	}
}

// pad writes the space that is due.
func (w *walker) pad() {
	if w.space && len(w.buf) > 0 && w.buf[len(w.buf)-1] != '\n' {
		w.buf = append(w.buf, ' ')
	}
	w.space = false
}

func (w *walker) count(n int) {
	w.size += n
	if w.inLink > 0 {
		w.links += n
	}
}

// flush ends a block.
func (w *walker) flush() {
	if w.size > 0 {
		text := strings.TrimRight(string(w.buf), "\n ")
		w.blocks = append(w.blocks, block{text: text, size: w.size, links: w.links, tag: w.tag, span: w.span, side: w.side, line: w.broken})
	}
	w.broken = false
	w.buf, w.size, w.links, w.space = w.buf[:0], 0, 0, false
}

// wrapped are the lengths in letters of lines that were broken to a width.
const wrappedMin, wrappedMax = 35, 110

// unwrap joins the lines of texts that were broken to a width: four or more in a row, most of which end within a sentence.
func (w *walker) unwrap() {
	for first := 0; first < len(w.blocks); {
		last, open := first+1, 0
		for last < len(w.blocks) && w.blocks[last].line {
			last++
		}
		lines := w.blocks[first:last]
		for i := range lines[:len(lines)-1] {
			if b := &lines[i]; b.size >= wrappedMin && b.size <= wrappedMax && !endsSentence(b.text) {
				open++
			}
		}
		if open >= 3 && open*10 >= (len(lines)-1)*7 {
			text := make([]string, len(lines))
			to := &lines[0]
			for i := range lines {
				text[i] = lines[i].text
				if i > 0 {
					to.size += lines[i].size
					to.links += lines[i].links
					lines[i] = block{span: to.span, side: to.side, out: true}
				}
			}
			to.text = strings.Join(text, " ")
		}
		first = last
	}
}

// prose measures how much a block is running text, in letters outside of links: a paragraph, not a label or
// a headline that leads elsewhere.
func (b *block) prose() int {
	switch {
	case headingLevel(b.tag) > 0, b.size < 25, 2*b.links > b.size:
		return 0
	case b.size < 90 && !endsSentence(b.text):
		return 0
	}
	return b.size - b.links
}

// endsSentence says whether a text ends as a sentence does, in any script.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \n\"'”’»)]“‘«")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?।॥…:;。！？؟۔።։၊။៖។", r)
}
