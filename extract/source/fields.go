package source

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/dalbadal/dalbadal/extract"
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
	"github.com/dalbadal/dalbadal/extract/internal/page"
)

// usualNames are the names that dumps give the fields of an article, in lower
// case, the likeliest first.
var usualNames = [nFields][]string{
	fieldText:   {"text", "body", "content", "article", "articlebody", "article_body", "article_text", "full_text", "fulltext", "maintext", "main_text", "story", "news"},
	fieldTitle:  {"title", "headline", "heading", "headlines"},
	fieldID:     {"id", "_id", "doc_id", "docid", "article_id", "articleid", "guid", "uuid", "uid"},
	fieldDate:   {"published", "date", "datepublished", "date_published", "published_at", "publishedat", "published_date", "publish_date", "date_publish", "publication_date", "pubdate", "pub_date"},
	fieldURL:    {"url", "link", "canonical_url", "source_url"},
	fieldOutlet: {"outlet", "publisher", "newspaper", "site_name", "source_name", "source_domain", "site", "domain"},
}

const (
	fieldText = iota
	fieldTitle
	fieldID
	fieldDate
	fieldURL
	fieldOutlet
	nFields
)

// usualObjects are the names of objects that hold a part of the article; others, such as the
// publisher's or a picture's, have names and addresses of their own.
var usualObjects = map[string]bool{
	"data": true, "article": true, "_source": true, "attributes": true, "fields": true, "doc": true, "document": true, "item": true,
	"post": true, "news": true, "story": true, "entry": true, "record": true, "result": true, "payload": true, "properties": true,
	"meta": true, "metadata": true,
}

// fields finds the parts of an article among the keys of a JSON object, or the columns of a table. It is
// safe for concurrent use.
type fields struct {
	places map[string]place // by key: in lower case, or as given where chosen
	chosen [nFields]string
	paths  []path
	max    int // bytes of an article
}

type place struct {
	field, rank int
	exact       bool // the key's case counts
}

// path is a chosen name that can be one of a field in an object within the object.
type path struct {
	field int
	name  string
}

func newFields(opt Options) *fields {
	f := &fields{places: map[string]place{}, max: opt.MaxBytes}
	f.chosen = [nFields]string{fieldText: opt.TextField, fieldTitle: opt.TitleField, fieldID: opt.IDField, fieldDate: opt.DateField}
	for field, names := range usualNames {
		if f.chosen[field] != "" {
			continue
		}
		for rank, name := range names {
			f.places[name] = place{field: field, rank: rank}
		}
	}
	for field, name := range f.chosen {
		if name != "" {
			f.places[name] = place{field: field, exact: true}
			if strings.Contains(name, ".") {
				f.paths = append(f.paths, path{field, name})
			}
		}
	}
	return f
}

func (f *fields) place(key []byte) (place, bool) {
	if p, ok := f.places[string(key)]; ok {
		return p, true
	}
	var space [32]byte
	if len(key) > len(space) { // longer than any usual name
		return place{}, false
	}
	p, ok := f.places[string(lower(space[:0], key))]
	return p, ok && !p.exact
}

// lower appends b in lower case; the usual names are ASCII.
func lower(out, b []byte) []byte {
	for _, c := range b {
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		out = append(out, c)
	}
	return out
}

// value is a field as found.
type value struct {
	key  []byte
	raw  []byte // JSON; text where it is a cell of a table
	cell bool
	rank int
}

// parts are the values of an article.
type parts [nFields]value

// put takes a value for a field where it is likelier than the one that is there.
func (v *parts) put(field int, new value) {
	if string(new.raw) == "null" || string(new.raw) == `""` {
		return
	}
	old := &v[field]
	likelier := new.rank <= old.rank
	if old.nested() != new.nested() {
		likelier = old.nested()
	}
	if old.raw == nil || likelier {
		*old = new
	}
}

func (v *parts) full() bool {
	for i := range v {
		if v[i].raw == nil {
			return false
		}
	}
	return true
}

// nested says whether a value is an object or a list.
func (v value) nested() bool {
	return !v.cell && len(v.raw) > 0 && (v.raw[0] == '{' || v.raw[0] == '[')
}

// object makes an article of a JSON object. Of several names for one field the
// likeliest with something in it is taken. What is not in the object itself is looked for in the objects in it.
func (f *fields) object(object []byte) (a extract.Article, err error) {
	var v parts
	var space [8]value
	within := space[:0]
	m := membersOf(object)
	for key, raw, ok := m.next(); ok; key, raw, ok = m.next() {
		if p, ok := f.place(key); ok {
			v.put(p.field, value{key: key, raw: raw, rank: p.rank})
		}
		if raw[0] == '{' {
			if len(within) < maxWithin {
				within = append(within, value{key: key, raw: raw})
			}
			for _, p := range f.paths {
				if rest, ok := strings.CutPrefix(p.name, string(key)+"."); ok {
					f.follow(&v, p.field, raw, rest)
				}
			}
		}
	}
	if m.faulty {
		return a, syntaxFault(object)
	}
	if len(within) > 0 && !v.full() {
		f.lookWithin(&v, within)
	}
	return f.article(&v)
}

// maxWithin is in how many objects of one object something is looked for.
const maxWithin = 64

// follow looks for the rest of a path in an object.
func (f *fields) follow(v *parts, field int, object []byte, rest string) {
	m := membersOf(object)
	for key, raw, ok := m.next(); ok; key, raw, ok = m.next() {
		if string(key) == rest {
			v.put(field, value{key: []byte(f.chosen[field]), raw: raw, rank: 1})
		} else if deeper, ok := strings.CutPrefix(rest, string(key)+"."); ok && raw[0] == '{' {
			f.follow(v, field, raw, deeper)
		}
	}
}

// lookWithin fills what is missing with the usual fields of the object in which the text is, and of those that
// hold a part of the article by their name.
func (f *fields) lookWithin(v *parts, within []value) {
	home, best := -1, value{}
	if f.chosen[fieldText] == "" && (v[fieldText].raw == nil || v[fieldText].nested()) {
		for i := range within {
			inner := f.usual(within[i].raw)
			if text := inner[fieldText]; text.raw != nil && text.raw[0] == '"' && (home < 0 || text.rank < best.rank) {
				home, best = i, text
			}
		}
	}
	if home >= 0 {
		v[fieldText] = best
		v.fill(f.usual(within[home].raw))
	}
	for i := range within {
		var space [32]byte
		if key := within[i].key; i != home && len(key) <= len(space) && usualObjects[string(lower(space[:0], key))] {
			inner := f.usual(within[i].raw)
			inner[fieldText] = value{} // the text of another thing, where this one has its own or none
			v.fill(inner)
		}
	}
}

// usual are the fields of an object by their usual names.
func (f *fields) usual(object []byte) (v parts) {
	m := membersOf(object)
	for key, raw, ok := m.next(); ok; key, raw, ok = m.next() {
		if p, ok := f.place(key); ok && !p.exact {
			v.put(p.field, value{key: key, raw: raw, rank: p.rank})
		}
	}
	return v
}

// fill takes what is missing from another object.
func (v *parts) fill(from parts) {
	for i := range v {
		if v[i].raw == nil && !from[i].nested() {
			v[i] = from[i]
		}
	}
}

// article makes an article of its values.
func (f *fields) article(v *parts) (a extract.Article, err error) {
	text := v[fieldText]
	switch {
	case text.raw == nil && f.chosen[fieldText] != "":
		return a, fmt.Errorf("no text: the field %q is missing or empty", f.chosen[fieldText])
	case text.raw == nil:
		return a, errors.New("no text: none of the fields text, body, content, article … has any; name the field with --text-field")
	}
	for _, part := range v {
		if !part.nested() && len(part.raw) > 6*f.max+2 { // \u0020 is six bytes for one
			return a, tooLong(f.max)
		}
	}
	if a.Text, err = text.prose(); err == nil {
		err = readable(a.Text)
	}
	if err != nil {
		return a, err
	}
	// what is wrong beside the text is told, and left out
	var wrong [3]error
	if a.Title, wrong[0] = v[fieldTitle].prose(); len(a.Title)+len(a.Text) > f.max {
		return a, tooLong(f.max)
	}
	a.ID, wrong[1] = v[fieldID].identifier()
	a.URL, _ = v[fieldURL].text()
	a.Outlet, _ = v[fieldOutlet].text()
	a.Published, wrong[2] = v[fieldDate].date()
	if err := cmp.Or(wrong[:]...); err != nil {
		return a, &Warning{err}
	}
	return a, nil
}

// unmark reads the HTML that the fields of an article may be in.
func unmark(a *extract.Article) error {
	a.Title, a.Text = page.Fragment(a.Title), page.Fragment(a.Text)
	return readable(a.Text)
}

// text is the value of a field that holds a string; "" for an absent field.
func (v value) text() (string, error) {
	if v.raw == nil {
		return "", nil
	}
	if !validUTF8(v.raw) { // as the text is then: escapes are of ASCII
		return "", v.fault("is not valid UTF-8; convert the file to UTF-8")
	}
	if v.cell {
		return string(v.raw), nil
	}
	raw := v.raw
	if raw[0] == '{' {
		if within := stringWithin(raw); within != nil {
			raw = within
		}
	}
	if raw[0] != '"' {
		return "", v.fault("is %s, not a string", jsonType(raw))
	}
	s, err := unquote(raw)
	if err != nil {
		return "", v.fault("%w", err)
	}
	return s, nil
}

// prose is text in Hindi: a damaged encoding is undone where it can be.
func (v value) prose() (string, error) {
	s, err := v.text()
	if err != nil || s == "" {
		return "", err
	}
	if s, err = devanagari.DecodeString(s); err != nil {
		return "", v.fault("%w", err)
	}
	return s, nil
}

// identifier is a string or a number, as it is written.
func (v value) identifier() (string, error) {
	if v.raw != nil && !v.cell && (v.raw[0] == '-' || '0' <= v.raw[0] && v.raw[0] <= '9') {
		if !json.Valid(v.raw) {
			return "", v.fault("is not a JSON number")
		}
		return string(v.raw), nil
	}
	return v.text()
}

// dateLayouts are the forms of a date that can be read in one way only, beside ISO 8601.
var dateLayouts = []string{
	time.RFC1123Z, time.RFC1123, time.RFC850, time.ANSIC, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST",
	"2006-1-2", "2006/01/02", "2006/01/02 15:04:05", "20060102",
	"2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "January 2 2006", "Jan 2 2006",
}

// stringWithin is the string that stands for an object: of WordPress, {"rendered": "…"}, of MongoDB, {"$oid": "…"}. nil is none.
func stringWithin(object []byte) []byte {
	m := membersOf(object)
	for key, raw, ok := m.next(); ok; key, raw, ok = m.next() {
		switch string(key) {
		case "rendered", "$oid", "$date":
			if raw[0] == '"' {
				return raw
			}
		}
	}
	return nil
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// date is the day of publication: a date of ISO 8601, with or without a time, stays as it is;
// another becomes one.
func (v value) date() (string, error) {
	s, err := v.text()
	if err != nil {
		return "", err
	}
	s = strings.TrimSpace(s)
	if s == "" {
		return "", nil
	}
	if len(s) >= 10 && (len(s) == 10 || s[10] == 'T' || s[10] == ' ') {
		if _, err := time.Parse(time.DateOnly, s[:10]); err == nil {
			return s, nil
		}
	}
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly), nil
		}
	}
	if date, ok := page.Date(s); ok && !isASCII(s) {
		return date, nil // "२ अप्रैल २०२४"
	}
	if len(s) > 40 {
		s = string([]rune(s)[:min(40, utf8.RuneCountInString(s))]) + "…"
	}
	return "", v.fault("is no date that can be read: %q; write it as 2024-04-29", s)
}

func (v value) fault(format string, args ...any) error {
	return fmt.Errorf("the field %q %w", v.key, fmt.Errorf(format, args...))
}

func jsonType(raw []byte) string {
	switch raw[0] {
	case '{':
		return "an object"
	case '[':
		return "a list"
	case 't', 'f':
		return "true or false"
	}
	return "a number"
}
