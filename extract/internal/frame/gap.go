package frame

import (
	"slices"

	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// mostEvents bounds the events of a sentence whose verbs are shared out: more than any sentence that people write has.
const mostEvents = 40

// shared is an event of people whose verb is told of others behind them, and the index of the event that has the verb.
type shared struct {
	Event
	of int
}

// eachHis adds the events of people whose verb is told of the last of them alone: "A ने सपा को, B ने बसपा को और C ने कांग्रेस
// को अलविदा कहा", and of those who share only the joining: "A सपा छोड़कर और B बसपा छोड़कर भाजपा में आए". They come before the
// event that has the verb, as the sentence names them.
func (c *clauses) eachHis() {
	if n := len(c.events); n == 0 || n > mostEvents {
		return
	}
	var added []shared
	for of := range c.events {
		for ev, found := c.events[of], true; found && len(added) < mostEvents; {
			if ev, found = c.sharer(ev); found {
				added = append(added, shared{ev, of})
			}
		}
	}
	for of := range c.events {
		// whose leaving was shared also share the joining that follows: "A ने सपा और B ने बसपा छोड़कर भाजपा ज्वाइन की"
		join := c.events[of]
		for _, leave := range added {
			if join.Rule.Act == Join && leave.Rule.Act == Leave && join.Who == c.events[leave.of].Who && join.Verb > leave.Verb && !told(added, leave.Who, join.Verb) {
				added = append(added, shared{join.of(leave.Who, join.Party), of})
			}
		}
	}
	if len(added) == 0 {
		return
	}
	events := c.events
	c.events = nil
	for of, ev := range events {
		for _, s := range slices.Backward(added) {
			if s.of == of {
				c.events = append(c.events, s.Event)
			}
		}
		c.events = append(c.events, ev)
	}
}

// sharer gives an event as it is told of the people before its own, who share its verb.
func (c *clauses) sharer(ev Event) (Event, bool) {
	if ev.Attributive || ev.Who == nil || ev.Who.Head != syntax.Persons || ev.Verb < 0 {
		return ev, false
	}
	items := c.s.Items
	i := c.before(c.itemOf(ev.Who, ev.Verb))
	if i < 0 {
		return ev, false
	}
	if items[i].Kind == syntax.VerbItem {
		// "A सपा छोड़कर और | B बसपा छोड़कर भाजपा में आए"
		n := slices.IndexFunc(c.events, func(e Event) bool {
			return e.Verb == i && e.Rule.Act == Leave && !items[i].Verb.Finite && e.Who != nil && e.Who.Head == syntax.Persons && e.Who.Case == ev.Who.Case && !e.Attributive
		})
		if n < 0 || ev.Rule.Act != Join {
			return ev, false
		}
		return ev.of(c.events[n].Who, ev.Party), true
	}
	if ev.Party == nil || !isParty(ev.Party) || ev.Party.First < ev.Who.First || items[i].Kind != syntax.PhraseItem || items[i].Phrase.Head != syntax.PartyHead || items[i].Phrase.Case != ev.Party.Case {
		return ev, false
	}
	party := items[i].Phrase
	for i--; i >= 0 && items[i].Kind == syntax.Other; i-- {
	}
	if i < 0 || items[i].Kind != syntax.PhraseItem || items[i].Phrase.Head != syntax.Persons || items[i].Phrase.Case != ev.Who.Case {
		return ev, false
	}
	return ev.of(items[i].Phrase, party), true
}

// of gives the event as it is told of others, and of the party that they leave or join.
func (ev Event) of(who, party *syntax.Phrase) Event {
	if party != ev.Party {
		ev.First, ev.Parties = party.First, []*syntax.Phrase{party}
	}
	ev.Who, ev.WhoFrom, ev.Party, ev.From = who, 0, party, nil
	return ev
}

// told says whether people already share the verb at an item.
func told(added []shared, who *syntax.Phrase, verb int) bool {
	return slices.ContainsFunc(added, func(s shared) bool { return s.Who == who && s.Verb == verb })
}

// itemOf gives the item of a phrase before the verb at an item, -1 where there is none in reach.
func (c *clauses) itemOf(ph *syntax.Phrase, verb int) int {
	for i := verb - 1; i >= max(0, verb-reach); i-- {
		if c.s.Items[i].Phrase == ph {
			return i
		}
	}
	return -1
}

// before gives the item that stands before the separators right before item i and the participle that describes its people; -1
// where there is none of either.
func (c *clauses) before(i int) int {
	items := c.s.Items
	separated := false
	if i > 0 && items[i-1].Kind == syntax.VerbItem && c.attributive(i-1) {
		for i--; i > 0 && items[i-1].Kind == syntax.PhraseItem && items[i-1].Phrase.Case != syntax.Ne; i-- {
		}
	}
	for i--; i >= 0; i-- {
		switch it := &items[i]; {
		case it.Kind == syntax.Comma, it.Kind == syntax.Coordinator, it.Kind == syntax.Opener && it.Key == "जबकि", it.Kind == syntax.Other && it.Key == "तो":
			separated = true
		case separated:
			return i
		default:
			return -1
		}
	}
	return -1
}
