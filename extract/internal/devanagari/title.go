package devanagari

import "slices"

// MarkTitle sets the block of every paragraph that repeats the article's title,
// punctuation aside: it tells the news a second time, not a second piece of news.
func (d *Document) MarkTitle(title string) {
	want := keysOfWords(Parse(title).Tokens)
	if len(want) == 0 {
		return
	}
	for i := 0; i < len(d.Sentences); {
		end := i
		for end < len(d.Sentences) && d.Sentences[end].Paragraph == d.Sentences[i].Paragraph {
			end++
		}
		tokens := d.Tokens[d.Sentences[i].First:d.Sentences[end-1].Last]
		if len(tokens) >= len(want) && countWords(tokens) == len(want) && slices.Equal(keysOfWords(tokens), want) {
			for j := i; j < end; j++ {
				d.Sentences[j].Block, d.Sentences[j].Dateline = Title, 0
			}
		}
		i = end
	}
}

// keysOfWords are the keys of the words and numbers.
func keysOfWords(tokens []Token) (keys []string) {
	for _, t := range tokens {
		if t.Kind != Punct {
			keys = append(keys, t.Key)
		}
	}
	return keys
}
