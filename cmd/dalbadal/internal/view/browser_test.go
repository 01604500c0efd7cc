package view

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dalbadal/dalbadal/extract"
)

// The page in a browser: a click on a span shows its rule, so does the keyboard; all of it can be read on a phone, by day and by
// night; no element cuts a grapheme cluster, by the browser's own segmenter; nothing is loaded.
func TestBrowser(t *testing.T) {
	b := newBrowser(t)
	a := sample
	a.Text += "\n\nसाथ में बसपा के क्षत्रिय नेता जगदीश क्षेत्री ने भी प्राथमिक सदस्यता से इस्तीफा देकर भारतीय जनता पार्टी की सदस्यता ग्रहण कर ली।"
	page, e := pageOf(t, a)
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	b.device(1280, 900, "light")
	b.open("file://" + file)

	left := idOf(t, &e, "left", "पार्टी से इस्तीफा दे दिया")
	t.Run("click", func(t *testing.T) {
		b.click(`a.m[data-ids="` + left + `"]`)
		shows(t, b, left, &e)
		b.shot("click")
	})
	t.Run("back", func(t *testing.T) {
		b.click("#" + left + " a.back")
		var ok bool
		b.run(&ok, `const mark = document.getElementById("m-" + arguments[0]).nextElementSibling, r = mark.getBoundingClientRect();
			return document.activeElement === mark && r.top >= 0 && r.bottom <= innerHeight && mark.classList.contains("chosen");`, left)
		if !ok {
			t.Error("the words in the card do not lead back to the article")
		}
	})
	t.Run("hover", func(t *testing.T) {
		var lit []string
		b.point(`a.m[data-ids="` + left + `"]`)
		b.run(&lit, `return [...document.querySelectorAll(".on")].map(n => n.dataset.ids);`)
		if len(lit) != 2 || lit[0] != left || lit[1] != left {
			t.Errorf("lit are %q, not the span and its slot", lit)
		}
	})
	t.Run("keyboard", func(t *testing.T) {
		b.run(nil, `document.activeElement.blur(); scrollTo(0, 0); history.replaceState(null, "", location.pathname);`)
		b.open("file://" + file)
		var ids string
		for range 12 {
			b.keys("\ue004") // Tab
			b.run(&ids, `return document.activeElement.classList.contains("m") ? document.activeElement.dataset.ids : "";`)
			if ids == left {
				break
			}
		}
		if ids != left {
			t.Fatalf("Tab does not come to %s", left)
		}
		b.keys("\ue007") // Enter
		shows(t, b, left, &e)
	})
	t.Run("overlap", func(t *testing.T) { overlap(t, b) })
	t.Run("clusters", func(t *testing.T) {
		// a span from the middle of क्ष to that of त्रि, as no rule gives it
		broken := e
		broken.Records = slices.Clone(e.Records)
		at := strings.Index(a.Text, "क्षत्रिय")
		start := len([]rune(a.Text[:at])) + 2
		broken.Records[0].Slots = append(slices.Clone(e.Records[0].Slots), extract.Slot{Slot: "why", Value: "other", Evidence: extract.TextSpan{In: "text", Start: start, End: start + 3, Text: "षत्"}})
		var cutting strings.Builder
		if err := Page(&cutting, &a, &broken); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), "cut.html")
		if err := os.WriteFile(file, []byte(cutting.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		b.open("file://" + file)
		var cut []string
		b.run(&cut, `const cut = [];
			for (const article of document.querySelectorAll(".article")) {
				const text = article.textContent;
				const edges = new Set([...new Intl.Segmenter("hi", {granularity: "grapheme"}).segment(text)].map(s => s.index));
				const walk = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
				for (let at = 0; walk.nextNode(); at += walk.currentNode.data.length) if (!edges.has(at)) cut.push(walk.currentNode.data);
			}
			return cut;`)
		var whole string
		b.run(&whole, `return document.querySelector("a.m.l0-why").textContent;`)
		if whole != "क्षत्रि" {
			t.Errorf("the span is shown as %q", whole)
		}
		if len(cut) > 0 {
			t.Errorf("cut within a grapheme cluster: %q", cut)
		}
	})
	t.Run("phone", func(t *testing.T) {
		b.device(360, 740, "light")
		b.open("file://" + file)
		var wide []string
		b.run(&wide, `return [...document.querySelectorAll("body *")].filter(n => n.getBoundingClientRect().right > innerWidth + 0.5).map(n => n.outerHTML.slice(0, 80));`)
		var scroll, lines int
		b.run(&scroll, `return document.documentElement.scrollWidth;`)
		b.run(&lines, `return Math.max(...[...document.querySelectorAll("a.m")].map(n => n.getClientRects().length));`)
		if scroll > 360 || len(wide) > 0 {
			t.Errorf("the page is %d pixels wide; %q", scroll, wide)
		}
		if lines < 2 {
			t.Error("no mark goes on over the end of a line")
		}
		b.shot("phone")
		b.click(`a.m[data-ids="` + left + `"]`)
		shows(t, b, left, &e)
		b.shot("phone-click")
	})
	t.Run("dark", func(t *testing.T) {
		colors := func() (c [2]string) {
			b.run(&c, `const s = getComputedStyle(document.body); return [s.backgroundColor, s.color];`)
			return c
		}
		b.device(1280, 900, "light")
		b.open("file://" + file)
		light := colors()
		b.device(1280, 900, "dark")
		if dark := colors(); dark[0] == light[0] || dark[1] == light[1] {
			t.Errorf("by day %v, by night %v", light, dark)
		}
		b.click(`a.m[data-ids="` + left + `"]`)
		b.shot("dark")
	})
	var loaded int
	b.run(&loaded, `return performance.getEntriesByType("resource").filter(r => !r.name.startsWith("data:")).length;`)
	if loaded > 0 {
		t.Errorf("the page loads %d things", loaded)
	}
	if lines := b.logged(); len(lines) > 0 {
		t.Errorf("the console says %q", lines)
	}
}

// idOf finds the slot that rests on some words.
func idOf(t *testing.T, e *extract.Explanation, slot, words string) string {
	t.Helper()
	for r := range e.Records {
		for n, s := range e.Records[r].Slots {
			if s.Slot == slot && s.Evidence.Text == words {
				return slotID(r, n)
			}
		}
	}
	t.Fatalf("no %s rests on %s", slot, words)
	return ""
}

// shows holds the page to showing a slot with its rule, in the window, chosen and in focus.
func shows(t *testing.T, b *browser, id string, e *extract.Explanation) {
	t.Helper()
	var seen struct {
		Text            string
		Inside, Focused bool
		Chosen          []string
	}
	b.run(&seen, `const row = document.getElementById(arguments[0]), r = row.getBoundingClientRect();
		return {text: row.innerText, inside: r.top >= 0 && r.bottom <= innerHeight, focused: document.activeElement === row, chosen: [...document.querySelectorAll(".chosen")].map(n => n.dataset.ids)};`, id)
	want := ""
	for r := range e.Records {
		for n, s := range e.Records[r].Slots {
			if slotID(r, n) == id {
				want = s.Rule.ID + " " + place(s.Rule)
			}
		}
	}
	if !strings.Contains(seen.Text, want) || !seen.Inside || !seen.Focused || len(seen.Chosen) != 2 {
		t.Errorf("%s shows %q, in the window: %v, in focus: %v, chosen: %q; want %s", id, seen.Text, seen.Inside, seen.Focused, seen.Chosen, want)
	}
}

// overlap clicks where spans of two records lie over each other: each click leads to the next.
func overlap(t *testing.T, b *browser) {
	a := extract.Article{ID: "two", Text: "सीतापुर। सपा के पूर्व विधायक सुरेश वर्मा और रमेश यादव ने भाजपा की सदस्यता ले ली।"}
	page, e := pageOf(t, a)
	if len(e.Records) != 2 {
		t.Fatalf("%d records", len(e.Records))
	}
	file := filepath.Join(t.TempDir(), "two.html")
	if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	b.open("file://" + file)
	var got []string
	for range 3 {
		b.click(`a.m.l0-joined`)
		var at string
		b.run(&at, `return document.activeElement.id;`)
		got = append(got, strings.SplitN(at, "-", 2)[0])
	}
	if strings.Join(got, " ") != "r1 r2 r1" {
		t.Errorf("three clicks lead to %q", got)
	}
}
