package discourse

import (
	"iter"
	"slices"

	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// stands gives the party that the mention's own phrase puts the person in, when it is not the
// party of the event itself.
func (s *story) stands(m *Mention, ev *frame.Event) (string, Span) {
	for i := len(m.Person.Affiliations) - 1; i >= 0; i-- {
		a := m.Person.Affiliations[i]
		if a.Party == "" || a.Party == independent && putsOut(ev.Rule.Act) {
			continue
		}
		if ev.Party != nil && a.First == ev.Party.First {
			continue
		}
		return a.Party, Span{m.In, a.First, a.Last, "affiliation"}
	}
	// "उसके छह पार्षदों ने", "उसके मंत्री X": the party spoken of before
	if m.Person.Group || m.Person.RoleLast > m.Person.RoleFirst {
		for _, of := range m.Phrase.Of {
			if of.Head == syntax.PronounHead && !of.Pronoun.First && !of.Pronoun.Reflexive && (m.Person.Group || of.Pronoun.One) {
				if id, span := s.partyBefore(m); id != "" {
					return id, span
				}
			}
		}
	}
	if m.Person.Group && m.In == InText && slices.ContainsFunc(m.Person.Affiliations, func(a syntax.Affiliation) bool { return a.Generic }) {
		if id := s.lastSpokenOf(sentenceRef{m.In, m.Sentence}); id != "" {
			return id, Span{m.In, m.Phrase.First, m.Phrase.Last, "affiliation"} // "उद्धव सेना का किला दरका। पार्टी के तीन पार्षद …"
		}
	}
	if id, span := s.listed(m); id != independent || !putsOut(ev.Rule.Act) {
		return id, span
	}
	return "", Span{} // "निर्दलीय प्रत्याशी X, Y और Z को बाहर किया": rebels of the party that does
}

// putsOut says whether an act is one of a party against its own.
func putsOut(act frame.Act) bool {
	return act == frame.Expel || act == frame.Suspend
}

// listed gives the party that a list lends a member: its head's, "सपा नेता A, B और C"; where more than one member has
// a party of his own, that of the nearest before him, unless he is described apart: "कांग्रेस के A और B तथा सपा के C और D".
func (s *story) listed(m *Mention) (string, Span) {
	ms := s.byPhrase[m.Phrase]
	if m.Entity != nil && s.villagers(m.Entity) && !slices.ContainsFunc(ms, func(o *Mention) bool { return o.Person.Included }) {
		return "", Span{} // "लोहिया वाहिनी के अध्यक्ष A तथा 18 प्रधानों ने"
	}
	var head, last *syntax.Affiliation
	parties := 0
	for _, o := range ms {
		for i := range o.Person.Affiliations {
			if a := &o.Person.Affiliations[i]; a.Party != "" {
				if o == ms[0] {
					head = a
				}
				if o.order < m.order {
					last = a
				}
				parties++
				break
			}
		}
	}
	if m.Person.Included && head == nil && last == nil {
		for _, o := range ms {
			for _, a := range o.Person.Affiliations {
				if o.Person.Group && a.Party != "" {
					return a.Party, Span{m.In, a.First, a.Last, "affiliation"} // "X समेत सपा के कई नेताओं ने"
				}
			}
		}
	}
	if ms[0] == m || head == nil || head.Party == independent && m.Person.RoleLast > m.Person.RoleFirst {
		return "", Span{} // "निर्दलीय विधायक A, जिलाध्यक्ष B और C"
	}
	if parties > 1 {
		if m.Person.Group {
			return "", Span{} // "सपा के A तथा भाजपा के B समेत 120 लोगों ने"
		}
		if m.Person.RoleLast > m.Person.RoleFirst {
			return "", Span{}
		}
		head = last
	}
	return head.Party, Span{m.In, head.First, head.Last, "affiliation"}
}

// partyBefore gives the party that stands before a mention in its sentence and does something there, or the first of the
// sentence before.
func (s *story) partyBefore(m *Mention) (string, Span) {
	for _, it := range s.texts[m.In].Sentences[m.Sentence].Items {
		if it.First >= m.Phrase.First {
			break
		}
		if it.Kind != syntax.PhraseItem {
			continue
		}
		ph := it.Phrase
		if ph.Head == syntax.HostHead && len(ph.Of) > 0 {
			ph = ph.Of[0] // "… का कांग्रेस में विलय हो गया और इसके मुखिया X"
		}
		if ph.Head == syntax.PartyHead && !ph.Party.Symbol && (ph != it.Phrase || ph.Case == syntax.Bare || ph.Case == syntax.Ne || ph.Case == syntax.Ko) {
			return ph.Party.ID, Span{m.In, ph.First, ph.Last, "affiliation"}
		}
	}
	if m.Sentence == 0 {
		return "", Span{}
	}
	for _, it := range s.texts[m.In].Sentences[m.Sentence-1].Items {
		if it.Kind != syntax.PhraseItem {
			continue
		}
		for _, ph := range append([]*syntax.Phrase{it.Phrase}, it.Phrase.Of...) {
			if ph.Head == syntax.PartyHead && !ph.Party.Symbol {
				return ph.Party.ID, Span{m.In, ph.First, ph.Last, "affiliation"}
			}
		}
	}
	return "", Span{}
}

// party finds the party of an event for one person.
func (s *story) party(ev *frame.Event, ref sentenceRef, e *Entity, m *Mention, f *focus) (id string, span Span, basis string) {
	if ev.Party != nil && ev.Party.Head == syntax.PartyHead {
		return ev.Party.Party.ID, Span{ref.in, ev.Party.First, ev.Party.Last, ev.Rule.ID}, "stated"
	}
	first, last := ev.First, ev.Last
	if ev.Party != nil {
		first, last = ev.Party.First, ev.Party.Last
	}
	span = Span{ref.in, first, last, ev.Rule.ID}
	if ev.Party == nil {
		return s.partyOfClause(ev, ref, e, m), span, "context"
	}
	if ev.Rule.Act == frame.Join {
		return s.partyJoined(ev, ref, e, f), span, "context"
	}
	return s.partyLeft(ev, ref, e, m, f), span, "context"
}

// putOut says whether a party is told to have put a person out before.
func (s *story) putOut(e *Entity, party string) bool {
	return slices.ContainsFunc(s.legs, func(l *legAt) bool {
		return l.entity == e && l.act == frame.Expel && l.background && l.status == "done" && l.party == party && !l.event.Rule.Standing
	})
}

// onlyLeft gives the one party that people have been told to leave so far, or "".
func (s *story) onlyLeft() string {
	id := ""
	for _, l := range s.legs {
		if l.act == frame.Join || l.party == "" {
			continue
		}
		if id != "" && l.party != id {
			return ""
		}
		id = l.party
	}
	return id
}

// partyOfClause finds the party of an event that names none at all, from what its own sentence says
// of the one who acts and the one acted upon. The rest of the article is no ground for it.
func (s *story) partyOfClause(ev *frame.Event, ref sentenceRef, e *Entity, m *Mention) string {
	if ev.Rule.Act == frame.Join {
		if ev.Receiver != nil {
			if id := s.partyOf(ev.Receiver); id != "" {
				return s.trace.by("the party of the one who admits", id)
			}
		}
		if ev.Rule.Leaving && ev.Past {
			return s.trace.by("the party that the person is in till the news", s.until(e, ref)) // "वह 2014 में सपा छोड़कर आए थे"
		}
		if ev.Rule.Return {
			if ev.Rule.Undoes {
				if id := s.agentParty(ev, ref, nil); id != "" {
					return s.trace.by("the party of the one who acts in the sentence", id) // "कांग्रेस के महामंत्री ने 18 नेताओं का निष्कासन रद्द किया"
				}
			}
			// "घर वापसी" goes back to what was left
			for i := range s.texts[ref.in].Events {
				if o := &s.texts[ref.in].Events[i]; o.Sentence == ref.i && o.Rule.Act == frame.Leave && o.Who == ev.Who && o.Party != nil && o.Party.Head == syntax.PartyHead {
					return s.trace.by("the party that the same sentence tells to have been left", o.Party.Party.ID)
				}
			}
			for o := range s.eventsOf(ref) {
				if o.Rule.Act == frame.Join && o.From != nil && o != ev {
					return s.trace.by("the party that the sentence tells him to have gone from", o.From.Party.ID) // "तृणमूल से भाजपा में गए X की घर वापसी"
				}
			}
			for i := len(s.legs) - 1; i >= 0; i-- {
				if l := s.legs[i]; l.entity == e && l.act != frame.Join && l.party != "" {
					return s.trace.by("the party that the person is told to have left, or that put him out", l.party)
				}
			}
			if ev.Rule.Undoes {
				for o := range s.eventsOf(ref) {
					if o != ev && o.Rule.Act == frame.Join && o.Verb > ev.Verb && o.Party != nil && o.Party.Head == syntax.PartyHead {
						return s.trace.by("the party that takes back in the same sentence", o.Party.Party.ID) // "X का निलंबन समाप्त कर उन्हें भाजपा में वापस लिया"
					}
				}
				if id := s.expeller(); id != "" {
					return s.trace.by("the one party that the article has put people out", id)
				}
				if id := s.lastSpokenOf(ref); id != "" && ref.in == InText {
					return s.trace.by("the one party that the sentence before speaks of", id) // "कांग्रेस ने रूठों को मनाया। प्रदेश अध्यक्ष ने X का निष्कासन निरस्त किया"
				}
			}
			if m != nil && (m.Person.Expelled || m.Person.Suspended) {
				if id, _ := s.stands(m, ev); id != "" {
					return s.trace.by("the party that the person was put out of", id) // "भाजपा के 19 निष्कासित सदस्यों की घर वापसी"
				}
			}
		}
		if id := s.partyNear(ev, ref); id != "" {
			return s.trace.by("the party that the sentence names last before", id)
		}
		if id := s.joinedByAll(); id != "" {
			return s.trace.by("the one party that everybody in the news joins", id)
		}
		return s.trace.by("the one other party that the sentence before names", s.otherBefore(ref, s.known(e, ref)))
	}
	if ev.Rule.Act == frame.Leave {
		if id := s.handedTo(ev, ref, e, m); id != "" {
			return s.trace.by("the party of the one to whom the resignation goes", id)
		}
		return s.trace.by("the party that others leave beside, or that the person is of", s.besides(ref, m))
	}
	sent := s.sentence(ref)
	completed := ev.Verb >= 0 && sent.Items[ev.Verb].Verb.Completed // "जिन्हें राजद बाहर कर चुका था": the one who acts has no ने
	for i, it := range sent.Items {
		if it.Kind != syntax.PhraseItem || it.Phrase == ev.Who || it.Phrase.Case != syntax.Ne && it.Phrase.Case != syntax.Dwara && !(completed && i >= ev.ClauseFirst && it.Phrase.Case == syntax.Bare && it.Phrase.Head == syntax.PartyHead) {
			continue
		}
		switch it.Phrase.Head {
		case syntax.PartyHead:
			return s.trace.by("the party that acts in the sentence", it.Phrase.Party.ID)
		case syntax.Persons:
			if id := s.partyOf(it.Phrase); id != "" {
				return s.trace.by("the party of the one who acts in the sentence", id)
			}
		}
	}
	if m != nil {
		if id, _ := s.stands(m, ev); id != "" {
			return s.trace.by("the party that the words before the name tell", id)
		}
	}
	if id := s.known(e, ref); id != "" && (id != independent || m == nil) && !s.putOut(e, id) {
		return s.trace.by("the party that the article puts the person in", id)
	}
	for i := range s.texts[InTitle].Events {
		if ev := &s.texts[InTitle].Events[i]; putsOut(ev.Rule.Act) && ev.Party != nil && ev.Party.Head == syntax.PartyHead {
			return s.trace.by("the party that the title tells to put people out", ev.Party.Party.ID)
		}
	}
	for i := len(s.legs) - 1; i >= 0; i-- {
		if l := s.legs[i]; putsOut(l.act) && !s.putOut(e, l.party) {
			return s.trace.by("the party that put others out last", l.party)
		}
	}
	if ev.Rule.Act == frame.Expel {
		if id := s.lastSpokenOf(ref); id != "" && ref.in == InText {
			return s.trace.by("the one party that the sentence before speaks of", id)
		}
		if id := s.onlyLeft(); id != "" {
			return s.trace.by("the one party that anybody leaves so far", id)
		}
		if id := s.expeller(); id != "" {
			return s.trace.by("the one party that the article has put people out", id)
		}
	}
	// an act of party discipline by somebody whose party goes without saying
	for i := sent.First; i < sent.Last; i++ {
		if s.Status.PartyKeys[s.tokens(ref.in)[i].Key] {
			return s.trace.by("the party that the title or the lead is about", s.struck(ref))
		}
	}
	return ""
}

// handedTo gives the party whose chief a resignation is handed to, or whose officer: "X ने मायावती को अपना इस्तीफा भेज दिया". Who holds an
// office and is not told to go to another may resign from that alone.
func (s *story) handedTo(ev *frame.Event, ref sentenceRef, e *Entity, m *Mention) string {
	leaves := s.goesAnywhere(e)
	if !leaves && (m == nil || !m.Person.Former && slices.ContainsFunc(m.Person.RoleIndexes, func(i int32) bool {
		o := s.Lexicon.RoleAt(i).Office
		return o != "" && !seats[o]
	})) {
		return ""
	}
	for _, it := range s.sentence(ref).Items {
		if it.Kind != syntax.PhraseItem || it.Phrase.Head != syntax.Persons || it.Phrase.Case != syntax.Ko || it.Phrase == ev.Who || it.First > ev.First {
			continue
		}
		for _, o := range s.byPhrase[it.Phrase] {
			if o.Entity != nil && slices.ContainsFunc(o.Entity.Mentions, func(n *Mention) bool { return s.minister(n.Person) }) {
				continue // a minister resigns to the head of his government
			}
			id := s.chiefOf(o)
			if of, former := affiliation(o.Person); id == "" && leaves && !former && !o.Person.Former {
				id = of
			}
			if id != "" && !s.goesTo(e, id) {
				return id
			}
		}
	}
	return ""
}

// expeller gives the one party that the article names as the one that puts people out, or "".
func (s *story) expeller() string {
	id := ""
	for _, in := range []In{InTitle, InText} {
		for i := range s.texts[in].Events {
			ev := &s.texts[in].Events[i]
			if ev.Rule.Act != frame.Expel || ev.Mood != frame.Happened || ev.Past || ev.Party == nil || ev.Party.Head != syntax.PartyHead {
				continue
			}
			if id != "" && ev.Party.Party.ID != id {
				return ""
			}
			id = ev.Party.Party.ID
		}
	}
	return id
}

// otherBefore gives the one party that the sentence before names beside the one that somebody is of: "वीआईपी के दोनों चेहरे
// भाजपा कार्यालय पहुंचे। अध्यक्ष ने उन्हें सदस्यता दिलाई।"
func (s *story) otherBefore(ref sentenceRef, of string) string {
	if ref.i == 0 || of == "" {
		return ""
	}
	id := ""
	for _, it := range s.sentence(sentenceRef{ref.in, ref.i - 1}).Items {
		if it.Kind != syntax.PhraseItem {
			continue
		}
		for _, ph := range append([]*syntax.Phrase{it.Phrase}, it.Phrase.Of...) {
			if ph.Head != syntax.PartyHead || ph.Party.ID == of || ph.Party.ID == id || ph.Party.ID == independent {
				continue
			}
			if id != "" {
				return ""
			}
			id = ph.Party.ID
		}
	}
	return id
}

// joinedByAll gives the one party that everybody in the article's news joins, or "".
func (s *story) joinedByAll() string {
	id := ""
	for _, l := range s.legs {
		if l.act != frame.Join || l.background || l.party == "" || l.party == independent {
			continue
		}
		if id != "" && l.party != id {
			return ""
		}
		id = l.party
	}
	return id
}

// partyNear gives the party that the sentence names last before a membership that is taken.
func (s *story) partyNear(ev *frame.Event, ref sentenceRef) string {
	id := ""
	for _, it := range s.sentence(ref).Items {
		if it.First >= ev.First {
			break
		}
		if it.Kind != syntax.PhraseItem {
			continue
		}
		for _, ph := range append([]*syntax.Phrase{it.Phrase}, it.Phrase.Of...) {
			if ph.Head == syntax.PartyHead && (ph.Case == syntax.Ka || ph.Case == syntax.Me || ph.Case == syntax.Par) && it.Phrase.Head != syntax.Persons {
				id = ph.Party.ID
			}
		}
	}
	return id
}

// besides gives the party that somebody else left a little before, or leaves in the title, when the
// one who resigns is not said to be of another.
func (s *story) besides(ref sentenceRef, m *Mention) string {
	if m == nil || ref.in == InTitle {
		return ""
	}
	of, _ := affiliation(m.Person)
	if of == "" && m.Person.Included {
		of, _ = s.listed(m)
	}
	if of != "" && s.rankAndFile(m.Phrase) {
		return of // "सपा के कई कार्यकर्ताओं ने": they have no post to resign from
	}
	for i := len(s.legs) - 1; i >= 0; i-- {
		l := s.legs[i]
		if l.act == frame.Leave && l.party != "" && !l.background && l.ref.in == ref.in && ref.i-l.ref.i < 5 && (of == "" || of == l.party) {
			return l.party
		}
	}
	for i := range s.texts[InTitle].Events {
		ev := &s.texts[InTitle].Events[i]
		if ev.Rule.Act == frame.Leave && ev.Party != nil && ev.Party.Head == syntax.PartyHead && (of == "" || of == ev.Party.Party.ID) {
			return ev.Party.Party.ID
		}
	}
	if generic := slices.ContainsFunc(m.Person.Affiliations, func(a syntax.Affiliation) bool { return a.Generic }); generic || slices.ContainsFunc(m.Phrase.Persons, func(p syntax.Person) bool { return p.Group }) {
		if id, _ := s.loser(); of == "" || of == id {
			return id
		}
	}
	return ""
}

// rankAndFile says whether a phrase tells of many people without a post: "सपा के कई लोगों ने", "X समेत 40 कार्यकर्ताओं ने".
func (s *story) rankAndFile(ph *syntax.Phrase) bool {
	for i := range ph.Persons {
		p := &ph.Persons[i]
		if p.Group && p.Count != 1 && !slices.ContainsFunc(p.RoleIndexes, func(r int32) bool {
			o := s.Lexicon.RoleAt(r).Office
			return o != "" && o != "worker" && o != "leader"
		}) {
			return true
		}
	}
	return false
}

// partyLeft resolves "पार्टी" in leaving: the party of the person's own role phrase, the one that acts
// in the sentence, the one last left, the one the person is known to be of.
func (s *story) partyLeft(ev *frame.Event, ref sentenceRef, e *Entity, m *Mention, f *focus) string {
	if ev.Party.Own && e.Group && (m == nil || len(m.Person.Affiliations) == 0) {
		return "" // "अपनी अपनी पार्टी छोड़कर": one each
	}
	if m != nil {
		if id, _ := s.stands(m, ev); id != "" {
			return s.trace.by("the party that the words before the name tell", id)
		}
	}
	sent := s.sentence(ref)
	if putsOut(ev.Rule.Act) {
		completed := ev.Verb >= 0 && sent.Items[ev.Verb].Verb.Completed // "कांग्रेस भी पांच बागियों को पार्टी से निष्कासित कर चुकी है"
		for i, it := range sent.Items {
			if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.PartyHead && (it.Phrase.Case == syntax.Ne || completed && it.Phrase.Case == syntax.Bare && i >= ev.ClauseFirst) {
				return s.trace.by("the party that acts in the sentence", it.Phrase.Party.ID)
			}
		}
		for _, it := range sent.Items {
			if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && (it.Phrase.Case == syntax.Ne || it.Phrase.Case == syntax.Dwara) && it.Phrase != ev.Who {
				if id := s.partyOf(it.Phrase); id != "" {
					return s.trace.by("the party of the one who acts in the sentence", id)
				}
			}
		}
	}
	last := f.left
	if id := s.lastSpokenOf(ref); id != "" && ref.i > 0 && s.holds(sentenceRef{ref.in, ref.i - 1}, s.Status.Loss) && s.known(e, ref) == "" && !s.goesTo(e, id) &&
		m != nil && !e.Group && !slices.ContainsFunc(m.Person.Affiliations, func(a syntax.Affiliation) bool { return a.Generic }) {
		return s.trace.by("the one party that the sentence before shows as losing people", id) // "राजद को भी झटका लगा। X ने पार्टी से इस्तीफा दे दिया।"
	}
	if id := s.lastSpokenOf(ref); id != "" && s.elsewhere(ref) && !s.tells(sentenceRef{ref.in, ref.i - 1}, frame.Join) {
		last = id // "इधर भाजपा में भी सब ठीक नहीं है। X ने पार्टी छोड़ दी।"
	}
	for i, id := range []string{s.known(e, ref), loose(e), last} {
		if id != "" && !s.goesTo(e, id) && !(id == independent && putsOut(ev.Rule.Act)) { // a rebel stands alone, but is put out of a party
			return s.trace.by([]string{"the party that the article puts the person in", "the party that a participle ties the person to", "the party left last"}[i], id)
		}
	}
	if id := s.lastSpokenOf(sentenceRef{ref.in, ref.i + 1}); id != "" && !s.goesTo(e, id) {
		return s.trace.by("the one party that the sentence names", id)
	}
	// the party that the title or the lead names as the one struck
	if id, _ := s.loser(); id != "" {
		return s.trace.by("the party that the title or the lead shows as losing people", id)
	}
	if putsOut(ev.Rule.Act) {
		if id := s.lastSpokenOf(ref); id != "" {
			// "सपा प्रमुख ने बागियों पर सख्ती की। पार्टी ने पांच नेताओं को निकाल दिया।"
			return s.trace.by("the one party that the sentence before speaks of", id)
		}
	}
	return s.trace.by("the party that the title or the lead is about", s.struck(ref))
}

// elsewhere says whether the party that was left last was so in another paragraph.
func (s *story) elsewhere(ref sentenceRef) bool {
	for i := len(s.legs) - 1; i >= 0; i-- {
		if l := s.legs[i]; l.act != frame.Join && l.party != "" {
			return ref.in == InText && (l.ref.in != InText || !s.together(l.ref.i, ref.i))
		}
	}
	return false
}

// partyJoined resolves "पार्टी" in joining: the receiver's party, the party joined last.
func (s *story) partyJoined(ev *frame.Event, ref sentenceRef, e *Entity, f *focus) string {
	if ev.Receiver != nil {
		if id := s.partyOf(ev.Receiver); id != "" {
			return s.trace.by("the party of the one who admits", id)
		}
	}
	if own(ev.Party) {
		if id := s.agentParty(ev, ref, f); id != "" {
			return s.trace.by("the party of the one who acts, whose own it is", id)
		}
	}
	if theirs(ev.Party) {
		if id := s.agentParty(ev, ref, nil); id != "" && id != s.known(e, ref) {
			return s.trace.by("the party of the one who says so", id) // "राकांपा के Y ने बताया कि X उनकी पार्टी में शामिल होंगे"
		}
		if id := s.met(ev, ref); id != "" && id != s.known(e, ref) {
			return s.trace.by("the party of the one whom the newcomer met", id)
		}
	}
	if id := s.partyNear(ev, ref); id != "" {
		return s.trace.by("the party that the sentence names last before", id)
	}
	if id := s.until(e, ref); id != "" && ev.Past && ref.in == InText && !s.tells(ref, frame.Leave) {
		return s.trace.by("the party that the person is in till the news", id) // "X 25 साल पहले पार्टी की सदस्य बनी थीं"
	}
	if id := s.takenBack(ref); id != "" {
		return s.trace.by("the party that others were put out of right before", id)
	}
	if f.joined != "" && f.joined != independent {
		return s.trace.by("the party joined last", f.joined)
	}
	for _, l := range s.legs {
		if l.act == frame.Join && l.party != "" && l.party != independent {
			return s.trace.by("the first party that anybody joins", l.party)
		}
	}
	for _, in := range []In{InTitle, InText} {
		for i := range s.texts[in].Events {
			if ev := &s.texts[in].Events[i]; ev.Rule.Act == frame.Join && ev.Party != nil && ev.Party.Head == syntax.PartyHead && ev.Party.Party.ID != independent && !ev.Past {
				return s.trace.by("the first party that anybody joins", ev.Party.Party.ID)
			}
		}
	}
	from := s.known(e, ref)
	// the party of somebody else in the sentence, whom the newcomers met
	for _, it := range s.sentence(ref).Items {
		if it.Kind != syntax.PhraseItem {
			continue
		}
		for _, ph := range append([]*syntax.Phrase{it.Phrase}, it.Phrase.Of...) {
			if ph.Head != syntax.Persons || it.Phrase == ev.Who {
				continue
			}
			if id := s.partyOf(ph); id != "" && (id != from || s.putsOut(ref, id)) {
				return s.trace.by("the party of somebody else in the sentence", id)
			}
		}
	}
	if id := s.lastSpokenOf(ref); id != "" && id != from {
		return s.trace.by("the one party that the sentence before names", id)
	}
	return s.trace.by("the one other party that the sentence names", s.onlyOther(ev, ref, from))
}

// takenBack gives the party that has put somebody out in the sentences right before one that tells of a return.
func (s *story) takenBack(ref sentenceRef) string {
	const near = 2 // sentences
	if !s.holds(ref, s.Status.Again) {
		return ""
	}
	for i := len(s.legs) - 1; i >= 0; i-- {
		if l := s.legs[i]; l.act == frame.Expel && l.ref.in == ref.in && l.ref.i < ref.i && l.ref.i >= ref.i-near {
			return l.party
		}
	}
	return ""
}

// onlyOther gives the one party, besides the one that a person is of, that a sentence names before an event: "निर्दलीय विधायक X ने
// भाजपा को समर्थन दिया और पार्टी में शामिल हो गए".
func (s *story) onlyOther(ev *frame.Event, ref sentenceRef, of string) string {
	id := ""
	for _, it := range s.sentence(ref).Items {
		if it.First >= ev.First {
			break
		}
		if it.Kind != syntax.PhraseItem || it.Phrase.Head == syntax.Persons {
			continue
		}
		for _, ph := range append([]*syntax.Phrase{it.Phrase}, it.Phrase.Of...) {
			if ph.Head != syntax.PartyHead || ph.Party.Symbol || ph.Party.ID == of || ph.Party.ID == id {
				continue
			}
			if id != "" {
				return ""
			}
			id = ph.Party.ID
		}
	}
	return id
}

// putsOut says whether a sentence tells that somebody has been put out of a party: "भाजपा से निष्कासित X ने पार्टी की सदस्यता ली".
func (s *story) putsOut(ref sentenceRef, party string) bool {
	for ev := range s.eventsOf(ref) {
		if ev.Rule.Act == frame.Expel && ev.Party != nil && ev.Party.Party.ID == party {
			return true
		}
	}
	return false
}

// goesTo says whether a person joins a party in the news.
func (s *story) goesTo(e *Entity, party string) bool {
	return slices.ContainsFunc(s.legs, func(l *legAt) bool {
		return l.entity == e && l.act == frame.Join && !l.background && l.party == party
	})
}

// lastSpokenOf gives the one party that the sentence before names, or "".
func (s *story) lastSpokenOf(ref sentenceRef) string {
	if ref.i == 0 {
		return ""
	}
	before := sentenceRef{ref.in, ref.i - 1}
	for _, it := range s.sentence(before).Items {
		if it.Kind != syntax.PhraseItem {
			continue
		}
		for _, ph := range append([]*syntax.Phrase{it.Phrase}, it.Phrase.Of...) {
			if ph.Head == syntax.PartyHead && ph.Party.ID != independent && s.only(before, ph.Party.ID) {
				return ph.Party.ID
			}
		}
	}
	id := ""
	for _, it := range s.sentence(before).Items { // "सपा प्रमुख X ने बागियों पर सख्ती की।"
		if it.Kind != syntax.PhraseItem || it.Phrase.Head != syntax.Persons {
			continue
		}
		of, _ := affiliation(&it.Phrase.Persons[0])
		if of == "" || of == id {
			continue
		}
		if id != "" || !s.only(before, of) {
			return ""
		}
		id = of
	}
	return id
}

// partyOf gives the party of the first person of a phrase, from this mention or any other.
func (s *story) partyOf(ph *syntax.Phrase) string {
	for _, m := range s.byPhrase[ph] {
		if id, _ := affiliation(m.Person); id != "" {
			return id
		}
		if m.Entity != nil {
			for _, o := range m.Entity.Mentions {
				if id, _ := affiliation(o.Person); id != "" {
					return id
				}
			}
		}
		if m.Person.Named() {
			if id := s.leads(m.Person.Key); id != "" {
				return id
			}
		}
	}
	return ""
}

// known gives the party that the article puts a person in, at the mention nearest before, or else by the loss told right before him.
func (s *story) known(e *Entity, ref sentenceRef) string {
	id := ""
	for _, m := range e.Mentions {
		if a, _ := affiliation(m.Person); a != "" {
			if id == "" || m.In == ref.in && m.Sentence <= ref.i {
				id = a
			}
		}
	}
	if id != "" {
		return id
	}
	for _, l := range s.legs {
		if l.entity != e || l.party == "" {
			continue
		}
		if l.act != frame.Join || l.background {
			id = l.party
		} else if of, _ := s.lossBefore(l.event, l.ref); of != "" && of != l.party {
			id = of
		}
	}
	return id
}

// until gives the party that a person leaves in the news, which a sentence of the past does not tell him to have left.
func (s *story) until(e *Entity, ref sentenceRef) string {
	id := ""
	for _, l := range s.legs {
		if l.entity == e && l.act == frame.Leave && !l.background && l.ref != ref && l.party != "" {
			id = l.party
		}
	}
	for _, m := range e.Mentions {
		if a, _ := affiliation(m.Person); id == "" {
			id = a
		}
	}
	for ev := range s.eventsOf(ref) {
		if ev.Rule.Act == frame.Leave && ev.Party != nil && ev.Party.Head == syntax.PartyHead && ev.Party.Party.ID == id {
			return ""
		}
	}
	return id
}

// struck gives the party that the title or the lead shows as the one that loses or acts: "P को झटका", "P में
// बगावत"; else the first party that the text names.
func (s *story) struck(ref sentenceRef) string {
	first := ""
	for _, in := range []In{InTitle, InText} {
		for si := range s.texts[in].Sentences {
			if in == ref.in && si > ref.i {
				break
			}
			for _, it := range s.texts[in].Sentences[si].Items {
				if it.Kind != syntax.PhraseItem {
					continue
				}
				for ph := range within(it.Phrase) {
					if ph.Head != syntax.PartyHead || ph.Party.Symbol {
						continue
					}
					if ph.Case == syntax.Ko && in == InTitle {
						return ph.Party.ID
					}
					if first == "" {
						first = ph.Party.ID
					}
				}
			}
		}
	}
	return first
}

// within gives a phrase and, first to last, whatever belongs to it: "भाजपा | के प्रत्याशियों | की सूची".
func within(ph *syntax.Phrase) iter.Seq[*syntax.Phrase] {
	return func(yield func(*syntax.Phrase) bool) { visit(ph, yield) }
}

func visit(ph *syntax.Phrase, yield func(*syntax.Phrase) bool) bool {
	return yield(ph) && !slices.ContainsFunc(ph.Of, func(of *syntax.Phrase) bool { return !visit(of, yield) })
}

// loser gives the party that the title or the lead shows as losing people, and the words that say so.
func (s *story) loser() (string, Span) {
	for _, in := range []In{InTitle, InText} {
		for i := range s.texts[in].Events {
			ev := &s.texts[in].Events[i]
			if ev.Sentence < 2 && ev.Rule.Act == frame.Leave && ev.Mood == frame.Happened && !ev.Attributive && ev.Party != nil && ev.Party.Head == syntax.PartyHead && (ev.Who == nil || in == InTitle && unnamed(ev.Who)) {
				// "जिले के एक पुराने चेहरे ने कांग्रेस छोड़ी", "ये नेता कांग्रेस छोड़कर भाजपा में शामिल"
				return ev.Party.Party.ID, Span{in, ev.Party.First, ev.Party.Last, "loss"}
			}
			if ev.Sentence < 2 && ev.Rule.Act == frame.Leave && (ev.Who == nil || ev.Who.Head == syntax.Persons && !ev.Who.Persons[0].Named()) && ev.Party != nil && ev.Party.Head == syntax.PartyHead && s.series(in, ev) {
				return ev.Party.Party.ID, Span{in, ev.Party.First, ev.Party.Last, "loss"} // "कांग्रेस छोड़ने वालों का सिलसिला"
			}
		}
	}
	for _, in := range []In{InTitle, InText} {
		for si := range s.texts[in].Sentences {
			if in == InText && si > 2 {
				break
			}
			if id, span := s.lossOf(sentenceRef{in, si}); id != "" {
				return id, span
			}
		}
	}
	return "", Span{}
}

// lossOf gives the party that a sentence shows as losing people.
func (s *story) lossOf(ref sentenceRef) (string, Span) {
	loss := s.holds(ref, s.Status.Loss)
	if !loss && !s.holds(ref, s.Status.Broken) && !s.holds(ref, s.Status.Indefinite) {
		return "", Span{}
	}
	in := ref.in
	items := s.sentence(ref).Items
	dealer, dealt := "", Span{} // the party of those who act: theirs only if no other is struck
	for i, it := range items {
		if it.Kind != syntax.PhraseItem || alongside(items, i) {
			continue
		}
		lossNext := i+1 < len(items) && s.wordIn(in, items[i+1], s.Status.Loss) || i+2 < len(items) && s.wordIn(in, items[i+2], s.Status.Loss)
		partyNext := i+1 < len(items) && items[i+1].Kind == syntax.PhraseItem && items[i+1].Phrase.Head == syntax.PartyHead
		for ph := range within(it.Phrase) {
			switch {
			case ph.Head == syntax.PartyHead && ph.Case == syntax.Ka && it.Phrase.Head == syntax.Persons && it.Phrase.Case == syntax.Ne:
				if loss && dealer == "" {
					dealer, dealt = ph.Party.ID, Span{in, ph.First, ph.Last, "loss"}
				}
			case ph.Head == syntax.PartyHead && ph.Case == syntax.Bare && in == InTitle && ph.Party.Symbol && s.names(ph.Party.ID) && (i > 0 && s.wordIn(in, items[i-1], s.Status.Broken) || i+1 < len(items) && s.wordIn(in, items[i+1], s.Status.Broken)):
				return ph.Party.ID, Span{in, ph.First, ph.Last, "loss"} // "टूटा 'हाथ'"
			case ph.Head == syntax.PartyHead && ph.Case == syntax.Me && !ph.Party.Symbol && s.nobodyLeft(in, items[i+1:]):
				return ph.Party.ID, Span{in, ph.First, ph.Last, "loss"} // "रालोसपा में कोई नहीं बचा"
			case !loss: // the rest wants a word of loss
			case ph.Head == syntax.PartyHead && ph.Case == syntax.Bare && in == InText && !ph.Party.Symbol && s.only(ref, ph.Party.ID) && s.emptied(ref):
				return ph.Party.ID, Span{in, ph.First, ph.Last, "loss"} // "कांग्रेस लगभग खाली हो गई"
			case ph.Head == syntax.PartyHead && (ph.Case == syntax.Ko || (ph.Case == syntax.Se || ph.Case == syntax.Lie) && s.lossAhead(in, items[i+1:]) || ph.Case == syntax.Ka && (it.Phrase.Head != syntax.HostHead || it.Phrase.Case == syntax.Se && s.lossAhead(in, items[i+1:])) || ph.Case == syntax.Me && lossNext):
				return ph.Party.ID, Span{in, ph.First, ph.Last, "loss"}
			case ph.Head == syntax.Persons && (ph.Case == syntax.Ko || ph.Case == syntax.Ka && it.Phrase.Case == syntax.Me && lossNext && !partyNext) && len(ph.Persons) == 1 && ph.Persons[0].Named(): // "जगन के गढ़ में फिर सेंध"
				if id := s.leads(ph.Persons[0].Key); id != "" {
					return id, Span{in, ph.First, ph.Last, "loss"}
				}
			case ph.Head == syntax.Noun && ph.Case == syntax.Ko:
				if id := s.leads(ph.Word); id != "" {
					return id, Span{in, ph.First, ph.Last, "loss"} // "KCR को झटका"
				}
			}
		}
	}
	if dealer != "" {
		return dealer, dealt // "कांग्रेस के तीन विधायकों ने दिया झटका"
	}
	return "", Span{}
}

// nobodyLeft says whether items tell that nobody is left: "अब … कोई नहीं बचा".
func (s *story) nobodyLeft(in In, items []syntax.Item) bool {
	tokens := s.tokens(in)
	nobody := false
	for _, it := range items {
		nobody = nobody || s.Status.Indefinite[tokens[it.First].Key]
		if it.Kind == syntax.VerbItem && s.Status.Remain[it.Verb.Lemma] && it.Verb.Perfect && it.Verb.Negated {
			return nobody
		}
	}
	return false
}

// lossBefore gives the party that an event's sentence before it, or the sentence before that in the paragraph, shows as losing people:
// "इधर सपा को भी झटका लगा। X भाजपा में शामिल हो गए।"
func (s *story) lossBefore(ev *frame.Event, ref sentenceRef) (string, Span) {
	if ref.in == InTitle {
		return "", Span{}
	}
	if id, span := s.lossOf(ref); id != "" && span.Last <= ev.First {
		return id, span
	}
	if before := (sentenceRef{ref.in, ref.i - 1}); ref.i > 0 && s.paragraph(before) == s.paragraph(ref) {
		return s.lossOf(before)
	}
	return "", Span{}
}

// series says whether what an event describes is a series of such: the words behind it, "छोड़ने वालों का सिलसिला", "छोड़ने वाले नेताओं की कतार".
func (s *story) series(in In, ev *frame.Event) bool {
	items := s.texts[in].Sentences[ev.Sentence].Items
	i := slices.IndexFunc(items, func(it syntax.Item) bool { return it.First >= ev.Last })
	if i >= 0 && items[i].Kind == syntax.Other && items[i].Key == "का" {
		i++
	}
	return i >= 0 && i < len(items) && items[i].Kind == syntax.PhraseItem && s.wordIn(in, items[i], s.Status.Series)
}

// unnamed says whether a phrase points to people who are yet to be named: "ये नेता".
func unnamed(ph *syntax.Phrase) bool {
	return len(ph.Persons) == 1 && ph.Persons[0].Group && ph.Persons[0].Anaphoric && ph.Persons[0].Count == 0
}

// alongside says whether the party phrase at item i is the last of several that are joined: "कांग्रेस और बसपा को झटका" says of nobody
// which of them he left.
func alongside(items []syntax.Item, i int) bool {
	if i < 2 || items[i].Phrase.Head != syntax.PartyHead {
		return false
	}
	if !joins(items[i-1]) {
		return false
	}
	prev := items[i-2]
	return prev.Kind == syntax.PhraseItem && prev.Phrase.Head == syntax.PartyHead && prev.Phrase.Case == syntax.Bare
}

// lossAhead says whether a word of loss stands before the next comma.
func (s *story) lossAhead(in In, items []syntax.Item) bool {
	for _, it := range items {
		if it.Kind == syntax.Comma {
			return false
		}
		if s.wordIn(in, it, s.Status.Loss) {
			return true
		}
	}
	return false
}

// wordIn says whether an item has one of words.
func (s *story) wordIn(in In, it syntax.Item, words map[string]bool) bool {
	for i := it.First; i < it.Last; i++ {
		if words[s.tokens(in)[i].Key] {
			return true
		}
	}
	return false
}

// own says whether a party word has अपनी before it.
func own(ph *syntax.Phrase) bool {
	return ph.Own || slices.ContainsFunc(ph.Of, func(of *syntax.Phrase) bool { return of.Head == syntax.PronounHead && of.Pronoun.Reflexive })
}

// theirs says whether a party word has उनकी or the like before it.
func theirs(ph *syntax.Phrase) bool {
	return slices.ContainsFunc(ph.Of, func(of *syntax.Phrase) bool {
		return of.Head == syntax.PronounHead && !of.Pronoun.Reflexive && !of.Pronoun.First && !of.Pronoun.Relative
	})
}

// met gives the party of the person whom somebody met before an event in its sentence: "वह द्रमुक अध्यक्ष Y से मिले और उनकी पार्टी में
// शामिल हो गए".
func (s *story) met(ev *frame.Event, ref sentenceRef) (id string) {
	for _, it := range s.sentence(ref).Items {
		if it.First < ev.First && it.Kind == syntax.PhraseItem && it.Phrase != ev.Who && it.Phrase.Head == syntax.Persons && (it.Phrase.Case == syntax.Se || it.Phrase.Case == syntax.Ko) && it.Phrase.Persons[0].Named() {
			id = s.partyOf(it.Phrase)
		}
	}
	return id
}

// agentParty gives the party of the one who acts in a sentence, beside its event's person: "उन्होंने X को अपनी पार्टी में शामिल
// कराया". A pronoun stands for the subject of the focus, if there is one.
func (s *story) agentParty(ev *frame.Event, ref sentenceRef, f *focus) string {
	for _, it := range s.sentence(ref).Items {
		if it.Kind != syntax.PhraseItem || it.Phrase.Case != syntax.Ne && it.Phrase.Case != syntax.Dwara || it.Phrase == ev.Who {
			continue
		}
		switch it.Phrase.Head {
		case syntax.PartyHead:
			return it.Phrase.Party.ID
		case syntax.Persons:
			return s.partyOf(it.Phrase)
		case syntax.PronounHead:
			if f != nil && len(f.subject) == 1 {
				return s.known(f.subject[0], ref)
			}
		}
	}
	return ""
}

// loose gives the party that a participle ties a person to: "बीटीपी के टिकट पर जीते X".
func loose(e *Entity) string {
	for _, m := range e.Mentions {
		for _, a := range m.Person.Loose {
			if a.Former {
				continue
			}
			if a.Party != "" {
				return a.Party
			}
		}
	}
	return ""
}

// only says whether a sentence names no other party; independents have none.
func (s *story) only(ref sentenceRef, party string) bool {
	for _, it := range s.sentence(ref).Items {
		if it.Kind != syntax.PhraseItem {
			continue
		}
		for _, ph := range append([]*syntax.Phrase{it.Phrase}, it.Phrase.Of...) {
			if ph.Head == syntax.PartyHead && ph.Party.ID != party && ph.Party.ID != independent {
				return false
			}
		}
	}
	return true
}

// emptied says whether a sentence says of its subject that it is empty or broken.
func (s *story) emptied(ref sentenceRef) bool { return s.holds(ref, s.Status.Emptied) }
