package frame

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"

	"github.com/goccy/go-yaml"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/syntax"
)

// Mood is what the clause itself says of an event's reality.
type Mood uint8

const (
	Happened Mood = iota // perfective, or a headline's bare participle
	Will                 // future, prospective
	Going                // in progress: शामिल हो रहे हैं
	May                  // सकते हैं
	Declared             // …ने का ऐलान किया
	Rumour               // …ने की चर्चा है
	Not                  // negated
	Refuted              // …ने की खबरों का खंडन
	If                   // conditional, threat, demand, habit: no event
	Asked                // a question
)

// StatusWords are the cue words of status.yaml, folded.
type StatusWords struct {
	Declare map[string]bool // ऐलान, घोषणा, फैसला
	Rumour  map[string]bool // चर्चा, अटकलें, कयास
	// RumourPhrases are cues of several words, as token keys: माना जा रहा, के संपर्क में.
	RumourPhrases [][]string
	Deny          map[string]bool // खंडन, इनकार, अफवाह
	DenyPhrases   [][]string      // कहीं नहीं जा रहा, सवाल ही नहीं
	Hearsay       [][]string      // बात कही जा रही: of nobody known
	Thought       map[string]bool // सवाल, इरादा: denied, they deny the event
	Lists         map[string]bool // सूची
	Stalled       map[string]bool // अटकी, टली: it has not come to that
	Asking        map[string]bool // पूछने: before "कि क्या …"
	Not           map[string]bool // नहीं
	This          map[string]bool // इसे, इन: what the sentence before says
	Condition     map[string]bool // अगर, यदि
	Demand        map[string]bool // मांग, दबाव, चेतावनी
	Source        map[string]bool // सूत्र
	Soon          map[string]bool // जल्द, आज, कल: the clause shares no old date with the one before
	Loss          map[string]bool // झटका, भगदड़: of the party that is left
	Factcheck     map[string]bool // फैक्ट, वायरल: the article checks a rumour
	Claim         map[string]bool // दावा, खबर
	Stay          map[string]bool // रहूंगा, सिपाही: "भाजपा में ही रहूंगा"
	SpeechNouns   map[string]bool // "X का आरोप": whose subject X then is.
	PartyKeys     map[string]bool // "Party", where it goes without saying which.
	Also          map[string]bool // A sentence with one of these adds people to those of the one before.
	Again         map[string]bool // Of a joining: back to a party once left.
	RosterHeads   map[string]bool // "इनमें A, B और C शामिल हैं": before the names of those who moved.
	NameWords     map[string]bool // "बाकी के नाम: A, B".
	Leading       map[string]bool // नेतृत्व, अगुवाई
	Since         map[string]bool // बाद, भीतर: behind an infinitive that dates something
	Worn          map[string]bool // गले, कलाई: where a party's cloth goes
	Regret        map[string]bool // भूल, गलती
	Proof         map[string]bool // रिपोर्ट, सबूत: what there is none of
	Turned        map[string]bool // पार्टी, पाला: what somebody changes who goes over
	Bystanders    map[string]bool // Behind the names of people who only stood by or received.
	Actions       map[string]bool // "X पर भी यही कार्रवाई हुई".
	Predicates    map[string]bool // "X भाजपा में शामिल": hosts that are no nouns
	Venues        map[string]bool // "X के कार्यालय में": the place is the event's.
	ContestVerbs  map[string]bool // "X से लड़े": the place is the person's seat.
	Linked        map[string]bool // "लंबे समय से P से जुड़े हुए थे": who was of a party.
	Those         map[string]bool // "इन दस में A और B हैं"
	Decided       [][]string      // "तय किया है": who decides does not guess.
	Yet           map[string]bool // "अभी सदस्यता नहीं ली है": that is no denial.
	These         map[string]bool // "इन्हें निष्कासित किया": those of whom the text goes on to tell.
	Except        map[string]bool // "भाजपा को छोड़कर सभी": but for it, all.
	Presides      map[string]bool // Who presides over a House.
	Chairs        map[string]bool // Of those, who may be a party's too.
	Outsiders     map[string]bool // Roles of people from outside politics.
	Alike         map[string]bool // "यही राह पकड़ी": the same as the ones before.
	Ways          map[string]bool // What somebody takes who does as others did.
	Houses        map[string]bool // A House, whose members it may itself suspend.
	Organs        map[string]bool // What the party may be called that somebody is put outside of, and what else stands with से there
	Beaten        map[string]bool // "Y में X को हराया": whom one defeats there
	Ties          map[string]bool // "Y से संबंध रखने वाले X": nouns that tie people to a place
	NewsWords     map[string]bool // What "P से बड़ी खबर", "ताजा मामला P का है" speak of
	Welcomes      map[string]bool // What an admission is told by besides a host
	Represents    map[string]bool // "Y का प्रतिनिधित्व करने वाले X"
	Jokes         map[string]bool // How somebody says what he does not mean
	Vow           map[string]bool // संकल्प: what one promises who has come
	Refuse        map[string]bool // काट, छीन: what a party does with the ticket of its own
	Grant         map[string]bool // मिल, दे: what it does not do with it
	Stage         map[string]bool // मंच: who announces there that he joins has joined
	Women         map[string]bool // पत्नी, श्रीमती: the next name is a woman's
	Areas         map[string]bool // क्षेत्र, सीट: behind विधानसभा, a place and no House
	TopicWords    map[string]bool // "सबसे दिलचस्प मामला X का है"
	InTurn        map[string]bool // "A के बाद अब B ने भी": A did so before
	Chiefs        map[string]bool // "सुभासपा प्रमुख X ने भाजपा का साथ छोड़ा": his party leaves an alliance
	Folk          map[string]bool // "कई प्रतिष्ठित नागरिक": of no party
	Reckoned      map[string]bool // "वे कांग्रेस के बड़े नेताओं में गिने जाते थे"
	Regarded      map[string]bool // "वे कांग्रेस के दिग्गज नेता माने जाते थे"
	Homes         map[string]bool // "दोनों का ठिकाना अब तक बसपा था"
	Papers        map[string]bool // पत्र, आदेश: in one of these it is no hearsay
	Sent          map[string]bool // भेज, लिख: what is sent to somebody is not of him
	Public        map[string]bool // जनता: it leaves no party
	Merely        map[string]bool // behind "न": "न केवल"
	Founders      map[string]bool // "संस्थापक X": the party is his
	Series        map[string]bool // "कांग्रेस छोड़ने वालों का सिलसिला": one after another leaves
	Costs         map[string]bool // "उनके जाने से सपा को नुकसान": what the party pays that somebody leaves
	Goings        map[string]bool // "उनके जाने से": words of going
	Indefinite    map[string]bool // कोई, किसी: nobody in particular
	Reach         map[string]bool // of an action, in which people are: कार्रवाई की जद में
	Or            map[string]bool // behind a verb, another choice: या
	Slates        map[string]bool // of a party that names its candidates: सूची, उम्मीदवारों
	Stifled       map[string]bool // of a party, how somebody feels in it who leaves it: घुटन
	Broken        map[string]bool // of a symbol in a title, that its party loses people: टूटा
	Why           map[string]bool // क्यों: before a negated habit it urges
	Remain        map[string]bool // verbs of being left over: "कोई नहीं बचा"
	Describers    map[string]bool // as hosts, what they may say of the noun behind: सवार
	Abroad        map[string]bool // of a name, that people speak of it: चल, उछल
	Spans         map[string]bool // with से, how long something has been: साल
	TakenBack     map[string]bool // behind a decision, it is given up: वापस
	Bands         map[string]bool // people who move together: टोली
	Signs         map[string]bool // of names under a paper: हस्ताक्षर
	Tickets       map[string]bool // "P के टिकट पर लड़े": who stands for a party is of it.
	Post          map[string]bool // पद, विधानसभा …: not a party
	Link          map[string]bool // सदस्यता, खेमा …: stands for its party
	Intent        map[string]bool // मन, इरादा: what somebody means to do is announced, not done
	Withdraw      map[string]bool // टाल, वापस: behind a decision
	OnTheWay      map[string]bool // पहुंचे, रवाना: behind "के लिए"
	After         map[string]bool // के बाद, के साथ: what is told behind these is another matter
	Emptied       map[string]bool // खाली, टूट: said of a party that loses its people
	Earlier       map[string]bool // इससे: of "इससे पहले"
	Going         map[string]bool // जा, आ: the stems of going along
	Numbers       map[string]bool // एक, दो: alone, the subject of a headline's clause
	Carrier       map[string]bool // पत्र, पर्ची: what carries a resignation or membership
}

type statusFile struct {
	Declare       []string `yaml:"declare"`
	Rumour        []string `yaml:"rumour"`
	RumourPhrases []string `yaml:"rumour_phrases"`
	Deny          []string `yaml:"deny"`
	DenyPhrases   []string `yaml:"deny_phrases"`
	Hearsay       []string `yaml:"hearsay"`
	Thought       []string `yaml:"thought"`
	Lists         []string `yaml:"lists"`
	Stalled       []string `yaml:"stalled"`
	Asking        []string `yaml:"asking"`
	Not           []string `yaml:"not"`
	This          []string `yaml:"this"`
	Condition     []string `yaml:"condition"`
	Demand        []string `yaml:"demand"`
	Source        []string `yaml:"source"`
	Soon          []string `yaml:"soon"`
	Loss          []string `yaml:"loss"`
	Factcheck     []string `yaml:"factcheck"`
	Claim         []string `yaml:"claim"`
	Stay          []string `yaml:"stay"`
	SpeechNouns   []string `yaml:"speech_nouns"`
	PartyKeys     []string `yaml:"party_keys"`
	Also          []string `yaml:"also"`
	Again         []string `yaml:"again"`
	RosterHeads   []string `yaml:"roster_heads"`
	NameWords     []string `yaml:"name_words"`
	Leading       []string `yaml:"leading"`
	Since         []string `yaml:"since"`
	Worn          []string `yaml:"worn"`
	Regret        []string `yaml:"regret"`
	Proof         []string `yaml:"proof"`
	Turned        []string `yaml:"turned"`
	Bystanders    []string `yaml:"bystanders"`
	Actions       []string `yaml:"actions"`
	Predicates    []string `yaml:"predicates"`
	Venues        []string `yaml:"venues"`
	ContestVerbs  []string `yaml:"contest_verbs"`
	Linked        []string `yaml:"linked"`
	Those         []string `yaml:"those"`
	Decided       []string `yaml:"decided"`
	Yet           []string `yaml:"yet"`
	These         []string `yaml:"these"`
	Except        []string `yaml:"except"`
	Presides      []string `yaml:"presides"`
	Chairs        []string `yaml:"chairs"`
	Outsiders     []string `yaml:"outsiders"`
	Alike         []string `yaml:"alike"`
	Ways          []string `yaml:"ways"`
	Houses        []string `yaml:"houses"`
	Organs        []string `yaml:"organs"`
	Beaten        []string `yaml:"beaten"`
	Ties          []string `yaml:"ties"`
	NewsWords     []string `yaml:"news_words"`
	Welcomes      []string `yaml:"welcomes"`
	Represents    []string `yaml:"represents"`
	Jokes         []string `yaml:"jokes"`
	Vow           []string `yaml:"vow"`
	Refuse        []string `yaml:"refuse"`
	Grant         []string `yaml:"grant"`
	Stage         []string `yaml:"stage"`
	Women         []string `yaml:"women"`
	Areas         []string `yaml:"areas"`
	TopicWords    []string `yaml:"topic_words"`
	InTurn        []string `yaml:"in_turn"`
	Chiefs        []string `yaml:"chiefs"`
	Folk          []string `yaml:"folk"`
	Reckoned      []string `yaml:"reckoned"`
	Regarded      []string `yaml:"regarded"`
	Homes         []string `yaml:"homes"`
	Papers        []string `yaml:"papers"`
	Sent          []string `yaml:"sent"`
	Public        []string `yaml:"public"`
	Merely        []string `yaml:"merely"`
	Founders      []string `yaml:"founders"`
	Series        []string `yaml:"series"`
	Costs         []string `yaml:"costs"`
	Goings        []string `yaml:"goings"`
	Indefinite    []string `yaml:"indefinite"`
	Reach         []string `yaml:"reach"`
	Or            []string `yaml:"or"`
	Slates        []string `yaml:"slates"`
	Stifled       []string `yaml:"stifled"`
	Broken        []string `yaml:"broken"`
	Remain        []string `yaml:"remain"`
	Why           []string `yaml:"why"`
	Describers    []string `yaml:"describers"`
	Abroad        []string `yaml:"abroad"`
	Spans         []string `yaml:"spans"`
	TakenBack     []string `yaml:"taken_back"`
	Bands         []string `yaml:"bands"`
	Signs         []string `yaml:"signs"`
	Tickets       []string `yaml:"tickets"`
	Post          []string `yaml:"post"`
	Link          []string `yaml:"link"`
	Intent        []string `yaml:"intent"`
	Withdraw      []string `yaml:"withdraw"`
	OnTheWay      []string `yaml:"on_the_way"`
	After         []string `yaml:"after"`
	Emptied       []string `yaml:"emptied"`
	Earlier       []string `yaml:"earlier"`
	Going         []string `yaml:"going"`
	Numbers       []string `yaml:"numbers"`
	Carrier       []string `yaml:"carrier"`
}

// LoadStatus reads status.yaml.
func LoadStatus(fsys fs.FS, name string) (*StatusWords, error) {
	f, err := readStatus(fsys, name)
	if err != nil {
		return nil, err
	}
	return buildStatus(f), nil
}

func readStatus(fsys fs.FS, name string) (*statusFile, error) {
	raw, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	var f statusFile
	if err := yaml.NewDecoder(bytes.NewReader(raw), yaml.Strict()).Decode(&f); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &f, nil
}

func buildStatus(f *statusFile) *StatusWords {
	w := &StatusWords{Declare: foldSet(f.Declare), Rumour: foldSet(f.Rumour), Deny: foldSet(f.Deny), Condition: foldSet(f.Condition), Demand: foldSet(f.Demand),
		Thought: foldSet(f.Thought), Lists: foldSet(f.Lists), Stalled: foldSet(f.Stalled), Asking: foldSet(f.Asking), Not: foldSet(f.Not), This: foldSet(f.This),
		Factcheck: foldSet(f.Factcheck), Claim: foldSet(f.Claim), Stay: foldSet(f.Stay),
		SpeechNouns:  foldSet(f.SpeechNouns),
		PartyKeys:    foldSet(f.PartyKeys),
		Also:         foldSet(f.Also),
		Again:        foldSet(f.Again),
		RosterHeads:  foldSet(f.RosterHeads),
		NameWords:    foldSet(f.NameWords),
		Leading:      foldSet(f.Leading),
		Since:        foldSet(f.Since),
		Worn:         foldSet(f.Worn),
		Regret:       foldSet(f.Regret),
		Proof:        foldSet(f.Proof),
		Turned:       foldSet(f.Turned),
		Bystanders:   foldSet(f.Bystanders),
		Actions:      foldSet(f.Actions),
		Predicates:   foldSet(f.Predicates),
		Venues:       foldSet(f.Venues),
		ContestVerbs: foldSet(f.ContestVerbs), Tickets: foldSet(f.Tickets), Signs: foldSet(f.Signs), Bands: foldSet(f.Bands), TakenBack: foldSet(f.TakenBack), Spans: foldSet(f.Spans), Abroad: foldSet(f.Abroad), Describers: foldSet(f.Describers), Broken: foldSet(f.Broken), Remain: foldSet(f.Remain), Why: foldSet(f.Why), Stifled: foldSet(f.Stifled), Slates: foldSet(f.Slates), Or: foldSet(f.Or), Reach: foldSet(f.Reach), Indefinite: foldSet(f.Indefinite), Goings: foldSet(f.Goings), Costs: foldSet(f.Costs), Series: foldSet(f.Series), Founders: foldSet(f.Founders), Merely: foldSet(f.Merely), Public: foldSet(f.Public), Sent: foldSet(f.Sent), Papers: foldSet(f.Papers), Homes: foldSet(f.Homes), Regarded: foldSet(f.Regarded), Reckoned: foldSet(f.Reckoned), Folk: foldSet(f.Folk), Chiefs: foldSet(f.Chiefs), InTurn: foldSet(f.InTurn), TopicWords: foldSet(f.TopicWords), Areas: foldSet(f.Areas), Women: foldSet(f.Women), Stage: foldSet(f.Stage), Grant: foldSet(f.Grant), Refuse: foldSet(f.Refuse), Vow: foldSet(f.Vow), Jokes: foldSet(f.Jokes), Represents: foldSet(f.Represents), Welcomes: foldSet(f.Welcomes), NewsWords: foldSet(f.NewsWords), Ties: foldSet(f.Ties), Beaten: foldSet(f.Beaten), Organs: foldSet(f.Organs), Houses: foldSet(f.Houses), Ways: foldSet(f.Ways), Alike: foldSet(f.Alike), Outsiders: foldSet(f.Outsiders), Chairs: foldSet(f.Chairs), Presides: foldSet(f.Presides), Except: foldSet(f.Except), These: foldSet(f.These), Yet: foldSet(f.Yet), Those: foldSet(f.Those), Decided: phraseKeys(f.Decided), Linked: foldSet(f.Linked),
		Loss: foldSet(f.Loss), Source: foldSet(f.Source), Soon: foldSet(f.Soon), Post: foldSet(f.Post), Link: foldSet(f.Link), Intent: foldSet(f.Intent), Withdraw: foldSet(f.Withdraw), OnTheWay: foldSet(f.OnTheWay), After: foldSet(f.After), Emptied: foldSet(f.Emptied), Earlier: foldSet(f.Earlier), Going: foldSet(f.Going), Numbers: foldSet(f.Numbers), Carrier: foldSet(f.Carrier)}
	w.RumourPhrases, w.DenyPhrases, w.Hearsay = phraseKeys(f.RumourPhrases), phraseKeys(f.DenyPhrases), phraseKeys(f.Hearsay)
	return w
}

// phraseKeys folds phrases of several words into their tokens' keys.
func phraseKeys(phrases []string) [][]string {
	var out [][]string
	for _, p := range phrases {
		var keys []string
		for _, t := range devanagari.Parse(p).Tokens {
			keys = append(keys, t.Key)
		}
		out = append(out, keys)
	}
	return out
}

// mood reads the event's mood off its verb group and what governs it.
func (c *clauses) mood(ev *Event) Mood {
	c.cue = [2]int{ev.First, ev.Last}
	if c.s.Question {
		c.cue = c.questionMark()
		return Asked
	}
	for _, it := range c.s.Items[:ev.ClauseFirst+1] {
		if it.Kind == syntax.Opener && c.Status.Condition[it.Key] && !c.threat(ev) {
			c.cue = [2]int{it.First, it.Last}
			return If
		}
	}
	if c.askedOf(ev.ClauseFirst) {
		return If
	}
	if ev.Verb < 0 {
		return c.nominalMood(ev)
	}
	if ev.Host >= 0 && c.s.Items[ev.Host].Phrase.Case == syntax.Ka {
		// "इस्तीफे की पेशकश की", "सदस्यता लेने का ऐलान"
		if m := c.nominalMood(ev); m != Happened {
			return m
		}
	}
	m := c.verbMood(ev.Verb, ev.Host, 0)
	if last := c.s.Items[ev.Verb].Last; (m == Will || m == May) && last < c.s.Last && c.Status.Or[c.doc.Tokens[last].Key] {
		c.cue = [2]int{last, last + 1}
		if i := slices.IndexFunc(c.doc.Tokens[last:c.s.Last], func(t devanagari.Token) bool { return c.Status.Rumour[t.Key] }); i >= 0 && !c.denied(last+i) {
			return Rumour // "कांग्रेस में जाएंगे या भाजपा में, इसे लेकर कयास लगाए जा रहे हैं"
		}
		return If // "निर्दलीय उतरेंगे या किसी दल में जाएंगे, यह तय नहीं"
	}
	if m == Not && c.urged(ev) {
		return If
	}
	return m
}

// urged says whether a clause asks why somebody does not do what its verb says: "वह पार्टी क्यों नहीं छोड़ देते" denies nothing.
func (c *clauses) urged(ev *Event) bool {
	verb := c.s.Items[ev.Verb]
	return verb.Verb.Habitual && slices.ContainsFunc(c.doc.Tokens[c.s.Items[ev.ClauseFirst].First:verb.Last], func(t devanagari.Token) bool {
		return c.Status.Why[t.Key]
	})
}

// askedOf says whether the clause is a question that somebody was asked: "यह पूछने पर कि क्या वह भाजपा में जाएंगे".
func (c *clauses) askedOf(first int) bool {
	if first < 2 || c.s.Items[first].First+1 >= c.s.Last || c.doc.Tokens[c.s.Items[first].First].Key != "क्या" {
		return false
	}
	for j := c.s.First; j < c.s.Items[first].First; j++ {
		if c.Status.Asking[c.doc.Tokens[j].Key] {
			return true
		}
	}
	return false
}

// threat says whether the event is what somebody will do where a condition is met: "अगर …, तो पार्टी छोड़ देंगे".
func (c *clauses) threat(ev *Event) bool {
	return ev.Rule.Act == Leave && ev.Verb >= 0 && c.s.Items[ev.Verb].Verb.Future && c.then(ev.ClauseFirst, ev.ClauseLast)
}

// then says whether the clause opens with "तो".
func (c *clauses) then(first, last int) bool {
	for i := first; i < min(first+2, last); i++ {
		if it := &c.s.Items[i]; it.Kind == syntax.Other && it.Key == "तो" {
			return true
		}
	}
	return false
}

func (c *clauses) verbMood(verb, host, depth int) Mood {
	items := c.s.Items
	vg := items[verb].Verb
	c.cue = [2]int{items[verb].First, items[verb].Last}
	if vg.Negated {
		return Not
	}
	// "शामिल न होकर", "हो गए नहीं": a negation beside the host
	if host >= 0 && verb > host+1 {
		for i := host + 1; i < verb; i++ {
			if items[i].Kind == syntax.Neg {
				c.cue = [2]int{items[i].First, items[i].Last}
				return Not
			}
		}
	}
	if host > 0 && items[host-1].Kind == syntax.Neg || depth == 0 && c.neither(verb) {
		return Not
	}
	if wish, past := c.wants(verb); wish && past {
		return If
	} else if wish {
		return Will
	}
	switch {
	case vg.Potential:
		return May
	case vg.Prospect, vg.Future:
		return Will
	case vg.Progress:
		return Going
	case vg.Perfect:
		return Happened
	case vg.Finite && (vg.Habitual || vg.Subjunct):
		return If
	case vg.Vala && c.blacklist(verb):
		return Rumour
	case vg.Vala, vg.During:
		return Happened
	}
	switch vg.Main {
	case syntax.Inf:
		return c.infinitive(verb)
	case syntax.Conj, syntax.Stem:
		// an absolutive has the mood of the verb it leans on
		if depth < 3 {
			for i := verb + 1; i < len(items); i++ {
				if c.hard(i) {
					break
				}
				if items[i].Kind == syntax.VerbItem {
					m := c.verbMood(i, -1, depth+1)
					if m == Declared && depth == 0 && items[i].Verb.Main == syntax.Inf && c.Status.Vow[c.doc.Tokens[c.cue[0]].Key] {
						c.cue = [2]int{items[verb].First, items[verb].Last}
						return Happened // "शामिल होकर पार्टी को मजबूत करने का संकल्प लिया"
					}
					return m
				}
			}
		}
		return Happened
	}
	return Happened
}

// wants says whether the verb group at item i tells what somebody wants, or once wanted: "आना चाहते हैं".
func (c *clauses) wants(i int) (wish, past bool) {
	it := &c.s.Items[i]
	if it.Verb.Main != syntax.Inf || !it.Verb.Finite {
		return false, false
	}
	for j := it.First; j < it.Last; j++ {
		switch c.doc.Tokens[j].Key {
		case "चाहते", "चाहती", "चाहता":
			wish = true
		case "था", "थे", "थी", "थीं":
			past = true
		}
	}
	return wish, past
}

// blacklist says whether an agent noun heads somebody's list of those who may go: "छोड़ने वालों की सूची में X का नाम", or a
// name is spoken of among them: "छोड़ने वालों में X के नाम की चर्चा".
func (c *clauses) blacklist(verb int) bool {
	list, name := false, false
	for i := verb + 1; i < len(c.s.Items) && !name; i++ {
		it := &c.s.Items[i]
		name = it.Kind == syntax.VerbItem && copula(it.Verb)
	}
	for j := c.s.Items[verb].Last; j < c.s.Last; j++ {
		switch k := c.doc.Tokens[j].Key; {
		case c.Status.Lists[k], name && c.Status.Rumour[k]:
			list = true
		case c.Status.NameWords[k]:
			name = true
		}
	}
	return list && name
}

// neither says whether a "न" before the verb at item i denies its clause: "वह न | भाजपा में गए", "न तो सपा छोड़ी".
func (c *clauses) neither(i int) bool {
	items := c.s.Items
	for i--; i > 0 && items[i].Kind != syntax.VerbItem && !c.hard(i); i-- {
		if n := &items[i-1]; n.Kind == syntax.Neg && c.doc.Tokens[n.First].Key == "न" {
			return !c.Status.Merely[c.doc.Tokens[n.Last].Key]
		}
	}
	return false
}

// infinitive reads the noun that governs an infinitive: "छोड़ने का ऐलान", "शामिल होने की चर्चा".
func (c *clauses) infinitive(verb int) Mood {
	it := &c.s.Items[verb]
	return c.governed(it.Last, Happened)
}

// governed looks at the words behind token i for a noun that sets the mood: "छोड़ने का ऐलान", "में जाने की चर्चा". It looks
// no further than the phrase that depends on the infinitive: what happened "छोड़ने के बाद" is another matter.
func (c *clauses) governed(i int, otherwise Mood) Mood {
	tokens := c.doc.Tokens
	last := min(i+7, c.s.Last)
	mood, found := otherwise, false
	if i+1 < last {
		switch k, next := tokens[i].Key, tokens[i+1].Key; {
		case c.Status.After[k+" "+next]:
			return otherwise
		case k == "के" && c.word(i+1, "लिए"):
			mood = If
			if c.leaves(i + 2) {
				c.cue = [2]int{i, i + 2}
				return Will // "शामिल होने के लिए दिल्ली रवाना"
			}
		case k == "को" && next == "लेकर":
			mood = If
		case k == "से" || k == "पर" || k == "में":
			last = min(last, i+3)
		}
	}
	for j := i; j < last; j++ {
		k := tokens[j].Key
		if tokens[j].Kind == devanagari.Punct && k != "-" && k != "'" && k != `"` {
			break
		}
		was := mood
		switch {
		case c.Status.Deny[k]:
			c.cue = [2]int{j, j + 1}
			return Refuted
		case (c.Status.Thought[k] || c.Status.Declare[k]) && c.denied(j):
			c.cue = [2]int{j, j + 1}
			return Not
		case c.hearsay(j) && !found:
			mood, found = Rumour, true
		case c.Status.Intent[k] && !found && c.underWay(j):
			mood, found = Rumour, true // "छोड़ने का मन बना रहे हैं"
		case c.Status.Rumour[k]:
			mood, found = Rumour, true
		case c.Status.Intent[k] && !found:
			mood, found = Will, true
		case c.Status.Declare[k] && !found:
			mood, found = Declared, true
		case c.Status.Stalled[k] && j <= i+3 && !found:
			mood, found = If, true
		case c.Status.TakenBack[k] && mood == Declared && c.done(j):
			c.cue = [2]int{j, j + 1}
			return Refuted // "पार्टी छोड़ने का फैसला वापस ले लिया"
		case c.Status.TakenBack[k] && mood == Declared:
			mood = If // "छोड़ने का फैसला बदल सकते हैं"
		case c.Status.Demand[k] && !found, c.Status.Withdraw[k] && mood == Declared:
			mood, found = If, true
		}
		if mood != was {
			c.cue = [2]int{j, j + 1}
		}
	}
	return mood
}

// done says whether the verb group at token i or next behind it tells something done.
func (c *clauses) done(i int) bool {
	for _, it := range c.s.Items {
		if it.Kind == syntax.VerbItem && it.Last > i {
			return it.Verb.Perfect && !it.Verb.Negated
		}
	}
	return false
}

// denied says whether the noun at token i is negated: "सवाल ही नहीं उठता", "ख्याल सपने में भी नहीं".
func (c *clauses) denied(i int) bool {
	for j := i + 1; j < min(i+7, c.s.Last); j++ {
		switch t := c.doc.Tokens[j]; {
		case c.Status.Not[t.Key]:
			return true
		case t.Kind == devanagari.Punct, t.Key == "पर", t.Key == "को", t.Key == "ने", t.Key == "से", t.Key == "के", t.Key == "की", t.Key == "का":
			return false
		}
	}
	return false
}

// onPaper says whether what the clause up to token i tells stands in a letter or an order: "पत्र में … करने की बात कही गई है".
func (c *clauses) onPaper(i int) bool {
	for j := c.s.First + 1; j < i; j++ {
		if c.doc.Tokens[j].Key == "में" && c.Status.Papers[c.doc.Tokens[j-1].Key] {
			return true
		}
	}
	return false
}

// hearsay says whether a saying of nobody known begins at token i.
func (c *clauses) hearsay(i int) bool {
	const longest = 3 // words in between: "बात दिन भर चलती रही"
	if i >= c.s.Last {
		return false
	}
next:
	for _, p := range c.Status.Hearsay {
		if p[0] != c.doc.Tokens[i].Key {
			continue
		}
		for at := i + 1; at <= i+1+longest && at+len(p)-1 <= c.s.Last; at++ {
			if slices.EqualFunc(c.doc.Tokens[at:at+len(p)-1], p[1:], func(t devanagari.Token, key string) bool { return t.Key == key }) {
				return !c.onPaper(i)
			}
			if t := c.doc.Tokens[at]; t.Kind == devanagari.Punct || c.Status.Deny[t.Key] {
				continue next
			}
		}
	}
	return false
}

// underWay says whether the verb of the noun at token i is in progress.
func (c *clauses) underWay(i int) bool {
	for n := range c.s.Items {
		if it := &c.s.Items[n]; it.Kind == syntax.VerbItem && it.First > i {
			return it.Verb.Progress
		}
	}
	return false
}

// leaves says whether the words behind token i say that somebody is on the way.
func (c *clauses) leaves(i int) bool {
	for j := i; j < min(i+5, c.s.Last); j++ {
		if c.Status.OnTheWay[c.doc.Tokens[j].Key] {
			return true
		}
	}
	return false
}

func (c *clauses) word(i int, key string) bool { return c.doc.Tokens[i].Key == devanagari.Fold(key) }

// nominalMood is the mood of a host without a verb: a headline's fact, or what governs the noun.
func (c *clauses) nominalMood(ev *Event) Mood {
	host := &c.s.Items[ev.Host]
	return c.governed(host.Phrase.Last, Happened)
}
