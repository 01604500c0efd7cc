package page

import "testing"

func TestReadJSON(t *testing.T) {
	for _, c := range []struct{ name, json, headline, published string }{
		{"plain", `{"headline":"क \"ख\" \u0917","datePublished":"2024-04-29"}`, `क "ख" ग`, "2024-04-29"},
		{"line breaks in a string", "{\"headline\":\"क\nख\",\"datePublished\":\"2024-04-29\"}", "क\nख", "2024-04-29"},
		{"quotes in a string", `{"headline":"क "ख" ग","datePublished":"2024-04-29"}`, `क "ख" ग`, "2024-04-29"},
		{"commas too many", `{"headline":"क",,"datePublished":"2024-04-29",}`, "क", "2024-04-29"},
		{"a comma missing", "{\"headline\":\"क\"\n\"datePublished\":\"2024-04-29\"}", "क", "2024-04-29"},
		{"comments", "/* a */ {\"headline\":\"क\", // b\n\"datePublished\":\"2024-04-29\"}", "क", "2024-04-29"},
		{"CDATA", "//<![CDATA[\n{\"headline\":\"क\",\"datePublished\":\"2024-04-29\"}\n//]]>", "क", "2024-04-29"},
		{"cut short", `{"headline":"क","datePublished":"2024-04-29","articleBody":"ख`, "क", "2024-04-29"},
		{"entities", `{&quot;headline&quot;:&quot;क&quot;,&quot;datePublished&quot;:&quot;2024-04-29&quot;}`, "क", "2024-04-29"},
		{"a pair of surrogates, and half of one", `{"headline":"\ud83d\ude00\ud83d","datePublished":"2024-04-29"}`, "😀\ufffd", "2024-04-29"},
		{"names of a context", `{"schema:headline":"क","schema:datePublished":"2024-04-29"}`, "क", "2024-04-29"},
		{"a list of one", `{"headline":["क"],"datePublished":["2024-04-29"]}`, "क", "2024-04-29"},
		{"null", `{"headline":null,"datePublished":"2024-04-29"}`, "", "2024-04-29"},
	} {
		v := readJSON(c.json)
		if got := v.get("headline").str(); got != c.headline {
			t.Errorf("%s: headline %q, not %q", c.name, got, c.headline)
		}
		if got := v.get("datePublished").str(); got != c.published {
			t.Errorf("%s: published %q, not %q", c.name, got, c.published)
		}
	}
}

func TestLinked(t *testing.T) {
	const article = `{"@type":["Thing","NewsArticle"],"headline":"क","datePublished":"2024-04-29","publisher":[{"name":"ग"}]}`
	for name, json := range map[string]string{
		"alone":             article,
		"in a list":         `[{"@type":"BreadcrumbList"},` + article + `]`,
		"in a graph":        `{"@graph":[{"@type":"WebPage","headline":"ख","datePublished":"2020-01-01"},` + article + `]}`,
		"of a page":         `{"@type":"WebPage","datePublished":"2020-01-01","mainEntity":` + article + `}`,
		"one after another": `{"@type":"Organization","name":"घ"}` + article,
	} {
		var l linked
		l.read(readJSON(json))
		if l.headline != "क" || l.published != "2024-04-29" || l.publisher != "ग" {
			t.Errorf("%s: %+v", name, l)
		}
	}
}
