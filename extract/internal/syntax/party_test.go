package syntax

import (
	"slices"
	"testing"
)

// parties lists the party phrases of a text, by id or by symbol, with their case, and the words for "the party".
func parties(text string) (out []string) {
	doc, sentences := parse(text)
	var add func(ph *Phrase)
	add = func(ph *Phrase) {
		for _, of := range ph.Of {
			add(of)
		}
		if ph.Head == PartyHead || ph.Head == PartyWord {
			alone := *ph
			alone.Of = nil
			out = append(out, phraseText(doc, &alone))
		}
	}
	for _, s := range sentences {
		for _, it := range s.Items {
			if it.Kind == PhraseItem {
				add(it.Phrase)
			}
		}
	}
	return out
}

func TestParties(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		// names
		{"a clipping", "विनोद साहू सपा में शामिल हुए।", []string{"party SP <में>"}},
		{"in full", "विनोद साहू बहुजन समाज पार्टी में शामिल हुए।", []string{"party BSP <में>"}},
		{"letters with stops", "विनोद साहू ने बी.एस.पी. छोड़ दी।", []string{"party BSP"}},
		{"letters with spaces", "विनोद साहू भा ज पा में शामिल हुए।", []string{"party BJP <में>"}},
		{"a chandrabindu", "विनोद साहू काँग्रेस में शामिल हुए।", []string{"party INC <में>"}},
		{"Latin", "विनोद साहू BJP में शामिल हुए।", []string{"party BJP <में>"}},
		{"a bracket inside", "विनोद साहू जद(यू) में शामिल हुए।", []string{"party JDU <में>"}},
		{"a faction", "विनोद साहू लोजपा (रामविलास) में शामिल हुए।", []string{"party LJPRV <में>"}},
		{"another faction", "विनोद साहू अपना दल (एस) में शामिल हुए।", []string{"party ADS <में>"}},
		{"with its clipping", "विनोद साहू बहुजन समाज पार्टी (बसपा) में शामिल हुए।", []string{"party BSP <में>"}},
		{"पार्टी behind a clipping", "विनोद साहू बसपा पार्टी में शामिल हुए।", []string{"party BSP <में>"}},
		// symbols
		{"the lotus, taken", "विनोद साहू ने कमल थाम लिया।", []string{"symbol BJP"}},
		{"the hand in quotes", "विनोद साहू ने ‘हाथ’ का साथ छोड़ दिया।", []string{"symbol INC <का>"}},
		{"the lotus in quotes", "विनोद साहू ने 'कमल' थाम लिया।", []string{"symbol BJP"}},
		{"the bicycle, mounted", "विनोद साहू साइकिल पर सवार हो गए।", []string{"symbol SP <पर>"}},
		{"from hand to lotus", "विनोद साहू ने हाथ छोड़ कमल थाम लिया।", []string{"symbol INC", "symbol BJP"}},
		{"the lantern", "विनोद साहू ने लालटेन थामी।", []string{"symbol RJD"}},
		{"the idiom's hand, not the symbol", "विनोद साहू ने भाजपा का हाथ थाम लिया।", []string{"party BJP <का>"}},
		{"a hand that holds something", "विनोद साहू हाथ में तख्ती लेकर बैठे।", nil},
		{"a flower", "तालाब में कमल के फूल देखे गए।", nil},
		{"a bicycle", "बच्चे ने साइकिल खरीदी।", nil},
		{"a broom", "सीमा रावत ने सड़क पर झाड़ू लगाई।", nil},
		{"a clock", "विनोद साहू ने घड़ी पहनी।", nil},
		// आप, हम, अपनी पार्टी
		{"आप of a person", "आप विधायक विनोद साहू बोले।", nil},
		{"आप quoted", "विनोद साहू 'आप' में शामिल हुए।", []string{"party AAP <में>"}},
		{"आप पार्टी", "विनोद साहू आप पार्टी में शामिल हुए।", []string{"party AAP <में>"}},
		{"आप after the full name", "विनोद साहू आम आदमी पार्टी में थे। सीमा रावत भी आप में शामिल हुईं।", []string{"party AAP <में>", "party AAP <में>"}},
		{"आप the pronoun", "मैं आप सभी का आभारी हूं।", nil},
		{"आप the pronoun with a case", "आप को सभा में आना होगा।", nil},
		{"हम the pronoun", "हम सब मिलकर चुनाव लड़ेंगे।", nil},
		{"हम in full", "विनोद साहू हिंदुस्तानी अवाम मोर्चा में शामिल हुए।", []string{"party HAMS <में>"}},
		{"one's own party", "विनोद साहू अपनी पार्टी से नाराज हैं।", []string{"own पार्टी <से>"}},
		{"a party of that name", "विनोद साहू जम्मू कश्मीर अपनी पार्टी में शामिल हुए।", []string{"party JKAP <में>"}},
		{"the people are no party", "जनता से विनोद साहू ने वोट मांगे।", nil},
		// what is no party
		{"an alliance", "विनोद साहू एनडीए में शामिल हुए।", nil},
		{"turncoats", "दल बदल का दौर जारी है।", nil},
		{"by its leader", "विनोद साहू ने अखिलेश यादव की पार्टी छोड़ दी।", []string{"party SP"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := parties(c.in); !slices.Equal(got, c.want) {
				t.Errorf("%s\n got  %q\n want %q", c.in, got, c.want)
			}
		})
	}
}
