package devanagari

const (
	datelineTokens = 16 // marks included
	datelineWords  = 10
)

// prefix is what is known of the front of a line while it is read as a dateline:
//
//	[REPORTER ,] PLACE [, | /] [PLACE | STATE] [, DATE] [, OUTLET | DESK] [(AGENCY | REPORTER)] TERM
type prefix struct {
	words, numbers int
	desk, month    bool
	label, full    bool // full: a date such as 4/5/2024
	comma, from    bool // from: a से, as in … से संवाददाता
}

// strong tells whether something stands there that only a dateline has.
func (p prefix) strong() bool { return p.desk || p.month && p.numbers > 0 || p.full }

// dateline counts the tokens of the dateline at the front of the line, closing
// mark included; 0 for none. early is set while no paragraph of the article has
// been read: a name and a colon are a dateline there and a speaker later on.
func (d *Document) dateline(l line, early bool) (n int) {
	tokens := d.Tokens[l.first:l.last]
	// A headline may begin with a place and a colon too; it has no full stop.
	article := l.marked || len(tokens) > 20
	var p prefix
	depth, agency := 0, false
	for i := 0; i < len(tokens) && i < datelineTokens; i++ {
		t := &tokens[i]
		next := Token{}
		if i+1 < len(tokens) {
			next = tokens[i+1]
		}
		switch t.Kind {
		case Number:
			p.numbers++
			p.full = p.full || len(t.Key) > 5
			continue
		case Word:
			if p.words++; p.words > datelineWords {
				return n
			}
			switch key := t.Key; {
			case deskWords[key]:
				p.desk = true
				agency = depth > 0
			case months[key]:
				p.month = true
			case labelWords[key]:
				p.label = true
			case next.Key == "." && (abbreviations[key] || letterNames[key]):
			case key == "से":
				p.from = true
			case i > 0 && isStroke(d.Slice(l.first+i, l.first+i+1)):
				// नोएडा I …: the letter is a danda
				p.words--
				if early && article && p.words <= 2 && !p.label {
					return i + 1
				}
				return n
			case neverWords[key], isFinite(key) && !(i == 0 && verbTowns[key]):
				return n
			}
			continue
		}
		if p.words == 0 && t.Key != "(" && t.Key != "[" {
			return 0
		}
		if depth > 0 && !isCloser(t.Key) && t.Key != "," && t.Key != "-" && t.Key != "." && t.Key != "/" {
			return n
		}
		switch t.Key {
		case ",", "/", "@":
			p.comma = p.comma || t.Key == ","
		case "(", "[":
			depth++
			agency = false
		case ")", "]":
			depth--
			if depth == 0 && agency && p.accepts("", early, article) {
				n = i + 1
			}
		case ".":
			before := tokens[i-1].Key
			if depth > 0 || abbreviations[before] || letterNames[before] || isAkshara(before) {
				continue
			}
			if isLatin(before) && (next.Glued || isLatin(tokens[0].Key) && p.words > 2) {
				return n // an address, or English
			}
			if p.accepts(".", early, article) {
				return i + 1
			}
			return n
		case "।", "॥":
			if p.accepts("।", early, article) {
				return i + 1
			}
			return n
		case ":":
			if next.Key == "/" || !p.accepts(":", early, article) {
				return n
			}
			return i + 1 + dashes(tokens[i+1:])
		case "-", "|":
			if depth > 0 || t.Glued && next.Glued && next.Key != "-" && t.Key == "-" {
				continue // a compound
			}
			more := dashes(tokens[i+1:])
			if p.accepts(t.Key, early, article) {
				n = i + 1 + more
			}
			i += more
		default:
			if t.Key[0] == '.' && p.words <= 2 && p.accepts(".", early, article) {
				return i + 1 // हिसार…
			}
			return n
		}
	}
	if n == 0 && p.desk && len(tokens) < datelineTokens && p.words+p.numbers > 0 && depth == 0 {
		return len(tokens) // a byline that is the whole line
	}
	return n
}

// bareDateline tells whether a whole line is a place, with a date perhaps, and
// no more than a colon or dash after it. A place alone must be the first line.
func (d *Document) bareDateline(l line, first bool) bool {
	tokens := d.Tokens[l.first:l.last]
	var p prefix
	for i, t := range tokens {
		switch {
		case t.Kind == Number:
			p.numbers++
		case t.Kind == Word:
			p.words++
			p.month = p.month || months[t.Key]
			if labelWords[t.Key] && !p.month || neverWords[t.Key] || isFinite(t.Key) && !(i == 0 && verbTowns[t.Key]) {
				return false
			}
		case t.Key == ":" || t.Key == "-":
			first = true
		case t.Key != "," && t.Key != "/" && t.Key != "." && !isOpener(t.Key) && !isCloser(t.Key):
			return false
		}
	}
	if p.words == 0 || len(tokens) > datelineTokens {
		return false
	}
	return p.month || first && p.numbers == 0 && p.words <= 2 && !isLatin(tokens[0].Key)
}

// isStroke tells whether s is a letter that is typed for a danda.
func isStroke(s string) bool { return s == "l" || s == "I" }

// dashes counts the dashes that tokens begin with.
func dashes(tokens []Token) (n int) {
	for n < len(tokens) && (tokens[n].Key == "-" || tokens[n].Key == ":") {
		n++
	}
	return n
}

// accepts tells whether the words read so far are a dateline if term closes them.
func (p prefix) accepts(term string, early, article bool) bool {
	if p.words == 0 || p.numbers > 0 && !p.strong() || p.from && !p.desk {
		return false
	}
	if p.strong() {
		return !p.label || p.desk
	}
	if p.label || !article {
		return false
	}
	switch term {
	case "।":
		return early && p.words <= 7 || p.words <= 2 || p.comma && p.words <= 4
	case ".":
		return early && p.words <= 6
	case ":":
		return early && p.words <= 5
	case "-", "|":
		return early && p.words <= 3
	}
	return false
}
