package syntax

import (
	"github.com/dalbadal/dalbadal/extract/internal/datafile"
	"github.com/dalbadal/dalbadal/extract/internal/fault"
)

// GrammarOver reads a grammar and adds to it what another file has: lists grow, as do the forms of a host; a postposition,
// pronoun or irregular verb takes the place of its namesake. Both are of the shape of grammar.yaml; the faults are those of more.
func GrammarOver(base, shown, more string) (*Grammar, []fault.Fault) {
	var f, add grammarFile
	if _, faults := datafile.Read("grammar.yaml", base, &f); len(faults) > 0 {
		return nil, faults
	}
	file, faults := datafile.Read(shown, more, &add)
	cases := func(list, text, c string) {
		if _, ok := ParseCase(c); !ok {
			path := list + "/" + text
			faults = append(faults, file.Fault(path, text+": unknown case \""+c+"\"", "write the postposition that names the case: ने को से में पर का, or - for none"))
		}
	}
	for text, c := range inOrder(add.Postpositions) {
		cases("postpositions", text, c)
	}
	for text, p := range inOrder(add.Pronouns) {
		cases("pronouns", text, p.Case)
	}
	if len(faults) > 0 {
		return nil, faults
	}
	datafile.Merge(&f, &add)
	g, err := buildGrammar(shown, &f, verbTable(f.Verbs, f.Irregular, f.ValaForms))
	if err != nil {
		return nil, []fault.Fault{{File: shown, Message: err.Error()}}
	}
	return g, nil
}
