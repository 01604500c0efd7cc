package discourse

import (
	"cmp"
	"slices"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// share completes the move of people who, a sentence says, also left, by where those before them went:
// "… सपा में शामिल हुए। इनके अलावा A और B ने भी बसपा को अलविदा कह दिया।"
func (s *story) share(made []*legAt, ref sentenceRef, f *focus) {
	s.alongside(made, ref, f)
	if len(made) == 0 || len(f.move) == 0 || made[0].act != frame.Leave || made[0].status != "done" && made[0].status != "announced" || made[0].background || ref.in == InTitle {
		return
	}
	ev := made[0].event
	roster := ev.Attributive && (f.move[0].entity.Group || ev.Party != nil && ev.Party.Head == syntax.PartyWord) // "सपा छोड़ने वालों में A, B", "पार्टी छोड़ने वालों में"
	if !roster && !s.holds(ref, s.Status.Also) || made[0].entity == f.move[0].entity {
		return
	}
	from := f.move[0].entity
	var join *legAt
	fits := roster && len(f.move) == 1 && f.move[0].affiliation == ""
	for _, l := range s.legs {
		if l.entity != from || l.background {
			continue
		}
		if l.act == frame.Join && (l.status == "done" || l.status == "announced") {
			join = l
		}
		if left := cmp.Or(made[0].party, made[0].affiliation); left != "" && (l.act == frame.Leave && l.party == left || l.affiliation == left) {
			fits = true
		}
	}
	fits = fits || roster && f.move[0].entity.Group && made[0].party != "" && s.tellsOf(f.move[0].ref, made[0].party) // "भाजपा के 28 और बसपा के 17 लोग"
	if join == nil || join.party == independent || !fits || ref.i-join.ref.i > 4 {
		return
	}
	for _, m := range made {
		if slices.ContainsFunc(s.legs, func(l *legAt) bool { return l.entity == m.entity && l.act == frame.Join }) {
			continue
		}
		l := *join
		l.entity, l.mention, l.basis, l.affiliation, l.company = m.entity, m.mention, "context", "", true
		s.legs = append(s.legs, &l)
	}
}

// alongside gives those who join "उनके साथ" the party that the ones before them left, unless their own role
// names another.
func (s *story) alongside(made []*legAt, ref sentenceRef, f *focus) {
	if len(made) == 0 || len(f.move) == 0 || made[0].act != frame.Join && made[0].act != frame.Leave || made[0].status != "done" || made[0].background || ref.in == InTitle || made[0].entity == f.move[0].entity {
		return
	}
	sent := s.sentence(ref)
	with := false
	for i, it := range sent.Items {
		if i == 0 && it.Kind == syntax.Other && it.Key == companyWord && it.Last-it.First == 2 {
			with = true // "साथ में X ने भी"
		}
		if it.Kind != syntax.PhraseItem {
			continue
		}
		switch ph := it.Phrase; {
		case ph.Head == syntax.PronounHead && (ph.Case == syntax.Saath || ph.Case == syntax.Pichhe):
			with = made[0].act == frame.Join || i+1 < len(sent.Items) && sent.Items[i+1].Kind != syntax.VerbItem // not "उनके साथ हुए व्यवहार से दुखी"
		case ph.Head == syntax.Persons && ph.Case == syntax.Pichhe:
			with = true // "पूर्व मंत्री के पीछे-पीछे"
		}
	}
	if !with {
		return
	}
	if ev := made[0].event; made[0].act == frame.Leave {
		if slices.ContainsFunc(sent.Items, func(it syntax.Item) bool { return it.Kind == syntax.VerbItem && it.Verb.Finite && it.Last == ev.Last }) {
			s.leftToo(made, f) // not "सपा छोड़कर समर्थन दिया"
		}
		for o := range s.eventsOf(ref) {
			if o.Rule.Act == frame.Join && o.Party != nil && o.Party.Head == syntax.PartyHead {
				s.cameFrom(made[0].party, made[0].partySpan, o.Party.Party.ID, f) // "उनके साथ Y ने भी सपा छोड़कर भाजपा की सदस्यता ली"
			}
		}
		return
	}
	var left *legAt
	joined := false
	for _, l := range s.legs {
		if l.entity != f.move[0].entity || l.background {
			continue
		}
		if l.act == frame.Join && l.party == made[0].party {
			joined = true
			if l.affiliation != "" && left == nil {
				left = l
			}
		}
		if l.act == frame.Leave && l.status == "done" && l.party != "" {
			left = l
		}
	}
	if left == nil {
		for o := range s.eventsOf(ref) {
			if o.Rule.Act == frame.Leave && o.Who == made[0].event.Who && o.Party != nil && o.Party.Head == syntax.PartyHead && o.Mood == frame.Happened {
				s.cameFrom(o.Party.Party.ID, Span{ref.in, o.Party.First, o.Party.Last, "affiliation"}, made[0].party, f)
			}
		}
		return
	}
	if !joined {
		if left.act != frame.Leave || left.party == made[0].party || s.goesAnywhere(left.entity) {
			return
		}
		s.withCompany(left, made[0])
	}
	for _, m := range made {
		if m.affiliation != "" || s.partyless(m.entity) || m.mention != nil && (s.calling(m.mention) || len(m.mention.Person.Loose) > 0) {
			continue // "उनके साथ सेवानिवृत्त अधिकारी X ने भी", "उनके साथ निर्दलीय जीते X ने भी"
		}
		if left.act == frame.Leave {
			m.affiliation, m.affSpan = left.party, left.partySpan
		} else {
			m.affiliation, m.affSpan = left.affiliation, left.affSpan
		}
	}
}

// besideChief lets people who leave a party along with another's chief go where he is: "2016 में वह जोगी के साथ कांग्रेस छोड़कर
// गए थे", "शरद पवार कांग्रेस से अलग हुए तो वह भी कांग्रेस छोड़कर उनके साथ गए".
func (s *story) besideChief(made []*legAt, ref sentenceRef) {
	if len(made) == 0 || ref.in == InTitle || made[0].act != frame.Leave || made[0].status != "done" || made[0].party == "" || s.tells(ref, frame.Join) {
		return
	}
	var chief *Mention
	var with *syntax.Phrase
	party := ""
	for i, it := range s.sentence(ref).Items {
		if it.Kind == syntax.VerbItem && with != nil && (i == made[0].event.Verb || s.Status.Going[it.Verb.Lemma]) {
			for _, l := range made {
				join := *l
				join.act, join.party, join.basis, join.affiliation = frame.Join, party, "context", ""
				join.partySpan = Span{ref.in, with.First, with.End, "chief"}
				if p, year := s.Lexicon.PartyByID(party), s.year(l); p != nil && year != "" && p.From > year+"-12" {
					continue // he led another then
				}
				s.legs = append(s.legs, &join)
			}
			return
		}
		if it.Kind != syntax.PhraseItem {
			continue
		}
		if it.Phrase.Head == syntax.PronounHead && it.Phrase.Case == syntax.Saath && chief != nil {
			with = it.Phrase
			continue
		}
		for _, m := range s.byPhrase[it.Phrase] {
			id := s.chiefOf(m)
			if id == "" || id == made[0].party || slices.ContainsFunc(made, func(l *legAt) bool { return l.entity == m.Entity }) {
				continue
			}
			chief, party = m, id
			if it.Phrase.Case == syntax.Saath {
				with = it.Phrase
			}
		}
	}
}

// chiefOf gives the party whose leader a person is, by what is known or by what the article calls him.
func (s *story) chiefOf(m *Mention) string {
	if m.Entity == nil || !m.Person.Named() {
		return ""
	}
	for _, o := range m.Entity.Mentions {
		if id := s.leads(o.Person.Key); id != "" {
			return id
		}
	}
	for _, o := range m.Entity.Mentions {
		if id, former := affiliation(o.Person); id != "" && !former && !o.Person.Former && slices.ContainsFunc(s.tokens(o.In)[o.Person.RoleFirst:o.Person.RoleLast], func(t devanagari.Token) bool { return s.Status.Founders[t.Key] }) {
			return id
		}
	}
	return ""
}

// leftToo lets those who leave a party "उनके साथ" go where the ones before them went, who came from it too: "X ने भाजपा का दामन थामा। उनके
// साथ Y ने भी सपा छोड़ दी".
func (s *story) leftToo(made []*legAt, f *focus) {
	for _, join := range f.move {
		if join.act != frame.Join || join.status != "done" || join.background || join.party == made[0].party || made[0].party == "" {
			continue
		}
		for _, m := range made {
			if s.goesAnywhere(m.entity) {
				continue
			}
			with := *join
			with.entity, with.mention, with.basis, with.affiliation, with.affSpan, with.company = m.entity, m.mention, "context", "", Span{}, true
			s.legs = append(s.legs, &with)
		}
		s.cameFrom(made[0].party, made[0].partySpan, join.party, f)
	}
}

// cameFrom lets those of the last move, to a party, come from the party that others leave who go with them.
func (s *story) cameFrom(from string, span Span, to string, f *focus) {
	for _, l := range f.move {
		if l.act == frame.Join && l.status == "done" && !l.background && l.party == to && to != from && l.affiliation == "" && s.known(l.entity, l.ref) == "" {
			l.affiliation, l.affSpan = from, span
		}
	}
}

// withOthers adds to people taken up together, of whom it is told where they will go, whoever left with them and is told to go
// nowhere: "A और B ने सपा छोड़ दी। सौ समर्थकों ने भी इस्तीफा दिया। ये सब जल्द ही भाजपा में जाएंगे।"
func (s *story) withOthers(ev *frame.Event, ref sentenceRef, people []*Entity, mentions []*Mention) ([]*Entity, []*Mention) {
	ph := s.subject(ev, ref)
	if len(people) == 0 || ref.in == InTitle || ph == nil || ev.Rule.Act != frame.Join || ev.Mood == frame.Happened || ev.Mood == frame.Refuted || ev.Mood == frame.Not {
		return people, mentions
	}
	together := ph.Head == syntax.PronounHead && ph.Pronoun.Many && ph.Pronoun.Count == 0
	if ph.Head == syntax.Persons && len(ph.Persons) == 1 {
		p := &ph.Persons[0]
		together = p.Group && p.Anaphoric && p.Count == 0
	}
	if !together {
		return people, mentions
	}
	var left *legAt
	for _, l := range s.legs {
		if l.entity == people[0] && l.act == frame.Leave && l.status == "done" && !l.background && l.ref.in == InText && ref.i-l.ref.i <= 3 {
			left = l
		}
	}
	if left == nil {
		return people, mentions
	}
	for _, l := range s.legs {
		if l.act == frame.Leave && l.status == "done" && !l.background && l.ref.in == InText && ref.i-l.ref.i <= 3 && l.party == left.party && !slices.Contains(people, l.entity) && !s.goesAnywhere(l.entity) {
			people, mentions = append(people, l.entity), append(mentions, nil)
		}
	}
	return people, mentions
}

// subject gives the phrase that an event's clause, or the one before it in the sentence, has for its subject.
func (s *story) subject(ev *frame.Event, ref sentenceRef) (subject *syntax.Phrase) {
	if ev.Who != nil {
		return ev.Who
	}
	for _, it := range s.sentence(ref).Items {
		if it.First < ev.First && it.Kind == syntax.PhraseItem && (it.Phrase.Head == syntax.Persons || it.Phrase.Head == syntax.PronounHead) && (it.Phrase.Case == syntax.Bare || it.Phrase.Case == syntax.Ne) {
			subject = it.Phrase
		}
	}
	return subject
}

// goesAnywhere says whether a person is told to join a party, or not to.
func (s *story) goesAnywhere(e *Entity) bool {
	return slices.ContainsFunc(s.legs, func(l *legAt) bool { return l.entity == e && l.act == frame.Join && !l.background })
}

// withCompany lets people who left a party join the one that others join together with them: "A और B ने सपा छोड़ दी। उनके साथ C
// भी भाजपा में शामिल हुए".
func (s *story) withCompany(left, join *legAt) {
	for _, l := range slices.Clone(s.legs) {
		if l.event != left.event || l.act != frame.Leave || l.background || s.goesAnywhere(l.entity) {
			continue
		}
		with := *join
		with.entity, with.mention, with.basis, with.affiliation, with.affSpan = l.entity, nil, "context", "", Span{}
		s.legs = append(s.legs, &with)
	}
}
