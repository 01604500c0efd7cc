package extract

import (
	"bytes"
	"os"
	"regexp"
	"testing"
)

// The built-in rules and word lists have no faults.
func TestCheckBuiltin(t *testing.T) {
	faults, err := Check()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		t.Errorf("%s\n%s", f, f.Excerpt)
	}
}

// Every list of the two files of words is told in docs/rules.md.
func TestListsAreDocumented(t *testing.T) {
	doc, err := os.ReadFile("../docs/rules.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"status.yaml", "grammar.yaml"} {
		data, err := os.ReadFile("lexicon/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range regexp.MustCompile(`(?m)^([a-z_]+):`).FindAllSubmatch(data, -1) {
			if !bytes.Contains(doc, []byte("`"+string(key[1])+"`")) {
				t.Errorf("docs/rules.md does not tell what %s in %s does", key[1], name)
			}
		}
	}
}
