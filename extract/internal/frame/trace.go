package frame

import (
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// NoParty is the reason of a miss for want of a party. Where the clause names a post or a House instead, that is its Guard.
const NoParty = "no party in the clause"

// Tried is a rule that was tried on a trigger, and the first of its conditions that failed.
type Tried struct {
	Rule   *Rule
	Reason string
	Guard  [2]int // tokens of the word that forbids the rule; equal where none does
}

// Trace is Match for explaining. The events are the same, and so are the misses, but for two things: they list every rule that was
// tried, and the verbs that are no trigger because their clause names no party are among them, as Faint.
func (m *Matcher) Trace(doc *devanagari.Document, sentences []syntax.Sentence) (events []Event, misses []Miss) {
	return m.match(doc, sentences, true)
}

// questionMark bounds the token of the mark that makes a question of the sentence.
func (c *clauses) questionMark() [2]int {
	for i := c.s.Last - 1; i > c.s.First; i-- {
		if c.doc.Tokens[i].Key == "?" {
			return [2]int{i, i + 1}
		}
	}
	return [2]int{c.s.Last - 1, c.s.Last}
}

// String names a mood for readers.
func (m Mood) String() string {
	return [...]string{
		Happened: "told as happened", Will: "told as yet to come", Going: "told as under way", May: "told as possible", Declared: "announced",
		Rumour: "told as talk", Not: "negated", Refuted: "told as false", If: "a condition, a demand or a habit", Asked: "asked",
	}[m]
}
