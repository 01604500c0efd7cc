package syntax

import (
	"github.com/dalbadal/dalbadal/extract/internal/datafile"
	"github.com/dalbadal/dalbadal/extract/internal/fault"
)

// GrammarOver reads a grammar and adds to it what other files have: lists grow, as do the forms of a host; a postposition, pronoun
// or irregular verb takes the place of its namesake. All are of the shape of grammar.yaml; the faults are those of more.
func GrammarOver(base datafile.Text, more []datafile.Text) (*Grammar, []fault.Fault) {
	var f grammarFile
	if _, faults := datafile.Read(base, &f); len(faults) > 0 {
		return nil, faults
	}
	var faults []fault.Fault
	for _, t := range more {
		var add grammarFile
		file, bad := datafile.Read(t, &add)
		cases := func(list, text, c string) {
			if _, ok := ParseCase(c); !ok {
				bad = append(bad, file.Fault(list+"/"+text, text+": unknown case \""+c+"\"", "write the postposition that names the case: ने को से में पर का, or - for none"))
			}
		}
		for text, c := range inOrder(add.Postpositions) {
			cases("postpositions", text, c)
		}
		for text, p := range inOrder(add.Pronouns) {
			cases("pronouns", text, p.Case)
		}
		fault.Sort(bad)
		faults = append(faults, bad...)
		datafile.Merge(&f, &add)
	}
	if len(faults) > 0 {
		return nil, faults
	}
	g, err := buildGrammar(base.Name, &f, verbTable(f.Verbs, f.Irregular, f.ValaForms))
	if err != nil {
		return nil, []fault.Fault{{File: base.Name, Message: err.Error()}}
	}
	return g, nil
}
