package discourse

import "testing"

// The legs that an article tells of one person are one move.
func TestLegsAreOneMove(t *testing.T) {
	checkArticles(t, []article{
		{"in one sentence", "", "विनोद साहू ने सपा छोड़कर भाजपा की सदस्यता ले ली।", []string{"switch विनोद साहू: SP done > BJP done"}},
		{"in two", "", "विनोद साहू ने सपा छोड़ दी। विनोद साहू भाजपा में शामिल हो गए।", []string{"switch विनोद साहू: SP done > BJP done"}},
		{"in the title and the body", "विनोद साहू ने छोड़ी सपा", "विनोद साहू रविवार को भाजपा में शामिल हो गए।", []string{"switch विनोद साहू: SP done > BJP done"}},
		{"told twice", "विनोद साहू ने छोड़ी सपा", "पूर्व विधायक विनोद साहू ने सपा छोड़ दी। विनोद साहू ने सपा से इस्तीफा दिया।", []string{"exit विनोद साहू: SP done"}},
		{"by symbols", "", "विनोद साहू ने ‘हाथ’ का साथ छोड़कर कमल थाम लिया।", []string{"switch विनोद साहू: INC done > BJP done"}},
		{"two people, two moves", "", "विनोद साहू सपा छोड़कर भाजपा में शामिल हो गए। सीमा रावत ने बसपा छोड़कर कांग्रेस का हाथ थाम लिया।", []string{"switch विनोद साहू: SP done > BJP done", "switch सीमा रावत: BSP done > INC done"}},
		{"a list, each a move", "", "विनोद साहू, सीमा रावत और इकबाल अंसारी सपा छोड़कर भाजपा में शामिल हो गए।", []string{"switch विनोद साहू: SP done > BJP done", "switch सीमा रावत: SP done > BJP done", "switch इकबाल अंसारी: SP done > BJP done"}},
	})
}

// A party in the role phrase is the one that is left.
func TestAffiliationIsLeft(t *testing.T) {
	checkArticles(t, []article{
		{"before the role", "", "बसपा नेता विनोद साहू सपा में शामिल हो गए।", []string{"switch विनोद साहू: BSP done > SP done"}},
		{"in the genitive", "", "कांग्रेस के पूर्व विधायक विनोद साहू भाजपा में शामिल हो गए।", []string{"switch विनोद साहू: INC done > BJP done"}},
		{"in brackets", "", "विधायक विनोद साहू (बसपा) सपा में शामिल हो गए।", []string{"switch विनोद साहू: BSP done > SP done"}},
		{"in the title", "बसपा नेता विनोद साहू सपा में शामिल", "पूर्व विधायक विनोद साहू रविवार को सपा में शामिल हो गए।", []string{"switch विनोद साहू: BSP done > SP done"}},
		{"the status is the joining's", "", "बसपा नेता विनोद साहू सपा में शामिल होंगे।", []string{"switch विनोद साहू: BSP announced > SP announced"}},
		{"of the unit of a place that no list has", "", "कांग्रेस की झालूपुर नगर इकाई के सचिव विनोद साहू भाजपा में शामिल हो गए।", []string{"switch विनोद साहू: INC done > BJP done"}},
		{"an office there", "", "कांग्रेस के झालूपुर ब्लॉक अध्यक्ष विनोद साहू भाजपा में शामिल हो गए।", []string{"switch विनोद साहू: INC done > BJP done"}},
		{"that a copula says to have been an unlisted name's", "", "विधायक सीमा रावत और तिलवानी बसपा में शामिल हो गए। सीमा रावत सपा में थीं और तिलवानी भी कांग्रेस के ही जिलाध्यक्ष थे।", []string{"switch सीमा रावत: SP done > BSP done", "switch तिलवानी: INC done > BSP done"}},
		{"that his group joined before, of whom he is one", "", "भाजपा के पांच पंचायत सदस्य रविवार को सपा में शामिल हुए थे। मंगलवार को इनमें से दो, विनोद साहू और सीमा रावत, फिर भाजपा में आ गए।",
			[]string{"switch भाजपा के पांच पंचायत सदस्य ×5: BJP done > SP done, background", "switch विनोद साहू: SP done > BJP done", "switch सीमा रावत: SP done > BJP done"}},
		{"under its other name in brackets", "", "विधायक विनोद साहू कांग्रेस में शामिल हो गए। साहू 2014 में टीडीपी के टिकट पर चुने गए थे लेकिन 2016 में टीआरएस (अब बीआरएस) में चले गए।",
			[]string{"switch विनोद साहू: BRS done > INC done", "switch विनोद साहू: TDP done > BRS done, background"}},
		{"that he is in for now", "", "विधायक विनोद साहू अगले महीने सपा में शामिल होंगे। साहू फिलहाल कांग्रेस में हैं।", []string{"switch विनोद साहू: INC announced > SP announced"}},
		{"the new party's officer joins from none", "", "विनोद साहू भाजपा में शामिल हो गए।", []string{"join विनोद साहू: > BJP done"}},
	})
	moves, _ := readMoves("", "बसपा नेता विनोद साहू सपा में शामिल हो गए।", "")
	if len(moves) != 1 || moves[0].Left.Basis != "affiliation" || moves[0].Joined.Basis != "stated" {
		t.Errorf("the bases are not affiliation and stated: %+v", moves)
	}
	moves, _ = readMoves("", "बसपा नेता विनोद साहू ने पार्टी छोड़ दी।", "")
	if len(moves) != 1 || moves[0].Left.Basis != "context" {
		t.Errorf("the basis of a resolved party is not context: %+v", moves)
	}
}

func TestKinds(t *testing.T) {
	checkArticles(t, []article{
		{"exit", "", "विनोद साहू ने सपा से इस्तीफा दे दिया।", []string{"exit विनोद साहू: SP done"}},
		{"join", "", "अभिनेता विनोद साहू भाजपा में शामिल हो गए।", []string{"join विनोद साहू: > BJP done"}},
		{"switch", "", "विनोद साहू सपा छोड़कर भाजपा में शामिल हो गए।", []string{"switch विनोद साहू: SP done > BJP done"}},
		{"expulsion", "", "बसपा ने विनोद साहू को निष्कासित कर दिया।", []string{"expulsion विनोद साहू: BSP done"}},
		{"suspension", "", "भाजपा ने विनोद साहू को निलंबित कर दिया।", []string{"suspension विनोद साहू: BJP done"}},
		{"expulsion of several", "", "सपा ने विनोद साहू और सीमा रावत को पार्टी से निकाल दिया।", []string{"expulsion विनोद साहू: SP done", "expulsion सीमा रावत: SP done"}},
		{"put out, then joined", "", "विनोद साहू को बसपा से निष्कासित किया गया था। विनोद साहू सपा में शामिल हो गए।", []string{"switch विनोद साहू: BSP done > SP done", "expulsion विनोद साहू: BSP done, background"}},
		{"put out, may join", "", "बसपा ने विनोद साहू को निष्कासित कर दिया। विनोद साहू के सपा में शामिल होने की चर्चा है।", []string{"expulsion विनोद साहू: BSP done > SP rumoured"}},
	})
}

func TestReturns(t *testing.T) {
	checkArticles(t, []article{
		{"homecoming", "", "विनोद साहू ने कांग्रेस में वापसी कर ली।", []string{"join विनोद साहू: > INC done, return"}},
		{"comes back", "", "विनोद साहू भाजपा छोड़कर सपा में लौट आए।", []string{"switch विनोद साहू: BJP done > SP done, return"}},
		{"joins again", "", "विनोद साहू फिर से सपा में शामिल हो गए।", []string{"join विनोद साहू: > SP done, return"}},
		{"a headline", "विनोद साहू की भाजपा में घर वापसी", "", []string{"join विनोद साहू: > BJP done, return"}},
		{"there and back in one sentence", "", "अकाली दल नेता विनोद साहू दोपहर में आप में शामिल हुए, लेकिन शाम को वे अकाली दल में लौट आए।", []string{"switch विनोद साहू: SAD done > AAP done", "switch विनोद साहू: AAP done > SAD done, return"}},
		{"long after", "", "सपा छोड़कर भाजपा में गए विनोद साहू की चार साल बाद सपा में वापसी हुई।", []string{"switch विनोद साहू: BJP done > SP done, return", "switch विनोद साहू: SP done > BJP done, background"}},
		{"a career behind the leaving", "", "विनोद साहू ने कांग्रेस छोड़ दी है।\n\nपहले वे लोकदल में थे। बाद में इनेलो का साथ छोड़ा और कांग्रेस के हो लिए।", []string{"exit विनोद साहू: INC done", "switch विनोद साहू: INLD done > INC done, background"}},
		{"a short stay", "", "विनोद साहू ने जजपा में शामिल होने के एक महीने बाद ही पार्टी को अलविदा कह दिया।", []string{"exit विनोद साहू: JJP done", "join विनोद साहू: > JJP done, background"}},
		{"no return", "", "विनोद साहू सपा में शामिल हो गए।", []string{"join विनोद साहू: > SP done"}},
	})
}

func TestGroups(t *testing.T) {
	checkArticles(t, []article{
		{"counted", "", "सपा के 200 कार्यकर्ताओं ने पार्टी छोड़ दी।", []string{"exit सपा के 200 कार्यकर्ताओं ×200: SP done"}},
		{"counted vaguely", "", "सैकड़ों कार्यकर्ताओं ने सपा छोड़ दी।", []string{"exit सैकड़ों कार्यकर्ताओं: SP done"}},
		{"two kinds counted", "", "सपा के 5 पार्षद और 12 सरपंच भाजपा में शामिल हो गए।", []string{"switch सपा के 5 पार्षद और 12 सरपंच ×17: SP done > BJP done"}},
		{"those included are not counted again", "", "7 सरपंच और 20 पंच समेत 300 कांग्रेसी भाजपा में शामिल हो गए।", []string{"switch 7 सरपंच और 20 पंच समेत 300 कांग्रेसी ×300: INC done > BJP done"}},
		{"not who a hall is called after", "", "कांग्रेसियों का एक जत्था रायपुर पहुंचा और महेश तिलव परिसर में भाजपा का दामन थाम लिया।", nil},
		{"a demonym", "", "50 कांग्रेसी भाजपा में शामिल हो गए।", []string{"switch 50 कांग्रेसी ×50: INC done > BJP done"}},
		{"a named head and a count", "", "विनोद साहू समेत 12 पार्षदों ने सपा छोड़ दी।", []string{"exit विनोद साहू: SP done", "exit 12 पार्षदों ×12: SP done"}},
		{"supporters in company are no record", "", "विनोद साहू ने अपने 50 समर्थकों के साथ सपा छोड़ दी।", []string{"exit विनोद साहू: SP done"}},
		{"those counted are named", "तीन पार्षदों ने छोड़ी सपा", "पार्षद विनोद साहू, सीमा रावत और इकबाल अंसारी ने सपा छोड़ दी।", []string{"exit विनोद साहू: SP done", "exit सीमा रावत: SP done", "exit इकबाल अंसारी: SP done"}},
		{"counted twice", "सपा के 200 कार्यकर्ताओं ने छोड़ी पार्टी", "सपा के 200 कार्यकर्ताओं ने रविवार को पार्टी छोड़ दी।", []string{"exit सपा के 200 कार्यकर्ताओं ×200: SP done"}},
		{"nobody in particular", "", "कई नेता पार्टी छोड़ चुके हैं।", nil},
	})
}

func TestMergers(t *testing.T) {
	checkArticles(t, []article{
		{"done", "", "रालोसपा का जदयू में विलय हो गया।", []string{"switch रालोसपा: RLSP done > JDU done"}},
		{"to come", "", "रालोसपा का जदयू में विलय होगा।", []string{"switch रालोसपा: RLSP announced > JDU announced"}},
	})
}

// Articles with a trigger and no move.
func TestNoMove(t *testing.T) {
	checkArticles(t, []article{
		{"the head of another party leaves an alliance", "", "सुभासपा के राष्ट्रीय अध्यक्ष विनोद साहू ने भाजपा का साथ छोड़ दिया।", nil},
		{"a post", "", "सपा नेता विनोद साहू ने जिलाध्यक्ष पद से इस्तीफा दे दिया।", nil},
		{"a House", "", "सपा विधायक विनोद साहू ने विधानसभा की सदस्यता से इस्तीफा दे दिया।", nil},
		{"a rally", "", "सपा विधायक विनोद साहू भाजपा की रैली में शामिल हुए।", nil},
		{"a club", "", "विनोद साहू ने क्लब की सदस्यता ली।", nil},
		{"all but one", "", "भाजपा को छोड़कर सभी दलों ने बैठक में हिस्सा लिया।", nil},
		{"parties among themselves", "", "रालोद ने सपा का साथ छोड़ दिया।", nil},
		{"a resignation from nothing", "", "प्रदेश अध्यक्ष विनोद साहू ने इस्तीफा दे दिया।", nil},
	})
}

// What is told of one day, and what only looks like one move.
func TestThereAndBack(t *testing.T) {
	checkArticles(t, []article{
		{"back the same day", "", "कांग्रेस पार्षद विनोद साहू शुक्रवार को भाजपा में शामिल हो गए। शनिवार को विनोद साहू कांग्रेस में लौट आए।",
			[]string{"switch विनोद साहू: INC done > BJP done", "switch विनोद साहू: BJP done > INC done, return"}},
		{"a suspension ended, and who takes back told behind", "", "विनोद साहू का निलंबन समाप्त कर उन्हें सपा में वापस ले लिया गया।",
			[]string{"join विनोद साहू: > SP done, return", "suspension विनोद साहू: SP done, background"}},
		{"one put out comes home", "", "निष्कासित नेता विनोद साहू की सपा में वापसी हो गई।",
			[]string{"join विनोद साहू: > SP done, return", "expulsion विनोद साहू: SP done, background"}},
		{"after whom he goes too", "", "सीमा रावत के बाद अब विनोद साहू ने भी सपा छोड़ दी।", []string{"exit विनोद साहू: SP done", "exit सीमा रावत: SP done, background"}},
		{"after whom a party is struck once more", "", "सीमा रावत के बाद सपा को एक और झटका लगा है। विनोद साहू सपा छोड़ भाजपा में शामिल हो गए।", []string{"switch विनोद साहू: SP done > BJP done", "exit सीमा रावत: SP done, background"}},
		{"after an election", "", "चुनाव के बाद अब विनोद साहू ने भी सपा छोड़ दी।", []string{"exit विनोद साहू: SP done"}},
		{"home to what its sentence left", "", "सपा छोड़कर भाजपा में गए विनोद साहू ने रविवार को घर वापसी कर ली।",
			[]string{"switch विनोद साहू: BJP done > SP done, return", "switch विनोद साहू: SP done > BJP done, background"}},
		{"suspended, and says where he goes", "", "कांग्रेस ने विधायक विनोद साहू को निलंबित कर दिया। विनोद साहू ने कहा कि वह भाजपा में शामिल होंगे।",
			[]string{"suspension विनोद साहू: INC done", "switch विनोद साहू: INC done > BJP announced"}},
		{"as many, with and without where", "सपा के 40 कार्यकर्ताओं ने छोड़ी पार्टी", "सपा के 40 परिवार भाजपा में शामिल हो गए।",
			[]string{"switch सपा के 40 परिवार ×40: SP done > BJP done"}},
		{"many, of their own sentence", "", "सीमा रावत और रमेश दुबे सपा के विधायक हैं। विनोद साहू और इकबाल अंसारी को टिकट नहीं मिला तो दोनों ने सपा छोड़ दी।", []string{"exit विनोद साहू: SP done", "exit इकबाल अंसारी: SP done"}},
		{"the party left is not the one joined", "", "पूर्व सांसद विनोद साहू भाजपा में शामिल हो गए। रविवार को कांग्रेस की खींचतान से नाराज होकर उन्होंने पार्टी से इस्तीफा दिया था।", []string{"switch विनोद साहू: INC done > BJP done"}},
		{"a party and its clipping", "", "तिलव सेवा पार्टी (टीएसपी) के विनोद साहू भाजपा में शामिल हो गए।", []string{"switch विनोद साहू: तिलव सेवा पार्टी done > BJP done"}},
		{"initials behind के", "", "तिलवापुर के पी आई दुबे ने सपा छोड़ दी।", []string{"exit पी आई दुबे: SP done"}},
		{"a headline that ends with where", "पूर्व मंत्री विनोद साहू सपा छोड़ भाजपा में", "", []string{"switch विनोद साहू: SP done > BJP done"}},
		{"a count of a headline", "सपा पार्षद विनोद साहू और सीमा रावत भाजपा में, एक निलंबित", "", []string{"switch विनोद साहू: SP done > BJP done", "switch सीमा रावत: SP done > BJP done"}},
		{"only the party left is in the lead", "", "दलित समाज के नेतृत्व ने छोड़ी सपा\n\nपूर्व मंत्री विनोद साहू ने भाजपा का दामन थाम लिया।", []string{"switch विनोद साहू: SP done > BJP done"}},
	})
}

// Confidence falls with each doubt.
func TestConfidence(t *testing.T) {
	sure := "सपा विधायक विनोद साहू ने सपा छोड़कर भाजपा का दामन थाम लिया।"
	confidence := func(text string) float64 {
		t.Helper()
		moves, _ := readMoves("", text, "2024-03-20")
		if len(moves) == 0 {
			t.Fatalf("%s: no move", text)
		}
		return moves[0].Confidence
	}
	best := confidence(sure)
	if best != surest {
		t.Errorf("%s: %v, not %v", sure, best, surest)
	}
	for _, c := range []struct{ doubt, text string }{
		{"a pronoun", "विनोद साहू सपा विधायक हैं। उन्होंने सपा छोड़कर भाजपा का दामन थाम लिया।"},
		{"not done", "सपा विधायक विनोद साहू सपा छोड़कर भाजपा में शामिल होंगे।"},
		{"a name of one word", "सपा विधायक विनोद ने सपा छोड़कर भाजपा का दामन थाम लिया।"},
		{"a group", "सपा के 12 विधायकों ने सपा छोड़कर भाजपा का दामन थाम लिया।"},
		{"three parties", sure + " पार्षद सीमा रावत ने बसपा छोड़ दी।"},
		{"an exit", "सपा विधायक विनोद साहू ने सपा छोड़ दी।"},
		{"a join beside another party", "विनोद साहू भाजपा में शामिल हो गए। सपा ने कुछ नहीं कहा।"},
	} {
		if got := confidence(c.text); got >= best {
			t.Errorf("%s: %s: %v, no less than %v", c.doubt, c.text, got, best)
		}
	}
}
