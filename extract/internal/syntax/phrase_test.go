package syntax

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/dalbadal/dalbadal/extract/internal/calendar"
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
	data "github.com/dalbadal/dalbadal/extract/lexicon"
)

// testParser is the parser with the built-in grammar and lexicon.
var testParser = sync.OnceValue(func() *Parser {
	must := func(err error) {
		if err != nil {
			panic(err)
		}
	}
	grammar, err := LoadGrammar(data.FS, "grammar.yaml")
	must(err)
	lex, err := lexicon.Load()
	must(err)
	raw, err := fs.ReadFile(data.FS, "time.yaml")
	must(err)
	words, err := calendar.Load(raw)
	must(err)
	return &Parser{Grammar: grammar, Lexicon: lex, Words: words}
})

func parse(text string) (*devanagari.Document, []Sentence) {
	doc := devanagari.Parse(text)
	return doc, testParser().Parse(doc, NewKnown(""))
}

// personText writes a person as "role: name उर्फ alias [parties] @place/relation", a group as
// "words ×count", with ×? where it is counted only vaguely.
func personText(doc *devanagari.Document, p *Person) string {
	slice := func(first, last int) string {
		if last <= first {
			return ""
		}
		return doc.Slice(first, last)
	}
	s := p.Name
	switch {
	case p.Group:
		s = slice(p.GroupFirst, p.GroupLast)
		if p.Count > 0 {
			s += fmt.Sprintf(" ×%d", p.Count)
		}
		if p.Vague {
			s += " ×?"
		}
	case p.RoleLast > p.RoleFirst:
		s = strings.TrimSpace(slice(p.RoleFirst, p.RoleLast) + ": " + s)
	}
	if p.Alias != "" {
		s += " उर्फ " + p.Alias
	}
	for _, a := range p.Affiliations {
		id := a.Party
		if a.Generic {
			id = "पार्टी"
		}
		s += " [" + id + "]"
	}
	for _, pl := range p.Places {
		s += " @" + pl.Name + "/" + pl.Relation
	}
	return s
}

// phraseText writes a phrase as its head and, in angle brackets, its case: "party BJP <में>". What
// belongs to it by का stands in round brackets before it.
func phraseText(doc *devanagari.Document, ph *Phrase) string {
	var s string
	switch ph.Head {
	case PartyHead:
		s = "party " + ph.Party.ID
		if ph.Party.Symbol {
			s = "symbol " + ph.Party.ID
		}
	case PartyWord:
		s = "पार्टी"
		if ph.Own {
			s = "own पार्टी"
		}
	case Persons:
		var names []string
		for i := range ph.Persons {
			names = append(names, personText(doc, &ph.Persons[i]))
		}
		s = strings.Join(names, " + ")
	case PlaceHead:
		s = "place " + ph.Place.Name
	case PronounHead:
		s = "pronoun"
	case HostHead:
		s = "host " + doc.Slice(ph.First, ph.Last)
	default:
		s = "noun " + doc.Slice(ph.First, ph.Last)
	}
	for i := len(ph.Of) - 1; i >= 0; i-- {
		if ph.Head != Persons {
			s = "(" + phraseText(doc, ph.Of[i]) + ") " + s
		}
	}
	if ph.Case != Bare {
		s += " <" + ph.Case.String() + ">"
	}
	return s
}

func phrases(text string) (out []string) {
	doc, sentences := parse(text)
	for _, s := range sentences {
		for _, it := range s.Items {
			if it.Kind == PhraseItem {
				out = append(out, phraseText(doc, it.Phrase))
			}
		}
	}
	return out
}

// persons lists the persons of a text.
func persons(text string) (out []string) {
	doc, sentences := parse(text)
	for _, s := range sentences {
		for _, it := range s.Items {
			if it.Kind != PhraseItem {
				continue
			}
			for i := range it.Phrase.Persons {
				out = append(out, personText(doc, &it.Phrase.Persons[i]))
			}
		}
	}
	return out
}

func TestCaseMarkers(t *testing.T) {
	for _, c := range []struct {
		marker string
		want   Case
	}{
		{"ने", Ne}, {"को", Ko}, {"से", Se}, {"में", Me}, {"मे", Me}, {"पर", Par}, {"तक", Tak},
		{"द्वारा", Dwara}, {"के द्वारा", Dwara}, {"की ओर से", Dwara}, {"के साथ", Saath}, {"के संग", Saath},
		{"के समक्ष", Samaksh}, {"के सामने", Samaksh}, {"की मौजूदगी में", Samaksh}, {"की उपस्थिति में", Samaksh}, {"की अध्यक्षता में", Samaksh},
		{"के नेतृत्व में", Netritva}, {"की अगुवाई में", Netritva}, {"के बाद", Baad}, {"से पहले", Pahle}, {"के लिए", Lie}, {"के लिये", Lie},
		{"के खिलाफ", Khilaf}, {"के ख़िलाफ़", Khilaf}, {"के विरोध में", Khilaf}, {"समेत", Samet}, {"सहित", Samet}, {"के अलावा", Alava},
		{"के अनुसार", Anusar}, {"के मुताबिक", Anusar}, {"की तरह", Anya}, {"को लेकर", Anya},
		{"ने भी", Ne}, {"ने ही", Ne}, {"को भी", Ko}, {"के साथ ही", Saath},
	} {
		in := "पूर्व विधायक विनोद साहू " + c.marker + " रविवार को सभा हुई।"
		t.Run(c.marker, func(t *testing.T) {
			_, sentences := parse(in)
			ph := sentences[0].Items[0].Phrase
			if ph == nil || ph.Head != Persons {
				t.Fatalf("%s: no person at its head: %q", in, phrases(in))
			}
			if ph.Case != c.want {
				t.Errorf("%s: case %s, want %s", in, ph.Case, c.want)
			}
		})
	}
}

func TestPhrases(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"who and the party", "विनोद साहू ने सपा छोड़ दी।", []string{"विनोद साहू <ने>", "party SP"}},
		{"in any order", "सपा को विनोद साहू ने छोड़ दिया।", []string{"party SP <को>", "विनोद साहू <ने>"}},
		{"a genitive belongs to what follows", "विनोद साहू ने बसपा का दामन थामा।", []string{"विनोद साहू <ने>", "(party BSP <का>) host दामन"}},
		{"a genitive past an adjective", "विनोद साहू ने बसपा की प्राथमिक सदस्यता छोड़ी।", []string{"विनोद साहू <ने>", "(party BSP <का>) host प्राथमिक सदस्यता"}},
		{"a chain of genitives", "विनोद साहू ने सपा के कुनबे की सदस्यता छोड़ी।", []string{"विनोद साहू <ने>", "((party SP <का>) noun कुनबे <का>) host सदस्यता"}},
		{"the party itself", "विनोद साहू ने पार्टी से इस्तीफा दे दिया।", []string{"विनोद साहू <ने>", "पार्टी <से>", "host इस्तीफा"}},
		{"one's own party", "विनोद साहू ने अपनी पार्टी छोड़ दी।", []string{"विनोद साहू <ने>", "(pronoun <का>) own पार्टी"}},
		{"another thing of the party's", "विनोद साहू पार्टी लाइन से हट गए।", []string{"विनोद साहू", "noun पार्टी लाइन <से>"}},
		{"a party's name and its clipping", "विनोद साहू राष्ट्रीय जनता दल (राजद) में शामिल हुए।", []string{"विनोद साहू", "party RJD <में>", "host शामिल"}},
		{"a particle before the marker", "विनोद साहू ने सपा से भी इस्तीफा दिया।", []string{"विनोद साहू <ने>", "party SP <से>", "host इस्तीफा"}},
		{"a pronoun with its case", "उन्होंने सपा छोड़ दी।", []string{"pronoun <ने>", "party SP"}},
		{"a pronoun's own postposition", "उनके साथ विनोद साहू भी आए।", []string{"pronoun <साथ>", "विनोद साहू"}},
		{"in a pronoun's presence", "उनके समक्ष विनोद साहू ने सपा छोड़ी।", []string{"pronoun <समक्ष>", "विनोद साहू <ने>", "party SP"}},
		{"people pointed back at", "दोनों नेताओं ने सपा छोड़ दी।", []string{"दोनों नेताओं ×2 <ने>", "party SP"}},
		{"a count alone", "दोनों ने सपा छोड़ दी।", []string{"pronoun <ने>", "party SP"}},
		{"posts", "विनोद साहू ने सभी पदों से इस्तीफा दिया।", []string{"विनोद साहू <ने>", "noun सभी पदों <से>", "host इस्तीफा"}},
		{"a party's office is no party", "विनोद साहू भाजपा कार्यालय पहुंचे।", []string{"विनोद साहू", "(party BJP <का>) noun भाजपा कार्यालय"}},
		{"a place", "विनोद साहू लखनऊ में बोले।", []string{"विनोद साहू", "place लखनऊ <में>"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := phrases(c.in); !slices.Equal(got, c.want) {
				t.Errorf("%s\n got  %q\n want %q", c.in, got, c.want)
			}
		})
	}
}

// checkFirst holds the first phrase of a text to what is wanted.
func checkFirst(t *testing.T, in, want string) {
	t.Helper()
	if got := phrases(in); len(got) == 0 || got[0] != want {
		t.Errorf("%s\n got  %q\n want %q first", in, got, want)
	}
}

// A list of people is one phrase; the case at its end holds for all of them.
func TestLists(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"two with और", "विनोद साहू और सीमा रावत ने सपा छोड़ दी।", "विनोद साहू + सीमा रावत <ने>"},
		{"two with व", "विनोद साहू व सीमा रावत ने सपा छोड़ दी।", "विनोद साहू + सीमा रावत <ने>"},
		{"two with एवं", "विनोद साहू एवं सीमा रावत ने सपा छोड़ दी।", "विनोद साहू + सीमा रावत <ने>"},
		{"two with तथा", "विनोद साहू तथा सीमा रावत ने सपा छोड़ दी।", "विनोद साहू + सीमा रावत <ने>"},
		{"three", "विनोद साहू, सीमा रावत और इकबाल अंसारी ने सपा छोड़ दी।", "विनोद साहू + सीमा रावत + इकबाल अंसारी <ने>"},
		{"a comma before और", "विनोद साहू, सीमा रावत, और इकबाल अंसारी ने सपा छोड़ दी।", "विनोद साहू + सीमा रावत + इकबाल अंसारी <ने>"},
		{"bare", "विनोद साहू, सीमा रावत और इकबाल अंसारी भाजपा में शामिल हुए।", "विनोद साहू + सीमा रावत + इकबाल अंसारी"},
		{"with roles", "विधायक विनोद साहू, पूर्व सांसद सीमा रावत और पार्षद इकबाल अंसारी को भाजपा में शामिल किया गया।", "विधायक: विनोद साहू + पूर्व सांसद: सीमा रावत + पार्षद: इकबाल अंसारी <को>"},
		{"one समेत a group", "विनोद साहू समेत 12 पार्षदों ने सपा छोड़ दी।", "विनोद साहू + 12 पार्षदों ×12 <ने>"},
		{"two समेत a group", "विनोद साहू और सीमा रावत समेत 12 पार्षदों ने सपा छोड़ दी।", "विनोद साहू + सीमा रावत + 12 पार्षदों ×12 <ने>"},
		{"सहित", "विनोद साहू सहित कई पार्षदों ने सपा छोड़ दी।", "विनोद साहू + कई पार्षदों ×? <ने>"},
		{"names in apposition to a count", "तीन पार्षदों विनोद साहू, सीमा रावत और इकबाल अंसारी ने सपा छोड़ दी।", "विनोद साहू + सीमा रावत + इकबाल अंसारी <ने>"},
		{"a tail", "विनोद साहू, सीमा रावत आदि ने सपा छोड़ दी।", "विनोद साहू + सीमा रावत <ने>"},
		{"ordinary words in a list", "विनोद साहू, साधु चरण और सीमा रावत ने सपा छोड़ दी।", "विनोद साहू + साधु चरण + सीमा रावत <ने>"},
	} {
		t.Run(c.name, func(t *testing.T) { checkFirst(t, c.in, c.want) })
	}
}

// A list does not run past a case marker.
func TestSeparatePeople(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"विनोद साहू ने सीमा रावत को सदस्यता दिलाई।", []string{"विनोद साहू <ने>", "सीमा रावत <को>", "host सदस्यता"}},
		{"विनोद साहू के साथ सीमा रावत भी आईं।", []string{"विनोद साहू <साथ>", "सीमा रावत"}},
		{"सांसद विनोद साहू की मौजूदगी में सीमा रावत ने सपा छोड़ी।", []string{"सांसद: विनोद साहू <समक्ष>", "सीमा रावत <ने>", "party SP"}},
		{"विनोद साहू के बाद सीमा रावत ने सपा छोड़ी।", []string{"विनोद साहू <बाद>", "सीमा रावत <ने>", "party SP"}},
	} {
		if got := phrases(c.in); !slices.Equal(got, c.want) {
			t.Errorf("%s\n got  %q\n want %q", c.in, got, c.want)
		}
	}
}

func TestGroups(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a number", "200 कार्यकर्ताओं ने सपा छोड़ दी।", "200 कार्यकर्ताओं ×200 <ने>"},
		{"Devanagari digits", "२५ कार्यकर्ताओं ने सपा छोड़ दी।", "२५ कार्यकर्ताओं ×25 <ने>"},
		{"a number word", "पांच पार्षदों ने सपा छोड़ दी।", "पांच पार्षदों ×5 <ने>"},
		{"a dozen", "एक दर्जन पार्षदों ने सपा छोड़ दी।", "एक दर्जन पार्षदों ×12 <ने>"},
		{"dozens", "दर्जनों पार्षदों ने सपा छोड़ दी।", "दर्जनों पार्षदों ×? <ने>"},
		{"half hundreds", "डेढ़ सौ समर्थकों ने सपा छोड़ दी।", "डेढ़ सौ समर्थकों ×150 <ने>"},
		{"hundreds", "सैकड़ों कार्यकर्ताओं ने सपा छोड़ दी।", "सैकड़ों कार्यकर्ताओं ×? <ने>"},
		{"some", "कई पदाधिकारियों ने सपा छोड़ दी।", "कई पदाधिकारियों ×? <ने>"},
		{"others", "सात अन्य पदाधिकारियों ने सपा छोड़ दी।", "सात अन्य पदाधिकारियों ×7 <ने>"},
		{"families", "40 परिवारों ने सपा छोड़ दी।", "40 परिवारों ×40 <ने>"},
		{"a demonym", "सैकड़ों भाजपाई धरने पर बैठे।", "सैकड़ों भाजपाई ×? [BJP]"},
		{"whatever acts in the plural", "नामी चेहरों ने सपा छोड़ दी।", "नामी चेहरों <ने>"},
		{"a number that acts", "सात ने सपा छोड़ दी।", "सात ×7 <ने>"},
		{"of several kinds", "सभी पदाधिकारी, सरपंच और 20 कार्यकर्ता सपा में गए।", "सभी पदाधिकारी, सरपंच और 20 कार्यकर्ता ×20"},
		{"a demonym before its noun", "60 कांग्रेसी युवाओं ने सपा छोड़ दी।", "60 कांग्रेसी युवाओं ×60 [INC] <ने>"},
		{"without the nasal", "60 युवाओ ने सपा छोड़ दी।", "60 युवाओ ×60 <ने>"},
		{"past a particle", "सपा के भी दो पार्षदों ने इस्तीफा दिया।", "दो पार्षदों ×2 [SP] <ने>"},
		{"a counted demonym", "50 कांग्रेसी धरने पर बैठे।", "50 कांग्रेसी ×50 [INC]"},
		{"a party's", "सपा के चार पार्षदों ने इस्तीफा दिया।", "चार पार्षदों ×4 [SP] <ने>"},
		{"of the party", "पार्टी के चार पार्षदों ने इस्तीफा दिया।", "चार पार्षदों ×4 [पार्टी] <ने>"},
	} {
		t.Run(c.name, func(t *testing.T) { checkFirst(t, c.in, c.want) })
	}
}

// checkItems holds the invariants of every sentence: items stand in order, one after the other, inside the
// sentence, and so do the phrases in them.
func checkItems(t *testing.T, doc *devanagari.Document, sentences []Sentence) {
	t.Helper()
	for _, s := range sentences {
		at := s.First
		for _, it := range s.Items {
			if it.First < at || it.Last <= it.First || it.Last > s.Last {
				t.Fatalf("item [%d,%d) behind token %d of sentence [%d,%d) in %q", it.First, it.Last, at, s.First, s.Last, doc.Slice(s.First, s.Last))
			}
			at = it.Last
			if (it.Kind == PhraseItem) != (it.Phrase != nil) {
				t.Fatalf("item of kind %d with phrase %v", it.Kind, it.Phrase)
			}
			if ph := it.Phrase; ph != nil && (ph.First < s.First || ph.Last < ph.First || ph.Last > s.Last || ph.End > s.Last) {
				t.Fatalf("phrase [%d,%d)-%d outside sentence [%d,%d) in %q", ph.First, ph.Last, ph.End, s.First, s.Last, doc.Slice(s.First, s.Last))
			}
		}
	}
}

func FuzzSentences(f *testing.F) {
	for _, s := range []string{
		"पूर्व विधायक विनोद साहू ने सपा छोड़कर भाजपा की सदस्यता ग्रहण की।",
		"इनमें विनोद साहू (बसपा), सीमा रावत उर्फ मुन्नी और 20 अन्य कार्यकर्ता शामिल हैं।",
		"लखनऊ। एस. पी. साहू 'बबलू' समेत तीन पार्षदों A, B और C ने ‘हाथ’ का साथ छोड़ा",
		"उनके साथ के के के की की ने ने में (((", "• वार्ड 7 से सीमा रावत\n• २५ लोग", "आप हम अपनी पार्टी अपना दल (एस",
		"'कमल' \"", "जद(यू के पूर्व", "\xff\xe0 का", "के. के. के", "से से से को को छोड़ छोड़ कर कर",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, title := range []bool{false, true} {
			doc := devanagari.Parse(text)
			for i := range doc.Sentences {
				if title {
					doc.Sentences[i].Block = devanagari.Title
				}
			}
			checkItems(t, doc, testParser().Parse(doc, NewKnown("")))
		}
	})
}
