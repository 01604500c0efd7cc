// Package pages holds the reader of web pages against go-trafilatura, over the pages in testdata/pages, in one run:
//
//	go test -v .          the share of words, titles and dates that each gets right, and its time for a page
//	go test -bench . .    the same time as benchmarks, with allocations
package pages

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/dalbadal/dalbadal/extract/internal/page"
	"github.com/markusmobius/go-trafilatura"
	"github.com/rs/zerolog"
	"github.com/rs/zerolog/log"
)

const fixtures = "../../testdata/pages"

// sample is a page and what is to be read from it.
type sample struct {
	name        string
	raw         []byte
	Title       string
	Text        []string
	Published   string
	ContentType string `json:"content_type"`
}

// article is what a reader read: Published is the day.
type article struct{ Title, Text, Published string }

// readers are the two, each with the settings that are best for it on these pages.
var readers = []struct {
	name string
	read func(s sample) (article, error)
}{
	{"dalbadal", func(s sample) (article, error) {
		p, err := page.Read(s.raw, s.ContentType)
		return article{p.Title, p.Text, p.Published[:min(len(p.Published), len(time.DateOnly))]}, err
	}},
	{"go-trafilatura", func(s sample) (article, error) {
		r, err := trafilatura.Extract(bytes.NewReader(s.raw), trafilatura.Options{EnableFallback: true, ExcludeComments: true})
		if err != nil {
			return article{}, err
		}
		a := article{Title: r.Metadata.Title, Text: r.ContentText}
		if !r.Metadata.Date.IsZero() {
			a.Published = r.Metadata.Date.Format(time.DateOnly)
		}
		return a, nil
	}},
	{"go-trafilatura, fast", func(s sample) (article, error) {
		r, err := trafilatura.Extract(bytes.NewReader(s.raw), trafilatura.Options{ExcludeComments: true})
		if err != nil {
			return article{}, err
		}
		a := article{Title: r.Metadata.Title, Text: r.ContentText}
		if !r.Metadata.Date.IsZero() {
			a.Published = r.Metadata.Date.Format(time.DateOnly)
		}
		return a, nil
	}},
}

func TestMain(m *testing.M) {
	log.Logger = zerolog.New(io.Discard)
	os.Exit(m.Run())
}

func samples(t testing.TB) []sample {
	t.Helper()
	files, err := filepath.Glob(fixtures + "/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no pages in %s, %v", fixtures, err)
	}
	var all []sample
	for _, file := range files {
		s := sample{name: strings.TrimSuffix(filepath.Base(file), ".json")}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(want, &s); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if s.raw, err = os.ReadFile(strings.TrimSuffix(file, ".json") + ".html"); err != nil {
			t.Fatal(err)
		}
		all = append(all, s)
	}
	return all
}

// result is how well a reader does: shares of 1, and the time for a page.
type result struct {
	recall, precision, f1, titles, right, wrong float64
	perPage                                     time.Duration
}

// rounds is how often every page is read; the time is that of the fastest round.
const rounds = 5

func measure(all []sample, read func(sample) (article, error)) result {
	var r result
	n := float64(len(all))
	for _, s := range all {
		a, err := read(s)
		if err != nil {
			continue // nothing read: nothing right
		}
		common, got, want := overlap(a.Text, strings.Join(s.Text, " "))
		p, c := share(common, got), share(common, want)
		r.precision += p / n
		r.recall += c / n
		if p+c > 0 {
			r.f1 += 2 * p * c / (p + c) / n
		}
		if squeeze(a.Title) == squeeze(s.Title) {
			r.titles += 1 / n
		}
		switch day := s.Published[:min(len(s.Published), len(time.DateOnly))]; {
		case a.Published == day:
			r.right += 1 / n
		case a.Published != "":
			r.wrong += 1 / n
		}
	}
	for range rounds {
		start := time.Now()
		for _, s := range all {
			_, _ = read(s)
		}
		if d := time.Since(start) / time.Duration(len(all)); r.perPage == 0 || d < r.perPage {
			r.perPage = d
		}
	}
	return r
}

// TestAhead prints what each reader gets right, and fails where another is ahead.
func TestAhead(t *testing.T) {
	all := samples(t)
	t.Logf("%d pages", len(all))
	t.Logf("%-22s %6s %6s %6s %6s %6s %6s %10s", "", "words", "prec.", "F1", "title", "date", "wrong", "per page")
	var ours result
	for i, reader := range readers {
		r := measure(all, reader.read)
		t.Logf("%-22s %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f %10s", reader.name, r.recall, r.precision, r.f1, r.titles, r.right, r.wrong, r.perPage.Round(time.Microsecond))
		if i == 0 {
			ours = r
			continue
		}
		for _, m := range []struct {
			what   string
			behind bool
		}{
			{"text F1", ours.f1 <= r.f1}, {"titles", ours.titles <= r.titles}, {"dates right", ours.right <= r.right},
			{"dates wrong", ours.wrong > r.wrong}, {"speed", ours.perPage >= r.perPage},
		} {
			if m.behind {
				t.Errorf("%s is not behind in %s", reader.name, m.what)
			}
		}
	}
}

func BenchmarkRead(b *testing.B) {
	all := samples(b)
	size := 0
	for _, s := range all {
		size += len(s.raw)
	}
	for _, reader := range readers {
		b.Run(reader.name, func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for _, s := range all {
					_, _ = reader.read(s)
				}
			}
		})
	}
}

func overlap(got, want string) (common, n, m int) {
	count := map[string]int{}
	for _, w := range words(want) {
		count[w]++
		m++
	}
	for _, w := range words(got) {
		n++
		if count[w] > 0 {
			count[w]--
			common++
		}
	}
	return common, n, m
}

func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r)
	})
}

func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
