// Package syntax turns the tokens of a sentence into the things that a rule
// can speak of: phrases with their case marker and head (a party, persons, a
// group, a place, a pronoun, a noun), verb groups with what they say of tense,
// mood and negation, and the boundaries between clauses. It knows Hindi's
// closed word classes (grammar.yaml) and the lexicons, and nothing of events.
package syntax

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
)

// Case is the postposition that marks a phrase, named by its Hindi form.
type Case uint8

const (
	Bare     Case = iota // no marker
	Ne                   // ने: the agent of a perfective
	Ko                   // को
	Se                   // से
	Me                   // में
	Par                  // पर
	Ka                   // का, के, की: belongs to the phrase that follows
	Tak                  // तक
	Dwara                // द्वारा: the agent of a passive
	Saath                // के साथ: in company of
	Samaksh              // के समक्ष, की मौजूदगी में: the one who receives
	Netritva             // के नेतृत्व में: led by
	Baad                 // के बाद
	Pahle                // से पहले
	Lie                  // के लिए
	Khilaf               // के खिलाफ
	Samet                // समेत: a list that includes
	Alava                // के अलावा: besides
	Anusar               // के अनुसार: the source of what is said
	Pichhe               // के पीछे: behind
	Anya                 // any other postposition
)

var caseNames = map[string]Case{
	"-": Bare, "ने": Ne, "को": Ko, "से": Se, "में": Me, "पर": Par, "का": Ka, "तक": Tak, "द्वारा": Dwara, "साथ": Saath,
	"समक्ष": Samaksh, "नेतृत्व": Netritva, "बाद": Baad, "पहले": Pahle, "लिए": Lie, "खिलाफ": Khilaf, "समेत": Samet,
	"अलावा": Alava, "अनुसार": Anusar, "पीछे": Pichhe, "अन्य": Anya,
}

// ParseCase returns the case that rules and grammar.yaml call name.
func ParseCase(name string) (Case, bool) {
	c, ok := caseNames[name]
	return c, ok
}

// String gives the name that rules use.
func (c Case) String() string {
	for name, v := range caseNames {
		if v == c {
			return name
		}
	}
	return "?"
}

// Pronoun is what grammar.yaml says of a pronoun.
type Pronoun struct {
	Case      Case
	Many      bool // surely more than one person
	One       bool // surely one person
	Count     int  // दोनों 2, तीनों 3; 0 where it gives none
	First     bool // first person: the speaker
	Relative  bool
	Reflexive bool
}

// Grammar holds the closed word classes, keyed by folded form.
type Grammar struct {
	postpositions    map[string][]postposition // by first key, longest first
	coordinators     map[string]bool
	openers          map[string][][]string // by first key, longest first
	pronouns         map[string]Pronoun
	demonstrative    map[string]bool
	particles        map[string]bool
	negations        map[string]bool
	partyWords       map[string]bool
	partyTails       map[string]bool // close a party's name
	partyNames       map[string]bool // words that parties name themselves by
	partyOwnNames    map[string]bool // … of which one alone is a name before पार्टी
	newWords         map[string]bool // अपनी, नई: before a party that is founded
	foundVerbs       map[string]bool
	foundNouns       map[string]bool
	compounds        map[string]bool
	membership       map[string]bool
	groupNouns       map[string]bool
	quantifiers      map[string][][]string
	adverbs          map[string][][]string
	namesakes        map[string][][]string
	postWords        map[string]bool
	seatHolding      map[string]bool // विधायकी
	countedNames     map[string]bool // "दो बड़े नाम A और B"
	placeAfter       map[string][]placeNoun
	placeBefore      map[string]string // relation
	letters          map[string]bool
	aliasWords       map[string]bool
	listTails        map[string]bool
	kin              map[string]bool
	bodies           map[string]bool
	governments      map[string]bool
	timeWords        map[string]bool
	timeUnits        map[string]bool
	kinAdjectives    map[string]bool
	ownDirect        map[string]bool
	ownWords         map[string]bool
	majorSymbols     map[string]bool
	partyNeighbours  map[string]bool
	symbolNeighbours map[string]bool
	symbolMarks      map[string]bool
	symbolTails      map[string]bool
	glossWords       map[string]bool // (अब …)
	placeTails       map[string]bool // विहार
	rulingWords      map[string]bool // सत्तारूढ़
	rulingOffices    map[string]bool // मुख्यमंत्री
	namedPlaces      map[string]bool
	partyMarkers     map[string]bool
	genericNameParts map[string]bool
	byName           map[string][][]string // by first word: "के नाम से"
	questions        map[string]bool       // क्या, कौन
	leadWords        map[string]bool       // नेतृत्व
	closeWords       map[string]bool       // करीबी
	localWords       map[string]bool       // of a body of a district or town, which is no party
	monthSurnames    map[string]bool       // जून
	reserved         map[string]bool       // what a bracket says of a seat: सुरक्षित
	romanization     map[string]string     // the Latin letters that a Devanagari letter may begin with
	neverFirst       map[string]bool       // of a name, unless alone: सिंह
	nameEndings      []string              // that words have which are names: िंदर, उद्दीन
	gripVerbs        map[string]bool       // थाम, पकड़
	verbSurnames     map[string]bool       // कर, दे
	givenMarks       map[string]bool       // end a person's given name whatever stands before them: सिंह, कौर
	nameLinks        map[string]bool
	expelledWords    map[string]bool
	suspendedWords   map[string]bool
	standingWords    map[string]bool
	formerWords      map[string]bool
	moreWords        map[string]bool
	aboutWords       map[string]bool
	contestWords     map[string]bool
	mergeWords       map[string]bool
	eponyms          map[string]bool
	aggrievedWords   map[string]bool
	onceWords        map[string]bool
	runningVerbs     map[string]bool
	numberWords      map[string]bool
	situated         map[string]bool
	ordinals         map[string]bool
	noNames          map[string]bool // words of the lists above that are never a part of a name
	flags            map[string]flag // which of the lists that are asked most often a word begins an entry of
	vectors          map[string]bool
	valaForms        map[string]bool
	hueForms         map[string]bool
	absolutes        map[string]bool
	nonverbs         map[string]bool // look like verb forms and are none: झटका
	intransitives    map[string]bool // their perfective with जा is no passive: चले गए
	homographs       map[string]bool // verb forms that are oftener nouns, adjectives or names
	verbs            map[string][]VerbForm
	hosts            map[string][]hostForm // by first key, longest first
}

type postposition struct {
	keys []string
	c    Case
}

type placeNoun struct {
	keys     []string
	relation string
}

type hostForm struct {
	keys []string
	host string // folded lemma
}

type grammarFile struct {
	Postpositions  map[string]string         `yaml:"postpositions"`
	Coordinators   []string                  `yaml:"coordinators"`
	Openers        []string                  `yaml:"openers"`
	Pronouns       map[string]pronounFile    `yaml:"pronouns"`
	Demonstratives []string                  `yaml:"demonstratives"`
	Particles      []string                  `yaml:"particles"`
	Negations      []string                  `yaml:"negations"`
	PartyWords     []string                  `yaml:"party_words"`
	PartyTails     []string                  `yaml:"party_tails"`
	PartyNames     []string                  `yaml:"party_names"`
	PartyOwnNames  []string                  `yaml:"party_own_names"`
	NewWords       []string                  `yaml:"new_words"`
	FoundVerbs     []string                  `yaml:"found_verbs"`
	FoundNouns     []string                  `yaml:"found_nouns"`
	Compounds      []string                  `yaml:"party_compounds"`
	Membership     []string                  `yaml:"membership_words"`
	GroupNouns     []string                  `yaml:"group_nouns"`
	Quantifiers    []string                  `yaml:"quantifiers"`
	Adverbs        []string                  `yaml:"adverbs"`
	Namesakes      []string                  `yaml:"namesakes"`
	Verbs          []string                  `yaml:"verbs"`
	Irregular      map[string]irregularForms `yaml:"irregular"`
	Hosts          map[string][]string       `yaml:"hosts"`
	PostWords      []string                  `yaml:"post_words"`
	Homographs     []string                  `yaml:"homographs"`
	Kin            []string                  `yaml:"kin"`
	Bodies         []string                  `yaml:"bodies"`
	Governments    []string                  `yaml:"governments"`
	TimeWords      []string                  `yaml:"time_words"`
	TimeUnits      []string                  `yaml:"time_units"`
	KinAdjectives  []string                  `yaml:"kin_adjectives"`
	PlaceNouns     struct {
		After  map[string][]string `yaml:"after"`
		Before map[string][]string `yaml:"before"`
	} `yaml:"place_nouns"`
	LetterNames      []string          `yaml:"letter_names"`
	AliasWords       []string          `yaml:"alias_words"`
	ListTails        []string          `yaml:"list_tails"`
	Nonverbs         []string          `yaml:"nonverbs"`
	Intransitives    []string          `yaml:"intransitives"`
	OwnDirect        []string          `yaml:"own_direct"`
	OwnWords         []string          `yaml:"own_words"`
	MajorSymbols     []string          `yaml:"major_symbols"`
	PartyNeighbours  []string          `yaml:"party_neighbours"`
	SymbolNeighbours []string          `yaml:"symbol_neighbours"`
	SymbolMarks      []string          `yaml:"symbol_marks"`
	SymbolTails      []string          `yaml:"symbol_tails"`
	GlossWords       []string          `yaml:"gloss_words"`
	PlaceTails       []string          `yaml:"place_tails"`
	RulingWords      []string          `yaml:"ruling_words"`
	RulingOffices    []string          `yaml:"ruling_offices"`
	NamedPlaces      []string          `yaml:"named_places"`
	PartyMarkers     []string          `yaml:"party_markers"`
	GenericNameParts []string          `yaml:"generic_name_parts"`
	GripVerbs        []string          `yaml:"grip_verbs"`
	VerbSurnames     []string          `yaml:"verb_surnames"`
	GivenMarks       []string          `yaml:"given_marks"`
	ByName           []string          `yaml:"by_name"`
	SeatHolding      []string          `yaml:"seat_holding"`
	CountedNames     []string          `yaml:"counted_names"`
	Questions        []string          `yaml:"questions"`
	LeadWords        []string          `yaml:"lead_words"`
	CloseWords       []string          `yaml:"close_words"`
	LocalWords       []string          `yaml:"local_words"`
	MonthSurnames    []string          `yaml:"month_surnames"`
	Reserved         []string          `yaml:"reserved"`
	Romanization     map[string]string `yaml:"romanization"`
	NeverFirst       []string          `yaml:"never_first"`
	NameEndings      []string          `yaml:"name_endings"`
	NameLinks        []string          `yaml:"name_links"`
	ExpelledWords    []string          `yaml:"expelled_words"`
	SuspendedWords   []string          `yaml:"suspended_words"`
	StandingWords    []string          `yaml:"standing_words"`
	FormerWords      []string          `yaml:"former_words"`
	MoreWords        []string          `yaml:"more_words"`
	AboutWords       []string          `yaml:"about_words"`
	ContestWords     []string          `yaml:"contest_words"`
	MergeWords       []string          `yaml:"merge_words"`
	Eponyms          []string          `yaml:"eponyms"`
	AggrievedWords   []string          `yaml:"aggrieved_words"`
	OnceWords        []string          `yaml:"once_words"`
	RunningVerbs     []string          `yaml:"running_verbs"`
	NumberWords      []string          `yaml:"number_words"`
	Situated         []string          `yaml:"situated"`
	Ordinals         []string          `yaml:"ordinals"`
	Vectors          []string          `yaml:"vectors"`
	ValaForms        []string          `yaml:"vala_forms"`
	HueForms         []string          `yaml:"hue_forms"`
	Absolutes        []string          `yaml:"absolutes"`
}

type pronounFile struct {
	Case      string `yaml:"case"`
	Number    string `yaml:"number"`
	Person    string `yaml:"person"`
	Count     int    `yaml:"count"`
	Relative  bool   `yaml:"relative"`
	Reflexive bool   `yaml:"reflexive"`
}

// LoadGrammar reads grammar.yaml from fsys. An unknown key or case is an error
// with its line.
func LoadGrammar(fsys fs.FS, name string) (*Grammar, error) {
	f, err := readGrammar(fsys, name)
	if err != nil {
		return nil, err
	}
	return buildGrammar(name, f, verbTable(f.Verbs, f.Irregular, f.ValaForms))
}

func readGrammar(fsys fs.FS, name string) (*grammarFile, error) {
	raw, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	var f grammarFile
	if err := yaml.NewDecoder(bytes.NewReader(raw), yaml.Strict(), yaml.AllowDuplicateMapKey()).Decode(&f); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &f, nil
}

func buildGrammar(name string, f *grammarFile, verbs map[string][]VerbForm) (*Grammar, error) {
	g := &Grammar{
		postpositions:    map[string][]postposition{},
		coordinators:     keySet(f.Coordinators),
		openers:          phraseSet(f.Openers),
		pronouns:         map[string]Pronoun{},
		demonstrative:    keySet(f.Demonstratives),
		particles:        keySet(f.Particles),
		negations:        keySet(f.Negations),
		partyWords:       keySet(f.PartyWords),
		partyTails:       keySet(f.PartyTails),
		partyNames:       keySet(slices.Concat(f.PartyNames, f.PartyOwnNames)),
		partyOwnNames:    keySet(f.PartyOwnNames),
		newWords:         keySet(f.NewWords),
		foundVerbs:       keySet(f.FoundVerbs),
		foundNouns:       keySet(f.FoundNouns),
		compounds:        keySet(f.Compounds),
		membership:       keySet(f.Membership),
		groupNouns:       withoutNasal(keySet(f.GroupNouns)),
		quantifiers:      phraseSet(f.Quantifiers),
		adverbs:          phraseSet(f.Adverbs),
		byName:           phraseSet(f.ByName),
		namesakes:        phraseSet(f.Namesakes),
		postWords:        keySet(f.PostWords),
		seatHolding:      keySet(f.SeatHolding),
		countedNames:     keySet(f.CountedNames),
		letters:          keySet(f.LetterNames),
		aliasWords:       keySet(f.AliasWords),
		listTails:        keySet(f.ListTails),
		placeAfter:       map[string][]placeNoun{},
		placeBefore:      map[string]string{},
		ownDirect:        keySet(f.OwnDirect),
		ownWords:         keySet(f.OwnWords),
		majorSymbols:     keySet(f.MajorSymbols),
		partyNeighbours:  keySet(f.PartyNeighbours),
		symbolNeighbours: keySet(f.SymbolNeighbours),
		symbolMarks:      keySet(f.SymbolMarks),
		symbolTails:      keySet(f.SymbolTails),
		glossWords:       keySet(f.GlossWords),
		placeTails:       keySet(f.PlaceTails),
		rulingWords:      keySet(f.RulingWords),
		rulingOffices:    keySet(f.RulingOffices),
		namedPlaces:      keySet(f.NamedPlaces),
		partyMarkers:     keySet(f.PartyMarkers),
		genericNameParts: keySet(f.GenericNameParts),
		questions:        keySet(f.Questions),
		neverFirst:       keySet(f.NeverFirst),
		leadWords:        keySet(f.LeadWords),
		closeWords:       keySet(f.CloseWords),
		localWords:       keySet(f.LocalWords),
		monthSurnames:    keySet(f.MonthSurnames),
		reserved:         keySet(f.Reserved),
		romanization:     f.Romanization,
		nameEndings:      slices.Sorted(maps.Keys(keySet(f.NameEndings))),
		gripVerbs:        keySet(f.GripVerbs),
		verbSurnames:     keySet(f.VerbSurnames),
		givenMarks:       keySet(f.GivenMarks),
		nameLinks:        keySet(f.NameLinks),
		expelledWords:    keySet(f.ExpelledWords),
		suspendedWords:   keySet(f.SuspendedWords),
		standingWords:    keySet(f.StandingWords),
		formerWords:      keySet(f.FormerWords),
		moreWords:        keySet(f.MoreWords),
		aboutWords:       keySet(f.AboutWords),
		contestWords:     keySet(f.ContestWords),
		mergeWords:       keySet(f.MergeWords),
		eponyms:          keySet(f.Eponyms),
		aggrievedWords:   keySet(f.AggrievedWords),
		onceWords:        keySet(f.OnceWords),
		runningVerbs:     keySet(f.RunningVerbs),
		numberWords:      keySet(f.NumberWords),
		situated:         keySet(f.Situated),
		ordinals:         keySet(f.Ordinals),
		vectors:          keySet(f.Vectors),
		valaForms:        keySet(f.ValaForms),
		hueForms:         keySet(f.HueForms),
		absolutes:        keySet(f.Absolutes),
		kin:              keySet(f.Kin),
		nonverbs:         keySet(f.Nonverbs),
		intransitives:    keySet(f.Intransitives),
		bodies:           keySet(f.Bodies),
		governments:      keySet(f.Governments),
		timeWords:        keySet(f.TimeWords),
		timeUnits:        keySet(f.TimeUnits),
		kinAdjectives:    keySet(f.KinAdjectives),
		homographs:       keySet(f.Homographs),
		hosts:            map[string][]hostForm{},
	}
	for text, c := range inOrder(f.Postpositions) {
		v, ok := ParseCase(c)
		if !ok {
			return nil, fmt.Errorf("%s: postposition %s: unknown case %q", name, text, c)
		}
		keys := keysOf(text)
		g.postpositions[keys[0]] = append(g.postpositions[keys[0]], postposition{keys, v})
	}
	for _, list := range g.postpositions {
		sortLongest(list, func(p postposition) int { return len(p.keys) })
	}
	for text, p := range inOrder(f.Pronouns) {
		c, ok := ParseCase(p.Case)
		if !ok {
			return nil, fmt.Errorf("%s: pronoun %s: unknown case %q", name, text, p.Case)
		}
		g.pronouns[devanagari.Fold(text)] = Pronoun{Case: c, Many: p.Number == "many", One: p.Number == "one", Count: p.Count,
			First: p.Person == "first", Relative: p.Relative, Reflexive: p.Reflexive}
	}
	for host, forms := range inOrder(f.Hosts) {
		lemma := devanagari.Fold(host)
		for _, form := range append([]string{host}, forms...) {
			keys := keysOf(form)
			g.hosts[keys[0]] = append(g.hosts[keys[0]], hostForm{keys, lemma})
		}
	}
	for _, list := range g.hosts {
		sortLongest(list, func(h hostForm) int { return len(h.keys) })
	}
	for relation, words := range inOrder(f.PlaceNouns.After) {
		for _, w := range words {
			keys := keysOf(w)
			g.placeAfter[keys[0]] = append(g.placeAfter[keys[0]], placeNoun{keys, relation})
		}
	}
	for _, list := range g.placeAfter {
		sortLongest(list, func(n placeNoun) int { return len(n.keys) })
	}
	for relation, words := range inOrder(f.PlaceNouns.Before) {
		for _, w := range words {
			g.placeBefore[devanagari.Fold(w)] = relation
		}
	}
	for word := range inOrder(g.groupNouns) {
		// "लोगो", "नेताओ": the press drops the last nasal
		if short, ok := strings.CutSuffix(word, "ों"); ok {
			g.groupNouns[short+"ो"] = true
		} else if short, ok := strings.CutSuffix(word, "ओं"); ok {
			g.groupNouns[short+"ओ"] = true
		}
	}
	g.verbs = verbs
	g.flags = flagsOf(g)
	g.noNames = map[string]bool{}
	for _, words := range []map[string]bool{g.partyWords, g.groupNouns, g.coordinators, g.particles, g.negations, g.aliasWords, g.listTails, g.membership, g.timeWords, g.timeUnits, g.ordinals, g.postWords} {
		maps.Copy(g.noNames, words)
	}
	for word := range g.pronouns {
		g.noNames[word] = true
	}
	for word := range g.postpositions {
		g.noNames[word] = true
	}
	return g, nil
}

// flag says which lists of the grammar a word begins an entry of.
type flag uint16

const (
	isMarker flag = 1 << iota
	isHost
	isVerb
	isPronoun
	isCoordinator
	isNegation
	isParticle
	isPartyWord
	isDemonstrative
	isQuantifier
	isAbout
	isAdverb
)

func flagsOf(g *Grammar) map[string]flag {
	flags := make(map[string]flag, len(g.verbs)+len(g.hosts))
	raise(flags, g.postpositions, isMarker)
	raise(flags, g.hosts, isHost)
	raise(flags, g.verbs, isVerb)
	raise(flags, g.pronouns, isPronoun)
	raise(flags, g.coordinators, isCoordinator)
	raise(flags, g.negations, isNegation)
	raise(flags, g.particles, isParticle)
	raise(flags, g.partyWords, isPartyWord)
	raise(flags, g.demonstrative, isDemonstrative)
	raise(flags, g.quantifiers, isQuantifier)
	raise(flags, g.aboutWords, isAbout)
	raise(flags, g.adverbs, isAdverb)
	return flags
}

func raise[T any](flags map[string]flag, list map[string]T, f flag) {
	for word := range list {
		flags[word] |= f
	}
}

// keysOf splits a phrase of the data into token keys.
func keysOf(s string) []string {
	doc := devanagari.Parse(s)
	keys := make([]string, 0, len(doc.Tokens))
	for _, t := range doc.Tokens {
		keys = append(keys, strings.Clone(t.Key))
	}
	if len(keys) == 0 {
		keys = append(keys, devanagari.Fold(s))
	}
	return keys
}

func keySet(words []string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[devanagari.Fold(w)] = true
	}
	return set
}

// withoutNasal adds the oblique plurals as careless papers write them: युवाओ for युवाओं.
func withoutNasal(set map[string]bool) map[string]bool {
	for _, w := range slices.Collect(maps.Keys(set)) {
		if s, ok := strings.CutSuffix(w, "ओं"); ok {
			set[s+"ओ"] = true
		} else if s, ok := strings.CutSuffix(w, "ों"); ok {
			set[s+"ो"] = true
		}
	}
	return set
}

func phraseSet(phrases []string) map[string][][]string {
	set := map[string][][]string{}
	for _, p := range phrases {
		keys := keysOf(p)
		set[keys[0]] = append(set[keys[0]], keys)
	}
	for _, list := range set {
		sortLongest(list, func(k []string) int { return len(k) })
	}
	return set
}

// GroupNoun reports whether a folded word heads a group of unnamed people: नेताओं, कार्यकर्ता.
func (g *Grammar) GroupNoun(word string) bool { return g.groupNouns[word] }

// Once reports whether a folded word tells of a time long past: कभी.
func (g *Grammar) Once(word string) bool { return g.onceWords[word] }

// Membership reports whether a folded word is a membership: सदस्यता.
func (g *Grammar) Membership(word string) bool { return g.membership[word] }

// Suspended reports whether a folded word says that a party has suspended somebody: निलंबित.
func (g *Grammar) Suspended(word string) bool { return g.suspendedWords[word] }

// Situated reports whether a word stands between a place and what is there: स्थित.
func (g *Grammar) Situated(word string) bool { return g.situated[word] }

// Ordinal reports whether a word counts off: तीसरे.
func (g *Grammar) Ordinal(word string) bool { return g.ordinals[word] }

// Negation says whether a folded word negates: नहीं, न, ना.
func (g *Grammar) Negation(word string) bool { return g.negations[word] }
