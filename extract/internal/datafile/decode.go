package datafile

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"github.com/dalbadal/dalbadal/extract/internal/fault"
)

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
