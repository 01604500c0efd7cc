package datafile

import (
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"time"
)

// Memory is a folder of files by name, held in memory.
type Memory map[string]string

func (m Memory) Open(name string) (fs.File, error) {
	text, ok := m[name]
	if !ok && name != "." {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &memoryFile{memoryInfo{name, int64(len(text))}, strings.NewReader(text)}, nil
}

// ReadDir implements fs.ReadDirFS.
func (m Memory) ReadDir(string) (list []fs.DirEntry, err error) {
	for _, name := range slices.Sorted(maps.Keys(m)) {
		list = append(list, fs.FileInfoToDirEntry(memoryInfo{name, int64(len(m[name]))}))
	}
	return list, nil
}

type memoryFile struct {
	memoryInfo
	io.Reader
}

func (f *memoryFile) Stat() (fs.FileInfo, error) { return f.memoryInfo, nil }
func (f *memoryFile) Close() error               { return nil }

type memoryInfo struct {
	name string
	size int64
}

func (i memoryInfo) Name() string       { return i.name }
func (i memoryInfo) Size() int64        { return i.size }
func (i memoryInfo) IsDir() bool        { return i.name == "." }
func (i memoryInfo) ModTime() time.Time { return time.Time{} }
func (i memoryInfo) Sys() any           { return nil }
func (i memoryInfo) Mode() fs.FileMode {
	if i.IsDir() {
		return fs.ModeDir | 0o555
	}
	return 0o444
}
