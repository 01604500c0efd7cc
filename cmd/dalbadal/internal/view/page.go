package view

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"

	"github.com/dalbadal/dalbadal/extract"
)

//go:embed page.html
var pageSource string

// pageTemplate is parsed when it is first asked for: most runs of the program do without it.
var pageTemplate = sync.OnceValue(func() *template.Template { return template.Must(template.New("page").Parse(pageSource)) })

// layers is how many lines under the text marks that overlap can have; what goes beyond shares the last.
const layers = 4

// mostSaid is how many lines of what it stands for a mark has: a party that hundreds leave together stands for as many slots.
const mostSaid = 8

// Page writes an explanation as one web page that needs nothing else: it loads nothing, and says so to the browser.
func Page(w io.Writer, a *extract.Article, e *extract.Explanation) error {
	p := page{Name: a.Title, Source: e.Doc.Source, Published: a.Published, Note: e.Note, Slots: slots, Layers: [layers]int{0, 1, 2, 3}}
	if p.Name == "" {
		p.Name = a.ID
	}
	x := newText(a.Title)
	p.Title = pieces(x, marks(e, "title", x), e)
	x = newText(a.Text)
	p.Text = pieces(x, marks(e, "text", x), e)
	for i := range e.Records {
		p.Cards = append(p.Cards, newCard(i, &e.Records[i]))
	}
	p.WhyNot = whyNots(e)
	return pageTemplate().Execute(w, p)
}

// page is what the template shows.
type page struct {
	Name, Source, Published, Note string
	Slots                         []string
	Layers                        [layers]int
	Title, Text                   []piece
	Cards                         []card
	WhyNot                        []sentence
}

// piece is a segment of the article.
type piece struct {
	Text string
	// Link is the slot or entry that the segment leads to; "" for text without a mark. Follows: a piece before it leads there too.
	Link    string
	Follows bool
	IDs     string   // of all its marks
	First   []string // the ids that begin here
	Class   string   // of each layer: l0-who
	Says    string
}

// pieces are the segments of a text, each mark on a layer that no mark beside it has.
func pieces(x *text, list []mark, e *extract.Explanation) []piece {
	layer := make([]int, len(list))
	var ends []int
	for i, m := range list {
		n := 0
		for n < len(ends) && ends[n] > m.start {
			n++
		}
		if n == len(ends) {
			ends = append(ends, 0)
		}
		ends[n] = m.end
		layer[i] = min(n, layers-1)
	}
	led := map[string]bool{}
	var out []piece
	for _, seg := range x.segments(list) {
		p := piece{Text: seg.text}
		var ids, classes, says []string
		shortest := -1
		for _, i := range seg.marks {
			m := list[i]
			ids = append(ids, m.ids...)
			classes = append(classes, fmt.Sprintf("l%d-%s", layer[i], m.slot))
			for _, id := range m.ids {
				if len(says) == mostSaid {
					says = append(says, "…")
				}
				if len(says) < mostSaid {
					says = append(says, describe(id, e))
				}
			}
			if s := shortest; s < 0 || m.slot != "trigger" && (list[s].slot == "trigger" || m.end-m.start < list[s].end-list[s].start) {
				shortest = i
			}
		}
		for _, i := range seg.first {
			p.First = append(p.First, list[i].ids...)
		}
		if shortest >= 0 {
			p.Link = list[shortest].ids[0]
			p.Follows = led[p.Link]
			led[p.Link] = true
		}
		p.IDs, p.Class, p.Says = strings.Join(ids, " "), strings.Join(classes, " "), strings.Join(says, "\n")
		out = append(out, p)
	}
	return out
}

// describe says in a line what an id stands for.
func describe(id string, e *extract.Explanation) string {
	var r, n int
	if k, _ := fmt.Sscanf(id, "r%d-%d", &r, &n); k == 2 {
		s := e.Records[r-1].Slots[n-1]
		return fmt.Sprintf("record %d, %s: %s · %s", r, s.Slot, s.Value, rule(s.Rule))
	}
	if k, _ := fmt.Sscanf(id, "w%d", &n); k == 1 {
		return "no record: " + reason(&e.WhyNot[n-1])
	}
	return ""
}

// card is a record.
type card struct {
	Number                      int
	Kind, Who, Move, Note, Role string
	Confidence                  string
	Product                     string
	Flags                       []string
	Rows                        []row
}

// row is a slot of a record.
type row struct {
	ID, Slot, Value, Detail, Evidence, Where string
	Rule, Place, Gloss, Origin               string
	Facts                                    []fact
}

// fact is a line of how a clause was read.
type fact struct{ Name, Words, Means string }

func newCard(n int, r *extract.RecordTrace) card {
	c := card{Number: n + 1, Kind: string(r.Record.Kind), Role: r.Record.Who.Role, Note: printed(&r.Record),
		Confidence: fmt.Sprintf("%.2f", r.Record.Confidence), Product: product(r.Confidence), Flags: r.Record.Flags}
	c.Who, c.Move = headline(&r.Record)
	for i, s := range r.Slots {
		w := row{ID: slotID(n, i), Slot: s.Slot, Value: s.Value, Detail: s.Detail, Evidence: s.Evidence.Text, Where: where(s.Evidence),
			Rule: s.Rule.ID, Place: place(s.Rule), Gloss: s.Rule.Gloss, Origin: s.Origin}
		if s.Leg != nil {
			w.Facts = facts(s.Leg)
		}
		c.Rows = append(c.Rows, w)
	}
	return c
}

// facts tell how a clause was read.
func facts(l *extract.LegTrace) (out []fact) {
	var words []string
	for _, t := range l.Trigger {
		words = append(words, t.Text)
	}
	if len(words) > 0 {
		out = append(out, fact{"trigger", strings.Join(words, " + "), ""})
	}
	for _, p := range []struct {
		name string
		read *extract.PhraseRead
	}{{"who", l.Who}, {"party", l.Party}, {"receiver", l.Receiver}} {
		if p.read != nil {
			words, means := read(p.read)
			out = append(out, fact{p.name, words, means})
		}
	}
	means := l.Status.Told
	if l.Status.Changed != "" {
		means += "; " + l.Status.First + " by itself: " + l.Status.Changed
	}
	return append(out, fact{"status", l.Status.Cue.Text, string(l.Status.Status) + ": " + means})
}

// sentence is a sentence with triggers that gave no record.
type sentence struct {
	Where, Text string
	Entries     []entry
}

// entry is one of them.
type entry struct {
	ID, Trigger, Reason, Near string
	Tried                     []string
}

func whyNots(e *extract.Explanation) (out []sentence) {
	last := -1
	for i := range e.WhyNot {
		w := &e.WhyNot[i]
		if w.Inside != "" {
			continue
		}
		if w.Sentence != last {
			last = w.Sentence
			s := e.Sentences[last]
			out = append(out, sentence{Where: where(s.TextSpan), Text: s.Text})
		}
		n := entry{ID: whyID(i), Trigger: w.Trigger.Text, Reason: reason(w), Near: near(w)}
		for _, t := range w.Tried {
			said := t.Reason
			if t.Guard != nil {
				said += " (" + t.Guard.Text + ")"
			}
			n.Tried = append(n.Tried, fmt.Sprintf("%s, %s: %s", t.Rule.ID, place(t.Rule), said))
		}
		out[len(out)-1].Entries = append(out[len(out)-1].Entries, n)
	}
	return out
}
