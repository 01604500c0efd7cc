// Package frame holds the rules and finds their events in a parsed sentence. A
// rule is a trigger (a host noun with its light verb, or a verb alone) and
// slots that name the case marker of the phrase that fills them. Phrases are
// looked up by case in the trigger's clause, in whatever order they stand.
package frame

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// Act is what an event does to a person's party.
type Act string

const (
	Leave   Act = "leave"
	Join    Act = "join"
	Expel   Act = "expel"
	Suspend Act = "suspend"
	Merge   Act = "merge" // a whole party joins another
)

var acts = []Act{Leave, Join, Expel, Suspend, Merge}

// Rule is one entry of a rules file.
type Rule struct {
	ID    string `yaml:"id"`
	Gloss string `yaml:"gloss"`
	Act   Act    `yaml:"act"`
	// Host are the nouns that carry the event, as hosts of grammar.yaml names them: one
	// that is not there never triggers. Without a host the verb is the trigger.
	Host []string `yaml:"host"`
	// Verb are the stems that complete the host, or trigger alone, out of verbs of grammar.yaml.
	Verb []string `yaml:"verb"`
	// Verbless: the host alone will do, as in headlines.
	Verbless bool `yaml:"verbless"`
	// Headline: the rule has no trigger word; in a title or crosshead a verbless clause that ends
	// in the party's phrase will do ("X भाजपा में").
	Headline bool `yaml:"headline"`
	// Voice is active, passive or empty for both.
	Voice string `yaml:"voice"`
	// Who lists the cases in which the one who moves may stand, best first; का means
	// the genitive of the host.
	Who []string `yaml:"who"`
	// Party lists where the party left or joined stands: a case, का for the genitive of the
	// host, or "का+से" for the genitive of a linking noun with that case.
	Party []string `yaml:"party"`
	// Link are the nouns that may stand between: "बसपा की सदस्यता से"; where absent, link of status.yaml.
	Link []string `yaml:"link"`
	// Only is the one party id that the party slot may hold: IND for independents.
	Only string `yaml:"only"`
	// Receiver lists the cases of the one who admits the newcomer.
	Receiver []string `yaml:"receiver"`
	// Symbol: the party may be named by its symbol; only: it must be.
	Symbol string `yaml:"symbol"`
	// Generic: "पार्टी" alone may fill the party slot. Optional: the slot may stay empty.
	Generic  bool `yaml:"generic"`
	Optional bool `yaml:"optional"`
	// Predicate: the verb must close its clause, not describe the noun behind it ("सपा से जुड़े नेता").
	Predicate bool `yaml:"predicate"`
	// Beside: the party must stand next to the verb, and no finite verb between one who goes in another clause and it.
	Beside bool `yaml:"beside"`
	// Leaving: the rule counts only in a sentence that tells of a leaving too.
	Leaving bool `yaml:"leaving"`
	// Mover: the rule counts only of one who has been told to leave another party, or to be put out of it.
	Mover bool `yaml:"mover"`
	// Coming: the rule counts only of what is announced, expected or rumoured.
	Coming bool `yaml:"coming"`
	// Negative: the clause must be negated, and means what the rule says: "अब कोई नाता नहीं है".
	Negative bool `yaml:"negative"`
	// State: that somebody is in the party now tells the move: "X अब भाजपा में हैं". He must be named in the clause.
	State bool `yaml:"state"`
	// Withdrawn: the clause takes back what the rule's host names: "अपना इस्तीफा वापस ले लिया".
	Withdrawn bool `yaml:"withdrawn"`
	// Guess: what the clause tells is that others hope for it: "X पर डोरे डाल रही है".
	Guess bool `yaml:"guess"`
	// Standing: no clause tells it, but the words before the people in their own phrase ("बसपा से निष्कासित विधायक X"). It
	// is history, told only of people of whom the article tells more. Act and Host are all that is read of such a rule.
	Standing bool `yaml:"standing"`
	// Founds: who joins makes the party: he is in it when he announces it.
	Founds bool `yaml:"founds"`
	// Undoes: the rule's people had been put out or suspended by the party that now takes them back.
	Undoes bool `yaml:"undoes"`
	// Return: the move goes back to a former party.
	Return bool `yaml:"return"`
	// Not lists words whose presence in the clause forbids the rule.
	Not []string `yaml:"not"`
	// With lists words of which the clause must hold one.
	With []string `yaml:"with"`
	// Weight is how surely the rule tells a move, 0 to 1; 0.9 where absent. Below 0.8 it lowers a record's confidence; up to
	// 0.5 what the rule calls done is no surer than what else is told of the same leg.
	Weight float64 `yaml:"weight"`

	Examples        []Example `yaml:"examples"`
	Counterexamples []string  `yaml:"counterexamples"`

	File string `yaml:"-"`
	Line int    `yaml:"-"`

	path     string // within its file, while it is read
	whole    bool   // all of it could be, while it is read
	hosts    []string
	verbs    []string
	who      []slot
	party    []slot
	receiver []slot
	link     map[string]bool
	not      map[string]bool
	with     map[string]bool
}

// Example is a sentence that the rule must find, and what it must find in it.
type Example struct {
	Text string `yaml:"text"`
	// Title: the text is an article's title.
	Title  bool   `yaml:"title"`
	Who    string `yaml:"who"`
	Left   string `yaml:"left"`
	Joined string `yaml:"joined"`
	Status string `yaml:"status"`
}

// slot is one place to look: the case of the phrase itself, or, where link is set,
// of the noun that the phrase is the genitive of.
type slot struct {
	c      syntax.Case
	ofHost bool
	link   bool
}

func parseSlot(s string) (slot, bool) {
	if s == "का" {
		return slot{ofHost: true}, true
	}
	rest, link := strings.CutPrefix(s, "का+")
	c, ok := syntax.ParseCase(rest)
	return slot{c: c, link: link}, ok
}

// Rules is a checked set of rules, ready to match. It is immutable.
type Rules struct {
	All    []*Rule
	byHost map[string][]*Rule
	byVerb map[string][]*Rule
	// headline rules need no trigger word
	headline []*Rule
	// standing rules read the phrases of people
	standing []*Rule
}

// Load reads every .yaml file of fsys, in order of name. The faults are in order of place;
// rules is nil if there are any.
func Load(fsys fs.FS) (*Rules, []Fault) {
	src, faults := Read("", fsys)
	if len(faults) > 0 {
		return nil, faults
	}
	return newRules(src.List), nil
}

// newRules makes a set of compiled rules, which are tried in the order of list.
func newRules(list []*Rule) *Rules {
	rs := &Rules{All: list, byHost: map[string][]*Rule{}, byVerb: map[string][]*Rule{}}
	rs.sortOut()
	return rs
}

// sortOut lists the rules by their triggers.
func (rs *Rules) sortOut() {
	for _, r := range rs.All {
		if r.Standing {
			rs.standing = append(rs.standing, r)
			continue
		}
		for _, h := range r.hosts {
			rs.byHost[h] = append(rs.byHost[h], r)
		}
		if r.Headline {
			rs.headline = append(rs.headline, r)
		}
		if len(r.hosts) == 0 {
			for _, v := range r.verbs {
				rs.byVerb[v] = append(rs.byVerb[v], r)
			}
		}
	}
}

// Triggers gives what makes an event, rule by rule, and the nouns that stand for the party they belong to, with those of the status
// words. Rules for movers are left out: they count only beside the event of another.
func (rs *Rules) Triggers(w *StatusWords) (triggers []syntax.Trigger, link map[string]bool) {
	link = maps.Clone(w.Link)
	for _, r := range rs.All {
		maps.Copy(link, r.link)
		if r.Mover {
			continue
		}
		t := syntax.Trigger{Hosts: r.hosts, Verbs: r.verbs, With: r.with, Verbless: r.Verbless || r.Standing, Negative: r.Negative,
			Leave: r.Act == Leave, Leaving: r.Leaving, Generic: r.Generic || r.Standing, Alone: r.Optional,
			Copula: r.Negative || r.Guess || r.State, Symbol: r.Symbol != "", Plain: r.Symbol != "only", Only: r.Only, Independent: r.Act != Join}
		ofVerb := len(r.party) > 0
		for _, s := range r.party {
			switch {
			case s.link:
				t.Link, ofVerb, t.Genitive = r.link, false, true
				if r.link == nil {
					t.Link = w.Link
				}
			case s.ofHost:
				t.Genitive = true
				t.Cases = append(t.Cases, syntax.Ka) // without a host the genitive is the verb's, and next to it
			default:
				t.Cases, ofVerb = append(t.Cases, s.c), false
			}
		}
		t.Beside = r.Beside || ofVerb
		triggers = append(triggers, t)
	}
	return triggers, link
}

// lacks begins the messages of what a rule must have and has not.
const lacks = "it has no "

// compile folds the rule's words and reads its cases; fault is told of what is wrong with a part of it.
func (r *Rule) compile(fault func(part, message, hint string)) {
	if r.ID == "" {
		fault("", lacks+"id", "give each rule an id like join.daman")
	}
	if r.Act == "" {
		fault("", lacks+"act", "say what happens: leave, join, expel, suspend or merge")
	} else if !slices.Contains(acts, r.Act) {
		fault("act", fmt.Sprintf("unknown act %q", r.Act), "one of leave, join, expel, suspend, merge")
	}
	if len(r.Host) == 0 && len(r.Verb) == 0 && !r.Headline {
		fault("", lacks+"trigger", "name a host, a verb or both")
	}
	if r.Verbless && len(r.Host) == 0 {
		fault("verbless", "verbless needs a host", "name the noun that tells the move without a verb, or take verbless out")
	}
	if len(r.Who) == 0 {
		fault("who", lacks+"who", "name the cases of the one who moves")
	}
	if r.Voice != "" && r.Voice != "active" && r.Voice != "passive" {
		fault("voice", fmt.Sprintf("unknown voice %q", r.Voice), "active, passive, or leave it out")
	}
	if r.Symbol != "" && r.Symbol != "yes" && r.Symbol != "only" {
		fault("symbol", fmt.Sprintf("unknown symbol %q", r.Symbol), `"yes", only, or leave it out`)
	}
	if r.Weight <= 0 || r.Weight > 1 {
		fault("weight", fmt.Sprintf("weight %v", r.Weight), "above 0, up to 1")
	}
	if len(r.Examples) == 0 {
		fault("examples", lacks+"examples", "give at least one sentence it must find")
	}
	if len(r.Counterexamples) == 0 {
		fault("counterexamples", lacks+"counterexamples", "give at least one sentence near it that it must not find")
	}
	slots := func(part string, names []string) (out []slot) {
		for i, n := range names {
			s, ok := parseSlot(n)
			if !ok {
				fault(fmt.Sprintf("%s/%d", part, i), fmt.Sprintf("unknown case %q", n), "write the postposition, as ने को से में पर साथ, \"-\" for none, or \"का+से\" for the genitive of a noun with से")
				continue
			}
			out = append(out, s)
		}
		return out
	}
	r.who, r.party, r.receiver = slots("who", r.Who), slots("party", r.Party), slots("receiver", r.Receiver)
	r.hosts, r.verbs = foldAll(r.Host), foldAll(r.Verb)
	r.link, r.not, r.with = foldSet(r.Link), foldSet(r.Not), foldSet(r.With)
}

func foldAll(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = devanagari.Fold(w)
	}
	return out
}

func foldSet(words []string) map[string]bool {
	if len(words) == 0 {
		return nil
	}
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[devanagari.Fold(w)] = true
	}
	return set
}
