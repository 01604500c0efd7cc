package extract

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// names lists the first column of a lexicon table.
func names(t *testing.T, path string) []string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, line := range strings.Split(strings.TrimSpace(string(raw)), "\n")[1:] {
		name, _, _ := strings.Cut(line, "\t")
		out = append(out, name)
	}
	return out
}

// Every name of the lexicon is found whole as the name of one who leaves. Those that are not are titles or ways of
// addressing somebody as well (मास्टर, भैया), and few.
func TestEveryName(t *testing.T) {
	x := extractor(t)
	all, lost := 0, []string{}
	try := func(name string) {
		all++
		records := x.Extract(Article{ID: "a", Text: fmt.Sprintf("पूर्व विधायक %s ने सपा छोड़ दी।", name)}).Records
		if len(records) != 1 || records[0].Who.Name != name {
			lost = append(lost, name)
		}
	}
	for _, n := range names(t, "lexicon/given.tsv") {
		try(n + " सिंह")
	}
	for _, n := range names(t, "lexicon/surnames.tsv") {
		try("रमेश " + n)
	}
	if all < 5000 || len(lost)*100 > all {
		t.Errorf("%d of %d names are lost: %s", len(lost), all, strings.Join(lost, ", "))
	}
}

// A farewell is a host only as a whole.
func TestFirstNamesThatBeginAPhrase(t *testing.T) {
	x := extractor(t)
	for _, name := range []string{"राम सिंह", "राम कुमार", "राम प्रसाद यादव", "राम गोपाल वर्मा", "जय राम ठाकुर"} {
		records := x.Extract(Article{ID: "a", Text: "पूर्व विधायक " + name + " ने सपा छोड़ दी।"}).Records
		if len(records) != 1 || records[0].Who.Name != name {
			t.Errorf("%s: %+v", name, records)
		}
	}
	if r := x.Extract(Article{ID: "a", Text: "भाजपा ने पूर्व विधायक जीत राम को पार्टी से निष्कासित कर दिया।"}).Records; len(r) != 1 || r[0].Who.Name != "जीत राम" {
		t.Errorf("जीत राम को: %+v", r)
	}
	if r := x.Extract(Article{ID: "a", Text: "पूर्व विधायक राम सिंह ने सपा को राम राम कह दिया।"}).Records; len(r) != 1 {
		t.Errorf("राम राम: %+v", r)
	}
}

// A god or a temple is nobody who leaves, and takes no reason from the one who does.
func TestNamesakes(t *testing.T) {
	x := extractor(t)
	text := "पूर्व विधायक सुरेश वर्मा ने सपा छोड़ दी। उन्होंने कहा कि पार्टी ने राम मंदिर उत्सव में शामिल न होकर उनकी धार्मिक भावनाओं को आहत किया।"
	r := x.Extract(Article{ID: "a", Text: text}).Records
	if len(r) != 1 || len(r[0].Why) != 1 || r[0].Why[0].Reason != "community" {
		t.Errorf("%+v", r)
	}
	for _, text := range []string{"भगवान राम के भक्त ने सपा छोड़ दी।", "राम मंदिर ने सपा छोड़ दी।"} {
		for _, r := range x.Extract(Article{ID: "a", Text: text}).Records {
			if strings.Contains(r.Who.Name, "राम") {
				t.Errorf("%s: %+v", text, r.Who)
			}
		}
	}
}

func TestStandingIsNoOffice(t *testing.T) {
	x := extractor(t)
	for text, role := range map[string]string{
		"नाराज पूर्व मंत्री सुरेश वर्मा ने सपा छोड़ दी।": "पूर्व मंत्री",
		"बागी विधायक सुरेश वर्मा ने सपा छोड़ दी।":        "विधायक",
		"वरिष्ठ नेता सुरेश वर्मा ने सपा छोड़ दी।":        "वरिष्ठ नेता",
	} {
		if r := x.Extract(Article{ID: "a", Text: text}).Records; len(r) != 1 || r[0].Who.Role != role {
			t.Errorf("%s: %+v, want the role %s", text, r, role)
		}
	}
}

// No article gives two records of one id.
func TestIDsAreUnique(t *testing.T) {
	x := extractor(t)
	articles := goldArticles(t, "../testdata/gold.jsonl")
	if a, err := os.ReadFile("../../shared/gold/dev.jsonl"); err == nil && len(a) > 0 {
		articles = append(articles, goldArticles(t, "../../shared/gold/dev.jsonl")...)
	} else {
		t.Log("without the shared gold articles, which are not here")
	}
	for _, a := range articles {
		seen := map[string]bool{}
		for _, r := range x.Extract(a).Records {
			if seen[r.ID] {
				t.Errorf("%s: two records have the id %s", a.ID, r.ID)
			}
			seen[r.ID] = true
		}
	}
}

// Texts that nobody writes take time in proportion to their length. What is not linear in them takes minutes, so that
// the bound need not be tight.
func TestHostileTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: texts of 400 KB")
	}
	x := extractor(t)
	consonants := []rune("कखगचजटडतदनपबमरलवसह")
	name := func(i int) string {
		n := len(consonants)
		return string([]rune{consonants[i%n], 'ा', consonants[i/n%n], 'ी', consonants[i/n/n%n]})
	}
	for what, piece := range map[string]func(i int) string{
		"different names": func(i int) string { return name(i) + " सिंह, " },
		"different movers": func(i int) string {
			return "पूर्व विधायक " + name(i) + " सिंह ने सपा छोड़कर भाजपा का दामन थाम लिया। "
		},
		"movers and groups": func(i int) string {
			return strconv.Itoa(i%50+2) + " पार्षदों ने भी भाजपा छोड़ दी। " + name(i) + " यादव ने भाजपा छोड़ दी। "
		},
		"one sentence": func(int) string { return "सपा से इस्तीफा देकर " },
		"brackets":     func(int) string { return "([{" },
	} {
		var b strings.Builder
		for i := 0; b.Len() < 400_000; i++ {
			b.WriteString(piece(i))
		}
		start := time.Now()
		x.Extract(Article{ID: "a", Text: b.String()})
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%s: %v for %d bytes", what, d, b.Len())
		}
	}
}

// Texts that nobody writes, each of which once brought a fault to light.
func TestBrokenTexts(t *testing.T) {
	x := extractor(t)
	for _, a := range []Article{
		{Text: "\" सुरेश वर्मा होकर “भारतीय पार्टी” बनाने"},
		{Text: "जनाधिकार पार्टी'। उनके 12 पदाधिकारियों त्यागपत्र दिए दोबारा।कुमार है, परिवार कहा वर्मा ने कांग्रेस छोड़कर"},
		{Title: "बोले- करीबियों", Text: "ली सपा करीबियों सदस्यता।लाल कांग्रेस नेताओं पार्टी से मुंह मोड़ गए?"},
		{Title: "बसपा वर्मा सपा में", Text: "सपा ने पार्टी से निलंबित वर्मा अर्थ"},
		{Title: "बसपा वर्मा सपा में", Text: "उपाध्यक्ष पंजाब के"},
		{Text: "सुरेश वर्मा ने सपा छोड़ दी। सुरेश"},
		{Title: "सपा को झटका", Text: "सुरेश वर्मा भाजपा में आए। गोपाल कोरी ने सपा छोड़ दी उनके साथ"},
		{Text: "आप के पी आई दुबे ने पार्टी छोड़कर भाजपा का दामन थामा। आप के के के सिंह भी गए।"},
		{Title: "जदयू के दो नेता राजद में", Text: "दोनों ने राजद का दामन थामा।"},
	} {
		a.ID, a.Published = "broken", "2024-01-31"
		for _, r := range x.Extract(a).Records {
			check(t, compiledSchema(t), a, r)
		}
	}
}
