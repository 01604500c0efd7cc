package syntax

import "github.com/dalbadal/dalbadal/extract/internal/devanagari"

// attach hangs each genitive phrase on the phrase that follows it, and gives a person
// the parties and places that stand before the role: "घोसी सीट से सपा के विधायक X".
func (r *reader) attach(items []Item) []Item {
	out := items[:0:0]
	for i := 0; i < len(items); i++ {
		it := items[i]
		if it.Kind == PhraseItem {
			for n := len(out) - 1; n >= 0 && out[n].Kind == PhraseItem; n-- {
				prev := out[n].Phrase
				if prev.Case == Ka && prev.Head != HostHead && it.Phrase.Head != PronounHead && !((prev.Head == Persons || prev.Head == PronounHead) && (it.Phrase.Head == PartyHead || it.Phrase.Head == PlaceHead)) {
					it.Phrase.Of = append([]*Phrase{prev}, it.Phrase.Of...)
					r.lend(it.Phrase, prev)
					r.leader(it.Phrase, prev)
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
				if prev.Head == PlaceHead && (prev.Case == Se || prev.Case == Me) && it.Phrase.Head == Persons && (r.seatRole(it.Phrase) || prev.Case == Se && it.Phrase.Persons[0].Named() && it.Phrase.Case == Bare) {
					place := prev.Place
					place.Relation = "seat"
					it.Phrase.Persons[0].Places = append(it.Phrase.Persons[0].Places, place)
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

// leader lets a leader's name stand for the party: "ओवैसी की पार्टी", "मायावती का साथ".
func (r *reader) leader(head, of *Phrase) {
	if of.Head != Persons || len(of.Persons) != 1 || !of.Persons[0].Named() || head.Head != PartyWord && head.Head != HostHead {
		return
	}
	id := r.Lexicon.LeaderParty(of.Persons[0].Key)
	if id == "" {
		return
	}
	ref := PartyRef{ID: id, First: of.First, Last: head.Last}
	if head.Head == PartyWord {
		head.Head, head.Party, head.First = PartyHead, ref, of.First
		return
	}
	ref.Last = of.Last
	head.Of = append(head.Of, &Phrase{First: of.First, Last: of.Last, End: of.End, Case: Ka, Head: PartyHead, Party: ref})
}

// lend passes what a genitive says to the person it belongs to.
func (r *reader) lend(head, of *Phrase) {
	if head.Head != Persons {
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

// attributes gives a person what a participle before the name says: "आजसू के सचिव रहे X", "बसपा की कमान संभाल
// चुके X", "कांग्रेस के टिकट पर लड़ चुके X". The role becomes the person's; a party in the participle's own
// clause becomes a loose affiliation.
func (r *reader) attributes(items []Item) {
	for i := 1; i+1 < len(items); i++ {
		if items[i].Kind != VerbItem || items[i+1].Kind != PhraseItem {
			continue
		}
		ph, vg := items[i+1].Phrase, items[i].Verb
		if ph.Head != Persons || !ph.Persons[0].Named() || vg.Main == AuxPres || vg.Main == AuxPast || vg.Pluperfect || vg.Future || vg.Passive || vg.Negated {
			continue
		}
		if !vg.Vala && vg.Main != Perf && !vg.Perfect {
			continue
		}
		if i+2 >= len(items) && ph.Case == Bare {
			continue // "हुए शामिल सुरेश वर्मा": the verb is the clause's own
		}
		p := &ph.Persons[0]
		for j := i - 1; j >= 0; j-- {
			it := &items[j]
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
			for _, x := range append([]*Phrase{of}, of.Of...) {
				if x.Head == PartyHead && !x.Party.Symbol && (x.Case == Ka || x.Case == Me || x.Case == Se) {
					p.Loose = append(p.Loose, Affiliation{Party: x.Party.ID, First: x.First, Last: x.Last})
				}
			}
		}
	}
}

// coordinate joins the persons of a list into one phrase, whose case is the last one's:
// "A, B और C ने". A list ends at its first case marker that is not समेत.
func (r *reader) coordinate(items []Item) []Item {
	r.attributes(items)
	var out []Item
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
			n := j + 1
			joined := list.Case == Samet
			for n < len(items) && (items[n].Kind == Comma || items[n].Kind == Coordinator || items[n].Kind == Other && r.Grammar.particles[items[n].Key]) {
				if items[n].Kind != Other {
					joined = true
				}
				n++
			}
			// "A, B आदि ने", "A, B प्रमुख हैं"
			if n < len(items) && items[n].Kind == PhraseItem && items[n].Phrase.Head == Noun && r.Grammar.listTails[items[n].Phrase.Word] && items[n].Phrase.Last-items[n].Phrase.First == 1 {
				list.Case, list.End, list.Last = items[n].Phrase.Case, items[n].Phrase.End, items[n].Phrase.Last
				j = n
				break
			}
			if joined && n+1 < len(items) && items[n].Kind == PhraseItem && items[n+1].Kind == PhraseItem && items[n+1].Phrase.Head == Persons && items[n+1].Phrase.Persons[0].Named() {
				switch of := items[n].Phrase; {
				case of.Head == Noun && (of.Case == Se || of.Case == Bare && of.Last-of.First <= 2):
					n++ // "… और 25 साल से प्रधान C ने", "… और यूथ विंग के D"
				case of.Head == PartyHead && of.Case == Se:
					// "जदयू से A, राजद से B"
					p := &items[n+1].Phrase.Persons[0]
					p.Affiliations = append(p.Affiliations, Affiliation{Party: of.Party.ID, First: of.First, Last: of.Last})
					n++
				}
			}
			last := &list.Persons[len(list.Persons)-1]
			apposed := !joined && n == j+1 && last.Group && !last.Named()
			if !joined && !apposed || n >= len(items) || items[n].Kind != PhraseItem {
				break
			}
			ph := items[n].Phrase
			if ph.Head != Persons || apposed && !ph.Persons[0].Named() {
				break
			}
			if apposed {
				// "तीन विधायकों A, B और C ने": the names are the group
				ph.Persons[0].Affiliations = append(ph.Persons[0].Affiliations, last.Affiliations...)
				list.Persons = list.Persons[:len(list.Persons)-1]
			}
			if q := &ph.Persons[0]; items[n-1].Kind == Comma && len(ph.Persons) == 1 && !q.Named() && !q.Group && r.block == devanagari.Bullet && last.Named() && last.RoleLast == last.RoleFirst {
				// a list item: "X, कांग्रेस के नगर अध्यक्ष"
				last.RoleFirst, last.RoleLast, last.RoleIndexes, last.Former = q.RoleFirst, q.RoleLast, q.RoleIndexes, q.Former
				last.Affiliations = append(last.Affiliations, q.Affiliations...)
				last.Places = append(last.Places, q.Places...)
				list.Case, list.End, list.Last = ph.Case, ph.End, ph.Last
				j = n
				continue
			}
			list.Persons = append(list.Persons, ph.Persons...)
			list.Case, list.End, list.Last = ph.Case, ph.End, ph.Last
			j = n
		}
		it.Phrase = &list
		it.Last = items[j].Last
		out = append(out, it)
		i = j
	}
	return out
}

// learn remembers the words of names seen in full.
func (r *reader) learn(items []Item) {
	for _, it := range items {
		if it.Kind != PhraseItem {
			continue
		}
		for _, p := range it.Phrase.Persons {
			if !p.Named() || p.Weak || p.Last-p.First < 2 && p.RoleLast == p.RoleFirst && !p.Honorific {
				continue
			}
			for i := p.First; i < p.Last; i++ {
				k := r.tokens[i].Key
				if r.Lexicon.Common(k) || r.Grammar.genericNameParts[k] || len(k) < 6 {
					continue
				}
				r.names[k] = true
			}
		}
	}
}

// GenericPart reports whether a name word (folded) identifies nobody alone: सिंह, कुमार, देवी.
func (g *Grammar) GenericPart(word string) bool { return g.genericNameParts[word] }
