package devanagari

import "testing"

func TestMarkTitle(t *testing.T) {
	d := Parse("बरेली : सभासद ने छोड़ा ‘साथ’\nसभासद ने सोमवार को साथ छोड़ दिया है।")
	d.MarkTitle("बरेली: सभासद ने छोडा साथ")
	if d.Sentences[0].Block != Title || d.Sentences[1].Block != Body {
		t.Errorf("got %+v", d.Sentences)
	}
}
