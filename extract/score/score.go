// Package score measures records against gold: precision, recall and F1 of
// whole records and of each slot, false alarms, and the truth of evidence.
//
// In come annotated articles (ReadGold) and the records that an extraction
// gave for them (ReadRecords, or extract.Record values in hand); Measure pairs
// them and gives a Report, which prints itself as text or JSON.
//
// A record matches a gold record of the same article when the person is the
// same (or both are unnamed groups) and at least one party is. Background and
// optional gold records are never required; a record that matches one is no
// error. Each slot's precision and recall count over all records, not only over
// the matched ones, so that a missed record costs every slot of it.
//
// The report also says how far the stated confidence is to be trusted, and how
// often the records of each rule are right.
package score

import (
	"fmt"
	"sort"

	"github.com/dalbadal/dalbadal/extract"
)

// Slots are the slots that have figures of their own, in the order of the report.
var Slots = []string{"who", "left", "joined", "left_status", "joined_status", "where", "why", "when", "role"}

// Figure is precision, recall and F1, each 0 to 1. Low and High bound the
// middle 95 % of F1 over resampled sets of articles.
type Figure struct {
	P, R, F1  float64
	Low, High float64
}

// Share is how many of some things have a property.
type Share struct{ Found, Of int }

// KindShare is how many gold records of a kind were found.
type KindShare struct {
	Kind extract.Kind
	Share
}

// Report is the outcome of one measurement.
type Report struct {
	Articles, Gold, Predicted int
	Records                   Figure // the right person and at least one right party
	ExactCore                 Figure // person, both parties and both statuses right
	ExactAll                  Figure // and no place or reason wrong or missing
	Slots                     map[string]Figure
	Kinds                     []KindShare // in the order in which gold shows them
	Background                Share       // background gold records that were found
	ReturnRight               Share       // matched records whose return flag is right
	FalseAlarms               Share       // articles with nothing to find that got a record
	Evidence                  Share       // evidence spans whose slice of the article is their text
	Mistakes                  []Mistake
	Reliability               []Band      // the judged records by stated confidence, the least first
	Confident                 Band        // those of 0.9 and more
	Rules                     []RuleShare // the judged records by rule, the most used first
}

// Mistake is one record that is not right.
type Mistake struct {
	What    string // WRONG (matched, but not exact_core), MISSED or EXTRA
	Article string
	Gold    *Move // nil for EXTRA
	Got     *Move // nil for MISSED
}

// Measure scores records against gold. Every record must name an article of gold.
func Measure(gold []Article, records []extract.Record) (*Report, error) {
	known := make(map[string]bool, len(gold))
	for _, a := range gold {
		known[a.ID] = true
	}
	predicted := map[string][]*Move{}
	for i := range records {
		id := records[i].Doc.ID
		if !known[id] {
			return nil, fmt.Errorf("record %d is of article %q, which gold does not have", i+1, id)
		}
		predicted[id] = append(predicted[id], fromRecord(&records[i]))
	}
	var notes notes
	parts := make([]*tally, len(gold))
	for i := range gold {
		parts[i] = count(&gold[i], predicted[gold[i].ID], &notes)
	}
	return report(parts, &notes), nil
}

// notes is what is told of single records.
type notes struct {
	mistakes []Mistake
	verdicts []verdict
}

func (n *notes) mistake(what, article string, gold, got *Move) {
	n.mistakes = append(n.mistakes, Mistake{what, article, gold, got})
}

func (n *notes) judge(m *Move, right bool) { n.verdicts = append(n.verdicts, verdict{m, right}) }

// counts are a slot's right predictions, predictions, gold values found and gold values wanted.
type counts struct{ rightP, nP, rightG, nG int }

func (c *counts) add(d counts) {
	c.rightP += d.rightP
	c.nP += d.nP
	c.rightG += d.rightG
	c.nG += d.nG
}

func (c counts) perfect() bool { return c.rightP == c.nP && c.rightG == c.nG }

// tally is what one article, or many, add to the totals.
type tally struct {
	articles, gold, predicted, matched int
	exact, exactAll                    int
	returnRight                        int
	background, falseAlarms, evidence  Share
	kinds                              []KindShare
	slots                              [nSlots]counts
}

func (t *tally) add(u *tally) {
	t.articles += u.articles
	t.gold += u.gold
	t.predicted += u.predicted
	t.matched += u.matched
	t.exact += u.exact
	t.exactAll += u.exactAll
	t.returnRight += u.returnRight
	t.background.add(u.background)
	t.falseAlarms.add(u.falseAlarms)
	t.evidence.add(u.evidence)
	for _, k := range u.kinds {
		t.kind(k.Kind).add(k.Share)
	}
	for i := range t.slots {
		t.slots[i].add(u.slots[i])
	}
}

func (s *Share) add(o Share) {
	s.Found += o.Found
	s.Of += o.Of
}

func (s *Share) one(found bool) {
	s.Of++
	if found {
		s.Found++
	}
}

// kind returns the share of a kind, adding it when it is new.
func (t *tally) kind(k extract.Kind) *Share {
	for i := range t.kinds {
		if t.kinds[i].Kind == k {
			return &t.kinds[i].Share
		}
	}
	t.kinds = append(t.kinds, KindShare{Kind: k})
	return &t.kinds[len(t.kinds)-1].Share
}

// count is everything that one article adds to the totals.
func count(a *Article, predicted []*Move, notes *notes) *tally {
	t := &tally{articles: 1}
	partner, extra := pair(a.Records, predicted)
	if len(a.Records) == 0 {
		t.falseAlarms.one(len(predicted) > 0)
	}
	for i, g := range a.Records {
		p := partner[i]
		if p != nil && !g.Optional {
			notes.judge(p, exactCore(g, p))
		}
		if g.Background || g.Optional {
			if g.Background {
				t.background.one(p != nil)
			}
			continue
		}
		t.gold++
		t.kind(g.Kind).one(p != nil)
		if p == nil {
			notes.mistake("MISSED", a.ID, g, nil)
		} else {
			t.matched++
			t.predicted++
			slots := slotCounts(g, p)
			if !exactCore(g, p) {
				notes.mistake("WRONG", a.ID, g, p)
			} else {
				t.exact++
				if slots[slotWhere].perfect() && slots[slotWhy].perfect() {
					t.exactAll++
				}
			}
			if g.Return == p.Return {
				t.returnRight++
			}
		}
		t.addSlots(g, p)
	}
	for _, p := range extra {
		t.predicted++
		notes.mistake("EXTRA", a.ID, nil, p)
		notes.judge(p, false)
		t.addSlots(nil, p)
	}
	for _, p := range predicted {
		for _, e := range p.evidence {
			t.evidence.one(a.slice(e.In, e.Start, e.End) == e.Text)
		}
	}
	return t
}

func (t *tally) addSlots(g, p *Move) {
	slots := slotCounts(g, p)
	for i := range t.slots {
		t.slots[i].add(slots[i])
	}
}

// pair gives each gold record at most one prediction, the best matches first,
// and the predictions that are left over.
func pair(gold, predicted []*Move) (partner []*Move, extra []*Move) {
	type match struct{ score, i, j int }
	var matches []match
	for i, g := range gold {
		for j, p := range predicted {
			if s := affinity(g, p); s > 0 {
				matches = append(matches, match{s, i, j})
			}
		}
	}
	// Matches were made in the order of i and j, so a stable sort leaves ties in it.
	sort.SliceStable(matches, func(a, b int) bool { return matches[a].score > matches[b].score })
	partner = make([]*Move, len(gold))
	used := make([]bool, len(predicted))
	for _, m := range matches {
		if partner[m.i] == nil && !used[m.j] {
			partner[m.i], used[m.j] = predicted[m.j], true
		}
	}
	for j, p := range predicted {
		if !used[j] {
			extra = append(extra, p)
		}
	}
	return partner, extra
}
