package discourse

import (
	"slices"

	"github.com/dalbadal/dalbadal/extract/internal/calendar"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/reason"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

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

// where collects the person's own places, the place of the event, and a local dateline.
func (s *story) where(m *Move) {
	add := func(ref syntax.PlaceRef, relation string, in In) {
		key := s.Lexicon.Fold(ref.Name)
		for _, w := range m.Where {
			if s.Lexicon.Fold(w.Ref.Name) == key {
				return
			}
		}
		if ref.Index >= 0 {
			if p := s.Lexicon.PlaceAt(ref.Index); p.Type == "state" || p.Type == "region" || p.Type == "country" {
				return
			}
		}
		m.Where = append(m.Where, Place{Ref: ref, Relation: relation, Span: Span{in, ref.First, ref.Last, "place"}})
	}
	for _, n := range m.Entity.Mentions {
		for _, ref := range n.Person.Places {
			relation := ref.Relation
			if relation == "" {
				relation = "residence"
			}
			add(ref, relation, n.In)
		}
	}
	s.ownPlaces(m, add)
	if m.Background {
		return
	}
	for _, l := range s.legsOf(m) {
		for i := l.ref.i - 1; i <= l.ref.i+1; i++ {
			ref := sentenceRef{l.ref.in, i}
			if i < 0 || i >= len(s.texts[ref.in].Sentences) || i != l.ref.i && !slices.Contains(s.topics[ref], m.Entity) {
				continue
			}
			s.eventPlaces(ref, add)
		}
	}
	// the place of the title and the lead, and a local dateline
	if len(s.texts[InTitle].Sentences) > 0 {
		s.eventPlaces(sentenceRef{InTitle, 0}, add)
	}
	for si := range s.texts[InText].Sentences {
		if si > 2 {
			break
		}
		for _, ref := range s.texts[InText].Sentences[si].Dateline {
			if !s.hub(ref) {
				add(ref, "dateline", InText)
			}
		}
		if si == 0 {
			s.eventPlaces(sentenceRef{InText, 0}, add)
		}
	}
}

// eventPlaces offers the places in which a sentence sets its event: "X में", "X के कार्यालय पर".
func (s *story) eventPlaces(ref sentenceRef, add func(syntax.PlaceRef, string, In)) {
	for _, it := range s.sentence(ref).Items {
		if it.Kind != syntax.PhraseItem {
			continue
		}
		ph := it.Phrase
		if ph.Head == syntax.PlaceHead && (ph.Case == syntax.Me || ph.Case == syntax.Par) {
			add(ph.Place, "event", ref.in)
			for _, of := range ph.Of { // "मोरना ब्लाक के ग्राम कासमपुरा में"
				if of.Head == syntax.PlaceHead {
					add(of.Place, "event", ref.in)
				}
			}
		}
		if ph.Head == syntax.Noun && (ph.Case == syntax.Me || ph.Case == syntax.Par) && s.Status.Venues[ph.Word] {
			for _, of := range ph.Of {
				if of.Head == syntax.PlaceHead && of.Case == syntax.Ka {
					add(of.Place, "event", ref.in)
				}
			}
		}
	}
}

// ownPlaces offers the seats and homes that sentences about the person name: "वह मझवां सीट से लड़े थे", "मेरठ की
// रहने वाली".
func (s *story) ownPlaces(m *Move, add func(syntax.PlaceRef, string, In)) {
	if m.Entity.Group {
		return
	}
	for _, ref := range s.about[m.Entity] {
		if ref.in != InText || len(s.topics[ref]) != 1 {
			continue
		}
		items := s.sentence(ref).Items
		for i, it := range items {
			if it.Kind != syntax.PhraseItem || it.Phrase.Head != syntax.PlaceHead {
				continue
			}
			ph := it.Phrase
			next := i + 1
			for next < len(items) && items[next].Kind == syntax.PhraseItem && items[next].Phrase.Head != syntax.PlaceHead && next < i+4 {
				next++
			}
			verb := next < len(items) && items[next].Kind == syntax.VerbItem
			switch {
			case ph.Case == syntax.Se && verb && s.Status.ContestVerbs[items[next].Verb.Lemma]:
				add(ph.Place, "seat", InText)
			case ph.Place.Relation == "seat" && ph.Case == syntax.Se:
				add(ph.Place, "seat", InText)
			case ph.Case == syntax.Ka && i+1 < len(items) && items[i+1].Kind == syntax.VerbItem && items[i+1].Verb.Vala && items[i+1].Verb.Lemma == "रह":
				add(ph.Place, "residence", InText)
			}
		}
	}
}

// hub says whether a dateline is a capital, from where news of the whole state is filed.
func (s *story) hub(ref syntax.PlaceRef) bool {
	return ref.Index >= 0 && s.Lexicon.PlaceAt(ref.Index).Capital
}

// why collects the reasons given in the sentences of the move, and in those that the person is the
// subject or speaker of. What others say of the move is no reason of his.
func (s *story) why(m *Move) {
	seen := map[string]bool{}
	put := m.Kind == "expulsion" || m.Kind == "suspension"
	take := func(ref sentenceRef, least reason.Strength, by string) {
		sent := s.sentence(ref)
		for _, c := range s.Reasons.Find(s.texts[ref.in].Doc, sent.First, sent.Last) {
			if c.Strength < least || seen[c.Reason] || put != (c.Reason == "discipline") {
				continue
			}
			seen[c.Reason] = true
			m.Why = append(m.Why, Reason{ID: c.Reason, By: by, Span: Span{ref.in, c.First, c.Last, c.Rule}})
		}
	}
	own := map[sentenceRef]bool{}
	for _, l := range s.legsOf(m) {
		if own[l.ref] {
			continue
		}
		own[l.ref] = true
		least := reason.Strong
		if put {
			least = reason.Speech
		}
		take(l.ref, least, "reporter")
	}
	if m.Background {
		return
	}
	if !s.alone && !put {
		for _, ref := range s.about[m.Entity] {
			take(ref, reason.Speech, "self")
		}
		return
	}
	for _, in := range []In{InTitle, InText} {
		for si := range s.texts[in].Sentences {
			ref := sentenceRef{in, si}
			topic := s.topics[ref]
			about := slices.Contains(topic, m.Entity)
			switch {
			case about:
				take(ref, reason.Speech, "self")
			case s.alone && (in == InTitle || len(topic) == 0):
				take(ref, reason.Speech, "reporter")
			case put && !s.others(topic):
				take(ref, reason.Speech, "reporter")
			}
		}
	}
}

// movers counts the people who move in the news.
func (s *story) movers() int {
	seen := map[*Entity]bool{}
	for _, l := range s.legs {
		if !l.background {
			seen[l.entity] = true
		}
	}
	return len(seen)
}

// others says whether somebody of the topic moves for himself in the news.
func (s *story) others(topic []*Entity) bool {
	for _, e := range topic {
		if slices.ContainsFunc(s.byEntity[e], func(l *legAt) bool { return l.act != frame.Expel && l.act != frame.Suspend }) {
			return true
		}
	}
	return false
}

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
