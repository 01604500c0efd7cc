package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dalbadal/dalbadal/extract/internal/fault"
)

// Fault is something wrong in a lexicon file.
type Fault = fault.Fault

func joinFaults(faults []Fault) error {
	errs := make([]error, len(faults))
	for i, f := range faults {
		errs[i] = f
	}
	return errors.Join(errs...)
}

// table is the shape of one TSV file: its columns in order, and what each may hold.
type table struct {
	file    string
	columns []column
}

type column struct {
	name string
	need bool     // may not be empty
	list bool     // values separated by |
	one  []string // the only values allowed, where not nil
}

var (
	partyTypes = []string{"party", "alliance", "organisation", "front", "union", "status"}
	placeTypes = []string{"country", "state", "region", "district", "parliamentary", "assembly", "town", "block"}
	roleKinds  = []string{"role", "level", "wing", "time", "quality", "profession"}
	offices    = []string{"MLA", "MP", "MLC", "minister", "councillor", "mayor", "party-office", "panchayat", "candidate", "leader", "worker", "other"}
	states     = []string{"AN", "AP", "AR", "AS", "BR", "CG", "CH", "DL", "DN", "GA", "GJ", "HP", "HR", "JH", "JK", "KA", "KL", "LA", "LD", "MH", "ML", "MN", "MP", "MZ", "NL", "OD", "PB", "PY", "RJ", "SK", "TN", "TR", "TS", "UK", "UP", "WB"}
)

// The files of a lexicon. placeOrder is also the order in which equal names are offered.
var (
	partiesTSV = table{"parties.tsv", []column{
		{name: "id", need: true}, {name: "name", need: true}, {name: "aliases", list: true}, {name: "members", list: true},
		{name: "guard", list: true}, {name: "type", need: true, one: partyTypes}, {name: "of"}, {name: "states", list: true, one: append([]string{"all"}, states...)},
		{name: "from"}, {name: "to"}, {name: "symbols", list: true}, {name: "leaders", list: true}}}
	placesTSV = table{"places.tsv", []column{
		{name: "name", need: true}, {name: "aliases", list: true}, {name: "type", need: true, one: placeTypes},
		{name: "district"}, {name: "state", one: states}, {name: "flags", list: true, one: []string{"common", "name", "capital"}}}}
	givenTSV = table{"given.tsv", []column{
		{name: "name", need: true}, {name: "variants", list: true}, {name: "gender", one: []string{"M", "F", "U"}}, {name: "weight"},
		{name: "flags", list: true, one: []string{"common"}}}}
	surnamesTSV = table{"surnames.tsv", []column{
		{name: "name", need: true}, {name: "variants", list: true}, {name: "type", need: true, one: []string{"family", "second", "muslim"}}, {name: "weight"},
		{name: "flags", list: true, one: []string{"common", "female"}}}}
	rolesTSV = table{"roles.tsv", []column{
		{name: "phrase", need: true}, {name: "forms", list: true}, {name: "kind", need: true, one: roleKinds}, {name: "office", one: offices},
		{name: "flags", list: true, one: []string{"group", "former"}}}}
	honorificsTSV = table{"honorifics.tsv", []column{
		{name: "title", need: true}, {name: "forms", list: true}, {name: "position", need: true, one: []string{"before", "after"}},
		{name: "flags", list: true, one: []string{"name", "keep"}}}}
	commonTSV = table{"common.tsv", []column{
		{name: "word", need: true}, {name: "forms", list: true}, {name: "flags", list: true, one: []string{"name"}}}}
)

var tables = []*table{&partiesTSV, &placesTSV, &givenTSV, &surnamesTSV, &rolesTSV, &honorificsTSV, &commonTSV}

// row is one line of a TSV file, its cells in the order of the table's columns.
type row struct {
	table *table
	file  *tsv
	line  int
	raw   string // the line itself
	cells []string
}

// tsv is a file that rows stand in.
type tsv struct {
	name  string
	more  bool  // of a folder that is put over the built-in lexicon
	order []int // where the table's columns stand in a line; -1 for one that the file leaves out
}

func (r row) column(name string) int {
	for i, c := range r.table.columns {
		if c.name == name {
			return i
		}
	}
	panic("lexicon: no column " + name)
}

func (r row) get(column string) string { return r.cells[r.column(column)] }

func (r row) list(column string) []string {
	s := r.get(column)
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

func (r row) has(column, value string) bool { return slices.Contains(r.list(column), value) }

// fault is one of a value in a column: "" for the whole cell, or the whole line.
func (r row) fault(column, value, message, hint string) Fault {
	at := 1
	if column != "" {
		at = r.file.at(r.raw, r.file.order[r.column(column)], value)
	}
	return r.file.fault(r.line, at, r.raw, message, hint)
}

func (f *tsv) fault(line, column int, raw, message, hint string) Fault {
	out := Fault{File: f.name, Line: line, Column: column, Message: message, Hint: hint}
	if line > 0 {
		out.Excerpt = fault.ExcerptLine(raw, line, column)
	}
	return out
}

// at gives the column, in code points from 1, of a value in a cell of a line.
func (f *tsv) at(raw string, cell int, value string) int {
	start := 0
	for ; cell > 0; cell-- {
		i := strings.IndexByte(raw[start:], '\t')
		if i < 0 {
			return utf8.RuneCountInString(raw) + 1
		}
		start += i + 1
	}
	end := len(raw)
	if i := strings.IndexByte(raw[start:], '\t'); i >= 0 {
		end = start + i
	}
	at := start
	if value != "" {
		for v := range strings.SplitSeq(raw[start:end], "|") {
			if v == value {
				start = at
				break
			}
			at += len(v) + 1
		}
	}
	return utf8.RuneCountInString(raw[:start]) + 1
}

// weight is the row's count, 1 where it has none.
func (r row) weight() int32 {
	n, err := strconv.ParseInt(r.get("weight"), 10, 32)
	if err != nil || n < 1 {
		return 1
	}
	return int32(n)
}

// source is the TSV files, read.
type source map[*table][]row

func readSource(fsys fs.FS) (source, []Fault) {
	src := source{}
	var faults []Fault
	for _, t := range tables {
		raw, err := fs.ReadFile(fsys, t.file)
		if err != nil {
			faults = append(faults, Fault{File: t.file, Message: fmt.Sprintf("cannot be read (%v)", err), Hint: "a lexicon needs all its files"})
			continue
		}
		rows, bad := t.parse(&tsv{name: t.file}, string(raw))
		src[t] = rows
		faults = append(faults, bad...)
	}
	return src, faults
}

// parse reads a TSV file: a header row with columns of the table, then one entry a line. The columns may stand in any order, and
// those that may be empty may be left out. Empty lines and lines that begin with # are passed over.
func (t *table) parse(f *tsv, raw string) (rows []row, faults []Fault) {
	bad := func(line, column int, raw, message, hint string) {
		faults = append(faults, f.fault(line, column, raw, message, hint))
	}
	if !utf8.ValidString(raw) {
		bad(0, 0, "", "is not UTF-8", "save it as UTF-8")
		return nil, faults
	}
	line := 0
	count := 0 // of the header's columns
	for text := range strings.SplitSeq(strings.TrimPrefix(raw, "\ufeff"), "\n") {
		line++
		text = strings.TrimSuffix(text, "\r")
		if text == "" || text[0] == '#' {
			continue
		}
		cells := strings.Split(text, "\t")
		if count == 0 {
			count = len(cells)
			if faults = t.header(f, cells, line, text); len(faults) > 0 {
				return nil, faults
			}
			continue
		}
		if len(cells) > count {
			bad(line, f.at(text, count, ""), text, fmt.Sprintf("%d cells where there are %d columns", len(cells), count), "take out tabs; values of one cell are parted by |")
			continue
		}
		r := row{table: t, file: f, line: line, raw: text, cells: make([]string, len(t.columns))}
		ok := true
		for i, c := range t.columns {
			if n := f.order[i]; n >= 0 && n < len(cells) {
				r.cells[i] = cells[n]
			}
			if value, message, hint := c.check(r.cells[i]); message != "" {
				faults = append(faults, r.fault(c.name, value, "column "+c.name+": "+message, hint))
				ok = false
			}
		}
		if ok {
			rows = append(rows, r)
		}
	}
	if count == 0 {
		bad(0, 0, "", "is empty", "it needs at least its header row: "+t.columnNames())
	}
	return rows, faults
}

func (t *table) columnNames() string {
	names := make([]string, len(t.columns))
	for i, c := range t.columns {
		names[i] = c.name
	}
	return strings.Join(names, ", ")
}

// header reads the row that names the columns.
func (t *table) header(f *tsv, cells []string, line int, raw string) (faults []Fault) {
	f.order = make([]int, len(t.columns))
	for i, c := range t.columns {
		f.order[i] = slices.Index(cells, c.name)
		if c.need && f.order[i] < 0 {
			faults = append(faults, f.fault(line, 1, raw, "the header row has no column "+c.name, "its columns, with tabs between, are "+t.columnNames()))
		}
	}
	for n, name := range cells {
		known := slices.ContainsFunc(t.columns, func(c column) bool { return c.name == name })
		switch {
		case !known:
			faults = append(faults, f.fault(line, f.at(raw, n, ""), raw, fmt.Sprintf("unknown column %q", name), "the columns, with tabs between, are "+t.columnNames()))
		case slices.Index(cells, name) != n:
			faults = append(faults, f.fault(line, f.at(raw, n, ""), raw, "the column "+name+" stands twice", "take one out"))
		}
	}
	return faults
}

// check says what is wrong with a cell, and of which value.
func (c column) check(cell string) (value, message, hint string) {
	if cell == "" {
		if c.need {
			return "", "is empty", "fill it, or take the line out"
		}
		return "", "", ""
	}
	values := []string{cell}
	if c.list {
		values = strings.Split(cell, "|")
	}
	for _, v := range values {
		switch {
		case v == "":
			return "", "has an empty value between two |", "take one | out"
		case strings.TrimSpace(v) != v:
			return v, fmt.Sprintf("white space around %q", v), "take it out"
		case c.one != nil && !slices.Contains(c.one, v):
			return v, fmt.Sprintf("unknown value %q", v), "use one of " + strings.Join(c.one, ", ")
		}
	}
	if c.name == "weight" {
		if n, err := strconv.ParseInt(cell, 10, 32); err != nil || n < 0 {
			return "", fmt.Sprintf("%q is no count", cell), "use a whole number, or leave it empty"
		}
	}
	return "", "", ""
}
