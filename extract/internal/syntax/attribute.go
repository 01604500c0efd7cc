package syntax

// attributes gives a person what a participle before the name says: "आजसू के सचिव रहे X", "बसपा की कमान संभाल
// चुके X", "कांग्रेस के टिकट पर लड़ चुके X". The role becomes the person's; a party in the participle's own
// clause becomes a loose affiliation.
func (r *reader) attributes(items []Item) {
	for i := 1; i+1 < len(items); i++ {
		if items[i].Kind != VerbItem || items[i+1].Kind != PhraseItem {
			continue
		}
		ph, vg := r.holder(items[i+1:]), items[i].Verb
		if ph.Head == Noun && len(ph.Of) > 0 {
			ph = ph.Of[0] // "सपा में सक्रिय रहे X का सफर"
		}
		near := r.closeTo(items[max(0, i-3)].First, items[i].First)
		if ph.Head != Persons || !ph.Persons[0].Named() && !ph.Persons[0].Group || vg.Main == AuxPres || vg.Main == AuxPast || vg.Pluperfect || vg.Future || vg.Passive && !(vg.Vala && near || vg.Lemma == "चुन") || vg.Negated {
			continue
		}
		if !vg.Vala && vg.Main != Perf && !vg.Perfect && !(vg.Progress && r.Grammar.runningVerbs[vg.Lemma]) {
			continue
		}
		if i+2 >= len(items) && ph.Case == Bare {
			continue // "हुए शामिल सुरेश वर्मा": the verb is the clause's own
		}
		p := &ph.Persons[0]
		for j := i - 1; j >= 0; j-- {
			it := &items[j]
			if it.Kind == VerbItem && j == i-1 && it.Verb.Main == Conj {
				continue // "निर्दलीय चुनाव जीतकर आए X"
			}
			if it.Kind == VerbItem || it.Kind == Opener || it.Kind == Comma || it.Kind == Mark || it.Kind == PhraseItem && it.Phrase.Case == Ne {
				break
			}
			if it.Kind != PhraseItem {
				continue
			}
			of := it.Phrase
			if of.Head == Persons && of.Case == Bare && !of.Persons[0].Named() && !of.Persons[0].Group && j == i-1 {
				q := &of.Persons[0]
				if p.RoleLast == p.RoleFirst {
					p.RoleFirst, p.RoleLast, p.RoleIndexes, p.Former = q.RoleFirst, q.RoleLast, q.RoleIndexes, q.Former
				}
				p.Affiliations = append(append([]Affiliation(nil), q.Affiliations...), p.Affiliations...)
				p.Places = append(append([]PlaceRef(nil), q.Places...), p.Places...)
				continue
			}
			if near {
				for _, x := range of.Of { // "राजद प्रमुख Y के सबसे करीबी लोगों में गिने जाने वाले X"
					if x.Head == Persons && x.Case == Ka && x.Persons[0].Named() {
						for _, a := range x.Persons[0].Affiliations {
							if a.Party != "" && !a.Former {
								p.Loose = append(p.Loose, a)
							}
						}
					}
				}
			}
			for _, x := range append([]*Phrase{of}, of.Of...) {
				if x.Head == PartyHead && !x.Party.Symbol && (x.Case == Ka || x.Case == Me || x.Case == Se || x.Case == Dwara || x.Case == Bare && x.Party.ID == independent) {
					p.Loose = append(p.Loose, Affiliation{Party: x.Party.ID, Former: r.Grammar.onceWords[r.key(x.First-1)], First: x.First, Last: x.Last})
				}
			}
		}
	}
}

// holder gives the phrase that a participle before the items is said of: the first, or the person whose office the nouns before him
// belong to: "निर्दलीय जीतीं | जिला विकास परिषद (डीडीसी) | सदस्य X".
func (r *reader) holder(items []Item) *Phrase {
	for i := range items {
		it := &items[i]
		switch {
		case it.Kind == Mark && (it.Key == "(" || it.Key == ")"):
		case it.Kind == PhraseItem && it.Phrase.Head == Noun && it.Phrase.Case == Bare && len(it.Phrase.Of) == 0:
		case it.Kind == PhraseItem && it.Phrase.Head == Persons && len(it.Phrase.Persons[0].RoleIndexes) > 0:
			return it.Phrase
		default:
			return items[0].Phrase
		}
	}
	return items[0].Phrase
}

// grievances gives people the party that they are angry at, or hold an office from, as a loose affiliation: "सपा से खफा विधायक X",
// "सपा से विधायक X".
func (r *reader) grievances(items []Item) {
	for i := 1; i < len(items); i++ {
		if items[i].Kind != PhraseItem || items[i].Phrase.Head != Persons || items[i-1].Kind != PhraseItem {
			continue
		}
		at, ph := items[i-1].Phrase, items[i].Phrase
		p := &ph.Persons[0]
		if at.Head != PartyHead || at.Case != Se || at.Party.Symbol {
			continue
		}
		holder := p.Named() && len(p.RoleIndexes) > 0 && len(p.Affiliations) == 0 && items[i-1].Last == items[i].First
		if holder || r.Grammar.aggrievedWords[r.key(ph.First)] && ph.First < max(p.First, p.GroupFirst) {
			p.Loose = append(p.Loose, Affiliation{Party: at.Party.ID, First: at.First, Last: at.Last})
		}
	}
}

// independent is the party id of those without one: "आजाद जीते X".
const independent = "IND"

// copulas gives people the party that a copula puts them in: "X और Y तृणमूल के सांसद हैं", "X पहले बसपा के
// जिलाध्यक्ष थे". What they were is a loose affiliation.
func (r *reader) copulas(items []Item) {
	for i := 2; i < len(items); i++ {
		if items[i].Kind != VerbItem || items[i-1].Kind != PhraseItem {
			continue
		}
		vg, of := items[i].Verb, items[i-1].Phrase
		past := vg.Main == AuxPast || vg.Lemma == lemmaRah && vg.Perfect
		if !past && vg.Main != AuxPres || vg.Negated || of.Head != Persons || of.Case != Bare || len(of.Persons) != 1 || of.Persons[0].Named() {
			continue
		}
		parties := of.Persons[0].Affiliations
		if len(parties) == 0 {
			parties = within(items[i-2])
		}
		if len(parties) == 0 && i > 2 && items[i-2].Kind == PhraseItem && items[i-2].Phrase.Case == Me && items[i-3].Kind == PhraseItem && items[i-3].Phrase.Case == Bare && items[i-3].Last == items[i-2].First {
			parties = partiesOf(items[i-3].Phrase) // "जदयू की महिला | प्रकोष्ठ में जिला सचिव"
		}
		if len(parties) == 0 {
			continue
		}
		subject := copulaSubject(items[:i-1])
		if subject == nil {
			continue
		}
		for n := range subject.Persons {
			p := &subject.Persons[n]
			if past {
				p.Loose = append(p.Loose, parties...)
			} else {
				p.Affiliations = append(p.Affiliations, parties...)
			}
		}
	}
}

// within gives the party inside which an office behind the item is held: "जदयू में सचिव", "जदयू की महिला प्रकोष्ठ में सचिव".
func within(it Item) []Affiliation {
	if it.Kind != PhraseItem || it.Phrase.Case != Me {
		return nil
	}
	return partiesOf(it.Phrase)
}

// partiesOf gives the party that a phrase or what belongs to it names.
func partiesOf(phrase *Phrase) []Affiliation {
	for _, ph := range append([]*Phrase{phrase}, phrase.Of...) {
		if ph.Head == PartyHead && !ph.Party.Symbol {
			return []Affiliation{{Party: ph.Party.ID, First: ph.First, Last: ph.Last}}
		}
	}
	return nil
}

// copulaSubject gives the named people in the bare case that stand last before a copula's predicate, in its own clause.
func copulaSubject(items []Item) *Phrase {
	for i := len(items) - 1; i >= 0; i-- {
		switch it := &items[i]; it.Kind {
		case VerbItem, Opener, Mark:
			return nil
		case PhraseItem:
			if it.Phrase.Case == Ne || it.Phrase.Head == PronounHead && it.Phrase.Case == Bare && !it.Phrase.Pronoun.Reflexive {
				return nil
			}
			if it.Phrase.Head == Persons && it.Phrase.Case == Bare && it.Phrase.Persons[0].Named() {
				return it.Phrase
			}
		}
	}
	return nil
}

// closeTo says whether tokens [i, last) speak of those close to somebody: "Y के सबसे करीबी लोगों में".
func (r *reader) closeTo(i, last int) bool {
	for ; i < last; i++ {
		if r.Grammar.closeWords[r.key(i)] {
			return true
		}
	}
	return false
}
