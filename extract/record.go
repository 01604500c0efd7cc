package extract

// Schema is the value of a record's "schema" key: the version of its shape.
const Schema = "dalbadal/1"

// Kind says what a record tells.
type Kind string

const (
	Switch     Kind = "switch"     // left one party and joined, or is to join, another
	Exit       Kind = "exit"       // left, no destination
	Join       Kind = "join"       // joined, no party left is stated or implied
	Expulsion  Kind = "expulsion"  // put out by the party
	Suspension Kind = "suspension" // suspended by the party
)

// Status says how far a leg of a move has come.
type Status string

const (
	Done      Status = "done"      // it happened
	Announced Status = "announced" // the person or a party has said it will
	Rumoured  Status = "rumoured"  // others say or guess that it may
	Denied    Status = "denied"    // denied, or reported as false
)

// Record is one move of one person or group. Absent facts are absent keys;
// the order of the fields is the order of the keys.
//
// Flags mark what the article tells in two ways that cannot both be true. They
// say that it does, not which of the two is right, and are raised only where
// the words leave no room for both, never on background:
//
//   - title-body-conflict: title and body name different parties for the same
//     side of the person's move, or one tells as done what the other denies;
//   - count-conflict: title and body give two exact numbers of the same people,
//     or a list given as all of a group is numbered to another number than the
//     group's;
//   - contradiction: the body tells the same leg as done and as not done, with
//     nobody quoted for either.
type Record struct {
	Schema     string      `json:"schema"`
	ID         string      `json:"id"`
	Doc        Doc         `json:"doc"`
	Kind       Kind        `json:"kind"`
	Who        Who         `json:"who"`
	With       []Companion `json:"with,omitempty"`
	Left       *Leg        `json:"left,omitempty"`
	Joined     *Leg        `json:"joined,omitempty"`
	Where      []Place     `json:"where,omitempty"`
	Why        []Reason    `json:"why,omitempty"`
	When       *When       `json:"when,omitempty"`
	Return     bool        `json:"return,omitempty"`
	Background bool        `json:"background,omitempty"`
	Flags      []string    `json:"flags,omitempty"` // title-body-conflict, count-conflict, contradiction
	Confidence float64     `json:"confidence"`
	Evidence   []Evidence  `json:"evidence"`
}

// Doc names the article that a record comes from.
type Doc struct {
	ID        string `json:"id"`
	Source    string `json:"source,omitempty"`
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty"`
}

// Who is a named person (Name is set) or a group of unnamed people (Group is set).
type Who struct {
	Name    string   `json:"name,omitempty"`    // the fullest form in the article
	Aliases []string `json:"aliases,omitempty"` // its other forms there
	Group   string   `json:"group,omitempty"`
	Count   int      `json:"count,omitempty"` // of a group, where the article gives a number
	Role    string   `json:"role,omitempty"`  // as the article words it
	Office  string   `json:"office,omitempty"`
	Former  bool     `json:"former,omitempty"`
}

// Companion is a group that went along and has no record of its own. Nothing fills it yet.
type Companion struct {
	Text  string `json:"text"`
	Count int    `json:"count,omitempty"`
}

// Leg is one half of a move: the party left, or the party joined.
type Leg struct {
	Party  string `json:"party"` // id, or the name in Devanagari of a party that has none
	Name   string `json:"name"`
	Status Status `json:"status"`
	Basis  string `json:"basis"`        // stated, affiliation, context
	By     string `json:"by,omitempty"` // who claims it, where it is a claim; nothing fills it yet
}

// Place is one place of a move.
type Place struct {
	Name       string   `json:"name"`
	Type       string   `json:"type,omitempty"` // state, district, assembly, parliamentary, town, block; absent where the gazetteer lacks it
	Relation   string   `json:"relation"`       // seat, event, residence, jurisdiction, dateline
	District   string   `json:"district,omitempty"`
	State      string   `json:"state,omitempty"`      // code, as UP
	Candidates []string `json:"candidates,omitempty"` // readings of a name that the article does not decide between
}

// Reason is one reason that the article gives.
type Reason struct {
	Reason string `json:"reason"`
	Text   string `json:"text"`
	By     string `json:"by,omitempty"` // self, reporter, hedged, left, joined
}

// When is the day of the newest step.
type When struct {
	Date      string `json:"date"`      // ISO 8601: 2024-04-28, or 2024-04, 2024
	Precision string `json:"precision"` // day, month, year
	Text      string `json:"text"`
	Basis     string `json:"basis"` // stated, relative
}

// Evidence ties a slot of the record to the characters it was read from.
// Start and End count Unicode code points in the article's title or text, and
// that slice equals Text exactly.
type Evidence struct {
	Slot  string `json:"slot"`
	Rule  string `json:"rule"`
	In    string `json:"in"` // title or text
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}
