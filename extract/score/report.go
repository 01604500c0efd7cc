package score

import (
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"sort"
	"strings"
)

// The interval of F1: this many draws of as many articles as there are, with
// replacement, from a generator with a fixed seed, so that a report is the same
// every time.
const (
	draws      = 300
	lowerDraw  = 7
	upperDraw  = 292
	drawSeed   = 1
	drawStream = 2
)

func report(parts []*tally, notes *notes) *Report {
	all := total(parts)
	figs := figures(all)
	bounds := intervals(parts)
	for i := range figs {
		figs[i].Low, figs[i].High = bounds[i][0], bounds[i][1]
	}
	r := &Report{
		Articles: all.articles, Gold: all.gold, Predicted: all.predicted,
		Records: figs[0], ExactCore: figs[1], ExactAll: figs[2], Slots: map[string]Figure{},
		Kinds: all.kinds, Background: all.background, ReturnRight: Share{all.returnRight, all.matched},
		FalseAlarms: all.falseAlarms, Evidence: all.evidence, Mistakes: notes.mistakes,
		Reliability: reliability(notes.verdicts), Confident: band(notes.verdicts, 0.9, 1), Rules: rules(notes.verdicts),
	}
	for i, slot := range Slots {
		r.Slots[slot] = figs[3+i]
	}
	return r
}

func total(parts []*tally) *tally {
	all := &tally{}
	for _, p := range parts {
		all.add(p)
	}
	return all
}

// figures are records, exact_core, exact_all and the slots.
func figures(t *tally) (out [3 + nSlots]Figure) {
	out[0] = figure(counts{t.matched, t.predicted, t.matched, t.gold})
	out[1] = figure(counts{t.exact, t.predicted, t.exact, t.gold})
	out[2] = figure(counts{t.exactAll, t.predicted, t.exactAll, t.gold})
	for i, c := range t.slots {
		out[3+i] = figure(c)
	}
	return out
}

func figure(c counts) Figure {
	f := Figure{P: 1, R: 1}
	if c.nP > 0 {
		f.P = float64(c.rightP) / float64(c.nP)
	}
	if c.nG > 0 {
		f.R = float64(c.rightG) / float64(c.nG)
	}
	if f.P+f.R > 0 {
		f.F1 = 2 * f.P * f.R / (f.P + f.R)
	}
	return f
}

func intervals(parts []*tally) (out [3 + nSlots][2]float64) {
	rng := rand.New(rand.NewPCG(drawSeed, drawStream))
	var drawn [3 + nSlots][draws]float64
	for d := range draws {
		t := &tally{}
		for range parts {
			t.add(parts[rng.IntN(len(parts))])
		}
		for i, f := range figures(t) {
			drawn[i][d] = f.F1
		}
	}
	for i := range drawn {
		sort.Float64s(drawn[i][:])
		out[i] = [2]float64{drawn[i][lowerDraw], drawn[i][upperDraw]}
	}
	return out
}

// each visits the figures in the order of the report.
func (r *Report) each(do func(name string, f Figure)) {
	do("records", r.Records)
	do("exact_core", r.ExactCore)
	do("exact_all", r.ExactAll)
	for _, slot := range Slots {
		do(slot, r.Slots[slot])
	}
}

// WriteText prints the report for people.
func (r *Report) WriteText(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%d articles, %d gold records, %d predicted\n", r.Articles, r.Gold, r.Predicted)
	fmt.Fprintf(&b, "%14s %6s %6s %6s   95 %% of F1\n", "", "P", "R", "F1")
	r.each(func(name string, f Figure) {
		fmt.Fprintf(&b, "%-14s %6.3f %6.3f %6.3f   %.3f–%.3f\n", name, f.P, f.R, f.F1, f.Low, f.High)
	})
	kinds := make([]string, len(r.Kinds))
	for i, k := range r.Kinds {
		kinds[i] = fmt.Sprintf("%s %d/%d", k.Kind, k.Found, k.Of)
	}
	fmt.Fprintf(&b, "found by kind: %s\n", strings.Join(kinds, ", "))
	fmt.Fprintf(&b, "background found: %s; return flag right: %s\n", r.Background, r.ReturnRight)
	fmt.Fprintf(&b, "articles with nothing to find that got a record: %s\n", r.FalseAlarms)
	fmt.Fprintf(&b, "evidence spans that hold: %s\n", r.Evidence)
	r.writeReliability(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteMistakes prints each wrong, missed and extra record: what it is and the
// article, then the gold record and the predicted one.
func (r *Report) WriteMistakes(w io.Writer) error {
	var b strings.Builder
	for _, m := range r.Mistakes {
		fmt.Fprintf(&b, "%s %s\n    gold %s\n    pred %s\n", m.What, m.Article, m.Gold, m.Got)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// String is the move as JSON, or "none".
func (m *Move) String() string {
	if m == nil {
		return "none"
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(m); err != nil {
		return err.Error() // not reached: a Move holds strings and flags only
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func (s Share) String() string { return fmt.Sprintf("%d/%d", s.Found, s.Of) }

// ratio is 0 where there is nothing to share.
func (s Share) ratio() float64 { return float64(s.Found) / float64(max(1, s.Of)) }

// MarshalJSON gives the figures, and the tables of confidence and of rules with
// the counts behind them.
func (r *Report) MarshalJSON() ([]byte, error) {
	type figureJSON struct {
		P  float64    `json:"p"`
		R  float64    `json:"r"`
		F1 float64    `json:"f1"`
		CI [2]float64 `json:"ci"`
	}
	out := map[string]any{
		"articles": r.Articles, "gold": r.Gold, "predicted": r.Predicted,
		"false_alarm_docs": r.FalseAlarms.ratio(), "evidence_true": r.Evidence.ratio(),
	}
	r.each(func(name string, f Figure) {
		out[name] = figureJSON{f.P, f.R, f.F1, [2]float64{f.Low, f.High}}
	})
	bands := make([]bandJSON, len(r.Reliability))
	for i, b := range r.Reliability {
		bands[i] = b.json()
	}
	rules := make([]ruleJSON, len(r.Rules))
	for i, s := range r.Rules {
		rules[i] = s.json()
	}
	out["reliability"], out["confident"], out["rules"] = bands, r.Confident.json(), rules
	return json.Marshal(out)
}
