package extract

import (
	"testing"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/discourse"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// BenchmarkStages times each stage alone over the gold articles, on what the stage before it gave: together they
// are what BenchmarkExtract times at one go.
func BenchmarkStages(b *testing.B) {
	x := extractor(b)
	articles := goldArticles(b, "../testdata/gold.jsonl")
	type work struct {
		a           *Article
		head, body  *devanagari.Document
		title, text discourse.Text
		moves       []discourse.Move
	}
	works := make([]work, len(articles))
	bytes := 0
	for i := range articles {
		w := &works[i]
		w.a = &articles[i]
		bytes += len(w.a.Title) + len(w.a.Text)
		w.head, w.body = titleOf(w.a.Title), devanagari.Parse(w.a.Text)
		known := syntax.NewKnown(w.a.Published)
		x.parser.Parse(w.head, known)
		w.text, w.title = x.read(w.body, known).Text, x.read(w.head, known).Text
		w.moves = x.reader.Read(w.title, w.text, w.a.Published)
	}
	var sink struct {
		doc       *devanagari.Document
		passes    bool
		sentences []syntax.Sentence
		events    []frame.Event
		moves     []discourse.Move
		record    Record
	}
	for _, stage := range []struct {
		name string
		run  func(w *work)
	}{
		{"key", func(w *work) { sink.doc = titleOf(w.a.Title); sink.doc = devanagari.Parse(w.a.Text) }},
		{"screen", func(w *work) { sink.passes = x.screen.Passes(w.head, w.body) }},
		{"syntax", func(w *work) {
			known := syntax.NewKnown(w.a.Published)
			x.parser.Parse(w.head, known)
			sink.sentences = x.parser.Parse(w.body, known)
			sink.sentences = x.parser.Parse(w.head, known)
		}},
		{"frame", func(w *work) {
			sink.events, _ = x.matcher.Match(w.body, w.text.Sentences)
			sink.events, _ = x.matcher.Match(w.head, w.title.Sentences)
		}},
		{"discourse", func(w *work) { sink.moves = x.reader.Read(w.title, w.text, w.a.Published) }},
		{"record", func(w *work) {
			for i := range w.moves {
				sink.record = x.record(w.a, &w.title, &w.text, &w.moves[i])
			}
		}},
	} {
		b.Run(stage.name, func(b *testing.B) {
			b.SetBytes(int64(bytes))
			b.ReportAllocs()
			for b.Loop() {
				for i := range works {
					stage.run(&works[i])
				}
			}
		})
	}
}
