package frame

import "time"

// Usage counts what the rules of one Matcher do. A Matcher that has one is for a single goroutine.
type Usage struct {
	now func() time.Time
	of  map[*Rule]*Use
}

// Use is what one rule did: how often it was tried on a trigger, how many events it made, and the time it took.
type Use struct {
	Tried, Events int
	Time          time.Duration
}

// NewUsage counts with a clock.
func NewUsage(now func() time.Time) *Usage { return &Usage{now, map[*Rule]*Use{}} }

// Of gives a rule's use so far.
func (u *Usage) Of(r *Rule) Use { return *u.get(r) }

func (u *Usage) get(r *Rule) *Use {
	if u.of[r] == nil {
		u.of[r] = &Use{}
	}
	return u.of[r]
}

func (u *Usage) tried(r *Rule, since time.Time) {
	use := u.get(r)
	use.Tried++
	use.Time += u.now().Sub(since)
}

func (u *Usage) matched(events []Event) {
	if u == nil {
		return
	}
	for i := range events {
		u.get(events[i].Rule).Events++
	}
}
