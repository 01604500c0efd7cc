package discourse

import "testing"

// Names listed after a group's move share it.
func TestRosters(t *testing.T) {
	checkArticles(t, []article{
		{"a member whose office no list has", "", "विनोद साहू, उपभोक्ता कक्ष वार्ड आयोजक तिलवाराम कठोलेकर, पार्षद सीमा रावत और इकबाल अंसारी भाजपा में शामिल हुए।",
			[]string{"join विनोद साहू: > BJP done", "join तिलवाराम कठोलेकर: > BJP done", "join सीमा रावत: > BJP done", "join इकबाल अंसारी: > BJP done"}},
		{"इनमें … शामिल हैं", "", "सपा के तीन पार्षद भाजपा में शामिल हो गए। इनमें विनोद साहू, सीमा रावत और इकबाल अंसारी शामिल हैं।",
			[]string{"switch विनोद साहू: SP done > BJP done", "switch सीमा रावत: SP done > BJP done", "switch इकबाल अंसारी: SP done > BJP done"}},
		{"इनमें … प्रमुख हैं, of many", "", "सपा के 40 कार्यकर्ता भाजपा में शामिल हो गए। इनमें विनोद साहू और सीमा रावत प्रमुख हैं।",
			[]string{"switch सपा के 40 कार्यकर्ता ×40: SP done > BJP done", "switch विनोद साहू: SP done > BJP done", "switch सीमा रावत: SP done > BJP done"}},
		{"both legs, in one long sentence", "", "आज 3 पंचों ने कांग्रेस पार्टी को छोड़कर भाजपा प्रवेश किया, विधायक ने स्वागत किया, कांग्रेस छोड़कर भाजपा में शामिल होने वाले पंचों में विनोद साहू,सीमा रावत,इकबाल अंसारी शामिल है।",
			[]string{"switch विनोद साहू: INC done > BJP done", "switch सीमा रावत: INC done > BJP done", "switch इकबाल अंसारी: INC done > BJP done"}},
		{"of those who joined", "", "सपा के 40 कार्यकर्ता भाजपा में शामिल हो गए। शामिल होने वालों में विनोद साहू और सीमा रावत रहे।",
			[]string{"switch सपा के 40 कार्यकर्ता ×40: SP done > BJP done", "switch विनोद साहू: SP done > BJP done", "switch सीमा रावत: SP done > BJP done"}},
		{"a list line by line", "", "भाजपा में ये लोग शामिल हुए:\n• विनोद साहू\n• सीमा रावत\n• इकबाल अंसारी",
			[]string{"join विनोद साहू: > BJP done", "join सीमा रावत: > BJP done", "join इकबाल अंसारी: > BJP done"}},
		{"the expelled", "", "बसपा ने दो नेताओं को पार्टी से निष्कासित कर दिया। इनमें विनोद साहू और सीमा रावत शामिल हैं।",
			[]string{"expulsion विनोद साहू: BSP done", "expulsion सीमा रावत: BSP done"}},
		{"whom a relative clause tells of", "", "सपा ने रविवार को कार्रवाई की। जिन्हें सपा से निष्कासित किया गया उनमें विनोद साहू और सीमा रावत के नाम हैं।",
			[]string{"expulsion विनोद साहू: SP done", "expulsion सीमा रावत: SP done"}},
		{"those who went into the field", "", "सपा ने तीन नेताओं को निष्कासित कर दिया। खुद मैदान में उतरने वालों में विनोद साहू, सीमा रावत और इकबाल अंसारी के नाम हैं।",
			[]string{"expulsion विनोद साहू: SP done", "expulsion सीमा रावत: SP done", "expulsion इकबाल अंसारी: SP done"}},
		{"those who joined with him left with him", "", "विनोद साहू ने समर्थकों के साथ सपा छोड़कर भाजपा का दामन थाम लिया। भाजपा में शामिल होने वालों में सीमा रावत और इकबाल अंसारी हैं।",
			[]string{"switch विनोद साहू: SP done > BJP done", "switch सीमा रावत: SP done > BJP done", "switch इकबाल अंसारी: SP done > BJP done"}},
		{"each with the place behind the name", "", "बसपा ने तीन नेताओं को पार्टी से निष्कासित कर दिया। सूची में तीन नाम हैं, विनोद साहू मुरैना, सीमा रावत जौनपुर और इकबाल अंसारी कैराना।",
			[]string{"expulsion विनोद साहू: BSP done", "expulsion सीमा रावत: BSP done", "expulsion इकबाल अंसारी: BSP done"}},
		{"by the parties they come from", "", "दो पूर्व मंत्रियों ने भाजपा का दामन थाम लिया। इनमें विनोद साहू बसपा से और सीमा रावत सपा से ताल्लुक रखते हैं।",
			[]string{"switch विनोद साहू: BSP done > BJP done", "switch सीमा रावत: SP done > BJP done"}},
		{"by their order", "", "सपा के दो नेताओं ने भाजपा का दामन थाम लिया। इनमें पहला नाम पूर्व मंत्री विनोद साहू का है और दूसरा जिलाध्यक्ष सीमा रावत का।",
			[]string{"switch विनोद साहू: SP done > BJP done", "switch सीमा रावत: SP done > BJP done"}},
		{"by labels", "", "सपा के दो नेताओं ने भाजपा का दामन थाम लिया। इनके नाम इस प्रकार हैं- विनोद साहू: मुरैना विधानसभा क्षेत्र; सीमा रावत: जौनपुर विधानसभा क्षेत्र।",
			[]string{"switch विनोद साहू: SP done > BJP done", "switch सीमा रावत: SP done > BJP done"}},
		{"given the scarf too", "", "सपा के चार नेताओं ने भाजपा का दामन थाम लिया। इनके अलावा विनोद साहू और सीमा रावत को भी पटका पहनाया गया।",
			[]string{"switch सपा के चार नेताओं ×4: SP done > BJP done", "switch विनोद साहू: SP done > BJP done", "switch सीमा रावत: SP done > BJP done"}},
		{"of the independents", "", "पांच सभासदों ने भाजपा की सदस्यता ली। निर्दलीयों में विनोद साहू और सीमा रावत के नाम हैं।",
			[]string{"join पांच सभासदों ×5: > BJP done", "switch विनोद साहू: IND done > BJP done", "switch सीमा रावत: IND done > BJP done"}},
		{"a list of who was there is no roster", "", "सपा के 40 कार्यकर्ता भाजपा में शामिल हो गए। इस मौके पर विनोद साहू और सीमा रावत मौजूद रहे।",
			[]string{"switch सपा के 40 कार्यकर्ता ×40: SP done > BJP done"}},
	})
}

// Who leads, goes along or turns too shares the move of those before him.
func TestCompanions(t *testing.T) {
	checkArticles(t, []article{
		{"in the lead of one of them", "", "ग्राम प्रधान विनोद साहू के नेतृत्व में सपा के 60 परिवारों ने भाजपा का दामन थाम लिया।",
			[]string{"switch सपा के 60 परिवारों ×60: SP done > BJP done", "switch विनोद साहू: SP done > BJP done"}},
		{"received in somebody's lead", "", "भाजपा जिलाध्यक्ष विनोद साहू के नेतृत्व में सपा के 60 परिवारों ने भाजपा का दामन थाम लिया।",
			[]string{"switch सपा के 60 परिवारों ×60: SP done > BJP done"}},
		{"he led them", "", "सपा के 60 कार्यकर्ता भाजपा में शामिल हो गए। इनकी अगुवाई पूर्व पार्षद विनोद साहू ने की।",
			[]string{"switch सपा के 60 कार्यकर्ता ×60: SP done > BJP done", "switch विनोद साहू: SP done > BJP done"}},
		{"who leads them said", "", "सपा के 60 कार्यकर्ता भाजपा में शामिल हो गए। इन कार्यकर्ताओं का नेतृत्व कर रहे विनोद साहू ने बताया कि सम्मान नहीं मिला।",
			[]string{"switch सपा के 60 कार्यकर्ता ×60: SP done > BJP done", "switch विनोद साहू: SP done > BJP done"}},
		{"were along", "", "सपा विधायक विनोद साहू ने भाजपा का दामन थाम लिया। साथ में पार्षद सीमा रावत और इकबाल अंसारी भी थे।",
			[]string{"switch विनोद साहू: SP done > BJP done", "join सीमा रावत: > BJP done", "join इकबाल अंसारी: > BJP done"}},
		{"took the same way", "", "सपा विधायक विनोद साहू ने भाजपा का दामन थाम लिया। पार्षद सीमा रावत ने भी यही रास्ता चुना।",
			[]string{"switch विनोद साहू: SP done > BJP done", "join सीमा रावत: > BJP done"}},
		{"of the party no longer", "", "सपा ने विनोद साहू को निष्कासित कर दिया। साहू भाजपा में चले गए। पूर्व विधायक सीमा रावत और इकबाल अंसारी भी अब पार्टी के नहीं रहे।",
			[]string{"expulsion विनोद साहू: SP done", "switch विनोद साहू: SP done > BJP done", "expulsion सीमा रावत: SP done", "expulsion इकबाल अंसारी: SP done"}},
		{"struck too", "", "सपा ने विनोद साहू को निष्कासित कर दिया। पूर्व विधायक सीमा रावत भी नपी हैं।",
			[]string{"expulsion विनोद साहू: SP done", "expulsion सीमा रावत: SP done"}},
		{"only spoken of", "", "सपा ने विनोद साहू को निष्कासित कर दिया। सीमा रावत पर पार्टी को भरोसा है।",
			[]string{"expulsion विनोद साहू: SP done"}},
		{"nothing done against him", "", "सपा ने विनोद साहू को निष्कासित कर दिया। पूर्व विधायक सीमा रावत पर ऐसी कोई कार्रवाई नहीं हुई।",
			[]string{"expulsion विनोद साहू: SP done"}},
		{"went along, told at the end", "", "सपा विधायक विनोद साहू ने भाजपा का दामन थाम लिया। समर्थकों में खुशी है। सड़कें जाम रहीं। मिठाई बांटी गई। पटाखे फूटे। ढोल बजे। पार्षद सीमा रावत भी उनके साथ गईं।",
			[]string{"switch विनोद साहू: SP done > BJP done", "join सीमा रावत: > BJP done"}},
		{"were there", "", "सपा विधायक विनोद साहू ने भाजपा का दामन थाम लिया। मौके पर पार्षद सीमा रावत और इकबाल अंसारी भी थे।",
			[]string{"switch विनोद साहू: SP done > BJP done"}},
		{"turned too", "", "सपा के चार विधायक भाजपा में शामिल हो गए। पार्षद विनोद साहू ने भी पार्टी बदली।",
			[]string{"switch सपा के चार विधायक ×4: SP done > BJP done", "switch विनोद साहू: SP done > BJP done"}},
		{"a label and what he is", "", "सपा के 60 कार्यकर्ता भाजपा में शामिल हो गए।\n1) विनोद साहू – मुरैना से बसपा के विधायक\n2) सीमा रावत – पूर्व मंत्री",
			[]string{"switch सपा के 60 कार्यकर्ता ×60: SP done > BJP done", "switch विनोद साहू: BSP done > BJP done", "switch सीमा रावत: SP done > BJP done"}},
		{"one's name is no roster", "", "सपा के 60 कार्यकर्ता भाजपा में शामिल हो गए। इसका असली नाम विनोद साहू है।",
			[]string{"switch सपा के 60 कार्यकर्ता ×60: SP done > BJP done"}},
	})
}
