package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/dalbadal/dalbadal/extract"
)

var update = flag.Bool("update", false, "write what cmp found into testdata/script")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"dalbadal": main})
}

// TestScripts runs the specification of the command, testdata/script. Beside
// testscript's own commands it has:
//
//	exits CODE ARG...        run dalbadal and expect that exit code; 0|4 is one of two
//	validate FILE            every line of FILE is a record by the schema
//	bytes FILE STRING        write a Go string literal's bytes to FILE
//	bigline FILE MEGABYTES   three articles as JSONL, the second with so long a text
func TestScripts(t *testing.T) {
	schema := compileSchema(t)
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":    exits,
			"validate": func(ts *testscript.TestScript, neg bool, args []string) { validate(ts, schema, args) },
			"bytes":    writeBytes,
			"bigline":  bigLine,
		},
	})
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: exits CODE ARG...")
	}
	err := ts.Exec("dalbadal", args[1:]...)
	code := "0"
	if err != nil {
		code = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if !slices.Contains(strings.Split(args[0], "|"), code) {
		ts.Fatalf("exit code %s, not %s", code, args[0])
	}
}

func validate(ts *testscript.TestScript, schema *jsonschema.Schema, args []string) {
	for _, name := range args {
		lines := bufio.NewScanner(strings.NewReader(ts.ReadFile(name)))
		n := 0
		for lines.Scan() {
			n++
			value, err := jsonschema.UnmarshalJSON(bytes.NewReader(lines.Bytes()))
			ts.Check(err)
			if err := schema.Validate(value); err != nil {
				ts.Fatalf("%s:%d: %v\n%s", name, n, err, lines.Bytes())
			}
		}
		if n == 0 {
			ts.Fatalf("%s: no records to validate", name)
		}
	}
}

func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o666))
}

func bigLine(ts *testscript.TestScript, neg bool, args []string) {
	megabytes, err := strconv.Atoi(args[1])
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	w := bufio.NewWriter(f)
	enc := json.NewEncoder(w)
	long := strings.Repeat("शहर में आज मौसम साफ रहा और बाजार खुले रहे। ", megabytes<<20/107+1)
	for _, text := range []string{sample, long, sample} {
		ts.Check(enc.Encode(map[string]string{"text": text}))
	}
	ts.Check(w.Flush())
}

const sample = "पूर्व विधायक सुरेश वर्मा ने सपा छोड़कर भाजपा की सदस्यता ले ली।"

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(extract.RecordSchema()))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("record.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("record.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	out := t.TempDir() + "/out.jsonl"
	var stdout, stderr bytes.Buffer
	c := &command{in: strings.NewReader(sample), out: &stdout, err: &stderr}
	root := c.root()
	root.SetArgs([]string{"-", "-o", out})
	if code := c.finish(root.ExecuteContext(ctx)); code != exitInterrupted {
		t.Errorf("exit code %d, not %d", code, exitInterrupted)
	}
	if got := stderr.String(); got != "dalbadal: 0 articles, 0 triggers, 0 records, 0 failures\ndalbadal: interrupted; "+out+" is as it was before\n" {
		t.Errorf("stderr: %q", got)
	}
	if entries, _ := os.ReadDir(strings.TrimSuffix(out, "/out.jsonl")); len(entries) > 0 {
		t.Errorf("an interrupted run leaves %v", entries)
	}
}

// TestClosedPipe: when the reader of stdout goes away, the command ends without
// a word.
func TestClosedPipe(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	defer w.Close()
	var stderr bytes.Buffer
	if code := run([]string{"schema"}, strings.NewReader(""), w, &stderr); code != exitOK || stderr.Len() > 0 {
		t.Errorf("exit code %d, stderr %q", code, stderr.String())
	}
	if code := run([]string{"--format", "csv", "-"}, strings.NewReader(sample), w, &stderr); code != exitOK || stderr.Len() > 0 {
		t.Errorf("exit code %d, stderr %q", code, stderr.String())
	}
}

func TestExitCodes(t *testing.T) {
	for _, c := range []struct {
		err  error
		code int
		says string
	}{
		{nil, exitOK, ""},
		{silent(exitInputs), exitInputs, ""},
		{ioError("standard output: %w", os.ErrClosed), exitIO, "dalbadal: standard output: file already closed\n"},
		{errors.New("what cobra says"), exitUsage, "dalbadal: what cobra says\n"},
		{usageError("--jobs 0"), exitUsage, "dalbadal: --jobs 0\ndalbadal: hint: dalbadal --help tells the commands and flags\n"},
		{&exitError{code: exitRules, err: errors.New("rules/join.yaml:3:5: unknown key")}, exitRules, "dalbadal: rules/join.yaml:3:5: unknown key\n"},
	} {
		var stderr bytes.Buffer
		cmd := &command{err: &stderr}
		if code := cmd.finish(c.err); code != c.code || stderr.String() != c.says {
			t.Errorf("%v: code %d, stderr %q", c.err, code, stderr.String())
		}
	}
}

func TestCSV(t *testing.T) {
	r := &extract.Record{
		Doc:    extract.Doc{ID: `a,"b"`},
		Kind:   extract.Switch,
		Who:    extract.Who{Name: "सुरेश वर्मा", Role: "पूर्व\nविधायक"},
		Left:   &extract.Leg{Party: "SP", Status: extract.Done},
		Joined: &extract.Leg{Party: "BJP", Status: extract.Rumoured},
		Where:  []extract.Place{{Name: "हाथरस"}, {Name: "सिकंदराराऊ"}},
		Why:    []extract.Reason{{Reason: "neglect"}, {Reason: "leadership"}},
		When:   &extract.When{Date: "2024-04-28"}, Return: true, Confidence: 0.93,
	}
	var b bytes.Buffer
	writeRow(&b, r)
	want := `"a,""b""",switch,सुरेश वर्मा,"पूर्व` + "\n" + `विधायक",SP,done,BJP,rumoured,हाथरस;सिकंदराराऊ,neglect;leadership,2024-04-28,true,false,0.93` + "\n"
	if b.String() != want {
		t.Errorf("got  %s\nwant %s", b.String(), want)
	}
}
