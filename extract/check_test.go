package extract

import "testing"

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
