package source

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// walk calls do with the articles' files of a directory, in sorted order, and with what of it cannot be read. It ends when
// do says false.
func walk(dir string, do func(path string, err error) bool) {
	// The slash makes the walk enter a directory that is given as a symbolic link.
	root := strings.TrimSuffix(dir, "/") + "/"
	_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return goOn(do(path, err))
		}
		if path != root && strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() || !hasFormat(path) {
			return nil
		}
		if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
			return nil // a pipe or device would block, a linked directory could loop
		}
		return goOn(do(path, nil))
	})
}

func goOn(more bool) error {
	if more {
		return nil
	}
	return fs.SkipAll
}

// Sizes is the number of bytes that reading the named inputs takes, as Options.Consumed counts them. It is known for
// files and directories only; one that cannot be read counts nothing.
func Sizes(names []string) (total int64, known bool) {
	for _, name := range names {
		if name == "-" {
			return 0, false
		}
		info, err := os.Stat(name)
		switch {
		case err != nil:
		case info.IsDir():
			walk(name, func(path string, err error) bool {
				if err == nil {
					if info, err := os.Stat(path); err == nil {
						total += info.Size()
					}
				}
				return true
			})
		case info.Mode().IsRegular():
			total += info.Size()
		default:
			return 0, false
		}
	}
	return total, true
}

// packed are the extensions that compression adds.
var packed = []string{".gz", ".gzip", ".zst", ".zstd"}

// unpackedName is a file's name without what compression added to it.
func unpackedName(name string) string {
	for range maxLayers {
		ext := filepath.Ext(name)
		if !slices.Contains(packed, strings.ToLower(ext)) {
			break
		}
		name = strings.TrimSuffix(name, ext)
	}
	return name
}

// extension is that of the format of a file, in lower case.
func extension(name string) string { return strings.ToLower(filepath.Ext(unpackedName(name))) }

func hasFormat(path string) bool { return slices.Contains(extensions(), extension(path)) }
