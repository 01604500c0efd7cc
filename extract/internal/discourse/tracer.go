package discourse

import (
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// tracer notes, while an article is read, why events became what they became. A nil tracer notes nothing: the reading asks for no
// trace and pays a comparison for it.
type tracer struct {
	paused  bool
	how     string // how the party that is being resolved was found
	notes   map[*frame.Event][]note
	legs    map[legKey]first
	spare   map[*legAt]string // why a leg went into no move
	moved   map[*legAt]string // why a leg's status is not what its clause says
	gone    map[*Entity]string
	hows    map[*frame.Event]string // how the party of an event was found, for those who share its leg
	origins map[originKey]string    // how the party left was found where no clause tells the leaving
	whom    map[*frame.Event]string // how the people of an event were found whom its clause does not name
}

// note is why an event gave somebody no leg; entity is nil where it gave nobody one.
type note struct {
	entity *Entity
	reason string
}

type legKey struct {
	event  *frame.Event
	entity *Entity
}

type originKey struct {
	entity *Entity
	party  string
	span   Span
}

// first is a leg as it was made.
type first struct{ status, party, how string }

func newTracer() *tracer {
	return &tracer{notes: map[*frame.Event][]note{}, legs: map[legKey]first{}, spare: map[*legAt]string{}, moved: map[*legAt]string{},
		gone: map[*Entity]string{}, hows: map[*frame.Event]string{}, origins: map[originKey]string{}, whom: map[*frame.Event]string{}}
}

// pause keeps what is read only ahead out of the trace. It gives a function that goes on.
func (t *tracer) pause() func() {
	if t == nil {
		return func() {}
	}
	t.paused = true
	return func() { t.paused = false }
}

// drop says why an event gives e no leg, or anybody where e is nil.
func (t *tracer) drop(ev *frame.Event, e *Entity, reason string) {
	if t != nil && !t.paused {
		t.notes[ev] = append(t.notes[ev], note{e, reason})
	}
}

// nobody says that it is not known who the event is told of.
func (t *tracer) nobody(ev *frame.Event) {
	if t != nil {
		t.drop(ev, nil, whyNobody(ev))
	}
}

// by passes on a party that was found, and notes how.
func (t *tracer) by(how, party string) string {
	if t != nil && party != "" {
		t.how = how
	}
	return party
}

// resolving forgets how the last party was found.
func (t *tracer) resolving() {
	if t != nil {
		t.how = ""
	}
}

// made notes a leg as the event gives it.
func (t *tracer) made(l *legAt) {
	if t != nil && !t.paused {
		t.legs[legKey{l.event, l.entity}] = first{l.status, l.party, t.how}
		if t.how != "" {
			t.hows[l.event] = t.how
		}
	}
}

// origin notes how the party was found that e left, where no clause tells it.
func (t *tracer) origin(e *Entity, party string, span Span) {
	if t != nil && t.how != "" {
		t.origins[originKey{e, party, span}] = t.how
	}
}

// means notes how it was found whom a pronoun, a word that points back, or nothing at all stands for.
func (t *tracer) means(ev *frame.Event, how string) {
	if t != nil && !t.paused {
		t.whom[ev] = how
	}
}

// unused says why a leg goes into no move.
func (t *tracer) unused(l *legAt, reason string) {
	if t != nil {
		t.spare[l] = reason
	}
}

// changed says why a leg's status is set anew.
func (t *tracer) changed(l *legAt, reason string) {
	if t != nil {
		t.moved[l] = reason
	}
}

// counted says why the moves of a group are none of their own.
func (t *tracer) counted(e *Entity, reason string) {
	if t != nil {
		t.gone[e] = reason
	}
}

// whyNobody says why an event has nobody that it is told of.
func whyNobody(ev *frame.Event) string {
	ph := ev.Who
	switch {
	case ph == nil && ev.Party == nil:
		return "the sentence names neither the person nor the party"
	case ph == nil && ev.Attributive:
		return "a participle that describes nobody who is named"
	case ph == nil:
		return "the sentence names nobody, and it is not sure who is meant"
	case ph.Head == syntax.PronounHead:
		return "nobody has been named whom the pronoun could mean"
	case len(ph.Persons) > 0 && ph.Persons[0].Group:
		return "nobody in particular: people who are neither named nor counted"
	case len(ph.Persons) > 0 && !ph.Persons[0].Named():
		return "a role alone, and nobody is named who has it"
	}
	return "who is named stands by and does not move himself"
}
