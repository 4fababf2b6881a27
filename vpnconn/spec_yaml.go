package vpnconn

import (
	"regexp"
	"strconv"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// repeatedKey finds the keys that a mapping has twice in what a YAML package says of it.
var repeatedKey = regexp.MustCompile(`key "(\w+)" already`)

// mostRepeated is how much a YAML package may say of repeated keys, in bytes. Some say it for each two of the same name: a small
// file with many of them would take long to go through, and the error is then about the file as a whole.
const mostRepeated = 64 << 10

// repeatedKeys returns an error for each documented key that is repeated in a YAML mapping, if err, which the YAML package
// gave for it, says that there are any.
func repeatedKeys(err error, unmarshal func(any) error, t *parameters.Table, at string) vpnerrors.ValidationErrors {
	if text := err.Error(); len(text) > mostRepeated || !repeatedKey.MatchString(text) {
		return nil
	}
	var keys yamlKeys
	_ = keys.UnmarshalYAML(unmarshal)
	return rules.InOrder(parameters.Every(), keys.faults(t, at))
}

// yamlKeys are the keys of a mapping, or the elements of a list, without their values.
type yamlKeys struct {
	members  map[string]*yamlKeys
	elements []*yamlKeys
	repeated []string
}

// UnmarshalYAML reads each mapping for itself, since the errors of YAML packages do not say which one they are about.
func (k *yamlKeys) UnmarshalYAML(unmarshal func(any) error) error {
	err := unmarshal(&k.members)
	if err == nil {
		return nil
	}
	for _, found := range repeatedKey.FindAllStringSubmatch(err.Error(), -1) {
		k.repeated = append(k.repeated, found[1])
	}
	if k.repeated == nil {
		_ = unmarshal(&k.elements)
	}
	return nil
}

func (k *yamlKeys) faults(t *parameters.Table, at string) (errs vpnerrors.ValidationErrors) {
	if k == nil {
		return nil
	}
	seen := make(map[string]bool)
	duplicate := func(field string) {
		if !seen[field] {
			errs = append(errs, &vpnerrors.FieldError{Field: field, Reason: vpnerrors.ErrDuplicate})
		}
		seen[field] = true
	}
	for _, name := range k.repeated {
		if m := t.Lookup(name); m != nil {
			duplicate(at + m.Name)
		} else if at == "" && name == editionName {
			duplicate(name)
		}
	}
	for name, member := range k.members {
		m := t.Lookup(name)
		switch {
		case m == nil || member == nil || m.Table == nil:
		case m.Kind == parameters.Object:
			errs = append(errs, member.faults(m.Table, at+m.Name+".")...)
		case member.repeated != nil:
			duplicate(at + m.Name) // a mapping in place of a list
		default:
			for i, element := range member.elements {
				errs = append(errs, element.faults(m.Table, at+m.Name+"."+strconv.Itoa(i+1)+".")...)
			}
		}
	}
	return errs
}

// withTagKeys returns unmarshal, but for YAML packages that make text of all keys it reads those of tags once more, as what
// they are.
func withTagKeys(unmarshal func(any) error) func(any) error {
	return func(into any) error {
		err := unmarshal(into)
		tree, isTree := into.(*any)
		if err != nil || !isTree {
			return err
		}
		members, _ := (*tree).(map[string]any)
		name := parameters.Every().Member(parameters.Tags).Name
		if _, isMapping := members[name].(map[string]any); !isMapping {
			return nil
		}
		var again map[string]anyKeys
		if unmarshal(&again) == nil && again[name].members != nil {
			members[name] = again[name].members
		}
		return nil
	}
}

// anyKeys is a mapping with its keys as what they are, or anything else, which is left out.
type anyKeys struct{ members map[any]any }

// UnmarshalYAML reads the mapping.
func (k *anyKeys) UnmarshalYAML(unmarshal func(any) error) error {
	_ = unmarshal(&k.members)
	return nil
}
