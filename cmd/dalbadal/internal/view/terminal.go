package view

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/dalbadal/dalbadal/extract"
)

// codes are the SGR codes of the sixteen colours for each slot; a trigger without a record is underlined.
var codes = map[string]string{"who": "36", "role": "96", "left": "31", "joined": "32", "where": "33", "why": "35", "when": "34", "trigger": "4"}

const (
	bold = "1"
	dim  = "2"
)

// Terminal writes an explanation for a person at a terminal. Without color, marks are written as words in brackets: [सपा छोड़ दी|left].
// What would steer the terminal is taken out of the article.
func Terminal(w io.Writer, a *extract.Article, e *extract.Explanation, color bool) error {
	t := &terminal{color: color}
	if a.Title != "" {
		t.article(a.Title, "title", e)
	}
	t.article(a.Text, "text", e)
	t.legend(e)
	if e.Note != "" {
		t.line("%s", e.Note)
		t.line("")
	}
	for i := range e.Records {
		t.record(i, &e.Records[i])
	}
	t.whyNot(e)
	_, err := io.WriteString(w, t.b.String())
	return err
}

type terminal struct {
	b     strings.Builder
	color bool
}

func (t *terminal) line(format string, args ...any) {
	fmt.Fprintf(&t.b, format, args...)
	t.b.WriteByte('\n')
}

// paint gives words in a colour.
func (t *terminal) paint(code, s string) string {
	if !t.color || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

// safe takes out of a text what would steer a terminal or turn its lines.
func safe(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r) || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069':
			return '\ufffd'
		}
		return r
	}, s)
}

// oneLine is a text of an article within a line.
func oneLine(s string) string { return safe(strings.Join(strings.Fields(s), " ")) }

func (t *terminal) article(s, in string, e *extract.Explanation) {
	x := newText(s)
	list := marks(e, in, x)
	for _, seg := range x.segments(list) {
		if len(seg.marks) == 0 {
			t.b.WriteString(safe(seg.text))
			continue
		}
		t.b.WriteString(t.segment(seg, list))
	}
	t.line("\n")
}

// segment shows a run in the colour of the shortest of its marks, or with the names of all of them.
func (t *terminal) segment(seg segment, list []mark) string {
	var names []string
	shortest := list[seg.marks[0]]
	for _, i := range seg.marks {
		if m := list[i]; m.end-m.start < shortest.end-shortest.start || shortest.slot == "trigger" {
			shortest = m
		}
		if !slices.Contains(names, list[i].slot) {
			names = append(names, list[i].slot)
		}
	}
	if !t.color {
		return "[" + safe(seg.text) + "|" + strings.Join(names, "+") + "]"
	}
	lines := strings.Split(safe(seg.text), "\n") // a colour does not run on over the edge of a line
	for i := range lines {
		lines[i] = t.paint(codes[shortest.slot], lines[i])
	}
	return strings.Join(lines, "\n")
}

func (t *terminal) legend(e *extract.Explanation) {
	if !t.color || len(e.Records)+len(e.WhyNot) == 0 {
		return
	}
	var parts []string
	for _, s := range slots {
		parts = append(parts, t.paint(codes[s], s))
	}
	t.line("%s · %s\n", strings.Join(parts, " · "), t.paint(codes["trigger"], "trigger without a record"))
}

func (t *terminal) record(i int, r *extract.RecordTrace) {
	who, move := headline(&r.Record)
	t.line("%s %s: %s, %s · %.2f", t.paint(bold, fmt.Sprintf("record %d", i+1)), r.Record.Kind, t.paint(bold, oneLine(who)), move, r.Record.Confidence)
	if note := printed(&r.Record); note != "" {
		t.line("  %s", note)
	}
	for _, s := range r.Slots {
		t.slot(&s)
	}
	t.line("  confidence %s", product(r.Confidence))
	if len(r.Record.Flags) > 0 {
		t.line("  flags %s", strings.Join(r.Record.Flags, ", "))
	}
	t.line("")
}

func (t *terminal) slot(s *extract.Slot) {
	value := oneLine(s.Value)
	if s.Detail != "" {
		value += " (" + oneLine(s.Detail) + ")"
	}
	t.line("  %s %s", t.paint(codes[s.Slot], s.Slot), value)
	t.line("    “%s” %s", oneLine(s.Evidence.Text), where(s.Evidence))
	t.line("    %s", rule(s.Rule))
	if s.Origin != "" {
		t.line("    no clause of its own: %s", s.Origin)
	}
	if s.Leg == nil {
		return
	}
	var trigger []string
	for _, x := range s.Leg.Trigger {
		trigger = append(trigger, oneLine(x.Text))
	}
	if len(trigger) > 0 {
		t.line("    trigger %s", strings.Join(trigger, " + "))
	}
	for _, p := range []struct {
		name string
		read *extract.PhraseRead
	}{{"who", s.Leg.Who}, {"party", s.Leg.Party}, {"receiver", s.Leg.Receiver}} {
		if p.read == nil {
			continue
		}
		words, means := read(p.read)
		if means != "" {
			means = " = " + oneLine(means)
		}
		t.line("    %s %s%s", p.name, oneLine(words), means)
	}
	st := s.Leg.Status
	t.line("    status %s: %s (%s)", st.Status, st.Told, oneLine(st.Cue.Text))
	if st.Changed != "" {
		t.line("      %s by itself: %s", st.First, st.Changed)
	}
}

// rule names a rule: id, place and gloss; or the step of the program that is none.
func rule(r extract.RuleRef) string {
	if r.File == "" {
		return "step " + r.ID + ": " + r.Gloss
	}
	return fmt.Sprintf("rule %s, %s: %s", r.ID, place(r), r.Gloss)
}

func (t *terminal) whyNot(e *extract.Explanation) {
	last := -1
	for i := range e.WhyNot {
		w := &e.WhyNot[i]
		if w.Inside != "" {
			continue
		}
		if last < 0 {
			t.line("%s", t.paint(bold, "why not"))
		}
		if w.Sentence != last {
			last = w.Sentence
			s := e.Sentences[last]
			t.line("  %s: %s", where(s.TextSpan), oneLine(s.Text))
		}
		t.line("    %s %s", t.paint(codes["trigger"], "“"+oneLine(w.Trigger.Text)+"”"), reason(w))
		t.line("      %s", t.paint(dim, near(w)))
	}
	if last >= 0 {
		t.line("")
	}
}

// reason says why a trigger gave no record.
func reason(w *extract.WhyNot) string {
	s := w.Reason
	if w.Guard != nil {
		s += " (" + oneLine(w.Guard.Text) + ", " + where(*w.Guard) + ")"
	}
	for i, n := range w.Records {
		if i == 0 {
			s += ": record"
		}
		s += fmt.Sprintf(" %d", n+1)
	}
	if w.Stage == "article" && len(w.Records) == 0 {
		if w.Who != "" {
			s += "; who " + oneLine(w.Who)
		}
		if w.Party != "" {
			s += "; party " + oneLine(w.Party)
		}
		if w.Status != "" {
			s += "; " + w.Status
		}
		if w.Cue != nil {
			s += " (" + oneLine(w.Cue.Text) + ")"
		}
	}
	return s
}

// near says which rule an entry speaks of.
func near(w *extract.WhyNot) string {
	if w.Stage == "rule" || w.Stage == "trigger" {
		return "nearest " + rule(w.Rule)
	}
	return rule(w.Rule)
}
