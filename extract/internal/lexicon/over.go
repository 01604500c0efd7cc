package lexicon

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

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

// Layer is a folder; its name stands before those of its files.
type Layer struct {
	Name string
	FS   fs.FS
}

// LoadOver compiles a lexicon from the TSV files in base, all of which must be there, with the entries of those in folders put
// over them: one with the key of an earlier entry takes its place, the others are added.
func LoadOver(base fs.FS, layers []Layer) (*Lexicon, []Fault) {
	src, faults := readOver(base, layers)
	if len(faults) > 0 {
		return nil, faults
	}
	raw, faults := compile(src)
	if len(faults) > 0 {
		return nil, faults
	}
	l, err := decode(string(raw))
	if err != nil {
		return nil, []Fault{{File: Compiled, Message: err.Error()}}
	}
	return l, nil
}

// readOver reads the files of base and puts the entries of those in the layers over them.
func readOver(base fs.FS, layers []Layer) (source, []Fault) {
	src, faults := readSource(base)
	for _, t := range tables {
		var at map[string]int // where the entry of a key is
		for _, l := range layers {
			if _, err := fs.Stat(l.FS, t.file); err != nil {
				continue
			}
			file := &tsv{name: filepath.Join(l.Name, t.file), more: true}
			text, bad := datafile.Open(l.FS, t.file, file.name)
			if len(bad) > 0 {
				faults = append(faults, bad...)
				continue
			}
			rows, bad := t.parse(file, text.Text)
			faults = append(faults, bad...)
			if at == nil {
				at = make(map[string]int, len(src[t]))
				for i, r := range src[t] {
					at[r.key()] = i
				}
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

// HasSymbol says whether the party of an id has a symbol.
func (l *Lexicon) HasSymbol(id string) bool {
	i, ok := l.byID[id]
	return ok && slices.ContainsFunc(l.symbols, func(s SymbolInfo) bool { return s.Party == i })
}
