package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestGuide does what the guide for rule writers says: it writes the files that its blocks name and runs its commands, each of which
// must print what stands below it. -update writes what was printed into the guide.
func TestGuide(t *testing.T) {
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no sh here, which the commands of the guide are run with")
	}
	const name = "../../docs/writing-rules.md"
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	lines := strings.Split(string(raw), "\n")
	var out []string
	commands := 0
	for i := 0; i < len(lines); i++ {
		kind, isBlock := strings.CutPrefix(lines[i], "```")
		out = append(out, lines[i])
		if !isBlock {
			continue
		}
		first := i + 1
		for i++; i < len(lines) && lines[i] != "```"; i++ {
		}
		if i == len(lines) {
			t.Fatalf("%s:%d: the block has no end", name, first)
		}
		block := lines[first:i]
		_, file, named := strings.Cut(kind, " ")
		switch {
		case named:
			out = append(out, block...)
			to := filepath.Join(dir, filepath.FromSlash(file))
			if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(to, []byte(strings.Join(block, "\n")+"\n"), 0o666); err != nil {
				t.Fatal(err)
			}
		case kind == "console":
			for n := 0; n < len(block); {
				command, ok := strings.CutPrefix(block[n], "$ ")
				if !ok {
					t.Fatalf("%s:%d: a console block begins with $ and a command", name, first+1)
				}
				at := first + n + 1
				var want []string
				for n++; n < len(block) && !strings.HasPrefix(block[n], "$ "); n++ {
					want = append(want, block[n])
				}
				got := runGuide(t, shell, dir, command)
				commands++
				same := steady(got) == steady(want)
				if same {
					got = want
				}
				out = append(append(out, "$ "+command), got...)
				if !*update && !same {
					t.Errorf("%s:%d: %s\nprints\n%s\nand not\n%s", name, at, command, strings.Join(got, "\n"), strings.Join(want, "\n"))
				}
			}
		default:
			t.Errorf("%s:%d: a block that is neither a file (```yaml NAME) nor commands (```console)", name, first)
		}
		out = append(out, lines[i])
	}
	if commands < 10 {
		t.Errorf("%s: only %d commands were found", name, commands)
	}
	if *update {
		if err := os.WriteFile(name, []byte(strings.Join(out, "\n")), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// examples counts those of all rules, which grow.
var examples = regexp.MustCompile(`\d+ examples pass`)

// steady joins lines without what changes with every rule.
func steady(lines []string) string {
	return examples.ReplaceAllString(strings.Join(lines, "\n"), "N examples pass")
}

// runGuide gives the lines that a command prints, on standard output and error.
func runGuide(t *testing.T, shell, dir, command string) []string {
	t.Helper()
	cmd := exec.Command(shell, "-c", command)
	cmd.Dir = dir
	printed, err := cmd.CombinedOutput()
	if _, failed := err.(*exec.ExitError); err != nil && !failed {
		t.Fatal(err)
	}
	text := strings.TrimRight(string(printed), "\n")
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}
