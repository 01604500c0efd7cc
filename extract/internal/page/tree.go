package page

import (
	"bytes"
	"errors"
	"io"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxDepth is how many elements the tree nests; what is nested deeper hangs at the last level.
const maxDepth = 400

// maxNodes is how many elements and texts the tree has; a page's rest is not read. Pages of news have some thousands.
const maxNodes = 300_000

// parse builds the tree of a page. It differs from html.Parse where that costs more than it is worth
// here: html.Parse refuses pages nested deeper than 512 elements, and reopens formatting in every
// paragraph, so that a small page can grow into a huge tree. This tree has at most a node for each tag and text,
// in time linear in the page. Attributes, comments and scripts that say nothing of an article are left out.
func parse(src []byte) *html.Node {
	b := builder{z: html.NewTokenizer(bytes.NewReader(src))}
	root := b.node(html.DocumentNode)
	b.stack = append(b.stack, root)
	for b.nodes < maxNodes {
		switch b.z.Next() {
		case html.ErrorToken:
			if err := b.z.Err(); !errors.Is(err, io.EOF) {
				panic(err) // a reader of bytes has no other error
			}
			return root
		case html.TextToken:
			if !b.drawing {
				b.text()
			}
		case html.StartTagToken:
			b.start(false)
		case html.SelfClosingTagToken:
			b.start(true)
		case html.EndTagToken:
			name, _ := b.z.TagName()
			b.end(atom.Lookup(name), name)
		}
	}
	return root
}

type builder struct {
	z     *html.Tokenizer
	stack []*html.Node
	// over counts the open elements that are nested too deep to be on the stack.
	over   int
	open   [nCounted]int // by counted: how many of them are on the stack
	inBody bool
	// drawing is set inside of <svg> and <math>, which have no text of an article, and other rules for tags.
	drawing bool
	nodes   int
	slab    []html.Node
	attrs   []html.Attribute
}

// Elements that are looked for on the stack often and found seldom are counted.
const (
	countP = iota
	countA
	countLI
	countDD
	countRow
	countCell
	countHead
	nCounted
)

func counted(a atom.Atom) int {
	switch a {
	case atom.P:
		return countP
	case atom.A:
		return countA
	case atom.Li:
		return countLI
	case atom.Dd, atom.Dt:
		return countDD
	case atom.Tr:
		return countRow
	case atom.Td, atom.Th:
		return countCell
	case atom.Head:
		return countHead
	}
	return -1
}

func (b *builder) node(t html.NodeType) *html.Node {
	if len(b.slab) == 0 {
		b.slab = make([]html.Node, 128)
	}
	b.nodes++
	n := &b.slab[0]
	b.slab = b.slab[1:]
	n.Type = t
	return n
}

func (b *builder) top() *html.Node { return b.stack[len(b.stack)-1] }

// add hangs a node below the top of the stack. html.Node.AppendChild does the same.
func (b *builder) add(n *html.Node) { b.top().AppendChild(n) }

func (b *builder) pop(to int) {
	for len(b.stack) > to {
		if c := counted(b.top().DataAtom); c >= 0 {
			b.open[c]--
		}
		b.stack = b.stack[:len(b.stack)-1]
	}
}

func (b *builder) text() {
	top := b.top()
	switch top.DataAtom {
	case atom.Style, atom.Noscript, atom.Iframe, atom.Noembed, atom.Noframes, atom.Textarea, atom.Xmp:
		return
	case atom.Script:
		if attr(top, "type") != "application/ld+json" {
			return
		}
	}
	n := b.node(html.TextNode)
	n.Data = string(b.z.Text())
	b.add(n)
}

func (b *builder) start(closed bool) {
	name, more := b.z.TagName()
	tag := atom.Lookup(name)
	if b.drawing && !closesP(tag) { // a block ends a drawing that is not closed
		b.z.NextIsNotRawText()
		return
	}
	b.drawing = false
	switch tag {
	case atom.Svg, atom.Math:
		b.drawing = !closed
		return
	case atom.Html:
		if len(b.stack) > 1 {
			return
		}
	case atom.Body:
		if b.inBody {
			return
		}
		b.inBody = true
		b.pop(min(len(b.stack), 2))
		b.over = 0
	case atom.Head:
		if b.open[countHead] > 0 {
			return
		}
	case atom.Td, atom.Th:
		b.close(countCell, atom.Table, 0)
	case atom.Tr:
		b.close(countRow, atom.Table, 0)
	case atom.Li:
		b.close(countLI, atom.Ul, atom.Ol)
		b.close(countP, atom.Li, atom.Td)
	case atom.Dd, atom.Dt:
		b.close(countDD, atom.Dl, 0)
		b.close(countP, atom.Dd, atom.Td)
	case atom.A:
		b.close(countA, atom.Td, atom.Div)
	case atom.Option:
		if b.top().DataAtom == atom.Option {
			b.pop(len(b.stack) - 1)
		}
	default:
		if closesP(tag) {
			b.close(countP, atom.Td, atom.Button)
			b.leaveHead()
		}
	}
	n := b.node(html.ElementNode)
	n.DataAtom = tag
	if n.Data = tag.String(); tag == 0 {
		n.Data = string(name)
	}
	for more {
		var key, value []byte
		key, value, more = b.z.TagAttr()
		if keep(key) {
			b.attrs = append(b.attrs, html.Attribute{Key: atom.String(key), Val: string(value)})
		}
	}
	if len(b.attrs) > 0 {
		n.Attr = append([]html.Attribute(nil), b.attrs...)
		b.attrs = b.attrs[:0]
	}
	switch {
	case void(tag):
		b.add(n)
	case b.over > 0 || len(b.stack) >= maxDepth:
		b.over++
		b.add(n)
	default:
		b.add(n)
		b.stack = append(b.stack, n)
		if c := counted(tag); c >= 0 {
			b.open[c]++
		}
	}
}

// leaveHead ends a <head> that is not closed where the first block starts.
func (b *builder) leaveHead() {
	if b.open[countHead] == 0 {
		return
	}
	for i := len(b.stack) - 1; i > 0; i-- {
		if b.stack[i].DataAtom == atom.Head {
			b.pop(i)
			return
		}
	}
}

// close ends the nearest open element of those counted as c, unless one of the barriers is nearer.
func (b *builder) close(c int, barriers ...atom.Atom) {
	if b.open[c] == 0 || b.over > 0 {
		return
	}
	for i := len(b.stack) - 1; i > 0; i-- {
		a := b.stack[i].DataAtom
		if counted(a) == c {
			b.pop(i)
			return
		}
		for _, barrier := range barriers {
			if a == barrier && a != 0 {
				return
			}
		}
	}
}

// end closes the nearest element of that name. A tag of phrasing content does not reach out of its block,
// and no tag reaches out of its table cell.
func (b *builder) end(tag atom.Atom, name []byte) {
	switch tag {
	case atom.Svg, atom.Math:
		b.drawing = false
		return
	case atom.Html, atom.Body, atom.P:
		if tag != atom.P || b.open[countP] == 0 {
			return // what follows them belongs to the body all the same
		}
	}
	if void(tag) || b.drawing {
		return
	}
	if b.over > 0 {
		b.over--
		return
	}
	phrasing := !closesP(tag) && !structural(tag)
	for i := len(b.stack) - 1; i > 0; i-- {
		n := b.stack[i]
		if n.DataAtom == tag && (tag != 0 || n.Data == string(name)) || headingLevel(tag) > 0 && headingLevel(n.DataAtom) > 0 {
			b.pop(i)
			return
		}
		switch n.DataAtom {
		case atom.Table:
			return
		case atom.Td, atom.Th:
			if tag != atom.Tr && tag != atom.Table && tag != atom.Tbody {
				return
			}
		case atom.Ul, atom.Ol:
			if tag == atom.Li {
				return
			}
		}
		if phrasing && (closesP(n.DataAtom) || structural(n.DataAtom)) {
			return
		}
	}
}

// keep says whether an attribute is looked at later.
func keep(key []byte) bool {
	switch string(key) {
	case "id", "class", "itemprop", "itemtype", "itemscope", "property", "name", "content", "rel", "href", "datetime",
		"type", "role", "hidden", "aria-hidden", "style", "lang", "pubdate", "http-equiv", "data-published", "data-date":
		return true
	}
	return false
}

// void elements have no content.
func void(a atom.Atom) bool {
	switch a {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta,
		atom.Param, atom.Source, atom.Track, atom.Wbr:
		return true
	}
	return false
}

// closesP says whether an element is a block at whose start an open paragraph ends.
func closesP(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Article, atom.Section, atom.Main, atom.Aside, atom.Header, atom.Footer, atom.Nav,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Hgroup, atom.Ul, atom.Ol, atom.Dl, atom.Menu, atom.Table,
		atom.Blockquote, atom.Pre, atom.Figure, atom.Figcaption, atom.Form, atom.Fieldset, atom.Address, atom.Center,
		atom.Details, atom.Summary, atom.Dialog, atom.Dir, atom.Hr, atom.Listing, atom.Plaintext, atom.Search:
		return true
	}
	return false
}

// structural elements are no blocks that end a paragraph, but text inside and outside of them is apart.
func structural(a atom.Atom) bool {
	switch a {
	case atom.Html, atom.Head, atom.Body, atom.Li, atom.Dd, atom.Dt, atom.Td, atom.Th, atom.Tr, atom.Tbody, atom.Thead, atom.Tfoot,
		atom.Caption, atom.Option, atom.Template, atom.Select, atom.Legend, atom.Title:
		return true
	}
	return false
}

func headingLevel(a atom.Atom) int {
	switch a {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	case atom.H4:
		return 4
	case atom.H5:
		return 5
	case atom.H6:
		return 6
	}
	return 0
}

// attr is the value of an attribute, "" without one.
func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}
