// Package lexicon knows the words that Hindi political news is made of: parties
// with their clippings, members' names and symbols, places, offices, titles,
// name parts and ordinary words. It finds them in a document's tokens; what they
// mean where they stand is for the stages after it.
//
// The knowledge is in the TSV files of extract/lexicon. Load reads the form of
// them that was compiled ahead and embedded; LoadSource reads the TSVs, for
// lexicons from outside; Check says what is wrong with them.
//
// All matching is over token keys (devanagari.Token.Key): whole tokens only, so
// that सपा is never found inside बसपा. A Lexicon is immutable and safe for many
// goroutines.
package lexicon

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	data "github.com/dalbadal/dalbadal/extract/lexicon"
)

// Compiled is the name of the compiled form beside the TSVs.
const Compiled = "compiled.bin"

// Class is the kind of thing that a Sense names.
type Class uint8

const (
	Party      Class = iota // a party, alliance, front or organisation: see Party.Type
	Member                  // a party's people: भाजपाई, कांग्रेसियों
	Symbol                  // a party's symbol or colour: कमल, साइकिल
	Leader                  // a leader whose name can stand for the party: "मायावती का साथ छोड़ा"
	Place                   // a state, district, seat, town, block or region
	Role                    // an office or standing: विधायक, जिला पंचायत सदस्य, नेता
	Level                   // प्रदेश, जिला, ब्लॉक before an office
	Wing                    // युवा मोर्चा, अल्पसंख्यक प्रकोष्ठ
	Time                    // पूर्व, वर्तमान, निवर्तमान before an office
	Quality                 // वरिष्ठ, कद्दावर, बागी before an office
	Profession              // अभिनेता, अधिवक्ता, डीजीपी
	Honorific               // a title before a name: श्री, डॉ, हाजी, मो
	After                   // a title behind a name: जी, साहब
	numClasses
)

var classNames = [numClasses]string{"party", "member", "symbol", "leader", "place", "role", "level", "wing", "time", "quality", "profession", "honorific", "after"}

func (c Class) String() string {
	if c < numClasses {
		return classNames[c]
	}
	return fmt.Sprintf("class %d", uint8(c))
}

// Sense is one reading of a run of tokens.
type Sense struct {
	Class Class
	// Guard is set when the words are ordinary ones too (आप, हम, अपना दल, वीआईपी)
	// or name something else as often (एसपी): it takes the context to make this sense.
	Guard bool
	// Index is into the table of the class; Party, Place, Role and Honorific look it up.
	Index int32
	// Len counts tokens.
	Len int
}

// PartyInfo is one line of parties.tsv.
type PartyInfo struct {
	ID   string // "BSP"
	Name string // "बहुजन समाज पार्टी"
	// Type is party, alliance, organisation, front, union or status (निर्दलीय, नोटा).
	Type string
	// Of is the id of the party whose front it is, "" for any other.
	Of     string
	States string // codes joined by |, or "all"
	// From and To bound its life: a year, a month or a day of ISO 8601, or "" where open or not known.
	From, To string
}

// SymbolInfo is a symbol of a party and the days between which it was that.
type SymbolInfo struct {
	Name     string
	Party    int32 // index of the party
	From, To string
}

// PlaceInfo is one line of places.tsv.
type PlaceInfo struct {
	Name string // the usual spelling
	// Type is country, state, region, district, parliamentary, assembly, town or block.
	Type     string
	District string // Hindi name, "" where not known or the place is none of a district's
	State    string // code: "UP"
	Common   bool   // an ordinary Hindi word too: बाढ़, सीधी
	Name_    bool   // a person's name too: सागर, वैशाली
	Capital  bool   // of the country or a state: datelines of the whole state bear it
}

// RoleInfo is one line of roles.tsv, of any of its classes.
type RoleInfo struct {
	Name string
	// Office is MLA, MP, MLC, minister, councillor, mayor, party-office, panchayat,
	// candidate, leader, worker or other; "" for a word that is no office.
	Office string
	Former bool // the phrase itself says that it is past
	Group  bool // its plural heads a group of unnamed people: नेता, कार्यकर्ता
}

// HonorificInfo is one line of honorifics.tsv.
type HonorificInfo struct {
	Name_ string
	Name  bool // may be a part of the name itself: चौधरी, ठाकुर
	Keep  bool // belongs to the name: मो, सैयद
}

// NameInfo says what a word is as a part of a person's name. Its zero value: no listed one.
type NameInfo struct {
	Given, Surname bool
	Common         bool // an ordinary word too: विजय, प्रकाश
	Female         bool // a woman's given name, or a last part that women bear: देवी
	// Weight counts the candidates of local elections who bore it (in the lists of
	// Uttar Pradesh, Bihar and Uttarakhand); 1 for a name added from elsewhere.
	Weight int32
}

// Lexicon is the compiled knowledge.
type Lexicon struct {
	parties    []PartyInfo
	symbols    []SymbolInfo
	places     []PlaceInfo
	roles      []RoleInfo
	honorifics []HonorificInfo
	byID       map[string]int32

	words wordTable // token key → index into info
	info  []word
	nodes []node
	edges []edge
	sense []leaf
}

type word struct {
	name   NameInfo
	common bool
	node   int32 // where entries that start with the word go on; 0 for none
}

// node is a state of the trie over token keys. Node 0 is never reached.
type node struct {
	edge, edgeEnd   int32
	sense, senseEnd int32
}

type edge struct{ word, node int32 }

type leaf struct {
	class Class
	guard bool
	index int32
}

// Load gives the embedded lexicon, from its compiled form.
func Load() (*Lexicon, error) {
	return decode(data.Compiled)
}

// LoadSource compiles a lexicon from the TSV files in fsys, all of which must be
// there. Errors are joined; each names file, line, fault and cure.
func LoadSource(fsys fs.FS) (*Lexicon, error) {
	src, faults := readSource(fsys)
	if len(faults) > 0 {
		return nil, joinFaults(faults)
	}
	raw, faults := compile(src)
	if len(faults) > 0 {
		return nil, joinFaults(faults)
	}
	return decode(string(raw))
}

// Compile gives the compiled form of the TSV files in fsys, byte for byte the
// same for the same files.
func Compile(fsys fs.FS) ([]byte, error) {
	src, faults := readSource(fsys)
	if len(faults) > 0 {
		return nil, joinFaults(faults)
	}
	raw, faults := compile(src)
	if len(faults) > 0 {
		return nil, joinFaults(faults)
	}
	return raw, nil
}

// Party gives the party that a Party, Member, Symbol or Leader sense stands for, nil for any other.
func (l *Lexicon) Party(s Sense) *PartyInfo {
	switch s.Class {
	case Party, Member, Leader:
		return &l.parties[s.Index]
	case Symbol:
		return &l.parties[l.symbols[s.Index].Party]
	}
	return nil
}

// PartyByID gives the party of an id, nil where there is none.
func (l *Lexicon) PartyByID(id string) *PartyInfo {
	if i, ok := l.byID[id]; ok {
		return &l.parties[i]
	}
	return nil
}

// Symbol gives the symbol of a Symbol sense, with the days between which it was its party's.
func (l *Lexicon) Symbol(s Sense) *SymbolInfo { return &l.symbols[s.Index] }

// Place gives the place of a Place sense.
func (l *Lexicon) Place(s Sense) *PlaceInfo { return &l.places[s.Index] }

// PlaceAt gives the place of an index.
func (l *Lexicon) PlaceAt(i int32) *PlaceInfo { return &l.places[i] }

// Role gives the line of a Role, Level, Wing, Time, Quality or Profession sense.
func (l *Lexicon) Role(s Sense) *RoleInfo { return &l.roles[s.Index] }

// RoleAt gives the role of an index.
func (l *Lexicon) RoleAt(i int32) *RoleInfo { return &l.roles[i] }

// Honorific gives the title of an Honorific or After sense.
func (l *Lexicon) Honorific(s Sense) *HonorificInfo { return &l.honorifics[s.Index] }

// Name says what a token key is as a part of a person's name.
func (l *Lexicon) Name(key string) NameInfo {
	if i, ok := l.words.find(key); ok {
		return l.info[i].name
	}
	return NameInfo{}
}

// Common says whether a token key is an ordinary word of the news. A Devanagari
// word that is in no list is a plausible part of a name.
func (l *Lexicon) Common(key string) bool {
	i, ok := l.words.find(key)
	return ok && l.info[i].common
}

// Starts gives the token keys that an entry of one of the classes begins with.
func (l *Lexicon) Starts(classes ...Class) map[string]bool {
	var has func(n int32) bool
	has = func(n int32) bool {
		at := &l.nodes[n]
		for _, s := range l.sense[at.sense:at.senseEnd] {
			if slices.Contains(classes, s.class) {
				return true
			}
		}
		return slices.ContainsFunc(l.edges[at.edge:at.edgeEnd], func(e edge) bool { return has(e.node) })
	}
	out := map[string]bool{}
	for i := range l.info {
		if n := l.info[i].node; n != 0 && has(n) {
			out[l.words.words.at(int32(i))] = true
		}
	}
	return out
}

// Leads gives the id of the party that the person of this name leads, "" where none. Of several, one after the other, it is the
// youngest that lived on a day, of ISO 8601; where day is "", the youngest that is named, or the youngest of all. key is the name's
// token keys with single spaces between.
func (l *Lexicon) Leads(key, day string, named map[string]bool) string {
	n := l.nodeOf(key)
	if n == 0 {
		return ""
	}
	var of *PartyInfo
	for _, s := range l.sense[l.nodes[n].sense:l.nodes[n].senseEnd] {
		if s.class != Leader {
			continue
		}
		p := &l.parties[s.index]
		switch {
		case day != "" && !p.lived(day):
		case of == nil, day == "" && named[p.ID] && !named[of.ID], named[p.ID] == named[of.ID] && p.From > of.From, day != "" && p.From > of.From:
			of = p
		}
	}
	if of == nil {
		return ""
	}
	return of.ID
}

// lived says whether there was the party on a day.
func (p *PartyInfo) lived(day string) bool {
	return p.From[:min(len(p.From), len(day))] <= day && (p.To == "" || p.To >= day[:min(len(p.To), len(day))])
}

// nodeOf gives the node at the end of a whole entry's keys, or 0.
func (l *Lexicon) nodeOf(key string) int32 {
	var n int32
	for rest := key; rest != ""; {
		k, tail, _ := strings.Cut(rest, " ")
		rest = tail
		i, ok := l.words.find(k)
		if !ok {
			return 0
		}
		if n == 0 {
			n = l.info[i].node
		} else {
			n = l.child(n, i)
		}
		if n == 0 {
			return 0
		}
	}
	return n
}

// Fold is devanagari.Fold: the form in which names of the lexicon and of texts are compared.
func (l *Lexicon) Fold(s string) string { return devanagari.Fold(s) }
