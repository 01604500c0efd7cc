// Package discourse reads the events of an article as one story: who the
// pronouns, roles and short names mean, which party "पार्टी" is, how far each
// leg of a move has come, what is news and what is history, and which legs are
// one move of one person. It takes events sentence by sentence and gives moves.
package discourse

import (
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/calendar"
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
	"github.com/dalbadal/dalbadal/extract/internal/reason"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// Reader turns events into moves. It is immutable and safe for many goroutines.
type Reader struct {
	Lexicon *lexicon.Lexicon
	Grammar *syntax.Grammar
	Status  *frame.StatusWords
	Reasons *reason.Set
	Words   *calendar.Words
}

// In says which of the article's two texts a span lies in.
type In uint8

const (
	InTitle In = iota
	InText
)

// Text is one of the article's two texts as the earlier stages left it.
type Text struct {
	Doc       *devanagari.Document
	Sentences []syntax.Sentence
	Events    []frame.Event
}

// Span is a run of tokens in one of the texts, and the rule that read it.
type Span struct {
	In          In
	First, Last int // tokens
	Rule        string
}

// Leg is one half of a move.
type Leg struct {
	Party  string
	Status string // done, announced, rumoured, denied
	Basis  string // stated, affiliation, context
	By     string
	Span   Span
	act    frame.Act
}

// Place is a place of a move.
type Place struct {
	Ref      syntax.PlaceRef
	Relation string
	Span     Span
}

// Reason is a reason given for a move.
type Reason struct {
	ID   string
	By   string
	Span Span
}

// Day is when a move took place.
type Day struct {
	Date, Precision, Basis string
	Span                   Span
}

// Move is what one person, or one group, did.
type Move struct {
	Kind       string
	Entity     *Entity
	Left       *Leg
	Joined     *Leg
	Where      []Place
	Why        []Reason
	When       *Day
	Return     bool
	Background bool
	Flags      []string
	Confidence float64
	WhoSpan    Span
	Role       string
	RoleSpan   Span
	Former     bool
	RoleIndex  []int32
	With       []Span
	grounds
}

// Entity is a person, or a group, through the article.
type Entity struct {
	Name      string // the fullest form
	Key       string
	order     int // among the story's entities, as first clustered
	near      []string
	Aliases   []string
	Group     bool
	Count     int
	Vague     bool
	Ghost     bool // people in general, who get no record but whose move names listed later share
	GroupText string
	Mentions  []*Mention
	seen      map[string]bool
}

// Mention is one place where an entity is named.
type Mention struct {
	In       In
	Sentence int // index into that text's sentences
	Phrase   *syntax.Phrase
	Person   *syntax.Person
	Entity   *Entity
	order    int // runs through both texts, title first
}

// story is the work on one article.
type story struct {
	*Reader
	texts     [2]Text
	published string
	entities  []*Entity
	mentions  []*Mention
	byPhrase  map[*syntax.Phrase][]*Mention
	dated     map[sentenceRef][]calendar.Expr
	legs      []*legAt
	factcheck bool // the article checks a rumour
	// topics says who each sentence is about: its subject, or the last one before it.
	topics map[sentenceRef][]*Entity
	// all marks the sentences about several people together.
	all map[sentenceRef]bool
	// about lists the sentences that each person is a topic of, the title's first.
	about map[*Entity][]sentenceRef
	// byEntity lists each one's legs, once all are found.
	byEntity map[*Entity][]*legAt
	alone    bool // one person alone moves in the news
	onlyDay  *Day // on which all dated news of the article happened, or nil
	setting  *setting
	// vocabulary is the words of each long sentence, as token keys, and what phrases it holds.
	vocabulary map[sentenceRef]*vocabulary
	found      map[cueSpan][]reason.Cue // asked for so far
	parties    map[string]bool          // that phrases name, once asked for
	moved      map[string]bool          // parties that anybody leaves or joins, once asked for
	posts      sentences                // that tell of resignations from posts alone
	inNone     sentences                // that tell that somebody was in no party
	buf        []lexicon.Sense
	trace      *tracer // nil: nobody asks why
}

type sentenceRef struct {
	in In
	i  int
}

// Read gives the moves of an article, in the order in which the text tells them.
func (r *Reader) Read(title, text Text, published string) []Move {
	return r.begin(title, text, published).tell()
}

// begin takes up an article.
func (r *Reader) begin(title, text Text, published string) *story {
	s := &story{Reader: r, texts: [2]Text{title, text}, published: calendar.InIndia(published), byPhrase: map[*syntax.Phrase][]*Mention{}, dated: map[sentenceRef][]calendar.Expr{}, topics: map[sentenceRef][]*Entity{}, all: map[sentenceRef]bool{}, about: map[*Entity][]sentenceRef{}, byEntity: map[*Entity][]*legAt{}, vocabulary: map[sentenceRef]*vocabulary{}, found: map[cueSpan][]reason.Cue{}}
	s.factcheck = s.checksFacts()
	return s
}

// tell gives the story's moves.
func (s *story) tell() []Move {
	s.cluster()
	s.resolve()
	moves := s.assemble()
	s.alone = s.movers() == 1
	s.onlyDay = s.oneDay()
	for i := range moves {
		s.detail(&moves[i])
		s.flag(&moves[i])
		moves[i].Confidence = s.confidence(&moves[i])
	}
	return moves
}

func (s *story) sentence(ref sentenceRef) *syntax.Sentence { return &s.texts[ref.in].Sentences[ref.i] }

// paragraph numbers the paragraph that a sentence stands in.
func (s *story) paragraph(ref sentenceRef) int {
	return s.texts[ref.in].Doc.Sentences[s.sentence(ref).Index].Paragraph
}

func (s *story) tokens(in In) []devanagari.Token { return s.texts[in].Doc.Tokens }

// expressions gives the time expressions of a sentence.
func (s *story) expressions(ref sentenceRef) []calendar.Expr {
	if e, ok := s.dated[ref]; ok {
		return e
	}
	sent := s.sentence(ref)
	e := s.Words.Find(s.texts[ref.in].Doc, sent.First, sent.Last, s.published)
	s.dated[ref] = e
	return e
}

// holds says whether a sentence has one of the words.
func (s *story) holds(ref sentenceRef, words map[string]bool) bool {
	sent := s.sentence(ref)
	if sent.Last-sent.First > longSentence {
		keys := s.keys(ref).words
		for w, ok := range words {
			if ok && keys[w] {
				return true
			}
		}
		return false
	}
	for i := sent.First; i < sent.Last; i++ {
		if words[s.tokens(ref.in)[i].Key] {
			return true
		}
	}
	return false
}

// longSentence is the number of tokens above which a sentence's words are read once and not for each question: it may be a
// list of thousands, asked about for each of its members.
const longSentence = 200

// vocabulary is what a long sentence holds.
type vocabulary struct {
	words   map[string]bool
	phrases map[string]bool // which of the phrases asked for, by their words
}

// keys gives the vocabulary of a sentence.
func (s *story) keys(ref sentenceRef) *vocabulary {
	v := s.vocabulary[ref]
	if v == nil {
		v = &vocabulary{words: map[string]bool{}, phrases: map[string]bool{}}
		sent := s.sentence(ref)
		for _, t := range s.tokens(ref.in)[sent.First:sent.Last] {
			v.words[t.Key] = true
		}
		s.vocabulary[ref] = v
	}
	return v
}

func words(key string) []string { return strings.Fields(key) }
