package devanagari

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// cutUp gives the sentences of a text as they were written.
func cutUp(d *Document) (out []string) {
	for _, s := range d.Sentences {
		out = append(out, d.Slice(s.First, s.Last))
	}
	return out
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"dandas", "वह गए। फिर आए।उसके बाद रुके॥", []string{"वह गए।", "फिर आए।", "उसके बाद रुके॥"}},
		{"full stops", "वह मंच पर आया है. लोग चले गए.फिर शांति रही.", []string{"वह मंच पर आया है.", "लोग चले गए.", "फिर शांति रही."}},
		{"no verb before the stop", "बात करने की हिम्मत. फिर चुप हो गए.", []string{"बात करने की हिम्मत.", "फिर चुप हो गए."}},
		{"titles", "डॉ. रमेश और मो. सलीम आए हैं. पं. मोहन भी.", []string{"डॉ. रमेश और मो. सलीम आए हैं.", "पं. मोहन भी."}},
		{"initials", "एस. के. दुबे और एस.पी. वर्मा बी.जे.पी. में आए. मो0 अली नहीं.", []string{"एस. के. दुबे और एस.पी. वर्मा बी.जे.पी. में आए.", "मो0 अली नहीं."}},
		{"states", "उ.प्र. व म.प्र. के लोग आए थे. सब गए.", []string{"उ.प्र. व म.प्र. के लोग आए थे.", "सब गए."}},
		{"a dot for a nukta", "उसने दल छोड. दिया है. भीड. जुटी.", []string{"उसने दल छोड. दिया है.", "भीड. जुटी."}},
		{"numbers", "कुल 1,200 लोग आए. 12.5 प्रतिशत घटा. यह 2017. फिर वही.", []string{"कुल 1,200 लोग आए.", "12.5 प्रतिशत घटा.", "यह 2017.", "फिर वही."}},
		{"an upright stroke", "वह चला गया | फिर लौटा| कुछ खबर | मेरा अखबार", []string{"वह चला गया |", "फिर लौटा|", "कुछ खबर | मेरा अखबार"}},
		{"l and I", "वह चला गया l फिर लौट आया I बस इतना", []string{"वह चला गया l", "फिर लौट आया I", "बस इतना"}},
		{"questions", "क्या वह जाएगा? हां! जाएगा?!", []string{"क्या वह जाएगा?", "हां!", "जाएगा?!"}},
		{"a stray danda", "मोहन। और सोहन ने पद छोड़ा। और वे गए।", []string{"मोहन। और सोहन ने पद छोड़ा।", "और वे गए।"}},
		{"a quoted question", "'कौन जाएगा?' के सवाल पर चुप रहे।", []string{"'कौन जाएगा?'", "के सवाल पर चुप रहे।"}},
		{"closing marks", "उसने कहा, “मैं जा रहा हूं।” फिर (वह रुका था।) बस।", []string{"उसने कहा, “मैं जा रहा हूं।”", "फिर (वह रुका था।)", "बस।"}},
		{"lines", "पहली पंक्ति का अंत\nदूसरी यहां से चली।", []string{"पहली पंक्ति का अंत", "दूसरी यहां से चली।"}},
		{"dots", "वह गया... फिर भी... रुका", []string{"वह गया...", "फिर भी... रुका"}},
		{"addresses", "देखें example.com पर. बस.", []string{"देखें example.com पर.", "बस."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := cutUp(Parse(c.in)); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
			checkTokens(t, c.in)
		})
	}
}

func TestCommasOnly(t *testing.T) {
	clause := "सभा में बहुत से लोग दूर के गांवों से आए और देर तक बैठे रहे हैं,"
	text := strings.Repeat(clause+" ", 6)
	if got := cutUp(Parse(text)); len(got) != 6 {
		t.Errorf("got %d sentences: %q", len(got), got)
	}
	if got := cutUp(Parse(clause + " " + clause)); len(got) != 1 {
		t.Errorf("a short paragraph is cut: %q", got)
	}
}

func TestQuestion(t *testing.T) {
	d := Parse("क्या वह जाएगा? नहीं।")
	if !d.Sentences[0].Question || d.Sentences[1].Question {
		t.Errorf("got %+v", d.Sentences)
	}
}

func TestQuotes(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"double", `उसने कहा, "मैं गया। तुम आओ।" फिर "चलो"`, "मैं1 गया1 ।1 तुम1 आओ1 ।1 चलो2"},
		{"directed", "“एक” और ”दो“ और ‘तीन’", "एक1 दो2 तीन3"},
		{"doubled", "‘‘एक दो’’ बाद", "एक1 दो1"},
		{"mixed", "‘एक दो\" बाद", "एक1 दो1"},
		{"unclosed", "कहा \"एक दो\nबाद", "एक1 दो1"},
		{"nested", `"एक 'दो' तीन" चार`, "एक1 '1 दो1 '1 तीन1"},
		{"apostrophes", "don't it's '22 में", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			d := Parse(c.in)
			for _, tok := range d.Tokens {
				if tok.Quote > 0 {
					got = append(got, tok.Key+string(rune('0'+tok.Quote)))
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("got %q, want %q", strings.Join(got, " "), c.want)
			}
		})
	}
}

func TestDateline(t *testing.T) {
	const body = "नगर के पुराने सभासद ने दल का साथ छोड़ दिया है।"
	for _, dateline := range []string{
		"बरेली, नवप्रभात विचार।", "नवदूत संवाददाता, एटा:", "पटना, 4 मई (एजेंसी)।", "पटना, मई 4 -- आरा, निज प्रतिनिधि।",
		"मानसा (रोहित):", "फगवाड़ा(सोनू):", "राजीव शर्मा, सतना।", "Jabalpur.", "लखनऊ [ब्यूरो]।", "रामपुर,बिलासपुर।",
		"बलिया 24 जून (वार्ता)", "पणजी/नई दिल्ली 6 मार्च।", "लखनऊ।", "रायपुर.", "मुजफ्फरपुर:", "नई दिल्लीः",
		"नवदूत संवाददाता | नहटौर:", "मुंबई, कार्यालय संवाददाता।", "गया :", "हिसार…", "नोएडा I", "सिरसा |", "धनबाद –",
		"सिमडेगा, ७ मई।", "कोटा से संवाददाता।", "एटा (हि.स.)।", "जालंधर, (ब्यूरो):", "इटावा-",
	} {
		t.Run(dateline, func(t *testing.T) {
			d := Parse(dateline + " " + body + " फिर वे चले गए।")
			s := d.Sentences[0]
			if s.Dateline == 0 || d.Slice(s.First, s.First+s.Dateline) != dateline {
				t.Fatalf("dateline of %d tokens in %q", s.Dateline, cutUp(d))
			}
			if len(d.Sentences) != 2 || d.Slice(s.First, s.Last) != dateline+" "+body {
				t.Errorf("sentences %q", cutUp(d))
			}
		})
	}
	for _, text := range []string{
		body,
		"सवाल: " + body,
		"चुनाव 2024: " + body,
		"भाजपा: " + body,
		"पूर्व विधायक - " + body,
		"नगर में सभा हुई। " + body,
		body + "\nराजीव: हम यहीं रहेंगे।",
		"https://example.org देखें।",
		"Make fun of me. " + body,
		"मेरठ: बड़ी हलचल की तैयारी",
	} {
		t.Run("not "+text, func(t *testing.T) {
			for _, s := range Parse(text).Sentences {
				if s.Dateline != 0 {
					t.Errorf("%d tokens are a dateline", s.Dateline)
				}
			}
		})
	}
}

func TestBlocks(t *testing.T) {
	const body = "नगर के पुराने सभासद ने सोमवार को दल का साथ छोड़ दिया है।"
	for _, c := range []struct {
		name, in string
		want     []Block
	}{
		{"a single line", "सभासद ने छोड़ा साथ", []Block{Body}},
		{"a crosshead", body + "\nअब आगे क्या\n" + body, []Block{Body, Heading, Body}},
		{"a question as crosshead", body + "\nअब क्या होगा?\n" + body, []Block{Body, Heading, Body}},
		{"a quoted crosshead", "'दल में दम घुटता था'\n" + body, []Block{Heading, Body}},
		{"a last line", body + "\nअब आगे क्या", []Block{Body, Body}},
		{"a list", body + "\nराम\nश्याम\nमोहन\nसोहन\n" + body, []Block{Body, Body, Body, Body, Body, Body}},
		{"bullets", "• राम\n- श्याम\n1. मोहन\n(2) सोहन\n▪️मदन", []Block{Bullet, Bullet, Bullet, Bullet, Bullet}},
		{"bullets in a line", "▪️राम आए ▪️श्याम गए", []Block{Bullet, Bullet}},
		{"a link", body + "\nये भी पढ़ें- सभासद का पुराना बयान\n" + body, []Block{Body, Related, Body}},
		{"a link at the tail", body + " यह भी पढ़ें: सभासद का पुराना बयान! जानें सब", []Block{Body, Related, Related}},
		{"a link in brackets", body + " (ये भी पढ़ें: सभासद का बयान)", []Block{Body, Related}},
		{"a link within run-together lines", body + " Also Read: पुराना बयान फिर चर्चा में। " + body, []Block{Body, Related, Body}},
		{"links below", body + "\nREAD MORE\nएक शीर्षक यहां\nदूसरा शीर्षक\n" + body, []Block{Body, Related, Related, Related, Body}},
		{"footers", body + "\nTags: सभा, नगर\n#सभा #नगर\nEdited By: मोहन\nहमारे व्हाट्सएप चैनल से जुड़ें\nCOMMERCIAL BREAK", []Block{Body, Footer, Footer, Footer, Footer, Footer}},
		{"no footer", "फेसबुक पर उन्होंने लिखा कि वह जा रहे हैं।", []Block{Body}},
		{"captions", "[फोटो- सभा में बैठे लोग]\nफोटो: मंच\nमोहन (फाइल फोटो)\nमाला पहनाते कार्यकर्ता\n" + body, []Block{Caption, Caption, Caption, Caption, Body}},
		{"an interview", body + "\nसवाल: अब क्या करेंगे?\nजवाब: आराम करेंगे।", []Block{Body, Body, Body}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := Parse(c.in)
			var got []Block
			for _, s := range d.Sentences {
				got = append(got, s.Block)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v in %q", got, c.want, cutUp(d))
			}
			checkTokens(t, c.in)
		})
	}
}

func TestNoSpace(t *testing.T) {
	if !Parse(strings.Repeat("नगर", 20)).NoSpace {
		t.Error("a word of sixty runes is taken")
	}
	if Parse("नगर " + strings.Repeat("x", 60)).NoSpace {
		t.Error("a long Latin word is not")
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "बरेली, नवप्रभात विचार। वह गया।", "‘‘एक’’ \"दो", "1. राम\n• श्याम", "ये भी पढ़ें: कुछ", "#क #ख", "(", "।।", "फोटो", "आई. के."} {
		f.Add(s)
	}
	parts := []string{" ", "\n", "।", ".", "?", "|", "-", ":", ",", "(", ")", "'", "\"", "…", "#", "•", "1", "2024", "l", "है", "गया", "ने", "के", "आई", "बी",
		"पटना", "संवाददाता", "मई", "ये", "भी", "पढ़ें", "फोटो", "tags", "also", "read", "सवाल", "और"}
	f.Fuzz(func(t *testing.T, s string) {
		checkTokens(t, s)
		var b strings.Builder
		for i := range len(s) {
			b.WriteString(parts[int(s[i])%len(parts)])
		}
		checkTokens(t, b.String())
	})
}

// TestRandom is a fuzz run of a fixed length over the runes that the rules speak of.
func TestRandom(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	runes := []rune("अआएकगतनमरय\u093c\u094dंँाेैोीः:1.,- …\u200d\n'\"।|द")
	for range 20000 {
		text := make([]rune, rng.IntN(24))
		for i := range text {
			text[i] = runes[rng.IntN(len(runes))]
		}
		checkKey(t, string(text))
		checkTokens(t, string(text))
		if t.Failed() {
			return
		}
	}
}

var article = "बरेली, नवप्रभात विचार। " + strings.Repeat("नगर पालिका के पूर्व सभासद डॉ. आर. के. वर्मा ने सोमवार को “अपना मंच” की प्राथमिक सदस्यता छोड़ दी है। "+
	"उन्होंने कहा, ‘हमारी बात नहीं सुनी गयी।’ करीब 1,200 समर्थक भी साथ गये हैं.\n", 10)

func BenchmarkParse(b *testing.B) {
	b.SetBytes(int64(len(article)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(article)
	}
}

func BenchmarkFold(b *testing.B) {
	b.SetBytes(int64(len(article)))
	b.ReportAllocs()
	for b.Loop() {
		Fold(article)
	}
}

// BenchmarkHostile holds texts on which a careless search would be quadratic:
// the speed must not fall with their length.
func BenchmarkHostile(b *testing.B) {
	for _, c := range []struct{ name, part string }{
		{"signs", "का्"}, {"quotes", " 'क"}, {"marks", "\" '"}, {"bullets", "•क"}, {"dots", ".क. "}, {"dashes", "- "}, {"links", "। ये भी"}, {"word", "क"}, {"closers", "?)"},
	} {
		text := strings.Repeat(c.part, 1<<20/len(c.part))
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Parse(text)
			}
		})
	}
}
