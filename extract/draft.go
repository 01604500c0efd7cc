package extract

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/datafile"
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/draft"
	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// Wish says what a sentence tells, for a rule that is to find it.
type Wish struct {
	Text   string
	Title  bool   // it is an article's title
	Who    string // the name as the sentence has it, or the words of a group
	Left   string // the party left, by id or name; "" for none
	Joined string // the party joined
	Status string // "" for whatever is found
	ID     string // of the new rule; "" for one by its act
}

// Draft is a beginning of a rule, for a person to finish.
type Draft struct {
	Slot string // left or joined
	// Found is the rule that finds the leg already; the other fields are then empty.
	Found *RuleInfo
	YAML  string // an entry of a rules file, with an empty counterexample to be filled in
	// Grammar are lines that grammar.yaml lacks for the rule: a noun or a verb with its forms.
	Grammar []string
	// Alike are rules with the same trigger, which could be widened instead.
	Alike []RuleInfo
	// Result is what came of the example when it was tried with the draft and those lines.
	Result RuleResult
}

// DraftRules drafts a rule for each leg of the wish that no rule finds, by the rules and word lists that New takes with the options.
// The error says what is missing in the wish or its sentence.
func DraftRules(w Wish, opts ...Option) ([]Draft, error) {
	x, err := New(opts...)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(w.Text) == "" || strings.TrimSpace(w.Who) == "" || w.Left == "" && w.Joined == "" {
		return nil, errors.New("a draft needs a sentence, who moves, and the party left or joined")
	}
	for _, party := range []*string{&w.Left, &w.Joined} {
		if *party == "" {
			continue
		}
		id := x.partyID(*party)
		if id == "" {
			return nil, fmt.Errorf("no party has the id or name %s", *party)
		}
		*party = id
	}
	article := Article{ID: "draft", Text: w.Text}
	doc := devanagari.Parse(w.Text)
	if w.Title {
		article.Title, article.Text = w.Text, ""
		doc = titleOf(w.Text)
	}
	known := syntax.NewKnown("")
	s := draft.Sentence{Doc: doc, Sentences: x.parser.Parse(doc, known), Lookup: x.parser.Grammar.Lookup(), Vector: x.parser.Grammar.Vector}
	records := x.Extract(article).Records
	var out []Draft
	for _, leg := range []draft.Leg{{Party: w.Left, Left: true}, {Party: w.Joined}} {
		if leg.Party == "" {
			continue
		}
		d := Draft{Slot: "joined"}
		if leg.Left {
			d.Slot = "left"
		}
		if d.Found = x.finds(records, w.Who, d.Slot, leg.Party); d.Found != nil {
			out = append(out, d)
			continue
		}
		r, err := s.Make(w.Who, leg)
		if err != nil {
			return nil, err
		}
		r.Text, r.Title, r.Status = w.Text, w.Title, w.Status
		if leg.Left {
			r.Left = leg.Party
		} else {
			r.Joined = leg.Party
		}
		if r.ID = r.Act + ".draft"; w.ID != "" {
			r.ID = w.ID
		}
		d.Alike = x.alike(r)
		if err := d.try(r, opts); err != nil {
			return nil, err
		}
		out = append(out, d)
	}
	return out, nil
}

// try runs the draft's example with the draft.
func (d *Draft) try(r *draft.Rule, opts []Option) error {
	d.Grammar = r.Grammar()
	opts = append(slices.Clone(opts), AddRules("draft", datafile.Memory{"draft.yaml": r.YAML("आज मौसम साफ रहा।")}))
	if len(d.Grammar) > 0 {
		opts = append(opts, AddLexicon("draft", datafile.Memory{"grammar.yaml": strings.Join(d.Grammar, "\n") + "\n"}))
	}
	x, err := New(opts...)
	if err != nil {
		return fmt.Errorf("the draft cannot be read: %w", err)
	}
	d.Result = x.TestRules(r.ID)[0]
	if r.Status == "" && d.Result.OK {
		for _, s := range d.Result.Slots {
			if s.Slot == "status" && !strings.Contains(s.Got, ",") {
				r.Status = s.Got
			}
		}
	}
	d.YAML = r.YAML("")
	return nil
}

// partyID gives the id of a party that is named by it, or by a name, clipping or symbol; "" for none.
func (x *Extractor) partyID(name string) string {
	if x.lexicon.PartyByID(name) != nil {
		return name
	}
	tokens := devanagari.Parse(name).Tokens
	for _, s := range x.lexicon.At(tokens, 0, nil) {
		if p := x.lexicon.Party(s); s.Len == len(tokens) && p != nil && s.Class != lexicon.Member {
			return p.ID
		}
	}
	return ""
}

// finds gives the rule by which a record has the leg, nil where none has.
func (x *Extractor) finds(records []Record, who, slot, party string) *RuleInfo {
	for i := range records {
		r := &records[i]
		leg := r.Left
		if slot == "joined" {
			leg = r.Joined
		}
		name := devanagari.Fold(r.Who.Name + r.Who.Group)
		if leg == nil || leg.Party != party || name != devanagari.Fold(who) {
			continue
		}
		for _, e := range r.Evidence {
			for _, info := range x.Rules() {
				if e.Slot == slot && e.Rule == info.ID {
					return &info
				}
			}
		}
	}
	return nil
}

// alike lists the rules of a draft's act with its trigger.
func (x *Extractor) alike(d *draft.Rule) (list []RuleInfo) {
	infos := x.Rules()
	for i, r := range x.matcher.Rules.All {
		same := func(words []string, word string) bool {
			key := devanagari.Fold(word)
			return slices.ContainsFunc(words, func(w string) bool { return devanagari.Fold(w) == key })
		}
		verb := d.Verb != "" && same(r.Verb, d.Verb)
		if d.Host == "" && len(r.Host) == 0 && verb || d.Host != "" && same(r.Host, d.Host) && (verb || d.Verb == "" || len(r.Verb) == 0) {
			if string(r.Act) == d.Act && !r.Standing {
				list = append(list, infos[i])
			}
		}
	}
	return list
}
