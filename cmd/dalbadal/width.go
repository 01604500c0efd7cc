package main

import "unicode"

// width counts the columns that a text takes on a terminal: marks above and below a letter take none.
func width(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			n++
		}
	}
	return n
}
