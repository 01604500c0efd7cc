package discourse

// detail fills a move's role, places, reasons and day.
func (s *story) detail(m *Move) {
	s.role(m)
	s.where(m)
	s.why(m)
	s.when(m)
}

// legsOf lists the legs that went into a move.
func (s *story) legsOf(m *Move) []*legAt {
	var out []*legAt
	for _, l := range s.byEntity[m.Entity] {
		if l.background == m.Background {
			out = append(out, l)
		}
	}
	return out
}
