// Dalbadal reads Hindi news and says, as JSON, who left which party, where,
// why, and for whom. Each command has a file of its own; root.go builds the
// tree of commands and errors.go knows messages and exit codes.
package main

import (
	"os"
	"runtime/debug"
)

func main() {
	if os.Getenv("GOGC") == "" {
		// What is allocated at the start, 10 MB, are rules and word lists, and stays: one article needs no collection at all.
		debug.SetGCPercent(300)
	}
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
