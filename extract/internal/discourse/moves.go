package discourse

import (
	"cmp"
	"slices"
	"time"

	"github.com/dalbadal/dalbadal/extract/internal/calendar"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

const independent = "IND"

// rank orders statuses by how much they say when the same leg is told more than once.
var rank = map[string]int{"done": 4, "denied": 3, "announced": 2, "rumoured": 1}

// assemble joins each person's legs into moves: the news into one, each old pair of parties
// into one of its own.
func (s *story) assemble() []Move {
	var moves []Move
	var order []*Entity // by first leg
	for _, l := range s.legs {
		if s.byEntity[l.entity] == nil && !l.entity.Ghost {
			order = append(order, l.entity)
		}
		s.byEntity[l.entity] = append(s.byEntity[l.entity], l)
	}
	for _, e := range order {
		s.oldHome(e)
		s.titlePast(e)
		var news, old []*legAt
		more := slices.ContainsFunc(s.byEntity[e], func(l *legAt) bool { return !l.event.Rule.Standing && l.status != "negated" })
		for _, l := range s.byEntity[e] {
			if l.event.Rule.Standing && !more {
				s.trace.unused(l, "said by the way of one of whom the article tells no other move")
				continue
			}
			if l.background {
				old = append(old, l)
			} else {
				news = append(news, l)
			}
		}
		news, old = s.ownStep(news, old)
		news = s.settleNegations(news)
		s.settleDenial(e, news)
		old = s.settleNegations(old)
		// history that repeats the news is the news
		old = slices.DeleteFunc(old, func(l *legAt) bool {
			for _, n := range news {
				if n.act == l.act && n.party == l.party && n.status == "done" {
					s.trace.unused(l, "history that repeats the news")
					return true
				}
			}
			return false
		})
		if s.done(e, news) || s.lately(e, news) {
			for _, l := range news {
				l.background = true
			}
			news, old = nil, append(old, news...)
		}
		if len(news) == 0 && len(old) > 0 && s.onlyMatter(e, old) {
			news, old = old, nil
		}
		now := s.build(e, news, false)
		for _, h := range s.history(e, old) {
			// a move told both as news and as history is one, as sure as the surer telling
			i := slices.IndexFunc(now, func(m Move) bool { return sameMove(&m, &h) })
			switch {
			case i < 0:
				now = append(now, h)
			case now[i].sure() < h.sure():
				now[i].Left, now[i].Joined = h.Left, h.Joined
			}
		}
		homecomings(now)
		moves = append(moves, now...)
	}
	return s.groups(moves)
}

// homecomings marks the moves of one person that lead back to a party that he once left.
func homecomings(moves []Move) {
	for i := range moves {
		m := &moves[i]
		m.Return = m.Return || !m.Background && m.Joined != nil && slices.ContainsFunc(moves, func(o Move) bool {
			return o.Background && o.Left != nil && o.Left.Party == m.Joined.Party && o.Left.Status == "done"
		})
	}
}

// titlePast makes history of a joining by which the title only describes a person who joins another party in the news: "भाजपा
// में गए पार्षद फिर कांग्रेस में लौटे".
func (s *story) titlePast(e *Entity) {
	for _, l := range s.byEntity[e] {
		if l.ref.in == InTitle && l.act == frame.Join && l.event.Attributive && !l.background && l.party != "" {
			l.background = slices.ContainsFunc(s.byEntity[e], func(n *legAt) bool {
				return n.act == frame.Join && !n.background && !n.event.Attributive && n.party != "" && n.party != l.party && n.status == "done"
			})
		}
	}
}

// oldHome mends the party of "पार्टी" in what is told of a person's past where it was taken for the one that he joins now: it
// is the one he comes from, or none.
func (s *story) oldHome(e *Entity) {
	to := ""
	list := s.byEntity[e]
	for _, l := range list {
		if l.act == frame.Join && !l.background && l.party != "" && (l.status == "done" || l.status == "announced") {
			to = l.party
		}
	}
	if to == "" || slices.ContainsFunc(list, func(l *legAt) bool { return l.ret && l.party == to }) {
		return
	}
	for _, l := range list {
		if l.basis != "context" || l.party != to || l.act == frame.Join || l.act == frame.Leave && !l.background {
			continue
		}
		l.party = ""
		if id, span := s.from(e, nil, to); id != "" {
			l.party, l.partySpan = id, Span{span.In, span.First, span.Last, l.event.Rule.ID}
		}
	}
	s.byEntity[e] = slices.DeleteFunc(list, func(l *legAt) bool {
		if l.party != "" || l.affiliation != "" {
			return false
		}
		s.trace.unused(l, "“पार्टी” in the person's past cannot be the party that he joins now, and no other is known")
		return true
	})
}

// ownStep takes a leaving that is history only by its tense for the first step of the news, where that tells only of a
// joining: "X भाजपा में शामिल हो गए। उन्होंने रविवार को बसपा से इस्तीफा दिया था।"
func (s *story) ownStep(news, old []*legAt) (_, rest []*legAt) {
	var join *legAt
	for _, l := range news {
		if l.act != frame.Join {
			return news, old
		}
		if l.status != "denied" {
			join = l
		}
	}
	if join == nil {
		return news, old
	}
	for _, l := range old {
		alone := !slices.ContainsFunc(old, func(o *legAt) bool { return o != l && o.ref == l.ref })
		if l.act == frame.Leave && (l.retold || s.monthsAgo(l)) && alone && l.party != "" && l.party != join.party {
			l.background = false
			news = append(news, l)
		} else {
			rest = append(rest, l)
		}
	}
	return news, rest
}

// monthsAgo says whether a leg is dated a few months before publication: still a step of what is news now.
func (s *story) monthsAgo(l *legAt) bool {
	const few = 4 // months
	months := func(date string) (n int, ok bool) {
		t, err := time.Parse("2006-01", date[:min(len(date), len("2006-01"))])
		return t.Year()*12 + int(t.Month()), err == nil
	}
	if id, _ := s.loser(); id != "" && id != l.party {
		return false // he has been elsewhere since
	}
	now, known := months(s.published)
	first := s.chain(l)
	_, last := s.clause(l)
	return known && slices.ContainsFunc(s.expressions(l.ref), func(x calendar.Expr) bool {
		then, dated := months(x.Date)
		return dated && x.First >= first && x.Last <= last && now-few <= then && then <= now
	})
}

// sameMove says whether two moves of one person are of the same kind and between the same parties.
func sameMove(a, b *Move) bool {
	same := func(a, b *Leg) bool {
		return a == nil && b == nil || a != nil && b != nil && a.Party == b.Party
	}
	return a.Kind == b.Kind && same(a.Left, b.Left) && same(a.Joined, b.Joined)
}

// sure ranks a move by how surely its legs are told to have happened.
func (m *Move) sure() int {
	n := 0
	for _, l := range []*Leg{m.Left, m.Joined} {
		if l != nil {
			n += rank[l.Status]
		}
	}
	return n
}

// done says whether all that is told of a person is that he has gone already ("वह भाजपा में जा चुके हैं"), in an article
// whose title and lead do not name him and whose news is others'.
func (s *story) done(e *Entity, news []*legAt) bool {
	if len(news) == 0 || e.Group || e.Mentions[0].In == InTitle || e.Mentions[0].Sentence == 0 || e.Mentions[0].Sentence == 1 && !slices.ContainsFunc(news, s.already) {
		return false
	}
	completed := false
	for _, l := range news {
		ev := l.event
		if l.ref.in == InTitle || l.status != "done" || l.member {
			return false
		}
		if ev.Verb >= 0 {
			vg := s.sentence(l.ref).Items[ev.Verb].Verb
			completed = completed || vg.Completed
			if vg.Finite && !vg.Completed {
				return false
			}
		}
	}
	return completed && slices.ContainsFunc(s.legs, func(l *legAt) bool { return l.entity != e && !l.background && (l.ref.in == InTitle || l.ref.i < 2) })
}

// lately says whether all that is told of somebody happened a little before the news, which is about others: "पिछले महीने ही X भाजपा में
// गए हैं", "दद्दू इसी महीने सपा में शामिल हो गए".
func (s *story) lately(e *Entity, news []*legAt) bool {
	recent := func(l *legAt) bool {
		return slices.ContainsFunc(s.expressions(l.ref), func(x calendar.Expr) bool { return x.Past && x.Recent && x.First < l.event.Last })
	}
	if len(news) == 0 || e.Group || slices.ContainsFunc(news, func(l *legAt) bool {
		return l.ref.in == InTitle || l.status != "done" || l.member || !recent(l)
	}) {
		return false
	}
	return slices.ContainsFunc(s.legs, func(l *legAt) bool {
		return l.entity != e && !l.background && (l.ref.in == InTitle || l.ref.i < 2) && !(l.ref.in == InText && recent(l))
	})
}

// onlyMatter says whether old legs of a person are all that the article tells, so that the
// pluperfect is the reporter's and not history's.
func (s *story) onlyMatter(e *Entity, old []*legAt) bool {
	if !slices.ContainsFunc(old, func(l *legAt) bool { return l.retold }) {
		return false // it has an old date
	}
	for _, l := range s.legs {
		if !l.background || l.entity == e && !l.retold {
			return false
		}
	}
	return true
}

// build makes moves of one person's news: expulsion, and leaving with joining.
func (s *story) build(e *Entity, legs []*legAt, background bool) []Move {
	if len(legs) == 0 {
		return nil
	}
	var left, joined, expelled []*legAt
	for _, l := range legs {
		switch l.act {
		case frame.Leave:
			left = append(left, l)
		case frame.Join:
			joined = append(joined, l)
		case frame.Expel, frame.Suspend:
			expelled = append(expelled, l)
		}
	}
	var out []Move
	if back := returned(left, joined); back != nil {
		first := slices.DeleteFunc(slices.Clone(legs), func(l *legAt) bool { return l.act == frame.Join && l.party == back.party })
		out = s.build(e, first, background)
		if n := len(out) - 1; n >= 0 && out[n].Joined != nil {
			if out[n].Left == nil {
				out[n].Left = &Leg{Party: back.party, Status: "done", Basis: "context", Span: leg(back).Span}
				out[n].Kind = "switch"
			}
			there := *out[n].Joined
			there.By, there.act = "", frame.Leave
			m := out[n]
			m.Left, m.Joined, m.Return, m.Kind = &there, leg(back), true, "switch"
			s.place(&m, back)
			return append(out, m)
		}
	}
	if past, rest := s.career(legs, left, joined); len(past) > 0 && !background {
		return append(s.build(e, rest, false), s.build(e, past, true)...)
	}
	j := s.pick(joined, "")
	l := s.pick(left, party(j))
	if j != nil && (j.party == "" || j.party == independent && (l == nil || l.party == "")) {
		// nobody joins the independents who has not left a party
		stood := j
		j = s.pick(slices.DeleteFunc(slices.Clone(joined), func(l *legAt) bool {
			return l.party == "" || l.party == independent || stood.status == "done" && (l.status != "done" || !stood.before(l) && stood.ref != l.ref)
		}), "")
	}
	if l != nil && (l.party == "" || l.party == independent && j == nil) {
		l = nil // nobody only leaves the independents
	}
	if slices.ContainsFunc(expelled, func(l *legAt) bool { return l.act == frame.Expel && l.status == "done" }) {
		// "निलंबित करते हुए निष्कासित कर दिया": the one is only a step to the other
		expelled = slices.DeleteFunc(expelled, func(l *legAt) bool { return l.act == frame.Suspend })
	}
	if x := s.pick(expelled, ""); x != nil && x.party != "" {
		m := Move{Entity: e, Background: background, Kind: "expulsion", Left: leg(x), grounds: grounds{legs: []*legAt{x}}}
		if x.act == frame.Suspend {
			m.Kind = "suspension"
		}
		s.place(&m, x)
		if j != nil && j.status != "done" && x.act != frame.Suspend && j.party != x.party && l == nil {
			m.Joined = leg(j)
			j = nil
		}
		out = append(out, m)
		if j == nil && (l == nil || l.party == x.party && !ownWill(l, x)) {
			return out
		}
	}
	if l != nil && j == nil && !background && l.act == frame.Leave && s.headsAnother(e, l.party) {
		s.trace.drop(l.event, e, "the head of another party: a party leaves an alliance")
		l = nil
	}
	if l == nil && j == nil {
		return out
	}
	m := Move{Entity: e, Background: background}
	if l != nil {
		m.Left = leg(l)
		s.place(&m, l)
	}
	if j != nil {
		m.Joined = leg(j)
		m.Return = j.ret
		if m.Left == nil {
			s.place(&m, j)
		}
	}
	if m.Left != nil && m.Joined != nil && m.Left.Party == m.Joined.Party {
		m.Left, m.Return = nil, true
	}
	if m.Left == nil && m.Joined != nil {
		s.trace.resolving()
		if id, span := s.from(e, joined, m.Joined.Party); id != "" {
			m.Left = &Leg{Party: id, Status: m.Joined.Status, Basis: "affiliation", Span: span}
			m.origin = span.Rule
			s.trace.origin(e, id, span)
			if slices.ContainsFunc(s.legs, func(l *legAt) bool {
				return l.entity == e && l.act != frame.Join && l.party == id && l.status == "done" && !(l.act == frame.Suspend && (m.Joined.Status == "denied" || m.Joined.Status == "rumoured"))
			}) {
				m.Left.Status, m.Left.Basis = "done", "stated"
			}
			if l := resigned(left, id); l != nil && m.Joined.Status != "denied" {
				m.Left = &Leg{Party: id, Status: "done", Basis: "context", Span: leg(l).Span}
				m.legs = append(m.legs, l)
				s.trace.changed(l, "whoever resigns as one of a party and goes to another has left his own")
			}
		}
	}
	if m.Left != nil && m.Joined != nil && m.Joined.Status == "denied" && m.Left.Status == "rumoured" {
		m.Left.Status = "denied" // who denies that he goes over denies that he leaves
		if l != nil {
			s.trace.changed(l, "who denies that he goes over denies that he leaves")
		}
	}
	switch {
	case m.Left != nil && m.Joined != nil:
		m.Kind = "switch"
	case m.Left != nil:
		m.Kind = "exit"
	default:
		m.Kind = "join"
	}
	for _, x := range []*legAt{l, j} {
		if x != nil {
			m.legs = append(m.legs, x)
		}
	}
	return append(out, m)
}

// resigned gives the resignation, done, of one who is told as of a party, where its clause does not say from what: "भाजपा के
// उपाध्यक्ष X ने इस्तीफा दे दिया है".
func resigned(left []*legAt, party string) *legAt {
	i := slices.IndexFunc(left, func(l *legAt) bool { return l.party == "" && l.affiliation == party && l.status == "done" })
	if i < 0 {
		return nil
	}
	return left[i]
}

// ownWill says whether somebody who is put out or suspended also leaves of his own will: "मंगलवार को निलंबित किया और बुधवार को
// उन्होंने पार्टी ही छोड़ दी".
func ownWill(left, put *legAt) bool {
	return left.status == "done" && put.status == "done" && left.event.Rule.Weight > 0.8 && left.ref.in == InText && put.ref.in == InText && !left.background && left.event != put.event
}

// returned gives the joining that takes somebody back to the party that he left for another in the same news: he went over, and
// came back.
func returned(left, joined []*legAt) *legAt {
	var there *legAt
	from := ""
	for _, l := range left {
		if l.status == "done" && from == "" {
			from = l.party
		}
	}
	for _, l := range joined {
		switch {
		case l.status != "done" || l.party == "" || l.ref.in == InTitle:
		case there == nil && l.party != from:
			there = l
			if l.affiliation != "" && from == "" {
				from = l.affiliation
			}
		case there != nil && slices.ContainsFunc(left, func(o *legAt) bool { return o.party == l.party && o.status == "done" && o.ref != there.ref }):
			return nil // the leaving is the news, and the rest his past
		case there != nil && l.ret && (l.party == from || from == "") && l.party != there.party && (there.before(l) || there.ref == l.ref && there.event.First < l.event.First):
			return l
		}
	}
	return nil
}

// career splits off the legs of a paragraph that tells how somebody came to the party that he is told before to have left: "X ने
// कांग्रेस छोड़ दी है। … बाद में इनेलो का साथ छोड़ा और कांग्रेस के हो लिए।"
func (s *story) career(legs, left, joined []*legAt) (past, rest []*legAt) {
	for _, j := range joined {
		if j.status != "done" || j.ret || j.party == "" || !slices.ContainsFunc(left, func(l *legAt) bool { return l.party == j.party && l.status == "done" && l.before(j) }) {
			continue
		}
		for _, l := range legs {
			if l.ref.in == j.ref.in && l.ref.i >= j.ref.i && s.paragraph(l.ref) == s.paragraph(j.ref) {
				past = append(past, l)
			} else {
				rest = append(rest, l)
			}
		}
		return past, rest
	}
	return nil, nil
}

// before says whether a leg is told in a sentence before another's, the title first.
func (l *legAt) before(o *legAt) bool {
	return l.ref.in < o.ref.in || l.ref.in == o.ref.in && l.ref.i < o.ref.i
}

func party(l *legAt) string {
	if l == nil {
		return ""
	}
	return l.party
}

// pick chooses the leg that stands for all legs of one side: done before the rest, a stated party
// before a resolved one, not the party of the other side.
func (s *story) pick(legs []*legAt, other string) *legAt {
	var best *legAt
	score := func(l *legAt) int {
		n := rank[l.status] * 4
		if l.basis == "stated" {
			n += 3
		}
		if l.party != "" {
			n += 2
		}
		if l.party == other && other != "" {
			n -= 20
		}
		if l.ref.in == InText {
			n++
		}
		return n
	}
	for _, l := range legs {
		if best == nil || score(l) > score(best) {
			best = l
		}
	}
	if best == nil {
		return nil
	}
	// the status of the same leg, told elsewhere, that says most
	for _, l := range legs {
		if l.party == best.party && rank[l.status] > rank[best.status] {
			best = l
		}
	}
	return best
}

func leg(l *legAt) *Leg {
	return &Leg{Party: l.party, Status: l.status, Basis: l.basis, Span: Span{l.in, l.event.First, l.event.Last, l.event.Rule.ID}, act: l.act}
}

// place notes where the person of the move stands in the text.
func (s *story) place(m *Move, l *legAt) {
	if l.mention != nil {
		m.WhoSpan = Span{l.mention.In, l.mention.Person.First, l.mention.Person.Last, l.event.Rule.ID}
	}
}

// history makes background moves of old legs. Those of one sentence belong together, each joining with the leaving before
// it; who joined a party before is the next step's leaver of it.
func (s *story) history(e *Entity, old []*legAt) []Move {
	var out []Move
	was := "" // the party that the step before led to
	steps := s.steps(old)
	if !slices.ContainsFunc(steps, func(step []*legAt) bool { return s.year(step[0]) == "" }) {
		slices.SortStableFunc(steps, func(a, b []*legAt) int { return cmp.Compare(s.year(a[0]), s.year(b[0])) })
	}
	for i, step := range steps {
		if i == 0 {
			was = s.start(e, step)
		}
		for _, m := range s.build(e, step, true) {
			if m.Joined != nil && (m.Left == nil || !s.statesLeft(step, m.Left.Party)) {
				switch {
				case was != "" && was != m.Joined.Party && !m.Return:
					l := *m.Joined
					l.Party, l.Basis, l.act = was, "context", frame.Leave
					m.Left, m.Kind = &l, "switch"
				case m.Left != nil && s.reaches(e, step, m.Left.Party):
					m.Left, m.Kind = nil, "join" // the party of the role, which a later step led to
				}
			}
			switch {
			case m.Joined != nil && m.Joined.Status == "done":
				was = m.Joined.Party
			case m.Kind == "expulsion" && m.Left.Status == "done":
				was = m.Left.Party
			case m.Left != nil:
				was = ""
			}
			out = append(out, m)
		}
	}
	all := slices.Clone(out)
	out = slices.DeleteFunc(out, func(m Move) bool {
		told := m.Kind == "exit" && slices.ContainsFunc(all, func(o Move) bool {
			return o.Kind == "switch" && o.Left.Party == m.Left.Party && o.Left.Status == m.Left.Status
		})
		if told {
			for _, l := range m.legs {
				s.trace.unused(l, "the same leaving is told with where it led to")
			}
		}
		return told
	})
	return dedupe(out)
}

// start gives the party that a sentence says a person was in before his first step: "वह पहले बसपा में थे, 2012 में भाजपा में आए".
func (s *story) start(e *Entity, step []*legAt) string {
	id, span := s.state(e, step[len(step)-1].party)
	first := step[0]
	if id == "" || span.In != first.ref.in || span.First > first.event.First || s.sentence(first.ref).First-span.First > 40 || s.reaches(e, step, id) {
		return ""
	}
	return id
}

// statesLeft says whether a step's own words give the party that it leaves.
func (s *story) statesLeft(step []*legAt, party string) bool {
	return slices.ContainsFunc(step, func(l *legAt) bool {
		return l.act != frame.Join && l.party == party || l.act == frame.Join && l.affiliation == party
	})
}

// reaches says whether a person comes to a party only by another leg than those of a step, and not back to it.
func (s *story) reaches(e *Entity, step []*legAt, party string) bool {
	if slices.ContainsFunc(step, func(l *legAt) bool { return l.affiliation == party || s.tellsOf(l.ref, party) }) {
		return false
	}
	reached := false
	for _, l := range s.byEntity[e] {
		if l.act == frame.Join && l.party == party && !slices.Contains(step, l) {
			if l.ret {
				return false
			}
			reached = true
		}
	}
	return reached
}

// tellsOf says whether a sentence names a party, or tells of a leaving.
func (s *story) tellsOf(ref sentenceRef, party string) bool {
	joined := func(ph *syntax.Phrase) bool {
		for ev := range s.eventsOf(ref) {
			if ev.Rule.Act == frame.Join && ev.Party != nil && (ev.Party == ph || slices.Contains(ph.Of, ev.Party)) {
				return true
			}
		}
		return false
	}
	return slices.ContainsFunc(s.sentence(ref).Items, func(it syntax.Item) bool {
		return it.Kind == syntax.PhraseItem && naming(it.Phrase, party) && !joined(it.Phrase)
	}) || s.tells(ref, frame.Leave)
}

// steps parts old legs, in the order of the text, into those of one step each: a leaving or a putting out, and the joining
// behind it in the same sentence.
func (s *story) steps(old []*legAt) [][]*legAt {
	old = slices.Clone(old)
	slices.SortStableFunc(old, func(a, b *legAt) int {
		return cmp.Or(cmp.Compare(a.ref.in, b.ref.in), cmp.Compare(a.ref.i, b.ref.i), cmp.Compare(a.event.Last, b.event.Last))
	})
	var out [][]*legAt
	for i := 0; i < len(old); {
		step := []*legAt{old[i]}
		n := i + 1
		for ; n < len(old) && old[n].ref == old[i].ref; n++ {
			l, last := old[n], step[len(step)-1]
			if last.act == frame.Join && l.party != last.party && (l.act == frame.Join || n+1 < len(old) && old[n+1].ref == l.ref && old[n+1].act == frame.Join) {
				break // the next step: "2012 में भाजपा में आए, फिर कांग्रेस में गए"
			}
			if last.act == frame.Join && l.act != frame.Join && l.party == last.party {
				break // "सपा में गए और 2014 में उसे छोड़ दिया"
			}
			step = append(step, l)
		}
		out = append(out, step)
		i = n
	}
	return out
}

func dedupe(moves []Move) []Move {
	var out []Move
	for _, m := range moves {
		dup := false
		for _, o := range out {
			if o.Entity == m.Entity && o.Kind == m.Kind && legParty(o.Left) == legParty(m.Left) && legParty(o.Joined) == legParty(m.Joined) && o.Background == m.Background {
				dup = true
			}
		}
		if !dup {
			out = append(out, m)
		}
	}
	return out
}

func legParty(l *Leg) string {
	if l == nil {
		return ""
	}
	return l.Party
}

// more says whether a group is told of beside another: "इसके एक दिन पहले 29 कार्यकर्ता इस्तीफा दे चुके हैं", "12 नेताओं ने भी".
func (s *story) more(m *Mention) bool {
	ref := sentenceRef{m.In, m.Sentence}
	return s.holds(ref, s.Status.Also) || s.Status.Earlier[s.tokens(m.In)[s.sentence(ref).First].Key]
}

// tooBehind says whether भी stands behind a mention: "दो सरपंचों ने भी".
func (s *story) tooBehind(m *Mention) bool {
	tokens, end := s.tokens(m.In), m.Phrase.End
	return tokens[end-1].Key == "भी" || end < len(tokens) && tokens[end].Key == "भी"
}

// groups keeps one record for people counted again and again, and none where those counted are named.
func (s *story) groups(moves []Move) []Move {
	type told struct {
		who          *Entity
		left, joined string
	}
	var named []told
	for _, m := range moves {
		if !m.Entity.Group {
			named = append(named, told{m.Entity, legParty(m.Left), legParty(m.Joined)})
		}
	}
	// count says how many people are named whose moves are as ok says.
	count := func(ok func(t told) bool) int {
		seen := map[*Entity]bool{}
		for _, t := range named {
			if ok(t) {
				seen[t.who] = true
			}
		}
		return len(seen)
	}
	kept := map[[3]string]int{} // index into out, plus one
	var out []Move
	for _, m := range moves {
		if !m.Entity.Group {
			out = append(out, m)
			continue
		}
		pair := [2]string{legParty(m.Left), legParty(m.Joined)}
		anyhow := m.Entity.Mentions[0].In == InTitle && m.Joined != nil // the title counts them together, whatever they left
		n := count(func(t told) bool {
			return (t.left == pair[0] || m.Left == nil || anyhow) && (t.joined == pair[1] || m.Joined == nil)
		})
		if first := m.Entity.Mentions[0]; first.In == InText && s.tooBehind(first) && !slices.ContainsFunc(s.legs, func(l *legAt) bool { return l.of != nil && l.of.Entity == m.Entity }) {
			n = 0 // "दो सरपंचों ने भी": others than those who are named
		}
		if n > 0 && (m.Entity.Count > 0 && m.Entity.Count <= n || m.Entity.Count == 0 && m.Entity.Mentions[0].In == InTitle) {
			s.trace.counted(m.Entity, "the people who are counted here are named, and have records of their own")
			continue
		}
		bg := "news"
		switch {
		case m.Background:
			bg = "old"
		case m.Left != nil && m.Left.Status == "denied" || m.Joined != nil && m.Joined.Status == "denied":
			bg = "denied"
		}
		key := [3]string{pair[0], pair[1], bg}
		if i := kept[key]; i > 0 {
			gone := m.Entity
			if out[i-1].Entity.Count == 0 && m.Entity.Count > 0 {
				gone = out[i-1].Entity
				out[i-1] = m
			}
			if first := out[i-1].Entity; first == m.Entity || first.Count == 0 || m.Entity.Count == 0 || first.Count == m.Entity.Count || first.Mentions[0].In == InTitle || m.Entity.Mentions[0].In == InTitle || !s.more(m.Entity.Mentions[0]) {
				s.trace.counted(gone, "people counted again: one record tells of those who go from the one party to the other")
				continue
			}
		}
		out = append(out, m)
		kept[key] = len(out)
	}
	// as many people who left the same party, once without and once with where they went, are one group
	all := slices.Clone(out)
	return slices.DeleteFunc(out, func(m Move) bool {
		gone := m.Kind == "exit" && m.Entity.Group && m.Entity.Count > 0 && slices.ContainsFunc(all, func(o Move) bool {
			return o.Kind == "switch" && o.Entity.Group && o.Entity.Count == m.Entity.Count && o.Background == m.Background && o.Left.Party == m.Left.Party
		})
		if gone {
			s.trace.counted(m.Entity, "as many people left the same party in another record, which tells where they went")
		}
		return gone
	})
}
