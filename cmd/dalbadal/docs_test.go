package main

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"
)

var (
	block = regexp.MustCompile("(?s)```sh\n(dalbadal explain [^\n]*)\n```\n\n```text\n(.*?)```")
	line  = regexp.MustCompile(`\.yaml:\d+`)
)

// What docs/explain.md shows of a command's output is in it, line by line in that order. The line numbers of rules may differ, and … stands
// for the rest of a line.
func TestExplainDocs(t *testing.T) {
	raw, err := os.ReadFile("../../docs/explain.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := block.FindAllStringSubmatch(string(raw), -1)
	if len(blocks) != 2 {
		t.Fatalf("%d commands with their output", len(blocks))
	}
	for _, b := range blocks {
		args := strings.Fields(b[1])[1:]
		if command, quoted, ok := strings.Cut(b[1], " '"); ok {
			args = append(strings.Fields(command)[1:], strings.TrimSuffix(quoted, "'"))
		}
		for i := range args {
			args[i] = strings.Replace(args[i], "testdata/", "../../testdata/", 1)
		}
		var out, errs bytes.Buffer
		if code := run(args, strings.NewReader(""), &out, &errs); code != exitOK || errs.Len() > 0 {
			t.Fatalf("%s: exit code %d, %s", b[1], code, errs.String())
		}
		got := strings.Split(line.ReplaceAllString(out.String(), ".yaml"), "\n")
		for want := range strings.Lines(line.ReplaceAllString(b[2], ".yaml")) {
			want, rest := strings.CutSuffix(strings.TrimSuffix(want, "\n"), "…")
			at := 0
			for at < len(got) && got[at] != want && !(rest && strings.HasPrefix(got[at], want)) {
				at++
			}
			if at == len(got) {
				t.Errorf("%s does not print, or not there:\n%s", b[1], want)
				break
			}
			got = got[at+1:]
		}
	}
}
