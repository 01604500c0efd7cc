package discourse

import (
	"slices"
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/calendar"
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// status reads how far an event has come off its mood and the words around it. It is empty
// where the event is none: a negation that denies no report, a condition.
func (s *story) status(ev *frame.Event, ref sentenceRef) string {
	sent := s.sentence(ref)
	rumour := s.holds(ref, s.Status.Rumour) && !s.phrase(ref, s.Status.Decided) || s.phrase(ref, s.Status.RumourPhrases)
	deny := s.holds(ref, s.Status.Deny)
	mood := ev.Mood
	if s.factcheck && (mood == frame.Asked || mood == frame.Rumour) && (s.byTheWay(ev, ref) || s.since(ev, ref)) {
		mood = frame.Happened
	}
	switch mood {
	case frame.Happened:
		switch {
		case s.byTheWay(ev, ref) || s.since(ev, ref) || s.background(ev, ref): // not the claim
		case s.spokenOf(ev, ref):
			return ""
		case s.unfounded(ev, ref):
			return "negated"
		case deny && (rumour || s.holds(ref, s.Status.Claim)) && s.reported(ev, ref), s.factcheck && (ref.in == InTitle || s.holds(ref, s.Status.Claim) || ref.i < 3 && s.questioned(ev)):
			return "denied"
		}
		return "done"
	case frame.Will, frame.Going:
		switch {
		case s.joke(ev, ref):
			return ""
		case s.factcheck && s.holds(ref, s.Status.Claim):
			return "denied"
		case deny:
			return "denied"
		case rumour || s.fromSources(ref) || sent.Question:
			return "rumoured"
		}
		return "announced"
	case frame.May, frame.Rumour:
		if deny {
			return "denied"
		}
		return "rumoured"
	case frame.Declared:
		if deny && s.reported(ev, ref) {
			return "denied" // "मेरे भाजपा में जाने की बात झूठ है"
		}
		// who announces that he leaves, or the party that he makes, has done it, unless he names a day ahead
		if (ev.Rule.Act != frame.Join || ev.Rule.Founds || s.received(ev, ref)) && !s.ahead(ev, ref) {
			return "done"
		}
		return "announced"
	case frame.Refuted:
		return "denied"
	case frame.Not:
		if s.notYet(ev, ref) {
			return ""
		}
		return "negated"
	case frame.Asked:
		if s.joke(ev, ref) {
			return ""
		}
		if s.factcheck {
			return "denied" // what such an article asks is what it refutes
		}
		return "rumoured"
	}
	return ""
}

// received says whether those who announce in a sentence that they join are received at once: on the party's stage, or with its
// scarf in the sentence behind.
func (s *story) received(ev *frame.Event, ref sentenceRef) bool {
	if ev.Who == nil || ev.Who.Case != syntax.Ne {
		return false
	}
	for _, it := range s.sentence(ref).Items {
		if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Noun && s.Status.Stage[it.Phrase.Word] && (it.Phrase.Case == syntax.Par || it.Phrase.Case == syntax.Se) {
			return true
		}
	}
	if next := ref.i + 1; next < len(s.texts[ref.in].Sentences) {
		_, scarf := s.garlands(s.sentence(sentenceRef{ref.in, next}))
		return scarf
	}
	return false
}

// notYet says whether a negated clause only says that nothing has come of it so far: "अभी सदस्यता नहीं ली है".
func (s *story) notYet(ev *frame.Event, ref sentenceRef) bool {
	items := s.sentence(ref).Items
	if ev.Verb < 0 || !items[ev.Verb].Verb.Perfect && !items[ev.Verb].Verb.Progress {
		return false
	}
	for _, it := range items[ev.ClauseFirst:ev.ClauseLast] {
		if s.Status.Yet[s.tokens(ref.in)[it.First].Key] {
			return true
		}
	}
	return false
}

// reported says whether an event is what the words of denial in its sentence are about: it stands in a clause with कि or a
// relative one, or before them. "चर्चाओं पर विराम लग गया, वे भाजपा में शामिल हो गए" denies nothing.
func (s *story) reported(ev *frame.Event, ref sentenceRef) bool {
	sent := s.sentence(ref)
	for _, it := range sent.Items {
		if it.First >= ev.First {
			break
		}
		if it.Kind == syntax.Opener && it.Key == "कि" || it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.PronounHead && it.Phrase.Pronoun.Relative {
			return true
		}
	}
	for i := ev.Last; i < sent.Last; i++ {
		if s.Status.Deny[s.tokens(ref.in)[i].Key] {
			return true
		}
	}
	return false
}

// fromSources says whether a sentence names sources that are not the party's own: "पार्टी के सूत्रों ने बताया"; supporters may be, but not
// those in whose company somebody goes.
func (s *story) fromSources(ref sentenceRef) bool {
	tokens := s.tokens(ref.in)
	for _, it := range s.sentence(ref).Items {
		if it.Kind == syntax.PhraseItem && (it.Phrase.Case == syntax.Saath || it.Phrase.Case == syntax.Samet || it.Phrase.Case == syntax.Samaksh) {
			continue
		}
		first := it.First
		if it.Kind == syntax.PhraseItem && it.Phrase.Case == syntax.Me {
			first = it.Phrase.First // "समर्थकों की सभा में": said before them, not by them
		}
		for i := first; i < it.Last; i++ {
			if s.Status.Source[tokens[i].Key] {
				return !(i > 0 && s.Status.PartyKeys[tokens[i-1].Key] || i > 1 && s.Status.PartyKeys[tokens[i-2].Key])
			}
		}
	}
	return false
}

// leavesAfter says whether a sentence goes on to tell that somebody leaves: "X ने भाजपा में शामिल होने के एक महीने बाद ही पार्टी छोड़ दी".
func (s *story) leavesAfter(ev *frame.Event, ref sentenceRef) bool {
	for o := range s.eventsOf(ref) {
		if o.First > ev.First && o.Rule.Act == frame.Leave {
			return true
		}
	}
	return false
}

// byTheWay says whether an event only describes the person of whom the sentence tells something else, alone or in a chain:
// "कांग्रेस छोड़कर भाजपा में आए X ने".
func (s *story) byTheWay(ev *frame.Event, ref sentenceRef) bool {
	if ev.Attributive && ev.Far {
		return false // "X ने उन खबरों का खंडन किया जिनमें उन्हें भाजपा में जाने वाला बताया गया"
	}
	if ev.Attributive || ev.Verb < 0 || s.sentence(ref).Items[ev.Verb].Verb.Finite {
		return ev.Attributive
	}
	for o := range s.eventsOf(ref) {
		if o.Attributive && o.Verb > ev.Verb && (ev.Who == nil || o.Who == ev.Who) {
			return true
		}
	}
	return false
}

// since says whether an event only dates another: "भाजपा ज्वाइन करने के दो महीने बाद".
func (s *story) since(ev *frame.Event, ref sentenceRef) bool {
	if ev.Verb < 0 || s.sentence(ref).Items[ev.Verb].Verb.Main != syntax.Inf {
		return false
	}
	tokens := s.tokens(ref.in)
	first, last := s.sentence(ref).Items[ev.Verb].Last, s.sentence(ref).Last
	if first >= last || tokens[first].Key != "के" {
		return false
	}
	for i := first + 1; i < min(last, first+5); i++ {
		if s.Status.Since[tokens[i].Key] {
			return true
		}
	}
	return false
}

// questioned says whether the title of a fact-check asks whether the event took place, which its lead then repeats.
func (s *story) questioned(ev *frame.Event) bool {
	if ev.Party == nil || ev.Party.Head != syntax.PartyHead {
		return false
	}
	for i := range s.texts[InTitle].Events {
		if o := &s.texts[InTitle].Events[i]; o.Mood == frame.Asked && o.Rule.Act == ev.Rule.Act && o.Party != nil && o.Party.Head == syntax.PartyHead && o.Party.Party.ID == ev.Party.Party.ID && !o.Attributive {
			return true
		}
	}
	return false
}

// spokenOf says whether an infinitive names a move that nobody is said to make: "मिलने गए थे, ना कि भाजपा में शामिल होने", "भाजपा को
// छोड़ने और कांग्रेस से हाथ मिलाने को विश्वासघात बताया".
func (s *story) spokenOf(ev *frame.Event, ref sentenceRef) bool {
	items := s.sentence(ref).Items
	if ev.Verb < 0 || items[ev.Verb].Verb.Finite || items[ev.Verb].Verb.Main != syntax.Inf {
		return false
	}
	tokens := s.tokens(ref.in)
	for i := max(s.sentence(ref).First, ev.First-4); i+1 < ev.First; i++ {
		if s.Grammar.Negation(tokens[i].Key) && (tokens[i+1].Key == "की" || tokens[i+1].Key == "कि") {
			return true
		}
	}
	if i := ev.Verb + 1; i < len(items) && items[i].Kind == syntax.Coordinator {
		for _, it := range items[i:] {
			if it.Kind == syntax.Opener {
				break
			}
			if it.Kind == syntax.Other && it.Key == "को" {
				return true
			}
		}
	}
	return false
}

// unfounded says whether an infinitive names a move of which, the sentence says, there is no report or proof: "शामिल होने
// पर कोई रिपोर्ट नहीं मिली".
func (s *story) unfounded(ev *frame.Event, ref sentenceRef) bool {
	items := s.sentence(ref).Items
	if ev.Verb < 0 || items[ev.Verb].Verb.Finite || items[ev.Verb].Verb.Main != syntax.Inf {
		return false
	}
	report, none := false, false
	for i, it := range items[:ev.ClauseFirst] {
		// "ऐसी कोई रिपोर्ट नहीं मिली जिसमें X के शामिल होने का"
		report = report || it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Noun && s.Status.Proof[it.Phrase.Word]
		none = none || report && it.Kind == syntax.VerbItem && it.Verb.Negated
		if none && i+1 < len(items) && items[i+1].Kind == syntax.PhraseItem && items[i+1].Phrase.Pronoun.Relative {
			return true
		}
	}
	report = false
	for _, it := range items[ev.Verb+1:] {
		switch it.Kind {
		case syntax.Opener:
			return false
		case syntax.PhraseItem:
			report = report || it.Phrase.Head == syntax.Noun && s.Status.Proof[it.Phrase.Word]
		case syntax.VerbItem:
			return report && it.Verb.Negated
		}
	}
	return false
}

// checksFacts says whether the article is a fact-check: a claim in it is not news.
func (s *story) checksFacts() bool {
	n := 0
	for in, t := range s.texts {
		for _, token := range t.Doc.Tokens {
			if s.Status.Factcheck[token.Key] {
				if n++; n == 2 || in == int(InTitle) {
					return true
				}
			}
		}
	}
	return false
}

// ahead says whether the event's clause names a time to come, or what announces the event is yet to come itself.
func (s *story) ahead(ev *frame.Event, ref sentenceRef) bool {
	sent := s.sentence(ref)
	first, last := sent.Items[ev.ClauseFirst].First, sent.Items[ev.ClauseLast-1].Last
	for _, e := range s.expressions(ref) {
		if e.First >= first && e.Last <= last && e.Future {
			return true
		}
	}
	for _, it := range sent.Items[ev.ClauseLast:] {
		if it.Kind == syntax.VerbItem && it.Verb.Finite {
			return it.Verb.Future // "पार्टी बनाने की घोषणा करेंगे"
		}
	}
	return false
}

// phrase says whether a sentence has one of the phrases.
func (s *story) phrase(ref sentenceRef, phrases [][]string) bool {
	sent := s.sentence(ref)
	tokens := s.tokens(ref.in)[sent.First:sent.Last]
	if len(tokens) <= longSentence {
		return slices.ContainsFunc(phrases, func(p []string) bool { return has(tokens, p) })
	}
	v := s.keys(ref)
	return slices.ContainsFunc(phrases, func(p []string) bool {
		if slices.ContainsFunc(p, func(k string) bool { return !v.words[k] }) {
			return false
		}
		key := strings.Join(p, " ")
		found, known := v.phrases[key]
		if !known {
			found = has(tokens, p)
			v.phrases[key] = found
		}
		return found
	})
}

// has says whether a phrase stands among the tokens.
func has(tokens []devanagari.Token, phrase []string) bool {
next:
	for i := range len(tokens) - len(phrase) + 1 {
		for j, k := range phrase {
			if tokens[i+j].Key != k {
				continue next
			}
		}
		return true
	}
	return false
}

// background says whether an event is told as history: in the pluperfect, or with an old date.
func (s *story) background(ev *frame.Event, ref sentenceRef) bool {
	if s.regretted(ev, ref) || ev.Rule.Act == frame.Join && s.since(ev, ref) && s.leavesAfter(ev, ref) {
		return true
	}
	if ref.in == InTitle {
		return false
	}
	sent := s.sentence(ref)
	first, last := sent.Items[ev.ClauseFirst].First, sent.Items[ev.ClauseLast-1].Last
	// an old date before an absolutive holds for the verb behind it too: "2013 में सपा छोड़ भाजपा में आए"
	for i := ev.ClauseFirst - 1; i >= 0; i-- {
		it := sent.Items[i]
		if it.Kind == syntax.VerbItem && (it.Verb.Finite || it.Verb.Vala) || it.Kind == syntax.Opener {
			break
		}
		first = it.First
	}
	for i := ev.ClauseFirst; i+1 < len(sent.Items) && sent.Items[i].First < ev.First; i++ {
		if it, next := sent.Items[i], sent.Items[i+1]; it.Kind == syntax.VerbItem && it.Verb.Vala && next.Kind == syntax.PhraseItem && next.Phrase.Head == syntax.Persons {
			first = it.Last // "2004 से 2009 तक सांसद रहने वाले X ने": of other days
		}
	}
	for _, e := range s.expressions(ref) {
		if e.First >= first && e.Last <= last && e.Past && !e.Recent && !s.putOutThen(ev, ref, e) {
			return true
		}
	}
	if ev.Past || s.carried(ev, ref) {
		return true
	}
	// an absolutive goes with the verb it leans on
	if ev.Verb >= 0 {
		vg := sent.Items[ev.Verb].Verb
		if !vg.Finite && (vg.Main == syntax.Conj || vg.Main == syntax.Stem) {
			for i := ev.Verb + 1; i < len(sent.Items); i++ {
				if sent.Items[i].Kind == syntax.VerbItem {
					if sent.Items[i].Verb.Pluperfect {
						return true
					}
					if sent.Items[i].Verb.Finite {
						break
					}
				}
			}
			for _, e := range s.expressions(ref) {
				if e.Past && !e.Recent && e.First < first {
					return true
				}
			}
		}
	}
	return false
}

// putOutThen says whether an old date only tells when somebody was put out who makes a move on a day of its own: "जून में निष्कासित
// X ने रविवार को सपा की सदस्यता ली".
func (s *story) putOutThen(ev *frame.Event, ref sentenceRef, old calendar.Expr) bool {
	if ev.Who == nil || ev.Who.Head != syntax.Persons || !ev.Who.Persons[0].Expelled && !ev.Who.Persons[0].Suspended || old.Last > ev.Who.First {
		return false
	}
	return slices.ContainsFunc(s.expressions(ref), func(x calendar.Expr) bool {
		return x.First >= ev.Who.Last && x.First < ev.Last && !x.Past && x.Precision == calendar.Day
	})
}

// carried says whether an event shares the old date of a clause before it, or the pluperfect of one behind it, in a sentence
// that tells several steps of the same people: "2014 में उन्होंने सपा छोड़ी और बसपा में शामिल हुए", "वह इनेलो में गए और बाद में
// कांग्रेस में शामिल हो गए थे".
func (s *story) carried(ev *frame.Event, ref sentenceRef) bool {
	items := s.sentence(ref).Items
	if ev.Verb < 0 || ev.Attributive || !items[ev.Verb].Verb.Finite {
		return false
	}
	for i := ev.ClauseFirst; i < ev.ClauseLast; i++ {
		if items[i].Kind == syntax.Other && s.Status.Soon[items[i].Key] || items[i].Kind == syntax.Other && items[i].Key == "अब" {
			return false
		}
	}
	dated := func(first, last int, past bool) bool {
		return slices.ContainsFunc(s.expressions(ref), func(x calendar.Expr) bool {
			return x.First >= items[first].First && x.Last <= items[last-1].Last && (x.Past && !x.Recent) == past
		})
	}
	if slices.ContainsFunc(s.expressions(ref), func(x calendar.Expr) bool {
		return x.First >= items[ev.ClauseFirst].First && x.Last <= items[ev.ClauseLast-1].Last && !x.Past && x.Precision == calendar.Day
	}) {
		return false // it has a day of its own
	}
	told := ev.Who != nil && ev.Who.Head == syntax.PronounHead && slices.ContainsFunc(items[:ev.ClauseFirst], func(it syntax.Item) bool {
		return it.Kind == syntax.VerbItem && it.Verb.Pluperfect
	}) // "2017 में उन्होंने भाजपा छोड़ी थी, चुनाव से पहले वह आप में आए"
	if ev.Who == nil || told || ev.Who.First < items[ev.ClauseFirst].First {
		for i := ev.ClauseFirst - 1; i >= 0 && items[i].Kind != syntax.Opener; i-- {
			if i == 0 || items[i-1].Kind == syntax.Opener {
				if dated(i, ev.ClauseFirst, true) {
					return true
				}
			}
		}
	}
	for i := ev.Verb + 1; i < len(items); i++ {
		switch it := items[i]; {
		case it.Kind == syntax.Opener, it.Kind == syntax.Mark,
			it.Kind == syntax.PhraseItem && (it.Phrase.Head == syntax.Persons || it.Phrase.Head == syntax.PronounHead) && (it.Phrase.Case == syntax.Ne || it.Phrase.Case == syntax.Bare):
			return false
		case it.Kind == syntax.VerbItem && it.Verb.Finite:
			return it.Verb.Pluperfect && !slices.ContainsFunc(s.expressions(ref), func(x calendar.Expr) bool {
				return x.Date != "" && x.First >= items[ev.Verb+1].First && x.First < it.First
			})
		}
	}
	return false
}

// regretted says whether an infinitive names what somebody is sorry to have done: "भाजपा में जाना भूल थी".
func (s *story) regretted(ev *frame.Event, ref sentenceRef) bool {
	items := s.sentence(ref).Items
	if ev.Verb < 0 || items[ev.Verb].Verb.Main != syntax.Inf || items[ev.Verb].Verb.Finite {
		return false
	}
	for _, it := range items[ev.Verb+1:] {
		if it.Kind == syntax.VerbItem {
			return false
		}
		if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Noun && s.Status.Regret[it.Phrase.Word] {
			return true
		}
	}
	return false
}

// justBefore says whether an event is told as history only by "इससे पहले", of one who moves in the article's news: then it
// is the news' own first step: "X भाजपा में शामिल हो गए। इससे पहले उन्होंने सपा से इस्तीफा दिया।"
func (s *story) justBefore(ev *frame.Event, ref sentenceRef, e *Entity) bool {
	if ev.Past || ev.Rule.Act != frame.Leave {
		return false
	}
	sent := s.sentence(ref)
	if !s.Status.Earlier[s.tokens(ref.in)[sent.First].Key] {
		return false
	}
	for _, x := range s.expressions(ref) {
		if x.Past && !x.Recent && x.First > sent.First {
			return false
		}
	}
	if slices.ContainsFunc(sent.Items, func(it syntax.Item) bool { return it.Kind == syntax.VerbItem && it.Verb.Pluperfect }) {
		return false
	}
	for _, l := range s.legs {
		if l.entity == e && !l.background && l.act == frame.Join && l.status == "done" {
			return true
		}
	}
	return false
}

// olden says whether a sentence names a time long past.
func (s *story) olden(ref sentenceRef) bool {
	for _, x := range s.expressions(ref) {
		if x.Past && !x.Recent {
			return true
		}
	}
	return false
}

// joke says whether somebody only jests of a move of others, or passes on what he has heard: "उन्होंने मजाक में कहा कि …", "मैंने
// तो सुना है मोदी टीडीपी में जा रहे हैं".
func (s *story) joke(ev *frame.Event, ref sentenceRef) bool {
	if ev.Who == nil || ev.Who.Head != syntax.Persons {
		return false
	}
	says, i := false, false
	for _, it := range s.sentence(ref).Items {
		if it.First >= ev.First {
			break
		}
		switch it.Kind {
		case syntax.PhraseItem:
			i = i || it.Phrase.Head == syntax.PronounHead && it.Phrase.Pronoun.First && it.Phrase.Case == syntax.Ne
			for n := it.Phrase.First; n < it.Phrase.Last; n++ {
				says = says || s.Status.Jokes[s.tokens(ref.in)[n].Key]
			}
		case syntax.VerbItem:
			if i && it.Verb.Lemma == "सुन" && it.Verb.Perfect {
				return true
			}
		case syntax.Opener:
			if says && it.Key == that {
				return true
			}
		}
	}
	return false
}
