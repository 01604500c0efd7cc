package frame

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/fault"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// Words is what rules are held against.
type Words struct {
	Grammar *syntax.Grammar
	Lookup  *syntax.Lookup // of the grammar
	Status  *StatusWords
	// Party says whether a party has the id, and whether it has a symbol.
	Party func(id string) (known, symbol bool)
}

// Check says what is wrong with rules that are well written each: those that can never make an event, and those that another one
// leaves nothing. With more, whose rules are put over those of base, only what concerns more is told.
func Check(base, more *Source, words Words) []Fault {
	c := checker{Words: words, at: &Source{at: map[*Rule]written{}}}
	list := base.List
	maps.Copy(c.at.at, base.at)
	if more != nil {
		list = Over(base.List, more.List)
		maps.Copy(c.at.at, more.at)
	}
	mine := func(r *Rule) bool {
		if more == nil {
			return true
		}
		_, ok := more.at[r]
		return ok
	}
	for _, r := range list {
		if mine(r) {
			c.rule(r)
		}
	}
	src := base
	if more != nil {
		src = more
	}
	for _, r := range src.broken {
		c.trigger(r)
		c.conditions(r)
	}
	c.rivals(list, mine)
	fault.Sort(c.faults)
	return c.faults
}

type checker struct {
	Words
	at     *Source
	faults []Fault
}

func (c *checker) fault(r *Rule, part, message, hint string) {
	c.faults = append(c.faults, c.at.fault(r, part, message, hint))
}

// rule looks at a rule by itself.
func (c *checker) rule(r *Rule) {
	c.trigger(r)
	c.conditions(r)
	c.slots(r)
	c.examples(r)
}

// trigger asks whether the hosts and verbs are in the grammar, and whether the rule's own words forbid them.
func (c *checker) trigger(r *Rule) {
	live := 0 // hosts and verbs that can trigger
	barred := func(forms [][]string) bool {
		return len(forms) > 0 && !slices.ContainsFunc(forms, func(keys []string) bool {
			return !slices.ContainsFunc(keys, func(k string) bool { return r.not[k] })
		})
	}
	for i, h := range r.hosts {
		part := fmt.Sprintf("host/%d", i)
		forms := c.Lookup.Hosts[h]
		switch {
		case len(forms) == 0:
			c.fault(r, part, fmt.Sprintf("the host %s is not in grammar.yaml, so that it never triggers", r.Host[i]), c.unknownHost(r.Host[i], h))
		case barred(forms):
			c.fault(r, part, fmt.Sprintf("the host %s can never match: not bars every form of it", r.Host[i]), "take its forms out of not")
		default:
			live++
		}
	}
	for i, v := range r.verbs {
		part := fmt.Sprintf("verb/%d", i)
		var forms [][]string
		for _, w := range c.Lookup.Verbs[v] {
			forms = append(forms, []string{w})
		}
		switch {
		case len(forms) == 0:
			c.fault(r, part, fmt.Sprintf("the verb %s is not in grammar.yaml, so that it never triggers", r.Verb[i]), c.unknownVerb(r.Verb[i], v))
		case barred(forms):
			c.fault(r, part, fmt.Sprintf("the verb %s can never match: not bars every form of it", r.Verb[i]), "take its forms out of not")
		default:
			if len(r.hosts) == 0 {
				live++
			}
		}
	}
	for i, w := range r.Not {
		if k := devanagari.Fold(w); slices.Contains(r.verbs, k) || slices.Contains(r.hosts, k) && len(c.Lookup.Hosts[k]) > 0 {
			c.fault(r, fmt.Sprintf("not/%d", i), w+" is the rule's own trigger: the rule forbids itself", "take it out of not; a counterexample shows what you want to keep out")
		}
	}
	if r.Standing && r.Act != Expel && r.Act != Suspend {
		c.fault(r, "standing", "a standing rule can never match with the act "+string(r.Act), "standing is for expel and suspend: “बसपा से निष्कासित विधायक”")
	}
}

func (c *checker) unknownHost(word, key string) string {
	if near := fault.Nearest(key, slices.Sorted(maps.Keys(c.Lookup.Hosts))); near != "" && len([]rune(key)) > 3 {
		return fmt.Sprintf("did you mean %s? a new host needs its forms under hosts in grammar.yaml of a --lexicon folder: %s: [%s]", near, word, word)
	}
	return fmt.Sprintf("a host needs its forms under hosts in grammar.yaml of a --lexicon folder: %s: [%s]", word, word)
}

func (c *checker) unknownVerb(word, key string) string {
	var stems []string
	for stem, forms := range c.Lookup.Verbs {
		if slices.Contains(forms, key) {
			stems = append(stems, stem)
		}
	}
	slices.Sort(stems)
	if len(stems) > 0 {
		return "it is a form of " + strings.Join(stems, ", ") + ": write the stem"
	}
	return fmt.Sprintf("write the bare stem, छोड़ for छोड़ना; a new verb goes under verbs in grammar.yaml of a --lexicon folder: [%s]", word)
}

// conditions asks whether what the rule wants of its clause can be had.
func (c *checker) conditions(r *Rule) {
	for _, l := range []struct {
		name  string
		words []string
	}{{"not", r.Not}, {"with", r.With}, {"link", r.Link}} {
		for i, w := range l.words {
			tokens := devanagari.Parse(w).Tokens
			if len(tokens) != 1 || tokens[0].Key != devanagari.Fold(w) {
				c.fault(r, fmt.Sprintf("%s/%d", l.name, i), fmt.Sprintf("%q is not one word, and never met", w), "the clause is asked word by word: give the word that counts")
			}
		}
	}
	both := 0
	for i, w := range r.With {
		if r.not[devanagari.Fold(w)] {
			both++
			c.fault(r, fmt.Sprintf("with/%d", i), w+" stands in not too: a clause that has it is barred", "take it out of one of the two")
		}
	}
	if len(r.With) > 0 && both == len(r.With) {
		c.fault(r, "with", "it can never match: not bars every word that with asks for", "take words out of not, or put others into with")
	}
	if r.Negative && !slices.ContainsFunc(c.Grammar.Negations(), func(k string) bool { return !r.not[k] }) {
		c.fault(r, "negative", "it can never match: it wants a negated clause, and not bars every negation", "take नहीं out of not")
	}
	if r.Only != "" {
		known, symbol := c.Party(r.Only)
		switch {
		case !known:
			c.fault(r, "only", fmt.Sprintf("it can never match: no party has the id %s", r.Only), "ids stand in the first column of parties.tsv")
		case r.Symbol == "only" && !symbol:
			c.fault(r, "only", fmt.Sprintf("it can never match: it wants a symbol, and %s has none in parties.tsv", r.Only), "take symbol out, or put the party's symbol into the column symbols")
		}
	}
}

// slots asks whether the places that the rule looks in can hold anything.
func (c *checker) slots(r *Rule) {
	if r.Standing {
		return // it reads none
	}
	linked := 0
	for _, l := range []struct {
		name  string
		slots []slot
		words []string
	}{{"who", r.who, r.Who}, {"party", r.party, r.Party}, {"receiver", r.receiver, r.Receiver}} {
		for i, s := range l.slots {
			part := fmt.Sprintf("%s/%d", l.name, i)
			if s.link && l.name != "party" {
				c.fault(r, part, fmt.Sprintf("%s: only the party has a noun between", l.words[i]), "write the case of the phrase itself")
			}
			if s.link {
				linked++
			}
			if !s.ofHost && !c.Grammar.Marked(s.c) {
				c.fault(r, part, fmt.Sprintf("no phrase can have the case %s: grammar.yaml has no postposition for it", s.c), "add one under postpositions, or take the case out")
			}
			if first := slices.Index(l.slots, s); first < i {
				c.fault(r, part, l.words[i]+" stands twice", "take one out")
			}
		}
	}
	switch {
	case len(r.Party) == 0 && !r.Optional:
		c.fault(r, "", "it can never match: it looks for the party nowhere", "give the cases of the party, as in party: [से]")
	case len(r.Party) > 0 && linked == len(r.Party) && r.Beside && !r.Optional:
		c.fault(r, "beside", "it can never match: a party in the genitive of another noun never stands beside the verb", "take beside out, or give the party a case of its own")
	}
	if len(r.Link) > 0 && linked == 0 {
		c.fault(r, "link", "link is never read: no case of party begins with का+", `write "का+से" for the genitive of one of these nouns with से, or take link out`)
	}
}

var statuses = []string{"done", "announced", "rumoured", "denied"}

// examples asks whether what the examples want can be found at all.
func (c *checker) examples(r *Rule) {
	for i, ex := range r.Examples {
		part := fmt.Sprintf("examples/%d", i)
		if strings.TrimSpace(ex.Text) == "" {
			c.fault(r, part, "an example has no text", "give the sentence: text: …")
		}
		if ex.Status != "" && !slices.Contains(statuses, ex.Status) {
			c.fault(r, part+"/status", fmt.Sprintf("unknown status %q", ex.Status), "one of "+strings.Join(statuses, ", "))
		}
		for _, leg := range []struct{ name, id string }{{"left", ex.Left}, {"joined", ex.Joined}} {
			if leg.id == "" || strings.ContainsFunc(leg.id, func(x rune) bool { return x > 0x7f }) {
				continue // a party that the example founds goes by its name
			}
			if known, _ := c.Party(leg.id); !known {
				c.fault(r, part+"/"+leg.name, fmt.Sprintf("no party has the id %s", leg.id), "ids stand in the first column of parties.tsv")
			}
		}
	}
}
