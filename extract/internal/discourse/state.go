package discourse

import (
	"slices"

	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// them gives the people whom the plural subject of a sentence takes up from before: "दोनों", "ये सभी", "तीनों नेता".
func (s *story) them(ref sentenceRef, f *focus) []*Entity {
	if len(f.list) < 2 {
		return nil
	}
	for _, it := range s.sentence(ref).Items {
		if it.Kind != syntax.PhraseItem || it.Phrase.Case != syntax.Bare && it.Phrase.Case != syntax.Ne {
			continue
		}
		count := 0
		switch ph := it.Phrase; {
		case ph.Head == syntax.PronounHead && ph.Pronoun.Many && !ph.Pronoun.Relative:
			count = ph.Pronoun.Count
		case (ph.Head == syntax.Noun || ph.Head == syntax.HostHead) && len(ph.Of) == 1 && ph.Of[0].Head == syntax.PronounHead && ph.Of[0].Pronoun.Many && !ph.Of[0].Pronoun.Relative:
			count = ph.Of[0].Pronoun.Count // "दोनों का ठिकाना"
		case ph.Head == syntax.Persons && len(ph.Persons) == 1 && ph.Persons[0].Group && ph.Persons[0].Anaphoric:
			count = ph.Persons[0].Count
		case ph.Head == syntax.Persons:
			return nil
		default:
			continue
		}
		if count == 0 || count == len(f.list) {
			return f.list
		}
	}
	return nil
}

// state gives the party that the sentences about a person say he was in, or stood for: "वह पिछले कुछ समय से कांग्रेस में थे",
// "दोनों बसपा के टिकट पर चुनाव लड़ चुके हैं".
func (s *story) state(e *Entity, to string) (string, Span) {
	stood, at := "", Span{}
	for _, ref := range s.about[e] {
		if ref.in != InText || len(s.topics[ref]) != 1 && !s.all[ref] {
			continue
		}
		items := s.sentence(ref).Items
		for i := range items {
			if s.another(items[i], e) {
				break
			}
			if id, span := s.office(items, i, to); id != "" {
				return id, span
			}
			if id, span := s.reckoned(ref, i, to); id != "" {
				return id, span
			}
			if ph := s.home(items, i); ph != nil && ph.Party.ID != to {
				return ph.Party.ID, Span{InText, ph.First, ph.Last, "state"}
			}
			if ph := s.member(items, i); ph != nil && ph.Party.ID != to && !(ph.First > 0 && s.Grammar.Once(s.tokens(InText)[ph.First-1].Key)) {
				return ph.Party.ID, Span{InText, ph.First, ph.Last, "state"}
			}
			if ph := items[i].Phrase; items[i].Kind == syntax.PhraseItem && ph.Head == syntax.PartyHead && ph.Case == syntax.Me && !ph.Party.Symbol && ph.Party.ID != to && s.holds(ref, s.Status.Stifled) {
				return ph.Party.ID, Span{InText, ph.First, ph.Last, "state"} // "कांग्रेस में सांस लेना मुश्किल हो गया था"
			}
			if ph := s.candidate(items, i); ph != nil && ph.Party.ID != to {
				stood, at = ph.Party.ID, Span{InText, ph.First, ph.Last, "state"}
			}
		}
	}
	return stood, at
}

// another says whether an item is a subject other than the given person: somebody else, or somebody's kin.
func (s *story) another(it syntax.Item, e *Entity) bool {
	if it.Kind != syntax.PhraseItem || it.Phrase.Case != syntax.Bare && it.Phrase.Case != syntax.Ne {
		return false
	}
	ph := it.Phrase
	switch ph.Head {
	case syntax.Persons:
		es := s.entitiesOf(ph)
		return len(es) > 0 && !slices.Contains(es, e)
	case syntax.Noun:
		return len(ph.Of) > 0 && !s.Status.Reckoned[ph.Word] && (ph.Of[len(ph.Of)-1].Head == syntax.Persons || ph.Of[len(ph.Of)-1].Head == syntax.PronounHead)
	}
	return false
}

// member gives the party of item i where its clause says that somebody was in it: "वे कई साल से बसपा में सक्रिय थे",
// "बसपा में वे प्रदेश महासचिव रहे", "बसपा से विधायक रह चुके हैं", "बसपा से जुड़े हुए थे".
func (s *story) member(items []syntax.Item, i int) *syntax.Phrase {
	party := items[i].Phrase
	if items[i].Kind != syntax.PhraseItem || party.Head != syntax.PartyHead || party.Party.Symbol || party.Case != syntax.Me && party.Case != syntax.Se && party.Case != syntax.Saath {
		return nil
	}
	seated := false // an office stands behind the party
	for _, it := range items[i+1:] {
		switch {
		case it.Kind == syntax.VerbItem:
			vg := it.Verb
			was := vg.Main == syntax.AuxPast || vg.Main == syntax.AuxPres && !seated && party.Case == syntax.Me && s.asYet(items[:i]) || vg.Lemma == "रह" && vg.Perfect || seated && vg.Perfect && s.Status.ContestVerbs[vg.Lemma]
			if party.Case == syntax.Se && !seated {
				was = vg.Perfect && s.Status.Linked[vg.Lemma]
			}
			was = was || party.Case == syntax.Me && vg.Lemma == "रह" && precedes(it, s.tokens(InText)) // "दो साल सपा में रहने के बाद"
			if was && !vg.Negated && !vg.Future {
				return party
			}
			return nil
		case it.Kind != syntax.PhraseItem:
			return nil
		}
		switch ph := it.Phrase; {
		case ph.Head == syntax.Persons && ph.Case == syntax.Bare && len(ph.Persons) == 1 && !ph.Persons[0].Named():
			seated = true
		case ph.Head == syntax.PronounHead && ph.Case == syntax.Bare, ph.Head == syntax.Noun && len(ph.Of) == 0 && !seated:
		default:
			return nil
		}
	}
	return nil
}

// asYet says whether the clause in which the items end speaks of how things still are: "वे फिलहाल | सपा में हैं".
func (s *story) asYet(items []syntax.Item) bool {
	for _, it := range slices.Backward(items) {
		switch {
		case it.Kind == syntax.VerbItem || it.Kind == syntax.Opener || it.Kind == syntax.Comma:
			return false
		case it.Kind == syntax.Other && s.Status.Yet[it.Key]:
			return true
		}
	}
	return false
}

// reckoned gives the party among whose people item i says that somebody is counted: "उनकी गिनती बसपा के बड़े नेताओं में होती थी".
func (s *story) reckoned(ref sentenceRef, i int, to string) (string, Span) {
	it := s.sentence(ref).Items[i]
	if it.Kind != syntax.PhraseItem || it.Phrase.Head != syntax.Persons || it.Phrase.Case != syntax.Me || it.Phrase.Persons[0].Named() || !s.holds(ref, s.Status.Reckoned) {
		return "", Span{}
	}
	for _, a := range it.Phrase.Persons[0].Affiliations {
		if a.Party != "" && a.Party != to {
			return a.Party, Span{InText, a.First, a.Last, "state"}
		}
	}
	return "", Span{}
}

// home gives the party of item i that a copula behind it says was somebody's own: "दोनों का ठिकाना अब तक बसपा था".
func (s *story) home(items []syntax.Item, i int) *syntax.Phrase {
	party := items[i].Phrase
	if items[i].Kind != syntax.PhraseItem || party.Head != syntax.PartyHead || party.Party.Symbol || party.Case != syntax.Bare || i+1 >= len(items) || items[i+1].Kind != syntax.VerbItem {
		return nil
	}
	if vg := items[i+1].Verb; vg.Negated || vg.Main != syntax.AuxPast && !(vg.Lemma == "रह" && vg.Perfect) {
		return nil
	}
	for n := i - 1; n >= 0 && items[n].Kind != syntax.VerbItem; n-- {
		if ph := items[n].Phrase; items[n].Kind == syntax.PhraseItem && s.Status.Homes[ph.Word] && ph.Case == syntax.Bare && len(ph.Of) > 0 {
			return party
		}
	}
	return nil
}

// candidate gives the party on whose ticket item i says that somebody stood.
func (s *story) candidate(items []syntax.Item, i int) *syntax.Phrase {
	ph := items[i].Phrase
	if items[i].Kind != syntax.PhraseItem || ph.Head != syntax.Noun || !s.Status.Tickets[ph.Word] || ph.Case != syntax.Par && ph.Case != syntax.Se || len(ph.Of) == 0 || ph.Of[len(ph.Of)-1].Head != syntax.PartyHead {
		return nil
	}
	for _, it := range items[i+1:] {
		if it.Kind == syntax.PhraseItem || it.Kind == syntax.Other {
			continue
		}
		if it.Kind != syntax.VerbItem {
			return nil
		}
		if vg := it.Verb; vg.Perfect && !vg.Negated && !vg.Future && s.Status.ContestVerbs[vg.Lemma] {
			return ph.Of[len(ph.Of)-1]
		}
		return nil
	}
	return nil
}

// refused gives the party that refused a person the ticket he hoped for, as the sentence of his joining has it, or one nearby about
// him: "भाजपा से टिकट न मिलने पर X ने …", "कांग्रेस ने इस बार उनका टिकट काट दिया". Who asks a party for its ticket is of that party.
func (s *story) refused(e *Entity, joined []*legAt, to string) (string, Span) {
	const near = 3 // sentences
	for _, l := range joined {
		if l.background {
			continue
		}
		before := l.event.First
		if l.member {
			before = s.sentence(l.ref).Last // the event is that of another sentence
		}
		if id, span := s.refusal(l.ref, before, e, to); id != "" {
			return id, span
		}
		for _, ref := range s.about[e] {
			if ref.in == l.ref.in && ref != l.ref && ref.i-l.ref.i <= near && l.ref.i-ref.i <= near && len(s.topics[ref]) == 1 && !s.bygone(ref) {
				if id, span := s.refusal(ref, s.sentence(ref).Last, e, to); id != "" {
					return id, span
				}
			}
		}
		if id, span := s.slate(l, to); id != "" {
			return id, span
		}
	}
	return "", Span{}
}

// slate gives the party whose candidates are named right before a sentence that tells of somebody's ticket: "कांग्रेस ने उम्मीदवारों के नाम
// खोले। टिकट मांग रहे X सूची देखकर बसपा के हो लिए।"
func (s *story) slate(l *legAt, to string) (string, Span) {
	if l.ref.in == InTitle || !s.holds(l.ref, s.Status.Tickets) && !s.holds(l.ref, s.Status.Slates) {
		return "", Span{}
	}
	items := s.sentence(l.ref).Items
	for i, it := range items { // "भाजपा की सूची में नाम नहीं देखकर"
		if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Noun && it.Phrase.Case == syntax.Me && s.Status.Slates[s.tokens(l.ref.in)[it.Phrase.Last-1].Key] &&
			slices.ContainsFunc(items[i+1:min(len(items), i+4)], func(n syntax.Item) bool { return n.Kind == syntax.Neg }) {
			if of := refuser(it.Phrase); of != nil && of.Party.ID != to {
				return of.Party.ID, Span{l.ref.in, of.First, of.Last, "state"}
			}
		}
	}
	const near = 2 // sentences
	for i := l.ref.i - 1; i >= max(0, l.ref.i-near); i-- {
		ref := sentenceRef{l.ref.in, i}
		if !s.holds(ref, s.Status.Slates) {
			continue
		}
		for _, it := range s.sentence(ref).Items {
			if it.Kind != syntax.PhraseItem {
				continue
			}
			for ph := range within(it.Phrase) {
				if ph.Head == syntax.PartyHead && !ph.Party.Symbol && ph.Party.ID != to && (ph.Case == syntax.Ne || ph.Case == syntax.Ka) && s.only(ref, ph.Party.ID) {
					return ph.Party.ID, Span{ref.in, ph.First, ph.Last, "state"}
				}
			}
		}
	}
	return "", Span{}
}

// refusal gives the party that a sentence says, before a token, to have refused a ticket to the given person.
func (s *story) refusal(ref sentenceRef, before int, e *Entity, to string) (string, Span) {
	items := s.sentence(ref).Items
tickets:
	for t := range items {
		if items[t].First >= before {
			break
		}
		if items[t].Kind != syntax.PhraseItem || items[t].Phrase.Head != syntax.Noun || !s.Status.Tickets[items[t].Phrase.Word] || !s.withheld(items[t+1:]) {
			continue
		}
		for i := t; i >= 0; i-- {
			it := &items[i]
			if it.Kind == syntax.VerbItem || it.Kind == syntax.Opener || it.Kind == syntax.Mark || it.Kind == syntax.Comma && i < t-1 {
				break
			}
			if it.Kind != syntax.PhraseItem {
				continue
			}
			ph := it.Phrase
			if ph.Head == syntax.Persons && ph.Persons[0].Named() && !slices.Contains(s.entitiesOf(ph), e) {
				continue tickets // somebody else's
			}
			if i == t || ph.Head == syntax.Noun {
				if of := refuser(ph); of != nil && of.Party.ID != to {
					return of.Party.ID, Span{ref.in, of.First, of.Last, "state"}
				}
			}
			if ph.Head == syntax.PartyHead && !ph.Party.Symbol && ph.Party.ID != to && (ph.Case == syntax.Se || ph.Case == syntax.Dwara || ph.Case == syntax.Me || ph.Case == syntax.Ne) {
				return ph.Party.ID, Span{ref.in, ph.First, ph.Last, "state"}
			}
		}
		for i := t + 1; i < len(items) && items[i].First < before; i++ { // "टिकट काटने के भाजपा के फैसले से"
			if items[i].Kind == syntax.PhraseItem {
				if of := refuser(items[i].Phrase); items[i].Phrase.Head == syntax.Noun && items[i].Phrase.Case == syntax.Se && of != nil && of.Party.ID != to {
					return of.Party.ID, Span{ref.in, of.First, of.Last, "state"}
				}
				break
			}
		}
	}
	return "", Span{}
}

// refuser gives the party to which a ticket, a list or a decision belongs.
func refuser(ph *syntax.Phrase) *syntax.Phrase {
	for _, of := range ph.Of {
		if of.Head == syntax.PartyHead && !of.Party.Symbol && of.Party.ID != independent {
			return of
		}
	}
	return nil
}

// withheld says whether what follows a ticket says that it is not given, or taken away.
func (s *story) withheld(items []syntax.Item) bool {
	const longest = 3 // items before the verb
	for i := 0; i < len(items) && i < longest; i++ {
		switch it := &items[i]; it.Kind {
		case syntax.VerbItem:
			return s.Status.Refuse[it.Verb.Lemma] && !it.Verb.Negated || s.Status.Grant[it.Verb.Lemma] && it.Verb.Negated
		case syntax.Comma, syntax.Opener, syntax.Mark:
			return false
		}
	}
	return false
}

// office gives the party of an office that item i, before a copula, says somebody holds or held: "वह जौरा से आप के पार्षद हैं".
func (s *story) office(items []syntax.Item, i int, to string) (string, Span) {
	ph := items[i].Phrase
	if items[i].Kind != syntax.PhraseItem || ph.Head != syntax.Persons || ph.Case != syntax.Bare || len(ph.Persons) != 1 || ph.Persons[0].Named() || i+1 >= len(items) || items[i+1].Kind != syntax.VerbItem {
		return "", Span{}
	}
	vg := items[i+1].Verb
	if vg.Negated || vg.Main != syntax.AuxPres && vg.Main != syntax.AuxPast && !(vg.Lemma == "रह" && vg.Perfect) && !(vg.Passive && s.Status.Regarded[vg.Lemma]) {
		return "", Span{}
	}
	for _, a := range ph.Persons[0].Affiliations {
		if a.Party != "" && a.Party != to {
			return a.Party, Span{InText, a.First, a.Last, "state"}
		}
	}
	return "", Span{}
}
