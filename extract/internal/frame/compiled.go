package frame

import (
	"errors"
	"io/fs"

	"github.com/dalbadal/dalbadal/extract/internal/pack"
)

// Compile gives a form of the rules in fsys that LoadCompiled reads faster than
// Load reads YAML.
func Compile(fsys fs.FS) (string, error) {
	rs, faults := Load(fsys)
	if len(faults) > 0 {
		return "", faults[0]
	}
	list := make([]Rule, len(rs.All))
	for i, r := range rs.All {
		list[i] = *r
	}
	return pack.Marshal(list)
}

// LoadCompiled reads what Compile gave.
func LoadCompiled(raw string) (*Rules, error) {
	var list []Rule
	if err := pack.Unmarshal(raw, &list); err != nil {
		return nil, err
	}
	all := make([]*Rule, len(list))
	for i := range list {
		var bad error
		list[i].compile(func(_, message, _ string) { bad = errors.New("rule " + list[i].ID + ": " + message) })
		if bad != nil {
			return nil, bad
		}
		all[i] = &list[i]
	}
	return newRules(all), nil
}

// CompileStatus gives a form of status.yaml that LoadCompiledStatus reads faster
// than LoadStatus reads YAML.
func CompileStatus(fsys fs.FS, name string) (string, error) {
	f, err := readStatus(fsys, name)
	if err != nil {
		return "", err
	}
	return pack.Marshal(*f)
}

// LoadCompiledStatus reads what CompileStatus gave.
func LoadCompiledStatus(raw string) (*StatusWords, error) {
	var f statusFile
	if err := pack.Unmarshal(raw, &f); err != nil {
		return nil, err
	}
	return buildStatus(&f), nil
}
