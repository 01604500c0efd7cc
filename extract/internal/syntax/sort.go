package syntax

import (
	"iter"
	"maps"
	"slices"
)

// sortLongest puts longer items first, keeping the order of equals.
func sortLongest[T any](list []T, length func(T) int) {
	slices.SortStableFunc(list, func(a, b T) int { return length(b) - length(a) })
}

// inOrder goes over m in order of key.
func inOrder[V any](m map[string]V) iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		for _, k := range slices.Sorted(maps.Keys(m)) {
			if !yield(k, m[k]) {
				return
			}
		}
	}
}
