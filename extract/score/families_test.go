package score

import (
	"slices"
	"strings"
)

// nameFamily is a kind of names to be given to people. Its words are made up
// or put together from parts, so that most are in no list.
type nameFamily struct {
	name            string
	given, givenF   []string // F: of women
	middle, middleF []string // what stands between given name and surname; more given names where there is none
	last            []string
	lead            []string // in place of the given name: initials, मो.
	second          bool     // a middle name may end the name: हरजोत सिंह
	single          bool     // one word is the whole name
}

func (f *nameFamily) givenOf(female bool) []string {
	if female && len(f.givenF) > 0 {
		return f.givenF
	}
	return f.given
}

func (f *nameFamily) middleOf(female bool) []string {
	if female {
		return f.middleF
	}
	return f.middle
}

// pick takes the next word of a list that the article does not have yet. Given
// names and surnames are counted apart.
func (r *renaming) pick(list []string) string {
	turn := &r.turn
	if !r.family.single && &list[0] == &r.family.last[0] {
		turn = &r.lastTurn
	}
	for range list {
		w := list[*turn%len(list)]
		*turn++
		if !strings.Contains(r.text, w) {
			r.text += " " + w
			return w
		}
	}
	return list[*turn%len(list)]
}

// newWords makes a name of as many words as the old one has. An old surname
// that the article had before is given the same new one.
func (r *renaming) newWords(old []string, female bool) []string {
	f := &r.family
	n := len(old)
	if f.single {
		return slices.Repeat([]string{r.pick(f.givenOf(female))}, n)
	}
	words := make([]string, n)
	words[0] = r.pick(f.givenOf(female))
	if n == 1 {
		return words
	}
	for i := 1; i < n-1; i++ {
		if list := f.middleOf(female); len(list) > 0 {
			words[i] = list[(r.turn+i)%len(list)]
		} else {
			words[i] = r.pick(f.givenOf(female))
		}
	}
	surname, met := r.lasts[old[n-1]]
	switch {
	case met:
	case f.second && n == 2 && r.turn%2 == 0:
		surname = f.middleOf(female)[r.turn%len(f.middleOf(female))]
	default:
		surname = r.pick(f.last)
	}
	r.lasts[old[n-1]] = surname
	words[n-1] = surname
	if len(f.lead) > 0 && !female && (n > 2 || !f.second || r.turn%3 == 0) {
		words[0] = f.lead[r.turn%len(f.lead)]
		if f.second && n == 2 {
			words[1] = r.pick(f.given)
			r.lasts[old[1]] = words[1]
		}
	}
	return words
}

// cross puts every beginning before every end.
func cross(beginnings, ends string) (out []string) {
	for _, e := range strings.Fields(ends) {
		for _, b := range strings.Fields(beginnings) {
			out = append(out, b+e)
		}
	}
	return out
}

var families = []nameFamily{
	{
		name:  "Hindi",
		given: cross("निरव सुवर प्रलव कनव हिमज रितव मधुव", "ेश ांशु ेंद्र ीक ंत ाल"), givenF: cross("निरव सुवर प्रलव कनव हिमज", "िता ीला ंती"),
		last: cross("कठोल नलवाड़ झिंगर पुरव टिकर", "िया ेटा ाना वाल"),
	},
	{
		name:  "Muslim",
		given: cross("वजीह रुकन सलीह कमर तनवीह फसीह नजीह", "उद्दीन उल्लाह उज्जमां उर्रब ुल ान"), givenF: cross("नज़ह शगुफ तसनी रुखशी माहनू", "ीना ता जहां"),
		middle: []string{"अहमद", "अली"}, middleF: []string{"खातून", "बानो"}, last: append(cross("बरक हमद फिरद काशग मिनह", "ानी ावी ौसी"), "अंसारी", "कुरैशी", "सिद्दीकी", "मलिक"),
		lead: []string{"मो."}, second: true,
	},
	{
		name:  "Sikh",
		given: cross("गुरल हरव जसन लखव सुखन दिलव परव", "जोत मिंदर शरण वीर दीप नाम"), givenF: cross("गुरल हरव जसन लखव सुखन", "जोत मिंदर दीप"),
		middle: []string{"सिंह"}, middleF: []string{"कौर"}, last: append(cross("ढिल्लव घुमाण बराड़ संघेड़ भंगू", "ां वाला ी"), "ढिल्लों", "संधू", "गिल", "बराड़"),
		second: true,
	},
	{
		name:   "tribal",
		given:  append(cross("सोमरू बिरसव चरवू एतवू जोहनू", "आ राम लाल नाथ"), cross("अल्बिनु मार्से इग्नेसि थेओदो ख्रिस्तो", "स ल यूस रस फर")...),
		givenF: cross("फ्लोरे मरियानि सोसान सुगनी बिरजी", "ंसिया ा मुनी"),
		last:   append(cross("खेस कंडुल बारज टेटेट हेर", "वार िया ो ेंज"), "मुंडा", "लकड़ा", "टोप्पो", "तिर्की", "हेम्ब्रम"),
	},
	{
		name:  "South",
		given: cross("वेंकटरा तिरुमल पेरिया कोंडा सुब्बु चेल्ला रंगन", "मानुजन नायकन स्वामैया वेलन दोरई पिल्लई"), givenF: cross("जयलक्ष पद्माव अलरमे कनिष्क वेन्नि", "म्माल ल्ली ांबा"),
		last: append(cross("कोट्टा नेल्लू पुट्टन चिंतल अवनूर", "चारी पल्ली क्कल"), "रेड्डी", "नायर", "पिल्लई", "गौड़ा"),
		lead: []string{"एम.", "के.", "वी.एस.", "आर."},
	},
	{
		name:  "single",
		given: cross("मोतब तिलव गेंद फुलव जगम रमझ सुखव लखव", "ीलाल ानी ेसर ुआ ंता ोई"), givenF: cross("मोतब तिलव गेंद फुलव जगम", "ीना िया ाबाई"), single: true,
	},
	{
		name:  "initials",
		given: cross("निरव सुवर प्रलव कनव हिमज रितव मधुव", "ेश ांशु ेंद्र ीक ंत ाल"), givenF: cross("निरव सुवर प्रलव कनव हिमज", "िता ीला ंती"),
		last: cross("कठोल नलवाड़ झिंगर पुरव टिकर", "िया ेटा ाना वाल"),
		lead: []string{"के. के.", "पी.एल.", "आर. के.", "बी.डी.", "जे.पी.एन."},
	},
	{
		name:  "common word",
		given: append(cross("निरव सुवर प्रलव कनव हिमज रितव मधुव", "ेश ांशु ेंद्र ीक ंत ाल"), strings.Fields("सतीश हरीश गिरीश मुकुंद केदार श्यामल बनवारी गोविंद")...), givenF: cross("निरव सुवर प्रलव कनव हिमज", "िता ीला ंती"),
		last: strings.Fields("प्रकाश विश्वास सागर गौर प्रभात मंगल भारती विमल निर्मल सरल अटल आजाद मौर सुमन किरण"),
	},
	{
		name:  "North-East",
		given: cross("थोंगखो लालरिन तेमजेन खेकि चुबाते हाओखो नगुल", "लाल मुआना लेम्बा होई मलांग थांग"), givenF: cross("लालनुन चोंगबोई अबेनु खेतो वानलाल", "ई मावी सांगी"),
		last: append(cross("हाओ खोंग इम्चे सांग लोथे", "किपवा सायी नलेम तमवी"), "हाओकिप", "संगमा", "सेमा", "थापा"),
	},
}
