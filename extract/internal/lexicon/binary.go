package lexicon

import (
	"cmp"
	"encoding/binary"
	"errors"
	"maps"
	"slices"
	"strings"
)

// The compiled form is, after the magic line, one run of unsigned varints and one of
// text, which the varints cut into strings:
//
//	number of bytes of text, number of strings, number of words, the number of words in
//	each bucket of the word table, the strings' lengths
//	parties, symbols, places, roles, honorifics: their number, then field after field
//	words:  for each of the first strings: flags, weight where it is a name, node
//	nodes:  number; for each: edges (number, then word and node), senses (number, then class and guard, index)
//	text
//
// The words are the first strings, in the order of their buckets. A node leads to later nodes only.
const magic = "dalbadal lexicon 2\n"

var errCompiled = errors.New("lexicon: the compiled form is damaged or of another version: run go generate in extract/lexicon")

// flags of a word
const (
	flagGiven = 1 << iota
	flagSurname
	flagNameCommon
	flagFemale
	flagCommon
)

func (b *builder) encode() []byte {
	// vocabulary: every token key of names, common words and the trie
	vocab := map[string]bool{}
	for k := range b.names {
		vocab[k] = true
	}
	for k := range b.common {
		vocab[k] = true
	}
	var collect func(*branch)
	collect = func(br *branch) {
		for k, to := range br.next {
			vocab[k] = true
			collect(to)
		}
	}
	collect(b.root)
	words := slices.SortedFunc(maps.Keys(vocab), func(x, y string) int {
		return cmp.Or(cmp.Compare(hash(x), hash(y)), cmp.Compare(x, y))
	})
	strs := append([]string(nil), words...)
	id := make(map[string]uint64, len(strs))
	for i, s := range strs {
		id[s] = uint64(i)
	}
	var out []byte
	put := func(n uint64) { out = binary.AppendUvarint(out, n) }
	str := func(s string) {
		i, ok := id[s]
		if !ok {
			i = uint64(len(strs))
			id[s] = i
			strs = append(strs, s)
		}
		put(i)
	}
	bits := func(flags ...bool) {
		var n uint64
		for i, f := range flags {
			if f {
				n |= 1 << i
			}
		}
		put(n)
	}
	put(uint64(len(b.parties)))
	for _, p := range b.parties {
		for _, s := range []string{p.ID, p.Name, p.Type, p.Of, p.States, p.From, p.To} {
			str(s)
		}
	}
	put(uint64(len(b.symbols)))
	for _, s := range b.symbols {
		str(s.Name)
		put(uint64(s.Party))
		str(s.From)
		str(s.To)
	}
	put(uint64(len(b.places)))
	for _, p := range b.places {
		for _, s := range []string{p.Name, p.Type, p.District, p.State} {
			str(s)
		}
		bits(p.Common, p.Name_, p.Capital)
	}
	put(uint64(len(b.roles)))
	for _, r := range b.roles {
		str(r.Name)
		str(r.Office)
		bits(r.Former, r.Group)
	}
	put(uint64(len(b.honorifics)))
	for _, h := range b.honorifics {
		str(h.Name_)
		bits(h.Name, h.Keep)
	}

	// number the branches, each before those it leads to; 0 stays free
	nodes := []*branch{nil}
	number := map[*branch]uint64{}
	var visit func(*branch)
	visit = func(br *branch) {
		number[br] = uint64(len(nodes))
		nodes = append(nodes, br)
		for _, k := range slices.Sorted(maps.Keys(br.next)) {
			visit(br.next[k])
		}
	}
	for _, w := range words {
		if br := b.root.next[w]; br != nil {
			visit(br)
		}
	}
	for _, w := range words {
		n := b.names[w]
		bits(n.Given, n.Surname, n.Common, n.Female, b.common[w])
		if n.Given || n.Surname {
			put(uint64(n.Weight))
		}
		if br := b.root.next[w]; br != nil {
			put(number[br])
		} else {
			put(0)
		}
	}
	put(uint64(len(nodes) - 1))
	for _, br := range nodes[1:] {
		put(uint64(len(br.next)))
		for _, k := range slices.SortedFunc(maps.Keys(br.next), func(x, y string) int { return cmp.Compare(id[x], id[y]) }) {
			put(id[k])
			put(number[br.next[k]])
		}
		leaves := slices.SortedStableFunc(slices.Values(br.leaves), func(x, y leaf) int {
			if x.guard != y.guard && x.class == y.class {
				if y.guard {
					return -1
				}
				return 1
			}
			return int(x.class) - int(y.class)
		})
		put(uint64(len(leaves)))
		for _, l := range leaves {
			g := uint64(0)
			if l.guard {
				g = 1
			}
			put(uint64(l.class)<<1 | g)
			put(uint64(l.index))
		}
	}

	body := out
	text := strings.Join(strs, "")
	out = append([]byte(nil), magic...)
	put(uint64(len(text)))
	put(uint64(len(strs)))
	put(uint64(len(words)))
	buckets := bucketBits(len(words))
	sizes := make([]uint64, 1<<buckets)
	for _, w := range words {
		sizes[hash(w)>>(64-buckets)]++
	}
	for _, n := range sizes {
		put(n)
	}
	for _, s := range strs {
		put(uint64(len(s)))
	}
	out = append(out, body...)
	return append(out, text...)
}

// decoder reads the varints; after a fault all it gives is 0.
type decoder struct {
	raw  string
	at   int // what is read of raw
	bad  bool
	strs textTable
	nstr int
}

func (d *decoder) uint() int {
	if d.at < len(d.raw) && d.raw[d.at] < 0x80 { // most of them
		d.at++
		return int(d.raw[d.at-1])
	}
	var n uint64
	for i := 0; d.at+i < len(d.raw) && i < 5; i++ {
		c := d.raw[d.at+i]
		n |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			if n > 1<<31-1 {
				break
			}
			d.at += i + 1
			return int(n)
		}
	}
	d.bad, d.at = true, len(d.raw)
	return 0
}

// below reads a number less than n.
func (d *decoder) below(n int) int32 {
	v := d.uint()
	if v >= n {
		d.bad, d.at = true, len(d.raw)
		return 0
	}
	return int32(v)
}

// left counts the bytes that are not read yet.
func (d *decoder) left() int { return len(d.raw) - d.at }

// count reads how many things follow that take at least one byte each.
func (d *decoder) count() int { return int(d.below(d.left() + 1)) }

func (d *decoder) str() string {
	i := d.below(d.nstr)
	if d.bad {
		return ""
	}
	return d.strs.at(i)
}

// decode reads the compiled form. Its strings are slices of raw.
func decode(raw string) (*Lexicon, error) {
	rest, ok := strings.CutPrefix(raw, magic)
	if !ok {
		return nil, errCompiled
	}
	d := &decoder{raw: rest}
	size := d.uint()
	d.nstr = d.count()
	nwords := int(d.below(d.nstr + 1))
	if d.bad || size > d.left() {
		return nil, errCompiled
	}
	text := d.raw[len(d.raw)-size:]
	d.raw = d.raw[:len(d.raw)-size]
	l := &Lexicon{}
	d.buckets(&l.words, nwords)
	d.strs = textTable{text, make([]uint32, d.nstr+1)}
	end := 0
	for i := range d.nstr {
		n := d.uint()
		if n > len(text)-end {
			return nil, errCompiled
		}
		end += n
		d.strs.ends[i+1] = uint32(end)
	}
	l.parties = make([]PartyInfo, d.count())
	l.byID = make(map[string]int32, len(l.parties))
	for i := range l.parties {
		l.parties[i] = PartyInfo{d.str(), d.str(), d.str(), d.str(), d.str(), d.str(), d.str()}
		l.byID[l.parties[i].ID] = int32(i)
	}
	l.symbols = make([]SymbolInfo, d.count())
	for i := range l.symbols {
		l.symbols[i] = SymbolInfo{d.str(), d.below(len(l.parties)), d.str(), d.str()}
	}
	l.places = make([]PlaceInfo, d.count())
	for i := range l.places {
		l.places[i] = PlaceInfo{Name: d.str(), Type: d.str(), District: d.str(), State: d.str()}
		flags := d.uint()
		l.places[i].Common, l.places[i].Name_, l.places[i].Capital = flags&1 != 0, flags&2 != 0, flags&4 != 0
	}
	l.roles = make([]RoleInfo, d.count())
	for i := range l.roles {
		l.roles[i] = RoleInfo{Name: d.str(), Office: d.str()}
		flags := d.uint()
		l.roles[i].Former, l.roles[i].Group = flags&1 != 0, flags&2 != 0
	}
	l.honorifics = make([]HonorificInfo, d.count())
	for i := range l.honorifics {
		l.honorifics[i].Name_ = d.str()
		flags := d.uint()
		l.honorifics[i].Name, l.honorifics[i].Keep = flags&1 != 0, flags&2 != 0
	}
	d.graph(l, nwords)
	if d.bad || d.left() > 0 {
		return nil, errCompiled
	}
	return l, nil
}

// buckets reads where the buckets of the word table begin.
func (d *decoder) buckets(t *wordTable, nwords int) {
	bits := bucketBits(nwords)
	if 1<<bits > d.left() {
		d.bad = true
		return
	}
	t.shift = uint8(64 - bits)
	t.starts = make([]int32, 1<<bits+1)
	var at int32
	for i := range 1 << bits {
		t.starts[i] = at
		at += d.below(nwords - int(at) + 1)
	}
	t.starts[1<<bits] = at
	if int(at) != nwords {
		d.bad = true
	}
}

// graph reads the words and the trie.
func (d *decoder) graph(l *Lexicon, nwords int) {
	l.info = make([]word, nwords)
	l.words.words = textTable{d.strs.text, d.strs.ends[:nwords+1]}
	furthest := 0
	for i := range l.info {
		if d.bad {
			return
		}
		flags := d.uint()
		w := &l.info[i]
		w.name = NameInfo{Given: flags&flagGiven != 0, Surname: flags&flagSurname != 0, Common: flags&flagNameCommon != 0, Female: flags&flagFemale != 0}
		w.common = flags&flagCommon != 0
		if flags&(flagGiven|flagSurname) != 0 {
			w.name.Weight = int32(d.uint())
		}
		n := d.uint()
		furthest = max(furthest, n)
		w.node = int32(n)
	}
	total := d.count()
	if furthest > total {
		d.bad = true
		return
	}
	limit := [numClasses]int{Party: len(l.parties), Member: len(l.parties), Leader: len(l.parties), Symbol: len(l.symbols),
		Place: len(l.places), Role: len(l.roles), Level: len(l.roles), Wing: len(l.roles), Time: len(l.roles),
		Quality: len(l.roles), Profession: len(l.roles), Honorific: len(l.honorifics), After: len(l.honorifics)}
	l.nodes = make([]node, total+1)
	l.edges = make([]edge, 0, total)
	l.sense = make([]leaf, 0, total)
	for i := 1; i <= total && !d.bad; i++ {
		n := node{edge: int32(len(l.edges)), sense: int32(len(l.sense))}
		for range d.count() {
			e := edge{d.below(nwords), d.below(total + 1)}
			if int(e.node) <= i {
				d.bad = true
				return
			}
			l.edges = append(l.edges, e)
		}
		for range d.count() {
			c := d.below(int(numClasses) << 1)
			class := Class(c >> 1)
			l.sense = append(l.sense, leaf{class, c&1 != 0, d.below(limit[class])})
		}
		n.edgeEnd, n.senseEnd = int32(len(l.edges)), int32(len(l.sense))
		l.nodes[i] = n
	}
}
