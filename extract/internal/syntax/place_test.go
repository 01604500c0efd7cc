package syntax

import (
	"slices"
	"testing"
)

// places lists the places of a text, those of people included, as "name/relation".
func places(text string) (out []string) {
	_, sentences := parse(text)
	for _, s := range sentences {
		for _, it := range s.Items {
			if it.Kind != PhraseItem {
				continue
			}
			var refs []PlaceRef
			if it.Phrase.Head == PlaceHead {
				refs = append(refs, it.Phrase.Place)
			}
			for _, p := range it.Phrase.Persons {
				refs = append(refs, p.Places...)
			}
			for _, ref := range refs {
				out = append(out, ref.Name+"/"+ref.Relation)
			}
		}
	}
	return out
}

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"a town", "विनोद साहू लखनऊ में बोले।", []string{"लखनऊ/"}},
		{"a seat", "विनोद साहू मुरैना सीट से लड़े थे।", []string{"मुरैना/seat"}},
		{"a seat in more words", "विनोद साहू मुरैना विधानसभा क्षेत्र से लड़े थे।", []string{"मुरैना/seat"}},
		{"a district", "यह सभा मुरैना जिले में हुई।", []string{"मुरैना/jurisdiction"}},
		{"a ward", "विनोद साहू वार्ड नंबर 7 से जीते थे।", []string{"वार्ड नंबर 7/seat"}},
		{"an unknown village", "यह सभा गांव पिपरौलिया में हुई।", []string{"पिपरौलिया/residence"}},
		{"an unknown village, the noun behind", "यह सभा पिपरौलिया गांव में हुई।", []string{"पिपरौलिया/residence"}},
		{"an unknown seat", "विनोद साहू पिपरौलिया विधानसभा सीट से लड़े थे।", []string{"पिपरौलिया/seat"}},
		{"a resident", "जौनपुर निवासी विनोद साहू ने सपा छोड़ दी।", []string{"जौनपुर/residence"}},
		// places that are words
		{"times", "तीन बार के विधायक विनोद साहू बोले।", nil},
		{"this time", "इस बार विनोद साहू हार गए।", nil},
		{"two times", "विनोद साहू दो बार सांसद रहे।", nil},
		{"a flood", "बाढ़ से प्रभावित लोगों से विनोद साहू मिले।", nil},
		{"a flood, again", "विनोद साहू ने बाढ़ की समस्या उठाई।", nil},
		{"the town of Barh", "बाढ़ से विधायक विनोद साहू बोले।", []string{"बाढ़/seat"}},
		{"the seat of Barh", "विनोद साहू बाढ़ सीट से लड़े थे।", []string{"बाढ़/seat"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := places(c.in); !slices.Equal(got, c.want) {
				t.Errorf("%s\n got  %q\n want %q", c.in, got, c.want)
			}
		})
	}
}

func TestDatelines(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"लखनऊ। विनोद साहू ने सपा छोड़ दी।", "लखनऊ"},
		{"जौनपुर, नवदूत संवाददाता। विनोद साहू ने सपा छोड़ दी।", "जौनपुर"},
		{"विनोद साहू ने लखनऊ में सपा छोड़ दी।", ""},
	} {
		_, sentences := parse(c.in)
		got := ""
		for _, s := range sentences {
			for _, ref := range s.Dateline {
				got += ref.Name
			}
		}
		if got != c.want {
			t.Errorf("%s: dateline %q, want %q", c.in, got, c.want)
		}
	}
}
