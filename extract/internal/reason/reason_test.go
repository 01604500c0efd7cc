package reason

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
)

const dataFile = "../../lexicon/reasons.yaml"

func load(t testing.TB) *Set {
	t.Helper()
	data, err := os.ReadFile(dataFile)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Load(data)
	if err != nil {
		t.Fatalf("%s: %v", dataFile, err)
	}
	return s
}

// TestExamples runs the examples and counterexamples that stand in the data.
func TestExamples(t *testing.T) {
	s := load(t)
	reasons := map[string]bool{}
	for _, g := range s.groups {
		reasons[g.reason] = true
		found := func(text string) bool {
			doc := devanagari.Parse(text)
			for _, c := range s.Find(doc, 0, len(doc.Tokens)) {
				if c.Reason == g.reason {
					return true
				}
			}
			return false
		}
		for _, e := range g.examples {
			if !found(e) {
				t.Errorf("%s misses its example %q", g.id, e)
			}
		}
		for _, e := range g.counterexamples {
			if found(e) {
				t.Errorf("%s finds its counterexample %q", g.id, e)
			}
		}
	}
	for _, id := range IDs {
		if !reasons[id] {
			t.Errorf("no patterns for %s", id)
		}
	}
}

func TestFind(t *testing.T) {
	s := load(t)
	for _, c := range []struct {
		text, reason, span, frame string
		strength                  Strength
	}{
		{"सुरेश वर्मा ने उपेक्षा से नाराज होकर सपा छोड़ी", "neglect", "उपेक्षा से नाराज होकर", "upset", Strong},
		{"उन्होंने अनदेखी के आरोप लगाते हुए इस्तीफा दिया", "neglect", "अनदेखी के आरोप लगाते हुए", "accuse", Strong},
		{"वर्मा ने कहा कि पार्टी में सम्मान नहीं मिल रहा", "neglect", "सम्मान नहीं मिल रहा", "said", Speech},
		{"नज़रअंदाज़ किए जाने से ख़फ़ा नेता ने दल बदला", "neglect", "नज़रअंदाज़ किए जाने से ख़फ़ा", "upset", Strong},
		{"पार्टी में गुटबाजी है। इससे नाराज होकर उन्होंने पद छोड़ा।", "favouritism", "गुटबाजी", "back", Strong},
		{"टिकट न मिलने से नाराज विधायक बसपा में", "ticket_denied", "टिकट न मिलने से नाराज", "upset", Strong},
		{"दलितों की उपेक्षा से आहत होकर वह निकले", "community", "दलितों की उपेक्षा से आहत होकर", "upset", Strong},
		{"निजी कारणों का हवाला देते हुए पत्र सौंपा", "personal", "निजी कारणों का हवाला देते हुए", "cite", Strong},
		{"अध्यक्ष की 'कार्यशैली' से क्षुब्ध होकर अलग हुए", "leadership", "अध्यक्ष की 'कार्यशैली' से क्षुब्ध होकर", "upset", Strong},
	} {
		doc := devanagari.Parse(c.text)
		cues := s.Find(doc, 0, len(doc.Tokens))
		ok := false
		var got []string
		for _, q := range cues {
			got = append(got, q.Reason+" «"+doc.Slice(q.First, q.Last)+"» "+q.Frame+" "+q.Strength.String())
			ok = ok || q.Reason == c.reason && doc.Slice(q.First, q.Last) == c.span && q.Frame == c.frame && q.Strength == c.strength
		}
		if !ok {
			t.Errorf("%s\n want %s «%s» %s %v\n got  %s", c.text, c.reason, c.span, c.frame, c.strength, strings.Join(got, "; "))
		}
	}
}

func TestPrecedence(t *testing.T) {
	s := load(t)
	doc := devanagari.Parse("ब्राह्मणों की उपेक्षा की जा रही है")
	for _, c := range s.Find(doc, 0, len(doc.Tokens)) {
		if c.Reason == "neglect" {
			t.Errorf("neglect stands beside the community that it is told of: %+v", c)
		}
	}
}

func TestFindFrames(t *testing.T) {
	s := load(t)
	doc := devanagari.Parse("जिसके चलते वह आलाकमान से खफा थे")
	var ids []string
	for _, f := range s.FindFrames(doc, 0, len(doc.Tokens)) {
		ids = append(ids, f.ID)
	}
	if got := strings.Join(ids, " "); !strings.Contains(got, "back") || !strings.Contains(got, "upset") {
		t.Errorf("frames: %s", got)
	}
}

func TestPatterns(t *testing.T) {
	names := map[string][]string{"n": {"न", "बिल्कुल नहीं"}}
	for _, c := range []struct {
		pattern, text string
		length        int // tokens of the match at the start, 0 for none
	}{
		{"टिकट", "टिकट मिला", 1},
		{"टिकट*", "टिकटों पर", 1},
		{"टिकट मिला", "टिकट नहीं मिला", 0},
		{"टिकट ~1 मिला", "टिकट नहीं मिला", 3},
		{"टिकट ~1 मिला", "टिकट उसे नहीं मिला", 0},
		{"टिकट (न|नहीं) मिल*", "टिकट नहीं मिलने पर", 3},
		{"टिकट <n> मिला", "टिकट बिल्कुल नहीं मिला", 4},
		{"से (तंग आकर|नाराज) होकर?", "से तंग आकर पार्टी छोड़ी", 3},
		{"से (तंग आकर|नाराज) होकर?", "से नाराज होकर पार्टी छोड़ी", 3},
		{"पद ~2 छीन*?", "पद पार्टी ने दिया", 1},
	} {
		p, err := compile(c.pattern, 1, names)
		if err != nil {
			t.Errorf("%s: %v", c.pattern, err)
			continue
		}
		var keys []string
		for _, w := range strings.Fields(c.text) {
			keys = append(keys, devanagari.Fold(w))
		}
		b := &builder{set: &Set{}, progs: []*written{p}}
		atoms := b.place()
		words, stems := entries(atoms)
		var r rows
		r.read(newLexis(len(atoms), words, stems), keys)
		if got := max(p.match(&r, 0), 0); got != c.length {
			t.Errorf("%q on %q: %d tokens, want %d", c.pattern, c.text, got, c.length)
		}
	}
}

// A sentence longer than what is read at once is read whole: matches lie on both sides of the seam and across it.
func TestLongSentence(t *testing.T) {
	s := load(t)
	cue := "टिकट न मिलने से नाराज होकर"
	for _, before := range []int{0, stretch - 3, stretch, 2*stretch - 1} {
		doc := devanagari.Parse(strings.Repeat("और ", before) + cue + strings.Repeat(" और", stretch))
		if got := s.Find(doc, 0, len(doc.Tokens)); len(got) != 1 || got[0].Reason != "ticket_denied" {
			t.Errorf("behind %d words: %+v", before, got)
		}
	}
}

func TestLoadErrors(t *testing.T) {
	group := func(rest string) string {
		return "reasons:\n  neglect:\n    - id: x\n      strength: speech\n      examples: [\"क\"]\n" + rest
	}
	for _, c := range []struct{ name, data, want string }{
		{"empty", "", "empty"},
		{"unknown key", "reason: {}\n", "unknown field"},
		{"unknown reason", "reasons:\n  anger: []\n", `"anger" is no reason`},
		{"open bracket", group("      patterns: [\"(क|ख\"]\n"), "line 6: pattern \"(क|ख\": a bracket is not closed"},
		{"unknown list", group("      patterns: [\"<nope>\"]\n"), "no list named <nope>"},
		{"edge gap", group("      patterns: [\"~2 क\"]\n"), "begins with a gap"},
		{"nothing needed", group("      patterns: [\"क?\"]\n"), "matches nothing at all"},
		{"no patterns", group(""), "line 3: x has no patterns"},
		{"strength", "reasons:\n  other:\n    - {id: x, strength: loud, patterns: [क], examples: [क]}\n", `strength "loud"`},
		{"bad over", group("      patterns: [\"क\"]\n      over: [anger]\n"), `over: "anger" is no reason`},
		{"twice", "reasons:\n  other:\n    - {id: x, strength: topic, patterns: [क], examples: [क]}\n    - {id: x, strength: topic, patterns: [क], examples: [क]}\n", `id "x" is taken by line 3`},
		{"self list", "words: {a: [\"<a>\"]}\n" + group("      patterns: [\"<a>\"]\n"), "nested more than eight deep"},
		{"frame side", "frames:\n  - {id: f, side: left, patterns: [क]}\n", `side "left"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Load([]byte(c.data))
			if !errors.Is(err, ErrData) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func FuzzLoad(f *testing.F) {
	if data, err := os.ReadFile(dataFile); err == nil {
		f.Add(data)
	}
	f.Add([]byte("words: {a: [क, \"<a>\"]}\nreasons:\n  other:\n    - {id: x, strength: topic, patterns: [\"<a> ~3 (ख|ग घ*)?\"], examples: [क]}\n"))
	f.Add([]byte("frames:\n  - {id: f, side: back, reach: 3, lifts: true, patterns: [\"(इससे|जिससे) ~1 नाराज\"]}\n"))
	f.Add([]byte("reasons:\n  other:\n   !0 #000\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := Load(data)
		if err != nil {
			if !errors.Is(err, ErrData) {
				t.Fatalf("error does not wrap ErrData: %v", err)
			}
			return
		}
		doc := devanagari.Parse("टिकट न मिलने से नाराज होकर क ख ग। इससे आहत, 'घ' ने कहा कि क")
		for _, c := range s.Find(doc, 0, len(doc.Tokens)) {
			if c.First < 0 || c.First >= c.Last || c.Last > len(doc.Tokens) {
				t.Fatalf("bad span %+v", c)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	s := load(b)
	doc := devanagari.Parse(strings.Repeat("सुरेश वर्मा ने टिकट न मिलने और कार्यकर्ताओं की उपेक्षा से नाराज होकर पार्टी से इस्तीफा दे दिया। उन्होंने कहा कि दल अपनी विचारधारा से भटक गया है। ", 20))
	b.SetBytes(int64(len(doc.Text)))
	for b.Loop() {
		s.Find(doc, 0, len(doc.Tokens))
	}
}
