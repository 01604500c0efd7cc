package discourse

import (
	"slices"
	"testing"
)

func TestFlags(t *testing.T) {
	const list = "\n1. विनोद साहू\n2. सीमा रावत\n3. इकबाल अंसारी\n4. रमेश यादव"
	for _, c := range []struct {
		name, title, text string
		want              []string // flags of the first move
	}{
		{"title and body agree", "विनोद साहू भाजपा में शामिल", "पूर्व विधायक विनोद साहू सपा छोड़कर भाजपा में शामिल हो गए।", nil},
		{"another party joined", "विनोद साहू भाजपा में शामिल", "पूर्व विधायक विनोद साहू रविवार को कांग्रेस में शामिल हो गए।", []string{titleBodyConflict}},
		{"another party left", "विनोद साहू ने छोड़ी सपा", "पूर्व विधायक विनोद साहू ने बसपा से इस्तीफा दे दिया।", []string{titleBodyConflict}},
		{"two steps", "विनोद साहू भाजपा में शामिल", "पूर्व विधायक विनोद साहू ने भाजपा छोड़ दी और कांग्रेस में शामिल हो गए।", nil},
		{"the one before last", "विनोद साहू भाजपा में शामिल", "पूर्व विधायक विनोद साहू भाजपा में शामिल हो गए। 2017 में वह सपा छोड़कर बसपा में शामिल हुए थे।", nil},
		{"a symbol for the party", "विनोद साहू ने थामा कमल", "पूर्व विधायक विनोद साहू भाजपा में शामिल हो गए।", nil},
		{"one wing of the party", "विनोद साहू लोजपा में शामिल", "पूर्व विधायक विनोद साहू लोजपा (रामविलास) में शामिल हो गए।", nil},
		{"somebody else joins another party", "विनोद साहू भाजपा में शामिल", "विनोद साहू के भाई इकबाल अंसारी कांग्रेस में शामिल हो गए।", nil},
		{"done, and denied in the body", "विनोद साहू ने छोड़ी सपा", "पूर्व विधायक विनोद साहू ने सपा छोड़ने की खबरों का खंडन किया है।", []string{titleBodyConflict}},
		{"done, and not done in the body", "विनोद साहू ने छोड़ी सपा", "पूर्व विधायक विनोद साहू ने सपा नहीं छोड़ी है।", []string{titleBodyConflict}},
		{"denied, and done in the body", "विनोद साहू ने सपा छोड़ने की खबरों का किया खंडन", "पूर्व विधायक विनोद साहू ने सपा से इस्तीफा दे दिया।", []string{titleBodyConflict}},
		{"a rumour denied", "क्या सपा छोड़ेंगे विनोद साहू", "पूर्व विधायक विनोद साहू ने सपा छोड़ने की खबरों का खंडन किया है।", nil},
		{"first denied, then done", "विनोद साहू ने छोड़ी सपा", "विनोद साहू ने सपा छोड़ने की खबरों का खंडन किया था। रविवार को विनोद साहू ने सपा छोड़ दी।", nil},
		{"done and not done", "", "पूर्व विधायक विनोद साहू ने सपा छोड़ दी। विनोद साहू ने सपा नहीं छोड़ी है।", []string{contradiction}},
		{"done, and denied by somebody", "", "पूर्व विधायक विनोद साहू ने सपा छोड़ दी। सीमा रावत ने कहा कि विनोद साहू ने सपा नहीं छोड़ी है।", nil},
		{"done, and not another party", "", "पूर्व विधायक विनोद साहू ने सपा छोड़ दी। विनोद साहू भाजपा में शामिल नहीं हुए हैं।", nil},
		{"two numbers", "सपा के 12 पार्षद भाजपा में शामिल", "लखनऊ। सपा के 10 पार्षद भाजपा में शामिल हो गए।", []string{countConflict}},
		{"two numbers, in words and in another case", "सपा के छह पार्षदों ने थामा भाजपा का दामन", "लखनऊ। सपा के पांच पार्षद भाजपा में शामिल हो गए।", []string{countConflict}},
		{"one number", "सपा के 12 पार्षद भाजपा में शामिल", "लखनऊ। सपा के 12 पार्षद भाजपा में शामिल हो गए।", nil},
		{"about a number", "सपा के 100 कार्यकर्ता भाजपा में शामिल", "लखनऊ। सपा के करीब 120 कार्यकर्ता भाजपा में शामिल हो गए।", nil},
		{"other people", "सपा के 12 पार्षद भाजपा में शामिल", "लखनऊ। सपा के 10 विधायक भाजपा में शामिल हो गए।", nil},
		{"in two parts", "सपा के 12 पार्षद भाजपा में शामिल", "लखनऊ। सपा के 10 पार्षद भाजपा में शामिल हो गए। बाद में सपा के 2 पार्षद भी भाजपा में शामिल हुए।", nil},
		{"the title counts others too", "सपा के 12 पार्षद भाजपा में शामिल", "लखनऊ। सपा के 10 पार्षद भाजपा में शामिल हो गए। विनोद साहू और सीमा रावत भी भाजपा में शामिल हुए।", nil},
		{"a list numbered to less", "", "सपा के 5 पार्षद भाजपा में शामिल हो गए। इनके नाम हैं-" + list, []string{countConflict}},
		{"a list numbered to more", "", "सपा के 3 पार्षद भाजपा में शामिल हो गए-" + list, []string{countConflict}},
		{"a list numbered in Devanagari digits", "", "सपा के ५ पार्षद भाजपा में शामिल हो गए-\n१. विनोद साहू\n२. सीमा रावत\n३. इकबाल अंसारी", []string{countConflict}},
		{"a list of all", "", "सपा के 4 पार्षद भाजपा में शामिल हो गए-" + list, nil},
		{"a list of some", "", "सपा के 20 पार्षद भाजपा में शामिल हो गए। प्रमुख नाम हैं-" + list, nil},
		{"a list of something else", "", "सपा के 20 पार्षद भाजपा में शामिल हो गए। पार्टी ने कारण गिनाए।" + list, nil},
	} {
		moves, _ := readMoves(c.title, c.text, "2024-03-20")
		if len(moves) == 0 {
			t.Errorf("%s: no move", c.name)
			continue
		}
		if !slices.Equal(moves[0].Flags, c.want) {
			t.Errorf("%s: flags %v, want %v: %s", c.name, moves[0].Flags, c.want, moveText(&moves[0]))
		}
	}
}
