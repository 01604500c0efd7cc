package discourse

import (
	"slices"

	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// missed gives the party that somebody's going is said to cost something, or whose people speak of his going as from them: "उनके जाने से
// सपा को नुकसान होगा", "सपा जिलाध्यक्ष ने कहा कि उनके जाने से पार्टी को फर्क नहीं पड़ेगा", "इसे सपा के लिए झटका माना जा रहा है".
func (s *story) missed(e *Entity, to string) (string, Span) {
	const many = 60 // legs, beyond which nobody can tell whose going is meant
	if len(s.legs) > many || slices.ContainsFunc(s.legs, func(l *legAt) bool { return !l.background && l.act == frame.Join && l.party != to }) {
		return "", Span{} // some go elsewhere: whose going it is does not show
	}
	for i := range s.texts[InText].Sentences {
		ref := sentenceRef{InText, i}
		if !s.holds(ref, s.Status.Costs) {
			continue
		}
		items := s.sentence(ref).Items
		at := s.going(items, ref, e)
		if at < 0 {
			at = s.pointing(items, ref)
		}
		if at < 0 {
			continue
		}
		if id, ph := s.pays(items, at, ref, to); id != "" {
			return id, Span{InText, ph.First, ph.Last, "missed"}
		}
	}
	return "", Span{}
}

// going gives the item that tells of a person's going, "उनके जाने | से", "X के पाला बदलने | पर", or -1.
func (s *story) going(items []syntax.Item, ref sentenceRef, e *Entity) int {
	whose := false
	for i, it := range items {
		switch it.Kind {
		case syntax.PhraseItem:
			for ph := range within(it.Phrase) {
				whose = whose || ph.Case == syntax.Ka && (slices.Contains(s.entitiesOf(ph), e) || s.him(ph, ref, e))
			}
		case syntax.VerbItem:
			if whose && it.Verb.Main == syntax.Inf && !it.Verb.Finite && s.wordIn(ref.in, it, s.Status.Goings) {
				return i
			}
			whose = false
		case syntax.Opener, syntax.Comma:
			whose = false
		}
	}
	return -1
}

// him says whether a pronoun may stand for a person who moves.
func (s *story) him(ph *syntax.Phrase, ref sentenceRef, e *Entity) bool {
	p := ph.Pronoun
	return ph.Head == syntax.PronounHead && !p.Reflexive && !p.First && !p.Relative && (p.Many || slices.Contains(s.about[e], ref) || s.movers() == 1)
}

// pointing gives the item of a subject that points at the move of the sentence before, "इसे", "इससे", or -1.
func (s *story) pointing(items []syntax.Item, ref sentenceRef) int {
	if ref.i == 0 || !s.joinedIn(sentenceRef{ref.in, ref.i - 1}) {
		return -1
	}
	for i, it := range items {
		if it.Kind == syntax.PhraseItem && it.Phrase.Head == syntax.Noun && s.Status.This[s.tokens(ref.in)[it.First].Key] {
			return i
		}
	}
	return -1
}

// joinedIn says whether a sentence tells a joining that is news.
func (s *story) joinedIn(ref sentenceRef) bool {
	return slices.ContainsFunc(s.legs, func(l *legAt) bool { return l.ref == ref && l.act == frame.Join && !l.background })
}

// pays gives the party that a sentence says to lose by what its item at tells: the one with a word of cost
// behind it, or, by "पार्टी", that of the one who speaks.
func (s *story) pays(items []syntax.Item, at int, ref sentenceRef, to string) (string, *syntax.Phrase) {
	var speaker *syntax.Phrase
	for i, it := range items {
		if it.Kind != syntax.PhraseItem {
			continue
		}
		if ph := it.Phrase; i < at && speaker == nil && (ph.Case == syntax.Ne || ph.Case == syntax.Ka && speaks(items, i)) {
			speaker = ph
			continue
		}
		for ph := range within(it.Phrase) {
			switch {
			case ph.Head == syntax.PartyHead && !ph.Party.Symbol && ph.Party.ID != to && (slices.Contains(paying, ph.Case) || ph.Case == syntax.Ka && i > at) && slices.ContainsFunc(items[i+1:], func(it syntax.Item) bool { return s.wordIn(ref.in, it, s.Status.Costs) }):
				return ph.Party.ID, ph
			case ph.Head == syntax.PartyWord && i > at && speaker != nil:
				id := s.partyOf(speaker)
				if speaker.Head == syntax.PartyHead {
					id = speaker.Party.ID
				}
				if id != to {
					return id, speaker
				}
			}
		}
	}
	return "", nil
}

// paying are the cases in which a party stands that loses: "सपा को", "सपा के लिए", "सपा में", "सपा पर", "सपा कमजोर होगी".
var paying = []syntax.Case{syntax.Ko, syntax.Lie, syntax.Me, syntax.Par, syntax.Bare}
