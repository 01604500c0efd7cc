// Package rules holds the built-in rules: data, one file an act. Each rule
// carries its own examples and counterexamples; "dalbadal rules test" runs them.
package rules

import "embed"

// FS holds the rules files.
//
//go:embed *.yaml
var FS embed.FS
