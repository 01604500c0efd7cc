package extract

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

func TestZZDump(t *testing.T) {
	want := os.Getenv("DUMP")
	txt := os.Getenv("DUMPTEXT")
	grep := os.Getenv("GREP")
	if want == "" && txt == "" {
		t.Skip()
	}
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	if txt != "" {
		dump(x, Article{ID: "x", Text: txt, Title: os.Getenv("DUMPTITLE"), Published: "2022-06-15"}, grep)
		return
	}
	f, _ := os.Open("/work/shared/gold/dev.jsonl")
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var a Article
		json.Unmarshal(sc.Bytes(), &a)
		if a.ID == want {
			dump(x, a, grep)
		}
	}
}

func dump(x *Extractor, a Article, grep string) {
	known := syntax.NewKnown()
	x.parser.Parse(titleOf(a.Title), known)
	text := x.read(devanagari.Parse(a.Text), known)
	title := x.read(titleOf(a.Title), known)
	for n, rd := range []reading{title, text} {
		fmt.Println("=====", []string{"TITLE", "TEXT"}[n])
		doc := rd.doc
		for si := range rd.Sentences {
			s := &rd.Sentences[si]
			full := doc.Slice(s.First, s.Last)
			if grep != "" && !strings.Contains(full, grep) {
				continue
			}
			fmt.Printf("--- s%d block=%v q=%v %s\n", si, s.Block, s.Question, full)
			var parts []string
			for _, it := range s.Items {
				parts = append(parts, ditem(doc, it))
			}
			fmt.Println("   ", strings.Join(parts, " | "))
			for _, ev := range rd.Events {
				if ev.Sentence != si {
					continue
				}
				fmt.Printf("  EVENT %s who=%s party=%s recv=%s mood=%d attr=%v far=%v past=%v [%s]\n", ev.Rule.ID, dph(doc, ev.Who), dph(doc, ev.Party), dph(doc, ev.Receiver), ev.Mood, ev.Attributive, ev.Far, ev.Past, doc.Slice(ev.First, ev.Last))
			}
			_, misses := x.matcher.Match(doc, rd.Sentences[si:si+1])
			for _, m := range misses {
				fmt.Printf("  MISS %s: %s [%s]\n", m.Rule.ID, m.Reason, doc.Slice(m.First, m.Last))
			}
		}
	}
	for _, r := range x.Extract(a).Records {
		b, _ := json.Marshal(r.Who)
		l, _ := json.Marshal(r.Left)
		j, _ := json.Marshal(r.Joined)
		w, _ := json.Marshal(r.Where)
		y, _ := json.Marshal(r.Why)
		d, _ := json.Marshal(r.When)
		fmt.Printf("REC %s bg=%v ret=%v %s L=%s J=%s\n    W=%s Y=%s D=%s\n", r.Kind, r.Background, r.Return, b, l, j, w, y, d)
	}
}

func ditem(doc *devanagari.Document, it syntax.Item) string {
	switch it.Kind {
	case syntax.PhraseItem:
		return dph(doc, it.Phrase)
	case syntax.VerbItem:
		v := it.Verb
		f := ""
		for _, x := range []struct {
			b bool
			n string
		}{{v.Finite, "fin"}, {v.Perfect, "perf"}, {v.Pluperfect, "plu"}, {v.Completed, "chuk"}, {v.Future, "fut"}, {v.Potential, "pot"}, {v.Prospect, "prosp"}, {v.Progress, "prog"}, {v.Habitual, "hab"}, {v.Subjunct, "subj"}, {v.Negated, "NEG"}, {v.Passive, "pass"}, {v.Vala, "vala"}, {v.During, "dur"}} {
			if x.b {
				f += "," + x.n
			}
		}
		return fmt.Sprintf("VERB[%s %s/%d%s]", doc.Slice(it.First, it.Last), v.Lemma, v.Main, f)
	}
	return fmt.Sprintf("%v %s", []string{"PH", "VERB", "Comma", "Coord", "Opener", "Mark", "Neg", "Other"}[it.Kind], doc.Slice(it.First, it.Last))[0:]
}

func dph(doc *devanagari.Document, p *syntax.Phrase) string {
	if p == nil {
		return "nil"
	}
	heads := []string{"N", "Party", "PW", "Pers", "Pl", "Pron", "Host", "Time"}
	s := fmt.Sprintf("{%s/%s '%s'", heads[p.Head], p.Case, doc.Slice(p.First, p.Last))
	if p.Head == syntax.PartyHead {
		s += " =" + p.Party.ID
	}
	for _, q := range p.Persons {
		s += fmt.Sprintf(" <%s", q.Name)
		if q.Group {
			s += fmt.Sprintf(" GROUP %d", q.Count)
		}
		if q.RoleLast > q.RoleFirst {
			s += " role=" + doc.Slice(q.RoleFirst, q.RoleLast)
		}
		for _, a := range q.Affiliations {
			s += " aff=" + a.Party
		}
		for _, a := range q.Places {
			s += " @" + a.Name + "/" + a.Relation
		}
		s += ">"
	}
	for _, o := range p.Of {
		s += " of" + dph(doc, o)
	}
	return s + "}"
}
