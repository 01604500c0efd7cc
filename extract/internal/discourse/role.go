package discourse

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// role gives a move the office of its person as the article words it nearest to the name: an office before the
// standing of a नेता, the text before the title, Devanagari before Latin letters ("MLA").
func (s *story) role(m *Move) {
	e := m.Entity
	s.whoSpan(m)
	if e.Group {
		return
	}
	var best *Mention
	weight := 0
	for _, n := range e.Mentions {
		w := 4 * s.standing(n)
		if w > 0 && n.In == InText {
			w += 2
		}
		if w > 0 && !s.latinRole(n) {
			w++
		}
		if w > weight {
			best, weight = n, w
		}
	}
	if weight >= 4*office || best != nil && !s.shared(m) {
		s.takeRole(m, best)
		return
	}
	if best == nil && !s.shared(m) {
		s.toldRole(m)
	}
}

// whoSpan finds where the text names the person, for a move whose legs did not.
func (s *story) whoSpan(m *Move) {
	e := m.Entity
	if len(e.Mentions) == 0 {
		return
	}
	first := e.Mentions[0]
	if m.WhoSpan.Last == m.WhoSpan.First {
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
	if e.Group {
		p := e.Mentions[0].Person
		m.WhoSpan = Span{e.Mentions[0].In, p.GroupFirst, p.GroupLast, "group"}
	}
}

// How much a role says of its holder.
const (
	standing = 1 // नेता, कार्यकर्ता, प्रत्याशी: a standing in the party
	office   = 2 // an office, or what somebody does for a living
)

// standing weighs the role of a mention; 0 where it has none. A level or a quality ("जिला", "वरिष्ठ") alone is no role.
func (s *story) standing(n *Mention) int {
	p := n.Person
	if p.RoleLast <= p.RoleFirst || p.RoleFirst < relativeEnd(n.Phrase) {
		return 0
	}
	w := 0
	for _, i := range p.RoleIndexes {
		switch s.Lexicon.RoleAt(i).Office {
		case "leader", "worker", "candidate":
			w = max(w, standing)
		default:
			w = office
		}
	}
	if w == 0 && s.roleHas(n, lexicon.Profession, lexicon.Wing, lexicon.Role) {
		w = office // a calling, or a wing
	}
	return w
}

// calling says whether a role is only what somebody does for a living: "पूर्व आईपीएस", "अभिनेत्री".
func (s *story) calling(n *Mention) bool {
	return len(n.Person.RoleIndexes) == 0 && s.roleHas(n, lexicon.Profession)
}

// latinRole says whether a role is written in Latin letters.
func (s *story) latinRole(n *Mention) bool {
	return s.tokens(n.In)[n.Person.RoleFirst].Key[0] < utf8.RuneSelf
}

// roleHas says whether the words of a role have a sense of one of the classes.
func (s *story) roleHas(n *Mention, classes ...lexicon.Class) bool {
	tokens := s.tokens(n.In)[:n.Person.RoleLast]
	for i := n.Person.RoleFirst; i < n.Person.RoleLast; i++ {
		s.buf = s.Lexicon.At(tokens, i, s.buf[:0])
		for _, x := range s.buf {
			if slices.Contains(classes, x.Class) {
				return true
			}
		}
	}
	return false
}

func (s *story) takeRole(m *Move, n *Mention) {
	p := n.Person
	first, last := p.RoleFirst, p.RoleLast
	m.Former, m.RoleIndex = p.Former, p.RoleIndexes
	if at, i := s.pastStanding(n); at > first {
		first, m.RoleIndex = at, p.RoleIndexes[i:]
	} else if at := s.portfolio(n); at < first {
		first, m.Former = at, m.Former || s.tokens(n.In)[at].Key == "पूर्व"
	}
	if o := s.sameHolder(n); o != nil {
		first = o.Person.RoleFirst
		m.Former, m.RoleIndex = o.Person.Former, append(slices.Clone(o.Person.RoleIndexes), p.RoleIndexes...)
	}
	m.Role = s.texts[n.In].Doc.Slice(first, last)
	m.RoleSpan = Span{n.In, first, last, "role"}
}

// pastStanding gives the token at which the office of a role begins, behind a standing that a coordinator ties to it:
// "वरिष्ठ नेता और | पूर्व विधायक"; and which of the role's indexes is the office's first. 0 where there is none.
func (s *story) pastStanding(n *Mention) (at, index int) {
	p := n.Person
	if len(p.RoleIndexes) < 2 {
		return 0, 0
	}
	switch s.Lexicon.RoleAt(p.RoleIndexes[0]).Office {
	case "leader", "worker":
	default:
		return 0, 0
	}
	tokens := s.tokens(n.In)
	for i := p.RoleFirst; i+1 < p.RoleLast; i++ {
		if s.joins(tokens[i].Key) {
			return i + 1, 1
		}
	}
	return 0, 0
}

// portfolio gives the token at which a minister's title begins, before the words for his department that no list
// holds: "पूर्व केंद्रीय जनजातीय कार्य | राज्य मंत्री". It is the role's own first token where nothing is to be added.
func (s *story) portfolio(n *Mention) int {
	p := n.Person
	if len(p.RoleIndexes) == 0 || s.Lexicon.RoleAt(p.RoleIndexes[0]).Office != "minister" {
		return p.RoleFirst
	}
	tokens := s.tokens(n.In)
	const longest = 6 // words of a department
	for i := p.RoleFirst - 1; i >= 0 && i >= p.RoleFirst-longest && tokens[i].Kind == devanagari.Word && !s.owns(tokens[i].Key); i-- {
		s.buf = s.Lexicon.At(tokens[:p.RoleFirst], i, s.buf[:0])
		for _, x := range s.buf {
			switch x.Class {
			case lexicon.Time, lexicon.Level:
				for i > 0 && (tokens[i-1].Key == "पूर्व" || tokens[i-1].Key == "तत्कालीन") {
					i--
				}
				return i
			case lexicon.Role, lexicon.Party, lexicon.Honorific:
				return p.RoleFirst
			}
		}
	}
	return p.RoleFirst
}

// sameHolder gives the office before a standing or a calling of the same person, where a coordinator alone, or one with a
// party, stands between: "पूर्व विधायक और बसपा नेता X".
func (s *story) sameHolder(n *Mention) *Mention {
	p := n.Person
	if !p.Named() || p.RoleFirst >= p.First || s.seat(p) {
		return nil
	}
	for _, i := range p.RoleIndexes {
		switch s.Lexicon.RoleAt(i).Office {
		case "leader", "worker":
		default:
			return nil
		}
	}
	list := s.byPhrase[n.Phrase]
	i := n.order - list[0].order
	if i < 1 || i >= len(list) || list[i] != n {
		return nil
	}
	o := list[i-1]
	if q := o.Person; !q.Named() && !q.Group && q.RoleLast > q.RoleFirst && s.seatOrMinister(q) && s.joins(s.tokens(n.In)[q.RoleLast].Key) && p.RoleFirst-q.RoleLast <= 4 {
		return o
	}
	return nil
}

func (s *story) seatOrMinister(p *syntax.Person) bool {
	for _, i := range p.RoleIndexes {
		if o := s.Lexicon.RoleAt(i).Office; seats[o] || o == "minister" {
			return true
		}
	}
	return false
}

// shared gives a person without an office of his own that of the people he is listed with: "सात विधायकों … इनमें A,
// B", "विधान पार्षद A, B और C", "संयुक्त सचिव A व B". It says whether there is one.
func (s *story) shared(m *Move) bool {
	for _, n := range m.Entity.Mentions {
		if o := s.listOffice(n); o != nil {
			s.takeRole(m, o)
			return true
		}
	}
	for _, l := range s.legsOf(m) {
		if l.of != nil && s.takeGroup(m, l.of) {
			return true
		}
	}
	for _, n := range m.Entity.Mentions {
		if s.apposed(m, n) {
			return true
		}
	}
	return s.countedOffice(m)
}

// listOffice finds the person before n in a list whose office is n's too. A seat in a House is shared down the list
// to the next person who has an office, a party or a place of his own; a party post by one more only, whom और or व
// ties to its holder inside a longer list.
func (s *story) listOffice(n *Mention) *Mention {
	list := s.byPhrase[n.Phrase]
	at := n.order - list[0].order // mentions of a phrase are numbered one after the other
	if at < 1 || at >= len(list) || list[at] != n || modified(n.Person) {
		return nil
	}
	const longest = 40 // people of one office
	tokens := s.tokens(n.In)
	for i := at - 1; i >= max(0, at-longest); i-- {
		o := list[i]
		p := o.Person
		if p.RoleLast > p.RoleFirst {
			if p.RoleFirst >= p.Last || p.Group || s.standing(o) < office {
				return nil // a role behind the name is its own
			}
			if s.seat(p) {
				return o
			}
			if i != at-1 || p.Last+1 != n.Person.First || !s.joins(tokens[p.Last].Key) {
				return nil
			}
			after := n.Person.Last < len(tokens) && (tokens[n.Person.Last].Key == "," || s.joins(tokens[n.Person.Last].Key))
			before := p.RoleFirst > 0 && s.joins(tokens[p.RoleFirst-1].Key)
			if after || before {
				return o
			}
			return nil
		}
		if modified(p) {
			return nil
		}
	}
	return nil
}

// modified says whether a place or party of his own stands before a person's name.
func modified(p *syntax.Person) bool {
	for _, ref := range p.Places {
		if ref.First < p.First {
			return true
		}
	}
	for _, a := range p.Affiliations {
		if a.First < p.First {
			return true
		}
	}
	return false
}

func (s *story) joins(key string) bool {
	switch key {
	case "और", "व", "एवं", "तथा", "&":
		return true
	}
	return false
}

// takeGroup gives a person the seat that a group of its members holds, in the singular: "सात विधायकों" is विधायक.
func (s *story) takeGroup(m *Move, o *Mention) bool {
	p := o.Person
	if p.RoleLast <= p.RoleFirst || !s.seat(p) {
		return false
	}
	s.takeRole(m, o)
	if p.Group {
		m.Role = singular(m.Role)
	}
	return true
}

// singular takes the ending of the oblique plural off the last word of a role: विधायकों, मंत्रियों, नेताओं. Many write
// it without its anusvara.
func singular(role string) string {
	for _, e := range [][2]string{{"ियों", "ी"}, {"ाओं", "ा"}, {"ओं", ""}, {"ों", ""}, {"ियो", "ी"}, {"ाओ", "ा"}, {"ो", ""}} {
		if stem, ok := strings.CutSuffix(role, e[0]); ok {
			return stem + e[1]
		}
	}
	return role
}

// apposed reads the office of a group whose names follow it at once: "दो मौजूदा पार्षद A और B ने". The phrase begins
// with the group, of which the parse has kept the names alone.
func (s *story) apposed(m *Move, n *Mention) bool {
	if len(n.Phrase.Persons) < 2 || !n.Person.Named() {
		return false
	}
	lead := &n.Phrase.Persons[0]
	if !lead.Named() || lead.RoleLast > lead.RoleFirst {
		return false
	}
	tokens := s.tokens(n.In)[:lead.First]
	for i := n.Phrase.First; i < len(tokens); i++ {
		s.buf = s.Lexicon.At(tokens, i, s.buf[:0])
		for _, x := range s.buf {
			if x.Class == lexicon.Role && seats[s.Lexicon.Role(x).Office] {
				first := i
				if i > n.Phrase.First && tokens[i-1].Key == "पूर्व" {
					first, m.Former = i-1, true
				}
				m.Role = singular(s.texts[n.In].Doc.Slice(first, i+x.Len))
				m.RoleSpan = Span{n.In, first, i + x.Len, "role"}
				m.RoleIndex = []int32{x.Index}
				return true
			}
		}
	}
	return false
}

// countedOffice gives the seat of a group that the article counts, where just as many people are named as movers: in
// the news, or in the sentence that tells a move of the person, in the title or soon before. A person keeps it in what is
// told of him as history.
func (s *story) countedOffice(m *Move) bool {
	t := s.set()
	if len(t.seats) == 0 {
		return false
	}
	var own []*legAt
	for _, l := range s.legs {
		if l.entity == m.Entity {
			own = append(own, l)
		}
	}
	for _, o := range t.seats {
		n := o.Person.Count
		as := func(l *legAt) bool {
			near := o.In == InTitle || o.In == l.ref.in && l.ref.i >= o.Sentence && l.ref.i <= o.Sentence+2
			return n == t.movers && !l.background || near && n == t.moversIn[telling{l.ref, l.act}]
		}
		if !slices.ContainsFunc(own, as) {
			continue
		}
		if of, _ := affiliation(o.Person); of != "" && s.ofAnother(m.Entity, of) {
			continue
		}
		if s.takeGroup(m, o) {
			return true
		}
	}
	return false
}

// ofAnother says whether the article has a person leave a party, and never this one.
func (s *story) ofAnother(e *Entity, party string) bool {
	another := false
	for _, l := range s.legs {
		if l.entity != e {
			continue
		}
		of := l.affiliation
		if l.act != frame.Join {
			of = l.party
		}
		if of == party {
			return false
		}
		another = another || of != ""
	}
	return another
}

// toldRole takes a role from what is told of the person without the name: "विधायक को निकाला", "वह यहां चेयरमैन थे".
func (s *story) toldRole(m *Move) {
	for _, l := range s.legsOf(m) {
		if l.event == nil || l.event.Who == nil || len(l.event.Who.Persons) != 1 || l.member {
			continue
		}
		for _, o := range s.byPhrase[l.event.Who] {
			if p := o.Person; !p.Named() && !p.Group && s.standing(o) > 0 {
				s.takeRole(m, o)
				return
			}
		}
	}
	for _, ref := range s.about[m.Entity] {
		if ref.in != InText || len(s.topics[ref]) != 1 {
			continue
		}
		items := s.sentence(ref).Items
		for i, it := range items {
			if it.Kind != syntax.PhraseItem || it.Phrase.Head != syntax.Persons || it.Phrase.Case != syntax.Bare || len(it.Phrase.Persons) != 1 {
				continue
			}
			if i+1 >= len(items) || items[i+1].Kind != syntax.VerbItem || items[i+1].Verb.Negated {
				continue
			}
			switch v := items[i+1].Verb; v.Lemma {
			case "हो", "रह", "चुन":
				if v.Future || v.Main == syntax.Inf {
					continue
				}
			default:
				continue
			}
			for _, o := range s.byPhrase[it.Phrase] {
				if p := o.Person; !p.Named() && !p.Group && s.standing(o) == office {
					s.takeRole(m, o)
					return
				}
			}
		}
	}
}

// seats are the offices that people hold in numbers.
var seats = map[string]bool{"MLA": true, "MP": true, "MLC": true, "councillor": true, "panchayat": true}

// minister says whether a person's role is that of a minister, now.
func (s *story) minister(p *syntax.Person) bool {
	return !p.Former && slices.ContainsFunc(p.RoleIndexes, func(i int32) bool { return s.Lexicon.RoleAt(i).Office == "minister" })
}

// seat says whether a person's role is a seat in a House or council.
func (s *story) seat(p *syntax.Person) bool {
	for _, i := range p.RoleIndexes {
		if seats[s.Lexicon.RoleAt(i).Office] {
			return true
		}
	}
	return false
}
