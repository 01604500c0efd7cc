package calendar

import "testing"

func TestInIndia(t *testing.T) {
	for in, want := range map[string]string{
		"2024-04-02": "2024-04-02", "2024-04-02T20:00:00Z": "2024-04-03", "2024-04-02T18:00:00+00:00": "2024-04-02",
		"2024-04-03T01:30:00+05:30": "2024-04-03", "2024-04-02T20:00": "2024-04-02T20:00", "": "", "2019-07": "2019-07", "Mon, 02 Apr": "", "1712083200": "", "2019": "2019",
	} {
		if got := InIndia(in); got != want {
			t.Errorf("%q: %q, not %q", in, got, want)
		}
	}
}
