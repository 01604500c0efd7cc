package extract

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// explained holds an explanation to what Extract gives and to what every explanation keeps.
func explained(t testing.TB, x *Extractor, a Article) Explanation {
	t.Helper()
	e := x.Explain(a)
	var records []Record
	for _, r := range e.Records {
		records = append(records, r.Record)
	}
	if want := x.Extract(a).Records; !reflect.DeepEqual(records, want) {
		t.Errorf("%s: Explain gives other records than Extract:\n%+v\n%+v", a.ID, records, want)
	}
	span := func(what string, s TextSpan) {
		text := []rune(a.Text)
		if s.In == "title" {
			text = []rune(a.Title)
		}
		if s.Start < 0 || s.Start >= s.End || s.End > len(text) || string(text[s.Start:s.End]) != s.Text {
			t.Errorf("%s: %s %+v is not what the article has there", a.ID, what, s)
		}
	}
	maybe := func(what string, s *TextSpan) {
		if s != nil {
			span(what, *s)
		}
	}
	in := func(what string, i int, s TextSpan) {
		if i < 0 || i >= len(e.Sentences) {
			t.Fatalf("%s: %s is of sentence %d", a.ID, what, i)
		}
		if at := e.Sentences[i]; at.In != s.In || s.Start < at.Start || s.Start >= at.End {
			t.Errorf("%s: %s %+v does not begin in its sentence %+v", a.ID, what, s, at)
		}
	}
	for _, s := range e.Sentences {
		span("sentence", s.TextSpan)
	}
	for _, r := range e.Records {
		product := r.Confidence.From
		for _, d := range r.Confidence.Doubts {
			product *= d.Factor
		}
		if got := math.Round(product*100) / 100; got != r.Record.Confidence || r.Confidence.Value != got {
			t.Errorf("%s: the parts of the confidence make %v, not %v", a.ID, got, r.Record.Confidence)
		}
		for _, s := range r.Slots {
			span(s.Slot, s.Evidence)
			in(s.Slot, s.Sentence, s.Evidence)
			if s.Value == "" || s.Rule.ID == "" {
				t.Errorf("%s: slot %+v has no value or no rule", a.ID, s)
			}
			if s.Slot == "left" && s.Leg == nil && s.Origin == "" || s.Slot == "joined" && s.Leg == nil {
				t.Errorf("%s: it is not told how %s was found: %+v", a.ID, s.Slot, s)
			}
			if s.Leg == nil {
				continue
			}
			if s.Rule.File == "" || s.Rule.Line == 0 {
				t.Errorf("%s: rule %s has no place", a.ID, s.Rule.ID)
			}
			for _, tr := range s.Leg.Trigger {
				span("trigger", tr)
			}
			span("cue", s.Leg.Status.Cue)
			for what, p := range map[string]*PhraseRead{"who": s.Leg.Who, "party": s.Leg.Party, "receiver": s.Leg.Receiver} {
				if p != nil {
					maybe(what, p.Phrase)
					maybe(what, p.At)
				}
			}
			if p := s.Leg.Party; p != nil && p.Means != s.Value {
				t.Errorf("%s: the party of %+v is said to be %s", a.ID, s, p.Means)
			}
		}
	}
	for i, w := range e.WhyNot {
		span("trigger", w.Trigger)
		in("trigger", w.Sentence, w.Trigger)
		maybe("guard", w.Guard)
		maybe("cue", w.Cue)
		if w.Reason == "" || w.Reason == unexplained || w.Rule.ID == "" || w.Rule.Line == 0 {
			t.Errorf("%s: %d says not why: %+v", a.ID, i, w)
		}
		for _, n := range w.Records {
			if n < 0 || n >= len(e.Records) {
				t.Errorf("%s: %d names record %d", a.ID, i, n)
			}
		}
	}
	return e
}

// triggersOf counts the triggers of each sentence of a text, by the stages themselves.
func triggersOf(x *Extractor, doc *devanagari.Document, known *syntax.Known) []int {
	counts := make([]int, len(doc.Sentences))
	if doc.NoSpace {
		return counts
	}
	sentences := x.parser.Parse(doc, known)
	events, misses := x.matcher.Match(doc, sentences)
	for _, ev := range events {
		counts[sentences[ev.Sentence].Index]++
	}
	for _, m := range misses {
		counts[sentences[m.Sentence].Index]++
	}
	return counts
}

// everyTrigger holds an explanation to its promise: a sentence with a trigger has a record that rests on it, or an entry that says
// why it has none; and an entry for each trigger that no record rests on.
func everyTrigger(t testing.TB, x *Extractor, a Article, e Explanation) (silent int) {
	t.Helper()
	head, body := titleOf(a.Title), devanagari.Parse(a.Text)
	if body.NoSpace {
		return 0
	}
	known := syntax.NewKnown(a.Published)
	x.parser.Parse(head, known)
	text := triggersOf(x, body, known)
	counts := append(triggersOf(x, head, known), text...)
	entries := make([]int, len(e.Sentences))
	for _, w := range e.WhyNot {
		entries[w.Sentence]++
	}
	for i, n := range counts {
		s := e.Sentences[i]
		if s.Triggers != n {
			t.Errorf("%s: sentence %d has %d triggers, not %d: %s", a.ID, i, n, s.Triggers, s.Text)
		}
		if n > 0 && len(s.Records) == 0 {
			silent++
			if entries[i] < n {
				t.Errorf("%s: sentence %d has %d triggers and no record, and %d entries: %s", a.ID, i, n, entries[i], s.Text)
			}
		}
	}
	return silent
}

// testArticles are the articles of the repository, and those of dev.jsonl where they are.
func testArticles(t testing.TB) []Article {
	t.Helper()
	var out []Article
	files, err := filepath.Glob("../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no articles", err)
	}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		title, text, _ := strings.Cut(string(raw), "\n\n")
		out = append(out, Article{ID: filepath.Base(f), Title: title, Text: text})
	}
	for _, path := range []string{"../testdata/articles/articles.jsonl", "../testdata/gold.jsonl"} {
		out = append(out, goldArticles(t, path)...)
	}
	if dev := "../../shared/gold/dev.jsonl"; exists(dev) {
		out = append(out, goldArticles(t, dev)...)
	} else {
		t.Logf("%s is not here", dev)
	}
	return out
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// Explain gives the records of Extract, and every sentence with a trigger and no record is in the why-not list.
func TestExplainArticles(t *testing.T) {
	x := extractor(t)
	records, silent := 0, 0
	for _, a := range testArticles(t) {
		e := explained(t, x, a)
		records += len(e.Records)
		silent += everyTrigger(t, x, a, e)
	}
	if records == 0 || silent == 0 {
		t.Errorf("%d records, %d sentences with a trigger and none", records, silent)
	}
}

// So it is with every rule's own examples and counterexamples, each an article by itself.
func TestExplainExamples(t *testing.T) {
	x := extractor(t)
	for _, r := range x.TestRules() {
		a := Article{ID: r.Rule, Text: r.Text}
		everyTrigger(t, x, a, explained(t, x, a))
		a = Article{ID: r.Rule, Title: r.Text}
		everyTrigger(t, x, a, explained(t, x, a))
	}
}

// The same article gives the same explanation, byte for byte.
func TestExplainSameBytes(t *testing.T) {
	x, y := extractor(t), extractor(t)
	for _, a := range goldArticles(t, "../testdata/gold.jsonl")[:20] {
		one, err := json.Marshal(x.Explain(a))
		if err != nil {
			t.Fatal(err)
		}
		two, err := json.Marshal(y.Explain(a))
		if err != nil {
			t.Fatal(err)
		}
		if string(one) != string(two) {
			t.Errorf("%s: two explanations differ", a.ID)
		}
	}
}

const lead = "बसपा के पूर्व विधायक सुरेश वर्मा ने रविवार को प्रेस वार्ता की। "

// What stands for somebody, or for a party, is told with what it means, how that was found and where it is named.
func TestExplainResolved(t *testing.T) {
	x := extractor(t)
	for _, c := range []struct {
		text, slot       string
		who, means, at   string // the phrase, whom it means, where he is named
		party, is, named string
	}{
		{lead + "उन्होंने पार्टी से इस्तीफा दे दिया।", "left", "उन्होंने", "सुरेश वर्मा", "सुरेश वर्मा", "पार्टी", "BSP", "बसपा"},
		{lead + "इसके बाद पार्टी छोड़ दी।", "left", "", "सुरेश वर्मा", "सुरेश वर्मा", "पार्टी", "BSP", "बसपा"},
		{"सुरेश वर्मा ने सपा छोड़ दी।", "left", "सुरेश वर्मा", "", "", "सपा", "SP", ""},
		{"सपा अध्यक्ष रमेश चौधरी ने सुरेश वर्मा को पार्टी की सदस्यता दिलाई।", "joined", "सुरेश वर्मा", "", "", "पार्टी", "SP", "सपा"},
	} {
		e := explained(t, x, Article{Text: c.text})
		var leg *LegTrace
		for _, r := range e.Records {
			for _, s := range r.Slots {
				if s.Slot == c.slot {
					leg = s.Leg
				}
			}
		}
		if leg == nil {
			t.Errorf("%s: no %s that a clause tells", c.text, c.slot)
			continue
		}
		text := func(s *TextSpan) string {
			if s == nil {
				return ""
			}
			return s.Text
		}
		if leg.Who == nil || leg.Party == nil {
			t.Errorf("%s: %+v", c.text, leg)
			continue
		}
		got := []string{text(leg.Who.Phrase), leg.Who.Means, text(leg.Who.At), text(leg.Party.Phrase), leg.Party.Means, text(leg.Party.At)}
		if want := []string{c.who, c.means, c.at, c.party, c.is, c.named}; !reflect.DeepEqual(got, want) {
			t.Errorf("%s\n got  %q\n want %q", c.text, got, want)
		}
		if (leg.Who.How == "") != (c.means == "") || (leg.Party.How == "") != (c.named == "") {
			t.Errorf("%s: who by %q, party by %q", c.text, leg.Who.How, leg.Party.How)
		}
	}
}

// The party left comes with how it was found, where no clause tells the leaving.
func TestExplainOrigin(t *testing.T) {
	x := extractor(t)
	for _, c := range []struct{ title, text, party, origin string }{
		{"", "सपा के पूर्व विधायक सुरेश वर्मा भाजपा में शामिल हो गए।", "SP", "the words at the name put the person in it"},
		{"", "सपा नेता सुरेश वर्मा और रमेश यादव ने भाजपा की सदस्यता ले ली।", "SP", "the words at others in the list, or at the group, put them in it"},
		{"", "सुरेश वर्मा कांग्रेस से भाजपा में आ गए।", "INC", "the clause of the joining says where from"},
		{"सपा को झटका, सुरेश वर्मा भाजपा में", "सुरेश वर्मा भाजपा में शामिल हो गए।", "SP", "the title or the lead shows it as losing people"},
		{"", "सुरेश वर्मा भाजपा में शामिल हो गए। वह पिछले कुछ समय से कांग्रेस में थे।", "INC", "a sentence says that the person was in it, or held an office of it"},
		{"", "सुरेश वर्मा भाजपा में शामिल हो गए। बसपा ने 2019 में उन्हें पार्टी से निष्कासित कर दिया था।", "BSP", "the party that the person was in last, by what the article tells of the past"},
	} {
		e := explained(t, x, Article{Title: c.title, Text: c.text})
		party, origin := "", ""
		for _, r := range e.Records {
			for _, s := range r.Slots {
				if s.Slot == "left" && s.Origin != "" {
					party, origin = s.Value, s.Origin
				}
			}
		}
		if party != c.party || origin != c.origin {
			t.Errorf("%s\n got  %s, %s\n want %s, %s", c.text, party, origin, c.party, c.origin)
		}
	}
}

// The status of a leg comes with the words that set it, and with why it did not stand.
func TestExplainStatus(t *testing.T) {
	x := extractor(t)
	for _, c := range []struct {
		text, cue      string
		status         Status
		told, first, c string
	}{
		{"सुरेश वर्मा ने सपा छोड़ दी।", "छोड़ दी", Done, "told as happened", "", ""},
		{"सुरेश वर्मा सोमवार को सपा छोड़ेंगे।", "छोड़ेंगे", Announced, "told as yet to come", "", ""},
		{"सुरेश वर्मा के सपा छोड़ने की अटकलें तेज हैं।", "अटकलें", Rumoured, "told as talk", "", ""},
		{"सूत्रों के अनुसार सुरेश वर्मा सपा छोड़ेंगे।", "सूत्रों", Rumoured, "told as yet to come", "", ""},
		{"सुरेश वर्मा ने सपा छोड़ने की खबरों का खंडन किया।", "खंडन", Denied, "told as false", "", ""},
		{"फैक्ट चेक: वायरल पोस्ट की पड़ताल की गई। पोस्ट में दावा है कि सुरेश वर्मा ने सपा छोड़ दी।", "पोस्ट", Denied, "told as happened", "", ""},
		{"क्या सुरेश वर्मा सपा छोड़ेंगे?", "?", Rumoured, "asked", "", ""},
		{"चर्चा है कि सुरेश वर्मा सपा छोड़ सकते हैं। उन्होंने इन खबरों को अफवाह बताया।", "छोड़ सकते हैं", Denied, "told as possible", "rumoured", "the sentence behind it, or those concerned, reject the report"},
	} {
		e := explained(t, x, Article{Text: c.text})
		if len(e.Records) != 1 || len(e.Records[0].Slots) < 2 || e.Records[0].Slots[1].Leg == nil {
			t.Errorf("%s: %+v", c.text, e.Records)
			continue
		}
		s := e.Records[0].Slots[1].Leg.Status
		if got, want := fmt.Sprint(s.Cue.Text, s.Status, s.Told, s.First, s.Changed), fmt.Sprint(c.cue, c.status, c.told, c.first, c.c); got != want {
			t.Errorf("%s\n got  %s\n want %s", c.text, got, want)
		}
	}
}

// A trigger that gives no record says how far it came, what failed first, and the word that forbids the rule.
func TestExplainWhyNot(t *testing.T) {
	x := extractor(t)
	for _, c := range []struct{ text, stage, rule, reason, guard string }{
		{"सुरेश वर्मा ने जिलाध्यक्ष पद से इस्तीफा दे दिया।", "rule", "leave.resign", "no party in the clause, but a post or a House", "जिलाध्यक्ष पद से"},
		{"स्पीकर ने भाजपा विधायक सुरेश वर्मा को सदन से निलंबित कर दिया।", "rule", "suspend.suspended", "guard: the clause has स्पीकर", "स्पीकर"},
		{"विधायक सुरेश वर्मा भाजपा की बैठक में शामिल हुए।", "rule", "join.enter", "no party in the clause", ""},
		{"सुरेश वर्मा दिल्ली चले गए।", "trigger", "join.come", "the verb is a trigger only in a clause that names a party", ""},
		{"अगर टिकट कटा तो सुरेश वर्मा भाजपा में शामिल होंगे।", "article", "join.enter", "a condition, a demand, a wish or a habit is no event", ""},
		{"सुरेश वर्मा भाजपा में शामिल नहीं हुए।", "article", "join.enter", "negated, and the article reports nothing that this would deny", ""},
		{"वे भाजपा में शामिल हो गए।", "article", "join.enter", "nobody has been named whom the pronoun could mean", ""},
		{"भाजपा में शामिल हो गए।", "article", "join.enter", "the sentence names nobody, and it is not sure who is meant", ""},
		{"नेताओं ने भाजपा छोड़ दी।", "article", "leave.quit", "people in general, whose names do not follow", ""},
	} {
		e := x.WhyNot(c.text)
		if len(e.Records) != 0 || len(e.WhyNot) == 0 {
			t.Errorf("%s: %d records, %d entries, %s", c.text, len(e.Records), len(e.WhyNot), e.Note)
			continue
		}
		w := e.WhyNot[0]
		guard := ""
		if w.Guard != nil {
			guard = w.Guard.Text
		}
		if w.Stage != c.stage || w.Rule.ID != c.rule || w.Reason != c.reason || guard != c.guard {
			t.Errorf("%s\n got  %s, %s, %s, %q\n want %s, %s, %s, %q", c.text, w.Stage, w.Rule.ID, w.Reason, guard, c.stage, c.rule, c.reason, c.guard)
		}
	}
}

// Where nothing is a trigger, WhyNot says so.
func TestExplainNoTrigger(t *testing.T) {
	x := extractor(t)
	for _, c := range []struct{ text, note string }{
		{"शुभ प्रभात", "no trigger: none of its words is the noun or the verb of a rule"},
		{"ये भी पढ़ें: सुरेश वर्मा ने सपा छोड़ दी", "no trigger: lines that lead to other articles, and those at the foot of a page, are not read for moves"},
		{strings.Repeat("सपाछोड़दी", 10), "the text has lost its spaces: no rule reads it"},
	} {
		if e := x.WhyNot(c.text); e.Note != c.note || len(e.Records)+len(e.WhyNot) > 0 {
			t.Errorf("%s: %q, %d records, %d entries", c.text, e.Note, len(e.Records), len(e.WhyNot))
		}
	}
}

func FuzzExplain(f *testing.F) {
	f.Add("सपा को झटका, सुरेश वर्मा भाजपा में", "लखनऊ। पूर्व विधायक सुरेश वर्मा ने सपा छोड़कर भाजपा की सदस्यता ले ली।")
	f.Add("क्या सुरेश वर्मा भाजपा में जाएंगे?", lead+"उन्होंने पार्टी से इस्तीफा दे दिया। इनमें राम (बसपा), श्याम भी शामिल हैं।")
	f.Add("", "पद से इस्तीफा दिया। भाजपा कार्यालय जाएंगे।\xff")
	x := extractor(f)
	f.Fuzz(func(t *testing.T, title, text string) {
		a := Article{ID: "fuzz", Title: strings.ToValidUTF8(title, "?"), Text: strings.ToValidUTF8(text, "?")}
		everyTrigger(t, x, a, explained(t, x, a))
		if a.Title != title || a.Text != text {
			x.Explain(Article{Title: title, Text: text})
		}
	})
}
