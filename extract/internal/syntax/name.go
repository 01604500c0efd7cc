package syntax

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
)

// How much a word looks like a part of a person's name.
const (
	notName     = iota
	commonName  // listed, and an ordinary word too: विजय, प्रकाश
	unknownWord // in no list
	listedName  // a listed given name or surname
)

// How sure a name is by its shape.
const (
	none   = iota
	frail  // needs a role, a title or a case marker beside it
	medium // two unknown words, or one listed
	strong // two words, one of them listed
)

// nameClass grades the word at token i.
func (r *reader) nameClass(i int) int {
	if i < 0 || i >= r.last {
		return notName
	}
	at := &r.at[i]
	if at.classEnd != r.last {
		at.class, at.classEnd = r.gradeWord(i), r.last
	}
	return at.class
}

func (r *reader) gradeWord(i int) int {
	t := r.tokens[i]
	if t.Kind != devanagari.Word {
		return notName
	}
	k, g := t.Key, r.Grammar
	if g.postWords[k] && r.beforeSingh(i) {
		return commonName // "सेवा सिंह"
	}
	if r.monthSurname(i) {
		return listedName
	}
	if g.noNames[k] || r.hostAt(i) > 0 || hasSuffix(k, "नेवाले") || hasSuffix(k, "नेवाली") || hasSuffix(k, "नेवालों") {
		return notName
	}
	if matchPhrase(g.adverbs[k], r.tokens, i, r.last) > 0 || matchPhrase(g.namesakes[k], r.tokens, i, r.last) > 0 {
		return notName
	}
	n := r.Lexicon.Name(k)
	listed := n.Given || n.Surname
	if _, next := r.symbol(i); next > i && (!listed || i+1 >= r.last || r.Lexicon.Name(r.key(i+1)) == (lexicon.NameInfo{})) {
		return notName
	}
	if forms := g.verbs[k]; len(forms) > 0 {
		if slices.ContainsFunc(forms, func(v VerbForm) bool { return v.Form == Stem }) && r.changes(i) {
			return notName // "पार्षद का मन | बदल गया"
		}
		if !listed || n.Common {
			for _, f := range forms {
				if f.Form != Stem || !listed {
					return notName
				}
			}
		}
	}
	if listed {
		if n.Common || r.Lexicon.Common(k) {
			return commonName
		}
		return listedName
	}
	if r.beforeSingh(i) {
		return commonName
	}
	if r.Lexicon.Common(k) {
		return notName
	}
	if _, ok := r.sense(i, lexicon.Party, lexicon.Role, lexicon.Level, lexicon.Wing, lexicon.Time, lexicon.Quality, lexicon.Profession, lexicon.Member); ok {
		return notName
	}
	if s, ok := r.sense(i, lexicon.Place); ok {
		if p := r.Lexicon.Place(s); !p.Name_ {
			return notName
		}
		return commonName
	}
	if !devanagariWord(k) {
		return notName
	}
	if g.endsAsName(k) {
		return listedName
	}
	return unknownWord
}

// endsAsName says whether a word that is in no list ends as given names and surnames do, and few other words: सुखविंदर,
// सिराजुद्दीन, बसवराजप्पा.
func (g *Grammar) endsAsName(k string) bool {
	for _, end := range g.nameEndings {
		if hasSuffix(k, end) {
			return true
		}
	}
	return false
}

// beforeSingh says whether सिंह, कौर or the like follows at once, which makes a given name of any word but an office:
// सूरत सिंह, जिले सिंह, किताब कौर.
func (r *reader) beforeSingh(i int) bool {
	if i+1 >= r.last || !r.Grammar.givenMarks[r.key(i+1)] || !devanagariWord(r.key(i)) || r.partyAt(i) {
		return false
	}
	_, office := r.sense(i, lexicon.Role, lexicon.Time, lexicon.Quality, lexicon.Wing, lexicon.Honorific)
	return !office
}

func devanagariWord(k string) bool {
	n := 0
	for _, c := range k {
		if c < 0x900 || c > 0x97f {
			return false
		}
		n++
	}
	return n >= 2
}

// initialAt says whether an initial stands at token i: a letter's name or a single Latin letter with a
// full stop behind it (एस. के. दुबे).
func (r *reader) initialAt(i int) bool {
	if i+1 >= r.last || r.key(i+1) != "." || !r.tokens[i+1].Glued {
		return false
	}
	k := r.key(i)
	if r.Grammar.letters[k] {
		return true
	}
	c, size := utf8.DecodeRuneInString(k)
	return size == len(k) && unicode.IsLetter(c)
}

// spelled says whether a word is letter names written together: पीसी, एमटीबी.
func (g *Grammar) spelled(k string) bool {
	for n := range k {
		if g.letters[k[:n]] && (g.letters[k[n:]] || g.spelled(k[n:])) {
			return true
		}
	}
	return false
}

// bareInitials counts the letter names without full stops at token i that a name follows: के के दुबे,
// पी आई दुबे. के alone is a postposition, आई a verb.
func (r *reader) bareInitials(i int) int {
	n := 0
	for n < 3 && r.Grammar.letters[r.key(i+n)] {
		n++
	}
	if n == 0 {
		if c := r.nameClass(i + 1); (c == listedName || c == unknownWord && r.officeEnd == i) && r.Grammar.spelled(r.key(i)) && !r.roleStart(i) && !r.partyAt(i) {
			return 1 // "विधायक एसटी सोमन"
		}
		return 0
	}
	if n == 1 && r.key(i) == "के" && i > 0 && (r.isMarker(i-1) || r.key(i-1) == ",") && (r.nameClass(i+1) == listedName || r.nameClass(i+1) == unknownWord) && r.listStop(r.nameEnd(i+1)) {
		return 1 // "जाने वालों में के जॉयकिशन, एन सनाते"
	}
	if n == 1 && r.key(i) == "के" && r.holderEnd == i && (r.nameClass(i+1) == listedName || r.nameClass(i+1) == commonName && r.Lexicon.Name(r.key(i+1)).Given) && r.agentMarker(r.nameEnd(i+1)) {
		return 1 // "विधायक के कविता को"
	}
	if n == 1 && (r.key(i) == "के" || r.isMarker(i) || len(r.Grammar.verbs[r.key(i)]) > 0) || r.key(i) == "आई" {
		return 0
	}
	if r.isMarker(i) && n < 2 {
		return 0
	}
	if c := r.nameClass(i + n); c == listedName || c == unknownWord || n > 1 && c == commonName && r.Lexicon.Name(r.key(i+n)).Surname {
		return n
	}
	return 0
}

// changes says whether the verb stem at token i has a form of जा behind it that makes a verb of both: "बदल गया".
func (r *reader) changes(i int) bool {
	return slices.ContainsFunc(r.Grammar.verbs[r.key(i+1)], func(v VerbForm) bool { return v.Lemma == lemmaJa && v.Form == Perf })
}

// doubled says whether the hyphen at token i ties two surnames: "मंगला कदम-साने", not the names of two people.
func (r *reader) doubled(i int) bool {
	if !r.tokens[i].Glued || i+1 >= r.last || !r.tokens[i+1].Glued || !r.Lexicon.Name(r.key(i-1)).Surname {
		return false
	}
	n := r.Lexicon.Name(r.key(i + 1))
	return !n.Given && (n.Surname || r.nameClass(i+1) == unknownWord) && (r.listStop(i+2) || r.agentMarker(i+2))
}

// goal says whether what stands at token i makes a place of the word before it: में, or a verb of arriving.
func (r *reader) goal(i int) bool {
	if i >= r.last {
		return false
	}
	if c, _ := r.postposition(i); c == Me {
		return true
	}
	return slices.ContainsFunc(r.Grammar.verbs[r.key(i)], func(v VerbForm) bool { return v.Lemma == lemmaPahunch })
}

// ownName says whether a word that is a thing or a place, behind an office and a given name, is the surname: a day, a party or what
// only people take follows it.
func (r *reader) ownName(j int) bool {
	if !r.plainWord(j) || j+1 >= r.last || !r.Lexicon.Name(r.key(j)).Surname && !r.placeName(j) {
		return false
	}
	return r.Grammar.timeWords[r.key(j+1)] || r.partyAt(j+1) || r.placeName(j) && r.key(j+1) == "ने" || !r.placeName(j) && r.agentMarker(j+1)
}

// listGoesOn says whether a coordinator stands at token i, and an office, a name or a number of people behind it.
func (r *reader) listGoesOn(i int) bool {
	if i+1 >= r.last || !r.Grammar.coordinators[r.key(i)] {
		return false
	}
	if _, _, n, ok := r.count(i + 1); ok {
		return r.Grammar.groupNouns[r.key(i+1+n)]
	}
	return r.roleStart(i+1) || r.nameClass(i+1) > commonName
}

// nameEnd gives the token behind the run of name words at token i.
func (r *reader) nameEnd(i int) int {
	for r.nameClass(i) > notName {
		i++
	}
	return i
}

// asInitials says whether a role at token i is spelled by the names of its letters, and may be the initials of the name behind
// it: "विधायक एम पी दुबे".
func (r *reader) asInitials(i int, s lexicon.Sense) bool {
	if s.Len < 2 || r.nameClass(i+s.Len) < commonName {
		return false
	}
	for n := i; n < i+s.Len; n++ {
		if !r.Grammar.letters[r.key(n)] {
			return false
		}
	}
	return true
}

// name reads a person's name at token i and grades its shape; last is i where there is none.
func (r *reader) name(i int) (last, strength int) {
	listed, unknown, common, words, initials := 0, 0, 0, 0, 0
	j := i
	lastSolid := i
	lastCommon := false
	for j < r.last && words < 6 {
		if r.initialAt(j) && r.dottedParty(j) {
			break
		}
		if r.initialAt(j) {
			j += 2
			words++
			initials++
			lastSolid = j
			continue
		}
		if words == 0 {
			if n := r.bareInitials(j); n > 0 {
				j += n
				words++
				initials++
				continue
			}
		}
		if s, ok := r.sense(j, lexicon.Honorific); ok {
			if h := r.Lexicon.Honorific(s); h.Keep && words == 0 {
				j += s.Len
				if r.key(j) == "." && r.tokens[j].Glued {
					j++
				}
				words++
				listed++
				lastSolid = j
				continue
			}
		}
		if r.key(j) == "'" && words > 0 && r.tokens[j].Glued && j+1 < r.last && r.tokens[j+1].Glued && r.tokens[j+1].Kind == devanagari.Word && devanagariWord(r.key(j+1)) {
			j += 2 // "डी'सूजा"
			continue
		}
		if r.key(j) == "-" && words > 0 && r.tokens[j].Glued && j+1 < r.last && r.tokens[j+1].Glued && r.Grammar.nameLinks[r.key(j+1)] {
			j++
			continue
		}
		if r.key(j) == "-" && words > 1 && r.doubled(j) {
			j++
			continue
		}
		if words > 0 && r.multiRole(j) || words > 1 && r.Lexicon.Name(r.key(j-1)).Surname && r.leaderAt(j) && !r.knownName(i, j+1) && !r.agentMarker(j+1) {
			break // "विजेंद्र यादव | लालू परिवार के करीबी"
		}
		if words > 1 && r.leaderAt(j) && !r.knownName(i, j+1) && (r.besideWitness(j+1) || r.key(j+2) == "साथ" && r.isMarker(j+1)) {
			break // "थांगा तमिलसेल्वन | स्टालिन की मौजूदगी में", "वैशाली कठोले | उद्धव के साथ ही हैं"
		}
		if words > 1 && r.Grammar.kin[r.key(j)] && r.Lexicon.Name(r.key(j)) == (lexicon.NameInfo{}) && r.nameClass(j+1) > notName {
			break // "सीमा कठोलेटा | पति विनोद कठोलेटा के साथ"
		}
		if words == 1 && j == i+1 && r.Grammar.neverFirst[r.key(i)] && r.Lexicon.Name(r.key(j)).Surname {
			break // "सिंह कुशवाहा के खास थे": two people
		}
		if words > 0 && (r.endsName(j) || words > initials && r.anotherName(i, j) || r.knownName(i, j) && r.nameClass(j) == unknownWord && r.inPlace(j+1)) {
			break
		}
		class := r.nameClass(j)
		if class == notName && words == 1 && j > i && r.key(j-1) == "." && r.plainWord(j) {
			class = unknownWord // "सै. बसी": the title vouches for the word
		}
		if class == notName && words == 0 && r.titleBefore(j) && r.vouched(j) {
			class = commonName
		}
		if class == notName && words > 0 && listed+unknown > 0 && (r.surnameEnds(j) || r.Lexicon.Name(r.key(j)).Surname && (r.officeEnd == i && r.marker(j+1) || r.besideWitness(j+1))) {
			class = commonName // "धीरज प्रधान ने", "मंत्री धीरज प्रधान की मौजूदगी में": the surname, not the office
		}
		if class == notName && listed > 0 && r.Grammar.verbSurnames[r.key(j)] && (r.key(j+1) == "ने" || r.officeEnd == i && (r.agentMarker(j+1) || r.listStop(j+1) || r.surnameEnds(j+1))) {
			class = commonName // "पार्षद अमित दे सरकार और मौसमी कर"
		}
		if class == notName && words == 1 && listed+common > 0 && r.hostAt(j) == 1 && r.nameClass(j+1) >= commonName && r.Lexicon.Name(r.key(j+1)).Surname {
			class = commonName // "राम शरण दुबे": between a given name and a surname stands a name
		}
		if class == notName && words > 1 && r.Grammar.neverFirst[r.key(j-1)] && r.plainWord(j) && (r.placeName(j) && (r.listStop(j+1) || r.agentMarker(j+1)) || r.listGoesOn(j+1)) {
			class = commonName // "गुरप्रीत सिंह शाहपुर,": named after a village; "गुरदीप सिंह लंबा और पार्षद …"
		}
		if class == notName && words == 0 && r.surname[r.key(j)] && r.honorificAt(j) && r.agentMarker(j+1) {
			class = commonName // "बाबू ने", where a रविंद्र बाबू is told of
		}
		if class == notName && words == 0 && ((r.given[r.key(j)] || r.names[r.key(j)]) && r.opensSentence(j) && r.partyAt(j+1) || (r.given[r.key(j)] || r.names[r.key(j)]) && r.key(j+1) == "(") && r.plainWord(j) {
			class = commonName // "हिमालय टीएमसी से इस्तीफा दे चुके थे", where a हिमालय कठोलेटा is told of
		}
		if class == notName && words == 1 && j == i+1 && r.officeEnd == i && ((unknown == 1 && (r.key(j+1) == "भी" || r.partyAt(j+1)) || (unknown == 1 || r.Lexicon.Name(r.key(i)).Given) && r.listGoesOn(j+1)) && r.plainWord(j) ||
			(unknown == 1 || r.Lexicon.Name(r.key(i)).Given && !r.Lexicon.Name(r.key(i)).Common) && r.ownName(j)) {
			class = listedName // "भाजपा विधायक मौसमी सरकार तृणमूल में", "मंजुनाथ हेब्बाल गुरुवार को"
		}
		if class == notName && r.surname[r.key(j)] && r.plainWord(j) {
			class = commonName
		}
		if class == notName && words > 0 && listed+unknown+common > 0 && r.agentWord(j) {
			class = unknownWord // "विनोद कांति घड़ी ने": only a person acts
		}
		if class == notName && listed > 0 && lastSolid == j && r.plainWord(j) && r.Lexicon.Common(r.key(j)) && !r.Grammar.aliasWords[r.key(j)] && len(r.Grammar.verbs[r.key(j)]) == 0 && r.nameClass(j+1) == listedName && r.Lexicon.Name(r.key(j+1)).Surname {
			class = commonName // "सैयद खुशबू अंसारी": between a given name and a surname stands a name
		}
		if class == notName {
			break
		}
		if words > 0 && class == unknownWord && r.placeThenMarker(j) && listed+common > 0 {
			break
		}
		if words > 1 && class == unknownWord && r.Lexicon.Name(r.key(j-1)).Surname && r.goal(j+1) {
			break // "मधुसूदन राव | उंडवल्ली में", "महेश पाटिल | मातोश्री पहुंचे"
		}
		words++
		j++
		lastCommon = false
		switch class {
		case listedName:
			listed++
		case unknownWord:
			unknown++
		case commonName:
			common++
			lastCommon = true
		}
		if class != commonName || r.Lexicon.Name(r.key(j-1)).Surname {
			lastSolid = j
			lastCommon = false
		}
	}
	if words == 0 {
		return i, none
	}
	if words > 0 && initials == 0 && j < r.last && r.Grammar.letters[r.key(j)] && !r.isMarker(j) && len(r.Grammar.verbs[r.key(j)]) == 0 && (r.listStop(j+1) || r.agentMarker(j+1)) {
		if _, after := r.sense(j, lexicon.After); !after {
			j++ // "कुमार वाई,": an initial behind the name
			words++
			initials++
			lastSolid = j
		}
	}
	if lastCommon && lastSolid > i {
		// a listed word that is also ordinary ends a name only after another name word
		j = max(lastSolid, j)
	}
	switch {
	case initials > 0 && listed+unknown+common > 0:
		strength = strong // "के. के. कठोलेटा"
	case words >= 2 && listed >= 1, words >= 2 && common >= 2 && listed+common >= 2 && r.Lexicon.Name(r.key(j-1)).Surname:
		strength = strong
	case words >= 2 && unknown >= 1 && common >= 1 && (r.Lexicon.Name(r.key(j-1)).Surname || r.Lexicon.Name(r.key(i)).Given):
		strength = strong
	case words >= 2 && unknown+initials >= 1, words == 1 && listed == 1:
		strength = medium
	default:
		strength = frail
	}
	if strength < strong && words > 1 && r.knownName(i, j) {
		strength = strong // seen in full where the sentence showed a person
	}
	if strength < strong && words == 1 && (r.given[r.key(i)] && (r.agentMarker(j) || r.key(j) == "(" || r.opensSentence(i) && (r.partyAt(j) || j < r.last && r.tokens[j].Kind == devanagari.Number && !r.Lexicon.Name(r.key(i)).Common) || r.key(j) == "भी" || r.key(j) == "खुद") || r.names[r.key(i)] || r.surname[r.key(i)] && (r.marker(j) || unknown+listed == 1 && r.opensSentence(i))) {
		strength = strong
	}
	return j, strength
}

// opensSentence says whether a sentence begins at token i.
func (r *reader) opensSentence(i int) bool {
	return i == 0 || r.tokens[i-1].Kind == devanagari.Punct && (r.tokens[i-1].Key == "।" || r.tokens[i-1].Key == "." || r.tokens[i-1].Key == "!" || r.tokens[i-1].Key == "?")
}

// besideWitness says whether the marker of those before whom something takes place stands at token j: "की मौजूदगी में".
func (r *reader) besideWitness(j int) bool {
	c, _ := r.postposition(j)
	return c == Samaksh || c == Netritva
}

// inPlace says whether में or से, which a place takes and a person who acts does not, stands at token j.
func (r *reader) inPlace(j int) bool {
	c, _ := r.postposition(j)
	return c == Me || c == Se
}

// surnameEnds says whether the word at token j, an office or a group's word too, is a surname and ends a name: ने, the
// next member of a list or a bracket follows it.
func (r *reader) surnameEnds(j int) bool {
	return r.Lexicon.Name(r.key(j)).Surname && (r.listStop(j+1) || r.agentMarker(j+1))
}

// name2 says whether the name at token i ends at token end when its first word, a title, is read as its own.
func (r *reader) name2(i, end int) bool {
	last, strength := r.name(i)
	return last == end && strength >= medium
}

// agentWord says whether the word at token j, no name by itself, must be the end of the name before it, since ने follows,
// which a place or a thing does not take.
func (r *reader) agentWord(j int) bool {
	if !r.plainWord(j) || r.multiRole(j) || r.Grammar.partyWords[r.key(j)] || r.Grammar.groupNouns[r.key(j)] || r.pluralRole(j) || hasSuffix(r.key(j), "ों") || hasSuffix(r.key(j), "ओं") {
		return false
	}
	if _, ok := r.sense(j, lexicon.Role, lexicon.Member, lexicon.After); ok {
		return false
	}
	c, _ := r.postposition(j + 1)
	if c != Ne {
		_, nickname := r.sense(j, lexicon.Profession) // "सुखविंदर फौजी, A और B", "राजू ठेकेदार का"
		return nickname && (r.listStop(j+1) || c == Ka)
	}
	return true
}

// endsName says whether what starts at token i ends a name before it, though its first word could be a name's: a
// party's full name, जी, or what is called after people.
func (r *reader) endsName(i int) bool {
	if r.Grammar.namedPlaces[r.key(i)] && r.nameClass(i) != listedName {
		return true
	}
	if s, ok := r.sense(i, lexicon.Party); ok && s.Len > 1 && !r.endsAnother(i, s) {
		return true
	}
	if _, end := r.unlisted(i); end > i {
		return true
	}
	_, ok := r.sense(i, lexicon.After)
	return ok && !r.Lexicon.Name(r.key(i)).Surname && !r.initialAt(i) // "टी.जी. वेंकटेश"
}

// dottedParty says whether a dotted clipping of a party, no initials, stands at token i: बी.जे.पी.
func (r *reader) dottedParty(i int) bool {
	s, ok := r.sense(i, lexicon.Party)
	return ok && s.Len > 2
}

// plainWord says whether token j is a word that could be a name though it is an ordinary one.
func (r *reader) plainWord(j int) bool {
	return j < r.last && r.tokens[j].Kind == devanagari.Word && r.flag(j)&(isPronoun|isMarker|isCoordinator) == 0 && devanagariWord(r.key(j)) && !r.partyAt(j) && !r.roleStart(j) && r.hostAt(j) == 0
}

// multiRole says whether a role of several words starts at token i, though its first word could be a name's.
func (r *reader) multiRole(i int) bool {
	s, ok := r.sense(i, lexicon.Role)
	return ok && s.Len > 1
}

// placeThenMarker: an unknown word that a place noun follows is no part of the name before it.
func (r *reader) placeThenMarker(i int) bool {
	_, next := r.placeNoun(i + 1)
	return next > i+1
}

// fullName copies the name's text and gives its key without dots and doubled spaces.
func (r *reader) fullName(first, last int) (name, key string) {
	var b strings.Builder
	for i := first; i < last; i++ {
		k := r.tokens[i].Key
		if k == "." || k == "-" || k == "'" || k == `"` {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(k)
	}
	return r.slice(first, last), b.String()
}
