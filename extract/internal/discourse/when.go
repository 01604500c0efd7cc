package discourse

import (
	"slices"
	"strings"
	"time"

	"github.com/dalbadal/dalbadal/extract/internal/calendar"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// when gives the day of the newest step that is done: the one that a sentence of the move names; else the day
// on which the article's news takes place as far as it was told by then.
func (s *story) when(m *Move) {
	if (m.Left == nil || m.Left.Status != "done") && (m.Joined == nil || m.Joined.Status != "done") {
		return
	}
	legs := s.legsOf(m)
	for _, l := range legs {
		if d := s.day(l); d != nil && (m.When == nil || d.Date > m.When.Date) {
			m.When = d
		}
	}
	if m.When != nil || m.Background {
		return
	}
	for _, l := range legs {
		if d := s.newsDay(l); d != nil && (m.When == nil || d.Date > m.When.Date) {
			m.When = d
		}
	}
	if m.When == nil && !slices.ContainsFunc(legs, s.already) {
		m.When = s.onlyDay
	}
	if m.When == nil {
		m.When = s.toldDay(m)
	}
}

// toldDay gives the day that a sentence in the pluperfect names for a leg of the news: "12 जून को पार्टी छोड़ दी थी".
func (s *story) toldDay(m *Move) *Day {
	var last *Day
	for _, l := range s.byEntity[m.Entity] {
		if !l.background || !told(m.Left, l) && !told(m.Joined, l) {
			continue
		}
		if d := s.day(l); d != nil && !s.long(d) && (last == nil || d.Date > last.Date) {
			last = d
		}
	}
	return last
}

// told says whether a leg as one sentence tells it is a move's leg that is done.
func told(leg *Leg, l *legAt) bool {
	return leg != nil && leg.Status == "done" && leg.act == l.act && leg.Party == l.party
}

// oneDay gives the one day that the article's dated news names, or nil.
func (s *story) oneDay() *Day {
	var only *Day
	for _, l := range s.legs {
		if l.background {
			continue
		}
		d := s.day(l)
		if d == nil {
			continue
		}
		if only != nil && only.Date != d.Date {
			return nil
		}
		only = d
	}
	return only
}

// day gives the latest day that the sentence of a leg names for it. A date in the leg's own clause goes before
// one elsewhere in the sentence.
func (s *story) day(l *legAt) *Day {
	if l.status != "done" {
		return nil
	}
	var best *Day
	own := false
	first, last := s.clause(l)
	chain := first
	if l.background {
		if l.event.Rule.Standing || l.event.Rule.Undoes && l.act != l.event.Rule.Act {
			return nil // told by the way, with no time of its own
		}
		chain = s.chain(l)
	}
	for _, e := range s.expressions(l.ref) {
		if d := s.dayOf(e, l.ref); d != nil {
			in := e.First >= first && e.Last <= last
			if l.background && l.ref.in == InText && (e.First < chain || e.Last > last) {
				continue // the day of what the sentence tells besides
			}
			if !in && e.Past {
				continue // of another clause's history
			}
			if best == nil || in && !own || in == own && d.Date > best.Date {
				best, own = d, in
			}
		}
	}
	return best
}

// clause bounds the tokens of a leg's clause. One of a roster has none of its own.
func (s *story) clause(l *legAt) (first, last int) {
	sent := s.sentence(l.ref)
	if l.event == nil || l.event.ClauseFirst >= l.event.ClauseLast || l.event.ClauseLast > len(sent.Items) {
		return sent.First, sent.Last
	}
	return sent.Items[l.event.ClauseFirst].First, sent.Items[l.event.ClauseLast-1].Last
}

// chain gives the first token of the absolutives that lead up to a leg's clause: "29 जुलाई को सीट छोड़कर भाजपा में आए थे".
func (s *story) chain(l *legAt) int {
	sent := s.sentence(l.ref)
	i := min(l.event.ClauseFirst, len(sent.Items)-1)
	for i > 0 {
		it := sent.Items[i-1]
		if it.Kind == syntax.Opener || it.Kind == syntax.VerbItem && (it.Verb.Finite || it.Verb.Main == syntax.Perf) {
			break
		}
		i--
	}
	return sent.Items[max(i, 0)].First
}

// dayOf gives the day that an expression fixes, or nil. One that points ahead or to a stretch of time fixes none.
func (s *story) dayOf(e calendar.Expr, ref sentenceRef) *Day {
	e = e.Resolve(false)
	if e.Precision != calendar.Day || e.Date == "" || e.Future {
		return nil
	}
	tokens := s.tokens(ref.in)
	if e.Last < len(tokens) {
		switch tokens[e.Last].Key {
		case "तक", "से": // "कल तक", "सोमवार से"
			return nil
		}
	}
	return &Day{Date: e.Date, Precision: "day", Basis: string(e.Basis), Span: Span{ref.in, e.First, e.Last, "when"}}
}

// newsDays are how many days before publication the news of a report may lie: what is older is told for its own sake.
const newsDays = 14

// newsDay gives the day on which the news was said to take place, by the time a leg is told: the last day named in
// the lead or in a sentence with news, up to the leg's own.
func (s *story) newsDay(l *legAt) *Day {
	if l.status != "done" || l.ref.in != InText || s.already(l) {
		return nil
	}
	t := s.set()
	i := l.ref.i
	if s.sameDay(l.ref) {
		i-- // "उसी दिन": the day told before
	}
	if i >= 0 {
		k := t.newsOn[i]
		if d := t.dated[i]; d > k && s.together(d, l.ref.i) {
			k = d
		}
		if k >= 0 {
			return t.days[k]
		}
	}
	// told after the leg, of the same scene
	for i := l.ref.i + 1; i < t.lead; i++ {
		if t.days[i] != nil {
			return t.days[i]
		}
	}
	return nil
}

var alreadyPhrases = [][]string{{"पहले", "ही"}}

// already says whether a leg's clause sets it before the news: "पहले ही जा चुके हैं".
func (s *story) already(l *legAt) bool {
	if !s.phrase(l.ref, alreadyPhrases) {
		return false
	}
	first, last := s.clause(l)
	tokens := s.tokens(l.ref.in)
	for i := first; i+1 < last; i++ {
		if tokens[i].Key == "पहले" && tokens[i+1].Key == "ही" && (i == first || tokens[i-1].Key != "से") {
			return true
		}
	}
	return false
}

// sameDay says whether a sentence points back at a day: "उसी दिन".
func (s *story) sameDay(ref sentenceRef) bool { return s.phrase(ref, sameDayPhrases) }

var sameDayPhrases = [][]string{{"उसी", "दिन"}, {"इसी", "दिन"}}

// settingDay gives the day on which a sentence sets what it tells, or nil: near the day of publication, not in a
// speech, and not the day of an election or of a court.
func (s *story) settingDay(ref sentenceRef) *Day {
	var best *Day
	tokens := s.tokens(ref.in)
	for _, e := range s.expressions(ref) {
		d := s.dayOf(e, ref)
		if d == nil || tokens[e.First].Quote != 0 || s.long(d) || s.electionDay(e, ref) {
			continue
		}
		if best == nil || d.Date > best.Date {
			best = d
		}
	}
	return best
}

// long says whether a day lies too long before publication to be the news's own.
func (s *story) long(d *Day) bool {
	if len(s.published) < 10 {
		return false
	}
	p, err := time.Parse(time.DateOnly, s.published[:10])
	if err != nil {
		return false
	}
	t, err := time.Parse(time.DateOnly, d.Date)
	return err != nil || p.Sub(t) > newsDays*24*time.Hour
}

// electionDay says whether a date is that of a vote, a count or the like: "10 फरवरी को मतदान", "शनिवार को आए नतीजे".
func (s *story) electionDay(e calendar.Expr, ref sentenceRef) bool {
	for _, it := range s.sentence(ref).Items {
		if it.First < e.Last || it.First > e.Last+5 {
			continue
		}
		if it.Kind == syntax.VerbItem && it.Verb.Finite && it.Verb.Main != syntax.Perf {
			return false
		}
		if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Noun && votes[it.Phrase.Word] {
			return true
		}
	}
	return false
}

var votes = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("चुनाव चुनावों उपचुनाव मतदान वोटिंग मतगणना नतीजे नतीजों परिणाम परिणामों वोट सुनवाई शपथ नामांकन") {
		m[w] = true
	}
	return m
}()
