package extract

// ExplanationSchema is the value of an explanation's "schema" key: the version of its shape.
const ExplanationSchema = "dalbadal/explain/1"

// Explanation says of one article why each record is there and why each trigger without one gave none. Absent facts are absent
// keys, lists are never null, and the order of the fields is the order of the keys.
type Explanation struct {
	Schema string `json:"schema"`
	Doc    Doc    `json:"doc"`
	// Note says why nothing was read, where that holds for the article as a whole.
	Note string `json:"note,omitempty"`
	// Sentences are those of the title, then those of the text.
	Sentences []SentenceTrace `json:"sentences"`
	Records   []RecordTrace   `json:"records"` // those of Extract, in its order
	WhyNot    []WhyNot        `json:"why_not"` // in the order of the article, the title first
}

// TextSpan is a run of characters. Start and End count Unicode code points in the article's title or text, and that slice is Text.
type TextSpan struct {
	In    string `json:"in"` // title or text
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// SentenceTrace is one sentence.
type SentenceTrace struct {
	TextSpan
	Block     string `json:"block"`             // body, title, heading, bullet, caption; related and footer are never read for moves
	Paragraph int    `json:"paragraph"`         // counts from 0 in title and text
	Triggers  int    `json:"triggers"`          // where a rule's trigger stands, whether or not it gives anything
	Records   []int  `json:"records,omitempty"` // indexes of those that rest on it
}

// RuleRef names a rule and its place. File is empty for a step of the program that is no rule of a rules file: the name of a
// list or a stage, such as place, role, affiliation.
type RuleRef struct {
	ID    string `json:"id"`
	File  string `json:"file,omitempty"`
	Line  int    `json:"line,omitempty"`
	Gloss string `json:"gloss,omitempty"` // what it means, or does
}

// RecordTrace is a record and how it came about.
type RecordTrace struct {
	Record     Record     `json:"record"`
	Slots      []Slot     `json:"slots"` // in the order of the record's evidence
	Confidence Confidence `json:"confidence"`
}

// Slot is one value of a record and the words it was read from.
type Slot struct {
	Slot     string   `json:"slot"`  // who, role, left, joined, where, why, when
	Value    string   `json:"value"` // the name, the party's id, the place, the class of reason, the date
	Evidence TextSpan `json:"evidence"`
	Sentence int      `json:"sentence"` // index into Sentences
	Rule     RuleRef  `json:"rule"`
	// Leg says how the clause was read, of left and joined that a clause tells.
	Leg *LegTrace `json:"leg,omitempty"`
	// Origin says how the party left was found where no clause tells the leaving.
	Origin string `json:"origin,omitempty"`
	// Relation of a place; By of a reason; Precision of a date.
	Detail string `json:"detail,omitempty"`
}

// LegTrace is a clause as a rule read it.
type LegTrace struct {
	Trigger  []TextSpan  `json:"trigger"`       // the host noun, the verb, or both
	Who      *PhraseRead `json:"who,omitempty"` // absent where the clause has no phrase for it and nobody stands for it
	Party    *PhraseRead `json:"party,omitempty"`
	Receiver *PhraseRead `json:"receiver,omitempty"`
	Status   StatusTrace `json:"status"`
	Basis    string      `json:"basis"`
}

// PhraseRead is what filled a slot of a rule.
type PhraseRead struct {
	// Phrase is absent where nothing stands in the clause, as a subject left out.
	Phrase *TextSpan `json:"phrase,omitempty"`
	Case   string    `json:"case,omitempty"`   // as rules name it: ने, से, - for none
	Marker string    `json:"marker,omitempty"` // as the text has it
	// Means is what the phrase stands for, How the way it was found, and At where that is named, for a pronoun, “पार्टी”
	// or nothing at all.
	Means string    `json:"means,omitempty"`
	How   string    `json:"how,omitempty"`
	At    *TextSpan `json:"at,omitempty"`
}

// StatusTrace says how far a leg has come and what says so.
type StatusTrace struct {
	Status Status   `json:"status"`
	Told   string   `json:"told"` // what the clause itself says of it
	Cue    TextSpan `json:"cue"`  // the words that do
	// First is what the sentence gives, where Changed says why that did not stand.
	First   string `json:"first,omitempty"`
	Changed string `json:"changed,omitempty"`
}

// Confidence is a product: From, times the factor of each doubt, rounded to two places.
type Confidence struct {
	Value  float64 `json:"value"`
	From   float64 `json:"from"`
	Doubts []Doubt `json:"doubts"`
}

// Doubt is what makes a record less sure.
type Doubt struct {
	Doubt  string  `json:"doubt"`
	Factor float64 `json:"factor"`
}

// WhyNot is a trigger on which no record rests.
type WhyNot struct {
	Sentence int      `json:"sentence"` // index into Sentences
	Trigger  TextSpan `json:"trigger"`
	// Stage is where it ended: rule (no rule's conditions hold), article (a rule holds, and the rest of the article decides), screen (no
	// sentence of the article can tell a move).
	Stage string  `json:"stage"`
	Rule  RuleRef `json:"rule"` // the one that fits, or the one that came nearest
	// Reason is the first condition that failed.
	Reason string `json:"reason"`
	// Inside is the rule that reads the trigger as a part of its own: सदस्यता in “सदस्यता से इस्तीफा”.
	Inside string `json:"inside,omitempty"`
	// Guard is the word that forbids the rule; Cue, the words that set how real the event is.
	Guard *TextSpan `json:"guard,omitempty"`
	Cue   *TextSpan `json:"cue,omitempty"`
	// Who, Party and Status are what it would have told, as far as known.
	Who    string `json:"who,omitempty"`
	Party  string `json:"party,omitempty"`
	Status string `json:"status,omitempty"`
	// Records are those that tell it already.
	Records []int `json:"records,omitempty"`
	// Tried are all rules of the trigger, in the order in which they were, with what each failed on.
	Tried []TriedRule `json:"tried,omitempty"`
}

// TriedRule is a rule that did not hold, and why.
type TriedRule struct {
	Rule   RuleRef   `json:"rule"`
	Reason string    `json:"reason"`
	Guard  *TextSpan `json:"guard,omitempty"`
}
