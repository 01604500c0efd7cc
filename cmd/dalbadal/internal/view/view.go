// Package view shows explanations: in a terminal, as a web page, and as
// standoff for brat. In come an article and its extract.Explanation; out comes
// text. No view cuts a grapheme cluster: a span that begins or ends within one
// is shown to its edge, so that a matra stays with its consonant and a conjunct
// is whole.
package view

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dalbadal/dalbadal/extract"
)

// slots are the slots of a record, in the order in which views list them.
var slots = []string{"who", "role", "left", "joined", "where", "why", "when"}

// mark is a span of the title or the text, and what it stands for. Spans that are the same for several records are one mark.
type mark struct {
	slot       string // one of slots, or trigger for a trigger without a record
	start, end int    // code points, widened to grapheme clusters
	ids        []string
}

// slotID names slot n of record r, and whyID entry n of the why-not list, in links. Both count from 1.
func slotID(r, n int) string { return fmt.Sprintf("r%d-%d", r+1, n+1) }
func whyID(n int) string     { return "w" + strconv.Itoa(n+1) }

// marks lists the spans of one of the article's texts, in order: by start, the longer first.
func marks(e *extract.Explanation, in string, t *text) []mark {
	var out []mark
	type key struct {
		slot       string
		start, end int
	}
	at := map[key]int{}
	add := func(slot, id string, s extract.TextSpan) {
		if s.In != in {
			return
		}
		m := mark{slot: slot}
		m.start, m.end = t.widen(s.Start, s.End)
		k := key{slot, m.start, m.end}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, m)
		}
		out[i].ids = append(out[i].ids, id)
	}
	for r := range e.Records {
		for n, s := range e.Records[r].Slots {
			add(s.Slot, slotID(r, n), s.Evidence)
		}
	}
	for n, w := range e.WhyNot {
		if w.Inside == "" {
			add("trigger", whyID(n), w.Trigger)
		}
	}
	slices.SortStableFunc(out, func(a, b mark) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return b.end - a.end
	})
	return out
}

// where names a span's place for readers.
func where(s extract.TextSpan) string { return fmt.Sprintf("%s %d–%d", s.In, s.Start, s.End) }

// place names the file and line of a rule, or "".
func place(r extract.RuleRef) string {
	if r.File == "" {
		return ""
	}
	return fmt.Sprintf("%s:%d", r.File, r.Line)
}

// headline is a record in one line: its kind, who, and the parties with their statuses.
func headline(r *extract.Record) (who, move string) {
	who = r.Who.Name + r.Who.Group
	var legs []string
	for _, l := range []struct {
		word string
		leg  *extract.Leg
	}{{"left", r.Left}, {"joined", r.Joined}} {
		if l.leg != nil {
			legs = append(legs, fmt.Sprintf("%s %s (%s)", l.word, l.leg.Party, l.leg.Status))
		}
	}
	if r.Background {
		legs = append(legs, "background")
	}
	if r.Return {
		legs = append(legs, "return")
	}
	return who, strings.Join(legs, ", ")
}

// read says of a phrase how it stands in the clause and what it means: “पार्टी + की = INC: how (where it is named)”.
func read(p *extract.PhraseRead) (words, means string) {
	switch {
	case p.Phrase == nil:
		words = "(not in the clause)"
	case p.Marker != "":
		words = p.Phrase.Text + " + " + p.Marker
	case p.Case == "-":
		words = p.Phrase.Text + " (no marker)"
	case p.Case != "":
		words = p.Phrase.Text + " (" + p.Case + ")"
	default:
		words = p.Phrase.Text
	}
	if p.Means == "" {
		return words, ""
	}
	means = p.Means
	if p.How != "" {
		means += ": " + p.How
	}
	if p.At != nil {
		means += fmt.Sprintf(" (%s, %s)", p.At.Text, where(*p.At))
	}
	return words, means
}

// product writes a confidence as its parts.
func product(c extract.Confidence) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%.2f = %.2f", c.Value, c.From)
	for _, d := range c.Doubts {
		fmt.Fprintf(&b, " × %.2f (%s)", d.Factor, d.Doubt)
	}
	if len(c.Doubts) == 0 {
		b.WriteString(" (nothing against it)")
	}
	return b.String()
}

// printed says of a record that extract leaves out unless it is asked for it.
func printed(r *extract.Record) string {
	if r.Kind == extract.Join {
		return "nobody left anything: extract prints it with --kind all only"
	}
	return ""
}
