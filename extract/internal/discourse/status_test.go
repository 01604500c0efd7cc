package discourse

import "testing"

// How far each leg has come.
func TestStatus(t *testing.T) {
	checkArticles(t, []article{
		{"who announces the party that he makes is in it", "", "विनोद साहू ने जदयू से अलग होने और अपनी नई पार्टी राष्ट्रीय जनसेवा दल बनाने की घोषणा कर दी।",
			[]string{"switch विनोद साहू: JDU done > राष्ट्रीय जनसेवा दल done"}},
		{"who will announce it is not yet", "", "विनोद साहू ने जदयू छोड़ दी है। वह राष्ट्रीय जनसेवा दल बनाने की घोषणा करेंगे।",
			[]string{"switch विनोद साहू: JDU done > राष्ट्रीय जनसेवा दल announced"}},
		{"a title without a verb, and a body that announces it", "विनोद साहू का आज भाजपा प्रवेश", "विनोद साहू शाम को भाजपा में शामिल होंगे।",
			[]string{"join विनोद साहू: > BJP announced"}},
		{"whoever resigns as one of a party, and may go to another, has left his own", "", "भाजपा के उपाध्यक्ष विनोद साहू ने इस्तीफा दे दिया है और चर्चा है कि वह कांग्रेस में जाएंगे।",
			[]string{"switch विनोद साहू: BJP done > INC rumoured"}},
		{"a letter's word is no hearsay", "", "भाजपा के पत्र में विनोद साहू को पार्टी से निष्कासित करने की बात कही गई है।",
			[]string{"expulsion विनोद साहू: BJP done"}},
		{"slander by opponents", "", "राकांपा विधायक विनोद साहू के पार्टी छोड़ने की अटकलें चल रही थीं। साहू ने कहा कि ये खबरें विरोधियों ने फैलाई हैं।",
			[]string{"exit विनोद साहू: NCP denied"}},
		{"who stands for his own party and no other", "", "सपा विधायक विनोद साहू के भाजपा में जाने की चर्चा है। साहू ने कहा कि वह सपा के टिकट पर ही चुनाव लड़ेंगे।",
			[]string{"switch विनोद साहू: SP denied > BJP denied"}},
		// done
		{"done", "", "विनोद साहू ने सपा छोड़ दी।", []string{"exit विनोद साहू: SP done"}},
		{"done already", "", "विनोद साहू सपा छोड़ चुके हैं।", []string{"exit विनोद साहू: SP done"}},
		{"who declares that he leaves has left", "", "विनोद साहू ने सपा छोड़ने का ऐलान कर दिया।", []string{"exit विनोद साहू: SP done"}},
		{"sources say it is done", "", "सूत्रों के अनुसार विनोद साहू ने सपा छोड़ दी है।", []string{"exit विनोद साहू: SP done"}},
		// announced
		{"future", "", "विनोद साहू सोमवार को भाजपा में शामिल होंगे।", []string{"join विनोद साहू: > BJP announced"}},
		{"declared", "", "विनोद साहू ने भाजपा में शामिल होने का ऐलान किया।", []string{"join विनोद साहू: > BJP announced"}},
		{"going to", "", "विनोद साहू भाजपा में शामिल होने जा रहे हैं।", []string{"join विनोद साहू: > BJP announced"}},
		{"left, and is to join", "", "विनोद साहू ने सपा छोड़ दी। वह सोमवार को भाजपा में शामिल होंगे।", []string{"switch विनोद साहू: SP done > BJP announced"}},
		// rumoured
		{"can", "", "सपा विधायक विनोद साहू भाजपा में शामिल हो सकते हैं।", []string{"switch विनोद साहू: SP rumoured > BJP rumoured"}},
		{"talk", "", "विनोद साहू के भाजपा में शामिल होने की चर्चा है।", []string{"join विनोद साहू: > BJP rumoured"}},
		{"talk of what will be", "", "चर्चा है कि विनोद साहू जल्द ही भाजपा का दामन थामेंगे।", []string{"join विनोद साहू: > BJP rumoured"}},
		{"sources on what will be", "", "सूत्रों के मुताबिक विनोद साहू भाजपा में शामिल होंगे।", []string{"join विनोद साहू: > BJP rumoured"}},
		{"it is believed", "", "माना जा रहा है कि विनोद साहू भाजपा में शामिल होंगे।", []string{"join विनोद साहू: > BJP rumoured"}},
		{"a question", "", "क्या विनोद साहू भाजपा में शामिल होंगे?", []string{"join विनोद साहू: > BJP rumoured"}},
		// denied
		{"refuted", "", "विनोद साहू ने भाजपा में शामिल होने की खबरों का खंडन किया।", []string{"join विनोद साहू: > BJP denied"}},
		{"rumoured, then negated", "", "विनोद साहू के सपा छोड़ने की चर्चा थी। विनोद साहू ने कहा कि वह सपा नहीं छोड़ेंगे।", []string{"exit विनोद साहू: SP denied"}},
		{"taken back by the next sentence", "", "चर्चा है कि विनोद साहू भाजपा में शामिल होंगे। विनोद साहू ने इन खबरों को सिरे से खारिज किया।", []string{"join विनोद साहू: > BJP denied"}},
		{"goes nowhere", "", "विनोद साहू के सपा छोड़ने की चर्चा थी। विनोद साहू ने कहा कि वह कहीं नहीं जा रहे।", []string{"exit विनोद साहू: SP denied"}},
		{"no question of it", "", "विनोद साहू के सपा छोड़ने की चर्चा थी। विनोद साहू ने कहा कि सपा छोड़ने का सवाल ही नहीं उठता।", []string{"exit विनोद साहू: SP denied"}},
		{"was in it and stays", "", "विनोद साहू के सपा छोड़ने की चर्चा थी। विनोद साहू ने कहा कि मैं सपा में था और सपा में रहूंगा।", []string{"exit विनोद साहू: SP denied"}},
		{"a claim about unnamed people", "", "कांग्रेस ने दावा किया कि सपा के आठ पार्षद कांग्रेस में आ गए हैं। सपा प्रवक्ता ने इसे झूठ बताया।", []string{"switch सपा के आठ पार्षद ×8: SP denied > INC denied"}},
		{"a resignation taken back", "", "भाजपा सांसद विनोद साहू ने पार्टी से दिया अपना इस्तीफा वापस ले लिया।", []string{"exit विनोद साहू: BJP denied"}},
		{"no way back is no denial of the way there", "", "विनोद साहू सपा छोड़कर भाजपा में शामिल हो गए। उन्होंने कहा कि सपा में लौटने का सवाल ही नहीं उठता।", []string{"switch विनोद साहू: SP done > BJP done"}},
		{"supporters in company are no source", "", "विनोद साहू समर्थकों के साथ भाजपा में शामिल होंगे।", []string{"join विनोद साहू: > BJP announced"}},
		{"supporters as a source", "", "समर्थकों का कहना है कि विनोद साहू भाजपा में शामिल होंगे।", []string{"join विनोद साहू: > BJP rumoured"}},
		{"the speaker denies it of himself", "", "कांग्रेस विधायक विनोद साहू ने कहा कि भाजपा में जाने की खबरें निराधार हैं।", []string{"switch विनोद साहू: INC denied > BJP denied"}},
		{"the speaker denies it of others", "", "बसपा नेता विनोद साहू ने कहा कि विधायकों के नाराज होने और भाजपा में जाने की खबरें निराधार हैं।", nil},
		{"not even in a dream", "", "भाजपा विधायक विनोद साहू ने पार्टी छोड़ने की खबर का खंडन किया। उन्होंने कहा कि मैं पार्टी छोड़ने की बात सपने में भी नहीं सोच सकता।", []string{"exit विनोद साहू: BJP denied"}},
		{"one's own words before one's name", "मैं भाजपा में नहीं जा रहा हूं: विनोद साहू", "विनोद साहू के भाजपा में जाने की चर्चा थी।", []string{"join विनोद साहू: > BJP denied"}},
		// rumoured and announced by other words
		{"makes up his mind", "", "विनोद साहू सपा छोड़ने का मन बना रहे हैं।", []string{"exit विनोद साहू: SP rumoured"}},
		{"made up his mind", "", "विनोद साहू ने सपा छोड़ने का मन बना लिया है।", []string{"exit विनोद साहू: SP announced"}},
		{"on somebody's list", "", "सपा छोड़ने वालों की सूची में विधायक विनोद साहू का नाम भी बताया जा रहा है।", []string{"exit विनोद साहू: SP rumoured"}},
		{"to be brought in", "", "सपा नेता विनोद साहू को भाजपा में लाने की तैयारी है।", []string{"switch विनोद साहू: SP rumoured > BJP rumoured"}},
		{"wants to", "", "विनोद साहू भाजपा में आना चाहते हैं।", []string{"join विनोद साहू: > BJP announced"}},
		{"wanted to", "", "विनोद साहू भाजपा में आना चाहते थे।", nil},
		{"on a condition", "", "सपा नेता विनोद साहू ने कहा कि अगर टिकट नहीं मिला तो पार्टी छोड़ देंगे।", []string{"exit विनोद साहू: SP announced"}},
		{"declared, with the day to come", "", "सपा विधायक विनोद साहू ने पार्टी छोड़ने का ऐलान किया। विनोद साहू 17 अप्रैल को सपा से इस्तीफा देंगे।", []string{"exit विनोद साहू: SP announced"}},
		// no event
		{"put off", "", "विनोद साहू ने भाजपा में शामिल होने का फैसला टाल दिया।", nil},
		{"asked", "", "यह पूछने पर कि क्या वह भाजपा में शामिल होंगे, विनोद साहू ने कुछ नहीं कहा।", nil},
		{"negated, where nobody has reported it", "", "विनोद साहू सपा नहीं छोड़ेंगे।", nil},
		{"a threat", "", "विनोद साहू ने सपा छोड़ने की धमकी दी।", nil},
		{"a demand", "", "समर्थकों ने विनोद साहू से सपा छोड़ने की मांग की।", nil},
		{"a question in the title, done in the body", "क्या विनोद साहू ने छोड़ी सपा?", "पूर्व विधायक विनोद साहू ने रविवार को सपा छोड़ दी।", []string{"exit विनोद साहू: SP done"}},
		{"the day that he does it, he will …", "", "विधायक विनोद साहू ने कहा, \"जिस दिन सपा छोड़ूंगा, उस दिन राजनीति भी छोड़ दूंगा।\"", nil},
		{"neither … nor", "", "विनोद साहू ने कहा कि वह न भाजपा में गए हैं न जाएंगे।", nil},
		{"neither … nor, each with its party", "", "विनोद साहू ने कहा कि वह न तो सपा छोड़ रहे हैं और न भाजपा में जा रहे हैं।", nil},
		{"not only … but", "", "विनोद साहू ने न केवल सपा छोड़ी बल्कि भाजपा में भी गए।", []string{"switch विनोद साहू: SP done > BJP done"}},
		{"talk first, then done", "", "विनोद साहू के भाजपा में शामिल होने की चर्चा थी। रविवार को विनोद साहू भाजपा में शामिल हो गए।", []string{"join विनोद साहू: > BJP done"}},
	})
}

// What is told as history is background; what is told of one move in the pluperfect alone is news.
func TestBackground(t *testing.T) {
	checkArticles(t, []article{
		{"an old year", "", "विनोद साहू ने भाजपा छोड़ दी। वह 2012 में बसपा छोड़कर भाजपा में आए थे।", []string{"exit विनोद साहू: BJP done", "switch विनोद साहू: BSP done > BJP done, background"}},
		{"pluperfect", "", "विनोद साहू कांग्रेस में शामिल हो गए। इससे पहले वह सपा छोड़कर बसपा में गए थे।", []string{"switch विनोद साहू: BSP done > INC done", "switch विनोद साहू: SP done > BSP done, background"}},
		{"somebody else's, earlier", "", "विनोद साहू ने सपा छोड़ दी। पिछले साल सीमा रावत ने भी सपा छोड़ी थी।", []string{"exit विनोद साहू: SP done", "exit सीमा रावत: SP done, background"}},
		{"history that repeats the news", "", "विनोद साहू ने सपा छोड़ दी। उन्होंने रविवार को सपा छोड़ दी थी।", []string{"exit विनोद साहू: SP done"}},
		{"an old year of a participle", "", "2004 से 2009 तक मुरैना का प्रतिनिधित्व करने वाले विनोद साहू ने सपा छोड़ दी।", []string{"exit विनोद साहू: SP done"}},
		{"all that is told", "", "पूर्व विधायक विनोद साहू ने शनिवार को सपा छोड़ दी थी।", []string{"exit विनोद साहू: SP done"}},
	})
}

// An article that checks a rumour denies what it reports as a claim.
func TestFactCheck(t *testing.T) {
	checkArticles(t, []article{
		{"a false claim", "फैक्ट चेक: विनोद साहू के भाजपा में शामिल होने का दावा गलत", "वायरल पोस्ट में दावा किया गया कि विनोद साहू भाजपा में शामिल हो गए। पड़ताल में यह फर्जी निकला।", []string{"join विनोद साहू: > BJP denied"}},
	})
}

// In a fact-check what the title asks is refuted; what is told by the way has happened.
func TestFactChecks(t *testing.T) {
	title := "फैक्ट चेक: क्या विनोद साहू भाजपा में शामिल हो गए?"
	checkArticles(t, []article{
		{"the lead repeats the claim", title, "पूर्व विधायक विनोद साहू भाजपा में शामिल हो गए हैं। पड़ताल में यह बात सही नहीं निकली।", []string{"join विनोद साहू: > BJP denied"}},
		{"no report of it", title, "विनोद साहू की तस्वीर पुरानी है। हमें विनोद साहू के भाजपा में शामिल होने पर कोई रिपोर्ट नहीं मिली।", []string{"join विनोद साहू: > BJP denied"}},
		{"by the way", "फैक्ट चेक: क्या विनोद साहू ने पुलिस को पीटा?", "पोस्ट में दावा किया गया है कि हाल ही में सपा छोड़कर भाजपा में आए विनोद साहू ने पुलिस को पीटा।", []string{"switch विनोद साहू: SP done > BJP done"}},
		{"dating another", "फैक्ट चेक: क्या भाजपा ज्वाइन करने के दो महीने बाद विनोद साहू ने मकान खरीदा?", "", []string{"join विनोद साहू: > BJP done"}},
		{"somebody's kin", "फैक्ट चेक: विनोद साहू की बेटी भाजपा में शामिल?", "तस्वीर पुरानी है।", nil},
	})
}

// A move that is only spoken of is none.
func TestSpokenOf(t *testing.T) {
	checkArticles(t, []article{
		{"and not to join", "", "विनोद साहू वहां मिलने गए थे ना कि भाजपा में शामिल होने।", nil},
		{"seen as treason", "", "विनोद साहू ने सपा को छोड़ने और कांग्रेस से हाथ मिलाने को विश्वासघात कहा।", nil},
		{"regretted", "विनोद साहू बोले- भाजपा में जाना भूल थी", "विनोद साहू कांग्रेस में शामिल हो गए।", []string{"switch विनोद साहू: BJP done > INC done", "join विनोद साहू: > BJP done, background"}},
		{"a cloth, and he denies", "", "सरपंच विनोद साहू के गले में भाजपा का गमछा डाल दिया गया।", []string{"join विनोद साहू: > BJP done"}},
		{"recalled in a quotation", "", "विनोद साहू ने कांग्रेस छोड़ दी। उन्होंने कहा, \"जब मैं कांग्रेस में आया था तब यह सोचा भी नहीं था।\"", []string{"exit विनोद साहू: INC done"}},
		{"in jest", "", "विनोद साहू ने मजाक में कहा कि सीमा रावत कांग्रेस में जा रही हैं।", nil},
		{"what one has heard", "", "विनोद साहू ने कहा, \"मैंने तो सुना है सीमा रावत कांग्रेस में जा रही हैं।\"", nil},
		{"a title that says no longer", "मेयर विनोद साहू अब भाजपाई नहीं", "भाजपा ने विनोद साहू को निष्कासित कर दिया।", []string{"expulsion विनोद साहू: BJP done"}},
		{"a blow", "", "कुछ लोग उसपर हाथ छोड़ रहे हैं।", nil},
	})
}
