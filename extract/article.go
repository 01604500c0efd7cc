package extract

// Article is one news article. Title and Text are kept exactly as given:
// evidence counts code points in them.
type Article struct {
	// ID names the article in records; it should be unique in a batch.
	ID string `json:"id"`
	// Source is where it was read from: a file name, with a record number for a file of many.
	Source string `json:"source,omitempty"`
	Title  string `json:"title,omitempty"`
	Text   string `json:"text"`
	// Published is the day of publication, ISO 8601. A time may follow; with its zone, the day is that in India.
	Published string `json:"published,omitempty"`
	URL       string `json:"url,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
}
