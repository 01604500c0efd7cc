package syntax

import (
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
)

// role is a run of role words.
type role struct {
	first, last int
	indexes     []int32
	former      bool
	expelled    bool
	suspended   bool
	plural      bool
	parties     []Affiliation
	places      []PlaceRef
}

// roleRun reads role words at token i: time and rank words, levels, wings, offices,
// joined by और or the genitive, with a party or place between them.
func (r *reader) roleRun(i int) (ro role, ok bool) {
	ro.first, ro.last = i, i
	j := i
	heads, office := 0, i
	for j < r.last {
		k := r.key(j)
		s, found := r.sense(j, lexicon.Role, lexicon.Level, lexicon.Wing, lexicon.Time, lexicon.Quality, lexicon.Profession)
		if found && j == i && s.Class == lexicon.Level && r.beforeSingh(j) {
			break // "जिले सिंह"
		}
		if found && s.Len == 1 && r.ownTitle(j, j+1) {
			break
		}
		if found && s.Class == lexicon.Level && r.partyAt(j) {
			break // "पार्टी | राष्ट्रीय जनसेवा दल"
		}
		if found && (heads > 0 || r.inList) && (r.asInitials(j, s) || r.initialAt(j)) {
			break // "जिलाध्यक्ष डी.एम. दुबे", "विधायक एम पी दुबे"
		}
		if found {
			if r.yieldsToName(j, s, heads) || heads > 0 && (s.Class == lexicon.Profession || s.Class == lexicon.Level) && r.beforeSingh(j) || r.hostAt(j) > 0 && !r.modifierHere(j+s.Len) {
				break
			}
			switch s.Class {
			case lexicon.Role:
				ro.indexes = append(ro.indexes, s.Index)
				heads++
				if r.Lexicon.Role(s).Former {
					ro.former = true
				}
			case lexicon.Profession, lexicon.Wing:
				heads++
			}
			if r.Grammar.formerWords[k] {
				ro.former = true
			}
			if r.Grammar.expelledWords[k] {
				ro.expelled = true
			}
			if r.Grammar.suspendedWords[k] {
				ro.suspended = true
			}
			if r.pluralRole(j) {
				ro.plural = true
			}
			if j == office && s.Len == 1 && r.Grammar.standingWords[k] {
				office++
			}
			j += s.Len
			ro.last = j
			continue
		}
		// "जिला पंचायत की उपाध्यक्ष", "एससी विंग के अध्यक्ष": a body, with a word of its own before it
		if n := r.bodyAt(j, ro.last > i); n > 0 && heads == 0 {
			ro.last = j + n
			j = ro.last
			continue
		}
		if ro.last == i {
			break
		}
		// "महिला प्रकोष्ठ की क्षेत्रीय अध्यक्ष", "विधायक व पूर्व मंत्री"
		if (k == "की" || k == "के" || k == "का" || r.Grammar.coordinators[k] || k == "सह" || k == "-" || k == "/") && j == ro.last {
			if k != "-" && k != "/" && (k == "की" || k == "के" || k == "का") && !r.wingBefore(j) {
				break
			}
			if n := r.bodyAt(j+1, true); n > 0 && r.Grammar.coordinators[k] {
				j += 1 + n // "वरिष्ठ नेता व ब्लाक समिति के पूर्व चेयरमैन"
				if k := r.key(j); k == "के" || k == "की" || k == "का" {
					j++
				}
				continue
			}
			if n, found := r.sense(j+1, lexicon.Role, lexicon.Level, lexicon.Time, lexicon.Wing); found && !r.yieldsToName(j+1, n, heads) {
				if r.Grammar.coordinators[k] && n.Class == lexicon.Level && r.partyAt(j+1+n.Len) {
					break // "विधायक और | प्रदेश कांग्रेस के अध्यक्ष"
				}
				j++
				continue
			}
			if p, ok := r.placeOfOffice(j + 1); ok && heads <= 1 && !r.Grammar.coordinators[k] {
				ro.places = append(ro.places, p)
				j = p.Last
				continue // "महिला विंग की | पटियाला अध्यक्ष"
			}
			break
		}
		// "पूर्व सपा विधायक", "पूर्व प्रदेश भाजपा अध्यक्ष"
		if heads == 0 {
			if ref, next := r.party(j); next > j {
				if _, found := r.sense(next, lexicon.Role, lexicon.Level, lexicon.Wing); found {
					ro.parties = append(ro.parties, Affiliation{Party: ref.ID, Former: ro.former, First: ref.First, Last: ref.Last})
					j = next
					continue
				}
			}
			if p, found := r.place(j, j); found && p.Relation == "" {
				if _, found := r.sense(p.Last, lexicon.Role, lexicon.Level, lexicon.Wing); found {
					ro.places = append(ro.places, p)
					j = p.Last
					continue
				}
			}
		}
		break
	}
	ro.first = office // none where only the standing is told: "निष्कासित X"
	return ro, ro.last > i
}

// bodyAt returns the length of a body's name at token i ("पंचायत", "एससी विंग"), when an office follows it.
func (r *reader) bodyAt(i int, inRole bool) int {
	n := 0
	switch {
	case i < r.last && r.Grammar.bodies[r.key(i)] && inRole:
		n = 1
	case i+1 < r.last && r.Grammar.bodies[r.key(i+1)] && r.tokens[i].Kind == devanagari.Word && !r.isMarker(i) && !r.partyAt(i) && r.nameClass(i) != listedName && !r.Grammar.coordinators[r.key(i)] && !r.Grammar.leadWords[r.key(i)]:
		n = 2
	}
	if n == 0 {
		return 0
	}
	next := i + n
	if k := r.key(next); k == "के" || k == "की" || k == "का" {
		next++
	}
	if _, ok := r.sense(next, lexicon.Role, lexicon.Level, lexicon.Time); ok {
		return n
	}
	if _, ok := r.placeOfOffice(next); ok && next > i+n {
		return n // "एससी विंग के दोआबा महासचिव"
	}
	return 0
}

// placeOfOffice reads a place at token i that an office follows: "पटियाला अध्यक्ष".
func (r *reader) placeOfOffice(i int) (PlaceRef, bool) {
	if i >= r.last {
		return PlaceRef{}, false
	}
	p, ok := r.place(i, i)
	if !ok || p.Relation != "" || p.Last >= r.last {
		return p, false
	}
	_, ok = r.sense(p.Last, lexicon.Role, lexicon.Level)
	return p, ok
}

func (r *reader) wingBefore(i int) bool {
	if r.Grammar.bodies[r.tokens[i-1].Key] {
		return true
	}
	for back := 1; back <= 4 && i-back >= 0; back++ {
		if s, ok := r.sense(i-back, lexicon.Wing); ok && i-back+s.Len == i {
			return true
		}
	}
	return false
}

// yieldsToName: a one-word role that is also a surname, after a name word, is the surname.
func (r *reader) yieldsToName(i int, s lexicon.Sense, heads int) bool {
	if s.Len > 1 {
		return false
	}
	n := r.Lexicon.Name(r.key(i))
	if !n.Given && !n.Surname {
		return false
	}
	// as the first word of a run it is the role when a name follows, else the name
	next := r.nameClass(i + 1)
	return heads > 0 && next == notName && r.pastName(i)
}

func (r *reader) pastName(i int) bool {
	return i > 0 && r.nameClass(i-1) >= commonName
}

// pluralRole says whether the role word at token i is marked plural: नेताओं, विधायकों.
func (r *reader) pluralRole(i int) bool {
	if i >= r.last {
		return false
	}
	s, ok := r.sense(i, lexicon.Role, lexicon.Member)
	if !ok {
		return false
	}
	k := r.key(i + s.Len - 1)
	return hasSuffix(k, "ओं") || hasSuffix(k, "यों") || hasSuffix(k, "कों") || hasSuffix(k, "दों") || hasSuffix(k, "ों")
}

func hasSuffix(k, suffix string) bool {
	return len(k) > len(suffix) && k[len(k)-len(suffix):] == suffix
}

// person reads a person or group at token i, after the modifiers that start at token start.
func (r *reader) person(i, start int, mod modifiers, anaphoric bool) (*Phrase, bool) {
	g := r.Grammar
	kin := i
	i = r.skipKin(i)
	ro, hasRole := r.roleRun(i)
	j := i
	if hasRole {
		j = r.skipKin(ro.last) // "उनके विधायक बेटे X"
		if j > ro.last {
			kin = min(kin, i-1)
		}
	} else {
		ro.first, ro.last = i, i
	}
	p := Person{RoleFirst: ro.first, RoleLast: ro.last, RoleIndexes: ro.indexes, Former: ro.former, Expelled: ro.expelled, Suspended: ro.suspended, Kin: i > kin}
	p.Affiliations = append(append(p.Affiliations, mod.parties...), ro.parties...)
	p.Places = append(append(p.Places, mod.places...), ro.places...)
	for n := range p.Places {
		if p.Places[n].Relation == "" {
			p.Places[n].Relation = "jurisdiction"
		}
	}
	// demonym: "सैकड़ों भाजपाई", "कांग्रेसी नेता"
	if s, ok := r.sense(j, lexicon.Member); ok && !hasRole && r.becomes(j+s.Len) {
		// "भाजपाई हुए": as "भाजपा के हुए"
		if id := r.partyID(s); id != "" {
			ph := &Phrase{First: start, Last: j + s.Len, Head: PartyHead, Party: PartyRef{ID: id, First: j, Last: j + s.Len}, Case: Ka, End: j + s.Len}
			if end := r.Grammar.skipParticles(r.tokens, ph.Last, r.last); (end >= r.last || r.key(end) == ",") && (j == 0 || len(r.Grammar.verbs[r.key(j-1)]) == 0) {
				ph.Case = Me // a headline without a verb: "आठ विधायक भाजपाई" is "… भाजपा में"
			}
			return ph, true
		}
	}
	if s, ok := r.sense(j, lexicon.Member); ok && hasRole && len(ro.indexes) > 0 && r.becomes(j+s.Len) {
		// "सांसद भाजपाई हुए", "आठ विधायक भाजपाई"
		p.First, p.Last = ro.last, ro.last
		p.GroupFirst, p.GroupLast = start, ro.last
		if mod.counted && mod.count != 1 || ro.plural {
			p.Group, p.Count, p.Vague, p.GroupWord = true, mod.count, mod.vague, r.key(ro.last-1)
		}
		return &Phrase{First: start, Last: ro.last, Head: Persons, Persons: []Person{p}}, true
	}
	if s, ok := r.sense(j, lexicon.Member); ok {
		p.Affiliations = append(p.Affiliations, Affiliation{Party: r.partyID(s), First: j, Last: j + s.Len})
		p.Member = true
		if ro2, ok := r.roleRun(j + s.Len); ok {
			p.RoleFirst, p.RoleLast, p.RoleIndexes = j, ro2.last, ro2.indexes
			hasRole, ro, j = true, ro2, ro2.last
		} else {
			p.Group = true
			end := j + s.Len
			if g.groupNouns[r.key(end)] {
				end++ // "60 कांग्रेसी युवाओं ने"
			}
			p.GroupWord = r.key(end - 1)
			p.Count, p.Vague, p.Anaphoric = mod.count, mod.vague, anaphoric
			p.GroupFirst, p.GroupLast = start, end
			p.First, p.Last = end, end
			return &Phrase{First: start, Last: end, Head: Persons, Persons: []Person{p}}, true
		}
	}
	quantified := mod.counted && !hasRole || mod.counted && (ro.plural || mod.count != 1)
	// a group: a count or plural before a group word
	if g.groupNouns[r.key(j)] && (!hasRole || mod.counted || ro.plural) || g.countedNames[r.key(j)] && mod.counted && mod.count > 1 && len(ro.indexes) == 0 && r.nameFollows(j+1) {
		j++
		quantified = true
		p.GroupWord = r.key(j - 1)
	}
	if quantified && (hasRole || p.GroupWord != "") || hasRole && ro.plural && !r.nameFollows(j) {
		last := max(j, ro.last)
		p.Group, p.Count, p.Vague, p.Anaphoric = true, mod.count, mod.vague, anaphoric
		p.GroupFirst, p.GroupLast = start, last
		if p.GroupWord == "" {
			p.GroupWord = r.key(last - 1)
		}
		p.First, p.Last = last, last
		// "नौ विधायकों A, B और C ने": the names are the group's
		return &Phrase{First: start, Last: last, Head: Persons, Persons: []Person{p}}, true
	}
	// titles
	titled := false
	for j < r.last {
		s, ok := r.sense(j, lexicon.Honorific)
		if !ok {
			break
		}
		h := r.Lexicon.Honorific(s)
		next := j + s.Len
		if r.key(next) == "." && r.tokens[next].Glued {
			next++
		}
		if h.Keep {
			break
		}
		if h.Name && (r.nameClass(next) == notName && !r.initialAt(next) || r.Grammar.genericNameParts[r.key(next)]) {
			break // "स्वामी प्रसाद दुबे": the title is the name
		}
		if r.ownTitle(j, next) {
			break
		}
		if r.nameClass(next) == notName && !r.initialAt(next) && !r.honorificAt(next) && r.bareInitials(next) == 0 && !(!h.Name && r.vouched(next)) {
			break
		}
		if end, _ := r.name(next); h.Name && end == next+1 && r.name2(j, end) {
			break // "बाबा कठोलेटा", "राजा कठोलेटा": with one more word the title is a given name
		}
		titled = true
		j = next
	}
	if hasRole {
		r.officeEnd = ro.last
		if len(ro.indexes) > 0 && !ro.plural {
			r.holderEnd = ro.last
		}
	}
	last, strength := r.name(j)
	if s, ok := r.sense(j, lexicon.Leader); ok && last > j && j+s.Len > last {
		last, strength = j+s.Len, strong // "गुलाम नबी | आजाद की पार्टी": the party's name begins within the leader's
	}
	accept := false
	if last > j {
		one := last == j+1
		switch {
		case strength == strong:
			accept = true
		case titled, hasRole && strength >= medium:
			accept = true
		case i > kin && r.nameClass(j) != commonName:
			accept = true // "बेटे हर्ष", whatever follows
		case hasRole:
			// a frail name after a role: "विधायक विजय ने"; not "नेता विकास के लिए"
			accept = r.nameClass(j) != commonName || r.agentMarker(last)
		case one && r.leaderAt(j):
			accept = true // "मायावती की पार्टी"
		case strength == medium && one:
			accept = r.agentMarker(last) || len(mod.parties) > 0 && r.marker(last)
		case strength == medium:
			accept = r.agentMarker(last) || len(mod.parties)+len(mod.places) > 0 || r.block == devanagari.Bullet || r.listStop(last)
			p.Weak = !r.agentMarker(last)
		}
	}
	if accept && hasRole && last == j+1 && r.nameClass(j) == unknownWord && last < r.last && r.plainWord(last) && r.nameClass(last) == notName && len(g.verbs[r.key(last)]) == 0 && !g.partyWords[r.key(last)] && r.key(last+1) == "," {
		last++ // "अध्यक्ष मधुवंत सरल,": after an office and a name that no list has
	}
	if accept && r.Grammar.namedPlaces[r.key(last)] && last-j > 2 && !r.Lexicon.Name(r.key(last-1)).Surname && r.Lexicon.Name(r.key(last-2)).Surname {
		last-- // "रमाशंकर यादव | सदाकत आश्रम जाकर"
	}
	if accept && (r.Grammar.namedPlaces[r.key(last)] || !titled && !hasRole && (r.Grammar.bodies[r.key(last)] || last == j+1 && r.Grammar.eponyms[r.key(last)]) || last == j+1 && (r.onlyTitle(j) || !hasRole && !titled && r.localOffice(last))) {
		return nil, false
	}
	if accept {
		p.First, p.Last = j, last
		p.Honorific = titled
		p.Name, p.Key = r.fullName(j, last)
		j = last
		if s, ok := r.sense(j, lexicon.After); ok {
			j += s.Len
		}
		if j < r.last && r.marker(j+1) && !r.partyAt(j) && r.key(j) >= "a" && r.key(j) < "{" {
			j++ // a degree or a nickname in Latin letters: "हरभजन सिंह ETO की"
		}
		j = r.afterName(&p, j)
		return &Phrase{First: start, Last: j, Head: Persons, Persons: []Person{p}}, true
	}
	if hasRole && len(ro.indexes) == 1 && len(p.Affiliations) == 1 && p.Affiliations[0].Party == independent && len(mod.places) == 0 && r.Lexicon.RoleAt(ro.indexes[0]).Office == "candidate" {
		// "निर्दलीय प्रत्याशी के रूप में"
		return &Phrase{First: start, Last: ro.last, Head: PartyHead, Party: PartyRef{ID: independent, First: start, Last: ro.last}}, true
	}
	if hasRole && len(ro.indexes) > 0 && !g.postWords[r.key(ro.last)] {
		p.First, p.Last = ro.last, ro.last
		p.Count = mod.count // "एक महिला नेता"
		p.Anaphoric = anaphoric
		p.GroupFirst, p.GroupLast = start, ro.last
		return &Phrase{First: start, Last: ro.last, Head: Persons, Persons: []Person{p}}, true
	}
	return nil, false
}

// localOffice says whether an office of a local body starts at token i: what stands before it is a place, "बड़ौत ब्लॉक प्रमुख".
func (r *reader) localOffice(i int) bool {
	s, ok := r.sense(i, lexicon.Role)
	return ok && r.Lexicon.Role(s).Office == "panchayat"
}

// ownTitle says whether the title at token i is a given name, since nothing but सिंह or कौर is behind it, at next: "पंच मेजर सिंह".
func (r *reader) ownTitle(i, next int) bool {
	return r.Grammar.neverFirst[r.key(next)] && r.nameClass(next+1) == notName && r.Lexicon.Name(r.key(i)).Given
}

// onlyTitle says whether the word at token i is a title that is no part of any name: "नेता जी".
func (r *reader) onlyTitle(i int) bool {
	if s, ok := r.sense(i, lexicon.Honorific); ok {
		h := r.Lexicon.Honorific(s)
		return !h.Name && !h.Keep
	}
	_, ok := r.sense(i, lexicon.After)
	return ok
}

// titleBefore says whether an office, or a title that is no part of a name, stands before token i: "श्रीमती", "डॉ.".
func (r *reader) titleBefore(i int) bool {
	if r.officeEnd == i && i > 0 {
		return true
	}
	if i > 1 && r.key(i-1) == "." {
		i--
	}
	return i > 0 && r.onlyTitle(i-1)
}

// vouched says whether the ordinary word at token i is a given name by what stands around it: a title or an office before it, a
// surname behind it ("श्रीमती रचना कोरी", "पार्षद विकल्प जैन").
func (r *reader) vouched(i int) bool {
	if i+1 >= r.last || !r.plainWord(i) || r.Grammar.function(r.key(i)) {
		return false
	}
	n := r.Lexicon.Name(r.key(i + 1))
	if r.officeEnd == i && len(r.Grammar.verbs[r.key(i)]) > 0 {
		return false
	}
	return n.Surname && (!n.Common || r.agentMarker(i+2) || r.listStop(i+2) || r.hostAt(i+2) > 0) && !r.placeName(i+1)
}

func (r *reader) honorificAt(i int) bool {
	_, ok := r.sense(i, lexicon.Honorific)
	return ok
}

func (r *reader) nameFollows(i int) bool {
	last, strength := r.name(i)
	return last > i && strength >= medium
}

// skipKin reads past kinship words before a name or role: "छोटे भाई", "भाई व".
func (r *reader) skipKin(i int) int {
	j := i
	if r.Grammar.kinAdjectives[r.key(j)] {
		j++
	}
	if !r.Grammar.kin[r.key(j)] {
		return i
	}
	j++
	if r.Grammar.coordinators[r.key(j)] && r.roleStart(j+1) {
		j++
	}
	if r.roleStart(j) || r.honorificAt(j) || r.nameClass(j) > notName || r.inList && r.plainWord(j) && r.nameClass(j+1) > notName {
		return j
	}
	return i
}

// listStop says whether a list item ends at token i.
func (r *reader) listStop(i int) bool {
	if i >= r.last {
		return true
	}
	k := r.key(i)
	return k == "," || k == "(" || r.Grammar.coordinators[k]
}

// listPerson reads the next member of a list of people, where the place in the list vouches for a name
// whose words are ordinary ones or in no list: "…, सज्जन शरण दुबे, …".
func (r *reader) listPerson(i, start int, mod modifiers) (*Phrase, bool) {
	g := r.Grammar
	if g.ordinals[r.key(i)] && r.nameClass(i+1) > notName {
		i++ // "दूसरे X और तीसरे Y"
	}
	kin := i
	i = r.skipKin(i)
	p := Person{RoleFirst: i, RoleLast: i, Kin: i > kin}
	if ro, ok := r.roleRun(i); ok {
		if ro.plural || g.groupNouns[r.key(ro.last)] && ro.last < r.last {
			return nil, false
		}
		p.RoleFirst, p.RoleLast, p.RoleIndexes, p.Former, p.Expelled, p.Suspended = ro.first, ro.last, ro.indexes, ro.former, ro.expelled, ro.suspended
		p.Affiliations, p.Places = append(p.Affiliations, ro.parties...), append(p.Places, ro.places...)
		i = r.skipKin(ro.last)
		p.Kin = p.Kin || i > ro.last
	}
	for i < r.last {
		s, ok := r.sense(i, lexicon.Honorific)
		if !ok || r.Lexicon.Honorific(s).Keep || i+s.Len >= r.last || r.ownTitle(i, i+s.Len) {
			break
		}
		i += s.Len
		if r.key(i) == "." && r.tokens[i].Glued {
			i++
		}
		p.Honorific = true
	}
	j, words, telling := i, 0, false
	if s, ok := r.sense(j, lexicon.Honorific); ok && r.Lexicon.Honorific(s).Keep {
		j += s.Len
		if r.key(j) == "." && r.tokens[j].Glued {
			j++
		}
		words, telling = 1, true
	}
	if n := r.bareInitials(j); n > 1 {
		j += n
		words, telling = 1, true
	}
	for j < r.last && words < 5 && !r.listStop(j) {
		if words > 0 && r.endsName(j) {
			break
		}
		if r.initialAt(j) {
			j += 2
			words++
			telling = true
			continue
		}
		t, k := r.tokens[j], r.key(j)
		if t.Kind != devanagari.Word || r.isMarker(j) {
			break
		}
		if words == 0 && g.questions[k] {
			break // "क्या X भी होंगे भाजपा के"
		}
		if _, ok := g.pronouns[k]; ok || g.partyWords[k] || g.groupNouns[k] && !(words > 0 && (r.surnameEnds(j) || words == 1 && r.nameClass(j-1) > notName && r.listStop(j+1))) || g.negations[k] || g.particles[k] || g.aliasWords[k] || g.listTails[k] || g.timeWords[k] || g.timeUnits[k] || g.ordinals[k] || r.flag(j)&isQuantifier != 0 && r.Lexicon.Name(k) == (lexicon.NameInfo{}) || r.partyAt(j) || matchPhrase(g.adverbs[k], r.tokens, j, r.last) > 0 {
			break
		}
		if words > 0 && (r.roleStart(j) || r.hostAt(j) > 0 && r.nameClass(j+1) == notName || r.onlyPlace(j)) {
			break
		}
		if r.nameClass(j) > notName || words == 1 && r.lastMember && r.Lexicon.Name(k).Surname {
			telling = true
		} else if len(g.verbs[k]) > 0 && r.verbStarts(j) && !(words == 0 && r.lastMember && r.Lexicon.Name(r.key(j+1)).Surname) || words > 1 && r.Lexicon.Name(r.key(j-1)).Surname && !r.listStop(j+1) && !r.agentMarker(j+1) {
			break // "A और महेश सिंह | परिषद की सीट छोड़कर"
		}
		if !devanagariWord(k) && len(k) > 0 {
			break
		}
		words++
		j++
	}
	if words == 0 || !telling || !r.listEnd(j) || words == 1 && r.Lexicon.Name(r.key(i)) == (lexicon.NameInfo{}) && r.officeThenName(j) {
		return nil, false // "…, बरगांव | सरपंच सीमा रावत"
	}
	p.First, p.Last = i, j
	p.Name, p.Key = r.fullName(i, j)
	p.Affiliations = append(p.Affiliations, mod.parties...)
	p.Places = append(p.Places, mod.places...)
	for n := range p.Places {
		if p.Places[n].Relation == "" {
			p.Places[n].Relation = "jurisdiction"
		}
	}
	p.Weak = true
	if s, ok := r.sense(j, lexicon.After); ok {
		j += s.Len
	}
	j = r.afterName(&p, j)
	return &Phrase{First: start, Last: j, Head: Persons, Persons: []Person{p}}, true
}

// officeThenName says whether an office that one person holds, and his name, stand at token i.
func (r *reader) officeThenName(i int) bool {
	ro, ok := r.roleRun(i)
	return ok && !ro.plural && r.nameClass(ro.last) > notName
}

// listEnd says whether a name in a list may end at token i: at the list's next mark, its case marker or a
// role that follows the name.
func (r *reader) listEnd(i int) bool {
	if r.listStop(i) || r.Grammar.aliasWords[r.key(i)] {
		return true
	}
	if r.tokens[i].Kind == devanagari.Punct {
		return r.key(i) != "-" || !r.tokens[i].Glued // "तिलव-बेसर के …": a place's name
	}
	c, _ := r.postposition(i)
	if c == Ne || c == Ko || c == Samet || c == Saath {
		return true
	}
	if k := r.key(i); k == "का" || r.Grammar.timeWords[k] || r.Grammar.listTails[k] || r.hostAt(i) > 0 || r.Grammar.particles[k] {
		return true
	}
	if _, ok := r.sense(i, lexicon.After); ok {
		return true
	}
	if r.lastMember && (r.partyAt(i) || r.onlyPlace(i)) {
		return true // "A और B भाजपा में", "A और B दिल्ली जाकर"
	}
	return r.roleStart(i) || len(r.Grammar.verbs[r.key(i)]) > 0 && !r.isMarker(i)
}

func (r *reader) roleStart(i int) bool {
	s, ok := r.sense(i, lexicon.Role, lexicon.Time, lexicon.Level)
	if !ok {
		return false
	}
	n := r.Lexicon.Name(r.key(i))
	return s.Len > 1 || !n.Given && !n.Surname
}

// becomes says whether the verb होना, or the end of a headline, follows at token i.
func (r *reader) becomes(i int) bool {
	i = r.Grammar.skipParticles(r.tokens, i, r.last)
	if i >= r.last || r.key(i) == "," {
		return r.block == devanagari.Title
	}
	for _, v := range r.Grammar.verbs[r.key(i)] {
		if (v.Lemma == lemmaHo || v.Lemma == "बन") && v.Form != AuxPres && v.Form != AuxPast {
			return true
		}
	}
	return false
}

// leaderAt says whether the one word at token i is the name of a party's leader.
func (r *reader) leaderAt(i int) bool {
	s, ok := r.sense(i, lexicon.Leader)
	return ok && s.Len == 1
}

// agentMarker says whether ने or को follows: the markers that people take and things rarely do.
func (r *reader) agentMarker(i int) bool {
	c, _ := r.postposition(i)
	return c == Ne || c == Ko
}

func (r *reader) marker(i int) bool {
	c, _ := r.postposition(i)
	return c != Bare
}

// afterName reads what may stand behind a name: उर्फ and a second name, brackets, a role.
func (r *reader) afterName(p *Person, j int) int {
	g := r.Grammar
	if g.aliasWords[r.key(j)] {
		last, _ := r.name(j + 1)
		if last == j+1 && r.plainWord(last) && r.listEnd(last+1) {
			last++ // "उर्फ जॉनी": a nickname may be any word
		}
		if last > j+1 {
			if s, ok := r.sense(last, lexicon.After); ok {
				last += s.Len // "उर्फ गेंदा भैया"
			}
			p.Alias = r.slice(j+1, last)
			p.Last = last
			p.Name, p.Key = r.fullName(p.First, last)
			j = last
		}
	}
	if k := r.key(j); k == "'" || k == `"` {
		// "आदर्श मिश्रा 'मुन्ना'"
		for end := j + 2; end <= j+3 && end < r.last; end++ {
			if r.key(end) == k && r.nickname(j+1, end) {
				p.Alias = r.slice(j+1, end)
				p.Last = end + 1
				p.Name, p.Key = r.fullName(p.First, p.Last)
				j = end + 1
				break
			}
		}
	}
	if r.key(j) == "(" {
		if end := r.closing(j); end > 0 && end-j <= 10 {
			r.aside(p, j+1, end)
			j = end + 1
		}
	}
	// "विनोदपाल सिंह पूर्व सरपंच," – a role behind the name, when nothing but the name can own it
	if p.RoleLast == p.RoleFirst && j < r.last {
		if ro, ok := r.roleRun(j); ok && len(ro.indexes) > 0 && !ro.plural && !r.nameFollows(ro.last) && !r.honorificAt(ro.last) {
			end := ro.last
			k := r.key(end)
			if end >= r.last || r.tokens[end].Kind == devanagari.Punct || g.coordinators[k] || r.agentMarker(end) {
				p.RoleFirst, p.RoleLast, p.RoleIndexes, p.Former = ro.first, ro.last, ro.indexes, ro.former
				j = end
			}
		}
	}
	return j
}

// nickname says whether tokens [i, j) can be a name in quotation marks.
func (r *reader) nickname(i, j int) bool {
	for ; i < j; i++ {
		if r.tokens[i].Kind != devanagari.Word || r.isMarker(i) || r.partyAt(i) || !devanagariWord(r.key(i)) {
			return false
		}
	}
	return true
}

// aside reads the inside of a bracket behind a name: a place, a party, an age, another name.
func (r *reader) aside(p *Person, first, last int) {
	old := r.last
	r.last = last
	defer func() { r.last = old }()
	for i := first; i < last; {
		if ref, next := r.party(i); next > i {
			p.Affiliations = append(p.Affiliations, Affiliation{Party: ref.ID, First: ref.First, Last: ref.Last})
			i = next
			continue
		}
		if s, ok := r.sense(i, lexicon.Place); ok {
			p.Places = append(p.Places, PlaceRef{Name: r.slice(i, i+s.Len), Index: s.Index, Relation: "seat", First: i, Last: i + s.Len})
			i += s.Len
			continue
		}
		if p.RoleLast == p.RoleFirst {
			if ro, ok := r.roleRun(i); ok && len(ro.indexes) > 0 {
				p.RoleFirst, p.RoleLast, p.RoleIndexes, p.Former = ro.first, ro.last, ro.indexes, ro.former
				i = ro.last
				continue
			}
		}
		i++
	}
}
