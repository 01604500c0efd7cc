// Package draft makes a rule of one sentence in which somebody has marked who moves and which party is left or joined: it takes
// the parser's phrases of the two, their case markers, and the verb or noun that belongs to them. What comes out is a beginning
// for a person to finish; whether it finds its sentence is for the caller to try.
package draft

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// Rule is a draft, its words as the sentence has them.
type Rule struct {
	ID, Act    string
	Host, Verb string // "" for none
	Who        []string
	Party      []string
	Link       string // the noun between party and trigger
	Receiver   []string
	Generic    bool // the sentence says only “पार्टी”
	Symbol     bool // it names the party by its symbol
	Verbless   bool
	// NewHost and NewVerb: grammar.yaml lacks them.
	NewHost, NewVerb bool
	// Beside is set where the verb is so common that it means nothing far from the party.
	Beside bool

	Text, Name, Left, Joined, Status string // of the example
	Title                            bool
}

// Sentence is what a draft is made of.
type Sentence struct {
	Doc       *devanagari.Document
	Sentences []syntax.Sentence
	Lookup    *syntax.Lookup
	Vector    func(stem string) bool
}

// Leg says what is looked for: the party's id, whether it is the one left or joined.
type Leg struct {
	Party string
	Left  bool
}

// found is a phrase and the item it stands in.
type found struct {
	sentence *syntax.Sentence
	item     int
	phrase   *syntax.Phrase
}

// phrases goes over all phrases, those that belong to others included.
func (s *Sentence) phrases(yield func(found)) {
	for i := range s.Sentences {
		sent := &s.Sentences[i]
		for n := range sent.Items {
			it := &sent.Items[n]
			if it.Kind != syntax.PhraseItem {
				continue
			}
			var walk func(*syntax.Phrase)
			walk = func(ph *syntax.Phrase) {
				yield(found{sent, n, ph})
				for _, of := range ph.Of {
					walk(of)
				}
			}
			walk(it.Phrase)
		}
	}
}

// People lists the people of the sentence, for a message.
func (s *Sentence) People() (names []string) {
	s.phrases(func(f found) {
		for _, p := range f.phrase.Persons {
			name := ""
			switch {
			case p.Named():
				name = p.Name
			case p.Group && p.GroupLast > p.GroupFirst:
				name = s.Doc.Slice(p.GroupFirst, p.GroupLast)
			}
			if name != "" && f.phrase.Head == syntax.Persons && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	})
	return names
}

// who finds the phrase of the one who moves.
func (s *Sentence) who(name string) (best found, ok bool) {
	key := devanagari.Fold(name)
	s.phrases(func(f found) {
		if ok {
			return
		}
		words := devanagari.Fold(s.Doc.Slice(f.phrase.First, f.phrase.Last))
		switch f.phrase.Head {
		case syntax.Persons:
			if strings.Contains(" "+words+" ", " "+key+" ") {
				best, ok = f, true
			}
		case syntax.PronounHead:
			if words == key {
				best, ok = f, true
			}
		}
	})
	return best, ok
}

// party finds the phrase of a party; one that only says “पार्टी” where the party is not named by a phrase of its own.
func (s *Sentence) party(id string) (best found, ok bool) {
	s.phrases(func(f found) {
		named := f.phrase.Head == syntax.PartyHead && f.phrase.Party.ID == id
		if named && (!ok || best.phrase.Head == syntax.PartyWord) || !ok && f.phrase.Head == syntax.PartyWord {
			best, ok = f, true
		}
	})
	return best, ok
}

// Make drafts the rule of one leg. The error says what the sentence has not.
func (s *Sentence) Make(name string, leg Leg) (*Rule, error) {
	who, ok := s.who(name)
	if !ok {
		if people := s.People(); len(people) > 0 {
			return nil, fmt.Errorf("nobody in the sentence is read as %s; read as people are: %s", name, strings.Join(people, ", "))
		}
		return nil, fmt.Errorf("nobody in the sentence is read as %s: put a role before the name (पूर्व विधायक …), or the name into given.tsv or surnames.tsv", name)
	}
	party, ok := s.party(leg.Party)
	if !ok {
		return nil, fmt.Errorf("no phrase of the sentence names %s, by name, symbol or as “पार्टी”", leg.Party)
	}
	r := &Rule{Generic: party.phrase.Head == syntax.PartyWord, Symbol: party.phrase.Head == syntax.PartyHead && party.phrase.Party.Symbol, Name: name}
	if err := s.trigger(r, party, who); err != nil {
		return nil, err
	}
	s.place(r, party)
	s.subject(r, who, leg)
	switch {
	case r.Act != "":
	case leg.Left:
		r.Act = "leave"
	default:
		r.Act = "join"
	}
	return r, nil
}

// trigger finds the verb that closes the party's clause, and the noun that completes it.
func (s *Sentence) trigger(r *Rule, party, who found) error {
	items := party.sentence.Items
	verb := -1
	for i := party.item + 1; i < len(items) && verb < 0 && !closes(&items[i]); i++ {
		if items[i].Kind == syntax.VerbItem {
			verb = i
		}
	}
	headline := false
	for i := party.item - 1; i >= 0 && verb < 0 && !closes(&items[i]); i-- {
		if items[i].Kind == syntax.VerbItem {
			verb, headline = i, true // "छोड़ी सपा"
		}
	}
	last := len(items)
	switch {
	case verb >= 0 && !headline:
		last = verb
	case verb < 0:
		for last = party.item + 1; last < len(items) && !closes(&items[last]); last++ {
		}
	}
	// the noun next to the verb, or the one that the party belongs to
	host := -1
	for i := last - 1; i >= party.item && host < 0; i-- {
		it := &items[i]
		switch {
		case i == who.item && party.sentence == who.sentence && i != party.item:
		case it.Kind == syntax.PhraseItem && it.Phrase != party.phrase && noun(it.Phrase):
			host = i
		case it.Kind == syntax.Other && i > party.item && len([]rune(it.Key)) > 2:
			host = i
		case it.Kind == syntax.PhraseItem && i > party.item:
			i = -1 // a phrase with a marker of its own: the noun would stand behind it
		}
	}
	if host >= 0 {
		it := &items[host]
		end := it.Last
		if it.Kind == syntax.PhraseItem {
			end = it.Phrase.Last
		}
		r.Host = s.Doc.Slice(end-1, end)
		key := devanagari.Fold(r.Host)
		known := s.hostOf(it, key)
		r.NewHost = known == ""
		if known != "" {
			r.Host = known
		}
	}
	if verb < 0 {
		return s.unknownVerb(r, party, last)
	}
	r.Verb = s.stem(&items[verb])
	r.Beside = r.Host == "" && s.Vector(devanagari.Fold(r.Verb)) && party.phrase.Case == syntax.Bare
	return nil
}

// noun says whether a phrase may be the noun that a verb needs: one without a marker, of no party, place or time. Of an unknown
// word the parser may think that it is a name.
func noun(ph *syntax.Phrase) bool {
	return ph.Case == syntax.Bare && (ph.Head == syntax.Noun || ph.Head == syntax.HostHead || ph.Head == syntax.Persons)
}

// closes says whether an item ends a clause.
func closes(it *syntax.Item) bool {
	return it.Kind == syntax.Opener || it.Kind == syntax.Mark && (it.Key == "।" || it.Key == ":" || it.Key == ";" || it.Key == "?" || it.Key == ".")
}

// hostOf gives the host of grammar.yaml that a word is a form of, "" where it is none.
func (s *Sentence) hostOf(it *syntax.Item, key string) string {
	if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.HostHead {
		return it.Phrase.Word
	}
	if _, ok := s.Lookup.Hosts[key]; ok {
		return key
	}
	return ""
}

// unknownVerb makes a trigger of a clause in which no verb is known: its last word, where that has a verb's ending; else the noun
// alone, as in a headline.
func (s *Sentence) unknownVerb(r *Rule, party found, last int) error {
	items := party.sentence.Items
	for i := last - 1; i > party.item; i-- {
		it := &items[i]
		if it.Kind != syntax.PhraseItem && it.Kind != syntax.Other {
			continue
		}
		word := s.Doc.Slice(it.Last-1, it.Last)
		if stem := syntax.StemOf(word); stem != "" && (it.Kind == syntax.Other || it.Phrase.Case == syntax.Bare) {
			r.Verb, r.NewVerb = stem, true
			r.Host, r.NewHost = "", false
			return nil
		}
		break
	}
	if r.Host == "" {
		return fmt.Errorf("the party's clause has neither a verb nor a noun that could tell the move")
	}
	r.Verbless = true
	return nil
}

// stem gives the stem of a verb group's main verb, spelt as the sentence spells it.
func (s *Sentence) stem(it *syntax.Item) string {
	lemma := it.Verb.Lemma
	for i := it.First; i < it.Last; i++ {
		word := []rune(s.Doc.Slice(i, i+1))
		for n := len(word); n > 0; n-- {
			if devanagari.Fold(string(word[:n])) == lemma {
				return string(word[:n])
			}
		}
	}
	return lemma
}

// place says where the party stands: its own case, or the genitive of the host or of a noun with a case.
func (s *Sentence) place(r *Rule, party found) {
	top := party.sentence.Items[party.item].Phrase
	switch {
	case top == party.phrase:
		r.Party = []string{top.Case.String()}
	case top.Case == syntax.Bare && (r.Host != "" && devanagari.Fold(r.Host) == top.Word || devanagari.Fold(s.Doc.Slice(top.Last-1, top.Last)) == devanagari.Fold(r.Host)):
		r.Party = []string{"का"}
	default:
		r.Party = []string{"का+" + top.Case.String()}
		r.Link = s.Doc.Slice(top.Last-1, top.Last)
	}
}

// subject says in which case the one who moves stands; and with को, who admits or puts out.
func (s *Sentence) subject(r *Rule, who found, leg Leg) {
	c := who.phrase.Case
	if who.phrase.Head == syntax.PronounHead {
		c = who.phrase.Pronoun.Case
	}
	switch c {
	case syntax.Ne:
		r.Who = []string{"ने", "-"} // the same verb in the future, or with चुका: no marker
	case syntax.Bare:
		r.Who = []string{"-", "ने"}
	case syntax.Ko:
		r.Who = []string{"को"}
		if leg.Left {
			r.Act = "expel"
			return
		}
		for i := range who.sentence.Items {
			if it := &who.sentence.Items[i]; it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && (it.Phrase.Case == syntax.Ne || it.Phrase.Case == syntax.Dwara) {
				r.Receiver = []string{it.Phrase.Case.String()}
			}
		}
	default:
		r.Who = []string{c.String()}
	}
}
