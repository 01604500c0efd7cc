package page

import (
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"
)

// paragraphs gives the text of the chosen element, without what is in it that is not the article's.
func (w *walker) paragraphs(at int, title string) []string {
	blocks := w.blocks[w.spans[at].first:w.spans[at].last]
	title = plain(title)
	kept := make([]bool, len(blocks))
	state := afterProse
	started, skip := false, 0
	for i := range blocks {
		b := &blocks[i]
		if b.out || i < skip {
			continue
		}
		kind, whole := labelOf(b.text)
		heading := headingLevel(b.tag) > 0
		switch {
		case b.tag != atom.Td && b.tag != atom.Th && !letters(b.text):
			continue
		case !started && title != "" && plain(b.text) == title:
			continue
		case kind == labelAd:
			continue
		case kind == labelSection && (heading || b.size < 40):
			state = afterSection
			skip = w.headed(b, at, i)
			continue
		case kind == labelMore && (whole || heading && b.links > 0):
			state = afterMore
			skip = w.headed(b, at, i)
			continue
		case kind == labelMore && !heading && (b.links > 0 || b.size < 160 && !endsSentence(b.text)):
			continue
		case kind == labelJoin && (b.links > 0 || b.size < 120 || whole):
			continue
		case kind == labelStamp && b.size < 90 && !endsSentence(b.text) && b.good == 0:
			continue
		case b.size < 60 && isStamp(b.text):
			continue
		}
		prose := b.good > 0 || b.sure
		linked := 2*b.links > b.size
		switch {
		case heading && linked && b.size < 200 && b.links > b.size*9/10 && state != afterProse:
			continue
		case heading:
			state = afterProse
		case b.sure:
			state = afterProse
		case linked && (b.size < 40 || b.links > b.size*7/10 || b.tag == atom.Li):
			continue
		case state == afterMore && (!prose || linked || b.tag == atom.Li):
			continue
		case state == afterSection && b.good < 80:
			continue
		default:
			state = afterProse
		}
		if prose {
			started = true
		}
		kept[i] = true
	}
	// headings with nothing under them
	under := 0
	for i := len(blocks) - 1; i >= 0; i-- {
		if !kept[i] {
			continue
		}
		if l := headingLevel(blocks[i].tag); l > 0 {
			if under == 0 {
				kept[i] = false
			}
			continue
		}
		under++
	}
	// short pieces before the first prose: categories, names, places
	for i := range blocks[:min(len(blocks), 12)] {
		b := &blocks[i]
		if b.good > 0 && kept[i] {
			break
		}
		if kept[i] && headingLevel(b.tag) == 0 && b.size < 60 && !endsSentence(b.text) {
			kept[i] = false
		}
	}
	// and behind the last
	for i, n := len(blocks)-1, 0; i >= 0 && n < 4; i-- {
		b := &blocks[i]
		if b.good > 0 && kept[i] {
			break
		}
		if kept[i] {
			n++
		}
		if kept[i] && b.size < 40 && !endsSentence(b.text) && b.tag != atom.Li && b.tag != atom.Td && !b.sure {
			kept[i] = false
		}
	}
	var out, cells []string
	row := -1 // the table row of the last block
	endRow := func() {
		if len(cells) > 0 {
			out = append(out, strings.Join(cells, " "))
		}
		cells = cells[:0]
	}
	for i := range blocks {
		if !kept[i] {
			continue
		}
		b := &blocks[i]
		if (b.tag == atom.Td || b.tag == atom.Th) && w.spans[b.span].node.DataAtom == atom.Tr {
			if b.span != row {
				endRow()
			}
			row = b.span
			cells = append(cells, b.text)
			continue
		}
		endRow()
		row = -1
		out = append(out, b.text)
	}
	endRow()
	return out
}

// headed gives the block after the element that block i of the chosen one heads, as a heading does that stands over a list of
// other stories; 0 where it heads none.
func (w *walker) headed(b *block, at, i int) int {
	in, first := w.spans[b.span], w.spans[at].first
	if headingLevel(b.tag) == 0 || b.span == at || in.first != first+i {
		return 0
	}
	return in.last - first
}

type afterWhat int

const (
	afterProse afterWhat = iota
	afterMore
	afterSection
)

// letters says whether a text has any letter.
func letters(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return true
		}
	}
	return false
}

// plain is a text for comparison: folded, its words with one space between them.
func plain(s string) string {
	return strings.Join(strings.FieldsFunc(fold(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r)
	}), " ")
}

// isStamp says whether a text is a date or a time, with nothing else than words that go with one.
func isStamp(s string) bool {
	toks := dateTokens(s)
	numbers, others := 0, 0
	for _, t := range toks {
		switch {
		case t.num >= 0:
			numbers++
		case months()[t.text] > 0, zoneNames[t.text] != "", stampWords[t.text]:
		case len(t.text) == 1 && !alnum(t.text[0]), t.text == "–" || t.text == "।" || t.text == "•" || t.text == "·":
		default:
			others++
		}
	}
	if numbers < 2 || others > 0 {
		return false
	}
	_, ok := locale{}.findDate(s)
	if ok {
		return true
	}
	for i := range toks {
		if _, _, ok := clockAt(toks, i); ok {
			return true
		}
	}
	return false
}

var stampWords = func() map[string]bool {
	words := map[string]bool{}
	for w := range strings.FieldsSeq(`am pm a p m t h ist uhr um at on the of de del à le il ore min hrs hours updated published posted last first modified
		mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday
		सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार सोम मंगल बुध गुरु शुक्र शनि रवि बजे सुबह दोपहर शाम रात को पर
		अपडेट अपडेटेड प्रकाशित एएम पीएम
		montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
		lunes martes miércoles jueves viernes sábado domingo`) {
		words[fold(w)] = true
	}
	return words
}()
