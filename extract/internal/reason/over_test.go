package reason

import (
	"strings"
	"testing"

	"github.com/dalbadal/dalbadal/extract/internal/datafile"
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
)

const smallReasons = "words: {upset: [नाराज]}\nreasons:\n  neglect:\n    - {id: ignored, strength: strong, patterns: [\"<upset> होकर\"], examples: [\"नाराज होकर\"]}\n"

func found(s *Set, text string) string {
	doc := devanagari.Parse(text)
	var ids []string
	for _, c := range s.Find(doc, 0, len(doc.Tokens)) {
		ids = append(ids, c.Reason)
	}
	return strings.Join(ids, " ")
}

func TestOver(t *testing.T) {
	base := datafile.Text{Name: "reasons.yaml", Text: smallReasons}
	s, faults := Over(base, []datafile.Text{{Name: "a", Text: "words: {upset: [रुष्ट]}\n"}, {Name: "b", Text: `reasons:
  neglect:
    - {id: ignored, strength: strong, patterns: ["<upset> थे"], examples: ["नाराज थे"]}
  ambition:
    - {id: chair, strength: strong, patterns: ["कुर्सी की चाह"], examples: ["कुर्सी की चाह"]}
`}})
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	for text, want := range map[string]string{"वे रुष्ट थे": "neglect", "वे नाराज होकर गए": "", "कुर्सी की चाह में": "ambition"} {
		if got := found(s, text); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"reasons: {pride: [{id: x}]}\n": `m:1:11: "pride" is no reason`,
		"reasons:\n  neglect:\n    - {id: x, strength: strong, examples: [क], patterns: [क, <upsett>]}\n": `m:3:62: pattern "<upsett>": no list named <upsett> under words: a <list> is one of words: upset`,
		"reasons:\n  neglect:\n    - {id: x, strength: huge, examples: [क], patterns: [क]}\n":             `m:3: x: strength "huge": write strong, speech or topic`,
		"frames: [{id: x, side: left, patterns: [क]}]\n":                                                  `m:1: frame x: side "left": write after, before or back`,
	} {
		if _, faults := Over(base, []datafile.Text{{Name: "m", Text: text}}); len(faults) != 1 || !strings.HasPrefix(faults[0].Error(), want) {
			t.Errorf("%s: %v, want %s", text, faults, want)
		}
	}
}

func FuzzOver(f *testing.F) {
	f.Add(smallReasons)
	f.Add("words: {upset: [रुष्ट]}\nframes: [{id: x, side: back, reach: 3, patterns: [\"क (ख|ग)? ~3 घ*\"]}]\n")
	f.Fuzz(func(t *testing.T, text string) {
		s, faults := Over(datafile.Text{Name: "reasons.yaml", Text: smallReasons}, []datafile.Text{{Name: "m", Text: text}})
		if s == nil && len(faults) == 0 {
			t.Error("neither reasons nor faults")
		}
		if s != nil {
			found(s, "वे नाराज होकर गए")
		}
	})
}
