package score

import (
	"sort"

	"github.com/dalbadal/dalbadal/extract"
)

// Move is one record as the measure sees it, of gold or predicted. Absent
// facts are empty.
type Move struct {
	Kind         extract.Kind   `json:"kind"`
	Who          Who            `json:"who"`
	WhoAlt       []string       `json:"who_alt,omitempty"`
	Role         string         `json:"role,omitempty"`
	Left         string         `json:"left,omitempty"`
	LeftStatus   extract.Status `json:"left_status,omitempty"`
	Joined       string         `json:"joined,omitempty"`
	JoinedStatus extract.Status `json:"joined_status,omitempty"`
	Where        []string       `json:"where,omitempty"`
	WhereOK      []string       `json:"where_ok,omitempty"` // right, but not required
	Why          []string       `json:"why,omitempty"`
	WhyOK        []string       `json:"why_ok,omitempty"` // defensible, not required
	When         string         `json:"when,omitempty"`   // ISO date
	Return       bool           `json:"return,omitempty"`
	Background   bool           `json:"background,omitempty"`
	Optional     bool           `json:"optional,omitempty"` // of gold: neither required nor an error

	confidence float64 // of a predicted record, 0 to 1
	evidence   []extract.Evidence
}

// fromRecord sees an extracted record as the measure does.
func fromRecord(r *extract.Record) *Move {
	m := &Move{
		Kind: r.Kind, Who: Who{Name: r.Who.Name, Group: r.Who.Group}, Role: r.Who.Role,
		Return: r.Return, Background: r.Background, confidence: r.Confidence, evidence: r.Evidence,
	}
	if r.Left != nil {
		m.Left, m.LeftStatus = r.Left.Party, r.Left.Status
	}
	if r.Joined != nil {
		m.Joined, m.JoinedStatus = r.Joined.Party, r.Joined.Status
	}
	for _, p := range r.Where {
		m.Where = append(m.Where, p.Name)
	}
	for _, w := range r.Why {
		m.Why = append(m.Why, w.Reason)
	}
	sort.Strings(m.Why)
	if r.When != nil {
		m.When = r.When.Date
	}
	return m
}

// person says how far the people of two records are the same: 2 the name is
// right, or both are groups; 1 one name is part of the other; 0 another person.
func person(g, p *Move) int {
	if g.Who.named() != p.Who.named() {
		return 0
	}
	if !g.Who.named() {
		return 2
	}
	name := fold(p.Who.Name)
	if fold(g.Who.Name) == name {
		return 2
	}
	for _, alt := range g.WhoAlt {
		if fold(alt) == name {
			return 2
		}
	}
	a, b := words(g.Who.Name), words(p.Who.Name)
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	if both := common(a, b); both == len(a) || both == len(b) {
		return 1
	}
	return 0
}

// affinity says how well a prediction matches a gold record; 0 is not at all.
func affinity(g, p *Move) int {
	who := person(g, p)
	parties := 0
	if g.Left != "" && g.Left == p.Left {
		parties++
	}
	if g.Joined != "" && g.Joined == p.Joined {
		parties++
	}
	if who == 0 || parties == 0 {
		return 0
	}
	score := 10*who + 4*parties
	for _, same := range []bool{g.Background == p.Background, g.LeftStatus == p.LeftStatus, g.JoinedStatus == p.JoinedStatus} {
		if same {
			score++
		}
	}
	return score
}

// exactCore says whether person, parties and statuses are all right.
func exactCore(g, p *Move) bool {
	return person(g, p) == 2 && g.Left == p.Left && g.Joined == p.Joined &&
		g.LeftStatus == p.LeftStatus && g.JoinedStatus == p.JoinedStatus
}

// The slots' places in Slots.
const (
	slotWho = iota
	slotLeft
	slotJoined
	slotLeftStatus
	slotJoinedStatus
	slotWhere
	slotWhy
	slotWhen
	slotRole
	nSlots
)

// slotCounts counts the slots of a matched pair, or of half a one: g is nil
// for an extra prediction, p for a missed record.
func slotCounts(g, p *Move) (out [nSlots]counts) {
	none := &Move{}
	gv, pv := g, p
	if gv == nil {
		gv = none
	}
	if pv == nil {
		pv = none
	}
	both := g != nil && p != nil

	out[slotWho] = single(g != nil, p != nil, both && person(g, p) == 2)
	out[slotLeft] = single(gv.Left != "", pv.Left != "", gv.Left == pv.Left)
	out[slotJoined] = single(gv.Joined != "", pv.Joined != "", gv.Joined == pv.Joined)
	out[slotLeftStatus] = single(gv.LeftStatus != "", pv.LeftStatus != "", gv.LeftStatus == pv.LeftStatus && gv.Left == pv.Left)
	out[slotJoinedStatus] = single(gv.JoinedStatus != "", pv.JoinedStatus != "", gv.JoinedStatus == pv.JoinedStatus && gv.Joined == pv.Joined)
	out[slotWhere] = set(gv.Where, gv.WhereOK, pv.Where)
	out[slotWhy] = set(gv.Why, gv.WhyOK, pv.Why)
	// The day of a move that has not happened is not judged.
	if g == nil || g.LeftStatus == extract.Done || g.JoinedStatus == extract.Done {
		out[slotWhen] = single(gv.When != "", pv.When != "", gv.When == pv.When)
	}
	// Nor is the role of a group.
	if (g == nil || g.Who.named()) && (p == nil || p.Who.named()) {
		out[slotRole] = single(gv.Role != "", pv.Role != "", sameRole(gv.Role, pv.Role))
	}
	return out
}

// single counts a slot of one value.
func single(inGold, predicted, same bool) (c counts) {
	if inGold {
		c.nG = 1
	}
	if predicted {
		c.nP = 1
	}
	if inGold && predicted && same {
		c.rightP, c.rightG = 1, 1
	}
	return c
}

// set counts a slot of many values: those wanted are to be found, those that
// are ok are no error.
func set(wanted, ok, predicted []string) (c counts) {
	want, right, got := folded(wanted), folded(wanted, ok), folded(predicted)
	return counts{common(got, right), len(got), common(want, got), len(want)}
}

// sameRole says whether two roles share at least half of their words.
func sameRole(g, p string) bool {
	a, b := words(g), words(p)
	both := common(a, b)
	return both > 0 && 4*both >= len(a)+len(b)
}
