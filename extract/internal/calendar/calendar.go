// Package calendar finds the time expressions of Hindi news (12 जनवरी 2022,
// बीते शुक्रवार, दो दिन पहले, 2016 में) and the numbers written in words, and
// dates an expression by the day on which the article was published. What the
// text and that day do not fix is left without a date: nothing is invented.
package calendar

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
)

// Precision says how exact a date is.
type Precision string

// Basis says how a date is known.
type Basis string

const (
	Day   Precision = "day"
	Month Precision = "month"
	Year  Precision = "year"

	Stated   Basis = "stated"   // written out, at most its year supplied
	Relative Basis = "relative" // counted from the day of publication
)

// Expr is one time expression.
type Expr struct {
	First, Last int // tokens [First, Last)
	// Date is "2024-04-28", "2024-04", "2024", or "" where nothing fixes it. For
	// an expression that the verb's tense decides (कल, शुक्रवार को) it is the
	// past reading, and Ahead the future one.
	Date, Ahead string
	Precision   Precision // of Date; "" without one
	Basis       Basis
	Past        bool // the expression itself marks history (2016 में, दो साल पहले, इससे पहले)
	Recent      bool // … but of late (हाल ही में, बीते दिनों, N दिन पहले)
	Future      bool // the expression itself points ahead (आगामी, जल्द, a date after publication)
}

// Resolve settles an expression by tense: with future it takes the reading ahead.
func (e Expr) Resolve(future bool) Expr {
	if future && e.Ahead != "" {
		e.Date, e.Future = e.Ahead, true
	}
	e.Ahead = ""
	return e
}

// historyAfter is how many days before publication a dated event is history.
const historyAfter = 45

// Find gives the time expressions in tokens [first, last), in order and without
// overlap. published is the day of publication ("2024-04-29", anything after it
// is ignored) or ""; a year outside 1901 to 2099 counts as unknown.
func (w *Words) Find(doc *devanagari.Document, first, last int, published string) []Expr {
	f := finder{Words: w}
	first, last = max(first, 0), min(last, len(doc.Tokens))
	if first >= last {
		return nil
	}
	f.toks = doc.Tokens[:last]
	f.start = first
	if len(published) >= 10 {
		if t, err := time.Parse(time.DateOnly, published[:10]); err == nil && t.Year() > 1900 && t.Year() < 2100 {
			f.pub, f.known = t, true
		}
	}
	for i := first; i < last; {
		var e Expr
		ok := w.begins(&f.toks[i])
		if ok {
			e, ok = f.at(i)
		}
		if !ok {
			i++
			continue
		}
		f.out = append(f.out, e)
		i = e.Last
	}
	return f.out
}

type finder struct {
	*Words
	toks  []devanagari.Token
	start int // no expression begins before it
	pub   time.Time
	known bool // pub is set
	out   []Expr
}

func (f *finder) has(i int, c class) bool { return i >= f.start && f.is(f.toks, i, c) }

func (f *finder) key(i int) string {
	if i < f.start || i >= len(f.toks) {
		return ""
	}
	return f.toks[i].Key
}

// at reads the expression that begins at token i, the most telling kind first.
func (f *finder) at(i int) (Expr, bool) {
	for _, read := range []func(int) (Expr, bool){
		f.numeric, f.dayMonth, f.monthFirst, f.feast, f.weekday, f.nearDay, f.before, f.ago, f.year, f.history,
	} {
		if e, ok := read(i); ok {
			e.First = i
			return f.withParts(e), true
		}
	}
	return Expr{}, false
}

// withParts takes in the part of the day that follows: गुरुवार देर रात, आज सुबह.
func (f *finder) withParts(e Expr) Expr {
	if e.Precision != Day && e.Ahead == "" && !f.has(e.First, today|yesterday) && f.weekdays[f.key(e.First)] == 0 {
		return e
	}
	k := e.Last
	if f.key(k) == "की" && f.has(k+1, dayPart) {
		k++
	}
	for f.has(k, dayPart) {
		k++
	}
	if k > e.Last && (k-e.Last > 1 || f.has(e.Last, dayPart)) {
		e.Last = k
	}
	return e
}

// numeric reads 12/01/2022, 12-01-2022, 12.01.22 and 2022-01-12.
func (f *finder) numeric(i int) (Expr, bool) {
	t := f.toks[i]
	if t.Kind != devanagari.Number || !strings.ContainsAny(t.Key, "/-.") {
		return Expr{}, false
	}
	parts := strings.FieldsFunc(t.Key, func(r rune) bool { return r == '/' || r == '-' || r == '.' })
	seps := len(t.Key)
	var n [3]int
	if len(parts) != 3 {
		return Expr{}, false
	}
	for k, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || len(p) > 4 {
			return Expr{}, false
		}
		n[k], seps = v, seps-len(p)
	}
	d, m, y := n[0], n[1], n[2]
	switch {
	case seps != 2:
		return Expr{}, false
	case len(parts[0]) == 4:
		d, y = y, d
	case len(parts[2]) == 2 && len(parts[0]) == 2 && len(parts[1]) == 2:
		y += 2000
	}
	if !valid(y, m, d) {
		return Expr{}, false
	}
	return f.absolute(i+1, y, m, d), true
}

func valid(y, m, d int) bool {
	if y < 1900 || y > 2100 || m < 1 || m > 12 || d < 1 {
		return false
	}
	return d <= time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// dayMonth reads 12 जनवरी 2022, आठ दिसंबर, 6 May, 2025, and the first of a list
// ("चार और 11 मई", "13, 14 व 15 जनवरी"), whose month stands at its end.
func (f *finder) dayMonth(i int) (Expr, bool) {
	d, k, ok := f.dayNumber(i)
	if !ok {
		return Expr{}, false
	}
	end := k
	m := f.months[f.key(k)]
	for n := 0; m == 0 && n < 6; n++ {
		if !isJoin(f.key(k)) {
			return Expr{}, false
		}
		_, e, ok := f.dayNumber(k + 1)
		if !ok {
			return Expr{}, false
		}
		k = e
		m = f.months[f.key(k)]
	}
	if m == 0 {
		return Expr{}, false
	}
	listed := k != end
	k++
	y, e := f.yearAfter(k)
	if listed {
		e = end
	} else {
		end = e
	}
	return f.dated(e, y, m, d)
}

// feast reads a named day of the year where something is set on it: गणतंत्र दिवस पर, नए साल के पहले दिन.
func (f *finder) feast(i int) (Expr, bool) {
	for _, x := range f.feasts[f.key(i)] {
		k := 1
		for k < len(x.keys) && f.key(i+k) == x.keys[k] {
			k++
		}
		if k < len(x.keys) {
			continue
		}
		end := i + k
		on := f.key(end-1) == "दिन" || f.has(end, feastMark)
		if f.key(end) == "के" && f.has(end+1, feastMark|day) {
			on, end = true, end+2
		}
		if on {
			return f.dated(end, 0, x.month, x.day)
		}
	}
	return Expr{}, false
}

func isJoin(key string) bool {
	switch key {
	case ",", "और", "व", "एवं", "या", "-", "–", "से", "तथा":
		return true
	}
	return false
}

// dayNumber reads a day of the month and gives the token after it.
func (f *finder) dayNumber(i int) (d, end int, ok bool) {
	if i < f.start || i >= len(f.toks) {
		return 0, 0, false
	}
	d, ok = digits(f.toks[i])
	if !ok {
		d, ok = f.numbers[f.toks[i].Key]
	}
	return d, i + 1, ok && d >= 1 && d <= 31
}

// yearAfter reads a year at k, a comma before it allowed; 0 for none.
func (f *finder) yearAfter(k int) (y, end int) {
	at := k
	if f.key(at) == "," || f.key(at) == "-" {
		at++
	}
	if f.has(at, yearWord) {
		at++
	}
	if y, ok := f.fourDigits(at); ok {
		return y, at + 1
	}
	return 0, k
}

func (f *finder) fourDigits(i int) (int, bool) {
	if i < f.start || i >= len(f.toks) || len(f.toks[i].Key) != 4 {
		return 0, false
	}
	y, ok := digits(f.toks[i])
	return y, ok && y >= 1900 && y <= 2100
}

// dated gives a day whose year may be unknown (0): then it is the year nearest publication.
func (f *finder) dated(end, y, m, d int) (Expr, bool) {
	if y != 0 {
		if !valid(y, m, d) {
			return Expr{}, false
		}
		return f.absolute(end, y, m, d), true
	}
	if !valid(2000, m, d) {
		return Expr{}, false
	}
	e := Expr{Last: end, Basis: Stated}
	if !f.known {
		return e, true
	}
	best := -1
	for _, c := range []int{f.pub.Year() - 1, f.pub.Year(), f.pub.Year() + 1} {
		if !valid(c, m, d) {
			continue
		}
		if gap := abs(f.gap(c, m, d)); best < 0 || gap < best {
			best, y = gap, c
		}
	}
	if best < 0 || best > 184 {
		return e, true
	}
	return f.absolute(end, y, m, d), true
}

// gap is the days from publication to a day: negative before it.
func (f *finder) gap(y, m, d int) int {
	return int(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Sub(f.pub).Hours() / 24)
}

func abs(n int) int { return max(n, -n) }

func (f *finder) absolute(end, y, m, d int) Expr {
	e := Expr{Last: end, Date: fmt.Sprintf("%04d-%02d-%02d", y, m, d), Precision: Day, Basis: Stated}
	if f.known {
		gap := f.gap(y, m, d)
		e.Past, e.Future = gap < -historyAfter, gap > 0
	}
	return e
}

// monthFirst reads जनवरी 2022, May 6, 2025, मई 6, दिसंबर में, मार्च महीने.
func (f *finder) monthFirst(i int) (Expr, bool) {
	m := f.months[f.key(i)]
	if m == 0 || f.has(i-1, notMonthAfter) || i > f.start && f.toks[i-1].Kind == devanagari.Number {
		return Expr{}, false
	}
	if y, e := f.yearAfter(i + 1); y != 0 {
		return f.inMonth(e, y, m), true
	}
	if d, e, ok := f.dayNumber(i + 1); ok && f.toks[i+1].Kind == devanagari.Number {
		y, e2 := f.yearAfter(e)
		latin := f.key(i)[0] < 0x80
		if y != 0 || latin || !f.has(e, postposition) && f.months[f.key(e)] == 0 && !f.isUnit(e) {
			if x, ok := f.dated(max(e, e2), y, m, d); ok {
				return x, true
			}
		}
	}
	if !f.has(i+1, postposition|month) || f.key(i)[0] < 0x80 || f.key(i+1) == "तो" || f.key(i+1) == "भी" {
		return Expr{}, false
	}
	e := Expr{Last: i + 1, Basis: Stated}
	if f.has(i+1, month) {
		e.Last++
	}
	if !f.known {
		return e, true
	}
	y := f.pub.Year()
	if m > int(f.pub.Month()) {
		e.Ahead = fmt.Sprintf("%04d-%02d", y, m)
		y--
	} else if m < int(f.pub.Month()) {
		e.Ahead = fmt.Sprintf("%04d-%02d", y+1, m)
	}
	x := f.inMonth(e.Last, y, m)
	x.Ahead = e.Ahead
	return x, true
}

// isUnit tells whether a number before token i counts something else.
func (f *finder) isUnit(i int) bool {
	return i < len(f.toks) && f.toks[i].Kind == devanagari.Word && !f.has(i, postposition)
}

func (f *finder) inMonth(end, y, m int) Expr {
	e := Expr{Last: end, Date: fmt.Sprintf("%04d-%02d", y, m), Precision: Month, Basis: Stated}
	if !f.known {
		e.Past = true
		return e
	}
	ago := (f.pub.Year()-y)*12 + int(f.pub.Month()) - m
	e.Past, e.Future = ago > 1, ago < 0
	return e
}

// weekday reads शुक्रवार, बीते शुक्रवार, आगामी शुक्रवार, and with a date beside
// it: सोमवार (14 अप्रैल), मंगलवार, 6 मई 2025.
func (f *finder) weekday(i int) (Expr, bool) {
	k := i
	var lead class
	for _, c := range []class{last, next, this} {
		if f.has(i, c) {
			lead |= c
		}
	}
	if lead != 0 {
		k++
		if f.key(i) == "आने" && (f.key(k) == "वाले" || f.key(k) == "वाली") {
			k++
		}
	}
	wd := f.weekdays[f.key(k)]
	if wd == 0 || lead == 0 && f.has(i-1, every) || lead != 0 && k == i {
		return Expr{}, false
	}
	if w := f.key(k); len(w) < 4 && lead == 0 && f.key(k+1) != "," { // mon, sun: only as a stamp
		return Expr{}, false
	}
	k++
	// a date beside it says more
	at := k
	for p := k; f.has(p, dayPart) && p < k+3; p++ {
		at = p + 1
	}
	if f.key(at) == "(" || f.key(at) == "," {
		at++
	}
	if f.key(at) == "यानी" || f.key(at) == "यानि" {
		at++
	}
	for _, read := range []func(int) (Expr, bool){f.numeric, f.dayMonth, f.monthFirst} {
		if at >= len(f.toks) {
			break
		}
		if e, ok := read(at); ok && e.Precision == Day {
			if f.key(at-1) == "(" && f.key(e.Last) == ")" {
				e.Last++
			}
			return e, true
		}
	}
	e := Expr{Last: k, Basis: Relative}
	if !f.known {
		e.Future = lead == next
		return e, true
	}
	back := (int(f.pub.Weekday()) - wd + 7) % 7
	ahead := (7 - back) % 7
	switch {
	case lead&last != 0:
		if back == 0 {
			back = 7
		}
		e.Date = f.day(-back)
	case lead&next != 0:
		if ahead == 0 {
			ahead = 7
		}
		e.Date, e.Future = f.day(ahead), true
	default:
		e.Date, e.Ahead = f.day(-back), f.day(ahead)
	}
	e.Precision = Day
	return e, true
}

// day is the day so many days after publication.
func (f *finder) day(n int) string { return f.pub.AddDate(0, 0, n).Format(time.DateOnly) }

// nearDay reads आज, कल, परसों, बीते दिन, बीती रात.
func (f *finder) nearDay(i int) (Expr, bool) {
	e := Expr{Last: i + 1, Basis: Relative}
	n, ahead := 0, 0
	switch {
	case f.has(i, today), f.has(i, yesterday):
		if f.has(i+1, notDayBefore) || f.key(i+1) == "-" || f.key(i-1) == "-" || f.has(i-1, today) {
			return Expr{}, false
		}
		if f.has(i, yesterday) {
			n, ahead = -1, 1
		}
	case f.has(i, dayBefore):
		n, ahead = -2, 2
	case f.has(i, last) && f.has(i+1, day|night) && !f.has(i+1, daysPlural&^night):
		e.Last++
		for f.has(e.Last, dayPart) {
			e.Last++
		}
		n = -1
	default:
		return Expr{}, false
	}
	if f.known {
		e.Date, e.Precision = f.day(n), Day
		if ahead != 0 {
			e.Ahead = f.day(ahead)
		}
	}
	return e, true
}

// before reads a span with a pointer: पिछले साल, इसी महीने, अगले हफ्ते, बीते दिनों.
func (f *finder) before(i int) (Expr, bool) {
	step := 0
	switch {
	case f.has(i, last):
		step = -1
	case f.has(i, next):
		step = 1
	case f.has(i, this):
	default:
		return Expr{}, false
	}
	k := i + 1
	if f.key(i) == "आने" {
		if f.key(k) != "वाले" && f.key(k) != "वाली" {
			return Expr{}, false
		}
		k++
	}
	e := Expr{Last: k + 1, Basis: Relative, Past: step < 0, Future: step > 0}
	switch {
	case f.has(k, year):
		if f.known {
			e.Date, e.Precision = strconv.Itoa(f.pub.Year()+step), Year
			// इसी साल 1 मई को
			if d, k, ok := f.dayNumber(k + 1); ok && f.months[f.key(k)] != 0 {
				if x, ok := f.dated(k+1, f.pub.Year()+step, f.months[f.key(k)], d); ok {
					return x, true
				}
			}
			// पिछले साल जुलाई में
			if m := f.months[f.key(k+1)]; m != 0 {
				x := f.inMonth(k+2, f.pub.Year()+step, m)
				x.Basis, x.Past, x.Future = Relative, x.Past || step < 0, x.Future || step > 0
				return x, true
			}
		}
	case f.has(k, month):
		if f.known {
			t := time.Date(f.pub.Year(), f.pub.Month()+time.Month(step), 1, 0, 0, 0, 0, time.UTC)
			e.Date, e.Precision = t.Format("2006-01"), Month
		}
		e.Recent = e.Past
	case f.has(k, week):
		e.Recent = e.Past
	case f.has(k, daysPlural) && step != 0:
		e.Recent = e.Past
	default:
		return Expr{}, false
	}
	return e, true
}

// ago reads N दिन पहले, दो साल पहले, कुछ दिन पहले, साल भर पहले, दो दिन बाद. Told
// from another event ("चुनाव से दो दिन पहले") it has no date.
func (f *finder) ago(i int) (Expr, bool) {
	n, exact, k := 1, false, i
	if c, isVague, length, ok := f.Count(f.toks, i); ok {
		n, exact, k = c, !isVague, i+length
	} else if f.has(i, halfMore|quarterMore|quarterLess|half) || f.fractions[f.key(i)] > 0 { // डेढ़ साल पहले
		k++
		if _, ok := f.numbers[f.key(k)]; ok {
			k++
		}
	}
	unit := k
	if !f.has(unit, year|month|week|day|daysPlural) {
		return Expr{}, false
	}
	k++
	if f.has(k, full) {
		if k-1 == i {
			exact = true
		}
		k++
	} else if k-1 == i && f.has(unit, day) {
		return Expr{}, false // bare "दिन पहले" is no count
	}
	if f.key(k) == "ही" || f.key(k) == "से" && f.has(k+1, ago) {
		k++
	}
	if f.has(k, later) {
		if !exact || !f.has(unit, day) || !f.known || n > 60 || f.key(i-1) == "के" || f.key(i-1) == "से" {
			return Expr{}, false
		}
		return Expr{Last: k + 1, Basis: Relative, Ahead: f.day(n)}, true
	}
	if !f.has(k, ago) {
		return Expr{}, false
	}
	e := Expr{Last: k + 1, Basis: Relative, Past: true}
	e.Recent = f.has(unit, day|week|daysPlural) || f.has(unit, month) && n <= 2
	other := f.key(i-1) == "से" || f.key(i-2) == "से" && f.has(i-1, soon|recent) || f.key(i-1) == "ठीक"
	if !f.known || !exact || other || n > 3000 {
		return e, true
	}
	switch {
	case f.has(unit, day):
		e.Date, e.Precision = f.day(-n), Day
	case f.has(unit, month):
		e.Date, e.Precision = time.Date(f.pub.Year(), f.pub.Month()-time.Month(n), 1, 0, 0, 0, 0, time.UTC).Format("2006-01"), Month
	case f.has(unit, year) && f.pub.Year()-n >= 1900:
		e.Date, e.Precision = strconv.Itoa(f.pub.Year()-n), Year
	}
	return e, true
}

// year reads वर्ष 2016, 2016 में, 2017-18 में.
func (f *finder) year(i int) (Expr, bool) {
	k := i
	worded := f.has(i, yearWord)
	if worded {
		k++
	}
	y, ok := f.fourDigits(k)
	if !ok {
		a, b, cut := strings.Cut(f.key(k), "-")
		if v, err := strconv.Atoi(a); !cut || err != nil || len(a) != 4 || len(b) != 2 && len(b) != 4 || v < 1900 || v > 2100 || f.toks[k].Kind != devanagari.Number {
			return Expr{}, false
		}
		return Expr{Last: k + 1, Basis: Stated, Past: true}, true
	}
	if !worded && !f.has(k+1, postposition) {
		return Expr{}, false
	}
	e := Expr{Last: k + 1, Date: strconv.Itoa(y), Precision: Year, Basis: Stated, Past: true}
	if f.known {
		e.Past, e.Future = y < f.pub.Year(), y > f.pub.Year()
	}
	return e, true
}

// history reads words that place an event without dating it.
func (f *finder) history(i int) (Expr, bool) {
	e := Expr{Last: i + 1, Basis: Relative}
	switch {
	case f.has(i, longAgo) && f.has(i+1, ago):
		e.Last, e.Past = i+2, true
	case f.has(i, longAgo) && f.key(i+1) == "भी" && f.has(i+2, ago):
		e.Last, e.Past = i+3, true
	case f.has(i, ago) && f.key(i+1) == "में": // पूर्व में
		e.Last, e.Past = i+2, true
	case f.has(i, ago) && f.key(i+1) == "भी" && f.key(i-1) != "से": // पहले भी
		e.Last, e.Past = i+2, true
	case f.has(i, past):
		switch f.key(i + 1) {
		case "भी", "नहीं", "न", "तो", "तक", "कभी", "-", "कभार":
			return Expr{}, false
		}
		if k := f.key(i - 1); k == "-" || k == "कभी" || k == "जब" {
			return Expr{}, false
		}
		e.Past = true
	case f.has(i, recent) && (f.key(i+1) == "ही" || f.key(i+1) == "में" || f.has(i, last)):
		e.Last, e.Past, e.Recent = i+2, true, true
		if f.key(i+1) == "ही" && f.key(i+2) == "में" {
			e.Last++
		}
	case f.has(i, soon):
		e.Future = true
	default:
		return Expr{}, false
	}
	return e, true
}
