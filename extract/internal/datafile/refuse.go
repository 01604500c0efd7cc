package datafile

import (
	"fmt"
	"strings"
)

// The message and hint of what YAML has and these files have not.
const (
	notRead = "&, *, << and ! of YAML are not read here"
	instead = "write the words themselves; put quotation marks around a text that begins so"
)

// refused finds the first place that the parser shall not see, for it takes the square of how many there are: brackets or lists
// too deep within one another, and what begins an anchor, alias or tag.
func refused(text string) (at Place, message, hint string) {
	line, depth := 0, 0
	for l := range strings.SplitSeq(text, "\n") {
		line++
		var quote rune
		marks, column := 0, 0
		first := true // of a value
		for _, r := range l {
			column++
			at = Place{line, column}
			switch {
			case quote != 0:
				if r == quote {
					quote = 0
				}
				continue
			case r == ' ' || r == '\t':
				continue
			case r == '#' && first:
				// a comment, or a text that begins so and needs quotation marks
			case (r == '"' || r == '\'') && first:
				quote = r
			case r == '[' || r == '{':
				depth++
			case r == ']' || r == '}':
				depth = max(0, depth-1)
			case (r == '&' || r == '*' || r == '!') && first:
				return at, notRead, instead
			}
			if r == '#' && first {
				break
			}
			first = strings.ContainsRune("[{,:-?", r)
			if r == '-' || r == '?' || r == ':' {
				marks++
			} else {
				marks = 0
			}
			if depth > mostDepth || marks > mostDepth {
				return at, "brackets or lists stand too deep within one another", fmt.Sprintf("no file needs more than %d levels", mostDepth)
			}
		}
	}
	return at, "", ""
}
