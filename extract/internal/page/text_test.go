package page

import (
	"strings"
	"testing"
)

func TestLabelOf(t *testing.T) {
	for _, c := range []struct {
		text  string
		kind  label
		whole bool
	}{
		{"ये भी पढ़ें: नेता ने छोड़ी पार्टी", labelMore, false},
		{"ये भी पढ़ेंः नेता ने छोड़ी पार्टी", labelMore, false},
		{"ये भी पढ़े - नेता ने छोड़ी पार्टी", labelMore, false},
		{"इन्हें भी देखें", labelMore, true},
		{"विज्ञापन", labelAd, true},
		{"- विज्ञापन -", labelAd, true},
		{"विज्ञापन के लिए सरकार ने नई नीति बनाई।", labelNone, false},
		{"ADVERTISEMENT", labelAd, true},
		{"अपडेटेड 29 अप्रैल 2024", labelStamp, false},
		{"टिप्पणियां", labelSection, true},
		{"टिप्पणी करने से नेता ने इनकार किया।", labelNone, false},
		{"Lire aussi : un titre", labelMore, false},
		{"延伸閱讀：標題", labelMore, false},
		{"नेता ने कहा कि वे भी पढ़ेंगे।", labelNone, false},
		{"Tagsüber war es ruhig.", labelNone, false},
	} {
		kind, whole := labelOf(c.text)
		if kind != c.kind || whole != c.whole {
			t.Errorf("%s: %d %v, not %d %v", c.text, kind, whole, c.kind, c.whole)
		}
	}
}

const (
	first  = "पूर्व विधायक ने सोमवार को पार्टी की सदस्यता से इस्तीफा दे दिया और दूसरे दल में शामिल हो गए।"
	second = "उन्होंने कहा कि संगठन में पुराने कार्यकर्ताओं की कोई सुनवाई नहीं हो रही थी, इसलिए यह फैसला लिया गया।"
	third  = "जिलाध्यक्ष ने कहा कि एक व्यक्ति के जाने से संगठन पर कोई असर नहीं पड़ेगा, कार्यकर्ता एकजुट हैं।"
)

// TestText says for small pages what of them is the article.
func TestText(t *testing.T) {
	all := []string{first, second, third}
	p := func(s string) string { return "<p>" + s + "</p>" }
	for _, c := range []struct {
		name, page string
		want       []string
	}{
		{"paragraphs", p(first) + p(second) + p(third), all},
		{"divs", "<div><div>" + first + "</div><div>" + second + "</div><div>" + third + "</div></div>", all},
		{"line breaks", "<div>" + first + "<br><br>" + second + "<br/>" + third + "</div>", all},
		{"a form around all", "<form>" + p(first) + p(second) + p(third) + "</form>", all},
		{"a class that lies", `<div class="social-share">` + p(first) + p(second) + p(third) + "</div>", all},
		{"sections", "<section>" + p(first) + p(second) + "</section><section>" + p(third) + "</section>", all},
		{"inline elements", "<p>" + strings.Replace(first, "सोमवार", "<b>सोम</b>वार", 1) + p(second) + p(third), all},
		{"a link in a sentence", "<p>" + strings.Replace(first, "इस्तीफा", "<a href=/>इस्तीफा</a>", 1) + p(second) + p(third), all},
		{"aside, caption, buttons", p(first) + "<aside>" + p(third) + "</aside><figure><img><figcaption>" + third + "</figcaption></figure><button>" + third + "</button>" + p(second) + p(third), all},
		{"hidden", p(first) + `<div style="display: none">` + p(third) + "</div><div hidden>" + p(third) + "</div>" + p(second) + p(third), all},
		{"a heading with text under it, and one without", p(first) + "<h2>क्या बोले नेता</h2>" + p(second) + p(third) + "<h2>और खबरें</h2><ul><li><a href=/>एक और खबर का शीर्षक</a></ul>",
			[]string{first, "क्या बोले नेता", second, third}},
		{"the headline above the text", "<title>नेता ने छोड़ी पार्टी</title><div><h1>नेता ने छोड़ी पार्टी</h1>" + p(first) + p(second) + p(third) + "</div>", all},
		{"joiners stay, soft hyphens go", p(first+" क्\u200dष सं\u00adगठन") + p(second) + p(third), []string{first + " क्\u200dष संगठन", second, third}},
		{"comments longer than the article", p(first) + p(second) + p(third) + `<div id="comments">` + strings.Repeat(p("मेरे विचार से यह फैसला गलत है, जनता इसका जवाब चुनाव में जरूर देगी।"), 30) + "</div>", all},
		{"a table", p(first) + "<table><tr><th>सीट</th><th>वोट</th></tr><tr><td>हरगांव</td><td>12,340</td></tr></table>" + p(second) + p(third), []string{first, "सीट वोट", "हरगांव 12,340", second, third}},
		{"microdata", `<div itemprop="articleBody">` + p(first) + p(second) + p(third) + "</div><div>" + p(strings.Repeat(second+" ", 3)) + "</div>", all},
	} {
		got, err := Read([]byte(c.page), "")
		if want := strings.Join(c.want, "\n\n"); got.Text != want || err != nil {
			t.Errorf("%s: %v\n%s\nnot\n%s", c.name, err, got.Text, want)
		}
	}
}

// TestArticleBody says when the text of the metadata is taken, and when the page's own.
func TestArticleBody(t *testing.T) {
	own := "<p>" + first + "</p><p>" + second + "</p><p>" + third + "</p>"
	for _, c := range []struct{ name, body, page, want string }{
		{"run together in the metadata", first + " " + second + " " + third, own, first + "\n\n" + second + "\n\n" + third},
		{"cut short there", first + " उन्होंने कहा...", own, first + "\n\n" + second + "\n\n" + third},
		{"not on the page", first + `\n` + second + `\r\n\r\n` + third, "<p>" + first[:120] + "</p><p>पूरी खबर पढ़ने के लिए लॉगिन करें</p>", first + "\n\n" + second + "\n\n" + third},
		{"HTML in the metadata", `&lt;p&gt;` + first + `&lt;/p&gt;&lt;p&gt;` + second + `&lt;/p&gt;`, "<div></div>", first + "\n\n" + second},
	} {
		page := `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"` + c.body + `"}</script>` + c.page
		if p, err := Read([]byte(page), ""); p.Text != c.want || err != nil {
			t.Errorf("%s: %v\n%s\nnot\n%s", c.name, err, p.Text, c.want)
		}
	}
}

func TestTitle(t *testing.T) {
	const body = "<p>" + first + "</p><p>" + second + "</p>"
	for _, c := range []struct{ name, page, want string }{
		{"h1", "<title>नेता ने छोड़ी पार्टी | जनवाणी</title><h1>नेता ने छोड़ी पार्टी</h1>", "नेता ने छोड़ी पार्टी"},
		{"h1 is the site", `<meta property="og:site_name" content="जनवाणी"><title>नेता ने छोड़ी पार्टी | जनवाणी</title><h1>जनवाणी</h1><h2>नेता ने छोड़ी पार्टी</h2>`, "नेता ने छोड़ी पार्टी"},
		{"the site by its host", `<link rel=canonical href="https://www.janvani.example/a"><title>नेता ने छोड़ी पार्टी - Jan Vani</title>`, "नेता ने छोड़ी पार्टी"},
		{"the site first", `<meta property="og:site_name" content="जनवाणी"><title>जनवाणी: नेता ने छोड़ी पार्टी</title>`, "नेता ने छोड़ी पार्टी"},
		{"a colon in the headline", `<meta property="og:site_name" content="जनवाणी"><meta property="og:title" content="यूपी: नेता ने छोड़ी पार्टी - जनवाणी">`, "यूपी: नेता ने छोड़ी पार्टी"},
		{"two h1", `<meta property="og:title" content="नेता ने छोड़ी पार्टी"><h1>आज की खबरें यहां पढ़ें</h1><h1>नेता ने छोड़ी पार्टी</h1>`, "नेता ने छोड़ी पार्टी"},
		{"entities", `<meta property="og:title" content="&amp;quot;नहीं छोड़ूंगा&amp;quot; बोले नेता">`, `"नहीं छोड़ूंगा" बोले नेता`},
		{"a topic before the headline", `<meta property="og:title" content="नेता ने चुनाव से पहले छोड़ी पार्टी"><h1><span>लोकसभा चुनाव</span> नेता ने चुनाव से पहले छोड़ी पार्टी</h1>`, "नेता ने चुनाव से पहले छोड़ी पार्टी"},
		{"none", "", ""},
	} {
		if p, err := Read([]byte(c.page+body), ""); p.Title != c.want || err != nil {
			t.Errorf("%s: %q, not %q; %v", c.name, p.Title, c.want, err)
		}
	}
}

// An element that a label heads is a list of other stories, however much they tell.
func TestHeadedByLabel(t *testing.T) {
	story := strings.Repeat("<p>नेता ने मंगलवार को कहा कि शहर में नई सड़क बनेगी और उस पर जल्द काम शुरू होगा।</p>", 4)
	card := `<div class="card"><h3><a href="/1">विधायक ने पार्टी छोड़ी</a></h3><p>जयपुर। विधायक मोहन लाल ने बुधवार को पार्टी छोड़कर दूसरी पार्टी की सदस्यता ग्रहण कर ली। उन्होंने कहा कि वह अपने क्षेत्र के विकास के लिए यह फैसला ले रहे हैं और जनता उनके साथ है।</p></div>`
	for _, label := range []string{"अन्य खबरें", "ये भी पढ़ें", "टिप्पणियां"} {
		p, err := Read([]byte("<div id=story><h1>नई सड़क बनेगी</h1>"+story+"<div><h2>"+label+"</h2>"+card+card+"</div></div>"), "")
		if err != nil || strings.Contains(p.Text, "मोहन") || !strings.Contains(p.Text, "सड़क") {
			t.Errorf("%s: %v, %q", label, err, p.Text)
		}
	}
}
