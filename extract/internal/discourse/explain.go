package discourse

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// Trace says what each event of an article came to, and what each move was made of.
type Trace struct {
	Events []EventTrace // of the title, then of the text, in order
	Moves  []MoveTrace  // beside the moves
}

// EventTrace is what one event came to.
type EventTrace struct {
	In    In
	Event *frame.Event
	// None says why it gives nobody a leg, where it does.
	None []None
	Legs []LegTrace
}

// None is why an event gives somebody no leg: Who is "" where it gives nobody one.
type None struct{ Who, Reason string }

// LegTrace is one person's leg as one event tells it.
type LegTrace struct {
	In         In
	Event      *frame.Event
	Entity     *Entity
	Act        frame.Act
	Party      string
	PartyAt    Span // the words that fill the party slot
	Basis      string
	Told       string // the status that the sentence gives it
	Status     string // and what became of it
	Changed    string // why that is another
	Cue        Span   // what set the first
	Background bool
	// Who says how the person was found where the event's clause does not name him, and Antecedent where he is named.
	Who        string
	Antecedent Span
	// By says how the party was found where the clause does not name it, and Named where it is named.
	By    string
	Named Span
	// Moves are those that have this leg; Rest, those that rest on this telling of it.
	Moves, Rest []int
	// Reason says why there are none. It counts records from 1.
	Reason string
}

// MoveTrace is what a move was made of.
type MoveTrace struct {
	Left, Joined *LegTrace // nil where no clause tells the leg
	Origin       string    // how the party left was found where no clause tells the leaving
	Doubts       []Doubt
}

// Doubt is a factor of a move's confidence.
type Doubt struct {
	Says   string
	Factor float64
}

// Surest is what the doubts of a move are taken off from.
const Surest = surest

// Explain is Read with a trace of it. The moves are the same.
func (r *Reader) Explain(title, text Text, published string) ([]Move, *Trace) {
	s := r.begin(title, text, published)
	s.trace = newTracer()
	moves := s.tell()
	t := &Trace{}
	x := &explainer{story: s, moves: moves, movesOf: map[*Entity][]int{}, mentionsOf: map[*Entity][]*Mention{}, cues: map[cueAt]Span{}}
	for i := range moves {
		x.movesOf[moves[i].Entity] = append(x.movesOf[moves[i].Entity], i)
	}
	legs := map[*frame.Event][]*legAt{}
	for _, l := range s.legs {
		legs[l.event] = append(legs[l.event], l)
	}
	for in := range s.texts {
		for i := range s.texts[in].Events {
			ev := &s.texts[in].Events[i]
			e := EventTrace{In: In(in), Event: ev}
			for _, n := range s.trace.notes[ev] {
				none := None{Reason: n.reason}
				if n.entity != nil {
					none.Who = n.entity.Name
				}
				if !slices.Contains(e.None, none) {
					e.None = append(e.None, none)
				}
			}
			for _, l := range legs[ev] {
				e.Legs = append(e.Legs, x.leg(l))
			}
			t.Events = append(t.Events, e)
		}
	}
	for i := range moves {
		t.Moves = append(t.Moves, x.move(&moves[i]))
	}
	return moves, t
}

// explainer is a story that has been told.
type explainer struct {
	*story
	moves   []Move
	movesOf map[*Entity][]int
	// mentionsOf are an entity's in the order of the texts, once asked for.
	mentionsOf map[*Entity][]*Mention
	named      map[string][]Span // where parties are named, in order
	cues       map[cueAt]Span    // asked for so far
	checks     *Span             // the first word that says that the article is a fact-check, once asked for
}

func (s *explainer) move(m *Move) MoveTrace {
	t := MoveTrace{Left: s.side(m, m.Left), Joined: s.side(m, m.Joined)}
	if m.Left != nil && t.Left == nil {
		t.Origin = cmp.Or(s.trace.origins[originKey{m.Entity, m.Left.Party, m.Left.Span}], origin(m))
	}
	for _, d := range doubts {
		if d.holds(s.story, m) {
			t.Doubts = append(t.Doubts, Doubt{d.says, d.factor})
		}
	}
	return t
}

// side finds the telling that one side of a move was taken from.
func (s *explainer) side(m *Move, side *Leg) *LegTrace {
	if side == nil {
		return nil
	}
	for _, l := range slices.Concat(m.legs, s.byEntity[m.Entity]) {
		if rests(l, side) {
			t := s.leg(l)
			return &t
		}
	}
	return nil
}

// rests says whether a side of a move was taken from a telling.
func rests(l *legAt, side *Leg) bool { return l.party == side.Party && leg(l).Span == side.Span }

// origin says how the party left was found where no clause tells the leaving and a leg of the joining had it beside it.
func origin(m *Move) string {
	at := m.Left.Span
	for _, l := range m.legs {
		if from := l.event.From; from != nil && l.ref.in == at.In && from.First == at.First {
			return "the clause of the joining says where from"
		}
	}
	switch {
	case m.Joined != nil && at == m.Joined.Span:
		return "the party of the step before"
	case at.Rule != "affiliation":
		return "a clause says it of those who make the same move"
	case slices.ContainsFunc(m.Entity.Mentions, func(n *Mention) bool {
		return n.In == at.In && slices.ContainsFunc(n.Person.Affiliations, func(a syntax.Affiliation) bool { return a.First == at.First })
	}):
		return "the words at the name put the person in it"
	}
	return "the words at others in the list, or at the group, put them in it"
}

// leg tells how a leg was read and what became of it.
func (s *explainer) leg(l *legAt) LegTrace {
	made, ok := s.trace.legs[legKey{l.event, l.entity}]
	if !ok {
		made = first{status: l.status}
	}
	t := LegTrace{In: l.ref.in, Event: l.event, Entity: l.entity, Act: l.act, Party: l.party, PartyAt: l.partySpan, Basis: l.basis, Told: made.status, Status: l.status, Background: l.background}
	if t.Status != t.Told {
		if t.Changed = s.trace.moved[l]; t.Changed == "" {
			t.Changed = "told otherwise elsewhere in the article"
		}
	}
	t.Cue = s.cueOf(l.event, l.ref, t.Told)
	if !slices.ContainsFunc(s.byPhrase[l.event.Who], func(m *Mention) bool { return m.Entity == l.entity }) {
		t.Who, t.Antecedent = s.antecedent(l)
	}
	if l.basis == "context" && l.party != "" {
		t.By = made.how
		if made.party != l.party {
			t.By = s.trace.hows[l.event] // the leg is one that others have too
		}
		if t.By == "" {
			t.By = "the party of those who make the same move"
		}
		t.Named = s.namedAt(l)
	}
	s.fate(&t, l)
	return t
}

// fate finds the moves that have a leg, or says why none has.
func (s *explainer) fate(t *LegTrace, l *legAt) {
	other := -1
	for _, i := range s.movesOf[l.entity] {
		m := &s.moves[i]
		side := m.Left
		if l.act == frame.Join {
			side = m.Joined
		}
		switch {
		case side == nil || side.Party != l.party:
			if other < 0 || m.Background == l.background {
				other = i
			}
		default:
			t.Moves = append(t.Moves, i)
			if rests(l, side) {
				t.Rest = append(t.Rest, i)
			}
		}
	}
	if len(t.Moves) > 0 {
		return
	}
	switch why := s.trace.spare[l]; {
	case why != "":
		t.Reason = why
	case s.trace.gone[l.entity] != "":
		t.Reason = s.trace.gone[l.entity]
	case l.entity.Ghost:
		t.Reason = "people in general, whose names do not follow"
	case l.status == "negated":
		t.Reason = "negated, and the article reports nothing that this would deny"
	case l.party == "":
		t.Reason = "the article does not tell which party"
	case l.party == independent:
		t.Reason = "nobody joins the independents who has not left a party, and nobody only leaves them"
	case other >= 0:
		t.Reason = fmt.Sprintf("record %d takes another telling of that side, as surer or as the news", other+1)
	default:
		t.Reason = "the person's legs make no move"
	}
}

// cueOf gives the words that set the status of an event's leg: those of the sentence, where they weigh more than the event's own.
func (s *explainer) cueOf(ev *frame.Event, ref sentenceRef, status string) Span {
	own := Span{ref.in, ev.Cue[0], ev.Cue[1], ev.Rule.ID}
	switch {
	case status == "denied" && ev.Mood != frame.Refuted:
	case status == "negated" && ev.Mood == frame.Happened:
	case status == "rumoured" && (ev.Mood == frame.Will || ev.Mood == frame.Going):
	default:
		return own
	}
	key := cueAt{ref, status}
	span, known := s.cues[key]
	if !known {
		span = s.cueIn(ref, status)
		s.cues[key] = span
	}
	if span.Last == span.First {
		return own
	}
	span.Rule = ev.Rule.ID
	return span
}

// cueAt asks for the words of a sentence that make a status.
type cueAt struct {
	ref    sentenceRef
	status string
}

// cueIn finds the words of a sentence that make a status, or in a fact-check the word that says it is one.
func (s *explainer) cueIn(ref sentenceRef, status string) Span {
	sent := s.sentence(ref)
	word := func(in In, first, last int, words map[string]bool) Span {
		for i := first; i < last; i++ {
			if words[s.tokens(in)[i].Key] {
				return Span{In: in, First: i, Last: i + 1}
			}
		}
		return Span{}
	}
	here := func(words map[string]bool) Span { return word(ref.in, sent.First, sent.Last, words) }
	switch status {
	case "negated":
		return here(s.Status.Proof)
	case "rumoured":
		if span := here(s.Status.Rumour); span != (Span{}) {
			return span
		}
		for _, p := range s.Status.RumourPhrases {
			for i := sent.First; i+len(p) <= sent.Last; i++ {
				if has(s.tokens(ref.in)[i:i+len(p)], p) {
					return Span{In: ref.in, First: i, Last: i + len(p)}
				}
			}
		}
		return here(s.Status.Source)
	}
	if s.checks == nil {
		s.checks = &Span{}
		if s.factcheck {
			*s.checks = cmp.Or(word(InTitle, 0, len(s.tokens(InTitle)), s.Status.Factcheck), word(InText, 0, len(s.tokens(InText)), s.Status.Factcheck))
		}
	}
	return cmp.Or(here(s.Status.Deny), here(s.Status.Claim), *s.checks)
}

// antecedent says how the person of a leg was found whom its clause does not name, and where he is named last before it.
func (s *explainer) antecedent(l *legAt) (how string, at Span) {
	ph := l.event.Who
	switch {
	case l.event.Rule.Act == frame.Merge && l.mention != nil && l.mention.Phrase.Head == syntax.PartyHead:
		how = "the party itself, which merges"
	case l.of != nil:
		how = "one of the names that the article lists for the group"
	case l.mention != nil && l.mention.Phrase != ph:
		how = "named beside those who move, or listed as one of them"
	case s.trace.whom[l.event] != "":
		how = s.trace.whom[l.event]
	case ph == nil:
		how = "left out: the same as those before"
	default:
		how = "the words point back, to those last spoken of"
	}
	if l.mention != nil && l.mention.Phrase != ph {
		return how, spanOf(l.mention)
	}
	list, ok := s.mentionsOf[l.entity]
	if !ok {
		list = slices.Clone(l.entity.Mentions)
		slices.SortStableFunc(list, func(a, b *Mention) int {
			return cmp.Or(cmp.Compare(a.In, b.In), cmp.Compare(a.Phrase.First, b.Phrase.First))
		})
		s.mentionsOf[l.entity] = list
	}
	i, _ := slices.BinarySearchFunc(list, l, func(m *Mention, l *legAt) int {
		return cmp.Or(cmp.Compare(m.In, l.ref.in), cmp.Compare(m.Phrase.First, l.event.Last))
	})
	for i > 0 && list[i-1].Phrase == ph {
		i--
	}
	switch {
	case i > 0:
		return how, spanOf(list[i-1])
	case len(list) > 0:
		return how, spanOf(list[0])
	}
	return how, Span{}
}

func spanOf(m *Mention) Span {
	if m.Person.Named() {
		return Span{In: m.In, First: m.Person.First, Last: m.Person.Last}
	}
	if m.Person.GroupLast > m.Person.GroupFirst {
		return Span{In: m.In, First: m.Person.GroupFirst, Last: m.Person.GroupLast}
	}
	return Span{In: m.In, First: m.Phrase.First, Last: m.Phrase.Last}
}

// namedAt finds where a leg's party is named: last before its event, else first behind it, else in the other text.
func (s *explainer) namedAt(l *legAt) Span {
	if s.named == nil {
		s.named = map[string][]Span{}
		for in := range s.texts {
			for i := range s.texts[in].Sentences {
				for _, it := range s.texts[in].Sentences[i].Items {
					if it.Kind == syntax.PhraseItem {
						s.namings(In(in), it.Phrase)
					}
				}
			}
		}
	}
	list := s.named[l.party]
	if len(list) == 0 {
		return Span{}
	}
	at, _ := slices.BinarySearchFunc(list, Span{In: l.ref.in, First: l.event.First}, func(a, b Span) int {
		return cmp.Or(cmp.Compare(a.In, b.In), cmp.Compare(a.First, b.First))
	})
	switch {
	case at > 0 && list[at-1].In == l.ref.in:
		return list[at-1]
	case at < len(list):
		return list[at]
	}
	return list[0]
}

// namings notes the words of a phrase that name parties.
func (s *explainer) namings(in In, ph *syntax.Phrase) {
	add := func(party string, first, last int) {
		list := append(s.named[party], Span{In: in, First: first, Last: last})
		for i := len(list) - 1; i > 0 && list[i-1].In == in && list[i-1].First > first; i-- {
			list[i-1], list[i] = list[i], list[i-1] // what belongs to a phrase stands before it, or behind
		}
		s.named[party] = list
	}
	for of := range within(ph) {
		if of.Head == syntax.PartyHead {
			add(of.Party.ID, of.First, of.Last)
		}
		for i := range of.Persons {
			for _, a := range of.Persons[i].Affiliations {
				if a.Party != "" {
					add(a.Party, a.First, a.Last)
				}
			}
		}
	}
}
