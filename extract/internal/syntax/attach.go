package syntax

// attach hangs each genitive phrase on the phrase that follows it, and gives a person
// the parties and places that stand before the role: "घोसी सीट से सपा के विधायक X".
func (r *reader) attach(items []Item) []Item {
	out := items[:0] // it never runs ahead of what is read
	for i := 0; i < len(items); i++ {
		it := items[i]
		if it.Kind == PhraseItem {
			if n := len(out) - 1; n > 0 && it.Phrase.Head == Persons && out[n].Kind == Other && r.Grammar.particles[out[n].Key] && out[n-1].Kind == PhraseItem && out[n-1].Phrase.Head == PartyHead && out[n-1].Phrase.Case == Ka {
				out = out[:n] // "कांग्रेस के भी दो पार्षद"
			}
			if n := len(out) - 1; n > 0 && dashed(out[n-1:], &it) {
				it.First = out[n-1].First
				out = out[:n-1]
			}
			if n := len(out) - 1; n >= 0 && counts(&out[n], &it) {
				it.First, it.Phrase.First = out[n].First, out[n].Phrase.First
				out = out[:n]
			}
			if n := len(out) - 1; n >= 0 && r.officer(&out[n], &it) {
				continue
			}
			for n := len(out) - 1; n >= 0 && out[n].Kind == PhraseItem; n-- {
				prev := out[n].Phrase
				if prev.Case == Ka && prev.Head == Persons && (it.Phrase.Head == HostHead || r.heldBy(it.Phrase, prev)) && listed(out[:n]) {
					break // "A और B के भाजपा का दामन थामने", "A और B की विधायकी"
				}
				if prev.Case == Ka && it.Phrase.Head == Noun && (prev.Head == Persons || prev.Head == PronounHead && !prev.Pronoun.One) && (r.countsTime(it.Phrase) || r.dates(it.Phrase)) {
					break // "X की चार साल बाद घर वापसी", "उनके मंगलवार को शामिल होने की"
				}
				if prev.Case == Ka && prev.Head != HostHead && it.Phrase.Head != PronounHead && !((prev.Head == Persons || prev.Head == PronounHead) && (it.Phrase.Head == PartyHead || it.Phrase.Head == PlaceHead)) {
					it.Phrase.Of = append([]*Phrase{prev}, it.Phrase.Of...)
					if prev.Head == PartyHead && it.Phrase.Head == PartyHead && it.Phrase.Party.Symbol && !prev.Party.Symbol {
						it.Phrase.Party.ID = prev.Party.ID // "शिवसेना का भगवा"
					}
					r.lend(it.Phrase, prev)
					r.leader(it.Phrase, prev)
					it.First = out[n].First
					out = out[:n]
					continue
				}
				if prev.Head == Persons && prev.Case == Se && it.Phrase.Head == HostHead && len(prev.Persons) == 1 && prev.Persons[0].Named() {
					// "मायावती से नाता तोड़ लिया": the leader stands for the party
					if id := r.leads(prev.Persons[0].Key); id != "" {
						it.Phrase.Of = append(it.Phrase.Of, &Phrase{First: prev.First, Last: prev.Last, End: prev.End, Case: Ka, Head: PartyHead, Party: PartyRef{ID: id, First: prev.First, Last: prev.Last}})
					}
					break
				}
				if out[n].Last == it.First && r.unlistedUnit(prev, it.Phrase) {
					prev.Head, prev.Place = PlaceHead, PlaceRef{Name: r.slice(prev.First, prev.Last), Index: unknownPlace, Relation: "jurisdiction", First: prev.First, Last: prev.Last}
					it.Phrase.Persons[0].Places = append(it.Phrase.Persons[0].Places, prev.Place)
				}
				if prev.Head == PlaceHead && prev.Case == Bare && len(prev.Of) > 0 && (it.Phrase.Head == Noun || it.Phrase.Head == Persons) && out[n].Last == it.First {
					// "सपा की मुरैना | जिला कमेटी के पदाधिकारी": the genitive goes past the place
					for _, of := range prev.Of {
						it.Phrase.Of = append([]*Phrase{of}, it.Phrase.Of...)
						r.lend(it.Phrase, of)
					}
					it.First = out[n].First
					out = out[:n]
					continue
				}
				if prev.Head == PlaceHead && prev.Case == Bare && it.Phrase.Head == Noun && r.Grammar.situated[r.key(it.Phrase.First)] && it.Phrase.Last > it.Phrase.First+1 && out[n].Last == it.First {
					it.Phrase.Of = append([]*Phrase{prev}, it.Phrase.Of...) // "X के | लखनऊ | स्थित आवास पर"
					it.First = out[n].First
					out = out[:n]
					continue
				}
				if unitOf(&out[n], &it) && (n == 0 || out[n-1].Kind != VerbItem) { // not "छोड़ी भाजपा | जयपुर के विधायक X ने"
					unit := *prev
					unit.Case = Ka
					it.Phrase.Of = append([]*Phrase{&unit}, it.Phrase.Of...)
					r.lend(it.Phrase, &unit)
					it.First = out[n].First
					out = out[:n]
					continue
				}
				if prev.Head == PartyHead && prev.Case == Se && it.Phrase.Head == Persons && (it.Phrase.Persons[0].Expelled || it.Phrase.Persons[0].Suspended) {
					// "बसपा से निष्कासित विधायक X"
					p := &it.Phrase.Persons[0]
					p.Affiliations = append(p.Affiliations, Affiliation{Party: prev.Party.ID, First: prev.First, Last: prev.Last})
					it.First = out[n].First
					out = out[:n]
					continue
				}
				if it.Phrase.Head == HostHead && prev.Head == Noun && prev.Case == Bare && len(prev.Of) > 0 && out[n].Last == it.First {
					// "आसपा का नीला पटका": the genitive goes past the adjective
					it.Phrase.Of = append(append([]*Phrase(nil), prev.Of...), it.Phrase.Of...)
					it.First = out[n].First
					out = out[:n]
					continue
				}
				if prev.Head == Noun && prev.Case == Se && len(prev.Persons) > 0 && prev.Last-prev.First == 1 && it.Phrase.Head == Persons && it.Phrase.Persons[0].RoleFirst == it.Phrase.First && r.seatRole(it.Phrase) {
					// "तिलवापुर से विधायक": a place that no list has
					prev.Head, prev.Place = PlaceHead, PlaceRef{Name: r.slice(prev.First, prev.Last), Index: unknownPlace, First: prev.First, Last: prev.Last}
				}
				if prev.Head == PlaceHead && (prev.Case == Se || prev.Case == Me) && it.Phrase.Head == Persons && (r.seatRole(it.Phrase) || prev.Case == Se && it.Phrase.Persons[0].Named() && it.Phrase.Case == Bare) {
					place := prev.Place
					place.Relation = "seat"
					it.Phrase.Persons[0].Places = append(it.Phrase.Persons[0].Places, place)
					for _, of := range prev.Of {
						if of.Head == PartyHead {
							r.lend(it.Phrase, of) // "सपा के तिलवापुर से विधायक X"
						}
					}
					it.Phrase.Of = append([]*Phrase{prev}, it.Phrase.Of...)
					it.First = out[n].First
					out = out[:n]
					continue
				}
				break
			}
		}
		out = append(out, it)
	}
	return out
}

// unlistedUnit says whether a noun of a party's is a place that no list has, of whose unit the people behind it hold an
// office: "कांग्रेस की झालूपुर | नगर इकाई के सचिव X".
func (r *reader) unlistedUnit(noun, officers *Phrase) bool {
	if noun.Head != Noun || noun.Case != Bare || len(noun.Of) == 0 || noun.Of[0].Head != PartyHead || officers.Head != Persons {
		return false
	}
	for i := noun.First; i < noun.Last; i++ {
		if r.nameClass(i) != unknownWord {
			return false
		}
	}
	p := &officers.Persons[0]
	return p.Named() && p.RoleFirst == officers.First && p.RoleLast > p.RoleFirst
}

// unitOf says whether a party's bare name belongs to the office behind it, that of its unit somewhere: "भाजपा | उत्तराखंड के
// उपाध्यक्ष X".
func unitOf(party, officer *Item) bool {
	of, ph := party.Phrase, officer.Phrase
	if of.Head != PartyHead || of.Case != Bare || of.Party.Symbol || party.Last != officer.First || ph.Head != Persons || len(ph.Of) == 0 || ph.Of[0].Head != PlaceHead {
		return false
	}
	p := &ph.Persons[0]
	return len(p.RoleIndexes) > 0 && len(p.Affiliations) == 0
}

// heldBy says whether a noun is the holding of a seat, and the people of its genitive are named.
func (r *reader) heldBy(ph, of *Phrase) bool {
	return ph.Head == Noun && ph.Case == Bare && r.Grammar.seatHolding[ph.Word] && of.Persons[0].Named()
}

// dashed says whether a dash ties an office to the name behind it, which then has it: "मौजूदा सांसद- X".
func dashed(office []Item, it *Item) bool {
	if office[0].Kind != PhraseItem || office[0].Phrase.Head != Persons || office[0].Phrase.Case != Bare || office[1].Kind != Mark || office[1].Key != "-" || office[0].Last != office[1].First || it.Phrase.Head != Persons {
		return false
	}
	o, p := &office[0].Phrase.Persons[len(office[0].Phrase.Persons)-1], &it.Phrase.Persons[0]
	if len(office[0].Phrase.Persons) != 1 || !roleOnly(o) || !p.Named() || p.RoleLast > p.RoleFirst {
		return false
	}
	p.RoleFirst, p.RoleLast, p.RoleIndexes, p.Former = o.RoleFirst, o.RoleLast, o.RoleIndexes, o.Former
	p.Affiliations, p.Places = append(o.Affiliations, p.Affiliations...), append(o.Places, p.Places...)
	it.Phrase.First, it.Phrase.Of = office[0].Phrase.First, append(office[0].Phrase.Of, it.Phrase.Of...)
	return true
}

// counts says whether an item is a number that stands for people and counts the unnamed ones behind it, which it then does:
// "दोनों | कांग्रेस नेताओं को".
func counts(number, it *Item) bool {
	if number.Kind != PhraseItem || number.Phrase.Head != PronounHead || number.Phrase.Case != Bare || number.Phrase.Pronoun.Count == 0 || number.Last != it.First || it.Phrase.Head != Persons || len(it.Phrase.Persons) != 1 {
		return false
	}
	p := &it.Phrase.Persons[0]
	if !p.Group || p.Named() || p.Count > 0 || p.Vague {
		return false
	}
	p.Count, p.Anaphoric, p.GroupFirst = number.Phrase.Pronoun.Count, true, number.First
	return true
}

// coalition says whether a government that a phrase names is that of several parties, of whom a minister may be of any:
// "पीडीपी-भाजपा सरकार के मंत्री".
func (r *reader) coalition(ph *Phrase) bool {
	i := ph.First
	for _, of := range ph.Of {
		i = min(i, of.First)
	}
	return i > 1 && r.Grammar.governments[r.key(ph.Last-1)] && r.key(i-1) == "-" && r.endsParty(i-1)
}

// endsParty says whether the name of a party ends at token end.
func (r *reader) endsParty(end int) bool {
	const longest = 4 // tokens
	for i := max(0, end-longest); i < end; i++ {
		if ref, next := r.party(i); ref.ID != "" && next == end {
			return true
		}
	}
	return false
}

// officer gives an office the place behind it, and that one's marker: "जिलाध्यक्ष कानपुर को".
func (r *reader) officer(office, place *Item) bool {
	if office.Kind != PhraseItem || office.Phrase.Head != Persons || office.Phrase.Case != Bare || office.Last != place.First || place.Phrase.Head != PlaceHead {
		return false
	}
	if c := place.Phrase.Case; c != Ne && c != Ko && c != Dwara {
		return false
	}
	p := &office.Phrase.Persons[len(office.Phrase.Persons)-1]
	if !roleOnly(p) {
		return false
	}
	at := place.Phrase.Place
	at.Relation = "jurisdiction"
	p.Places = append(p.Places, at)
	office.Phrase.Case, office.Phrase.Last, office.Phrase.End, office.Last = place.Phrase.Case, place.Phrase.Last, place.Phrase.End, place.Last
	return true
}

// shareCase gives a membership that is left together with a post the post's marker: "सदस्यता एवं पद से".
func (r *reader) shareCase(items []Item) {
	for i := 0; i+2 < len(items); i++ {
		a, b := &items[i], &items[i+2]
		if a.Kind == Coordinator && items[i+1].Kind == PhraseItem && items[i+1].Phrase.Case == Bare && items[i+1].Phrase.Head != Persons && b.Kind == PhraseItem && b.Phrase.Head == PronounHead && b.Phrase.Pronoun.Count == 2 && b.Phrase.Case == Se {
			items[i+1].Phrase.Case = Se // "विधायकी और पार्टी की सदस्यता, दोनों से"
			if i > 0 && items[i-1].Kind == PhraseItem && items[i-1].Phrase.Head == PartyHead && items[i-1].Phrase.Case == Bare {
				items[i-1].Phrase.Case = Se // "भाजपा और लोकसभा दोनों से"
			}
		}
		if a.Kind == PhraseItem && a.Phrase.Head == HostHead && a.Phrase.Case == Bare && items[i+1].Kind == Coordinator && b.Kind == PhraseItem && b.Phrase.Head == Noun && b.Phrase.Case == Se && r.Grammar.postWords[b.Phrase.Word] {
			a.Phrase.Case = Se
		}
	}
}

// countsTime says whether a phrase only counts time: "चार साल बाद", "दो दिन पहले".
func (r *reader) countsTime(ph *Phrase) bool {
	for i := ph.First; i < ph.Last; i++ {
		if r.Grammar.timeUnits[r.key(i)] {
			return true
		}
	}
	return false
}

// dates says whether a phrase names a day or a part of it: "मंगलवार को", "12 जुलाई को".
func (r *reader) dates(ph *Phrase) bool {
	return ph.Case != Ka && r.Words.Dates(&r.doc.Tokens[ph.Last-1])
}

// leads gives the party that the person of a name leads, "" where none.
func (r *reader) leads(key string) string { return r.Lexicon.Leads(key, r.day, r.parties) }

// leader lets a leader's name stand for the party: "ओवैसी की पार्टी", "मायावती का साथ".
func (r *reader) leader(head, of *Phrase) {
	led := r.ledWing(head)
	if of.Head != Persons || len(of.Persons) != 1 || !of.Persons[0].Named() || head.Head != PartyWord && head.Head != HostHead && !led {
		return
	}
	id := r.leads(of.Persons[0].Key)
	if id == "" {
		return
	}
	ref := PartyRef{ID: id, First: of.First, Last: head.Last}
	if head.Head == PartyWord || led {
		head.Head, head.Party, head.First = PartyHead, ref, of.First
		return
	}
	ref.Last = of.Last
	head.Of = append(head.Of, &Phrase{First: of.First, Last: of.Last, End: of.End, Case: Ka, Head: PartyHead, Party: ref})
}

// ledWing says whether a phrase is for a wing or party by who leads it: "शरद पवार के | नेतृत्व वाले गुट में".
func (r *reader) ledWing(ph *Phrase) bool {
	return ph.Head == Noun && ph.Last-ph.First == 3 && r.Grammar.leadWords[r.key(ph.First)] && r.Grammar.valaForms[r.key(ph.First+1)] && (r.Grammar.compounds[r.key(ph.Last-1)] || r.Grammar.partyWords[r.key(ph.Last-1)])
}

// lend passes what a genitive says to the person it belongs to.
func (r *reader) lend(head, of *Phrase) {
	if head.Head != Persons || of.Head == Noun && r.coalition(of) {
		return
	}
	p := &head.Persons[0]
	switch of.Head {
	case PartyHead:
		p.Affiliations = append(p.Affiliations, Affiliation{Party: of.Party.ID, First: of.First, Last: of.Last})
	case PartyWord:
		p.Affiliations = append(p.Affiliations, Affiliation{Generic: true, First: of.First, Last: of.Last})
	case PlaceHead:
		place := of.Place
		if place.Relation == "" {
			place.Relation = "seat"
			if !r.seatRole(head) {
				place.Relation = "residence"
			}
		}
		p.Places = append(p.Places, place)
	}
	for _, o := range of.Of {
		if of.Head == PartyHead || of.Head == PlaceHead || of.Head == Noun {
			r.lend(head, o)
		}
	}
}

// seatRole says whether the person holds or sought a seat: विधायक, सांसद, पार्षद, प्रत्याशी.
func (r *reader) seatRole(ph *Phrase) bool {
	if len(ph.Persons) == 0 {
		return false
	}
	for _, i := range ph.Persons[0].RoleIndexes {
		switch r.Lexicon.RoleAt(i).Office {
		case "MLA", "MP", "MLC", "councillor", "candidate", "mayor", "panchayat":
			return true
		}
	}
	return false
}

// listed says whether the items end as a list of people does that goes on: "A और", "A, ".
func listed(items []Item) bool {
	n := len(items)
	if n < 2 || items[n-1].Kind != Coordinator && items[n-1].Kind != Comma {
		return false
	}
	ph := items[n-2].Phrase
	return items[n-2].Kind == PhraseItem && ph.Head == Persons && ph.Case == Bare
}
