package score

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// verdict is one judged record. A record that matches a gold record is judged
// as right where exact_core is right, one that matches none as wrong. A match
// with a background gold record is judged too, though the figures leave it out:
// its confidence is read as any other's. (Whether the record is marked as
// background plays no part, as in exact_core.) A match with an optional gold
// record is not judged.
type verdict struct {
	move  *Move
	right bool
}

// bandBounds part the confidences, 0 to 1. A band has its lower bound; the last has both.
var bandBounds = []float64{0, 0.5, 0.6, 0.7, 0.8, 0.9, 1}

// Band is the judged records whose confidence is at least From and less than
// To, or To itself where that is 1.
type Band struct {
	From, To float64 // 0 to 1
	Right    Share   // those that are right in exact_core
	Stated   float64 // their mean confidence, 0 to 1; 0 where there are none
}

// RuleShare is how many of the judged records that rest on a rule, by the
// evidence of the party left or joined, are right in exact_core.
type RuleShare struct {
	Rule string
	Share
}

// reliability sorts the verdicts into bands of confidence.
func reliability(all []verdict) []Band {
	bands := make([]Band, len(bandBounds)-1)
	for i := range bands {
		bands[i] = band(all, bandBounds[i], bandBounds[i+1])
	}
	return bands
}

func band(all []verdict, from, to float64) Band {
	b := Band{From: from, To: to}
	sum := 0.0
	for _, v := range all {
		if c := v.move.confidence; c >= from && (c < to || to == 1) {
			b.Right.one(v.right)
			sum += c
		}
	}
	if b.Right.Of > 0 {
		b.Stated = sum / float64(b.Right.Of)
	}
	return b
}

// rules counts the verdicts by rule, the most used first, then by name.
func rules(all []verdict) []RuleShare {
	shares := map[string]*Share{}
	for _, v := range all {
		seen := stringSet{}
		for _, e := range v.move.evidence {
			if e.Slot != "left" && e.Slot != "joined" || e.Rule == "" || seen[e.Rule] {
				continue
			}
			seen[e.Rule] = true
			if shares[e.Rule] == nil {
				shares[e.Rule] = &Share{}
			}
			shares[e.Rule].one(v.right)
		}
	}
	out := make([]RuleShare, 0, len(shares))
	for rule, s := range shares {
		out = append(out, RuleShare{rule, *s})
	}
	slices.SortFunc(out, func(a, b RuleShare) int {
		return cmp.Or(cmp.Compare(b.Of, a.Of), cmp.Compare(a.Rule, b.Rule))
	})
	return out
}

// writeReliability prints the bands and the rules.
func (r *Report) writeReliability(b *strings.Builder) {
	fmt.Fprintf(b, "\n%-14s %6s %6s %6s %6s\n", "confidence", "judged", "right", "share", "stated")
	for _, band := range r.Reliability {
		name := fmt.Sprintf("%.1f–%.1f", band.From, band.To)
		if band.From == 0 {
			name = fmt.Sprintf("below %.1f", band.To)
		}
		fmt.Fprintf(b, "%-14s %6d %6d %6s %6s\n", name, band.Right.Of, band.Right.Found, share(band.Right), mean(band))
	}
	fmt.Fprintf(b, "right at confidence ≥ %.1f: %s, %s; stated %s\n", r.Confident.From, r.Confident.Right, share(r.Confident.Right), mean(r.Confident))
	if len(r.Rules) == 0 {
		return
	}
	width := len("rule")
	for _, s := range r.Rules {
		width = max(width, len(s.Rule))
	}
	fmt.Fprintf(b, "\n%-*s %6s %6s %9s\n", width, "rule", "judged", "right", "precision")
	for _, s := range r.Rules {
		fmt.Fprintf(b, "%-*s %6d %6d %9s\n", width, s.Rule, s.Of, s.Found, share(s.Share))
	}
}

func share(s Share) string {
	if s.Of == 0 {
		return "–"
	}
	return fmt.Sprintf("%.3f", s.ratio())
}

func mean(b Band) string {
	if b.Right.Of == 0 {
		return "–"
	}
	return fmt.Sprintf("%.3f", b.Stated)
}

// bandJSON and ruleJSON are the two as JSON; share and
// confidence are null where nothing was judged.
type bandJSON struct {
	From       float64  `json:"from"`
	To         float64  `json:"to"`
	Judged     int      `json:"judged"`
	Right      int      `json:"right"`
	Share      *float64 `json:"share"`
	Confidence *float64 `json:"confidence"`
}

type ruleJSON struct {
	Rule      string  `json:"rule"`
	Judged    int     `json:"judged"`
	Right     int     `json:"right"`
	Precision float64 `json:"precision"`
}

func (b Band) json() bandJSON {
	out := bandJSON{From: b.From, To: b.To, Judged: b.Right.Of, Right: b.Right.Found}
	if b.Right.Of > 0 {
		ratio := b.Right.ratio()
		out.Share, out.Confidence = &ratio, &b.Stated
	}
	return out
}

func (s RuleShare) json() ruleJSON { return ruleJSON{s.Rule, s.Of, s.Found, s.ratio()} }
