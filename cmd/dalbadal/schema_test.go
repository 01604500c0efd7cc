package main

import (
	"bytes"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/dalbadal/dalbadal/extract"
)

// fullRecord has a value in every field.
func fullRecord() *extract.Record {
	leg := func(party, name string) *extract.Leg {
		return &extract.Leg{Party: party, Name: name, Status: extract.Done, Basis: "stated", By: "सपा"}
	}
	return &extract.Record{
		Schema: extract.Schema, ID: "6f1c",
		Doc:  extract.Doc{ID: "hathras", Source: "hathras.txt", Title: "शीर्षक", Published: "2024-04-29"},
		Kind: extract.Switch,
		Who:  extract.Who{Name: "अमर सिंह यादव", Aliases: []string{"अमर सिंह"}, Role: "पूर्व विधायक", Office: "MLA", Former: true},
		With: []extract.Companion{{Text: "200 कार्यकर्ता", Count: 200}},
		Left: leg("SP", "समाजवादी पार्टी"), Joined: leg("BSP", "बहुजन समाज पार्टी"),
		Where:  []extract.Place{{Name: "सिकंदराराऊ", Type: "assembly", Relation: "seat", District: "हाथरस", State: "UP", Candidates: []string{"x"}}},
		Why:    []extract.Reason{{Reason: "neglect", Text: "अनदेखी", By: "self"}},
		When:   &extract.When{Date: "2024-04-28", Precision: "day", Text: "बीते दिन", Basis: "relative"},
		Return: true, Background: true, Flags: []string{"title-body-conflict"}, Confidence: 0.93,
		Evidence: []extract.Evidence{{Slot: "joined", Rule: "join.daman", In: "text", Start: 412, End: 431, Text: "बसपा का दामन थाम लिया"}},
	}
}

func TestSchema(t *testing.T) {
	schema := compileSchema(t)
	for _, c := range []struct {
		what   string
		change func(*extract.Record)
		ok     bool
	}{
		{"a full record", func(*extract.Record) {}, true},
		{"the least record", func(r *extract.Record) {
			*r = extract.Record{Schema: r.Schema, ID: r.ID, Doc: extract.Doc{ID: "a"}, Kind: extract.Exit, Who: extract.Who{Name: "x"}, Left: r.Left, Evidence: r.Evidence}
		}, true},
		{"a group", func(r *extract.Record) { r.Who = extract.Who{Group: "कार्यकर्ता", Count: 200} }, true},
		{"an expulsion with a party guessed", func(r *extract.Record) { r.Kind, r.Joined.Status = extract.Expulsion, extract.Rumoured }, true},
		{"nobody", func(r *extract.Record) { r.Who = extract.Who{} }, false},
		{"a person and a group", func(r *extract.Record) { r.Who.Group = "x" }, false},
		{"no evidence", func(r *extract.Record) { r.Evidence = nil }, false},
		{"an unknown kind", func(r *extract.Record) { r.Kind = "merger" }, false},
		{"an unknown status", func(r *extract.Record) { r.Left.Status = "maybe" }, false},
		{"an unknown reason", func(r *extract.Record) { r.Why[0].Reason = "weather" }, false},
		{"a switch with one party", func(r *extract.Record) { r.Joined = nil }, false},
		{"an exit with a destination", func(r *extract.Record) { r.Kind = extract.Exit }, false},
		{"a join with a party left", func(r *extract.Record) { r.Kind = extract.Join }, false},
		{"a suspension from nothing", func(r *extract.Record) { r.Kind, r.Left = extract.Suspension, nil }, false},
		{"an empty party", func(r *extract.Record) { r.Left.Party = "" }, false},
		{"more than sure", func(r *extract.Record) { r.Confidence = 1.5 }, false},
		{"a date that is none", func(r *extract.Record) { r.When.Date = "कल" }, false},
	} {
		r := fullRecord()
		c.change(r)
		var b bytes.Buffer
		writeJSON(&b, r)
		value, err := jsonschema.UnmarshalJSON(&b)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); (err == nil) != c.ok {
			t.Errorf("%s: %v", c.what, err)
		}
	}
}
