package discourse

import (
	"slices"

	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// from finds the party a newcomer leaves, where no clause says it: that of the role phrase.
func (s *story) from(e *Entity, joined []*legAt, to string) (string, Span) {
	for _, l := range joined {
		if l.affiliation != "" && l.affiliation != to {
			return l.affiliation, l.affSpan
		}
	}
	for _, m := range e.Mentions {
		for _, a := range m.Person.Affiliations {
			if a.Party != "" && a.Party != to {
				return s.trace.by("the words at the name put the person in it", a.Party), Span{m.In, a.First, a.Last, "affiliation"}
			}
		}
	}
	// "पार्टी के अध्यक्ष X" where the article's party merges into the one he joins
	for _, m := range e.Mentions {
		if !slices.ContainsFunc(m.Person.Affiliations, func(a syntax.Affiliation) bool { return a.Generic }) {
			continue
		}
		for _, l := range s.legs {
			if l.event.Rule.Act == frame.Merge && l.act == frame.Leave && l.event.Party.Party.ID == to && !l.background {
				return s.trace.by("the party that merges, of which the person is said to be", l.party), l.partySpan
			}
		}
	}
	// "चोट कांग्रेस को भी लगी है। पार्टी के अध्यक्ष X …": the one party that the sentence before names
	for _, m := range e.Mentions {
		if !e.Group && m.In == InText && slices.ContainsFunc(m.Person.Affiliations, func(a syntax.Affiliation) bool { return a.Generic }) {
			ref := sentenceRef{m.In, m.Sentence}
			if id, span := s.sameParty(m); id != "" && id != to {
				return s.trace.by("the party of the one named before", id), span
			}
			if id := s.lastSpokenOf(ref); id != "" && id != to {
				return s.trace.by("the one party that the sentence before speaks of", id), Span{m.In, m.Phrase.First, m.Phrase.Last, "affiliation"}
			}
		}
	}
	// "X समेत पार्टी के 12 विधायक": the party that the article shows as the loser
	if e.Group && slices.ContainsFunc(e.Mentions, func(m *Mention) bool {
		return slices.ContainsFunc(m.Person.Affiliations, func(a syntax.Affiliation) bool { return a.Generic })
	}) {
		if id, span := s.loser(); id != "" && id != to {
			return s.trace.by("the title or the lead shows it as losing people", id), span
		}
	}
	for _, l := range joined {
		if id, span := s.lossBefore(l.event, l.ref); id != "" && id != to && !l.background && !l.member && !s.outsider(e) && !s.villagers(e) && loose(e) != independent {
			return s.trace.by("the sentence before shows it as losing people", id), span
		}
	}
	// what the article tells of the person's past: put out, gone over, or once left
	if id, span := s.past(e, to); id != "" {
		return s.trace.by("the party that the person was in last, by what the article tells of the past", id), span
	}
	for _, m := range e.Mentions {
		for _, a := range m.Person.Loose {
			if a.Party != to && !a.Former {
				return s.trace.by("a participle at the name ties the person to it", a.Party), Span{m.In, a.First, a.Last, "affiliation"}
			}
		}
	}
	if id, span := s.state(e, to); id != "" {
		return s.trace.by("a sentence says that the person was in it, or held an office of it", id), span
	}
	for _, m := range e.Mentions {
		if id := s.expeller(); m.Person.Expelled && id != "" && id != to {
			return s.trace.by("the one party that the article has put people out", id), Span{m.In, m.Person.RoleFirst, m.Person.RoleLast, "affiliation"} // "निष्कासित विधायक X"
		}
	}
	if id, span := s.ofThose(joined, to); id != "" {
		return s.trace.by("the party that the group joined before, of whom the person is one", id), span
	}
	if id, span := s.ofWhole(e); id != "" && id != to {
		return s.trace.by("the party of the group of whom these are some", id), span
	}
	if id, span := s.refused(e, joined, to); id != "" {
		return s.trace.by("it refused the person its ticket", id), span
	}
	for _, in := range []In{InText, InTitle} {
		for _, ref := range s.about[e] {
			if ref.in == in && len(s.topics[ref]) == 1 {
				if id, span := s.stays(ref); id != "" && id != to {
					return s.trace.by("a sentence says that the person stays in it", id), span
				}
			}
		}
	}
	if s.outsider(e) || s.partyless(e) {
		return "", Span{}
	}
	// those on a group's roster, and the group itself, left what the group is told to have left elsewhere
	if e.Group || slices.ContainsFunc(joined, func(l *legAt) bool {
		return l.member || s.heads(l.event, sentenceRef{l.in, l.event.Sentence}) && l.event.Who != nil && !slices.ContainsFunc(l.event.Who.Persons, func(p syntax.Person) bool { return len(p.Affiliations) > 0 })
	}) {
		for _, l := range s.legs {
			if l.entity.Group && l.act == frame.Join && l.party == to && !l.background && l.affiliation != "" && l.affiliation != to {
				return s.trace.by("the party of a group that makes the same move", l.affiliation), l.affSpan
			}
		}
		for _, l := range s.legs {
			if l.entity.Group && l.act == frame.Leave && l.status == "done" && !l.background && l.party != "" && l.party != to {
				return s.trace.by("the party that a group is told to have left", l.party), l.partySpan
			}
		}
	}
	// a group in the title that makes the same move
	for i := range s.texts[InTitle].Events {
		ev := &s.texts[InTitle].Events[i]
		if ev.Rule.Act != frame.Join || ev.Party == nil || ev.Party.Head != syntax.PartyHead || ev.Party.Party.ID != to {
			continue
		}
		if ev.Who == nil {
			if id, span := s.asManyInTitle(joined); id != "" && id != to {
				return s.trace.by("the title puts as many in it", id), span
			}
			continue
		}
		for _, m := range s.byPhrase[ev.Who] {
			if id, _ := affiliation(m.Person); m.Person.Group && id != "" && id != to && !s.mixed(m) && !(e.Group && e.Count > 0 && e.Count != m.Person.Count) {
				a := m.Person.Affiliations[len(m.Person.Affiliations)-1]
				return s.trace.by("the title puts a group in it that makes the same move", id), Span{InTitle, a.First, a.Last, "affiliation"}
			}
		}
	}
	if id, span := s.afterOthers(e, to); id != "" {
		return s.trace.by("others of it are told to have gone the same way before the person", id), span
	}
	if id, span := s.missed(e, to); id != "" {
		return s.trace.by("somebody's going is said to cost it something, or its people speak of it", id), span
	}
	// the party that the title or lead shows as the loser, for those whose joining is the news
	for _, l := range joined {
		if l.status == "done" && !l.background && (l.ref.in == InTitle || l.ref.i < 8) {
			if id, span := s.loser(); id != "" && id != to && !s.onceLeft(e, to) && !onceIn(e) && !(l.member && s.sourced(l, id)) && !s.besideOthers(l) && !s.villagers(e) && !s.besideLeavers(l, id) {
				return s.trace.by("the title or the lead shows it as losing people", id), span
			}
		}
	}
	// a rumour, or its denial, that one more goes is of one more of theirs
	for _, l := range joined {
		if (l.status == "rumoured" || l.status == "denied") && !l.background {
			if id, span := s.commonOrigin(e, to); id != "" {
				return s.trace.by("the one party that the others leave who go the same way", id), span
			}
			if id, span := s.loser(); id != "" && id != to {
				return s.trace.by("the title or the lead shows it as losing people", id), span
			}
		}
	}
	for _, l := range joined {
		if l.along && !l.background && l.of != nil && l.of.Entity != nil && !l.of.Entity.Group {
			if head := l.of.Entity; head != e {
				return s.from(head, slices.DeleteFunc(slices.Clone(s.byEntity[head]), func(o *legAt) bool { return o.act != frame.Join || o.party != to || o.member }), to)
			}
		}
	}
	return "", Span{}
}

// commonOrigin gives the one party that all those leave who join a party in the news, beside a person.
func (s *story) commonOrigin(e *Entity, to string) (id string, span Span) {
	for _, l := range s.legs {
		if l.entity == e || l.act != frame.Join || l.party != to || l.background {
			continue
		}
		party, of := l.affiliation, l.affSpan
		for _, m := range l.entity.Mentions {
			if id, former := affiliation(m.Person); party == "" && id != "" && !former {
				party, of = id, Span{m.In, m.Phrase.First, m.Phrase.Last, "affiliation"}
			}
		}
		for _, o := range s.byEntity[l.entity] {
			if o.act != frame.Join && o.party != "" && o.party != to && !o.background {
				party, of = o.party, o.partySpan
			}
		}
		if party == "" || party == to {
			continue
		}
		if id != "" && id != party {
			return "", Span{}
		}
		id, span = party, of
	}
	return id, span
}

// ofThose gives the party that a group joined a little before, where a newcomer is told as one of them who goes back: "पांच सदस्य सपा में गए
// थे। इनमें से दो, A और B, फिर भाजपा में आ गए".
func (s *story) ofThose(joined []*legAt, to string) (string, Span) {
	const near = 3 // sentences
	for _, l := range joined {
		tokens := s.tokens(l.ref.in)
		if l.ref.in == InTitle || !slices.ContainsFunc(s.sentence(l.ref).Items, func(it syntax.Item) bool {
			return it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.PronounHead && s.Status.RosterHeads[it.Phrase.Word] && it.Last < len(tokens) && it.First < l.event.First && (tokens[it.Last].Key == "से" || tokens[it.Last-1].Key == "से")
		}) {
			continue
		}
		for i := len(s.legs) - 1; i >= 0; i-- {
			if o := s.legs[i]; o.entity.Group && o.act == frame.Join && o.status == "done" && o.party != "" && o.party != to && o.ref.in == l.ref.in && o.ref.i < l.ref.i && l.ref.i-o.ref.i <= near {
				return o.party, o.partySpan
			}
		}
	}
	return "", Span{}
}

// asManyInTitle gives the party of a group in the title that is as many as join together: "कांग्रेस के तीन विधायकों का इस्तीफा, भाजपा में
// शामिल" above "विधायक X, Y और Z भाजपा में शामिल हो गए".
func (s *story) asManyInTitle(joined []*legAt) (string, Span) {
	for _, m := range s.mentions {
		if m.In != InTitle || !m.Person.Group || m.Person.Count < 2 || s.mixed(m) {
			continue
		}
		id, former := affiliation(m.Person)
		if id != "" && !former && slices.ContainsFunc(joined, func(l *legAt) bool {
			return l.event.Who != nil && len(l.event.Who.Persons) == m.Person.Count
		}) {
			a := m.Person.Affiliations[len(m.Person.Affiliations)-1]
			return id, Span{InTitle, a.First, a.Last, "affiliation"}
		}
	}
	return "", Span{}
}

// ofWhole gives the party of those counted before of whom a group is a part: "कांग्रेस के सात विधायक थे। इनमें से चार …".
func (s *story) ofWhole(e *Entity) (string, Span) {
	const near = 2 // sentences
	if !e.Group || e.Count == 0 {
		return "", Span{}
	}
	for _, m := range e.Mentions {
		if !s.partitive(m) {
			continue
		}
		for i := m.order - 1; i >= 0; i-- {
			o := s.mentions[i]
			if o.In != m.In || m.Sentence-o.Sentence > near {
				break
			}
			id, former := affiliation(o.Person)
			if o.Person.Group && o.Person.Count > e.Count && id != "" && !former {
				a := o.Person.Affiliations[len(o.Person.Affiliations)-1]
				return id, Span{o.In, a.First, a.Last, "affiliation"}
			}
		}
	}
	return "", Span{}
}

// partitive says whether a pronoun before people tells that they are some of those it stands for: "इनमें से चार".
func (s *story) partitive(m *Mention) bool {
	items := s.sentence(sentenceRef{m.In, m.Sentence}).Items
	i := slices.IndexFunc(items, func(it syntax.Item) bool { return it.Kind == syntax.PhraseItem && it.Phrase == m.Phrase }) - 1
	if i > 0 && items[i].Kind == syntax.Other && items[i].Key == "से" {
		i--
	}
	return i >= 0 && items[i].Kind == syntax.PhraseItem && items[i].Phrase.Head == syntax.PronounHead && items[i].Phrase.Case == syntax.Me && items[i].Phrase.Pronoun.Many
}

// sameParty gives the party of the person named last before a mention in its sentence: "अकाली दल के सचिव X, इसी दल के
// उपाध्यक्ष Y".
func (s *story) sameParty(m *Mention) (id string, span Span) {
	for _, o := range s.mentions {
		if o.In != m.In || o.Sentence != m.Sentence || o.Person.First >= m.Person.First || !o.Person.Named() {
			continue
		}
		if party, _ := affiliation(o.Person); party != "" {
			a := o.Person.Affiliations[len(o.Person.Affiliations)-1]
			id, span = party, Span{o.In, a.First, a.Last, "affiliation"}
		}
	}
	return id, span
}

// outsider says whether a person is told only by a role outside politics: "समाजसेवी X", "पूर्व आईएएस X", "किसान नेता X".
func (s *story) outsider(e *Entity) bool {
	out := false
	for _, m := range e.Mentions {
		if slices.ContainsFunc(s.byPhrase[m.Phrase], func(o *Mention) bool { return o != m && s.standing(o) == office && !s.calling(o) }) {
			return false // the others of his list hold offices, and so may he
		}
		p := m.Person
		tokens := s.tokens(m.In)
		for i := p.RoleFirst; i < p.RoleLast; i++ {
			out = out || s.Status.Outsiders[tokens[i].Key]
		}
		for _, r := range p.RoleIndexes {
			if o := s.Lexicon.RoleAt(r).Office; o != "" && o != "leader" && o != "worker" {
				return false
			}
		}
	}
	return out
}

// partyless says whether a sentence about a person tells that he was in no party: "वह अब तक किसी दल में नहीं थे", "किसी दल में नहीं रहे".
func (s *story) partyless(e *Entity) bool {
	none := s.inNone.in(s, s.tellsNone)
	return len(none) > 0 && (slices.ContainsFunc(e.Mentions, func(m *Mention) bool {
		return m.Phrase.Case == syntax.Bare && slices.Contains(none, sentenceRef{m.In, m.Sentence})
	}) || slices.ContainsFunc(s.about[e], func(ref sentenceRef) bool {
		return slices.Contains(none, ref)
	}) || slices.ContainsFunc(s.byEntity[e], func(l *legAt) bool {
		return slices.Contains(none, l.ref)
	}))
}

// tellsNone says whether a sentence tells that somebody was in no party.
func (s *story) tellsNone(ref sentenceRef) bool {
	tokens, items := s.tokens(ref.in), s.sentence(ref).Items
	for i, it := range items {
		if it.Kind != syntax.PhraseItem || it.Phrase.Head != syntax.PartyWord || it.Phrase.Case != syntax.Me || it.First < 2 || !s.Status.Indefinite[tokens[it.First-1].Key] && !s.Status.Indefinite[tokens[it.First-2].Key] {
			continue
		}
		return slices.ContainsFunc(items[i+1:], func(v syntax.Item) bool {
			return v.Kind == syntax.VerbItem && v.Verb.Negated && (v.Verb.Main == syntax.AuxPast || v.Verb.Perfect && v.Verb.Lemma == "रह")
		})
	}
	return false
}

// mixed says whether people are told to be of more parties than one: "जदयू-राजद के नेता".
func (s *story) mixed(m *Mention) bool {
	items := s.sentence(sentenceRef{m.In, m.Sentence}).Items
	i := slices.IndexFunc(items, func(it syntax.Item) bool { return it.Kind == syntax.PhraseItem && it.Phrase == m.Phrase })
	return i >= 2 && len(m.Phrase.Of) > 0 && m.Phrase.Of[0].Head == syntax.PartyHead && joins(items[i-1]) && items[i-2].Kind == syntax.PhraseItem && items[i-2].Phrase.Head == syntax.PartyHead && items[i-2].Phrase.Case == syntax.Bare
}

// joins says whether an item ties what stands before it to what stands behind: और, a comma, a hyphen.
func joins(it syntax.Item) bool {
	return it.Kind == syntax.Coordinator || it.Kind == syntax.Comma || it.Kind == syntax.Mark && it.Key == "-"
}

// villagers says whether a group is of those who head villages, or of other folk, which takes no party.
func (s *story) villagers(e *Entity) bool {
	if !e.Group {
		return false
	}
	p := e.Mentions[0].Person
	return s.Status.Folk[p.GroupWord] || slices.ContainsFunc(p.RoleIndexes, func(i int32) bool { return s.Lexicon.RoleAt(i).Office == "panchayat" })
}

// besideLeavers says whether a sentence tells of more people behind one that lists those who left a party: what these left is not told.
// "सपा छोड़कर आने वालों में A और B हैं। इनके अलावा C ने भी सदस्यता ली।"
func (s *story) besideLeavers(l *legAt, party string) bool {
	if l.ref.in == InTitle || l.ref.i == 0 || !slices.ContainsFunc(s.sentence(l.ref).Items, func(it syntax.Item) bool {
		return it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.PronounHead && it.Phrase.Case == syntax.Alava
	}) {
		return false
	}
	before := sentenceRef{l.ref.in, l.ref.i - 1}
	for ev := range s.eventsOf(before) {
		if ev.Rule.Act == frame.Leave && ev.Verb >= 0 && ev.Party != nil && ev.Party.Head == syntax.PartyHead && ev.Party.Party.ID == party &&
			slices.ContainsFunc(s.sentence(before).Items[ev.Verb:], func(it syntax.Item) bool { return it.Kind == syntax.VerbItem && it.Verb.Vala }) {
			return true
		}
	}
	return false
}

// besideOthers says whether a leg's people stand in one phrase behind or before people whose party it tells: theirs is another,
// or none: "कई पंचायत सदस्य और भाजपा के दर्जनों कार्यकर्ता".
func (s *story) besideOthers(l *legAt) bool {
	m := l.mention
	if m == nil || !m.Person.Group || len(m.Phrase.Persons) < 2 {
		return false
	}
	return slices.ContainsFunc(m.Phrase.Persons, func(p syntax.Person) bool { return len(p.Affiliations) > 0 })
}

// sourced says whether the list that a leg comes from tells the parties that its members leave, and another one than the
// given among them.
func (s *story) sourced(l *legAt, party string) bool {
	return slices.ContainsFunc(s.legs, func(o *legAt) bool {
		return o.member && o.event == l.event && o.affiliation != "" && o.affiliation != party
	})
}

// past gives the party that a person was in last by the article's own history: the one that put him out or that he joined
// last, else the one he left; if that was in another year, the one that loses people now.
func (s *story) past(e *Entity, to string) (string, Span) {
	back := slices.ContainsFunc(s.byEntity[e], func(l *legAt) bool { return l.party == to && (l.ret || l.act == frame.Expel) })
	for _, acts := range [][]frame.Act{{frame.Expel, frame.Suspend, frame.Join}, {frame.Leave}} {
		var last *legAt
		for _, l := range s.byEntity[e] {
			if slices.Contains(acts, l.act) && l.status == "done" && l.party != "" && l.party != to && !(l.party == independent && back) && (last == nil || s.laterThan(l, last)) {
				last = l
			}
		}
		if last != nil && last.act == frame.Leave && last.background && s.year(last) != "" {
			if id, span := s.loser(); id != "" && id != to {
				return id, span // "जजपा को झटका। X भाजपा में शामिल। 2018 में उन्होंने इनेलो छोड़ी थी": he has been elsewhere since
			}
		}
		if last != nil {
			return last.party, last.partySpan
		}
	}
	return "", Span{}
}

// laterThan says whether a leg lies after another: by their years, else news after history, else in the order of the text.
func (s *story) laterThan(a, b *legAt) bool {
	if x, y := s.year(a), s.year(b); x != "" && y != "" && x != y {
		return x > y
	}
	if a.background != b.background {
		return b.background
	}
	if a.ref != b.ref {
		return b.before(a)
	}
	return a.event.Last > b.event.Last
}

// year gives the year in which a leg's own clauses set it, or "".
func (s *story) year(l *legAt) string {
	if l.event.Rule.Standing || l.ref.in == InTitle {
		return ""
	}
	first := s.chain(l)
	_, last := s.clause(l)
	year := ""
	for _, x := range s.expressions(l.ref) {
		if x.First >= first && x.Last <= last && len(x.Date) >= 4 && !x.Future {
			year = x.Date[:4]
		}
	}
	return year
}

// afterOthers gives the party of those who are told to have gone before somebody where he goes: "X से पहले बीआरएस के छह विधायक कांग्रेस में जा
// चुके हैं".
func (s *story) afterOthers(e *Entity, to string) (string, Span) {
	for _, l := range s.legs {
		if l.entity == e || l.act != frame.Join || l.party != to || l.status != "done" || l.ref.in != InText {
			continue
		}
		tokens := s.tokens(InText)
		for _, it := range s.sentence(l.ref).Items {
			if it.First >= l.event.First {
				break
			}
			if it.Kind == syntax.PhraseItem && it.Phrase.Case == syntax.Pahle && it.Phrase.End-1 > it.Phrase.Last && tokens[it.Phrase.Last].Key == "से" && slices.Contains(s.entitiesOf(it.Phrase), e) {
				if l.affiliation != "" && l.affiliation != to {
					return l.affiliation, l.affSpan
				}
			}
		}
	}
	return "", Span{}
}

// onceIn says whether words at the name tell a party that the person was in long ago: where he has been since, nothing says.
func onceIn(e *Entity) bool {
	return slices.ContainsFunc(e.Mentions, func(m *Mention) bool {
		return slices.ContainsFunc(m.Person.Loose, func(a syntax.Affiliation) bool { return a.Former })
	})
}

// onceLeft says whether somebody is told to have left a party in the past: where he has been since, no loss of another party says.
func (s *story) onceLeft(e *Entity, party string) bool {
	return slices.ContainsFunc(s.byEntity[e], func(l *legAt) bool { return l.act != frame.Join && l.background && l.party == party })
}
