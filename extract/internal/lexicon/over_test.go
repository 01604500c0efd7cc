package lexicon

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	data "github.com/dalbadal/dalbadal/extract/lexicon"
)

// dir is a folder of files that are put over the small lexicon.
func dir(files map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, body := range files {
		out[name] = &fstest.MapFile{Data: []byte(body)}
	}
	return out
}

func over(name string, files map[string]string) []Layer { return []Layer{{name, dir(files)}} }

// An entry is added, or takes the place of the one with its key; columns that may be empty may be left out.
func TestLoadOver(t *testing.T) {
	base := small(map[string]string{"places.tsv": "name\taliases\ttype\tdistrict\tstate\tflags\nरामपुर\tरामपुरी\tdistrict\t\tUP\n"})
	l, faults := LoadOver(base, over("mine", map[string]string{
		"parties.tsv": "id\ttype\tname\taliases\nY\tparty\tज्ञ दल\tज्ञद\nX\tparty\tक्ष दल\tक्षदल\n",
		"places.tsv":  "name\ttype\tstate\nरामपुर\tdistrict\tUP\nरामपुर\ttown\tHP\n",
		"roles.tsv":   "# only a comment\nphrase\tkind\n",
	}))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	for text, want := range map[string][]string{
		"ज्ञद":    {"party Y ज्ञद"},
		"क्षदल":   {"party X क्षदल"},
		"क्षद":    nil, // an alias of the line that was replaced
		"विधायक":  {"role विधायक विधायक"},
		"रामपुरी": nil,
		"रामपुर":  {"place district:UP रामपुर", "place town:HP रामपुर"},
	} {
		if got := senses(l, text, Party, Role, Place); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

func TestCheckOver(t *testing.T) {
	party := "id\tname\taliases\tguard\ttype\tstates\n"
	base := map[string]string{"parties.tsv": party + "X\tक्ष दल\tक्षद\t\tparty\tall\n"}
	for _, c := range []struct {
		file, body, want string // want "": no fault
	}{
		{"parties.tsv", party + "Y\tज्ञ दल\tक्ष.द.|क्षद\t\tparty\tall\n", `d/parties.tsv:2:17: "क्षद" also names X of parties.tsv:2`},
		{"parties.tsv", party + "Y\tज्ञ दल\tक्षद\tक्षद\tparty\tall\n", ""},       // it has a name of its own
		{"parties.tsv", party + "Y\tक्ष दल\tक्षद\tक्षद|क्ष दल\tparty\tUP\n", ""}, // it belongs to other states
		{"parties.tsv", party + "X\tक्ष दल\tक्षद|नया दल\t\tparty\tall\n", ""},    // it replaces the built-in line
		{"parties.tsv", party + "Y\tक्ष दल\tक्षद\tक्षद|क्ष दल\tparty\tall\n", `d/parties.tsv:2:3: "क्ष दल" also names X of parties.tsv:2, and nothing tells the two apart`},
		{"parties.tsv", party + "Y\tज्ञ दल\tबात\t\tparty\tall\n", `d/parties.tsv:2:10: "बात" is an ordinary word too, common.tsv:2`},
		{"parties.tsv", party + "Y\tज्ञ दल\tबात\tबात\tparty\tall\n", ""},
		{"common.tsv", "word\nक्षद\n", `d/common.tsv:2:1: "क्षद" is a party's name too, parties.tsv:2`},
		{"common.tsv", "word\nक्षत\n", ""},
		{"common.tsv", "word\nबातें\n", `d/common.tsv:2:1: "बातें" is read like "बातें", an entry of common.tsv:2: take it out; an entry that is to replace that one begins with its first word, "बात"`},
		{"common.tsv", "word\tforms\nबात\tबातें|बातचीत\n", ""}, // it replaces the built-in line
		{"given.tsv", "name\nगणेश\nगणे\u200dश\n", `d/given.tsv:3:1: "गणे\u200dश" stands twice`},
		{"given.tsv", "name\tvariants\nकमर\tक़मर\n", `d/given.tsv:2:5: "क़मर" is read like "कमर" in this line`},
		{"given.tsv", "name\tvariants\nकमर\tकमरुद्दीन\n", ""},
		{"given.tsv", "nmae\nकमर\n", `d/given.tsv:1:1: the header row has no column name`},
		{"given.tsv", "name\tsex\nकमर\tM\n", `d/given.tsv:1:6: unknown column "sex"`},
		{"given.tsv", "name\tname\nकमर\tM\n", `d/given.tsv:1:6: the column name stands twice`},
	} {
		var all []string
		for _, f := range CheckOver(small(base), over("d", map[string]string{c.file: c.body})) {
			all = append(all, f.Error())
			if f.Line > 0 && !strings.Contains(f.Excerpt, "^") {
				t.Errorf("%v: no excerpt", f)
			}
		}
		if c.want == "" && len(all) > 0 || c.want != "" && !slices.ContainsFunc(all, func(s string) bool { return strings.HasPrefix(s, c.want) }) {
			t.Errorf("%q: got %q, want %q", c.body, all, c.want)
		}
	}
}

func FuzzLoadOver(f *testing.F) {
	f.Add("parties.tsv", "id\ttype\tname\taliases\nY\tparty\tज्ञ दल\tज्ञद|क्षद\nX\tparty\tक्ष दल\n")
	f.Add("common.tsv", "word\nबातें\nबात\n")
	f.Fuzz(func(t *testing.T, name, body string) {
		base, more := small(nil), dir(map[string]string{})
		if _, ok := base[name]; !ok {
			return
		}
		more[name] = &fstest.MapFile{Data: []byte(body)}
		for _, fault := range CheckOver(base, []Layer{{"d", more}}) {
			if fault.Message == "" || fault.File == "" || fault.Line > strings.Count(body, "\n")+1 {
				t.Fatalf("%+v", fault)
			}
		}
		LoadOver(base, []Layer{{"d", more}})
	})
}

func BenchmarkLoadOver(b *testing.B) {
	more := dir(map[string]string{"parties.tsv": "id\ttype\tname\taliases\nYY\tparty\tज्ञ दल\tज्ञद\n", "places.tsv": "name\ttype\nक्षपुर\ttown\n"})
	for b.Loop() {
		if _, faults := LoadOver(data.FS, []Layer{{"mine", more}}); len(faults) > 0 {
			b.Fatal(faults)
		}
	}
}
