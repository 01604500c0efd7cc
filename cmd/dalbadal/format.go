package main

import (
	"bytes"
	"encoding/csv"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/dalbadal/dalbadal/extract"
)

// format is a form of output: what stands before, between and after records,
// and how one is written.
type format struct {
	frame
	write func(*bytes.Buffer, *extract.Record)
}

var formats = map[string]*format{
	"jsonl": {write: writeLine},
	"json":  {frame{head: "[", between: ",", tail: "\n]\n"}, writeElement},
	"csv":   {frame{head: strings.Join(columns, ",") + "\n"}, writeRow},
}

func formatNames() []string { return slices.Sorted(maps.Keys(formats)) }

func writeLine(b *bytes.Buffer, r *extract.Record) { writeJSON(b, r) }

func writeElement(b *bytes.Buffer, r *extract.Record) {
	b.WriteByte('\n')
	writeJSON(b, r)
	b.Truncate(b.Len() - 1) // the comma comes on the same line
}

var columns = []string{"doc", "kind", "who", "role", "left", "left_status", "joined", "joined_status",
	"where", "why", "when", "return", "background", "confidence"}

func writeRow(b *bytes.Buffer, r *extract.Record) {
	who := r.Who.Name
	if r.Who.Group != "" {
		who = r.Who.Group
	}
	leg := func(l *extract.Leg) (party, status string) {
		if l == nil {
			return "", ""
		}
		return l.Party, string(l.Status)
	}
	left, leftStatus := leg(r.Left)
	joined, joinedStatus := leg(r.Joined)
	var where, why []string
	for _, p := range r.Where {
		where = append(where, p.Name)
	}
	for _, w := range r.Why {
		why = append(why, w.Reason)
	}
	when := ""
	if r.When != nil {
		when = r.When.Date
	}
	w := csv.NewWriter(b)
	// A bytes.Buffer takes everything.
	_ = w.Write([]string{r.Doc.ID, string(r.Kind), who, r.Who.Role, left, leftStatus, joined, joinedStatus,
		strings.Join(where, ";"), strings.Join(why, ";"), when,
		strconv.FormatBool(r.Return), strconv.FormatBool(r.Background), strconv.FormatFloat(r.Confidence, 'f', -1, 64)})
	w.Flush()
}
