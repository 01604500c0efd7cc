package source

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/dalbadal/dalbadal/extract"
	"github.com/dalbadal/dalbadal/extract/internal/devanagari"
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

// fields finds the parts of an article among the keys of a JSON object. It is
// safe for concurrent use.
type fields struct {
	places map[string]place // by key: in lower case, or as given where chosen
	chosen [nFields]string
}

type place struct {
	field, rank int
	exact       bool // the key's case counts
}

func newFields(opt Options) *fields {
	f := &fields{places: map[string]place{}}
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
		}
	}
	return f
}

func (f *fields) place(key string) (place, bool) {
	if p, ok := f.places[key]; ok {
		return p, true
	}
	p, ok := f.places[strings.ToLower(key)]
	return p, ok && !p.exact
}

// value is a field as found: its key, and its raw JSON.
type value struct {
	key  string
	raw  []byte
	rank int
}

// article makes an article of a JSON object. Of several names for one field the
// likeliest with something in it is taken.
func (f *fields) article(object []byte) (a extract.Article, err error) {
	var found [nFields]value
	err = scanObject(object, func(key string, raw []byte) {
		p, ok := f.place(key)
		if !ok || string(raw) == "null" || string(raw) == `""` {
			return
		}
		if old := &found[p.field]; old.raw == nil || p.rank <= old.rank {
			*old = value{key, raw, p.rank}
		}
	})
	if err != nil {
		return a, err
	}

	text := found[fieldText]
	switch {
	case text.raw == nil && f.chosen[fieldText] != "":
		return a, fmt.Errorf("no text: the field %q is missing or empty", f.chosen[fieldText])
	case text.raw == nil:
		return a, errors.New("no text: none of the fields text, body, content, article … has any; name the field with --text-field")
	}
	if a.Text, err = text.prose(); err == nil {
		err = readable(a.Text)
	}
	if err != nil {
		return a, err
	}
	if a.Title, err = found[fieldTitle].prose(); err != nil {
		return a, err
	}
	if a.ID, err = found[fieldID].identifier(); err != nil {
		return a, err
	}
	a.URL, _ = found[fieldURL].text()
	a.Outlet, _ = found[fieldOutlet].text()
	a.Published, err = found[fieldDate].date()
	if err != nil {
		return a, &Warning{err}
	}
	return a, nil
}

// text is the value of a field that holds a string; "" for an absent field.
func (v value) text() (string, error) {
	if v.raw == nil {
		return "", nil
	}
	if v.raw[0] != '"' {
		return "", v.fault("is %s, not a string", jsonType(v.raw))
	}
	s, err := unquote(v.raw)
	if err != nil {
		return "", v.fault("%w", err)
	}
	if !utf8.ValidString(s) {
		return "", v.fault("is not valid UTF-8; convert the file to UTF-8")
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
	if v.raw != nil && (v.raw[0] == '-' || '0' <= v.raw[0] && v.raw[0] <= '9') {
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
	"2006/01/02", "2006/01/02 15:04:05", "20060102",
	"2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "January 2 2006", "Jan 2 2006",
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
