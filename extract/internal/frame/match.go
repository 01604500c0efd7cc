package frame

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// Event is one rule's find in a sentence, before anything is known of the rest of the article.
type Event struct {
	Rule     *Rule
	Sentence int // index into the sentences given to Match
	// Host is the item of the host noun, -1 for a verb alone; Verb the item of the verb group, -1 in a verbless headline.
	Host, Verb int
	// Who is nil where the sentence has no phrase for it.
	Who *syntax.Phrase
	// WhoFrom is the first of the who-phrase's people whom the event is told of.
	WhoFrom int
	// Far: the who-phrase belongs to another clause of the sentence.
	Far bool
	// Party is nil where the slot is empty; Parties lists coordinated ones, Party included.
	Party    *syntax.Phrase
	Parties  []*syntax.Phrase
	Receiver *syntax.Phrase
	// From is the party that a joining says its people come from: "कांग्रेस से भाजपा में गए"; nil where it does not.
	From *syntax.Phrase
	// Post is set when the clause also says it is a post or a House that is left.
	Post *syntax.Phrase
	Mood Mood
	// Cue bounds the tokens of the words that set the mood.
	Cue [2]int
	// First and Last bound the tokens of the trigger: the host or object through the verb.
	First, Last int
	// Attributive: a participle that describes a person rather than tells the news.
	Attributive bool
	// Past: told in the pluperfect.
	Past  bool
	Quote int
	// Clause bounds: the items [ClauseFirst, ClauseLast) of the trigger's own clause.
	ClauseFirst, ClauseLast int
}

// Miss is a trigger without an event, for explaining: the nearest rule and the first
// condition that failed.
type Miss struct {
	Rule        *Rule
	Sentence    int
	First, Last int
	Reason      string
	// Guard bounds the tokens of the word that forbids the rule; equal where none does.
	Guard [2]int
	// Tried lists the rules of the trigger, of Trace only.
	Tried []Tried
	// Faint: a verb that is no trigger, since its clause names no party. Of Trace only.
	Faint bool
}

// Matcher finds the events of sentences. It is immutable and safe for many goroutines.
type Matcher struct {
	Rules  *Rules
	Status *StatusWords
	Usage  *Usage // nil: nothing is counted
}

// Match returns the events of the sentences in order, and the triggers that came to nothing.
func (m *Matcher) Match(doc *devanagari.Document, sentences []syntax.Sentence) (events []Event, misses []Miss) {
	return m.match(doc, sentences, false)
}

func (m *Matcher) match(doc *devanagari.Document, sentences []syntax.Sentence, trace bool) (events []Event, misses []Miss) {
	for i := range sentences {
		c := clauses{Matcher: m, doc: doc, s: &sentences[i], index: i, trace: trace}
		c.match()
		events = append(events, c.events...)
		misses = append(misses, c.misses...)
	}
	m.Usage.matched(events)
	return events, misses
}

// clauses is the work on one sentence.
type clauses struct {
	*Matcher
	doc    *devanagari.Document
	s      *syntax.Sentence
	index  int
	events []Event
	misses []Miss
	trace  bool
	// of the rule that is being applied: how far it came, and the word that forbids it; of its event: the words that set the mood
	step       int
	guard, cue [2]int
}

func (c *clauses) match() {
	items := c.s.Items
	taken := map[int]bool{} // verbs that a host has claimed
	for i := range items {
		it := &items[i]
		if it.Kind != syntax.PhraseItem || it.Phrase.Head != syntax.HostHead {
			continue
		}
		rules := c.Rules.byHost[it.Phrase.Word]
		if len(rules) == 0 {
			continue
		}
		if v, ok := c.tryRules(rules, i, c.verbsOf(i)); ok && v >= 0 {
			taken[v] = true
		}
	}
	for i := range items {
		if items[i].Kind != syntax.VerbItem || taken[i] {
			continue
		}
		if rules := c.Rules.byVerb[items[i].Verb.Lemma]; len(rules) > 0 {
			c.tryRules(rules, -1, []int{i})
		}
	}
	if c.s.Block == devanagari.Title || c.s.Block == devanagari.Heading {
		c.headlines()
	}
	c.eachHis()
	for _, r := range c.Rules.standing {
		c.standing(r)
	}
}

// standing tries a rule on the phrases of people who are told to have been put out or suspended before: "बसपा से
// निष्कासित विधायक X". The party is the one in से right before them, that of their role, or "पार्टी".
func (c *clauses) standing(r *Rule) {
	items := c.s.Items
	for i := range items {
		it := &items[i]
		if it.Kind != syntax.PhraseItem {
			continue
		}
		ev := Event{Rule: r, Sentence: c.index, Host: -1, Verb: -1, ClauseFirst: i, ClauseLast: i + 1, Attributive: true, Past: true}
		switch {
		case it.Phrase.Head == syntax.Persons:
			n := slices.IndexFunc(it.Phrase.Persons, func(p syntax.Person) bool {
				return r.Act == Expel && p.Expelled || r.Act == Suspend && p.Suspended
			})
			if n < 0 {
				continue
			}
			p := &it.Phrase.Persons[n]
			ev.Who, ev.WhoFrom = it.Phrase, n
			ev.First, ev.Last = it.Phrase.First, max(it.Phrase.First+1, p.RoleFirst)
			if k := len(p.Affiliations) - 1; k >= 0 {
				a := p.Affiliations[k]
				ev.Party = &syntax.Phrase{First: a.First, Last: a.Last, End: a.Last, Head: syntax.PartyHead, Party: syntax.PartyRef{ID: a.Party, First: a.First, Last: a.Last}}
				if a.Party == "" {
					ev.Party.Head = syntax.PartyWord
				}
			}
		case it.Phrase.Head == syntax.HostHead && it.Phrase.Case == syntax.Bare && slices.Contains(r.hosts, it.Phrase.Word) && i+1 < len(items) && items[i+1].Kind == syntax.PhraseItem && items[i+1].Phrase.Head == syntax.Persons && items[i+1].First == it.Last:
			ev.Who = items[i+1].Phrase
			ev.First, ev.Last = it.First, it.Last
		default:
			continue
		}
		ev.Cue = [2]int{ev.First, ev.Last}
		for n := i - 1; ev.Party == nil && n >= max(0, i-3) && items[n].Kind == syntax.PhraseItem; n-- {
			if ph := items[n].Phrase; ph.Case == syntax.Se && isParty(ph) {
				ev.Party = ph
			} else if ph.Head == syntax.Persons {
				break
			}
		}
		if ev.Party != nil {
			ev.First = min(ev.First, ev.Party.First)
			c.events = append(c.events, ev)
		}
	}
}

// headlines tries the rules without a trigger word on the party phrases that close a verbless clause.
func (c *clauses) headlines() {
	items := c.s.Items
	for i := range items {
		if items[i].Kind != syntax.PhraseItem || items[i].Phrase.Head != syntax.PartyHead && (items[i].Phrase.Head != syntax.Noun || !c.Status.Link[items[i].Phrase.Word]) {
			continue
		}
		if i+1 < len(items) && (items[i+1].Kind == syntax.PhraseItem || items[i+1].Kind == syntax.VerbItem || items[i+1].Kind == syntax.Neg) {
			continue // "अब भाजपाई नहीं"
		}
		first, last := c.window(i, -1)
		verb := first > 0 && items[first-1].Kind == syntax.VerbItem && items[first-1].Verb.Finite
		if i+1 >= last && c.afterLeaving(i) {
			continue
		}
		if verb || slices.ContainsFunc(c.events, func(e Event) bool { return e.First < items[last-1].Last && e.Last > items[first].First }) {
			continue
		}
		for _, r := range c.Rules.headline {
			if ev, why := c.apply(r, i, -1); why == "" && (ev.Party == items[i].Phrase || slices.Contains(items[i].Phrase.Of, ev.Party)) && ev.Who != nil && !ev.Far {
				c.events = append(c.events, ev)
				break
			}
		}
	}
}

// afterLeaving makes the event of a title that ends with where somebody goes who leaves: "X बीजद छोड़ भाजपा में".
func (c *clauses) afterLeaving(i int) bool {
	items := c.s.Items
	if i == 0 || items[i-1].Kind != syntax.VerbItem || items[i-1].Verb.Finite || items[i].Phrase.Case != syntax.Me {
		return false
	}
	for n := range c.events {
		leave := &c.events[n]
		if leave.Rule.Act != Leave || leave.Verb != i-1 || leave.Who == nil || leave.Party == nil || leave.Party.Party.ID == items[i].Phrase.Party.ID {
			continue
		}
		for _, r := range c.Rules.headline {
			if ev, why := c.apply(r, i, -1); why == "" && ev.Party == items[i].Phrase {
				ev.Who, ev.Far = leave.Who, false
				c.events = append(c.events, ev)
				return true
			}
		}
	}
	return false
}

// tryRules applies rules in order to a trigger; the first that fits makes the event.
func (c *clauses) tryRules(rules []*Rule, host int, verbs []int) (verb int, ok bool) {
	miss := Miss{}
	near := -1
	for _, r := range rules {
		reason := "no verb of the rule goes with it"
		c.step, c.guard = 0, [2]int{}
		for _, v := range verbs {
			if v < 0 && !r.Verbless {
				continue
			}
			if v >= 0 && len(r.verbs) > 0 && !slices.Contains(r.verbs, c.s.Items[v].Verb.Lemma) {
				continue
			}
			if v >= 0 && copula(c.s.Items[v].Verb) && !r.Negative && !r.Guess && !(r.State && c.s.Items[v].Verb.Main == syntax.AuxPres) {
				reason, c.step = "only a copula: it tells a state, no event", 1
				continue
			}
			if host < 0 && r.Act == Join && c.lasting(v) {
				reason, c.step = "a state that lasts, no event", 1
				continue
			}
			ev, why := c.apply(r, host, v)
			if why == "" && r.Beside && ev.Far && ev.Who != nil && c.saysMore(ev.Who, v) {
				why = "who goes is not in the clause"
			}
			if why == "" {
				c.events = append(c.events, ev)
				return v, true
			}
			reason = why
		}
		if c.trace {
			miss.Tried = append(miss.Tried, Tried{r, reason, c.guard})
		}
		if c.step > near {
			near = c.step
			miss.Rule, miss.Reason, miss.Guard = r, reason, c.guard
		}
	}
	at := host
	if at < 0 {
		at = verbs[0]
		if miss.Faint = !c.namesParty(at); miss.Faint && !c.trace {
			return -1, false // a common verb far from any party is no trigger
		}
	}
	miss.Sentence, miss.First, miss.Last = c.index, c.s.Items[at].First, c.s.Items[at].Last
	c.misses = append(c.misses, miss)
	return -1, false
}

// lasting says whether हुआ behind the verb at item v makes it a state: "भाजपा से जुड़े हुए हैं".
func (c *clauses) lasting(v int) bool {
	items := c.s.Items
	return v+1 < len(items) && items[v+1].Kind == syntax.VerbItem && items[v+1].First == items[v].Last && items[v].Verb.Main == syntax.Perf && items[v+1].Verb.Main == syntax.Perf && items[v+1].Verb.Lemma == "हो"
}

// saysMore says whether a finite verb stands between a phrase and the verb at item v: then the phrase is the subject of that one.
func (c *clauses) saysMore(ph *syntax.Phrase, v int) bool {
	for _, it := range c.s.Items[:max(v, 0)] {
		if it.First > ph.First && it.Kind == syntax.VerbItem && it.Verb.Finite {
			return true
		}
	}
	return false
}

// copula says whether the verb is only है or था: "समिति में A और B शामिल हैं".
func copula(vg syntax.VerbGroup) bool {
	return vg.Main == syntax.AuxPres || vg.Main == syntax.AuxPast
}

// namesParty says whether the clause of the verb at item v names a party.
func (c *clauses) namesParty(v int) bool {
	first, last := c.window(-1, v)
	for _, it := range c.s.Items[first:last] {
		if it.Kind == syntax.PhraseItem && (isParty(it.Phrase) || it.Phrase.Head == syntax.Persons && !it.Phrase.Persons[0].Named() && slices.ContainsFunc(it.Phrase.Of, isParty)) {
			return true
		}
	}
	return false
}

// verbsOf lists the verb groups that may complete the host at item h, best first; -1 stands for none.
func (c *clauses) verbsOf(h int) []int {
	items := c.s.Items
	var out []int
	for i := h + 1; i < len(items); i++ {
		k := items[i].Kind
		if k == syntax.VerbItem {
			out = append(out, i)
			break
		}
		if k == syntax.Opener || k == syntax.Mark && items[i].Key != "'" && items[i].Key != `"` && items[i].Key != "-" {
			break
		}
		if k == syntax.Comma && len(out) == 0 && c.plainEnd() {
			break
		}
	}
	// headline: the verb before its object, "थामा भाजपा का दामन", "दिया सपा से इस्तीफा"
	for i := h - 1; i >= 0; i-- {
		k := items[i].Kind
		if k == syntax.VerbItem {
			if items[i].Verb.Finite && c.closes(h) {
				if len(out) > 0 && !c.boundaryBetween(h, out[0]) {
					out = append(out, i)
				} else {
					out = append([]int{i}, out...)
				}
			}
			break
		}
		if k != syntax.PhraseItem && k != syntax.Other {
			break
		}
	}
	if len(out) == 0 || c.talkOf(h) {
		out = append(out, -1)
	}
	return out
}

// talkOf says whether the host is only what is talked of, so that no verb of its own need follow: "X की ज्वाइनिंग को लेकर
// सस्पेंस", "भाजपा प्रवेश की खबर झूठी".
func (c *clauses) talkOf(h int) bool {
	ph := c.s.Items[h].Phrase
	if ph.Case != syntax.Ka && ph.Case != syntax.Anya || ph.Last >= c.s.Last {
		return false
	}
	m := c.governed(ph.Last, Happened)
	return m == Rumour || m == Refuted
}

// plainEnd says whether a comma ends a verbless clause: in titles and headings.
func (c *clauses) plainEnd() bool {
	return c.s.Block == devanagari.Title || c.s.Block == devanagari.Heading
}

// closes says whether no verb follows the host before the next boundary.
func (c *clauses) closes(h int) bool {
	items := c.s.Items
	for i := h + 1; i < len(items); i++ {
		switch items[i].Kind {
		case syntax.VerbItem:
			return false
		case syntax.Comma, syntax.Mark, syntax.Coordinator, syntax.Opener:
			return true
		}
	}
	return true
}

func (c *clauses) boundaryBetween(a, b int) bool {
	for i := a + 1; i < b; i++ {
		switch c.s.Items[i].Kind {
		case syntax.Comma, syntax.Mark, syntax.Opener, syntax.Coordinator:
			return true
		}
	}
	return false
}

// hard says whether item i closes a clause for good.
func (c *clauses) hard(i int) bool {
	it := &c.s.Items[i]
	switch it.Kind {
	case syntax.Opener:
		return true
	case syntax.Mark:
		return it.Key != "'" && it.Key != `"` && it.Key != "-" && it.Key != "(" && it.Key != ")"
	}
	return false
}

// window gives the items of the clause around a trigger: back to the last verb, forward to
// the verb itself, and beyond it as far as a headline puts the objects there.
func (c *clauses) window(host, verb int) (first, last int) {
	items := c.s.Items
	at := verb
	if at < 0 || host >= 0 && host < at {
		at = max(host, 0)
	}
	first = at
	for first > 0 {
		i := first - 1
		if c.hard(i) || items[i].Kind == syntax.Comma && c.plainEnd() {
			break
		}
		if items[i].Kind == syntax.VerbItem && i != verb {
			break
		}
		first = i
	}
	last = max(host, verb) + 1
	if verb < 0 {
		// verbless: to the next boundary
		for last < len(items) && !c.hard(last) && items[last].Kind != syntax.Comma && items[last].Kind != syntax.VerbItem {
			last++
		}
		return first, last
	}
	if host >= 0 && host < verb && c.gapped(host, verb) {
		return first, host + 1 // "A को निलंबित और B को निष्कासित किया गया"
	}
	if items[verb].Verb.Finite {
		// a verb-first clause: its objects stand behind it, up to the next boundary, and no
		// verb follows there
		end := last
		for end < len(items) && !c.hard(end) && items[end].Kind != syntax.Comma && items[end].Kind != syntax.Coordinator && items[end].Kind != syntax.VerbItem {
			end++
		}
		if end == len(items) || items[end].Kind != syntax.VerbItem {
			last = end
		}
	}
	return first, last
}

// resigned says whether something is resigned before item first: "अध्यक्ष को इस्तीफे थमाए और भाजपा के मंच पर नजर आए".
func (c *clauses) resigned(first int) bool {
	for i := 0; i+1 < first; i++ {
		if it, next := &c.s.Items[i], &c.s.Items[i+1]; it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.HostHead && it.Phrase.Word == Resignation && next.Kind == syntax.VerbItem && next.Verb.Perfect && !next.Verb.Negated {
			return true
		}
	}
	return false
}

// Resignation is the host that stands for leaving.
var Resignation = devanagari.Fold("इस्तीफा")

// personsBehind says whether people are named behind a verb, before the next one.
func (c *clauses) personsBehind(verb int) bool {
	for _, it := range c.s.Items[verb+1:] {
		if it.Kind != syntax.PhraseItem {
			return false
		}
		if it.Phrase.Head == syntax.Persons {
			return true
		}
	}
	return false
}

// demonym says whether an item is a party by the word for its people: भाजपाई.
func demonym(it *syntax.Item) bool {
	return it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.PartyHead && it.Phrase.Case == syntax.Ka && it.Phrase.End == it.Phrase.Last
}

// thing says whether a noun that is no person stands for the subject between the party and the verb: "कांग्रेस में झगड़ा
// बाहर आ गया".
func (c *clauses) thing(r *Rule, ev *Event) bool {
	if ev.Party == nil {
		return false
	}
	for i := ev.Verb - 1; i >= ev.ClauseFirst; i-- {
		it := &c.s.Items[i]
		if it.Kind != syntax.PhraseItem {
			continue
		}
		if it.Phrase == ev.Party || it.Phrase.First < ev.Party.First || slices.Contains(it.Phrase.Of, ev.Party) {
			return false
		}
		if it.Phrase.Head == syntax.Noun && it.Phrase.Case == syntax.Bare && len(it.Phrase.Of) > 0 && !r.with[it.Phrase.Word] || it.Phrase.Head == syntax.HostHead && it.Phrase.Case == syntax.Bare {
			return true
		}
	}
	return false
}

// gapped says whether a host shares the verb with another one of the next clause, which has its own people.
func (c *clauses) gapped(host, verb int) bool {
	and := false
	for i := host + 1; i < verb; i++ {
		switch it := &c.s.Items[i]; {
		case it.Kind == syntax.Coordinator || it.Kind == syntax.Comma:
			and = true
		case it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.HostHead && it.Phrase.Case == syntax.Bare && and:
			return true
		}
	}
	return false
}

// apply fills the rule's slots around the trigger. The reason is empty when they are filled.
func (c *clauses) apply(r *Rule, host, verb int) (ev Event, reason string) {
	if c.Usage != nil {
		defer c.Usage.tried(r, c.Usage.now())
	}
	items := c.s.Items
	c.step, c.guard = 1, [2]int{}
	first, last := c.window(host, verb)
	ev = Event{Rule: r, Sentence: c.index, Host: host, Verb: verb, ClauseFirst: first, ClauseLast: last}
	at := verb
	if at < 0 {
		at = host
	}
	ev.First, ev.Last = items[at].First, items[at].Last
	if host >= 0 {
		ev.First, ev.Last = min(ev.First, items[host].First), max(ev.Last, items[host].Phrase.Last)
	}
	if items[at].Kind == syntax.PhraseItem {
		ev.Quote = items[at].Phrase.Quote
	} else {
		ev.Quote = c.doc.Tokens[items[at].First].Quote
	}
	var vg syntax.VerbGroup
	if verb >= 0 {
		vg = items[verb].Verb
		if r.Voice == "passive" && !vg.Passive || r.Voice == "active" && vg.Passive {
			return ev, "the verb's voice is not " + r.Voice
		}
		ev.Past = vg.Pluperfect
	}
	if (r.Act == Expel || r.Act == Suspend) && host >= 0 && verb > host+1 && items[host+1].Kind == syntax.PhraseItem && items[host+1].Phrase.Head == syntax.Persons && items[host].Phrase.Case == syntax.Bare {
		if vg.Lemma != "कर" || vg.Future || vg.Finite && !vg.Perfect {
			return ev, "it describes the people behind it"
		}
	}
	if r.Leaving && !slices.ContainsFunc(c.events, func(e Event) bool { return e.Rule.Act == Leave }) && !c.resigned(first) {
		return ev, "the sentence tells of no leaving"
	}
	if r.Predicate && verb >= 0 && verb+1 < len(items) && items[verb+1].Kind == syntax.PhraseItem && (vg.Main == syntax.Perf || vg.Main == syntax.Stem) && c.s.Block != devanagari.Title && !c.goingOn(verb) && !(verb > 0 && demonym(&items[verb-1]) && c.personsBehind(verb)) {
		return ev, "the verb describes the noun behind it"
	}
	if host >= 0 && r.Act == Join && items[host].Phrase.Head == syntax.HostHead && (items[host].Phrase.Case == syntax.Se || items[host].Phrase.Case == syntax.Samet || items[host].Phrase.Case == syntax.Saath) {
		return ev, "the host is marked with से, समेत or के साथ: it is left, not taken"
	}
	if host >= 0 && host+1 < len(items) && items[host+1].Kind == syntax.PhraseItem && items[host].Phrase.Case == syntax.Bare && c.Status.Describers[items[host].Phrase.Word] && verb != host+1 {
		return ev, "the host describes the noun behind it"
	}
	if host >= 0 && verb >= 0 && items[host].Phrase.Case == syntax.Ka && host+1 < len(items) && items[host+1].Kind == syntax.PhraseItem && items[host+1].Phrase.Head == syntax.Noun &&
		!c.Status.Carrier[items[host+1].Phrase.Word] && c.nominalMood(&ev) == Happened {
		return ev, "the host only belongs to another noun"
	}
	from, to := first, last
	if r.Act == Suspend && c.plainEnd() {
		from, to = 0, len(items) // a title tells the House in another clause: "विधायक निलंबित, सदन में डटे रहे"
	}
	if i := c.clauseWord(r.not, r.Act != Leave || !r.Optional, from, to); i >= 0 {
		c.guard = [2]int{i, i + 1}
		if r.with == nil || c.clauseWord(r.with, false, first, last) >= 0 {
			c.step = 2
		}
		return ev, "guard: the clause has " + c.doc.Tokens[i].Key
	}
	if r.with != nil && c.clauseWord(r.with, false, first, last) < 0 {
		return ev, "the clause has none of the words the rule asks for"
	}
	if r.Withdrawn && first > 0 && items[first-1].Kind == syntax.VerbItem && !c.hard(first-1) {
		first, _ = c.window(-1, first-1) // "पार्टी से दिया अपना इस्तीफा वापस ले लिया"
	}
	c.step = 3
	ev.Post = c.post(first, last)
	if why := c.fillParty(r, &ev, first, last); why != "" {
		if ev.Post != nil && why == NoParty {
			c.guard = [2]int{ev.Post.First, ev.Post.End}
		}
		return ev, why
	}
	c.step = 4
	if r.Act == Leave && c.amongParties(ev.Party) {
		return ev, "several parties are left, and it is not said who leaves which"
	}
	if r.Act == Leave && ev.Party != nil && ev.Party.Head == syntax.PartyWord && ev.Party.First > 0 && c.Status.Indefinite[c.doc.Tokens[ev.Party.First-1].Key] {
		return ev, "no party in particular is meant" // "वह अब तक किसी दल में नहीं रहे"
	}
	if r.Symbol == "only" && verb >= 0 && vg.Main == syntax.Conj && c.s.Block != devanagari.Title && !(verb+1 < len(items) && items[verb+1].Kind == syntax.VerbItem && slices.Contains(r.Verb, items[verb+1].Verb.Lemma)) {
		return ev, "a symbol with an absolutive may be the thing itself"
	}
	if ev.Post != nil && r.Act == Leave && ev.Post.Case == syntax.Se && (ev.Party == nil || ev.Party.Case != syntax.Se && !c.membership(first, last)) && !(host < 0 && ev.Party != nil && c.besideVerb(ev.Party, verb)) {
		return ev, "a post or a House is left, not a party"
	}
	if ev.Post != nil && r.Act == Leave && host < 0 && ev.Party != nil && ev.Party.Case == syntax.Bare && ev.Post.Case == syntax.Bare && verb > first && items[verb-1].Kind == syntax.PhraseItem && items[verb-1].Phrase == ev.Post && ev.Post != ev.Party && !(verb > first+1 && items[verb-2].Kind == syntax.Coordinator) {
		return ev, "a post is left, not a party" // "जजपा वाले कुर्सी छोड़ेंगे"
	}
	if ev.Post != nil && ev.Post.Case == syntax.Se && (r.Act == Expel || r.Act == Suspend) && (ev.Party == nil || ev.Party.Case != syntax.Se) {
		return ev, "put out of a House or a post, not of a party"
	}
	if r.Act == Expel && ev.Party == nil && host > 0 && items[host].Phrase.Case == syntax.Bare && items[host-1].Kind == syntax.PhraseItem && items[host-1].Phrase.Head == syntax.Noun && items[host-1].Phrase.Case == syntax.Se && !c.Status.Organs[items[host-1].Phrase.Word] {
		return ev, "put out of something that is no party"
	}
	if r.Act == Leave && ev.Party != nil && ev.Party.Case == syntax.Ko && verb >= 0 && (vg.Main == syntax.Conj || vg.Main == syntax.Stem && !vg.Finite) && c.butFor(verb) {
		return ev, "all but the party are meant"
	}
	if (r.Act == Expel || r.Act == Suspend) && c.presided(first, last) {
		return ev, "put out of a House, by who presides over it"
	}
	ev.Attributive = c.attributive(verb)
	c.fillWho(r, &ev)
	if ev.Far && ev.Who != nil && ev.Who.Quote != 0 && ev.Who.Quote != ev.Quote {
		ev.Who = nil // who is spoken of in a quotation does not act outside it
	}
	if r.State && !r.Mover && (ev.Far || ev.Who == nil || ev.Who.Head != syntax.Persons || !slices.ContainsFunc(ev.Who.Persons, func(p syntax.Person) bool { return p.Named() })) {
		return ev, "the clause does not name who is in the party now"
	}
	if r.Act == Leave && host >= 0 && vg.Passive && ev.Who != nil && ev.Who.Case == syntax.Bare && ev.Who.Head == syntax.Persons {
		ev.Who = nil // "इस्तीफे … सौंपे जाएंगे": who does it is not its subject
	}
	if r.Act == Join && host < 0 && verb >= 0 && (ev.Who == nil || ev.Far) && c.thing(r, &ev) {
		return ev, "its subject is a thing"
	}
	if (r.Act == Join || r.Act == Leave) && (ev.Who == nil || ev.Far) && c.partySubject(&ev, first, last) {
		return ev, "its subject is a party"
	}
	persons := func(ph *syntax.Phrase) bool { return ph.Head == syntax.Persons }
	if len(r.receiver) > 0 {
		ev.Receiver = c.find(r.receiver, host, first, last, persons)
		for from := first; ev.Receiver == nil && from > 0 && items[from-1].Kind == syntax.VerbItem && items[from-1].Verb.Main == syntax.Conj; {
			to := from
			from, _ = c.window(-1, from-1) // who does the one thing does the other: "X ने गमछा पहनाकर भाजपा में प्रवेश कराया"
			ev.Receiver = c.find([]slot{{c: syntax.Ne}}, -1, from, to, persons)
		}
	}
	if ev.Receiver != nil && ev.Receiver == ev.Who && ev.Far {
		ev.Who = nil // "X ने उन्हें पटका पहनाकर घर वापसी करवाई": who brings him home does not come
		for i := range c.events {
			if c.events[i].Receiver == ev.Receiver {
				ev.Who = c.events[i].Who
			}
		}
	}
	if ev.Receiver == nil {
		ev.Receiver = c.find([]slot{{c: syntax.Samaksh}, {c: syntax.Dwara}, {c: syntax.Netritva}}, host, first, last, persons)
	}
	if r.Act == Join {
		ev.From = c.from(&ev)
	}
	if verb >= 0 && vg.Lemma == raise && verb+1 < len(items) && items[verb+1].Kind == syntax.VerbItem {
		ev.Verb, ev.Past = verb+1, items[verb+1].Verb.Pluperfect // "खड़ी | कर रहे हैं"
		ev.Last, ev.ClauseLast = max(ev.Last, items[verb+1].Last), max(ev.ClauseLast, verb+2)
	}
	ev.Mood = c.mood(&ev)
	ev.Cue = c.cue
	switch {
	case r.Withdrawn && ev.Mood != Happened && ev.Mood != Going:
		return ev, "nothing is taken back yet"
	case r.Withdrawn:
		ev.Mood = Refuted
	case r.Guess && (ev.Mood == Happened || ev.Mood == Going || ev.Mood == Will || ev.Mood == Declared):
		ev.Mood = Rumour
	}
	if r.Coming && ev.Mood != Will && ev.Mood != May && ev.Mood != Declared && ev.Mood != Rumour {
		return ev, "the rule wants what is yet to come"
	}
	if r.Negative {
		if ev.Mood != Not {
			return ev, "the rule wants a negated clause"
		}
		ev.Mood = Happened
	}
	return ev, ""
}

// butFor says whether the absolutive at item v means an exception: "भाजपा को छोड़कर आज हर तबका दुखी है".
func (c *clauses) butFor(v int) bool {
	from := c.s.Items[v].Last
	for i := from; i < min(from+4, c.s.Last); i++ {
		if c.Status.Except[c.doc.Tokens[i].Key] {
			return true
		}
	}
	return false
}

// presided says whether the one who acts in a clause presides over a House: "विधानसभा अध्यक्ष X ने".
func (c *clauses) presided(first, last int) bool {
	for _, it := range c.s.Items[first:last] {
		if it.Kind != syntax.PhraseItem || it.Phrase.Head != syntax.Persons || it.Phrase.Case != syntax.Ne && it.Phrase.Case != syntax.Dwara || len(it.Phrase.Persons[0].Affiliations) > 0 {
			continue // "शहर कांग्रेस अध्यक्ष X ने": of a party
		}
		house := false
		for i := it.First; i < it.Phrase.Last; i++ {
			k := c.doc.Tokens[i].Key
			if c.Status.Presides[k] && (house || !c.Status.Chairs[k]) {
				return true
			}
			house = house || c.Status.Post[k]
		}
	}
	return false
}

// amongParties says whether a party phrase is the last of several that are joined: "भाजपा और कांग्रेस छोड़कर आए लोगों को".
func (c *clauses) amongParties(ph *syntax.Phrase) bool {
	items := c.s.Items
	for i := 2; i < len(items); i++ {
		if items[i].Kind != syntax.PhraseItem || items[i].Phrase != ph {
			continue
		}
		prev := &items[i-2]
		return ph.Head == syntax.PartyHead && items[i-1].Kind == syntax.Coordinator && prev.Kind == syntax.PhraseItem && prev.Phrase.Head == syntax.PartyHead && prev.Phrase.Case == syntax.Bare &&
			prev.Phrase.Party.ID != ph.Party.ID
	}
	return false
}

// raise is the word that only a verb behind it makes one of: खड़ी करना.
var raise = devanagari.Fold("खड़")

// from finds the party in से that a joining starts from, beside the party it leads to, its host or its verb.
func (c *clauses) from(ev *Event) *syntax.Phrase {
	items := c.s.Items
	for i := ev.ClauseFirst; i < ev.ClauseLast; i++ {
		it := &items[i]
		if it.Kind != syntax.PhraseItem || it.Phrase.Head != syntax.PartyHead || it.Phrase.Case != syntax.Se || it.Phrase == ev.Party || ev.Party != nil && it.Phrase.Party.ID == ev.Party.Party.ID {
			continue
		}
		n := i + 1
		for n < ev.ClauseLast && items[n].Kind == syntax.Other {
			n++
		}
		if n < ev.ClauseLast && (items[n].Kind == syntax.VerbItem || items[n].Kind == syntax.PhraseItem && (items[n].Phrase == ev.Party || items[n].Phrase.Head == syntax.HostHead)) {
			return it.Phrase
		}
	}
	return nil
}

// clauseWord returns the token of the first of words that the clause holds, or -1; those of an office that goes with a name do not
// count where named is set.
func (c *clauses) clauseWord(words map[string]bool, named bool, first, last int) int {
	if len(words) == 0 {
		return -1
	}
	for n := first; n < last; n++ {
		it := &c.s.Items[n]
		for i := it.First; i < it.Last; i++ {
			if k := c.doc.Tokens[i].Key; words[k] && !(it.Kind == syntax.PhraseItem && (inPlace(it.Phrase, i) || inOffice(it.Phrase, i, named))) && !c.onlyTime(i) && !(c.Status.Post[k] && i+1 < len(c.doc.Tokens) && c.Status.Areas[c.doc.Tokens[i+1].Key]) {
				return i
			}
		}
	}
	return -1
}

// onlyTime says whether the word at token i only tells a time: "चुनाव के ठीक पहले", "मतदान से एक दिन पहले".
func (c *clauses) onlyTime(i int) bool {
	tokens := c.doc.Tokens
	if i+2 >= len(tokens) || tokens[i+1].Key != "के" && tokens[i+1].Key != "से" {
		return false
	}
	for j := i + 2; j < min(len(tokens), i+6); j++ {
		switch tokens[j].Key {
		case "पहले", "पूर्व", "दौरान", "समय", "वक्त", "बाद":
			return true
		}
		if tokens[j].Kind == devanagari.Punct {
			break
		}
	}
	return false
}

// inPlace says whether token i is a part of a place's name in the phrase: "मऊ विधानसभा क्षेत्र से".
func inPlace(ph *syntax.Phrase, i int) bool {
	if ph.Head == syntax.PlaceHead && i >= ph.First && i < ph.Last {
		return true
	}
	return slices.ContainsFunc(ph.Of, func(of *syntax.Phrase) bool { return inPlace(of, i) })
}

// inOffice says whether token i belongs to an office that somebody of the phrase held once, or who is only included in a group, or where named is set, to any
// that goes with a name: "पूर्व मंत्री X", "नगर परिषद की पार्षद X".
func inOffice(ph *syntax.Phrase, i int, named bool) bool {
	return slices.ContainsFunc(ph.Persons, func(p syntax.Person) bool {
		return (p.Former || p.Included || named && p.Named()) && i >= p.RoleFirst && i < p.RoleLast
	})
}

// post returns the phrase that says a post or a House is left: "जिलाध्यक्ष पद से".
func (c *clauses) post(first, last int) *syntax.Phrase {
	for i := first; i < last; i++ {
		it := &c.s.Items[i]
		if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Noun && (it.Phrase.Case == syntax.Se || it.Phrase.Case == syntax.Bare) && c.Status.Post[it.Phrase.Word] {
			if next := i + 1; next < last && c.s.Items[next].Kind == syntax.PhraseItem && c.s.Items[next].Phrase.Case == syntax.Me && len(c.s.Items[next].Phrase.Of) > 0 && it.Phrase.Case == syntax.Se {
				continue // "गठबंधन से मिलीभगत के आरोप में"
			}
			return it.Phrase
		}
	}
	return nil
}

// membership says whether the clause speaks of a membership that is left.
func (c *clauses) membership(first, last int) bool {
	for _, it := range c.s.Items[first:last] {
		if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.HostHead && (it.Phrase.Case == syntax.Se || it.Phrase.Case == syntax.Samet || it.Phrase.Case == syntax.Saath) {
			return true
		}
	}
	return false
}

// partySubject says whether the clause's own subject is a party: then it is parties that come and go.
func (c *clauses) partySubject(ev *Event, first, last int) bool {
	for i := first; i < last; i++ {
		it := &c.s.Items[i]
		if it.Kind == syntax.PhraseItem && it.Phrase != ev.Party && it.Phrase.Head == syntax.PartyWord && ev.Rule.Act == Leave && ev.Party != nil && ev.Party.Head == syntax.PartyHead && ev.Party.Case != syntax.Bare &&
			(it.Phrase.Case == syntax.Bare || it.Phrase.Case == syntax.Ne) && i < max(ev.Host, ev.Verb) {
			return true // "पार्टी भाजपा से नाता तोड़ चुकी है"
		}
		if it.Kind == syntax.PhraseItem && it.Phrase != ev.Party && it.Phrase.Head == syntax.PartyHead && !it.Phrase.Party.Symbol &&
			(it.Phrase.Case == syntax.Ne || it.Phrase.Case == syntax.Bare && i < max(ev.Host, ev.Verb) && ev.Rule.Act == Join) {
			return true
		}
	}
	return false
}

// independent is the party id of those without one: one becomes that only by leaving, never "joins" it.
const independent = "IND"

func isParty(ph *syntax.Phrase) bool {
	return ph.Head == syntax.PartyHead || ph.Head == syntax.PartyWord
}

// fillParty looks for the party in each of the rule's places in turn.
func (c *clauses) fillParty(r *Rule, ev *Event, first, last int) string {
	items := c.s.Items
	why := NoParty
	accept := func(ph *syntax.Phrase) bool {
		switch ph.Head {
		case syntax.PartyWord:
			if !r.Generic {
				why = "only “पार्टी”, and the rule wants its name"
				return false
			}
		case syntax.PartyHead:
			if ph.Party.Symbol && r.Symbol == "" {
				why = "only a symbol"
				return false
			}
			if r.Only != "" && ph.Party.ID != r.Only || r.Only == "" && ph.Party.ID == independent && r.Act == Join {
				why = "not the party of the rule"
				return false
			}
			if !ph.Party.Symbol && r.Symbol == "only" {
				why = "the rule wants a party's symbol"
				return false
			}
		default:
			return false
		}
		if c.contrasted(ph) {
			why = "it is another thing that is so, not the party"
			return false
		}
		return true
	}
	for _, s := range r.party {
		switch {
		case s.ofHost:
			if ev.Host < 0 {
				ev.Party = c.eachPhrase(first, last, ev, func(ph *syntax.Phrase) *syntax.Phrase {
					if ph.Case == syntax.Ka && accept(ph) && (c.besideVerb(ph, ev.Verb) || c.plainEnd() && c.behindVerb(ph, ev.Verb)) {
						return ph
					}
					return nil
				})
				break
			}
			for i := len(items[ev.Host].Phrase.Of) - 1; i >= 0; i-- {
				if ph := items[ev.Host].Phrase.Of[i]; accept(ph) {
					ev.Party = ph
				} else if p := deepParty(ph, accept); p != nil && ph.Head == syntax.Noun && c.Status.Link[ph.Word] {
					ev.Party = p
				}
				if ev.Party != nil {
					break
				}
			}
			if ev.Party == nil && ev.Verb >= 0 && ev.Verb < ev.Host {
				// headline: "भाजपा का थामा दामन"
				ev.Party = c.eachPhrase(first, last, ev, func(ph *syntax.Phrase) *syntax.Phrase {
					if ph.Case == syntax.Ka && accept(ph) && c.besideVerb(ph, ev.Verb) {
						return ph
					}
					return nil
				})
			}
		case s.link:
			ev.Party = c.eachPhrase(first, last, ev, func(ph *syntax.Phrase) *syntax.Phrase {
				if ph.Case != s.c || ph.Head == syntax.PartyHead || ph.Head == syntax.PartyWord {
					return nil
				}
				if ph.Head == syntax.Persons {
					if s.c != syntax.Ko && !(len(ph.Persons) == 1 && !ph.Persons[0].Named() && ph.Persons[0].RoleFirst == ph.Last-1 && r.link[c.doc.Tokens[ph.Last-1].Key]) {
						return nil // but "भाजपा के सदस्य बन गए"
					}
				} else if !(r.link[ph.Word] || r.link == nil && c.Status.Link[ph.Word]) {
					return nil
				}
				for i := len(ph.Of) - 1; i >= 0; i-- {
					if accept(ph.Of[i]) {
						return ph.Of[i]
					}
					if p := deepParty(ph.Of[i], accept); p != nil && (ph.Head != syntax.Persons || s.c == syntax.Ko || c.Status.Link[ph.Of[i].Word]) {
						return p // but not "भाजपा की कार्यसमिति के सदस्य"
					}
				}
				if ph.Head == syntax.Persons {
					return nil
				}
				if of := c.ofBoth(ph); of != nil && accept(of) {
					return of
				}
				if slices.ContainsFunc(ph.Of, func(of *syntax.Phrase) bool { return of.Head == syntax.Noun && c.Status.Post[of.Word] }) {
					return nil // the membership of a House
				}
				if of := c.eachPhrase(first, last, ev, func(of *syntax.Phrase) *syntax.Phrase {
					if of.Head == syntax.Persons {
						return nil
					}
					for _, o := range append([]*syntax.Phrase{of}, of.Of...) {
						if o.Case == syntax.Ka && o.First < ph.First && accept(o) {
							return o
						}
					}
					return nil
				}); of != nil {
					return of
				}
				// "प्राथमिक सदस्यता से": of a party, though unnamed
				if ph.Head == syntax.HostHead && ph.Last-ph.First > 1 && r.Generic {
					return &syntax.Phrase{First: ph.First, Last: ph.Last, End: ph.End, Case: ph.Case, Head: syntax.PartyWord}
				}
				return nil
			})
		default:
			ev.Party = c.eachPhrase(first, last, ev, func(ph *syntax.Phrase) *syntax.Phrase {
				if ph.Case == s.c && accept(ph) {
					return ph
				}
				return nil
			})
		}
		if ev.Party != nil {
			break
		}
	}
	if ev.Party == nil && !r.Optional {
		return why
	}
	if r.Beside && ev.Party != nil && !c.besideVerb(ev.Party, ev.Verb) && !c.behindVerb(ev.Party, ev.Verb) {
		return "the party does not stand beside the verb"
	}
	if ev.Party != nil {
		ev.First, ev.Last = min(ev.First, ev.Party.First), max(ev.Last, ev.Party.Last)
	}
	return ""
}

// ofBoth gives the party among the two that a membership is said to be of: "लोकसभा और भाजपा, दोनों की सदस्यता से".
func (c *clauses) ofBoth(ph *syntax.Phrase) *syntax.Phrase {
	if !slices.ContainsFunc(ph.Of, func(of *syntax.Phrase) bool { return of.Head == syntax.PronounHead && of.Pronoun.Count == 2 }) {
		return nil
	}
	items := c.s.Items
	i := slices.IndexFunc(items, func(it syntax.Item) bool { return it.Kind == syntax.PhraseItem && it.Phrase == ph })
	const longest = 4 // items: two, what joins them, and a comma
	for n := i - 1; n >= max(0, i-longest); n-- {
		switch it := &items[n]; {
		case it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.PartyHead && it.Phrase.Case == syntax.Bare:
			return it.Phrase
		case it.Kind == syntax.VerbItem || it.Kind == syntax.Opener:
			return nil
		}
	}
	return nil
}

// besideVerb says whether nothing but particles stands between a phrase and the verb.
func (c *clauses) besideVerb(ph *syntax.Phrase, verb int) bool {
	for i := verb - 1; i >= 0; i-- {
		it := &c.s.Items[i]
		if it.Kind == syntax.PhraseItem {
			return it.Phrase == ph
		}
		if it.Kind != syntax.Other && it.Kind != syntax.Neg {
			return false
		}
	}
	return false
}

// behindVerb says whether a phrase stands next behind the verb, as in a headline: "हुए भाजपाई".
func (c *clauses) behindVerb(ph *syntax.Phrase, verb int) bool {
	items := c.s.Items
	return verb >= 0 && verb+1 < len(items) && items[verb+1].Kind == syntax.PhraseItem && items[verb+1].Phrase == ph
}

// deepParty looks for a party among the genitives of a phrase: "भाजपा के कुनबे की सदस्यता".
func deepParty(ph *syntax.Phrase, accept func(*syntax.Phrase) bool) *syntax.Phrase {
	for i := len(ph.Of) - 1; i >= 0; i-- {
		if isParty(ph.Of[i]) && accept(ph.Of[i]) {
			return ph.Of[i]
		}
	}
	return nil
}

// eachPhrase tries the phrases of the clause, those nearest before the trigger first, then
// those behind it.
func (c *clauses) eachPhrase(first, last int, ev *Event, try func(*syntax.Phrase) *syntax.Phrase) *syntax.Phrase {
	at := max(ev.Host, ev.Verb)
	for i := min(at, last-1); i >= first; i-- {
		if it := &c.s.Items[i]; it.Kind == syntax.PhraseItem {
			if ph := try(it.Phrase); ph != nil {
				return ph
			}
		}
	}
	for i := at + 1; i < last; i++ {
		if it := &c.s.Items[i]; it.Kind == syntax.PhraseItem {
			if ph := try(it.Phrase); ph != nil {
				return ph
			}
		}
	}
	return nil
}

// find returns the first phrase of the clause in one of the cases, by order of cases.
func (c *clauses) find(cases []slot, host, first, last int, want func(*syntax.Phrase) bool) *syntax.Phrase {
	for _, s := range cases {
		if s.ofHost {
			if host >= 0 {
				for i := len(c.s.Items[host].Phrase.Of) - 1; i >= 0; i-- {
					if ph := c.s.Items[host].Phrase.Of[i]; want(ph) {
						return ph
					}
				}
			}
			if i := host - 1; i >= first && c.s.Items[i].Kind == syntax.PhraseItem && c.s.Items[i].Phrase.Case == syntax.Ka && len(c.s.Items[i].Phrase.Persons) > 1 && want(c.s.Items[i].Phrase) {
				return c.s.Items[i].Phrase // "A और B का निलंबन": a list stands beside its noun
			}
			if (host < 0 || c.Status.Predicates[c.s.Items[host].Phrase.Word]) && !c.infinitiveAt(last-1) {
				continue // "शरद पवार की राकांपा में गए": the genitive is the party's
			}
			s.c = syntax.Ka // "X का सपा से इस्तीफा": not next to the host
		}
		for i := last - 1; i >= first; i-- {
			if it := &c.s.Items[i]; it.Kind == syntax.PhraseItem && it.Phrase.Case == s.c && want(it.Phrase) {
				return it.Phrase
			}
		}
	}
	return nil
}

// leadsNext says whether a genitive is that of the party behind it, since somebody else acts: "X ने किनारा करते हुए
// एकनाथ शिंदे की शिवसेना में प्रवेश किया".
func (c *clauses) leadsNext(ph *syntax.Phrase) bool {
	items := c.s.Items
	i := slices.IndexFunc(items, func(it syntax.Item) bool { return it.Kind == syntax.PhraseItem && it.Phrase == ph })
	if i < 0 || i+1 >= len(items) || items[i+1].Kind != syntax.PhraseItem || items[i+1].Phrase.Head != syntax.PartyHead || items[i+1].First != items[i].Last {
		return false
	}
	for n := i - 1; n >= 0; n-- {
		switch it := &items[n]; {
		case it.Kind == syntax.VerbItem && it.Verb.Finite, it.Kind == syntax.Opener:
			return false
		case it.Kind == syntax.PhraseItem && it.Phrase.Case == syntax.Ne && (it.Phrase.Head == syntax.Persons || it.Phrase.Head == syntax.PronounHead):
			return true
		}
	}
	return false
}

// infinitiveAt says whether the last verb up to item i is an infinitive, whose subject is a genitive: "X के
// भाजपा में जाने की चर्चा".
func (c *clauses) infinitiveAt(i int) bool {
	items := c.s.Items
	for ; i >= 0; i-- {
		if items[i].Kind != syntax.VerbItem {
			continue
		}
		if main := items[i].Verb.Main; main == syntax.Conj || main == syntax.Stem {
			// the verb that an absolutive leans on: "X के सपा छोड़ भाजपा में जाने की चर्चा"
			for n := i + 1; n < len(items) && !c.hard(n); n++ {
				if items[n].Kind == syntax.VerbItem {
					return items[n].Verb.Main == syntax.Inf && !items[n].Verb.Finite
				}
			}
		}
		return items[i].Verb.Main == syntax.Inf
	}
	return false
}

// taken says whether people are only whom somebody takes along: "हजारों समर्थक लेकर".
func (c *clauses) taken(ph *syntax.Phrase) bool {
	if ph.Case != syntax.Bare || ph.Head != syntax.Persons || !ph.Persons[0].Group {
		return false
	}
	for i, it := range c.s.Items {
		if it.Kind == syntax.PhraseItem && it.Phrase == ph {
			return i+1 < len(c.s.Items) && c.s.Items[i+1].Kind == syntax.VerbItem && c.s.Items[i+1].Verb.Main == syntax.Conj && c.s.Items[i+1].Verb.Lemma == "ले"
		}
	}
	return false
}

// ofVenue says whether an office without a name only tells whose the place behind it is: "मुख्यमंत्री आवास पर".
func (c *clauses) ofVenue(ph *syntax.Phrase) bool {
	if ph.Case != syntax.Bare || ph.Head != syntax.Persons || len(ph.Persons) != 1 || ph.Persons[0].Named() || ph.Persons[0].Group {
		return false
	}
	i := slices.IndexFunc(c.s.Items, func(it syntax.Item) bool { return it.Kind == syntax.PhraseItem && it.Phrase == ph })
	if i < 0 || i+1 >= len(c.s.Items) {
		return false
	}
	next := &c.s.Items[i+1]
	return next.Kind == syntax.PhraseItem && next.Phrase.First == ph.Last && next.Phrase.Head == syntax.Noun && next.Phrase.Case != syntax.Bare && c.Status.Venues[c.doc.Tokens[next.Phrase.First].Key]
}

// attributive says whether the verb is a participle that describes the noun behind it:
// "भाजपा में शामिल हुए सुरेश वर्मा ने कहा".
func (c *clauses) attributive(verb int) bool {
	items := c.s.Items
	if verb < 0 || verb+1 >= len(items) {
		return false
	}
	vg := items[verb].Verb
	if vg.Vala && !vg.Finite {
		return true
	}
	if vg.Main != syntax.Perf && !vg.Perfect || vg.Pluperfect || vg.Future || vg.Potential {
		return false
	}
	people := c.behindParticiple(verb)
	if people == nil {
		return false
	}
	if cs := people.Case; cs != syntax.Bare && cs != syntax.Ne && c.plainEnd() && people == items[verb+1].Phrase {
		return true // a headline: "भाजपा में आए X से बातचीत"
	}
	for i := verb + 2; i < len(items) && !c.hard(i); i++ {
		if items[i].Kind == syntax.VerbItem {
			return true
		}
	}
	return false
}

// behindParticiple gives the people right behind a verb, or those whose the noun behind it is: "शामिल हुए | नेताओं का स्वागत".
func (c *clauses) behindParticiple(verb int) *syntax.Phrase {
	if verb+1 >= len(c.s.Items) || c.s.Items[verb+1].Kind != syntax.PhraseItem {
		return nil
	}
	ph := c.s.Items[verb+1].Phrase
	if ph.Head == syntax.Noun && len(ph.Of) > 0 && ph.Of[0].First == c.s.Items[verb].Last {
		ph = ph.Of[0]
	}
	if ph.Head != syntax.Persons {
		return nil
	}
	return ph
}

func agent(ph *syntax.Phrase) bool {
	return ph.Head == syntax.Persons || ph.Head == syntax.PronounHead && !ph.Pronoun.Reflexive
}

// contrasted says whether a sentence says of another thing what it denies of the party: "हमने पार्टी नहीं, अध्यक्ष का साथ
// छोड़ा है".
func (c *clauses) contrasted(ph *syntax.Phrase) bool {
	items := c.s.Items
	for i := 0; i+2 < len(items); i++ {
		if items[i].Kind == syntax.PhraseItem && (items[i].Phrase == ph || deepOf(items[i].Phrase, ph)) {
			return items[i+1].Kind == syntax.Neg && (items[i+2].Kind == syntax.Comma || items[i+2].Kind == syntax.Opener)
		}
	}
	return false
}

// goingOn says whether right before what the verb says a party is left, so that the verb tells of a move: "सपा छोड़कर
// भाजपा से जुड़े X".
func (c *clauses) goingOn(verb int) bool {
	i := verb - 1
	for i >= 0 && c.s.Items[i].Kind == syntax.PhraseItem && c.s.Items[i].Phrase.Head != syntax.Persons {
		i--
	}
	return i >= 0 && slices.ContainsFunc(c.events, func(e Event) bool { return e.Rule.Act == Leave && e.Verb == i })
}

// describedBy gives the people whom an absolutive describes together with the participle right behind it: "A ने सपा छोड़कर आए
// सभी लोगों को सदस्यता दिलाई" is not about A.
func (c *clauses) describedBy(verb int) *syntax.Phrase {
	items := c.s.Items
	if verb < 0 || items[verb].Verb.Finite || items[verb].Verb.Main != syntax.Conj {
		return nil
	}
	for i := verb + 1; i+1 < len(items); i++ {
		switch it := &items[i]; {
		case it.Kind == syntax.VerbItem:
			if c.attributive(i) {
				return c.behindParticiple(i)
			}
			return nil
		case it.Kind != syntax.PhraseItem || it.Phrase.Head != syntax.PartyHead && it.Phrase.Head != syntax.PlaceHead && it.Phrase.Head != syntax.HostHead:
			return nil
		}
	}
	return nil
}

// source gives the person who closes a title behind a dash or a colon, as the one whose words it gives: "दो नेता सपा में जाएंगे- X".
func (c *clauses) source() *syntax.Phrase {
	items := c.s.Items
	n := len(items)
	if !c.plainEnd() || n < 3 || items[n-2].Kind != syntax.Mark || items[n-2].Key != "-" && items[n-2].Key != ":" || items[n-1].Kind != syntax.PhraseItem || items[n-1].Phrase.Head != syntax.Persons || len(items[n-1].Phrase.Persons) > 1 {
		return nil
	}
	return items[n-1].Phrase
}

// fillWho looks for the one who moves: in the trigger's own clause, behind a participle, in the
// clause whose verb shares its subject, then in the clause before.
func (c *clauses) fillWho(r *Rule, ev *Event) {
	items := c.s.Items
	if ev.Attributive && ev.Verb+1 < len(items) {
		n := ev.Verb + 1
		for n < len(items)-1 && items[n].Kind == syntax.Other { // "लेने वालों में A, B"
			n++
		}
		if it := &items[n]; it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons {
			ev.Who = it.Phrase
			return
		}
		if ph := c.behindParticiple(ev.Verb); ph != nil {
			ev.Who = ph // "भाजपा में शामिल हुए नेताओं का स्वागत करते हुए"
			return
		}
	}
	if ev.Verb >= 0 && items[ev.Verb].Verb.Vala && !items[ev.Verb].Verb.Finite && c.oblique(ev.Verb+1) {
		if c.blacklist(ev.Verb) {
			for i := ev.Verb + 2; i < len(items) && !c.hard(i); i++ {
				if items[i].Kind == syntax.PhraseItem && items[i].Phrase.Head == syntax.Persons {
					ev.Who = items[i].Phrase
					return
				}
			}
			for i := ev.ClauseFirst; i < ev.Verb; i++ {
				if ph := items[i].Phrase; items[i].Kind == syntax.PhraseItem && ph.Head == syntax.Persons && ph.Case == syntax.Bare {
					ev.Who, ev.Attributive = ph, false // "X लालटेन छोड़ने वालों की लिस्ट में हैं"
					return
				}
			}
		}
		return // "थामने वालों पर निशाना साधा": whoever they are
	}
	want := func(ph *syntax.Phrase) bool {
		return agent(ph) && ph != ev.Party && !c.taken(ph) && !c.ofVenue(ph) && !deepOf(ph, ev.Party) && !(len(r.receiver) == 0 && ph.Case == syntax.Ka && c.leadsNext(ph))
	}
	if ph := c.describedBy(ev.Verb); ph != nil && want(ph) {
		ev.Who = ph
		return
	}
	if c.someone(r, ev) {
		return
	}
	source := c.source()
	if ph := c.find(r.who, ev.Host, ev.ClauseFirst, ev.ClauseLast, func(ph *syntax.Phrase) bool { return want(ph) && ph != source }); ph != nil {
		ev.Who = ph
		return
	}
	if ph := c.find(r.who, ev.Host, ev.ClauseFirst, ev.ClauseLast, want); ph != nil {
		ev.Who = ph
		return
	}
	genitive := slices.ContainsFunc(r.who, func(s slot) bool { return s.ofHost })
	if ev.Verb >= 0 && !genitive && c.infinitiveAt(ev.Verb) && slices.ContainsFunc(r.who, func(s slot) bool { return s.c == syntax.Ne || s.c == syntax.Bare }) {
		// the subject of an infinitive is its genitive: "X के भाजपा का दामन थामने की चर्चा"
		if ph := c.find([]slot{{ofHost: true}}, ev.Host, ev.ClauseFirst, ev.ClauseLast, want); ph != nil {
			ev.Who = ph
			return
		}
	}
	if ev.Verb >= 0 && c.infinitiveAt(ev.Verb) && genitive {
		for i := ev.ClauseFirst - 1; i >= max(0, ev.ClauseFirst-reach) && !c.hard(i); i-- {
			if it := &items[i]; it.Kind == syntax.VerbItem && it.Verb.Finite {
				break
			} else if it.Kind == syntax.PhraseItem && it.Phrase.Case == syntax.Ka && want(it.Phrase) {
				ev.Who = it.Phrase
				return
			}
		}
	}
	if owner := cmp.Or(c.ownerOfParty(r, ev, want), c.ofMembership(r, ev, want)); owner != nil {
		ev.Who = owner
		return
	}
	// a subject phrase of the same clause behind a comma or another verb that shares it
	caseOK := func(ph *syntax.Phrase) bool {
		for _, s := range r.who {
			if !s.ofHost && !s.link && s.c == ph.Case {
				return true
			}
		}
		return false
	}
	nonfinite := ev.Verb >= 0 && !items[ev.Verb].Verb.Finite
	if nonfinite {
		// forward: the subject of the main verb
		for i := ev.Verb + 1; i < min(len(items), ev.Verb+reach) && !c.hard(i); i++ {
			it := &items[i]
			if it.Kind == syntax.VerbItem && c.attributive(i) && i+1 < len(items) && items[i+1].Kind == syntax.PhraseItem && want(items[i+1].Phrase) {
				ev.Who = items[i+1].Phrase // "सपा छोड़कर आए X को"
				return
			}
			if it.Kind == syntax.PhraseItem && want(it.Phrase) && (it.Phrase.Case == syntax.Ne || it.Phrase.Case == syntax.Bare && it.Phrase.Head == syntax.Persons) && (caseOK(it.Phrase) || r.Act != Expel) {
				ev.Who, ev.Far = it.Phrase, true
				break
			}
			if it.Kind == syntax.VerbItem && it.Verb.Finite && !c.attributive(i) {
				break
			}
		}
	}
	if c.counted(ev) {
		return
	}
	if back := c.subjectBefore(ev, want, caseOK); back != nil && ev.Who == nil {
		ev.Who, ev.Far = back, true
	}
}

// oblique says whether item i is a case marker that makes an agent noun of the participle before it somebody else than
// the subject: "…वालों पर", "…वालों को", "…वालों की".
func (c *clauses) oblique(i int) bool {
	if i >= len(c.s.Items) || c.s.Items[i].Kind != syntax.Other {
		return false
	}
	switch c.s.Items[i].Key {
	case "पर", "को", "से", "की", "का", "के":
		return true
	}
	return false
}

// counted says whether a headline's clause has a bare number for its subject, "…, एक निलंबित".
func (c *clauses) counted(ev *Event) bool {
	if !c.plainEnd() {
		return false
	}
	for i := ev.ClauseFirst; i < ev.ClauseLast; i++ {
		it := &c.s.Items[i]
		if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.HostHead && it.Last-it.First == 2 && c.Status.Numbers[c.doc.Tokens[it.First].Key] {
			return true // "एक निलंबित"
		}
		if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Noun && it.Phrase.Case == syntax.Bare && it.Phrase.Last-it.Phrase.First == 1 && (c.doc.Tokens[it.First].Kind == devanagari.Number || c.Status.Numbers[it.Phrase.Word]) {
			return true
		}
	}
	return false
}

// someone says whether the clause of an event has a subject that is nobody in particular: "किसी ने साइकिल पकड़ी".
func (c *clauses) someone(r *Rule, ev *Event) bool {
	return slices.ContainsFunc(r.who, func(s slot) bool { return s.c == syntax.Ne }) && slices.ContainsFunc(c.s.Items[ev.ClauseFirst:ev.ClauseLast], func(it syntax.Item) bool {
		return it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Noun && it.Phrase.Case == syntax.Ne && c.Status.Indefinite[it.Phrase.Word]
	})
}

// reach is how many items a verb's subject is looked for in: more than any sentence that people write has, so
// that one that they did not write takes no longer than its length asks.
const reach = 400

// subjectBefore looks back from the clause for the subject it shares with one before: in its own chain of
// participles first, then beyond the verb that closes the clause before. A phrase with ने goes before a bare one.
func (c *clauses) subjectBefore(ev *Event, want, caseOK func(*syntax.Phrase) bool) *syntax.Phrase {
	items := c.s.Items
	var bare *syntax.Phrase
	closed := false // a finite verb and a comma behind it end the clause of a relative pronoun
	for i := ev.ClauseFirst - 1; i >= max(0, ev.ClauseFirst-reach); i-- {
		it := &items[i]
		switch it.Kind {
		case syntax.Opener:
			if it.Key == "कि" && c.then(ev.ClauseFirst, ev.ClauseLast) && (bare == nil || bare.Head == syntax.Persons && !bare.Persons[0].Named()) {
				// "X ने कहा कि प्रत्याशी नहीं बदला तो …": the speaker's own threat
				if ph := c.speaker(i, want); ph != nil {
					return ph
				}
			}
			return bare
		case syntax.Mark:
			if it.Key == ":" || it.Key == "।" {
				if ph := c.label(i); bare == nil && ph != nil && want(ph) {
					return ph
				}
				return bare
			}
		case syntax.VerbItem:
			if bare != nil && it.Verb.Finite && !c.attributive(i) {
				return bare
			}
			closed = closed || it.Verb.Finite && i+1 < len(items) && items[i+1].Kind == syntax.Comma
		case syntax.PhraseItem:
			if !want(it.Phrase) || c.predicative(i) || closed && it.Phrase.Head == syntax.PronounHead && it.Phrase.Pronoun.Relative {
				continue
			}
			if it.Phrase.Case == syntax.Ne && (ev.Rule.Act == Expel || ev.Rule.Act == Suspend) {
				continue // who puts others out
			}
			if it.Phrase.Case == syntax.Ne && !c.only(ev.Rule, syntax.Ko) {
				if put := c.putOutBy(i, ev); put != nil {
					return put
				}
				if ev.Verb > i {
					return cmp.Or(c.dates(i, ev, want), it.Phrase)
				}
				return it.Phrase
			}
			if bare == nil && (it.Phrase.Case == syntax.Bare && !c.only(ev.Rule, syntax.Ko) || caseOK(it.Phrase)) {
				bare = it.Phrase
			}
		}
	}
	return bare
}

// putOutBy gives whom the subject at item i puts out of a party in the clause before an event: "Y ने X को निकाला, भाजपा में जाने की
// अटकलें".
func (c *clauses) putOutBy(i int, ev *Event) *syntax.Phrase {
	if ev.Rule.Act != Join {
		return nil
	}
	for _, e := range c.events {
		if (e.Rule.Act == Expel || e.Rule.Act == Suspend) && e.Who != nil && e.Who != c.s.Items[i].Phrase && e.ClauseFirst <= i && i < e.ClauseLast && e.ClauseLast <= ev.ClauseFirst {
			return e.Who
		}
	}
	return nil
}

// dates gives the speaker whose words tell by what the subject at item i did when an event of his own was: "X ने कहा कि जब | Y ने |
// पार्टी बनाई तो …".
func (c *clauses) dates(i int, ev *Event, want func(*syntax.Phrase) bool) *syntax.Phrase {
	items := c.s.Items
	if !slices.ContainsFunc(items[i:ev.Verb], func(it syntax.Item) bool { return it.Kind == syntax.Other && it.Key == "तो" }) {
		return nil
	}
	when := false
	for ; i >= max(0, ev.Verb-reach); i-- {
		switch it := &items[i]; {
		case it.Kind != syntax.Opener:
		case it.Key == "जब" && !when:
			when = true
		case it.Key == "कि" && when:
			return c.speaker(i, want)
		default:
			return nil
		}
	}
	return nil
}

// predicative says whether item i is the office that a copula says to be somebody's: "वे भाजपा के | उम्मीदवार थे".
func (c *clauses) predicative(i int) bool {
	it := &c.s.Items[i]
	if it.Phrase.Head != syntax.Persons || it.Phrase.Case != syntax.Bare || i+1 >= len(c.s.Items) || c.s.Items[i+1].Kind != syntax.VerbItem || !copula(c.s.Items[i+1].Verb) {
		return false
	}
	p := &it.Phrase.Persons[0]
	return !p.Named() && !p.Group
}

// speaker gives the people with ने whose words follow the कि at item i.
func (c *clauses) speaker(i int, want func(*syntax.Phrase) bool) *syntax.Phrase {
	for i--; i >= 0 && !c.hard(i); i-- {
		if it := &c.s.Items[i]; it.Kind == syntax.PhraseItem && it.Phrase.Case == syntax.Ne && want(it.Phrase) {
			return it.Phrase
		}
	}
	return nil
}

// only says whether the one who moves can stand in no other case than this by the rule: one whom others admit is never
// the one with ने.
func (c *clauses) only(r *Rule, want syntax.Case) bool {
	for _, s := range r.who {
		if s.c != want || s.ofHost || s.link {
			return false
		}
	}
	return len(r.who) > 0
}

// ownerOfParty gives the person whom a genitive ties to the party word, where the rule's subject is a genitive:
// "X की पार्टी में वापसी", "X की पार्टी से छुट्टी".
func (c *clauses) ownerOfParty(r *Rule, ev *Event, want func(*syntax.Phrase) bool) *syntax.Phrase {
	if ev.Party == nil || !slices.ContainsFunc(r.who, func(s slot) bool { return s.ofHost }) {
		return nil
	}
	ph := lastPerson(ev.Party.Of, func(ph *syntax.Phrase) bool {
		return want(ph) && !(ev.Party.Head == syntax.PartyHead && ph.First == ev.Party.Party.First) // not him whose name stands for the party
	})
	if ph != nil || ev.Verb < 0 || !c.infinitiveAt(ev.Verb) {
		return ph
	}
	// "उनके पार्टी छोड़ने की बात": in the masculine, it is the infinitive's subject and not the party's owner
	oblique := func(ph *syntax.Phrase) bool { return want(ph) && strings.HasSuffix(c.doc.Tokens[ph.End-1].Key, "े") }
	for i := len(ev.Party.Of) - 1; i >= 0; i-- {
		if ph := ev.Party.Of[i]; ph.Head == syntax.PronounHead && oblique(ph) {
			return ph
		}
	}
	for i := ev.ClauseFirst; i < ev.ClauseLast; i++ {
		if ph := c.s.Items[i].Phrase; c.s.Items[i].Kind == syntax.PhraseItem && ph.Case == syntax.Bare && len(ph.Of) > 1 && slices.Contains(ph.Of, ev.Party) && agent(ph.Of[0]) && oblique(ph.Of[0]) {
			return ph.Of[0] // "उनके निर्दलीय चुनाव लड़ने की चर्चा"
		}
	}
	return nil
}

// ofMembership gives the person whose membership the party ends or suspends: "X की सदस्यता निलंबित".
func (c *clauses) ofMembership(r *Rule, ev *Event, want func(*syntax.Phrase) bool) *syntax.Phrase {
	if r.Act != Expel && r.Act != Suspend {
		return nil
	}
	for i := c.chainFirst(ev); i < ev.ClauseLast; i++ {
		it := &c.s.Items[i]
		if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.HostHead && c.Status.Link[it.Phrase.Word] {
			if ph := lastPerson(it.Phrase.Of, want); ph != nil {
				return ph
			}
		}
	}
	return nil
}

// chainFirst gives the first item of the chain of participles that the event's clause closes.
func (c *clauses) chainFirst(ev *Event) int {
	i := ev.ClauseFirst
	for i > 0 && !c.hard(i-1) && !(c.s.Items[i-1].Kind == syntax.VerbItem && c.s.Items[i-1].Verb.Finite) {
		i--
	}
	return i
}

// lastPerson gives the last phrase that speaks of people.
func lastPerson(list []*syntax.Phrase, want func(*syntax.Phrase) bool) *syntax.Phrase {
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].Head == syntax.Persons && want(list[i]) {
			return list[i]
		}
	}
	return nil
}

// label gives the people whom a text names before a colon and then speaks of: "3. X: 2019 में भाजपा में आए।"
func (c *clauses) label(colon int) *syntax.Phrase {
	var ph *syntax.Phrase
	for i := range c.s.Items[:colon] {
		switch it := &c.s.Items[i]; {
		case it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && it.Phrase.Case == syntax.Bare && ph == nil:
			ph = it.Phrase
		case it.Kind == syntax.Mark, it.Kind == syntax.PhraseItem && it.Last-it.First == 1 && c.doc.Tokens[it.First].Kind == devanagari.Number:
		default:
			return nil
		}
	}
	return ph
}

// deepOf says whether a phrase is among the genitives of another, however deep: "भाजपा परिवार के सदस्य".
func deepOf(ph, of *syntax.Phrase) bool {
	return slices.ContainsFunc(ph.Of, func(o *syntax.Phrase) bool { return o == of || deepOf(o, of) })
}
