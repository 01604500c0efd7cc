package devanagari

import (
	_ "embed"
	"strings"
	"unicode/utf8"
)

// The lists behind the rules. In a data file # opens a comment, and a line in
// brackets opens a section.

//go:embed data/visarga.txt
var visargaData string

//go:embed data/finite.txt
var finiteData string

//go:embed data/abbreviations.txt
var abbreviationData string

//go:embed data/dateline.txt
var datelineData string

//go:embed data/boilerplate.txt
var boilerplateData string

var (
	visargaLists      = sections(visargaData)
	finiteLists       = sections(finiteData)
	abbreviationLists = sections(abbreviationData)
	datelineLists     = sections(datelineData)
	boilerplateLists  = sections(boilerplateData)

	// visargaStems are written as the key has them: Fold itself reads them.
	visargaStems = set(strings.Fields(strings.Join(visargaLists[""], " ")))

	finiteVerbs   = words(finiteLists["ends"])
	clauseVerbs   = words(finiteLists["clause"])
	futureEndings = finiteLists["future"]
	futureNames   = words(finiteLists["names"])

	abbreviations = words(abbreviationLists["abbreviations"])
	letterNames   = words(abbreviationLists["letters"])
	dottedNuktas  = words(abbreviationLists["dotted"])

	deskWords  = words(datelineLists["desk"])
	months     = words(datelineLists["months"])
	neverWords = words(datelineLists["never"])
	labelWords = words(datelineLists["label"])
	verbTowns  = words(datelineLists["towns"])
	speakers   = words(datelineLists["speaker"])

	relatedOpeners = phrases(boilerplateLists["related"])
	footerOpeners  = phrases(boilerplateLists["footer"])
	footerLines    = phrases(boilerplateLists["footer-line"])
	channelWords   = words(boilerplateLists["channel"])
	followWords    = words(boilerplateLists["follow"])
	captionOpeners = phrases(boilerplateLists["caption"])
	captionEnds    = words(boilerplateLists["caption-end"])
)

// longestStem bounds the look-up of a word among the visarga stems, in runes.
const longestStem = 16

// isVisargaStem tells whether word takes a visarga at its end.
func isVisargaStem(word []unit) bool {
	if len(word) > longestStem {
		return false
	}
	var a [longestStem * utf8.UTFMax]byte
	buf := a[:0]
	for i := range word {
		buf = utf8.AppendRune(buf, word[i].r)
	}
	return visargaStems[string(buf)]
}

// isFinite tells whether a word can end a sentence as its verb.
func isFinite(key string) bool {
	if finiteVerbs[key] {
		return true
	}
	for _, ending := range futureEndings {
		if strings.HasSuffix(key, ending) {
			return !futureNames[key]
		}
	}
	return false
}

// sections reads a data file: its lines, by section.
func sections(data string) map[string][]string {
	out := map[string][]string{}
	name := ""
	for line := range strings.Lines(data) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[' && line[len(line)-1] == ']' && !strings.Contains(line, " "):
			name = line[1 : len(line)-1]
		default:
			out[name] = append(out[name], line)
		}
	}
	return out
}

// words reads the lines of a section as a set of folded words.
func words(lines []string) map[string]bool {
	return set(strings.Fields(Fold(strings.Join(lines, " "))))
}

func set(list []string) map[string]bool {
	out := make(map[string]bool, len(list))
	for _, s := range list {
		out[s] = true
	}
	return out
}

// openers are phrases of token keys, by their first.
type openers map[string][][]string

// phrases reads the lines of a section as a phrase each.
func phrases(lines []string) openers {
	out := openers{}
	for _, line := range lines {
		f := newFolder()
		f.fold(line)
		tokens, _, _ := f.tokenize()
		f.release()
		phrase := make([]string, len(tokens))
		for i := range tokens {
			phrase[i] = tokens[i].Key
		}
		out[phrase[0]] = append(out[phrase[0]], phrase)
	}
	return out
}

// match gives the length of the longest phrase that tokens begin with, or 0.
func (o openers) match(tokens []Token) (longest int) {
	if len(tokens) == 0 {
		return 0
	}
next:
	for _, phrase := range o[tokens[0].Key] {
		if len(phrase) <= longest || len(phrase) > len(tokens) {
			continue
		}
		for i, key := range phrase {
			if tokens[i].Key != key {
				continue next
			}
		}
		longest = len(phrase)
	}
	return longest
}
