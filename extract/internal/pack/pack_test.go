package pack

import (
	"errors"
	"reflect"
	"testing"
)

type letter string

type inner struct {
	Name   letter
	On     bool
	N      int
	Bits   []uint64
	Weight float64
	hidden int
}

type outer struct {
	Lists map[string][]string
	Ints  map[int][]string
	Inner []inner
	By    map[string]inner
	Nil   []string
	Empty []string
	NoMap map[string]bool
	Small []int32
}

func sample() outer {
	return outer{
		Lists: map[string][]string{"ख": {"a", "b", "a"}, "क": nil, "ग": {}},
		Ints:  map[int][]string{-3: {"x"}, 1 << 40: {"a"}},
		Inner: []inner{{Name: "दल", On: true, N: -1, Bits: []uint64{0, 1<<64 - 1}, Weight: 0.9}, {}},
		By:    map[string]inner{"1": {N: 1, Bits: []uint64{7}}, "2": {}},
		Empty: []string{},
		Small: []int32{-1 << 31, 1<<31 - 1},
	}
}

func TestRoundTrip(t *testing.T) {
	want := sample()
	raw, err := Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got outer
	if err := Unmarshal(raw, &got); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %#v\nwant %#v", got, want)
	}
	again, _ := Marshal(sample())
	if again != raw {
		t.Error("the same value gives other bytes")
	}
	var other struct{ Lists map[string][]string }
	if err := Unmarshal(raw, &other); !errors.Is(err, ErrForm) {
		t.Errorf("another type: %v", err)
	}
	for n := range raw {
		if err := Unmarshal(raw[:n], &outer{}); !errors.Is(err, ErrForm) {
			t.Fatalf("cut at %d: %v", n, err)
		}
	}
}

func TestUnexportedIsLeftOut(t *testing.T) {
	raw, _ := Marshal(inner{N: 2, hidden: 3})
	var got inner
	if err := Unmarshal(raw, &got); err != nil || got.N != 2 || got.hidden != 0 {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestNoPlainData(t *testing.T) {
	if _, err := Marshal(struct{ F func() }{}); err == nil {
		t.Error("a func was taken")
	}
	if _, err := Marshal(map[bool]string{}); err == nil {
		t.Error("a key of type bool was taken")
	}
}

func FuzzUnmarshal(f *testing.F) {
	raw, _ := Marshal(sample())
	f.Add(raw)
	f.Fuzz(func(t *testing.T, raw string) {
		var v outer
		_ = Unmarshal(raw, &v)
	})
}
