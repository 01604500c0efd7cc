package builtin

import (
	"reflect"
	"testing"

	"github.com/dalbadal/dalbadal/extract/internal/pack"
)

func TestCompiledIsUpToDate(t *testing.T) {
	want, err := Compile()
	if err != nil {
		t.Fatal(err)
	}
	if compiled != want {
		t.Error("compiled.bin is not what the YAML files give: run go generate ./...")
	}
}

// The compiled form gives the same data as the YAML files, part by part.
func TestCompiledIsTheYAML(t *testing.T) {
	raw, err := Compile()
	if err != nil {
		t.Fatal(err)
	}
	var sections []section
	if err := pack.Unmarshal(raw, &sections); err != nil {
		t.Fatal(err)
	}
	same(t, rulesPart, sections)
	same(t, grammarPart, sections)
	same(t, statusPart, sections)
	same(t, wordsPart, sections)
	same(t, reasonsPart, sections)
}

func same[T any](t *testing.T, p part[T], sections []section) {
	t.Helper()
	for _, s := range sections {
		if s.Name != p.name {
			continue
		}
		fast, err := p.fast(s.Data)
		if err != nil {
			t.Fatalf("%s: %v", p.name, err)
		}
		slow, err := p.slow()
		if err != nil {
			t.Fatalf("%s: %v", p.name, err)
		}
		if !reflect.DeepEqual(fast, slow) {
			t.Errorf("%s: the compiled form gives other data than the YAML", p.name)
		}
		return
	}
	t.Errorf("%s is not in the compiled form", p.name)
}

// A compiled form that is lost or made of other YAML is passed over.
func TestStale(t *testing.T) {
	for _, sections := range [][]section{nil, {{Name: "rules"}, {Name: "grammar", Data: "x"}}} {
		s, err := load(sections, true)
		if err != nil {
			t.Fatal(err)
		}
		if len(s.Rules.All) == 0 || s.Grammar == nil || s.Status == nil || s.Words == nil || s.Reasons == nil {
			t.Errorf("%+v", s)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(true); err != nil {
			b.Fatal(err)
		}
	}
}
