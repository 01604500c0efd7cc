package syntax

import "slices"

// perhaps reads the words [i, j) of a noun phrase as a name that no list has: a short run of words none of which is an
// ordinary one. end is the token behind what belongs to the name: "तिलवुआ (भिनगा)".
func (r *reader) perhaps(i, j int) (p Person, end int, ok bool) {
	whole := j
	for n := i + 1; n < j; n++ {
		if r.Grammar.aliasWords[r.key(n)] {
			j = n // "तिलवुआ बेसर उर्फ गेंदा"
			break
		}
	}
	if j-i > 4 {
		return p, j, false
	}
	unknown := false
	for n := i; n < j; n++ {
		switch r.nameClass(n) {
		case unknownWord:
			unknown = true
		case listedName:
		case commonName:
			if n == i {
				return p, j, false
			}
		default:
			if n == i && j == i+2 && r.acts(i) {
				unknown = true // "झरना राय ने"
				break
			}
			if n == i+1 && j == i+2 && r.acts(i) {
				break
			}
			return p, j, false
		}
	}
	if !unknown && (j != i+1 || r.nameClass(i) != listedName || !r.Lexicon.Name(r.key(i)).Given) {
		return p, j, false
	}
	p = Person{First: i, Last: j, RoleFirst: i, RoleLast: i, Weak: true}
	p.Name, p.Key = r.fullName(i, j)
	end = r.afterName(&p, j)
	return p, end, j == whole || end == whole
}

// acts says whether a word and a surname at token i do what only people do: "झरना राय | ने".
func (r *reader) acts(i int) bool {
	c, _ := r.postposition(i + 2)
	return c == Ne && r.plainWord(i) && r.Lexicon.Name(r.key(i+1)).Surname
}

// promote makes persons of the noun phrases that may be names where their sentence says so: with ने; in a list with
// people, or joined by और to others like them; behind "…अध्यक्ष रहे"; before a party, for a clause without another
// subject.
func (r *reader) promote(items []Item) {
	for i := range items {
		if !maybe(&items[i]) {
			continue
		}
		switch ph := items[i].Phrase; {
		case i > 0 && items[i-1].Kind == PhraseItem && items[i-1].Phrase.Word == nameKey && items[i-1].Phrase.Case == Bare && ph.Case == Ka:
			r.toPerson(ph) // "दूसरा नाम X का है"
		case ph.Case == Ka && ph.Last-ph.First > 1 && i+2 < len(items) && items[i+1].Kind == PhraseItem && items[i+1].Phrase.Head == PartyHead && items[i+1].Phrase.Case == Me && items[i+2].Kind == PhraseItem && items[i+2].Phrase.Head == HostHead:
			r.toPerson(ph) // "X की भाजपा में वापसी"
		case ph.Case == Ne:
			r.toPerson(ph)
			ph.Persons[0].Weak = false
		case i > 1 && items[i-1].Kind == VerbItem && formerOffice(items[i-2:i]), ph.Case == Bare && opens(items[:i]) && (r.beforeParty(items[i+1:]) || beforeOffice(items[i+1:])):
			r.toPerson(ph)
		}
	}
	for i := 0; i < len(items); i++ {
		if items[i].Kind == PhraseItem && (maybe(&items[i]) || items[i].Phrase.Head == Persons) {
			i = r.promoteList(items, i)
		}
	}
}

// maybe says whether an item is a noun phrase that may be a name.
func maybe(it *Item) bool {
	return it.Kind == PhraseItem && it.Phrase.Head == Noun && len(it.Phrase.Persons) > 0
}

// toPerson makes a noun phrase the person that it may name, with what its genitives say.
func (r *reader) toPerson(ph *Phrase) {
	ph.Head = Persons
	for _, of := range ph.Of {
		r.lend(ph, of)
	}
}

// formerOffice says whether two items are an office and its participle: "जिलाध्यक्ष रहे", "विधायक रह चुके".
func formerOffice(items []Item) bool {
	office, vg := items[0], items[1].Verb
	return office.Kind == PhraseItem && office.Phrase.Head == Persons && !office.Phrase.Persons[0].Named() && !office.Phrase.Persons[0].Group && vg.Lemma == lemmaRah && !vg.Pluperfect
}

// opens says whether what comes behind the items may be the subject of its clause, which has no other.
func opens(items []Item) bool {
	for _, it := range slices.Backward(items) {
		if it.Kind == VerbItem || it.Kind == Opener || it.Kind == Mark || it.Kind == Comma {
			break
		}
		if it.Kind != PhraseItem || it.Phrase.Head != Persons && it.Phrase.Head != PronounHead {
			continue
		}
		switch it.Phrase.Case {
		case Saath, Baad, Pahle, Alava, Samaksh, Netritva: // "उनके साथ X भी भाजपा में", "A के बाद अब X भाजपा में"
		default:
			return false
		}
	}
	return true
}

// beforeParty says whether a party or what is a party's comes first in the items, the day before it or not: "तिलवानी |
// सोमवार को भाजपा में".
func (r *reader) beforeParty(items []Item) bool {
	for i := range items {
		it := &items[i]
		switch {
		case it.Kind == Other:
		case it.Kind == PhraseItem && (it.Phrase.Head == PartyHead || it.Phrase.Head == PartyWord):
			return true
		case it.Kind == PhraseItem && it.Phrase.Head == HostHead && len(it.Phrase.Of) > 0 && it.Phrase.Of[0].Head == PartyHead:
			return true
		case it.Kind == PhraseItem && it.Phrase.Head == Persons && it.Phrase.Persons[0].Group && (it.Phrase.Case == Anya || it.Phrase.Case == Saath || it.Phrase.Case == Samet): // "साथियों को लेकर"
		case it.Kind == PhraseItem && it.Phrase.Head == Noun && r.timeWord(it.Phrase.Last-1):
		default:
			return false
		}
	}
	return false
}

// beforeOffice says whether an office that a copula says to be somebody's comes first in the items, with a party or an adverb
// before it: "तिलवानी | पहले जिलाध्यक्ष थे", but "साहू | खातड़ा | मंडल अध्यक्ष थे".
func beforeOffice(items []Item) bool {
	for i := range items {
		if it := &items[i]; it.Kind != Other {
			return it.Kind == PhraseItem && it.Phrase.Head == Persons && it.Phrase.Case == Bare && roleOnly(&it.Phrase.Persons[0]) && (i > 0 || len(it.Phrase.Of) > 0) &&
				i+1 < len(items) && items[i+1].Kind == VerbItem && (items[i+1].Verb.Main == AuxPast || items[i+1].Verb.Main == AuxPres)
		}
	}
	return false
}

// promoteList looks at the list that starts at item i and makes persons of its members where at least one is a person, or
// और joins them. It returns the list's last item.
func (r *reader) promoteList(items []Item, i int) int {
	members := []int{i}
	sure, and := items[i].Phrase.Head == Persons && items[i].Phrase.Persons[0].Named() || r.rosterHead(items, i), false
	j := i
	for items[j].Phrase.Case == Bare || items[j].Phrase.Case == Samet {
		n, mark, joined := r.joint(items, j+1)
		for k := n; k < n+2 && k < len(items) && items[k].Kind == PhraseItem && items[k].Phrase.Case == Se && (items[k].Phrase.Head == PlaceHead || items[k].Phrase.Head == PartyHead || items[k].Phrase.Head == Noun && k+1 < len(items) && items[k+1].Kind == PhraseItem && items[k+1].Phrase.Head == Persons); k++ {
			n = k + 1 // "…, बिजावर सीट से B"
		}
		if !mark && !joined || n >= len(items) || items[n].Kind != PhraseItem || !maybe(&items[n]) && items[n].Phrase.Head != Persons {
			break
		}
		if maybe(&items[n]) && items[n].Last-items[n].Phrase.First == 1 && n+1 < len(items) && items[n+1].Kind == PhraseItem && items[n+1].Phrase.Head == Persons && len(items[n+1].Phrase.Persons[0].RoleIndexes) > 0 {
			if n+2 >= len(items) || items[n+2].Kind != VerbItem || items[n+2].Verb.Main != AuxPres { // not "… और तिलवा | प्रमुख | हैं"
				break // "पार्टी की तिलवा | प्रधान गीता देवी": of whatever place that is
			}
		}
		and = and || joined
		sure = sure || items[n].Phrase.Head == Persons && items[n].Phrase.Persons[0].Named()
		members = append(members, n)
		j = n
	}
	unnamed := slices.ContainsFunc(members, func(n int) bool {
		return items[n].Phrase.Head == Persons && !items[n].Phrase.Persons[0].Named()
	})
	if last := items[j].Phrase; len(members) == 2 && last.Head == Persons && !last.Persons[0].Named() && len(last.Persons[0].Places) > 0 && items[i].Phrase.Last-items[i].Phrase.First == 1 {
		return j // "तिलवा व सोनवर्षा प्रखंड के 15 पंचायत अध्यक्षों ने": two places
	}
	if len(members) > 1 && (sure || and && !unnamed) {
		for _, n := range members {
			if maybe(&items[n]) {
				r.toPerson(items[n].Phrase)
			}
		}
	}
	return j
}

// rosterHead says whether what stands before item i announces names: "छोड़ने वालों में", "इनमें", "नए लोगों में", "इनके अलावा",
// a colon, "बाकी चार हैं -".
func (r *reader) rosterHead(items []Item, i int) bool {
	if i == 0 {
		return false
	}
	switch it := &items[i-1]; it.Kind {
	case Other:
		return i > 1 && it.Key == "में" && items[i-2].Kind == VerbItem && items[i-2].Verb.Vala
	case Mark:
		return it.Key == ":" || it.Key == "-" && i > 1 && items[i-2].Kind == VerbItem && items[i-2].Verb.Main == AuxPres
	case PhraseItem:
		return it.Phrase.Head == PronounHead && (it.Phrase.Case == Me || it.Phrase.Case == Alava || it.Phrase.Case == Saath) ||
			it.Phrase.Case == Me && it.Phrase.Head != PronounHead && r.Grammar.groupNouns[r.key(it.Phrase.Last-1)]
	}
	return false
}
