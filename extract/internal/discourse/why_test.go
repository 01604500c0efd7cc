package discourse

import (
	"slices"
	"strings"
	"testing"
)

// A reason is given as "person: reason by whom, …", in the order of the moves.
func TestReasons(t *testing.T) {
	for _, c := range []struct {
		name, title, text string
		want              []string
	}{
		{"stated by the reporter", "", "विनोद साहू ने उपेक्षा से नाराज होकर सपा छोड़ दी।", []string{"विनोद साहू: neglect reporter"}},
		{"in his own words", "", "विनोद साहू ने सपा छोड़ दी। उन्होंने कहा कि पार्टी में दम घुट रहा था।", []string{"विनोद साहू: neglect self"}},
		{"as he is the source", "", "विनोद साहू ने सपा छोड़ दी। विनोद साहू के मुताबिक पार्टी में कार्यकर्ताओं की कोई कद्र नहीं है।", []string{"विनोद साहू: neglect self"}},
		{"as the speech goes on", "", "विनोद साहू ने सपा छोड़ दी। उनका आरोप है कि किसी ने साथ नहीं दिया। पार्टी एक परिवार की जागीर बन गई है।", []string{"विनोद साहू: neglect self, favouritism self"}},
		{"within a quotation, whoever it names", "", "विनोद साहू ने सपा छोड़ दी। विनोद साहू ने कहा, \"मैंने बहुत सहा। अध्यक्ष सीमा रावत ने तानाशाही मचा रखी है।\"", []string{"विनोद साहू: leadership self"}},
		{"done to him by somebody else", "", "विनोद साहू ने सपा छोड़ दी। सीमा रावत ने उनका टिकट काट दिया था।", []string{"विनोद साहू: ticket_denied reporter"}},
		{"the old party's answer is none", "", "विनोद साहू ने सपा छोड़ दी। सपा प्रवक्ता सीमा रावत ने कहा कि वह परिवारवाद के पोषक थे।", []string{"विनोद साहू:"}},
		{"the receiver tells what drew him", "", "विनोद साहू सपा छोड़कर भाजपा में शामिल हो गए। भाजपा प्रवक्ता सीमा रावत ने कहा कि वह पार्टी की नीतियों से प्रभावित होकर आए हैं।", []string{"विनोद साहू: attraction joined"}},
		{"a farewell is not speech", "", "विनोद साहू ने सपा को अलविदा कह दिया। शहर के कार्यक्रमों में उन्हें जगह नहीं मिली।", []string{"विनोद साहू:"}},
		{"all of them say", "", "विनोद साहू और सीमा रावत सपा छोड़कर भाजपा में शामिल हो गए। सभी ने कहा कि पार्टी में कोई सम्मान नहीं मिलता था।", []string{"विनोद साहू: neglect self", "सीमा रावत: neglect self"}},
		{"one for both", "", "विनोद साहू और सीमा रावत सपा छोड़कर भाजपा में शामिल हो गए। विनोद साहू ने कहा कि हमारी बात नहीं सुनी जाती थी।", []string{"विनोद साहू: neglect self", "सीमा रावत: neglect self"}},
		{"each his own", "", "विनोद साहू ने सपा छोड़ दी। उन्होंने कहा कि दम घुट रहा था। सीमा रावत ने बसपा छोड़ दी। सीमा रावत ने निजी कारणों का हवाला दिया।", []string{"विनोद साहू: neglect self", "सीमा रावत: personal reporter"}},
		{"the party that puts him out has it", "", "सपा ने विनोद साहू को अनुशासनहीनता के आरोप में निष्कासित कर दिया।", []string{"विनोद साहू: discipline reporter"}},
		{"no discipline in a leaving", "", "विनोद साहू ने सपा छोड़ दी। उन्होंने कहा कि अनुशासनहीनता की बात झूठी है।", []string{"विनोद साहू:"}},
		{"not what was long ago", "", "विनोद साहू ने सपा छोड़ दी। 2012 में पार्टी ने उनका टिकट काट दिया था।", []string{"विनोद साहू:"}},
		{"but what lasts since", "", "विनोद साहू ने सपा छोड़ दी। वह 2012 से उपेक्षा के चलते नाराज थे।", []string{"विनोद साहू: neglect reporter"}},
		{"none for what is denied", "", "विनोद साहू सपा में शामिल नहीं होंगे। उन्होंने कहा कि टिकट न मिलने से नाराज होने की बात गलत है।", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			moves, _ := readMoves(c.title, c.text, "2022-06-15")
			var got []string
			for _, m := range moves {
				var why []string
				for _, r := range m.Why {
					why = append(why, r.ID+" "+r.By)
				}
				got = append(got, strings.TrimSpace(m.Entity.Name+": "+strings.Join(why, ", ")))
			}
			if c.want == nil {
				for _, m := range moves {
					if len(m.Why) > 0 {
						t.Errorf("reasons of a denied move: %q", got)
					}
				}
				return
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
		})
	}
}
