package lexicon

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/fault"
)

// Check says what is wrong with the TSV files in fsys: what LoadSource would refuse,
// and what it would take though it can hardly be meant.
func Check(fsys fs.FS) []Fault {
	src, faults := readSource(fsys)
	return check(src, faults, false)
}

// CheckOver says what is wrong with the TSV files of folders that are put over those of base: by themselves, and beside them.
func CheckOver(base fs.FS, layers []Layer) []Fault {
	src, faults := readOver(base, layers)
	return check(src, faults, true)
}

// check adds to faults those of src. over: only what concerns the files put over the built-in ones.
func check(src source, faults []Fault, over bool) []Fault {
	_, bad := compile(src)
	c := checker{faults: append(faults, bad...), over: over, ordinary: map[string]spelling{}, person: map[string]spelling{}}
	for _, r := range src[&commonTSV] {
		c.phrases(r, "word", "forms", "", c.ordinary)
	}
	for _, t := range []*table{&givenTSV, &surnamesTSV} {
		seen := map[string]spelling{}
		for _, r := range src[t] {
			c.phrases(r, "name", "variants", "", seen)
		}
		for k, s := range seen {
			c.person[k] = s
		}
	}
	c.parties(src[&partiesTSV])
	seen := map[string]spelling{}
	for _, r := range src[&placesTSV] {
		c.phrases(r, "name", "aliases", r.get("type")+"\t"+r.get("district")+"\t"+r.get("state"), seen)
	}
	seen = map[string]spelling{}
	for _, r := range src[&rolesTSV] {
		c.phrases(r, "phrase", "forms", r.get("kind"), seen)
	}
	seen = map[string]spelling{}
	for _, r := range src[&honorificsTSV] {
		c.phrases(r, "title", "forms", r.get("position"), seen)
	}
	fault.Sort(c.faults)
	return slices.Compact(c.faults)
}

type checker struct {
	faults           []Fault
	over             bool
	ordinary, person map[string]spelling
}

// spelling is one way in which an entry is written.
type spelling struct {
	row
	column, value string
}

// where is the spelling's place as the hint of another one's fault.
func (s spelling) where() string { return fmt.Sprintf("%s:%d", s.file.name, s.line) }

// fault notes one of two spellings that do not go together, in the file that is checked.
func (c *checker) fault(a, b spelling, what func(other spelling) (message, hint string)) {
	if c.over && !a.file.more {
		a, b = b, a
	}
	if c.over && !a.file.more {
		return
	}
	message, hint := what(b)
	c.faults = append(c.faults, a.row.fault(a.column, a.value, fmt.Sprintf("%q %s", a.value, message), hint))
}

// own notes a fault of one spelling.
func (c *checker) own(s spelling, message, hint string) {
	c.fault(s, s, func(spelling) (string, string) { return message, hint })
}

// keyOf joins the keys by which a phrase is matched.
func keyOf(phrase string) string {
	seqs := sequences(phrase)
	if len(seqs) == 0 {
		return ""
	}
	return strings.Join(seqs[0], " ")
}

// phrases finds phrases of one scope that two lines, or one line twice, would enter.
func (c *checker) phrases(r row, head, more, scope string, seen map[string]spelling) {
	r.spellings(head, more, func(column, value string) {
		s := spelling{r, column, value}
		k := keyOf(value) + "\t" + scope
		old, ok := seen[k]
		if !ok {
			seen[k] = s
			return
		}
		if old.line == r.line && old.file == r.file {
			c.own(s, fmt.Sprintf("is read like %q in this line", old.value), "take it out: spellings that are read alike need one entry only")
			return
		}
		c.fault(s, old, func(other spelling) (string, string) {
			hint := "keep one of them"
			if c.over {
				hint = fmt.Sprintf("take it out; an entry that is to replace that one begins with its first word, %q", other.cells[0])
			}
			return fmt.Sprintf("is read like %q, an entry of %s", other.value, other.where()), hint
		})
	})
}

// claim is a name that a party claims.
type claim struct {
	spelling
	guarded bool
}

func (c *checker) parties(rows []row) {
	claims := map[string][]claim{} // in order of lines
	var keys []string
	for _, r := range rows {
		guard := map[string]bool{}
		for _, g := range r.list("guard") {
			guard[g] = true
		}
		own := map[string]bool{}
		for _, column := range []string{"name", "aliases", "members"} {
			for _, value := range r.list(column) {
				s := spelling{r, column, value}
				k := keyOf(value)
				guarded := guard[value]
				delete(guard, value)
				if own[k] {
					c.own(s, "is read like another name in this line", "take it out: spellings that are read alike need one entry only")
					continue
				}
				own[k] = true
				if len(claims[k]) == 0 {
					keys = append(keys, k)
				}
				claims[k] = append(claims[k], claim{s, guarded})
				if guarded {
					continue
				}
				for _, w := range []struct {
					words map[string]spelling
					what  string
				}{{c.ordinary, "an ordinary word"}, {c.person, "a part of persons' names"}} {
					if old, ok := w.words[k+"\t"]; ok {
						c.fault(s, old, func(other spelling) (string, string) {
							if other.table == &partiesTSV {
								return "is a party's name too, " + other.where(), "take it out; or give the party a line of your own, with this name in its guard column"
							}
							return "is " + w.what + " too, " + other.where(), "put it into the guard column"
						})
					}
				}
			}
		}
		for _, g := range r.list("guard") {
			if guard[g] {
				c.own(spelling{r, "guard", g}, "guards no name, alias or member of this line", "add it there, or take it out")
			}
		}
		for _, s := range r.list("symbols") {
			if sym := symbol(s, 0); sym.Name == "" || strings.Contains(s, "@") && !strings.Contains(s, "..") {
				c.own(spelling{r, "symbols", s}, "is no symbol", "write it as name, or as name@from..to")
			}
		}
	}
	c.shared(claims, keys)
}

// shared looks at the names that two parties claim. Of those the parser takes the one that stands for its party without more
// ado; among guarded ones the party that the article names by another name, or one of the states that it speaks of. A name is told
// apart when at most one claim is open, and each guarded one has either a name of its own or other states than the first.
func (c *checker) shared(claims map[string][]claim, keys []string) {
	alone := func(r row) bool { // has a name that only it claims, and that needs no context
		for _, column := range []string{"name", "aliases"} {
			for _, v := range r.list(column) {
				if !r.has("guard", v) && len(claims[keyOf(v)]) == 1 {
					return true
				}
			}
		}
		return false
	}
	for _, k := range keys {
		list := claims[k]
		if len(list) < 2 {
			continue
		}
		slices.SortStableFunc(list, func(a, b claim) int { // open claims first
			switch {
			case a.guarded == b.guarded:
				return 0
			case b.guarded:
				return -1
			}
			return 1
		})
		first := list[0]
		for _, other := range list[1:] {
			switch {
			case first.get("id") == other.get("of") || other.get("id") == first.get("of"):
				// a front's people are the party's
			case !other.guarded:
				c.fault(other.spelling, first.spelling, func(o spelling) (string, string) {
					return fmt.Sprintf("also names %s of %s", o.get("id"), o.where()), "put it into the guard column of one of the two, so that it is taken for that one only where the article speaks of it"
				})
			case first.get("states") == other.get("states") && !alone(other.row):
				c.fault(other.spelling, first.spelling, func(o spelling) (string, string) {
					return fmt.Sprintf("also names %s of %s, and nothing tells the two apart", o.get("id"), o.where()), "give this party a name of its own, or the states that it belongs to"
				})
			}
		}
	}
}
