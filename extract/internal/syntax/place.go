package syntax

import (
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
)

// wardWord begins a numbered ward; a constituency has a name before its number: "बलिया लोकसभा 72 सीट".
var wardWord = devanagari.Fold("वार्ड")

// unknownPlace is the index of a place that the lexicon lacks.
const unknownPlace = -1

// place reads a place at token i: a name of the gazetteer, with or without a
// place noun ("सीट", "गांव"), or any name beside such a noun.
func (r *reader) place(i, start int) (PlaceRef, bool) {
	t := r.tokens[i]
	if t.Kind != devanagari.Word {
		return PlaceRef{}, false
	}
	g := r.Grammar
	// "गांव हैबुआना", "ग्राम पंचायत हैबुआना", "वार्ड 4"
	if rel, n := r.placeNounBefore(i); n > 0 && i+n < r.last && (i == start || !r.isMarker(i)) {
		at := i + n
		// "वार्ड 4", "वार्ड नंबर 10"
		no := at
		for r.key(no) == "-" || g.numberWords[r.key(no)] {
			no++
		}
		if rel == "seat" && t.Key == wardWord && no < r.last && r.tokens[no].Kind == devanagari.Number {
			return r.placeRef(i, no+1, unknownPlace, rel), true
		}
		if s, ok := r.sense(at, lexicon.Place); ok && !r.roleAfterPlace(at+s.Len) && !r.goesOn(at, at+s.Len) {
			ref := r.placeRef(at, at+s.Len, s.Index, rel)
			if r.dwells(ref.Last) {
				ref.Last++
			}
			return ref, true
		}
		if rel == "residence" && t.Key != "थाना" || n > 1 {
			if end := r.villageName(at); end > at {
				ref := r.placeRef(at, end, unknownPlace, rel)
				if r.dwells(end) {
					ref.Last = end + 1
				}
				return ref, true
			}
		}
	}
	s, ok := r.sense(i, lexicon.Place)
	if ok {
		end := i + s.Len
		rel, after := r.placeNoun(end)
		if role, ok := r.sense(end, lexicon.Role); ok && end+role.Len > after {
			rel, after = "", end // "जौनपुर नगर पालिका की चेयरमैन"
		}
		pl := r.Lexicon.Place(s)
		if s.Len == 1 && pl.Common && i > 0 && r.counts(i-1) {
			return PlaceRef{}, false // "पांच बार"
		}
		if after == end {
			if s.Len == 1 && (pl.Common || r.Lexicon.Common(t.Key)) && (!r.properPlace(i, end) || i > 0 && r.counts(i-1)) {
				return PlaceRef{}, false
			}
			if s.Len == 1 && (r.surname[t.Key] || (r.given[t.Key] || r.names[t.Key]) && r.key(end) == "(") {
				return PlaceRef{}, false
			}
			if s.Len == 1 && (pl.Name_ && r.insideName(i, end) || end < r.last && r.Lexicon.Name(t.Key).Given && r.surnameEnds(end)) {
				return PlaceRef{}, false
			}
		}
		ref := r.placeRef(i, end, s.Index, rel)
		ref.Last = after
		return ref, true
	}
	// a person's name that is a village's: "उजियारपुर प्रखंड के मालती गांव में"
	if i > 0 && r.key(i-1) == "के" && r.isMarker(i-1) && r.nameClass(i) > notName {
		if rel, after := r.placeNoun(i + 1); after > i+1 && rel == "residence" {
			if c, _ := r.postposition(after); c != Bare {
				ref := r.placeRef(i, i+1, unknownPlace, rel)
				ref.Last = after
				return ref, true
			}
		}
	}
	// an unknown name with a place noun behind it: "हैबुआना गांव", "चक मदरा गांव"
	if r.nameClass(i) == unknownWord {
		end := i + 1
		if r.nameClass(end) == unknownWord && !r.isMarker(end) && r.nameClass(end+1) != unknownWord {
			if rel, after := r.placeNoun(end + 1); after > end+1 && rel == "residence" && r.key(end+1) != "क्षेत्र" {
				ref := r.placeRef(i, end+1, unknownPlace, rel)
				ref.Last = after
				return ref, true
			}
		}
		rel, after := r.placeNoun(end)
		if after > end && rel != "" && r.key(end) != "क्षेत्र" && r.key(end) != "मंडल" {
			ref := r.placeRef(i, end, unknownPlace, rel)
			ref.Last = after
			return ref, true
		}
		if r.areaOffice(end) {
			return r.placeRef(i, end, unknownPlace, ""), true
		}
	}
	return PlaceRef{}, false
}

// areaOffice says whether the office of an area stands at token i, and its holder's name behind it: "तिलवा | प्रखंड अध्यक्ष X".
func (r *reader) areaOffice(i int) bool {
	if _, ok := r.sense(i, lexicon.Level); !ok {
		return false
	}
	ro, ok := r.roleRun(i)
	return ok && len(ro.indexes) > 0 && !ro.plural && r.nameClass(ro.last) > notName
}

// placeNounBefore reads a place noun before a name ("गांव", "ग्राम पंचायत") and gives its length in tokens.
func (r *reader) placeNounBefore(i int) (relation string, n int) {
	if rel, ok := r.Grammar.placeBefore[r.key(i)+" "+r.key(i+1)]; ok {
		return rel, 2
	}
	if rel, ok := r.Grammar.placeBefore[r.key(i)]; ok {
		return rel, 1
	}
	return "", 0
}

// villageName gives the end of a name behind "गांव": up to three words before a case marker or the like, whatever
// else they mean, or one that no list has.
func (r *reader) villageName(i int) int {
	const longest = 3
	end := i
	for end < r.last && end < i+longest && r.tokens[end].Kind == devanagari.Word && !r.isMarker(end) && !r.partyAt(end) && !r.roleAfterPlace(end) &&
		!r.Grammar.groupNouns[r.key(end)] && !r.Grammar.coordinators[r.key(end)] && !r.Grammar.timeWords[r.key(end)] && !r.dwells(end) {
		end++
	}
	if end > i && (r.isMarker(end) || r.dwells(end)) && (r.nameClass(i) != notName || r.nameClass(end-1) != notName) {
		return end
	}
	if r.nameClass(i) >= unknownWord && !r.isMarker(i) {
		if r.nameClass(i+1) == unknownWord && r.isMarker(i+2) {
			return i + 2
		}
		return i + 1
	}
	return i
}

// dwells says whether a word for an inhabitant stands at token i: "गांव X निवासी".
func (r *reader) dwells(i int) bool {
	for _, n := range r.Grammar.placeAfter[r.key(i)] {
		if n.relation == "residence" && len(n.keys) == 1 && hasSuffix(r.key(i), "वासी") {
			return true
		}
	}
	return false
}

// goesOn says whether a name behind a place noun runs on past a gazetteer entry that is only its beginning.
func (r *reader) goesOn(i, end int) bool {
	return end < r.last && r.nameClass(end) == unknownWord && r.isMarker(end+1) && r.villageName(i) == end+1
}

func (r *reader) placeRef(first, last int, index int32, relation string) PlaceRef {
	return PlaceRef{Name: r.slice(first, last), Index: index, Relation: relation, First: first, Last: last}
}

// placeNoun reads सीट, जिला, गांव … at token i; next is i where there is none.
// It is no place noun when it starts a role: "लखनऊ जिला अध्यक्ष".
func (r *reader) placeNoun(i int) (relation string, next int) {
	if i >= r.last {
		return "", i
	}
	for _, n := range r.Grammar.placeAfter[r.key(i)] {
		if matchKeys(n.keys, r.tokens, i, r.last) {
			if end := i + len(n.keys); r.roleAfterPlace(end) || r.Grammar.bodies[r.key(end)] {
				return "", i
			}

			return n.relation, i + len(n.keys)
		}
	}
	return "", i
}

func (r *reader) roleAfterPlace(i int) bool {
	_, ok := r.sense(i, lexicon.Role)
	return ok
}

// onlyPlace says whether the word at token i is a place's name and nobody's, and stands as a place does: "दिल्ली जाकर".
func (r *reader) onlyPlace(i int) bool {
	s, ok := r.sense(i, lexicon.Place)
	if !ok || r.surname[r.key(i)] {
		return false
	}
	if c, _ := r.postposition(i + s.Len); c != Me && c != Se && (i+s.Len >= r.last || len(r.Grammar.verbs[r.key(i+s.Len)]) == 0) {
		return false
	}
	p := r.Lexicon.Place(s)
	return !p.Name_ && !p.Common && r.Lexicon.Name(r.key(i)) == (lexicon.NameInfo{})
}

// counts says whether a number or ordinal stands at token i: "तीन बार के विधायक".
func (r *reader) counts(i int) bool {
	if _, _, _, ok := r.count(i); ok {
		return true
	}
	return r.Grammar.ordinals[r.tokens[i].Key]
}

// properPlace says whether a place name that is an ordinary word stands as a place does.
func (r *reader) properPlace(i, end int) bool {
	c, next := r.postposition(end)
	if c == Me || c == Se {
		if _, ok := r.sense(next, lexicon.Role); ok {
			return true
		}
	}
	if c == Me && r.block == devanagari.Title && r.partyAt(next) && (i == 0 || r.tokens[i-1].Kind == devanagari.Punct) {
		return true // "कोटा में कांग्रेस के तीन पार्षद …"
	}
	if c == Ka {
		if _, ok := r.sense(next, lexicon.Role, lexicon.Time); ok {
			return true
		}
	}
	return false
}

// insideName says whether a place name that is also a person's stands inside a longer name.
func (r *reader) insideName(i, end int) bool {
	if end < r.last {
		if n := r.Lexicon.Name(r.key(end)); (n.Surname || n.Given) && !r.isMarker(end) {
			return true
		}
		if r.nameClass(end) == unknownWord && (r.listStop(end+1) || r.agentMarker(end+1)) && end == i+1 {
			return true // "विक्रम कठोलेटा,"
		}
	}
	return r.names[r.key(i)]
}

// dateline lists the places of the dateline in tokens [first, last): those of the gazetteer, and words that no list
// has where a dateline names its place.
func (r *reader) dateline(first, last int) []PlaceRef {
	var out []PlaceRef
	listed := false
	for i := first; i < last; {
		if s, ok := r.sense(i, lexicon.Place); ok {
			if p := r.Lexicon.Place(s); i > first && s.Len == 1 && p.Common && r.Grammar.Unlisted(r.Lexicon, &r.tokens[i-1]) {
				out = append(out, r.placeRef(i-1, i+1, unknownPlace, "dateline")) // "श्रीबंशीधर नगर"
				i++
				continue
			}
			out = append(out, PlaceRef{Name: r.slice(i, i+s.Len), Index: s.Index, Relation: "dateline", First: i, Last: i + s.Len})
			i += s.Len
			listed = true
			continue
		}
		if r.datelineSlot(i, first, last) {
			out = append(out, PlaceRef{Name: r.slice(i, i+1), Index: unknownPlace, Relation: "dateline", First: i, Last: i + 1})
		}
		i++
	}
	if len(out) > 1 && listed && out[0].Index == unknownPlace {
		out = out[1:] // an agency or a reporter, before the place
	}
	return out
}

// datelineSlot says whether the one word at token i is the place of a dateline: "बापुलपाडु :", "…, जुलाई 5 -- बानो,
// प्रतिनिधि।", "कल्याणपुरा से प्रतिनिधि।".
func (r *reader) datelineSlot(i, first, last int) bool {
	if i+1 >= last || r.tokens[i].Kind != devanagari.Word {
		return false
	}
	ends := false
	switch r.key(i + 1) {
	case ",", "/", ":", "।", "-", "(", ".", "से":
		ends = true
	}
	switch {
	case !ends:
		return false
	case i == first:
		return r.Grammar.Unlisted(r.Lexicon, &r.tokens[i])
	case r.key(i-1) == "/" || r.key(i-1) == "|":
		return r.Grammar.Unlisted(r.Lexicon, &r.tokens[i])
	}
	// the second dateline of an agency's feed names the town, whatever else its name means
	return r.key(i-1) == "-" && i-1 > first && r.key(i-2) == "-" && r.key(i+1) == ","
}

// PlaceAt reads a place at token i by its words alone, whatever phrase it stands in: a name of the
// gazetteer, or one that it lacks with a place noun beside it. It reaches no further than token last.
func (g *Grammar) PlaceAt(lex *lexicon.Lexicon, doc *devanagari.Document, i, last int) (PlaceRef, bool) {
	tokens := doc.Tokens[:last]
	if i >= last || tokens[i].Kind != devanagari.Word {
		return PlaceRef{}, false
	}
	ref := PlaceRef{Index: unknownPlace, First: i}
	var buf [8]lexicon.Sense
	for _, s := range lex.At(tokens, i, buf[:0]) {
		if s.Class == lexicon.Place {
			ref.Index, ref.Last = s.Index, i+s.Len
			break
		}
	}
	listed := ref.Index >= 0
	if listed && ref.Last == i+1 && g.localWords[tokens[i].Key] {
		return PlaceRef{}, false // "नगर पंचायत"
	}
	if !listed {
		if !g.Unlisted(lex, &tokens[i]) {
			return PlaceRef{}, false
		}
		ref.Last = i + 1
	}
	end := ref.Last
	noun := false
	if end < last {
		for _, n := range g.placeAfter[tokens[end].Key] {
			if matchKeys(n.keys, tokens, end, last) && (listed || end+len(n.keys) >= len(doc.Tokens) || !g.bodies[doc.Tokens[end+len(n.keys)].Key]) {
				ref.Relation, ref.Last, noun = n.relation, end+len(n.keys), true
				break
			}
		}
	}
	if !noun && (!listed || end == i+1 && g.ordinary(lex, ref.Index, tokens[i].Key)) {
		return PlaceRef{}, false
	}
	ref.Name = strings.TrimSpace(doc.Slice(i, end))
	return ref, true
}

// ordinary says whether a place's name alone would oftener be an ordinary word or a person's name.
func (g *Grammar) ordinary(lex *lexicon.Lexicon, index int32, key string) bool {
	pl := lex.PlaceAt(index)
	return pl.Common || pl.Name_ || lex.Common(key)
}

// PlaceBefore reads the place that owns what starts at token i: "धौलपुर जिले की | बाड़ी सीट". It looks
// back no further than token first.
func (g *Grammar) PlaceBefore(lex *lexicon.Lexicon, doc *devanagari.Document, i, first int) (PlaceRef, bool) {
	end := i - 1
	if end > first && len(g.placeBefore[doc.Tokens[end].Key]) > 0 {
		end-- // "जौरा प्रखंड के ग्राम | तिलवापुर"
	}
	within := end > first && doc.Tokens[end].Key == "अंतर्गत"
	if within {
		end--
	}
	if end <= first {
		return PlaceRef{}, false
	}
	switch doc.Tokens[end].Key {
	case "के", "की", "का":
	default:
		if !within {
			return PlaceRef{}, false
		}
		end++
	}
	const longest = 5 // tokens of a place with its noun
	for start := max(first, end-longest); start < end; start++ {
		if ref, ok := g.PlaceAt(lex, doc, start, end); ok && ref.Last == end {
			return ref, true
		}
	}
	return PlaceRef{}, false
}

// Unlisted says whether a word is in no list and no grammar, as the name of a village is.
func (g *Grammar) Unlisted(lex *lexicon.Lexicon, t *devanagari.Token) bool {
	k := t.Key
	if t.Kind != devanagari.Word || len(k) < 9 || !devanagariWord(k) || hasSuffix(k, "पा") {
		return false // a clipping of a party's name ends in पा for पार्टी
	}
	if _, ok := g.pronouns[k]; ok || g.function(k) || len(g.verbs[k]) > 0 || lex.Common(k) || lex.Name(k) != (lexicon.NameInfo{}) {
		return false
	}
	var buf [8]lexicon.Sense
	return len(lex.At([]devanagari.Token{*t}, 0, buf[:0])) == 0
}

// function says whether a word belongs to one of the grammar's own lists.
func (g *Grammar) function(k string) bool {
	return g.coordinators[k] || g.particles[k] || g.negations[k] || g.partyWords[k] || g.groupNouns[k] || g.timeWords[k] || g.bodies[k] ||
		g.postWords[k] || g.kin[k] || g.compounds[k] || g.membership[k] || g.ordinals[k] || g.listTails[k] || g.aliasWords[k] || g.letters[k] ||
		len(g.openers[k]) > 0 || len(g.adverbs[k]) > 0 || len(g.quantifiers[k]) > 0 || len(g.postpositions[k]) > 0 || len(g.hosts[k]) > 0 ||
		len(g.placeAfter[k]) > 0 || g.placeBefore[k] != "" || g.nonverbs[k]
}

// SeatNoun says whether a word behind a name makes an electoral seat of it: सीट, विधानसभा.
func (g *Grammar) SeatNoun(key string) bool {
	for _, n := range g.placeAfter[key] {
		if len(n.keys) == 1 && n.relation == "seat" {
			return true
		}
	}
	return false
}

// SeatHolding says whether a word is for holding a seat in a House: विधायकी, सांसदी.
func (g *Grammar) SeatHolding(key string) bool { return g.seatHolding[key] }
