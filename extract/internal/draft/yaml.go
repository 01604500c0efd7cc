package draft

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// YAML writes the draft as an entry of a rules file. Its gloss is to be filled in, and so is the counterexample where counter is "".
func (r *Rule) YAML(counter string) string {
	var b strings.Builder
	list := func(key string, words ...string) {
		if len(words) == 0 || words[0] == "" {
			return
		}
		for i, w := range words {
			if words[i] = plain(w); strings.Contains(w, "+") {
				words[i] = quote(w)
			}
		}
		fmt.Fprintf(&b, "  %s: [%s]\n", key, strings.Join(words, ", "))
	}
	flag := func(key string, is bool) {
		if is {
			fmt.Fprintf(&b, "  %s: true\n", key)
		}
	}
	fmt.Fprintf(&b, "- id: %s\n  gloss:  # what the rule means, in English\n  act: %s\n", plain(r.ID), r.Act)
	list("host", r.Host)
	list("verb", r.Verb)
	flag("verbless", r.Verbless)
	list("who", slices.Clone(r.Who)...)
	list("party", slices.Clone(r.Party)...)
	list("link", r.Link)
	list("receiver", slices.Clone(r.Receiver)...)
	flag("generic", r.Generic)
	if r.Symbol {
		b.WriteString("  symbol: \"yes\"\n")
	}
	flag("beside", r.Beside)
	b.WriteString("  examples:\n    - {text: " + quote(r.Text))
	if r.Title {
		b.WriteString(", title: true")
	}
	for _, v := range [][2]string{{"who", r.Name}, {"left", r.Left}, {"joined", r.Joined}, {"status", r.Status}} {
		if v[1] != "" {
			fmt.Fprintf(&b, ", %s: %s", v[0], plain(v[1]))
		}
	}
	b.WriteString("}\n  counterexamples:\n    - " + quote(counter))
	if counter == "" {
		b.WriteString("  # a sentence with the same words that tells of no such move")
	}
	b.WriteString("\n")
	return b.String()
}

// quote writes a text in the quotation marks of YAML.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range strings.ToValidUTF8(s, "\ufffd") {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case special(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// special says whether YAML takes a character for white space, the end of a line or nothing at all.
func special(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == '\u00a0'
}

// plain writes a word without quotation marks where YAML reads it as it is.
func plain(s string) string {
	switch strings.ToLower(s) {
	case "true", "false", "null", "yes", "no", "on", "off":
		return quote(s)
	}
	if s == "" || !utf8.ValidString(s) || strings.ContainsAny(s, `,:{}[]&*#?|-<>=!%@\"'`+"`~") || strings.ContainsFunc(s, special) || s[0] <= '9' {
		return quote(s)
	}
	return s
}

// Grammar gives the lines that grammar.yaml lacks for the draft, none where it lacks nothing.
func (r *Rule) Grammar() (lines []string) {
	if r.NewHost {
		lines = append(lines, "hosts:", "  "+plain(r.Host)+": ["+plain(r.Host)+"]")
	}
	if r.NewVerb {
		lines = append(lines, "verbs: ["+plain(r.Verb)+"]")
	}
	return lines
}
