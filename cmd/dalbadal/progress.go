package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"time"
)

var progressModes = []string{"auto", "plain", "none"}

const (
	redrawEvery = 200 * time.Millisecond // a line on a terminal
	plainEvery  = 10 * time.Second
	maxColumns  = 79 // a longer line would wrap and not be redrawn in its place
)

// progress tells on standard error how far a run is: on a terminal with one line that is redrawn in place, else with lines
// like other messages. It is a writer for those other messages, which take the place of the line on a terminal. Its methods
// are for one goroutine, but for consumed.
type progress struct {
	out         io.Writer
	now         func() time.Time
	every       time.Duration // 0: tell nothing
	live        bool          // redrawn in place
	drawn       bool          // such a line stands there
	start, last time.Time
	size        int64        // of all inputs in bytes, 0 where not known
	bytes       atomic.Int64 // read
}

// newProgress gives what --progress asks for.
func (c *command) newProgress(o *batchFlags, names []string) *progress {
	p := &progress{out: c.err, now: c.now}
	switch o.progress {
	case "plain":
		p.every = plainEvery
	case "auto":
		// Results that come to the same terminal show that it goes on; input that is typed there would be overwritten.
		busy := !o.toFile() && terminal(c.out) || slices.Contains(names, "-") && terminal(c.in)
		if terminal(c.err) && !busy && !o.quiet && os.Getenv("TERM") != "dumb" {
			p.every, p.live = redrawEvery, true
		}
	}
	return p
}

// with gives the command with its messages going through p.
func (c *command) with(p *progress) *command {
	d := *c
	d.err = p
	return &d
}

// begin starts the clock. size is the bytes of all inputs, where they are known.
func (p *progress) begin(size int64, known bool) {
	if known {
		p.size = size
	}
	if p.every > 0 {
		p.start = p.now()
		p.last = p.start
	}
}

// consumed counts bytes read. It can be called from any goroutine.
func (p *progress) consumed(n int) { p.bytes.Add(int64(n)) }

// tick tells how far the run is, when it is time to.
func (p *progress) tick(s *summary) {
	if p.every == 0 {
		return
	}
	if now := p.now(); now.Sub(p.last) >= p.every {
		p.last = now
		p.show(s)
	}
}

// end takes the line away, or tells how far the run came. The summary follows.
func (p *progress) end(s *summary) {
	switch {
	case p.every == 0:
	case p.live:
		p.clear()
	default:
		p.last = p.now()
		p.show(s)
	}
}

// Write writes a message.
func (p *progress) Write(message []byte) (int, error) {
	p.clear()
	return p.out.Write(message)
}

func (p *progress) clear() {
	if p.drawn {
		p.drawn = false
		fmt.Fprint(p.out, "\r\x1b[K")
	}
}

func (p *progress) show(s *summary) {
	line := p.line(s)
	if !p.live {
		fmt.Fprintf(p.out, "dalbadal: %s\n", line)
		return
	}
	fmt.Fprintf(p.out, "\r%s\x1b[K", line[:min(len(line), maxColumns)])
	p.drawn = true
}

// line is how far the run is, in ASCII. The rate is that of the whole run.
func (p *progress) line(s *summary) string {
	read, taken := p.bytes.Load(), p.last.Sub(p.start)
	parts := []string{inBytes(read)}
	if p.size > 0 {
		parts[0] += " of " + inBytes(p.size)
	}
	parts = append(parts, count(s.articles, "article"))
	if s.extracts {
		parts = append(parts, count(s.records, "record"))
	}
	if taken > 0 {
		rate := float64(read) / taken.Seconds()
		parts = append(parts, inBytes(int64(rate))+"/s")
		if p.size > read && rate > 0 {
			parts = append(parts, inTime(time.Duration(float64(p.size-read)/rate*float64(time.Second)))+" left")
		}
	}
	return strings.Join(parts, ", ")
}

// inBytes is a number of bytes with a unit of 1000, 1000² or 1000³ bytes.
func inBytes(n int64) string {
	switch {
	case n < 1e3:
		return fmt.Sprintf("%d B", n)
	case n < 1e6:
		return fmt.Sprintf("%.1f kB", float64(n)/1e3)
	case n < 1e9:
		return fmt.Sprintf("%.1f MB", float64(n)/1e6)
	}
	return fmt.Sprintf("%.1f GB", float64(n)/1e9)
}

// inTime is a duration as minutes and seconds, and hours where it has any.
func inTime(d time.Duration) string {
	s := int64((d + time.Second/2) / time.Second)
	if s < 3600 {
		return fmt.Sprintf("%d:%02d", s/60, s%60)
	}
	return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
}
