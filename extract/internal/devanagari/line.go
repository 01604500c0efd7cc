package devanagari

import (
	"slices"
	"strings"
)

// line is one line of the text: a paragraph, a heading, a caption.
type line struct {
	first, last int
	block       Block
	marked      bool // ends as a sentence does
	dateline    int
}

func (l line) size() int { return l.last - l.first }

const (
	headingTokens = 18 // the longest heading
	linkTokens    = 30 // the longest headline in a list of links
	listLines     = 4  // so many short lines together are a list, no headings
)

// segment sets the sentences of the document. starts are the first tokens of
// its lines.
func (d *Document) segment(starts []int) {
	lines := make([]line, len(starts))
	for i, first := range starts {
		last := len(d.Tokens)
		if i+1 < len(starts) {
			last = starts[i+1]
		}
		lines[i] = line{first: first, last: last}
		lines[i].marked = d.marked(first, last)
		lines[i].block = d.opening(lines[i])
	}
	d.links(lines)
	d.datelines(lines)
	d.headings(lines)

	d.Sentences = make([]Sentence, 0, len(d.Tokens)/16+len(lines))
	quote := 1
	for i, l := range lines {
		quote = d.markQuotes(l.first, l.last, quote)
		d.sentences(i, l)
	}
}

// sentences cuts one line.
func (d *Document) sentences(paragraph int, l line) {
	block := l.block
	d.cut(l, func(first, last int, question bool) {
		s := Sentence{First: first, Last: last, Paragraph: paragraph, Block: block, Question: question}
		switch {
		case first == l.first:
			s.Dateline = l.dateline
		case l.block == Related || l.block == Footer:
		case isBulletMark(d.Tokens[first].Key):
			s.Block, block = Bullet, Bullet
		case hashtags(d.Tokens[first:last]):
			s.Block = Footer
		case d.relatedAt(first, last):
			s.Block, block = Related, Related
		}
		d.Sentences = append(d.Sentences, s)
		// A link within a paragraph runs to the paragraph's end or, where lines
		// have been run together, to the first full stop: headlines have none.
		if block == Related && (l.block != Related || l.size() > longParagraph) && d.stopped(s) {
			block, l.block = Body, Body
		}
	})
}

// stopped tells whether a sentence ends with a danda or full stop.
func (d *Document) stopped(s Sentence) bool {
	return d.marked(s.First, s.Last) && !s.Question && d.Tokens[s.Last-1].Key != "!"
}

// relatedAt tells whether a link opens at the sentence's front, or after one mark.
func (d *Document) relatedAt(first, last int) bool {
	if relatedOpeners.match(d.Tokens[first:last]) > 0 {
		return true
	}
	return first+1 < last && d.Tokens[first].Kind == Punct && relatedOpeners.match(d.Tokens[first+1:last]) > 0
}

// marked tells whether the tokens end in a mark that ends sentences, quotes and
// brackets aside.
func (d *Document) marked(first, last int) bool {
	for i := last - 1; i >= first; i-- {
		t := &d.Tokens[i]
		if t.Kind != Punct {
			return false
		}
		switch t.Key {
		case "।", "॥", ".", "?", "!", "|":
			return true
		case `"`, "'", ")", "]":
		default:
			return false
		}
	}
	return false
}

// opening tells the block of a line that says by its first marks and words what
// it is; Body otherwise.
func (d *Document) opening(l line) Block {
	tokens := d.Tokens[l.first:l.last]
	if isBulletMark(tokens[0].Key) || numbered(tokens) {
		if d.relatedAt(l.first, l.last) {
			return Related
		}
		return Bullet
	}
	if d.relatedAt(l.first, l.last) {
		return Related
	}
	words := tokens
	for len(words) > 1 && words[0].Kind == Punct && words[0].Key != "[" && words[0].Key != "#" {
		words = words[1:]
	}
	switch {
	case footer(words, l.marked), hashtags(tokens):
		return Footer
	case d.caption(l):
		return Caption
	}
	switch tokens[0].Key {
	case "-", "*":
		return Bullet
	}
	return Body
}

// footer tells whether a line, its opening marks left out, is no part of the
// article: tags, notices, stamps.
func footer(tokens []Token, marked bool) bool {
	if len(tokens) >= linkTokens {
		return false
	}
	if footerOpeners.match(tokens) > 0 || stamp(tokens) {
		return true
	}
	if n := footerLines.match(tokens); n > 0 && countWords(tokens[n:]) == 0 {
		return true
	}
	channel := false
	for i, t := range tokens {
		if t.Key == "|" && !marked && footerOpeners.match(tokens[i+1:]) > 0 {
			return true // … | Updated: …
		}
		channel = channel || t.Kind == Word && channelWords[t.Key]
	}
	return channel && slices.ContainsFunc(tokens, func(t Token) bool { return followWords[t.Key] })
}

// stamp tells whether a line is the time of a live blog's entry: 16:32 (IST).
func stamp(tokens []Token) bool {
	numbers := 0
	for _, t := range tokens {
		switch t.Kind {
		case Number:
			numbers++
		case Word:
			switch t.Key {
			case "am", "pm", "ist", "बजे":
			default:
				if !months[t.Key] {
					return false
				}
			}
		}
	}
	return numbers > 0
}

// countWords counts the words and numbers.
func countWords(tokens []Token) (n int) {
	for _, t := range tokens {
		if t.Kind != Punct {
			n++
		}
	}
	return n
}

// caption tells whether a line is a picture's: [फोटो- …], … (फाइल फोटो), or
// people and what they are just doing, without a finite verb.
func (d *Document) caption(l line) bool {
	tokens := d.Tokens[l.first:l.last]
	if len(tokens) > linkTokens*2 {
		return false
	}
	open := tokens
	for len(open) > 1 && isOpener(open[0].Key) {
		open = open[1:]
	}
	if captionOpeners.match(open) > 0 {
		return true
	}
	if len(tokens) > linkTokens {
		return false
	}
	for i := len(tokens) - 1; i > 0 && isCloser(tokens[len(tokens)-1].Key) && !isOpener(tokens[i].Key); i-- {
		if captionEnds[tokens[i].Key] {
			return true
		}
	}
	return !l.marked && participial(tokens)
}

// participial tells whether a present participle is the only verb: माला पहनाते कार्यकर्ता.
func participial(tokens []Token) bool {
	found := false
	for _, t := range tokens {
		switch {
		case t.Kind != Word:
		case strings.HasSuffix(t.Key, "ते") && len(t.Key) > len("रते"):
			found = true
		case t.Key == "ने", isFinite(t.Key) && t.Key != "की" && t.Key != "हुए":
			return false
		}
	}
	return found
}

func isCloser(key string) bool { return key == ")" || key == "]" }
func isOpener(key string) bool { return key == "(" || key == "[" }

// links follows an opener that stands alone on its line: the headlines below it
// are the links.
func (d *Document) links(lines []line) {
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if l.block != Related || !d.bare(l) {
			continue
		}
		for i+1 < len(lines) && !lines[i+1].marked && lines[i+1].size() <= linkTokens && lines[i+1].block != Footer {
			i++
			lines[i].block = Related
		}
	}
}

// bare tells whether a line of links has the opener only.
func (d *Document) bare(l line) bool {
	tokens := d.Tokens[l.first:l.last]
	for len(tokens) > 0 && tokens[0].Kind == Punct {
		tokens = tokens[1:]
	}
	return countWords(tokens[relatedOpeners.match(tokens):]) == 0
}

// datelines finds the datelines of the lines of the body.
func (d *Document) datelines(lines []line) {
	early := true
	for i := range lines {
		l := &lines[i]
		if l.block != Body {
			continue
		}
		l.dateline = d.dateline(*l, early)
		if l.dateline == 0 && early && i+1 < len(lines) && d.bareDateline(*l, i == 0) {
			l.dateline = l.size()
		}
		if (l.marked || l.size() > headingTokens*2) && l.dateline < l.size() {
			early = false
		}
	}
}

// headings finds the short lines that stand over paragraphs. A line is judged
// by its neighbours: the last line, and one of many short lines, is no heading.
func (d *Document) headings(lines []line) {
	for i := 0; i < len(lines); {
		end := i
		for end < len(lines) && d.short(lines[end]) {
			end++
		}
		if end == i {
			i++
			continue
		}
		if i > 0 && end-i > 1 && d.announces(lines[i-1]) {
			i = end
			continue
		}
		if end-i < listLines && end < len(lines) && lines[end].block == Body && lines[end].size() > headingTokens/2 {
			for j := i; j < end; j++ {
				lines[j].block = Heading
			}
		}
		i = end
	}
}

// announces tells whether a line opens a list: "बाकी दो हैं-".
func (d *Document) announces(l line) bool {
	key := d.Tokens[l.last-1].Key
	return l.block == Body && (key == "-" || key == ":")
}

// short tells whether a line may be a heading, as far as it alone can tell.
func (d *Document) short(l line) bool {
	if l.block != Body || l.dateline > 0 || l.size() > headingTokens {
		return false
	}
	switch last := d.Tokens[l.last-1].Key; last {
	case ":", ",", "-":
		return false
	case "?":
		return !labelled(d.Tokens[l.first:l.last])
	}
	return !l.marked && !(speakers[d.Tokens[l.first].Key] && labelled(d.Tokens[l.first:l.last]))
}

// labelled tells whether a line begins with a speaker: सवाल:.
func labelled(tokens []Token) bool {
	for i := 1; i < len(tokens) && i < 4; i++ {
		if tokens[i].Key == ":" || tokens[i].Key == "-" {
			return true
		}
	}
	return false
}

// isBulletMark tells whether a mark opens list items wherever it stands.
func isBulletMark(key string) bool {
	switch key {
	case "•", "▪", "●", "◆", "■", "★", "►", "➤", "➡", "▶", "◾", "✔", "✅", "👉", "🔴", "🔷", "🔹", "🔸", "▫", "◼", "○", "·", "∙", "☛":
		return true
	}
	return false
}

// numbered tells whether tokens begin with 1. or (1) or 1).
func numbered(tokens []Token) bool {
	if len(tokens) > 3 && tokens[0].Key == "(" && shortNumber(tokens[1]) && tokens[2].Key == ")" {
		return true
	}
	return len(tokens) > 2 && shortNumber(tokens[0]) && tokens[1].Glued && (tokens[1].Key == "." || tokens[1].Key == ")")
}

func shortNumber(t Token) bool { return t.Kind == Number && len(t.Key) <= 2 }

// hashtags tells whether a line holds hashtags only.
func hashtags(tokens []Token) bool {
	tags := 0
	for i, t := range tokens {
		switch {
		case t.Key == "#":
			tags++
		case t.Key == "," || t.Key == "_":
		case i > 0 && t.Glued && tags > 0:
		default:
			return false
		}
	}
	return tags > 0
}
