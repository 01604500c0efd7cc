package frame

import (
	"fmt"
	"slices"
)

// rivals finds the rules that an earlier one leaves nothing.
func (c *checker) rivals(list []*Rule, mine func(*Rule) bool) {
	for i, b := range list {
		for _, a := range list[:i] {
			if !mine(a) && !mine(b) || !c.covers(a, b) {
				continue
			}
			same := c.covers(b, a)
			switch {
			case same && mine(b):
				c.fault(b, "id", fmt.Sprintf("it always matches the same as %s, which is tried before it", a.ID), "take one of the two out; the other is at "+a.where())
			case same:
				c.fault(a, "id", fmt.Sprintf("it always matches the same as the built-in %s, and is tried before it", b.ID), "give it the id "+b.ID+" if it is to take that rule's place")
			case mine(b):
				c.fault(b, "id", fmt.Sprintf("it can never match: %s, which is tried before it, takes whatever it could", a.ID), fmt.Sprintf("put it before that rule (%s), or give that one a narrower trigger or more words in not", a.where()))
			default:
				c.fault(a, "id", fmt.Sprintf("it takes whatever the built-in %s could match", b.ID), "narrow it with not, with or its cases; or give it the id "+b.ID+" if it is to take that rule's place")
			}
			break
		}
	}
}

// covers says whether a, tried before b, makes an event of whatever b would: they have the trigger in common, and a's conditions
// are b's or wider. It knows the conditions of apply; where they hang on more than the rule says, the two must agree.
func (c *checker) covers(a, b *Rule) bool {
	switch {
	case a.Standing || b.Standing:
		return a.Standing && b.Standing && a.Act == b.Act && within(b.hosts, a.hosts)
	case len(b.hosts) == 0 && len(b.verbs) == 0:
		if !a.Headline || len(a.hosts) > 0 || len(a.verbs) > 0 {
			return false
		}
	case len(b.hosts) > 0:
		if len(a.hosts) == 0 || !within(b.hosts, a.hosts) || len(a.verbs) > 0 && (len(b.verbs) == 0 || !within(b.verbs, a.verbs)) || b.Verbless && !a.Verbless {
			return false
		}
	default:
		if len(a.hosts) > 0 || !within(b.verbs, a.verbs) {
			return false
		}
	}
	if b.Headline && !a.Headline && (len(b.hosts) > 0 || len(b.verbs) > 0) {
		return false // it has two lives
	}
	copula := func(r *Rule) bool { return r.Negative || r.Guess }
	for _, is := range []struct{ wider bool }{
		{a.Act == b.Act},
		{a.Voice == "" || a.Voice == b.Voice},
		{copula(a) || !copula(b)},
		{!a.Negative || b.Negative},
		{!a.Leaving || b.Leaving},
		{!a.Mover || b.Mover},
		{!a.Coming || b.Coming},
		{!a.Predicate || b.Predicate},
		{!a.Beside || b.Beside && slices.Equal(a.party, b.party)},
		{a.Withdrawn == b.Withdrawn},
		{subset(a.not, b.not)},
		{len(a.with) == 0 || len(b.with) > 0 && subset(b.with, a.with)},
		{c.fills(a, b)},
		// who a joining or leaving is told of saves it from being one of things or parties
		{a.Act != Join && a.Act != Leave || within(b.who, a.who)},
	} {
		if !is.wider {
			return false
		}
	}
	return true
}

// fills says whether a finds a party wherever b does.
func (c *checker) fills(a, b *Rule) bool {
	if a.Optional {
		return true
	}
	if b.Optional || !within(b.party, a.party) || b.Generic && !a.Generic {
		return false
	}
	if a.Symbol != b.Symbol && !(a.Symbol == "yes") {
		return false // names alone, symbols alone; "yes" is both
	}
	if a.Only != b.Only && !(a.Only == "" && !(b.Only == independent && b.Act == Join)) {
		return false
	}
	if !slices.ContainsFunc(b.party, func(s slot) bool { return s.link }) {
		return true
	}
	link := func(r *Rule) map[string]bool {
		if r.link == nil {
			return c.Status.Link
		}
		return r.link
	}
	return subset(link(b), link(a))
}

func within[T comparable](some, all []T) bool {
	return !slices.ContainsFunc(some, func(v T) bool { return !slices.Contains(all, v) })
}

func subset(some, all map[string]bool) bool {
	for k := range some {
		if !all[k] {
			return false
		}
	}
	return true
}
