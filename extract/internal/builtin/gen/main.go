// Command gen writes compiled.bin in the current directory. It is run by go
// generate in extract/internal/builtin. To make it build when compiled.bin is
// lost, make an empty file of that name first.
package main

import (
	"fmt"
	"os"

	"github.com/dalbadal/dalbadal/extract/internal/builtin"
)

func main() {
	raw, err := builtin.Compile()
	if err == nil {
		err = os.WriteFile("compiled.bin", []byte(raw), 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
