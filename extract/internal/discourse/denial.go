package discourse

import (
	"slices"

	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// settleNegations keeps a negated event only against a report of it: then it denies it. What is reported of unnamed
// people may be of any who deny it.
func (s *story) settleNegations(legs []*legAt) []*legAt {
	reported := func(n *legAt) bool {
		for _, l := range s.legs {
			if l.entity == n.entity && l.member && l.act == n.act && l.status == "done" && l.party == n.party {
				return true // he is on the list of those who go
			}
			if (l.entity == n.entity || l.entity.Group && (l.entity.Count > 0 || l.status == "denied") && !l.background) && l != n && l.act == n.act && (l.status == "rumoured" || l.status == "denied" || l.status == "announced" && l.event.Mood != frame.Will) && (l.party == n.party || n.party == "") {
				return true
			}
		}
		return n.act == frame.Leave && n.party != "" && s.reportsLoss(n.party)
	}
	left := slices.ContainsFunc(legs, func(l *legAt) bool { return l.act != frame.Join && l.status == "done" })
	var out []*legAt
	for _, l := range legs {
		if l.status == "negated" {
			// who does not leave his party goes to no other
			elsewhere := l.act == frame.Leave && !left && slices.ContainsFunc(legs, func(o *legAt) bool {
				return o.act == frame.Join && (o.status == "rumoured" || o.status == "denied")
			})
			if !elsewhere && !reported(l) {
				s.trace.unused(l, "negated, and the article reports nothing that this would deny")
				continue
			}
			l.status = "denied"
			s.trace.changed(l, "the clause negates what is reported elsewhere")
			if elsewhere {
				for _, o := range legs {
					if o.status == "rumoured" {
						o.status = "denied"
						s.trace.changed(o, "who does not leave his party goes to no other")
					}
				}
			}
		}
		out = append(out, l)
	}
	return out
}

// reportsLoss says whether the title or the lead reports, as a rumour, that a party loses people: "सपा के चार विधायकों के टूटने की खबर".
func (s *story) reportsLoss(party string) bool {
	const lead = 2 // sentences
	for in := range s.texts {
		for i := range min(lead, len(s.texts[in].Sentences)) {
			ref := sentenceRef{In(in), i}
			if id, _ := s.lossOf(ref); id == party && s.holds(ref, s.Status.Claim) {
				return true
			}
		}
	}
	return false
}

// settleDenial turns a rumour that the person rejects, or that the next sentence takes back, into a denied move: "इसे
// अफवाह बताया", "भाजपा में ही रहूंगा".
func (s *story) settleDenial(e *Entity, legs []*legAt) {
	for _, l := range legs {
		if !l.event.Rule.Withdrawn {
			continue
		}
		for _, o := range legs {
			if o.act == frame.Leave && (o.party == l.party || l.party == "" || o.party == "") {
				o.status = "denied"
				s.trace.changed(o, "the resignation is taken back")
			}
		}
	}
	s.weaken(legs)
	for _, l := range legs {
		if l.event.Mood != frame.Refuted {
			continue
		}
		for _, o := range legs {
			if o.act == l.act && o.party == l.party && o.status == "done" && s.holds(o.ref, s.Status.Claim) {
				s.trace.changed(o, "the article says that the report is false")
				o.status = "denied" // "खबर फैली कि X भाजपा में शामिल हो गए": and the article says that it is false
			}
		}
	}
	for _, l := range legs {
		if (l.status == "rumoured" || l.status == "done" && s.holds(l.ref, s.Status.Claim)) && s.retracted(l) || l.status == "rumoured" && e.Group && s.disowned(l) {
			l.status = "denied"
			s.trace.changed(l, "the sentence behind it, or those concerned, reject the report")
		}
	}
	rumour := false
	for _, l := range legs {
		switch l.status {
		case "done", "announced":
			if !l.member || l.act != frame.Leave && l.act != frame.Join || !s.says(e) && !slices.ContainsFunc(legs, func(o *legAt) bool { return o.act == l.act && o.event.Mood == frame.Not }) {
				return
			}
			rumour = true // on a list of those who go, and he says that he stays
		case "rumoured":
			rumour = true
		}
	}
	if !rumour || e.Group || !s.denies(e) {
		return
	}
	for _, l := range legs {
		if l.status == "rumoured" || l.member {
			l.status = "denied"
			s.trace.changed(l, "the person rejects the report")
		}
	}
}

// weak is the weight up to which a rule finds a mood more than a move: "पार्टी से मोहभंग".
const weak = 0.5

// sign is the weight from which a rule finds more than a sign of a move.
const sign = 0.8

// weaken takes a move that only a weak rule calls done for no surer than what else is told of it, and a leaving that is
// done by being announced for announced where it is told as yet to come: "पार्टी छोड़ने का ऐलान किया, 17 को इस्तीफा देंगे".
func (s *story) weaken(legs []*legAt) {
	ahead := slices.ContainsFunc(legs, func(l *legAt) bool {
		return l.act == frame.Leave && l.status == "announced" && l.event.Mood == frame.Will
	}) && !slices.ContainsFunc(legs, func(l *legAt) bool {
		return l.act == frame.Leave && l.status == "done" && l.event.Mood != frame.Declared
	})
	for _, l := range legs {
		if ahead && l.act == frame.Leave && l.status == "done" {
			l.status = "announced"
			s.trace.changed(l, "elsewhere the leaving is told as yet to come")
		}
	}
	// a cloth put on somebody is no joining where he says that he has not joined
	for _, l := range legs {
		if l.status == "done" && l.act == frame.Join && l.event.Rule.Weight < sign && slices.ContainsFunc(legs, func(o *legAt) bool {
			return o.act == frame.Join && o.party == l.party && o.status == "denied"
		}) {
			l.status = "denied"
			s.trace.changed(l, "the person says that he has not joined")
		}
	}
	for _, l := range legs {
		if l.status == "done" && l.ref.in == InTitle && l.event.Verb < 0 {
			s.titleOnly(l, legs)
		}
	}
	best := ""
	for _, l := range legs {
		if l.status == "done" && l.event.Rule.Weight > weak {
			return
		}
		if l.status != "done" && rank[l.status] > rank[best] {
			best = l.status
		}
	}
	for _, l := range legs {
		if l.status == "done" && best != "" {
			l.status = best
			s.trace.changed(l, "the rule shows a mood more than a move, and the article tells the leg elsewhere so")
		}
	}
}

// titleOnly takes a leg that a title tells without a verb for announced where the body says no more: "X की आज भाजपा में घर वापसी" –
// "X शाम को भाजपा में शामिल होंगे".
func (s *story) titleOnly(l *legAt, legs []*legAt) {
	ahead := false
	for _, o := range legs {
		if o.act != l.act || o.party != l.party || o.ref.in == InTitle {
			continue
		}
		if o.status == "done" {
			return
		}
		ahead = ahead || o.status == "announced"
	}
	if ahead {
		l.status = "announced"
		s.trace.changed(l, "the title tells it without a verb, and the article as yet to come")
	}
}

// says says whether the person himself says that he goes nowhere.
func (s *story) says(e *Entity) bool {
	return slices.ContainsFunc(s.about[e], func(ref sentenceRef) bool {
		return len(s.topics[ref]) == 1 && s.phrase(ref, s.Status.DenyPhrases)
	})
}

// retracted says whether the sentence behind a leg's rejects what that one reports, and speaks of nobody else of whom
// something is reported.
func (s *story) retracted(l *legAt) bool {
	ref := sentenceRef{l.ref.in, l.ref.i + 1}
	if ref.in == InTitle || ref.i >= len(s.texts[ref.in].Sentences) || !s.rejects(ref) || !s.holds(ref, s.Status.This) {
		return false
	}
	if s.unnamedSpeaker(ref) {
		return true // "पार्टी के प्रवक्ता ने इसे झूठ बताया": the topic is only carried on
	}
	for _, e := range s.topics[ref] {
		if e == l.entity {
			return true
		}
		for _, o := range s.byEntity[e] {
			if !o.background {
				return false
			}
		}
	}
	return true
}

// unnamedSpeaker says whether somebody without a name acts in a sentence: "पार्टी के प्रवक्ता ने".
func (s *story) unnamedSpeaker(ref sentenceRef) bool {
	return slices.ContainsFunc(s.sentence(ref).Items, func(it syntax.Item) bool {
		return it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && it.Phrase.Case == syntax.Ne && !it.Phrase.Persons[0].Named() && !it.Phrase.Persons[0].Anaphoric && !it.Phrase.Persons[0].Group
	})
}

// disowned says whether people who speak for themselves say that they have not done what is reported of unnamed ones, and
// nobody else moves: "122 लोगों के इस्तीफे की खबर", "उन्होंने कहा कि उन्होंने पार्टी नहीं छोड़ी".
func (s *story) disowned(l *legAt) bool {
	for _, o := range s.legs {
		if o.entity != l.entity && !o.background {
			return false
		}
	}
	for in := range s.texts {
		for i := range s.texts[in].Events {
			ev := &s.texts[in].Events[i]
			if ev.Mood == frame.Not && ev.Rule.Act == l.act && ev.Verb >= 0 && (ev.Who == nil || ev.Who.Head == syntax.PronounHead) {
				vg := s.texts[in].Sentences[ev.Sentence].Items[ev.Verb].Verb
				if vg.Finite && vg.Perfect && (in == int(InTitle) || ev.Sentence > l.ref.i) {
					return true
				}
			}
		}
	}
	return false
}

// rejects says whether a sentence has words of denial.
func (s *story) rejects(ref sentenceRef) bool {
	return s.holds(ref, s.Status.Deny) || s.phrase(ref, s.Status.DenyPhrases)
}

// withChief gives the party with whose leader a sentence says that somebody is: "वे देवेगौड़ा के साथ हैं".
func (s *story) withChief(ref sentenceRef) string {
	items := s.sentence(ref).Items
	for i, it := range items {
		if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && it.Phrase.Case == syntax.Saath && i+1 < len(items) && items[i+1].Kind == syntax.VerbItem && items[i+1].Verb.Main == syntax.AuxPres && !items[i+1].Verb.Negated {
			return s.leads(it.Phrase.Persons[0].Key)
		}
	}
	return ""
}

// denies says whether a sentence about the person, or said by him, rejects a report.
func (s *story) denies(e *Entity) bool {
	for _, ref := range s.about[e] {
		if len(s.topics[ref]) != 1 {
			continue
		}
		if s.rejects(ref) {
			return true
		}
		if id, _ := s.stays(ref); id != "" {
			return true
		}
		if id := s.standsAgain(ref); id != "" && !s.goesTo(e, id) {
			return true
		}
		if id := s.withChief(ref); id != "" && !s.goesTo(e, id) {
			return true
		}
	}
	return false
}

// standsAgain gives the party that somebody says he stands for and no other: "सपा के टिकट पर ही चुनाव लड़ेंगे".
func (s *story) standsAgain(ref sentenceRef) string {
	for _, it := range s.sentence(ref).Items {
		if it.Kind != syntax.PhraseItem || it.Phrase.Head != syntax.Noun || it.Phrase.Case != syntax.Par || !s.Status.Tickets[it.Phrase.Word] || s.tokens(ref.in)[it.Phrase.End-1].Key != "ही" {
			continue
		}
		for _, of := range it.Phrase.Of {
			if of.Head == syntax.PartyHead {
				return of.Party.ID
			}
		}
	}
	return ""
}

// stays gives the party that a sentence says somebody stays in: "कांग्रेस में ही रहूंगा".
func (s *story) stays(ref sentenceRef) (string, Span) {
	if !s.holds(ref, s.Status.Stay) {
		return "", Span{}
	}
	items := s.sentence(ref).Items
	in := map[string]bool{}
	for i, it := range items {
		if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && it.Phrase.Case == syntax.Saath && s.tokens(ref.in)[it.Phrase.End-1].Key == "ही" {
			if id := s.leads(it.Phrase.Persons[0].Key); id != "" {
				return id, Span{ref.in, it.Phrase.First, it.Phrase.Last, "stay"} // "वह उद्धव के साथ ही हैं"
			}
		}
		if it.Kind != syntax.PhraseItem || it.Phrase.Head != syntax.PartyHead || it.Phrase.Party.Symbol {
			continue
		}
		ph := it.Phrase
		only := s.tokens(ref.in)[ph.End-1].Key == "ही"
		again := in[ph.Party.ID] // "राजद में था और राजद में रहूंगा"
		in[ph.Party.ID] = ph.Case == syntax.Me
		if ph.Case == syntax.Me && (only || again || i+1 < len(items) && items[i+1].Kind == syntax.Other && items[i+1].Key == "ही") {
			return ph.Party.ID, Span{ref.in, ph.First, ph.Last, "stay"}
		}
	}
	return "", Span{}
}
