package devanagari

// Document is a text as the later stages see it: tokens over the folded key,
// each with its place in the text, grouped into sentences and paragraphs.
type Document struct {
	Text      string
	Tokens    []Token
	Sentences []Sentence
	// NoSpace is set when the text has lost its spaces (a word of more than
	// forty runes): no rule may run over it.
	NoSpace bool
}

// TokenKind is the coarse shape of a token.
type TokenKind uint8

const (
	Word   TokenKind = iota // letters with their marks; digits inside a word stay in it
	Number                  // digits, with inner . , / : -
	Punct                   // one punctuation mark
)

// Token is one word, number or mark.
type Token struct {
	// Key is the folded form: what lexicons and rules are matched against.
	Key string
	// Start and End are offsets in Unicode code points into Document.Text.
	Start, End int
	// ByteStart and ByteEnd are the same span in bytes.
	ByteStart, ByteEnd int
	Kind               TokenKind
	// Glued is set when no white space stands before the token.
	Glued bool
	// Quote is 0 outside quotation marks; inside, it is the number (from 1) of
	// the quoted segment, so that equal numbers are one speech.
	Quote int
}

// Block says what part of the page a sentence stands in.
type Block uint8

const (
	Body    Block = iota
	Title         // the article's title field, or a line of the text that repeats it
	Heading       // a short line without a finite verb or danda, between paragraphs
	Bullet        // a list item
	Caption       // a picture's caption or credit
	Related       // "ये भी पढ़ें" and its kind: never read for events
	Footer        // tags, share lines, bylines, notices: never read for events
)

// Sentence is a run of tokens that ends at a danda, a full stop used as one, or a block's edge.
type Sentence struct {
	First, Last int // Tokens[First:Last], the closing mark included
	Paragraph   int // counts from 0
	Block       Block
	Question    bool // ends with a question mark
	// Dateline counts the tokens at the front of the sentence that are a dateline
	// ("कानपुर, अमृत विचार।"), its closing mark included; 0 for none.
	Dateline int
}

// Span returns the code-point offsets of tokens [i, j).
func (d *Document) Span(i, j int) (start, end int) {
	return d.Tokens[i].Start, d.Tokens[j-1].End
}

// Slice returns the text of tokens [i, j) exactly as it was written.
func (d *Document) Slice(i, j int) string {
	return d.Text[d.Tokens[i].ByteStart:d.Tokens[j-1].ByteEnd]
}
