package syntax

import (
	"slices"
	"strings"
	"unicode"

	"github.com/dalbadal/dalbadal/extract/internal/calendar"
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
)

// Parser reads sentences. It is immutable and safe for many goroutines.
type Parser struct {
	Grammar *Grammar
	Lexicon *lexicon.Lexicon
	Words   *calendar.Words
}

// Parse returns the sentences of doc, in order. Related lines and footers are left out.
//
// It reads the text twice: names that stand in full somewhere are then known
// where only a part of them is repeated.
//
// known is what other texts of the same article have shown; it is added to.
func (p *Parser) Parse(doc *devanagari.Document, known *Known) []Sentence {
	r := newReader(p, doc, known)
	r.survey()
	r.forget()
	return r.sentences()
}

// forget drops what was found about words before the document's parties were known.
func (r *reader) forget() {
	for i := range r.at {
		r.at[i].classEnd, r.at[i].partyEnd = 0, 0
	}
}

func newReader(p *Parser, doc *devanagari.Document, known *Known) *reader {
	return readerOf(p, doc, known, make([]looked, len(doc.Tokens)))
}

// readerOf makes a reader of a document with room for what is looked up of each token, all zero.
func readerOf(p *Parser, doc *devanagari.Document, known *Known, at []looked) *reader {
	return &reader{Parser: p, doc: doc, tokens: doc.Tokens, names: known.names, full: known.full, surname: known.surname, given: known.given, parties: known.parties, states: known.states, founded: known.founded, day: known.day, taught: map[string]int{}, at: at}
}

// Known is what an article's texts have shown so far: words of full names, parties named
// beyond doubt, and the states its places lie in.
type Known struct {
	names   map[string]bool
	full    map[string][][]string
	surname map[string]bool
	// given holds the given names of names seen in full, which alone mean the same person though they are ordinary words.
	given   map[string]bool
	parties map[string]bool
	founded map[string][]newParty
	states  map[string]int
	day     string
}

// NewKnown returns what is known of an article before it is read: the day of its publication, or "".
func NewKnown(published string) *Known {
	return &Known{day: calendar.InIndia(published), names: map[string]bool{}, full: map[string][][]string{}, surname: map[string]bool{}, given: map[string]bool{}, parties: map[string]bool{}, states: map[string]int{}, founded: map[string][]newParty{}}
}

// reader is the work on one document.
type reader struct {
	*Parser
	doc    *devanagari.Document
	tokens []devanagari.Token
	names  map[string]bool       // words of names seen in full
	full   map[string][][]string // these names, by their first word
	// surname holds the words that end a name with ने somewhere in the article, though they are places or
	// ordinary words elsewhere.
	surname map[string]bool
	// given holds the given names of names seen in full, which alone mean the same person though they are ordinary words.
	given map[string]bool
	// parties says which parties the document names unmistakably, by id: an
	// ambiguous alias ("आप") is read as the party only then, or where its case marker shows it.
	parties map[string]bool
	// ruling is the party that the document calls the one in power, "सत्तारूढ़ भाजपा", governing that of its chief minister.
	ruling, governing string
	states            map[string]int        // how often the document names a place of a state, by code
	founded           map[string][]newParty // the parties that it founds and the lexicon lacks, by the first word
	day               string                // of the article's publication, or ""
	last              int                   // the token after the sentence being read
	// inList is set where the next phrase continues a list of people.
	inList bool
	// officeEnd is where the office that was read last ends.
	officeEnd int
	holderEnd int // the token behind the last office that one person holds
	// lastMember is set where that list goes on behind और, and so ends with the phrase.
	lastMember bool
	block      devanagari.Block
	items      []Item         // room for those of a sentence
	now        int            // counts the sentences as they are read
	taught     map[string]int // when the words of names were last learned
	at         []looked       // of each token, as far as asked for
	buf        []lexicon.Sense
}

// sentences reads the document's sentences, and those again that hold a word of a name that was learned no earlier than they
// were read: what they are can only hang on that.
func (r *reader) sentences() []Sentence {
	var out []Sentence
	for i, s := range r.doc.Sentences {
		if s.Block == devanagari.Related || s.Block == devanagari.Footer {
			continue
		}
		r.now++
		out = append(out, r.sentence(i, s))
	}
	for n := range out {
		i := out[n].Index
		if r.taughtSince(r.doc.Sentences[i], n+1) {
			r.now++
			out[n] = r.sentence(i, r.doc.Sentences[i])
		}
	}
	return out
}

// taughtSince says whether a sentence has a word that was learned when the sentence was read for the nth time, or later.
func (r *reader) taughtSince(s devanagari.Sentence, n int) bool {
	if len(r.taught) == 0 {
		return false
	}
	for i := s.First; i < s.Last; i++ {
		if r.taught[r.tokens[i].Key] >= n {
			return true
		}
	}
	return false
}

// flag says which lists of the grammar the word at token i of the sentence begins an entry of.
func (r *reader) flag(i int) flag {
	if i < 0 || i >= r.last {
		return 0
	}
	at := &r.at[i]
	if !at.flagged {
		at.flag, at.flagged = r.Grammar.flags[r.tokens[i].Key], true
	}
	return at.flag
}

func (r *reader) key(i int) string {
	if i < 0 || i >= r.last {
		return ""
	}
	return r.tokens[i].Key
}

func (r *reader) sense(i int, classes ...lexicon.Class) (lexicon.Sense, bool) {
	for _, s := range r.senses(i) {
		if slices.Contains(classes, s.Class) {
			return s, true
		}
	}
	return lexicon.Sense{}, false
}

// senses gives the senses at token i of the sentence being read, longest first. They are looked up once: a token is asked about
// many times.
func (r *reader) senses(i int) []lexicon.Sense {
	if i < 0 || i >= r.last {
		return nil
	}
	at := &r.at[i]
	if at.end != r.last {
		first := len(r.buf)
		r.buf = r.Lexicon.At(r.tokens[:r.last], i, r.buf)
		at.first, at.last, at.end = first, len(r.buf), r.last
	}
	return r.buf[at.first:at.last]
}

// looked is what has been looked up for a token: where in the reader's buffer its senses are, and what it may be in a name. What
// hangs on the sentence holds in one that ends at the token beside it.
type looked struct {
	first, last, end int
	class, classEnd  int
	flag             flag
	flagged          bool
	party, partyEnd  int // where the name of a party that begins there ends
}

// mostMarks is how many marks in a row are items; the rest of a longer run is taken into the last.
const mostMarks = 8

func (r *reader) sentence(index int, s devanagari.Sentence) Sentence {
	r.last, r.block = s.Last, s.Block
	out := Sentence{Index: index, Block: s.Block, Question: s.Question, First: s.First + s.Dateline, Last: s.Last, Items: r.items}
	out.Dateline = r.dateline(s.First, s.First+s.Dateline)
	i := out.First
	r.inList = s.Block == devanagari.Bullet
	negated := false
	marks := 0
	for i < s.Last {
		if it, next, ok := r.item(i); ok {
			if it.Kind != Mark {
				marks = 0
			} else if marks++; marks > mostMarks {
				out.Items[len(out.Items)-1].Last = next
				i = next
				continue
			}
			if it.Kind == VerbItem && negated {
				it.Verb.Negated = true
			}
			if it.Kind != Other || !r.Grammar.particles[it.Key] {
				negated = it.Kind == Neg
			}
			if it.Kind == Mark {
				next = r.closeQuote(out.Items, i, next)
			}
			it.First, it.Last = i, next
			out.Items = append(out.Items, it)
			r.inList = r.listContext(out.Items)
			r.lastMember = r.inList && it.Kind == Coordinator
			i = next
			continue
		}
		out.Items = append(out.Items, Item{Kind: Other, First: i, Last: i + 1, Key: r.key(i)})
		r.inList = false
		negated = false
		marks = 0
		i++
	}
	r.learn(out.Items)
	out.Items = r.attach(out.Items)
	r.shareCase(out.Items)
	r.promote(out.Items)
	r.learn(out.Items)
	out.Items = r.coordinate(out.Items)
	r.learnLists(out.Items)
	r.copulas(out.Items)
	r.items, out.Items = out.Items[:0], slices.Clone(out.Items)
	return out
}

// closeQuote gives a phrase in quotation marks the postposition behind them, and the end of it: "'अन्ना अरिवालयम' में".
func (r *reader) closeQuote(items []Item, i, next int) int {
	k := r.key(i)
	n := len(items)
	if k != "'" && k != `"` || n < 2 || items[n-1].Kind != PhraseItem || items[n-1].Phrase.Case != Bare || items[n-2].Kind != Mark || r.key(items[n-2].First) != k {
		return next
	}
	c, end := r.postposition(next)
	if c == Bare || c == Ne {
		return next // "'किंगमेकर' ने": a nickname is nobody's name
	}
	items[n-1].Phrase.Case = c
	return end
}

// listContext says whether the items read so far end in a list of people that goes on: "A, B और", "A, सपा के".
func (r *reader) listContext(items []Item) bool {
	i := len(items) - 1
	// a list line: "• बीबी X", "2. X", "वार्ड 2 - X"
	if items[i].Kind == Mark && items[i].Key != "'" && items[i].Key != `"` && i <= 1 {
		return r.block == devanagari.Bullet || i == 1 && items[0].Kind == PhraseItem && items[0].Phrase.Head == PlaceHead
	}
	if r.block == devanagari.Bullet && i == 0 && items[0].Kind == PhraseItem && r.tokens[items[0].First].Kind == devanagari.Number {
		return true
	}
	if i >= 0 && items[i].Kind == PhraseItem && items[i].Phrase.Head == Persons && items[i].Phrase.Case == Bare {
		// "अपने साथियों A, B": names in apposition to a group
		if p := items[i].Phrase.Persons[len(items[i].Phrase.Persons)-1]; p.Group && !p.Named() {
			return true
		}
	}
	const longest = 6 // genitives before a name, and where he comes from: "चित्तौड़गढ़ से X"
	for n := 0; n < longest && i >= 0 && items[i].Kind == PhraseItem && (items[i].Phrase.Case == Ka || items[i].Phrase.Case == Se && (items[i].Phrase.Head == PlaceHead || items[i].Phrase.Head == PartyHead)); n++ {
		i--
	}
	if r.rosterHead(items, i+1) && r.roleStart(items[len(items)-1].Last) {
		return true // "छोड़ने वालों में | जिला सचिव X, Y और Z"
	}
	if i < 1 || items[i].Kind != Comma && items[i].Kind != Coordinator {
		return false
	}
	prev := items[i-1]
	return prev.Kind == PhraseItem && prev.Phrase.Head == Persons && prev.Phrase.Case == Bare && prev.Phrase.Persons[len(prev.Phrase.Persons)-1].Named()
}

// item reads what starts at token i.
func (r *reader) item(i int) (Item, int, bool) {
	t := r.tokens[i]
	if t.Kind == devanagari.Punct {
		switch t.Key {
		case ",", ";", "،":
			return Item{Kind: Comma}, i + 1, true
		case "&":
			return Item{Kind: Coordinator}, i + 1, true
		case "(", "[":
			if ph, next, ok := r.bracketed(i); ok {
				return Item{Kind: PhraseItem, Phrase: ph}, next, true
			}
		case "'", `"`:
			if ph, next, ok := r.quoted(i); ok {
				return Item{Kind: PhraseItem, Phrase: ph}, next, true
			}
			if r.key(i+2) == t.Key && r.roleStart(i+3) && r.plainWord(i+1) {
				if ph, next, ok := r.phrase(i + 3); ok && ph.Head == Persons { // "भाजपा के 'लापता' विधायक X"
					ph.First = i
					return Item{Kind: PhraseItem, Phrase: ph}, next, true
				}
			}
		}
		return Item{Kind: Mark, Key: t.Key}, i + 1, true
	}
	g := r.Grammar
	if n := matchPhrase(g.openers[t.Key], r.tokens, i, r.last); n > 0 {
		return Item{Kind: Opener, Key: t.Key}, i + n, true
	}
	if n := matchPhrase(g.adverbs[t.Key], r.tokens, i, r.last); n > 0 {
		return Item{Kind: Other, Key: t.Key}, i + n, true
	}
	if g.negations[t.Key] {
		return Item{Kind: Neg}, i + 1, true
	}
	if g.coordinators[t.Key] {
		return Item{Kind: Coordinator}, i + 1, true
	}
	if r.verbHere(i) {
		if vg, next, ok := g.verbGroup(r.tokens, i, r.last); ok {
			return Item{Kind: VerbItem, Verb: vg}, next, true
		}
	}
	if g.particles[t.Key] {
		return Item{Kind: Other, Key: t.Key}, i + 1, true
	}
	if ph, next, ok := r.phrase(i); ok {
		return Item{Kind: PhraseItem, Phrase: ph}, next, true
	}
	return Item{}, i, false
}

// verbHere says whether the word at i may be read as a verb: not when it is
// the front of a longer lexicon entry, or a part of a name.
func (r *reader) verbHere(i int) bool {
	k := r.key(i)
	if r.flag(i)&isVerb == 0 {
		return false
	}
	if k == "की" || k == "के" {
		return r.kiIsVerb(i)
	}
	if s, ok := r.sense(i, lexicon.Party, lexicon.Place, lexicon.Role); ok && s.Len > 1 {
		return false
	}
	if r.hostAt(i) > 1 {
		return false // "त्याग पत्र"
	}
	if r.names[k] && !r.Grammar.isVector(r.key(i+1)) {
		return false
	}
	if r.initialAt(i) && !r.dottedParty(i) || r.bareInitials(i) > 1 {
		return false // "पी.एल. …"
	}
	if n := r.Lexicon.Name(k); (n.Given || n.Surname) && !n.Common && i+1 < r.last {
		next := r.Lexicon.Name(r.key(i + 1))
		if (next.Surname || next.Given) && len(r.Grammar.verbs[r.key(i+1)]) == 0 {
			return false
		}
	}
	return true
}

// kiIsVerb tells की the verb ("सदस्यता ग्रहण की।") from की the postposition: the verb
// stands before an auxiliary or at the end of its clause.
func (r *reader) kiIsVerb(i int) bool {
	if r.key(i) != "की" {
		return false
	}
	n := i + 1
	for n < r.last && r.Grammar.particles[r.key(n)] {
		n++
	}
	if n >= r.last {
		return true
	}
	k := r.key(n)
	if r.tokens[n].Kind == devanagari.Punct {
		return k != "'" && k != `"` && k != "(" && k != "-"
	}
	if r.Grammar.coordinators[k] {
		// "घोषणा की और …" but not "A की व B की"
		return true
	}
	if matchPhrase(r.Grammar.openers[k], r.tokens, n, r.last) > 0 {
		return true
	}
	for _, v := range r.Grammar.verbs[k] {
		if (v.Form == AuxPast || v.Form == AuxPres) && !(k == lemmaHo && r.Grammar.isVector(r.key(n+1))) || v.Lemma == lemmaJa && v.Form != Inf {
			return true // not "शिवसेना की हो गईं"
		}
	}
	return false
}

// matchPhrase returns the length of the first of phrases that stands at token i.
func matchPhrase(phrases [][]string, tokens []devanagari.Token, i, last int) int {
	for _, keys := range phrases {
		if matchKeys(keys, tokens, i, last) {
			return len(keys)
		}
	}
	return 0
}

func matchKeys(keys []string, tokens []devanagari.Token, i, last int) bool {
	if i+len(keys) > last {
		return false
	}
	for j, k := range keys {
		if tokens[i+j].Key != k {
			return false
		}
	}
	return true
}

// symbolic says whether a party's symbol or name stands at token i.
func (r *reader) symbolic(i int) bool {
	_, ok := r.sense(i, lexicon.Symbol, lexicon.Party)
	return ok
}

// becoming says whether हो, become, stands at token i.
func (r *reader) becoming(i int) bool {
	for _, v := range r.Grammar.verbs[r.key(i)] {
		if v.Lemma == lemmaHo && v.Form != AuxPast && v.Form != AuxPres {
			return true
		}
	}
	return false
}

// belongs says whether के at token i, though it could be the first of several initials, ties the name behind it to the word
// before: "तिलवापुर के पी आई दुबे", not "विधायक के पी सिंह".
func (r *reader) belongs(i int) bool {
	return i > 0 && r.bareInitials(i+1) > 0 && (r.partyAt(i-1) || r.nameClass(i-1) == unknownWord || r.placeName(i-1))
}

// placeName says whether a listed place is named at token i.
func (r *reader) placeName(i int) bool {
	_, ok := r.sense(i, lexicon.Place)
	return ok
}

// postposition reads the case marker at token i; without one the case is Bare and next is i.
func (r *reader) postposition(i int) (c Case, next int) {
	j := i
	for j < r.last && (r.key(j) == "ही" || r.key(j) == "भी" || r.key(j) == "तक" && r.isMarker(j+1)) {
		j++
	}
	if i > 0 && i < r.last && r.Grammar.valaForms[r.key(i)] && (r.placeName(i-1) || r.symbolic(i-1) && (r.hostAt(i+1) > 0 || r.becoming(i+1))) {
		return Ka, i + 1 // "मुरैना वाले X", "कमल वाला पटका", "कमल वाले हो गए"
	}
	for _, start := range []int{i, j} {
		if start >= r.last {
			continue
		}
		for _, p := range r.Grammar.postpositions[r.key(start)] {
			if !matchKeys(p.keys, r.tokens, start, r.last) {
				continue
			}
			if len(p.keys) == 1 && r.key(start) == "की" && r.kiIsVerb(start) {
				continue
			}
			if len(p.keys) == 1 && r.key(start) == "के" && (r.initialAt(start) || r.bareInitials(start) > 1 && !r.belongs(start)) {
				continue
			}
			end := start + len(p.keys)
			if p.c == Pahle && r.key(end-1) == formerKey && (r.roleStart(end) || r.roleBeforeName(end)) {
				continue // "मुरैना से पूर्व मंत्री"
			}
			if _, _, length, ok := r.about(end - 1); ok && length > 1 {
				continue // "भाजपा के | करीब 300 कार्यकर्ता"
			}
			if p.c == Ka {
				if r.key(end) == "ही" && end+1 < r.last {
					end++ // "सपा के ही विधायक"
				}
				return p.c, end
			}
			for end < r.last && (r.key(end) == "ही" || r.key(end) == "भी") {
				end++
			}
			return p.c, end
		}
		if i == j {
			break
		}
	}
	if end := r.gloss(i); end > i {
		if c, next := r.postposition(end); c != Bare {
			return c, next
		}
	}
	return Bare, i
}

func (r *reader) isMarker(i int) bool { return r.flag(i)&isMarker != 0 }

// close gives a phrase its marker.
func (r *reader) close(ph *Phrase) (*Phrase, int, bool) {
	ph.Case, ph.End = r.postposition(ph.Last)
	if ph.Case == Bare && ph.Head == Persons && ph.Persons[len(ph.Persons)-1].Named() && r.Grammar.governments[r.key(ph.End)] {
		ph.Case = Ka // "ममता सरकार में"
	}
	ph.Quote = r.tokens[ph.First].Quote
	return ph, ph.End, true
}

// phrase reads a noun phrase at token i.
func (r *reader) phrase(i int) (*Phrase, int, bool) {
	g := r.Grammar
	start := i
	k := r.key(i)
	if p, ok := g.pronouns[k]; ok && !r.partyAt(i) {
		return r.pronoun(i, p)
	}
	anaphoric := false
	if g.demonstrative[k] {
		anaphoric = true
		i++
		if p, ok := g.pronouns[r.key(i)]; ok && p.Many && p.Count == 0 && p.Case == Bare && i+1 < r.last && !r.isMarker(i+1) {
			i++ // "इन सभी लोगों"
		}
		if i >= r.last {
			return nil, start, false
		}
	}
	var mod modifiers
	for i < r.last {
		k = r.key(i)
		if r.partyAt(i) {
			ref, next := r.party(i)
			if r.modifierHere(next) {
				mod.parties = append(mod.parties, Affiliation{Party: ref.ID, First: ref.First, Last: ref.Last})
				mod.refs = append(mod.refs, ref)
				i = next
				continue
			}
			ph := &Phrase{First: start, Last: next, Head: PartyHead, Party: ref}
			r.own(ph, start)
			return r.close(ph)
		}
		if place, ok := r.place(i, start); ok && !(place.Last == i+1 && r.Grammar.neverFirst[r.key(i+1)]) { // "कश्मीर सिंह"
			if place.Relation != "" || !r.modifierHere(place.Last) {
				return r.close(&Phrase{First: start, Last: place.Last, Head: PlaceHead, Place: place})
			}
			mod.places = append(mod.places, place)
			i = place.Last
			continue
		}
		if n, vague, length, ok := r.count(i); ok {
			mod.count, mod.vague, mod.counted = n, vague, true
			if i == start && n > 1 && r.partOf(i, i+length) {
				i += length
				p := Person{Group: true, GroupFirst: start, GroupLast: i, GroupWord: r.key(i - 1), First: i, Last: i, RoleFirst: i, RoleLast: i, Count: n, Vague: vague}
				return r.close(&Phrase{First: start, Last: i, Head: Persons, Persons: []Person{p}})
			}
			i += length
			if _, _, more, again := r.count(i + 2); again && more > 0 && r.key(i) == "में" && r.key(i+1) == "से" {
				i += 2 // "11 में से 8 विधायक"
				continue
			}
			// "200 से अधिक", "दो दर्जन से ज्यादा"
			if r.key(i) == "से" && r.Grammar.moreWords[r.key(i+1)] {
				i += 2
			}
			// "सात और नेताओं", "दो अन्य पदाधिकारी", "एक और भाई"
			if (r.key(i) == "और" || r.key(i) == otherKey) && (g.groupNouns[r.key(i+1)] || g.kin[r.key(i+1)] || r.pluralRole(i+1) || r.qualityAt(i+1)) {
				i++
			}
			continue
		}
		if _, ok := r.sense(i, lexicon.Quality); ok && g.groupNouns[r.key(i+1)] && hasSuffix(r.key(i+1), "ों") {
			if _, ok := r.sense(i+1, lexicon.Role); !ok {
				i++ // "प्रमुख लोगों"
				continue
			}
		}
		if s, ok := r.sense(i, lexicon.Quality); ok && s.Len == 1 && r.senses(i)[0].Len == 1 && r.partyAt(i+1) && len(mod.refs) == 0 {
			i++ // "युवा जोगी कांग्रेस": a party's wing
			continue
		}
		if n := matchPhrase(g.quantifiers[k], r.tokens, i, r.last); n > 0 {
			mod.vague, mod.counted = true, true
			i += n
			if (r.key(i) == "और" || r.key(i) == otherKey) && g.groupNouns[r.key(i+1)] {
				i++ // "दर्जनों और लोगों"
			}
			continue
		}
		break
	}
	if i >= r.last {
		if len(mod.refs) > 0 {
			return r.close(r.fromModifiers(start, mod))
		}
		return nil, start, false
	}
	k = r.key(i)
	if r.inList && !mod.counted && !anaphoric {
		if ph, ok := r.listPerson(i, start, mod); ok {
			return r.close(ph)
		}
	}
	if len(mod.refs) > 0 && !mod.counted && g.compounds[k] && g.groupNouns[k] {
		return r.noun(i, start, mod) // "भाजपा परिवार"
	}
	if ph, ok := r.person(i, start, mod, anaphoric); ok {
		if ph.Head == PartyHead && ph.End > 0 {
			return ph, ph.End, true
		}
		return r.close(ph)
	}
	if len(mod.refs) > 0 && !g.partyWords[k] && r.hostAt(i) == 0 && !r.nounAt(i) {
		return r.close(r.fromModifiers(start, mod))
	}
	if g.partyWords[k] && !(k == "दल" && i+1 < r.last && r.key(i+1) == "बदल") {
		ph := &Phrase{First: start, Last: i + 1, Head: PartyWord}
		if next := r.key(i + 1); len(mod.refs) == 0 && g.compounds[next] && r.hostAt(i+1) == 0 {
			// "पार्टी लाइन": another thing that is the party's
			return r.noun(i+1, start, modifiers{})
		}
		if len(mod.refs) > 0 {
			ph.Head, ph.Party = PartyHead, mod.refs[len(mod.refs)-1]
		} else if start == i && i > 0 && g.rulingWords[r.tokens[i-1].Key] && r.inPower() != "" {
			ph.Head, ph.Party = PartyHead, PartyRef{ID: r.inPower(), First: i - 1, Last: i + 1}
		}
		r.own(ph, start)
		if _, ok := r.sense(i+1, lexicon.Role, lexicon.Level, lexicon.Wing, lexicon.Time, lexicon.Quality); ok && len(mod.refs) == 0 && !anaphoric {
			// "पार्टी नेता X", "पार्टी जिलाध्यक्ष X"
			mod.parties = append(mod.parties, Affiliation{Generic: true, First: i, Last: i + 1})
			if p, ok := r.person(i+1, start, mod, false); ok {
				return r.close(p)
			}
		}
		return r.close(ph)
	}
	if n := r.hostAt(i); n > 0 {
		ph := &Phrase{First: i, Last: i + n, Head: HostHead, Word: r.hostLemma(i)}
		if len(mod.refs) > 0 {
			ref := mod.refs[len(mod.refs)-1]
			ph.Of = append(ph.Of, &Phrase{First: ref.First, Last: ref.Last, End: ref.Last, Case: Ka, Head: PartyHead, Party: ref})
		}
		return r.close(ph)
	}
	if mod.counted {
		if r.nounAt(i) {
			return r.noun(i, start, mod)
		}
		ph, next, ok := r.close(&Phrase{First: start, Last: i, Head: Noun, Word: r.key(i - 1)})
		r.actors(ph, mod)
		return ph, next, ok
	}
	if r.nounAt(i) {
		return r.noun(i, start, mod)
	}
	if len(mod.places) > 0 {
		p := mod.places[len(mod.places)-1]
		return r.close(&Phrase{First: start, Last: p.Last, Head: PlaceHead, Place: p})
	}
	if anaphoric && start+1 == i {
		return r.close(&Phrase{First: start, Last: start + 1, Head: Noun, Word: r.key(start)})
	}
	return nil, start, false
}

var otherKey = devanagari.Fold("अन्य")

var formerKey = devanagari.Fold("पूर्व")

// modifiers are what stands before a head without a marker of its own.
type modifiers struct {
	parties []Affiliation
	refs    []PartyRef
	places  []PlaceRef
	count   int
	vague   bool
	counted bool
}

func (r *reader) fromModifiers(start int, m modifiers) *Phrase {
	ref := m.refs[len(m.refs)-1]
	return &Phrase{First: start, Last: ref.Last, Head: PartyHead, Party: ref}
}

func (r *reader) own(ph *Phrase, start int) {
	if start > 0 && (r.tokens[start-1].Key == "अपनी" || r.tokens[start-1].Key == "अपने") {
		ph.Own = true
	}
}

// modifierHere says whether what starts at token i can be modified by a bare
// party or place before it: a role, a name, a group, a count.
func (r *reader) modifierHere(i int) bool {
	if i >= r.last || r.tokens[i].Kind == devanagari.Punct {
		return false
	}
	k := r.key(i)
	g := r.Grammar
	if r.isMarker(i) || g.coordinators[k] || len(g.verbs[k]) > 0 && r.verbHere(i) {
		return false
	}
	if _, ok := r.sense(i, lexicon.Role, lexicon.Level, lexicon.Wing, lexicon.Time, lexicon.Quality, lexicon.Profession, lexicon.Honorific); ok {
		return true
	}
	if g.groupNouns[k] || g.partyWords[k] || r.hostAt(i) > 0 {
		return true
	}
	if r.partyAt(i) {
		return false
	}
	if _, _, n, ok := r.count(i); ok {
		return !g.timeUnits[r.key(i+n)] // "राजद चार दिन पहले"
	}
	if matchPhrase(g.quantifiers[k], r.tokens, i, r.last) > 0 {
		return !g.timeUnits[r.key(i+1)]
	}
	return r.nameClass(i) > 0 || g.compounds[k] || g.postWords[k]
}

func (r *reader) pronoun(i int, p Pronoun) (*Phrase, int, bool) {
	k := r.key(i)
	next := i + 1
	if p.Many && !p.Relative && p.Case == Bare && next < r.last {
		// "सभी नेताओं ने", "दोनों विधायक", "ये लोग", "इन सभी"
		if r.Grammar.groupNouns[r.key(next)] || r.pluralRole(next) {
			person := Person{Group: true, Anaphoric: true, GroupFirst: i, GroupWord: r.key(next), Count: p.Count, First: next, Last: next, RoleFirst: next, RoleLast: next + 1}
			person.GroupLast = next + 1
			if s, ok := r.sense(next, lexicon.Role); ok {
				person.RoleIndexes = []int32{s.Index}
			}
			return r.close(&Phrase{First: i, Last: next + 1, Head: Persons, Persons: []Person{person}})
		}
	}
	if p.Many && !p.Relative && p.Case == Bare && p.Count == 0 && r.nounAt(next) && !r.headAt(next) {
		return r.noun(next, i, modifiers{}) // "सभी पदों"
	}
	if p.Reflexive && p.Case == Ka {
		// "अपनी पार्टी": the possessor is read off the party word
		return &Phrase{First: i, Last: next, End: next, Case: Ka, Head: PronounHead, Pronoun: p, Quote: r.tokens[i].Quote}, next, true
	}
	ph := &Phrase{First: i, Last: next, Head: PronounHead, Word: k, Pronoun: p, Case: p.Case, End: next, Quote: r.tokens[i].Quote}
	if p.Case == Bare || p.Case == Ka {
		c, end := r.postposition(next)
		if p.Case == Ka && c == Bare {
			// "उनके साथ", "उनके समक्ष": the postposition without its के
			if c2, end2 := r.oblique(next); end2 > next {
				c, end = c2, end2
			} else {
				return ph, next, true
			}
		}
		if c != Bare {
			ph.Case, ph.End = c, end
			return ph, end, true
		}
	}
	return ph, next, true
}

// oblique reads a compound postposition whose के or की is inside a pronoun: (उनके) साथ.
func (r *reader) oblique(i int) (Case, int) {
	for _, front := range []string{"के", "की"} {
		for _, p := range r.Grammar.postpositions[front] {
			if len(p.keys) > 1 && matchKeys(p.keys[1:], r.tokens, i, r.last) {
				return p.c, i + len(p.keys) - 1
			}
		}
	}
	return Bare, i
}

// nounAt says whether the word at i is an ordinary noun or adjective.
func (r *reader) nounAt(i int) bool {
	if i >= r.last {
		return false
	}
	t := r.tokens[i]
	if t.Kind != devanagari.Word {
		return t.Kind == devanagari.Number
	}
	g := r.Grammar
	f := r.flag(i)
	if f&(isPronoun|isMarker|isCoordinator|isNegation|isParticle) != 0 || f&isAdverb != 0 && matchPhrase(g.adverbs[t.Key], r.tokens, i, r.last) > 0 {
		return false
	}
	return f&isVerb == 0 || !r.verbHere(i) || !r.verbStarts(i)
}

func (r *reader) verbStarts(i int) bool {
	_, _, ok := r.Grammar.verbGroup(r.tokens, i, r.last)
	return ok
}

// noun reads a run of ordinary words; the last is the head.
func (r *reader) noun(i, start int, mod modifiers) (*Phrase, int, bool) {
	j := i + 1
	for j < r.last && r.nounAt(j) && r.tokens[j].Kind == devanagari.Word && !r.headAt(j) && !((r.timeWord(j) || r.Grammar.listTails[r.key(j)]) && r.nameClass(j-1) == unknownWord) && !((r.timeWord(j-1) && !r.timeWord(j) || r.key(j-1) == nameKey) && r.nameClass(j) >= unknownWord) && matchPhrase(r.Grammar.openers[r.key(j)], r.tokens, j, r.last) == 0 {
		j++
	}
	ph := &Phrase{First: start, Last: j, Head: Noun, Word: r.key(j - 1)}
	if p, end, ok := r.perhaps(i, j); ok && !(r.Grammar.partyWords[r.key(j)] && r.partyNamed(j+1)) {
		ph.Persons, ph.Last = []Person{p}, end
	}
	if len(mod.refs) > 0 {
		ref := mod.refs[len(mod.refs)-1]
		ph.Of = append(ph.Of, &Phrase{First: ref.First, Last: ref.Last, End: ref.Last, Case: Ka, Head: PartyHead, Party: ref})
	}
	out, next, ok := r.close(ph)
	r.actors(out, mod)
	return out, next, ok
}

// partyNamed says whether what stands at token i, behind "X पार्टी", shows that X is the party's name: its clipping in brackets, or a
// case marker that the word alone would not take so.
func (r *reader) partyNamed(i int) bool {
	switch r.key(i) {
	case "(", "के", "की", "का", "ने":
		return true
	}
	return false
}

// nameKey is नाम, behind which a name begins: "दूसरा नाम X का है".
const nameKey = "नाम"

// actors makes a group of a noun that acts and is many, whatever the noun: "पंचायत प्रतिनिधियों ने", "छह नामी चेहरों ने", "सात ने".
func (r *reader) actors(ph *Phrase, mod modifiers) {
	if ph.Case != Ne || ph.Head != Noun || len(ph.Persons) > 0 {
		return
	}
	p := Person{Group: true, GroupFirst: ph.First, GroupLast: ph.Last, GroupWord: ph.Word, First: ph.Last, Last: ph.Last, RoleFirst: ph.Last, RoleLast: ph.Last, Count: mod.count, Vague: mod.vague}
	bare := false
	if _, _, length, ok := r.count(ph.First); ok {
		bare = ph.First+length == ph.Last // a number and no noun
	}
	if !bare && (!hasSuffix(ph.Word, "ों") || r.Grammar.partyWords[ph.Word]) {
		return
	}
	ph.Head, ph.Persons = Persons, []Person{p}
}

// partOf says whether a number from token i to next counts people of those a pronoun before it stands for, and goes with no noun:
// "इनमें से चार भाजपा में गए", not "इनमें से चार सीटें", "इनमें 4 कांग्रेस समर्थक".
func (r *reader) partOf(i, next int) bool {
	if r.key(i-1) == "से" {
		i--
	}
	if p, ok := r.Grammar.pronouns[r.key(i-1)]; !ok || !p.Many || p.Case != Me {
		return false
	}
	if _, end := r.party(next); end > next {
		c, after := r.postposition(end)
		return c == Me || c == Ka && r.hostAt(after) > 0
	}
	return r.hostAt(next) > 0 || r.Grammar.timeWords[r.key(next)]
}

// qualityAt says whether a word of rank stands at token i: "30 अन्य बड़े पदाधिकारी".
func (r *reader) qualityAt(i int) bool {
	_, ok := r.sense(i, lexicon.Quality, lexicon.Time, lexicon.Level)
	return ok
}

// timeWord says whether token i is a word of time, behind which a new phrase begins: "शनिवार सुबह | कठो लेटा".
func (r *reader) timeWord(i int) bool {
	return r.Grammar.timeWords[r.key(i)] || r.Grammar.timeUnits[r.key(i)]
}

// headAt says whether a phrase of another kind starts at token i.
func (r *reader) headAt(i int) bool {
	k := r.key(i)
	g := r.Grammar
	f := r.flag(i)
	if f&(isPartyWord|isDemonstrative) != 0 || r.partyAt(i) || r.hostAt(i) > 0 {
		return true
	}
	if _, ok := r.sense(i, lexicon.Role, lexicon.Level, lexicon.Wing, lexicon.Time, lexicon.Quality, lexicon.Profession, lexicon.Honorific, lexicon.Member); ok {
		return true
	}
	if _, ok := r.place(i, i); ok {
		return true
	}
	if _, _, _, ok := r.count(i); ok {
		return true
	}
	if f&isQuantifier != 0 && matchPhrase(g.quantifiers[k], r.tokens, i, r.last) > 0 {
		return true
	}
	if end, strength := r.name(i); strength >= strong {
		return !(end == i+1 && i > 0 && r.names[k] && r.nameClass(i-1) == unknownWord) // "तिलव | बेसर": a name known by its last word
	}
	return false
}

func (r *reader) hostAt(i int) int {
	if r.flag(i)&isHost == 0 {
		return 0
	}
	for _, h := range r.Grammar.hosts[r.key(i)] {
		if matchKeys(h.keys, r.tokens, i, r.last) {
			return len(h.keys)
		}
	}
	return 0
}

func (r *reader) hostLemma(i int) string {
	for _, h := range r.Grammar.hosts[r.key(i)] {
		if matchKeys(h.keys, r.tokens, i, r.last) {
			return h.host
		}
	}
	return ""
}

// longestCount is how many tokens a number has at most: "करीब एक लाख पचास हजार तीन सौ पचपन से अधिक".
const longestCount = 16

func (r *reader) count(i int) (n int, vague bool, length int, ok bool) {
	if i >= r.last {
		return 0, false, 0, false
	}
	if n, vague, length, ok = r.about(i); ok {
		return n, vague, length, ok
	}
	n, vague, length, ok = r.Words.Count(r.tokens[:min(r.last, i+longestCount)], i)
	if n >= 1900 && n < 2100 && length == 1 && (i+1 >= r.last || r.isMarker(i+1)) {
		return 0, false, 0, false // a year: "साल 2020 में"
	}
	return n, vague, length, ok && length > 0
}

// roleBeforeName says whether a role stands at token i that could be a name, with a name behind it: "नोखा से पूर्व | प्रधान X".
func (r *reader) roleBeforeName(i int) bool {
	s, ok := r.sense(i, lexicon.Role)
	return ok && r.nameClass(i+s.Len) > notName
}

// about reads a number at token i that is only near: "करीब 300".
func (r *reader) about(i int) (n int, vague bool, length int, ok bool) {
	if r.flag(i)&isAbout == 0 || r.flag(i+1)&isAbout != 0 {
		return 0, false, 0, false
	}
	n, vague, length, ok = r.count(i + 1)
	return n, vague, length + 1, ok
}

// bracketed reads "(…)" that follows nothing: its inside is skipped as an aside
// unless it holds a clause of its own.
func (r *reader) bracketed(i int) (*Phrase, int, bool) {
	end := r.closing(i)
	if end < 0 || end-i > 12 {
		return nil, i, false
	}
	return &Phrase{First: i, Last: end, End: end + 1, Head: Noun, Word: "()", Case: Bare}, end + 1, true
}

// closing returns the token of the bracket that closes the one at i, or -1.
func (r *reader) closing(i int) int {
	for j := i + 1; j < r.last && j < i+40; j++ {
		if k := r.key(j); k == ")" || k == "]" {
			return j
		}
	}
	return -1
}

// quoted reads a quoted party or symbol: ‘हाथ’ का साथ, 'आप' में.
func (r *reader) quoted(i int) (*Phrase, int, bool) {
	s, ok := r.sense(i+1, lexicon.Party, lexicon.Symbol)
	if !ok {
		return nil, i, false
	}
	end := i + 1 + s.Len
	if k := r.key(end); k != "'" && k != `"` {
		return nil, i, false
	}
	ref := PartyRef{ID: r.partyID(s), Symbol: s.Class == lexicon.Symbol, First: i + 1, Last: end}
	if ref.ID == "" {
		return nil, i, false
	}
	ph := &Phrase{First: i + 1, Last: end, Head: PartyHead, Party: ref}
	ph.Case, ph.End = r.postposition(end + 1)
	if ph.End < end+1 {
		ph.End = end + 1
	}
	return ph, ph.End, true
}

// slice is the text of tokens [first, last), with one space between words whatever stands there.
func (r *reader) slice(first, last int) string {
	s := strings.TrimSpace(r.doc.Slice(first, last))
	if strings.Contains(s, "  ") || strings.ContainsFunc(s, func(c rune) bool { return c != ' ' && unicode.IsSpace(c) }) {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}
