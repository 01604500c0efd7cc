package syntax

import (
	"slices"
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
)

// coordinate joins the persons of a list into one phrase, whose case is the last one's:
// "A, B और C ने". A list ends at its first case marker that is not समेत.
func (r *reader) coordinate(items []Item) []Item {
	r.attributes(items)
	r.grievances(items)
	items = r.seated(items)
	out := items[:0] // it never runs ahead of what is read
	for i := 0; i < len(items); i++ {
		it := items[i]
		if it.Kind != PhraseItem || it.Phrase.Head != Persons {
			out = append(out, it)
			continue
		}
		list := *it.Phrase
		list.Persons = append([]Person(nil), it.Phrase.Persons...)
		j := i
		for list.Case == Bare || list.Case == Samet {
			n, more := r.extend(items, j, i > 0 && items[i-1].Kind == VerbItem, &list)
			j = n
			if !more {
				break
			}
		}
		r.fromEach(out, &list)
		apposed(&list)
		r.villages(&list)
		r.demonym(&list)
		lump(&list)
		if r.mixed(out, &list) {
			for n := range list.Persons {
				list.Persons[n].Affiliations = nil
			}
		}
		it.Phrase = &list
		it.Last = items[j].Last
		if list.Case == Ka && j+1 < len(items) && items[j+1].Kind == PhraseItem && r.heldBy(items[j+1].Phrase, &list) {
			of := *items[j+1].Phrase // "A और B की विधायकी"
			of.Of = append([]*Phrase{&list}, of.Of...)
			it.Phrase, it.Last = &of, items[j+1].Last
			j++
		}
		out = append(out, it)
		i = j
	}
	return out
}

// fromEach gives the first of a list the party in से before it, where others of the list have theirs so: "जदयू से | A, राजद से B".
func (r *reader) fromEach(before []Item, list *Phrase) {
	n := len(before) - 1
	if n < 0 || before[n].Kind != PhraseItem || before[n].Phrase.Head != PartyHead || before[n].Phrase.Case != Se || len(list.Persons[0].Affiliations) > 0 {
		return
	}
	for _, p := range list.Persons[1:] {
		for _, a := range p.Affiliations {
			if r.key(a.Last) == "से" {
				of := before[n].Phrase
				list.Persons[0].Affiliations = []Affiliation{{Party: of.Party.ID, First: of.First, Last: of.Last}}
				return
			}
		}
	}
}

// seated gives the people of a list the place that stands right behind each name: "A चंबा, B भरमौर". One such pair may be
// anything, two are a list.
func (r *reader) seated(items []Item) []Item {
	pair := func(i int) bool {
		if i+1 >= len(items) || items[i].Kind != PhraseItem || items[i+1].Kind != PhraseItem || items[i].Last != items[i+1].First {
			return false
		}
		who, place := items[i].Phrase, items[i+1].Phrase
		if who.Head != Persons || who.Case != Bare || !who.Persons[len(who.Persons)-1].Named() || place.Head != PlaceHead {
			return false
		}
		if place.Case != Bare {
			return place.Case != Se && i > 0 && items[i-1].Kind == Coordinator // the last of a list: "… और C कैराना को"
		}
		return i+2 == len(items) || items[i+2].Kind == Comma || items[i+2].Kind == Coordinator || items[i+2].Kind == Mark
	}
	n := 0
	for i := range items {
		if pair(i) {
			n++
		}
	}
	if n < 2 {
		return items
	}
	out := items[:0]
	for i := 0; i < len(items); i++ {
		it := items[i]
		if pair(i) {
			p, place := &it.Phrase.Persons[len(it.Phrase.Persons)-1], items[i+1].Phrase
			at := place.Place
			if at.Relation == "" && at.Index >= 0 && strings.Contains(electoral, r.Lexicon.PlaceAt(at.Index).Type) {
				at.Relation = "seat"
			}
			p.Places = append(p.Places, at)
			it.Last = items[i+1].Last
			it.Phrase.Last, it.Phrase.End, it.Phrase.Case = place.Last, place.End, place.Case
			i++
		}
		out = append(out, it)
	}
	return out
}

// villages makes places of names that no list has, where a list of them ends in a place and its people: "कजरू कला, रतनाग व मुसीखाप के
// डेढ़ सौ परिवारों ने".
func (r *reader) villages(list *Phrase) {
	n := len(list.Persons) - 1
	if n < 1 {
		return
	}
	last := &list.Persons[n]
	if !last.Group || last.Named() || last.RoleLast > last.RoleFirst {
		return
	}
	end := list.Persons[n-1].Last + 1 // behind the comma or "और"
	for end < last.GroupLast && r.plainWord(end) {
		end++
	}
	if c, _ := r.postposition(end); c != Ka {
		return
	}
	for i := range list.Persons[:n] {
		p := &list.Persons[i]
		if !p.Named() || p.Honorific || p.RoleLast > p.RoleFirst || len(p.Affiliations)+len(p.Places) > 0 {
			return
		}
		if n := r.Lexicon.Name(r.key(p.First)); n.Given || n.Surname {
			return
		}
	}
	for _, p := range list.Persons[:n] {
		last.Places = append(last.Places, PlaceRef{Name: r.slice(p.First, p.Last), Index: unknownPlace, Relation: "residence", First: p.First, Last: p.Last})
	}
	list.Persons = list.Persons[n:]
}

// electoral are the types of place that people are elected from.
const electoral = "assembly parliamentary"

// extend takes the next member of a list into it, whose last one is item j; told says that a verb stands before the list. It
// returns the item that is then the last, and whether the list may go on.
func (r *reader) extend(items []Item, j int, told bool, list *Phrase) (next int, more bool) {
	n, mark, and := r.joint(items, j+1)
	joined := mark || and || list.Case == Samet
	// "A, B आदि ने", "A, B प्रमुख हैं"
	if n < len(items) && items[n].Kind == PhraseItem && items[n].Phrase.Head == Noun && r.Grammar.listTails[items[n].Phrase.Word] && items[n].Phrase.Last-items[n].Phrase.First == 1 {
		list.Case, list.End, list.Last = items[n].Phrase.Case, items[n].Phrase.End, items[n].Phrase.Last
		return n, false
	}
	last := &list.Persons[len(list.Persons)-1]
	apposition := !joined && n == j+1 && last.Group && !last.Named()
	if apposition && last.Count > 1 && r.block != devanagari.Title && n+1 < len(items) && items[n].Kind == Mark && (items[n].Key == "-" || items[n].Key == ":") {
		n++ // "तीन पार्षदों- A, B और C ने"
	}
	if !joined && n == j+1 && len(list.Persons) > 1 && list.Case == Bare && roleOnly(last) {
		// "…, मेन | बाजार पंचायत के अध्यक्ष C": the front of the next one's office
		list.Persons = list.Persons[:len(list.Persons)-1]
		joined = true
	}
	if !joined && !apposition {
		return j, false
	}
	m := n
	if joined {
		m = r.member(items, n, last.Named() || len(list.Persons) > 1)
		if m < 0 && mark && list.Case == Bare && last.Named() {
			m = r.unknownOffice(items, n)
		}
	}
	if m < 0 || m >= len(items) || items[m].Kind != PhraseItem || items[m].Phrase.Head != Persons {
		return j, false
	}
	ph := items[m].Phrase
	first := &ph.Persons[0]
	if k := m + 1; mark && !and && m == n && ph.Case == Se && len(ph.Persons) == 1 && first.RoleLast == first.RoleFirst && last.Named() && k < len(items) && items[k].Kind == PhraseItem && items[k].Phrase.Head == Persons && roleOnly(&items[k].Phrase.Persons[0]) && r.seatRole(items[k].Phrase) {
		// "A, तिलवागंज से पार्षद": the seat, not another person
		office := &items[k].Phrase.Persons[0]
		last.Places = append(last.Places, PlaceRef{Name: r.slice(ph.First, ph.Last), Index: unknownPlace, Relation: "seat", First: ph.First, Last: ph.Last})
		if last.RoleLast == last.RoleFirst {
			last.RoleFirst, last.RoleLast, last.RoleIndexes, last.Former = office.RoleFirst, office.RoleLast, office.RoleIndexes, office.Former
		}
		list.Case, list.End, list.Last = items[k].Phrase.Case, items[k].Phrase.End, items[k].Phrase.Last
		return k, true
	}
	if r.block == devanagari.Bullet && mark && !and && m == n && len(ph.Persons) == 1 && first.RoleLast == first.RoleFirst && last.Named() && r.Grammar.placeTails[r.key(ph.Last-1)] && ph.Last-ph.First > 1 {
		last.Places = append(last.Places, PlaceRef{Name: r.slice(ph.First, ph.Last), Index: unknownPlace, Relation: "seat", First: ph.First, Last: ph.Last})
		list.Last, list.End = ph.Last, ph.End
		return m, true // "• A, तिलवा विहार"
	}
	if list.Case == Samet && ph.Case == Ka && first.Named() && !slices.ContainsFunc(list.Persons, func(p Person) bool { return !p.Group || p.Named() }) {
		return j, false // "समर्थकों सहित | X के आवास पर": they come along with somebody told before
	}
	if apposition && !first.Named() {
		return j, false
	}
	if told && mark && !and && last.Group && !last.Named() && first.Named() && ph.Case == Ne {
		return j, false // "सपा में शामिल हुए सैकड़ों लोग, X ने दिलाई सदस्यता": the subject of the clause before
	}
	if r.block == devanagari.Title && mark && !and && last.Named() && len(list.Persons) == 1 && m == n && (ph.Case == Ko || ph.Case == Se || ph.Case == Par || ph.Case == Ne && told) {
		return j, false // "बीजेडी से अलग हुए X, Y को भेजी चिट्ठी": a comma parts a title's clauses
	}
	switch {
	case apposition:
		// "तीन विधायकों A, B और C ने": the names are the group
		first.Affiliations = append(first.Affiliations, last.Affiliations...)
		list.Persons = list.Persons[:len(list.Persons)-1]
	case m == n && mark && !and && len(ph.Persons) == 1 && roleOnly(first) && last.Named() && last.RoleLast == last.RoleFirst:
		// "X, कांग्रेस के नगर अध्यक्ष", "X, विधायक, Y, पार्षद"
		last.RoleFirst, last.RoleLast, last.RoleIndexes, last.Former = first.RoleFirst, first.RoleLast, first.RoleIndexes, first.Former
		last.Affiliations = append(last.Affiliations, first.Affiliations...)
		last.Places = append(last.Places, first.Places...)
		list.Case, list.End, list.Last = ph.Case, ph.End, ph.Last
		return m, true
	case m == n && first.Named() && sameHolder(last, len(list.Persons), ph, and):
		// "पूर्व विधायक और बसपा नेता X": two offices of one person
		first.Affiliations = append(append([]Affiliation(nil), last.Affiliations...), first.Affiliations...)
		first.Places = append(append([]PlaceRef(nil), last.Places...), first.Places...)
		switch {
		case first.RoleLast == first.RoleFirst:
			first.RoleFirst, first.RoleLast, first.RoleIndexes, first.Former = last.RoleFirst, last.RoleLast, last.RoleIndexes, last.Former
		case and && last.RoleLast <= first.RoleFirst && r.standing(first):
			first.RoleFirst, first.RoleIndexes, first.Former = last.RoleFirst, append(append([]int32(nil), last.RoleIndexes...), first.RoleIndexes...), last.Former || first.Former
		}
		list.Persons = list.Persons[:len(list.Persons)-1]
	}
	for k := n; k < m; k++ {
		// "जदयू से A, राजद से B"
		if of := items[k].Phrase; items[k].Kind == PhraseItem && of.Head == PartyHead && of.Case == Se {
			first.Affiliations = append(first.Affiliations, Affiliation{Party: of.Party.ID, First: of.First, Last: of.Last})
		} else if items[k].Kind == PhraseItem && of.Head == PartyHead && of.Case == Bare {
			first.Affiliations = append(first.Affiliations, Affiliation{Party: of.Party.ID, Former: true, First: of.First, Last: of.Last}) // "A और सपा छोड़ चुके B"
		}
		if it := &items[k]; k == m-1 && it.Kind == PhraseItem && it.Phrase.Head == Noun && it.Phrase.Case == Bare && it.Last == items[m].First {
			for _, of := range it.Phrase.Of {
				r.lend(ph, of) // "भाजपा की तिलवा | प्रधान B"
			}
		}
	}
	if list.Case == Samet && first.Group {
		for k := range list.Persons {
			list.Persons[k].Included = true
		}
	}
	list.Persons = append(list.Persons, ph.Persons...)
	list.Case, list.End, list.Last = ph.Case, ph.End, ph.Last
	return m, true
}

// standing says whether a person is told only as a leader, which is no office: "पूर्व विधायक और बसपा नेता X".
func (r *reader) standing(p *Person) bool {
	return len(p.RoleIndexes) == 1 && r.Lexicon.RoleAt(p.RoleIndexes[0]).Office == "leader"
}

// roleOnly says whether a person is told by an office alone.
func roleOnly(p *Person) bool {
	return !p.Named() && !p.Group && !p.Anaphoric && p.RoleLast > p.RoleFirst
}

// sameHolder says whether a role without a name, the last of n members, is another office of the person whose name
// follows: not where that one is told by kinship ("अध्यक्ष और उनके पति X").
func sameHolder(last *Person, n int, next *Phrase, and bool) bool {
	if !roleOnly(last) || !and && n > 1 {
		return false
	}
	for _, of := range next.Of {
		if of.Head == PronounHead || of.Head == Persons {
			return false
		}
	}
	return true
}

// joint reads the marks, conjunctions and particles that stand between two members of a list. A colon before a
// comma is a name's own: "टिकाराम ना:, रमेश".
func (r *reader) joint(items []Item, n int) (next int, mark, and bool) {
	for n < len(items) {
		switch it := &items[n]; {
		case it.Kind == Comma:
			mark = true
		case it.Kind == Coordinator:
			and = true
		case it.Kind == Other && r.Grammar.particles[it.Key]:
		case it.Kind == Mark && it.Key == ":" && n+1 < len(items) && items[n+1].Kind == Comma:
		default:
			return n, mark, and
		}
		n++
	}
	return n, mark, and
}

// described is how many items may stand before a member of a list and describe it.
const described = 6

// member finds the phrase of the next member of a list at item n or, behind what only describes it, a little
// further on: "… और 25 साल से प्रधान C", "… और यूथ विंग के D", "…, 2017 में चुनाव लड़ चुके E", "A और उनकी पत्नी, पार्षद F". It is -1
// where there is none.
func (r *reader) member(items []Item, n int, names bool) int {
	and := n > 0 && items[n-1].Kind == Coordinator
	participle := false // wanted before the name, where a phrase stands that only a verb can take
	for k := n; k < len(items) && k < n+described; k++ {
		it := &items[k]
		switch it.Kind {
		case PhraseItem:
			ph := it.Phrase
			named := ph.Head == Persons && ph.Persons[0].Named()
			switch {
			case k == n && ph.Head == Persons && roleOnly(&ph.Persons[0]) && k+2 < len(items) && items[k+1].Kind == VerbItem && items[k+1].Verb.Lemma == lemmaRah && items[k+2].Kind == PhraseItem && items[k+2].Phrase.Head == Persons:
				participle = true // "A और अब तक उपनेता रहे B"
			case ph.Head == Persons && roleOnly(&ph.Persons[0]) && (ph.Case == Lie || ph.Case == Khilaf):
				participle = true // "A और बसपा प्रत्याशी के लिए वोट मांग रहे B"
			case ph.Head == Persons && (k == n || named && !participle):
				if k > n && !names {
					return -1
				}
				return k
			case ph.Head == Persons && ph.Case != Bare && ph.Case != Ka, named:
				return -1
			case ph.Head == PronounHead && ph.Case == Saath: // "A और उनके साथ B"
			case ph.Head == PronounHead || ph.Head == HostHead || ph.Head == PartyWord:
				return -1
			case ph.Head == Persons && k+1 < len(items) && items[k+1].Kind == PhraseItem && items[k+1].Phrase.Head == Persons: // "विधायक | उनकी पुत्री C"
			case ph.Case == Me || ph.Case == Par || ph.Head == Persons, k == n && and && ph.Case == Bare && ph.Head == PartyHead && k+1 < len(items) && items[k+1].Kind == VerbItem && items[k+1].Verb.Lemma == lemmaLeave:
				participle = true // "A और सपा छोड़ चुके B"
			case ph.Case == Se && (ph.Head == PartyHead || ph.Head == PlaceHead || ph.Head == Noun):
			case ph.Case == Ko && ph.Head == Noun && r.tokens[ph.First].Kind == devanagari.Number: // "… और 21 जून को C"
			case ph.Case == Bare && ph.Head == Noun && ph.Last-ph.First <= 4, ph.Case == Bare && ph.Head == PlaceHead:
			default:
				return -1
			}
		case VerbItem:
			vg := it.Verb
			if and && vg.Main == Conj && k+1 < len(items) && items[k+1].Kind == VerbItem {
				continue // "A और सपा छोड़कर आए B"
			}
			if !vg.Vala && !vg.Completed && !(vg.Main == Perf && (it.Last-it.First == 1 || and && vg.Passive && it.Last-it.First == 2)) && !(vg.Progress && !r.auxiliary(it.Last-1)) || vg.Pluperfect || k+1 >= len(items) || items[k+1].Kind != PhraseItem || items[k+1].Phrase.Head != Persons {
				return -1
			}
			participle = false
		case Mark:
			if it.Key != "-" {
				return -1
			}
		case Other:
			if len(r.Grammar.adverbs[it.Key]) == 0 { // "अब तक"
				return -1
			}
		case Comma:
			// "उनकी पत्नी, पार्षद F"
			if k == n || items[k-1].Kind != PhraseItem || !r.Grammar.kin[items[k-1].Phrase.Word] {
				return -1
			}
		default:
			return -1
		}
	}
	return -1
}

// unknownOffice finds at item n the member of a list whose office no list has, which the next mark of the list closes: "A, उपभोक्ता
// कक्ष वार्ड आयोजक दत्ताराम तिलवी, B". The name is the run of name words at its end.
func (r *reader) unknownOffice(items []Item, n int) int {
	if r.block == devanagari.Title {
		return -1
	}
	for m := n; m+1 < len(items) && m < n+described; m++ {
		it := &items[m]
		if it.Kind != PhraseItem || it.Phrase.Head != Noun && it.Phrase.Head != PlaceHead || it.Phrase.Case != Bare && it.Phrase.Case != Ka {
			return -1
		}
		if next := items[m+1].Kind; next != Comma && next != Coordinator {
			continue
		}
		first := it.Last
		for first > it.First && r.nameClass(first-1) > notName {
			first--
		}
		if it.Phrase.Head != Noun || it.Last-first < 2 || first == items[n].First {
			return -1
		}
		p := Person{First: first, Last: it.Last, RoleFirst: first, RoleLast: first, Weak: true}
		p.Name, p.Key = r.fullName(first, it.Last)
		it.Phrase = &Phrase{First: it.First, Last: it.Last, End: it.Phrase.End, Head: Persons, Persons: []Person{p}}
		return m
	}
	return -1
}

// auxiliary says whether the word at token i is a form of है or था.
func (r *reader) auxiliary(i int) bool {
	for _, f := range r.Grammar.verbs[r.key(i)] {
		if f.Form == AuxPres || f.Form == AuxPast {
			return true
		}
	}
	return false
}

// apposed takes a group out of a list that names just as many people as it counts: "दोनों विधायकों, A और B ने". What
// is said of the group holds for each of them.
func apposed(list *Phrase) {
	if len(list.Persons) < 3 {
		return
	}
	g := list.Persons[0]
	if !g.Group || g.Named() || g.Count != len(list.Persons)-1 {
		return
	}
	for i := 1; i < len(list.Persons); i++ {
		if !list.Persons[i].Named() {
			return
		}
	}
	list.Persons = list.Persons[1:]
	for i := range list.Persons {
		p := &list.Persons[i]
		if len(p.Affiliations) == 0 {
			p.Affiliations = g.Affiliations
		}
		if len(p.Loose) == 0 {
			p.Loose = g.Loose
		}
	}
}

// demonym takes a word for a party's people out of a list where it only tells the party of the one named next: "अकाली और पूर्व
// मंत्री X ने".
func (r *reader) demonym(list *Phrase) {
	if len(list.Persons) != 2 {
		return
	}
	g, p := &list.Persons[0], &list.Persons[1]
	if !g.Member || !g.Group || g.Named() || g.Count > 0 || g.Vague || r.plural(g.GroupLast-1) || !p.Named() || len(p.RoleIndexes) == 0 || len(p.Affiliations) > 0 {
		return
	}
	p.Affiliations = g.Affiliations
	list.Persons = list.Persons[1:]
}

// plural says whether the word at token i ends as oblique plurals do: अकालियों.
func (r *reader) plural(i int) bool {
	return hasSuffix(r.key(i), "ों") || hasSuffix(r.key(i), "ो")
}

// lump makes one group of a list of people none of whom is named: "सभी पदाधिकारी, सरपंच, पंच और हजारों कार्यकर्ता". It counts
// as many as all its kinds together: "5 पार्षद और 12 सरपंच"; those whom a greater group includes are not counted again: "5
// पार्षद समेत 300 कार्यकर्ता".
func lump(list *Phrase) {
	n := len(list.Persons)
	if n < 2 {
		return
	}
	last := &list.Persons[n-1]
	included := last.Group && list.Persons[n-2].Included
	groups, count := 0, 0
	for i := range list.Persons {
		p := &list.Persons[i]
		if p.Named() || p.Anaphoric && i > 0 || i > 0 && len(p.Affiliations) > 0 && !(included && p == last) {
			return
		}
		if p.Group {
			groups++
			count += p.Count
		}
	}
	if groups == 0 {
		return
	}
	p := list.Persons[0]
	p.GroupWord, p.Count, p.Included = last.GroupWord, count, false
	for i := range list.Persons {
		p.Vague = p.Vague || list.Persons[i].Vague
	}
	if included {
		p.Count, p.Vague = last.Count, last.Vague
		p.Affiliations = append(append([]Affiliation(nil), p.Affiliations...), last.Affiliations...)
	}
	p.Anaphoric = false // "सभी पदाधिकारी, सरपंच और …" tells whom
	p.Group, p.GroupLast = true, max(last.GroupLast, last.RoleLast)
	if !list.Persons[0].Group {
		p.GroupFirst = p.RoleFirst
	}
	p.First, p.Last = p.GroupLast, p.GroupLast
	list.Persons = []Person{p}
}

// mixed says whether several parties are named for the people of a list together, so that nobody's is told: "सपा, बसपा
// और कांग्रेस के कई नेता".
func (r *reader) mixed(before []Item, list *Phrase) bool {
	n := len(before)
	if n < 2 || before[n-1].Kind != Coordinator && before[n-1].Kind != Comma || len(list.Of) == 0 || list.Of[0].Head != PartyHead {
		return false
	}
	of := before[n-2]
	return of.Kind == PhraseItem && of.Phrase.Head == PartyHead && of.Phrase.Case == Bare && !of.Phrase.Party.Symbol
}
