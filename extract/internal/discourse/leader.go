package discourse

import (
	"slices"

	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// ledBy finds the one of whom a sentence says that he leads the people who moved: "इनकी अगुवाई X ने की", "इन युवाओं का नेतृत्व
// कर रहे X ने बताया". Who leads them is one of them.
func (s *story) ledBy(ref sentenceRef) *syntax.Phrase {
	leading, led := false, false
	var who *syntax.Phrase
	for i, it := range s.sentence(ref).Items {
		switch it.Kind {
		case syntax.Opener:
			return nil
		case syntax.PhraseItem:
			ph := it.Phrase
			switch {
			case ph.Head == syntax.Noun && s.Status.Leading[ph.Word] && len(ph.Of) == 0:
				leading = i == 0 // "अगुवाई पार्षद X कर रहे हैं"
			case ph.Head == syntax.Noun && s.Status.Leading[ph.Word] && len(ph.Of) == 1:
				of := ph.Of[0]
				leading = of.Head == syntax.PronounHead && !of.Pronoun.First && !of.Pronoun.Reflexive || of.Head == syntax.Persons && of.Persons[0].Group || of.Head == syntax.Noun && s.Status.Bands[s.tokens(ref.in)[of.Last-1].Key]
			case ph.Head == syntax.Persons && ph.Persons[0].Named():
				if who != nil && !leading || len(ph.Persons) != 1 || ph.Case != syntax.Ne && ph.Case != syntax.Bare {
					return nil
				}
				who = ph
			}
		case syntax.VerbItem:
			if !leading || it.Verb.Negated || !led && it.Verb.Lemma != "कर" {
				return nil
			}
			if who != nil {
				return who
			}
			led = true // "इन कार्यकर्ताओं का नेतृत्व कर रहे X ने बताया"
		}
	}
	return nil
}

// leads gives the party that the person of a name leads, "" where none.
func (s *story) leads(key string) string { return s.Lexicon.Leads(key, s.published, s.named()) }

// withLeader adds to the groups that move the one in whose lead they do: "ग्राम प्रधान X के नेतृत्व में भाजपा के 60 परिवारों ने". Somebody of rank in
// a party receives them, unless it is the party that they leave.
func (s *story) withLeader(ev *frame.Event, ref sentenceRef, people []*Entity, mentions []*Mention) ([]*Entity, []*Mention) {
	lead := ev.Receiver
	if ev.Rule.Act == frame.Leave || lead == nil {
		lead = s.leader(ev, ref)
	}
	if lead == nil || lead.Case != syntax.Netritva || len(lead.Persons) != 1 || mentions[0] == nil {
		return people, mentions
	}
	for _, e := range people {
		if !e.Group {
			return people, mentions
		}
	}
	for _, m := range s.byPhrase[lead] {
		if m.Entity == nil || !m.Person.Named() || !s.oneOfThem(m, mentions[0]) && !s.leadsOver(m, mentions[0], ev) && !s.wasTheirs(m, ref) && (ev.Rule.Act == frame.Join || s.tells(ref, frame.Join) || !s.ofTheirs(m, mentions[0])) {
			continue
		}
		people, mentions = append(people, m.Entity), append(mentions, m)
	}
	return people, mentions
}

// leader finds in whose lead an event's people act, right before them.
func (s *story) leader(ev *frame.Event, ref sentenceRef) *syntax.Phrase {
	items := s.sentence(ref).Items
	for i := 1; i < len(items); i++ {
		if items[i].Kind != syntax.PhraseItem || items[i].Phrase != ev.Who {
			continue
		}
		if it := &items[i-1]; it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && it.Phrase.Case == syntax.Netritva {
			return it.Phrase
		}
	}
	return nil
}

// ofTheirs says whether the leader of people who leave a party is not told to be of another.
func (s *story) ofTheirs(m, group *Mention) bool {
	of, _ := affiliation(m.Person)
	from, _ := affiliation(group.Person)
	return (of == "" || from == "" || of == from) && s.leads(m.Person.Key) == ""
}

// wasTheirs says whether the leader of people is told to have held an office of the party till now: "पार्टी के ब्लॉक अध्यक्ष रहे X की अगुवाई में".
func (s *story) wasTheirs(m *Mention, ref sentenceRef) bool {
	items := s.sentence(ref).Items
	i := slices.IndexFunc(items, func(it syntax.Item) bool { return it.Kind == syntax.PhraseItem && it.Phrase == m.Phrase })
	return i > 0 && items[i-1].Kind == syntax.VerbItem && items[i-1].Verb.Lemma == "रह" && len(m.Person.Affiliations) > 0
}

// leadsOver says whether the leader of people whose party is not told is of another party than the one they join, so that he
// does not receive them: "बसपा के उपाध्यक्ष X के नेतृत्व में कई नेताओं ने जदयू का दामन थामा".
func (s *story) leadsOver(m, group *Mention, ev *frame.Event) bool {
	if ev.Rule.Act != frame.Join || ev.Party == nil || ev.Party.Head != syntax.PartyHead || s.leads(m.Person.Key) != "" {
		return false
	}
	of, _ := affiliation(m.Person)
	from, _ := affiliation(group.Person)
	return of != "" && from == "" && of != ev.Party.Party.ID
}

// oneOfThem says whether the leader of a group is told as one of its own kind: of its party, or of a village's rank.
func (s *story) oneOfThem(m, group *Mention) bool {
	of, _ := affiliation(m.Person)
	from, _ := affiliation(group.Person)
	if of != "" {
		return of == from
	}
	if s.leads(m.Person.Key) != "" {
		return false
	}
	if m.Person.Former {
		return true
	}
	for _, i := range m.Person.RoleIndexes {
		if s.Lexicon.RoleAt(i).Office != "panchayat" {
			return false
		}
	}
	return len(m.Person.RoleIndexes) > 0
}

// headsAnother says whether a person is told as the head of another party than the one that is left.
func (s *story) headsAnother(e *Entity, left string) bool {
	return slices.ContainsFunc(e.Mentions, func(m *Mention) bool {
		of, former := affiliation(m.Person)
		if of == "" || of == left || of == independent || former || m.Person.Former || len(m.Person.RoleIndexes) == 0 {
			return false
		}
		for i := m.Person.RoleFirst; i < m.Person.RoleLast; i++ {
			if !s.Status.Chiefs[s.tokens(m.In)[i].Key] {
				return false
			}
		}
		return true
	})
}
