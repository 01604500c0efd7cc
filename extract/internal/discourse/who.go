package discourse

import (
	"slices"

	"github.com/dalbadal/dalbadal/extract/internal/calendar"
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

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

// rather gives an event that a pronoun or nobody was the subject of to the one whom the article is about, where
// the last person spoken of has done nothing in it and did not open the paragraph.
func (s *story) rather(people []*Entity, mentions []*Mention, ev *frame.Event, ref sentenceRef, f *focus) []*Entity {
	if ref.in == InTitle || len(people) != 1 || mentions[0] != nil || people[0].Group || ev.Who != nil && ev.Who.Pronoun.Relative {
		return people
	}
	for _, l := range s.legs {
		if l.entity == people[0] {
			return people
		}
	}
	if s.tooBefore(people[0], ref) || f.headed == people[0] {
		return people
	}
	if ev.Who != nil && ev.Who.Head == syntax.PronounHead {
		if ev.Who.Case == syntax.Ko && ev.Receiver != nil && ev.Receiver.Head == syntax.Persons && ev.Rule.Act == frame.Join && slices.ContainsFunc(people[0].Mentions, func(m *Mention) bool {
			return m.In == ref.in && m.Sentence < ref.i && m.Phrase.Case == syntax.Bare && s.paragraph(sentenceRef{m.In, m.Sentence}) == s.paragraph(ref)
		}) {
			return people // "X मातोश्री पहुंच गईं। Y ने उन्हें शिवबंधन बांधा।": whom the one who admits has before him
		}
		if m := s.correlate(ev.Who, ref); m != nil && m.Entity == people[0] {
			return people
		}
	}
	if ref.i > 0 && slices.Contains(s.spokenAbout(sentenceRef{ref.in, ref.i - 1}), people[0]) {
		return people // "X को लेकर भी अटकलें तेज हैं। वह पार्टी छोड़ सकते हैं"
	}
	for _, m := range people[0].Mentions {
		if m.In != ref.in || m.Sentence != ref.i || m.Phrase.First >= ev.First {
			continue
		}
		if m.Phrase.Case == syntax.Bare && ev.Who != nil && ev.Who.Head == syntax.PronounHead && s.partyless(people[0]) {
			return people // "X अब तक किसी पार्टी में नहीं थे, वह भी मंच पर लाल टोपी पहने नजर आए"
		}
		if m.Phrase.Case == syntax.Ko && m.Person.RoleLast > m.Person.RoleFirst {
			return people // "पूर्व अध्यक्ष X को टिकट की उम्मीद थी, … तो उन्होंने भी"
		}
		if of, _ := affiliation(m.Person); m.Phrase.Case == syntax.Ne && of != "" && ev.Rule.Act == frame.Join && ev.Party != nil && ev.Party.Head == syntax.PartyHead && ev.Party.Party.ID != of {
			return people // "जदयू विधायक X ने ऐलान किया है कि वे राजद में शामिल होंगे"
		}
		if m.Phrase.Case == syntax.Ne && m.Person.RoleLast > m.Person.RoleFirst && s.holds(ref, s.Status.Deny) {
			return people // "नेता X ने इन खबरों का खंडन किया कि वह भी पार्टी छोड़ने वाली हैं"
		}
	}
	if s.paragraph(ref) == f.paragraph && len(f.opening) == 1 && f.opening[0] == people[0] && (ev.Mood == frame.Happened || ev.Mood == frame.Refuted) {
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
	s.trace.means(ev, "the one person whom the article's news is about")
	return []*Entity{hero}
}

// who finds the people of an event and the mention of each, nil where a pronoun stood.
func (s *story) who(ev *frame.Event, ref sentenceRef, f *focus) (people []*Entity, mentions []*Mention) {
	ph := ev.Who
	if ph == nil {
		return s.silent(ev, ref, f)
	}
	if ph.Head == syntax.PronounHead {
		people, mentions = s.pronoun(ph, ev, ref, f)
		return s.company(ev, ref, people, mentions)
	}
	if es := s.onBehalf(ph, ev, f); es != nil {
		return es, nils(len(es))
	}
	for _, m := range s.byPhrase[ph] {
		p := m.Person
		switch {
		case p.Named():
			if s.bystander(m, ev) || s.speaksNext(m, ev, ref) {
				continue
			}
		case p.Group && p.Anaphoric && !p.Vague && (p.Count == 0 || p.Count == len(f.list)) && len(f.list) > 1:
			s.trace.means(ev, "those whom the article named together last")
			for _, e := range f.list {
				people, mentions = append(people, e), append(mentions, nil)
			}
			continue
		case p.Group && p.Anaphoric && !p.Vague && p.Count > 1 && s.restOf(f.list, p.Count) != nil:
			s.trace.means(ev, "those named together last but for whoever has moved on his own since")
			for _, e := range s.restOf(f.list, p.Count) {
				people, mentions = append(people, e), append(mentions, nil)
			}
			continue
		case p.Group && p.Anaphoric && !p.Vague && p.Count > 2 && s.movedSoFar(p.Count) != nil:
			s.trace.means(ev, "all those whom the news has named so far")
			for _, e := range s.movedSoFar(p.Count) {
				people, mentions = append(people, e), append(mentions, nil)
			}
			continue
		case p.Group && p.Anaphoric && !p.Vague && p.Count == 0:
			if len(f.subject) == 1 && f.subject[0].Group {
				s.trace.means(ev, "the group last spoken of")
				people, mentions = append(people, f.subject[0]), append(mentions, nil)
				continue
			}
			if o := s.groupBefore(m, ref); o != nil {
				people, mentions = append(people, o.Entity), append(mentions, o)
				continue
			}
			s.group(m) // "उन नेताओं को": whose names may follow
			m.Entity.Ghost = true
		case p.Group && p.Count == 1 && p.GroupLast-p.GroupFirst == 1 && !putsOut(ev.Rule.Act):
			continue // "एक ने बोतल पकड़ी, दूसरे ने पर्चा भरा"
		case p.Group && p.Count == 0 && s.anybody(p, m.In):
			continue // "कुछ ने", "कोई न कोई कांग्रेसी"
		case p.Group && p.Vague && ev.Mood == frame.Refuted && len(p.Affiliations) == 0:
			continue // "कुछ लोग मेरे भाजपा में जाने की झूठी खबर फैला रहे हैं"
		case p.Group && p.Count == 0 && s.sofar(ev, ref):
			continue // "कई नेता पार्टी छोड़ चुके हैं": a background hum
		case p.Group && p.Count == 0 && !p.Vague && len(p.Affiliations) == 0 && ev.Mood != frame.Refuted:
			// "नेताओं ने": nobody in particular, but names may follow
			s.group(m)
			m.Entity.Ghost = true
		case p.Group, p.Count == 1 && !p.Anaphoric:
			s.group(m)
		default:
			if last := p.RoleLast - 1; last >= 0 && s.Status.Stay[s.tokens(m.In)[last].Key] && len(f.subject) == 1 {
				people, mentions = append(people, f.subject[0]), append(mentions, nil) // "मैं पार्टी का सिपाही हूं"
				continue
			}
			e := s.byRole(m, f)
			if e == nil && p.RoleLast > 0 && s.Grammar.GroupNoun(s.tokens(m.In)[p.RoleLast-1].Key) && len(m.Phrase.Of) > 0 && !(len(p.Places) > 0 && s.tooBehind(m)) {
				s.group(m) // "कई दलों के नेता"
				e = m.Entity
				e.Ghost = !s.rejects(ref) // who deny a report are people enough
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
	if len(people) > 0 {
		people, mentions = s.withLeader(ev, ref, people, mentions)
	}
	return s.company(ev, ref, people, mentions)
}

// speaksNext says whether a title's last name behind a comma begins what he says: "चश्मे के हुए A, B बोले- …".
func (s *story) speaksNext(m *Mention, ev *frame.Event, ref sentenceRef) bool {
	persons := m.Phrase.Persons
	if ref.in != InTitle || len(persons) < 2 || m.Person != &persons[len(persons)-1] || m.Phrase.First < ev.First {
		return false
	}
	tokens, items := s.tokens(InTitle), s.sentence(ref).Items
	i := slices.IndexFunc(items, func(it syntax.Item) bool { return it.Kind == syntax.PhraseItem && it.Phrase == m.Phrase })
	return tokens[persons[len(persons)-2].Last].Key == "," && i+1 < len(items) && saying(items[i+1])
}

// onBehalf gives the one whose people deny what is reported of him: "उनके करीबियों ने भाजपा में जाने की बात को अफवाह बताया".
func (s *story) onBehalf(ph *syntax.Phrase, ev *frame.Event, f *focus) []*Entity {
	if ev.Mood != frame.Refuted || ph.Head != syntax.Persons || !ph.Persons[0].Group || ph.Persons[0].Count > 0 || len(ph.Of) != 1 {
		return nil
	}
	switch of := ph.Of[0]; {
	case of.Head == syntax.Persons && of.Persons[0].Named():
		return s.entitiesOf(of)
	case of.Head == syntax.PronounHead && !of.Pronoun.Reflexive && !of.Pronoun.First && len(f.subject) == 1:
		s.trace.means(ev, "the one whose people speak for him")
		return f.subject
	}
	return nil
}

// company adds the named people in whose company others move: "A के साथ सात और नेताओं ने", "X अपने
// पुत्र Y के साथ", "वह पत्नी Z समेत".
func (s *story) company(ev *frame.Event, ref sentenceRef, people []*Entity, mentions []*Mention) ([]*Entity, []*Mention) {
	if len(people) == 0 || ev.Mood == frame.Refuted || s.rejects(ref) {
		return people, mentions // who denies that he goes with somebody speaks for himself
	}
	items := s.sentence(ref).Items
	for i := range items {
		it := &items[i]
		if it.First > ev.Last {
			break
		}
		if it.Kind != syntax.PhraseItem || it.Phrase.Case != syntax.Saath && it.Phrase.Case != syntax.Samet || it.Phrase.Head != syntax.Persons {
			continue
		}
		own := it.Phrase.Persons[0].Kin || i > 0 && items[i-1].Kind == syntax.PhraseItem && items[i-1].Phrase.Pronoun.Reflexive
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

// anybody says whether a group is nobody in particular: only a word for some, or of a kind of whom now one and now another acts.
func (s *story) anybody(p *syntax.Person, in In) bool {
	return p.Vague && p.GroupLast-p.GroupFirst == 1 || p.GroupFirst > 0 && s.Status.Indefinite[s.tokens(in)[p.GroupFirst-1].Key]
}

// sofar says whether the event is told as what has been going on (छोड़ चुके हैं), of nobody in particular.
func (s *story) sofar(ev *frame.Event, ref sentenceRef) bool {
	return ev.Verb >= 0 && s.sentence(ref).Items[ev.Verb].Verb.Completed
}

// groupBefore gives the people of the sentences before whom "ये विधायक" means: the last ones of that word who are counted or
// of a party.
func (s *story) groupBefore(m *Mention, ref sentenceRef) *Mention {
	var found *Mention
	for _, o := range s.mentions {
		if o == m || o.In != m.In || o.Sentence >= m.Sentence || o.Sentence < m.Sentence-3 || !o.Person.Group || o.Person.Anaphoric {
			continue
		}
		if stem(o.Person.GroupWord) == stem(m.Person.GroupWord) && (o.Person.Count > 1 || len(o.Person.Affiliations) > 0) {
			found = o
		}
	}
	if found != nil {
		s.group(found)
	}
	return found
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
		if !p.Named() || p.Honorific || p.RoleLast > p.RoleFirst || len(p.Affiliations) > 0 || s.leads(p.Key) != "" {
			return false
		}
	}
	return len(ph.Persons) > 1
}

// group makes an entity of unnamed people.
func (s *story) group(m *Mention) {
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
	of, _ := affiliation(m.Person)
	if m.In == InTitle {
		if e := s.firstOfRole(m); e != nil || s.movers() > 0 {
			return e
		}
	}
	var best, former *Entity
	for _, o := range s.mentions {
		if o.Entity == nil || o.Entity.Group || o.order > m.order && m.In == InText || !sharesRole(o.Person, m.Person) {
			continue
		}
		if o.Person.Former != m.Person.Former {
			former = o.Entity
		} else {
			best = o.Entity
		}
	}
	if best == nil {
		best = former
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
		if m.Sentence == 0 && !ends(s.sentence(sentenceRef{InText, 0})) {
			// a line above the text: whoever acts first in it
			for _, o := range s.mentions {
				if c := o.Phrase.Case; o.In == InText && o.order > m.order && o.Sentence <= m.Sentence+3 && o.Entity != nil && o.Person.Named() && (c == syntax.Ne || c == syntax.Bare) {
					return o.Entity
				}
			}
		}
	}
	if len(f.subject) == 1 && !f.subject[0].Group && m.In == InText && !(of != "" && len(m.Person.Places) > 0) {
		return f.subject[0] // but "मदारीहाट के भाजपा विधायक" is somebody else
	}
	return nil
}

// firstOfRole finds whom a role in the title means: the first in the body of whom a move is told, who is in the office or was; where
// the body tells of nobody's move, or the title of the party too, the first in it.
func (s *story) firstOfRole(m *Mention) *Entity {
	var first *Entity
	for _, same := range []bool{true, false} {
		for _, o := range s.mentions {
			if o.In != InText || o.Entity == nil || !o.Person.Named() || !sharesRole(o.Person, m.Person) || same != (o.Person.Former == m.Person.Former) {
				continue
			}
			if slices.ContainsFunc(s.legs, func(l *legAt) bool { return l.entity == o.Entity && !(same && l.background) }) {
				return o.Entity
			}
			if of, _ := affiliation(m.Person); first == nil && same && (s.movers() == 0 || of != "" && ofParty(o.Person, of) && s.seat(m.Person)) {
				first = o.Entity
			}
		}
	}
	return first
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
	if es, ms := s.worn(ev, ref, f); len(es) > 0 {
		s.trace.means(ev, "left out: the one on whom the party's cloth is put")
		return es, ms
	}
	if ev.Party == nil || ev.Attributive {
		return nil, nil
	}
	if putsOut(ev.Rule.Act) && s.speaksForOthers(ev, ref) {
		return nil, nil // "दो नेताओं के … के चलते राजद से बाहर किया है"
	}
	if s.kinGoes(ev, ref) || s.publicGoes(ev, ref) || s.someOf(ev, ref) || s.anotherTaken(ev, ref) {
		return nil, nil
	}
	if ref.in == InTitle {
		if es, ms := s.ofReport(ev, ref, f); len(es) > 0 {
			s.trace.means(ev, "left out: the one who answers the report")
			return es, ms
		}
		if hero := s.hero(); hero != nil && !s.ofOthers(hero) && (ev.Mood == frame.Rumour || ev.Mood == frame.May || ev.Mood == frame.Will || ev.Mood == frame.Asked || ev.Mood == frame.Refuted) {
			s.trace.means(ev, "left out: the one person whom the title names")
			return []*Entity{hero}, nils(1)
		}
		return nil, nil
	}
	if ev.Mood == frame.Not || ev.Mood == frame.Refuted {
		// "X ने कहा कि भाजपा में जाने की खबरें निराधार हैं"; "कांग्रेस में जाने का कोई इरादा नहीं" counts only against a report
		if es := s.matrix(ev, ref, f); len(es) == 1 && (ev.Mood == frame.Not || !s.speaksForOthers(ev, ref)) {
			s.trace.means(ev, "left out: the one who says so")
			return es, nils(1)
		}
		if ev.Mood == frame.Not {
			return nil, nil
		}
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
	if es := s.matrix(ev, ref, f); len(es) > 0 {
		s.trace.means(ev, "left out: the subject of the clause that this one depends on")
		return es, nils(len(es))
	}
	if es := s.storyOf(ev, ref); len(es) > 0 {
		s.trace.means(ev, "left out: the one whose story the sentence tells")
		return es, nils(len(es))
	}
	s.trace.means(ev, "left out: the subject of the clause or sentence before")
	return f.subject, nils(len(f.subject))
}

// storyOf gives the one whose story a sentence begins to tell: "X की कहानी भी मिलती-जुलती है, … पार्टी से बाहर आ गए".
func (s *story) storyOf(ev *frame.Event, ref sentenceRef) []*Entity {
	for _, it := range s.sentence(ref).Items {
		if it.First >= ev.First {
			break
		}
		if ph := it.Phrase; it.Kind == syntax.PhraseItem && ph.Head == syntax.Noun && ph.Case == syntax.Bare && s.Status.TopicWords[ph.Word] && len(ph.Of) == 1 && ph.Of[0].Head == syntax.Persons && ph.Of[0].Persons[0].Named() {
			return s.entitiesOf(ph.Of[0])
		}
	}
	return nil
}

// ofReport gives the one behind a report in a title who answers it: "सपा में जाने की चर्चा पर भड़के ओबरा विधायक", "… की चर्चा पर सपा विधायक का
// तंज".
func (s *story) ofReport(ev *frame.Event, ref sentenceRef, f *focus) ([]*Entity, []*Mention) {
	if ev.Mood != frame.Rumour && ev.Mood != frame.Refuted {
		return nil, nil
	}
	about := false
	for _, it := range s.sentence(ref).Items {
		if it.First < ev.Last {
			continue
		}
		if s.tokens(ref.in)[it.First].Key == "क्या" {
			return nil, nil // "… की खबरों पर क्या बोले X": he may speak for others
		}
		if it.Kind != syntax.PhraseItem {
			continue
		}
		ph := it.Phrase
		about = about || ph.Head == syntax.Noun && ph.Case == syntax.Par
		if ph.Head == syntax.Noun && ph.Case == syntax.Bare && len(ph.Of) == 1 && ph.Of[0].Head == syntax.Persons {
			ph = ph.Of[0]
		}
		if !about || ph.Head != syntax.Persons || len(ph.Persons) != 1 || ph.Persons[0].Group {
			continue
		}
		m := s.byPhrase[ph][0]
		if of, _ := affiliation(m.Person); ev.Party != nil && ev.Party.Head == syntax.PartyHead && of == ev.Party.Party.ID {
			return nil, nil
		}
		e := m.Entity
		if e == nil {
			if e = s.byRole(m, f); e == nil {
				return nil, nil
			}
			m.Entity = e
			e.Mentions = append(e.Mentions, m)
		}
		return []*Entity{e}, []*Mention{m}
	}
	return nil, nil
}

// publicGoes says whether the subject of an event's clause is the people at large: "जनता भाजपा का साथ छोड़ चुकी है".
func (s *story) publicGoes(ev *frame.Event, ref sentenceRef) bool {
	return slices.ContainsFunc(s.sentence(ref).Items[ev.ClauseFirst:ev.ClauseLast], func(it syntax.Item) bool {
		return it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Noun && (it.Phrase.Case == syntax.Bare || it.Phrase.Case == syntax.Ne) && s.Status.Public[s.tokens(ref.in)[it.Phrase.Last-1].Key]
	})
}

// anotherTaken says whether the clause tells, by no name, whom somebody takes in: "दल में निरीक्षक को भी शामिल किया गया".
func (s *story) anotherTaken(ev *frame.Event, ref sentenceRef) bool {
	if ev.Rule.Act != frame.Join || ev.Verb < 0 || !s.sentence(ref).Items[ev.Verb].Verb.Passive {
		return false
	}
	return slices.ContainsFunc(s.sentence(ref).Items[ev.ClauseFirst:ev.ClauseLast], func(it syntax.Item) bool {
		return it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Noun && it.Phrase.Case == syntax.Ko && !slices.ContainsFunc(s.expressions(ref), func(x calendar.Expr) bool { return x.First < it.Phrase.Last && it.Phrase.First < x.Last })
	})
}

// someOf says whether an event is told of one or some of those spoken of before, whom it does not name: "इनमें से एक भाजपा में शामिल हो
// गया".
func (s *story) someOf(ev *frame.Event, ref sentenceRef) bool {
	tokens := s.tokens(ref.in)
	for _, it := range s.sentence(ref).Items {
		if it.First >= ev.First {
			break
		}
		if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.PronounHead && s.Status.RosterHeads[it.Phrase.Word] && it.Last+1 < ev.Last && tokens[it.Last].Key == "से" && s.Status.Numbers[tokens[it.Last+1].Key] {
			return true
		}
	}
	return false
}

// countedBefore gives the people of a few sentences before who are counted, as many as count, or any if that is 0: "छह नगरसेवक … हाजिर हो
// गए। … सभी शिवसेना में शामिल हो गए।"
func (s *story) countedBefore(count int, ref sentenceRef) *Mention {
	const near = 4 // sentences
	for i := ref.i - 1; i >= max(0, ref.i-near); i-- {
		for _, it := range s.sentence(sentenceRef{ref.in, i}).Items {
			if it.Kind != syntax.PhraseItem || it.Phrase.Head != syntax.Persons || len(it.Phrase.Persons) != 1 || it.Phrase.Case != syntax.Bare && it.Phrase.Case != syntax.Ne {
				continue
			}
			if p := &it.Phrase.Persons[0]; p.Group && !p.Anaphoric && p.Count > 1 && (count == 0 || p.Count == count) {
				m := s.byPhrase[it.Phrase][0]
				s.group(m)
				return m
			}
		}
	}
	return nil
}

// kinGoes says whether the subject of an event's clause is told without a name, as somebody's kin or by what he did: "X की बेटी
// भाजपा में", "X को बरी करने वाले जज भाजपा में".
func (s *story) kinGoes(ev *frame.Event, ref sentenceRef) bool {
	items := s.sentence(ref).Items
	for i, it := range items[:ev.ClauseLast] {
		if i > 0 && items[i-1].Kind == syntax.VerbItem && items[i-1].Verb.Vala && it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Noun && it.Phrase.Case == syntax.Bare && it.Last <= ev.First {
			return true
		}
		if i >= ev.ClauseFirst && it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Noun && (it.Phrase.Case == syntax.Bare || it.Phrase.Case == syntax.Ne) && len(it.Phrase.Of) > 0 && it.Phrase.Of[len(it.Phrase.Of)-1].Head == syntax.Persons {
			return true
		}
	}
	return false
}

// ofOthers says whether the body reports the event of other people and none of the one named.
func (s *story) ofOthers(e *Entity) bool {
	others := false
	for _, l := range s.legs {
		if l.entity == e {
			return false
		}
		others = others || l.entity.Group && !l.background && l.status == "rumoured"
	}
	return others
}

// worn gives the people on whom an event's clause puts the party's cloth: "X के गले में भाजपा का गमछा डाल दिया गया", "उनकी कलाई पर शिवबंधन
// बांधा".
func (s *story) worn(ev *frame.Event, ref sentenceRef, f *focus) (people []*Entity, mentions []*Mention) {
	if ev.Rule.Act != frame.Join || ev.Attributive {
		return nil, nil
	}
	for _, it := range s.sentence(ref).Items[ev.ClauseFirst:ev.ClauseLast] {
		if it.Kind != syntax.PhraseItem || it.Phrase.Head != syntax.Noun || !s.Status.Worn[it.Phrase.Word] || it.Phrase.Case != syntax.Me && it.Phrase.Case != syntax.Par {
			continue
		}
		for _, of := range it.Phrase.Of {
			if of.Head == syntax.PronounHead && !of.Pronoun.First {
				return s.pronoun(of, ev, ref, f)
			}
			for _, m := range s.byPhrase[of] {
				if m.Person.Group && !m.Person.Anaphoric {
					s.group(m)
				}
				if m.Entity != nil && (m.Person.Named() || m.Entity.Group) {
					people, mentions = append(people, m.Entity), append(mentions, m)
				}
			}
		}
	}
	return people, mentions
}

// speaksForOthers says whether the clause of an event without a subject speaks of unnamed people: "X ने कहा कि विधायकों के … होने और भाजपा
// में जाने की बातें गलत हैं".
func (s *story) speaksForOthers(ev *frame.Event, ref sentenceRef) bool {
	for _, it := range s.sentence(ref).Items {
		if it.Kind != syntax.PhraseItem || it.First >= ev.First {
			continue
		}
		for _, ph := range append([]*syntax.Phrase{it.Phrase}, it.Phrase.Of...) {
			if ph.Head == syntax.Persons && ph.Persons[0].Group {
				return true
			}
		}
	}
	return false
}

// matrix gives the subject of the clause that the event's clause depends on: "X इतने खफा हुए कि बसपा में चले गए".
func (s *story) matrix(ev *frame.Event, ref sentenceRef, f *focus) []*Entity {
	items := s.sentence(ref).Items
	for i := ev.ClauseFirst - 1; i >= 0; i-- {
		it := items[i]
		if it.Kind == syntax.PhraseItem && it.Phrase == ev.Receiver {
			continue
		}
		if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && (it.Phrase.Case == syntax.Ne || it.Phrase.Case == syntax.Bare) {
			return s.entitiesOf(it.Phrase)
		}
		if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.PronounHead && (it.Phrase.Case == syntax.Ne || it.Phrase.Case == syntax.Bare) && !it.Phrase.Pronoun.Relative && (ev.Mood == frame.Not || ev.Mood == frame.Refuted) {
			es, _ := s.pronoun(it.Phrase, ev, ref, f)
			return es // "उन्होंने कहा कि भाजपा में जाने की खबर गलत है"
		}
	}
	return nil
}

// hero gives the one person whom the title names, or nil.
func (s *story) hero() *Entity {
	var hero *Entity
	for _, m := range s.mentions {
		if m.In != InTitle || !m.Person.Named() || m.Entity == nil || m.Entity == hero {
			continue
		}
		if hero != nil {
			return nil
		}
		hero = m.Entity
	}
	return hero
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
			s.trace.means(ev, "relative: the nearest person before it in the sentence")
			es := s.entitiesOf(found)
			return es, nils(len(es))
		}
		if list := s.rosterList(sent, s.tokens(ref.in)); list != nil && list.First > ph.First && (ph.Case == syntax.Ko || ph.Case == syntax.Ne || ph.Case == syntax.Ka) {
			s.trace.means(ev, "relative: the list that follows in the sentence")
			var es []*Entity
			var ms []*Mention
			for _, m := range s.byPhrase[list] {
				if m.Entity != nil && m.Person.Named() {
					es, ms = append(es, m.Entity), append(ms, m)
				}
			}
			return es, ms // "जिन्हें निकाला गया उनमें A, B हैं", "जिनकी वापसी हुई उनमें …"
		}
		return nil, nil
	}
	if p.First {
		// the speaker: a person with ने of the same sentence outside the quotation, else the one last spoken of
		for _, it := range sent.Items {
			if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && it.Phrase.Case == syntax.Ne && it.Phrase.Quote == 0 {
				s.trace.means(ev, "first person: the one who speaks in the sentence")
				es := s.entitiesOf(it.Phrase)
				return es, nils(len(es))
			}
		}
		if ph := captioned(sent); ph != nil {
			if es := s.entitiesOf(ph); len(es) == 1 {
				s.trace.means(ev, "first person: the one whose words these are")
				return es, nils(1)
			}
		}
		if len(f.subject) == 1 {
			s.trace.means(ev, "first person: the one last spoken of")
			return f.subject, nils(1)
		}
		return nil, nil
	}
	if m := s.correlate(ph, ref); m != nil {
		if m.Person.Named() {
			s.trace.means(ev, "the one of the relative clause before")
			return []*Entity{m.Entity}, nils(1) // "जिन X को उन्होंने हराया था, वे सपा में चले गए"
		}
		if p.Many || !p.One && !p.First {
			s.trace.means(ev, "the group that the relative clause before tells of")
			s.group(m)
			return []*Entity{m.Entity}, []*Mention{m}
		}
	}
	if p.Many {
		if es := s.listBefore(ph, ev.Receiver, ref); len(es) > 1 && (p.Count == 0 || p.Count == len(es)) {
			s.trace.means(ev, "those whom the sentence names together before")
			return es, nils(len(es))
		}
	}
	if p.Many && p.Count > 1 {
		if es := s.restOf(f.list, p.Count); es != nil {
			s.trace.means(ev, "those named together last but for whoever has moved on his own since")
			return es, nils(len(es))
		}
	}
	if p.Many && p.Count == 2 {
		if es := s.pairBefore(ph, ref); es != nil {
			s.trace.means(ev, "the one whom the sentence names before and the one with whom")
			return es, nils(len(es))
		}
	}
	if p.Many && (p.Count > 2 || p.Count == 2 && putsOut(ev.Rule.Act)) && p.Count != len(f.list) {
		if es := s.movedSoFar(p.Count); es != nil {
			s.trace.means(ev, "all those whom the news has named so far")
			return es, nils(len(es))
		}
	}
	if p.Many && len(f.list) > 1 && (p.Count == 0 || p.Count == len(f.list)) {
		s.trace.means(ev, "those whom the article named together last")
		return f.list, nils(len(f.list))
	}
	// earlier in the same sentence
	if !p.Many {
		var dative *syntax.Phrase
		for i := len(sent.Items) - 1; i >= 0; i-- {
			it := sent.Items[i]
			if it.First < ph.First && it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.PronounHead && it.Phrase.Pronoun.Many && !it.Phrase.Pronoun.Relative && (!p.One || ph.Case == syntax.Bare) &&
				(it.Phrase.Case == syntax.Ne || it.Phrase.Case == syntax.Bare) && len(f.list) > 1 && (it.Phrase.Pronoun.Count == 0 || it.Phrase.Pronoun.Count == len(f.list)) {
				s.trace.means(ev, "those whom the sentence takes up together before")
				return f.list, nils(len(f.list)) // "दोनों ने तय किया है कि वे …", "… कि वह अपने वार्ड से …"
			}
			if it.First >= ph.First || it.Kind != syntax.PhraseItem {
				continue
			}
			if of := s.whose(it.Phrase); of != nil && dative == nil && (ev.Mood == frame.Rumour || ev.Mood == frame.May) {
				dative = of
			}
			if it.Phrase.Head != syntax.Persons || it.Phrase == ev.Receiver {
				continue
			}
			if c := it.Phrase.Case; ph.Case == syntax.Ko || ph.Case == syntax.Ka && putsOut(ev.Rule.Act) {
				// whoever it is that is acted on, it is not the one who acts in the same clause
				if p := &it.Phrase.Persons[0]; (c == syntax.Par || c == syntax.Khilaf) && p.Group && p.Count > 1 && !p.Anaphoric {
					s.group(s.byPhrase[it.Phrase][0]) // "पांच नेताओं पर कार्रवाई करते हुए उन्हें निकाल दिया"
					return []*Entity{s.byPhrase[it.Phrase][0].Entity}, s.byPhrase[it.Phrase][:1]
				}
				if i >= ev.ClauseFirst || c != syntax.Ne && c != syntax.Bare && c != syntax.Ko && c != syntax.Se || !it.Phrase.Persons[0].Named() {
					continue
				}
			} else if c == syntax.Ka && it.Phrase.Persons[0].Group && len(it.Phrase.Of) == 1 && it.Phrase.Of[0].Head == syntax.Persons && it.Phrase.Of[0].Persons[0].Named() && dative == nil {
				dative = it.Phrase.Of[0] // "X के करीबियों का कहना है कि वह …"
				continue
			} else if c != syntax.Ne && c != syntax.Bare {
				if c == syntax.Ko && i+1 < len(sent.Items) && sent.Items[i+1].Kind == syntax.VerbItem && s.Status.Sent[sent.Items[i+1].Verb.Lemma] {
					continue // "पार्टी प्रमुख X को भेजे पत्र में उन्होंने"
				}
				if (c == syntax.Ko || c == syntax.Anya || c == syntax.Ka && len(f.subject) == 0 && ph.Case == syntax.Bare) && dative == nil && it.Phrase.Persons[0].Named() {
					dative = it.Phrase
				}
				continue
			}
			if es := s.entitiesOf(it.Phrase); len(es) > 0 {
				s.trace.means(ev, "the one named before in the sentence")
				return es, nils(len(es))
			}
			ms := s.byPhrase[it.Phrase]
			if len(ms) == 1 && ms[0].Person.Group && ms[0].Person.Anaphoric && ms[0].Person.Count == len(f.list) && len(f.list) > 1 {
				return f.list, nils(len(f.list)) // "दोनों नेताओं ने पत्ते नहीं खोले, पर चर्चा है कि वे …"
			}
			if len(ms) == 1 && ms[0].Person.Group && !ms[0].Person.Anaphoric && (ms[0].Person.Count > 1 || len(ms[0].Person.Affiliations) > 0) && ev.Mood != frame.Not {
				s.group(ms[0]) // "चार पार्षदों ने कहा कि वे भी …"
				return []*Entity{ms[0].Entity}, ms
			}
		}
		if dative != nil {
			// "X को टिकट की उम्मीद थी, … तो उन्होंने इस्तीफा दे दिया"
			if es := s.entitiesOf(dative); len(es) > 0 {
				s.trace.means(ev, "the one named before in the sentence, though not as its subject")
				return es, nils(len(es))
			}
		}
	}
	if p.One && len(f.subject) > 1 || p.Many && len(f.subject) == 1 && !f.subject[0].Group {
		return s.nobody(p, ph, ev, ref)
	}
	if len(f.subject) == 0 {
		if e := s.onlyOne(ref); e != nil && !p.Many {
			s.trace.means(ev, "the one person whom the text has named so far")
			return []*Entity{e}, nils(1)
		}
		return s.nobody(p, ph, ev, ref)
	}
	s.trace.means(ev, "the subject of the clause or sentence before")
	return f.subject, nils(len(f.subject))
}

// whose gives the one person whose doing a noun names, told by name and office, and no party's leader: "विधायक X की मंत्री से
// मुलाकात के बाद उनके भी …".
func (s *story) whose(ph *syntax.Phrase) *syntax.Phrase {
	if ph.Head != syntax.Noun && !(ph.Head == syntax.Persons && ph.Case == syntax.Se && !ph.Persons[0].Named()) || len(ph.Of) == 0 || ph.Of[0].Head != syntax.Persons || len(ph.Of[0].Persons) != 1 {
		return nil
	}
	if p := &ph.Of[0].Persons[0]; !p.Named() || p.RoleLast == p.RoleFirst || s.leads(p.Key) != "" {
		return nil
	}
	return ph.Of[0]
}

// restOf gives as many as a count of people named together, one or more of whom the news has told of alone since: "इनमें A, B, C, D और E
// हैं। E ने कांग्रेस ज्वाइन कर ली। चारों …".
func (s *story) restOf(list []*Entity, count int) []*Entity {
	if len(list) <= count {
		return nil
	}
	var rest []*Entity
	for _, e := range list {
		if !slices.ContainsFunc(s.legs, func(l *legAt) bool { return l.entity == e && !l.member }) {
			rest = append(rest, e)
		}
	}
	if len(rest) != count {
		return nil
	}
	return rest
}

// movedSoFar gives the people whom the news has named so far to move, where they are just as many as a count.
func (s *story) movedSoFar(count int) []*Entity {
	var es []*Entity
	for _, l := range s.legs {
		if !l.background && !l.entity.Group && l.ref.in == InText && !slices.Contains(es, l.entity) {
			es = append(es, l.entity)
		}
	}
	if len(es) != count {
		return nil
	}
	return es
}

// correlate finds the group that a relative clause before a pronoun tells of: "जिन 9 विधायकों को अयोग्य करार दिया था, वे सभी".
func (s *story) correlate(ph *syntax.Phrase, ref sentenceRef) *Mention {
	tokens := s.tokens(ref.in)
	for _, it := range s.sentence(ref).Items {
		if it.First >= ph.First {
			break
		}
		if it.Kind != syntax.PhraseItem || it.Phrase.Head != syntax.Persons || len(it.Phrase.Persons) != 1 {
			continue
		}
		switch m := s.byPhrase[it.Phrase][0]; {
		case m.Person.Group && tokens[it.Phrase.First].Key == whichKey:
			return m
		case m.Person.Named() && m.Entity != nil && it.Phrase.First > 0 && (tokens[it.Phrase.First-1].Key == whichKey || tokens[it.Phrase.First-1].Key == whomKey):
			return m
		}
	}
	return nil
}

// whichKey begins a relative clause about several people, or one with respect, whomKey about one.
var whichKey, whomKey = devanagari.Fold("जिन"), devanagari.Fold("जिस")

// onlyOne gives the one person whom the text has named so far, in more than one sentence, or nil: "पार्टी ने X को जिलाध्यक्ष बनाया था। अब उन्होंने इस्तीफा दे दिया।"
func (s *story) onlyOne(ref sentenceRef) *Entity {
	var first *Mention
	again := false
	for _, m := range s.mentions {
		if m.In != ref.in || m.Sentence >= ref.i || !m.Person.Named() || m.Entity == nil {
			continue
		}
		if first == nil {
			first = m
		}
		if m.Entity != first.Entity {
			return nil
		}
		again = again || m.Sentence > first.Sentence
	}
	if first != nil && ref.in == InText {
		again = again || slices.ContainsFunc(first.Entity.Mentions, func(m *Mention) bool { return m.In == InTitle })
	}
	if !again {
		return nil
	}
	return first.Entity
}

// captioned gives the person whose words a sentence without a verb of saying gives: "X: मैं …", "मैं … : X", "X बोले- मैं …".
func captioned(sent *syntax.Sentence) *syntax.Phrase {
	items := sent.Items
	person := func(i int) *syntax.Phrase {
		if i >= 0 && i < len(items) && items[i].Kind == syntax.PhraseItem && items[i].Phrase.Head == syntax.Persons && items[i].Phrase.Case == syntax.Bare && len(items[i].Phrase.Persons) == 1 && items[i].Phrase.Persons[0].Named() {
			return items[i].Phrase
		}
		return nil
	}
	mark := func(i int) bool {
		return i >= 0 && i < len(items) && items[i].Kind == syntax.Mark && dashes[items[i].Key]
	}
	n := len(items)
	switch {
	case mark(1), n > 2 && items[1].Kind == syntax.VerbItem && mark(2):
		return person(0)
	case mark(n - 2):
		return person(n - 1)
	}
	return nil
}

// listBefore gives the people whom the sentence names together, last before a phrase, as those who act or are acted upon, but
// for those who receive.
func (s *story) listBefore(ph, receiver *syntax.Phrase, ref sentenceRef) []*Entity {
	var es []*Entity
	for _, it := range s.sentence(ref).Items {
		if it.First >= ph.First {
			break
		}
		if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && it.Phrase != receiver && (it.Phrase.Case == syntax.Bare || it.Phrase.Case == syntax.Ne || it.Phrase.Case == syntax.Ko || it.Phrase.Case == syntax.Ka) && len(it.Phrase.Persons) > 1 {
			es = s.entitiesOf(it.Phrase)
		}
	}
	return es
}

// pairBefore gives the one person who acts in a sentence before a phrase and the one who is with him: "A पति B के साथ पहुंचीं और दोनों ने".
func (s *story) pairBefore(ph *syntax.Phrase, ref sentenceRef) []*Entity {
	var first, second *Entity
	for _, it := range s.sentence(ref).Items {
		if it.First >= ph.First {
			break
		}
		if it.Kind != syntax.PhraseItem || it.Phrase.Head != syntax.Persons {
			continue
		}
		es := s.entitiesOf(it.Phrase)
		switch c := it.Phrase.Case; {
		case len(es) != 1 || es[0].Group:
		case (c == syntax.Bare || c == syntax.Ne) && first == nil:
			first = es[0]
		case (c == syntax.Saath || c == syntax.Samet) && first != nil && it.Phrase.Persons[0].Kin:
			second = es[0]
		}
	}
	if first == nil || second == nil || first == second {
		return nil
	}
	return []*Entity{first, second}
}

// nobody stands for the people of whom "सभी ने" speaks before anybody is named: their names may follow.
func (s *story) nobody(p syntax.Pronoun, ph *syntax.Phrase, ev *frame.Event, ref sentenceRef) ([]*Entity, []*Mention) {
	if (ph.Case == syntax.Ko && p.Many || (ph.Case == syntax.Ko || ph.Case == syntax.Ka) && !p.One && putsOut(ev.Rule.Act)) && ref.i > 0 {
		// "15 बागियों पर चाबुक चला। सभी को निष्कासित कर दिया।", "… अध्यक्ष ने इनकी सदस्यता खत्म कर दी।"
		for _, it := range s.sentence(sentenceRef{ref.in, ref.i - 1}).Items {
			if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && len(it.Phrase.Persons) == 1 && it.Phrase.Persons[0].Group && it.Phrase.Persons[0].Count > 1 && (p.Count == 0 || p.Count == it.Phrase.Persons[0].Count) {
				m := s.byPhrase[it.Phrase][0]
				s.group(m)
				return []*Entity{m.Entity}, []*Mention{m}
			}
		}
	}
	if ph.Case == syntax.Ko && (s.Status.These[ph.Word] || p.Many && p.Count == 0) {
		return []*Entity{{Group: true, Ghost: true, seen: map[string]bool{}}}, nils(1) // "बागियों पर कार्रवाई की है। इन्हें निष्कासित कर दिया।"
	}
	if p.Many && (ph.Case == syntax.Bare || ph.Case == syntax.Ne) && ref.in == InText {
		if m := s.countedBefore(p.Count, ref); m != nil {
			s.trace.means(ev, "the people counted a little before")
			return []*Entity{m.Entity}, []*Mention{m}
		}
	}
	if !p.Many || ph.Case != syntax.Ne {
		return nil, nil
	}
	return []*Entity{{Group: true, Ghost: true, Count: p.Count, seen: map[string]bool{}}}, nils(1)
}
