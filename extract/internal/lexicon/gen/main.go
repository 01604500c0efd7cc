// Command gen writes compiled.bin from the TSV files in the current directory.
// It is run by go generate in extract/lexicon. To make it build when compiled.bin is
// lost, make an empty file of that name first.
package main

import (
	"fmt"
	"os"

	"github.com/dalbadal/dalbadal/extract/internal/lexicon"
)

func main() {
	raw, err := lexicon.Compile(os.DirFS("."))
	if err == nil {
		err = os.WriteFile(lexicon.Compiled, raw, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
