package syntax

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
)

// partyID gives the id that a party or symbol sense stands for. Alliances, fronts
// and other organisations have none: nobody defects to them.
func (r *reader) partyID(s lexicon.Sense) string {
	p := r.Lexicon.Party(s)
	if p == nil {
		return ""
	}
	if p.Of != "" {
		return p.Of // a front's people are the party's
	}
	switch p.Type {
	case "alliance", "organisation", "front", "union":
		return ""
	}
	return p.ID
}

// partyAt says whether a party is named at token i.
func (r *reader) partyAt(i int) bool {
	if i < 0 || i >= r.last {
		return false
	}
	at := &r.at[i]
	if at.partyEnd != r.last {
		at.party, at.partyEnd = i, r.last // none, while it is asked: "आप के पी आई दुबे"
		_, at.party = r.party(i)
	}
	return at.party > i
}

// party reads a party's name at token i, with a clipping in brackets behind it
// ("बहुजन समाज पार्टी (बसपा)"). next is i where there is none.
func (r *reader) party(i int) (ref PartyRef, next int) {
	if i >= r.last || r.tokens[i].Kind == devanagari.Punct {
		return ref, i
	}
	s, ok := r.theirs(lexicon.Party, i)
	if own, end := r.unlisted(i); end > i && (!ok || i+s.Len < own.Last && (!r.Grammar.partyTails[r.key(i+s.Len-1)] || len(r.founded[r.key(i)]) > 0)) {
		return own, end
	}
	if !ok {
		return r.symbol(i)
	}
	id := r.partyID(s)
	next = i + s.Len
	if id == "" || r.endsAnother(i, s) {
		return ref, i
	}
	if s.Guard && s.Len == 1 && !r.parties[id] && r.key(i-1) == "की" && r.isMarker(i-1) {
		return ref, i // "कार्रवाई की जद में"
	}
	if s.Guard && r.Grammar.ownWords[r.key(i)] && !r.parties[id] && !r.partyNeighbour(next) {
		return ref, i // "अपनी पार्टी": one's own
	}
	if s.Guard && r.Grammar.ownWords[r.key(i)] && r.Grammar.partyWords[r.key(i+1)] && !r.parties[id] {
		return ref, i
	}
	if s.Guard && id == independent && r.Grammar.contestWords[r.key(next)] && r.nameClass(i-1) == notName {
		return PartyRef{ID: id, First: i, Last: next}, next // "अब आजाद लड़ूंगा", not "गुलाम नबी आजाद चुनाव लड़ेंगे"
	}
	if c, _ := r.postposition(next); s.Guard && c != Bare && r.Grammar.ownDirect[r.key(i)] {
		return PartyRef{ID: id, First: i, Last: next}, next
	}
	if s.Guard && !r.parties[id] && !r.partyContext(i, next) || s.Guard && !r.partyContext(i, next) && !r.partyNeighbour(next) {
		return ref, i
	}
	if next < r.last && r.Grammar.partyWords[r.key(next)] {
		next++
	}
	if k := r.key(next); k == "(" || k == "-" {
		if in, ok := r.sense(next+1, lexicon.Party); ok {
			end := next + 1 + in.Len
			if k == "(" && r.key(end) == ")" {
				end++
			} else if k == "(" {
				end = -1
			}
			if inID := r.partyID(in); end > 0 && inID != "" && (inID == id || k == "(") {
				next = end
			}
		}
	}
	return PartyRef{ID: id, First: i, Last: next}, next
}

// symbol reads a party's symbol that stands for it: "कमल थाम लिया", "साइकिल पर सवार". It
// counts only beside a verb or host that symbols go with; rules say which.
func (r *reader) symbol(i int) (ref PartyRef, next int) {
	s, ok := r.theirs(lexicon.Symbol, i)
	if !ok || r.hostAt(i) > 0 && !r.symbolHost(i) {
		return ref, i
	}
	id := r.partyID(s)
	if id == "" {
		return ref, i
	}
	end := i + s.Len
	if mark := r.key(end); r.Grammar.symbolMarks[mark] || mark == "के" && r.Grammar.symbolMarks[r.key(end+1)] {
		return PartyRef{ID: id, First: i, Last: end}, end // "हाथी के निशान पर लड़े"
	}
	if r.Grammar.symbolTails[r.key(end)] {
		return PartyRef{ID: id, First: i, Last: end + 1}, end + 1
	}
	if !r.symbolContext(i, end) || !r.Grammar.majorSymbols[r.key(i)] && s.Len == 1 && !r.parties[id] && !r.besideMajor(i) {
		return ref, i // a chair or a car is a party's sign only where that party is spoken of
	}
	// "भगवा खेमे में": a colour before a word for the camp is the party's name, as good as any
	return PartyRef{ID: id, Symbol: !r.Grammar.compounds[r.key(end)], First: i, Last: end}, end
}

// partyContext says whether a guarded alias has a party's case marker and no pronoun's verb.
func (r *reader) partyContext(i, next int) bool {
	if i > 0 && (r.tokens[i-1].Key == "'" || r.tokens[i-1].Key == `"` || r.tokens[i-1].Key == "(") {
		return true
	}
	k := r.key(next)
	if r.parties[r.idAt(i)] && r.Grammar.partyMarkers[k] {
		return true
	}
	if r.Grammar.partyNeighbours[k] {
		return true
	}
	if !r.Grammar.partyMarkers[k] {
		return false
	}
	// "आप के तीन पार्षदों ने"
	for j := next + 1; j <= next+3; j++ {
		if r.Grammar.partyNeighbours[r.key(j)] || r.pluralRole(j) {
			return true
		}
		if _, _, _, ok := r.count(j); !ok && !r.Grammar.demonstrative[r.key(j)] {
			if _, found := r.sense(j, lexicon.Time, lexicon.Quality, lexicon.Level); !found {
				return false
			}
		}
	}
	return false
}

func (r *reader) idAt(i int) string {
	if s, ok := r.sense(i, lexicon.Party); ok {
		return r.partyID(s)
	}
	return ""
}

func (r *reader) partyNeighbour(next int) bool { return r.Grammar.partyNeighbours[r.key(next)] }

// symbolHost: हाथ is both a symbol and a host ("का हाथ थामा").
func (r *reader) symbolHost(i int) bool {
	if i == 0 || i <= 0 {
		return true
	}
	prev := r.tokens[i-1].Key
	return prev != "का" && prev != "के" && prev != "की"
}

// symbolContext says whether a symbol stands where it means its party.
func (r *reader) symbolContext(i, end int) bool {
	if i > 0 && (r.tokens[i-1].Key == "'" || r.tokens[i-1].Key == `"`) && (r.key(end) == "'" || r.key(end) == `"`) {
		return true
	}
	if k := r.key(end); (r.Grammar.valaForms[k] || k == "के" || k == "की" || k == "का") && r.becoming(end+1) {
		return true // "कमल वाले हो गए", "हाथी के हो लिए"
	}
	// forward over its own marker and light words, to the verb
	j := end
	for n := 0; n < 4 && j < r.last; n++ {
		k := r.key(j)
		if r.Grammar.symbolNeighbours[k] || slices.ContainsFunc(r.Grammar.verbs[k], func(v VerbForm) bool {
			return r.Grammar.symbolNeighbours[v.Lemma] && (r.hostAt(i) == 0 || r.Grammar.gripVerbs[v.Lemma]) // "हाथ उठाए" is a gesture
		}) {
			return true
		}
		if !(r.Grammar.partyMarkers[k] || r.Grammar.particles[k] || r.Grammar.negations[k] || k == "निशान" || k == "अब") {
			break
		}
		j++
	}
	// headline: "थामा कमल", "छोड़ा हाथ"
	if i > 0 {
		k := r.tokens[i-1].Key
		if r.Grammar.symbolNeighbours[k] && len(r.Grammar.verbs[k]) > 0 {
			return true
		}
	}
	return false
}

// besideMajor says whether the sentence names another party or a well-known symbol: "हाथ छोड़ कमल थामा".
func (r *reader) besideMajor(i int) bool {
	for j := i - 8; j < i+8; j++ {
		if j >= 0 && j < r.last && j != i && r.Grammar.majorSymbols[r.key(j)] {
			return true
		}
	}
	return false
}

// survey notes the parties that the document names by an alias that is nothing else, and the states of
// its places.
func (r *reader) survey() {
	own := "" // a party by the name of "one's own party"
	for _, s := range r.doc.Sentences {
		r.last = s.Last
		r.found(s)
		for i := s.First; i < s.Last; {
			sense, ok := r.sense(i, lexicon.Party, lexicon.Place, lexicon.Leader)
			if !ok {
				i++
				continue
			}
			if sense.Class == lexicon.Leader {
				if sense.Len > 1 && r.onlyLed(i, sense) {
					r.parties[r.partyID(sense)] = true
				}
				r.rules(&r.governing, r.Grammar.rulingOffices, i, r.partyID(sense))
			} else if sense.Class == lexicon.Party {
				if id := r.partyID(sense); id != "" && !sense.Guard {
					r.parties[id] = true
					r.rules(&r.ruling, r.Grammar.rulingWords, i, id)
				} else if id != "" && r.takenUp(i, i+sense.Len) {
					own = id
				}
			} else if p := r.Lexicon.Place(sense); !p.Common && p.State != "" {
				r.states[p.State]++
			}
			i += max(1, sense.Len)
		}
	}
	if own != "" && r.homely(own) {
		r.parties[own] = true
	}
}

// onlyLed says whether a leader's name stands for one party alone.
func (r *reader) onlyLed(i int, s lexicon.Sense) bool {
	for _, o := range r.senses(i) {
		if o.Class == lexicon.Leader && o.Len == s.Len && o.Index != s.Index {
			return false
		}
	}
	return true
}

// rules notes the party of token i as the one in power, where the word before it says so; two such are none.
func (r *reader) rules(noted *string, words map[string]bool, i int, id string) {
	switch {
	case i == 0 || !words[r.tokens[i-1].Key]:
	case *noted == "" || *noted == id:
		*noted = id
	default:
		*noted = unclear
	}
}

// inPower gives the party that "सत्तारूढ़ दल" is, or "".
func (r *reader) inPower() string {
	if id := cmp.Or(r.ruling, r.governing); id != unclear {
		return id
	}
	return ""
}

// unclear stands for the party in power where the article calls more than one so.
const unclear = "?"

// endsAnother says whether the first word of a party's name ends what stands before it: a person's name, where the rest is a party's by
// itself ("सतीश तिवारी | कांग्रेस में"), or the name of another body ("समता सेवा दल", where the Seva Dal is a party's).
func (r *reader) endsAnother(i int, s lexicon.Sense) bool {
	if i == 0 || s.Len < 2 {
		return false
	}
	if n := r.Lexicon.Name(r.key(i)); n.Surname && !n.Common && !r.Lexicon.Common(r.key(i)) {
		rest, ok := r.sense(i+1, lexicon.Party)
		return ok && rest.Len == s.Len-1 && r.nameClass(i-1) > notName
	}
	p := r.Lexicon.Party(s)
	if p.Of == "" || !r.plainWord(i-1) || len(r.Grammar.verbs[r.key(i-1)]) > 0 {
		return false
	}
	_, known := r.sense(i-1, lexicon.Role, lexicon.Level, lexicon.Time, lexicon.Quality, lexicon.Wing, lexicon.Place, lexicon.Member)
	return !known
}

// takenUp says whether the words [i, end) are a party by the name of "one's own party", which somebody joins: nobody takes up his own:
// "X ने अपनी पार्टी का दामन थाम लिया".
func (r *reader) takenUp(i, end int) bool {
	if !r.Grammar.ownWords[r.key(i)] {
		return false
	}
	c, next := r.postposition(end)
	switch c {
	case Ka:
		return r.hostAt(next) > 0
	case Me:
		return r.hostAt(next) > 0 && r.becoming(next+1)
	}
	return false
}

// homely says whether the document speaks of the states of a party.
func (r *reader) homely(id string) bool {
	for _, state := range strings.Split(r.Lexicon.PartyByID(id).States, "|") {
		if r.states[state] > 0 {
			return true
		}
	}
	return false
}

// theirs finds the sense of a class at token i that stands for a party. Of several parties with the same name
// or symbol, it is the one that the article names elsewhere, or one of the states it speaks of.
func (r *reader) theirs(class lexicon.Class, i int) (lexicon.Sense, bool) {
	best, ok := r.sense(i, class)
	if !ok {
		return best, false
	}
	weight := -1
	for _, s := range r.senses(i) {
		if s.Class != class || s.Len != best.Len {
			continue
		}
		p, n := r.Lexicon.Party(s), 0
		if r.parties[r.partyID(s)] {
			n = 1000
		}
		for _, state := range strings.Split(p.States, "|") {
			n += r.states[state]
		}
		if n > weight {
			best, weight = s, n
		}
	}
	return best, true
}
