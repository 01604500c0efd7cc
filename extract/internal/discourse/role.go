package discourse

import (
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

func (s *story) role(m *Move) {
	e := m.Entity
	var best *Mention
	for _, n := range e.Mentions {
		if n.Person.RoleLast <= n.Person.RoleFirst {
			continue
		}
		if best == nil || best.In == InTitle && n.In == InText {
			best = n
		}
	}
	if m.WhoSpan.Last == m.WhoSpan.First && len(e.Mentions) > 0 {
		first := e.Mentions[0]
		for _, n := range e.Mentions {
			if n.In == InText && n.Person.Key == e.Key {
				first = n
				break
			}
		}
		if first.Person.Named() {
			m.WhoSpan = Span{first.In, first.Person.First, first.Person.Last, "name"}
		} else {
			m.WhoSpan = Span{first.In, first.Person.GroupFirst, first.Person.GroupLast, "group"}
		}
	}
	if e.Group && len(e.Mentions) > 0 {
		p := e.Mentions[0].Person
		m.WhoSpan = Span{e.Mentions[0].In, p.GroupFirst, p.GroupLast, "group"}
		return
	}
	if best == nil {
		s.sharedRole(m)
		return
	}
	p := best.Person
	m.Role = s.texts[best.In].Doc.Slice(p.RoleFirst, p.RoleLast)
	m.RoleSpan = Span{best.In, p.RoleFirst, p.RoleLast, "role"}
	m.Former, m.RoleIndex = p.Former, p.RoleIndexes
}

// sharedRole gives a person without a role of his own the office of the people he is listed with: "सात विधायकों …
// इनमें A, B", "विधान पार्षद A, B और C". Only a seat is shared so; party posts are one person's each.
func (s *story) sharedRole(m *Move) {
	take := func(o *Mention) bool {
		p := o.Person
		if p.RoleLast <= p.RoleFirst || !s.seat(p) {
			return false
		}
		m.Role = s.texts[o.In].Doc.Slice(p.RoleFirst, p.RoleLast)
		if p.Group {
			m.Role = s.Lexicon.RoleAt(p.RoleIndexes[len(p.RoleIndexes)-1]).Name // the plural's own singular
			if p.Former {
				m.Role = s.texts[o.In].Doc.Slice(p.RoleFirst, p.RoleFirst+1) + " " + m.Role
			}
		}
		m.RoleSpan = Span{o.In, p.RoleFirst, p.RoleLast, "role"}
		m.Former, m.RoleIndex = p.Former, p.RoleIndexes
		return true
	}
	for _, l := range s.legsOf(m) {
		if l.of != nil && l.of.Person.Group && take(l.of) {
			return
		}
	}
	for _, n := range m.Entity.Mentions {
		var last *Mention
		for _, o := range s.byPhrase[n.Phrase] {
			if o == n {
				break
			}
			if o.Person.RoleLast > o.Person.RoleFirst {
				last = o
			}
		}
		if last != nil && take(last) {
			return
		}
	}
}

// seat says whether a person's role is a seat in a House or council.
func (s *story) seat(p *syntax.Person) bool {
	for _, i := range p.RoleIndexes {
		switch s.Lexicon.RoleAt(i).Office {
		case "MLA", "MP", "MLC", "councillor", "panchayat":
			return true
		}
	}
	return false
}
