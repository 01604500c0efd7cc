package datafile

import (
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

type sample struct {
	Words  []string            `yaml:"words"`
	Forms  map[string][]string `yaml:"forms"`
	Cases  map[string]string   `yaml:"cases"`
	Days   map[int][]string    `yaml:"days"`
	Name   string              `yaml:"name"`
	Flag   bool                `yaml:"flag"`
	Weight float64             `yaml:"weight"`
	Reach  int                 `yaml:"reach"`
	Inner  struct {
		After []string `yaml:"after"`
	} `yaml:"inner"`
	Parts []part `yaml:"parts"`
}

type part struct {
	ID   string `yaml:"id"`
	List []line `yaml:"list"`
}

type line struct {
	s string
	n int
}

func (l *line) SetScalar(s string, n int) { l.s, l.n = s, n }

func TestRead(t *testing.T) {
	text := `# a comment
words: [क, "ख", -, 2019]
forms:
  घर: [घर, घरों]
cases: {से: का}
days:
  1: [एक]
name: "&नाम"
flag: true
weight: 0.7
reach: 5
inner:
  after: [बाद]
parts:
  - id: one
    list:
      - क ख
      - |
        ग
`
	var got sample
	f, faults := Read(Text{"x.yaml", text}, &got)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	want := sample{Words: []string{"क", "ख", "-", "2019"}, Forms: map[string][]string{"घर": {"घर", "घरों"}}, Cases: map[string]string{"से": "का"},
		Days: map[int][]string{1: {"एक"}}, Name: "&नाम", Flag: true, Weight: 0.7, Reach: 5,
		Parts: []part{{"one", []line{{"क ख", 17}, {"ग", 18}}}}}
	want.Inner.After = []string{"बाद"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	for path, at := range map[string]Place{"words": {2, 1}, "words/1": {2, 12}, "forms/घर": {4, 3}, "name": {8, 7}, "parts/0": {15, 5}, "parts/0/list/1": {18, 9}} {
		if f.Places[path] != at {
			t.Errorf("%s at %v, want %v", path, f.Places[path], at)
		}
	}
	if fault := f.Fault("parts/0/list/7", "m", "h"); fault.Line != 16 || !strings.Contains(fault.Excerpt, "list:") {
		t.Errorf("the fault of a part that has no place: %+v", fault)
	}
}

// What is wrong is told with its place, all of it; the rest is read.
func TestFaults(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"word: [क]\nflag: ja\n", `x.yaml:1:1: unknown key "word": did you mean words?|x.yaml:2:7: true or false belongs here: a flag is true; leave its line out for false`},
		{"zzzzzzz: 1\n", `x.yaml:1:1: unknown key "zzzzzzz": the keys here are cases, days, flag, forms, inner, name, parts, reach, weight, words`},
		{"words: क\n", "x.yaml:1:8: a list belongs here: write [क]"},
		{"words: {क: ख}\n", `x.yaml:1:8: a list belongs here: begin each of its parts with "- "`},
		{"words: [क, [ख]]\n", "x.yaml:1:12: one word or text belongs here, not a list: put quotation marks around a text that begins with a bracket"},
		{"words: [क, \"\"]\n", "x.yaml:1:12: an entry is empty: fill it in, or take it out"},
		{"words:\n  - क\n  -\n", "x.yaml:3:5: an entry is empty: fill it in, or take it out"},
		{"weight: viel\nreach: 1.5\n", "x.yaml:1:9: a number belongs here: write it as 0.7|x.yaml:2:8: a whole number belongs here"},
		{"days: {eins: [एक]}\n", "x.yaml:1:8: a whole number belongs before the colon"},
		{"forms: {घर: [क], घर: [ख]}\n", "x.yaml:1:18: घर stands twice: make one entry of the two"},
		{"flag: true\nflag: true\n", "x.yaml:2:1: flag stands twice: make one line of the two"},
		{"words: &a [क]\n", "x.yaml:1:8: &, *, << and ! of YAML are not read here: write the words themselves; put quotation marks around a text that begins so"},
		{"words: !!seq [क]\n", "x.yaml:1:8: &, *, << and ! of YAML are not read here: write the words themselves; put quotation marks around a text that begins so"},
		{"[क]\n", "x.yaml:1:1: keys and values belong here: write key: value"},
		{"parts: [{id: [क]}, {id: b}]\n", "x.yaml:1:14: one word or text belongs here, not a list: put quotation marks around a text that begins with a bracket"},
		{"parts: [{list: [{a: b}]}]\n", "x.yaml:1:17: a text belongs here: write it in quotation marks"},
		{"words: [क\n", "x.yaml:1:8: not YAML: sequence end token ']' not found: the list is not closed: end it with ]"},
		{"words: \"-\"\n", "x.yaml:1:8: a list belongs here: write [\"-\"]"},
		{"name: he said: no\n", "x.yaml:1:7: not YAML: mapping value is not allowed in this context: indent it as the lines beside it; and put quotation marks around a text with a colon in it"},
		{"name: a\nflag true\n", "x.yaml:2:1: not YAML: non-map value is specified: write key: value, with a colon and a blank"},
		{"words: [क\nflag: true\n", "x.yaml:2:1: not YAML: ',' or ']' must be specified: a list is not closed here or in the line before: end it with ]"},
	} {
		var got sample
		_, faults := Read(Text{"x.yaml", c.text}, &got)
		var all []string
		for _, f := range faults {
			all = append(all, f.Error())
			if !strings.Contains(f.Excerpt, "^") {
				t.Errorf("%q: no excerpt", c.text)
			}
		}
		if s := strings.Join(all, "|"); s != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, s, c.want)
		}
	}
	var got sample
	if Read(Text{"x", "parts: [{id: [क]}, {id: b}]\nwords: [क]\n"}, &got); len(got.Parts) != 1 || got.Parts[0].ID != "b" || len(got.Words) != 1 {
		t.Errorf("the rest is not read: %+v", got)
	}
}

func TestOpen(t *testing.T) {
	dir := fstest.MapFS{
		"bom.yaml":  {Data: []byte("\ufeffwords: [क]\n")},
		"bad.yaml":  {Data: []byte("words: [क]\nname: \xff\n")},
		"dir.yaml":  {Mode: fs.ModeDir},
		"big.yaml":  {Data: make([]byte, mostBytes+1)},
		"pipe.yaml": {Mode: fs.ModeNamedPipe},
	}
	if text, faults := Open(dir, "bom.yaml", "d/bom.yaml"); len(faults) > 0 || text.Text != "words: [क]\n" || text.Name != "d/bom.yaml" {
		t.Errorf("%+v %v", text, faults)
	}
	for name, want := range map[string]string{"bad.yaml": "d:2: is not UTF-8", "dir.yaml": "d: is no file", "pipe.yaml": "d: is no file", "big.yaml": "d: has 4 MB", "none.yaml": "d: file does not exist"} {
		if _, faults := Open(dir, name, "d"); len(faults) != 1 || !strings.HasPrefix(faults[0].Error(), want) {
			t.Errorf("%s: %v, want %s", name, faults, want)
		}
	}
}

func TestMerge(t *testing.T) {
	base := sample{Words: []string{"क"}, Forms: map[string][]string{"घर": {"घर"}}, Cases: map[string]string{"से": "का", "में": "में"}, Name: "a", Parts: []part{{ID: "x"}}}
	more := sample{Words: []string{"ख"}, Forms: map[string][]string{"घर": {"घरों"}, "वन": {"वन"}}, Cases: map[string]string{"से": "से"}, Days: map[int][]string{1: {"एक"}}, Weight: 0.5, Parts: []part{{ID: "y"}}}
	more.Inner.After = []string{"बाद"}
	Merge(&base, &more)
	want := sample{Words: []string{"क", "ख"}, Forms: map[string][]string{"घर": {"घर", "घरों"}, "वन": {"वन"}}, Cases: map[string]string{"से": "से", "में": "में"},
		Days: map[int][]string{1: {"एक"}}, Name: "a", Weight: 0.5, Parts: []part{{ID: "x"}}}
	want.Inner.After = []string{"बाद"}
	if !reflect.DeepEqual(base, want) {
		t.Errorf("got  %+v\nwant %+v", base, want)
	}
}

func TestMemory(t *testing.T) {
	m := Memory{"a.yaml": "words: [क]\n", "b.yaml": ""}
	if err := fstest.TestFS(m, "a.yaml", "b.yaml"); err != nil && !strings.Contains(err.Error(), "Open") {
		t.Log(err) // it is no whole file system: names with slashes are not looked at
	}
	raw, err := fs.ReadFile(m, "a.yaml")
	if err != nil || string(raw) != m["a.yaml"] {
		t.Errorf("%q %v", raw, err)
	}
	list, err := fs.ReadDir(m, ".")
	if err != nil || len(list) != 2 || list[0].Name() != "a.yaml" || list[0].IsDir() {
		t.Errorf("%v %v", list, err)
	}
	if _, err := fs.Stat(m, "c.yaml"); err == nil {
		t.Error("a file that is not there")
	}
}

// Files that nobody writes take no longer than their length asks.
func TestHostile(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("[", 1<<20), strings.Repeat("- ", 1<<19), strings.Repeat("{a: ", 1<<18), strings.Repeat("? ", 1<<18), strings.Repeat("!a ", 1<<18), strings.Repeat("&a ", 1<<18),
		"words: [" + strings.Repeat("क, ", 1<<16) + "]\n", strings.Repeat("word: [क]\n", 1<<10),
		strings.Repeat("# क\n", 1<<16), "words:\n" + strings.Repeat("  - |\n    क\n", 1<<13), "name: '" + strings.Repeat("''", 1<<16) + "'\n", strings.Repeat("x: &a\n", 1<<12), strings.Repeat("\t", 1<<16), strings.Repeat("a:\n", 1<<12),
	} {
		start := time.Now()
		var v sample
		Read(Text{"x", text}, &v)
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("%.10q: %v", text, d)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("words: [क]\nforms: {घर: [घरों]}\nparts:\n  - id: a\n    list: [क]\n")
	f.Add("- !0 #")
	f.Add("words: *a\nflag: !!bool x\n? a\n: b\n")
	f.Fuzz(func(t *testing.T, text string) {
		var v, w sample
		file, faults := Read(Text{"x", text}, &v)
		for _, f := range faults {
			if f.Message == "" || f.File != "x" || f.Line > strings.Count(text, "\n")+strings.Count(text, "\r")+2 {
				t.Errorf("%+v", f)
			}
		}
		if len(faults) == 0 && file.Places == nil {
			t.Error("no places")
		}
		if slices.Contains(v.Words, "") {
			t.Error("an empty word")
		}
		Merge(&w, &v)
	})
}
