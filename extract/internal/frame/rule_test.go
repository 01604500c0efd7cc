package frame

import (
	"testing"
	"testing/fstest"
)

func FuzzLoad(f *testing.F) {
	f.Add([]byte("- id: a.b\n  act: join\n  verb: [थाम]\n  who: [ने]\n  examples: [{text: क}]\n"))
	f.Add([]byte("- !0 #"))
	f.Add([]byte("a: b"))
	f.Fuzz(func(t *testing.T, data []byte) {
		rules, faults := Load(fstest.MapFS{"x.yaml": {Data: data}})
		if rules == nil && len(faults) == 0 {
			t.Error("neither rules nor faults")
		}
		for _, fault := range faults {
			if fault.Message == "" {
				t.Errorf("a fault without a message: %+v", fault)
			}
		}
	})
}
