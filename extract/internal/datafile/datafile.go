// Package datafile reads the YAML files that people write, rules and word lists, into Go values. Whatever in a file is not
// of the value's shape is a fault with its place; the rest is read. Positions of all parts are kept, for faults that only
// show later. It reads plain YAML: mappings, lists, words, numbers, true and false; no anchors, tags or second documents.
package datafile

import (
	"cmp"
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

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

// Open reads a file's text. shown is its name in faults.
func Open(fsys fs.FS, name, shown string) (Text, []fault.Fault) {
	bad := func(message, hint string) (Text, []fault.Fault) {
		return Text{}, []fault.Fault{{File: shown, Message: message, Hint: hint}}
	}
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return bad(cause(err), "")
	}
	if !info.Mode().IsRegular() {
		return bad("is no file", "take it out of the folder, or rename it")
	}
	if info.Size() > mostBytes {
		return bad(fmt.Sprintf("has %d MB", info.Size()>>20), fmt.Sprintf("a file of rules or words may have %d MB", mostBytes>>20))
	}
	raw, err := fs.ReadFile(fsys, name)
	if err != nil {
		return bad(cause(err), "")
	}
	if !utf8.Valid(raw) {
		line := 1
		for i, r := range string(raw) {
			if r == '\n' {
				line++
			} else if r == utf8.RuneError {
				if _, size := utf8.DecodeRune(raw[i:]); size == 1 {
					break
				}
			}
		}
		return Text{}, []fault.Fault{{File: shown, Line: line, Message: "is not UTF-8", Hint: "save it as UTF-8"}}
	}
	return Text{shown, strings.TrimPrefix(string(raw), "\ufeff")}, nil
}

func cause(err error) string {
	if pe, ok := err.(*fs.PathError); ok {
		err = pe.Err
	}
	return err.Error()
}

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

// The message and hint of what YAML has and these files have not.
const (
	notRead = "&, *, << and ! of YAML are not read here"
	instead = "write the words themselves; put quotation marks around a text that begins so"
)

// refused finds the first place that the parser shall not see, for it takes the square of how many there are: brackets or lists
// too deep within one another, and what begins an anchor, alias or tag.
func refused(text string) (at Place, message, hint string) {
	line, depth := 0, 0
	for l := range strings.SplitSeq(text, "\n") {
		line++
		var quote rune
		marks, column := 0, 0
		first := true // of a value
		for _, r := range l {
			column++
			at = Place{line, column}
			switch {
			case quote != 0:
				if r == quote {
					quote = 0
				}
				continue
			case r == ' ' || r == '\t':
				continue
			case r == '#' && first:
				// a comment, or a text that begins so and needs quotation marks
			case (r == '"' || r == '\'') && first:
				quote = r
			case r == '[' || r == '{':
				depth++
			case r == ']' || r == '}':
				depth = max(0, depth-1)
			case (r == '&' || r == '*' || r == '!') && first:
				return at, notRead, instead
			}
			if r == '#' && first {
				break
			}
			first = strings.ContainsRune("[{,:-?", r)
			if r == '-' || r == '?' || r == ':' {
				marks++
			} else {
				marks = 0
			}
			if depth > mostDepth || marks > mostDepth {
				return at, "brackets or lists stand too deep within one another", fmt.Sprintf("no file needs more than %d levels", mostDepth)
			}
		}
	}
	return at, "", ""
}

// mostFaults of one file are told.
const mostFaults = 100

type decoder struct {
	*File
	faults []fault.Fault
}

func place(n ast.Node) Place {
	if m, ok := n.(*ast.MappingNode); ok && len(m.Values) > 0 && !m.IsFlowStyle {
		n = m.Values[0].Key
	}
	t := n.GetToken()
	if t == nil || t.Position == nil {
		return Place{}
	}
	return Place{t.Position.Line, t.Position.Column}
}

func (d *decoder) fault(n ast.Node, message, hint string) bool {
	if len(d.faults) >= mostFaults {
		return false
	}
	d.faults = append(d.faults, d.At(place(n), message, hint))
	return false
}

// value reads a node. It says whether nothing was wrong with it.
func (d *decoder) value(n ast.Node, v reflect.Value, path string) bool {
	d.Places[path] = place(n)
	switch n := n.(type) {
	case *ast.NullNode:
		return true
	case *ast.AnchorNode, *ast.AliasNode, *ast.MergeKeyNode, *ast.TagNode, *ast.DirectiveNode:
		return d.fault(n, notRead, instead)
	}
	if s, ok := v.Addr().Interface().(Scalar); ok {
		word, ok := scalar(n)
		if !ok {
			return d.fault(n, "a text belongs here", "write it in quotation marks")
		}
		s.SetScalar(word, place(n).Line)
		return true
	}
	switch v.Kind() {
	case reflect.String:
		word, ok := scalar(n)
		if !ok {
			return d.fault(n, "one word or text belongs here, not a list", "put quotation marks around a text that begins with a bracket")
		}
		v.SetString(word)
		return true
	case reflect.Bool:
		b, ok := n.(*ast.BoolNode)
		if !ok {
			return d.fault(n, "true or false belongs here", "a flag is true; leave its line out for false")
		}
		v.SetBool(b.Value)
		return true
	case reflect.Int:
		word, _ := scalar(n)
		number, err := strconv.Atoi(word)
		if err != nil {
			return d.fault(n, "a whole number belongs here", "")
		}
		v.SetInt(int64(number))
		return true
	case reflect.Float64:
		word, _ := scalar(n)
		number, err := strconv.ParseFloat(word, 64)
		if err != nil {
			return d.fault(n, "a number belongs here", "write it as 0.7")
		}
		v.SetFloat(number)
		return true
	case reflect.Slice:
		return d.list(n, v, path)
	case reflect.Map:
		return d.mapping(n, v, path)
	case reflect.Struct:
		return d.fields(n, v, path)
	}
	panic("datafile: a field of kind " + v.Kind().String())
}

// scalar gives what a node of one word, number or text says.
func scalar(n ast.Node) (string, bool) {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		return strings.TrimSpace(n.Value.Value), true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return n.GetToken().Value, true
	}
	return "", false
}

func (d *decoder) list(n ast.Node, v reflect.Value, path string) bool {
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		if word, is := scalar(n); is {
			if _, isText := n.(*ast.StringNode); isText && strings.ContainsAny(word, "-,:[]{}\"'#&*!") {
				word = strconv.Quote(word)
			}
			return d.fault(n, "a list belongs here", "write ["+word+"]")
		}
		return d.fault(n, "a list belongs here", `begin each of its parts with "- "`)
	}
	whole := true
	for i, node := range seq.Values {
		if word, is := scalar(node); node.Type() == ast.NullType || is && strings.TrimSpace(word) == "" {
			d.Places[join(path, strconv.Itoa(i))] = place(node)
			whole = d.fault(node, "an entry is empty", "fill it in, or take it out")
			continue
		}
		e := reflect.New(v.Type().Elem()).Elem()
		at := join(path, strconv.Itoa(i))
		fine := d.value(node, e, at)
		whole = whole && fine
		if p, ok := e.Addr().Interface().(Pathed); ok {
			p.SetPath(at, fine)
		} else if !fine {
			continue
		}
		v.Set(reflect.Append(v, e))
	}
	return whole
}

// pairs gives the keys and values of a mapping. A mapping of one key is a node of its own kind.
func (d *decoder) pairs(n ast.Node) ([]*ast.MappingValueNode, bool) {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, true
	}
	return nil, d.fault(n, "keys and values belong here", "write key: value")
}

func (d *decoder) key(n ast.Node) (string, bool) {
	word, ok := scalar(n)
	if !ok || strings.TrimSpace(word) == "" {
		return "", d.fault(n, "this cannot be a key", "put it in quotation marks")
	}
	return word, true
}

func (d *decoder) mapping(n ast.Node, v reflect.Value, path string) bool {
	pairs, whole := d.pairs(n)
	if !whole {
		return false
	}
	out := reflect.MakeMap(v.Type())
	for _, p := range pairs {
		word, ok := d.key(p.Key)
		if !ok {
			whole = false
			continue
		}
		k := reflect.New(v.Type().Key()).Elem()
		if k.Kind() == reflect.Int {
			number, err := strconv.Atoi(word)
			if err != nil {
				whole = d.fault(p.Key, "a whole number belongs before the colon", "")
				continue
			}
			k.SetInt(int64(number))
		} else {
			k.SetString(word)
		}
		if out.MapIndex(k).IsValid() {
			whole = d.fault(p.Key, word+" stands twice", "make one entry of the two")
			continue
		}
		e := reflect.New(v.Type().Elem()).Elem()
		whole = d.value(p.Value, e, join(path, word)) && whole
		d.Places[join(path, word)] = place(p.Key)
		out.SetMapIndex(k, e)
	}
	v.Set(out)
	return whole
}

func (d *decoder) fields(n ast.Node, v reflect.Value, path string) bool {
	pairs, whole := d.pairs(n)
	if !whole {
		return false
	}
	fields := map[string]int{}
	var names []string
	for i := range v.NumField() {
		if tag := v.Type().Field(i).Tag.Get("yaml"); tag != "" && tag != "-" {
			fields[tag] = i
			names = append(names, tag)
		}
	}
	seen := map[string]bool{}
	for _, p := range pairs {
		word, ok := d.key(p.Key)
		if !ok {
			whole = false
			continue
		}
		i, known := fields[word]
		if !known {
			whole = d.fault(p.Key, fmt.Sprintf("unknown key %q", word), suggestion(word, names))
			continue
		}
		if seen[word] {
			whole = d.fault(p.Key, word+" stands twice", "make one line of the two")
			continue
		}
		seen[word] = true
		at := join(path, word)
		whole = d.value(p.Value, v.Field(i), at) && whole
		if _, isNull := p.Value.(*ast.NullNode); isNull || v.Field(i).Kind() != reflect.String {
			d.Places[at] = place(p.Key)
		}
	}
	return whole
}

// suggestion is the hint for a word that is none of names.
func suggestion(word string, names []string) string {
	if near := fault.Nearest(word, names); near != "" {
		return "did you mean " + near + "?"
	}
	return "the keys here are " + strings.Join(slices.SortedFunc(slices.Values(names), cmp.Compare), ", ")
}

func join(path, part string) string {
	if path == "" {
		return part
	}
	return path + "/" + part
}
