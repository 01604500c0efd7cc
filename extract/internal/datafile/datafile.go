// Package datafile reads the YAML files that people write, rules and word lists, into Go values. Whatever in a file is not
// of the value's shape is a fault with its place; the rest is read. Positions of all parts are kept, for faults that only
// show later. It reads plain YAML: mappings, lists, words, numbers, true and false; no anchors, tags or second documents.
package datafile

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/dalbadal/dalbadal/extract/internal/fault"
)

// File is a file as it was read.
type File struct {
	Text
	Places map[string]Place // of the parts, by path: "hosts", "2/who/1"
}

// Text is a file that has been opened: its name in faults, and what it says.
type Text struct{ Name, Text string }

// Place is a line and a column, from 1, columns in code points.
type Place struct{ Line, Column int }

// Scalar is a value that is written as one word or string and keeps its line.
type Scalar interface{ SetScalar(s string, line int) }

// Pathed is a value that is told its path, under which its parts stand in Places, and whether all of it could be read.
type Pathed interface {
	SetPath(path string, whole bool)
}

// Bounds of what is read. The built-in files are far below; what is beyond is no list that somebody wrote.
const (
	mostBytes = 4 << 20
	mostDepth = 40
)

// Read reads a text into what v points to: a struct with yaml tags, or a slice of them. An element of a list that has faults is
// left out unless it is Pathed; everything else that can be read is.
func Read(t Text, v any) (f *File, faults []fault.Fault) {
	name, text := t.Name, t.Text
	f = &File{Text: t, Places: map[string]Place{}}
	d := decoder{File: f}
	defer func() {
		// the YAML library panics on some malformed files
		if p := recover(); p != nil {
			faults = []fault.Fault{{File: name, Line: 1, Column: 1, Message: fmt.Sprintf("not YAML: %v", p)}}
		}
	}()
	if at, message, hint := refused(text); message != "" {
		return f, []fault.Fault{f.At(at, message, hint)}
	}
	file, err := parser.ParseBytes([]byte(text), 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return f, []fault.Fault{f.syntax(err)}
	}
	var body ast.Node
	for _, doc := range file.Docs {
		switch {
		case doc.Body == nil:
		case body != nil:
			d.fault(doc.Body, "a second document behind ---", "take the line --- out")
		default:
			body = doc.Body
		}
	}
	if body != nil {
		d.value(body, reflect.ValueOf(v).Elem(), "")
	}
	return f, d.faults
}

// At makes a fault at a place.
func (f *File) At(at Place, message, hint string) fault.Fault {
	return fault.Fault{File: f.Name, Line: at.Line, Column: at.Column, Message: message, Hint: hint, Excerpt: fault.Excerpt(f.Text.Text, at.Line, at.Column)}
}

// Fault makes a fault at the part of a path, or of the nearest part around it.
func (f *File) Fault(path, message, hint string) fault.Fault {
	for {
		if at, ok := f.Places[path]; ok {
			return f.At(at, message, hint)
		}
		i := strings.LastIndexByte(path, '/')
		if i < 0 {
			return fault.Fault{File: f.Name, Message: message, Hint: hint}
		}
		path = path[:i]
	}
}

// syntax is the fault of a text that is no YAML.
func (f *File) syntax(err error) fault.Fault {
	var at Place
	message := err.Error()
	text := yaml.FormatError(err, false, false)
	if n, _ := fmt.Sscanf(text, "[%d:%d]", &at.Line, &at.Column); n == 2 {
		_, message, _ = strings.Cut(text, "] ")
		message, _, _ = strings.Cut(message, "\n")
	}
	hint := "look for a missing colon, quotation mark, bracket or blank here or in the line before"
	for _, h := range []struct{ says, hint string }{
		{"tab", "indent with blanks, not with tabs"},
		{"mapping value is not allowed", "indent it as the lines beside it; and put quotation marks around a text with a colon in it"},
		{"non-map value", "write key: value, with a colon and a blank"},
		{"must be specified", "a list is not closed here or in the line before: end it with ]"},
		{"end token ']'", "the list is not closed: end it with ]"},
	} {
		if strings.Contains(message, h.says) {
			hint = h.hint
			break
		}
	}
	return f.At(at, "not YAML: "+message, hint)
}
