package calendar

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/pack"
)

// ErrData is what every error of Load wraps.
var ErrData = errors.New("bad time data")

// fileData is the shape of the data file; its comments say what each list is.
type fileData struct {
	Numbers       map[int][]string `yaml:"numbers"`
	Scales        map[int][]string `yaml:"scales"`
	Halves        []string         `yaml:"halves"`
	Fractions     map[int][]string `yaml:"fractions"`
	HalfMore      []string         `yaml:"half_more"`
	QuarterMore   []string         `yaml:"quarter_more"`
	QuarterLess   []string         `yaml:"quarter_less"`
	Full          []string         `yaml:"full"`
	Vague         []string         `yaml:"vague"`
	Months        map[int][]string `yaml:"months"`
	NotMonthAfter []string         `yaml:"not_month_after"`
	Weekdays      map[int][]string `yaml:"weekdays"`
	DayParts      []string         `yaml:"day_parts"`
	Nights        []string         `yaml:"nights"`
	Years         []string         `yaml:"years"`
	MonthsUnit    []string         `yaml:"months_unit"`
	Weeks         []string         `yaml:"weeks"`
	Days          []string         `yaml:"days"`
	DaysPlural    []string         `yaml:"days_plural"`
	Ago           []string         `yaml:"ago"`
	Later         []string         `yaml:"later"`
	Last          []string         `yaml:"last"`
	Next          []string         `yaml:"next"`
	This          []string         `yaml:"this"`
	YearWords     []string         `yaml:"year_words"`
	Today         []string         `yaml:"today"`
	Yesterday     []string         `yaml:"yesterday"`
	DayBefore     []string         `yaml:"day_before"`
	NotDayBefore  []string         `yaml:"not_day_before"`
	Past          []string         `yaml:"past"`
	LongAgo       []string         `yaml:"long_ago"`
	Soon          []string         `yaml:"soon"`
	Recent        []string         `yaml:"recent"`
	Every         []string         `yaml:"every"`
	Postpositions []string         `yaml:"postpositions"`
	Feasts        map[int][]string `yaml:"feasts"`
	FeastMarks    []string         `yaml:"feast_marks"`
}

// class is a set of word roles; a word can have several (देर, पूर्व, साल).
type class uint64

const (
	half class = 1 << iota
	halfMore
	quarterMore
	quarterLess
	full
	vague
	notMonthAfter
	dayPart
	night
	year
	month
	week
	day
	daysPlural
	ago
	later
	last
	next
	this
	yearWord
	today
	yesterday
	dayBefore
	notDayBefore
	past
	longAgo
	soon
	recent
	every
	postposition
	feastMark
)

// feast is a day of the year that has a name.
type feast struct {
	keys       []string // folded words
	month, day int
}

// Words is the compiled time data. It is immutable and safe for many goroutines.
type Words struct {
	numbers   map[string]int
	scales    map[string]int
	fractions map[string]int // in quarters
	months    map[string]int
	weekdays  map[string]int
	classes   map[string]class
	feasts    map[string][]feast // by first word
	// anchors are all words of these: no expression or count begins with another, unless with digits.
	anchors map[string]bool
}

// Load reads time data, a YAML mapping of lists of words. An unknown key or a
// number out of range is an error that wraps ErrData.
func Load(data []byte) (*Words, error) {
	var f fileData
	if err := decode(data, &f); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrData, err)
	}
	return build(&f)
}

// Compile gives a form of time data that LoadCompiled reads faster than Load reads YAML.
func Compile(data []byte) (string, error) {
	if _, err := Load(data); err != nil {
		return "", err
	}
	var f fileData
	if err := decode(data, &f); err != nil {
		return "", err
	}
	return pack.Marshal(f)
}

// LoadCompiled reads what Compile gave.
func LoadCompiled(raw string) (*Words, error) {
	var f fileData
	if err := pack.Unmarshal(raw, &f); err != nil {
		return nil, err
	}
	return build(&f)
}

func build(f *fileData) (*Words, error) {
	w := &Words{classes: map[string]class{}}
	var err error
	table := func(name string, in map[int][]string, lo, hi int) map[string]int {
		out := map[string]int{}
		for n, list := range in {
			if n < lo || n > hi {
				err = errors.Join(err, fmt.Errorf("%w: %s: %d is not from %d to %d", ErrData, name, n, lo, hi))
			}
			for _, s := range list {
				key := devanagari.Fold(s)
				if old, ok := out[key]; ok && old != n {
					err = errors.Join(err, fmt.Errorf("%w: %s: %q is both %d and %d", ErrData, name, s, min(n, old), max(n, old)))
				}
				out[key] = n
			}
		}
		return out
	}
	w.numbers = table("numbers", f.Numbers, 0, 99)
	w.scales = table("scales", f.Scales, 2, 10_000_000)
	w.fractions = table("fractions", f.Fractions, 1, 99)
	w.months = table("months", f.Months, 1, 12)
	w.weekdays = table("weekdays", f.Weekdays, 1, 7)
	for _, l := range []struct {
		words []string
		class class
	}{
		{f.Halves, half}, {f.HalfMore, halfMore}, {f.QuarterMore, quarterMore}, {f.QuarterLess, quarterLess},
		{f.Full, full}, {f.Vague, vague}, {f.NotMonthAfter, notMonthAfter}, {f.DayParts, dayPart}, {f.Nights, night},
		{f.Years, year}, {f.MonthsUnit, month}, {f.Weeks, week}, {f.Days, day}, {f.DaysPlural, daysPlural},
		{f.Ago, ago}, {f.Later, later}, {f.Last, last}, {f.Next, next}, {f.This, this}, {f.YearWords, yearWord},
		{f.Today, today}, {f.Yesterday, yesterday}, {f.DayBefore, dayBefore}, {f.NotDayBefore, notDayBefore},
		{f.Past, past}, {f.LongAgo, longAgo}, {f.Soon, soon}, {f.Recent, recent}, {f.Every, every},
		{f.Postpositions, postposition}, {f.FeastMarks, feastMark},
	} {
		for _, s := range l.words {
			w.classes[devanagari.Fold(s)] |= l.class
		}
	}
	w.feasts = map[string][]feast{}
	for _, n := range slices.Sorted(maps.Keys(f.Feasts)) {
		list := f.Feasts[n]
		m, d := n/100, n%100
		if !valid(2000, m, d) {
			err = errors.Join(err, fmt.Errorf("%w: feasts: %d is not a month and a day", ErrData, n))
		}
		for _, s := range list {
			keys := strings.Fields(devanagari.Fold(s))
			if len(keys) == 0 {
				err = errors.Join(err, fmt.Errorf("%w: feasts: %q has no word in it", ErrData, s))
				continue
			}
			w.feasts[keys[0]] = append(w.feasts[keys[0]], feast{keys, m, d})
		}
	}
	if err != nil {
		return nil, err
	}
	w.anchors = map[string]bool{}
	for _, table := range []map[string]int{w.numbers, w.scales, w.fractions, w.months, w.weekdays} {
		for key := range table {
			w.anchors[key] = true
		}
	}
	for key := range w.classes {
		w.anchors[key] = true
	}
	for key := range w.feasts {
		w.anchors[key] = true
	}
	return w, nil
}

// begins says whether an expression or a count may begin with a token.
func (w *Words) begins(t *devanagari.Token) bool {
	return t.Kind == devanagari.Number || w.anchors[t.Key]
}

// Dates says whether a token is the name of a day, a month or a part of the day: सोमवार, जुलाई, शाम, कल.
func (w *Words) Dates(t *devanagari.Token) bool {
	return w.weekdays[t.Key] > 0 || w.months[t.Key] > 0 || w.classes[t.Key]&(dayPart|today|yesterday) != 0
}

// decode reads strict YAML. goccy/go-yaml 1.19 panics on some malformed files
// (a tag without a value); that is an error of the file like any other.
func decode(data []byte, into any) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("malformed YAML: %v", r)
		}
	}()
	return yaml.NewDecoder(bytes.NewReader(data), yaml.Strict()).Decode(into)
}
