package discourse

import (
	"cmp"
	"slices"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// roster gives the last move to the names that a sentence lists as those who made it: "इनमें A, B
// और C शामिल हैं", or a run of list items behind it.
func (s *story) roster(ref sentenceRef, f *focus) {
	if len(f.move) == 0 || ref.in == InTitle {
		return
	}
	sent := s.sentence(ref)
	if s.listLine(sent) && len(f.counted) > 0 && f.move[0].entity != f.counted[0].entity && s.lines(ref) == f.counted[0].entity.Count {
		f.move = f.counted // a list of just as many as were counted before somebody else's move
	}
	if len(f.counted) > 0 && !f.move[0].entity.Group && f.counted[0].ref.in == ref.in && (s.counted(sent, f.counted[0].entity) != nil || s.thereNow(ref, f.counted) != nil) {
		f.move = f.counted
	}
	src := f.move[0]
	at := src.ref.i
	if src.ref.in != ref.in {
		at = -1 // told in the title
	}
	if ref.i-at > 14 {
		return
	}
	var list, along, whole *syntax.Phrase // along: with the one before; whole: its groups move too
	ahead, said := false, false           // they will go along; it is said that they go
	move := s.wholeMove(f.move)
	switch {
	case src.entity.Group && s.label(sent) != nil:
		list = s.label(sent)
	case s.listLine(sent) && (s.tellsItself(ref) || s.headsSection(ref)):
		return // "• X। अक्टूबर में राजद छोड़ भाजपाई हुए।"
	case s.listLine(sent):
		for _, it := range sent.Items {
			if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && it.Phrase.Case == syntax.Bare && it.Phrase.Persons[0].Named() {
				list = it.Phrase
				break
			}
		}
	case (ref.i-at <= 4 || s.tells(ref, src.act)) && s.counted(sent, src.entity) != nil:
		list = s.counted(sent, src.entity)
	case ref.i-at <= 4 && src.status == "done" && s.turnedToo(ref) != nil:
		list = s.turnedToo(ref)
		whole = list
	case ref.i-at <= 4 && src.status == "done" && src.act == frame.Join && s.enteredToo(ref) != nil:
		list = s.enteredToo(ref)
	case ref.i-at <= 4 && src.entity.Group && s.ledBy(ref) != nil:
		list = s.ledBy(ref)
	case ref.i-at <= 4 && s.thereNow(ref, f.move) != nil:
		list = s.thereNow(ref, f.move)
	case src.entity.Group && src.act == frame.Join && s.cameBefore(sent) != nil:
		list = s.cameBefore(sent)
	case src.entity.Group && src.entity.Count > 1 && s.ordinal(sent):
		list = s.rosterList(sent, s.tokens(ref.in))
	case ref.i-at <= 4 && src.act == frame.Join && s.scarfToo(sent) != nil:
		list = s.scarfToo(sent)
	case s.namedAmong(sent) != nil && s.lastLeaving() != nil:
		list, said = s.namedAmong(sent), true
		move = []*legAt{s.lastLeaving()}
	case (ref.i-at <= 4 || s.movers() == 1) && !sent.Question && s.wentAlong(sent) != nil:
		list = s.wentAlong(sent)
		along, whole, ahead = list, list, slices.ContainsFunc(sent.Items, func(it syntax.Item) bool { return it.Kind == syntax.VerbItem && it.Verb.Future })
	case slices.ContainsFunc(f.move, func(l *legAt) bool {
		return l.act == frame.Join && l.ref.in == ref.in && (ref.i-l.ref.i == 1 || ref.i-l.ref.i <= 4 && s.namesWith(sent, src.entity))
	}) && s.wereAlong(sent, src.entity) != nil:
		list = s.wereAlong(sent, src.entity)
		along = list
	case ref.i-at <= 4 || src.entity.Group && s.tells(ref, src.act):
		list = s.rosterList(sent, s.tokens(ref.in))
		said = list != nil && s.listTold(sent.Items, list)
		if list == nil && src.act == frame.Join {
			near := 1
			if s.noLonger(sent.Items) {
				near = 5
			}
			if put := s.putOutBefore(ref, near); put != nil {
				if list = s.sameAction(sent); list != nil {
					move = []*legAt{put} // "X को चार दिन पहले निकाला था। Y पर यही कार्रवाई अक्टूबर में हुई।"
				}
			}
		}
		if list == nil && putsOut(src.act) {
			list = cmp.Or(s.sameAction(sent), s.besidesThem(ref))
			move = []*legAt{src} // wherever the one before has gone since
		}
	}
	if list == nil {
		return
	}
	var people []*Entity
	mentions := s.byPhrase[list]
	for _, ph := range append(labels(sent.Items, list), s.further(sent.Items, list)...) {
		mentions = append(slices.Clone(mentions), s.byPhrase[ph]...)
	}
	for _, it := range sent.Items {
		if it.Kind == syntax.PhraseItem && it.First >= list.End && s.signed(it.Phrase) != nil {
			mentions = append(slices.Clone(mentions), s.byPhrase[s.signed(it.Phrase)]...)
		}
		if it.Last <= list.First && it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && it.Phrase.Case == syntax.Alava {
			mentions = append(slices.Clone(s.byPhrase[it.Phrase]), mentions...) // "इनमें X के अलावा A और B हैं"
		}
	}
	for _, m := range mentions {
		if m.Phrase == whole && m.Person.Group && !m.Person.Anaphoric {
			s.group(m) // "सपा के 50 कार्यकर्ता भी साथ आए"
		} else if m.Entity == nil || m.Entity.Group || !m.Person.Named() {
			continue
		}
		if s.moves(m.Entity, ref) && !(src.entity.Count == len(list.Persons) && s.retells(m.Entity, ref, src)) {
			continue
		}
		people = append(people, m.Entity)
		for _, src := range move {
			l := *src
			l.entity, l.mention, l.ref, l.member, l.of = m.Entity, m, ref, true, src.mention
			l.along = list == along
			switch {
			case ahead:
				l.status = "announced"
			case said:
				l.status = "rumoured"
			}
			if !src.entity.Group && !(m.Person.Group && s.rankAndFile(m.Phrase)) {
				l.affiliation, l.affSpan = "", Span{}
			}
			if s.label(sent) == list {
				s.holdsOffice(sent, m)
			}
			a, span := s.sourceOf(sent, m)
			if a == "" {
				a, span = s.listed(m)
			}
			if a != "" && a != l.party {
				l.affiliation, l.affSpan = a, span
				if src.act != frame.Join {
					continue
				}
			}
			l.ref = src.ref
			s.legs = append(s.legs, &l)
		}
	}
	if !src.entity.Group && len(people) > 0 && !slices.Contains(people, src.entity) {
		people = append([]*Entity{src.entity}, people...)
	}
	if len(people) > 1 {
		f.list = people
	}
}

// besidesThem gives the list of those with whom, beside the ones before, something is done that the sentence has no known word for:
// "इनके अलावा A, B और C भी नापे गए हैं".
func (s *story) besidesThem(ref sentenceRef) (list *syntax.Phrase) {
	items := s.sentence(ref).Items
	if len(items) == 0 || items[0].Kind != syntax.PhraseItem || items[0].Phrase.Head != syntax.PronounHead || items[0].Phrase.Case != syntax.Alava {
		return nil
	}
	too := false
	for _, it := range items[1:] {
		switch {
		case it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && it.Phrase.Case == syntax.Bare && it.Phrase.Persons[0].Named():
			list = it.Phrase
		case it.Kind == syntax.Other && it.Key == "भी":
			too = too || list != nil
		case it.Kind == syntax.VerbItem:
			if !it.Verb.Finite || it.Verb.Negated || !it.Verb.Perfect {
				return nil
			}
		case it.Kind == syntax.PhraseItem && it.Phrase.Case != syntax.Bare, it.Kind == syntax.Neg, it.Kind == syntax.Opener:
			return nil
		}
	}
	if !too {
		return nil
	}
	return list
}

// ordinal says whether a sentence counts on among those who moved: "तीसरे हैं X", "निकाले गए दूसरे नेता X हैं".
func (s *story) ordinal(sent *syntax.Sentence) bool {
	if len(sent.Items) == 0 {
		return false
	}
	it := &sent.Items[0]
	if it.Kind == syntax.VerbItem && len(sent.Items) > 1 {
		it = &sent.Items[1]
	}
	return it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Noun && it.Phrase.Case == syntax.Bare && it.Phrase.Last-it.Phrase.First == 1 && s.Grammar.Ordinal(it.Phrase.Word)
}

// thereNow finds as many people as a group has that joined, of whom a sentence says that they are where it went: "A और B अब भाजपा में हैं".
func (s *story) thereNow(ref sentenceRef, move []*legAt) *syntax.Phrase {
	for ev := range s.eventsOf(ref) {
		if ev.Rule.State && ev.Rule.Act == frame.Join && ev.Party != nil && ev.Who != nil && slices.ContainsFunc(move, func(l *legAt) bool {
			return l.act == frame.Join && l.party == ev.Party.Party.ID && l.entity.Count > 1 && l.entity.Count == len(ev.Who.Persons)
		}) {
			return ev.Who
		}
	}
	return nil
}

// cameBefore finds who is told to have come before or after one of those who moved, and nothing more: "A से पहले B आए".
func (s *story) cameBefore(sent *syntax.Sentence) *syntax.Phrase {
	var one, list *syntax.Phrase
	for _, it := range sent.Items {
		switch it.Kind {
		case syntax.PhraseItem:
			ph := it.Phrase
			switch {
			case ph.Head != syntax.Persons || !ph.Persons[0].Named():
				return nil
			case one == nil && (ph.Case == syntax.Pahle || ph.Case == syntax.Baad):
				one = ph
			case one != nil && list == nil && ph.Case == syntax.Bare:
				list = ph
			default:
				return nil
			}
		case syntax.VerbItem:
			if list == nil || !s.Status.Going[it.Verb.Lemma] || !it.Verb.Finite || it.Verb.Negated {
				return nil
			}
			es := s.entitiesOf(one)
			if len(es) != 1 || !slices.ContainsFunc(s.legs, func(l *legAt) bool { return l.entity == es[0] && l.act == frame.Join && !l.background }) {
				return nil
			}
			return list
		case syntax.Other, syntax.Mark:
		default:
			return nil
		}
	}
	return nil
}

// putOutBefore gives the leg of somebody whom one of the sentences before, near at most, tells to have been put out.
func (s *story) putOutBefore(ref sentenceRef, near int) *legAt {
	for i := len(s.legs) - 1; i >= 0; i-- {
		if l := s.legs[i]; putsOut(l.act) && l.status == "done" && l.ref.in == ref.in && l.ref.i < ref.i && l.ref.i >= ref.i-near {
			return l
		}
	}
	return nil
}

// wholeMove adds to the legs last told of somebody the other leg of the same move, told before: "X सपा में शामिल हुए। X समेत सभी बसपा छोड़कर
// आए हैं। इनमें A और B हैं।"
func (s *story) wholeMove(move []*legAt) []*legAt {
	if len(move) != 1 || move[0].act != frame.Leave || move[0].status != "done" {
		return move
	}
	for _, l := range s.legs {
		if l.entity == move[0].entity && l.act == frame.Join && l.status == "done" && !l.background && l.party != move[0].party && l.ref.in == InText {
			return append(slices.Clone(move), l)
		}
	}
	return move
}

// dashes are the marks between a name and what is told of its bearer.
var dashes = map[string]bool{":": true, "-": true, "–": true, "—": true}

// label gives the person at the head of a list item that goes on to tell of him: "2. X: 2014 में विधायक बने।"
func (s *story) label(sent *syntax.Sentence) *syntax.Phrase {
	if sent.Block != devanagari.Bullet {
		return nil
	}
	for i, it := range sent.Items {
		switch {
		case it.Kind == syntax.Mark && i < 3, it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Noun && i == 0:
		case it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && it.Phrase.Case == syntax.Bare && it.Phrase.Persons[0].Named() && len(it.Phrase.Persons) == 1 &&
			i+1 < len(sent.Items) && sent.Items[i+1].Kind == syntax.Mark && dashes[sent.Items[i+1].Key]:
			return it.Phrase
		default:
			return nil
		}
	}
	return nil
}

// holdsOffice gives the person of a label the office that stands behind the mark: "1) X – मुरैना से सपा के विधायक".
func (s *story) holdsOffice(sent *syntax.Sentence, m *Mention) {
	for _, it := range sent.Items {
		if it.First < m.Phrase.Last || it.Kind == syntax.Mark && dashes[it.Key] {
			continue
		}
		if it.Kind != syntax.PhraseItem || it.Phrase.Head != syntax.Persons || it.Phrase.Persons[0].Named() || it.Phrase.Persons[0].Group || it.Phrase.Case != syntax.Bare {
			return
		}
		p, q := m.Person, &it.Phrase.Persons[0]
		if p.RoleLast == p.RoleFirst {
			p.RoleFirst, p.RoleLast, p.RoleIndexes, p.Former = q.RoleFirst, q.RoleLast, q.RoleIndexes, q.Former
			p.Affiliations = append(p.Affiliations, q.Affiliations...)
			p.Places = append(p.Places, q.Places...)
		}
		return
	}
}

// further gives the others of a list whose members are told apart by their order or by the parties they come from: "पहला नाम A का है
// और दूसरा B का", "इनमें A बसपा से और B सपा से ताल्लुक रखते हैं".
func (s *story) further(items []syntax.Item, first *syntax.Phrase) (more []*syntax.Phrase) {
	named := func(i int) bool {
		return items[i].Kind == syntax.PhraseItem && items[i].Phrase.Head == syntax.Persons && items[i].Phrase.Case == first.Case && items[i].Phrase.Persons[0].Named()
	}
	for i := range items {
		if items[i].First < first.Last || i == 0 || !named(i) {
			continue
		}
		prev := items[i-1]
		switch {
		case first.Case == syntax.Ka && prev.Kind == syntax.PhraseItem && prev.Phrase.Head == syntax.Noun && prev.Phrase.Case == syntax.Bare && s.Grammar.Ordinal(prev.Phrase.Word):
			more = append(more, items[i].Phrase)
		case first.Case == syntax.Bare && prev.Kind == syntax.Coordinator && fromParty(items, i) && i > 2 && items[i-2].Kind == syntax.PhraseItem && items[i-2].Phrase.Head == syntax.PartyHead:
			more = append(more, items[i].Phrase)
		}
	}
	return more
}

// fromParty says whether a party in से stands right behind item i.
func fromParty(items []syntax.Item, i int) bool {
	return i+1 < len(items) && items[i+1].Kind == syntax.PhraseItem && items[i+1].Phrase.Head == syntax.PartyHead && items[i+1].Phrase.Case == syntax.Se
}

// labels gives the further people of a list whose members each stand before a colon and what is told of them: "A: मुरैना सीट; B:
// जौरा सीट".
func labels(items []syntax.Item, first *syntax.Phrase) (more []*syntax.Phrase) {
	label := func(i int) bool {
		return items[i].Kind == syntax.PhraseItem && items[i].Phrase.Head == syntax.Persons && items[i].Phrase.Case == syntax.Bare && len(items[i].Phrase.Persons) == 1 && items[i].Phrase.Persons[0].Named() &&
			i+1 < len(items) && items[i+1].Kind == syntax.Mark && items[i+1].Key == ":"
	}
	in := false
	for i := range items {
		switch {
		case items[i].Kind == syntax.PhraseItem && items[i].Phrase == first:
			if in = label(i); !in {
				return nil
			}
		case in && label(i) && items[i-1].Kind == syntax.Comma:
			more = append(more, items[i].Phrase)
		}
	}
	return more
}

// listLine says whether a sentence is a line of a list: an item, or a line without a verb
// behind one that announces a list.
func (s *story) listLine(sent *syntax.Sentence) bool {
	for _, it := range sent.Items {
		if it.Kind == syntax.VerbItem {
			return false
		}
	}
	return sent.Block == devanagari.Bullet || sent.Block == devanagari.Body && !ends(sent)
}

// tellsItself says whether a list item goes on to tell what its person did.
func (s *story) tellsItself(ref sentenceRef) bool {
	if s.sentence(ref).Block != devanagari.Bullet {
		return false
	}
	for i := ref.i + 1; i < len(s.texts[ref.in].Sentences) && s.together(ref.i, i); i++ {
		for range s.eventsOf(sentenceRef{ref.in, i}) {
			return true
		}
	}
	return false
}

// headsSection says whether a list item is the heading of what the sentence behind it goes on to tell of its person: "2. X", "मुरैना के
// विधायक X ने भी …".
func (s *story) headsSection(ref sentenceRef) bool {
	next := sentenceRef{ref.in, ref.i + 1}
	e := s.namesOnly(ref)
	if e == nil || next.i >= len(s.texts[ref.in].Sentences) || s.listLine(s.sentence(next)) {
		return false
	}
	return slices.ContainsFunc(e.Mentions, func(m *Mention) bool { return m.In == next.in && m.Sentence == next.i })
}

// lines counts the lines of the list that starts with a sentence.
func (s *story) lines(ref sentenceRef) int {
	n := 0
	for i := ref.i; i < len(s.texts[ref.in].Sentences) && s.listLine(s.sentence(sentenceRef{ref.in, i})); i++ {
		n++
	}
	return n
}

// ends says whether a sentence is closed by a mark, as prose is.
func ends(sent *syntax.Sentence) bool {
	n := len(sent.Items)
	return n > 0 && sent.Items[n-1].Kind == syntax.Mark && sent.Items[n-1].Key != "-" && sent.Items[n-1].Key != ":" && sent.Items[n-1].Key != ")"
}

// counted finds the list that has just as many names as the group was said to have people.
func (s *story) counted(sent *syntax.Sentence, e *Entity) *syntax.Phrase {
	if !e.Group || e.Count < 2 {
		return nil
	}
	for i, it := range sent.Items {
		if it.Kind != syntax.PhraseItem || it.Phrase.Head != syntax.Persons || len(it.Phrase.Persons) != e.Count {
			continue
		}
		acts := it.Phrase.Case == syntax.Bare || it.Phrase.Case == syntax.Ne ||
			it.Phrase.Case == syntax.Ka && i+1 < len(sent.Items) && sent.Items[i+1].Kind == syntax.PhraseItem && sent.Items[i+1].Phrase.Head == syntax.HostHead // "A और B के विलय संबंधी पत्र को"
		named := 0
		for i := range it.Phrase.Persons {
			if it.Phrase.Persons[i].Named() {
				named++
			}
		}
		if named == e.Count && (e.Count > 2 || acts && (s.wardsmen(it.Phrase) || likewise(it.Phrase, e))) {
			return it.Phrase
		}
	}
	return nil
}

// likewise says whether people of a list have the office that a group was said to have, each or the first for all: "दो विधायक" – "विधायक A
// और B".
func likewise(ph *syntax.Phrase, e *Entity) bool {
	for i := range ph.Persons {
		if p := &ph.Persons[i]; !sharesRole(p, e.Mentions[0].Person) && (i == 0 || p.RoleLast > p.RoleFirst) {
			return false
		}
	}
	return true
}

// wardsmen says whether people of a list are each told by a place of their own: "वार्ड 5 की A और वार्ड 8 के B".
func (s *story) wardsmen(ph *syntax.Phrase) bool {
	return !slices.ContainsFunc(ph.Persons, func(p syntax.Person) bool { return len(p.Places) == 0 })
}

// sameAction finds whom else the party acts against: "X पर भी यही कार्रवाई हुई है".
func (s *story) sameAction(sent *syntax.Sentence) *syntax.Phrase {
	var list *syntax.Phrase
	if slices.ContainsFunc(sent.Items, func(it syntax.Item) bool { return it.Kind == syntax.Neg }) && !s.noLonger(sent.Items) {
		return nil // "X पर ऐसी कोई कार्रवाई नहीं हुई"
	}
	reached := false
	for i, it := range sent.Items {
		if it.Kind != syntax.PhraseItem {
			continue
		}
		if it.Phrase.Case == syntax.Me && s.Status.Reach[it.Phrase.Word] && slices.ContainsFunc(it.Phrase.Of, func(of *syntax.Phrase) bool { return s.Status.Actions[of.Word] }) {
			reached = true // "कार्रवाई की जद में A और B आए हैं"
		}
		if it.Phrase.Head == syntax.Persons && it.Phrase.Persons[0].Named() {
			if reached && it.Phrase.Case == syntax.Bare {
				return it.Phrase
			}
			switch it.Phrase.Case {
			case syntax.Par, syntax.Khilaf:
				list = it.Phrase
			case syntax.Bare:
				if s.struckToo(sent.Items[i+1:]) {
					return it.Phrase
				}
			}
		}
		if list != nil && it.Phrase.Head == syntax.Noun && s.Status.Actions[it.Phrase.Word] {
			return list
		}
	}
	return nil
}

// struckToo says whether what follows the people of a sentence says that they were struck too: "भी नपे हैं".
func (s *story) struckToo(items []syntax.Item) bool {
	if len(items) < 2 || items[0].Kind != syntax.Other || !s.Status.Also[items[0].Key] {
		return false
	}
	return items[1].Kind == syntax.PhraseItem && items[1].Phrase.Case == syntax.Bare && s.Status.Actions[items[1].Phrase.Word] || s.noLonger(items)
}

// noLonger says whether items tell that somebody is of the party no more: "भी अब पार्टी के नहीं रहे".
func (s *story) noLonger(items []syntax.Item) bool {
	party := false
	for _, it := range items {
		switch it.Kind {
		case syntax.PhraseItem:
			party = it.Phrase.Head == syntax.PartyWord && (it.Phrase.Case == syntax.Ka || it.Phrase.Case == syntax.Me)
		case syntax.VerbItem:
			return party && it.Verb.Negated && it.Verb.Lemma == "रह" && it.Verb.Perfect
		}
	}
	return false
}

// wentAlong finds those who, a sentence says, went along with the ones before, or did something behind them: "A, B और C भी उनके साथ गए", "C भी साथ हो लिए".
func (s *story) wentAlong(sent *syntax.Sentence) *syntax.Phrase {
	var list *syntax.Phrase
	with, behind := false, false
	for i, it := range sent.Items {
		switch it.Kind {
		case syntax.Opener:
			return nil
		case syntax.PhraseItem:
			ph := it.Phrase
			switch {
			case ph.Head == syntax.Persons && (ph.Case == syntax.Bare || ph.Case == syntax.Ne) && (ph.Persons[0].Named() || ph.Persons[0].Group && !ph.Persons[0].Anaphoric && (ph.Case == syntax.Ne || len(ph.Persons[0].Affiliations) > 0)):
				list = ph // the last: what stands before may describe it
			case ph.Head == syntax.PronounHead && ph.Case == syntax.Saath && !ph.Pronoun.Reflexive, ph.Head == syntax.HostHead && ph.Case == syntax.Bare && len(ph.Of) == 0 && ph.Word == companyWord:
				with = true
			case ph.Head == syntax.PronounHead && ph.Case == syntax.Pichhe:
				with, behind = true, true // "भी उनके पीछे-पीछे लाल टोपी पहनी"
			case behind:
			case ph.Head == syntax.PartyWord && ph.Case == syntax.Me: // "भी उनके साथ पार्टी में आए"
			case ph.Case != syntax.Bare || ph.Head == syntax.Noun && ph.Last-ph.First > 2:
				return nil // they went somewhere, or did something
			}
		case syntax.VerbItem:
			vg := it.Verb
			if list == nil && i+2 < len(sent.Items) && sent.Items[i+1].Kind == syntax.Comma {
				with = false // "अकेले नहीं गए, …"
				continue
			}
			if vg.Main == syntax.Perf && i+1 < len(sent.Items) && sent.Items[i+1].Kind == syntax.PhraseItem && sent.Items[i+1].Phrase.Head == syntax.Persons {
				continue // "उनके पति और जिला उपाध्यक्ष रहे X"
			}
			if behind && !vg.Finite {
				continue
			}
			if list == nil || !with || !vg.Perfect && !vg.Future || vg.Pluperfect && !behind || vg.Negated || i+2 < len(sent.Items) {
				return nil
			}
			if behind || s.Status.Going[vg.Lemma] && list.Case == syntax.Bare {
				return list
			}
			return nil
		}
	}
	return nil
}

// scarfToo finds those who are given the party's scarf besides the ones before: "इनके अलावा A और B को भी पटका पहनाया गया".
func (s *story) scarfToo(sent *syntax.Sentence) *syntax.Phrase {
	var list *syntax.Phrase
	besides := false
	for _, it := range sent.Items {
		switch {
		case it.Kind == syntax.Opener:
			return nil
		case it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.PronounHead:
			besides = besides || it.Phrase.Case == syntax.Alava || it.Phrase.Case == syntax.Saath
		case it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && it.Phrase.Case == syntax.Ko && it.Phrase.Persons[0].Named():
			list = it.Phrase
		case it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.HostHead && it.Phrase.Word == scarfWord && it.Phrase.Case == syntax.Bare && len(it.Phrase.Of) == 0:
			if besides {
				return list
			}
		case it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.PartyHead:
			return nil
		}
	}
	return nil
}

// turnedToo finds those who, a sentence says without a word of where, did the same: "X ने भी वहीं पार्टी बदली".
func (s *story) turnedToo(ref sentenceRef) *syntax.Phrase {
	var list *syntax.Phrase
	turn, same := false, false
	for _, it := range s.sentence(ref).Items {
		switch it.Kind {
		case syntax.Opener:
			return nil
		case syntax.PhraseItem:
			switch ph := it.Phrase; {
			case ph.Head == syntax.Persons && ph.Case == syntax.Ne && (ph.Persons[0].Named() || ph.Persons[0].Count > 1 && !ph.Persons[0].Anaphoric):
				list = ph
			case ph.Head == syntax.PartyHead:
				return nil
			default:
				turn = turn || ph.Case == syntax.Bare && (ph.Head == syntax.PartyWord || s.Status.Turned[ph.Word])
				same = same || ph.Case == syntax.Bare && s.sameWay(ph, s.tokens(ref.in))
			}
		case syntax.VerbItem:
			vg := it.Verb
			if list == nil {
				continue // "आप के अध्यक्ष रहे X ने भी यही रास्ता पकड़ा"
			}
			if (turn && vg.Lemma == "बदल" || same) && list != nil && vg.Perfect && !vg.Negated && !vg.Pluperfect && s.holds(ref, s.Status.Also) && (list.Persons[0].Named() || s.rosterList(s.sentence(ref), s.tokens(ref.in)) == nil) {
				return list
			}
			return nil
		}
	}
	return nil
}

// enteredToo finds those who, a sentence says without a word of where, joined too: "X भी इसी मौके पर शामिल हुए".
func (s *story) enteredToo(ref sentenceRef) *syntax.Phrase {
	if !s.holds(ref, s.Status.Also) {
		return nil
	}
	var list *syntax.Phrase
	items := s.sentence(ref).Items
	for i, it := range items {
		switch it.Kind {
		case syntax.Opener:
			return nil
		case syntax.VerbItem:
			vg := it.Verb
			if list == nil || i == 0 || items[i-1].Kind != syntax.PhraseItem || !vg.Finite || !vg.Perfect || vg.Negated || vg.Pluperfect {
				return nil
			}
			host := items[i-1].Phrase
			if host.Head != syntax.HostHead || len(host.Of) > 0 || !(host.Word == enteredWord && vg.Lemma == "हो" && list.Case == syntax.Bare || host.Word == entryWord && (vg.Lemma == "ले" || vg.Lemma == "कर") && list.Case == syntax.Ne) {
				return nil
			}
			return list
		case syntax.PhraseItem:
			switch ph := it.Phrase; {
			case ph.Case == syntax.Me, ph.Head == syntax.PartyHead, ph.Head == syntax.PartyWord:
				return nil // of something that the sentence names
			case ph.Head == syntax.Persons && (ph.Case == syntax.Bare || ph.Case == syntax.Ne) && ph.Persons[0].Named():
				list = ph
			}
		}
	}
	return nil
}

var enteredWord, entryWord = devanagari.Fold("शामिल"), devanagari.Fold("प्रवेश")

// sameWay says whether a phrase points back to what others did: "यही रास्ता".
func (s *story) sameWay(ph *syntax.Phrase, tokens []devanagari.Token) bool {
	at := ph.Last - 2 // a demonstrative may stand before the phrase or in it
	return at >= 0 && at >= ph.First-1 && s.Status.Alike[tokens[at].Key] && s.Status.Ways[tokens[ph.Last-1].Key]
}

// wereAlong finds those who were with the ones before as they moved: "साथ में A और B भी थीं", "बेटे A और पूर्व विधायक B भी साथ थे".
func (s *story) wereAlong(sent *syntax.Sentence, head *Entity) *syntax.Phrase {
	var list *syntax.Phrase
	with, also := false, false
	for i, it := range sent.Items {
		switch it.Kind {
		case syntax.Other:
			with = with || it.Key == companyWord && it.Last-it.First == 2 // "साथ में"
			also = also || it.Key == "भी"
		case syntax.PhraseItem:
			ph := it.Phrase
			switch {
			case ph.Head == syntax.Persons && ph.Case == syntax.Bare && ph.Persons[0].Named():
				list = ph // the last: what stands before may describe it
			case ph.Head == syntax.HostHead && ph.Case == syntax.Bare && len(ph.Of) == 0 && ph.Word == companyWord:
				with = true
			case ph.Head == syntax.PronounHead && ph.Case == syntax.Saath, s.with(ph, head):
				with = true
			case with && ph.Case == syntax.Par && s.Status.Stage[ph.Word]: // "X के साथ मंच पर Y भी थीं"
			default:
				return nil
			}
		case syntax.VerbItem:
			if it.Verb.Main != syntax.AuxPast {
				if it.Verb.Lemma == "रह" {
					continue
				}
				return nil
			}
			if with && also && list != nil && i+2 >= len(sent.Items) {
				return list
			}
			return nil
		case syntax.Comma, syntax.Opener:
			return nil
		}
	}
	return nil
}

var companyWord = devanagari.Fold("साथ")

// listTold says whether a list of names is what somebody tells: "A और B के नाम बताए गए हैं".
func (s *story) listTold(items []syntax.Item, list *syntax.Phrase) bool {
	i := slices.IndexFunc(items, func(it syntax.Item) bool { return it.Kind == syntax.VerbItem && it.First >= list.End })
	return i >= 0 && items[i].Verb.Passive && s.Status.Regarded[items[i].Verb.Lemma]
}

// signed gives the people whose names a phrase says to stand under a paper: "A और B के हस्ताक्षर".
func (s *story) signed(ph *syntax.Phrase) *syntax.Phrase {
	if ph.Head == syntax.Noun && ph.Case == syntax.Bare && s.Status.Signs[ph.Word] && len(ph.Of) > 0 && ph.Of[0].Head == syntax.Persons && ph.Of[0].Persons[0].Named() {
		return ph.Of[0]
	}
	return nil
}

// lastLeaving gives the leg of the last one whose leaving is news, or nil.
func (s *story) lastLeaving() *legAt {
	for i := len(s.legs) - 1; i >= 0; i-- {
		if l := s.legs[i]; l.act == frame.Leave && l.status == "done" && !l.background && l.party != "" {
			return l
		}
	}
	return nil
}

// namesWith says whether a sentence names the head with whom others are.
func (s *story) namesWith(sent *syntax.Sentence, head *Entity) bool {
	return slices.ContainsFunc(sent.Items, func(it syntax.Item) bool { return it.Kind == syntax.PhraseItem && s.with(it.Phrase, head) })
}

// with says whether a phrase is that of the head with whom others are: "X के साथ".
func (s *story) with(ph *syntax.Phrase, head *Entity) bool {
	return ph.Case == syntax.Saath && !head.Group && slices.Contains(s.entitiesOf(ph), head)
}

// namedAmong gives the one whose name is said to be among those who go: "X का नाम भी जाने वालों में चल रहा था".
func (s *story) namedAmong(sent *syntax.Sentence) (who *syntax.Phrase) {
	going, among, abroad := false, false, false
	for _, it := range sent.Items {
		switch {
		case it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && it.Phrase.Persons[0].Named() && who == nil:
			who = it.Phrase
		case it.Kind == syntax.VerbItem && it.Verb.Vala && s.Status.Going[it.Verb.Lemma]:
			going = true
		case it.Kind == syntax.Other && it.Key == "में":
			among = among || going
		case it.Kind == syntax.VerbItem && it.Verb.Finite && !it.Verb.Negated:
			abroad = abroad || among && s.Status.Abroad[it.Verb.Lemma]
		case it.Kind == syntax.VerbItem && it.Verb.Negated, it.Kind == syntax.PhraseItem && it.Phrase.Case == syntax.Me:
			return nil
		}
	}
	if !abroad {
		return nil
	}
	return who
}

// rosterList finds the names of a sentence like "इनमें A, B और C शामिल हैं": a phrase in में that stands for
// those who moved, then the list, then nothing but a verb of being or inclusion.
func (s *story) rosterList(sent *syntax.Sentence, tokens []devanagari.Token) *syntax.Phrase {
	head, names, paper := false, false, false
	for i, it := range sent.Items {
		// "बाकी चार हैं- A, B"
		if it.Kind == syntax.Mark && (it.Key == "-" || it.Key == ":") && i > 0 && (sent.Items[i-1].Kind == syntax.VerbItem || sent.Items[i-1].Kind == syntax.PhraseItem && s.Status.NameWords[sent.Items[i-1].Phrase.Word]) {
			head = true
		}
		if it.Kind == syntax.Other && it.Key == "में" && i > 0 && sent.Items[i-1].Kind == syntax.VerbItem && sent.Items[i-1].Verb.Vala && !s.fromHouse(sent.Items[:i-1]) {
			head = true // "लेने वालों में"
		}
		if it.Kind != syntax.PhraseItem {
			continue
		}
		ph := it.Phrase
		switch {
		case ph.Head == syntax.PronounHead && (s.Status.RosterHeads[ph.Word] || ph.Case == syntax.Alava):
			head = true
		case ph.Head == syntax.PronounHead && ph.Case == syntax.Bare && i+1 < len(sent.Items) && sent.Items[i+1].Kind == syntax.VerbItem && sent.Items[i+1].Verb.Main == syntax.AuxPres:
			head = true // "वे हैं A, B"
		case !head && it.First <= sent.Items[min(1, len(sent.Items)-1)].First && s.ordinal(sent):
			head = true // "तीसरे हैं X"
		case ph.Head == syntax.Noun && s.Status.NameWords[ph.Word]:
			head, names = true, !head
		case ph.Head == syntax.Noun && ph.Case == syntax.Me && (s.Grammar.GroupNoun(ph.Word) || s.Status.Lists[tokens[ph.Last-1].Key]):
			head = true // "इस सूची में"
		case ph.Head == syntax.Noun && ph.Case == syntax.Me && s.Status.Papers[tokens[ph.Last-1].Key]:
			paper = true
		case ph.Head == syntax.Persons && paper && ph.Case == syntax.Anya && len(ph.Persons) > 1 && ph.Persons[0].Named() && s.rosterEnd(sent.Items, i):
			return ph // "आदेश में A, B और C के नाम हैं"
		case ph.Head == syntax.Noun && ph.Case == syntax.Me && ph.Last-ph.First == 2 && s.Status.Those[tokens[ph.First].Key] && (tokens[ph.First+1].Kind == devanagari.Number || s.Status.Numbers[tokens[ph.First+1].Key]):
			head = true // "इन दस में"
		case ph.Head == syntax.Persons && ph.Case == syntax.Me && !ph.Persons[0].Named():
			head = true
		case s.signed(ph) != nil && s.rosterEnd(sent.Items, i):
			if i > 1 && sent.Items[i-1].Kind == syntax.Coordinator && sent.Items[i-2].Kind == syntax.PhraseItem && sent.Items[i-2].Phrase.Head == syntax.Persons {
				return sent.Items[i-2].Phrase // "पत्र पर A, B | और | C के हस्ताक्षर हैं"
			}
			if len(s.signed(ph).Persons) > 1 {
				return s.signed(ph)
			}
		case ph.Head == syntax.Persons && ph.Persons[0].Named() && ph.End-ph.Last >= 2 && tokens[ph.Last].Key == "का" && s.rosterEnd(sent.Items, i):
			return ph // "A और B का नाम सबसे आगे है"
		case ph.Head == syntax.Persons && head && ph.Persons[0].Named() && (ph.Case == syntax.Bare || ph.Case == syntax.Ka || ph.Case == syntax.Samet || ph.Case == syntax.Anya):
			if s.rosterEnd(sent.Items, i) && !(names && len(ph.Persons) == 1 && ph.Case != syntax.Ka) {
				return ph // "दूसरा नाम X का है", not "उनका असली नाम X है"
			}
			return nil
		}
	}
	return nil
}

// fromHouse says whether the clause that ends with items tells of a seat in a House: "परिषद की सदस्यता छोड़ने वालों में".
func (s *story) fromHouse(items []syntax.Item) bool {
	for i := len(items) - 1; i >= 0 && items[i].Kind == syntax.PhraseItem; i-- {
		if items[i].Phrase.Case == syntax.Me {
			continue // "मैदान में उतरने वालों में"
		}
		for _, of := range append([]*syntax.Phrase{items[i].Phrase}, items[i].Phrase.Of...) {
			if of.Head == syntax.Noun && s.Status.Post[of.Word] {
				return true
			}
		}
	}
	return false
}

// rosterEnd says whether what follows a list, the item at, only says that these are they.
func (s *story) rosterEnd(items []syntax.Item, at int) bool {
	for _, it := range items[at+1:] {
		switch it.Kind {
		case syntax.VerbItem:
			return it.Verb.Lemma == "हो" || it.Verb.Lemma == "रह" || it.Verb.Lemma == "कर" || it.Verb.Lemma == "ले" || it.Verb.Lemma == "रख" && it.Verb.Habitual || it.Verb.Passive && s.Status.Regarded[it.Verb.Lemma]
		case syntax.Opener:
			return false
		case syntax.PhraseItem:
			if s.Status.Bystanders[it.Phrase.Word] {
				return false
			}
			if it.Phrase.Pronoun.Relative && at > 0 && items[at-1].Kind == syntax.VerbItem {
				return true // "पहले हैं X, जिन्होंने सीट जीती"
			}
		}
	}
	return true
}

// moves says whether a sentence already gives a person a leg.
func (s *story) moves(e *Entity, ref sentenceRef) bool {
	for _, l := range s.legs {
		if l.entity == e && l.ref == ref {
			return true
		}
	}
	return false
}

// retells says whether a sentence tells of a person just the leg that another one is: of a group whose members it names, "A, B और C अब
// भाजपा में हैं".
func (s *story) retells(e *Entity, ref sentenceRef, src *legAt) bool {
	return src.entity.Group && !slices.ContainsFunc(s.legs, func(l *legAt) bool {
		return l.entity == e && l.ref == ref && (l.act != src.act || l.party != src.party || l.status != src.status || l.background)
	})
}

// sourceOf gives the party that a list item says its people come from, and the words that say so: in the role, or "दोनों
// बसपा से".
func (s *story) sourceOf(sent *syntax.Sentence, m *Mention) (string, Span) {
	for i := len(m.Person.Affiliations) - 1; i >= 0; i-- {
		if a := m.Person.Affiliations[i]; a.Party != "" {
			return a.Party, Span{m.In, a.First, a.Last, "affiliation"}
		}
	}
	// the party last named in the list: "राजद से A, B व C तथा हम से D"
	var party string
	var span Span
	for _, o := range s.byPhrase[m.Phrase] {
		if o == m {
			break
		}
		for _, a := range o.Person.Affiliations {
			if a.Party != "" && a.Last < len(s.tokens(o.In)) && s.tokens(o.In)[a.Last].Key == "से" {
				party, span = a.Party, Span{o.In, a.First, a.Last, "affiliation"}
			}
		}
	}
	if party != "" {
		return party, span
	}
	if i := slices.IndexFunc(sent.Items, func(it syntax.Item) bool { return it.Kind == syntax.PhraseItem && it.Phrase == m.Phrase }); i >= 0 && m.Phrase.Case == syntax.Bare && len(m.Phrase.Persons) == 1 && fromParty(sent.Items, i) {
		from := sent.Items[i+1].Phrase // "A बसपा से और B सपा से ताल्लुक रखते हैं"
		return from.Party.ID, Span{m.In, from.First, from.Last, "affiliation"}
	}
	for _, it := range sent.Items {
		if it.First >= m.Phrase.First && !s.listLine(sent) {
			break
		}
		if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && it.Phrase.Case == syntax.Me && len(it.Phrase.Persons) == 1 && !it.Phrase.Persons[0].Named() {
			for _, a := range it.Phrase.Persons[0].Affiliations { // "निर्दलीयों में A और B हैं"
				if a.Party != "" {
					return a.Party, Span{m.In, a.First, a.Last, "affiliation"}
				}
			}
		}
		if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.PartyHead && it.Phrase.Case == syntax.Se {
			return it.Phrase.Party.ID, Span{m.In, it.Phrase.First, it.Phrase.Last, "affiliation"}
		}
	}
	return "", Span{}
}
