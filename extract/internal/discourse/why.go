package discourse

import (
	"slices"
	"sort"
	"strconv"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/reason"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// Reach of a reason: the sentences before the first and after the last leg of a move that are read for it, and
// the tokens on both sides of an event, so that a list of thousands is not read through for each of its names.
const (
	sentencesBefore = 12
	sentencesAfter  = 40
	tokensAround    = 160
)

// why collects the reasons given in the sentences of the move, and in those that are the person's own words or
// that the reporter tells of him. What others say of the move is no reason of his, but for what those who
// receive him say that drew him.
func (s *story) why(m *Move) {
	if m.denied() {
		return // nobody has a reason for what he does not do
	}
	c := collector{story: s, move: m, put: m.Kind == "expulsion" || m.Kind == "suspension"}
	first, last := -1, -1
	for _, l := range s.legsOf(m) {
		if l.ref.in == InText && (first < 0 || l.ref.i < first) {
			first = l.ref.i
		}
		if l.ref.in == InText && l.ref.i > last {
			last = l.ref.i
		}
		c.told(l)
	}
	if m.Background {
		return
	}
	if first < 0 {
		first, last = 0, 0
	}
	from, to := max(0, first-sentencesBefore), min(min(last, first+sentencesAfter)+sentencesAfter, len(s.texts[InText].Sentences))
	// what is less sure counts only where nothing surer is said
	for c.pass = 0; c.pass == 0 || c.pass < passes && len(m.Why) == 0; c.pass++ {
		for i := range s.texts[InTitle].Sentences {
			c.sentence(sentenceRef{InTitle, i})
		}
		for i := from; i < to; i++ {
			c.sentence(sentenceRef{InText, i})
		}
	}
}

// denied says whether a move is denied as a whole.
func (m *Move) denied() bool {
	for _, l := range []*Leg{m.Left, m.Joined} {
		if l != nil && l.Status != "denied" {
			return false
		}
	}
	return true
}

// collector gathers the reasons of one move.
type collector struct {
	*story
	move *Move
	put  bool // the party put the person out: it has the reason, not he
	own  []sentenceRef
	pass int
}

// passes is how often the sentences are read: for complaints of the person's own and for stated reasons; then for
// complaints that the reporter tells, and for what those say who move with him.
const passes = 2

// told takes the reasons of the sentence that tells a leg.
func (c *collector) told(l *legAt) {
	if slices.Contains(c.own, l.ref) {
		return
	}
	c.own = append(c.own, l.ref)
	sent := c.story.sentence(l.ref)
	first, last := max(sent.First, l.event.First-tokensAround), min(sent.Last, l.event.Last+tokensAround)
	least := reason.Strong
	if c.put {
		least = reason.Speech
	}
	for _, cue := range c.cues(l.ref.in, first, last) {
		if cue.Strength >= least && !c.inParty(l.ref, cue) && c.mine(l.ref, cue, false) {
			c.add(l.ref, cue, c.by(l.ref, "reporter"))
		}
	}
}

// cues finds the reasons' cues in tokens [first, last). Many people move in one sentence, and each asks for the same.
func (s *story) cues(in In, first, last int) []reason.Cue {
	at := cueSpan{in, first, last}
	c, ok := s.found[at]
	if !ok {
		c = s.Reasons.Find(s.texts[in].Doc, first, last)
		s.found[at] = c
	}
	return c
}

type cueSpan struct {
	in          In
	first, last int
}

// sentence takes the reasons of a sentence by whose words it is.
func (c *collector) sentence(ref sentenceRef) {
	e := c.move.Entity
	if c.put {
		topic := c.topics[ref]
		if slices.Contains(topic, e) || c.alone && len(topic) == 0 || !c.others(topic) {
			c.take(ref, reason.Speech, "reporter", false)
		}
		return
	}
	if c.history(ref) {
		return
	}
	voice := c.voice(ref)
	his := slices.Contains(voice, e) || c.pass > 0 && len(voice) > 0 && c.sharesEvent(e, voice[0]) && c.fromOneParty(e, voice[0])
	switch {
	case his && c.aloud(ref):
		c.take(ref, reason.Speech, "self", false)
	case (his || len(voice) == 0 && c.alone) && !c.longAgo(ref):
		least := reason.Strong
		if ref.in == InTitle || c.pass > 0 && len(voice) > 0 {
			least = reason.Speech
		}
		c.take(ref, least, "reporter", false)
	case len(voice) > 0 && c.move.Joined != nil && c.move.Joined.Status == "done" && c.receives(voice):
		c.take(ref, reason.Strong, "joined", true)
	}
}

// take adds the cues of a sentence that are strong enough; with drawn, only what it says drew the person.
func (c *collector) take(ref sentenceRef, least reason.Strength, by string, drawn bool) {
	sent := c.story.sentence(ref)
	if sent.Last-sent.First > 4*tokensAround {
		return // a list, not prose
	}
	for _, cue := range c.cues(ref.in, sent.First, sent.Last) {
		if c.inParty(ref, cue) || cue.Strength < least || drawn && cue.Reason != "attraction" || !c.mine(ref, cue, by == "self") {
			continue
		}
		c.add(ref, cue, c.by(ref, by))
	}
}

// inParty says whether a cue is only the words of a party's name: "जनहित मोर्चा", "जनता दल (सेक्यूलर)".
func (c *collector) inParty(ref sentenceRef, cue reason.Cue) bool {
	in := func(id string, first, last int) bool {
		return last-first > 1 && cue.First >= first && cue.First < last && (cue.Last <= last || c.Lexicon.PartyByID(id) == nil)
	}
	var of func(ph *syntax.Phrase) bool
	of = func(ph *syntax.Phrase) bool {
		if ph.Head == syntax.PartyHead && in(ph.Party.ID, ph.Party.First, ph.Party.Last) || slices.ContainsFunc(ph.Of, of) {
			return true
		}
		return slices.ContainsFunc(ph.Persons, func(p syntax.Person) bool {
			return slices.ContainsFunc(p.Affiliations, func(a syntax.Affiliation) bool { return a.Party != "" && in(a.Party, a.First, a.Last) })
		})
	}
	return slices.ContainsFunc(c.story.sentence(ref).Items, func(it syntax.Item) bool { return it.Kind == syntax.PhraseItem && of(it.Phrase) })
}

func (c *collector) add(ref sentenceRef, cue reason.Cue, by string) {
	if c.put != (cue.Reason == "discipline") {
		return
	}
	if slices.ContainsFunc(c.move.Why, func(r Reason) bool { return r.ID == cue.Reason }) {
		return
	}
	c.move.Why = append(c.move.Why, Reason{ID: cue.Reason, By: by, Span: Span{ref.in, cue.First, cue.Last, cue.Rule}})
}

// by is who gives the reason, or hedged where the sentence only passes a guess on.
func (c *collector) by(ref sentenceRef, by string) string {
	if by == "reporter" && c.phrase(ref, c.Status.RumourPhrases) {
		return "hedged"
	}
	return by
}

// mine says whether a cue belongs to the move and not to another that its sentence tells: it belongs to the
// event that follows it, or else to the last one before it. Who speaks may also speak of the moves of others.
func (c *collector) mine(ref sentenceRef, cue reason.Cue, speaks bool) bool {
	var near *frame.Event
	for ev := range c.eventsOf(ref) {
		if c.mover(ev) == nil && c.eventLeg(ev) == nil && !ev.Past {
			continue
		}
		near = ev
		if ev.Last > cue.First {
			break
		}
	}
	if near == nil {
		return true
	}
	if l := c.eventLeg(near); l != nil {
		return l.background == c.move.Background
	}
	return speaks && !slices.Contains(c.own, ref)
}

// eventLeg gives the leg that an event is of the move's person.
func (c *collector) eventLeg(ev *frame.Event) *legAt {
	for _, l := range c.byEntity[c.move.Entity] {
		if l.event == ev {
			return l
		}
	}
	return nil
}

// mover gives somebody whose leg an event tells, as the phrase of its subject names him.
func (s *story) mover(ev *frame.Event) *Entity {
	if ev.Who == nil {
		return nil
	}
	for _, m := range s.byPhrase[ev.Who] {
		if m.Entity != nil && len(s.byEntity[m.Entity]) > 0 {
			return m.Entity
		}
	}
	return nil
}

// eventsOf yields the events of a sentence in order.
func (s *story) eventsOf(ref sentenceRef) func(func(*frame.Event) bool) {
	events := s.texts[ref.in].Events
	return func(yield func(*frame.Event) bool) {
		for i := sort.Search(len(events), func(i int) bool { return events[i].Sentence >= ref.i }); i < len(events) && events[i].Sentence == ref.i; i++ {
			if !yield(&events[i]) {
				return
			}
		}
	}
}

// history says whether a sentence tells only earlier moves of the person.
func (c *collector) history(ref sentenceRef) bool {
	old := false
	for _, l := range c.byEntity[c.move.Entity] {
		if l.ref == ref {
			if !l.background {
				return false
			}
			old = true
		}
	}
	return old
}

// term is how long a House sits, in years: what happened longer ago is history, and no reason of the news.
const term = 5

// longAgo says whether a sentence tells of a year more than a term back: "2014 में टिकट कटा"; but not of one from
// which something lasts: "2014 से".
func (s *story) longAgo(ref sentenceRef) bool {
	if len(s.published) < 4 {
		return false
	}
	now, err := strconv.Atoi(s.published[:4])
	if err != nil {
		return false
	}
	sent := s.sentence(ref)
	tokens := s.tokens(ref.in)[sent.First:sent.Last]
	for i := range tokens {
		if tokens[i].Kind != devanagari.Number || len(tokens[i].Key) != 4 || i+1 < len(tokens) && tokens[i+1].Key == since {
			continue
		}
		if y, err := strconv.Atoi(tokens[i].Key); err == nil && y > 1900 && y < now-term {
			return true
		}
	}
	return false
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
		if slices.ContainsFunc(s.byEntity[e], func(l *legAt) bool { return !putsOut(l.act) }) {
			return true
		}
	}
	return false
}

// heard and loud mark the refs under which voices, and whether they speak, are kept apart from the topics of the
// two texts.
const (
	heard In = 2
	loud  In = 4
)

// that opens what is said: "कहा कि"; since marks the beginning of what lasts: "2014 से".
const (
	that  = "कि"
	since = "से"
)

// stranger is the voice of somebody without a name: a party, its spokesman.
var stranger = &Entity{}

// voice gives those whose words, or whose story, a sentence is: people who move in the news; or somebody else who
// speaks; or nobody, where the reporter tells what he knows.
func (s *story) voice(ref sentenceRef) []*Entity {
	done := sentenceRef{heard + ref.in, -1}
	if _, ok := s.topics[done]; !ok {
		s.topics[done] = nil
		s.listen(ref.in)
	}
	return s.topics[sentenceRef{heard + ref.in, ref.i}]
}

// aloud says whether a sentence is what its voice says, and not what is told of him.
func (s *story) aloud(ref sentenceRef) bool {
	_, ok := s.topics[sentenceRef{loud + ref.in, ref.i}]
	return ok
}

// listen finds the voice of each sentence of a text.
func (s *story) listen(in In) {
	h := &listener{story: s, together: map[*Entity][]*Entity{}, byName: map[string]*Entity{}}
	for _, l := range s.legs {
		if !s.goes(l.entity) {
			continue
		}
		if h.last == nil {
			h.last = []*Entity{l.entity}
		}
		for _, w := range words(l.entity.Key) {
			if o, ok := h.byName[w]; ok && o != l.entity {
				h.byName[w] = nil
			} else {
				h.byName[w] = l.entity
			}
		}
	}
	for i := range s.texts[in].Sentences {
		s.topics[sentenceRef{heard + in, i}] = h.hear(sentenceRef{in, i})
		if h.says {
			s.topics[sentenceRef{loud + in, i}] = nil
		}
	}
}

// listener is what the hearing of a text has in mind as it goes.
type listener struct {
	*story
	now       []*Entity // whose words the last sentence was
	says      bool      // and whether they were words
	last      []*Entity // of those who move, the last spoken of
	paragraph int
	quote     int // that the last sentence ended in
	together  map[*Entity][]*Entity
	byName    map[string]*Entity // those who move, by each word of the name that one alone has
}

func (h *listener) hear(ref sentenceRef) []*Entity {
	sent, tokens := h.sentence(ref), h.tokens(ref.in)
	if sent.Last <= sent.First {
		return h.now
	}
	fresh := h.story.paragraph(ref) != h.paragraph
	h.paragraph = h.story.paragraph(ref)
	first := tokens[sent.First].Quote
	within := first != 0 && first == h.quote
	h.quote = tokens[sent.Last-1].Quote
	says, we := h.speech(ref)
	if !within { // a quotation goes on, whoever it names
		who, stated, found := h.source(ref, says)
		switch {
		case found && !stated && !fresh && h.says && slices.Equal(who, h.now): // he goes on
		case found:
			h.now, h.says = who, stated
		case says || first != 0:
			h.says = true
		case fresh:
			h.says = false
			if len(h.now) > 0 && !h.goes(h.now[0]) {
				h.now = h.last // the stranger has spoken
			}
		}
		// who moves in a sentence is spoken of after it, whoever receives him
		if who := h.moving(ref); len(who) > 0 && !says {
			h.now, h.says = who, false
		}
	}
	if len(h.now) == 0 || !h.goes(h.now[0]) {
		return h.now
	}
	h.last = h.now
	if we && len(h.now) == 1 {
		return h.beside(h.now[0])
	}
	return h.now
}

// speech says whether a sentence has a word of saying, and whether who speaks says "we".
func (s *story) speech(ref sentenceRef) (says, we bool) {
	sent := s.sentence(ref)
	for _, f := range s.Reasons.FindFrames(s.texts[ref.in].Doc, sent.First, sent.Last) {
		switch f.ID {
		case "said", "alleged", "voice":
			says = says || !s.idiom(ref, f.First)
		case "we":
			we = true
		}
	}
	return says, we
}

// idiom says whether a word of saying belongs to a move: "पार्टी को अलविदा कह दिया".
func (s *story) idiom(ref sentenceRef, at int) bool {
	for ev := range s.eventsOf(ref) {
		if ev.First <= at && at < ev.Last {
			return true
		}
	}
	return false
}

// source finds whose words a sentence is by its subject, or by whom it names as the source.
func (h *listener) source(ref sentenceRef, says bool) (who []*Entity, stated, found bool) {
	items := h.sentence(ref).Items
	var other []*Entity // does something in it, and does not move
	for i, it := range items {
		if says && it.Kind == syntax.Opener && it.Key == that {
			break // what is said, not who says it
		}
		if it.Kind != syntax.PhraseItem || it.Phrase.Quote != 0 {
			continue
		}
		ph, stated := it.Phrase, says
		switch {
		case ph.Case == syntax.Anusar, ph.Case == syntax.Ka && speaks(items, i):
			stated = true
		case ph.Head == syntax.Noun && h.Status.SpeechNouns[ph.Word] && len(ph.Of) > 0:
			ph, stated = ph.Of[len(ph.Of)-1], true
		case ph.Case != syntax.Ne && (ph.Case != syntax.Bare || ph.Head == syntax.PartyHead || ph.Head == syntax.PartyWord):
			continue
		}
		if who, ok := h.person(ph, h.tokens(ref.in)[ph.Last-1].Key, stated); ok {
			return who, stated, true
		}
		if ph.Head == syntax.Persons && !says && other == nil && ph.Persons[0].Named() {
			other = h.entitiesOf(ph)
		}
	}
	named, pronoun := h.named(items)
	switch {
	case named != nil && !slices.Contains(h.now, named):
		return []*Entity{named}, false, true // "X को टिकट नहीं मिला"
	case named == nil && !pronoun && len(other) > 0:
		return other, false, true
	}
	return nil, false, false
}

// named gives the one person of those who move whom a sentence names in whatever case, and says whether it has a
// pronoun that may mean one.
func (h *listener) named(items []syntax.Item) (who *Entity, pronoun bool) {
	several := false
	see := func(ph *syntax.Phrase) {
		pronoun = pronoun || ph.Head == syntax.PronounHead && !ph.Pronoun.Relative && !ph.Pronoun.Reflexive
		for _, e := range h.entitiesOf(ph) {
			if h.goes(e) {
				several = several || who != nil && who != e
				who = e
			}
		}
	}
	for _, it := range items {
		if it.Kind != syntax.PhraseItem || it.Phrase.Quote != 0 {
			continue
		}
		see(it.Phrase)
		for _, of := range it.Phrase.Of {
			see(of)
		}
	}
	if several {
		return nil, true
	}
	return who, pronoun
}

// person gives whose voice a subject is. name is its last word; stated: the sentence is speech.
func (h *listener) person(ph *syntax.Phrase, name string, stated bool) ([]*Entity, bool) {
	switch ph.Head {
	case syntax.PronounHead:
		switch p := ph.Pronoun; {
		case p.First || p.Relative || p.Reflexive:
			return nil, false
		case p.Many && len(h.last) > 0 && stated:
			return h.alike(h.last[0]), true
		}
		return h.now, len(h.now) > 0
	case syntax.Persons:
		return h.people(ph, name, stated)
	case syntax.PartyHead, syntax.PartyWord:
		return []*Entity{stranger}, stated
	}
	if e := h.byName[name]; e != nil && stated {
		return []*Entity{e}, true // a surname that is a common word too
	}
	if h.Status.Source[name] {
		return h.last, stated // what is heard of him
	}
	return []*Entity{stranger}, stated && ph.Head == syntax.Noun && ph.Case == syntax.Ne
}

func (h *listener) people(ph *syntax.Phrase, name string, stated bool) ([]*Entity, bool) {
	all := h.entitiesOf(ph)
	var who []*Entity
	for _, e := range all {
		if h.goes(e) {
			who = append(who, e)
		}
	}
	if len(who) > 0 {
		return who, true
	}
	if !stated {
		return nil, false // somebody does something: the story goes on
	}
	if e := h.byName[name]; e != nil && len(all) == 0 {
		return []*Entity{e}, true
	}
	p := &ph.Persons[0]
	switch {
	case p.Named() || len(h.last) == 0:
	case p.Group:
		own := h.alike(h.last[0])
		party, _ := affiliation(p)
		if p.Anaphoric || (len(own) > 1 || own[0].Group) && (party == "" || h.leaves(own[0], party)) {
			return own, true
		}
	default:
		for _, e := range h.last {
			if slices.ContainsFunc(e.Mentions, func(m *Mention) bool { return sharesRole(m.Person, p) }) {
				return []*Entity{e}, true
			}
		}
		if len(h.now) == 1 && h.goes(h.now[0]) && len(p.Affiliations) == 0 && h.Grammar.GroupNoun(name) {
			return h.now, true // "दिल्ली में पकड़ रखने वाले नेता ने"
		}
	}
	if len(all) > 0 {
		return all, true
	}
	return []*Entity{stranger}, true
}

// leaves says whether somebody leaves a party in the news.
func (s *story) leaves(e *Entity, party string) bool {
	return slices.ContainsFunc(s.byEntity[e], func(l *legAt) bool {
		return !l.background && (l.act != frame.Join && l.party == party || l.affiliation == party)
	})
}

// goes says whether somebody moves in the news.
func (s *story) goes(e *Entity) bool {
	return !e.Ghost && slices.ContainsFunc(s.byEntity[e], func(l *legAt) bool { return !l.background })
}

// moving gives those who move in the news of a sentence.
func (h *listener) moving(ref sentenceRef) []*Entity {
	var out []*Entity
	for ev := range h.eventsOf(ref) {
		if ev.Who == nil {
			continue
		}
		for _, e := range h.entitiesOf(ev.Who) {
			switch {
			case e.Ghost && len(h.alike(e)) > 0:
				return h.alike(e) // "नेताओं ने": those who are named later
			case h.goes(e) && !slices.Contains(out, e):
				out = append(out, e)
			}
		}
	}
	return out
}

// alike gives those who move as somebody does, from or to the same party, himself among them.
func (h *listener) alike(e *Entity) []*Entity {
	if all, ok := h.together[e]; ok {
		return all
	}
	all := h.fellows(e, func(a, b *legAt) bool { return a.act == b.act && a.party == b.party && a.party != "" })
	if len(all) == 0 {
		all = []*Entity{e} // whose party nobody knows is alone
	}
	for _, o := range all {
		h.together[o] = all
	}
	h.together[e] = all
	return all
}

// beside gives those who move in the same event as somebody, himself among them.
func (h *listener) beside(e *Entity) []*Entity {
	return h.fellows(e, func(a, b *legAt) bool { return a.event == b.event })
}

func (h *listener) fellows(e *Entity, same func(a, b *legAt) bool) []*Entity {
	seen, out := map[*Entity]bool{}, []*Entity(nil)
	for _, l := range h.legs {
		if l.background || l.entity.Ghost || seen[l.entity] || !slices.ContainsFunc(h.byEntity[e], func(own *legAt) bool { return !own.background && same(own, l) }) {
			continue
		}
		seen[l.entity] = true
		out = append(out, l.entity)
	}
	return out
}

// sharesEvent says whether two people move in one event: they have its reasons in common.
func (s *story) sharesEvent(a, b *Entity) bool {
	for _, l := range s.byEntity[a] {
		if !l.background && slices.ContainsFunc(s.byEntity[b], func(o *legAt) bool { return o.event == l.event && !o.background }) {
			return true
		}
	}
	return false
}

// fromOneParty says whether two people who move together leave one party, as far as the article tells what they leave.
func (s *story) fromOneParty(a, b *Entity) bool {
	x, y := s.leaving(a), s.leaving(b)
	return x == "" || y == "" || x == y
}

// leaving gives the party that a person is told to leave in the news, or "".
func (s *story) leaving(e *Entity) string {
	for _, l := range s.byEntity[e] {
		switch {
		case l.background:
		case l.act != frame.Join && l.party != "":
			return l.party
		case l.act == frame.Join && l.affiliation != "" && l.affiliation != l.party:
			return l.affiliation
		}
	}
	return ""
}

// receives says whether a voice is that of somebody else than those who move.
func (s *story) receives(voice []*Entity) bool { return !s.goes(voice[0]) }
