package builtin

import (
	"reflect"
	"testing"
	"testing/fstest"
)

// A folder whose files are empty changes nothing: the parts read anew are those of the compiled form.
func TestAddNothing(t *testing.T) {
	want, err := Load(true)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Load(true)
	if err != nil {
		t.Fatal(err)
	}
	dir := fstest.MapFS{}
	for _, f := range Files {
		dir[f] = &fstest.MapFile{Data: []byte("# nothing\n")}
	}
	if faults := got.Add([]Layer{{"dir", dir}, {"again", dir}}); len(faults) > 0 {
		t.Fatal(faults)
	}
	for what, pair := range map[string][2]any{
		"grammar": {got.Grammar, want.Grammar}, "status": {got.Status, want.Status}, "words": {got.Words, want.Words}, "reasons": {got.Reasons, want.Reasons},
	} {
		if !reflect.DeepEqual(pair[0], pair[1]) {
			t.Errorf("%s differs", what)
		}
	}
}
