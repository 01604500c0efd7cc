// Dalbadal reads Hindi news and says, as JSON, who left which party, where,
// why, and for whom. Each command has a file of its own; root.go builds the
// tree of commands and errors.go knows messages and exit codes.
package main

import "os"

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
