package syntax

import (
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
)

// Trigger is what a sentence must have for an event by one rule, as far as single words tell: the lemmas of its hosts and of its
// verbs, which both must be there unless it has no hosts or is Verbless; one of the words With, if it has any; a negation, if it is
// Negative; an event of a Leave rule besides, if it wants Leaving. The party is one that is named, or पार्टी if it is Generic, or
// none if it is Alone. Where there are no hosts, the party has one of the Cases, next to the verb if it is Beside, or one of the
// words Link stands between.
type Trigger struct {
	Hosts, Verbs []string
	With, Link   map[string]bool
	Cases        []Case

	Verbless, Negative, Leave, Leaving, Generic, Alone, Beside bool
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
	verbless, verbOnly, wordless, leave, leaving, negative, generic, alone, beside ruleSet
	cases                                                                          map[Case]*ruleSet // whose party may have the case
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
	party bool // it stands for the party it belongs to
}

type mark uint8

const (
	anyParty  mark = 1 << iota // पार्टी
	named                      // may begin the name of a party
	founding                   // बनाई, गठन
	foundName                  // नई, अपनी, and the words that end a party's name
	putOut                     // निष्कासित: history told before a name
	negation
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
	hosts, verbs := map[string]*ruleSet{}, map[string]*ruleSet{}
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
			{over || r.Generic, &s.generic}, {over || r.Alone, &s.alone}, {!over && r.Beside, &s.beside},
		} {
			if is.so {
				is.set.add(n)
			}
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
			if set := verbs[f.Lemma]; set != nil {
				word(key).verbs.join(set)
			}
			if g.foundVerbs[f.Lemma] {
				word(key).mark |= founding
			}
		}
	}
	for _, l := range []struct {
		words map[string]bool
		mark  mark
	}{
		{g.partyWords, anyParty | foundName}, {g.foundNouns, founding}, {g.newWords, foundName}, {g.partyTails, foundName}, {g.partyNames, named},
		{g.expelledWords, putOut}, {g.suspendedWords, putOut}, {g.negations, negation}, {parties, named},
	} {
		for key := range l.words {
			word(key).mark |= l.mark
		}
	}
	return s
}

// Passes says whether an article of these texts, the title first, may hold an event.
func (s *Screen) Passes(title, text *devanagari.Document) bool {
	return s.byWords(title, text) && s.byParties(title, text)
}

// byWords is the test of words alone.
func (s *Screen) byWords(docs ...*devanagari.Document) bool {
	name, event := false, false
	for _, doc := range docs {
		for i := range doc.Sentences {
			sent := &doc.Sentences[i]
			w := s.read(doc, sent)
			if w.mark&founding != 0 && w.mark&foundName != 0 {
				return true
			}
			name = name || w.mark&named != 0
			event = event || s.mayTell(&w, nil) || w.mark&named != 0 && headed(sent)
			if name && event {
				return true
			}
		}
	}
	return false
}

// headed says whether rules for headlines, which need no trigger, may read a sentence.
func headed(sent *devanagari.Sentence) bool {
	return sent.Block == devanagari.Title || sent.Block == devanagari.Heading
}

// read joins what the words of a sentence may do.
func (s *Screen) read(doc *devanagari.Document, sent *devanagari.Sentence) (all screened) {
	for i := sent.First; i < sent.Last; i++ {
		if w := s.words[doc.Tokens[i].Key]; w != nil {
			all.mark |= w.mark
			all.hosts.join(&w.hosts)
			all.verbs.join(&w.verbs)
			all.with.join(&w.with)
			all.links.join(&w.links)
			for j := range w.longer {
				if h := &w.longer[j]; matchKeys(h.keys, doc.Tokens, i, sent.Last) {
					all.hosts.join(&h.rules)
					if h.party {
						all.mark |= anyParty
					}
				}
			}
		}
	}
	return all
}

// mayTell says whether a sentence with these words may hold an event. stands, where it is known, are the rules without hosts for
// which a party named there stands as they want it.
func (s *Screen) mayTell(w *screened, stands *ruleSet) bool {
	if w.mark&putOut != 0 && w.mark&(named|anyParty) != 0 {
		return true
	}
	leaves := false
	var rules ruleSet
	for i := range rules {
		bare := w.verbs[i] & s.verbOnly[i]
		if stands != nil {
			place := stands[i] | w.links[i] | s.alone[i]
			if w.mark&anyParty != 0 {
				place |= s.generic[i]
			}
			bare &= place
		}
		r := (w.hosts[i]&(w.verbs[i]|s.verbless[i]) | bare) & (w.with[i] | s.wordless[i])
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
func (s *Screen) byParties(title, text *devanagari.Document) bool {
	known := NewKnown()
	readers := []*reader{newReader(s.parser, title, known), newReader(s.parser, text, known)}
	for _, r := range readers {
		s.survey(r)
	}
	if len(known.founded) > 0 {
		return true
	}
	name, event := false, false
	for _, r := range readers {
		r.forget()
		for i := range r.doc.Sentences {
			sent := &r.doc.Sentences[i]
			r.last, r.block = sent.Last, sent.Block
			w := s.read(r.doc, sent)
			var stands ruleSet
			headline := false
			if w.mark&named != 0 {
				w.mark &^= named
				headline = s.parties(r, sent, &w, &stands)
			}
			name = name || w.mark&named != 0
			event = event || headline || s.mayTell(&w, &stands)
			if name && event {
				return true
			}
		}
	}
	return false
}

// survey notes the parties that the document founds, and at least those that the reader's survey notes.
func (s *Screen) survey(r *reader) {
	for i := range r.doc.Sentences {
		sent := &r.doc.Sentences[i]
		r.last = sent.Last
		if s.read(r.doc, sent).mark&(founding|anyParty) != 0 {
			r.found(*sent)
		}
		for i := sent.First; i < sent.Last; i++ {
			if w := s.words[r.tokens[i].Key]; w == nil || w.mark&named == 0 {
				continue
			}
			if sense, ok := r.sense(i, lexicon.Party, lexicon.Leader); ok && (sense.Class == lexicon.Leader && sense.Len > 1 || sense.Class == lexicon.Party && !sense.Guard) {
				if id := r.partyID(sense); id != "" {
					r.parties[id] = true
				}
			}
		}
	}
}

// parties finds the parties that a sentence names, and adds to stands the rules without hosts for which they stand well. It says
// whether one may close a clause of a headline.
func (s *Screen) parties(r *reader, sent *devanagari.Sentence, w *screened, stands *ruleSet) (headline bool) {
	any := func() {
		*stands = s.verbOnly
		headline = headed(sent)
	}
	for i := sent.First; i < sent.Last; i++ {
		if x := s.words[r.tokens[i].Key]; x == nil || x.mark&named == 0 {
			continue
		}
		if _, next := r.party(i); next > i {
			w.mark |= named
			if r.quoteMark(next) || r.quoteMark(i-1) {
				any()
				continue
			}
			c, end := r.postposition(next)
			s.stand(r, c, i, max(end, next), stands)
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
		}
	}
	return headline
}

// stand adds the rules without hosts for which a party stands as they want it that begins at token i and whose marker ends before
// token end.
func (s *Screen) stand(r *reader, c Case, i, end int, stands *ruleSet) {
	rules := s.cases[c]
	if rules == nil {
		return
	}
	var next ruleSet // those whose verb stands next to the party
	if i > 0 {
		if w := s.words[r.tokens[i-1].Key]; w != nil {
			next.join(&w.verbs)
		}
	}
	for j := end; j < r.last; {
		it, n, ok := r.item(j)
		if ok && it.Kind != Other && it.Kind != Neg {
			if it.Kind == VerbItem {
				for ; j < n; j++ {
					if w := s.words[r.tokens[j].Key]; w != nil {
						next.join(&w.verbs)
					}
				}
			}
			break
		}
		j = max(n, j+1)
	}
	for k := range rules {
		stands[k] |= rules[k] & (next[k] | ^s.beside[k])
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
