package extract

import (
	"cmp"
	"io/fs"

	"github.com/dalbadal/dalbadal/extract/internal/builtin"
	"github.com/dalbadal/dalbadal/extract/internal/fault"
	"github.com/dalbadal/dalbadal/extract/internal/frame"
	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
	data "github.com/dalbadal/dalbadal/extract/lexicon"
	"github.com/dalbadal/dalbadal/extract/rules"
)

// Check reports every fault of the rules and word lists that New would take with the same options: what it would refuse, and
// what it would take though it can hardly be meant, as a rule that can never match. With AddRules or AddLexicon it tells the
// faults of those folders, by themselves and beside what they are put over; without either, those of all rules and lists.
// The faults are in order of place, rules first. An error is one of the program's own data.
func Check(opts ...Option) ([]Fault, error) {
	var o options
	for _, f := range opts {
		f(&o)
	}
	set, err := builtin.Load(false)
	if err != nil {
		return nil, err
	}
	faults, lex, err := o.checkLexicon(set)
	if err != nil {
		return nil, err
	}
	base := fs.FS(rules.FS)
	if o.rules != nil {
		base = o.rules
	}
	src, found := frame.Read("", base)
	var more *frame.Source
	for _, l := range o.moreRules {
		one, bad := frame.Read(l.name, l.fsys)
		found = append(found, bad...)
		if more == nil {
			more = one
		} else {
			more.Add(one)
		}
	}
	words := frame.Words{Grammar: set.Grammar, Lookup: set.Grammar.Lookup(), Status: set.Status, Party: func(id string) (known, symbol bool) {
		return lex.PartyByID(id) != nil, lex.HasSymbol(id)
	}}
	switch {
	case more != nil:
		found = append(found, frame.Check(src, more, words)...)
	case o.moreLex == nil:
		found = append(found, frame.Check(src, nil, words)...)
	}
	fault.Sort(found)
	return publicFaults(append(found, faults...)), nil
}

// checkLexicon adds word lists to set as New does, and reports their faults. The lexicon it gives is the built-in one where they
// have any.
func (o *options) checkLexicon(set *builtin.Set) (faults []fault.Fault, lex *lexicon.Lexicon, err error) {
	lex, err = lexicon.Load()
	if err != nil || o.moreLex == nil && o.moreRules != nil || o.rules != nil {
		return nil, lex, err
	}
	if o.moreLex == nil {
		return lexicon.Check(data.FS), lex, nil
	}
	faults = set.Add(o.yaml())
	tables, bad := o.files()
	faults = append(faults, bad...)
	if tables {
		faults = append(faults, lexicon.CheckOver(data.FS, o.tables())...)
		mine, bad := lexicon.LoadOver(data.FS, o.tables())
		if len(bad) == 0 {
			lex = cmp.Or(mine, lex)
		}
	}
	fault.Sort(faults)
	return faults, lex, nil
}
