package view

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	nethtml "golang.org/x/net/html"

	"github.com/dalbadal/dalbadal/extract"
)

var extractor = sync.OnceValue(func() *extract.Extractor {
	x, err := extract.New()
	if err != nil {
		panic(err)
	}
	return x
})

// sample is an article with all there is to show: two records, a pronoun, पार्टी, spans that overlap, triggers without a record.
var sample = extract.Article{
	ID:    "नमूना/1",
	Title: "सपा को झटका: पूर्व विधायक सुरेश वर्मा भाजपा में",
	Text: "सीतापुर। सपा के पूर्व विधायक सुरेश वर्मा ने सोमवार को प्रेस वार्ता की। उन्होंने पार्टी से इस्तीफा दे दिया। इसके बाद वे भाजपा में शामिल हो गए।\n\n" +
		"क्षत्रिय महासभा के अध्यक्ष राकेश सिंह ने पद से इस्तीफा दे दिया। कांग्रेस नेता विनोद साहू के बसपा में जाने की अटकलें हैं। अगर टिकट कटा तो वे सपा में जाएंगे।",
	Published: "2024-04-30",
}

// Segments joined are the text, and none begins or ends within a grapheme cluster, wherever the spans do.
func TestSegments(t *testing.T) {
	for _, c := range []struct {
		text  string
		spans [][2]int
		want  string
	}{
		{"क्षत्रिय", [][2]int{{1, 2}}, "[क्ष]त्रिय"},
		{"कि", [][2]int{{0, 1}}, "[कि]"},
		{"सपा छोड़ी", [][2]int{{0, 3}, {4, 9}}, "[सपा] [छोड़ी]"},
		{"सपा छोड़ी", [][2]int{{0, 5}, {4, 9}}, "[सपा ][छो][ड़ी]"},
		{"अ आ", [][2]int{{0, 3}, {0, 1}}, "[अ][ आ]"},
		{"स्\u200dवामी", [][2]int{{3, 4}}, "[स्\u200dवा]मी"},
		{"एक 👩‍👩‍👧 दो", [][2]int{{4, 5}}, "एक [👩‍👩‍👧] दो"},
		{"\xff\xfe सपा", [][2]int{{1, 2}}, "\ufffd[\ufffd] सपा"},
		{"", nil, ""},
	} {
		x := newText(c.text)
		var list []mark
		for _, s := range c.spans {
			m := mark{slot: "who"}
			m.start, m.end = x.widen(s[0], s[1])
			list = append(list, m)
		}
		slices.SortStableFunc(list, func(a, b mark) int {
			if a.start != b.start {
				return a.start - b.start
			}
			return b.end - a.end
		})
		got := ""
		for _, s := range x.segments(list) {
			if len(s.marks) > 0 {
				got += "[" + s.text + "]"
			} else {
				got += s.text
			}
		}
		if got != c.want {
			t.Errorf("%q %v: got %q, want %q", c.text, c.spans, got, c.want)
		}
	}
}

func terminalOf(t testing.TB, a extract.Article, color bool) string {
	t.Helper()
	e := extractor().Explain(a)
	var b strings.Builder
	if err := Terminal(&b, &a, &e, color); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var escape = regexp.MustCompile("\x1b\\[[0-9]+m")

func TestTerminal(t *testing.T) {
	plain := terminalOf(t, sample, false)
	for _, want := range []string{
		"[सुरेश वर्मा|who] ने", "[पार्टी से इस्तीफा दे दिया|left]", "[भाजपा में शामिल हो गए|joined]",
		"record 1 switch: सुरेश वर्मा, left SP (done), joined BJP (done)",
		"rule leave.resign, 10-leave.yaml:",
		"who उन्होंने (ने) = सुरेश वर्मा: the subject of the clause or sentence before (सुरेश वर्मा, text 29–40)",
		"party पार्टी + से = SP: the party that the article puts the person in (सपा, text 9–12)",
		"trigger इस्तीफा + दे दिया",
		"status rumoured: told as talk (अटकलें)",
		"confidence 0.59 = 0.97 × 0.72 (a pronoun, or nothing, stands for the person in a clause)",
		"“इस्तीफा” no party in the clause, but a post or a House (पद से, text ",
		"“सपा में जाएंगे” a condition, a demand, a wish or a habit is no event",
	} {
		if !strings.Contains(plain, want) {
			t.Errorf("%s is not in\n%s", want, plain)
		}
	}
	colored := terminalOf(t, sample, true)
	if !strings.Contains(colored, "\x1b[36mसुरेश वर्मा\x1b[0m") || strings.Contains(plain, "\x1b") {
		t.Errorf("colours:\n%s", colored)
	}
	for _, code := range escape.FindAllString(colored, -1) {
		if n := strings.Trim(code, "\x1b[m"); len(n) > 2 {
			t.Errorf("%q is not of the sixteen colours", code)
		}
	}
	if text := escape.ReplaceAllString(colored, ""); !strings.Contains(text, sample.Title+"\n") || !strings.Contains(text, sample.Text+"\n") {
		t.Errorf("the article is not whole in\n%s", text)
	}
}

// An article cannot steer the terminal.
func TestTerminalSafe(t *testing.T) {
	a := sample
	a.Title += "\x1b]0;owned\x07"
	a.Text = strings.Replace(a.Text, "सुरेश", "\x1b[31mसुरेश\u202e\u009b2J", 1)
	if got := terminalOf(t, a, false); strings.ContainsAny(got, "\x1b\x07\u009b\u202e") || !strings.Contains(got, "\ufffd[31m") {
		t.Errorf("%q", got)
	}
	if got := escape.ReplaceAllString(terminalOf(t, a, true), ""); strings.ContainsAny(got, "\x1b\x07\u009b\u202e") || !strings.Contains(got, "\ufffd[31m") {
		t.Errorf("%q", got)
	}
}

func pageOf(t testing.TB, a extract.Article) (string, extract.Explanation) {
	t.Helper()
	e := extractor().Explain(a)
	var b bytes.Buffer
	if err := Page(&b, &a, &e); err != nil {
		t.Fatal(err)
	}
	return b.String(), e
}

// node is what the tests ask of an element of a page.
type node struct {
	tag, text string
	attr      map[string]string
}

// nodes reads a page.
func nodes(t testing.TB, page string) (out []node) {
	t.Helper()
	doc, err := nethtml.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		if n.Type != nethtml.ElementNode {
			continue
		}
		x := node{tag: n.Data, attr: map[string]string{}}
		for _, a := range n.Attr {
			x.attr[a.Key] = a.Val
		}
		for d := range n.Descendants() {
			if d.Type == nethtml.TextNode && n.DataAtom != atom.Style && n.DataAtom != atom.Script {
				x.text += d.Data
			}
		}
		out = append(out, x)
	}
	return out
}

// A page shows the whole article, names every slot and every reason, leads from each mark to what it stands for and back, and
// loads nothing.
func TestPage(t *testing.T) {
	page, e := pageOf(t, sample)
	byID := map[string]node{}
	var links []string
	text := ""
	for _, n := range nodes(t, page) {
		if id := n.attr["id"]; id != "" {
			if _, twice := byID[id]; twice {
				t.Errorf("id %s stands twice", id)
			}
			byID[id] = n
		}
		if h, ok := n.attr["href"]; ok && n.tag == "a" {
			links = append(links, h)
		}
		if n.attr["class"] == "article" && n.tag == "div" {
			text = n.text
		}
		for _, loads := range []string{"src", "srcset", "action", "data", "poster"} {
			if _, ok := n.attr[loads]; ok {
				t.Errorf("%s has %s", n.tag, loads)
			}
		}
	}
	if text != sample.Text {
		t.Errorf("the article is\n%q\nnot\n%q", text, sample.Text)
	}
	for _, l := range links {
		if _, ok := byID[strings.TrimPrefix(l, "#")]; !ok {
			t.Errorf("%s leads nowhere", l)
		}
	}
	for r := range e.Records {
		for n, s := range e.Records[r].Slots {
			row := byID[slotID(r, n)]
			if !strings.Contains(row.text, s.Evidence.Text) || !strings.Contains(row.text, s.Rule.ID) || !strings.Contains(row.text, place(s.Rule)) {
				t.Errorf("%s: %q", slotID(r, n), row.text)
			}
			if _, ok := byID["m-"+slotID(r, n)]; !ok {
				t.Errorf("no mark of %s", slotID(r, n))
			}
		}
	}
	for n, w := range e.WhyNot {
		if w.Inside == "" && !strings.Contains(byID[whyID(n)].text, w.Reason) {
			t.Errorf("%s: %q has not %q", whyID(n), byID[whyID(n)].text, w.Reason)
		}
	}
	if strings.Contains(page, "ZgotmplZ") || !strings.Contains(page, "default-src 'none'") {
		t.Error("the page has what the template could not write, or no policy")
	}
	if again, _ := pageOf(t, sample); again != page {
		t.Error("two pages differ")
	}
}

// Marks that overlap have layers of their own.
func TestLayers(t *testing.T) {
	x := newText("abcdefgh")
	list := []mark{{"left", 0, 6, []string{"r1-1"}}, {"why", 2, 8, []string{"r1-2"}}, {"who", 3, 4, []string{"r1-3"}}}
	e := &extract.Explanation{Records: []extract.RecordTrace{{Slots: make([]extract.Slot, 3)}}}
	var got []string
	for _, p := range pieces(x, list, e) {
		got = append(got, p.Text+" "+p.Class+" "+p.Link)
	}
	want := []string{"ab l0-left r1-1", "c l0-left l1-why r1-1", "d l0-left l1-why l2-who r1-3", "ef l0-left l1-why r1-1", "gh l1-why r1-2"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// What an article says is text on its page.
func TestPageEscapes(t *testing.T) {
	a := sample
	a.Title = `</title><script>alert(1)</script>` + a.Title
	a.Text = strings.Replace(a.Text, "सुरेश वर्मा", `"><img src=x onerror=alert(2)> सुरेश वर्मा`, 1)
	page, _ := pageOf(t, a)
	for _, n := range nodes(t, page) {
		if n.tag == "img" || n.tag == "script" && !strings.Contains(page, "use strict") || n.attr["onerror"] != "" {
			t.Errorf("<%s> %v", n.tag, n.attr)
		}
	}
	if strings.Count(page, "<script>") != 1 || !strings.Contains(page, html.EscapeString("<img src=x onerror=alert(2)>")) {
		t.Error("markup of the article is markup of the page")
	}
}

// checkBrat holds standoff to its text: a fragment is a slice within one line, and arguments are annotations.
func checkBrat(t testing.TB, txt, ann string) {
	t.Helper()
	runes := []rune(txt)
	ids := map[string]bool{}
	for line := range strings.Lines(ann) {
		fields := strings.SplitN(strings.TrimSuffix(line, "\n"), "\t", 3)
		if len(fields) < 2 || ids[fields[0]] {
			t.Fatalf("%q", line)
		}
		ids[fields[0]] = true
		switch fields[0][0] {
		case 'T':
			_, spans, _ := strings.Cut(fields[1], " ")
			var texts []string
			for f := range strings.SplitSeq(spans, ";") {
				var start, end int
				if n, err := fmt.Sscanf(f, "%d %d", &start, &end); n != 2 || err != nil || start >= end || end > len(runes) {
					t.Fatalf("%q: %v", line, err)
				}
				texts = append(texts, string(runes[start:end]))
			}
			if got := strings.Join(texts, " "); got != fields[2] || strings.ContainsAny(got, "\r\n") {
				t.Errorf("%q is %q", line, got)
			}
		case 'E':
			for arg := range strings.FieldsSeq(fields[1]) {
				if _, id, ok := strings.Cut(arg, ":"); !ok || !ids[id] {
					t.Errorf("%q: %s", line, arg)
				}
			}
		case 'A', '#':
			if of := strings.Fields(fields[1]); len(of) < 2 || !ids[of[1]] {
				t.Errorf("%q", line)
			}
		}
	}
}

func TestBrat(t *testing.T) {
	e := extractor().Explain(sample)
	txt, ann := Brat(&sample, &e)
	checkBrat(t, txt, ann)
	if txt != sample.Title+"\n\n"+sample.Text {
		t.Errorf("text %q", txt)
	}
	for _, want := range []string{"\tWho ", "\tLeft ", "\tSwitch:T", " Who:T", " Joined:T", "LeftStatus E1 done", "JoinedStatus E2 rumoured", "left SP by leave.resign, 10-leave.yaml:"} {
		if !strings.Contains(ann, want) {
			t.Errorf("%q is not in\n%s", want, ann)
		}
	}
	conf := BratConfig()
	for line := range strings.Lines(ann) {
		if fields := strings.Fields(line); fields[0][0] == 'T' && !strings.Contains(conf, "\n"+fields[1]) {
			t.Errorf("%s is not in annotation.conf", fields[1])
		}
	}
}

func TestFileName(t *testing.T) {
	for id, want := range map[string]string{
		"up-001": "up-001", "नमूना/1": "नमूना_1", "../../etc/passwd": "_.._etc_passwd", "": "article", "...": "article", "-rf": "rf", "a\x00b\xff": "a_b_",
		strings.Repeat("क", 100): strings.Repeat("क", 40),
	} {
		if got := FileName(id); got != want {
			t.Errorf("%q: %q, not %q", id, got, want)
		}
	}
}

// broken is a writer that takes nothing.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

// An error of writing is not lost.
func TestWriteErrors(t *testing.T) {
	e := extractor().Explain(sample)
	if err := Terminal(broken{}, &sample, &e, false); err != io.ErrClosedPipe {
		t.Error(err)
	}
	if err := Page(broken{}, &sample, &e); err != io.ErrClosedPipe {
		t.Error(err)
	}
}

// Any article has its views, which hold all of it.
func FuzzViews(f *testing.F) {
	f.Add(sample.Title, sample.Text)
	f.Add("", "इनमें राम (बसपा), श्याम और 20 कार्यकर्ताओं ने\nसपा\r\nछोड़ दी। <b>&amp;</b> \x1b[0m")
	f.Add("क्या \xff", "सुरेश वर्मा ने स\u200dपा छोड़\u093c दी।")
	f.Fuzz(func(t *testing.T, title, text string) {
		a := extract.Article{ID: "fuzz", Title: title, Text: text}
		e := extractor().Explain(a)
		for _, color := range []bool{false, true} {
			var b strings.Builder
			if err := Terminal(&b, &a, &e, color); err != nil {
				t.Fatal(err)
			}
			if got := escape.ReplaceAllString(b.String(), ""); strings.Contains(got, "\x1b") || !utf8.ValidString(got) {
				t.Errorf("%q", got)
			}
		}
		var b bytes.Buffer
		if err := Page(&b, &a, &e); err != nil {
			t.Fatal(err)
		}
		for _, in := range []struct{ name, text string }{{"title", title}, {"text", text}} {
			x := newText(in.text)
			whole, n := "", 0
			for _, s := range x.segments(marks(&e, in.name, x)) {
				whole += s.text
				n += len([]rune(s.text))
				if _, ok := slices.BinarySearch(x.edges, n); !ok {
					t.Errorf("%q is cut at %d, within a cluster", in.text, n)
				}
			}
			if whole != string([]rune(in.text)) {
				t.Errorf("%q is shown as %q", in.text, whole)
			}
		}
		txt, ann := Brat(&a, &e)
		checkBrat(t, txt, ann)
	})
}
