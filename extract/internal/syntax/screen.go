package syntax

import (
	"slices"
	"sync"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
)

// Trigger is what a sentence must have for an event by one rule, as far as single words tell: the lemmas of its hosts and of its
// verbs, which both must be there unless it has no hosts or is Verbless; one of the words With, if it has any; a negation, if it is
// Negative; an event of a Leave rule besides, if it wants Leaving. The party is one that is named, or पार्टी if it is Generic, or
// none if it is Alone. Where there are no hosts, the party has one of the Cases, next to the verb if it is Beside, or one of the
// words Link stands between; where there are hosts, it has one of the Cases, or is the Genitive of the host or of another word. A
// Copula is a verb for it. The party may be told by its Symbol, or by a name that is Plain; it is Only the one with that id, and may be
// Independent.
type Trigger struct {
	Hosts, Verbs []string
	With, Link   map[string]bool
	Cases        []Case

	Only string

	Verbless, Negative, Leave, Leaving, Generic, Alone, Beside, Genitive, Copula, Symbol, Plain, Independent bool
}

// Screen tells the articles that cannot hold an event from the rest, before their sentences are parsed. It only saves work. An
// event has a trigger, and in the same sentence a party, unless its rule can do without; a record needs a party that is named
// somewhere. Both are asked of single words, so that whatever the parser makes of a sentence, they are among its words:
//
//   - a trigger is a host, a form of a verb, or says that somebody was put out;
//   - a party is a word that begins a party's name, symbol or clipping, its leader's or its people's, or पार्टी; where it may be
//     an ordinary word too (आप, हाथ), the parser's own test of its neighbours decides;
//   - titles and headings need no trigger: rules for headlines have none;
//   - a party that the article founds has any name, so that an article that founds one passes.
type Screen struct {
	parser *Parser
	words  map[string]*screened // by token key
	// the rules that are so
	verbless, verbOnly, wordless, leave, leaving, negative, generic, alone, beside, genitive, symbol, plain, independent ruleSet

	cases map[Case]*ruleSet // whose party may have the case
	only  []onlyRule
	views sync.Pool
}

// onlyRule is a rule of one party.
type onlyRule struct {
	party string
	set   ruleSet
}

// screened is what a word may do in an event.
type screened struct {
	mark mark
	// the rules of which it may be the host, the verb, one of the words that they want, one between the party and the verb
	hosts, verbs, with, links ruleSet
	longer                    []longHost // the hosts of several words that it begins
}

// longHost is a host of several words.
type longHost struct {
	keys  []string
	rules ruleSet
	party bool // it stands for the party it belongs to, though it is unnamed
}

type mark uint16

const (
	anyParty  mark = 1 << iota // पार्टी, or a membership that is some party's
	partyWord                  // पार्टी
	named                      // may begin the name of a party
	founding                   // बनाई, गठन
	foundName                  // नई, अपनी, and the words that end a party's name
	putOut                     // निष्कासित: history told before a name
	negation
	membership // प्राथमिक सदस्यता
	telling    // a host, a verb, or another word that rules ask for
)

// ruleSet is a set of rules by number. Those beyond its size share the last place.
type ruleSet [4]uint64

func (s *ruleSet) add(n int) {
	n = min(n, len(s)*64-1)
	s[n/64] |= 1 << (n % 64)
}

func (s *ruleSet) join(o *ruleSet) {
	for i := range s {
		s[i] |= o[i]
	}
}

// NewScreen prepares a screen for the articles that p parses. link are hosts that stand for the party they belong to, though it is
// unnamed ("प्राथमिक सदस्यता से").
func NewScreen(p *Parser, rules []Trigger, link map[string]bool) *Screen {
	g := p.Grammar
	parties := p.Lexicon.Starts(lexicon.Party, lexicon.Symbol, lexicon.Leader, lexicon.Member)
	s := &Screen{parser: p, words: make(map[string]*screened, len(parties)), cases: map[Case]*ruleSet{}}
	var block []screened
	word := func(key string) *screened {
		w := s.words[key]
		if w == nil {
			if len(block) == 0 {
				block = make([]screened, 64)
			}
			w, block = &block[0], block[1:]
			s.words[key] = w
		}
		return w
	}
	hosts, verbs, copulas := map[string]*ruleSet{}, map[string]*ruleSet{}, map[string]*ruleSet{}
	add := func(sets map[string]*ruleSet, lemmas []string, n int) {
		for _, l := range lemmas {
			if sets[l] == nil {
				sets[l] = &ruleSet{}
			}
			sets[l].add(n)
		}
	}
	for n, r := range rules {
		add(hosts, r.Hosts, n)
		add(verbs, r.Verbs, n)
		if r.Copula || n >= len(s.alone)*64-1 {
			add(copulas, r.Verbs, n)
		}
		for w := range r.With {
			word(w).with.add(n)
		}
		for w := range r.Link {
			word(w).links.add(n)
		}
		for _, c := range r.Cases {
			if s.cases[c] == nil {
				s.cases[c] = &ruleSet{}
			}
			s.cases[c].add(n)
		}
		over := n >= len(s.alone)*64-1 // rules that share a place are let pass
		for _, is := range []struct {
			so  bool
			set *ruleSet
		}{
			{over || r.Verbless || len(r.Verbs) == 0, &s.verbless}, {over || len(r.Hosts) == 0, &s.verbOnly}, {over || len(r.With) == 0, &s.wordless},
			{over || r.Leave, &s.leave}, {!over && r.Leaving, &s.leaving}, {!over && r.Negative, &s.negative},
			{over || r.Generic, &s.generic}, {over || r.Alone, &s.alone}, {!over && r.Beside, &s.beside}, {over || r.Genitive, &s.genitive},
			{over || r.Symbol, &s.symbol}, {over || r.Plain, &s.plain}, {over || r.Independent, &s.independent},
		} {
			if is.so {
				is.set.add(n)
			}
		}
		if r.Only != "" && !over {
			one := onlyRule{party: r.Only}
			one.set.add(n)
			s.only = append(s.only, one)
		}
	}
	for key, forms := range g.hosts {
		for _, h := range forms {
			set := hosts[h.host]
			switch {
			case len(h.keys) > 1 && (set != nil || link[h.host]):
				long := longHost{keys: h.keys, party: link[h.host]}
				if set != nil {
					long.rules = *set
				}
				w := word(key)
				w.longer = append(w.longer, long)
			case set != nil:
				word(key).hosts.join(set)
			}
		}
	}
	for key, forms := range g.verbs {
		for _, f := range forms {
			of := verbs
			if f.Form == AuxPres || f.Form == AuxPast {
				of = copulas // है, था: a state, and no event but for rules that say so
			}
			if set := of[f.Lemma]; set != nil {
				word(key).verbs.join(set)
			}
			if g.foundVerbs[f.Lemma] {
				word(key).mark |= founding
			}
		}
	}
	for _, w := range s.words {
		if w.hosts != (ruleSet{}) || w.verbs != (ruleSet{}) || w.with != (ruleSet{}) || w.links != (ruleSet{}) {
			w.mark |= telling
		}
	}
	for _, l := range []struct {
		words map[string]bool
		mark  mark
	}{
		{g.partyWords, anyParty | partyWord | foundName}, {g.foundNouns, founding}, {g.mergeWords, founding}, {g.newWords, foundName}, {g.partyTails, foundName}, {g.partyNames, named},
		{g.expelledWords, putOut}, {g.suspendedWords, putOut}, {g.negations, negation},
	} {
		for key := range l.words {
			word(key).mark |= l.mark
		}
	}
	name := &screened{mark: named}
	for key := range parties {
		if w := s.words[key]; w != nil {
			w.mark |= named
		} else {
			s.words[key] = name // as most of them are: they do nothing else
		}
	}
	return s
}

// Passes says whether an article of these texts, the title first, may hold an event.
func (s *Screen) Passes(title, text *devanagari.Document) bool {
	v, _ := s.views.Get().(*view)
	if v == nil {
		v = &view{screen: s}
	}
	ok := v.byWords(title, text) && v.byParties()
	v.release()
	return ok
}

// view is what a Screen sees of an article.
type view struct {
	screen *Screen
	docs   [2]docView
}

// docView is what it sees of one of its texts.
type docView struct {
	doc       *devanagari.Document
	words     []*screened // of each token; nil for words that do nothing
	sentences []screened  // what the words of each may do
	telling   []int       // those that may hold an event, as far as words tell
	at        []looked
}

// maxPooled bounds what is kept for the next article, in tokens.
const maxPooled = 1 << 16

func (v *view) release() {
	for i := range v.docs {
		d := &v.docs[i]
		if d.doc = nil; cap(d.words) > maxPooled {
			return
		}
		clear(d.at)
	}
	v.screen.views.Put(v)
}

// byWords is the test of words alone.
func (v *view) byWords(docs ...*devanagari.Document) bool {
	name, event := false, false
	for i, doc := range docs {
		d := &v.docs[i]
		d.doc, d.words, d.sentences, d.telling = doc, d.words[:0], d.sentences[:0], d.telling[:0]
		for t := range doc.Tokens {
			d.words = append(d.words, v.screen.words[doc.Tokens[t].Key])
		}
		for n := range doc.Sentences {
			sent := &doc.Sentences[n]
			w := d.join(sent)
			d.sentences = append(d.sentences, w)
			if w.mark&founding != 0 && w.mark&foundName != 0 {
				name, event = true, true
			}
			name = name || w.mark&named != 0
			if v.screen.mayTell(&w, nil) || w.mark&named != 0 && headed(sent) {
				d.telling = append(d.telling, n)
				event = true
			}
		}
	}
	return name && event
}

// headed says whether rules for headlines, which need no trigger, may read a sentence.
func headed(sent *devanagari.Sentence) bool {
	return sent.Block == devanagari.Title || sent.Block == devanagari.Heading
}

// join gathers what the words of a sentence may do.
func (d *docView) join(sent *devanagari.Sentence) (all screened) {
	for i := sent.First; i < sent.Last; i++ {
		w := d.words[i]
		if w == nil {
			continue
		}
		all.mark |= w.mark
		if w.mark&telling != 0 {
			all.hosts.join(&w.hosts)
			all.verbs.join(&w.verbs)
			all.with.join(&w.with)
			all.links.join(&w.links)
		}
		for j := range w.longer {
			if h := &w.longer[j]; matchKeys(h.keys, d.doc.Tokens, i, sent.Last) {
				all.hosts.join(&h.rules)
				if h.party {
					all.mark |= anyParty | membership
				}
			}
		}
	}
	return all
}

// standing is for which rules a party that a sentence names stands as they want it: for those without hosts, and with them; and for
// which it is the kind of party that they want, wherever it stands.
type standing struct {
	bare, hosted, fits ruleSet
	led                bool // a leader is named, whose पार्टी is known: "मायावती की पार्टी में"
}

// all lets a party stand well for every rule.
func (st *standing) all(s *Screen) {
	st.bare.join(&s.verbOnly)
	for i := range st.hosted {
		st.hosted[i], st.fits[i] = ^uint64(0), ^uint64(0)
	}
}

// mayTell says whether a sentence with these words may hold an event. stands is nil where it is not known.
func (s *Screen) mayTell(w *screened, stands *standing) bool {
	if w.mark&putOut != 0 && w.mark&(named|anyParty) != 0 {
		return true
	}
	leaves := false
	var rules ruleSet
	for i := range rules {
		bare, hosted := w.verbs[i]&s.verbOnly[i], w.hosts[i]&(w.verbs[i]|s.verbless[i])
		if stands != nil {
			place := s.alone[i]
			if w.mark&membership != 0 {
				place |= s.generic[i]
			}
			bare &= place | stands.bare[i] | w.links[i]&stands.fits[i]
			hosted &= place | stands.hosted[i]
		}
		r := (hosted | bare) & (w.with[i] | s.wordless[i])
		if w.mark&negation == 0 {
			r &^= s.negative[i]
		}
		switch {
		case w.mark&named != 0:
		case w.mark&anyParty != 0:
			r &= s.generic[i] | s.alone[i]
		default:
			r &= s.alone[i]
		}
		rules[i] = r
		leaves = leaves || r&s.leave[i] != 0
	}
	for i, r := range rules {
		if !leaves {
			r &^= s.leaving[i]
		}
		if r != 0 {
			return true
		}
	}
	return false
}

// byParties asks the words that may name a party whether they do, and where they stand.
func (v *view) byParties() bool {
	known := NewKnown("")
	var readers [len(v.docs)]*reader
	for i := range v.docs {
		d := &v.docs[i]
		d.at = slices.Grow(d.at[:0], len(d.words))[:len(d.words)]
		readers[i] = readerOf(v.screen.parser, d.doc, known, d.at)
		v.survey(readers[i], d)
	}
	if len(known.founded) > 0 {
		return true
	}
	name, event := false, false
	for i, r := range readers {
		r.forget()
		for _, n := range v.docs[i].telling {
			w, headline, stands := v.sentence(r, i, n)
			name = name || w.mark&named != 0
			if event = event || headline || v.screen.mayTell(&w, &stands); event && name {
				return true
			}
		}
	}
	if !event {
		return false
	}
	for i, r := range readers {
		for n := range r.doc.Sentences {
			if v.docs[i].sentences[n].mark&named == 0 {
				continue
			}
			if w, _, _ := v.sentence(r, i, n); w.mark&named != 0 {
				return true
			}
		}
	}
	return false
}

// sentence reads the parties of a text's nth sentence: what its words may do with them, whether one may close a clause of a
// headline, and how they stand.
func (v *view) sentence(r *reader, doc, n int) (w screened, headline bool, stands standing) {
	d := &v.docs[doc]
	sent := &r.doc.Sentences[n]
	r.last, r.block = sent.Last, sent.Block
	w = d.sentences[n]
	if w.mark&named != 0 {
		w.mark &^= named
		headline = v.screen.parties(r, d.words, sent, &w, &stands)
	}
	if w.mark&partyWord != 0 {
		v.screen.unnamed(r, d.words, sent, &stands)
	}
	return w, headline, stands
}

// survey notes the parties that the document founds, and at least those that the reader's survey notes.
func (v *view) survey(r *reader, d *docView) {
	for n := range r.doc.Sentences {
		sent := &r.doc.Sentences[n]
		r.last = sent.Last
		mark := d.sentences[n].mark
		if mark&(founding|anyParty) != 0 {
			r.found(*sent)
		}
		if mark&named == 0 {
			continue
		}
		for i := sent.First; i < sent.Last; i++ {
			if w := d.words[i]; w == nil || w.mark&named == 0 {
				continue
			}
			if sense, ok := r.sense(i, lexicon.Party, lexicon.Leader); ok && (sense.Class == lexicon.Leader && sense.Len > 1 || sense.Class == lexicon.Party && (!sense.Guard || r.takenUp(i, i+sense.Len) || r.Grammar.ownDirect[r.key(i)])) {
				if id := r.partyID(sense); id != "" {
					r.parties[id] = true
				}
			}
		}
	}
}

// parties finds the parties that a sentence names, and adds to stands the rules for which they stand well. It says whether one may
// close a clause of a headline.
func (s *Screen) parties(r *reader, words []*screened, sent *devanagari.Sentence, w *screened, stands *standing) (headline bool) {
	any := func() {
		stands.all(s)
		headline = headed(sent)
	}
	for i := sent.First; i < sent.Last; i++ {
		if x := words[i]; x == nil || x.mark&named == 0 {
			continue
		}
		if ref, next := r.party(i); next > i {
			w.mark |= named
			if r.quoteMark(next) || r.quoteMark(i-1) {
				any()
				continue
			}
			c, end := r.postposition(next)
			var here standing
			s.stand(r, words, c, i, max(end, next), &here)
			s.fit(&ref, &here, stands)
			headline = headline || headed(sent) && (c == Ka || r.closes(max(end, next)))
			continue
		}
		if _, ok := r.sense(i, lexicon.Member); ok {
			w.mark |= named
			any() // "भाजपाई हुए" is "भाजपा के हुए"
		}
		if _, ok := r.sense(i, lexicon.Party, lexicon.Symbol); ok && r.quoteMark(i-1) {
			w.mark |= named
			any()
		}
		if _, ok := r.sense(i, lexicon.Leader); ok {
			w.mark |= named // before पार्टी, or beside a host
			stands.led = true
			for k := range stands.hosted {
				stands.hosted[k] = ^uint64(0)
			}
		}
	}
	return headline
}

// unnamed adds to stands the rules that take पार्टी for the party, where it stands well for them.
func (s *Screen) unnamed(r *reader, words []*screened, sent *devanagari.Sentence, stands *standing) {
	for i := sent.First; i < sent.Last; i++ {
		if x := words[i]; x == nil || x.mark&partyWord == 0 {
			continue
		}
		var here standing
		c, end := r.postposition(i + 1)
		s.stand(r, words, c, i, max(end, i+1), &here)
		for k, takes := range s.generic {
			if stands.led {
				takes = s.plain[k]
			}
			stands.bare[k] |= here.bare[k] & takes
			stands.hosted[k] |= here.hosted[k] & takes
			stands.fits[k] |= takes
		}
	}
}

// stand adds the rules for which a party stands as they want it that begins at token i and whose marker ends before token end.
func (s *Screen) stand(r *reader, words []*screened, c Case, i, end int, stands *standing) {
	rules := s.cases[c]
	switch {
	case c == Bare: // what follows may be joined to it, and have the marker of both
		for k := range stands.hosted {
			stands.hosted[k] = ^uint64(0)
		}
	case rules != nil:
		stands.hosted.join(rules)
	}
	if c == Ka {
		stands.hosted.join(&s.genitive)
	}
	if rules == nil {
		return
	}
	var next ruleSet // those whose verb stands next to the party
	if i > 0 {
		if w := words[i-1]; w != nil {
			next.join(&w.verbs)
		}
	}
	for j := end; j < r.last; {
		it, n, ok := r.item(j)
		if ok && it.Kind != Other && it.Kind != Neg {
			if it.Kind == VerbItem {
				for ; j < n; j++ {
					if w := words[j]; w != nil {
						next.join(&w.verbs)
					}
				}
			}
			break
		}
		j = max(n, j+1)
	}
	for k := range rules {
		stands.bare[k] |= rules[k] & (next[k] | ^s.beside[k])
	}
}

// fit adds to stands the rules of here that take the party: a symbol or a name, and whose party it is.
func (s *Screen) fit(ref *PartyRef, here, stands *standing) {
	kind := &s.plain
	if ref.Symbol {
		kind = &s.symbol
	}
	for k := range kind {
		ok := kind[k]
		if ref.ID == independent {
			ok &= s.independent[k]
		}
		for i := range s.only {
			if only := &s.only[i]; only.party == ref.ID {
				ok |= kind[k] & only.set[k]
			} else {
				ok &^= only.set[k]
			}
		}
		stands.bare[k] |= here.bare[k] & ok
		stands.hosted[k] |= here.hosted[k] & ok
		stands.fits[k] |= ok
	}
}

// closes says whether no phrase and no verb begins at token i.
func (r *reader) closes(i int) bool {
	if i >= r.last {
		return true
	}
	it, _, ok := r.item(i)
	return !ok || it.Kind != PhraseItem && it.Kind != VerbItem
}
