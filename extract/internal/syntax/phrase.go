package syntax

import (
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
)

// Head says what a phrase speaks of.
type Head uint8

const (
	Noun      Head = iota // any other noun: Word is its folded form
	PartyHead             // a party, by name, clipping or symbol
	PartyWord             // "पार्टी", "दल": which one is for the discourse to say
	Persons               // one person or several, named or by role
	PlaceHead             // a place
	PronounHead
	HostHead // a noun that carries an event: इस्तीफा, सदस्यता, दामन
	TimeHead // a date or day, found by the caller
)

// Phrase is a noun phrase with its case marker. All positions are token indexes of the document.
type Phrase struct {
	First, Last int // the phrase without its marker: tokens [First, Last)
	End         int // the token after the marker
	Case        Case
	Head        Head
	Word        string // HostHead: the host's lemma; Noun: the head word's key
	Party       PartyRef
	// Persons are those of a Persons phrase, in order. A Noun has one where its words, in no list, may be a name.
	Persons []Person
	Place   PlaceRef
	Pronoun Pronoun
	// Of are the phrases that belong to this one by का, nearest last.
	Of []*Phrase
	// Modifier is set on a phrase that stands directly before a role or group word and belongs to it.
	Attached bool
	// Own: a generic party word with अपनी.
	Own bool
	// Quote is the speech segment it stands in, 0 outside.
	Quote int
}

// PartyRef is a mention of a party.
type PartyRef struct {
	ID          string
	Symbol      bool // by its symbol or colour
	First, Last int
}

// PlaceRef is a mention of a place: Name as the text has it.
type PlaceRef struct {
	Name        string
	Index       int32 // into the lexicon's places; -1 for a place it lacks
	Relation    string
	First, Last int
}

// Person is a person, a group of people, or somebody told by a role alone.
type Person struct {
	// First and Last bound the name; equal where there is none.
	First, Last int
	Name        string // as the text has it
	Key         string // folded, one space between words
	Alias       string // the part after उर्फ, or in brackets
	// RoleFirst and RoleLast bound the role words; equal where there are none.
	RoleFirst, RoleLast int
	RoleIndexes         []int32 // into the lexicon's roles
	Former              bool
	Affiliations        []Affiliation
	// Loose are parties of a participle before the name ("बसपा की कमान संभाल चुके X"): a person's party
	// only where nothing better is known.
	Loose     []Affiliation
	Places    []PlaceRef
	Honorific bool
	// Expelled and Suspended: the role phrase says so (निष्कासित विधायक).
	Expelled, Suspended bool

	Group      bool   // unnamed people
	GroupWord  string // folded
	Count      int    // of a group; 0 where no number stands
	Vague      bool   // कई, सैकड़ों
	Anaphoric  bool   // "इन नेताओं", "सभी", "उक्त नेता": points back
	GroupFirst int    // the whole group phrase: [GroupFirst, GroupLast)
	GroupLast  int
	Member     bool // by demonym: भाजपाई
	Weak       bool // the name's shape alone would not carry it
	Included   bool // in the group behind: "X समेत कई नेता"
	Kin        bool // told as somebody's: "पत्नी X", "बेटे Y"
}

// Named reports whether the person has a name.
func (p *Person) Named() bool { return p.Last > p.First }

// Affiliation is a party that a role phrase names: "सपा के पूर्व विधायक X".
type Affiliation struct {
	Party       string
	Generic     bool // "पार्टी के …"
	Former      bool
	First, Last int
}

// ItemKind tells the items of a sentence apart.
type ItemKind uint8

const (
	PhraseItem ItemKind = iota
	VerbItem
	Comma
	Coordinator
	Opener // कि, लेकिन, जबकि …
	Mark   // any other punctuation
	Neg
	Other // a word that belongs to no phrase
)

// Item is one element of a sentence, in order.
type Item struct {
	Kind        ItemKind
	First, Last int
	Phrase      *Phrase
	Verb        VerbGroup
	Key         string // Mark, Opener, Other: the folded word
}

// Sentence is a sentence as rules see it.
type Sentence struct {
	Index    int // of the document's sentence
	Block    devanagari.Block
	Question bool
	First    int // the first token after a dateline
	Last     int
	Items    []Item
	Dateline []PlaceRef
}
