package frame

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/dalbadal/dalbadal/extract/internal/syntax"
	data "github.com/dalbadal/dalbadal/extract/lexicon"
)

// checkWords are the built-in words, and three parties.
func checkWords(t testing.TB) Words {
	t.Helper()
	g, err := syntax.LoadGrammar(data.FS, "grammar.yaml")
	if err != nil {
		t.Fatal(err)
	}
	status, err := LoadStatus(data.FS, "status.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return Words{g, g.Lookup(), status, func(id string) (known, symbol bool) {
		return slices.Contains([]string{"BJP", "SP", "IND"}, id), id != "IND"
	}}
}

// rule writes a rule that is whole but for the lines given. Each line takes the place of the one with its key.
func rule(id string, lines ...string) string {
	keys := []string{"act: join", "host: [शामिल]", "verb: [हो]", `who: ["-"]`, "party: [में]", "examples: [{text: क}]", "counterexamples: [ख]"}
	for _, l := range lines {
		key, rest, _ := strings.Cut(l, ":")
		keys = slices.DeleteFunc(keys, func(k string) bool { return strings.HasPrefix(k, key+":") })
		if strings.TrimSpace(rest) != "" {
			keys = append(keys, l)
		}
	}
	return "- id: " + id + "\n  " + strings.Join(keys, "\n  ") + "\n"
}

func readRules(t testing.TB, text string) (*Source, []Fault) {
	t.Helper()
	return Read("", fstest.MapFS{"x.yaml": {Data: []byte(text)}})
}

// Each fault with a rule that has it, and one that is near it and has none.
func TestCheck(t *testing.T) {
	words := checkWords(t)
	for _, c := range []struct {
		name      string
		bad, fine string
		at        string // of the fault, in bad
		message   string
	}{
		{"unknown key", rule("a", "nott: [क]"), rule("a", "not: [क]"), "9:3", `unknown key "nott"`},
		{"unknown slot of an example", rule("a", "examples: [{text: क, lefft: SP}]"), rule("a", "examples: [{text: क, left: SP}]"), "8:24", `unknown key "lefft"`},
		{"no list", rule("a", "not: सत्ता"), rule("a", "not: [सत्ता]"), "9:8", "a list belongs here"},
		{"no flag", rule("a", "generic: हां"), rule("a", "generic: true"), "9:12", "true or false belongs here"},
		{"empty counterexample", rule("a", `counterexamples: [""]`), rule("a", `counterexamples: ["क"]`), "8:21", "an entry is empty"},
		{"anchor", rule("a", "not: &a [क]"), rule("a", `gloss: "&a"`), "9:8", "&, *, << and ! of YAML are not read here"},
		{"unknown case", rule("a", `party: ["से", सै]`), rule("a", `party: ["से", पर]`), "8:17", `rule a: unknown case "सै"`},
		{"unknown host", rule("a", "host: [शामिल, कन्नी]"), rule("a", "host: [शामिल, प्रवेश]"), "8:17", "rule a: the host कन्नी is not in grammar.yaml, so that it never triggers"},
		{"unknown verb", rule("a", "verb: [हो, गया]"), rule("a", "verb: [हो, जा]"), "8:14", "rule a: the verb गया is not in grammar.yaml, so that it never triggers"},
		{"own host barred", rule("a", "not: [शामिल]"), rule("a", "not: [शामिलात]"), "9:9", "rule a: शामिल is the rule's own trigger: the rule forbids itself"},
		{"own verb barred", rule("a", "host:", "verb: [जा]", "not: [घर, जा]"), rule("a", "host:", "verb: [जा]", "not: [घर, जाकर]"), "8:13", "rule a: जा is the rule's own trigger: the rule forbids itself"},
		{"all forms barred", rule("a", "host: [विलय]", "not: [विलय]"), rule("a", "host: [निष्कासन, विलय]", "not: [विलयन]"), "8:10", "rule a: the host विलय can never match: not bars every form of it"},
		{"with in not", rule("a", "with: [अब, आज]", "not: [अब]"), rule("a", "with: [अब, आज]", "not: [कल]"), "9:10", "rule a: अब stands in not too: a clause that has it is barred"},
		{"all of with in not", rule("a", "with: [अब]", "not: [अब, कल]"), rule("a", "with: [अब]", "not: [कल]"), "9:3", "rule a: it can never match: not bars every word that with asks for"},
		{"two words in one", rule("a", `not: ["घर वापसी"]`), rule("a", "not: [घर, वापसी]"), "9:9", `rule a: "घर वापसी" is not one word, and never met`},
		{"no negation left", rule("a", "negative: true", "not: [नहीं, न, ना, मत, बिना, नहिं, नही]"), rule("a", "negative: true", "not: [न, ना]"), "9:3", "rule a: it can never match: it wants a negated clause, and not bars every negation"},
		{"unknown only", rule("a", "only: XYZ"), rule("a", "only: SP"), "9:9", "rule a: it can never match: no party has the id XYZ"},
		{"only without a symbol", rule("a", "only: IND", "symbol: only"), rule("a", "only: SP", "symbol: only"), "9:9", "rule a: it can never match: it wants a symbol, and IND has none in parties.tsv"},
		{"no place for the party", rule("a", "party: []"), rule("a", "party: []", "optional: true"), "1:3", "rule a: it can never match: it looks for the party nowhere"},
		{"never beside", rule("a", `party: ["का+में"]`, "beside: true"), rule("a", `party: ["का+में", "-"]`, "beside: true"), "9:3", "rule a: it can never match: a party in the genitive of another noun never stands beside the verb"},
		{"link for nothing", rule("a", "link: [पाले]"), rule("a", "link: [पाले]", `party: ["का+में"]`), "9:3", "rule a: link is never read: no case of party begins with का+"},
		{"who with a noun between", rule("a", `who: ["का+से"]`), rule("a", "who: [से]"), "8:9", "rule a: का+से: only the party has a noun between"},
		{"case twice", rule("a", "party: [में, से, में]"), rule("a", "party: [में, से]"), "8:20", "rule a: में stands twice"},
		{"standing that joins", rule("a", "standing: true"), rule("a", "standing: true", "act: expel"), "9:3", "rule a: a standing rule can never match with the act join"},
		{"unknown party of an example", rule("a", "examples: [{text: क, joined: BJPP}]"), rule("a", "examples: [{text: क, joined: जनहित मोर्चा}]"), "8:32", "rule a: no party has the id BJPP"},
		{"unknown status", rule("a", "examples: [{text: क, status: gone}]"), rule("a", "examples: [{text: क, status: done}]"), "8:32", `rule a: unknown status "gone"`},
		{"the same id", rule("a") + rule("a"), rule("a") + rule("b", "verb: [कर]"), "9:7", "rule a: it stands twice"},
		{"the same rule", rule("a") + rule("b", "gloss: other"), rule("a") + rule("b", "act: leave"), "9:7", "rule b: it always matches the same as a, which is tried before it"},
		{"the same rule in other words", rule("a", "party: [में, पर]", "not: [घर, दल]") + rule("b", "party: [पर, में]", "not: [दल, घर]"), rule("a", "party: [में, पर]", "not: [घर, दल]") + rule("b", "party: [पर, में]", "not: [दल]"), "10:7", "rule b: it always matches the same as a, which is tried before it"},
		{"a wider rule before", rule("a", "verb: [हो, जा]", "generic: true") + rule("b", "not: [सत्ता]", "with: [अब]"), rule("b", "not: [सत्ता]", "with: [अब]") + rule("a", "verb: [हो, जा]", "generic: true"), "10:7", "rule b: it can never match: a, which is tried before it, takes whatever it could"},
		{"any verb before", rule("a", "verb:") + rule("b"), rule("a", "verb:", "host: [प्रवेश]") + rule("b"), "8:7", "rule b: it can never match: a, which is tried before it, takes whatever it could"},
		{"optional before", rule("a", "optional: true") + rule("b", "party: [से]", "generic: true"), rule("a", "optional: true", "with: [अब]") + rule("b", "party: [से]", "generic: true"), "10:7", "rule b: it can never match: a, which is tried before it, takes whatever it could"},
		{"names and symbols before symbols", rule("a", `symbol: "yes"`) + rule("b", "symbol: only"), rule("a") + rule("b", "symbol: only"), "10:7", "rule b: it can never match: a, which is tried before it, takes whatever it could"},
		{"any party before one", rule("a") + rule("b", "only: SP"), rule("a") + rule("b", "only: IND"), "9:7", "rule b: it can never match: a, which is tried before it, takes whatever it could"},
		{"either voice before one", rule("a") + rule("b", "voice: passive"), rule("a", "voice: active") + rule("b", "voice: passive"), "9:7", "rule b: it can never match: a, which is tried before it, takes whatever it could"},
		{"wider link before", rule("a", `party: ["का+में"]`, "link: [पाले, खेमे]") + rule("b", `party: ["का+में"]`, "link: [पाले]"), rule("a", `party: ["का+में"]`, "link: [पाले]") + rule("b", `party: ["का+में"]`, "link: [पाले, खेमे]"), "10:7", "rule b: it can never match: a, which is tried before it, takes whatever it could"},
		{"verbless", rule("a", "verbless: true") + rule("b", "not: [क]"), rule("a", "not: [क]") + rule("b", "verbless: true"), "10:7", "rule b: it can never match: a, which is tried before it, takes whatever it could"},
		{"headlines", rule("a", "headline: true", "host:", "verb:") + rule("b", "headline: true", "host:", "verb:", "not: [क]"), rule("a", "headline: true", "host:", "verb:", "not: [क]") + rule("b", "headline: true", "host:", "verb:"), "8:7", "rule b: it can never match: a, which is tried before it, takes whatever it could"},
		{"copula", rule("a", "guess: true") + rule("b", "not: [क]"), rule("a", "not: []") + rule("b", "guess: true", "not: [क]"), "10:7", "rule b: it can never match: a, which is tried before it, takes whatever it could"},
	} {
		t.Run(c.name, func(t *testing.T) {
			src, faults := readRules(t, c.bad)
			faults = append(faults, Check(src, nil, words)...)
			i := slices.IndexFunc(faults, func(f Fault) bool { return f.Message == c.message })
			if i < 0 {
				t.Fatalf("got %q, want %q of\n%s", faults, c.message, c.bad)
			}
			f := faults[i]
			if at := fmt.Sprintf("%d:%d", f.Line, f.Column); at != c.at {
				t.Errorf("at %s, want %s:\n%s", at, c.at, f.Excerpt)
			}
			if f.Hint == "" || !strings.Contains(f.Excerpt, "^") {
				t.Errorf("no hint or no excerpt: %+v", f)
			}
			src, faults = readRules(t, c.fine)
			if faults = append(faults, Check(src, nil, words)...); len(faults) > 0 {
				t.Errorf("faults where there is none: %q of\n%s", faults, c.fine)
			}
		})
	}
}

// Of two folders only the faults of the upper one are told, also where it spoils a rule of the lower.
func TestCheckOver(t *testing.T) {
	words := checkWords(t)
	base := rule("a", "not: [सत्ता]") + rule("b", "host: [nobody]")
	for _, c := range []struct{ more, want string }{
		{rule("a", "not: [सदन]"), ""}, // it takes the place of a
		{rule("c", "not: [सत्ता, सदन]"), ""},
		{rule("c", "not: [सत्ता]"), "rule c: it always matches the same as the built-in a, and is tried before it"},
		{rule("c"), "rule c: it takes whatever the built-in a could match"},
		{rule("c", "verb: [जा]") + rule("d", "verb: [जा]", "not: [क]"), "rule d: it can never match: c, which is tried before it, takes whatever it could"},
	} {
		low, _ := readRules(t, base)
		src, faults := readRules(t, c.more)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		faults = Check(low, src, words)
		if c.want == "" && len(faults) > 0 || c.want != "" && (len(faults) != 1 || faults[0].Message != c.want) {
			t.Errorf("%s\ngot %q, want %q", c.more, faults, c.want)
		}
	}
}

// Rules of the upper folder are tried first; one with an id of the lower stands where that stood.
func TestOver(t *testing.T) {
	low, _ := readRules(t, rule("a")+rule("b", "verb: [जा]")+rule("c", "verb: [आ]"))
	up, _ := readRules(t, rule("b", "verb: [चल]")+rule("d", "verb: [ले]"))
	var got []string
	for _, r := range Over(low.List, up.List) {
		got = append(got, r.ID+" "+r.Verb[0])
	}
	if want := []string{"d ले", "a हो", "b चल", "c आ"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestReadFolder(t *testing.T) {
	for _, c := range []struct {
		files fstest.MapFS
		want  string
	}{
		{fstest.MapFS{}, "d: no rules here"},
		{fstest.MapFS{"a.yml": {}}, "d/a.yml: is not read"},
		{fstest.MapFS{"a.yaml": {Data: []byte("a: b\n")}}, "d/a.yaml:1:1: a list belongs here"},
		{fstest.MapFS{"a.yaml": {Data: []byte("क\n")}}, "d/a.yaml:1:1: a list belongs here"},
		{fstest.MapFS{"a.yaml": {Data: []byte("- id: a\n\tact: join\n")}}, "d/a.yaml:2:1: not YAML"},
		{fstest.MapFS{"a.yaml": {Data: []byte("- id: \xff\n")}}, "d/a.yaml:1: is not UTF-8"},
		{fstest.MapFS{"a.yaml": {Data: []byte(strings.Repeat("[", 1000))}}, "d/a.yaml:1:41: brackets or lists stand too deep"},
		{fstest.MapFS{"a.yaml": {Data: []byte(rule("a") + "---\n" + rule("b"))}}, "d/a.yaml:10:1: a second document"},
		{fstest.MapFS{"a.yaml": {Data: []byte("# nothing yet\n")}}, ""},
	} {
		_, faults := Read("d", c.files)
		if c.want == "" && len(faults) > 0 || c.want != "" && (len(faults) == 0 || !strings.HasPrefix(faults[0].Error(), c.want)) {
			t.Errorf("got %q, want %q", faults, c.want)
		}
	}
}

func FuzzCheck(f *testing.F) {
	words := checkWords(f)
	f.Add(rule("a")+rule("b", "not: [सत्ता]"), rule("b", "verb: [चल]"))
	f.Add(rule("a", "who: [सै]", "with: [अब]", "not: [अब]"), "- {id: x, act: leave}")
	f.Add("- null\n- [a]\n- {a: {b: c}}", "- id: |\n    a\n  weight: .inf")
	f.Fuzz(func(t *testing.T, low, up string) {
		base, _ := readRules(t, low)
		more, faults := readRules(t, up)
		faults = append(faults, Check(base, more, words)...)
		faults = append(faults, Check(base, nil, words)...)
		for _, fault := range faults {
			if fault.Message == "" || fault.File != "x.yaml" {
				t.Errorf("%+v", fault)
			}
		}
	})
}

// Every condition counts: a rule with one more than another is covered by it, and covers it not.
func TestCovers(t *testing.T) {
	c := checker{Words: checkWords(t)}
	for _, l := range []struct {
		wide, narrow []string // beside what both say
		neither      bool
	}{
		{nil, []string{"leaving: true"}, false},
		{nil, []string{"predicate: true"}, false},
		{nil, []string{"beside: true"}, false},
		{nil, []string{"voice: active"}, false},
		{nil, []string{"with: [अब]"}, false},
		{[]string{"with: [अब, आज]"}, []string{"with: [अब]"}, false},
		{nil, []string{"not: [घर]"}, false},
		{[]string{"generic: true"}, nil, false},
		{[]string{"verbless: true"}, nil, false},
		{[]string{"party: [में, से]"}, nil, false},
		{[]string{"who: [ने, \"-\"]"}, nil, false},
		{[]string{"symbol: \"yes\""}, nil, false},
		{[]string{"symbol: \"yes\""}, []string{"symbol: only"}, false},
		{[]string{"host: [शामिल, प्रवेश]"}, nil, false},
		{[]string{"verb: [हो, जा]"}, nil, false},
		{[]string{"verb:"}, nil, false},
		{[]string{"optional: true"}, []string{"party: [से]"}, false},
		{nil, []string{"only: SP"}, false},
		{[]string{"guess: true"}, nil, false},
		{[]string{`party: ["का+में"]`}, []string{`party: ["का+में"]`, "link: [पाले]"}, false}, // those of status.yaml
		{nil, []string{"withdrawn: true"}, true},
		{nil, []string{"symbol: only"}, true},
		{nil, []string{"act: leave"}, true},
		{nil, []string{"only: IND"}, true},
		{[]string{"negative: true", "guess: true"}, []string{"verb: [हो]"}, true}, // the one is negated, the other told with other verbs than is
		{nil, []string{"host:"}, true},
		{[]string{"headline: true"}, nil, false}, // it reads headlines besides
		{nil, []string{"standing: true", "act: expel"}, true},
		{[]string{"voice: passive"}, []string{"voice: active"}, true},
		{[]string{"with: [अब]"}, []string{"with: [आज]"}, true},
		{[]string{"not: [अब]"}, []string{"not: [आज]"}, true},
		{[]string{"party: [से]"}, []string{"party: [में]"}, true},
	} {
		src, faults := readRules(t, rule("wide", l.wide...)+rule("narrow", l.narrow...))
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		wide, narrow := src.List[0], src.List[1]
		if got := c.covers(wide, narrow); got == l.neither {
			t.Errorf("%q covers %q: %v", l.wide, l.narrow, got)
		}
		if c.covers(narrow, wide) {
			t.Errorf("%q covers %q", l.narrow, l.wide)
		}
		if !c.covers(wide, wide) || !c.covers(narrow, narrow) {
			t.Errorf("%q or %q does not cover itself", l.wide, l.narrow)
		}
	}
}
