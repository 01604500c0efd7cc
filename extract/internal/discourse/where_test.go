package discourse

import (
	"slices"
	"strings"
	"testing"
)

// placesOf lists the places of an article's moves: "name/relation, name/relation" for each.
func placesOf(title, text string) (out []string) {
	moves, _ := readMoves(title, text, "2024-03-20")
	for _, m := range moves {
		var list []string
		for _, w := range m.Where {
			list = append(list, w.Ref.Name+"/"+w.Relation)
		}
		out = append(out, strings.Join(list, ", "))
	}
	return out
}

func TestWhere(t *testing.T) {
	for _, c := range []struct {
		name, title, text string
		want              []string
	}{
		// the person's own
		{"a seat and the district that owns it", "", "मिर्जापुर की मझवां सीट से विधायक विनोद साहू ने सपा छोड़ दी।", []string{"मझवां/seat, मिर्जापुर/seat"}},
		{"one that is an ordinary word", "", "विनोद साहू ने सपा छोड़ दी। जौनपुर जिले की बारी सीट से वह चार बार जीते हैं।", []string{"बारी/seat, जौनपुर/seat"}},
		{"at the meeting told of before, in a village with a given name", "", "उजियारपुर प्रखंड के मालती गांव में रविवार को राजद का मिलन समारोह आयोजित हुआ। समारोह में जदयू के विनोद साहू ने राजद की सदस्यता ली।", []string{"मालती/event, उजियारपुर/event"}},
		{"where somebody lives", "", "विनोद साहू ने सीमा रावत के लखनऊ स्थित आवास पर भाजपा की सदस्यता ली।", []string{"लखनऊ/event"}},
		{"a seat fought for is no scene", "", "सपा छोड़कर भाजपा में आए विनोद साहू मिर्जापुर की मझवां विधानसभा सीट पर चुनाव हार गए थे।", []string{""}},
		{"a body's place", "", "बसपा की जौनपुर इकाई के अध्यक्ष विनोद साहू ने पार्टी छोड़ दी।", []string{"जौनपुर/jurisdiction"}},
		{"a resident of a village", "", "ग्राम पंचायत सिंगहा चंदा निवासी विनोद साहू ने सपा छोड़ दी।", []string{"सिंगहा चंदा/residence"}},
		{"a seat told later", "", "विनोद साहू ने सपा छोड़ दी। वे 2012 में मुरैना से विधायक चुने गए थे।", []string{"मुरैना/seat"}},
		{"a seat asked for", "", "विनोद साहू ने सपा छोड़ दी। वह मुरैना से टिकट मांग रहे थे।", []string{"मुरैना/seat"}},
		{"a seat in a participle", "", "मुरैना सीट से दो बार विधायक चुने गए विनोद साहू ने सपा छोड़ दी।", []string{"मुरैना/seat"}},
		{"brackets belong to the name before them", "", "सपा ने विनोद साहू (मुरैना), इकबाल अंसारी (जौनपुर) और सीमा रावत (कैराना) को पार्टी से निकाल दिया।", []string{"मुरैना/seat", "जौनपुर/seat", "कैराना/seat"}},
		{"no state", "", "उत्तर प्रदेश के पूर्व मंत्री विनोद साहू ने सपा छोड़ दी।", []string{""}},
		{"invisible joiners", "", "कुल्\u200dलू के विधायक विनोद साहू ने भाजपा छोड़ दी।", []string{"कुल्लू/seat"}},
		{"lines of a list", "", "भाजपा ने तीन नेताओं को पार्टी से निष्कासित कर दिया है। इनके नाम हैं-\n1. विनोद साहू, मुरैना\n2. इकबाल अंसारी - जौरा\n3. सबलगढ़ - सीमा रावत", []string{"मुरैना/seat", "जौरा/seat", "सबलगढ़/seat"}},
		{"a relative's is his own", "", "झरिया की विधायक सीमा रावत के भाई विनोद साहू ने भाजपा छोड़ दी।", []string{""}},
		{"lists with the place behind each name", "", "सपा ने विधायक विनोद साहू मुरैना, सीमा रावत जौनपुर और इकबाल अंसारी कैराना को पार्टी से निकाल दिया।", []string{"मुरैना/residence", "जौनपुर/residence", "कैराना/seat"}},
		{"of all in a list", "", "मुरैना से विनोद साहू, सीमा रावत और इकबाल अंसारी सपा छोड़कर भाजपा में शामिल हो गए।", []string{"मुरैना/seat", "मुरैना/seat", "मुरैना/seat"}},
		{"of one of a list, by his office", "", "मुरैना के विधायक विनोद साहू और सीमा रावत सपा छोड़कर भाजपा में शामिल हो गए।", []string{"मुरैना/seat", ""}},
		{"told in pairs", "", "विनोद साहू और इकबाल अंसारी ने सपा छोड़ दी। साहू मुरैना से और अंसारी जौनपुर से चुने गए थे।", []string{"मुरैना/seat", "जौनपुर/seat"}},
		{"where he beat somebody", "", "विनोद साहू ने सपा छोड़ दी। उन्होंने 2017 में कैराना में इकबाल अंसारी को हराया था।", []string{"कैराना/seat"}},
		{"a ticket for it", "", "विनोद साहू ने सपा छोड़ दी। शाम को उन्हें कैराना का टिकट भी मिल गया।", []string{"कैराना/seat"}},
		{"somebody else's ticket", "", "विनोद साहू ने सपा छोड़ दी। सीमा रावत को कैराना का टिकट मिला, वह नाराज थे।", []string{""}},
		{"whom it is represented by", "", "कैराना का प्रतिनिधित्व करने वाले विनोद साहू ने सपा छोड़ दी।", []string{"कैराना/seat"}},
		{"what he has ties to", "", "कैराना से ताल्लुक रखने वाले विनोद साहू ने सपा छोड़ दी।", []string{"कैराना/seat"}},
		{"of this MLA", "", "विनोद साहू ने सपा छोड़ दी। कैराना के इस पूर्व विधायक ने आरोप लगाए।", []string{"कैराना/seat"}},
		{"where all three are from", "", "विनोद साहू, सीमा रावत और इकबाल अंसारी ने सपा छोड़ दी। तीनों जौनपुर के हैं।", []string{"जौनपुर/residence", "जौनपुर/residence", "जौनपुर/residence"}},
		{"a by-election", "", "विनोद साहू ने सपा छोड़ दी। वह मुरैना उपचुनाव में दूसरे नंबर पर रहे थे।", []string{"मुरैना/seat"}},
		{"a gloss before the case", "", "मुरैना (Morena) के विधायक विनोद साहू ने भाजपा छोड़ दी।", []string{"मुरैना/seat"}},
		{"what is reserved", "", "मुरैना (सुरक्षित) से विधायक विनोद साहू ने भाजपा छोड़ दी।", []string{"मुरैना/seat"}},
		{"an office and a dash", "", "मुरैना से मौजूदा सांसद- विनोद साहू ने भाजपा छोड़ दी।", []string{"मुरैना/seat"}},
		{"no number of a seat", "", "यूपी के जौनपुर लोकसभा 73 सीट पर विनोद साहू सपा छोड़कर भाजपा में शामिल हो गए।", []string{""}},
		// the event's
		{"where they are admitted", "", "विनोद साहू सपा छोड़कर भाजपा में शामिल हो गए। सांसद सीमा रावत ने दिल्ली में उन्हें सदस्यता दिलाई।", []string{"दिल्ली/event"}},
		{"where they are welcomed", "", "विनोद साहू सपा छोड़कर भाजपा में शामिल हो गए। सांसद सीमा रावत ने दिल्ली में उनका स्वागत किया।", []string{"दिल्ली/event"}},
		{"where the news is from", "", "जौनपुर से सपा के लिए बुरी खबर आई है। विनोद साहू ने पार्टी छोड़ दी।", []string{"जौनपुर/event"}},
		{"where somebody lives now", "", "विनोद साहू ने सपा छोड़ दी। वह कैराना में रहते हैं।", []string{"कैराना/residence"}},
		{"a seat held for years", "", "कैराना सीट का 2004 से 2009 तक प्रतिनिधित्व करने वाले विनोद साहू ने सपा छोड़ दी।", []string{"कैराना/seat"}},
		{"an office of the place's party", "", "विनोद साहू ने दिल्ली भाजपा के कार्यालय में पार्टी की सदस्यता ली।", []string{"दिल्ली/event"}},
		{"where he went to", "", "विनोद साहू जौनपुर पहुंचे, जहां उन्होंने भाजपा की सदस्यता ली।", []string{"जौनपुर/event"}},
		{"each where his own clause says", "", "दिल्ली में सीमा रावत ने भाजपा की सदस्यता ली तो जौनपुर में विनोद साहू ने भाजपा का दामन थाम लिया।", []string{"दिल्ली/event", "जौनपुर/event"}},
		{"what he speaks of", "", "भाजपा की सदस्यता लेने के बाद विनोद साहू ने कहा कि अयोध्या में मंदिर बना है।", []string{""}},
		{"a town's council", "", "कैराना के पूर्व नगर पंचायत अध्यक्ष विनोद साहू ने सपा छोड़ दी।", []string{"कैराना/seat"}},
		{"a ticker of other news", "", "जौनपुर में बाढ़ | कैराना में रैली | मुरैना में सर्च\nविनोद साहू ने सपा छोड़ दी।", []string{""}},
		{"within a block", "", "जौरा प्रखंड अंतर्गत तिलवाडी में विनोद साहू सपा छोड़कर भाजपा में शामिल हुए।", []string{"तिलवाडी/event, जौरा/event"}},
		{"a meeting", "", "लखनऊ के झूलेलाल मैदान में हुई रैली में विनोद साहू सपा छोड़कर भाजपा में शामिल हो गए।", []string{"लखनऊ/event"}},
		{"situated", "", "विनोद साहू ने रांची स्थित प्रदेश कार्यालय में भाजपा की सदस्यता ली।", []string{"रांची/event"}},
		{"a village of a block", "", "कठोला तहसील के तिलवाडी में हुए सम्मेलन में विनोद साहू मनसे छोड़कर शिवसेना में शामिल हुए।", []string{"तिलवाडी/event, कठोला/event"}},
		{"an MLA's office", "", "मुरैना के विधायक के कार्यालय पर विनोद साहू ने भाजपा की सदस्यता ली।", []string{"मुरैना/event"}},
		{"shared by those who follow", "", "विनोद साहू जौनपुर में भाजपा में शामिल हो गए। उनके साथ इकबाल अंसारी ने भी भाजपा की सदस्यता ली।", []string{"जौनपुर/event", "जौनपुर/event"}},
		{"what somebody says of other days", "", "विनोद साहू जौनपुर में भाजपा में शामिल हो गए। उन्होंने कहा कि मुरैना में विकास होगा।", []string{"जौनपुर/event"}},
		{"a scene of the past", "", "सीमा रावत ने बसपा छोड़ दी। वह पिछले महीने ही देहरादून में पार्टी में आई थीं।", []string{""}},
		{"a ward is no scene", "", "विनोद साहू ने सपा छोड़ दी। वह वार्ड 9 में टिकट देने से नाराज थे।", []string{""}},
		{"a title's place", "झांसी: सपा को झटका", "विनोद साहू ने सपा छोड़ दी।", []string{"झांसी/event"}},
		{"a title's place before its party", "गोरखपुर सपा में बगावत", "विनोद साहू ने सपा छोड़ दी।", []string{"गोरखपुर/event"}},
		{"a village that no list has", "पिपरौलियापुरवा में सपा को झटका", "पिपरौलियापुरवा : विनोद साहू ने सपा छोड़ दी।", []string{"पिपरौलियापुरवा/event"}},
		// the dateline's
		{"a local dateline", "", "जौनपुर। विनोद साहू ने सपा छोड़ दी।", []string{"जौनपुर/dateline"}},
		{"a capital, where no scene is set", "", "लखनऊ। मुरैना के विधायक विनोद साहू ने भाजपा छोड़ दी।", []string{"मुरैना/seat, लखनऊ/dateline"}},
		{"a capital, where one is", "", "लखनऊ। विनोद साहू ने जौनपुर में सपा छोड़ दी।", []string{"जौनपुर/event"}},
		{"here", "", "जयपुर। विनोद साहू शुक्रवार को यहां भाजपा में शामिल हो गए।", []string{"जयपुर/event"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := placesOf(c.title, c.text); !slices.Equal(got, c.want) {
				t.Errorf("%s\n%s\n got  %q\n want %q", c.title, c.text, got, c.want)
			}
		})
	}
}

// A name that several places bear is read in the article's state and district.
func TestReading(t *testing.T) {
	for _, c := range []struct{ text, state, district string }{
		{"समस्तीपुर। कल्याणपुर के विधायक विनोद साहू ने जदयू छोड़ दी।", "BR", "समस्तीपुर"},
		{"जींद। विनोद साहू ने भाजपा छोड़ दी।", "HR", ""},
	} {
		moves, _ := readMoves("", c.text, "")
		if len(moves) != 1 || len(moves[0].Where) == 0 {
			t.Fatalf("%s: no place", c.text)
		}
		p := built().reader.Lexicon.PlaceAt(moves[0].Where[0].Ref.Index)
		if p.State != c.state || p.District != c.district {
			t.Errorf("%s: %s in %q, %s; want %q, %s", c.text, p.Name, p.District, p.State, c.district, c.state)
		}
	}
}
