package view

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dalbadal/dalbadal/extract"
)

// BratConfig is the annotation.conf of a folder that holds what Brat gives: with it brat shows and edits the annotations.
func BratConfig() string {
	var b strings.Builder
	b.WriteString("[entities]\n")
	for _, s := range slots {
		b.WriteString(titled(s) + "\n")
	}
	b.WriteString("\n[relations]\n\n[events]\n")
	for _, k := range kinds {
		b.WriteString(titled(string(k)) + "\tWho?:Who, Role?:Role, Left?:Left, Joined?:Joined, Where*:Where, Why*:Why, When?:When\n")
	}
	b.WriteString("\n[attributes]\n")
	for _, a := range []string{"LeftStatus", "JoinedStatus"} {
		b.WriteString(a + "\tArg:<EVENT>, Value:done|announced|rumoured|denied\n")
	}
	b.WriteString("Background\tArg:<EVENT>\nReturn\tArg:<EVENT>\n")
	return b.String()
}

var kinds = []extract.Kind{extract.Switch, extract.Exit, extract.Join, extract.Expulsion, extract.Suspension}

func titled(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// Brat gives the records of an article as brat's standoff: text is the title, an empty line and the text; the annotations count
// its code points. A record is an event, its trigger the span of a leg; its slots are entities. Rules stand in notes.
func Brat(a *extract.Article, e *extract.Explanation) (txt, ann string) {
	b := brat{}
	if a.Title != "" {
		b.runes = append([]rune(a.Title), '\n', '\n')
		b.offset = len(b.runes)
	}
	b.runes = append(b.runes, []rune(a.Text)...)
	for i := range e.Records {
		b.record(&e.Records[i])
	}
	return string(b.runes), b.lines.String()
}

type brat struct {
	runes  []rune
	offset int // of the text
	lines  strings.Builder
	// how many of each kind of annotation there are
	spans, events, attributes, notes int
	known                            map[string]string // entities by type and span
}

func (b *brat) record(r *extract.RecordTrace) {
	var args []string
	count := map[string]int{}
	trigger := -1
	for i, s := range r.Slots {
		if s.Leg != nil && trigger < 0 {
			trigger = i
		}
		name := titled(s.Slot)
		id := b.entity(name, s.Evidence, s.Slot+" "+s.Value+" by "+ruleWords(s.Rule))
		count[name]++
		if n := count[name]; n > 1 {
			name += fmt.Sprint(n)
		}
		args = append(args, name+":"+id)
	}
	if trigger < 0 {
		trigger = len(r.Slots) - 1 // a record has a leg: this does not happen
	}
	if trigger < 0 {
		return
	}
	kind := titled(string(r.Record.Kind))
	t := b.span(kind, r.Slots[trigger].Evidence)
	b.events++
	event := fmt.Sprintf("E%d", b.events)
	fmt.Fprintf(&b.lines, "%s\t%s:%s %s\n", event, kind, t, strings.Join(args, " "))
	attribute := func(name, value string) {
		b.attributes++
		fmt.Fprintf(&b.lines, "A%d\t%s %s", b.attributes, name, event)
		if value != "" {
			b.lines.WriteString(" " + value)
		}
		b.lines.WriteByte('\n')
	}
	if l := r.Record.Left; l != nil {
		attribute("LeftStatus", string(l.Status))
	}
	if l := r.Record.Joined; l != nil {
		attribute("JoinedStatus", string(l.Status))
	}
	if r.Record.Background {
		attribute("Background", "")
	}
	if r.Record.Return {
		attribute("Return", "")
	}
	b.note(event, fmt.Sprintf("record %s, confidence %.2f", r.Record.ID, r.Record.Confidence))
}

// entity gives the id of a span of a type: an old one where the span has been noted with it.
func (b *brat) entity(name string, s extract.TextSpan, note string) string {
	key := fmt.Sprint(name, s.In, s.Start, s.End)
	if id, ok := b.known[key]; ok {
		return id
	}
	id := b.span(name, s)
	if b.known == nil {
		b.known = map[string]string{}
	}
	b.known[key] = id
	b.note(id, note)
	return id
}

// span writes a text-bound annotation: one fragment a line of the text, since none may cross its end.
func (b *brat) span(name string, s extract.TextSpan) string {
	start, end := s.Start, s.End
	if s.In == "text" {
		start, end = start+b.offset, end+b.offset
	}
	var fragments, texts []string
	for i := start; i < end; {
		if lineEnd(b.runes[i]) {
			i++
			continue
		}
		j := i
		for j < end && !lineEnd(b.runes[j]) {
			j++
		}
		fragments = append(fragments, fmt.Sprintf("%d %d", i, j))
		texts = append(texts, string(b.runes[i:j]))
		i = j
	}
	b.spans++
	id := fmt.Sprintf("T%d", b.spans)
	fmt.Fprintf(&b.lines, "%s\t%s %s\t%s\n", id, name, strings.Join(fragments, ";"), strings.Join(texts, " "))
	return id
}

// lineEnd says whether brat takes a rune for the end of a line.
func lineEnd(r rune) bool { return r == '\n' || r == '\r' }

func (b *brat) note(id, text string) {
	b.notes++
	fmt.Fprintf(&b.lines, "#%d\tAnnotatorNotes %s\t%s\n", b.notes, id, strings.Join(strings.Fields(text), " "))
}

func ruleWords(r extract.RuleRef) string {
	if p := place(r); p != "" {
		return r.ID + ", " + p
	}
	return r.ID
}

// longestName is how many bytes the file name of an article has at most, without its ending.
const longestName = 120

// FileName makes a file name, without ending, of an article's id: what is neither letter, mark nor digit becomes _, so that it names no
// other folder. Two ids may give one name.
func FileName(id string) string {
	name := strings.Map(func(r rune) rune {
		if r == '-' || r == '.' || r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)) {
			return r
		}
		return '_'
	}, id)
	name = strings.TrimLeft(name, ".-")
	for len(name) > longestName {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	if name == "" {
		return "article"
	}
	return name
}
