package main

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// fullDisk is a file on a disk with room for some bytes. A file system that puts off writing fails in Sync or Close.
type fullDisk struct {
	room        int
	sync, close error
}

func (d *fullDisk) Write(p []byte) (int, error) {
	n := min(len(p), d.room)
	if d.room -= n; n < len(p) {
		return n, syscall.ENOSPC
	}
	return n, nil
}

func (d *fullDisk) Sync() error  { return d.sync }
func (d *fullDisk) Close() error { return d.close }

// TestFullDisk: wherever the disk turns out to be full, the file aside is gone and the old one is as it was.
func TestFullDisk(t *testing.T) {
	for what, disk := range map[string]*fullDisk{
		"writing": {room: 100},
		"syncing": {room: 1 << 20, sync: syscall.ENOSPC},
		"closing": {room: 1 << 20, close: syscall.ENOSPC},
	} {
		name := t.TempDir() + "/out.jsonl"
		if err := os.WriteFile(name, []byte("old\n"), 0o666); err != nil {
			t.Fatal(err)
		}
		out, err := create("-o", name)
		if err != nil {
			t.Fatal(err)
		}
		if err := out.file.Close(); err != nil {
			t.Fatal(err)
		}
		out.file, out.Writer = disk, bufio.NewWriterSize(disk, 16)
		_, err = out.Write(make([]byte, 200))
		if err != nil {
			err = out.fault(err)
		}
		if closed := out.close(err == nil); err == nil {
			err = closed
		}
		var stderr bytes.Buffer
		c := &command{err: &stderr}
		if code := c.finish(err); code != exitIO {
			t.Errorf("%s: exit code %d", what, code)
		}
		want := "dalbadal: -o " + name + ": no space left on device; " + name + " is as it was before\ndalbadal: hint: make room on the disk and run it again\n"
		if stderr.String() != want {
			t.Errorf("%s: %q", what, stderr.String())
		}
		if left, _ := filepath.Glob(filepath.Dir(name) + "/.*.tmp"); len(left) > 0 {
			t.Errorf("%s: %v stays", what, left)
		}
		if old, _ := os.ReadFile(name); string(old) != "old\n" {
			t.Errorf("%s: the old file is now %q", what, old)
		}
	}
}

// TestFullDiskStdout: a run ends where its output cannot be written, whether in the middle or with the last bytes.
func TestFullDiskStdout(t *testing.T) {
	line := `{"text":"` + sample + `"}` + "\n"
	for _, articles := range []int{1, 5000} {
		var stderr bytes.Buffer
		c := &command{in: strings.NewReader(strings.Repeat(line, articles)), out: &fullDisk{room: 100}, err: &stderr, now: time.Now}
		root := c.root()
		root.SetArgs([]string{"read", "-"})
		if code := c.finish(root.ExecuteContext(t.Context())); code != exitIO {
			t.Errorf("%d articles: exit code %d", articles, code)
		}
		if got := stderr.String(); got != "dalbadal: standard output: no space left on device\ndalbadal: hint: make room on the disk and run it again\n" {
			t.Errorf("%d articles: %q", articles, got)
		}
	}
}
