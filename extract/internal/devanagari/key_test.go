package devanagari

import (
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"joiners go", "क्\u200dया सपा\u200cने", "क्या सपाने"},
		{"spaces", "सपा\u00a0नेता\u2009ने", "सपा नेता ने"},
		{"quotes and dashes", "‘सपा’ “बसपा” – — -", `'सपा' "बसपा" - - -`},
		{"ellipsis", "कहा…", "कहा..."},
		{"digits", "२०१७ में", "2017 में"},
		{"Latin", "BJP Éa", "bjp éa"},
		{"nukta, two runes", "छोड़ा इस्तीफ़ा", "छोडा इस्तीफा"},
		{"nukta, one rune", "छो\u095cा ह\u095bार", "छोडा हजार"},
		{"nukta gone astray", "छोडक़र छो़डी", "छोडकर छोडी"},
		{"candrabindu", "पहुँचे काँग्रेस", "पहुंचे कांग्रेस"},
		{"nasals", "हिन्दू सम्बन्ध झण्डा पञ्च गङ्गा", "हिंदू संबंध झंडा पंच गंगा"},
		{"nasals that stay", "जन्म सम्मान कन्हैया जन्मदिन उन्होंने", "जन्म सम्मान कन्हैया जन्मदिन उन्होंने"},
		{"candra o", "डॉक्टर ब्लॉक ऑल अॉल", "डाक्टर ब्लाक आल आल"},
		{"reph", "कार्यकर्त्ता अर्द्ध", "कार्यकर्ता अर्ध"},
		{"final ye", "गये गयी नयी लिये जायें जायेंगे जायेगा दिलायी स्थायी", "गए गई नई लिए जाएं जाएंगे जाएगा दिलाई स्थाई"},
		{"ye that stays", "ये यह येन सत्ये गयेन्द्र", "ये यह येन सत्ये गयेंद्र"},
		{"vowel and sign", "अौर अोम आेम ", "और ओम ओम "},
		{"split sign", "वाेट काैन", "वोट कौन"},
		{"doubled sign", "बीजेेपी उन्होंंने शाामिल", "बीजेपी उन्होंने शामिल"},
		{"virama after sign", "कांगे्रस प्रदेश", "कांग्रेस प्रदेश"},
		{"nasal before sign", "उन्हांेने", "उन्होंने"},
		{"colon as visarga", "भोपालः नेता", "भोपाल: नेता"},
		{"visarga", "अतः दुःख नि:शुल्क प्रात: छः", "अतः दुःख निःशुल्क प्रातः छः"},
		{"colon", "हाथरस: 10:30", "हाथरस: 10:30"},
		{"line ends", "अ\r\nआ\rइ", "अ \nआ\nइ"},
		{"bad bytes", "सपा\xff\xe0", "सपा\ufffd\ufffd"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Fold(c.in); got != c.want {
				t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
			}
			checkKey(t, c.in)
		})
	}
}

func TestKeySpan(t *testing.T) {
	text := "“काँगे्रस” छोड़ दी…"
	k := NewKey(text)
	for _, c := range []struct{ key, want string }{
		{"कांग्रेस", "काँगे्रस"},
		{"ं", "ँ"},
		{"छोड", "छोड़"},
		{"...", "…"},
		{".", "…"},
	} {
		at := indexOf(t, k.String(), c.key)
		s := k.Span(at, at+len(c.key))
		if got := text[s.ByteStart:s.ByteEnd]; got != c.want {
			t.Errorf("span of %q is %q, want %q", c.key, got, c.want)
		}
		if got := string([]rune(text)[s.Start:s.End]); got != c.want {
			t.Errorf("code points of %q are %q, want %q", c.key, got, c.want)
		}
	}
}

func indexOf(t *testing.T, s, sub string) int {
	t.Helper()
	for i := range s {
		if len(s)-i >= len(sub) && s[i:i+len(sub)] == sub {
			return i
		}
	}
	t.Fatalf("%q is not in %q", sub, s)
	return 0
}

// checkKey holds the invariants of the key and its map over any text.
func checkKey(t *testing.T, text string) {
	t.Helper()
	k := NewKey(text)
	if got := Fold(k.String()); got != k.String() {
		t.Errorf("the key of %q is %q, its own key is %q", text, k.String(), got)
	}
	var before unit
	for i, u := range k.units {
		if u.start < before.start || u.end < before.end || u.byteStart < before.byteStart || u.byteEnd < before.byteEnd {
			t.Errorf("%q: unit %d %+v stands before %+v", text, i, u, before)
		}
		if u.start >= u.end || u.byteStart >= u.byteEnd {
			t.Errorf("%q: unit %d %+v is empty", text, i, u)
		}
		if utf8.RuneCountInString(text[:u.byteStart]) != int(u.start) || utf8.RuneCountInString(text[:u.byteEnd]) != int(u.end) {
			t.Errorf("%q: bytes and code points of unit %d %+v differ", text, i, u)
		}
		if i > 0 && u.byteStart > before.byteEnd {
			t.Errorf("%q: a gap before unit %d %+v", text, i, u)
		}
		before = u
	}
}

func FuzzKey(f *testing.F) {
	for _, s := range []string{"", "काँगे्रस", "कर्त्ता", "गयेः अत: ", "अाेे", "उन्हांेने", "\xff\u0900्", "…", "म्पन्त्त", "र्र्र्र"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		checkKey(t, s)
		// Over the few runes that the rules speak of, almost every string is damage.
		const runes = "अआएकगतनमरय\u093c\u094dंाेैोीः:1. "
		all := []rune(runes)
		mapped := make([]rune, 0, len(s))
		for i := range len(s) {
			mapped = append(mapped, all[int(s[i])%len(all)])
		}
		checkKey(t, string(mapped))
		checkTokens(t, s)
		checkTokens(t, string(mapped))
	})
}
