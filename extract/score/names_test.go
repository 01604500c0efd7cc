package score

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/dalbadal/dalbadal/extract"
)

// largestDrop is how much of an F1 (0 to 1) may be lost when every person of
// the annotated articles bears another name.
const largestDrop = 0.02

// People are found by what the sentence says they do, not by their names: with
// every name of gold replaced by one made up for this test, nearly as many
// records are found, and they are nearly as exact.
func TestNamesThatNobodyListed(t *testing.T) {
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	words := readWordLists(t)
	for _, path := range []string{"../../testdata/gold.jsonl", "../../../shared/gold/dev.jsonl"} {
		t.Run(filepath.Base(path), func(t *testing.T) {
			f, err := os.Open(path)
			if err != nil {
				t.Skip("needs annotated articles: ", err)
			}
			defer f.Close()
			gold, err := ReadGold(f)
			if err != nil {
				t.Fatal(err)
			}
			before := nameFigures(x, gold)
			t.Logf("%-12s %s", "as written", before)
			var all nameF1
			for _, family := range families {
				renamed := make([]Article, len(gold))
				for i := range gold {
					renamed[i] = words.rename(&gold[i], family)
				}
				drop := before.minus(nameFigures(x, renamed))
				t.Logf("%-12s %s less", family.name, drop)
				for i := range all {
					all[i] += drop[i] / float64(len(families))
				}
			}
			t.Logf("%-12s %s less", "all", all)
			for i, drop := range all {
				if drop > largestDrop {
					t.Errorf("%s: F1 is %.3f lower with names that nobody listed, more than %.3f", [...]string{"records", "exact_core", "who"}[i], drop, largestDrop)
				}
			}
		})
	}
}

// nameF1 is the F1 of records, exact_core and who.
type nameF1 [3]float64

func (f nameF1) minus(g nameF1) nameF1 { return nameF1{f[0] - g[0], f[1] - g[1], f[2] - g[2]} }

func (f nameF1) String() string {
	return fmt.Sprintf("records %6.3f, exact_core %6.3f, who %6.3f", f[0], f[1], f[2])
}

func nameFigures(x *extract.Extractor, gold []Article) nameF1 {
	all := &tally{}
	var notes notes
	for i := range gold {
		var predicted []*Move
		records := x.Extract(gold[i].Input()).Records
		for j := range records {
			predicted = append(predicted, fromRecord(&records[j]))
		}
		all.add(count(&gold[i], predicted, &notes))
	}
	f := figures(all)
	return nameF1{f[0].F1, f[1].F1, f[3+slotWho].F1}
}

// Names are replaced in all their forms, as whole words, and nowhere else.
func TestRename(t *testing.T) {
	words := readWordLists(t)
	ab := nameFamily{name: "ab", given: []string{"अलका", "बलका"}, last: []string{"कखग", "चछज"}}
	initials := nameFamily{name: "initials", given: []string{"अलका"}, last: []string{"कखग", "चछज"}, lead: []string{"के. के."}}
	for _, c := range []struct {
		what   string
		family nameFamily
		who    string
		alt    []string
		text   string
		want   string
	}{
		{"full name and its parts", ab, "अमर यादव", []string{"अमर", "यादव"},
			"अमर यादव ने सपा छोड़ी। यादव ने कहा, अमर चले।", "अलका कखग ने सपा छोड़ी। कखग ने कहा, अलका चले।"},
		{"a part that gold does not list", ab, "रमाकांत शुक्ल", nil,
			"रमाकांत शुक्ल ने सपा छोड़ी। शुक्ल ने कहा।", "अलका कखग ने सपा छोड़ी। कखग ने कहा।"},
		{"not in a longer word", ab, "अमर यादव", nil,
			"अमर यादव अमरपुर के यादवों से मिले", "अलका कखग अमरपुर के यादवों से मिले"},
		{"not in another's name", ab, "अमर यादव", []string{"यादव"},
			"अखिलेश यादव के सामने अमर यादव आए", "अखिलेश यादव के सामने अलका कखग आए"},
		{"nor where the other name is an ordinary word", ab, "अमर यादव", []string{"यादव"},
			"रमेश लाल यादव के सामने अमर यादव आए", "रमेश लाल यादव के सामने अलका कखग आए"},
		{"not in the name of a caste", ab, "अमर यादव", []string{"यादव"},
			"अमर यादव ने यादव समाज से कहा", "अलका कखग ने यादव समाज से कहा"},
		{"three words", ab, "अमर सिंह यादव", []string{"अमर यादव"},
			"अमर सिंह यादव और अमर यादव", "अलका बलका कखग और अलका कखग"},
		{"titles stay", ab, "अमर यादव", []string{"डॉ. अमर यादव", "पंडित अमर"},
			"डॉ. अमर यादव यानी पंडित अमर", "डॉ. अलका कखग यानी पंडित अलका"},
		{"one word spelt as two", ab, "अमरनाथ यादव", []string{"अमर नाथ यादव"},
			"अमरनाथ यादव, अमर नाथ यादव", "अलका कखग, अलका कखग"},
		{"another spelling of nukta, another space", ab, "पड़ोला यादव", nil,
			"प\u095cोला\u00a0यादव आए", "अलका कखग आए"},
		{"two spellings", ab, "मोहम्मद आरिफ", []string{"मो. आरिफ"},
			"मोहम्मद आरिफ यानी मो. आरिफ", "अलका कखग यानी अलका कखग"},
		{"a surname that is another's title", ab, "अमर चौधरी", []string{"चौधरी"},
			"चौधरी श्यामबीर के साथ अमर चौधरी भी आए, चौधरी ने कहा", "चौधरी श्यामबीर के साथ अलका कखग भी आए, कखग ने कहा"},
		{"a place named after a person", ab, "अमर यादव", []string{"अमर"},
			"अमर यादव अमर नगर में", "अलका कखग अमर नगर में"},
		{"a party named after a person", ab, "सोनेलाल पटेल", []string{"सोनेलाल"},
			"सोनेलाल पटेल ने अपना दल (सोनेलाल) छोड़ा", "अलका कखग ने अपना दल (सोनेलाल) छोड़ा"},
		{"initials are not used alone", initials, "अमर यादव", []string{"अमर"},
			"अमर यादव ने कहा। अमर ने", "के. के. कखग ने कहा। कखग ने"},
		{"a single name for all forms", nameFamily{name: "one", given: []string{"अलका"}, single: true}, "अमर यादव", []string{"अमर", "डॉ. यादव"},
			"अमर यादव, अमर, डॉ. यादव", "अलका, अलका, डॉ. अलका"},
	} {
		a := Article{Title: c.text, Text: c.text, Records: []*Move{{Who: Who{Name: c.who}, WhoAlt: c.alt}}}
		got := words.rename(&a, c.family)
		if want := norm.NFC.String(c.want); got.Text != want || got.Title != want {
			t.Errorf("%s: %q, not %q", c.what, got.Text, c.want)
		}
		if who := got.Records[0].Who.Name; !strings.Contains(c.want, who) || a.Records[0].Who.Name != c.who {
			t.Errorf("%s: the record is of %s", c.what, who)
		}
	}
}

// People of one surname keep one surname.
func TestRenameRelatives(t *testing.T) {
	a := Article{Text: "अमर यादव और बेटे रमेश यादव, फिर सुरेश जाटव", Records: []*Move{
		{Who: Who{Name: "अमर यादव"}}, {Who: Who{Name: "रमेश यादव"}}, {Who: Who{Name: "सुरेश जाटव"}}}}
	got := readWordLists(t).rename(&a, nameFamily{name: "ab", given: []string{"अलका", "बलका", "सलका"}, last: []string{"कखग", "चछज"}})
	if want := "अलका कखग और बेटे बलका कखग, फिर सलका चछज"; got.Text != want {
		t.Errorf("%q, not %q", got.Text, want)
	}
}

// At least half of the words that a family makes names of are in no list of
// names; of the surnames that are ordinary words, those are what is tested.
func TestFamiliesAreNotListed(t *testing.T) {
	words := readWordLists(t)
	for _, f := range families {
		var all, listed int
		for _, list := range [][]string{f.given, f.givenF, f.last} {
			for _, w := range list {
				all++
				if words.names[fold(w)] != "" {
					listed++
				}
			}
		}
		t.Logf("%s: %d words, %d of them listed", f.name, all, listed)
		if 2*listed > all {
			t.Errorf("%s: %d of %d words are listed names", f.name, listed, all)
		}
		if len(f.given) < 40 || len(f.givenF) < 10 || !f.single && len(f.last) < 10 {
			t.Errorf("%s: %d given names, %d of women, %d surnames are too few for the longest list of people", f.name, len(f.given), len(f.givenF), len(f.last))
		}
	}
}

// wordLists are what renaming knows of words: enough to tell a person's bare
// surname from a part of somebody else's name, of a party's or of a place's.
// Keys are folded.
type wordLists struct {
	names   map[string]string // listed names with their gender: M, F, U
	others  map[string]bool   // ordinary words, offices and titles
	titles  map[string]bool   // titles alone
	parties []string          // as written
}

func readWordLists(t *testing.T) *wordLists {
	t.Helper()
	w := &wordLists{names: map[string]string{}, others: map[string]bool{}, titles: map[string]bool{}}
	spellings := func(row []string, columns ...int) (out []string) {
		for _, c := range columns {
			out = append(out, strings.Split(row[c], "|")...)
		}
		return out
	}
	for _, row := range readTable(t, "given") {
		for _, s := range spellings(row, 0, 1) {
			w.names[fold(s)] = row[2]
		}
	}
	for _, row := range readTable(t, "surnames") {
		gender := "U"
		if strings.Contains(row[4], "female") || row[2] == "female" {
			gender = "F"
		}
		for _, s := range spellings(row, 0, 1) {
			if w.names[fold(s)] == "" || gender == "F" {
				w.names[fold(s)] = gender
			}
		}
	}
	for _, table := range []string{"common", "roles", "honorifics"} {
		for _, row := range readTable(t, table) {
			for _, s := range spellings(row, 0, 1) {
				for _, part := range strings.Fields(fold(s)) {
					w.others[part] = true
					if table == "honorifics" {
						w.titles[part] = true
					}
				}
			}
		}
	}
	for _, row := range readTable(t, "parties") {
		for _, s := range spellings(row, 1, 2, 3, 10) {
			if s != "" {
				w.parties = append(w.parties, s)
			}
		}
	}
	delete(w.names, "")
	return w
}

func readTable(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "lexicon", name+".tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes = '\t', true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

// rename gives the article with the people of its gold records renamed.
func (w *wordLists) rename(a *Article, f nameFamily) Article {
	a = plain(a)
	out := Article{ID: a.ID, Title: a.Title, Text: a.Text, Published: a.Published}
	r := renaming{words: w, family: f, lasts: map[string]string{}, forms: map[string]string{}, part: map[string]bool{}, text: a.Title + "\n" + a.Text}
	for _, c := range a.ID {
		r.turn = (r.turn*31 + int(c)) % 10007
	}
	r.lastTurn = r.turn
	for _, p := range peopleOf(a) {
		r.add(p)
	}
	keep := func(name string) {
		for form := range r.forms {
			if strings.Contains(name, form) {
				r.kept = append(r.kept, name)
				return
			}
		}
	}
	for _, m := range a.Records {
		for _, p := range append(slices.Clone(m.Where), m.WhereOK...) {
			keep(p)
		}
	}
	for _, p := range w.parties {
		keep(p)
	}
	out.Title, out.Text = r.replace(a.Title), r.replace(a.Text)
	for _, m := range a.Records {
		n := *m
		if n.Who.named() {
			n.Who.Name = r.form(n.Who.Name)
			n.WhoAlt = nil
			for _, alt := range m.WhoAlt {
				n.WhoAlt = append(n.WhoAlt, r.form(alt))
			}
		}
		out.Records = append(out.Records, &n)
	}
	return out
}

// plain gives the article in one spelling of nukta and of space, so that the
// forms of gold stand in it letter for letter.
func plain(a *Article) *Article {
	one := func(s string) string { return strings.ReplaceAll(norm.NFC.String(s), "\u00a0", " ") }
	out := &Article{ID: a.ID, Title: one(a.Title), Text: one(a.Text), Published: a.Published}
	for _, m := range a.Records {
		n := *m
		n.Who.Name, n.WhoAlt = one(m.Who.Name), nil
		for _, alt := range m.WhoAlt {
			n.WhoAlt = append(n.WhoAlt, one(alt))
		}
		out.Records = append(out.Records, &n)
	}
	return out
}

// peopleOf gives the forms of each person of the article, the fullest first.
func peopleOf(a *Article) (people [][]string) {
	for _, m := range a.Records {
		if !m.Who.named() {
			continue
		}
		forms := append([]string{m.Who.Name}, m.WhoAlt...)
		i := slices.IndexFunc(people, func(p []string) bool {
			return slices.Contains(p, m.Who.Name) || slices.Contains(forms, p[0])
		})
		if i < 0 {
			people = append(people, forms)
			continue
		}
		for _, form := range forms {
			if !slices.Contains(people[i], form) {
				people[i] = append(people[i], form)
			}
		}
	}
	return people
}

// renaming is the new names of one article.
type renaming struct {
	words    *wordLists
	family   nameFamily
	lasts    map[string]string // the old surname, folded, to the new one
	forms    map[string]string // the old form, as written, to the new one
	part     map[string]bool   // forms of one word of a longer name; true where gold lists them
	kept     []string          // what is not to be touched: places and parties
	text     string            // of the article, with its title: no new name stands there already
	turn     int               // the next given name to be taken
	lastTurn int               // the next surname
}

// nameWords are the words of a name, folded, each spelling of मोहम्मद as one.
func nameWords(name string) []string {
	out := strings.Fields(fold(strings.ReplaceAll(name, "मो0", "मो.")))
	for i, w := range out {
		switch w {
		case fold("मोहम्मद"), fold("मुहम्मद"), "मोहमद":
			out[i] = "मो"
		}
	}
	return out
}

// add makes a new name for the person with these forms, the fullest first.
func (r *renaming) add(forms []string) {
	old := nameWords(forms[0])
	female := slices.ContainsFunc(old, func(w string) bool { return r.words.names[w] == "F" })
	words := r.newWords(old, female)
	renamed := map[string]string{}
	var full []string
	for i, w := range old {
		if w == "उर्फ" && !r.family.single || len(old) > 1 && r.words.titles[w] && r.words.names[w] == "" && w != "मो" {
			words[i] = w
		}
		if renamed[w] == "" {
			renamed[w] = words[i]
		}
		full = append(full, renamed[w])
	}
	last := full[len(full)-1]
	whole := r.joined(full, last)
	for _, form := range forms {
		if _, taken := r.forms[form]; taken || isLatin(form) {
			continue
		}
		ws := nameWords(form)
		if strings.Join(ws, "") == strings.Join(old, "") {
			r.forms[form] = whole
			continue
		}
		known := 0
		var parts []string
		for _, w := range ws {
			n, ok := renamed[w]
			if !ok {
				n, ok = r.variant(w, renamed)
			}
			switch {
			case ok:
				known++
			case r.words.titles[w] || r.words.others[w] && r.words.names[w] == "":
				n = w
			default:
				n = r.pick(r.family.givenOf(female))
				renamed[w] = n
				known++
			}
			parts = append(parts, n)
		}
		if known == 0 {
			continue // a nickname that is an ordinary word
		}
		for i, n := range parts {
			if n == ws[i] && r.words.titles[n] && strings.Contains(form, n+".") {
				parts[i] = n + "."
			}
		}
		r.forms[form] = r.joined(parts, last)
		if len(ws) == 1 {
			r.part[form] = true
		}
	}
	// The bare surname and given name, where gold lists neither.
	if fields := strings.Fields(forms[0]); len(fields) > 1 && len(fields) == len(old) {
		for _, i := range []int{len(fields) - 1, 0} {
			if _, taken := r.forms[fields[i]]; !taken && !strings.Contains(fields[i], ".") && (i > 0 || !r.words.others[old[0]]) {
				r.forms[fields[i]] = r.joined([]string{renamed[old[i]]}, last)
				r.part[fields[i]] = false
			}
		}
	}
}

// joined writes a name of these words; last stands for what is nothing but
// initials or मो.
func (r *renaming) joined(words []string, last string) string {
	words = slices.Compact(slices.Clone(words))
	if !slices.ContainsFunc(words, func(w string) bool { return !strings.HasSuffix(w, ".") }) {
		return last
	}
	return strings.Join(words, " ")
}

// variant finds the new word of another spelling of an old one.
func (r *renaming) variant(w string, renamed map[string]string) (string, bool) {
	var olds []string
	for old := range renamed {
		olds = append(olds, old)
	}
	slices.Sort(olds)
	for _, old := range olds {
		if a, b := consonants(w), consonants(old); a == b && len([]rune(a)) > 1 {
			return renamed[old], true
		}
	}
	return "", false
}

func consonants(w string) string {
	return strings.Map(func(r rune) rune {
		if 'क' <= r && r <= 'ह' {
			return r
		}
		return -1
	}, w)
}

func isLatin(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return 'A' <= r && r <= 'Z' })
}

// form is the new form of an old one, or the old one where it was not replaced.
func (r *renaming) form(old string) string {
	if n, ok := r.forms[old]; ok {
		return n
	}
	return old
}

// namedAfter are words that make a place, a house or a caste of the name before them.
var namedAfter = folded(strings.Fields("नगर पार्क अस्पताल मार्ग रोड भवन चौक विश्वविद्यालय कॉलेज स्टेडियम गुट मैदान सदन विहार कॉलोनी वार्ड धाम मंदिर प्रखंड समाज बिरादरी वोट वोटर वोटरों मतदाता मतदाताओं जाति समुदाय"))

// replace puts the new names into a text.
func (r *renaming) replace(text string) string {
	forms := make([]string, 0, len(r.forms))
	for f := range r.forms {
		forms = append(forms, f)
	}
	// The longest first; of equal length in the order of the letters.
	slices.SortFunc(forms, func(a, b string) int {
		if d := len(b) - len(a); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	var b strings.Builder
	kept := r.keptSpans(text)
next:
	for i := 0; i < len(text); {
		if wordStart(text, i) {
			for _, f := range forms {
				if end := i + len(f); wholeWord(text, i, f) && !within(kept, i, end) && r.standsAlone(text, i, end, f) {
					b.WriteString(r.forms[f])
					i = end
					continue next
				}
			}
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		b.WriteString(text[i : i+n])
		i += n
	}
	return b.String()
}

// keptSpans are the byte spans of places and parties in the text.
func (r *renaming) keptSpans(text string) (spans [][2]int) {
	for _, k := range r.kept {
		for at := 0; ; {
			i := strings.Index(text[at:], k)
			if i < 0 {
				break
			}
			at += i
			if wordStart(text, at) && wholeWord(text, at, k) {
				spans = append(spans, [2]int{at, at + len(k)})
			}
			at += len(k)
		}
	}
	return spans
}

func within(spans [][2]int, start, end int) bool {
	return slices.ContainsFunc(spans, func(s [2]int) bool { return s[0] <= start && end <= s[1] })
}

// standsAlone says whether the form at text[start:end] is no part of somebody
// else's name, nor of what was named after the person.
func (r *renaming) standsAlone(text string, start, end int, form string) bool {
	before, after := neighbours(text, start, end)
	if namedAfter[fold(after)] {
		return false
	}
	listed, part := r.part[form]
	if !part {
		return true
	}
	if r.words.names[fold(before)] != "" || r.words.names[fold(after)] != "" {
		return false
	}
	for f := range r.forms { // a title, or the namesake of one, before a full name
		if end < len(text) && text[end] == ' ' && wholeWord(text, end+1, f) {
			return false
		}
	}
	// One that gold does not list, or that is a title too, has nothing but ordinary words beside it.
	ordinary := func(w string) bool { return w == "" || r.words.others[fold(w)] }
	return listed && !r.words.titles[fold(form)] || ordinary(before) && ordinary(after)
}

// neighbours are the words that only a space parts from text[start:end].
func neighbours(text string, start, end int) (before, after string) {
	if b, ok := strings.CutSuffix(text[:start], " "); ok {
		before = b[len(strings.TrimRightFunc(b, isWordRune)):]
	}
	if a, ok := strings.CutPrefix(text[end:], " "); ok {
		after = a[:len(a)-len(strings.TrimLeftFunc(a, isWordRune))]
	}
	return before, after
}

// isWordRune says whether r goes on with a word.
func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '\u200c' || r == '\u200d'
}

// wholeWord says whether text has the form at i, where a word begins, and no
// word goes on after it.
func wholeWord(text string, i int, form string) bool {
	rest, ok := strings.CutPrefix(text[i:], form)
	if !ok {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(form)
	next, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || !isWordRune(last) || !isWordRune(next)
}

// wordStart says whether no word is under way at text[i:].
func wordStart(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	return i == 0 || !isWordRune(before)
}
