package discourse

import (
	"github.com/dalbadal/dalbadal/extract/internal/calendar"
)

// when gives the day of the newest step that is done, where a sentence of the move dates it; else the one
// day on which all dated news of the article happened.
func (s *story) when(m *Move) {
	if (m.Left == nil || m.Left.Status != "done") && (m.Joined == nil || m.Joined.Status != "done") {
		return
	}
	for _, l := range s.legsOf(m) {
		if d := s.day(l); d != nil && (m.When == nil || d.Date > m.When.Date) {
			m.When = d
		}
	}
	if m.When == nil && !m.Background {
		m.When = s.onlyDay
	}
}

// oneDay gives the one day that the article's dated news names, or nil.
func (s *story) oneDay() *Day {
	var only *Day
	for _, l := range s.legs {
		if l.background {
			continue
		}
		d := s.day(l)
		if d == nil {
			continue
		}
		if only != nil && only.Date != d.Date {
			return nil
		}
		only = d
	}
	return only
}

// day gives the latest day that the sentence of a leg names for it.
func (s *story) day(l *legAt) *Day {
	if l.status != "done" {
		return nil
	}
	var best *Day
	for _, e := range s.expressions(l.ref) {
		e = e.Resolve(false)
		if e.Precision != calendar.Day || e.Date == "" || e.Future || best != nil && best.Date >= e.Date {
			continue
		}
		best = &Day{Date: e.Date, Precision: "day", Basis: string(e.Basis), Span: Span{l.ref.in, e.First, e.Last, "when"}}
	}
	return best
}
