package syntax

import (
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
)

// newParty is a party that the lexicon lacks and an article founds: its name, word by word.
type newParty struct{ keys []string }

// longestParty is how many words the name of a party that the lexicon lacks may have.
const longestParty = 5

// found notes the parties that a sentence founds: "अपनी पार्टी जनहित मोर्चा बनाई", "‘लोक जागरण मंच’ का गठन किया".
func (r *reader) found(s devanagari.Sentence) {
	for i := s.First; i < s.Last; i++ {
		r.clipped(s, i)
		r.merged(s, i)
		r.byName(s, i)
		quoted := r.quoteMark(i)
		word := i > s.First && !quoted && r.Grammar.partyWords[r.key(i-1)] && i-1 > s.First && r.Grammar.newWords[r.key(i-2)]
		if !quoted && !word {
			continue
		}
		first := i
		if quoted {
			first++
		}
		last := first
		for last < s.Last && last < first+longestParty && r.tokens[last].Kind == devanagari.Word && devanagariWord(r.key(last)) && !r.isMarker(last) && !r.founding(last) {
			last++
		}
		if last == first || quoted && !r.quoteMark(last) {
			continue
		}
		tail := r.Grammar.partyTails[r.key(last-1)]
		behind := last
		if quoted {
			behind++
		}
		before := i > s.First && (r.Grammar.partyWords[r.key(i-1)])
		if !r.founding(behind) || !tail && !before || last-first == 1 && !quoted {
			continue
		}
		if sense, ok := r.sense(first, lexicon.Party); ok && sense.Len >= last-first {
			continue
		}
		p := newParty{}
		for _, t := range r.tokens[first:last] {
			p.keys = append(p.keys, t.Key)
		}
		r.founded[p.keys[0]] = append(r.founded[p.keys[0]], p)
	}
}

// clipped notes a party at whose full name its clipping stands in brackets: "गण शक्ति पार्टी (जीएसपी)". i is the token of पार्टी.
func (r *reader) clipped(s devanagari.Sentence, i int) {
	if !r.Grammar.partyTails[r.key(i)] || i+3 >= s.Last || r.key(i+1) != "(" || r.key(i+3) != ")" || r.tokens[i+2].Kind != devanagari.Word {
		return
	}
	if _, listed := r.sense(i+2, lexicon.Party); listed {
		return
	}
	r.named(s, i)
}

// merged notes a party that merges into one that is listed: "विंध्य विकास मोर्चा का कांग्रेस में विलय". i is the token of मोर्चा.
func (r *reader) merged(s devanagari.Sentence, i int) {
	if !r.Grammar.partyTails[r.key(i)] || r.key(i+1) != "का" {
		return
	}
	for n := max(s.First, i-longestParty); n < i; n++ {
		if sense, listed := r.sense(n, lexicon.Party); listed && !r.endsAnother(n, sense) && n+sense.Len <= i && !r.isMarker(n+sense.Len) {
			return // "बसपा विधायक दल का"
		}
	}
	const longest = 8 // tokens to विलय
	into := false
	for n := i + 2; n < min(s.Last, i+2+longest); n++ {
		if _, listed := r.sense(n, lexicon.Party); listed {
			into = true
		}
		if r.Grammar.mergeWords[r.key(n)] {
			if into {
				r.named(s, i)
			}
			return
		}
	}
}

// named notes the party whose name ends in token i, if no list has it.
func (r *reader) named(s devanagari.Sentence, i int) {
	first := i
	for first > s.First && i-first < longestParty-1 && r.tokens[first-1].Kind == devanagari.Word && devanagariWord(r.key(first-1)) && !r.isMarker(first-1) &&
		r.flag(first-1)&(isPronoun|isCoordinator) == 0 && !r.Grammar.partyWords[r.key(first-1)] && !r.Grammar.newWords[r.key(first-1)] && len(r.Grammar.verbs[r.key(first-1)]) == 0 {
		first--
	}
	if i-first < 2 {
		return
	}
	for n := first; n <= i; n++ {
		if r.Grammar.localWords[r.key(n)] {
			return // "पुलवामा जिला विकास परिषद (डीडीसी)"
		}
		if sense, ok := r.sense(n, lexicon.Party); ok && n+sense.Len > i && !r.endsAnother(n, sense) {
			return // the end of it is a party that is listed: "… B आजाद समाज पार्टी (कांशीराम)"
		}
	}
	p := newParty{}
	for _, t := range r.tokens[first : i+1] {
		p.keys = append(p.keys, t.Key)
	}
	r.founded[p.keys[0]] = append(r.founded[p.keys[0]], p)
}

// byName notes a party that is founded by a name: "हिंदुस्तानी जन मोर्चा यूनाइटेड के नाम से नया दल". i is the token of के नाम से.
func (r *reader) byName(s devanagari.Sentence, i int) {
	n := matchPhrase(r.Grammar.byName[r.key(i)], r.tokens, i, s.Last)
	if n == 0 || i+n+1 >= s.Last || !r.Grammar.newWords[r.key(i+n)] || !r.Grammar.partyWords[r.key(i+n+1)] && !r.Grammar.partyTails[r.key(i+n+1)] {
		return
	}
	first, tail := i, false
	for first > s.First && i-first < longestParty && r.tokens[first-1].Kind == devanagari.Word && devanagariWord(r.key(first-1)) && r.flag(first-1)&(isMarker|isPronoun|isCoordinator) == 0 && len(r.Grammar.verbs[r.key(first-1)]) == 0 {
		first--
		tail = tail || r.Grammar.partyTails[r.key(first)]
	}
	if i-first < 2 || !tail {
		return
	}
	p := newParty{}
	for _, t := range r.tokens[first:i] {
		p.keys = append(p.keys, t.Key)
	}
	r.founded[p.keys[0]] = append(r.founded[p.keys[0]], p)
}

func (r *reader) quoteMark(i int) bool {
	if i < 0 || i >= r.last {
		return false
	}
	switch r.tokens[i].Key {
	case "'", `"`, "“", "”", "‘", "’":
		return true
	}
	return false
}

// founding says whether what stands at token i says that the name before it is that of something founded: बनाई, खड़ी की, का
// गठन, की स्थापना, के नाम से.
func (r *reader) founding(i int) bool {
	for _, v := range r.Grammar.verbs[r.key(i)] {
		if r.Grammar.foundVerbs[v.Lemma] {
			return true
		}
	}
	return r.isMarker(i) && r.Grammar.foundNouns[r.key(i+1)] || r.Grammar.foundNouns[r.key(i)]
}

// unlisted reads the name of a party that the lexicon lacks at token i: one that the article founds, or words that parties
// name themselves by before पार्टी or दल ("राष्ट्रवादी जनता पार्टी"). next is i where there is none. Its id is its name.
func (r *reader) unlisted(i int) (ref PartyRef, next int) {
	end := i
next:
	for _, p := range r.founded[r.key(i)] {
		for n, k := range p.keys {
			if r.key(i+n) != k {
				continue next
			}
		}
		end = max(end, i+len(p.keys))
	}
	if end == i {
		words, telling := 0, false
		j := i
		for j < r.last && words < longestParty && r.Grammar.partyNames[r.key(j)] {
			telling = telling || r.Grammar.partyOwnNames[r.key(j)]
			words++
			j++
		}
		if words == 0 || words < 2 && !telling || !r.Grammar.partyTails[r.key(j)] || !r.Grammar.partyWords[r.key(j)] {
			return ref, i
		}
		end = j + 1
	}
	name := strings.Join(strings.Fields(r.doc.Slice(i, end)), " ")
	next = end
	if r.key(end) == "(" {
		for j := end + 1; j <= end+3 && j < r.last; j++ {
			if r.key(j) == ")" && j > end+1 {
				next = j + 1 // "(जेएचपी)"
				break
			}
			if r.tokens[j].Kind != devanagari.Word && r.tokens[j].Kind != devanagari.Punct {
				break
			}
		}
	}
	if r.quoteMark(i-1) && r.quoteMark(next) {
		next++ // "‘जनहित मोर्चा’ का": the marker behind the quotation is the name's
	}
	return PartyRef{ID: name, First: i, Last: next}, next
}
