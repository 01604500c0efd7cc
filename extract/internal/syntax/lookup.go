package syntax

import (
	"maps"
	"slices"
	"strings"
)

// What a rule may ask of the grammar. Words are given and asked for in their folded form.

// Hosts lists the nouns that rules may name as hosts.
func (g *Grammar) Hosts() []string {
	all := map[string]bool{}
	for _, forms := range g.hosts {
		for _, h := range forms {
			all[h.host] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// HostForms gives the forms of a host, each as the keys of its words; none where the grammar lacks it.
func (g *Grammar) HostForms(host string) (forms [][]string) {
	for _, key := range slices.Sorted(maps.Keys(g.hosts)) {
		for _, h := range g.hosts[key] {
			if h.host == host {
				forms = append(forms, h.keys)
			}
		}
	}
	return forms
}

// Stems lists the verbs that rules may name.
func (g *Grammar) Stems() []string {
	all := map[string]bool{}
	for _, forms := range g.verbs {
		for _, f := range forms {
			all[f.Lemma] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// VerbForms gives the words that are forms of a verb; none where the grammar lacks it.
func (g *Grammar) VerbForms(stem string) (words []string) {
	for _, w := range slices.Sorted(maps.Keys(g.verbs)) {
		if g.nonverbs[w] {
			continue
		}
		if slices.ContainsFunc(g.verbs[w], func(f VerbForm) bool { return f.Lemma == stem }) {
			words = append(words, w)
		}
	}
	return words
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
