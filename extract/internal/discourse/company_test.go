package discourse

import "testing"

// Who moves beside the one whom the sentence is about, and who does not.
func TestCompany(t *testing.T) {
	checkArticles(t, []article{
		{"kin of a pronoun", "", "सपा नेता विनोद साहू रविवार को लखनऊ पहुंचे। वह पत्नी सीमा रावत के साथ भाजपा में शामिल हो गए।", []string{"switch विनोद साहू: SP done > BJP done", "join सीमा रावत: > BJP done"}},
		{"kin, in a list", "", "विनोद साहू ने बेटे सुमित साहू और भाई दिनेश साहू के साथ भाजपा की सदस्यता ली।", []string{"join विनोद साहू: > BJP done", "join सुमित साहू: > BJP done", "join दिनेश साहू: > BJP done"}},
		{"somebody of rank receives", "", "विनोद साहू ने प्रदेश अध्यक्ष सीमा रावत के साथ भाजपा की सदस्यता ली।", []string{"join विनोद साहू: > BJP done"}},
		{"included in a group", "", "विनोद साहू सहित सपा के 40 कार्यकर्ताओं ने इस्तीफा दे दिया।", []string{"exit विनोद साहू: SP done", "exit 40 कार्यकर्ताओं ×40: SP done"}},
		{"besides him", "", "विनोद साहू ने सपा को अलविदा कह दिया। उनके अलावा सीमा रावत ने भी पार्टी छोड़ दी।", []string{"exit विनोद साहू: SP done", "exit सीमा रावत: SP done"}},
		{"counted off", "", "भाजपा के तीन नेता कांग्रेस में शामिल हुए हैं। पहला नाम विनोद साहू का है। दूसरी सीमा रावत और तीसरे इकबाल अंसारी हैं।", []string{"switch विनोद साहू: BJP done > INC done", "switch सीमा रावत: BJP done > INC done", "switch इकबाल अंसारी: BJP done > INC done"}},
		{"from places", "", "बसपा ने नौ नेताओं को पार्टी से निकाल दिया। इनमें झांसी से विनोद साहू और मऊ से रामलाल शामिल हैं।", []string{"expulsion नौ नेताओं ×9: BSP done", "expulsion विनोद साहू: BSP done", "expulsion रामलाल: BSP done"}},
		{"some of so many", "", "कांग्रेस के 11 में से आठ विधायक भाजपा में शामिल हो गए।", []string{"switch कांग्रेस के 11 में से आठ विधायक ×8: INC done > BJP done"}},
		{"described by what they did", "", "मंत्री विनोद साहू ने सपा छोड़कर आए सीमा रावत और इकबाल अंसारी को भाजपा की सदस्यता दिलाई।", []string{"switch सीमा रावत: SP done > BJP done", "switch इकबाल अंसारी: SP done > BJP done"}},
		{"a leader's party is not his step", "", "विनोद साहू ने शिवसेना छोड़ दी और राज ठाकरे की मनसे में शामिल हो गए।", []string{"switch विनोद साहू: SHS done > MNS done"}},
		{"told by what is done to them", "", "बसपा ने अपने पांच नेताओं पर कार्रवाई करते हुए उन्हें पार्टी से निकाल दिया।", []string{"expulsion पांच नेताओं ×5: BSP done"}},
		{"others are meant", "", "विनोद साहू ने जदयू छोड़ दी। राजद अध्यक्ष सीमा रावत ने दो नेताओं के बयान के चलते पार्टी से बाहर किया है।", []string{"exit विनोद साहू: JDU done"}},
		{"the one person named so far", "", "कांग्रेस ने विनोद साहू को जिलाध्यक्ष बनाया था। टिकट की सूची में विनोद साहू का नाम नहीं था। उन्होंने कांग्रेस छोड़ दी है।", []string{"exit विनोद साहू: INC done"}},
		{"who brings others in", "", "विधायक विनोद साहू ने कांग्रेस का गमछा पहना कर कांग्रेस प्रवेश कराया।", nil},
		{"who brings in the one told before", "", "सीमा रावत ने सपा छोड़ दी। विधायक विनोद साहू ने भाजपा का पटका पहनाकर पार्टी में शामिल कराया।", []string{"switch सीमा रावत: SP done > BJP done"}},
		{"who leads them, with a degree", "", "मंत्री विनोद साहू MBA की अगुवाई में भाजपा में हुए शामिल।", nil},
		{"companions before somebody else's home", "", "पूर्व सरपंच विनोद साहू ने अपने साथियों सहित सीमा रावत के लखनऊ स्थित निवास पर पहुंचकर उनके समक्ष कांग्रेस में शामिल होने की घोषणा की।", []string{"join विनोद साहू: > INC announced"}},
		{"who enrols them, behind a comma", "झामुमो छोड़ आजसू में शामिल हुए सैकड़ो लोग, पूर्व मंत्री विनोद साहू ने दिलाई सदस्यता", "", []string{"switch सैकड़ो लोग: JMM done > AJSU done"}},
		{"nobody in particular", "", "इस साल कितने विधायको और राजनेताओ ने पार्टी छोड़ बीजेपी जॉइन कर ली।", nil},
		{"to whom a resignation goes", "", "सपा नेता विनोद साहू ने राष्ट्रीय अध्यक्ष सीमा रावत से मिलने की इच्छा जताई थी। उन्होंने पार्टी छोड़ने का फैसला किया है। अपना इस्तीफा समाजवादी पार्टी के राष्ट्रीय अध्यक्ष, प्रदेश अध्यक्ष, जिलाध्यक्ष कानपुर को इस्तीफा भेजा है।", []string{"exit विनोद साहू: SP done"}},
		{"those of the party are there already", "", "सपा में आने के बाद उनके सामने सपा के कई उम्मीदवार हैं।", nil},
		{"not who is quoted", "", "कांग्रेस की हार के बाद एक पूर्व मंत्री ने चुटकी ली, 'यहां लोग पार्टी छोड़ सकते हैं पर पद नहीं।'", nil},
		{"the same resignation", "", "शिरोमणि अकाली दल के अध्यक्ष विनोद साहू ने आज अपने पद से इस्तीफा दे दिया है। उन्होंने अपना त्यागपत्र पार्टी की वर्किंग कमेटी को सौंपा।", nil},
		{"brothers are many", "", "सपा के तीन भाइयों ने एक साथ छोड़ी पार्टी।", []string{"exit सपा के तीन भाइयों ×3: SP done"}},
		{"out of no party", "", "निर्दलीय विधायक विनोद साहू ने सरकार का साथ दिया। उन्हें छह साल के लिए निष्कासित कर दिया गया था।", nil},
		{"a seat in the House is lost", "", "राजद एमएलसी विनोद साहू की सदस्यता रद्द कर दी गई है।", nil},
		{"a membership of the party is lost", "", "राजद विधायक विनोद साहू की प्राथमिक सदस्यता रद्द कर दी गई है।", []string{"expulsion विनोद साहू: RJD done"}},
		{"a title's source", "दो नेता करेंगे सपा ज्वाइन- विनोद साहू", "", []string{"join दो नेता ×2: > SP announced"}},
		{"a list goes to those counted as many", "", "बसपा के तीन विधायक सपा में शामिल हो गए। एक भाजपा विधायक ने भी सपा की सदस्यता ली।\n1. विनोद साहू\n2. सीमा रावत\n3. इकबाल अंसारी", []string{
			"switch एक भाजपा विधायक ×1: BJP done > SP done", "switch विनोद साहू: BSP done > SP done", "switch सीमा रावत: BSP done > SP done", "switch इकबाल अंसारी: BSP done > SP done"}},
	})
}

// Which party is left where several are spoken of.
// Who leaves along with another's chief goes to his party.
func TestBesideAChief(t *testing.T) {
	checkArticles(t, []article{
		{"known", "", "विनोद साहू ने भाजपा की सदस्यता ली। साहू 2018 में अजीत जोगी के साथ ही कांग्रेस से बाहर निकले थे।",
			[]string{"switch विनोद साहू: JCCJ done > BJP done", "switch विनोद साहू: INC done > JCCJ done, background"}},
		{"before his party was", "", "विनोद साहू ने भाजपा की सदस्यता ली। साहू 1999 में शरद पवार के साथ कांग्रेस छोड़कर गए थे।",
			[]string{"switch विनोद साहू: INC done > BJP done", "exit विनोद साहू: INC done, background"}},
		{"called its founder", "", "किसान एकता पार्टी के संस्थापक गोपाल कोरी ने सभा की। विनोद साहू ने भाजपा की सदस्यता ली। साहू 2018 में कांग्रेस छोड़कर कोरी के साथ गए थे।",
			[]string{"switch विनोद साहू: किसान एकता पार्टी done > BJP done", "switch विनोद साहू: INC done > किसान एकता पार्टी done, background"}},
		{"not along with anybody", "", "विनोद साहू ने भाजपा की सदस्यता ली। साहू 2018 में कांग्रेस छोड़कर गोपाल कोरी के साथ गए थे।",
			[]string{"switch विनोद साहू: INC done > BJP done", "exit विनोद साहू: INC done, background"}},
	})
}

// Whose calling is all that is told of them leave no party that goes without saying, in a list too.
func TestCallings(t *testing.T) {
	checkArticles(t, []article{
		{"two of them", "बसपा को झटका, कई भाजपा में", "बसपा के सचिव विनोद साहू भाजपा में शामिल हो गए। माझी हड़ाम गोपाल कोरी तथा सेवानिवृत्त शिक्षक इकबाल अंसारी ने भी भाजपा की सदस्यता ली।",
			[]string{"switch विनोद साहू: BSP done > BJP done", "join गोपाल कोरी: > BJP done", "join इकबाल अंसारी: > BJP done"}},
	})
}

// Each of several people his own party, the verb told of the last alone.
func TestEachHis(t *testing.T) {
	checkArticles(t, []article{
		{"with को", "", "विनोद साहू ने सपा को, सीमा रावत ने बसपा को और इकबाल अंसारी ने कांग्रेस को अलविदा कह दिया।",
			[]string{"exit विनोद साहू: SP done", "exit सीमा रावत: BSP done", "exit इकबाल अंसारी: INC done"}},
		{"and then all the same one", "", "विनोद साहू ने सपा और सीमा रावत ने बसपा छोड़कर भाजपा का दामन थाम लिया।",
			[]string{"switch विनोद साहू: SP done > BJP done", "switch सीमा रावत: BSP done > BJP done"}},
		{"by participles", "", "विनोद साहू सपा छोड़कर, सीमा रावत बसपा छोड़कर और इकबाल अंसारी कांग्रेस छोड़कर भाजपा में शामिल हुए।",
			[]string{"switch विनोद साहू: SP done > BJP done", "switch सीमा रावत: BSP done > BJP done", "switch इकबाल अंसारी: INC done > BJP done"}},
		{"joined", "", "विनोद साहू भाजपा में और सीमा रावत कांग्रेस में शामिल हो गईं।",
			[]string{"join विनोद साहू: > BJP done", "join सीमा रावत: > INC done"}},
		{"with तो", "", "विनोद साहू ने सपा तो सीमा रावत ने बसपा छोड़ दी।",
			[]string{"exit विनोद साहू: SP done", "exit सीमा रावत: BSP done"}},
		{"described by a participle", "", "विनोद साहू ने सपा को और झालूपुर के जिलाध्यक्ष रहे गोपाल कोरी ने बसपा को अलविदा कह दिया।",
			[]string{"exit विनोद साहू: SP done", "exit गोपाल कोरी: BSP done"}},
		{"the first of those who come from somewhere", "", "सपा से विनोद साहू, बसपा से सीमा रावत और कांग्रेस से इकबाल अंसारी भाजपा में शामिल हुए।",
			[]string{"switch विनोद साहू: SP done > BJP done", "switch सीमा रावत: BSP done > BJP done", "switch इकबाल अंसारी: INC done > BJP done"}},
		{"no party of its own before the separator", "", "विनोद साहू ने जनता को और सीमा रावत ने बसपा को अलविदा कह दिया।", []string{"exit सीमा रावत: BSP done"}},
	})
}

func TestWhichParty(t *testing.T) {
	checkArticles(t, []article{
		{"a leader by his letters is struck", "KCR को झटका", "पार्षद विनोद साहू कांग्रेस में शामिल हो गए।", []string{"switch विनोद साहू: BRS done > INC done"}},
		{"the party shrinks", "", "बीआरएस का कुनबा लगातार सिमट रहा है। पार्षद विनोद साहू कांग्रेस में शामिल हो गए।", []string{"switch विनोद साहू: BRS done > INC done"}},
		{"slips from the party's hand", "", "सपा के हाथ से एक और नेता फिसल गया। पार्षद विनोद साहू भाजपा में शामिल हो गए।", []string{"switch विनोद साहू: SP done > BJP done"}},
		{"leavers without end", "", "कांग्रेस छोड़ने वालों का सिलसिला थम नहीं रहा। पार्षद विनोद साहू भाजपा में शामिल हो गए।", []string{"switch विनोद साहू: INC done > BJP done"}},
		{"a line of leavers", "", "बसपा छोड़ने वाले नेताओं की कतार लंबी हो गई है। पार्षद विनोद साहू भाजपा में शामिल हो गए।", []string{"switch विनोद साहू: BSP done > BJP done"}},
		{"comers without end", "", "भाजपा में शामिल होने वालों का सिलसिला थम नहीं रहा। पार्षद विनोद साहू कांग्रेस में शामिल हो गए।", []string{"join विनोद साहू: > INC done"}},
		{"came back to whom he once left", "कांग्रेस को झटका", "पार्षद सीमा रावत भाजपा में शामिल हो गईं। पूर्व विधायक विनोद साहू ने दस साल पहले भाजपा छोड़ दी थी। अब विनोद साहू भाजपा में लौट आए।",
			[]string{"switch सीमा रावत: INC done > BJP done", "join विनोद साहू: > BJP done, return", "exit विनोद साहू: BJP done, background"}},
		{"bad news for the party", "", "सपा के लिए मुरैना से बुरी खबर आई है। पार्षद विनोद साहू भाजपा में शामिल हो गए।", []string{"switch विनोद साहू: SP done > BJP done"}},
		{"who leaves with him goes with him, and both came from there", "", "विनोद साहू ने भाजपा का दामन थामा। उनके साथ पार्षद सीमा रावत ने भी सपा को अलविदा कह दिया।",
			[]string{"switch विनोद साहू: SP done > BJP done", "switch सीमा रावत: SP done > BJP done"}},
		{"who came with him tells whence", "", "विनोद साहू ने भाजपा का दामन थामा। उनके साथ सीमा रावत ने भी सपा छोड़कर भाजपा की सदस्यता ली।",
			[]string{"switch विनोद साहू: SP done > BJP done", "switch सीमा रावत: SP done > BJP done"}},
		{"who leaves with him goes there later", "", "विनोद साहू ने भाजपा का दामन थामा। उनके साथ सपा के 42 कार्यकर्ताओं ने भी पार्टी छोड़ दी है। इन सबको गुरुवार को भाजपा जिलाध्यक्ष सदस्यता दिलाएंगे।",
			[]string{"switch विनोद साहू: SP done > BJP done", "switch सपा के 42 कार्यकर्ताओं ×42: SP done > BJP announced"}},
		{"who leaves with him only lends support", "", "विनोद साहू ने भाजपा का दामन थामा। उनके साथ सीमा रावत ने भी सपा छोड़कर समर्थन की घोषणा की।",
			[]string{"join विनोद साहू: > BJP done", "exit सीमा रावत: SP done"}},
		{"who leaves for how he was treated", "", "विनोद साहू ने भाजपा का दामन थामा। उनके साथ हुए व्यवहार से आहत सीमा रावत ने सपा छोड़ दी।",
			[]string{"join विनोद साहू: > BJP done", "exit सीमा रावत: SP done"}},
		{"as many as were counted are there now", "", "सपा के दो पूर्व पार्षदों ने भाजपा का दामन थाम लिया। मुरैना के विनोद साहू और पूर्व पार्षद सीमा रावत अब भाजपा में हैं।",
			[]string{"switch विनोद साहू: SP done > BJP done", "switch सीमा रावत: SP done > BJP done"}},
		{"the second of those put out", "", "भाजपा ने विनोद साहू सहित दो नेताओं को निष्कासित कर दिया। निकाले गए दूसरे नेता पूर्व विधायक इकबाल अंसारी हैं।",
			[]string{"expulsion विनोद साहू: BJP done", "expulsion इकबाल अंसारी: BJP done"}},
		{"rebels who stand for themselves", "", "भाजपा ने 13 लोगों को पार्टी से निष्कासित कर दिया। निर्दलीय प्रत्याशी सीमा रावत, शेख सलीम और गोपाल कोरी को बाहर किया गया है।",
			[]string{"expulsion 13 लोगों ×13: BJP done", "expulsion सीमा रावत: BJP done", "expulsion शेख सलीम: BJP done", "expulsion गोपाल कोरी: BJP done"}},
		{"led by who held the party's office till now", "", "सपा को झटका लगा। पार्टी के ब्लॉक अध्यक्ष रहे विनोद साहू की अगुवाई में 35 परिवार सपा छोड़कर भाजपा में शामिल हो गए।",
			[]string{"switch 35 परिवार ×35: SP done > BJP done", "switch विनोद साहू: SP done > BJP done"}},
		{"led by somebody who may receive them", "", "विनोद साहू के नेतृत्व में 35 परिवार सपा छोड़कर भाजपा में शामिल हो गए।",
			[]string{"switch 35 परिवार ×35: SP done > BJP done"}},
		{"back in the party that he once left", "", "विनोद साहू भाजपा छोड़ कांग्रेस में शामिल हो गए। वे 2014 में कांग्रेस छोड़कर भाजपा में गए थे।",
			[]string{"switch विनोद साहू: BJP done > INC done, return", "switch विनोद साहू: INC done > BJP done, background"}},
		{"villages before their people", "", "विनोद साहू ने झामुमो का दामन थाम लिया। साथ ही कजरू कला, रतनाग व मुसीखाप के डेढ़ सौ परिवारों ने भी पार्टी की सदस्यता ली।",
			[]string{"join विनोद साहू: > JMM done", "join डेढ़ सौ परिवारों ×150: > JMM done"}},
		{"people before a village's people", "", "विनोद साहू, गोपाल कोरी व मुसीखाप के 50 परिवारों ने झामुमो की सदस्यता ली।",
			[]string{"join विनोद साहू: > JMM done", "join गोपाल कोरी: > JMM done", "join 50 परिवारों ×50: > JMM done"}},
		{"whom he left years ago is not whom he leaves now", "जजपा में बगावत", "विनोद साहू कांग्रेस में शामिल हो गए। पिछले साल दिसंबर में विनोद साहू ने इनेलो छोड़ी थी।",
			[]string{"switch विनोद साहू: JJP done > INC done", "exit विनोद साहू: INLD done, background"}},
		{"described by what one of them left", "", "बसपा के विनोद साहू और सपा छोड़ चुके गोपाल कोरी भी भाजपा में शामिल हो गए।",
			[]string{"switch विनोद साहू: BSP done > BJP done", "switch गोपाल कोरी: SP done > BJP done"}},
		{"described by whence one of them came", "", "विनोद साहू और सपा छोड़कर आए गोपाल कोरी ने भाजपा की सदस्यता ली।",
			[]string{"join विनोद साहू: > BJP done", "switch गोपाल कोरी: SP done > BJP done"}},
		{"described by who put one of them out", "", "विनोद साहू और सपा से निकाले गए गोपाल कोरी भाजपा में शामिल हो गए।",
			[]string{"join विनोद साहू: > BJP done", "switch गोपाल कोरी: SP done > BJP done"}},
		{"the title tells of a post", "कांग्रेस के 19 पदाधिकारियों ने पद छोड़ा", "कुल 19 पदाधिकारियों ने अपना त्याग पत्र प्रदेश अध्यक्ष को भेज दिया है।", nil},
		{"the title tells of the party", "19 पदाधिकारियों ने छोड़ी कांग्रेस", "कुल 19 पदाधिकारियों ने अपना त्याग पत्र प्रदेश अध्यक्ष को भेज दिया है।", []string{"exit 19 पदाधिकारियों ×19: INC done"}},
		{"goes to a place that is called after something", "", "राजद के पूर्व सांसद विनोद यादव सदाकत आश्रम जाकर कांग्रेस में शामिल हो गए।", []string{"switch विनोद यादव: RJD done > INC done"}},
		{"those of a group, told far behind it", "", "13 पार्षदों ने सपा से इस्तीफा दे दिया। मिठाई बंटी। सड़क जाम रही। ढोल बजे। पटाखे फूटे। नारे लगे। इस्तीफा देने वालों में विनोद साहू और सीमा रावत भी हैं।",
			[]string{"exit 13 पार्षदों ×13: SP done", "exit विनोद साहू: SP done", "exit सीमा रावत: SP done"}},
		{"two parties are struck", "कांग्रेस और बसपा को झटका", "पार्षद विनोद साहू भाजपा में शामिल हो गए।", []string{"join विनोद साहू: > BJP done"}},
		{"two parties are left", "", "सपा और कांग्रेस छोड़कर आए 24 लोगों ने भाजपा की सदस्यता ली।", []string{"join 24 लोगों ×24: > BJP done"}},
		{"friendship with one, a loss to another", "भाजपा से दोस्ती पड़ी भारी, जदयू में इस्तीफों की झड़ी", "प्रदेश उपाध्यक्ष विनोद साहू ने पार्टी छोड़ दी।", []string{"exit विनोद साहू: JDU done"}},
		{"the other party of the sentence", "", "निर्दलीय विधायक विनोद साहू ने भाजपा को समर्थन दिया और बाद में पार्टी में शामिल हो गए।", []string{"switch विनोद साहू: IND done > BJP done"}},
		{"the party whose candidates are spoken of", "", "भाजपा के प्रत्याशियों की सूची जारी होने के बाद पार्टी नेता विनोद साहू ने पार्टी से इस्तीफा दे दिया।", []string{"exit विनोद साहू: BJP done"}},
		{"a leader's, within his name", "", "डीपीएपी अध्यक्ष गुलाम नबी आजाद की पार्टी छोड़कर विनोद साहू कांग्रेस में शामिल हुए।", []string{"switch विनोद साहू: DPAP done > INC done"}},
		{"a title leaves for people yet unnamed", "ये नेता कांग्रेस छोड़कर भाजपा में शामिल", "विनोद साहू और सीमा रावत ने भाजपा की सदस्यता ली।", []string{"switch विनोद साहू: INC done > BJP done", "switch सीमा रावत: INC done > BJP done"}},
		{"a suspension is lifted", "", "भाजपा ने पूर्व विधायक विनोद साहू का निलंबन वापस ले लिया है।", []string{"join विनोद साहू: > BJP done, return", "suspension विनोद साहू: BJP done, background"}},
		{"who leads others to another party goes with them", "", "बसपा के प्रदेश उपाध्यक्ष विनोद साहू के नेतृत्व में कई नेताओं ने भाजपा का दामन थाम लिया।", []string{"join कई नेताओं: > BJP done", "switch विनोद साहू: BSP done > BJP done"}},
		{"who receives them does not", "", "भाजपा जिलाध्यक्ष विनोद साहू के नेतृत्व में 200 लोग भाजपा में शामिल हुए।", []string{"join 200 लोग ×200: > BJP done"}},
		{"the party's unit of a state", "", "भाजपा उत्तराखंड के उपाध्यक्ष विनोद साहू ने कांग्रेस जॉइन कर ली है।", []string{"switch विनोद साहू: BJP done > INC done"}},
		{"a wing's office for a place", "", "अकाली दल की महिला विंग की पटियाला अध्यक्ष सीमा रावत आम आदमी पार्टी में शामिल हुई हैं।", []string{"switch सीमा रावत: SAD done > AAP done"}},
		{"by whose order", "", "प्रदेश अध्यक्ष विनोद साहू एवं सीमा रावत के निर्देशानुसार इकबाल अंसारी को भाजपा से निष्कासित किया गया है।", []string{"expulsion इकबाल अंसारी: BJP done"}},
		{"with whom they deny to go", "", "विधायक विनोद साहू के साथ भाजपा में शामिल होने की अटकलों का सपा विधायकों ने खंडन किया है।", []string{"switch सपा विधायकों: SP denied > BJP denied"}},
		{"among whom he is counted", "", "पूर्व विधायक विनोद साहू भाजपा में शामिल हो गए। साहू की गिनती बसपा के बड़े नेताओं में होती थी।", []string{"switch विनोद साहू: BSP done > BJP done"}},
		{"what he was held to be", "", "पूर्व विधायक विनोद साहू भाजपा में शामिल हो गए। वे बसपा के दिग्गज नेता माने जाते थे।", []string{"switch विनोद साहू: BSP done > BJP done"}},
		{"where both were at home", "", "विनोद साहू और सीमा रावत भाजपा में शामिल हो गए। दोनों का ठिकाना अब तक बसपा था।", []string{"switch विनोद साहू: BSP done > BJP done", "switch सीमा रावत: BSP done > BJP done"}},
		{"those once put out come home", "", "भाजपा के 19 निष्कासित सदस्यों की घर वापसी हो गई है।", []string{"join भाजपा के 19 निष्कासित सदस्यों ×19: > BJP done, return", "expulsion भाजपा के 19 निष्कासित सदस्यों ×19: BJP done, background"}},
		{"put out of it, and back at its chief's", "", "भाजपा से निष्कासित विनोद साहू ने भाजपा प्रदेश अध्यक्ष सीमा रावत के आवास पर पार्टी की सदस्यता ली।", []string{"join विनोद साहू: > BJP done, return", "expulsion विनोद साहू: BJP done, background"}},
		{"membership and posts", "", "राजद नेता विनोद साहू ने पार्टी की सदस्यता एवं पद से इस्तीफा दे दिया।", []string{"exit विनोद साहू: RJD done"}},
	})
}
