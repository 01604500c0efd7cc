package discourse

import "testing"

// Names listed after a group's move share it.
func TestRosters(t *testing.T) {
	checkArticles(t, []article{
		{"इनमें … शामिल हैं", "", "सपा के तीन पार्षद भाजपा में शामिल हो गए। इनमें विनोद साहू, सीमा रावत और इकबाल अंसारी शामिल हैं।",
			[]string{"switch विनोद साहू: SP done > BJP done", "switch सीमा रावत: SP done > BJP done", "switch इकबाल अंसारी: SP done > BJP done"}},
		{"इनमें … प्रमुख हैं, of many", "", "सपा के 40 कार्यकर्ता भाजपा में शामिल हो गए। इनमें विनोद साहू और सीमा रावत प्रमुख हैं।",
			[]string{"switch सपा के 40 कार्यकर्ता ×40: SP done > BJP done", "switch विनोद साहू: SP done > BJP done", "switch सीमा रावत: SP done > BJP done"}},
		{"of those who joined", "", "सपा के 40 कार्यकर्ता भाजपा में शामिल हो गए। शामिल होने वालों में विनोद साहू और सीमा रावत रहे।",
			[]string{"switch सपा के 40 कार्यकर्ता ×40: SP done > BJP done", "switch विनोद साहू: SP done > BJP done", "switch सीमा रावत: SP done > BJP done"}},
		{"a list line by line", "", "भाजपा में ये लोग शामिल हुए:\n• विनोद साहू\n• सीमा रावत\n• इकबाल अंसारी",
			[]string{"join विनोद साहू: > BJP done", "join सीमा रावत: > BJP done", "join इकबाल अंसारी: > BJP done"}},
		{"the expelled", "", "बसपा ने दो नेताओं को पार्टी से निष्कासित कर दिया। इनमें विनोद साहू और सीमा रावत शामिल हैं।",
			[]string{"expulsion विनोद साहू: BSP done", "expulsion सीमा रावत: BSP done"}},
		{"a list of who was there is no roster", "", "सपा के 40 कार्यकर्ता भाजपा में शामिल हो गए। इस मौके पर विनोद साहू और सीमा रावत मौजूद रहे।",
			[]string{"switch सपा के 40 कार्यकर्ता ×40: SP done > BJP done"}},
	})
}
