package discourse

import (
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// settleNegations keeps a negated event only against a report of it: then it denies it.
func settleNegations(legs []*legAt) []*legAt {
	reported := func(n *legAt) bool {
		for _, l := range legs {
			if l != n && l.act == n.act && (l.status == "rumoured" || l.status == "denied" || l.status == "announced") && (l.party == n.party || n.party == "") {
				return true
			}
		}
		return false
	}
	var out []*legAt
	for _, l := range legs {
		if l.status == "negated" {
			if !reported(l) {
				continue
			}
			l.status = "denied"
		}
		out = append(out, l)
	}
	return out
}

// settleDenial turns a rumour that the person rejects into a denied move: "इसे अफवाह बताया", "भाजपा में ही रहूंगा".
func (s *story) settleDenial(e *Entity, legs []*legAt) {
	rumour := false
	for _, l := range legs {
		switch l.status {
		case "done", "announced":
			return
		case "rumoured":
			rumour = true
		}
	}
	if !rumour || e.Group || !s.denies(e) {
		return
	}
	for _, l := range legs {
		if l.status == "rumoured" {
			l.status = "denied"
		}
	}
}

// denies says whether a sentence about the person, or said by him, rejects a report.
func (s *story) denies(e *Entity) bool {
	for _, ref := range s.about[e] {
		if len(s.topics[ref]) != 1 {
			continue
		}
		if s.holds(ref, s.Status.Deny) {
			return true
		}
		if id, _ := s.stays(ref); id != "" {
			return true
		}
	}
	return false
}

// stays gives the party that a sentence says somebody stays in: "कांग्रेस में ही रहूंगा".
func (s *story) stays(ref sentenceRef) (string, Span) {
	if !s.holds(ref, s.Status.Stay) {
		return "", Span{}
	}
	items := s.sentence(ref).Items
	for i, it := range items {
		if it.Kind != syntax.PhraseItem || it.Phrase.Head != syntax.PartyHead || it.Phrase.Party.Symbol {
			continue
		}
		ph := it.Phrase
		only := s.tokens(ref.in)[ph.End-1].Key == "ही"
		if ph.Case == syntax.Me && (only || i+1 < len(items) && items[i+1].Kind == syntax.Other && items[i+1].Key == "ही") {
			return ph.Party.ID, Span{ref.in, ph.First, ph.Last, "stay"}
		}
	}
	return "", Span{}
}
