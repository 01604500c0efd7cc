package syntax

import (
	"maps"
	"slices"
	"strings"
)

// Lookup is what rules may name, each in its folded form: hosts with their forms, as the keys of their words, and stems of verbs
// with the words that are forms of them.
type Lookup struct {
	Hosts map[string][][]string
	Verbs map[string][]string
}

// Lookup lists the hosts and verbs of the grammar.
func (g *Grammar) Lookup() *Lookup {
	l := &Lookup{map[string][][]string{}, map[string][]string{}}
	for _, forms := range inOrder(g.hosts) {
		for _, h := range forms {
			l.Hosts[h.host] = append(l.Hosts[h.host], h.keys)
		}
	}
	for word, forms := range inOrder(g.verbs) {
		for _, f := range forms {
			if of := l.Verbs[f.Lemma]; !g.nonverbs[word] && (len(of) == 0 || of[len(of)-1] != word) {
				l.Verbs[f.Lemma] = append(of, word)
			}
		}
	}
	return l
}

// Marked says whether any postposition makes a case.
func (g *Grammar) Marked(c Case) bool {
	for _, list := range g.postpositions {
		if slices.ContainsFunc(list, func(p postposition) bool { return p.c == c }) {
			return true
		}
	}
	return c == Bare
}

// Negations lists the words that negate a clause.
func (g *Grammar) Negations() []string { return slices.Sorted(maps.Keys(g.negations)) }

// Vector says whether a verb only adds to the one before it: छोड़ दी.
func (g *Grammar) Vector(stem string) bool { return g.vectors[stem] }

// StemOf guesses the stem of a verb that the grammar lacks from a form of it: धकियाया, धकियाकर → धकिया. "" where the word has the
// ending of no form. word is as the text has it.
func StemOf(word string) string {
	for _, s := range []struct{ endings, behind []string }{
		{vowelSuffixes[Fut], []string{"ा", "ो"}}, {vowelSuffixes[Perf], []string{"ा", "ो"}},
		{consonantSuffixes[Fut], nil}, {consonantSuffixes[Hab], nil}, {consonantSuffixes[Inf], nil}, {[]string{"कर"}, nil}, {consonantSuffixes[Perf], nil},
	} {
		for _, ending := range s.endings {
			stem, ok := strings.CutSuffix(word, ending)
			if !ok || len([]rune(stem)) < 2 {
				continue
			}
			if s.behind == nil || slices.ContainsFunc(s.behind, func(v string) bool { return strings.HasSuffix(stem, v) }) {
				return stem
			}
		}
	}
	return ""
}
