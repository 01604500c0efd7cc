package lexicon

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
)

// builder gathers what the TSV rows say before it is laid out.
type builder struct {
	parties    []PartyInfo
	symbols    []SymbolInfo
	places     []PlaceInfo
	roles      []RoleInfo
	honorifics []HonorificInfo
	names      map[string]NameInfo
	common     map[string]bool
	root       *branch
	faults     []Fault
}

// branch is a node of the trie while it grows.
type branch struct {
	next   map[string]*branch
	leaves []leaf
}

func (b *branch) add(keys []string, l leaf) {
	for _, k := range keys {
		if b.next == nil {
			b.next = map[string]*branch{}
		}
		to := b.next[k]
		if to == nil {
			to = &branch{}
			b.next[k] = to
		}
		b = to
	}
	for i, old := range b.leaves {
		if old.class == l.class && old.index == l.index {
			b.leaves[i].guard = old.guard && l.guard
			return
		}
	}
	b.leaves = append(b.leaves, l)
}

// compile lays out the compiled form of src.
func compile(src source) ([]byte, []Fault) {
	b := builder{names: map[string]NameInfo{}, common: map[string]bool{}, root: &branch{}}
	ids := map[string]int{}
	for _, r := range src[&partiesTSV] {
		b.party(r, ids)
	}
	for _, r := range slices.SortedStableFunc(slices.Values(src[&placesTSV]), placeOrder) {
		b.place(r)
	}
	for _, r := range src[&rolesTSV] {
		b.role(r)
	}
	for _, r := range src[&honorificsTSV] {
		b.honorific(r)
	}
	for _, r := range src[&givenTSV] {
		info := NameInfo{Given: true, Female: r.get("gender") == "F", Common: r.has("flags", "common"), Weight: r.weight()}
		b.name(r, info)
	}
	for _, r := range src[&surnamesTSV] {
		info := NameInfo{Surname: true, Female: r.has("flags", "female"), Common: r.has("flags", "common"), Weight: r.weight()}
		b.name(r, info)
	}
	for _, r := range src[&commonTSV] {
		r.spellings("word", "forms", func(column, w string) {
			k, ok := b.one(r, column, w)
			if !ok {
				return
			}
			b.common[k] = true
			if r.has("flags", "name") && b.names[k] == (NameInfo{}) {
				b.names[k] = NameInfo{Given: true, Common: true, Weight: 1}
			}
		})
	}
	if len(b.faults) > 0 {
		return nil, b.faults
	}
	return b.encode(), nil
}

// placeOrder puts the states before the districts, the districts before the seats.
func placeOrder(a, b row) int {
	return cmp.Compare(slices.Index(placeTypes, a.get("type")), slices.Index(placeTypes, b.get("type")))
}

func (b *builder) fault(r row, column, value, message, hint string) {
	b.faults = append(b.faults, r.fault(column, value, message, hint))
}

// entry puts a phrase of a column into the trie.
func (b *builder) entry(r row, column, phrase string, l leaf) {
	seqs := sequences(phrase)
	if len(seqs) == 0 {
		b.fault(r, column, phrase, fmt.Sprintf("%q has no word in it", phrase), "write it in letters, or take it out")
	}
	for _, keys := range seqs {
		b.root.add(keys, l)
	}
}

// one gives the key of a phrase that must be a single word.
func (b *builder) one(r row, column, phrase string) (string, bool) {
	d := devanagari.Parse(phrase)
	if len(d.Tokens) != 1 || d.Tokens[0].Kind != devanagari.Word {
		b.fault(r, column, phrase, fmt.Sprintf("%q is not one word", phrase), "this list holds single words: write each in a line of its own")
		return "", false
	}
	return d.Tokens[0].Key, true
}

func (b *builder) party(r row, ids map[string]int) {
	id := r.get("id")
	if line, ok := ids[id]; ok {
		b.fault(r, "id", "", fmt.Sprintf("the id %s is taken by line %d", id, line), "join the lines, or choose another id")
		return
	}
	ids[id] = r.line
	i := int32(len(b.parties))
	b.parties = append(b.parties, PartyInfo{ID: id, Name: r.get("name"), Type: r.get("type"), Of: r.get("of"), States: r.get("states"), From: r.get("from"), To: r.get("to")})
	r.spellings("name", "aliases", func(column, a string) {
		b.entry(r, column, a, leaf{Party, r.has("guard", a), i})
	})
	for _, a := range r.list("members") {
		b.entry(r, "members", a, leaf{Member, r.has("guard", a), i})
	}
	for _, a := range r.list("symbols") {
		s := symbol(a, i)
		b.symbols = append(b.symbols, s)
		b.entry(r, "symbols", s.Name, leaf{Symbol, true, int32(len(b.symbols) - 1)})
	}
	for _, a := range r.list("leaders") {
		b.entry(r, "leaders", a, leaf{Leader, true, i})
	}
}

// symbol reads "धनुष-बाण@1966..2022": a symbol and the days between which it was the party's.
func symbol(s string, party int32) SymbolInfo {
	name, span, _ := strings.Cut(s, "@")
	from, to, _ := strings.Cut(span, "..")
	return SymbolInfo{name, party, from, to}
}

func (b *builder) place(r row) {
	i := int32(len(b.places))
	p := PlaceInfo{Name: r.get("name"), Type: r.get("type"), District: r.get("district"), State: r.get("state"),
		Common: r.has("flags", "common"), Name_: r.has("flags", "name"), Capital: r.has("flags", "capital")}
	b.places = append(b.places, p)
	r.spellings("name", "aliases", func(column, a string) {
		b.entry(r, column, a, leaf{Place, p.Common, i})
	})
}

func (b *builder) role(r row) {
	i := int32(len(b.roles))
	class := Role + Class(slices.Index(roleKinds, r.get("kind")))
	b.roles = append(b.roles, RoleInfo{r.get("phrase"), r.get("office"), r.has("flags", "former"), r.has("flags", "group")})
	r.spellings("phrase", "forms", func(column, a string) {
		b.entry(r, column, a, leaf{class, false, i})
	})
}

func (b *builder) honorific(r row) {
	i := int32(len(b.honorifics))
	class := Honorific
	if r.get("position") == "after" {
		class = After
	}
	b.honorifics = append(b.honorifics, HonorificInfo{r.get("title"), r.has("flags", "name"), r.has("flags", "keep")})
	r.spellings("title", "forms", func(column, a string) {
		b.entry(r, column, a, leaf{class, false, i})
	})
}

func (b *builder) name(r row, info NameInfo) {
	r.spellings("name", "variants", func(column, s string) {
		k, ok := b.one(r, column, s)
		if !ok {
			return
		}
		old := b.names[k]
		b.names[k] = NameInfo{
			Given: old.Given || info.Given, Surname: old.Surname || info.Surname, Common: old.Common || info.Common,
			Female: old.Female || info.Female, Weight: max(old.Weight, info.Weight)}
	})
}

// spellings goes over an entry's head word and its other forms, with the column of each.
func (r row) spellings(head, more string, do func(column, spelling string)) {
	do(head, r.get(head))
	for _, s := range r.list(more) {
		do(more, s)
	}
}

// markers are the postpositions that are also letters' names or could end a clipping:
// the brackets or hyphen beside them may not be left out ("अपना दल (के)" is not "अपना दल के").
var markers = []string{"के", "की", "का", "को", "से", "ने", "में", "पर"}

// sequences gives the runs of token keys that a phrase is matched by: its words without
// full stops, hyphens, brackets and quotation marks, which the matcher reads past; and
// for an acronym of letters' names also the letters one by one (बीजेपी: बी जे पी).
func sequences(phrase string) [][]string {
	tokens := devanagari.Parse(phrase).Tokens
	var keys []string
	words := false
	for i, t := range tokens {
		words = words || t.Kind != devanagari.Punct
		if t.Kind == devanagari.Punct && strings.Contains(".-()'\"", t.Key) && !besideMarker(tokens, i) {
			continue
		}
		keys = append(keys, t.Key)
	}
	if !words {
		return nil
	}
	out := [][]string{keys}
	if len(keys) == 1 {
		if letters := letterNames(keys[0]); len(letters) > 1 {
			out = append(out, letters)
		}
	}
	return out
}

func besideMarker(tokens []devanagari.Token, i int) bool {
	return i > 0 && slices.Contains(markers, tokens[i-1].Key) || i+1 < len(tokens) && slices.Contains(markers, tokens[i+1].Key)
}

// letters are the names of the Latin letters, as keys.
var letters = []string{"डब्ल्यू", "एक्स", "क्यू", "जेड", "एच", "आई", "वाई", "एफ", "एल", "एम", "एन", "एस", "आर", "यू", "वी", "टी", "ओ", "पी", "बी", "सी", "डी", "ई", "जी", "जे", "के", "ए"}

// letterNames cuts a word into the letters' names that it is made of, nil where it is not.
func letterNames(key string) []string {
	if key == "" {
		return []string{}
	}
	for _, l := range letters {
		if rest, ok := strings.CutPrefix(key, l); ok {
			if r, _ := utf8.DecodeRuneInString(rest); r >= 0x93e && r <= 0x94d {
				continue // a vowel sign belongs to the letter before it
			}
			if tail := letterNames(rest); tail != nil {
				return append([]string{l}, tail...)
			}
		}
	}
	return nil
}
