package discourse

import (
	"slices"
	"testing"
)

// daysOf lists the days of an article's moves; it came out on a Wednesday.
func daysOf(title, text string) (out []string) {
	moves, _ := readMoves(title, text, "2024-03-20")
	for _, m := range moves {
		d := ""
		if m.When != nil {
			d = m.When.Date
		}
		out = append(out, d)
	}
	return out
}

func TestWhen(t *testing.T) {
	for _, c := range []struct {
		name, title, text string
		want              []string
	}{
		{"a weekday", "", "विनोद साहू ने सोमवार को सपा छोड़ दी।", []string{"2024-03-18"}},
		{"the day itself", "", "विनोद साहू ने बुधवार को सपा छोड़ दी।", []string{"2024-03-20"}},
		{"Devanagari digits", "", "विनोद साहू ने १२ मार्च को सपा छोड़ दी।", []string{"2024-03-12"}},
		{"the lead's day", "", "सपा में मंगलवार को बगावत हो गई। प्रदेश सचिव विनोद साहू ने पार्टी से इस्तीफा दे दिया।", []string{"2024-03-19"}},
		{"told after the leg", "", "विनोद साहू ने सपा से इस्तीफा दे दिया है। सोमवार की शाम उन्होंने इसकी जानकारी दी।", []string{"2024-03-18"}},
		{"the day of those before", "", "विनोद साहू सोमवार को भाजपा में शामिल हुए। इसी मौके पर इकबाल अंसारी ने भी भाजपा की सदस्यता ली।", []string{"2024-03-18", "2024-03-18"}},
		{"the same day", "", "विनोद साहू ने सोमवार को सपा छोड़ दी। सीमा रावत उसी दिन बसपा छोड़कर भाजपा में शामिल हो गईं।", []string{"2024-03-18", "2024-03-18"}},
		{"a pluperfect", "विनोद साहू ने छोड़ी सपा", "विनोद साहू ने 12 मार्च को सपा छोड़ दी थी। अब वह भाजपा में जाएंगे।", []string{"2024-03-12"}},
		{"no date", "", "विनोद साहू ने सपा छोड़ दी।", []string{""}},
		{"the day of a vote", "", "10 मार्च को हुए मतदान के बाद से नाराज थे लोग। विनोद साहू ने सपा छोड़ दी।", []string{""}},
		{"until yesterday", "", "कल तक साथ थे लोग। विनोद साहू ने सपा छोड़ दी।", []string{""}},
		{"long ago", "", "2 फरवरी को बैठक हुई थी। विनोद साहू ने सपा छोड़ दी।", []string{""}},
		{"before the news", "", "विनोद साहू ने सोमवार को सपा छोड़ दी। इकबाल अंसारी पहले ही कांग्रेस में शामिल हो चुके हैं।", []string{"2024-03-18", ""}},
		{"announced", "", "विनोद साहू सोमवार को भाजपा में शामिल होंगे।", []string{""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := daysOf(c.title, c.text); !slices.Equal(got, c.want) {
				t.Errorf("%s\n got  %q\n want %q", c.text, got, c.want)
			}
		})
	}
}
