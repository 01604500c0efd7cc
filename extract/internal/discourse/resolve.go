package discourse

import (
	"slices"

	"github.com/dalbadal/dalbadal/extract/internal/calendar"
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// legAt is one person's leg as one event tells it.
type legAt struct {
	entity      *Entity
	mention     *Mention // nil where the person came by a pronoun
	act         frame.Act
	party       string
	partySpan   Span
	basis       string
	status      string
	background  bool
	ret         bool
	event       *frame.Event
	in          In          // the text of the event
	ref         sentenceRef // whose sentence tells it of this person: a roster's is another than the event's
	affiliation string
	affSpan     Span
	// retold: history only by its tense, with no old date
	retold bool
	// member: the person is on the roster of a group whose move this is
	member bool
	of     *Mention // that group's
	// along: the person is told to be with the one whose move this is
	along bool
	// company: inferred from those whom the person went with, until the text tells his own
	company bool
}

// focus is what the reading has in mind as it goes: who and which party were last spoken of.
type focus struct {
	subject   []*Entity // of the last clause with a person as its subject
	list      []*Entity // the last several people named together
	paragraph int
	opening   []*Entity // the first subject of the paragraph
	left      string    // the party last left
	joined    string
	move      []*legAt // the legs of the last people who moved: what a roster of names after them shares
	headed    *Entity  // whom the heading above is the name of
	counted   []*legAt // the last such legs of a group whose people are counted
}

// resolve walks the events in reading order, body first, and turns each into legs.
func (s *story) resolve() {
	// the body first: a title leans on names and parties that the body gives in full
	var f focus
	s.seed(&f)
	for _, in := range []In{InText, InTitle} {
		events := s.texts[in].Events
		n := 0
		if in == InTitle {
			f.subject, f.list = nil, nil
		}
		for si := range s.texts[in].Sentences {
			ref := sentenceRef{in, si}
			first := n
			for n < len(events) && events[n].Sentence == si {
				n++
			}
			// what describes a person comes before what the sentence says of him
			for _, attributive := range []bool{true, false} {
				for i := first; i < n; i++ {
					if events[i].Attributive == attributive {
						s.event(&events[i], ref, &f)
					}
				}
			}
			s.roster(ref, &f)
			s.follow(ref, &f)
		}
	}
	s.stoodTogether()
}

// stoodTogether gives the people whom the body names what the title's group of as many was before, where both make the same
// move: "बसपा से निष्कासित दो नेता करेंगे सपा जॉइन" – "A और B सपा में शामिल होंगे।"
func (s *story) stoodTogether() {
	for _, was := range s.legs {
		g := was.entity
		if !was.event.Rule.Standing || !g.Group || g.Count < 2 || was.ref.in != InTitle {
			continue
		}
		i := slices.IndexFunc(s.legs, func(l *legAt) bool { return l.entity == g && l.act == frame.Join && l.party != "" })
		if i < 0 {
			continue
		}
		var same []*legAt
		for _, l := range s.legs {
			if l.ref.in == InText && !l.entity.Group && !l.background && l.act == frame.Join && l.party == s.legs[i].party && !slices.ContainsFunc(same, func(o *legAt) bool { return o.entity == l.entity }) {
				same = append(same, l)
			}
		}
		if len(same) != g.Count {
			continue
		}
		for _, l := range same {
			c := *was
			c.entity, c.mention = l.entity, l.mention
			s.legs = append(s.legs, &c)
		}
	}
}

// seed puts the move of a group that the title tells before the body's sentences, so that a roster of names there finds
// it: "आठ विधायक भाजपा में" – "पाला बदलने वालों में A, B". The title's own reading comes later.
func (s *story) seed(f *focus) {
	defer s.trace.pause()()
	for i := range s.texts[InTitle].Events {
		ev := &s.texts[InTitle].Events[i]
		if ev.Who == nil || ev.Who.Head != syntax.Persons || !ev.Who.Persons[len(ev.Who.Persons)-1].Group || ev.Party == nil || ev.Party.Head != syntax.PartyHead || ev.Mood != frame.Happened {
			continue
		}
		n := len(s.legs)
		s.event(ev, sentenceRef{InTitle, ev.Sentence}, f)
		s.legs = s.legs[:n]
		f.subject, f.list = nil, nil
	}
}

// follow updates the focus after a sentence: its subject, and the list it named.
func (s *story) follow(ref sentenceRef, f *focus) {
	sent := s.sentence(ref)
	if sent.Block == devanagari.Heading {
		f.headed = s.namesOnly(ref)
	}
	if p := s.paragraph(ref); p != f.paragraph {
		f.paragraph, f.opening = p, nil
	}
	defer func() {
		topic := f.subject
		if all := s.them(ref, f); all != nil {
			topic, s.all[ref] = all, true
		}
		s.topics[ref] = topic
		for i, e := range topic {
			if !slices.Contains(topic[:i], e) {
				s.about[e] = append(s.about[e], ref)
			}
		}
		if f.opening == nil {
			f.opening = f.subject
		}
	}()
	acted := false // people of whom a move is told are acted on
	for _, it := range sent.Items {
		if it.Kind != syntax.PhraseItem {
			continue
		}
		people := it.Phrase
		if people.Head == syntax.Noun && people.Case == syntax.Bare && len(people.Of) > 0 {
			people = people.Of[0] // "A और B की विधायकी भी चली गई"
		}
		if people.Head != syntax.Persons || s.admits(people, ref) || people.Case == syntax.Ne && f.joined != "" && ofParty(&people.Persons[0], f.joined) {
			continue
		}
		if c := people.Case; c == syntax.Samaksh || c == syntax.Netritva || c == syntax.Dwara {
			continue // they receive
		}
		es := s.entitiesOf(people)
		if len(es) > 1 && slices.ContainsFunc(es, func(e *Entity) bool { return !slices.Contains(f.list, e) }) && !(people.Case == syntax.Ne && acted) {
			f.list = es
		}
		acted = acted || people.Case == syntax.Ko && len(es) > 1 && slices.ContainsFunc(s.legs, func(l *legAt) bool { return l.entity == es[0] })
	}
	if named, ok := s.garlands(sent); ok {
		if len(named) > 0 {
			f.subject = named
		}
		if len(f.subject) > 0 {
			return
		}
	}
	named := false // "नाम" is what the sentence speaks of
	for i, it := range sent.Items {
		if it.Kind != syntax.PhraseItem {
			continue
		}
		named = named || it.Phrase.Case == syntax.Bare && (s.Status.NameWords[it.Phrase.Word] || s.Status.TopicWords[it.Phrase.Word])
		if of := s.speaker(it.Phrase); of != nil {
			if es := s.entitiesOf(of); len(es) > 0 {
				f.subject = es
				return
			}
		}
		if it.Phrase.Head != syntax.Persons {
			continue
		}
		if it.Phrase.Case == syntax.Ka && (named || s.nameOf(sent.Items, i)) && it.Phrase.Persons[0].Named() {
			if es := s.entitiesOf(it.Phrase); len(es) > 0 {
				f.subject = es // "सबसे बड़ा नाम पूर्व विधायक रहे X का है"
				return
			}
		}
		if it.Phrase.Quote != 0 && len(f.subject) > 0 {
			continue // of whom somebody speaks is not of whom the text goes on to tell
		}
		if s.admits(it.Phrase, ref) && len(f.subject) > 0 && slices.ContainsFunc(s.legs, func(l *legAt) bool { return l.entity == f.subject[0] && l.ref == ref }) {
			return // who admits others is not whom the text goes on to tell of
		}
		if c := it.Phrase.Case; c != syntax.Ne && c != syntax.Bare && !(c == syntax.Ka && speaks(sent.Items, i)) {
			continue
		}
		if es := s.entitiesOf(it.Phrase); len(es) > 0 {
			f.subject = es
			return
		}
	}
	if es := s.owner(sent); len(es) > 0 {
		f.subject = es
	} else if es := s.spokenAbout(ref); len(es) > 0 {
		f.subject = es
	}
}

// nameOf says whether a noun for a name stands behind the people at item i: "X का भी नाम था".
func (s *story) nameOf(items []syntax.Item, i int) bool {
	for _, it := range items[i+1 : min(len(items), i+3)] {
		if it.Kind == syntax.PhraseItem {
			return it.Phrase.Case == syntax.Bare && s.Status.NameWords[it.Phrase.Word]
		}
	}
	return false
}

// namesOnly gives the one person whom a heading is the name of, or nil: "2. X".
func (s *story) namesOnly(ref sentenceRef) (e *Entity) {
	for _, it := range s.sentence(ref).Items {
		switch {
		case it.Kind == syntax.Mark, it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Noun && numbers(s.tokens(ref.in), it.Phrase):
		case it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && it.Phrase.Case == syntax.Bare && e == nil && len(it.Phrase.Persons) == 1 && it.Phrase.Persons[0].Named():
			if es := s.entitiesOf(it.Phrase); len(es) == 1 {
				e = es[0]
			}
		default:
			return nil
		}
	}
	return e
}

var koLekar = devanagari.Fold("को") // of को लेकर

// spokenAbout gives the people of whom a sentence without a subject of its own tells talk: "X को लेकर चल रहा सस्पेंस खत्म हो गया".
func (s *story) spokenAbout(ref sentenceRef) []*Entity {
	sent := s.sentence(ref)
	for i, it := range sent.Items {
		if it.Kind != syntax.PhraseItem || it.Phrase.Head != syntax.Persons || !it.Phrase.Persons[0].Named() {
			continue
		}
		if it.Phrase.Case == syntax.Anya && s.tokens(ref.in)[it.Phrase.Last].Key == koLekar || it.Phrase.Case == syntax.Ko && i+1 < len(sent.Items) && sent.Items[i+1].Kind == syntax.VerbItem && sent.Items[i+1].Verb.Main == syntax.Conj && sent.Items[i+1].Verb.Lemma == "ले" {
			return s.entitiesOf(it.Phrase)
		}
	}
	return nil
}

// admits says whether the people of a phrase are those who admit others, by an event of its sentence.
func (s *story) admits(ph *syntax.Phrase, ref sentenceRef) bool {
	for ev := range s.eventsOf(ref) {
		if ev.Receiver == ph {
			return true
		}
	}
	return false
}

// aside says whether an event is told only of somebody who is there: "X भी मौजूद थे, जो कुछ ही हफ्ते पहले भाजपा में आए हैं".
func (s *story) aside(ev *frame.Event, ref sentenceRef) bool {
	if ev.Who == nil || ev.Who.Head != syntax.PronounHead || !ev.Who.Pronoun.Relative {
		return false
	}
	for _, it := range s.sentence(ref).Items {
		if it.Kind == syntax.VerbItem {
			return it.First < ev.Who.First && it.Verb.Main == syntax.AuxPast
		}
	}
	return false
}

// afterwards says whether an event is told only as that after which something else goes on: "X के सपा छोड़ने के बाद से पार्टी में …".
func (s *story) afterwards(ev *frame.Event, ref sentenceRef) bool {
	if ev.Who == nil || ev.Who.Case != syntax.Ka || ev.Verb < 0 {
		return false
	}
	return precedes(s.sentence(ref).Items[ev.Verb], s.tokens(ref.in))
}

// precedes says whether the infinitive of a verb item tells what comes first: "जाने के बाद".
func precedes(it syntax.Item, tokens []devanagari.Token) bool {
	return it.Verb.Main == syntax.Inf && it.Last+1 < len(tokens) && tokens[it.Last].Key == "के" && tokens[it.Last+1].Key == "बाद"
}

// allAlong says whether the clause tells a state that has lasted: "तीस साल से कांग्रेस का झंडा उठाए हैं".
func (s *story) allAlong(ev *frame.Event, ref sentenceRef) bool {
	if ev.Rule.Act != frame.Join || ev.Verb < 0 || ev.Attributive {
		return false
	}
	items, tokens := s.sentence(ref).Items, s.tokens(ref.in)
	if it := items[ev.Verb]; !it.Verb.Finite || !it.Verb.Perfect || it.Verb.Pluperfect || it.Verb.Completed {
		return false
	}
	for i := ev.Verb - 1; i >= 0 && items[i].Kind != syntax.VerbItem; i-- {
		if ph := items[i].Phrase; items[i].Kind == syntax.PhraseItem && ph.Head == syntax.Noun && ph.Case == syntax.Se && s.Status.Spans[tokens[ph.Last-1].Key] {
			return true
		}
	}
	return false
}

// asRoster says whether a joining only heads a list of those who went over with the ones told of right before, who left a party
// to join the same one: "X ने आजसू छोड़ झामुमो का दामन थामा। झामुमो में शामिल होने वालों में A और B हैं".
func (s *story) asRoster(ev *frame.Event, ref sentenceRef, f *focus) bool {
	if ev.Rule.Act != frame.Join || ev.Verb < 0 || ev.Party == nil || s.tells(ref, frame.Leave) || len(f.move) < 2 || f.move[0].ref.in != ref.in || ref.i-f.move[0].ref.i > 4 {
		return false
	}
	if !s.heads(ev, ref) {
		return false
	}
	left, same := false, false
	for _, l := range f.move {
		left = left || l.act == frame.Leave && l.status == "done"
		same = same || l.act == frame.Join && l.party == ev.Party.Party.ID && l.status == "done"
	}
	list := s.rosterList(s.sentence(ref), s.tokens(ref.in))
	return left && same && list != nil && list.First > ev.Last && !slices.ContainsFunc(list.Persons, func(p syntax.Person) bool { return len(p.Affiliations) > 0 })
}

// heads says whether an event only heads a list: "झामुमो में शामिल होने वालों में A और B हैं".
func (s *story) heads(ev *frame.Event, ref sentenceRef) bool {
	items := s.sentence(ref).Items
	return ev.Verb >= 0 && items[ev.Verb].Verb.Vala && ev.Verb+1 < len(items) && items[ev.Verb+1].Kind == syntax.Other && items[ev.Verb+1].Key == "में"
}

// tooBefore says whether the sentence right before has somebody for its subject who, it says, did so too: "X भी कहां रुकने वाले थे".
func (s *story) tooBefore(e *Entity, ref sentenceRef) bool {
	if ref.i == 0 {
		return false
	}
	items := s.sentence(sentenceRef{ref.in, ref.i - 1}).Items
	for i := range items {
		if items[i].Kind == syntax.PhraseItem && items[i].Phrase.Head == syntax.Persons && items[i].Phrase.Case == syntax.Bare && i+1 < len(items) && items[i+1].Kind == syntax.Other && items[i+1].Key == "भी" {
			return slices.Contains(s.entitiesOf(items[i].Phrase), e)
		}
	}
	return false
}

// recalls says whether a sentence is a speaker's memory: "जब मैं कांग्रेस में आया था तब यह सोचा भी न था कि …".
func (s *story) recalls(ref sentenceRef) bool {
	when := false
	for _, it := range s.sentence(ref).Items {
		switch it.Kind {
		case syntax.Opener:
			when = when || it.Key == "जब"
		case syntax.PhraseItem:
			if when && it.Phrase.Head == syntax.PronounHead && it.Phrase.Pronoun.First && it.Phrase.Quote != 0 {
				return true
			}
		case syntax.VerbItem:
			if when {
				return false
			}
		}
	}
	return false
}

// garlands says whether a sentence tells that people are given a party's scarf, and whom of them it names: who gives it is not whom the
// text goes on to tell of. "X ने सबको पटका पहनाया"
func (s *story) garlands(sent *syntax.Sentence) (named []*Entity, ok bool) {
	given := false
	for _, it := range sent.Items {
		switch {
		case it.Kind != syntax.PhraseItem:
		case it.Phrase.Case == syntax.Ko && (it.Phrase.Head == syntax.PronounHead || it.Phrase.Head == syntax.Persons):
			given = true
			if named == nil && it.Phrase.Head == syntax.Persons && it.Phrase.Persons[0].Named() {
				named = s.entitiesOf(it.Phrase)
			}
		case it.Phrase.Head == syntax.HostHead && it.Phrase.Case == syntax.Bare && it.Phrase.Word == scarfWord:
			return named, given
		}
	}
	return nil, false
}

var scarfWord = devanagari.Fold("पटका")

// owner gives the people whose own the subject of a sentence is, where the sentence has no other person for one:
// "X का अगला ठिकाना भाजपा होगी".
func (s *story) owner(sent *syntax.Sentence) []*Entity {
	items := sent.Items
	for i, it := range items {
		if it.Kind == syntax.Opener && it.Key == that {
			items = items[i+1:] // "जानकार बताते हैं कि X की पहुंच दूर तक है"
			if len(items) > 0 && items[0].Kind == syntax.PhraseItem && items[0].Phrase.Head == syntax.Persons && items[0].Phrase.Case == syntax.Ka && items[0].Phrase.Persons[0].Named() {
				return s.entitiesOf(items[0].Phrase)
			}
			break
		}
	}
	for i, it := range items {
		switch {
		case it.Kind == syntax.VerbItem && it.Verb.Main == syntax.Inf && !it.Verb.Finite:
			continue // "भाजपा में शामिल होने के चार दिन बाद ही X का मन बदल गया"
		case it.Kind == syntax.Opener && i == 0:
			continue // "गौरतलब है कि X की राजनीति …"
		case it.Kind == syntax.VerbItem || it.Kind == syntax.Opener:
			return nil
		case i == 0 && it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && it.Phrase.Case == syntax.Lie && len(it.Phrase.Persons) == 1 && it.Phrase.Persons[0].Named():
			return s.entitiesOf(it.Phrase) // "X के लिए भाजपा नई जगह नहीं है"
		case it.Kind != syntax.PhraseItem || it.Phrase.Case != syntax.Bare:
			continue
		case it.Phrase.Head == syntax.PronounHead:
			return nil
		}
		for _, of := range it.Phrase.Of {
			if of.Head == syntax.Persons && of.Persons[0].Named() {
				return s.entitiesOf(of)
			}
		}
	}
	return nil
}

// event turns one event into legs.
func (s *story) event(ev *frame.Event, ref sentenceRef, f *focus) {
	if ev.Mood == frame.If {
		s.trace.drop(ev, nil, "a condition, a demand, a wish or a habit is no event")
		return
	}
	if s.recalls(ref) {
		s.trace.drop(ev, nil, "somebody recalls how it once was, in a quotation")
		return
	}
	if s.asRoster(ev, ref, f) {
		s.trace.drop(ev, nil, "it heads the list of those who moved with the ones before")
		return
	}
	if ev.Rule.Act == frame.Merge {
		s.merger(ev, ref)
		return
	}
	if s.allAlong(ev, ref) {
		s.trace.drop(ev, nil, "the clause tells how it has been for long")
		return
	}
	people, mentions := s.who(ev, ref, f)
	if ev.Rule.Standing {
		people, mentions = stood(people, mentions, ev)
	}
	people = s.rather(people, mentions, ev, ref, f)
	people, mentions = s.withOthers(ev, ref, people, mentions)
	if len(people) == 0 {
		s.trace.nobody(ev)
		return
	}
	status := s.status(ev, ref)
	if status == "" || ev.Rule.Undoes && status == "denied" {
		why := "the clause names a move that nobody is said to make"
		if ev.Mood == frame.Not {
			why = "nothing of it has been done so far"
		}
		s.trace.drop(ev, nil, why)
		return
	}
	background := s.aside(ev, ref) || s.background(ev, ref) && !s.justBefore(ev, ref, people[0]) || s.described(ev, ref) || ev.Rule.Standing || s.afterwards(ev, ref) || s.sequel(ev, ref, people[0])
	var made []*legAt
	for i, e := range people {
		s.trace.resolving()
		party, span, basis := s.party(ev, ref, e, mentions[i], f)
		if basis == "context" && ev.Rule.Act == frame.Leave && ev.Host >= 0 && mentions[i] == nil && s.postLeft(ref) {
			s.trace.drop(ev, e, "the sentence before tells that a post is resigned, and this is the same resignation")
			continue // "पद से इस्तीफा दे दिया। अपना इस्तीफा पार्टी को भेजा है।": the same resignation
		}
		if ev.Rule.Act == frame.Leave && ev.Rule.Optional && ev.Host >= 0 && s.postsOnly(people) {
			s.trace.drop(ev, e, "the article says that only posts are resigned")
			continue
		}
		if basis == "context" && ev.Rule.Act == frame.Leave && ev.Party == nil && s.postInTitle(e) {
			s.trace.drop(ev, e, "the title tells that so many resign a post, and this is the same resignation")
			continue
		}
		if m := mentions[i]; m != nil && ev.Rule.Act == frame.Expel && ev.Party == nil && s.seat(m.Person) && !m.Person.Former && s.ofHouse(ev, ref) {
			s.trace.drop(ev, e, "the membership is that of a House, not of a party")
			continue // "राजद एमएलसी X की सदस्यता रद्द": of the House
		}
		if ev.Rule.Act == frame.Suspend && ev.Party == nil && s.inHouse(ref) {
			s.trace.drop(ev, e, "the article tells of a House, and nothing here of the party")
			continue
		}
		if party == independent && putsOut(ev.Rule.Act) {
			s.trace.drop(ev, e, "nobody can be put out of no party")
			continue
		}
		if ev.Rule.Mover && !s.onHisWay(e, party) {
			s.trace.drop(ev, e, "nothing so far tells that the person has left another party")
			continue
		}
		l := &legAt{entity: e, mention: mentions[i], act: ev.Rule.Act, party: party, partySpan: span, basis: basis, status: status, background: background,
			ret: ev.Rule.Return || s.again(ev, ref), retold: background && !s.olden(ref) && !s.sequel(ev, ref, e), event: ev, in: ref.in, ref: ref}
		if m := mentions[i]; m != nil {
			l.affiliation, l.affSpan = s.stands(m, ev)
		}
		if m := mentions[i]; m != nil && m.Phrase == ev.Receiver && l.affiliation == "" && len(made) > 0 {
			l.affiliation, l.affSpan = made[0].affiliation, made[0].affSpan // who leads a group left what it left
		}
		if m := mentions[i]; m != nil && e.Group && ev.Rule.Act == frame.Join && !l.ret && ofParty(m.Person, party) {
			s.trace.drop(ev, e, "they are of that party already")
			continue // "सपा में आने के बाद उनके सामने सपा के कई उम्मीदवार हैं": they are there
		}
		if from := ev.From; from != nil {
			l.affiliation, l.affSpan = from.Party.ID, Span{ref.in, from.First, from.Last, ev.Rule.ID}
		}
		if party == "" && l.affiliation == "" {
			s.trace.drop(ev, e, "the article does not tell which party")
			continue
		}
		if s.factcheck && basis == "context" && l.mention == nil && !background {
			s.trace.drop(ev, e, "neither the person nor the party is named, too little to go by in a fact-check")
			continue
		}
		if (ref.in == InTitle && len(s.texts[InText].Sentences) > 0 || ev.Rule.Act == frame.Leave && (e.Group || ev.Rule.Weight < 0.7) && l.affiliation == "" && !s.tells(ref, frame.Join)) && ev.Party != nil && ev.Party.Party.Symbol && !s.names(party) {
			s.trace.drop(ev, e, "only a symbol, and the article does not name its party")
			continue // a title's elephant is an elephant
		}
		s.legs = slices.DeleteFunc(s.legs, func(o *legAt) bool {
			return o.company && o.entity == e && o.act == l.act && o.party == l.party && o.status != l.status
		})
		s.legs = append(s.legs, l)
		s.trace.made(l)
		made = append(made, l)
		switch ev.Rule.Act {
		case frame.Join:
			if party != "" && !(l.background && f.joined != "") {
				f.joined = party
			}
		default:
			if party != "" && !l.background {
				f.left = party
			}
		}
	}
	if len(made) > 0 && s.afterwards(ev, ref) {
		after := *made[0]
		after.background = false
		f.move = []*legAt{&after} // whoever is listed next goes after him in the news
		return
	}
	if ev.Rule.Standing {
		return // said by the way: nothing follows from it for those spoken of next
	}
	if ev.Rule.Undoes || ev.Rule.Return {
		s.undone(made)
	}
	s.forerunners(ref, made)
	s.share(made, ref, f)
	s.besideChief(made, ref)
	if len(made) > 0 {
		first := made[0]
		if len(f.move) > 0 && f.move[0].entity == first.entity && f.move[0].background == first.background && f.move[0].act != first.act {
			f.move = append(f.move, first)
		} else if slices.ContainsFunc(f.move, func(l *legAt) bool {
			return l.entity == first.entity && l.act == first.act && l.party == first.party && l.background == first.background
		}) {
			// told once more
		} else if !first.background || len(f.move) == 0 || f.move[0].background {
			f.move = []*legAt{first}
			for _, l := range s.legs { // of a sentence that told of others in between
				if l.entity == first.entity && l.ref == ref && l.act != first.act && l.background == first.background {
					f.move = append(f.move, l)
				}
			}
		}
		if e := f.move[0].entity; e.Group && e.Count > 1 {
			f.counted = f.move
		}
	}
	if len(people) > 1 {
		f.list = people
	}
	if len(people[0].Mentions) > 0 {
		f.subject = people
	}
}

// onHisWay says whether it has been told as news that a person has left another party than the given one, or been put out of it; who was in
// none so far is on his way too. A title counts only where it tells a leaving.
func (s *story) onHisWay(e *Entity, party string) bool {
	return s.partyless(e) || slices.ContainsFunc(s.legs, func(l *legAt) bool {
		return l.entity == e && !l.background && l.act != frame.Join && l.act != frame.Suspend && l.status == "done" && l.party != "" && l.party != party
	}) || slices.ContainsFunc(s.texts[InTitle].Events, func(ev frame.Event) bool {
		return ev.Rule.Act == frame.Leave && ev.Mood == frame.Happened && ev.Who != nil && slices.Contains(s.entitiesOf(ev.Who), e) && (ev.Party == nil || !naming(ev.Party, party))
	})
}

// inHouse says whether the article's title or lead tells of a House, and a sentence does not speak of a party.
func (s *story) inHouse(ref sentenceRef) bool {
	if s.holds(ref, s.Status.PartyKeys) {
		return false
	}
	for in := range s.texts {
		for i := range min(2, len(s.texts[in].Sentences)) {
			if s.holds(sentenceRef{In(in), i}, s.Status.Houses) {
				return true
			}
		}
	}
	return false
}

// ofHouse says whether the host of an event is a membership that is not said to be of a party: सदस्यता, not प्राथमिक सदस्यता.
func (s *story) ofHouse(ev *frame.Event, ref sentenceRef) bool {
	if ev.Host < 0 {
		return false
	}
	ph := s.sentence(ref).Items[ev.Host].Phrase
	return ph.Last-ph.First == 1 && s.Grammar.Membership(s.tokens(ref.in)[ph.First].Key)
}

// postLeft says whether the sentence before tells that a post is resigned, and none that a party is left.
func (s *story) postLeft(ref sentenceRef) bool {
	if ref.i == 0 {
		return false
	}
	before := sentenceRef{ref.in, ref.i - 1}
	if s.tells(before, frame.Leave) {
		return false
	}
	post := false
	for _, it := range s.sentence(before).Items {
		if it.Kind != syntax.PhraseItem {
			continue
		}
		post = post || it.Phrase.Head == syntax.Noun && it.Phrase.Case == syntax.Se && s.Status.Post[it.Phrase.Word]
		if post && it.Phrase.Head == syntax.HostHead && it.Phrase.Case == syntax.Bare {
			return true
		}
	}
	return false
}

// postsOnly says whether the article, or one of the people who act together, says that posts alone are resigned: "पद से इस्तीफा दिया
// है, पार्टी से नहीं", "X ने साफ किया कि इस्तीफा केवल पद से है".
func (s *story) postsOnly(people []*Entity) bool {
	return slices.ContainsFunc(s.posts.in(s, s.onlyPosts), func(ref sentenceRef) bool {
		named := false
		for _, it := range s.sentence(ref).Items {
			if it.Kind != syntax.PhraseItem {
				continue
			}
			for _, m := range s.byPhrase[it.Phrase] {
				if slices.Contains(people, m.Entity) {
					return true
				}
				named = named || m.Person.Named()
			}
		}
		return !named // not of another: "X ने कहा कि उनका इस्तीफा केवल पद से है"
	})
}

// sentences are those of an article that tell something, once asked for.
type sentences struct {
	refs []sentenceRef
	read bool
}

// in gives the sentences of an article of which tells is true.
func (t *sentences) in(s *story, tells func(sentenceRef) bool) []sentenceRef {
	if !t.read {
		t.read = true
		for in := range s.texts {
			for i := range s.texts[in].Sentences {
				if ref := (sentenceRef{In(in), i}); tells(ref) {
					t.refs = append(t.refs, ref)
				}
			}
		}
	}
	return t.refs
}

// onlyPosts says whether a sentence says that a resignation is from a post alone.
func (s *story) onlyPosts(ref sentenceRef) bool {
	items := s.sentence(ref).Items
	resigned, post := false, false
	for j, it := range items {
		if it.Kind != syntax.PhraseItem {
			continue
		}
		negated := j+1 < len(items) && items[j+1].Kind == syntax.Neg
		resigned = resigned || it.Phrase.Head == syntax.HostHead && it.Phrase.Word == frame.Resignation
		switch ph := it.Phrase; {
		case ph.Head == syntax.Noun && ph.Case == syntax.Se && s.postWord(ref.in, ph):
			post = true
			if resigned && !negated && s.Status.Merely[s.tokens(ref.in)[ph.First].Key] {
				return true
			}
		case post && resigned && negated && ph.Head == syntax.PartyWord && ph.Case == syntax.Se:
			return true
		}
	}
	return false
}

// postWord says whether a noun is a post, whatever stands before it: "केवल पद".
func (s *story) postWord(in In, ph *syntax.Phrase) bool {
	return s.Status.Post[s.tokens(in)[ph.Last-1].Key]
}

// postInTitle says whether the title tells that as many people as a group has leave a post, and none that anybody leaves a party:
// "कांग्रेस के 19 पदाधिकारियों ने पद छोड़ा".
func (s *story) postInTitle(e *Entity) bool {
	if e.Count < 2 {
		return false
	}
	for si := range s.texts[InTitle].Sentences {
		many, post := false, false
		for _, it := range s.texts[InTitle].Sentences[si].Items {
			if it.Kind == syntax.PhraseItem {
				many = many || it.Phrase.Head == syntax.Persons && it.Phrase.Persons[0].Group && it.Phrase.Persons[0].Count == e.Count
				post = post || it.Phrase.Head == syntax.Noun && s.Status.Post[it.Phrase.Word]
			}
		}
		if many && post {
			return !s.tells(sentenceRef{InTitle, si}, frame.Leave)
		}
	}
	return false
}

// ofParty says whether a person is told as one of a party, and not as one put out of it.
func ofParty(p *syntax.Person, party string) bool {
	return party != "" && !p.Expelled && !p.Suspended && slices.ContainsFunc(p.Affiliations, func(a syntax.Affiliation) bool { return a.Party == party })
}

// sequel says whether an event goes on with the history that the sentences right before it tell of the same person: "2009 में
// बसपा में गए थे। कुछ महीने बाद भाजपा में लौट आए।"
func (s *story) sequel(ev *frame.Event, ref sentenceRef, e *Entity) bool {
	if ref.in == InTitle || ev.Verb < 0 || ev.Attributive || ev.Mood != frame.Happened {
		return false
	}
	sent := s.sentence(ref)
	it := sent.Items[ev.Verb]
	tokens := s.tokens(ref.in)
	if k := tokens[it.Last-1].Key; !it.Verb.Finite || k == "है" || k == "हैं" {
		return false
	}
	for _, x := range s.expressions(ref) {
		if x.Recent || !x.Past && x.Precision == calendar.Day {
			return false
		}
	}
	for i := sent.First; i < sent.Last; i++ {
		if tokens[i].Key == "अब" || tokens[i].Key == "आज" {
			return false
		}
	}
	var last *legAt
	for _, l := range s.legs {
		if l.entity == e && l.ref.in == InText {
			last = l
			if !l.background && l.act == ev.Rule.Act && ev.Party != nil && ev.Party.Party.ID == l.party {
				return false
			}
		}
	}
	para := func(i int) int { return s.paragraph(sentenceRef{InText, i}) }
	return last != nil && last.background && !last.retold && ref.i-last.ref.i <= 2 && last.ref.i < ref.i && para(last.ref.i) == para(ref.i)
}

// stood keeps of a phrase's people those whom the word before one of them is said of: him and those behind him, up to
// one with a party or a role of his own.
func stood(people []*Entity, mentions []*Mention, ev *frame.Event) ([]*Entity, []*Mention) {
	var es []*Entity
	var ms []*Mention
	for i, m := range mentions {
		if m == nil || m.Phrase != ev.Who {
			continue
		}
		n := slices.IndexFunc(ev.Who.Persons, func(p syntax.Person) bool { return p.First == m.Person.First && p.GroupFirst == m.Person.GroupFirst })
		if n < ev.WhoFrom {
			continue
		}
		if n > ev.WhoFrom && (len(m.Person.Affiliations) > 0 || m.Person.RoleLast > m.Person.RoleFirst) {
			break
		}
		es, ms = append(es, people[i]), append(ms, m)
	}
	return es, ms
}

// undone notes for people whom a party takes back that it had put them out: "X का निष्कासन रद्द", "निष्कासित नेता X की
// घर वापसी".
func (s *story) undone(made []*legAt) {
	for _, l := range made {
		if l.party == "" || l.status == "negated" || l.status == "denied" {
			continue
		}
		was := *l
		was.act, was.status, was.background, was.retold, was.ret = frame.Expel, "done", true, false, false
		var p syntax.Person
		if l.mention != nil {
			p = *l.mention.Person
		}
		suspended := p.Suspended && !p.Expelled
		switch {
		case l.event.Rule.Undoes && l.event.Host >= 0:
			suspended = s.Grammar.Suspended(s.sentence(l.ref).Items[l.event.Host].Phrase.Word)
		case !l.event.Rule.Undoes && !p.Expelled && !p.Suspended:
			continue
		}
		if suspended {
			was.act = frame.Suspend
		}
		was.affiliation, was.affSpan = "", Span{}
		s.legs = append(s.legs, &was)
	}
}

// tells says whether a sentence has an event of a kind.
func (s *story) tells(ref sentenceRef, act frame.Act) bool {
	for ev := range s.eventsOf(ref) {
		if ev.Rule.Act == act {
			return true
		}
	}
	return false
}

// described says whether the event only describes the person of whom the same sentence tells another:
// "भाजपा में आए X ने पार्टी छोड़ दी".
func (s *story) described(ev *frame.Event, ref sentenceRef) bool {
	if !ev.Attributive || ev.Who == nil || ref.in == InTitle && ev.Rule.Act == frame.Leave {
		return false
	}
	for o := range s.eventsOf(ref) {
		if ref.in == InTitle && ev.Rule.Act == frame.Join {
			// "भाजपा में गए X फिर कांग्रेस में"
			if o != ev && o.Rule.Act == frame.Join && o.Who == ev.Who && !o.Attributive && o.Party != nil && ev.Party != nil && o.Party.Party.ID != ev.Party.Party.ID {
				return true
			}
			continue
		}
		if o != ev && o.Who == ev.Who && !o.Attributive && o.Verb > ev.Verb {
			return true
		}
	}
	return false
}

// again says whether the clause has a word for coming back: फिर, पुनः, दोबारा, घर वापसी.
func (s *story) again(ev *frame.Event, ref sentenceRef) bool {
	if ev.Rule.Act != frame.Join {
		return false
	}
	sent := s.sentence(ref)
	first, last := sent.Items[ev.ClauseFirst].First, sent.Items[ev.ClauseLast-1].Last
	tokens := s.tokens(ref.in)
	for i := first; i < last; i++ {
		if ev.Who != nil && ev.Who.Head == syntax.Persons && i >= ev.Who.First && i < ev.Who.Last {
			continue // "कांग्रेस के पुराने नेता X"
		}
		if s.Status.Again[tokens[i].Key] && !(tokens[i].Key == "फिर" && i > sent.First && tokens[i-1].Key == "," && (i+1 == last || tokens[i+1].Key != "से")) {
			return true // but not "…, फिर कांग्रेस में गए": then
		}
	}
	return false
}

// names says whether the article names a party, and not only by its symbol.
func (s *story) names(party string) bool {
	for _, e := range s.entities {
		if !e.Group && s.leads(e.Key) == party {
			return true
		}
	}
	for in := range s.texts {
		for i := range s.texts[in].Sentences {
			for _, it := range s.texts[in].Sentences[i].Items {
				if it.Kind == syntax.PhraseItem && naming(it.Phrase, party) {
					return true
				}
			}
		}
	}
	return false
}

// naming says whether a phrase, or what belongs to it, names a party.
func naming(ph *syntax.Phrase, party string) bool {
	if ph.Head == syntax.PartyHead && !ph.Party.Symbol && ph.Party.ID == party {
		return true
	}
	for i := range ph.Persons {
		for _, a := range ph.Persons[i].Affiliations {
			if a.Party == party {
				return true
			}
		}
	}
	return slices.ContainsFunc(ph.Of, func(of *syntax.Phrase) bool { return naming(of, party) })
}

// numbers says whether a phrase is the number of a list's item.
func numbers(tokens []devanagari.Token, ph *syntax.Phrase) bool {
	return ph.Last == ph.First+1 && tokens[ph.First].Kind == devanagari.Number
}
