package discourse

import (
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

var (
	rosterHeads = keys("इनमें", "उनमें", "जिनमें", "इनमे", "उनमे", "जिनमे")
	rosterTails = keys("शामिल", "प्रमुख", "नाम", "रहे", "आदि")
	// who stands by, receives or meets is on no roster
	bystanders = keys("मौजूद", "उपस्थित", "स्वागत", "मुलाकात", "बैठक", "कार्यक्रम", "रैली", "समारोह", "मौके", "अवसर", "बधाई", "बचे", "पुलिस", "चर्चा", "अलावा")
)

// roster gives the last move to the names that a sentence lists as those who made it: "इनमें A, B
// और C शामिल हैं", or a run of list items behind it.
func (s *story) roster(ref sentenceRef, f *focus) {
	if len(f.move) == 0 || ref.in == InTitle {
		return
	}
	sent := s.sentence(ref)
	for _, l := range s.legs {
		if l.ref == ref {
			return
		}
	}
	src := f.move[0]
	if src.ref.in != ref.in || ref.i-src.ref.i > 14 {
		return
	}
	var list *syntax.Phrase
	if sent.Block == devanagari.Bullet {
		for _, it := range sent.Items {
			if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Persons && it.Phrase.Case == syntax.Bare {
				list = it.Phrase
				break
			}
			if it.Kind == syntax.VerbItem {
				return
			}
		}
	} else {
		if s.holds(ref, bystanders) || !s.holds(ref, rosterTails) || ref.i-src.ref.i > 3 {
			return
		}
		head := false
		for _, it := range sent.Items {
			if it.Kind == syntax.Other && (it.Key == "में" || it.Key == "मे") {
				head = true // "लेने वालों में"
			}
			if it.Kind != syntax.PhraseItem {
				continue
			}
			ph := it.Phrase
			switch {
			case ph.Head == syntax.PronounHead && rosterHeads[ph.Word]:
				head = true
			case ph.Head == syntax.Persons && ph.Case == syntax.Me && !ph.Persons[0].Named():
				head = true
			case ph.Head == syntax.Persons && ph.Case == syntax.Bare && head && ph.Persons[0].Named():
				list = ph
			}
		}
	}
	if list == nil {
		return
	}
	var people []*Entity
	for _, m := range s.byPhrase[list] {
		if m.Entity == nil || m.Entity.Group || !m.Person.Named() {
			continue
		}
		people = append(people, m.Entity)
		for _, src := range f.move {
			l := *src
			l.entity, l.mention, l.ref = m.Entity, m, ref
			l.affiliation, l.affSpan = "", Span{}
			if a, _ := affiliation(m.Person); a != "" && a != l.party {
				l.affiliation, l.affSpan = s.ownAffiliation(m, a)
				if src.act != frame.Join {
					continue
				}
			}
			l.ref = src.ref
			s.legs = append(s.legs, &l)
		}
	}
	if len(people) > 1 {
		f.list = people
	}
}

func (s *story) ownAffiliation(m *Mention, party string) (string, Span) {
	for _, a := range m.Person.Affiliations {
		if a.Party == party {
			return party, Span{m.In, a.First, a.Last, "affiliation"}
		}
	}
	return "", Span{}
}
