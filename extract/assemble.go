package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"math"
	"slices"
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/discourse"
)

// record makes the public record of a move.
func (x *Extractor) record(a *Article, title, text *discourse.Text, m *discourse.Move) Record {
	b := builder{x: x, texts: [2]*discourse.Text{title, text}}
	r := Record{
		Schema: Schema,
		Doc:    Doc{ID: a.ID, Source: a.Source, Title: a.Title, Published: a.Published},
		Kind:   Kind(m.Kind), Return: m.Return, Background: m.Background, Flags: m.Flags,
		Confidence: math.Round(m.Confidence*100) / 100,
	}
	r.Who = b.who(m)
	b.evidence("who", m.WhoSpan)
	if m.Role != "" {
		b.evidence("role", m.RoleSpan)
	}
	r.Left = b.leg("left", m.Left)
	r.Joined = b.leg("joined", m.Joined)
	for _, w := range m.Where {
		r.Where = append(r.Where, b.place(w))
	}
	for _, w := range m.Why {
		r.Why = append(r.Why, Reason{Reason: w.ID, Text: b.slice(w.Span), By: w.By})
		b.evidence("why", w.Span)
	}
	if m.When != nil {
		r.When = &When{Date: m.When.Date, Precision: m.When.Precision, Text: b.slice(m.When.Span), Basis: m.When.Basis}
		b.evidence("when", m.When.Span)
	}
	for _, w := range m.With {
		r.With = append(r.With, Companion{Text: b.slice(w)})
		b.evidence("with", w)
	}
	r.Evidence = b.list
	r.ID = recordID(&r)
	return r
}

// recordID depends on the document's id, the person, the parties and the kind, and on nothing else.
func recordID(r *Record) string {
	party := func(l *Leg) string {
		if l == nil {
			return ""
		}
		return l.Party
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{r.Doc.ID, r.Who.Name, r.Who.Group, party(r.Left), party(r.Joined), string(r.Kind)}, "\x00")))
	return hex.EncodeToString(sum[:8])
}

// builder collects the evidence of one record.
type builder struct {
	x     *Extractor
	texts [2]*discourse.Text
	list  []Evidence
}

func (b *builder) slice(s discourse.Span) string {
	if s.Last <= s.First {
		return ""
	}
	return b.texts[s.In].Doc.Slice(s.First, s.Last)
}

func (b *builder) evidence(slot string, s discourse.Span) {
	if s.Last <= s.First {
		return
	}
	doc := b.texts[s.In].Doc
	start, end := doc.Span(s.First, s.Last)
	in := "text"
	if s.In == discourse.InTitle {
		in = "title"
	}
	e := Evidence{Slot: slot, Rule: s.Rule, In: in, Start: start, End: end, Text: doc.Slice(s.First, s.Last)}
	if !slices.Contains(b.list, e) {
		b.list = append(b.list, e)
	}
}

func (b *builder) who(m *discourse.Move) Who {
	e := m.Entity
	if e.Group {
		return Who{Group: e.GroupText, Count: e.Count}
	}
	w := Who{Name: e.Name, Aliases: e.Aliases, Role: m.Role, Former: m.Former}
	for _, i := range m.RoleIndex {
		if office := b.x.lexicon.RoleAt(i).Office; office != "" {
			w.Office = office
			break
		}
	}
	return w
}

func (b *builder) leg(slot string, l *discourse.Leg) *Leg {
	if l == nil {
		return nil
	}
	b.evidence(slot, l.Span)
	name := l.Party
	if p := b.x.lexicon.PartyByID(l.Party); p != nil {
		name = p.Name
	}
	return &Leg{Party: l.Party, Name: name, Status: Status(l.Status), Basis: l.Basis, By: l.By}
}

func (b *builder) place(w discourse.Place) Place {
	b.evidence("where", w.Span)
	p := Place{Name: w.Ref.Name, Relation: w.Relation}
	if w.Ref.Index >= 0 {
		g := b.x.lexicon.PlaceAt(w.Ref.Index)
		p.Type, p.District, p.State = g.Type, g.District, g.State
	}
	return p
}
