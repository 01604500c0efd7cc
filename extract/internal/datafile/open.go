package datafile

import (
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"

	"github.com/dalbadal/dalbadal/extract/internal/fault"
)

// Open reads a file's text. shown is its name in faults.
func Open(fsys fs.FS, name, shown string) (Text, []fault.Fault) {
	bad := func(message, hint string) (Text, []fault.Fault) {
		return Text{}, []fault.Fault{{File: shown, Message: message, Hint: hint}}
	}
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return bad(cause(err), "")
	}
	if !info.Mode().IsRegular() {
		return bad("is no file", "take it out of the folder, or rename it")
	}
	if info.Size() > mostBytes {
		return bad(fmt.Sprintf("has %d MB", info.Size()>>20), fmt.Sprintf("a file of rules or words may have %d MB", mostBytes>>20))
	}
	raw, err := fs.ReadFile(fsys, name)
	if err != nil {
		return bad(cause(err), "")
	}
	if !utf8.Valid(raw) {
		line := 1
		for i, r := range string(raw) {
			if r == '\n' {
				line++
			} else if r == utf8.RuneError {
				if _, size := utf8.DecodeRune(raw[i:]); size == 1 {
					break
				}
			}
		}
		return Text{}, []fault.Fault{{File: shown, Line: line, Message: "is not UTF-8", Hint: "save it as UTF-8"}}
	}
	return Text{shown, strings.TrimPrefix(string(raw), "\ufeff")}, nil
}

func cause(err error) string {
	if pe, ok := err.(*fs.PathError); ok {
		err = pe.Err
	}
	return err.Error()
}
