package page

import "testing"

// BenchmarkRead reads every page of testdata/pages.
func BenchmarkRead(b *testing.B) {
	all := fixtures(b)
	size := 0
	for _, f := range all {
		size += len(f.raw)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, f := range all {
			if _, err := Read(f.raw, f.ContentType); err != nil {
				b.Fatal(err)
			}
		}
	}
}
