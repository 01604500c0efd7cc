package extract

import _ "embed"

//go:embed schema.json
var recordSchema []byte

// RecordSchema is the JSON Schema (2020-12) of a record as Record marshals it.
func RecordSchema() []byte { return append([]byte(nil), recordSchema...) }
