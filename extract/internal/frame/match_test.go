package frame

import (
	"io/fs"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/dalbadal/dalbadal/extract/internal/calendar"
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
	data "github.com/dalbadal/dalbadal/extract/lexicon"
	"github.com/dalbadal/dalbadal/extract/rules"
)

// stage is the parser and the matcher with the built-in rules and lexicons.
type stage struct {
	parser  *syntax.Parser
	matcher *Matcher
}

var built = sync.OnceValue(func() stage {
	must := func(err error) {
		if err != nil {
			panic(err)
		}
	}
	grammar, err := syntax.LoadGrammar(data.FS, "grammar.yaml")
	must(err)
	lex, err := lexicon.Load()
	must(err)
	raw, err := fs.ReadFile(data.FS, "time.yaml")
	must(err)
	words, err := calendar.Load(raw)
	must(err)
	status, err := LoadStatus(data.FS, "status.yaml")
	must(err)
	set, faults := Load(rules.FS)
	if len(faults) > 0 {
		panic(faults[0])
	}
	return stage{&syntax.Parser{Grammar: grammar, Lexicon: lex, Words: words}, &Matcher{Rules: set, Status: status}}
})

func read(text string, title bool) (*devanagari.Document, []Event, []Miss) {
	doc := devanagari.Parse(text)
	if title {
		for i := range doc.Sentences {
			doc.Sentences[i].Block = devanagari.Title
		}
	}
	b := built()
	events, misses := b.matcher.Match(doc, b.parser.Parse(doc, syntax.NewKnown("")))
	return doc, events, misses
}

var moodNames = map[Mood]string{Happened: "happened", Will: "will", Going: "going", May: "may", Declared: "declared",
	Rumour: "rumour", Not: "not", Refuted: "refuted", If: "if", Asked: "asked"}

// eventText writes an event as "act who, party, mood".
func eventText(doc *devanagari.Document, e *Event) string {
	who := "-"
	if e.Who != nil {
		var names []string
		for _, p := range e.Who.Persons {
			switch {
			case p.Named():
				names = append(names, p.Name)
			case p.Group:
				names = append(names, doc.Slice(p.GroupFirst, p.GroupLast))
			default:
				names = append(names, doc.Slice(p.RoleFirst, p.RoleLast))
			}
		}
		if who = strings.Join(names, " + "); who == "" {
			who = doc.Slice(e.Who.First, e.Who.Last)
		}
	}
	party := "-"
	if e.Party != nil {
		if party = e.Party.Party.ID; party == "" {
			party = "पार्टी"
		}
	}
	s := string(e.Rule.Act) + " " + who + ", " + party + ", " + moodNames[e.Mood]
	if e.Attributive {
		s += ", attributive"
	}
	return s
}

func eventsOf(text string, title bool) (out []string) {
	doc, events, _ := read(text, title)
	for i := range events {
		out = append(out, eventText(doc, &events[i]))
	}
	return out
}

func checkEvents(t *testing.T, in string, title bool, want []string) {
	t.Helper()
	if got := eventsOf(in, title); !slices.Equal(got, want) {
		t.Errorf("%s\n got  %q\n want %q", in, got, want)
	}
}

// Slots are told by their case markers, wherever they stand.
func TestSlotsInAnyOrder(t *testing.T) {
	for _, c := range []struct {
		in   string
		want string
	}{
		{"विनोद साहू ने सपा से इस्तीफा दे दिया।", "leave विनोद साहू, SP, happened"},
		{"सपा से विनोद साहू ने इस्तीफा दे दिया।", "leave विनोद साहू, SP, happened"},
		{"सपा से इस्तीफा विनोद साहू ने दे दिया।", "leave विनोद साहू, SP, happened"},
		{"इस्तीफा विनोद साहू ने सपा से दे दिया।", "leave विनोद साहू, SP, happened"},
		{"विनोद साहू ने रविवार को लखनऊ में सपा को छोड़ दिया।", "leave विनोद साहू, SP, happened"},
		{"सपा को रविवार को लखनऊ में विनोद साहू ने छोड़ दिया।", "leave विनोद साहू, SP, happened"},
		{"विनोद साहू भाजपा में शामिल हो गए।", "join विनोद साहू, BJP, happened"},
		{"भाजपा में विनोद साहू शामिल हो गए।", "join विनोद साहू, BJP, happened"},
		{"भाजपा का दामन विनोद साहू ने थाम लिया।", "join विनोद साहू, BJP, happened"},
		{"विनोद साहू ने सीमा रावत की मौजूदगी में भाजपा का दामन थाम लिया।", "join विनोद साहू, BJP, happened"},
		{"सीमा रावत की मौजूदगी में भाजपा का दामन विनोद साहू ने थाम लिया।", "join विनोद साहू, BJP, happened"},
		{"विनोद साहू और सीमा रावत ने बसपा की सदस्यता ग्रहण की।", "join विनोद साहू + सीमा रावत, BSP, happened"},
	} {
		checkEvents(t, c.in, false, []string{c.want})
	}
}

// The causer, the receiver and the one who moves are told apart by case and voice.
func TestWhoIsWho(t *testing.T) {
	for _, c := range []struct{ name, in, want, receiver string }{
		{"active", "विनोद साहू भाजपा में शामिल हुए।", "join विनोद साहू, BJP, happened", ""},
		{"causative", "जिलाध्यक्ष सीमा रावत ने विनोद साहू को भाजपा में शामिल कराया।", "join विनोद साहू, BJP, happened", "सीमा रावत"},
		{"causative, the newcomer first", "विनोद साहू को जिलाध्यक्ष सीमा रावत ने भाजपा में शामिल कराया।", "join विनोद साहू, BJP, happened", "सीमा रावत"},
		{"causative of a membership", "सांसद सीमा रावत ने विनोद साहू को कांग्रेस की सदस्यता दिलाई।", "join विनोद साहू, INC, happened", "सीमा रावत"},
		{"passive", "विनोद साहू को भाजपा में शामिल किया गया।", "join विनोद साहू, BJP, happened", ""},
		{"passive of a causative", "विनोद साहू को बसपा की सदस्यता दिलाई गई।", "join विनोद साहू, BSP, happened", ""},
		{"passive with an agent", "सीमा रावत द्वारा विनोद साहू को भाजपा में शामिल कराया गया।", "join विनोद साहू, BJP, happened", "सीमा रावत"},
		{"in somebody's presence", "सांसद सीमा रावत के समक्ष विनोद साहू ने भाजपा की सदस्यता ली।", "join विनोद साहू, BJP, happened", "सीमा रावत"},
		{"led by somebody", "विधायक सीमा रावत के नेतृत्व में 50 कार्यकर्ता भाजपा में शामिल हुए।", "join 50 कार्यकर्ता, BJP, happened", "सीमा रावत"},
		{"expelled by the party", "बसपा ने विनोद साहू को निष्कासित कर दिया।", "expel विनोद साहू, BSP, happened", ""},
		{"expelled, passive", "विनोद साहू को बसपा से निष्कासित कर दिया गया।", "expel विनोद साहू, BSP, happened", ""},
		{"thrown out", "कांग्रेस ने विनोद साहू को पार्टी से निकाल दिया।", "expel विनोद साहू, पार्टी, happened", ""},
		{"suspended", "भाजपा ने विधायक विनोद साहू को पार्टी से निलंबित कर दिया।", "suspend विनोद साहू, पार्टी, happened", ""},
		{"resigns to somebody", "विनोद साहू ने सपा से इस्तीफा प्रदेश अध्यक्ष सीमा रावत को भेज दिया।", "leave विनोद साहू, SP, happened", ""},
		{"shown the door", "राजद ने विनोद साहू को पार्टी से बाहर का रास्ता दिखा दिया।", "expel विनोद साहू, पार्टी, happened", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, events, _ := read(c.in, false)
			if len(events) != 1 || eventText(doc, &events[0]) != c.want {
				t.Fatalf("%s\n got  %q\n want %q", c.in, eventsOf(c.in, false), c.want)
			}
			receiver := ""
			if r := events[0].Receiver; r != nil {
				receiver = r.Persons[0].Name
			}
			if receiver != c.receiver {
				t.Errorf("%s\n receiver %q, want %q", c.in, receiver, c.receiver)
			}
		})
	}
}

func TestMoods(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"done", "विनोद साहू ने सपा छोड़ दी।", "leave विनोद साहू, SP, happened"},
		{"done already", "विनोद साहू सपा छोड़ चुके हैं।", "leave विनोद साहू, SP, happened"},
		{"future", "विनोद साहू सपा छोड़ेंगे।", "leave विनोद साहू, SP, will"},
		{"future join", "विनोद साहू सोमवार को भाजपा में शामिल होंगे।", "join विनोद साहू, BJP, will"},
		{"future passive", "विनोद साहू को बसपा से निष्कासित किया जाएगा।", "expel विनोद साहू, BSP, will"},
		{"about to", "विनोद साहू भाजपा का दामन थामने वाले हैं।", "join विनोद साहू, BJP, will"},
		{"going to", "विनोद साहू भाजपा में शामिल होने जा रहे हैं।", "join विनोद साहू, BJP, will"},
		{"in progress", "विनोद साहू भाजपा में शामिल हो रहे हैं।", "join विनोद साहू, BJP, going"},
		{"can", "विनोद साहू भाजपा में शामिल हो सकते हैं।", "join विनोद साहू, BJP, may"},
		{"negated", "विनोद साहू भाजपा में शामिल नहीं हुए।", "join विनोद साहू, BJP, not"},
		{"negated behind the verb", "विनोद साहू ने सपा छोड़ी नहीं।", "leave विनोद साहू, SP, not"},
		{"negated future", "विनोद साहू सपा नहीं छोड़ेंगे।", "leave विनोद साहू, SP, not"},
		{"negated absolutive", "विनोद साहू ने भाजपा में शामिल न होकर चुनाव लड़ा।", "join विनोद साहू, BJP, not"},
		{"declared", "विनोद साहू ने सपा छोड़ने का ऐलान किया।", "leave विनोद साहू, SP, declared"},
		{"declared join", "विनोद साहू ने भाजपा में शामिल होने की घोषणा की।", "join विनोद साहू, BJP, declared"},
		{"decided", "विनोद साहू ने कांग्रेस का हाथ थामने का फैसला किया है।", "join विनोद साहू, INC, declared"},
		{"declared resignation", "विनोद साहू ने सपा से इस्तीफे का ऐलान कर दिया।", "leave विनोद साहू, SP, declared"},
		{"rumoured", "विनोद साहू के भाजपा में शामिल होने की चर्चा है।", "join विनोद साहू, BJP, rumour"},
		{"guessed", "विनोद साहू के सपा छोड़ने की अटकलें तेज हैं।", "leave विनोद साहू, SP, rumour"},
		{"refuted", "विनोद साहू ने भाजपा में शामिल होने की खबरों का खंडन किया।", "join विनोद साहू, BJP, refuted"},
		{"refused", "विनोद साहू ने सपा छोड़ने से इनकार किया।", "leave विनोद साहू, SP, refuted"},
		{"a habit", "विनोद साहू हर चुनाव में सपा छोड़ते हैं।", "leave विनोद साहू, SP, if"},
		{"a demand", "कार्यकर्ताओं ने विनोद साहू से सपा छोड़ने की मांग की।", "leave कार्यकर्ताओं, SP, if"},
		{"a threat", "विनोद साहू ने सपा छोड़ने की धमकी दी।", "leave विनोद साहू, SP, if"},
		{"wished", "समर्थक चाहते हैं कि विनोद साहू सपा छोड़ दें।", "leave विनोद साहू, SP, if"},
		{"asked", "क्या विनोद साहू भाजपा में शामिल होंगे?", "join विनोद साहू, BJP, asked"},
		{"asked of the past", "क्या विनोद साहू ने सपा छोड़ दी?", "leave विनोद साहू, SP, asked"},
	} {
		t.Run(c.name, func(t *testing.T) { checkEvents(t, c.in, false, []string{c.want}) })
	}
}

// An absolutive has the mood of the verb it leans on, and its subject.
func TestAbsolutiveChains(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"विनोद साहू सपा छोड़कर भाजपा में शामिल हो गए।", []string{"leave विनोद साहू, SP, happened", "join विनोद साहू, BJP, happened"}},
		{"सपा छोड़कर विनोद साहू भाजपा में शामिल हो गए।", []string{"leave विनोद साहू, SP, happened", "join विनोद साहू, BJP, happened"}},
		{"विनोद साहू ने सपा छोड़ भाजपा की सदस्यता ली।", []string{"leave विनोद साहू, SP, happened", "join विनोद साहू, BJP, happened"}},
		{"विनोद साहू ने बसपा से इस्तीफा देकर कांग्रेस का हाथ थाम लिया।", []string{"leave विनोद साहू, BSP, happened", "join विनोद साहू, INC, happened"}},
		{"विनोद साहू सपा छोड़कर भाजपा में शामिल होंगे।", []string{"leave विनोद साहू, SP, will", "join विनोद साहू, BJP, will"}},
		{"विनोद साहू सपा छोड़कर भाजपा में शामिल हो सकते हैं।", []string{"leave विनोद साहू, SP, may", "join विनोद साहू, BJP, may"}},
	} {
		got := eventsOf(c.in, false)
		slices.SortFunc(got, func(a, b string) int { return strings.Compare(b, a) }) // leave before join
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got  %q\n want %q", c.in, got, c.want)
		}
	}
}

// A participle before a name tells of that person, not of the clause's subject.
func TestAttributiveParticiples(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"सपा छोड़ने वाले विनोद साहू ने कहा कि लड़ाई जारी रहेगी।", "leave विनोद साहू, SP, happened, attributive"},
		{"भाजपा में शामिल हुए विनोद साहू ने कहा कि विकास होगा।", "join विनोद साहू, BJP, happened, attributive"},
		{"बसपा से निष्कासित किए गए विनोद साहू ने कहा कि न्याय होगा।", "expel विनोद साहू, BSP, happened, attributive"},
		{"कांग्रेस में शामिल होने वालों में विनोद साहू और सीमा रावत प्रमुख हैं।", "join विनोद साहू + सीमा रावत, INC, happened, attributive"},
	} {
		checkEvents(t, c.in, false, []string{c.want})
	}
}

func TestHeadlines(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"the verb first", "विनोद साहू ने थामा भाजपा का दामन", []string{"join विनोद साहू, BJP, happened"}},
		{"the verb first, a party behind", "विनोद साहू ने छोड़ी सपा", []string{"leave विनोद साहू, SP, happened"}},
		{"verbless host", "विनोद साहू भाजपा में शामिल", []string{"join विनोद साहू, BJP, happened"}},
		{"verbless resignation", "विनोद साहू का सपा से इस्तीफा", []string{"leave विनोद साहू, SP, happened"}},
		{"verbless expulsion", "विनोद साहू बसपा से निष्कासित", []string{"expel विनोद साहू, BSP, happened"}},
		{"nothing but the place", "पूर्व विधायक विनोद साहू भाजपा में", []string{"join विनोद साहू, BJP, happened"}},
		{"two headlines", "सपा को झटका, विनोद साहू ने थामा भाजपा का दामन", []string{"join विनोद साहू, BJP, happened"}},
		{"the verb before its subject", "भाजपा में शामिल हुए विनोद साहू", []string{"join विनोद साहू, BJP, happened"}},
		{"future", "भाजपा में शामिल होंगे विनोद साहू", []string{"join विनोद साहू, BJP, will"}},
		{"a question", "क्या भाजपा में शामिल होंगे विनोद साहू?", []string{"join विनोद साहू, BJP, asked"}},
		{"a row in the party is no joining", "विनोद साहू के बयान से भाजपा में घमासान", nil},
		{"tickets", "विनोद साहू को भाजपा में टिकट", nil},
	} {
		t.Run(c.name, func(t *testing.T) { checkEvents(t, c.in, true, c.want) })
	}
	// in the body, a clause without a verb tells nothing
	checkEvents(t, "विनोद साहू भाजपा में", false, nil)
}

// What looks like a move and is none.
func TestGuards(t *testing.T) {
	for _, in := range []string{
		// a post, a House, a body is left
		"विनोद साहू ने जिलाध्यक्ष पद से इस्तीफा दे दिया।",
		"विनोद साहू ने मंत्रिमंडल से इस्तीफा दे दिया।",
		"विनोद साहू ने विधानसभा की सदस्यता से इस्तीफा दे दिया।",
		"सपा विधायक विनोद साहू ने विधायकी से इस्तीफा दे दिया।",
		"विनोद साहू ने सपा में महासचिव का पद छोड़ दिया।",
		"मंत्री विनोद साहू ने राज्यपाल को इस्तीफा सौंपा।",
		"कांग्रेस ने मंत्री विनोद साहू से इस्तीफा मांगा।",
		// joining something else
		"विनोद साहू भाजपा की बैठक में शामिल हुए।",
		"विनोद साहू सपा की रैली में शामिल हुए।",
		"समिति में भाजपा के विनोद साहू और सपा की सीमा रावत शामिल हैं।",
		"विनोद साहू दिल्ली से लखनऊ लौट आए।",
		"विनोद साहू ने बच्चे का हाथ थाम लिया।",
		"सपा ने विनोद साहू को प्रत्याशियों की सूची में शामिल किया।",
		// parties among themselves
		"भाजपा सत्ता में आई।",
		"जदयू एनडीए में शामिल हो गई।",
		"रालोद ने सपा का साथ छोड़ दिया।",
		"सपा ने कांग्रेस से नाता तोड़ लिया।",
		// other things left
		"विनोद साहू ने राजनीति छोड़ दी।",
		"विनोद साहू ने बैठक बीच में छोड़ दी।",
		"विनोद साहू ने दुनिया को अलविदा कह दिया।",
		"एसपी ने दारोगा विनोद साहू को निलंबित कर दिया।",
		"स्पीकर ने भाजपा के 15 विधायकों को सदन से निलंबित कर दिया।",
		// no event at all
		"सपा नेता विनोद साहू भाजपा पर बरसे।",
		"विनोद साहू को भाजपा से टिकट मिला।",
		"भाजपा से जुड़े नेता विनोद साहू ने बयान दिया।",
		"विनोद साहू सपा के विधायक हैं।",
	} {
		if got := eventsOf(in, false); len(got) > 0 {
			t.Errorf("%s\n got %q", in, got)
		}
	}
}

// A trigger that comes to nothing says which rule was nearest and what failed.
func TestMisses(t *testing.T) {
	for _, c := range []struct{ in, rule, reason string }{
		{"विनोद साहू ने जिलाध्यक्ष पद से इस्तीफा दे दिया।", "leave.resign", "no party in the clause"},
		{"विनोद साहू ने क्लब को अलविदा कह दिया।", "leave.farewell", "no party in the clause"},
		{"समिति में भाजपा के विनोद साहू और सपा की सीमा रावत शामिल हैं।", "join.enter", "only a copula: it tells a state, no event"},
	} {
		_, _, misses := read(c.in, false)
		if len(misses) == 0 || misses[0].Rule.ID != c.rule || misses[0].Reason != c.reason {
			for _, m := range misses {
				t.Logf("%s: %s", m.Rule.ID, m.Reason)
			}
			t.Errorf("%s\n want %s: %s", c.in, c.rule, c.reason)
		}
	}
}

// The span of an event runs from its trigger's object through its verb.
func TestEventSpans(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"विनोद साहू ने बसपा का दामन थाम लिया है।", "बसपा का दामन थाम लिया है"},
		{"विनोद साहू ने सपा छोड़ दी।", "सपा छोड़ दी"},
		{"सपा से इस्तीफा विनोद साहू ने दे दिया।", "सपा से इस्तीफा विनोद साहू ने दे दिया"},
	} {
		doc, events, _ := read(c.in, false)
		if len(events) != 1 {
			t.Errorf("%s: %d events", c.in, len(events))
			continue
		}
		if got := doc.Slice(events[0].First, events[0].Last); got != c.want {
			t.Errorf("%s\n got  %q\n want %q", c.in, got, c.want)
		}
	}
}
