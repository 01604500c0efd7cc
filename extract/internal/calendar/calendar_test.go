package calendar

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
)

const dataFile = "../../lexicon/time.yaml"

func load(t testing.TB) *Words {
	t.Helper()
	data, err := os.ReadFile(dataFile)
	if err != nil {
		t.Fatal(err)
	}
	w, err := Load(data)
	if err != nil {
		t.Fatalf("%s: %v", dataFile, err)
	}
	return w
}

func describe(doc *devanagari.Document, list []Expr) string {
	var out []string
	for _, e := range list {
		s := doc.Slice(e.First, e.Last) + "=" + e.Date
		if e.Ahead != "" && e.Ahead != e.Date {
			s += "/" + e.Ahead
		}
		for _, f := range []struct {
			on   bool
			name string
		}{{e.Past, "past"}, {e.Recent, "recent"}, {e.Future, "future"}} {
			if f.on {
				s += " " + f.name
			}
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// Published 2022-01-12 is a Wednesday.
func TestFind(t *testing.T) {
	w := load(t)
	const pub = "2022-01-12"
	for _, c := range []struct{ text, published, want string }{
		{"उन्होंने 11 जनवरी 2022 को इस्तीफा दिया", pub, "11 जनवरी 2022=2022-01-11"},
		{"उन्होंने ११ जनवरी को इस्तीफा दिया", pub, "११ जनवरी=2022-01-11"},
		{"29 दिसंबर को सदस्यता ली", pub, "29 दिसंबर=2021-12-29"},
		{"आठ दिसंबर को पत्र सौंपा", pub, "आठ दिसंबर=2021-12-08"},
		{"25 जनवरी को शामिल होंगे", pub, "25 जनवरी=2022-01-25 future"},
		{"25 जनवरी को शामिल होंगे", "", "25 जनवरी="},
		{"31 फरवरी को", pub, ""},
		{"साल के आखिरी दिन पार्टी छोड़ी", pub, "साल के आखिरी दिन=2021-12-31"},
		{"नए साल के पहले दिन झटका", pub, "नए साल के पहले दिन=2022-01-01"},
		{"गणतंत्र दिवस के मौके पर शामिल होंगे", pub, "गणतंत्र दिवस के मौके=2022-01-26 future"},
		{"गणतंत्र दिवस की परेड", pub, ""},
		{"तीन और 10 मई को सभा", pub, "तीन=2022-05-03 future; 10 मई=2022-05-10 future"},
		{"मई 6, 2021 को", pub, "मई 6, 2021=2021-05-06 past"},
		{"Updated: 13 Apr, 2018", pub, "13 Apr, 2018=2018-04-13 past"},
		{"12/01/2022 को", "", "12/01/2022=2022-01-12"},
		{"जनवरी 2021 में वह आए", pub, "जनवरी 2021=2021-01 past"},
		{"दिसंबर में वह आए", pub, "दिसंबर=2021-12/2022-12"},
		{"2016 में बसपा छोड़ी", pub, "2016=2016 past"},
		{"वर्ष २०१७ के चुनाव", "", "वर्ष २०१७=2017 past"},
		{"2016 कार्यकर्ता आए", pub, ""},
		{"मंगलवार को इस्तीफा दिया", pub, "मंगलवार=2022-01-11/2022-01-18"},
		{"बुधवार को इस्तीफा दिया", pub, "बुधवार=2022-01-12"},
		{"बीते शुक्रवार को", pub, "बीते शुक्रवार=2022-01-07"},
		{"आगामी शुक्रवार को", pub, "आगामी शुक्रवार=2022-01-14 future"},
		{"बृहस्पतिवार देर रात", pub, "बृहस्पतिवार देर रात=2022-01-06/2022-01-13"},
		{"मंगलवार को", "", "मंगलवार="},
		{"सोमवार (10 जनवरी) को", pub, "सोमवार (10 जनवरी)=2022-01-10"},
		{"शुक्रवार यानी 14 जनवरी को", pub, "शुक्रवार यानी 14 जनवरी=2022-01-14 future"},
		{"हर मंगलवार को", pub, ""},
		{"आज सुबह इस्तीफा दिया", pub, "आज सुबह=2022-01-12"},
		{"आज की राजनीति में", pub, ""},
		{"कल शाम आए", pub, "कल शाम=2022-01-11/2022-01-13"},
		{"कल तक जो साथ थे", pub, ""},
		{"परसों", pub, "परसों=2022-01-10/2022-01-14"},
		{"बीते दिन सदस्यता ली", pub, "बीते दिन=2022-01-11"},
		{"बीते दिनों मिले थे", pub, "बीते दिनों= past recent"},
		{"दो दिन पहले आए", pub, "दो दिन पहले=2022-01-10 past recent"},
		{"एक दिन पूर्व", "", "एक दिन पूर्व= past recent"},
		{"मतदान से दो दिन पहले", pub, "दो दिन पहले= past recent"},
		{"कुछ दिन पहले आए", pub, "कुछ दिन पहले= past recent"},
		{"दो साल पहले छोड़ी", pub, "दो साल पहले=2020 past"},
		{"डेढ़ साल पहले छोड़ी", pub, "डेढ़ साल पहले= past"},
		{"तीन माह पूर्व", pub, "तीन माह पूर्व=2021-10 past"},
		{"साल भर पहले", pub, "साल भर पहले=2021 past"},
		{"पिछले साल आए थे", pub, "पिछले साल=2021 past"},
		{"पिछले साल जुलाई में", pub, "पिछले साल जुलाई=2021-07 past"},
		{"पिछले साल 5 नवंबर को", pub, "पिछले साल 5 नवंबर=2021-11-05 past"},
		{"पिछले हफ्ते मिले", pub, "पिछले हफ्ते= past recent"},
		{"इसी महीने", pub, "इसी महीने=2022-01"},
		{"अगले महीने", pub, "अगले महीने=2022-02 future"},
		{"दो दिन बाद शामिल होंगे", pub, "दो दिन बाद=/2022-01-14"},
		{"पांच साल बाद घर वापसी", pub, ""},
		{"इससे पहले वह सपा में थे", pub, "इससे पहले= past"},
		{"हाल ही में आए", pub, "हाल ही में= past recent"},
		{"कभी सपा में थे", pub, "कभी= past"},
		{"कभी भी जा सकते हैं", pub, ""},
		{"चुनाव से पहले झटका", pub, ""},
		{"पैदल मार्च में", pub, ""},
		{"जल्द शामिल होंगे", pub, "जल्द= future"},
	} {
		doc := devanagari.Parse(c.text)
		if got := describe(doc, w.Find(doc, 0, len(doc.Tokens), c.published)); got != c.want {
			t.Errorf("%s (%s)\n got  %s\n want %s", c.text, c.published, got, c.want)
		}
	}
}

func TestResolve(t *testing.T) {
	w := load(t)
	doc := devanagari.Parse("कल")
	e := w.Find(doc, 0, 1, "2024-03-01")[0]
	if got := e.Resolve(false); got.Date != "2024-02-29" || got.Future || got.Ahead != "" {
		t.Errorf("past reading: %+v", got)
	}
	if got := e.Resolve(true); got.Date != "2024-03-02" || !got.Future || got.Ahead != "" {
		t.Errorf("future reading: %+v", got)
	}
}

func TestCount(t *testing.T) {
	w := load(t)
	for _, c := range []struct {
		text   string
		n      int
		vague  bool
		length int
	}{
		{"200 कार्यकर्ताओं ने", 200, false, 1},
		{"२७ नेता", 27, false, 1},
		{"1,200 लोग", 1200, false, 1},
		{"तीन सौ लोग", 300, false, 2},
		{"दो सौ पचास लोग", 250, false, 3},
		{"ढाई हजार समर्थक", 2500, false, 2},
		{"डेढ़ सौ परिवार", 150, false, 2},
		{"साढ़े तीन सौ", 350, false, 3},
		{"सवा सौ", 125, false, 2},
		{"सवा दो सौ", 225, false, 3},
		{"पौने दो सौ", 175, false, 3},
		{"आधा दर्जन पार्षद", 6, false, 2},
		{"दो दर्जन परिवार", 24, false, 2},
		{"डेढ़ दर्जन", 18, false, 2},
		{"दर्जन भर नेता", 12, false, 2},
		{"एक लाख बीस हजार", 120000, false, 4},
		{"सौ से अधिक", 100, false, 1},
		{"पच्चीस साथी", 25, false, 1},
		{"सैकड़ों समर्थक", 0, true, 1},
		{"दर्जनों पदाधिकारी", 0, true, 1},
		{"कई दर्जन लोग", 0, true, 2},
		{"दो तीन नेता", 0, true, 2},
		{"20 से 25 लोग", 0, true, 3},
		{"नेता", 0, false, 0},
		{"डेढ़ साल", 0, false, 0},
	} {
		n, isVague, length, ok := w.Count(devanagari.Parse(c.text).Tokens, 0)
		if n != c.n || isVague != c.vague || length != c.length || ok != (c.length > 0) {
			t.Errorf("%s: %d vague=%v length %d ok=%v, want %d vague=%v length %d", c.text, n, isVague, length, ok, c.n, c.vague, c.length)
		}
	}
}

func TestLoadErrors(t *testing.T) {
	for _, data := range []string{"", "number: {}\n", "months: {13: [क]}\n", "weekdays: {1: [क], 2: [क]}\n"} {
		if _, err := Load([]byte(data)); !errors.Is(err, ErrData) {
			t.Errorf("%q: got %v", data, err)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"11 जनवरी 2022 को", "बीते शुक्रवार (13, 14 व 15 मई) को", "साढ़े तीन सौ साल पहले", "29 फरवरी", "पिछले साल जुलाई 99", "2017-18 में 12/13/14"} {
		f.Add(s, "2024-02-29")
	}
	w := load(f)
	f.Fuzz(func(t *testing.T, text, published string) {
		doc := devanagari.Parse(text)
		end := 0
		for _, e := range w.Find(doc, 0, len(doc.Tokens), published) {
			if e.First < end || e.First >= e.Last || e.Last > len(doc.Tokens) {
				t.Fatalf("bad span %+v after %d", e, end)
			}
			end = e.Last
			for _, d := range []string{e.Date, e.Ahead} {
				if d == "" {
					continue
				}
				if _, err := time.Parse("2006-01-02"[:len(d)], d); err != nil {
					t.Fatalf("bad date in %+v: %v", e, err)
				}
			}
			if (e.Date == "") != (e.Precision == "") {
				t.Fatalf("date and precision disagree: %+v", e)
			}
		}
		for i := range doc.Tokens {
			if n, _, length, ok := w.Count(doc.Tokens, i); ok != (length > 0) || n < 0 || i+length > len(doc.Tokens) {
				t.Fatalf("Count at %d: %d, %d tokens, %v", i, n, length, ok)
			}
		}
	})
}
