package page

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"
)

//go:embed months.txt
var monthsTxt string

// months gives the number of a month by its folded name.
var months = sync.OnceValue(func() map[string]int {
	names := map[string]int{}
	for line := range strings.Lines(monthsTxt) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for i, forms := range strings.Fields(line) {
			for form := range strings.SplitSeq(forms, "/") {
				if _, known := names[fold(form)]; i > 0 && !known {
					names[fold(form)] = i
				}
			}
		}
	}
	return names
})

// dateRunes is how much of a text is looked at for a date, in code points.
const dateRunes = 400

// stamp is a date as a page tells it, in ISO 8601.
type stamp struct {
	date, time, zone string // "2024-04-29"; "10:30" or "10:30:00", or ""; "Z" or "+05:30", or ""
	first, last      int    // the tokens that it takes
}

func (s stamp) String() string {
	switch {
	case s.time == "":
		return s.date
	default:
		return s.date + "T" + s.time + s.zone
	}
}

// locale is how a page writes what can be read in two ways.
type locale struct {
	lang string // of the page: hi, en-US; "" where unknown
}

// monthFirst says whether 4/5/2024 is April 5 there; known is false where nobody can tell.
func (l locale) monthFirst() (first, known bool) {
	lang := strings.ToLower(strings.ReplaceAll(l.lang, "_", "-"))
	switch {
	case lang == "en-us", lang == "en-ph", lang == "fil":
		return true, true
	case lang == "en", lang == "":
		return false, false
	}
	return false, true
}

// indian says whether IST is the time of India there.
func (l locale) indian() bool {
	base, region, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(l.lang, "_", "-")), "-")
	switch base {
	case "hi", "mr", "bn", "gu", "pa", "ta", "te", "kn", "ml", "or", "as", "ur", "sa", "mai", "bho":
		return true
	}
	return region == "in"
}

// findDate gives the first date that a text tells with day, month and year; ok is false where it has none, or
// one that can be read in two ways.
func (l locale) findDate(s string) (stamp, bool) {
	toks := dateTokens(s)
	for i := range toks {
		if d, ok := l.dateAt(toks, i); ok {
			d.time, d.zone = l.timeNear(toks, d.first, d.last)
			return d, true
		}
	}
	return stamp{}, false
}

// Date reads a date with day, month and year, in words of many languages or in numbers that can be read in one way only. It
// gives it as Page.Published is.
func Date(s string) (string, bool) {
	d, ok := locale{}.findDate(s)
	return d.String(), ok
}

// tok is a number, a word, or one other character.
type tok struct {
	text string
	num  int // -1 for what is no number
}

func dateTokens(s string) []tok {
	var toks []tok
	n := 0
	for i := 0; i < len(s) && n < dateRunes; {
		r, size := utf8.DecodeRuneInString(s[i:])
		if d := digit(r); d >= 0 {
			start, num := i, 0
			for i < len(s) {
				r, size := utf8.DecodeRuneInString(s[i:])
				d := digit(r)
				if d < 0 {
					break
				}
				if num < 1e14 {
					num = num*10 + d
				}
				i += size
				n++
			}
			toks = append(toks, tok{ascii(s[start:i]), num})
			continue
		}
		if unicode.IsLetter(r) || unicode.Is(unicode.M, r) {
			start := i
			for i < len(s) {
				r, size := utf8.DecodeRuneInString(s[i:])
				if !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) && r != '\u200d' && r != '\u200c' || dateSign(r) {
					if i == start {
						i += size
					}
					break
				}
				i += size
				n++
			}
			toks = append(toks, tok{fold(s[start:i]), -1})
			continue
		}
		if !unicode.IsSpace(r) && r != '\u200e' && r != '\u200f' {
			toks = append(toks, tok{s[i : i+size], -1})
		}
		i += size
		n++
	}
	return toks
}

// dateSign says whether a letter stands behind a number of a Chinese, Japanese or Korean date.
func dateSign(r rune) bool { return strings.ContainsRune("年月日년월일時时分秒시분", r) }

// digit is the value of a decimal digit of any script; -1 for another character.
func digit(r rune) int {
	switch {
	case '0' <= r && r <= '9':
		return int(r - '0')
	case r < 0x660 || !unicode.Is(unicode.Nd, r):
		return -1
	}
	// the digits of a script stand together, in order: Unicode Standard, 4.6
	for _, t := range unicode.Nd.R16 {
		if rune(t.Lo) <= r && r <= rune(t.Hi) {
			return int(r-rune(t.Lo)) % 10
		}
	}
	return -1
}

func ascii(s string) string {
	out := make([]byte, 0, len(s))
	for _, r := range s {
		out = append(out, byte('0'+digit(r)))
	}
	return string(out)
}

// dateAt reads a date that starts with token i.
func (l locale) dateAt(toks []tok, i int) (stamp, bool) {
	at := func(j int) tok {
		if j < len(toks) {
			return toks[j]
		}
		return tok{num: -1}
	}
	t := at(i)
	if i > 1 && (toks[i-1].text == "/" || toks[i-1].text == ":") && t.num >= 0 && toks[i-2].num >= 0 {
		return stamp{}, false // inside of something longer
	}
	switch {
	case t.num >= 0 && len(t.text) == 8: // 20240429
		return date(t.num/10000, t.num/100%100, t.num%100, i, i+1)
	case t.num >= 0 && len(t.text) == 14:
		d, ok := date(t.num/1e10, t.num/1e8%100, t.num/1e6%100, i, i+1)
		return d, ok
	case t.num >= 0 && len(t.text) == 4: // 2024-04-29, 2024年4月29日, 2024. április 29
		j := i + 1
		if at(j).num < 0 && oneOf(at(j).text, "-", "/", ".", "年", "년", "–") {
			j++
		}
		if m := months()[at(j).text]; m > 0 {
			return date(t.num, m, at(j+1).num, i, j+2)
		}
		if j > i+1 && at(j).num > 0 && oneOf(at(j+1).text, "-", "/", ".", "月", "월", "–") && at(j+2).num > 0 && len(at(j+2).text) <= 2 {
			last := j + 3
			if oneOf(at(last).text, "日", "일") {
				last++
			}
			return date(t.num, at(j).num, at(j+2).num, i, last)
		}
	case t.num > 0 && len(t.text) <= 2:
		j := i + 1
		if sep := at(j).text; oneOf(sep, ".", "/", "-", "–") && at(j+1).num > 0 && len(at(j+1).text) <= 2 && at(j+2).text == sep && at(j+3).num > 0 {
			day, month, year := t.num, at(j+1).num, at(j+3).num
			if len(at(j+3).text) == 2 && sep == "." && year < 50 { // 29.04.24
				year += 2000
			}
			if sep == "/" || sep == "-" {
				first, known := l.monthFirst()
				switch {
				case month > 12 || day <= 12 && known && first:
					day, month = month, day
				case day <= 12 && day != month && !known:
					return stamp{}, false
				}
			}
			return date(year, month, day, i, j+4)
		}
		for n := 0; n < 2 && oneOf(at(j).text, ".", "st", "nd", "rd", "th", "de", "-", "/", "º", "ª", "er", "of", "के", "ம்", "\u00a0", ","); n++ {
			j++ // 29th of April, 29. April, 29 de abril, 29-Apr-2024
		}
		m := months()[at(j).text]
		if m == 0 {
			return stamp{}, false
		}
		for j++; oneOf(at(j).text, ".", ",", "de", "del", "-", "/", "'", "’", "،", "of") || months()[at(j).text] == m; j++ {
		}
		if len(at(j).text) == 4 {
			return date(at(j).num, m, t.num, i, j+1)
		}
	case t.num < 0:
		m := months()[t.text]
		if m == 0 {
			return stamp{}, false
		}
		j := i + 1
		for oneOf(at(j).text, ".", "-") {
			j++
		}
		day := at(j).num
		if day < 1 || len(at(j).text) > 2 {
			return stamp{}, false
		}
		for j++; oneOf(at(j).text, ",", ".", "st", "nd", "rd", "th", "-", "،"); j++ {
		}
		if len(at(j).text) == 4 {
			return date(at(j).num, m, day, i, j+1)
		}
		if _, next, ok := clockAt(toks, j); ok { // Jul 30 09:35:14 CEST 2019
			if at(next).num < 0 {
				next++
			}
			if len(at(next).text) == 4 {
				return date(at(next).num, m, day, i, j)
			}
		}
	}
	return stamp{}, false
}

// firstYear is the earliest year in which a page can have been published.
const firstYear = 1991

func date(year, month, day, first, last int) (stamp, bool) {
	if 2400 < year && year < 2643 {
		year -= 543 // the Buddhist era, as Thai pages count
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if year < firstYear || year > 2099 || month < 1 || month > 12 || day < 1 || t.Day() != day {
		return stamp{}, false
	}
	return stamp{date: t.Format(time.DateOnly), first: first, last: last}, true
}

// timeNear reads the time of day behind a date, else the one before it.
func (l locale) timeNear(toks []tok, first, last int) (clock, zone string) {
	if t := toks[last-1]; first+1 == last && len(t.text) == 14 {
		return t.text[8:10] + ":" + t.text[10:12] + ":" + t.text[12:], ""
	}
	for i := last; i < min(len(toks), last+6); i++ {
		if t, next, ok := clockAt(toks, i); ok {
			return t, l.zoneAt(toks, next)
		}
		if toks[i].num >= 0 {
			break
		}
	}
	for i := max(0, first-8); i < first; i++ {
		if t, next, ok := clockAt(toks, i); ok && next <= first {
			return t, l.zoneAt(toks[:first], next)
		}
	}
	return "", ""
}

// clockAt reads 10:30, 10:30:15.123, 10.30 AM, 103015 behind a T; next is the token behind it.
func clockAt(toks []tok, i int) (clock string, next int, ok bool) {
	at := func(j int) tok {
		if j < len(toks) {
			return toks[j]
		}
		return tok{num: -1}
	}
	h := at(i)
	if h.num >= 0 && len(h.text) == 6 && i > 0 && toks[i-1].text == "t" {
		return h.text[:2] + ":" + h.text[2:4] + ":" + h.text[4:], i + 1, true
	}
	sep := at(i + 1).text
	if h.num < 0 || h.num > 23 || len(h.text) > 2 || !oneOf(sep, ":", ".", "h", "時", "时", "시") || at(i+1).num >= 0 {
		return "", 0, false
	}
	m := at(i + 2)
	if m.num < 0 || m.num > 59 || len(m.text) != 2 {
		return "", 0, false
	}
	next = i + 3
	seconds := ""
	if s := at(i + 4); at(i+3).text == ":" && len(s.text) == 2 && s.num >= 0 && s.num < 61 {
		seconds, next = ":"+s.text, i+5
		if at(next).text == "." && at(next+1).num >= 0 { // fractions
			next += 2
		}
	}
	hour := h.num
	half := at(next).text
	if oneOf(half, "a", "p") && at(next+1).text == "." && at(next+2).text == "m" { // a.m.
		half += "m"
		next += 2
	}
	switch {
	case oneOf(half, "am", "पूर्वाह्न", "एएम") && hour <= 12:
		hour %= 12
		next++
	case oneOf(half, "pm", "अपराह्न", "पीएम") && hour <= 12:
		hour = hour%12 + 12
		next++
	case sep == "." && !oneOf(half, "uhr", "बजे", "hrs"):
		return "", 0, false // 10.30 may be any number
	default:
		// the part of the day: a plain "10:30" after रात is 22:30
		for j := max(0, i-2); j < i; j++ {
			if hour < 12 && (oneOf(toks[j].text, "शाम", "दोपहर") && hour < 10 || toks[j].text == "रात" && hour >= 7) {
				hour += 12
				break
			}
		}
	}
	return fmt.Sprintf("%02d:%s%s", hour, m.text, seconds), next, true
}

// zoneNames are abbreviations of zones that mean one offset; IST is India's on Indian pages only.
var zoneNames = map[string]string{
	"z": "Z", "utc": "Z", "gmt": "Z", "est": "-05:00", "edt": "-04:00", "pst": "-08:00", "pdt": "-07:00",
	"cet": "+01:00", "cest": "+02:00", "jst": "+09:00", "kst": "+09:00", "msk": "+03:00", "npt": "+05:45",
}

func (l locale) zoneAt(toks []tok, i int) string {
	at := func(j int) tok {
		if j < len(toks) {
			return toks[j]
		}
		return tok{num: -1}
	}
	for at(i).text == "(" || at(i).text == "बजे" {
		i++
	}
	name := at(i).text
	if oneOf(name, "gmt", "utc") && oneOf(at(i+1).text, "+", "-") {
		i++
	}
	if sign := at(i).text; oneOf(sign, "+", "-", "−") {
		if sign == "−" {
			sign = "-"
		}
		h := at(i + 1)
		hour, minute := h.num, 0
		switch {
		case len(h.text) == 4:
			hour, minute = h.num/100, h.num%100
		case len(h.text) > 2 || h.num < 0:
			return ""
		case at(i+2).text == ":" && len(at(i+3).text) == 2:
			minute = at(i + 3).num
		}
		if hour > 14 || minute < 0 || minute > 59 {
			return ""
		}
		if hour == 0 && minute == 0 {
			return "Z"
		}
		return fmt.Sprintf("%s%02d:%02d", sign, hour, minute)
	}
	if name == "ist" {
		if l.indian() {
			return "+05:30"
		}
		return ""
	}
	return zoneNames[name]
}

// metaDate reads a date that a page gives to machines: any form that findDate knows, or seconds or milliseconds of Unix time.
func (l locale) metaDate(s string) (stamp, bool) {
	s = strings.TrimSpace(s)
	if n, err := strconv.ParseInt(s, 10, 64); err == nil && (len(s) == 10 || len(s) == 13) {
		if len(s) == 13 {
			n /= 1000
		}
		t := time.Unix(n, 0).UTC()
		d, ok := date(t.Year(), int(t.Month()), t.Day(), 0, 0)
		d.time, d.zone = t.Format(time.TimeOnly), "Z"
		return d, ok
	}
	return l.findDate(s)
}

// urlDate reads the day that an address has as a part of its path: /2024/04/29/, -2024-04-29, -20240429.
func urlDate(address string) (stamp, bool) {
	toks := dateTokens(address[:min(len(address), 300)])
	for i, t := range toks {
		if t.num < 0 {
			continue
		}
		if len(t.text) == 4 && i+4 < len(toks) && oneOf(toks[i+1].text, "/", "-") && toks[i+3].text == toks[i+1].text && len(toks[i+2].text) == 2 && len(toks[i+4].text) == 2 {
			if d, ok := date(t.num, toks[i+2].num, toks[i+4].num, 0, 0); ok {
				return d, true
			}
		}
		if len(t.text) == 8 {
			if d, ok := date(t.num/10000, t.num/100%100, t.num%100, 0, 0); ok && d.date >= "2000" {
				return d, true
			}
		}
	}
	return stamp{}, false
}

func oneOf(s string, those ...string) bool {
	for _, t := range those {
		if s == t {
			return true
		}
	}
	return false
}
