package syntax

import "slices"

// sortLongest puts longer items first, keeping the order of equals.
func sortLongest[T any](list []T, length func(T) int) {
	slices.SortStableFunc(list, func(a, b T) int { return length(b) - length(a) })
}
