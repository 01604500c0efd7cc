package discourse

import (
	"slices"
	"sort"
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// mostPlaces is how many places a move is given; a text that lists more says nothing with them.
const mostPlaces = 8

// where collects the person's own places, the place of the event, and a local dateline.
func (s *story) where(m *Move) {
	w := placeList{story: s, m: m}
	for _, n := range m.Entity.Mentions {
		kin := relativeEnd(n.Phrase)
		for _, ref := range n.Person.Places {
			if ref.First < kin {
				continue
			}
			if ref.Relation == "" {
				ref.Relation = "residence"
			}
			w.add(ref, ref.Relation, n.In)
		}
		s.modifiers(n, &w)
		s.before(n, &w)
		s.linePlaces(n, &w)
	}
	if !m.Entity.Group {
		s.paired(m.Entity, &w)
	}
	if len(m.Where) == 0 {
		for _, n := range m.Entity.Mentions {
			s.listPlace(n, &w)
		}
	}
	s.ownPlaces(m, &w)
	if !m.Background {
		s.groupPlaces(m, &w)
		s.leaderPlaces(m, &w)
		s.scenePlaces(m, &w)
	}
	for i := range m.Where {
		s.reading(&m.Where[i])
	}
}

// placeList gathers the places of one move.
type placeList struct {
	*story
	m *Move
}

// add gives the move a place, and the places that own it: "मिर्जापुर की मझवां सीट". A place in another
// spelling or told twice counts once, and a whole state is no place of one move.
func (w *placeList) add(ref syntax.PlaceRef, relation string, in In) {
	for {
		w.one(ref, relation, in)
		outer, ok := w.Grammar.PlaceBefore(w.Lexicon, w.texts[in].Doc, ref.First, 0)
		if !ok || outer.First >= ref.First {
			return
		}
		ref = outer
	}
}

func (w *placeList) one(ref syntax.PlaceRef, relation string, in In) {
	if len(w.m.Where) >= mostPlaces {
		return
	}
	ref.Name = joiners.Replace(ref.Name)
	if w.has(ref) || ref.Index >= 0 && w.wide(ref) {
		return
	}
	w.m.Where = append(w.m.Where, Place{Ref: ref, Relation: relation, Span: Span{in, ref.First, ref.Last, "place"}})
}

// has says whether the move has the place already, in this spelling or another.
func (w *placeList) has(ref syntax.PlaceRef) bool {
	key := w.Lexicon.Fold(ref.Name)
	return slices.ContainsFunc(w.m.Where, func(o Place) bool {
		return w.Lexicon.Fold(o.Ref.Name) == key || ref.Index >= 0 && o.Ref.Index == ref.Index
	})
}

// event says whether the move has the place of its event.
func (w *placeList) event() bool {
	return slices.ContainsFunc(w.m.Where, func(o Place) bool { return o.Relation == "event" })
}

// joiners are invisible; some keyboards put one after every virama.
var joiners = strings.NewReplacer("\u200c", "", "\u200d", "")

// wide says whether a place is a state, a region or a country. Of the states, those that are cities are not.
func (s *story) wide(ref syntax.PlaceRef) bool {
	if ref.Index < 0 {
		return false // a place that no list holds
	}
	p := s.Lexicon.PlaceAt(ref.Index)
	return p.Type == "region" || p.Type == "country" || p.Type == "state" && !p.Capital
}

// modifiers offers the places among the words before a name that the parse hung on no person: "जौरा इकाई के
// अध्यक्ष X", "जौरा ब्लॉक के 500 कार्यकर्ता", "जौरा की पार्षद X".
func (s *story) modifiers(n *Mention, w *placeList) {
	ph := n.Phrase
	first, last := ph.First, n.Person.First
	if n.Person.Group {
		last = n.Person.GroupLast
	} else if !n.Person.Named() {
		last = n.Person.RoleFirst
	}
	for _, of := range ph.Of {
		first = min(first, start(of))
	}
	first = max(first, relativeEnd(ph))
	// people of a list stand in order
	if i := sort.Search(len(ph.Persons), func(i int) bool { return ph.Persons[i].Last > last || &ph.Persons[i] == n.Person }); i > 0 {
		first = max(first, ph.Persons[i-1].Last)
		for _, ref := range ph.Persons[i-1].Places {
			first = max(first, ref.Last) // "A चंबा, B भरमौर": that of the one before
		}
	}
	doc := s.texts[n.In].Doc
	tokens := doc.Tokens
	if first < last && tokens[first].Key == "(" {
		// what stands in brackets belongs to the name before them
		for first < last && tokens[first].Key != ")" {
			first++
		}
	}
	for i := first; i < last; {
		if k := slices.IndexFunc(n.Person.Affiliations, func(a syntax.Affiliation) bool { return a.First <= i && i < a.Last }); k >= 0 {
			i = n.Person.Affiliations[k].Last // "वाईएसआर कांग्रेस के विधायक": वाईएसआर is a district too
			continue
		}
		if ref, ok := s.Grammar.PlaceAt(s.Lexicon, doc, i, last); ok {
			relation := ref.Relation
			if relation == "" {
				relation = "jurisdiction"
				if ref.Last < last && tokens[ref.Last].Key == "से" {
					relation = "seat"
				}
			}
			w.add(ref, relation, n.In)
			i = ref.Last
			continue
		}
		if i > first && !s.opens(tokens[i-1].Key) {
			i++
			continue
		}
		// a name that no list has: "Y के X", "Y की पार्षद X", "Y से विधायक X"
		j := i
		for j < last && j < i+2 && s.Grammar.Unlisted(s.Lexicon, &tokens[j]) {
			j++
		}
		if j > i && j < last && s.owns(tokens[j].Key) {
			w.add(syntax.PlaceRef{Name: strings.TrimSpace(doc.Slice(i, j)), Index: -1, First: i, Last: j}, "seat", n.In)
		}
		i = max(i+1, j)
	}
}

// before offers the places that stand before a person's phrase: "Y से X", "Y ब्लॉक के करीब 500 कार्यकर्ता", and in a
// participle, "Y सीट से विधायक चुने गए X".
func (s *story) before(n *Mention, w *placeList) {
	if len(n.Phrase.Persons) == 0 || n.Person != &n.Phrase.Persons[0] { // a party that merges has a mention too
		return
	}
	items := s.texts[n.In].Sentences[n.Sentence].Items
	at := slices.IndexFunc(items, func(it syntax.Item) bool { return it.Kind == syntax.PhraseItem && it.Phrase == n.Phrase })
	if at < 1 {
		return
	}
	prev := items[at-1]
	if prev.Kind == syntax.VerbItem && at < 2 {
		return
	}
	if prev.Kind == syntax.PhraseItem {
		ph := prev.Phrase
		switch {
		case ph.Head == syntax.PlaceHead && (ph.Case == syntax.Se || ph.Case == syntax.Anya && n.Person.Group):
			w.add(ph.Place, "seat", n.In)
		case ph.Head == syntax.PlaceHead && ph.Case == syntax.Bare && ph.Place.Relation == "residence" && prev.Last == items[at].First:
			w.add(ph.Place, "residence", n.In) // "Y निवासी X"
		case ph.Head == syntax.Noun && ph.Case == syntax.Se && len(n.Person.RoleIndexes) > 0:
			if ref, ok := s.seatWords(ph, n.In); ok {
				w.add(ref, "seat", n.In)
			}
		}
		return
	}
	if prev.Kind != syntax.VerbItem || prev.Verb.Negated || prev.Verb.Future && n.In != InTitle {
		return
	}
	if ph := items[at-2].Phrase; prev.Verb.Vala && items[at-2].Kind == syntax.PhraseItem && (prev.Verb.Lemma == "रह" && ph.Case == syntax.Ka || s.Status.Represents[ph.Word]) {
		for i := at - 2; i >= 0 && i >= at-6 && items[i].Kind == syntax.PhraseItem; i-- {
			for _, of := range append([]*syntax.Phrase{items[i].Phrase}, items[i].Phrase.Of...) { // "Y के रहने वाले X", "Y सीट का 2004 से प्रतिनिधित्व करने वाले X"
				if place, ok := s.seatWords(of, n.In); ok && of.Case == syntax.Ka {
					w.add(place, "seat", n.In)
				}
			}
		}
		return
	}
	contest := s.Status.ContestVerbs[prev.Verb.Lemma] || prev.Verb.Vala && items[at-2].Kind == syntax.PhraseItem && s.Status.Ties[items[at-2].Phrase.Word]
	for i := at - 2; i >= 0 && i >= at-6 && items[i].Kind == syntax.PhraseItem; i-- {
		ph := items[i].Phrase
		if ph.Head == syntax.Persons && !ph.Persons[0].Named() {
			contest = true
			for _, ref := range ph.Persons[0].Places {
				w.add(ref, "seat", n.In)
			}
		}
		contest = contest || ph.Head == syntax.PartyHead && ph.Party.ID == independent && ph.Case == syntax.Bare
		if ph.Case == syntax.Se && contest {
			if ref, ok := s.seatWords(ph, n.In); ok {
				w.add(ref, "seat", n.In)
			}
		}
	}
}

// linePlaces offers the places of a line in a list: one at its head is everybody's in the line, one behind a name is
// that of the only person named: "मुरैना - A, B", "A, मुरैना".
func (s *story) linePlaces(n *Mention, w *placeList) {
	const longest = 24 // items of a line
	sent := &s.texts[n.In].Sentences[n.Sentence]
	if n.In != InText || !n.Person.Named() || len(sent.Items) > longest || !s.listLine(sent) {
		return
	}
	named := 0
	for _, it := range sent.Items {
		if it.Kind != syntax.PhraseItem {
			continue
		}
		ph := it.Phrase
		switch {
		case ph.Head == syntax.Persons:
			named += len(ph.Persons)
		case ph.Head == syntax.PlaceHead && ph.Case == syntax.Bare && !s.ward(ph) && (named == 0 || named == 1 && n.Person.Last <= ph.First):
			w.add(ph.Place, "seat", n.In)
		}
	}
}

// listPlace offers the place that stands before the first of a list and is everybody's behind it who has none of his own:
// "लोरमी से A, B और C", "लोरमी के A और B".
func (s *story) listPlace(n *Mention, w *placeList) {
	ph := n.Phrase
	list := s.byPhrase[ph]
	if len(list) == 0 {
		return // a party that merges
	}
	i := n.order - list[0].order // mentions of a phrase are numbered one after the other
	if i < 1 || i >= len(ph.Persons) || !n.Person.Named() || len(n.Person.Places) > 0 {
		return
	}
	const longest = 40 // people of one place
	tokens := s.tokens(n.In)
	for at := i - 1; at >= 0; at-- {
		p := &ph.Persons[at]
		if at < i-longest || p.RoleLast > p.RoleFirst {
			return // "मुरैना से विधायक A और B": his office's
		}
		for _, ref := range p.Places {
			if ref.Last < len(tokens) && ref.Last <= p.First && s.owns(tokens[ref.Last].Key) {
				w.add(ref, "seat", n.In)
			}
			return
		}
	}
	if items := s.texts[n.In].Sentences[n.Sentence].Items; len(ph.Of) == 0 {
		at := slices.IndexFunc(items, func(it syntax.Item) bool { return it.Kind == syntax.PhraseItem && it.Phrase == ph })
		if at > 0 && items[at-1].Kind == syntax.PhraseItem && items[at-1].Phrase.Head == syntax.PlaceHead && items[at-1].Phrase.Case == syntax.Se && items[at-1].Last == items[at].First {
			w.add(items[at-1].Phrase.Place, "seat", n.In)
		}
	}
}

// paired offers the place that stands right behind a person's surname where a sentence tells several so: "A हल्दिया से और B
// बैरकपुर से चुने गए".
func (s *story) paired(e *Entity, w *placeList) {
	for _, ref := range s.set().pairs[e.Key[strings.LastIndexByte(e.Key, ' ')+1:]] {
		w.add(ref, "seat", InText)
	}
}

// pairedPlaces says whether a sentence tells several people each with a place behind.
func pairedPlaces(items []syntax.Item) bool {
	const longest = 40 // items of a sentence
	if len(items) > longest {
		return false
	}
	n := 0
	for i := range items {
		if pairedAt(items, i) {
			n++
		}
	}
	return n > 1
}

// pairedAt says whether one word, a person's name it may be, stands at item i with a place in से right behind.
func pairedAt(items []syntax.Item, i int) bool {
	return i+1 < len(items) && items[i].Kind == syntax.PhraseItem && (items[i].Phrase.Head == syntax.Persons || items[i].Phrase.Head == syntax.Noun) && items[i].Phrase.Case == syntax.Bare && items[i].Phrase.Last == items[i].Phrase.First+1 &&
		items[i+1].Kind == syntax.PhraseItem && items[i+1].Phrase.Head == syntax.PlaceHead && items[i+1].Phrase.Case == syntax.Se
}

// seatWords reads a phrase as the place that somebody is elected from.
func (s *story) seatWords(ph *syntax.Phrase, in In) (syntax.PlaceRef, bool) {
	if ph.Head == syntax.PlaceHead {
		return ph.Place, true
	}
	if ph.Head != syntax.Noun {
		return syntax.PlaceRef{}, false
	}
	if ref, ok := s.worded(ph, in); ok {
		return ref, ok
	}
	return s.unlisted(ph, in)
}

// unlisted reads a phrase of a word or two that no list has as the name of a place.
func (s *story) unlisted(ph *syntax.Phrase, in In) (syntax.PlaceRef, bool) {
	tokens := s.tokens(in)
	if ph.Last-ph.First > 2 {
		return syntax.PlaceRef{}, false
	}
	for i := ph.First; i < ph.Last; i++ {
		if !s.Grammar.Unlisted(s.Lexicon, &tokens[i]) {
			return syntax.PlaceRef{}, false
		}
	}
	return syntax.PlaceRef{Name: strings.TrimSpace(s.texts[in].Doc.Slice(ph.First, ph.Last)), Index: -1, First: ph.First, Last: ph.Last}, true
}

// opens says whether a new modifier may begin behind a word: at a genitive, a comma, a coordinator.
func (s *story) opens(key string) bool {
	switch key {
	case "के", "की", "का", "से", ",", "और", "व", "एवं", "तथा", "-", ":":
		return true
	}
	return false
}

// owns says whether a word ties a place to what follows.
func (s *story) owns(key string) bool {
	return key == "के" || key == "की" || key == "का" || key == "से"
}

// relativeEnd is the token behind the people whose relative a phrase names, or 0: what stands before it is theirs, as in
// "झरिया की विधायक X के | भाई Y".
func relativeEnd(ph *syntax.Phrase) (end int) {
	for _, of := range ph.Of {
		if of.Head == syntax.Persons && of.Case == syntax.Ka && len(of.Persons) > 0 && of.Persons[0].Named() {
			end = max(end, of.End)
		}
	}
	return end
}

// start is the first token of a phrase and of what belongs to it.
func start(ph *syntax.Phrase) int {
	first := ph.First
	for _, of := range ph.Of {
		first = min(first, start(of))
	}
	return first
}

// groupPlaces gives the members that are named of a group the places by which it is told, unless these part its members: "बरही प्रखंड
// के नौ सरपंच … इनमें A, B और C हैं", but not "बरही और चौपारण के नौ सरपंच".
func (s *story) groupPlaces(m *Move, w *placeList) {
	for _, l := range s.legsOf(m) {
		if !l.member || l.of == nil || !l.of.Person.Group {
			continue
		}
		of := placeList{story: s, m: &Move{Entity: l.of.Entity}}
		for _, ref := range l.of.Person.Places {
			of.add(ref, ref.Relation, l.of.In)
		}
		s.modifiers(l.of, &of)
		tokens := s.tokens(l.of.In)
		if slices.ContainsFunc(of.m.Where, func(p Place) bool {
			return p.Span.Last < len(tokens) && (tokens[p.Span.Last].Key == "," || s.joins(tokens[p.Span.Last].Key))
		}) {
			return
		}
		for _, p := range of.m.Where {
			w.add(p.Ref, p.Relation, l.of.In)
		}
	}
}

// leaderPlaces gives those who went along with somebody, and have no place of their own, the place where he holds an
// office: "बरही प्रखंड अध्यक्ष X ने … उनके साथ 50 कार्यकर्ताओं ने भी".
func (s *story) leaderPlaces(m *Move, w *placeList) {
	if len(m.Where) > 0 {
		return
	}
	for _, l := range s.legsOf(m) {
		if l.ref.in != InText {
			continue
		}
		var lead *Entity
		switch topic := s.topics[l.ref]; {
		case l.member && l.of != nil:
			lead = l.of.Entity
		case m.Entity.Group && len(topic) > 0 && topic[0] != m.Entity:
			lead = topic[0]
		case m.Entity.Group && l.ref.i > 0 && s.holds(l.ref, s.Status.Also):
			if topic := s.topics[sentenceRef{InText, l.ref.i - 1}]; len(topic) == 1 {
				lead = topic[0]
			}
		}
		if lead == nil || lead.Group || lead == m.Entity || len(s.byEntity[lead]) == 0 {
			continue
		}
		const enough = 8 // mentions; his office stands by one of the first
		for _, n := range lead.Mentions[:min(enough, len(lead.Mentions))] {
			s.modifiers(n, w)
		}
	}
}

// scenePlaces offers where the news of a move took place.
func (s *story) scenePlaces(m *Move, w *placeList) {
	t := s.set()
	here, apart := false, false
	for _, l := range s.legsOf(m) {
		if l.ref.in != InText {
			continue
		}
		i := l.ref.i
		for _, k := range []int{i, i - 1, i + 1} {
			if k < 0 || k >= len(t.places) || k != i && (here || !s.continues(k, i, m.Entity)) {
				continue
			}
			for _, ref := range t.places[k] {
				if k == i && s.anothers(l, ref, t.places[k]) {
					continue
				}
				w.add(ref, "event", InText)
			}
			here = here || k == i && len(t.places[k]) > 0
		}
		if here {
			continue
		}
		// a party puts people out of many places in one breath; those who join do it where those before them did
		apart = putsOut(l.act)
		if k := t.scene[i]; k >= 0 && (t.scenes == 1 || l.member || !apart && (s.together(k, i) || s.holds(l.ref, s.Status.Also))) {
			for _, ref := range t.places[k] {
				w.add(ref, "event", InText)
			}
			here = true
		}
	}
	s.among(t.title, w, InTitle)
	if len(t.places) > 0 && (!apart || !here && t.scenes <= 1) {
		s.among(t.places[0], w, InText)
	}
	s.datelines(m, w)
}

// anothers says whether a place of a leg's sentence is that of somebody else's move: "दिल्ली में X ने सदस्यता ली तो कोलकाता में Y ने".
func (s *story) anothers(l *legAt, place syntax.PlaceRef, places []syntax.PlaceRef) bool {
	if len(places) < 2 || len(places) > mostPlaces || l.event.Who == nil || l.event.Far || l.event.Who.First < place.First && l.event.Who.First < places[0].First {
		return false
	}
	several := false
	for ev := range s.eventsOf(l.ref) {
		several = several || ev.Who != nil && ev.Who != l.event.Who && ev.Who.Head == syntax.Persons && !ev.Far && ev.Rule.Act == l.act
	}
	if !several {
		return false
	}
	own := places[0]
	for _, o := range places {
		if o.First < l.event.Who.First {
			own = o // the last before who moves
		}
	}
	return own.First != place.First
}

// among offers the places that the title or lead sets the news in, but where they are several scenes ("X और Y में")
// and the move's own is one of them.
func (s *story) among(places []syntax.PlaceRef, w *placeList, in In) {
	for _, ref := range places {
		if len(places) > 1 && w.has(ref) {
			return
		}
	}
	for _, ref := range places {
		w.add(ref, "event", in)
	}
}

// continues says whether sentence k, beside sentence i that tells a move of e, tells more of the same scene.
func (s *story) continues(k, i int, e *Entity) bool {
	ref := sentenceRef{InText, k}
	for _, x := range s.expressions(ref) {
		if x.Past {
			return false
		}
	}
	return slices.Contains(s.topics[ref], e) || k > i && s.welcome(ref) || k > i && s.together(i, k) && s.setting.events[k] && !s.setting.news[k]
}

// welcome says whether a sentence tells that people told of before are admitted: "इन सबको दिल्ली में X ने सदस्यता दिलाई".
func (s *story) welcome(ref sentenceRef) bool {
	whom, how := false, false
	for _, it := range s.sentence(ref).Items {
		if it.Kind != syntax.PhraseItem {
			continue
		}
		for _, ph := range append([]*syntax.Phrase{it.Phrase}, it.Phrase.Of...) {
			whom = whom || ph.Head == syntax.PronounHead && !ph.Pronoun.First && !ph.Pronoun.Relative && (ph.Case == syntax.Ko || ph.Case == syntax.Ka)
		}
		how = how || it.Phrase.Head == syntax.HostHead && it.Phrase.Word == membershipWord || s.Status.Welcomes[it.Phrase.Word] || it.Phrase.Head == syntax.Noun && s.Status.Welcomes[s.tokens(ref.in)[it.Phrase.Last-1].Key]
	}
	return whom && how
}

var membershipWord = devanagari.Fold("सदस्यता")

// datelines offers a local dateline; a capital's only where the news says "here" or sets its scene nowhere.
func (s *story) datelines(m *Move, w *placeList) {
	here := false
	for _, l := range s.legsOf(m) {
		here = here || s.holds(l.ref, hereWords)
	}
	for si := range s.texts[InText].Sentences {
		if si >= s.set().lead {
			break
		}
		for _, ref := range s.dateline(si) {
			switch {
			case here:
				w.one(ref, "event", InText)
			case !s.hub(ref) || !w.event() || s.titled(ref):
				w.one(ref, "dateline", InText)
			}
		}
	}
}

// dateline gives the places of a sentence's dateline; a line that is a place and nothing more is one too.
func (s *story) dateline(i int) []syntax.PlaceRef {
	sent := &s.texts[InText].Sentences[i]
	if len(sent.Dateline) == 0 && len(sent.Items) == 1 && sent.Items[0].Kind == syntax.PhraseItem {
		if ph := sent.Items[0].Phrase; ph.Head == syntax.PlaceHead && ph.Case == syntax.Bare {
			return []syntax.PlaceRef{ph.Place}
		}
	}
	return sent.Dateline
}

// titled says whether the title names a place, so that its story is local: "मुरैना जिला कमेटी ने".
func (s *story) titled(ref syntax.PlaceRef) bool {
	name, tokens := s.tokens(InText)[ref.First:ref.Last], s.tokens(InTitle)
	for i := 0; i+len(name) <= len(tokens); i++ {
		n := 0
		for n < len(name) && tokens[i+n].Key == name[n].Key {
			n++
		}
		if n == len(name) {
			return true
		}
	}
	return false
}

var hereWords = map[string]bool{"यहां": true, "यहीं": true}

// eventPlaces gives the places in which a sentence sets its event: "X में", "X के कार्यालय पर", "X पहुंचकर".
func (s *story) eventPlaces(ref sentenceRef) (out []syntax.PlaceRef) {
	sent := s.sentence(ref)
	tokens := s.tokens(ref.in)
	items := sent.Items
	if bars := countMarks(items, "|"); bars > 1 {
		return nil // a ticker of other news: "X में बाढ़ | Y में रैली | …"
	}
	if place, ok := s.whither(ref, items); ok {
		out = append(out, place)
	}
	people := false // a person or a pronoun came before
	for i, it := range items {
		if it.Kind == syntax.Opener && it.Key == that && ref.in == InText && !(s.setting.news[ref.i] && s.toldAfter(ref, it.First)) {
			break // what somebody says of other days
		}
		if it.Kind != syntax.PhraseItem || it.Phrase.Quote != 0 {
			continue
		}
		ph := it.Phrase
		people = people || ph.Head == syntax.Persons || ph.Head == syntax.PronounHead
		at := ph.Case == syntax.Me || ph.Case == syntax.Par
		switch {
		case ph.Head == syntax.PlaceHead:
			bare := ph.Case == syntax.Bare
			if ref.in == InTitle && bare && s.headed(items, i) {
				out = append(out, ph.Place)
				continue
			}
			situated := bare && ph.Last < len(tokens) && s.Grammar.Situated(tokens[ph.Last].Key)
			if ref.in == InText && ref.i < 3 && (ph.Case == syntax.Se || ph.Case == syntax.Ka) && s.ofNews(items, i) {
				out = append(out, ph.Place)
				continue
			}
			reached := bare && i+1 < len(items) && items[i+1].Kind == syntax.VerbItem && items[i+1].Verb.Lemma == "पहुंच" && people
			if (at && !(ph.Case == syntax.Par && ph.Place.Relation == "seat") || situated || reached) && !s.ward(ph) {
				out = append(out, ph.Place)
				for _, of := range ph.Of { // "जौरा ब्लाक के ग्राम तिलवापुर में"
					if of.Head == syntax.PlaceHead {
						out = append(out, of.Place)
					}
				}
			}
		case ph.Head == syntax.Noun && at:
			for _, of := range ph.Of {
				if of.Head == syntax.PlaceHead && of.Case == syntax.Bare && of.Last < len(tokens) && s.Grammar.Situated(tokens[of.Last].Key) { // "Y के लखनऊ स्थित आवास पर"
					out = append(out, of.Place)
				}
			}
			if s.Status.Venues[ph.Word] {
				if i > 0 && items[i-1].Kind == syntax.PhraseItem && items[i-1].Phrase.Head == syntax.PlaceHead && items[i-1].Phrase.Case == syntax.Bare && items[i-1].Last == it.First {
					out = append(out, items[i-1].Phrase.Place) // "दिल्ली भाजपा के कार्यालय में"
				}
				for _, of := range ph.Of {
					if of.Head == syntax.PlaceHead && of.Case == syntax.Ka {
						out = append(out, of.Place)
					}
					if of.Head == syntax.Persons && !of.Persons[0].Named() {
						out = append(out, of.Persons[0].Places...) // "Y के विधायक के कार्यालय पर"
					}
				}
			}
			if place, ok := s.unlistedPlace(ph, ref.in); ok {
				out = append(out, place)
			}
		case ph.Head == syntax.Persons:
			if p := &ph.Persons[0]; ph.Case == syntax.Me && len(ph.Persons) == 1 && p.Named() && p.RoleLast == p.RoleFirst && !p.Honorific {
				// nothing happens in a person: a place that looks like a name
				if place, ok := s.unlistedPlace(ph, ref.in); ok {
					out = append(out, place)
				} else if n := len(ph.Of); n > 0 && ph.Of[n-1].Head == syntax.PlaceHead && ph.Of[n-1].Place.Relation != "" {
					out = append(out, syntax.PlaceRef{Name: p.Name, Index: -1, First: p.First, Last: p.Last}) // "बड़सर क्षेत्र के तप्पा ढटवाल में"
				}
			}
			for _, of := range ph.Of {
				if of.Head == syntax.PlaceHead && of.Case == syntax.Me { // "गांव Y में सरपंच X ने"
					out = append(out, of.Place)
				}
			}
		}
	}
	return out
}

// ofNews says whether a place is that of the news itself: "भोजपुर से बड़ी खबर आ रही है", "ताजा मामला शहडोल का है".
func (s *story) ofNews(items []syntax.Item, i int) bool {
	near := func(j int) bool {
		return j >= 0 && j < len(items) && items[j].Kind == syntax.PhraseItem && items[j].Phrase.Head == syntax.Noun && items[j].Phrase.Case == syntax.Bare && s.Status.NewsWords[s.tokens(InText)[items[j].Phrase.Last-1].Key]
	}
	if items[i].Phrase.Case == syntax.Se {
		return near(i+1) || near(i+2)
	}
	return near(i-1) && i+1 < len(items) && items[i+1].Kind == syntax.VerbItem
}

// toldAfter says whether a rule found an event of the sentence behind a token.
func (s *story) toldAfter(ref sentenceRef, at int) bool {
	for ev := range s.eventsOf(ref) {
		if ev.First > at {
			return true
		}
	}
	return false
}

// whither gives the place before "जहां", where what follows takes place: "लखनऊ पहुंचे, जहां उन्होंने सदस्यता ली".
func (s *story) whither(ref sentenceRef, items []syntax.Item) (syntax.PlaceRef, bool) {
	for i := range items {
		if items[i].Kind != syntax.Opener || items[i].Key != "जहां" {
			continue
		}
		if !s.toldAfter(ref, items[i].First) {
			break
		}
		for j := i - 1; j >= 0; j-- {
			if items[j].Kind == syntax.PhraseItem && items[j].Phrase.Head == syntax.PlaceHead {
				return items[j].Phrase.Place, true
			}
		}
		break
	}
	return syntax.PlaceRef{}, false
}

// countMarks counts the items that are one mark.
func countMarks(items []syntax.Item, key string) (n int) {
	for _, it := range items {
		if it.Kind == syntax.Mark && it.Key == key {
			n++
		}
	}
	return n
}

var withinWord = devanagari.Fold("अंतर्गत")

// headed says whether the place of item i heads a title ("झांसी: …", "बागपत, …") or stands before the party it is about
// ("गोरखपुर भाजपा को झटका").
func (s *story) headed(items []syntax.Item, i int) bool {
	if i+1 >= len(items) {
		return false
	}
	switch next := items[i+1]; next.Kind {
	case syntax.Mark:
		return i == 0 && (next.Key == ":" || next.Key == "-" || next.Key == "|")
	case syntax.Comma:
		return i == 0
	case syntax.PhraseItem:
		return next.Phrase.Head == syntax.PartyHead && items[i].Last == next.First
	}
	return false
}

// ward says whether a place is a numbered ward: people are elected there, nothing takes place there.
func (s *story) ward(ph *syntax.Phrase) bool {
	return ph.Place.Relation == "seat" && ph.Place.Index < 0 && ph.Place.Last-ph.Place.First > 1
}

// unlistedPlace reads a phrase in the locative as a place that no list has: one that a district or block owns
// ("जौरा तहसील के तिलवाडी में"), or one that the article names as a place elsewhere too.
func (s *story) unlistedPlace(ph *syntax.Phrase, in In) (syntax.PlaceRef, bool) {
	if ref, ok := s.worded(ph, in); ok {
		return ref, ok
	}
	if t := s.tokens(in); ph.Head == syntax.Noun && ph.Case == syntax.Me && t[ph.First].Key == withinWord && ph.Last > ph.First+1 {
		rest := *ph // "पतरातू प्रखंड अंतर्गत चैनगडा में"
		rest.First++
		return s.unlisted(&rest, in)
	}
	ref, ok := s.unlisted(ph, in)
	if !ok || ph.Case != syntax.Me {
		return ref, false
	}
	owned := len(ph.Of) > 0 && ph.Of[len(ph.Of)-1].Head == syntax.PlaceHead && ph.Of[len(ph.Of)-1].Place.Relation != "" || ph.First > 0 && s.tokens(in)[ph.First-1].Key == withinWord
	return ref, owned || s.setting.unsure[s.tokens(in)[ph.Last-1].Key] >= 2
}

// ownPlaces offers the seats and homes that sentences about the person name: "वह मझवां सीट से लड़े थे", "मेरठ की
// रहने वाली".
func (s *story) ownPlaces(m *Move, w *placeList) {
	if m.Entity.Group {
		return
	}
	for _, ref := range s.about[m.Entity] {
		if ref.in != InText {
			continue
		}
		if len(s.topics[ref]) == 1 {
			s.seats(ref, w)
		} else {
			s.allFrom(ref, w)
		}
	}
}

// allFrom offers the place that a sentence says several people are from: "तीनों कुरनूल जिले के हैं".
func (s *story) allFrom(ref sentenceRef, w *placeList) {
	items := s.sentence(ref).Items
	for i, it := range items {
		if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.PlaceHead && it.Phrase.Case == syntax.Ka && i > 0 && items[i-1].Kind == syntax.PhraseItem && items[i-1].Phrase.Head == syntax.PronounHead && items[i-1].Phrase.Case == syntax.Bare &&
			i+1 < len(items) && items[i+1].Kind == syntax.VerbItem && items[i+1].Verb.Main == syntax.AuxPres {
			w.add(it.Phrase.Place, "residence", ref.in)
		}
	}
}

// aboutOthers says whether a sentence is also about somebody else whom it has act or be given something: the seats in it may be theirs.
func (s *story) aboutOthers(items []syntax.Item, e *Entity) bool {
	for _, it := range items {
		if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && (it.Phrase.Case == syntax.Ko || it.Phrase.Case == syntax.Ne) && it.Phrase.Persons[0].Named() && !slices.Contains(s.entitiesOf(it.Phrase), e) {
			return !s.defeated(items)
		}
	}
	return false
}

func (s *story) seats(ref sentenceRef, w *placeList) {
	items := s.sentence(ref).Items
	tokens := s.tokens(ref.in)
	if pairedPlaces(items) || s.aboutOthers(items, w.m.Entity) {
		return
	}
	for i, it := range items {
		if it.Kind != syntax.PhraseItem {
			continue
		}
		ph := it.Phrase
		if ph.Head == syntax.Persons && s.elected(items, i) {
			for _, place := range ph.Persons[0].Places { // "वे कांकेर से सांसद चुने गए थे"
				w.add(place, place.Relation, ref.in)
			}
			continue
		}
		if ph.Head == syntax.Noun && (ph.Word == ticketWord || s.Grammar.SeatHolding(ph.Word)) {
			for _, of := range ph.Of { // "शाम को चिल्लूपार का टिकट भी मिल गया", "चौरंगी की विधायकी छोड़ दी"
				if place, ok := s.seatWords(of, ref.in); ok && of.Case == syntax.Ka && !s.wide(place) {
					w.add(place, "seat", ref.in)
				}
			}
			continue
		}
		if ph.Head == syntax.Persons && len(ph.Persons) == 1 && !ph.Persons[0].Named() && ph.First < ph.Persons[0].RoleFirst && s.Status.This[tokens[ph.First].Key] {
			for _, of := range ph.Of { // "संग्रामा के इस पूर्व विधायक ने"
				if place, ok := s.seatWords(of, ref.in); ok && of.Case == syntax.Ka {
					w.add(place, "seat", ref.in)
				}
			}
			continue
		}
		place, ok := ph.Place, ph.Head == syntax.PlaceHead
		if !ok && ph.Head == syntax.Noun && ph.Case == syntax.Me {
			place, ok = s.unlistedPlace(ph, ref.in)
		}
		if !ok && ph.Head == syntax.Noun && ph.Case == syntax.Se {
			// "बाड़ी सीट से": the name is an ordinary word
			place, ok = s.worded(ph, ref.in)
		}
		if !ok {
			continue
		}
		next := i + 1
		for next < len(items) && items[next].Kind == syntax.PhraseItem && items[next].Phrase.Head != syntax.PlaceHead && next < i+5 {
			next++
		}
		verb := next < len(items) && items[next].Kind == syntax.VerbItem
		switch {
		case ph.Case == syntax.Se && verb && s.Status.ContestVerbs[items[next].Verb.Lemma]:
			w.add(place, "seat", ref.in)
		case place.Relation == "seat" && (ph.Case == syntax.Se || (ph.Case == syntax.Ko || ph.Case == syntax.Me || ph.Case == syntax.Anya) && !s.ward(ph)):
			w.add(place, "seat", ref.in)
		case ph.Case == syntax.Me && i+1 < len(items) && items[i+1].Kind == syntax.VerbItem && items[i+1].Verb.Lemma == "रह" && items[i+1].Verb.Habitual:
			w.add(place, "residence", ref.in) // "वह जौरा में रहते हैं"
		case ph.Case == syntax.Me && s.beaten(items, i+1):
			w.add(place, "seat", ref.in)
		case ph.Case == syntax.Se && s.ticket(items, i+1):
			w.add(place, "seat", ref.in)
		case ph.Case == syntax.Ka && i+1 < len(items) && items[i+1].Kind == syntax.VerbItem && items[i+1].Verb.Vala && items[i+1].Verb.Lemma == "रह":
			w.add(place, "residence", ref.in)
		case ph.Case == syntax.Bare && ph.Last < len(tokens) && vala[tokens[ph.Last].Key]:
			w.add(place, "residence", ref.in) // "राउरकेला वाले X"
		}
	}
}

// elected says whether the person of item i is told by an office that a verb of election then gives somebody.
func (s *story) elected(items []syntax.Item, i int) bool {
	p := &items[i].Phrase.Persons[0]
	n := i + 1
	for n < len(items) && items[n].Kind == syntax.Other {
		n++ // "विधायक भी रह चुके हैं"
	}
	return len(items[i].Phrase.Persons) == 1 && !p.Named() && !p.Group && n < len(items) && items[n].Kind == syntax.VerbItem &&
		s.Status.ContestVerbs[items[n].Verb.Lemma]
}

// defeated says whether a sentence tells that somebody beats somebody.
func (s *story) defeated(items []syntax.Item) bool {
	return slices.ContainsFunc(items, func(it syntax.Item) bool {
		return it.Kind == syntax.PhraseItem && s.Status.Beaten[it.Phrase.Word] || it.Kind == syntax.VerbItem && s.Status.ContestVerbs[it.Verb.Lemma]
	})
}

// beaten says whether the clause from item i on tells that somebody is defeated: "जिन्होंने Y में X को हराया".
func (s *story) beaten(items []syntax.Item, i int) bool {
	who := false
	for end := min(i+5, len(items)); i < end; i++ {
		switch it := &items[i]; it.Kind {
		case syntax.PhraseItem:
			if who && s.Status.Beaten[it.Phrase.Word] {
				return true
			}
			who = who || it.Phrase.Case == syntax.Ko && (it.Phrase.Head == syntax.Persons || it.Phrase.Head == syntax.PronounHead)
		case syntax.VerbItem, syntax.Opener:
			return false
		}
	}
	return false
}

var ticketWord = devanagari.Fold("टिकट")

// ticket says whether a party's ticket is told of soon from item i on: a seat that one asks for is one's own.
func (s *story) ticket(items []syntax.Item, i int) bool {
	for end := min(i+4, len(items)); i < end && items[i].Kind == syntax.PhraseItem; i++ {
		if items[i].Phrase.Head == syntax.Noun && items[i].Phrase.Word == ticketWord {
			return true
		}
	}
	return false
}

var vala = map[string]bool{"वाले": true, "वाली": true, "वाला": true}

// worded reads a phrase that is a place by the place noun behind it. Where a district owns it, any word may be the
// name: "धौलपुर जिले की बाड़ी सीट".
func (s *story) worded(ph *syntax.Phrase, in In) (syntax.PlaceRef, bool) {
	doc := s.texts[in].Doc
	if ref, ok := s.Grammar.PlaceAt(s.Lexicon, doc, ph.First, ph.Last); ok && ref.Last == ph.Last && ref.Relation != "" {
		return ref, true
	}
	owned := len(ph.Of) > 0 && ph.Of[len(ph.Of)-1].Head == syntax.PlaceHead
	if n := ph.Last - ph.First; !owned || n < 2 || n > 3 || !s.Grammar.SeatNoun(doc.Tokens[ph.Last-1].Key) || doc.Tokens[ph.First].Kind != devanagari.Word {
		return syntax.PlaceRef{}, false
	}
	return syntax.PlaceRef{Name: strings.TrimSpace(doc.Slice(ph.First, ph.Last-1)), Index: -1, Relation: "seat", First: ph.First, Last: ph.Last}, true
}

// reading settles which of several places of one name is meant: one in the state of which the article speaks most, in
// a district that it names, of the kind that the words beside the name say. The gazetteer's order decides the rest.
func (s *story) reading(w *Place) {
	if w.Ref.Index < 0 {
		return
	}
	t := s.set()
	tokens := s.tokens(w.Span.In)[:w.Ref.Last]
	s.buf = s.Lexicon.At(tokens, w.Ref.First, s.buf[:0])
	longest, best, score := 0, w.Ref.Index, -1
	states := 0
	var last string
	name := s.Lexicon.Fold(w.Ref.Name)
	for _, x := range s.buf {
		if x.Class != lexicon.Place || x.Len < longest {
			continue
		}
		longest = x.Len
		p := s.Lexicon.Place(x)
		if p.State != last {
			last = p.State
			states++
		}
		n := 0
		if most := t.state; most != "" && p.State == most {
			n += inState
		}
		if d := s.Lexicon.Fold(p.District); d != "" && d != name && t.named[d] {
			n += 4
		}
		if kinds[w.Relation] != "" && strings.Contains(kinds[w.Relation], p.Type) {
			n++
		}
		if n > score {
			best, score = x.Index, n
		}
	}
	w.Ref.Index = best
	if states > 1 && score < inState && t.sure {
		w.Ref.Index = -1 // of several states, and none is the article's: a place that the gazetteer lacks
	}
}

// inState is what a reading in the article's state weighs.
const inState = 8

// kinds are the types of place that a relation speaks of first.
var kinds = map[string]string{"seat": "assembly parliamentary", "jurisdiction": "district block", "residence": "town block", "event": "district town", "dateline": "district town"}

// hub says whether a dateline is a capital, from where news of the whole state is filed.
func (s *story) hub(ref syntax.PlaceRef) bool {
	return ref.Index >= 0 && s.Lexicon.PlaceAt(ref.Index).Capital
}
