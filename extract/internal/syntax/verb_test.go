package syntax

import (
	"slices"
	"strings"
	"testing"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
)

// says lists what a verb group tells of tense, aspect, mood, voice and negation.
func says(vg VerbGroup) string {
	var out []string
	for _, f := range []struct {
		set  bool
		name string
	}{
		{vg.Finite, "finite"}, {vg.Main == Conj, "absolutive"}, {vg.Perfect, "perfect"}, {vg.Pluperfect, "pluperfect"},
		{vg.Completed, "completed"}, {vg.Future, "future"}, {vg.Potential, "potential"}, {vg.Prospect, "prospect"},
		{vg.Progress, "progress"}, {vg.Habitual, "habitual"}, {vg.Subjunct, "subjunctive"}, {vg.Negated, "negated"},
		{vg.Passive, "passive"}, {vg.Vala, "vala"}, {vg.During, "during"},
	} {
		if f.set {
			out = append(out, f.name)
		}
	}
	return strings.Join(out, " ")
}

// verbs lists the verb groups of a text: "words = stem: what they say".
func verbs(text string) (out []string) {
	doc, sentences := parse(text)
	for _, s := range sentences {
		for _, it := range s.Items {
			if it.Kind == VerbItem {
				out = append(out, doc.Slice(it.First, it.Last)+" = "+it.Verb.Lemma+": "+says(it.Verb))
			}
		}
	}
	return out
}

// foldStem folds the stem of an expected verb group, as lemmas are.
func foldStem(want string) string {
	text, rest, _ := strings.Cut(want, " = ")
	stem, rest, _ := strings.Cut(rest, ":")
	return text + " = " + devanagari.Fold(stem) + ":" + rest
}

func checkVerbs(t *testing.T, in string, want []string) {
	t.Helper()
	var folded []string
	for _, w := range want {
		folded = append(folded, foldStem(w))
	}
	if got := verbs(in); !slices.Equal(got, folded) {
		t.Errorf("%s\n got  %q\n want %q", in, got, folded)
	}
}

func TestVerbGroups(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		// tense and aspect
		{"a perfective", "विनोद साहू ने दल छोड़ा।", "छोड़ा = छोड़: finite perfect"},
		{"a vector verb", "विनोद साहू ने दल छोड़ दिया।", "छोड़ दिया = छोड़: finite perfect"},
		{"a present perfect", "विनोद साहू ने दल छोड़ दिया है।", "छोड़ दिया है = छोड़: finite perfect"},
		{"a pluperfect", "विनोद साहू ने दल छोड़ दिया था।", "छोड़ दिया था = छोड़: finite perfect pluperfect"},
		{"a plain pluperfect", "उन्होंने 2012 में दल छोड़ा था।", "छोड़ा था = छोड़: finite perfect pluperfect"},
		{"done already", "विनोद साहू दल छोड़ चुके हैं।", "छोड़ चुके हैं = छोड़: finite perfect completed"},
		{"done already then", "विनोद साहू दल छोड़ चुके थे।", "छोड़ चुके थे = छोड़: finite perfect pluperfect completed"},
		{"an intransitive", "विनोद साहू दल में शामिल हो गए।", "हो गए = हो: finite perfect"},
		{"feminine", "सीमा रावत दल में शामिल हुईं।", "हुईं = हो: finite perfect"},
		{"an older spelling", "विनोद साहू दल में शामिल हो गये।", "हो गये = हो: finite perfect"},
		{"without its nukta", "विनोद साहू ने दल छोड दिया।", "छोड दिया = छोड़: finite perfect"},
		{"in progress", "विनोद साहू दल छोड़ रहे हैं।", "छोड़ रहे हैं = छोड़: finite progress"},
		{"a habit", "नेता हर चुनाव में दल छोड़ते हैं।", "छोड़ते हैं = छोड़: finite habitual"},
		// what is to come
		{"future", "विनोद साहू दल छोड़ेंगे।", "छोड़ेंगे = छोड़: finite future"},
		{"future with a vector", "विनोद साहू दल छोड़ देंगे।", "छोड़ देंगे = छोड़: finite future"},
		{"future of जाना", "विनोद साहू दल में शामिल हो जाएंगे।", "हो जाएंगे = हो: finite future"},
		{"can", "विनोद साहू दल छोड़ सकते हैं।", "छोड़ सकते हैं = छोड़: finite potential"},
		{"about to", "विनोद साहू दल छोड़ने वाले हैं।", "छोड़ने वाले हैं = छोड़: finite prospect vala"},
		{"going to", "विनोद साहू दल छोड़ने जा रहे हैं।", "छोड़ने जा रहे हैं = छोड़: finite prospect progress"},
		{"may he", "कार्यकर्ता चाहते थे कि विनोद साहू दल छोड़ दें।", "छोड़ दें = छोड़: finite subjunctive"},
		// negation
		{"not", "विनोद साहू ने दल नहीं छोड़ा।", "छोड़ा = छोड़: finite perfect negated"},
		{"not, after the verb", "विनोद साहू ने दल छोड़ा नहीं।", "छोड़ा नहीं = छोड़: finite perfect negated"},
		{"not, inside the group", "विनोद साहू दल छोड़ नहीं सकते।", "छोड़ नहीं सकते = छोड़: finite potential habitual negated"},
		{"not, in the future", "विनोद साहू दल नहीं छोड़ेंगे।", "छोड़ेंगे = छोड़: finite future negated"},
		{"not, misspelt", "विनोद साहू ने दल नही छोड़ा।", "छोड़ा = छोड़: finite perfect negated"},
		{"a negation of something else", "वह खुश नहीं थे, विनोद साहू ने दल छोड़ दिया।", "छोड़ दिया = छोड़: finite perfect"},
		// voice
		{"passive", "विनोद साहू को दल से निकाला गया।", "निकाला गया = निकाल: finite perfect passive"},
		{"passive with a vector", "विनोद साहू को दल से निकाल दिया गया है।", "निकाल दिया गया है = निकाल: finite perfect passive"},
		{"passive of करना", "विनोद साहू को दल में शामिल किया गया।", "किया गया = कर: finite perfect passive"},
		{"passive causative, long ago", "विनोद साहू को शपथ दिलाई गई थी।", "दिलाई गई थी = दिला: finite perfect pluperfect passive"},
		{"passive future", "विनोद साहू को दल से निकाला जाएगा।", "निकाला जाएगा = निकाल: finite future passive"},
		{"जाना of a stem is no passive", "विनोद साहू दिल्ली पहुंच गए।", "पहुंच गए = पहुंच: finite perfect"},
		// particles
		{"a particle inside", "विनोद साहू ने दल छोड़ ही दिया।", "छोड़ ही दिया = छोड़: finite perfect"},
		// participles
		{"while", "विनोद साहू ने आरोप लगाते हुए बात कही।", "लगाते हुए = लगा: habitual during"},
		{"who does", "दल छोड़ने वाले नेता घर लौट गए।", "छोड़ने वाले = छोड़: vala"},
		{"who does, one word", "दल छोड़नेवाले नेता घर लौट गए।", "छोड़नेवाले = छोड़: vala"},
		{"the doing", "विनोद साहू ने दल छोड़ने का फैसला किया।", "छोड़ने = छोड़: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := verbs(c.in); !slices.Contains(got, foldStem(c.want)) {
				t.Errorf("%s\n got  %q\n want %q among them", c.in, got, foldStem(c.want))
			}
		})
	}
}

// An absolutive is a group of its own, before the verb it leans on.
func TestAbsolutives(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"one word", "विनोद साहू सपा छोड़कर भाजपा में आए।", []string{"छोड़कर = छोड़: absolutive", "आए = आ: finite perfect"}},
		{"two words", "विनोद साहू सपा छोड़ कर भाजपा में आए।", []string{"छोड़ कर = छोड़: absolutive", "आए = आ: finite perfect"}},
		{"two words, before what could be a vector", "विनोद साहू सपा छोड़ कर आए।", []string{"छोड़ कर = छोड़: absolutive", "आए = आ: finite perfect"}},
		{"a bare stem", "विनोद साहू सपा छोड़ भाजपा में आए।", []string{"छोड़ = छोड़: ", "आए = आ: finite perfect"}},
		{"of होना", "विनोद साहू सपा से अलग होकर भाजपा में आए।", []string{"होकर = हो: absolutive", "आए = आ: finite perfect"}},
		{"of देना", "विनोद साहू सपा से इस्तीफा देकर भाजपा में आए।", []string{"देकर = दे: absolutive", "आए = आ: finite perfect"}},
		{"with के", "विनोद साहू सपा से बगावत करके भाजपा में आए।", []string{"करके = कर: absolutive", "आए = आ: finite perfect"}},
		{"a damaged nukta", "विनोद साहू सपा छोडक़र भाजपा में आए।", []string{"छोडक़र = छोड़: absolutive", "आए = आ: finite perfect"}},
		{"two words, the first of which could be perfective", "विधायक ने गमछा पहना कर स्वागत किया।", []string{"पहना कर = पहना: absolutive", "किया = कर: finite perfect"}},
		{"two of them", "विनोद साहू बसपा छोड़कर नाता तोड़कर चल दिए।", []string{"छोड़कर = छोड़: absolutive", "तोड़कर = तोड़: absolutive", "चल दिए = चल: finite perfect"}},
	} {
		t.Run(c.name, func(t *testing.T) { checkVerbs(t, c.in, c.want) })
	}
}

// की is करना's perfective at the end of its clause and before an auxiliary, the genitive elsewhere.
func TestKiVerbOrPostposition(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"at the end", "विनोद साहू ने सदस्यता ग्रहण की।", []string{"की = कर: finite perfect"}},
		{"before है", "विनोद साहू ने सदस्यता ग्रहण की है।", []string{"की है = कर: finite perfect"}},
		{"before थी", "विनोद साहू ने सदस्यता ग्रहण की थी।", []string{"की थी = कर: finite perfect pluperfect"}},
		{"before गई", "उनकी सदस्यता समाप्त की गई।", []string{"की गई = कर: finite perfect passive"}},
		{"before a comma", "विनोद साहू ने घोषणा की, सब चुप रहे।", []string{"की = कर: finite perfect", "रहे = रह: finite perfect"}},
		{"before और", "विनोद साहू ने घोषणा की और सब चुप रहे।", []string{"की = कर: finite perfect", "रहे = रह: finite perfect"}},
		{"before कि", "विनोद साहू ने घोषणा की कि वह लौटेंगे।", []string{"की = कर: finite perfect", "लौटेंगे = लौट: finite future"}},
		{"a genitive", "सपा की बैठक में विनोद साहू बोले।", []string{"बोले = बोल: finite perfect"}},
		{"both", "विनोद साहू ने इस्तीफे की पेशकश की।", []string{"की = कर: finite perfect"}},
		{"of a compound postposition", "नेताओं की मौजूदगी में विनोद साहू बोले।", []string{"बोले = बोल: finite perfect"}},
	} {
		t.Run(c.name, func(t *testing.T) { checkVerbs(t, c.in, c.want) })
	}
}

// Words that look like verbs and are names, places or adjectives.
func TestNoVerb(t *testing.T) {
	for _, in := range []string{"मान सिंह साहू ने", "गढ़ी विधानसभा सीट से", "खुली जीप में", "अपनी पार्टी के", "हर बार की तरह", "जमा पूंजी"} {
		if got := verbs(in); len(got) > 0 {
			t.Errorf("%s: %q", in, got)
		}
	}
}
