package devanagari

// Parse reads a text: its key, tokens, sentences and blocks. It never fails;
// an invalid byte is one code point and a mark of its own. It is linear in the
// text's length.
func Parse(text string) *Document {
	f := newFolder()
	defer f.release()
	f.fold(text)
	d := &Document{Text: text}
	var starts []int
	d.Tokens, starts, d.NoSpace = f.tokenize()
	d.segment(starts)
	return d
}
