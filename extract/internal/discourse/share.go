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
	if join == nil || join.party == independent || !fits || ref.i-join.ref.i > 4 {
		return
	}
	for _, m := range made {
		if slices.ContainsFunc(s.legs, func(l *legAt) bool { return l.entity == m.entity && l.act == frame.Join }) {
			continue
		}
		l := *join
		l.entity, l.mention, l.basis, l.affiliation = m.entity, m.mention, "context", ""
		s.legs = append(s.legs, &l)
	}
}

// alongside gives those who join "उनके साथ" the party that the ones before them left, unless their own role
// names another.
func (s *story) alongside(made []*legAt, ref sentenceRef, f *focus) {
	if len(made) == 0 || len(f.move) == 0 || made[0].act != frame.Join || made[0].status != "done" || made[0].background || ref.in == InTitle || made[0].entity == f.move[0].entity {
		return
	}
	sent := s.sentence(ref)
	with := false
	for _, it := range sent.Items {
		if it.Kind != syntax.PhraseItem {
			continue
		}
		switch ph := it.Phrase; {
		case ph.Head == syntax.PronounHead && (ph.Case == syntax.Saath || ph.Case == syntax.Pichhe):
			with = true
		case ph.Head == syntax.Persons && ph.Case == syntax.Pichhe:
			with = true // "पूर्व मंत्री के पीछे-पीछे"
		}
	}
	if !with {
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
		return
	}
	if !joined {
		if left.act != frame.Leave || left.party == made[0].party || s.goesAnywhere(left.entity) {
			return
		}
		s.withCompany(left, made[0])
	}
	for _, m := range made {
		if m.affiliation != "" || m.mention != nil && s.calling(m.mention) {
			continue // "उनके साथ सेवानिवृत्त अधिकारी X ने भी"
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
		if id := s.Lexicon.LeaderParty(o.Person.Key); id != "" {
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
