// Package lexicon holds the data files of the lexicon, for anyone to edit; SOURCES.md
// says where they come from. After a change run go generate ./... at the top.
package lexicon

import "embed"

//go:generate go run ../internal/lexicon/gen

// FS holds the data files.
//
//go:embed *.tsv *.yaml
var FS embed.FS

// Compiled is the compiled form of the TSVs.
//
//go:embed compiled.bin
var Compiled string
