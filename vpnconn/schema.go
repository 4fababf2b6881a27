package vpnconn

import _ "embed" // for spec.schema.json

//go:embed spec.schema.json
var specSchema string

// SpecSchema returns the JSON Schema (draft 2020-12) of a [Spec] in a JSON or YAML file, for editors and for checks before
// a program runs. The bytes are the caller's own; the file spec.schema.json of this package has the same content. A file
// names its schema for editors in a member $schema, which a Spec skips, or in YAML in a comment:
//
//	# yaml-language-server: $schema=spec.schema.json
//
// A file with an Edition may have the parameters and values of that edition; a file without may have those of any edition.
// The schema knows names, types, values, patterns, lengths and ranges. It refuses nothing that [Spec.Build] accepts. What it
// cannot express is left to Build: host bits, duplicates, and rules across parameters. It requires no parameter of a connection
// or a tunnel, since a default before [Spec.Option] may set it.
func SpecSchema() []byte { return []byte(specSchema) }
