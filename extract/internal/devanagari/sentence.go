package devanagari

import "unicode/utf8"

// longParagraph is how many tokens a paragraph has before its commas are taken
// for dandas, if it has none.
const longParagraph = 60

// longestSentence is how many tokens a sentence has at most: many times more than people write, so that what reads a
// sentence as a whole takes no longer than the text's length asks.
const longestSentence = 4000

// cutter splits one line into sentences.
type cutter struct {
	d           *Document
	first, last int
	start       int // the first token of the sentence being read
	commas      bool
	emit        func(first, last int, question bool)
}

// cut splits the line's tokens from its dateline on. emit is called with each
// sentence in order; together they are the line.
func (d *Document) cut(l line, emit func(first, last int, question bool)) {
	c := cutter{d: d, first: l.first, last: l.last, start: l.first, emit: emit}
	if !c.run(l.first+l.dateline) && c.start == l.first && l.size() > longParagraph {
		c.commas = true
		c.run(l.first + l.dateline)
	}
	c.flush(l.last, false)
}

// run looks for the ends from token i on, and tells whether it found one before
// the line's last token.
func (c *cutter) run(i int) (found bool) {
	tokens := c.d.Tokens
	for ; i < c.last; i++ {
		t := &tokens[i]
		if t.Kind != Punct {
			if t.Kind == Word && len(t.Key) == 1 && c.letterAsDanda(i) {
				c.flush(i+1, false)
				found = true
			}
			continue
		}
		if i > c.start && isBulletMark(t.Key) {
			c.flush(i, false)
			found = true
			continue
		}
		if i > c.start && tokens[i-1].Kind == Punct && relatedOpeners.match(tokens[i:c.last]) > 0 {
			c.flush(i, false)
			return true
		}
		if !c.ends(i) {
			if i+1 < c.last && c.opensRelated(i+1) {
				c.flush(i, false)
				return true
			}
			continue
		}
		question := t.Key == "?"
		for i+1 < c.last && c.trails(i+1) {
			i++
			question = question || tokens[i].Key == "?"
		}
		if i+1 < c.last {
			found = true
		}
		c.flush(i+1, question)
	}
	return found
}

// flush emits the sentence that ends before token end.
func (c *cutter) flush(end int, question bool) {
	for end-c.start > longestSentence {
		c.emit(c.start, c.start+longestSentence, question)
		c.start += longestSentence
	}
	if end > c.start {
		c.emit(c.start, end, question)
		c.start = end
	}
}

// opensRelated tells whether a link to another page opens at token i, within a
// sentence: (ये भी पढ़ें - …).
func (c *cutter) opensRelated(i int) bool {
	if c.d.Tokens[i].Kind != Word {
		return false
	}
	switch c.d.Tokens[i-1].Key {
	case "(", "[", "-", "|", "...", ">":
		return relatedOpeners.match(c.d.Tokens[i:c.last]) > 0
	}
	return false
}

// ends tells whether the mark at i ends a sentence.
func (c *cutter) ends(i int) bool {
	if i == c.start {
		return false
	}
	t := &c.d.Tokens[i]
	switch t.Key {
	case "।", "॥", "?", "!":
		return c.finite(i) || !c.goesOn(i)
	case "|":
		if c.finite(i) {
			return true
		}
		next := i + 1
		return t.Glued && (next >= c.last || !c.d.Tokens[next].Glued || c.d.Tokens[next].Key == "|") &&
			c.d.Tokens[i-1].Kind == Word && !isLatin(c.d.Tokens[i-1].Key) && !c.goesOn(i)
	case ".":
		return c.stopEnds(i)
	case ",":
		return c.commas && clauseVerbs[c.d.Tokens[i-1].Key]
	}
	if t.Key[0] == '.' { // dots
		return i+1 >= c.last || c.finite(i) && !c.d.Tokens[i+1].Glued
	}
	return false
}

// finite tells whether a finite verb stands before the mark at i.
func (c *cutter) finite(i int) bool {
	return c.d.Tokens[i-1].Kind == Word && isFinite(c.d.Tokens[i-1].Key)
}

// goesOn tells whether what follows the mark at i cannot begin a sentence: a
// danda that slipped in, or a quoted question within a sentence.
func (c *cutter) goesOn(i int) bool {
	next := i + 1
	for next < c.last && c.trails(next) {
		next++
	}
	if next >= c.last {
		return false
	}
	switch c.d.Tokens[next].Key {
	case "ने", "को", "से", "में", "का", "की", "के", "तक", "व", "एवं", "और", "तथा", "कि":
		return true
	case ",":
		return true
	}
	return false
}

// trails tells whether token i belongs to the mark before it: a second mark, a
// closing quote or bracket.
func (c *cutter) trails(i int) bool {
	t := &c.d.Tokens[i]
	if t.Kind != Punct || !t.Glued {
		return false
	}
	switch t.Key {
	case "।", "॥", "?", "!", "|", ")", "]", ".":
		return true
	case `"`, "'":
		if c.d.Tokens[i-1].Quote != 0 || c.d.Tokens[i-1].Key == "'" {
			return true
		}
		return i+1 >= c.last || !c.d.Tokens[i+1].Glued
	}
	return t.Key[0] == '.'
}

// letterAsDanda tells whether the one-letter word at i is an l or I typed for a
// danda: it stands after a finite verb.
func (c *cutter) letterAsDanda(i int) bool {
	if i == c.start || !c.finite(i) {
		return false
	}
	return isStroke(c.d.Slice(i, i+1)) && (i+1 >= c.last || !isLatin(c.d.Tokens[i+1].Key))
}

// stopEnds tells whether the full stop at i ends a sentence.
func (c *cutter) stopEnds(i int) bool {
	tokens := c.d.Tokens
	if i+1 >= c.last {
		return true
	}
	before, after := &tokens[i-1], &tokens[i+1]
	glued := after.Glued && !c.trails(i+1)
	switch before.Kind {
	case Number:
		// 1. opens a list's item.
		return !glued && i-1 > c.start && !abbreviations[tokens[i-2].Key] && tokens[i-2].Key != "."
	case Punct:
		return !glued
	}
	if isLatin(before.Key) {
		return !glued && utf8.RuneCountInString(before.Key) > 1 && !abbreviations[before.Key]
	}
	chained := glued || i >= 2 && tokens[i-2].Key == "." && before.Glued
	if isFinite(before.Key) {
		// आई. is a letter's name too.
		return !(chained && letterNames[before.Key])
	}
	if letterNames[before.Key] || dottedNuktas[before.Key] {
		return false
	}
	if abbreviations[before.Key] {
		// का is what कॉ and the postposition fold to.
		return !glued && isAkshara(before.Key) && neverWords[after.Key] && !c.goesOn(i)
	}
	if glued || isAkshara(before.Key) && !neverWords[before.Key] {
		return false
	}
	return !c.goesOn(i)
}

// isAkshara tells whether a word is one akshara, as abbreviations are: उ, प्र, हि.
func isAkshara(key string) bool {
	n, before := 0, punct
	for _, r := range key {
		c := classOf(r)
		if (c == consonant || c == vowel || c == letter) && before != virama {
			n++
		}
		before = c
	}
	return n <= 1
}
