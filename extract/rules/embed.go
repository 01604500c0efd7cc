// Package rules holds the built-in rules: data, one file an act. Each rule
// carries its own examples and counterexamples; "dalbadal rules test" runs them.
// After a change run go generate ./... at the top, which compiles the rules ahead.
package rules

import "embed"

// FS holds the rules files.
//
//go:embed *.yaml
var FS embed.FS
