package extract

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// check holds a record to its schema and its evidence to the article.
func check(t testing.TB, schema *jsonschema.Schema, a Article, r Record) {
	t.Helper()
	raw, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(v); err != nil {
		t.Errorf("%s: %v\n%s", a.ID, err, raw)
	}
	slots := map[string]bool{}
	for _, e := range r.Evidence {
		slots[e.Slot] = true
		text := []rune(a.Text)
		if e.In == "title" {
			text = []rune(a.Title)
		}
		if e.Start < 0 || e.End > len(text) || e.Start >= e.End || string(text[e.Start:e.End]) != e.Text {
			t.Errorf("%s: evidence %+v is not what the article has there", a.ID, e)
		}
	}
	for slot, filled := range map[string]bool{"who": true, "left": r.Left != nil, "joined": r.Joined != nil, "where": len(r.Where) > 0, "why": len(r.Why) > 0, "when": r.When != nil} {
		if filled && !slots[slot] {
			t.Errorf("%s: %s is filled without evidence", a.ID, slot)
		}
	}
}

func compiledSchema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(RecordSchema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("record.json", v); err != nil {
		t.Fatal(err)
	}
	return c.MustCompile("record.json")
}

// goldArticles reads the annotated articles of a gold file.
func goldArticles(t testing.TB, path string) []Article {
	t.Helper()
	raw, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		t.Skipf("%s is not here", path)
	}
	if err != nil {
		t.Fatal(err)
	}
	var out []Article
	for _, line := range bytes.Split(bytes.TrimSpace(raw), []byte("\n")) {
		var a Article
		if err := json.Unmarshal(line, &a); err != nil {
			t.Fatal(err)
		}
		out = append(out, a)
	}
	return out
}

// The records of the example articles are those of the golden file.
func TestGolden(t *testing.T) {
	x, schema := extractor(t), compiledSchema(t)
	files, err := filepath.Glob("../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no articles", err)
	}
	var articles []Article
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		title, text, _ := strings.Cut(string(raw), "\n\n")
		articles = append(articles, Article{ID: strings.TrimSuffix(filepath.Base(f), ".txt"), Title: title, Text: text})
	}
	articles = append(articles, goldArticles(t, "../testdata/articles/articles.jsonl")...)
	var got bytes.Buffer
	enc := json.NewEncoder(&got)
	enc.SetEscapeHTML(false)
	for _, a := range articles {
		for _, r := range x.Extract(a).Records {
			check(t, schema, a, r)
			if err := enc.Encode(r); err != nil {
				t.Fatal(err)
			}
		}
	}
	golden := "../testdata/golden/articles.jsonl"
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("records differ from %s; look at them, then go test ./extract -run Golden -update", golden)
	}
}

// Every record of the annotated articles keeps to the schema and rests on the text.
func TestEvidence(t *testing.T) {
	x, schema := extractor(t), compiledSchema(t)
	for _, path := range []string{"../testdata/gold.jsonl", "../../shared/gold/dev.jsonl"} {
		t.Run(filepath.Base(path), func(t *testing.T) {
			n := 0
			for _, a := range goldArticles(t, path) {
				for _, r := range x.Extract(a).Records {
					check(t, schema, a, r)
					n++
				}
			}
			if n == 0 {
				t.Error("no records at all")
			}
		})
	}
}

// Spans count code points of the text as it is written, through every fold.
func TestEvidenceThroughFolds(t *testing.T) {
	x, schema := extractor(t), compiledSchema(t)
	for _, text := range []string{
		"😀 पूर्व विधायक सुरेश वर्मा ने समाजवादी\u00a0पार्टी छो\u0921\u093c दी।",
		"पूर्व विधायक सुरेश वर्मा ने काँग्रेस को छोडक़र भाजपा की सदस्\u200dयता ले ली।",
		"\ufeffपूर्व विधायक सुरेश\u200b वर्मा ने भा.ज.पा. छोड़कर बी.एस.पी. का दामन थाम लिया.",
		"पूर्व विधायक सुरेश वर्मा ने बसपा छोड़ कर क्\u200dया भाजपा में शामिल हुए, सुरेश वर्मा ने भाजपा की सदस्यता ली।",
	} {
		a := Article{ID: "fold", Text: text}
		records := x.Extract(a).Records
		if len(records) == 0 {
			t.Errorf("no record in %q", text)
		}
		for _, r := range records {
			check(t, schema, a, r)
		}
	}
}

// The same article gives the same bytes, whatever ran before.
func TestSameBytes(t *testing.T) {
	x, y := extractor(t), extractor(t)
	articles := goldArticles(t, "../testdata/gold.jsonl")
	for i := range articles {
		a, err := json.Marshal(x.Extract(articles[i]))
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(y.Extract(articles[i]))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a, b) {
			t.Errorf("%s: two runs differ:\n%s\n%s", articles[i].ID, a, b)
		}
	}
}

func FuzzExtract(f *testing.F) {
	f.Add("सपा को झटका, सुरेश वर्मा भाजपा में", "लखनऊ। पूर्व विधायक सुरेश वर्मा ने सपा छोड़कर भाजपा की सदस्यता ले ली।")
	f.Add("", "इनमें राम (बसपा), श्याम और 20 कार्यकर्ताओं ने 'हाथ' का साथ छोड़ा")
	f.Add("क्या", "\xff\xfe भाजपा ‘आप’ में (((( शामिल")
	x := extractor(f)
	all := parsesAll(x)
	schema := compiledSchema(f)
	f.Fuzz(func(t *testing.T, title, text string) {
		if !utf8.ValidString(title) || !utf8.ValidString(text) {
			x.Extract(Article{ID: "fuzz", Title: title, Text: text})
			return
		}
		a := Article{ID: "fuzz", Title: title, Text: text, Published: "2024-01-31"}
		records := x.Extract(a).Records
		for _, r := range records {
			check(t, schema, a, r)
		}
		if !reflect.DeepEqual(records, all.Extract(a).Records) {
			t.Error("the screen changes the records")
		}
	})
}

func BenchmarkExtract(b *testing.B) {
	x := extractor(b)
	articles := goldArticles(b, "../testdata/gold.jsonl")
	n := 0
	for _, a := range articles {
		n += len(a.Title) + len(a.Text)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for i := range articles {
			x.Extract(articles[i])
		}
	}
}

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		extractor(b)
	}
}

// A text may end anywhere: behind any word of the grammar, in a list, a role or a quotation.
func TestEndsAnywhere(t *testing.T) {
	x := extractor(t)
	raw, err := os.ReadFile("lexicon/grammar.yaml")
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]bool{}
	for _, token := range devanagari.Parse(string(raw)).Tokens {
		words[token.Key] = true
	}
	const news = "पूर्व विधायक रमेश यादव ने बसपा से इस्तीफा दे दिया।"
	for word := range words {
		for _, start := range []string{"रमेश & ", "सपा के विधायक ", "इनमें रमेश यादव, ", "'", "तीन "} {
			x.Extract(Article{Title: start + word, Text: news + "\n\n" + start + word})
		}
	}
}
