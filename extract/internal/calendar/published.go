package calendar

import "time"

// india is the zone in which the news tells its days.
var india = time.FixedZone("IST", 5*3600+1800)

// InIndia gives the day in India of a time that tells its zone: "2024-04-02T20:00:00Z" is there on April 3. Other days stay as they
// are, and what begins with no year is none: "".
func InIndia(published string) string {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02 15:04:05Z07:00"} {
		if t, err := time.Parse(layout, published); err == nil {
			return t.In(india).Format(time.DateOnly)
		}
	}
	if len(published) < len("2006") {
		return ""
	}
	for _, d := range published[:len("2006")] {
		if d < '0' || d > '9' {
			return ""
		}
	}
	if len(published) > len("2006") && published[len("2006")] != '-' {
		return ""
	}
	return published
}
