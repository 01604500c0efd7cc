package lexicon

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	data "github.com/dalbadal/dalbadal/extract/lexicon"
)

func load(t testing.TB) *Lexicon {
	t.Helper()
	l, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// senses lists what At finds at every token of text, as "class id-or-name [guard] text".
func senses(l *Lexicon, text string, classes ...Class) []string {
	d := devanagari.Parse(text)
	var out []string
	for i := range d.Tokens {
		for _, s := range l.At(d.Tokens, i, nil) {
			if !slices.Contains(classes, s.Class) {
				continue
			}
			name := ""
			switch s.Class {
			case Party, Member, Symbol, Leader:
				name = l.Party(s).ID
			case Place:
				p := l.Place(s)
				name = p.Type + ":" + p.State
			case Honorific, After:
				name = l.Honorific(s).Name_
			default:
				name = l.Role(s).Name
			}
			guard := ""
			if s.Guard && s.Class != Symbol && s.Class != Leader {
				guard = "?"
			}
			out = append(out, fmt.Sprintf("%s %s%s %s", s.Class, name, guard, d.Slice(i, i+s.Len)))
		}
	}
	return out
}

func TestParties(t *testing.T) {
	l := load(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"भाजपा में", []string{"party BJP भाजपा"}},
		{"बी.जे.पी. में", []string{"party BJP बी.जे.पी."}},
		{"बी जे पी में", []string{"party BJP बी जे पी"}},
		{"भा.ज.पा. में", []string{"party BJP भा.ज.पा."}},
		{"काँग्रेस छोड़ी", []string{"party INC काँग्रेस"}},
		{"क्रांग्रेस छोड़ी", []string{"party INC क्रांग्रेस"}},
		{"बसपा सुभासपा रालोसपा सपाट", []string{"party BSP बसपा", "party SBSP सुभासपा", "party RLSP रालोसपा"}},
		{"जद(यू) जद (यू) जद-यू जदयू जेडीयू", []string{"party JDU जद(यू)", "party JANATADAL? जद", "party JDU जद (यू)", "party JANATADAL? जद",
			"party JDU जद-यू", "party JANATADAL? जद", "party JDU जदयू", "party JDU जेडीयू"}},
		{"तृणमूल कांग्रेस", []string{"party AITC तृणमूल कांग्रेस", "party AITC तृणमूल", "party INC कांग्रेस"}},
		{"अपना दल (एस) में", []string{"party ADS अपना दल (एस)", "party ADS? अपना दल", "party APNADAL? अपना दल"}},
		{"अपना दल (के) में", []string{"party ADK अपना दल (के)", "party ADS? अपना दल", "party APNADAL? अपना दल"}},
		{"अपना दल के नेता", []string{"party ADS? अपना दल", "party APNADAL? अपना दल"}},
		{"लोजपा (रामविलास) से", []string{"party LJPRV लोजपा (रामविलास)", "party LJP लोजपा"}},
		{"लोजपा (रामविलास से", []string{"party LJP लोजपा"}},
		{"आप में", []string{"party AAP? आप"}},
		{"हम के साथ", []string{"party HAMS? हम"}},
		{"एनडीए में", []string{"party NDA? एनडीए"}},
		{"कांग्रेस। आई", []string{"party INC कांग्रेस"}},
		{"कांग्रेस. आई", []string{"party INC कांग्रेस"}},
		{"एनसीपी (शरद पवार गुट) की", []string{"party NCPSP एनसीपी (शरद पवार गुट)", "party NCPSP शरद पवार गुट", "party NCP एनसीपी"}},
		{"अमेरिकी कांग्रेस ने", []string{"party CONGRESSES अमेरिकी कांग्रेस", "party INC कांग्रेस"}},
		{"BJP में", []string{"party BJP BJP"}},
	} {
		got := senses(l, c.text, Party)
		slices.Sort(got)
		want := slices.Sorted(slices.Values(c.want))
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q\nwant %q", c.text, got, want)
		}
	}
}

func TestOtherClasses(t *testing.T) {
	l := load(t)
	for _, c := range []struct {
		text  string
		class Class
		want  string
	}{
		{"भाजपाइयों", Member, "member BJP भाजपाइयों"},
		{"कांग्रेसी", Member, "member INC कांग्रेसी"},
		{"साइकिल पर", Symbol, "symbol SP साइकिल"},
		{"मायावती का साथ", Leader, "leader BSP मायावती"},
		{"जिला पंचायत सदस्य", Role, "role जिला पंचायत सदस्य जिला पंचायत सदस्य"},
		{"विधायकों ने", Role, "role विधायक विधायकों"},
		{"एम.एल.ए. रहे", Role, "role विधायक एम.एल.ए."},
		{"युवा मोर्चा के", Wing, "wing युवा मोर्चा युवा मोर्चा"},
		{"निवर्तमान पार्षद", Time, "time पूर्व निवर्तमान"},
		{"कद्दावर नेता", Quality, "quality कद्दावर कद्दावर"},
		{"अधिवक्ता", Profession, "profession अधिवक्ता अधिवक्ता"},
		{"डॉ. सुरेश", Honorific, "honorific डॉ. डॉ"},
		{"सुरेश जी", After, "after जी जी"},
		{"पूर्वांचल के", Place, "place region:UP पूर्वांचल"},
		{"उ.प्र. के", Place, "place state:UP उ.प्र."},
		{"प्रयागराज में", Place, "place district:UP प्रयागराज"},
	} {
		if got := senses(l, c.text, c.class); !slices.Contains(got, c.want) {
			t.Errorf("%s: got %q, want %q among them", c.text, got, c.want)
		}
	}
}

func TestLongestFirstAndUnguardedFirst(t *testing.T) {
	l := load(t)
	d := devanagari.Parse("लोकदल के नेता")
	got := l.At(d.Tokens, 0, nil)
	if len(got) < 3 || got[0].Guard || l.Party(got[0]).ID != "LOKDAL" {
		t.Errorf("लोकदल: %+v, want LOKDAL first, the parties that share the name guarded behind it", got)
	}
	d = devanagari.Parse("राष्ट्रीय लोक जनशक्ति पार्टी")
	last := 99
	for _, s := range l.At(d.Tokens, 0, nil) {
		if s.Len > last {
			t.Errorf("a sense of %d tokens after one of %d", s.Len, last)
		}
		last = s.Len
	}
}

func TestNames(t *testing.T) {
	l := load(t)
	key := devanagari.Fold
	for _, c := range []struct {
		word                   string
		given, surname, common bool
	}{
		{"सुरेश", true, false, false},
		{"विजय", true, false, true},
		{"मुखर्जी", false, true, false},
		{"ढिल्लों", false, true, false},
		{"लालदुहोमा", true, true, false},
		{"इस्तीफा", false, false, false},
	} {
		n := l.Name(key(c.word))
		if n.Given != c.given && c.word != "लालदुहोमा" || n.Surname != c.surname && c.word != "विजय" || n.Common != c.common {
			t.Errorf("%s: %+v", c.word, n)
		}
	}
	if l.Name("क्ष्फ़") != (NameInfo{}) {
		t.Error("a word that is in no list is a name")
	}
	for _, w := range []string{"इस्तीफा", "इस्तीफे", "छोड़कर", "थामेंगे", "कॉन्फ्रेंस", "कार्यकर्ताओं", "बैठकों", "गये", "गयी", "पहुंचकर", "आरोपों"} {
		if !l.Common(key(w)) {
			if len(senses(l, w, Role)) == 0 {
				t.Errorf("%s is no ordinary word", w)
			}
		}
	}
	for _, w := range []string{"मुखर्जी", "सुरेश", "लालदुहोमा", "हुड्डा"} {
		if l.Common(key(w)) {
			t.Errorf("%s is an ordinary word", w)
		}
	}
}

func TestLookups(t *testing.T) {
	l := load(t)
	if p := l.PartyByID("SP"); p == nil || p.Name != "समाजवादी पार्टी" || p.Type != "party" {
		t.Errorf("SP: %+v", p)
	}
	if p := l.PartyByID("NDA"); p == nil || p.Type != "alliance" {
		t.Errorf("NDA: %+v", p)
	}
	if p := l.PartyByID("BJYM"); p == nil || p.Type != "front" || p.Of != "BJP" {
		t.Errorf("BJYM: %+v", p)
	}
	if l.PartyByID("none") != nil {
		t.Error("a party without an id")
	}
	for _, c := range []struct{ name, day, named, want string }{
		{"अखिलेश यादव", "", "", "SP"},
		{"अखिलेश यादव ने", "", "", ""},
		{"शरद पवार", "", "", "NCPSP"},
		{"शरद पवार", "", "NCP", "NCP"},
		{"शरद पवार", "2019-07-31", "", "NCP"},
		{"शरद पवार", "2025-01-05", "NCP", "NCPSP"},
		{"उपेंद्र कुशवाहा", "2021-03-01", "", "RLSP"},
		{"उपेंद्र कुशवाहा", "2022-03-01", "", ""},
		{"उपेंद्र कुशवाहा", "2024-05-01", "RLSP", "RLM"},
		{"गुलाम नबी आजाद", "2016-05-01", "", ""},
	} {
		if id := l.Leads(devanagari.Fold(c.name), c.day, map[string]bool{c.named: true}); id != c.want {
			t.Errorf("%s leads %q on %q, want %q", c.name, id, c.day, c.want)
		}
	}
	d := devanagari.Parse("चाबी")
	for _, s := range l.At(d.Tokens, 0, nil) {
		if s.Class == Symbol && l.Party(s).ID == "PSPL" && l.Symbol(s).To != "2021-12-31" {
			t.Errorf("the symbol's days: %+v", l.Symbol(s))
		}
	}
}

// TestCompiled holds compiled.bin to the TSVs.
func TestCompiled(t *testing.T) {
	want, err := Compile(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	if data.Compiled != string(want) {
		t.Error("compiled.bin is older than the TSV files: run go generate in extract/lexicon")
	}
}

func TestCheckEmbedded(t *testing.T) {
	for _, f := range Check(data.FS) {
		t.Error(f)
	}
}

// small is a lexicon with one entry a file; changes replace files.
func small(changes map[string]string) fstest.MapFS {
	files := map[string]string{
		"parties.tsv":    "id\tname\taliases\tmembers\tguard\ttype\tof\tstates\tfrom\tto\tsymbols\tleaders\nX\tक्ष दल\tक्षद\t\t\tparty\t\tall\n",
		"places.tsv":     "name\taliases\ttype\tdistrict\tstate\tflags\nरामपुर\t\tdistrict\t\tUP\n",
		"given.tsv":      "name\tvariants\tgender\tweight\tflags\nसुरेश\t\tM\t10\n",
		"surnames.tsv":   "name\tvariants\ttype\tweight\tflags\nवर्मा\t\tfamily\t10\n",
		"roles.tsv":      "phrase\tforms\tkind\toffice\tflags\nविधायक\tविधायकों\trole\tMLA\n",
		"honorifics.tsv": "title\tforms\tposition\tflags\nश्री\t\tbefore\n",
		"common.tsv":     "word\tforms\tflags\nबात\tबातें|बातों\n",
	}
	for k, v := range changes {
		files[k] = v
	}
	out := fstest.MapFS{}
	for k, v := range files {
		if v != "absent" {
			out[k] = &fstest.MapFile{Data: []byte(v)}
		}
	}
	return out
}

func TestLoadSource(t *testing.T) {
	l, err := LoadSource(small(nil))
	if err != nil {
		t.Fatal(err)
	}
	if got := senses(l, "क्षद विधायक", Party, Role); !slices.Equal(got, []string{"party X क्षद", "role विधायक विधायक"}) {
		t.Errorf("%q", got)
	}
}

func TestFaults(t *testing.T) {
	party := "id\tname\taliases\tmembers\tguard\ttype\tof\tstates\tfrom\tto\tsymbols\tleaders\n"
	for _, c := range []struct {
		file, body string
		want       string
		load       bool // LoadSource refuses it too
	}{
		{"roles.tsv", "absent", "roles.tsv: cannot be read", true},
		{"roles.tsv", "phrase\tclass\n", "roles.tsv:1:1: the header row has no column kind", true},
		{"roles.tsv", "", "roles.tsv: is empty", true},
		{"roles.tsv", "phrase\tforms\tkind\toffice\tflags\nविधायक\t\toffice\tMLA\n", `roles.tsv:2:9: column kind: unknown value "office": use one of role, level`, true},
		{"roles.tsv", "phrase\tforms\tkind\toffice\tflags\nविधायक\ta||b\trole\tMLA\n", "roles.tsv:2:8: column forms: has an empty value", true},
		{"roles.tsv", "phrase\tforms\tkind\toffice\tflags\n\t\trole\tMLA\n", "roles.tsv:2:1: column phrase: is empty", true},
		{"roles.tsv", "phrase\tforms\tkind\toffice\tflags\n...\t\trole\tMLA\n", "roles.tsv:2:1: \"...\" has no word in it", true},
		{"roles.tsv", "phrase\tforms\tkind\toffice\tflags\nविधायक\t\trole\tMLA\t\t\t\n", "roles.tsv:2:19: 7 cells where there are 5 columns", true},
		{"given.tsv", "name\tvariants\tgender\tweight\tflags\nराम लाल\t\tM\t1\n", `given.tsv:2:1: "राम लाल" is not one word`, true},
		{"given.tsv", "name\tvariants\tgender\tweight\tflags\nराम\t\tM\tx\n", `given.tsv:2:8: column weight: "x" is no count`, true},
		{"given.tsv", "name\tvariants\tgender\tweight\tflags\nराम\xff\t\tM\t1\n", "given.tsv: is not UTF-8", true},
		{"given.tsv", "name\tvariants\tgender\tweight\tflags\nराज़\tराज\tM\t1\n", `given.tsv:2:6: "राज" is read like "राज़" in this line`, false},
		{"common.tsv", "word\tforms\tflags\nगये\t\t\nगए\t\t\n", `common.tsv:3:1: "गए" is read like "गये", an entry of common.tsv:2: keep one`, false},
		{"parties.tsv", party + "X\tक दल\t\t\t\tparty\nX\tख दल\t\t\t\tparty\n", "parties.tsv:3:1: the id X is taken by line 2", true},
		{"parties.tsv", party + "X\tक दल\tकद\t\t\tparty\nY\tख दल\tक.द.|कद\t\t\tparty\n", `parties.tsv:3:13: "कद" also names X of parties.tsv:2: put it into the guard column`, false},
		{"parties.tsv", party + "X\tक दल\tबात\t\t\tparty\n", `parties.tsv:2:8: "बात" is an ordinary word too, common.tsv:2: put it`, false},
		{"parties.tsv", party + "X\tक दल\tवर्मा\t\t\tparty\n", `parties.tsv:2:8: "वर्मा" is a part of persons' names too`, false},
		{"parties.tsv", party + "X\tक दल\t\t\tकद\tparty\n", `parties.tsv:2:10: "कद" guards no name`, false},
		{"parties.tsv", party + "X\tक दल\t\t\t\tparty\t\t\t\t\tकमल@2001\n", `parties.tsv:2:21: "कमल@2001" is no symbol`, false},
	} {
		fsys := small(map[string]string{c.file: c.body})
		var all []string
		for _, f := range Check(fsys) {
			all = append(all, f.Error())
		}
		if !slices.ContainsFunc(all, func(s string) bool { return strings.HasPrefix(s, c.want) }) {
			t.Errorf("%s: Check says %q, want %q", c.file, all, c.want)
		}
		if _, err := LoadSource(fsys); (err != nil) != c.load {
			t.Errorf("%s: LoadSource says %v, refusal wanted: %v", c.want, err, c.load)
		}
	}
}

func TestDamagedCompiled(t *testing.T) {
	raw, err := Compile(small(nil))
	if err != nil {
		t.Fatal(err)
	}
	for n := range raw {
		if _, err := decode(string(raw[:n])); err == nil {
			t.Errorf("the first %d of %d bytes were taken", n, len(raw))
		}
	}
}

func FuzzLoadSource(f *testing.F) {
	for name, file := range small(nil) {
		f.Add(name, file.Data)
	}
	f.Add("common.tsv", []byte("word\tforms\tflags\nक्\u200dया\tबीजेपी|\t\n"))
	f.Fuzz(func(t *testing.T, name string, body []byte) {
		fsys := small(nil)
		if _, ok := fsys[name]; !ok {
			return
		}
		fsys[name] = &fstest.MapFile{Data: body}
		Check(fsys)
		l, err := LoadSource(fsys)
		if err != nil {
			return
		}
		tokens := devanagari.Parse(string(body)).Tokens
		for i := range tokens {
			for _, s := range l.At(tokens, i, nil) {
				if s.Len < 1 || i+s.Len > len(tokens) {
					t.Fatalf("a sense of %d tokens at %d of %d", s.Len, i, len(tokens))
				}
			}
		}
	})
}

func FuzzCompiled(f *testing.F) {
	raw, err := Compile(small(nil))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Fuzz(func(t *testing.T, raw []byte) {
		l, err := decode(string(raw))
		if err != nil {
			return
		}
		tokens := devanagari.Parse("क्ष दल (एस), विधायक सुरेश वर्मा श्री बातें बी.जे.पी. रामपुर").Tokens
		for i := range tokens {
			for _, s := range l.At(tokens, i, nil) {
				l.Party(s)
				if s.Class == Place {
					l.Place(s)
				}
			}
			l.Name(tokens[i].Key)
			l.Leads(tokens[i].Key, "", nil)
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoadSource(b *testing.B) {
	fsys := os.DirFS("../../lexicon")
	for b.Loop() {
		if _, err := LoadSource(fsys); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAt walks a story of two hundred tokens; the time is for the whole of it.
func BenchmarkAt(b *testing.B) {
	l := load(b)
	story := "लखनऊ। बहुजन समाज पार्टी (बसपा) के पूर्व विधायक सुरेश वर्मा ने गुरुवार को समाजवादी पार्टी का दामन थाम लिया। सपा कार्यालय में आयोजित कार्यक्रम में राष्ट्रीय अध्यक्ष ने उन्हें पार्टी की सदस्यता दिलाई। "
	tokens := devanagari.Parse(strings.Repeat(story, 5)).Tokens
	var buf []Sense
	b.ReportMetric(float64(len(tokens)), "tokens")
	for b.Loop() {
		for i := range tokens {
			buf = l.At(tokens, i, buf[:0])
		}
	}
}
