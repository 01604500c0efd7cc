// Package extract reads Hindi news and says who left which party, where, why and
// for whom. An Extractor takes an Article and gives Records; every value of a
// record is backed by a span of the article's title or text.
//
//	x, err := extract.New()
//	result := x.Extract(extract.Article{ID: "1", Text: "पूर्व विधायक … ने सपा छोड़ दी।"})
//
// The stages stand in the order in which an article passes them: devanagari
// (key, tokens, sentences), lexicon, syntax (phrases and verb groups), frame
// (rules), discourse (moves), and here the record.
package extract

import (
	"fmt"
	"io/fs"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/discourse"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// Extractor holds the compiled rules and lexicons. It is immutable and safe for
// many goroutines.
type Extractor struct {
	lexicon *lexicon.Lexicon
	parser  *syntax.Parser
	matcher *frame.Matcher
	reader  *discourse.Reader
	screen  *syntax.Screen // nil: every article is parsed
}

// Option changes what New builds.
type Option func(*options)

type options struct {
	rules              fs.FS   // in place of the built-in ones
	moreRules, moreLex []layer // over them
}

// WithRules reads the rules from fsys, a folder of .yaml files, in place of the built-in ones.
func WithRules(fsys fs.FS) Option { return func(o *options) { o.rules = fsys } }

// RulesError is returned by New when rules or word lists have faults.
type RulesError struct{ Faults []Fault }

func (e *RulesError) Error() string {
	return fmt.Sprintf("%d faults in the rules; the first: %v", len(e.Faults), e.Faults[0])
}

// New compiles an Extractor from the embedded rules and lexicons, and what the options add to them.
func New(opts ...Option) (*Extractor, error) {
	var o options
	for _, f := range opts {
		f(&o)
	}
	set, lex, faults, err := o.load()
	if err != nil {
		return nil, err
	}
	if len(faults) > 0 {
		return nil, &RulesError{publicFaults(faults)}
	}
	parser := &syntax.Parser{Grammar: set.Grammar, Lexicon: lex, Words: set.Words}
	triggers, link := set.Rules.Triggers(set.Status)
	return &Extractor{
		lexicon: lex,
		parser:  parser,
		screen:  syntax.NewScreen(parser, triggers, link),
		matcher: &frame.Matcher{Rules: set.Rules, Status: set.Status},
		reader:  &discourse.Reader{Lexicon: lex, Grammar: set.Grammar, Status: set.Status, Reasons: set.Reasons, Words: set.Words},
	}, nil
}

// Result is what an article holds.
type Result struct {
	Records []Record
	// Triggers counts the places where a rule's trigger stood, whether or not a record came of it, in an article
	// that speaks of a party beside one.
	Triggers int
}

// Extract gives the records of one article, in the order in which it tells them.
func (x *Extractor) Extract(a Article) Result {
	head, body := titleOf(a.Title), devanagari.Parse(a.Text)
	if body.NoSpace || x.screen != nil && !x.screen.Passes(head, body) {
		return Result{}
	}
	known := syntax.NewKnown(a.Published)
	x.parser.Parse(head, known) // for the names that it shows
	text := x.read(body, known)
	title := x.read(head, known)
	r := Result{Triggers: title.triggers + text.triggers}
	if len(title.Events)+len(text.Events) == 0 {
		return r
	}
	moves := x.reader.Read(title.Text, text.Text, a.Published)
	for i := range moves {
		r.Records = append(r.Records, x.record(&a, &title.Text, &text.Text, &moves[i]))
	}
	return r
}

type reading struct {
	discourse.Text
	doc      *devanagari.Document
	triggers int
}

func titleOf(title string) *devanagari.Document {
	doc := devanagari.Parse(title)
	for i := range doc.Sentences {
		doc.Sentences[i].Block = devanagari.Title
	}
	return doc
}

// read takes one of the article's texts through the stages that look at a sentence at a time.
func (x *Extractor) read(doc *devanagari.Document, known *syntax.Known) reading {
	if !doc.NoSpace {
		sentences := x.parser.Parse(doc, known)
		events, misses := x.matcher.Match(doc, sentences)
		return reading{Text: discourse.Text{Doc: doc, Sentences: sentences, Events: events}, doc: doc, triggers: len(events) + len(misses)}
	}
	return reading{Text: discourse.Text{Doc: doc}, doc: doc}
}
