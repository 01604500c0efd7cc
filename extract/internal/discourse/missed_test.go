package discourse

import "testing"

func TestMissed(t *testing.T) {
	const joined = "पार्षद विनोद साहू भाजपा में शामिल हो गए। मिठाई बंटी। सड़क जाम रही। "
	moved, came := []string{"switch विनोद साहू: SP done > BJP done"}, []string{"join विनोद साहू: > BJP done"}
	checkArticles(t, []article{
		{"his going costs the party", "", joined + "उनके जाने से सपा को नुकसान होगा।", moved},
		{"by name, and nothing", "", joined + "विनोद साहू के जाने से सपा की सेहत पर असर नहीं पड़ेगा।", moved},
		{"his turning", "", joined + "उनके पाला बदलने से सपा में खलबली है।", moved},
		{"its people speak of it", "", joined + "सपा जिलाध्यक्ष गोपाल कोरी ने कहा कि उनके जाने से पार्टी को कोई फर्क नहीं पड़ेगा।", moved},
		{"it says so itself", "", joined + "सपा ने कहा कि उनके जाने से पार्टी का बोझ हल्का होगा।", moved},
		{"that is a blow", "", "पार्षद विनोद साहू भाजपा में शामिल हो गए। इसे सपा के लिए झटका माना जा रहा है।", moved},
		{"whose people welcome him", "", joined + "भाजपा जिलाध्यक्ष गोपाल कोरी ने कहा कि उनके आने से पार्टी को मजबूती मिलेगी।", came},
		{"somebody else's going", "", joined + "सीमा रावत ने कहा कि गोपाल कोरी के जाने से सपा को नुकसान होगा।", came},
		{"some go elsewhere", "", "पार्षद विनोद साहू भाजपा में शामिल हो गए। सीमा रावत बसपा में शामिल हो गईं। मिठाई बंटी। उनके जाने से सपा को नुकसान होगा।",
			[]string{"join विनोद साहू: > BJP done", "join सीमा रावत: > BSP done"}},
	})
}
