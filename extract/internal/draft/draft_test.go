package draft

import (
	"slices"
	"strings"
	"testing"

	"github.com/dalbadal/dalbadal/extract/internal/builtin"
	"github.com/dalbadal/dalbadal/extract/internal/datafile"
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

func parser(t testing.TB) *syntax.Parser {
	t.Helper()
	set, err := builtin.Load(false)
	if err != nil {
		t.Fatal(err)
	}
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	return &syntax.Parser{Grammar: set.Grammar, Lexicon: lex, Words: set.Words}
}

var lookup *syntax.Lookup // made once: it is large

func sentence(p *syntax.Parser, text string) *Sentence {
	if lookup == nil {
		lookup = p.Grammar.Lookup()
	}
	doc := devanagari.Parse(text)
	known := syntax.NewKnown("")
	return &Sentence{Doc: doc, Sentences: p.Parse(doc, known), Lookup: lookup, Vector: p.Grammar.Vector}
}

func TestMake(t *testing.T) {
	p := parser(t)
	for _, c := range []struct {
		text, who string
		leg       Leg
		want      string // what the draft says of the trigger and slots
	}{
		{"पूर्व विधायक सुरेश वर्मा ने बसपा से कन्नी काट ली।", "सुरेश वर्मा", Leg{"BSP", true}, `act: leave · host: [कन्नी] · verb: [काट] · who: [ने, "-"] · party: [से]`},
		{"पूर्व विधायक सुरेश वर्मा बसपा से कन्नी काटेंगे।", "सुरेश वर्मा", Leg{"BSP", true}, `act: leave · host: [कन्नी] · verb: [काट] · who: ["-", ने] · party: [से]`},
		{"पूर्व विधायक सुरेश वर्मा ने भाजपा का झोला उठा लिया।", "सुरेश वर्मा", Leg{"BJP", false}, `act: join · host: [झोला] · verb: [उठा] · who: [ने, "-"] · party: [का]`},
		{"सुरेश वर्मा भाजपा की गोद में बैठ गए।", "सुरेश वर्मा", Leg{"BJP", false}, `act: join · verb: [बैठ] · who: ["-", ने] · party: ["का+में"] · link: [गोद]`},
		{"सपा नेता सुरेश वर्मा ने पार्टी को ठेंगा दिखाकर बसपा की सदस्यता ली।", "सुरेश वर्मा", Leg{"SP", true}, `act: leave · host: [ठेंगा] · verb: [दिखा] · who: [ने, "-"] · party: [को] · generic: true`},
		{"सपा ने विधायक सुरेश वर्मा को दल से खदेड़ा।", "सुरेश वर्मा", Leg{"SP", true}, `act: expel · verb: [खदेड़] · who: [को] · party: [ने]`},
		{"रमेश चौधरी ने सुरेश वर्मा को भाजपा में खींचा।", "सुरेश वर्मा", Leg{"BJP", false}, `act: join · verb: [खींच] · who: [को] · party: [में] · receiver: [ने]`},
		{"सुरेश वर्मा सपा से भाजपा पहुंचे।", "सुरेश वर्मा", Leg{"SP", true}, `act: leave · verb: [पहुंच] · who: ["-", ने] · party: [से]`},
		{"सपा से सुरेश वर्मा ने मुंह मोड़ लिया।", "सुरेश वर्मा", Leg{"SP", true}, `act: leave · host: [मुंह] · verb: [मोड़] · who: [ने, "-"] · party: [से]`},
		{"सुरेश वर्मा का सपा से पलायन", "सुरेश वर्मा", Leg{"SP", true}, `act: leave · host: [पलायन] · verbless: true · who: [का] · party: [से]`},
		{"उन्होंने भाजपा को गले लगाया।", "उन्होंने", Leg{"BJP", false}, `act: join · host: [गले] · verb: [लगा] · who: [ने, "-"] · party: [को]`},
		{"सपा के पांच पार्षदों ने बसपा से कन्नी काटी।", "पांच पार्षदों", Leg{"BSP", true}, `act: leave · host: [कन्नी] · verb: [काट] · who: [ने, "-"] · party: [से]`},
	} {
		r, err := sentence(p, c.text).Make(c.who, c.leg)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		r.ID, r.Text = "x.y", c.text
		_, body, _ := strings.Cut(r.YAML("क"), "  act: ")
		body, _, _ = strings.Cut("act: "+body, "\n  examples:")
		if got := strings.ReplaceAll(body, "\n  ", " · "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestGrammarLines(t *testing.T) {
	p := parser(t)
	for text, want := range map[string]string{
		"सुरेश वर्मा ने बसपा से कन्नी काट ली।": "hosts:|  कन्नी: [कन्नी]",
		"सुरेश वर्मा ने बसपा को लतियाया।":      "verbs: [लतिया]",
		"सुरेश वर्मा ने बसपा को लतियाकर":       "verbs: [लतिया]",
		"सुरेश वर्मा ने बसपा से नाता काटा।":    "",
	} {
		r, err := sentence(p, text).Make("सुरेश वर्मा", Leg{"BSP", true})
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if got := strings.Join(r.Grammar(), "|"); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

func TestMakeErrors(t *testing.T) {
	p := parser(t)
	for _, c := range []struct {
		text, who string
		leg       Leg
		want      string
	}{
		{"सुरेश वर्मा ने सपा छोड़ दी।", "रमेश यादव", Leg{"SP", true}, "nobody in the sentence is read as रमेश यादव; read as people are: सुरेश वर्मा"},
		{"आज मौसम साफ रहा।", "रमेश यादव", Leg{"SP", true}, "nobody in the sentence is read as रमेश यादव: put a role"},
		{"सुरेश वर्मा ने मैदान छोड़ दिया।", "सुरेश वर्मा", Leg{"SP", true}, "no phrase of the sentence names SP"},
		{"", "क", Leg{"SP", true}, "nobody in the sentence"},
	} {
		if _, err := sentence(p, c.text).Make(c.who, c.leg); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.text, err, c.want)
		}
	}
}

// Whatever the sentence, the draft is a rule that can be read.
func FuzzMake(f *testing.F) {
	p := parser(f)
	f.Add("सुरेश वर्मा ने \"सपा\" छोड़ी: {क}", "सुरेश वर्मा", true)
	f.Add("सुरेश वर्मा का भाजपा की गोद में\nपलायन # -", "सुरेश वर्मा", false)
	f.Fuzz(func(t *testing.T, text, who string, left bool) {
		s := sentence(p, text)
		names := append(s.People(), who)
		for _, name := range names[:min(len(names), 3)] {
			for _, party := range []string{"SP", "BJP"} {
				r, err := s.Make(name, Leg{party, left})
				if err != nil {
					continue
				}
				r.ID, r.Text = "x.y", text
				src, faults := frame.Read("", datafile.Memory{"x.yaml": r.YAML("क")})
				faults = slices.DeleteFunc(faults, func(f frame.Fault) bool { return strings.TrimSpace(text) == "" })
				if len(faults) > 0 || len(src.List) != 1 {
					t.Fatalf("%v\n%s", faults, r.YAML("क"))
				}
				var grammar struct {
					Hosts map[string][]string `yaml:"hosts"`
					Verbs []string            `yaml:"verbs"`
				}
				lines := strings.Join(r.Grammar(), "\n")
				if _, faults := datafile.Read(datafile.Text{Name: "grammar.yaml", Text: lines}, &grammar); len(faults) > 0 {
					t.Fatalf("%v\n%s", faults, lines)
				}
			}
		}
	})
}
