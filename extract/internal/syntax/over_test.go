package syntax

import (
	"slices"
	"strings"
	"testing"

	"github.com/dalbadal/dalbadal/extract/internal/datafile"
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
)

const smallGrammar = "postpositions: {से: से, का: का}\nverbs: [छोड़, काट]\nhosts:\n  नाता: [नाता, नाते]\nvectors: [ले]\n"

func TestGrammarOver(t *testing.T) {
	base := datafile.Text{Name: "grammar.yaml", Text: smallGrammar}
	g, faults := GrammarOver(base, []datafile.Text{{Name: "a", Text: "hosts: {नाता: [रिश्ता], कन्नी: [कन्नी]}\n"}, {Name: "b", Text: "verbs: [लतिया]\npostpositions: {से: में}\n"}})
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	l := g.Lookup()
	if forms := l.Hosts[devanagari.Fold("नाता")]; len(forms) != 4 || !slices.ContainsFunc(forms, func(f []string) bool { return f[0] == devanagari.Fold("रिश्ता") }) {
		t.Errorf("नाता: %v", forms)
	}
	if len(l.Hosts[devanagari.Fold("कन्नी")]) == 0 || !slices.Contains(l.Verbs[devanagari.Fold("लतिया")], devanagari.Fold("लतियाया")) || !slices.Contains(l.Verbs[devanagari.Fold("काट")], devanagari.Fold("काटी")) {
		t.Errorf("%v", l)
	}
	if !g.Marked(Me) || g.Marked(Se) || !g.Marked(Bare) || !g.Marked(Ka) || !g.Vector(devanagari.Fold("ले")) {
		t.Error("the postposition से did not take the place of its namesake")
	}
	for text, want := range map[string]string{
		"postpositions: {पै: पै}\n":     `m:1:17: पै: unknown case "पै"`,
		"pronouns: {वह: {case: नें}}\n": `m:1:12: वह: unknown case "नें"`,
		"host: {क: [क]}\n":              `m:1:1: unknown key "host": did you mean hosts?`,
	} {
		if _, faults := GrammarOver(base, []datafile.Text{{Name: "m", Text: text}}); len(faults) != 1 || !strings.HasPrefix(faults[0].Error(), want) {
			t.Errorf("%s: %v, want %s", text, faults, want)
		}
	}
}

func TestStemOf(t *testing.T) {
	for word, want := range map[string]string{"लतियाया": "लतिया", "लतियाई": "लतिया", "लतियाकर": "लतिया", "लतियाएंगे": "लतिया", "खदेड़ा": "खदेड़", "खदेड़ने": "खदेड़", "खदेड़ते": "खदेड़", "खदेड़ेंगे": "खदेड़", "पलायन": "", "घर": ""} {
		if got := StemOf(word); got != want {
			t.Errorf("%s: got %q, want %q", word, got, want)
		}
	}
}

func FuzzGrammarOver(f *testing.F) {
	f.Add("hosts: {नाता: [रिश्ता]}\nverbs: [लतिया]\nirregular: {जा: {perf: [गया]}}\nplace_nouns: {after: {seat: [सीट]}}\n")
	f.Add("pronouns: {वह: {case: ने, number: one}}\nquantifiers: [\"\u200d\"]\n")
	f.Fuzz(func(t *testing.T, text string) {
		g, faults := GrammarOver(datafile.Text{Name: "grammar.yaml", Text: smallGrammar}, []datafile.Text{{Name: "m", Text: text}})
		if g == nil && len(faults) == 0 {
			t.Error("neither a grammar nor faults")
		}
		if g != nil {
			g.Lookup()
		}
	})
}
