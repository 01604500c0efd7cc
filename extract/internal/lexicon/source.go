package lexicon

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Fault is something wrong in a lexicon file.
type Fault struct {
	File string
	Line int    // from 1; 0 where it concerns the whole file
	Text string // what is wrong and what to do
}

func (f Fault) Error() string {
	if f.Line == 0 {
		return f.File + ": " + f.Text
	}
	return f.File + ":" + strconv.Itoa(f.Line) + ": " + f.Text
}

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
	line  int
	cells []string
}

func (r row) get(column string) string {
	for i, c := range r.table.columns {
		if c.name == column {
			return r.cells[i]
		}
	}
	panic("lexicon: no column " + column)
}

func (r row) list(column string) []string {
	s := r.get(column)
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

func (r row) has(column, value string) bool { return slices.Contains(r.list(column), value) }

func (r row) fault(format string, args ...any) Fault {
	return Fault{r.table.file, r.line, fmt.Sprintf(format, args...)}
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
			faults = append(faults, Fault{t.file, 0, fmt.Sprintf("cannot be read (%v): a lexicon needs all its files", err)})
			continue
		}
		rows, bad := t.parse(raw)
		src[t] = rows
		faults = append(faults, bad...)
	}
	return src, faults
}

// parse reads a TSV file: a header row with the table's columns in their order, then
// one entry a line. Empty lines and lines that begin with # are passed over.
func (t *table) parse(raw []byte) (rows []row, faults []Fault) {
	fault := func(line int, format string, args ...any) {
		faults = append(faults, Fault{t.file, line, fmt.Sprintf(format, args...)})
	}
	if !utf8.Valid(raw) {
		fault(0, "is not UTF-8: save it as UTF-8")
		return nil, faults
	}
	header := false
	line := 0
	for text := range strings.SplitSeq(strings.TrimPrefix(string(raw), "\ufeff"), "\n") {
		line++
		text = strings.TrimSuffix(text, "\r")
		if text == "" || text[0] == '#' {
			continue
		}
		cells := strings.Split(text, "\t")
		if !header {
			header = true
			want := make([]string, len(t.columns))
			for i, c := range t.columns {
				want[i] = c.name
			}
			if !slices.Equal(cells, want) {
				fault(line, "the header row is %q: make it %q, with tabs between", cells, want)
				return nil, faults
			}
			continue
		}
		if len(cells) > len(t.columns) {
			fault(line, "%d cells where there are %d columns: take out %d tabs", len(cells), len(t.columns), len(cells)-len(t.columns))
			continue
		}
		for len(cells) < len(t.columns) {
			cells = append(cells, "")
		}
		ok := true
		for i, c := range t.columns {
			if problem := c.check(cells[i]); problem != "" {
				fault(line, "column %s: %s", c.name, problem)
				ok = false
			}
		}
		if ok {
			rows = append(rows, row{t, line, cells})
		}
	}
	if !header {
		fault(0, "is empty: it needs at least its header row")
	}
	return rows, faults
}

func (c column) check(cell string) string {
	if cell == "" {
		if c.need {
			return "is empty: fill it, or take the line out"
		}
		return ""
	}
	values := []string{cell}
	if c.list {
		values = strings.Split(cell, "|")
	}
	for _, v := range values {
		switch {
		case v == "":
			return "has an empty value between two |: take one | out"
		case strings.TrimSpace(v) != v:
			return fmt.Sprintf("white space around %q: take it out", v)
		case c.one != nil && !slices.Contains(c.one, v):
			return fmt.Sprintf("unknown value %q: use one of %s", v, strings.Join(c.one, ", "))
		}
	}
	if c.name == "weight" {
		if n, err := strconv.ParseInt(cell, 10, 32); err != nil || n < 0 {
			return fmt.Sprintf("%q is no count: use a whole number, or leave it empty", cell)
		}
	}
	return ""
}

func sortFaults(faults []Fault) {
	slices.SortStableFunc(faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
}
