package page

import (
	"errors"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"
)

var isoForm = regexp.MustCompile(`^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$`)

// isISO says whether a date is in the form that Published has.
func isISO(s string) bool {
	if !isoForm.MatchString(s) {
		return false
	}
	_, err := time.Parse(time.DateOnly, s[:10])
	return err == nil
}

// TestPathological reads pages made to cost time, memory or stack: the largest that are read at all.
func TestPathological(t *testing.T) {
	const size = 16 << 20
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	article := "<p>" + strings.Repeat("नेता ने पार्टी छोड़ दी और दूसरी पार्टी में शामिल हो गए। ", 5) + "</p>"
	for _, c := range []struct {
		name, page string
		found      bool // the article, which comes first
	}{
		{"nested divs", article + fill("<div>"), true},
		{"nested divs with text", article + fill("<div>पाठ"), true},
		{"nested lists", article + fill("<ul><li>"), true},
		{"nested tables", article + fill("<table><tr><td>"), true},
		{"one table row", article + "<table><tr>" + fill("<td>पाठ"), true},
		{"nested comments", article + fill(`<div class="comments">x`), true},
		{"nested links", article + fill("<a href=x>"), true},
		{"formatting to be opened again", article + strings.Repeat("<b id=x><i class=y>", 1000) + fill("<p>x"), true},
		{"unclosed paragraphs", article + fill("<p>x"), true},
		{"end tags of nothing", article + fill("</p></div></b>"), true},
		{"line breaks", article + fill("x<br>"), true},
		{"one long text", article + "<p>" + fill("शब्द "), true},
		{"one word", article + "<p>" + fill("क"), true},
		{"attributes", article + "<p " + fill("a=b ") + ">", true},
		{"one class", article + `<div class="` + fill("comment ") + `">x</div>`, true},
		{"classes", article + fill(`<div class="a-b-c d"></div>`), true},
		{"entities", article + "<p>" + fill("&amp;&#2325;&notanentity;"), true},
		{"comments", article + fill("<!-- x -->"), true},
		{"a comment without end", article + "<!--" + fill("-"), true},
		{"a tag without end", article + "<p " + fill("x"), true},
		{"dates", article + fill("<p>29 अप्रैल 2024</p>"), true},
		{"numbers", article + "<p>" + fill("12 "), true},
		{"headings", "<h1>क</h1>" + article + fill("<h1>शीर्षक यहां है</h1>"), true},
		{"times", article + fill("<time datetime=x>1</time>"), true},
		{"metas", fill("<meta name=a content=b>") + article, false},
		{"JSON-LD brackets", article + `<script type="application/ld+json">` + fill("["), true},
		{"JSON-LD objects", article + `<script type="application/ld+json">` + fill(`{"a":`), true},
		{"JSON-LD quotes", article + `<script type="application/ld+json">{"a":"` + fill(`"`), true},
		{"JSON-LD graph", article + `<script type="application/ld+json">{"@graph":[` + fill(`{"@type":"WebPage","name":"x"},`) + `]}</script>`, true},
		{"JSON-LD body", article + `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"` + fill(`<p>एक दो तीन`) + `"}</script>`, false},
		{"scripts", article + fill("<script>x</script>"), true},
		{"title", "<title>" + fill("a | ") + "</title>" + article, true},
		{"title in the metadata", `<meta property="og:title" content="` + fill("a | ") + `">` + article, true},
		{"description", `<meta name="description" content="` + fill("नेता ने ") + `">` + article, true},
		{"site name and address", `<meta property="og:site_name" content="` + fill("a ") + `"><link rel=canonical href="https://a.example/` + fill("2024-04-29") + `"><h1>नेता ने छोड़ी पार्टी</h1>` + article, true},
		{"zero bytes", article + fill("\x00"), true},
		{"bytes that are no text", article + fill("\xff\xfe\x80"), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			p, err := Read([]byte(c.page), "text/html; charset=utf-8")
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			if allocated := (after.TotalAlloc - before.TotalAlloc) >> 20; allocated > 1200 {
				t.Errorf("%d MB allocated", allocated)
			}
			if took > 20*time.Second {
				t.Errorf("%v for %d MB", took, size>>20)
			}
			if testing.Verbose() {
				t.Logf("%v, %d MB allocated, %d bytes of text, %v", took.Round(time.Millisecond), (after.TotalAlloc-before.TotalAlloc)>>20, len(p.Text), err)
			}
			if c.found && !strings.HasPrefix(p.Text, "नेता ने पार्टी छोड़ दी") {
				t.Errorf("the article is lost: %.80q, %v", p.Text, err)
			}
		})
	}
}

// TestDeep reads an article that stands tens of thousands of levels deep.
func TestDeep(t *testing.T) {
	const text = "नेता ने पार्टी छोड़ दी और उसी दिन दूसरी पार्टी में शामिल हो गए, यह जानकारी उनके कार्यालय ने दी।"
	page := strings.Repeat("<div>", 50_000) + "<p>" + text + "</p>" + strings.Repeat("</div>", 50_000) + "<p>" + text + "</p>"
	p, err := Read([]byte(page), "")
	if err != nil || p.Text != text+"\n\n"+text {
		t.Errorf("%q, %v", p.Text, err)
	}
}

func TestNoArticle(t *testing.T) {
	for _, page := range []string{"", " ", "<html></html>", "<nav><a href=/>होम</a></nav>", "\x00\x01", "<script>var a = 'x'</script>", "<p>। ।</p>"} {
		if p, err := Read([]byte(page), ""); !errors.Is(err, errNoArticle) || p != (Page{}) {
			t.Errorf("%q: %+v, %v", page, p, err)
		}
	}
}
