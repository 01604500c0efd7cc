package main

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"time"
)

// clock is a clock that goes on by a step each time it is read.
type clock struct {
	t    time.Time
	step time.Duration
}

func (c *clock) now() time.Time {
	c.t = c.t.Add(c.step)
	return c.t
}

func TestProgressLine(t *testing.T) {
	for _, c := range []struct {
		size, bytes int64
		taken       time.Duration
		summary     summary
		want        string
	}{
		{0, 0, 0, summary{}, "0 B, 0 articles"},
		{0, 999, time.Second, summary{articles: 1}, "999 B, 1 article, 999 B/s"},
		{10e6, 2.5e6, 2 * time.Second, summary{articles: 600, records: 1, extracts: true}, "2.5 MB of 10.0 MB, 600 articles, 1 record, 1.2 MB/s, 0:06 left"},
		{4e12, 1e9, 10 * time.Second, summary{articles: 2e6}, "1.0 GB of 4000.0 GB, 2000000 articles, 100.0 MB/s, 11:06:30 left"},
		{1000, 2000, time.Second, summary{articles: 2}, "2.0 kB of 1.0 kB, 2 articles, 2.0 kB/s"}, // the file has grown
		{1000, 0, time.Second, summary{}, "0 B of 1.0 kB, 0 articles, 0 B/s"},
	} {
		start := time.Unix(0, 0)
		p := &progress{size: c.size, start: start, last: start.Add(c.taken)}
		p.consumed(int(c.bytes))
		if got := p.line(&c.summary); got != c.want {
			t.Errorf("%q, not %q", got, c.want)
		}
	}
}

// TestProgressLive: a line on a terminal is redrawn in place no more often than it should be, is never longer than a row, makes
// way for messages and is gone at the end.
func TestProgressLive(t *testing.T) {
	var screen bytes.Buffer
	clock := &clock{step: redrawEvery / 2}
	p := &progress{out: &screen, now: clock.now, every: redrawEvery, live: true}
	p.begin(1000, true)
	p.consumed(500)
	for n := range 4 {
		p.tick(&summary{articles: n + 1})
	}
	if _, err := p.Write([]byte("dalbadal: a.txt: empty\n")); err != nil {
		t.Fatal(err)
	}
	p.tick(&summary{articles: 5})
	p.tick(&summary{articles: 6})
	p.end(&summary{articles: 6})
	want := "\r500 B of 1.0 kB, 2 articles, 2.5 kB/s, 0:00 left\x1b[K" +
		"\r500 B of 1.0 kB, 4 articles, 1.2 kB/s, 0:00 left\x1b[K" +
		"\r\x1b[Kdalbadal: a.txt: empty\n" +
		"\r500 B of 1.0 kB, 6 articles, 833 B/s, 0:01 left\x1b[K" +
		"\r\x1b[K"
	if got := screen.String(); got != want {
		t.Errorf("%q\nnot\n%q", got, want)
	}

	screen.Reset()
	p.size = 1e15
	p.show(&summary{articles: 1e9, records: 1e9, extracts: true})
	if got := len(strings.Trim(screen.String(), "\r\x1b[K")); got > maxColumns {
		t.Errorf("%d columns: %q", got, screen.String())
	}
}

// TestProgressPlain runs the command with a clock on which each look is three seconds after the last.
func TestProgressPlain(t *testing.T) {
	var dump strings.Builder
	for range 10 {
		dump.WriteString(`{"text":"` + sample + `"}` + "\n")
	}
	results := ""
	for _, mode := range []string{"none", "auto", "plain"} {
		var stdout, stderr bytes.Buffer
		clock := &clock{step: 3 * time.Second}
		c := &command{in: strings.NewReader(dump.String()), out: &stdout, err: &stderr, now: clock.now}
		root := c.root()
		root.SetArgs([]string{"-q", "-j1", "--progress", mode, "-"})
		if code := c.finish(root.ExecuteContext(t.Context())); code != exitOK {
			t.Fatalf("%s: exit code %d: %s", mode, code, stderr.String())
		}
		if results == "" {
			results = stdout.String()
		}
		if stdout.String() != results || results == "" {
			t.Errorf("%s: other results: %s", mode, stdout.String())
		}
		lines := strings.Split(strings.TrimSuffix(stderr.String(), "\n"), "\n")
		if mode != "plain" {
			if stderr.Len() > 0 {
				t.Errorf("%s: %s", mode, stderr.String())
			}
			continue
		}
		// Ten looks after articles and one at the end: 12, 24 and 33 seconds.
		if len(lines) != 3 {
			t.Fatalf("%d lines:\n%s", len(lines), stderr.String())
		}
		for i, want := range []string{"4 articles, 4 records, ", "8 articles, 8 records, ", "10 articles, 10 records, "} {
			if !strings.HasPrefix(lines[i], "dalbadal: ") || !strings.Contains(lines[i], want) || !strings.HasSuffix(lines[i], "B/s") {
				t.Errorf("line %d: %s", i+1, lines[i])
			}
		}
	}
}

// TestInterruptedSummary: what was done before an interrupt is printed whole and summed up.
func TestInterruptedSummary(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	line := `{"text":"` + sample + `"}` + "\n"
	typed, keys := io.Pipe()
	defer keys.Close()
	go func() { _, _ = keys.Write([]byte(strings.Repeat(line, 5))) }()
	var stderr bytes.Buffer
	stdout := &watched{seen: func(written string) {
		if strings.Count(written, "\n") == 5 {
			cancel()
		}
	}}
	c := &command{in: typed, out: stdout, err: &stderr, now: time.Now}
	root := c.root()
	root.SetArgs([]string{"read"})
	if code := c.finish(root.ExecuteContext(ctx)); code != exitInterrupted {
		t.Errorf("exit code %d, not %d", code, exitInterrupted)
	}
	if got := stdout.String(); strings.Count(got, "\n") != 5 || !strings.HasSuffix(got, "\n") {
		t.Errorf("stdout: %q", got)
	}
	if got := stderr.String(); got != "dalbadal: 5 articles, 0 failures\ndalbadal: interrupted\n" {
		t.Errorf("stderr: %q", got)
	}
}

// watched is a buffer that shows what is in it after each write.
type watched struct {
	bytes.Buffer
	seen func(string)
}

func (w *watched) Write(p []byte) (int, error) {
	n, err := w.Buffer.Write(p)
	w.seen(w.String())
	return n, err
}
