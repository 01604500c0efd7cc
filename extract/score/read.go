package score

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/dalbadal/dalbadal/extract"
)

// Article is an annotated article.
type Article struct {
	ID        string  `json:"id"`
	Title     string  `json:"title"`
	Text      string  `json:"text"`
	Published string  `json:"published"`
	Records   []*Move `json:"records"`

	titleRunes, textRunes []rune
}

// Input is the article as an extractor takes it.
func (a *Article) Input() extract.Article {
	return extract.Article{ID: a.ID, Title: a.Title, Text: a.Text, Published: a.Published}
}

// slice is the part of the title or text from code point start to end, clipped
// to what there is; negative offsets count from the end, as in Python.
func (a *Article) slice(in string, start, end int) string {
	var runes []rune
	switch in {
	case "title":
		if a.titleRunes == nil {
			a.titleRunes = []rune(a.Title)
		}
		runes = a.titleRunes
	case "text", "":
		if a.textRunes == nil {
			a.textRunes = []rune(a.Text)
		}
		runes = a.textRunes
	}
	clip := func(i int) int {
		if i < 0 {
			i += len(runes)
		}
		return min(max(i, 0), len(runes))
	}
	if start, end = clip(start), clip(end); start < end {
		return string(runes[start:end])
	}
	return ""
}

// Who is a named person, or a group where Group is set.
type Who struct {
	Name  string
	Group string
}

func (w Who) named() bool { return w.Group == "" }

// UnmarshalJSON takes a name, or an object with the key "group".
func (w *Who) UnmarshalJSON(b []byte) error {
	*w = Who{}
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, &w.Name)
	}
	var group struct {
		Group *string `json:"group"`
	}
	if err := json.Unmarshal(b, &group); err != nil || group.Group == nil || *group.Group == "" {
		return errors.New(`"who" is neither a name nor {"group": …}`)
	}
	w.Group = *group.Group
	return nil
}

// MarshalJSON is the reverse of UnmarshalJSON.
func (w Who) MarshalJSON() ([]byte, error) {
	if w.named() {
		return json.Marshal(w.Name)
	}
	return json.Marshal(map[string]string{"group": w.Group})
}

// ReadGold reads annotated articles, one JSON object a line. Errors name the line.
func ReadGold(r io.Reader) ([]Article, error) {
	var out []Article
	err := eachLine(r, func(line []byte) error {
		var a Article
		if err := json.Unmarshal(line, &a); err != nil {
			return err
		}
		if a.ID == "" || a.Records == nil {
			return errors.New(`not an annotated article: it needs "id" and "records"`)
		}
		for i, g := range a.Records {
			if g == nil || g.Who == (Who{}) {
				return fmt.Errorf(`record %d of %s has no "who"`, i+1, a.ID)
			}
		}
		out = append(out, a)
		return nil
	})
	return out, err
}

// ReadRecords reads records as `dalbadal extract` prints them, one JSON object
// a line. Errors name the line.
func ReadRecords(r io.Reader) ([]extract.Record, error) {
	var out []extract.Record
	err := eachLine(r, func(line []byte) error {
		var rec extract.Record
		if err := json.Unmarshal(line, &rec); err != nil {
			return err
		}
		if rec.Doc.ID == "" || rec.Who.Name == "" && rec.Who.Group == "" {
			return errors.New(`not a record: it needs "doc" and "who"`)
		}
		out = append(out, rec)
		return nil
	})
	return out, err
}

// LineError is a fault in one line of JSONL.
type LineError struct {
	Line int // from 1
	Err  error
}

func (e *LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }
func (e *LineError) Unwrap() error { return e.Err }

func eachLine(r io.Reader, do func([]byte) error) error {
	in := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			if fault := do(line); fault != nil {
				return &LineError{n, fault}
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
