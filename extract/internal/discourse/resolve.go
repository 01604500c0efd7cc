package discourse

import (
	"slices"

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
	ref         sentenceRef
	affiliation string
	affSpan     Span
	cue         Span
	// member: the person is on the roster of a group whose move this is
	member bool
	of     *Mention // that group's
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
}

// resolve walks the events in reading order, body first, and turns each into legs.
func (s *story) resolve() {
	// the body first: a title leans on names and parties that the body gives in full
	var f focus
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
}

// follow updates the focus after a sentence: its subject, and the list it named.
func (s *story) follow(ref sentenceRef, f *focus) {
	sent := s.sentence(ref)
	if p := s.texts[ref.in].Doc.Sentences[sent.Index].Paragraph; p != f.paragraph {
		f.paragraph, f.opening = p, nil
	}
	defer func() {
		s.topics[ref] = f.subject
		if f.opening == nil {
			f.opening = f.subject
		}
	}()
	for _, it := range sent.Items {
		if it.Kind != syntax.PhraseItem || it.Phrase.Head != syntax.Persons {
			continue
		}
		es := s.entitiesOf(it.Phrase)
		if len(es) > 1 {
			f.list = es
		}
	}
	for i, it := range sent.Items {
		if it.Kind != syntax.PhraseItem {
			continue
		}
		if of := s.speaker(it.Phrase); of != nil {
			if es := s.entitiesOf(of); len(es) > 0 {
				f.subject = es
				return
			}
		}
		if it.Phrase.Head != syntax.Persons {
			continue
		}
		if c := it.Phrase.Case; c != syntax.Ne && c != syntax.Bare && !(c == syntax.Ka && speaks(sent.Items, i)) {
			continue
		}
		if es := s.entitiesOf(it.Phrase); len(es) > 0 {
			f.subject = es
			return
		}
	}
}

// speaker gives the person that a phrase like "X का आरोप" is said by.
func (s *story) speaker(ph *syntax.Phrase) *syntax.Phrase {
	if ph.Head != syntax.Noun || !s.Status.SpeechNouns[ph.Word] {
		return nil
	}
	for _, of := range ph.Of {
		if of.Head == syntax.Persons {
			return of
		}
	}
	return nil
}

// speaks says whether the verb of saying follows a genitive: "X का कहना है".
func speaks(items []syntax.Item, i int) bool {
	if i+1 >= len(items) || items[i+1].Kind != syntax.VerbItem {
		return false
	}
	vg := items[i+1].Verb
	return vg.Main == syntax.Inf && (vg.Lemma == "कह" || vg.Lemma == "मान")
}

// entitiesOf gives the entities that a phrase names.
func (s *story) entitiesOf(ph *syntax.Phrase) []*Entity {
	var out []*Entity
	for _, m := range s.byPhrase[ph] {
		if m.Entity != nil && !slices.Contains(out, m.Entity) {
			out = append(out, m.Entity)
		}
	}
	return out
}

// event turns one event into legs.
func (s *story) event(ev *frame.Event, ref sentenceRef, f *focus) {
	if ev.Mood == frame.If {
		return
	}
	if ev.Rule.Act == frame.Merge {
		s.merger(ev, ref)
		return
	}
	people, mentions := s.who(ev, ref, f)
	people = s.rather(people, mentions, ev, ref, f)
	if len(people) == 0 {
		return
	}
	status, cue := s.status(ev, ref)
	if status == "" {
		return
	}
	background := s.background(ev, ref) || s.described(ev, ref)
	var made []*legAt
	for i, e := range people {
		party, span, basis := s.party(ev, ref, e, mentions[i], f)
		l := &legAt{entity: e, mention: mentions[i], act: ev.Rule.Act, party: party, partySpan: span, basis: basis, status: status, background: background,
			ret: ev.Rule.Return || s.again(ev, ref), event: ev, ref: ref, cue: Span{ref.in, cue[0], cue[1], ev.Rule.ID}}
		if m := mentions[i]; m != nil {
			l.affiliation, l.affSpan = s.stands(m, ev)
		}
		if party == "" && l.affiliation == "" {
			continue
		}
		s.legs = append(s.legs, l)
		made = append(made, l)
		switch ev.Rule.Act {
		case frame.Join:
			if party != "" {
				f.joined = party
			}
		default:
			if party != "" {
				f.left = party
			}
		}
	}
	s.share(made, ref, f)
	if len(made) > 0 {
		first := made[0]
		if len(f.move) > 0 && f.move[0].entity == first.entity && f.move[0].background == first.background && f.move[0].act != first.act {
			f.move = append(f.move, first)
		} else {
			f.move = []*legAt{first}
		}
	}
	if len(people) > 1 {
		f.list = people
	}
	f.subject = people
}

// described says whether the event only describes the person of whom the same sentence tells another:
// "भाजपा में आए X ने पार्टी छोड़ दी".
func (s *story) described(ev *frame.Event, ref sentenceRef) bool {
	if !ev.Attributive || ev.Who == nil || ref.in == InTitle {
		return false
	}
	for i := range s.texts[ref.in].Events {
		o := &s.texts[ref.in].Events[i]
		if o.Sentence == ref.i && o != ev && o.Who == ev.Who && !o.Attributive && o.Verb > ev.Verb {
			return true
		}
	}
	return false
}

// share completes the move of people who, a sentence says, also left, by where those before them went:
// "… सपा में शामिल हुए। इनके अलावा A और B ने भी बसपा को अलविदा कह दिया।"
func (s *story) share(made []*legAt, ref sentenceRef, f *focus) {
	s.alongside(made, ref, f)
	if len(made) == 0 || len(f.move) == 0 || made[0].act != frame.Leave || made[0].status != "done" || made[0].background || ref.in == InTitle {
		return
	}
	if !s.holds(ref, s.Status.Also) || made[0].entity == f.move[0].entity {
		return
	}
	from := f.move[0].entity
	var join *legAt
	fits := false
	for _, l := range s.legs {
		if l.entity != from || l.background {
			continue
		}
		if l.act == frame.Join && l.status == "done" {
			join = l
		}
		if l.act == frame.Leave && l.party == made[0].party || l.affiliation == made[0].party {
			fits = true
		}
	}
	if join == nil || !fits || ref.i-join.ref.i > 4 {
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

// rather gives an event that a pronoun or nobody was the subject of to the one whom the article is about, where
// the last person spoken of has done nothing in it and did not open the paragraph.
func (s *story) rather(people []*Entity, mentions []*Mention, ev *frame.Event, ref sentenceRef, f *focus) []*Entity {
	if ref.in == InTitle || len(people) != 1 || mentions[0] != nil || people[0].Group {
		return people
	}
	for _, l := range s.legs {
		if l.entity == people[0] {
			return people
		}
	}
	sent := s.sentence(ref)
	if p := s.texts[ref.in].Doc.Sentences[sent.Index].Paragraph; p == f.paragraph && len(f.opening) == 1 && f.opening[0] == people[0] && ev.Mood == frame.Happened {
		return people
	}
	var hero *Entity
	for _, l := range s.legs {
		if l.background || l.entity.Group {
			continue
		}
		if hero != nil && hero != l.entity {
			return people
		}
		hero = l.entity
	}
	if hero == nil {
		return people
	}
	return []*Entity{hero}
}

// merger makes a party that joins another a group that leaves itself.
func (s *story) merger(ev *frame.Event, ref sentenceRef) {
	status, cue := s.status(ev, ref)
	if status == "negated" {
		status = "denied"
	}
	host := s.sentence(ref).Items[ev.Host].Phrase
	var from *syntax.Phrase
	items := s.sentence(ref).Items[ev.ClauseFirst:ev.ClauseLast]
	try := func(ph *syntax.Phrase) {
		if ph.Head == syntax.PartyHead && ph.Case == syntax.Ka && ph != ev.Party && !ph.Party.Symbol && ph.Party.ID != ev.Party.Party.ID {
			from = ph
		}
	}
	for _, it := range items {
		if it.Kind != syntax.PhraseItem {
			continue
		}
		try(it.Phrase)
		for _, of := range it.Phrase.Of {
			try(of)
		}
	}
	for _, of := range host.Of {
		try(of)
	}
	if status == "" || from == nil {
		return
	}
	text := s.texts[ref.in].Doc.Slice(from.First, from.Last)
	e := &Entity{Group: true, GroupText: text, Name: text, seen: map[string]bool{}}
	p := &syntax.Person{Group: true, GroupFirst: from.First, GroupLast: from.Last}
	m := &Mention{In: ref.in, Sentence: ref.i, Phrase: from, Person: p, Entity: e}
	e.Mentions = []*Mention{m}
	s.entities = append(s.entities, e)
	for _, ph := range []*syntax.Phrase{from, ev.Party} {
		act := frame.Leave
		if ph == ev.Party {
			act = frame.Join
		}
		s.legs = append(s.legs, &legAt{entity: e, mention: m, act: act, party: ph.Party.ID, partySpan: Span{ref.in, ph.First, ph.Last, ev.Rule.ID},
			basis: "stated", status: status, background: s.background(ev, ref), event: ev, ref: ref, cue: Span{ref.in, cue[0], cue[1], ev.Rule.ID}})
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
		if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.PronounHead && it.Phrase.Case == syntax.Saath {
			with = true
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
	if !joined || left == nil {
		return
	}
	for _, m := range made {
		if m.affiliation != "" {
			continue
		}
		if left.act == frame.Leave {
			m.affiliation, m.affSpan = left.party, left.partySpan
		} else {
			m.affiliation, m.affSpan = left.affiliation, left.affSpan
		}
	}
}

// stands gives the party that the mention's own phrase puts the person in, when it is not the
// party of the event itself.
func (s *story) stands(m *Mention, ev *frame.Event) (string, Span) {
	for i := len(m.Person.Affiliations) - 1; i >= 0; i-- {
		a := m.Person.Affiliations[i]
		if a.Party == "" {
			continue
		}
		if ev.Party != nil && a.First == ev.Party.First {
			continue
		}
		return a.Party, Span{m.In, a.First, a.Last, "affiliation"}
	}
	// "उसके छह पार्षदों ने": the party that the sentence before speaks of
	if m.Person.Group {
		for _, of := range m.Phrase.Of {
			if of.Head == syntax.PronounHead && !of.Pronoun.First && !of.Pronoun.Reflexive {
				if id, span := s.partyBefore(m); id != "" {
					return id, span
				}
			}
		}
	}
	// a list shares the party of its head: "सपा नेता A, B और C"
	if ms := s.byPhrase[m.Phrase]; len(ms) > 1 && ms[0] != m {
		if a, _ := affiliation(ms[0].Person); a != "" {
			for _, aff := range ms[0].Person.Affiliations {
				if aff.Party == a {
					return a, Span{m.In, aff.First, aff.Last, "affiliation"}
				}
			}
		}
	}
	return "", Span{}
}

// partyBefore gives the first party of the sentence before a mention's.
func (s *story) partyBefore(m *Mention) (string, Span) {
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

// who finds the people of an event and the mention of each, nil where a pronoun stood.
func (s *story) who(ev *frame.Event, ref sentenceRef, f *focus) (people []*Entity, mentions []*Mention) {
	ph := ev.Who
	if ph == nil {
		return s.silent(ev, ref, f)
	}
	if ph.Head == syntax.PronounHead {
		return s.pronoun(ph, ev, ref, f)
	}
	for _, m := range s.byPhrase[ph] {
		p := m.Person
		switch {
		case p.Named():
			if s.bystander(m, ev) {
				continue
			}
		case p.Group && p.Anaphoric && !p.Vague && (p.Count == 0 || p.Count == len(f.list)) && len(f.list) > 1:
			for _, e := range f.list {
				people, mentions = append(people, e), append(mentions, nil)
			}
			continue
		case p.Group && p.Anaphoric && !p.Vague && p.Count == 0:
			if len(f.subject) == 1 && f.subject[0].Group {
				people, mentions = append(people, f.subject[0]), append(mentions, nil)
				continue
			}
			s.group(m, ref) // "उन नेताओं को": whose names may follow
			m.Entity.Ghost = true
		case p.Group && p.Count == 0 && s.sofar(ev, ref):
			continue // "कई नेता पार्टी छोड़ चुके हैं": a background hum
		case p.Group && p.Count == 0 && !p.Vague && len(p.Affiliations) == 0:
			// "नेताओं ने": nobody in particular, but names may follow
			s.group(m, ref)
			m.Entity.Ghost = true
		case p.Group:
			s.group(m, ref)
		default:
			e := s.byRole(m, f)
			if e == nil && s.Grammar.GroupNoun(s.tokens(m.In)[p.RoleLast-1].Key) && len(m.Phrase.Of) > 0 {
				s.group(m, ref) // "कई दलों के नेता"
				e = m.Entity
				e.Ghost = true
			}
			if e == nil {
				continue
			}
			if m.Entity == nil {
				m.Entity = e
				e.Mentions = append(e.Mentions, m)
			}
		}
		if m.Entity != nil && !slices.Contains(people, m.Entity) {
			people, mentions = append(people, m.Entity), append(mentions, m)
		}
	}
	return s.company(ev, ref, people, mentions)
}

// company adds the named people in whose company others move: "A के साथ सात और नेताओं ने", "X अपने
// पुत्र Y के साथ".
func (s *story) company(ev *frame.Event, ref sentenceRef, people []*Entity, mentions []*Mention) ([]*Entity, []*Mention) {
	if len(people) == 0 {
		return people, mentions
	}
	items := s.sentence(ref).Items
	for i := range items {
		it := items[i]
		if it.Kind != syntax.PhraseItem || it.Phrase.Case != syntax.Saath && it.Phrase.Case != syntax.Samet || it.Phrase.Head != syntax.Persons || it.First > ev.Last {
			continue
		}
		own := i > 0 && items[i-1].Kind == syntax.PhraseItem && items[i-1].Phrase.Pronoun.Reflexive
		for _, of := range it.Phrase.Of {
			own = own || of.Head == syntax.PronounHead && of.Pronoun.Reflexive
		}
		if !own && !people[0].Group && !s.fellow(it.Phrase) {
			continue
		}
		for _, m := range s.byPhrase[it.Phrase] {
			if m.Entity != nil && m.Person.Named() && !slices.Contains(people, m.Entity) {
				people, mentions = append(people, m.Entity), append(mentions, m)
			}
		}
	}
	return people, mentions
}

// sofar says whether the event is told as what has been going on (छोड़ चुके हैं), of nobody in particular.
func (s *story) sofar(ev *frame.Event, ref sentenceRef) bool {
	return ev.Verb >= 0 && s.sentence(ref).Items[ev.Verb].Verb.Completed
}

// bystander says whether a mention cannot be the one who moves: the receiver of the same event.
func (s *story) bystander(m *Mention, ev *frame.Event) bool {
	return ev.Receiver != nil && ev.Receiver == m.Phrase && ev.Receiver != ev.Who
}

// fellow says whether the people of a phrase in के साथ are plain names, who go along, and not somebody of rank, who
// receives.
func (s *story) fellow(ph *syntax.Phrase) bool {
	for i := range ph.Persons {
		p := &ph.Persons[i]
		if !p.Named() || p.Honorific || p.RoleLast > p.RoleFirst || len(p.Affiliations) > 0 || p.Last-p.First < 2 || s.Lexicon.LeaderParty(p.Key) != "" {
			return false
		}
	}
	return len(ph.Persons) > 1
}

// group makes an entity of unnamed people.
func (s *story) group(m *Mention, ref sentenceRef) {
	if m.Entity != nil {
		return
	}
	p := m.Person
	text := s.texts[m.In].Doc.Slice(p.GroupFirst, p.GroupLast)
	if n := len(m.Phrase.Of); n > 0 && m.Phrase.Of[n-1].Head == syntax.PartyHead && m.Phrase.Of[n-1].First < p.GroupFirst && len(m.Phrase.Persons) == 1 {
		text = s.texts[m.In].Doc.Slice(m.Phrase.Of[n-1].First, p.GroupLast)
	}
	e := &Entity{Group: true, GroupText: text, Name: text, Key: "", Count: p.Count, Vague: p.Vague, seen: map[string]bool{}}
	m.Entity = e
	e.Mentions = []*Mention{m}
	s.entities = append(s.entities, e)
}

// byRole finds whom a role without a name means: somebody of that role named before, else the
// one last spoken of, else the first of the title.
func (s *story) byRole(m *Mention, f *focus) *Entity {
	var best *Entity
	for _, o := range s.mentions {
		if o.Entity == nil || o.Entity.Group || o.order > m.order && m.In == InText {
			continue
		}
		if sharesRole(o.Person, m.Person) {
			best = o.Entity
		}
	}
	if best != nil {
		return best
	}
	if m.In == InText && m.Sentence <= 1 {
		// a lead that names the person only afterwards
		for _, o := range s.mentions {
			if o.In == InText && o.order > m.order && o.Sentence <= m.Sentence+3 && o.Entity != nil && o.Person.Named() && sharesRole(o.Person, m.Person) {
				return o.Entity
			}
		}
	}
	if len(f.subject) == 1 && !f.subject[0].Group && m.In == InText {
		return f.subject[0]
	}
	if m.In == InTitle {
		// a role in the title is the first of that role in the body
		for _, o := range s.mentions {
			if o.In == InText && o.Entity != nil && o.Person.Named() && sharesRole(o.Person, m.Person) {
				return o.Entity
			}
		}
	}
	return nil
}

func sharesRole(a, b *syntax.Person) bool {
	for _, i := range a.RoleIndexes {
		if slices.Contains(b.RoleIndexes, i) {
			return true
		}
	}
	return false
}

func nils(n int) []*Mention { return make([]*Mention, n) }

// silent finds the subject of an event whose sentence names none: the one last spoken of.
func (s *story) silent(ev *frame.Event, ref sentenceRef, f *focus) ([]*Entity, []*Mention) {
	if ref.in == InTitle {
		return nil, nil
	}
	if ev.Party == nil || ev.Attributive {
		return nil, nil
	}
	if ev.Mood != frame.Happened && ev.Mood != frame.Will && ev.Mood != frame.Declared {
		if ev.Mood != frame.May && ev.Mood != frame.Rumour && ev.Mood != frame.Refuted || len(f.subject) != 1 || !s.left(f.subject[0]) {
			return nil, nil
		}
	}
	if ev.Verb >= 0 {
		vg := s.sentence(ref).Items[ev.Verb].Verb
		if vg.Main == syntax.Inf && !vg.Finite {
			return nil, nil
		}
	}
	return f.subject, nils(len(f.subject))
}

// left says whether a person has been told to leave a party.
func (s *story) left(e *Entity) bool {
	return slices.ContainsFunc(s.legs, func(l *legAt) bool { return l.entity == e && l.act != frame.Join })
}

// pronoun finds whom a pronoun means.
func (s *story) pronoun(ph *syntax.Phrase, ev *frame.Event, ref sentenceRef, f *focus) ([]*Entity, []*Mention) {
	p := ph.Pronoun
	sent := s.sentence(ref)
	if p.Relative {
		// the nearest person before it
		var found *syntax.Phrase
		for _, it := range sent.Items {
			if it.First >= ph.First {
				break
			}
			if it.Kind == syntax.Opener {
				found = nil
			}
			if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons {
				found = it.Phrase
			}
		}
		if found != nil {
			es := s.entitiesOf(found)
			return es, nils(len(es))
		}
		return nil, nil // its names may follow: "जिन्हें निकाला गया उनमें A, B हैं"
	}
	if p.First {
		// the speaker: a person with ने of the same sentence outside the quotation, else the one last spoken of
		for _, it := range sent.Items {
			if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && it.Phrase.Case == syntax.Ne && it.Phrase.Quote == 0 {
				es := s.entitiesOf(it.Phrase)
				return es, nils(len(es))
			}
		}
		if len(f.subject) == 1 {
			return f.subject, nils(1)
		}
		return nil, nil
	}
	if p.Many && len(f.list) > 1 && (p.Count == 0 || p.Count == len(f.list)) {
		return f.list, nils(len(f.list))
	}
	// earlier in the same sentence
	if !p.Many {
		for i := len(sent.Items) - 1; i >= 0; i-- {
			it := sent.Items[i]
			if it.First >= ph.First || it.Kind != syntax.PhraseItem || it.Phrase.Head != syntax.Persons {
				continue
			}
			if c := it.Phrase.Case; c != syntax.Ne && c != syntax.Bare || it.Phrase == ev.Receiver {
				continue
			}
			if es := s.entitiesOf(it.Phrase); len(es) > 0 && ph.Case != syntax.Ko {
				return es, nils(len(es))
			}
		}
	}
	if p.One && len(f.subject) > 1 {
		return nil, nil
	}
	return f.subject, nils(len(f.subject))
}

// again says whether the clause has a word for coming back: फिर, पुनः, दोबारा, घर वापसी.
func (s *story) again(ev *frame.Event, ref sentenceRef) bool {
	if ev.Rule.Act != frame.Join {
		return false
	}
	sent := s.sentence(ref)
	first, last := sent.Items[ev.ClauseFirst].First, sent.Items[ev.ClauseLast-1].Last
	for i := first; i < last; i++ {
		if s.Status.Again[s.tokens(ref.in)[i].Key] {
			return true
		}
	}
	return false
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

// partyOfClause finds the party of an event that names none at all, from what its own sentence says
// of the one who acts and the one acted upon. The rest of the article is no ground for it.
func (s *story) partyOfClause(ev *frame.Event, ref sentenceRef, e *Entity, m *Mention) string {
	if ev.Rule.Act == frame.Join {
		if ev.Receiver != nil {
			if id := s.partyOf(ev.Receiver); id != "" {
				return id
			}
		}
		if ev.Rule.Return {
			// "घर वापसी" goes back to what was left
			for i := len(s.legs) - 1; i >= 0; i-- {
				if l := s.legs[i]; l.entity == e && l.act == frame.Leave && l.party != "" {
					return l.party
				}
			}
		}
		return s.partyNear(ev, ref)
	}
	if ev.Rule.Act == frame.Leave {
		return s.besides(ref, m)
	}
	sent := s.sentence(ref)
	for _, it := range sent.Items {
		if it.Kind != syntax.PhraseItem || it.Phrase == ev.Who || it.Phrase.Case != syntax.Ne && it.Phrase.Case != syntax.Dwara {
			continue
		}
		switch it.Phrase.Head {
		case syntax.PartyHead:
			return it.Phrase.Party.ID
		case syntax.Persons:
			if id := s.partyOf(it.Phrase); id != "" {
				return id
			}
		}
	}
	if m != nil {
		if id, _ := s.stands(m, ev); id != "" {
			return id
		}
	}
	for i := len(s.legs) - 1; i >= 0; i-- {
		if l := s.legs[i]; l.act == frame.Expel || l.act == frame.Suspend {
			return l.party
		}
	}
	// an act of party discipline by somebody whose party goes without saying
	for i := sent.First; i < sent.Last; i++ {
		if s.Status.PartyKeys[s.tokens(ref.in)[i].Key] {
			return s.struck(ref)
		}
	}
	return ""
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
	if generic := slices.ContainsFunc(m.Person.Affiliations, func(a syntax.Affiliation) bool { return a.Generic }); generic || m.Person.Group {
		if id, _ := s.loser(); of == "" || of == id {
			return id
		}
	}
	return ""
}

// partyLeft resolves "पार्टी" in leaving: the party of the person's own role phrase, the one that acts
// in the sentence, the one last left, the one the person is known to be of.
func (s *story) partyLeft(ev *frame.Event, ref sentenceRef, e *Entity, m *Mention, f *focus) string {
	if ev.Party.Own && e.Group && (m == nil || len(m.Person.Affiliations) == 0) {
		return "" // "अपनी अपनी पार्टी छोड़कर": one each
	}
	if m != nil {
		if id, _ := s.stands(m, ev); id != "" {
			return id
		}
	}
	sent := s.sentence(ref)
	if ev.Rule.Act == frame.Expel || ev.Rule.Act == frame.Suspend {
		for _, it := range sent.Items {
			if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.PartyHead && it.Phrase.Case == syntax.Ne {
				return it.Phrase.Party.ID
			}
		}
		for _, it := range sent.Items {
			if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && (it.Phrase.Case == syntax.Ne || it.Phrase.Case == syntax.Dwara) && it.Phrase != ev.Who {
				if id := s.partyOf(it.Phrase); id != "" {
					return id
				}
			}
		}
	}
	if id := s.known(e, ref); id != "" {
		return id
	}
	if f.left != "" {
		return f.left
	}
	// the party that the title or the lead names as the one struck
	return s.struck(ref)
}

// partyJoined resolves "पार्टी" in joining: the receiver's party, the party joined last.
func (s *story) partyJoined(ev *frame.Event, ref sentenceRef, e *Entity, f *focus) string {
	if ev.Receiver != nil {
		if id := s.partyOf(ev.Receiver); id != "" {
			return id
		}
	}
	if id := s.partyNear(ev, ref); id != "" {
		return id
	}
	if f.joined != "" {
		return f.joined
	}
	for _, l := range s.legs {
		if l.act == frame.Join && l.party != "" {
			return l.party
		}
	}
	for _, in := range []In{InTitle, InText} {
		for i := range s.texts[in].Events {
			if ev := &s.texts[in].Events[i]; ev.Rule.Act == frame.Join && ev.Party != nil && ev.Party.Head == syntax.PartyHead {
				return ev.Party.Party.ID
			}
		}
	}
	return ""
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
			if id := s.Lexicon.LeaderParty(m.Person.Key); id != "" {
				return id
			}
		}
	}
	return ""
}

// known gives the party that the article puts a person in, at the mention nearest before.
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
		if l.entity == e && l.party != "" && (l.act != frame.Join || l.background) {
			id = l.party
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
				for _, ph := range append([]*syntax.Phrase{it.Phrase}, it.Phrase.Of...) {
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

// loser gives the party that the title or the lead shows as losing people, and the words that say so.
func (s *story) loser() (string, Span) {
	for _, in := range []In{InTitle, InText} {
		for si := range s.texts[in].Sentences {
			if in == InText && si > 2 {
				break
			}
			ref := sentenceRef{in, si}
			if !s.holds(ref, s.Status.Loss) {
				continue
			}
			items := s.sentence(ref).Items
			for i, it := range items {
				if it.Kind != syntax.PhraseItem {
					continue
				}
				lossNext := i+1 < len(items) && s.lossIn(in, items[i+1]) || i+2 < len(items) && s.lossIn(in, items[i+2])
				for _, ph := range append([]*syntax.Phrase{it.Phrase}, it.Phrase.Of...) {
					switch {
					case ph.Head == syntax.PartyHead && (ph.Case == syntax.Ko || ph.Case == syntax.Se || ph.Case == syntax.Ka && it.Phrase.Head != syntax.HostHead || ph.Case == syntax.Me && lossNext):
						return ph.Party.ID, Span{in, ph.First, ph.Last, "loss"}
					case ph.Head == syntax.Persons && ph.Case == syntax.Ko && len(ph.Persons) == 1 && ph.Persons[0].Named():
						if id := s.Lexicon.LeaderParty(ph.Persons[0].Key); id != "" {
							return id, Span{in, ph.First, ph.Last, "loss"}
						}
					}
				}
			}
		}
	}
	return "", Span{}
}

// lossIn says whether an item has a word of loss.
func (s *story) lossIn(in In, it syntax.Item) bool {
	for i := it.First; i < it.Last; i++ {
		if s.Status.Loss[s.tokens(in)[i].Key] {
			return true
		}
	}
	return false
}
