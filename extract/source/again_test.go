package source

import "testing"

func TestPrintedSource(t *testing.T) {
	for object, want := range map[string]string{
		`{"id":"7","source":"dump/a.jsonl:3","title":"शीर्षक","text":"पाठ"}`: "dump/a.jsonl:3",
		`{"id":"7","source":"a\"b.txt","text":"पाठ"}`:                        `a"b.txt`,
		`{"id":"7","title":"शीर्षक","text":"पाठ","source":"जन प्रहरी"}`:      "", // an outlet
		`{"id":"7", "source": "जन प्रहरी", "text": "पाठ"}`:                   "",
		`{"id":7,"source":"जन प्रहरी","text":"पाठ"}`:                         "",
		`{"id":"7","source":{"name":"जन प्रहरी"},"text":"पाठ"}`:              "",
		`{"id":"7","source":"जन प्रहरी","author":"क","text":"पाठ"}`:          "",
		`{"id":"7","source":"\x","text":"पाठ"}`:                              "",
		"{\"id\":\"7\",\"source\":\"\xff\",\"text\":\"पाठ\"}":                "",
		`{"id":"7","source":"a`: "",
		`{"id":"7`:              "",
		``:                      "",
	} {
		if got := printedSource([]byte(object)); got != want {
			t.Errorf("%s: %q, not %q", object, got, want)
		}
	}
}
