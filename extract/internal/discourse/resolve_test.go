package discourse

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/dalbadal/dalbadal/extract/internal/calendar"
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
	"github.com/dalbadal/dalbadal/extract/internal/reason"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
	data "github.com/dalbadal/dalbadal/extract/lexicon"
	"github.com/dalbadal/dalbadal/extract/rules"
)

// stages are the ones an article passes up to this one, with the built-in rules and lexicons.
type stages struct {
	parser  *syntax.Parser
	matcher *frame.Matcher
	reader  *Reader
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func load[T any](parse func([]byte) (T, error), name string) T {
	raw, err := fs.ReadFile(data.FS, name)
	must(err)
	v, err := parse(raw)
	must(err)
	return v
}

var built = sync.OnceValue(func() stages {
	grammar, err := syntax.LoadGrammar(data.FS, "grammar.yaml")
	must(err)
	lex, err := lexicon.Load()
	must(err)
	status, err := frame.LoadStatus(data.FS, "status.yaml")
	must(err)
	set, faults := frame.Load(rules.FS)
	if len(faults) > 0 {
		panic(faults[0])
	}
	words := load(calendar.Load, "time.yaml")
	return stages{
		&syntax.Parser{Grammar: grammar, Lexicon: lex, Words: words},
		&frame.Matcher{Rules: set, Status: status},
		&Reader{Lexicon: lex, Grammar: grammar, Status: status, Reasons: load(reason.Load, "reasons.yaml"), Words: words},
	}
})

// readMoves takes an article through the stages; published is the day it came out.
func readMoves(title, text, published string) (moves []Move, texts [2]Text) {
	b := built()
	known := syntax.NewKnown(published)
	stage := func(doc *devanagari.Document) Text {
		sentences := b.parser.Parse(doc, known)
		events, _ := b.matcher.Match(doc, sentences)
		return Text{Doc: doc, Sentences: sentences, Events: events}
	}
	texts[InText] = stage(devanagari.Parse(text))
	head := devanagari.Parse(title)
	for i := range head.Sentences {
		head.Sentences[i].Block = devanagari.Title
	}
	texts[InTitle] = stage(head)
	return b.reader.Read(texts[InTitle], texts[InText], published), texts
}

// moveText writes a move as "kind who: left status > joined status", with the marks of a return and of history.
func moveText(m *Move) string {
	who := m.Entity.Name
	if m.Entity.Group {
		who = m.Entity.GroupText
		if m.Entity.Count > 0 {
			who += fmt.Sprintf(" ×%d", m.Entity.Count)
		}
	}
	s := m.Kind + " " + who + ":"
	if m.Left != nil {
		s += " " + m.Left.Party + " " + m.Left.Status
	}
	if m.Joined != nil {
		s += " > " + m.Joined.Party + " " + m.Joined.Status
	}
	if m.Return {
		s += ", return"
	}
	if m.Background {
		s += ", background"
	}
	return s
}

// article is a small article and the moves it tells.
type article struct {
	name, title, text string
	want              []string
}

func checkArticles(t *testing.T, articles []article) {
	t.Helper()
	for _, a := range articles {
		t.Run(a.name, func(t *testing.T) {
			moves, _ := readMoves(a.title, a.text, "2024-03-20")
			var got []string
			for i := range moves {
				got = append(got, moveText(&moves[i]))
			}
			if !slices.Equal(got, a.want) {
				t.Errorf("%s\n%s\n got  %s\n want %s", a.title, a.text, strings.Join(got, "\n      "), strings.Join(a.want, "\n      "))
			}
		})
	}
}

func TestPronouns(t *testing.T) {
	checkArticles(t, []article{
		{"not the one to whom a letter is sent", "", "बीजद विधायक विनोद साहू ने पार्टी छोड़ दी। पार्टी अध्यक्ष गोपाल कोरी को भेजे पत्र में उन्होंने प्राथमिक सदस्यता छोड़ने की जानकारी दी है।",
			[]string{"exit विनोद साहू: BJD done"}},
		{"the people at large move nowhere", "", "समाजवादी पार्टी के पूर्व मंत्री विनोद साहू ने कहा है कि जनता भाजपा का साथ छोड़ चुकी है।", nil},
		{"the subject of an infinitive, before a day", "", "भाजपा विधायक विनोद साहू ने पार्टी छोड़ दी। उनके मंगलवार को कांग्रेस में शामिल होने की संभावना है।",
			[]string{"switch विनोद साहू: BJP done > INC rumoured"}},
		{"the subject of an infinitive, before a span of time", "", "भाजपा विधायक विनोद साहू ने पार्टी छोड़ दी। साहू के अगले सप्ताह कांग्रेस का दामन थामने की चर्चा है।",
			[]string{"switch विनोद साहू: BJP done > INC rumoured"}},
		{"the subject of an infinitive, before the party", "", "भाजपा विधायक विनोद साहू ने पार्टी छोड़ दी। उनके निर्दलीय चुनाव लड़ने की चर्चा है।",
			[]string{"switch विनोद साहू: BJP done > IND rumoured"}},
		{"the one whose doing the sentence tells of", "", "बसपा विधायक विनोद साहू की एक मंत्री से मुलाकात के बाद उनके भी कांग्रेस में जाने की अटकलें तेज हैं।",
			[]string{"switch विनोद साहू: BSP rumoured > INC rumoured"}},
		{"he, of the sentence before", "", "पूर्व विधायक विनोद साहू ने सपा छोड़ दी। उन्होंने भाजपा की सदस्यता ले ली।", []string{"switch विनोद साहू: SP done > BJP done"}},
		{"he, bare", "", "पूर्व विधायक विनोद साहू ने सपा छोड़ दी। वह भाजपा में शामिल हो गए।", []string{"switch विनोद साहू: SP done > BJP done"}},
		{"him, who is admitted", "", "पूर्व विधायक विनोद साहू ने सपा छोड़ दी। उन्हें सांसद सीमा रावत ने भाजपा की सदस्यता दिलाई।", []string{"switch विनोद साहू: SP done > BJP done"}},
		{"whose politics the sentence before is about", "", "विनोद साहू ने सपा छोड़ दी। सीमा रावत ने भाजपा का दामन थाम लिया।\n\nगौरतलब है कि साहू की राजनीति सपा से शुरू हुई थी। 2014 में वह बसपा में चले गए थे।",
			[]string{"exit विनोद साहू: SP done", "switch विनोद साहू: SP done > BSP done, background", "join सीमा रावत: > BJP done"}},
		{"whose case it is", "", "सबसे दिलचस्प मामला पूर्व मंत्री विनोद साहू का है। बसपा ने उन्हें पार्टी से निकाल दिया है।", []string{"expulsion विनोद साहू: BSP done"}},
		{"whose people deny it for him", "", "विनोद साहू ने सपा छोड़ दी। उनके करीबियों ने भाजपा में जाने की बात को अफवाह बताया है।", []string{"switch विनोद साहू: SP done > BJP denied"}},
		{"whose people say that he", "", "विधायक विनोद साहू के करीबियों का कहना है कि वह भाजपा में जा सकते हैं।", []string{"join विनोद साहू: > BJP rumoured"}},
		{"of whom there is talk", "", "विनोद साहू ने सपा छोड़ दी। सीमा रावत को लेकर भी अटकलें तेज हैं। वह जल्द ही कांग्रेस छोड़ भाजपा में शामिल हो सकती हैं।",
			[]string{"exit विनोद साहू: SP done", "switch सीमा रावत: INC rumoured > BJP rumoured"}},
		{"she, past a sentence", "", "पूर्व मेयर सीमा रावत ने कांग्रेस छोड़ दी। समर्थकों में खुशी है। वह जल्द ही भाजपा में शामिल होंगी।", []string{"switch सीमा रावत: INC done > BJP announced"}},
		{"both", "", "पार्षद विनोद साहू और सीमा रावत ने सपा छोड़ दी। दोनों ने भाजपा का दामन थाम लिया।", []string{"switch विनोद साहू: SP done > BJP done", "switch सीमा रावत: SP done > BJP done"}},
		{"all three", "", "विनोद साहू, सीमा रावत और इकबाल अंसारी ने बसपा से इस्तीफा दे दिया। तीनों नेता कांग्रेस में शामिल हो गए।", []string{"switch विनोद साहू: BSP done > INC done", "switch सीमा रावत: BSP done > INC done", "switch इकबाल अंसारी: BSP done > INC done"}},
		{"who", "", "पार्टी को विनोद साहू से उम्मीद थी, जिन्होंने सपा छोड़ दी।", []string{"exit विनोद साहू: SP done"}},
		{"no subject at all", "", "पूर्व विधायक विनोद साहू ने सपा से इस्तीफा दे दिया। इसके बाद भाजपा में शामिल हो गए।", []string{"switch विनोद साहू: SP done > BJP done"}},
		{"the subject of an absolutive", "", "सपा छोड़कर विनोद साहू भाजपा में शामिल हो गए।", []string{"switch विनोद साहू: SP done > BJP done"}},
		{"both of a party", "", "पूर्व विधायक विनोद साहू और सीमा रावत भाजपा में आ गए। मुख्यमंत्री ने दोनों कांग्रेस नेताओं को सदस्यता दिलाई।", []string{"join विनोद साहू: > BJP done", "join सीमा रावत: > BJP done"}},
		{"the one whose name is spoken of", "", "सांसद सीमा रावत ने 16 लोगों को भाजपा की सदस्यता दिलाई। सबसे बड़ा नाम पूर्व विधायक रहे विनोद साहू का है। 2018 में उन्होंने भाजपा छोड़ी थी।", []string{"join 16 लोगों ×16: > BJP done", "join विनोद साहू: > BJP done, return", "exit विनोद साहू: BJP done, background"}},
		{"past who gives the scarf", "", "पूर्व विधायक विनोद साहू भाजपा में शामिल हो गए। सांसद सीमा रावत ने उन्हें पटका पहनाया। 2018 में उन्होंने भाजपा छोड़ी थी।", []string{"join विनोद साहू: > BJP done, return", "exit विनोद साहू: BJP done, background"}},
		{"not who gives the scarf", "", "पूर्व मेयर विनोद साहू भाजपा में लौट आए। सांसद सीमा रावत ने उन्हें पटका पहनाया। 2018 में एक गलती की और भाजपा छोड़ दी थी।", []string{"join विनोद साहू: > BJP done, return", "exit विनोद साहू: BJP done, background"}},
		{"who, it says, did so too", "", "विनोद साहू बसपा छोड़कर कांग्रेस में आ गए। इकबाल अंसारी भी कहां रुकने वाले थे। उसी शाम उन्होंने कांग्रेस छोड़ बसपा ज्वाइन कर ली।", []string{"switch विनोद साहू: BSP done > INC done", "switch इकबाल अंसारी: INC done > BSP done"}},
		{"whom they tell of", "", "बसपा ने विनोद साहू और सीमा रावत को निष्कासित कर दिया। जानकार बताते हैं कि विनोद साहू की पैठ अच्छी है। चर्चा है कि वह सपा में जाएंगे।", []string{"expulsion विनोद साहू: BSP done > SP rumoured", "expulsion सीमा रावत: BSP done"}},
		{"he, not the house that quotation marks name", "", "पूर्व मंत्री विनोद साहू ने सपा छोड़ दी। वह द्रमुक मुख्यालय 'अन्ना अरिवालयम' में पार्टी अध्यक्ष की उपस्थिति में पार्टी में शामिल हुए।",
			[]string{"switch विनोद साहू: SP done > DMK done"}},
		{"not who puts him out", "", "विनोद साहू सपा में शामिल हुए। बसपा अध्यक्ष गोपाल कोरी ने विनोद साहू को सीमा रावत से फोन पर बातचीत करने के कारण पार्टी से निकाला था।",
			[]string{"switch विनोद साहू: BSP done > SP done", "expulsion विनोद साहू: BSP done, background"}},
		{"who came over in the past, to the party that he leaves", "", "बसपा के महासचिव विनोद साहू ने पार्टी छोड़ दी। वह 2014 में कांग्रेस छोड़कर आए थे।",
			[]string{"exit विनोद साहू: BSP done", "switch विनोद साहू: INC done > BSP done, background"}},
		{"whom the relative clause tells of", "", "विनोद साहू ने सपा छोड़ दी। 2017 में साहू ने जिन गोपाल कोरी को हराया था, वे उस समय भाजपा के उम्मीदवार थे और पिछले साल कांग्रेस में चले गए।",
			[]string{"exit विनोद साहू: SP done", "join गोपाल कोरी: > INC done, background"}},
		{"who denies it", "", "बसपा विधायक विनोद साहू ने पार्टी से इस्तीफा दे दिया। इस बीच बसपा नेता सीमा रावत ने इन खबरों का खंडन किया कि वह भी पार्टी छोड़ने वाली हैं।",
			[]string{"exit विनोद साहू: BSP done", "exit सीमा रावत: BSP denied"}},
		{"who speaks, not whose doing dates it", "", "विधायक विनोद साहू भाजपा में शामिल हो गए। साहू ने कहा कि 2016 में जब गोपाल कोरी ने अलग दल बनाया तो कांग्रेस छोड़ दी थी।",
			[]string{"switch विनोद साहू: INC done > BJP done", "exit विनोद साहू: INC done, background"}},
		{"whom the title says to have been put out", "नवीन पटनायक ने पूर्व मंत्री विनोद साहू को पार्टी से निकाला, भाजपा में जाने की अटकलें", "बीजद ने पूर्व मंत्री विनोद साहू को निष्कासित कर दिया है।",
			[]string{"expulsion विनोद साहू: BJD done > BJP rumoured"}},
		{"nobody in particular", "मुजफ्फरनगर में दल बदल का दौर, किसी को भाया हैंडपंप तो किसी ने पकड़ी साइकिल", "सब देखते रहे।", nil},
		{"nobody before it", "", "उन्होंने सपा छोड़ दी।", nil},
	})
}

// A rumour that one more goes the way of others is of one more of theirs.
func TestOneMoreOfTheirs(t *testing.T) {
	checkArticles(t, []article{
		{"rumoured", "", "बसपा के पार्षद विनोद साहू सपा में शामिल हो गए। महापौर सीमा रावत के भी सपा में जाने की चर्चा है।",
			[]string{"switch विनोद साहू: BSP done > SP done", "switch सीमा रावत: BSP rumoured > SP rumoured"}},
		{"denied", "", "बसपा के पार्षद विनोद साहू सपा में शामिल हो गए। महापौर सीमा रावत ने सपा में जाने की बात को अफवाह बताया है।",
			[]string{"switch विनोद साहू: BSP done > SP done", "switch सीमा रावत: BSP denied > SP denied"}},
		{"the party that the title shows as the loser", "असम में कांग्रेस को लग सकते हैं झटके", "चर्चा है कि विधायक विनोद साहू भाजपा में जा सकते हैं।",
			[]string{"switch विनोद साहू: INC rumoured > BJP rumoured"}},
		{"not where the others leave more than one", "", "बसपा के पार्षद विनोद साहू सपा में शामिल हो गए। कांग्रेस के पार्षद इकबाल अंसारी भी सपा में शामिल हो गए। महापौर सीमा रावत के भी सपा में जाने की चर्चा है।",
			[]string{"switch विनोद साहू: BSP done > SP done", "switch इकबाल अंसारी: INC done > SP done", "join सीमा रावत: > SP rumoured"}},
		{"not one from outside politics", "", "बसपा के पार्षद विनोद साहू सपा में शामिल हो गए। समाजसेवी सीमा रावत के भी सपा में जाने की चर्चा है।",
			[]string{"switch विनोद साहू: BSP done > SP done", "join सीमा रावत: > SP rumoured"}},
		{"not who announces it himself", "", "बसपा के पार्षद विनोद साहू सपा में शामिल हो गए। महापौर सीमा रावत भी सपा में शामिल होंगी।",
			[]string{"switch विनोद साहू: BSP done > SP done", "join सीमा रावत: > SP announced"}},
	})
}

// "पार्टी" is the party of the role, of the one who acts, or the one the title shows as struck.
func TestThePartyItself(t *testing.T) {
	checkArticles(t, []article{
		{"of the role phrase", "", "बसपा नेता विनोद साहू ने पार्टी छोड़ दी।", []string{"exit विनोद साहू: BSP done"}},
		{"the one in power, by the name that the article gives it", "", "सत्तारूढ़ भाजपा में उत्साह है। विधायक विनोद साहू कांग्रेस छोड़कर सत्तारूढ़ दल में चले गए।", []string{"switch विनोद साहू: INC done > BJP done"}},
		{"the one in power, by who governs", "", "मुख्यमंत्री हेमंत सोरेन ने स्वागत किया। विधायक विनोद साहू भाजपा छोड़कर सत्तारूढ़ दल में चले गए।", []string{"switch विनोद साहू: BJP done > JMM done"}},
		{"that takes people back, by the sentence before", "", "कांग्रेस ने रूठों को गले लगाना शुरू किया है। प्रदेश अध्यक्ष ने विनोद साहू और सीमा रावत का निष्कासन निरस्त करने का आदेश जारी कर दिया।",
			[]string{"join विनोद साहू: > INC done, return", "expulsion विनोद साहू: INC done, background", "join सीमा रावत: > INC done, return", "expulsion सीमा रावत: INC done, background"}},
		{"that the sentence before shows as losing people", "", "भाजपा के नरेश पासवान लोजपा में शामिल हो गए।\n\nराजद को भी झटका लगा। जिला परिषद सदस्य सीमा रावत ने मंगलवार को पार्टी से इस्तीफा दे दिया।",
			[]string{"switch नरेश पासवान: BJP done > LJP done", "exit सीमा रावत: RJD done"}},
		{"of the one who says so", "", "बसपा के पूर्व मेयर विनोद साहू भाजपा में शामिल हो गए। सपा के गोपाल कोरी ने बताया कि कांग्रेस के दो पार्षद रविवार को उनकी पार्टी में शामिल होंगे।",
			[]string{"switch विनोद साहू: BSP done > BJP done", "switch कांग्रेस के दो पार्षद ×2: INC announced > SP announced"}},
		{"of the role phrase, genitive", "", "कांग्रेस के जिला महासचिव विनोद साहू ने पार्टी की प्राथमिक सदस्यता से इस्तीफा दे दिया।", []string{"exit विनोद साहू: INC done"}},
		{"one's own", "", "राजद विधायक विनोद साहू ने अपनी पार्टी छोड़ दी।", []string{"exit विनोद साहू: RJD done"}},
		{"of the one who expels", "", "भाजपा ने विनोद साहू को पार्टी से निकाल दिया।", []string{"expulsion विनोद साहू: BJP done"}},
		{"of the leader who expels", "", "बसपा के प्रदेश अध्यक्ष इकबाल अंसारी ने विनोद साहू को पार्टी से निष्कासित कर दिया।", []string{"expulsion विनोद साहू: BSP done"}},
		{"of the role a sentence before", "", "जदयू विधायक विनोद साहू नाराज थे। रविवार को उन्होंने पार्टी छोड़ दी।", []string{"exit विनोद साहू: JDU done"}},
		{"that took others back", "", "बसपा ने सीमा रावत को पार्टी से निष्कासित कर दिया था। माफी मांगने पर उनकी वापसी हुई। पूर्व सांसद विनोद साहू को भी दोबारा पार्टी में ले लिया गया है। इकबाल अंसारी सपा में शामिल हो गए।", []string{"join सीमा रावत: > BSP done, return", "expulsion सीमा रावत: BSP done, background", "join विनोद साहू: > BSP done, return", "join इकबाल अंसारी: > SP done"}},
		{"of a coalition's government", "", "सपा-बसपा सरकार के मंत्री रहे विनोद साहू कांग्रेस में शामिल हो गए।", []string{"join विनोद साहू: > INC done"}},
		{"that others are put out of", "", "अनुशासन तोड़ने वालों पर तलवार चली। विधायक विनोद साहू को बाहर का रास्ता दिखाया गया है। इकबाल अंसारी की भी बसपा से छुट्टी कर दी गई।", []string{"expulsion विनोद साहू: BSP done", "expulsion इकबाल अंसारी: BSP done"}},
		{"the wing that somebody leads", "", "विनोद साहू शरद पवार के नेतृत्व वाले गुट में शामिल हो गए।", []string{"join विनोद साहू: > NCPSP done"}},
		{"of the leader one is close to", "", "राजद प्रमुख इकबाल अंसारी के सबसे करीबी माने जाने वाले विनोद साहू भाजपा में शामिल हो गए।", []string{"switch विनोद साहू: RJD done > BJP done"}},
		{"not of the independent before him", "", "निर्दलीय विधायक विनोद साहू और पूर्व जिलाध्यक्ष सीमा रावत भाजपा में शामिल हो गए।", []string{"switch विनोद साहू: IND done > BJP done", "join सीमा रावत: > BJP done"}},
		{"a district's council is none", "", "जौनपुर जिला विकास परिषद (डीडीसी) के सदस्य विनोद साहू भाजपा में शामिल हो गए।", []string{"join विनोद साहू: > BJP done"}},
		{"the one struck in the title", "सपा को झटका", "पूर्व विधायक विनोद साहू ने पार्टी छोड़ दी।", []string{"exit विनोद साहू: SP done"}},
	})
}

// A role without a name, and a part of a name, are somebody named elsewhere.
func TestRolesAndShortNames(t *testing.T) {
	checkArticles(t, []article{
		{"initials that the title leaves out", "विनोद साहू ने छोड़ी सपा", "पूर्व मंत्री के. विनोद साहू ने सपा छोड़ दी।",
			[]string{"exit के. विनोद साहू: SP done"}},
		{"a surname, of the one named in full just before", "विनोद साहू को झटका", "बसपा प्रमुख विनोद साहू नाराज हैं। बसपा ने विधायक गोपाल साहू को निष्कासित किया था। साहू बाद में सपा में चले गए।",
			[]string{"switch गोपाल साहू: BSP done > SP done", "expulsion गोपाल साहू: BSP done, background"}},
		{"an office in the title is nobody of whom the text tells no move", "पूर्व विधायक बेटों समेत भाजपा में", "विधायक रहे गोपाल कोरी के समधी विनोद साहू ने भाजपा ज्वाइन कर ली।",
			[]string{"join विनोद साहू: > BJP done"}},
		{"an office before the place that is its holder's", "", "कांग्रेस के विनोद साहू मुख्यमंत्री आवास पर भाजपा में शामिल हुए।",
			[]string{"switch विनोद साहू: INC done > BJP done"}},
		{"her husband, whose name she bears", "", "पंचायत अध्यक्ष राधा सुधीर पटेल सपा में शामिल हो गई हैं। कांग्रेस नेता सुधीर पटेल ने भी सपा ज्वाइन कर ली है।",
			[]string{"join राधा सुधीर पटेल: > SP done", "switch सुधीर पटेल: INC done > SP done"}},
		{"the role of one named before", "", "पूर्व विधायक विनोद साहू नाराज थे। रविवार को पूर्व विधायक ने सपा छोड़ दी।", []string{"exit विनोद साहू: SP done"}},
		{"a lead that names him later", "", "पूर्व विधायक ने रविवार को सपा छोड़ दी। पूर्व विधायक विनोद साहू ने कहा कि लड़ाई जारी रहेगी।", []string{"exit विनोद साहू: SP done"}},
		{"a title's role", "पूर्व विधायक ने छोड़ी सपा", "पूर्व विधायक विनोद साहू ने रविवार को सपा से इस्तीफा दे दिया।", []string{"exit विनोद साहू: SP done"}},
		{"a surname", "", "पूर्व विधायक विनोद साहू ने सपा छोड़ दी। साहू ने भाजपा की सदस्यता ले ली।", []string{"switch विनोद साहू: SP done > BJP done"}},
		{"a surname with श्री", "", "पूर्व विधायक विनोद साहू ने सपा छोड़ दी। श्री साहू ने भाजपा की सदस्यता ले ली।", []string{"switch विनोद साहू: SP done > BJP done"}},
		{"a first name", "", "पूर्व विधायक विनोद साहू ने सपा छोड़ दी। विनोद ने भाजपा की सदस्यता ले ली।", []string{"switch विनोद साहू: SP done > BJP done"}},
		{"a title's surname", "साहू ने थामा भाजपा का दामन", "सपा के पूर्व विधायक विनोद साहू रविवार को भाजपा में शामिल हो गए।", []string{"switch विनोद साहू: SP done > BJP done"}},
		{"a middle name left out", "", "पूर्व विधायक विनोद कुमार साहू ने सपा छोड़ दी। विनोद साहू भाजपा में शामिल हो गए।", []string{"switch विनोद कुमार साहू: SP done > BJP done"}},
		{"another spelling", "", "पूर्व विधायक बलवीर मौर्य ने सपा छोड़ दी। बलबीर मौर्या भाजपा में शामिल हो गए।", []string{"switch बलवीर मौर्य: SP done > BJP done"}},
		{"two of one surname are two", "", "विनोद साहू ने सपा छोड़ दी। प्रकाश साहू ने बसपा छोड़ दी।", []string{"exit विनोद साहू: SP done", "exit प्रकाश साहू: BSP done"}},
		{"सिंह alone identifies nobody", "", "विनोद सिंह ने सपा छोड़ दी। रामबरन सिंह ने बसपा छोड़ दी।", []string{"exit विनोद सिंह: SP done", "exit रामबरन सिंह: BSP done"}},
	})
}

func TestAliases(t *testing.T) {
	moves, _ := readMoves("साहू ने छोड़ी सपा", "पूर्व विधायक विनोद कुमार साहू उर्फ बबलू ने सपा छोड़ दी। विनोद साहू भाजपा में जाएंगे।", "")
	if len(moves) != 1 {
		t.Fatalf("%d moves", len(moves))
	}
	for _, want := range []string{"बबलू", "साहू", "विनोद साहू"} {
		if !slices.Contains(moves[0].Entity.Aliases, want) {
			t.Errorf("aliases %q lack %q", moves[0].Entity.Aliases, want)
		}
	}
}

// Those who admit, attend or speak of a move do not make it.
func TestBystanders(t *testing.T) {
	checkArticles(t, []article{
		{"the receiver", "", "सांसद सीमा रावत की मौजूदगी में विनोद साहू ने भाजपा की सदस्यता ली।", []string{"join विनोद साहू: > BJP done"}},
		{"the causer", "", "जिलाध्यक्ष सीमा रावत ने विनोद साहू को भाजपा में शामिल कराया।", []string{"join विनोद साहू: > BJP done"}},
		{"the commentator", "", "विनोद साहू ने सपा छोड़ दी। विधायक सीमा रावत ने कहा कि इससे फर्क नहीं पड़ेगा।", []string{"exit विनोद साहू: SP done"}},
		{"the addressee", "", "विनोद साहू ने सपा से अपना इस्तीफा प्रदेश अध्यक्ष सीमा रावत को भेज दिया।", []string{"exit विनोद साहू: SP done"}},
		{"who brings him home", "", "विनोद साहू सपा छोड़ बसपा के हो गए। बसपा प्रत्याशी सीमा रावत ने उन्हें पार्टी का पटका पहनाकर घर वापसी करवाई।", []string{"switch विनोद साहू: SP done > BSP done"}},
		{"whose party it is", "", "विनोद साहू ने एकनाथ शिंदे की शिवसेना में प्रवेश किया।", []string{"join विनोद साहू: > SHS done"}},
		{"a title's second clause", "भाजपा में लौटे विनोद साहू, सीमा रावत ने दिलाई सदस्यता", "विनोद साहू की भाजपा में वापसी हो गई है।", []string{"join विनोद साहू: > BJP done, return"}},
		{"before whom it is done", "विनोद कुमार साहू स्टालिन की मौजूदगी में द्रमुक में शामिल", "विनोद कुमार साहू ने द्रमुक का दामन थाम लिया।", []string{"join विनोद कुमार साहू: > DMK done"}},
		{"who only is there", "", "विनोद साहू ने भाजपा की सदस्यता ली। सीमा रावत भी मौजूद थीं, जो कुछ ही हफ्ते पहले कांग्रेस छोड़ भाजपा में आई हैं।", []string{"join विनोद साहू: > BJP done", "switch सीमा रावत: INC done > BJP done, background"}},
		{"put out of a gate", "", "विनोद साहू ने भाजपा की सदस्यता ली। कार्यकर्ताओं ने दोनों भाइयों को गेट से बाहर कर दिया।", []string{"join विनोद साहू: > BJP done"}},
		{"who is quoted", "'अर्थी भी झंडे में जाएगी', कांग्रेस में जाने की चर्चा पर भड़के विनोद साहू", "चर्चा थी कि भाजपा विधायक विनोद साहू कांग्रेस में जाएंगे। विनोद साहू ने कहा कि वह कहीं नहीं जा रहे।", []string{"switch विनोद साहू: BJP denied > INC denied"}},
		{"those present", "", "विनोद साहू ने भाजपा की सदस्यता ली। इस मौके पर सीमा रावत और इकबाल अंसारी मौजूद थे।", []string{"join विनोद साहू: > BJP done"}},
	})
}

func FuzzRead(f *testing.F) {
	f.Add("सपा को झटका, विनोद साहू भाजपा में", "लखनऊ। पूर्व विधायक विनोद साहू ने सपा छोड़ दी। उन्होंने भाजपा की सदस्यता ली।")
	f.Add("", "इनमें विनोद साहू, सीमा रावत और 20 कार्यकर्ता शामिल हैं। दोनों ने पार्टी छोड़ दी।\n• वार्ड 2 से इकबाल अंसारी\n• सीमा रावत")
	f.Add("पार्टी का पार्टी में विलय", "सपा का भाजपा में विलय हो गया। 2012 में वह बसपा छोड़कर आए थे। क्या वे लौटेंगे?")
	f.Add("", "उन्होंने छोड़ दी। तीनों ने छोड़ दी। जिन्होंने पार्टी से पार्टी को पार्टी में शामिल")
	f.Fuzz(func(t *testing.T, title, text string) {
		moves, texts := readMoves(title, text, "2024-03-20")
		for _, m := range moves {
			if m.Left == nil && m.Joined == nil {
				t.Fatalf("a move without a leg: %s", moveText(&m))
			}
			var spans []Span
			for _, l := range []*Leg{m.Left, m.Joined} {
				if l == nil {
					continue
				}
				if l.Party == "" || !slices.Contains([]string{"done", "announced", "rumoured", "denied"}, l.Status) {
					t.Fatalf("a leg of party %q with status %q", l.Party, l.Status)
				}
				spans = append(spans, l.Span)
			}
			for _, s := range append(spans, m.WhoSpan) {
				if s.First < 0 || s.Last <= s.First || s.Last > len(texts[s.In].Doc.Tokens) {
					t.Fatalf("span %+v of %d tokens in %s", s, len(texts[s.In].Doc.Tokens), moveText(&m))
				}
			}
		}
	})
}
