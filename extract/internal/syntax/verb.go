package syntax

import (
	"slices"
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
)

// Form is the inflection of one verb word.
type Form uint8

const (
	Stem    Form = iota // छोड़
	Perf                // छोड़ा, छोड़ी: perfective
	Hab                 // छोड़ता: habitual, imperfective
	Inf                 // छोड़ना, छोड़ने
	Conj                // छोड़कर
	Fut                 // छोड़ेंगे
	Subj                // छोड़ें
	AuxPres             // है, हैं
	AuxPast             // था, थे
	Agent               // छोड़नेवाले, written as one word
)

// VerbForm is one reading of a word as a verb.
type VerbForm struct {
	Lemma string // the folded stem
	Form  Form
}

type irregularForms struct {
	Perf []string `yaml:"perf"`
	Hab  []string `yaml:"hab"`
	Inf  []string `yaml:"inf"`
	Conj []string `yaml:"conj"`
	Fut  []string `yaml:"fut"`
	Subj []string `yaml:"subj"`
	Aux  []string `yaml:"aux"`
}

// suffixes of a stem that ends in a consonant, and of one that ends in ा or ो.
var (
	consonantSuffixes = map[Form][]string{
		Perf: {"ा", "ी", "े", "ीं"}, Hab: {"ता", "ते", "ती", "तीं"}, Inf: {"ना", "ने", "नी"}, Conj: {"कर", "के"},
		Fut: {"ेगा", "ेगी", "ेंगे", "ेंगी", "ूंगा", "ूंगी"}, Subj: {"ें", "ूं", "ो", "िए", "िएगा"},
	}
	vowelSuffixes = map[Form][]string{
		Perf: {"या", "ई", "ए", "ईं"}, Hab: {"ता", "ते", "ती", "तीं"}, Inf: {"ना", "ने", "नी"}, Conj: {"कर", "के"},
		Fut: {"एगा", "एगी", "एंगे", "एंगी", "ऊंगा", "ऊंगी", "येगा", "येंगे"}, Subj: {"एं", "ऊं", "ओ", "इए"},
	}
	formOrder = []Form{Perf, Hab, Inf, Conj, Fut, Subj}
)

// verbTable lists the readings of every verb word by its folded form.
func verbTable(stems []string, irregular map[string]irregularForms, vala []string) map[string][]VerbForm {
	t := map[string][]VerbForm{}
	add := func(form string, v VerbForm) {
		key := devanagari.Fold(form)
		if key != "" && !slices.Contains(t[key], v) {
			t[key] = append(t[key], v)
		}
	}
	for _, stem := range stems {
		lemma := devanagari.Fold(stem)
		add(stem, VerbForm{lemma, Stem})
		if _, ok := irregular[stem]; ok {
			continue
		}
		suffixes := consonantSuffixes
		if strings.HasSuffix(stem, "ा") || strings.HasSuffix(stem, "ो") {
			suffixes = vowelSuffixes
		}
		for _, form := range formOrder {
			for _, suffix := range suffixes[form] {
				add(stem+suffix, VerbForm{lemma, form})
			}
		}
		addAgents(add, stem+"ने", lemma, vala)
	}
	stemsOf := make([]string, 0, len(irregular))
	for stem := range irregular {
		stemsOf = append(stemsOf, stem)
	}
	slices.Sort(stemsOf)
	for _, stem := range stemsOf {
		f, lemma := irregular[stem], devanagari.Fold(stem)
		add(stem, VerbForm{lemma, Stem})
		for form, words := range map[Form][]string{Perf: f.Perf, Hab: f.Hab, Inf: f.Inf, Conj: f.Conj, Fut: f.Fut, Subj: f.Subj} {
			for _, w := range words {
				add(w, VerbForm{lemma, form})
			}
		}
		if len(f.Hab) == 0 {
			for _, w := range consonantSuffixes[Hab] {
				add(stem+w, VerbForm{lemma, Hab})
			}
		}
		if len(f.Inf) == 0 {
			for _, w := range consonantSuffixes[Inf] {
				add(stem+w, VerbForm{lemma, Inf})
			}
		}
		inf := stem + "ने"
		if len(f.Inf) > 1 {
			inf = f.Inf[1]
		}
		addAgents(add, inf, lemma, vala)
		for _, w := range f.Aux {
			form := AuxPres
			if strings.HasPrefix(w, "थ") {
				form = AuxPast
			}
			add(w, VerbForm{lemma, form})
		}
	}
	for _, forms := range t {
		slices.SortFunc(forms, func(a, b VerbForm) int {
			if c := strings.Compare(a.Lemma, b.Lemma); c != 0 {
				return c
			}
			return int(a.Form) - int(b.Form)
		})
	}
	return t
}

func addAgents(add func(string, VerbForm), inf, lemma string, vala []string) {
	for _, w := range vala {
		add(inf+w, VerbForm{lemma, Agent})
	}
}

// VerbGroup is a verb with its auxiliaries, and what they say.
type VerbGroup struct {
	Lemma string // folded stem of the verb that carries the meaning
	Main  Form   // its form
	// Finite is false for participles, absolutives and infinitives.
	Finite bool
	// Aspect and mood.
	Perfect    bool // perfective or completed (छोड़ी, छोड़ चुके, छोड़ दिया है)
	Pluperfect bool // with था: छोड़ी थी
	Completed  bool // with चुक: छोड़ चुके हैं
	Future     bool
	Potential  bool // सकते हैं
	Prospect   bool // होने जा रहे हैं, थामने वाले हैं
	Progress   bool // हो रहे हैं
	Habitual   bool
	Subjunct   bool
	Negated    bool
	Passive    bool // किया गया, दिलाई गई
	Vala       bool // लेने वाले: attributive or agentive
	During     bool // छोड़ते हुए, छोड़ते ही
}

const (
	lemmaKar   = "कर"
	lemmaHo    = "हो"
	lemmaJa    = "जा"
	lemmaRah   = "रह"
	lemmaLeave = "छोड"
)

var (
	lemmaChuk    = devanagari.Fold("चुक")
	lemmaSak     = devanagari.Fold("सक")
	lemmaPahunch = devanagari.Fold("पहुंच")
)

// isVector says whether key can follow a verb inside one verb group.
func (g *Grammar) isVector(key string) bool {
	for _, v := range g.verbs[key] {
		if g.vectors[v.Lemma] {
			return true
		}
	}
	return false
}

// auxiliary says whether key is a form of है or था, which follow no stem.
func (g *Grammar) auxiliary(key string) bool {
	for _, v := range g.verbs[key] {
		if v.Form == AuxPres || v.Form == AuxPast {
			return true
		}
	}
	return false
}

// verbGroup reads a verb group that starts at token i of a sentence that ends
// before last. It returns the token after it; ok is false when none starts there.
func (g *Grammar) verbGroup(tokens []devanagari.Token, i, last int) (vg VerbGroup, end int, ok bool) {
	key := tokens[i].Key
	forms := g.verbs[key]
	if len(forms) == 0 {
		return vg, i, false
	}
	next := g.skipParticles(tokens, i+1, last)
	nextKey := ""
	if next < last {
		nextKey = tokens[next].Key
	}
	main := forms[0]
	// the best reading of an ambiguous word: a stem needs a vector after it
	stemOK := g.isVector(nextKey) && !(nextKey == "की")
	aux := stemOK && g.auxiliary(nextKey)
	for _, f := range forms {
		if f.Form == Stem && (stemOK && !(aux && len(forms) > 1) || nextKey == "कर") { // "पहना कर" is "पहनाकर"
			main = f
			break
		}
		if main.Form == Stem && f.Form != Stem {
			main = f
		}
	}
	if main.Form == Stem && !stemOK {
		switch {
		case nextKey == "कर" || nextKey == "के" && next == i+1 && g.absolutes[key]:
			// छोड़ कर
		case g.absolutes[key]:
			vg = VerbGroup{Lemma: main.Lemma, Main: Stem}
			return vg, i + 1, true
		case key == "कर":
			vg = VerbGroup{Lemma: main.Lemma, Main: Conj}
			return vg, i + 1, true
		default:
			return vg, i, false
		}
	}
	if g.nonverbs[key] || main.Form == Inf && strings.HasSuffix(key, "नी") && next == i+1 && len(g.postpositions[nextKey]) > 0 {
		return vg, i, false // "आनी से": before a case marker an infinitive ends in ने
	}
	if g.homographs[key] && !stemOK && next < last && next == i+1 && tokens[next].Kind != devanagari.Punct {
		return vg, i, false
	}
	if main.Form == Agent {
		main.Form = Inf
		vg.Vala = true
	}
	vg.Lemma, vg.Main = main.Lemma, main.Form
	cur, curForm := i, main.Form
	lastLemma := main.Lemma
	sawPerf := main.Form == Perf
	pastAux, presAux := main.Form == AuxPast, main.Form == AuxPres
	end = i + 1
	vg.Future = main.Form == Fut
	for {
		n := end
		neg, particle := false, false
		for n < last && (g.negations[tokens[n].Key] || g.particles[tokens[n].Key] && tokens[n].Key != "अब") {
			if g.negations[tokens[n].Key] {
				neg = true
			}
			particle = true
			n++
		}
		if n >= last {
			break
		}
		k := tokens[n].Key
		if g.valaForms[k] && curForm == Inf {
			vg.Vala = true
			end = n + 1
			curForm, cur = Inf, n
			continue
		}
		if g.hueForms[k] && curForm == Hab && !vg.Vala { // देते हुए
			vg.During = true
			end = n + 1
			return finish(vg, Hab, sawPerf, pastAux, presAux), end, true
		}
		if (k == "कर" || k == "के") && curForm == Stem && n == cur+1 && (!g.followsVector(tokens, n+1, last) || g.absolutes[tokens[cur].Key] && g.moves(tokens[n+1].Key)) {
			end = n + 1
			vg.Main = Conj
			return finish(vg, Conj, sawPerf, pastAux, presAux), end, true
		}
		next, okv := g.nextVector(tokens, n, last, curForm, lastLemma)
		if !okv {
			if neg && particle {
				// "हुए नहीं": a negation that closes the group
				if n == last || tokens[n].Kind == devanagari.Punct {
					vg.Negated = true
					end = n
				}
			}
			break
		}
		if neg {
			vg.Negated = true
		}
		switch next.Form {
		case AuxPast:
			pastAux = true
		case AuxPres:
			presAux = true
		case Fut:
			vg.Future = true
		case Perf:
			if next.Lemma == lemmaRah && (curForm == Stem || curForm == Inf || next.Lemma == lastLemma) {
				vg.Progress = true
			} else {
				sawPerf = true
			}
		}
		switch next.Lemma {
		case lemmaSak:
			vg.Potential = true
		case lemmaChuk:
			sawPerf, vg.Completed = true, true
		case lemmaJa:
			if curForm == Perf && lastLemma != lemmaJa && !g.intransitives[vg.Lemma] {
				vg.Passive = true
			}
			if curForm == Inf {
				vg.Prospect = true
			}
		}
		curForm, lastLemma, cur = next.Form, next.Lemma, n
		end = n + 1
	}
	if (presAux || pastAux) && vg.Vala {
		vg.Prospect = true
	}
	return finish(vg, curForm, sawPerf, pastAux, presAux), end, true
}

// nextVector reads the token n as a continuation of a group whose last word has the given form.
func (g *Grammar) nextVector(tokens []devanagari.Token, n, last int, cur Form, lemma string) (VerbForm, bool) {
	k := tokens[n].Key
	for _, v := range g.verbs[k] {
		switch v.Form {
		case AuxPast, AuxPres:
			if cur != Conj && cur != Stem || g.vectors[lemma] {
				return v, true
			}
			continue
		}
		if !g.vectors[v.Lemma] || v.Form == Conj {
			continue
		}
		switch cur {
		case Stem:
			if v.Form != Stem || g.followsVector(tokens, n+1, last) {
				return v, true
			}
		case Perf:
			// passive, and "चला गया"; not a second clause: "छोड़ी, ली"
			if v.Lemma == lemmaJa && (v.Form != Stem || g.followsVector(tokens, n+1, last)) || v.Lemma == lemmaRah || v.Lemma == lemmaHo && v.Form != Perf && v.Form != Stem {
				return v, true
			}
		case Inf:
			if v.Lemma == lemmaJa && (v.Form == Stem && g.followsVector(tokens, n+1, last)) || v.Lemma == devanagari.Fold("पड़") || v.Lemma == "लग" || v.Lemma == devanagari.Fold("चाह") || v.Lemma == lemmaHo && v.Form == Fut || v.Lemma == "दे" && v.Form == Fut {
				return v, true
			}
		case Hab:
			if v.Lemma == lemmaRah || v.Lemma == lemmaHo && v.Form != Perf || v.Lemma == lemmaJa {
				return v, true
			}
		}
	}
	return VerbForm{}, false
}

func (g *Grammar) followsVector(tokens []devanagari.Token, i, last int) bool {
	i = g.skipParticles(tokens, i, last)
	return i < last && g.isVector(tokens[i].Key)
}

func (g *Grammar) skipParticles(tokens []devanagari.Token, i, last int) int {
	for i < last && (g.particles[tokens[i].Key] || g.negations[tokens[i].Key]) {
		i++
	}
	return i
}

// moves says whether a word is a form of आना or जाना: "छोड़ कर आए" is "छोड़कर आए".
func (g *Grammar) moves(key string) bool {
	return slices.ContainsFunc(g.verbs[key], func(v VerbForm) bool { return v.Lemma == "आ" || v.Lemma == lemmaJa })
}

// finish reads tense and mood off the forms that were seen; final is the form of the last word.
func finish(vg VerbGroup, final Form, sawPerf, pastAux, presAux bool) VerbGroup {
	switch final {
	case Perf, AuxPres, AuxPast, Fut, Subj:
		vg.Finite = true
	case Hab:
		vg.Finite = !vg.During
		vg.Habitual = true
	}
	if vg.Vala && !pastAux && !presAux || final == Conj || final == Inf && !pastAux && !presAux && !vg.Future {
		vg.Finite = false
	}
	if final == Subj {
		vg.Subjunct = true
	}
	if vg.Main == Inf && vg.Finite && (pastAux || presAux) && !vg.Vala {
		vg.Prospect = true
	}
	vg.Perfect = sawPerf && !vg.Future && !vg.Potential && !vg.Prospect && !vg.Progress && vg.Finite && !vg.Subjunct
	vg.Pluperfect = vg.Perfect && pastAux
	if vg.Main == Hab && vg.Finite && !sawPerf {
		vg.Habitual = true
	}
	return vg
}
