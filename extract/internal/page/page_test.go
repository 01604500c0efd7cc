package page

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

const pages = "../../../testdata/pages"

// fixture is a page and what is to be read from it. Absent are pieces of what stands around its article.
type fixture struct {
	name        string
	raw         []byte
	Title       string
	Text        []string
	Published   string
	URL, Outlet string
	Absent      []string
	ContentType string `json:"content_type"`
}

func fixtures(t testing.TB) []fixture {
	t.Helper()
	files, err := filepath.Glob(pages + "/*.json")
	if err != nil || len(files) < 25 {
		t.Fatalf("%d pages in %s, %v", len(files), pages, err)
	}
	var all []fixture
	for _, file := range files {
		name := strings.TrimSuffix(file, ".json")
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		f := fixture{name: filepath.Base(name)}
		if err := json.Unmarshal(want, &f); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if f.raw, err = os.ReadFile(name + ".html"); err != nil {
			t.Fatal(err)
		}
		all = append(all, f)
	}
	return all
}

// The share of the words of the articles that are kept, of the words kept that are the articles', and of the pages whose
// title, paragraphs and date are right. These are floors: what the reader reached when they were set.
const (
	floorRecall     = 0.995
	floorPrecision  = 0.995
	floorTitles     = 1.0
	floorParagraphs = 0.95
	floorDates      = 1.0
)

func TestFixtures(t *testing.T) {
	var common, got, want, titles, dates, wrongDates, whole, around, kept int
	all := fixtures(t)
	for _, f := range all {
		p, err := Read(f.raw, f.ContentType)
		if err != nil {
			t.Errorf("%s: %v", f.name, err)
			continue
		}
		c, g, w := overlap(p.Text, strings.Join(f.Text, "\n\n"))
		common, got, want = common+c, got+g, want+w
		if p.Text == strings.Join(f.Text, "\n\n") {
			whole++
		} else {
			t.Logf("%s: %d words of %d, %d more\n%s", f.name, c, w, g-c, diff(f.Text, strings.Split(p.Text, "\n\n")))
		}
		if p.Title == f.Title {
			titles++
		} else {
			t.Logf("%s: title %q, not %q", f.name, p.Title, f.Title)
		}
		switch p.Published {
		case f.Published:
			dates++
		default:
			if p.Published != "" {
				wrongDates++
			}
			t.Logf("%s: published %q, not %q", f.name, p.Published, f.Published)
		}
		if p.URL != f.URL {
			t.Errorf("%s: url %q, not %q", f.name, p.URL, f.URL)
		}
		if p.Outlet != f.Outlet {
			t.Errorf("%s: outlet %q, not %q", f.name, p.Outlet, f.Outlet)
		}
		for _, s := range f.Absent {
			around++
			if strings.Contains(p.Text, s) {
				kept++
				t.Errorf("%s: %q is kept", f.name, s)
			}
		}
	}
	n := float64(len(all))
	recall, precision := float64(common)/float64(want), float64(common)/float64(got)
	t.Logf("%d pages: words kept %.4f, of these the article's %.4f, F1 %.4f; boilerplate kept %d of %d; titles %.3f; texts right in every letter %.3f; dates right %.3f, wrong %.3f",
		len(all), recall, precision, 2*recall*precision/(recall+precision), kept, around, float64(titles)/n, float64(whole)/n, float64(dates)/n, float64(wrongDates)/n)
	for _, m := range []struct {
		what     string
		is, must float64
	}{
		{"words kept", recall, floorRecall}, {"words of the article among those kept", precision, floorPrecision}, {"titles", float64(titles) / n, floorTitles},
		{"texts", float64(whole) / n, floorParagraphs}, {"dates", float64(dates) / n, floorDates},
	} {
		if m.is < m.must {
			t.Errorf("%s: %.4f, less than %.4f", m.what, m.is, m.must)
		}
	}
}

// overlap counts the words that two texts have in common, and those of each.
func overlap(got, want string) (common, n, m int) {
	count := map[string]int{}
	for _, w := range splitWords(want) {
		count[w]++
		m++
	}
	for _, w := range splitWords(got) {
		n++
		if count[w] > 0 {
			count[w]--
			common++
		}
	}
	return common, n, m
}

func splitWords(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r)
	})
}

// diff names the paragraphs that only one side has.
func diff(want, got []string) string {
	in := map[string]int{}
	for _, p := range want {
		in[p]--
	}
	for _, p := range got {
		in[p]++
	}
	var b strings.Builder
	for _, side := range [][]string{want, got} {
		for _, p := range side {
			if n := in[p]; n != 0 {
				sign := "  + "
				if n < 0 {
					sign = "  - "
				}
				b.WriteString(sign + p + "\n")
				in[p] = 0
			}
		}
	}
	return b.String()
}
