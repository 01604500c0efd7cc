package lexicon

import (
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/dalbadal/dalbadal/extract/internal/datafile"
)

// Files are the TSV files of a lexicon.
func Files() []string {
	names := make([]string, len(tables))
	for i, t := range tables {
		names[i] = t.file
	}
	return names
}

// LoadOver compiles a lexicon from the TSV files in base, all of which must be there, with the entries of those in more put over
// them: one with the key of an entry of base takes its place, the others are added. name stands before the names of more's files.
func LoadOver(base fs.FS, name string, more fs.FS) (*Lexicon, []Fault) {
	src, faults := readOver(base, name, more)
	if len(faults) > 0 {
		return nil, faults
	}
	raw, faults := compile(src)
	if len(faults) > 0 {
		return nil, faults
	}
	l, err := decode(string(raw))
	if err != nil {
		return nil, []Fault{{File: name, Message: err.Error()}}
	}
	return l, nil
}

// readOver reads the files of base and puts the entries of those in more over them.
func readOver(base fs.FS, name string, more fs.FS) (source, []Fault) {
	src, faults := readSource(base)
	for _, t := range tables {
		if _, err := fs.Stat(more, t.file); err != nil {
			continue
		}
		file := &tsv{name: filepath.Join(name, t.file), more: true}
		text, bad := datafile.Open(more, t.file, file.name)
		if len(bad) > 0 {
			faults = append(faults, bad...)
			continue
		}
		rows, bad := t.parse(file, text)
		faults = append(faults, bad...)
		at := make(map[string]int, len(src[t]))
		for i, r := range src[t] {
			at[r.key()] = i
		}
		for _, r := range rows {
			k := r.key()
			i, known := at[k]
			switch {
			case !known:
				at[k] = len(src[t])
				src[t] = append(src[t], r)
			case src[t][i].file == file:
				head := t.columns[0].name
				faults = append(faults, r.fault(head, "", fmt.Sprintf("%q stands twice", r.cells[0]), fmt.Sprintf("make one line of this and line %d", src[t][i].line)))
			default:
				src[t][i] = r
			}
		}
	}
	return src, faults
}

// key is what an entry is replaced by: a party's id; of the others the head word as it is read, with what else makes two entries of
// one word.
func (r row) key() string {
	k := r.cells[0]
	if r.table == &partiesTSV {
		return k
	}
	k = keyOf(k)
	switch r.table {
	case &placesTSV:
		k += "\t" + r.get("type") + "\t" + r.get("district") + "\t" + r.get("state")
	case &rolesTSV:
		k += "\t" + r.get("kind")
	case &honorificsTSV:
		k += "\t" + r.get("position")
	}
	return k
}
