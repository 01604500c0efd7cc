package extract

import (
	"cmp"
	"slices"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/discourse"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// Explain gives the records of Extract with the way to each, and for every trigger on which none rests what became of it.
func (x *Extractor) Explain(a Article) Explanation { return x.explain(a, false) }

// WhyNot explains a text by itself, of which somebody expected more. The verbs of rules that are no trigger, because their clause names
// no party, are in the list too, and a note says so where there is no trigger at all.
func (x *Extractor) WhyNot(text string) Explanation {
	e := x.explain(Article{Text: text}, true)
	if len(e.Records) > 0 || len(e.WhyNot) > 0 || devanagari.Parse(text).NoSpace {
		return e
	}
	e.Note = "no trigger: none of its words is the noun or the verb of a rule"
	if unread := func(s SentenceTrace) bool { return s.Block == "related" || s.Block == "footer" }; slices.ContainsFunc(e.Sentences, unread) {
		e.Note = "no trigger: lines that lead to other articles, and those at the foot of a page, are not read for moves"
	}
	return e
}

func (x *Extractor) explain(a Article, faint bool) Explanation {
	head, body := titleOf(a.Title), devanagari.Parse(a.Text)
	e := explainer{x: x, faint: faint, out: Explanation{
		Schema: ExplanationSchema, Doc: Doc{ID: a.ID, Source: a.Source, Title: a.Title, Published: a.Published},
		Sentences: []SentenceTrace{}, Records: []RecordTrace{}, WhyNot: []WhyNot{},
	}}
	e.sentences(discourse.InTitle, head)
	e.sentences(discourse.InText, body)
	if body.NoSpace {
		e.out.Note = "the text has lost its spaces: no rule reads it"
		return e.out
	}
	screened := x.screen != nil && !x.screen.Passes(head, body)
	if screened {
		e.out.Note = "no sentence has the words of a move beside a party: extract passes such an article by"
	}
	known := syntax.NewKnown(a.Published)
	x.parser.Parse(head, known)
	e.texts[discourse.InText] = e.trace(discourse.InText, body, known)
	e.texts[discourse.InTitle] = e.trace(discourse.InTitle, head, known)
	moves, trace := x.reader.Explain(*e.texts[discourse.InTitle], *e.texts[discourse.InText], a.Published)
	if screened {
		e.screened(trace)
		return e.finish()
	}
	for i := range moves {
		e.record(&a, &moves[i], &trace.Moves[i])
	}
	for i := range trace.Events {
		e.event(&trace.Events[i])
	}
	return e.finish()
}

// explainer is the work on one explanation.
type explainer struct {
	x     *Extractor
	faint bool // verbs that are no trigger are told too
	out   Explanation
	texts [2]*discourse.Text
	first [2]int // the index of each text's first sentence
	order []whyAt
}

// whyAt is an entry of the why-not list with its place.
type whyAt struct {
	in    discourse.In
	token int
	WhyNot
}

var blocks = [...]string{devanagari.Body: "body", devanagari.Title: "title", devanagari.Heading: "heading", devanagari.Bullet: "bullet",
	devanagari.Caption: "caption", devanagari.Related: "related", devanagari.Footer: "footer"}

func (e *explainer) sentences(in discourse.In, doc *devanagari.Document) {
	e.texts[in] = &discourse.Text{Doc: doc}
	e.first[in] = len(e.out.Sentences)
	for _, s := range doc.Sentences {
		e.out.Sentences = append(e.out.Sentences, SentenceTrace{TextSpan: e.span(in, s.First, s.Last), Block: blocks[s.Block], Paragraph: s.Paragraph})
	}
}

// trace takes a text through the stages that look at a sentence at a time, as read does, and notes the triggers that fit no rule.
func (e *explainer) trace(in discourse.In, doc *devanagari.Document, known *syntax.Known) *discourse.Text {
	t := &discourse.Text{Doc: doc}
	if doc.NoSpace {
		return t
	}
	t.Sentences = e.x.parser.Parse(doc, known)
	var misses []frame.Miss
	t.Events, misses = e.x.matcher.Trace(doc, t.Sentences)
	e.texts[in] = t
	for i := range t.Events {
		e.out.Sentences[e.sentence(in, t.Events[i].Sentence)].Triggers++
	}
	n := 0
	for i := range misses {
		for n < len(t.Events) && t.Events[n].Sentence < misses[i].Sentence {
			n++
		}
		e.miss(in, &misses[i], t.Events[n:])
	}
	return t
}

// sentence is the index of a sentence as the rules see it.
func (e *explainer) sentence(in discourse.In, i int) int {
	return e.first[in] + e.texts[in].Sentences[i].Index
}

// sentenceAt is the index of the sentence that a token stands in.
func (e *explainer) sentenceAt(in discourse.In, token int) int {
	list := e.texts[in].Doc.Sentences
	i, _ := slices.BinarySearchFunc(list, token, func(s devanagari.Sentence, token int) int {
		if s.Last <= token {
			return -1
		}
		return cmp.Compare(s.First, token)
	})
	for i > 0 && (i >= len(list) || list[i].First > token) {
		i--
	}
	return e.first[in] + i
}

func (e *explainer) span(in discourse.In, first, last int) TextSpan {
	doc := e.texts[in].Doc
	t := TextSpan{In: "text", Text: doc.Slice(first, last)}
	if in == discourse.InTitle {
		t.In = "title"
	}
	t.Start, t.End = doc.Span(first, last)
	return t
}

// maybe is a span, or nil where it has no tokens.
func (e *explainer) maybe(in discourse.In, first, last int) *TextSpan {
	if last <= first {
		return nil
	}
	s := e.span(in, first, last)
	return &s
}

func (e *explainer) at(s discourse.Span) *TextSpan { return e.maybe(s.In, s.First, s.Last) }

func ruleRef(r *frame.Rule) RuleRef {
	return RuleRef{ID: r.ID, File: r.File, Line: r.Line, Gloss: r.Gloss}
}

// rule finds a rule by its id.
func (e *explainer) rule(id string) RuleRef {
	for _, r := range e.x.matcher.Rules.All {
		if r.ID == id {
			return ruleRef(r)
		}
	}
	return RuleRef{ID: id, Gloss: steps[id]}
}

// steps are the values of evidence's rule that name no rule of a rules file, with what each does.
var steps = map[string]string{
	"name": "a name, from its shape and its neighbours", "group": "unnamed people", "role": "the words before the name", "place": "a place's name, or a word that makes one of it",
	"when": "a day or date", "affiliation": "the party that the words at a name tell", "loss": "the party that the title or the lead shows as losing people",
	"chief": "the party of a leader whom somebody goes along with",
	"state": "the party that a sentence says somebody was in", "stay": "the party that a sentence says somebody stays in",
	"missed": "the party that is said to miss whoever goes",
}

// miss notes a trigger that fits no rule. events are those of its sentence and behind.
func (e *explainer) miss(in discourse.In, m *frame.Miss, events []frame.Event) {
	w := WhyNot{Sentence: e.sentence(in, m.Sentence), Trigger: e.span(in, m.First, m.Last), Stage: "rule", Rule: ruleRef(m.Rule), Reason: m.Reason,
		Guard: e.maybe(in, m.Guard[0], m.Guard[1])}
	if w.Guard != nil && w.Reason == frame.NoParty {
		w.Reason += ", but a post or a House"
	}
	switch {
	case !m.Faint:
		e.out.Sentences[w.Sentence].Triggers++
	case e.faint:
		w.Stage, w.Reason, w.Guard = "trigger", "the verb is a trigger only in a clause that names a party", nil
	default:
		return
	}
	for i := range events {
		if ev := &events[i]; ev.Sentence != m.Sentence {
			break
		} else if ev.First <= m.First && m.Last <= ev.Last {
			w.Inside = ev.Rule.ID
		}
	}
	for _, t := range m.Tried {
		w.Tried = append(w.Tried, TriedRule{ruleRef(t.Rule), t.Reason, e.maybe(in, t.Guard[0], t.Guard[1])})
	}
	e.order = append(e.order, whyAt{in, m.First, w})
}

// event notes an event on which no record rests.
func (e *explainer) event(t *discourse.EventTrace) {
	w := e.whyOf(t)
	var reasons []string
	rests := false
	for i := range t.Legs {
		l := &t.Legs[i]
		rests = rests || len(l.Rest) > 0
		for _, m := range l.Moves {
			if !slices.Contains(w.Records, m) {
				w.Records = append(w.Records, m)
			}
		}
		if l.Reason != "" && !slices.Contains(reasons, l.Reason) {
			reasons = append(reasons, l.Reason)
		}
		if i == 0 {
			w.Who, w.Party, w.Status = l.Entity.Name, l.Party, l.Status
			w.Cue = e.at(l.Cue)
		}
	}
	if rests {
		e.others(t)
		return
	}
	slices.Sort(w.Records)
	for _, n := range t.None {
		if w.Who == "" {
			w.Who = n.Who
		}
		if !slices.Contains(reasons, n.Reason) {
			reasons = append(reasons, n.Reason)
		}
	}
	switch {
	case len(w.Records) > 0:
		w.Reason = "told again: the record rests on another telling of it"
	case len(reasons) > 0:
		w.Reason = reasons[0]
	default:
		w.Reason = unexplained
	}
	e.order = append(e.order, whyAt{t.In, t.Event.First, w})
}

// others notes the people of an event to whom it gives no record, though it gives others one.
func (e *explainer) others(t *discourse.EventTrace) {
	add := func(who, party, status, reason string, cue *TextSpan) {
		w := e.whyOf(t)
		w.Who, w.Party, w.Status, w.Reason = who, cmp.Or(party, w.Party), status, reason
		if cue != nil {
			w.Cue = cue
		}
		e.order = append(e.order, whyAt{t.In, t.Event.First, w})
	}
	for i := range t.Legs {
		if l := &t.Legs[i]; len(l.Moves) == 0 {
			add(l.Entity.Name, l.Party, l.Status, l.Reason, e.at(l.Cue))
		}
	}
	for _, n := range t.None {
		if n.Who != "" {
			add(n.Who, "", "", n.Reason, nil)
		}
	}
}

// unexplained is the reason of an event that the trace loses: a step of discourse drops it and does not say so.
const unexplained = "it gives nobody a move"

func (e *explainer) whyOf(t *discourse.EventTrace) WhyNot {
	ev := t.Event
	w := WhyNot{Sentence: e.sentence(t.In, ev.Sentence), Trigger: e.span(t.In, ev.First, ev.Last), Stage: "article", Rule: ruleRef(ev.Rule)}
	if ev.Cue[1] > ev.Cue[0] {
		w.Cue = e.maybe(t.In, ev.Cue[0], ev.Cue[1])
	}
	if ev.Party != nil {
		w.Party = ev.Party.Party.ID
	}
	return w
}

// screened notes the events of an article that the screen keeps from the rules.
func (e *explainer) screened(trace *discourse.Trace) {
	for i := range trace.Events {
		w := e.whyOf(&trace.Events[i])
		w.Stage, w.Reason = "screen", "no party is named in the article that could be left or joined here"
		e.order = append(e.order, whyAt{trace.Events[i].In, trace.Events[i].Event.First, w})
	}
}

// finish puts the why-not list in the order of the article.
func (e *explainer) finish() Explanation {
	slices.SortStableFunc(e.order, func(a, b whyAt) int {
		return cmp.Or(cmp.Compare(a.in, b.in), cmp.Compare(a.token, b.token))
	})
	for _, w := range e.order {
		e.out.WhyNot = append(e.out.WhyNot, w.WhyNot)
	}
	return e.out
}

// record notes a record and the way to each of its slots.
func (e *explainer) record(a *Article, m *discourse.Move, t *discourse.MoveTrace) {
	n := len(e.out.Records)
	r := RecordTrace{Record: e.x.record(a, e.texts[discourse.InTitle], e.texts[discourse.InText], m), Slots: []Slot{}}
	r.Confidence = Confidence{Value: r.Record.Confidence, From: discourse.Surest, Doubts: []Doubt{}}
	for _, d := range t.Doubts {
		r.Confidence.Doubts = append(r.Confidence.Doubts, Doubt{d.Says, d.Factor})
	}
	add := func(slot, value, detail string, s discourse.Span) *Slot {
		if s.Last <= s.First {
			return nil
		}
		r.Slots = append(r.Slots, Slot{Slot: slot, Value: value, Detail: detail, Evidence: e.span(s.In, s.First, s.Last), Sentence: e.sentenceAt(s.In, s.First), Rule: e.rule(s.Rule)})
		return &r.Slots[len(r.Slots)-1]
	}
	add("who", cmp.Or(r.Record.Who.Name, r.Record.Who.Group), "", m.WhoSpan)
	if m.Role != "" {
		add("role", m.Role, r.Record.Who.Office, m.RoleSpan)
	}
	leg := func(slot string, l *discourse.Leg, told *discourse.LegTrace) {
		if l == nil {
			return
		}
		s := add(slot, l.Party, l.Status, l.Span)
		if s == nil {
			return
		}
		if told != nil {
			s.Leg = e.leg(told, l)
		} else if slot == "left" {
			s.Origin = t.Origin
		}
		if at := &e.out.Sentences[s.Sentence]; !slices.Contains(at.Records, n) {
			at.Records = append(at.Records, n)
		}
	}
	leg("left", m.Left, t.Left)
	leg("joined", m.Joined, t.Joined)
	for i, w := range m.Where {
		add("where", r.Record.Where[i].Name, w.Relation, w.Span)
	}
	for _, w := range m.Why {
		if s := add("why", w.ID, w.By, w.Span); s != nil && s.Rule.Gloss == "" {
			s.Rule.Gloss = "a cue of reasons.yaml"
		}
	}
	if m.When != nil {
		add("when", m.When.Date, m.When.Basis, m.When.Span)
	}
	e.out.Records = append(e.out.Records, r)
}

// leg tells how the clause of a leg was read.
func (e *explainer) leg(t *discourse.LegTrace, l *discourse.Leg) *LegTrace {
	ev, in := t.Event, t.In
	items := e.texts[in].Sentences[ev.Sentence].Items
	out := &LegTrace{Trigger: []TextSpan{}, Basis: l.Basis, Status: StatusTrace{Status: Status(l.Status), Told: ev.Mood.String()}}
	for _, i := range []int{ev.Host, ev.Verb} {
		if i >= 0 {
			out.Trigger = append(out.Trigger, e.span(in, items[i].First, items[i].Last))
		}
	}
	out.Who = e.phrase(in, ev.Who)
	if t.Who != "" {
		if out.Who == nil {
			out.Who = &PhraseRead{}
		}
		out.Who.Means, out.Who.How, out.Who.At = t.Entity.Name, t.Who, e.at(t.Antecedent)
	}
	out.Party = e.phrase(in, ev.Party)
	if ev.Rule.Act == frame.Merge && t.Act == frame.Leave {
		out.Party = &PhraseRead{Phrase: e.at(t.PartyAt)} // the one that merges, and not the one it merges into
	}
	if t.By != "" {
		if out.Party == nil {
			out.Party = &PhraseRead{}
		}
		out.Party.How, out.Party.At = t.By, e.at(t.Named)
	}
	if out.Party != nil {
		out.Party.Means = l.Party
	}
	out.Receiver = e.phrase(in, ev.Receiver)
	if cue := e.at(t.Cue); cue != nil {
		out.Status.Cue = *cue
	}
	if t.Told != l.Status {
		out.Status.First = t.Told
		out.Status.Changed = cmp.Or(t.Changed, "told otherwise elsewhere in the article")
	}
	return out
}

// phrase tells the words of a phrase and of its case marker.
func (e *explainer) phrase(in discourse.In, ph *syntax.Phrase) *PhraseRead {
	if ph == nil || ph.Last <= ph.First {
		return nil
	}
	p := &PhraseRead{Phrase: e.maybe(in, ph.First, ph.Last), Case: ph.Case.String()}
	if ph.End > ph.Last {
		p.Marker = e.span(in, ph.Last, ph.End).Text
	}
	return p
}
