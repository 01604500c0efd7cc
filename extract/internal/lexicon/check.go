package lexicon

import (
	"io/fs"
	"strings"
)

// Check says what is wrong with the TSV files in fsys: what LoadSource would refuse,
// and what it would take though it can hardly be meant.
func Check(fsys fs.FS) []Fault {
	src, faults := readSource(fsys)
	if _, bad := compile(src); len(bad) > 0 {
		faults = append(faults, bad...)
	}
	c := checker{faults: faults, ordinary: map[string]row{}, person: map[string]row{}}
	for _, r := range src[&commonTSV] {
		c.words(r, "word", "forms", c.ordinary)
	}
	for _, t := range []*table{&givenTSV, &surnamesTSV} {
		seen := map[string]row{}
		for _, r := range src[t] {
			c.words(r, "name", "variants", seen)
		}
		for k, r := range seen {
			c.person[k] = r
		}
	}
	c.parties(src[&partiesTSV])
	seen := map[string]row{}
	for _, r := range src[&placesTSV] {
		c.phrases(r, "name", "aliases", r.get("type")+"\t"+r.get("district")+"\t"+r.get("state"), seen)
	}
	seen = map[string]row{}
	for _, r := range src[&rolesTSV] {
		c.phrases(r, "phrase", "forms", r.get("kind"), seen)
	}
	seen = map[string]row{}
	for _, r := range src[&honorificsTSV] {
		c.phrases(r, "title", "forms", r.get("position"), seen)
	}
	sortFaults(c.faults)
	return c.faults
}

type checker struct {
	faults           []Fault
	ordinary, person map[string]row
}

func (c *checker) fault(r row, format string, args ...any) {
	c.faults = append(c.faults, r.fault(format, args...))
}

// keyOf joins the keys by which a phrase is matched.
func keyOf(phrase string) string {
	seqs := sequences(phrase)
	if len(seqs) == 0 {
		return ""
	}
	return strings.Join(seqs[0], " ")
}

// words finds single words that two lines, or one line twice, would enter.
func (c *checker) words(r row, head, more string, seen map[string]row) {
	c.phrases(r, head, more, "", seen)
}

// phrases finds phrases of one scope that two lines, or one line twice, would enter.
func (c *checker) phrases(r row, head, more, scope string, seen map[string]row) {
	for _, s := range append([]string{r.get(head)}, r.list(more)...) {
		k := keyOf(s) + "\t" + scope
		if old, ok := seen[k]; ok {
			if old.line == r.line {
				c.fault(r, "%q is read like another spelling in this line: take it out", s)
			} else {
				c.fault(r, "%q is read like an entry of line %d: keep one of them", s, old.line)
			}
			continue
		}
		seen[k] = r
	}
}

func (c *checker) parties(rows []row) {
	type claim struct {
		row
		class string
	}
	open := map[string]claim{} // claimed without a guard
	for _, r := range rows {
		guard := map[string]bool{}
		for _, g := range r.list("guard") {
			guard[g] = true
		}
		own := map[string]bool{}
		for _, class := range []string{"name", "aliases", "members"} {
			for _, s := range r.list(class) {
				k := keyOf(s)
				guarded := guard[s]
				delete(guard, s)
				if own[k] {
					c.fault(r, "%q is read like another name in this line: take it out", s)
					continue
				}
				own[k] = true
				if guarded {
					continue
				}
				if old, ok := open[k]; ok {
					c.fault(r, "%q also names the party of line %d: put it into the guard column of one of them", s, old.line)
				} else {
					open[k] = claim{r, class}
				}
				if w, ok := c.ordinary[k+"\t"]; ok {
					c.fault(r, "%q is an ordinary word too (common.tsv:%d): put it into the guard column", s, w.line)
				}
				if w, ok := c.person[k+"\t"]; ok {
					c.fault(r, "%q is a part of persons' names too (%s:%d): put it into the guard column", s, w.table.file, w.line)
				}
			}
		}
		for _, g := range r.list("guard") {
			if guard[g] {
				c.fault(r, "the guard %q is no name, alias or member of this line: add it there, or take it out", g)
			}
		}
		for _, s := range r.list("symbols") {
			if sym := symbol(s, 0); sym.Name == "" || strings.Contains(s, "@") && !strings.Contains(s, "..") {
				c.fault(r, "symbol %q: write it as name, or as name@from..to", s)
			}
		}
	}
}
