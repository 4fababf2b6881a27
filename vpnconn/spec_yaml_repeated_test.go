package vpnconn_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun/vpnconn"
)

// A yamlNode is a mapping with its keys in order, a list or a text, decoded as by a YAML package that refuses a repeated key
// and says which one it is.
type yamlNode struct {
	keys   []string
	values []any // yamlNode or text
}

func mapping(pairs ...any) (n yamlNode) {
	for i := 0; i < len(pairs); i += 2 {
		n.keys, n.values = append(n.keys, pairs[i].(string)), append(n.values, pairs[i+1])
	}
	return n
}

func sequence(elements ...any) yamlNode { return yamlNode{values: elements} }

// repeated returns the error for the keys that are repeated in n, and with deep in what it holds.
func (n yamlNode) repeated(deep bool) error {
	var lines []string
	seen := make(map[string]bool)
	for i, value := range n.values {
		if n.keys != nil && seen[n.keys[i]] {
			lines = append(lines, fmt.Sprintf("mapping key %q already defined at line 1", n.keys[i]))
		}
		if n.keys != nil {
			seen[n.keys[i]] = true
		}
		if inner, ok := value.(yamlNode); ok && deep {
			if err := inner.repeated(true); err != nil {
				lines = append(lines, err.Error())
			}
		}
	}
	if lines == nil {
		return nil
	}
	return errors.New(strings.Join(lines, "\n"))
}

func (n yamlNode) decode(to any) error {
	v := reflect.ValueOf(to).Elem()
	switch {
	case v.Kind() == reflect.Interface:
		return n.repeated(true)
	case v.Kind() == reflect.Map && n.keys != nil:
		if err := n.repeated(false); err != nil {
			return err
		}
		v.Set(reflect.MakeMap(v.Type()))
	case v.Kind() == reflect.Map || n.keys != nil:
		return errors.New("cannot unmarshal")
	}
	for i, value := range n.values {
		element := reflect.New(v.Type().Elem().Elem())
		inner, isNode := value.(yamlNode)
		if !isNode {
			element = reflect.Zero(v.Type().Elem())
		} else if err := element.Interface().(interface{ UnmarshalYAML(func(any) error) error }).UnmarshalYAML(inner.decode); err != nil {
			return err
		}
		if v.Kind() == reflect.Map {
			v.SetMapIndex(reflect.ValueOf(n.keys[i]), element)
		} else {
			v.Set(reflect.Append(v, element))
		}
	}
	return nil
}

// TestSpecRepeatedInYAML: documented keys that a mapping has twice are named, others are not. internal/encoders has the same
// with a real package.
func TestSpecRepeatedInYAML(t *testing.T) {
	const list = "TunnelOptionsSpecification"
	twice := mapping("Psk", "a", "Psk", "b")
	for _, row := range []struct {
		file yamlNode
		want string
		why  string
	}{
		{mapping("Name", "a", "RegionId", "b", "Name", "c", "RegionId", "d", "Name", "e"), "RegionId: duplicate; Name: duplicate", "in documented order, once each"},
		{mapping("IkeConfig", twice, "Name", "n"), "IkeConfig.Psk: duplicate", "in an object"},
		{mapping("IkeConfig", twice, "IpsecConfig", mapping("IpsecPfs", "a", "IpsecPfs", "b")), "IkeConfig.Psk: duplicate; IpsecConfig.IpsecPfs: duplicate", "in two objects"},
		{mapping("Edition", "2025", "Edition", "2025"), "Edition: duplicate", "no parameter"},
		{mapping("IkeConfig", mapping("Edition", "1", "Edition", "2")), "Spec: bad type", "unknown there"},
		{mapping("secret", "a", "secret", "b"), "Spec: bad type", "unknown, and perhaps a key"},
		{mapping("secret", twice), "Spec: bad type", "in something unknown"},
		{mapping("Name", twice), "Spec: bad type", "in what is no object"},
		{mapping("Tags", mapping("secret", "a", "secret", "b")), "Tags: duplicate", "the keys of tags do not show"},
		{mapping("Tags", sequence(mapping("Key", "a", "Key", "b"), "x", mapping("Value", "a", "Value", "b"))), "Tags.1.Key: duplicate; Tags.3.Value: duplicate", "in elements"},
		{mapping(list, sequence("x", mapping("TunnelIkeConfig", twice, "Role", "a", "Role", "b"))), list + ".2.Role: duplicate", "the inner ones come to light next"},
		{mapping(list, sequence("x", mapping("TunnelIkeConfig", twice))), list + ".2.TunnelIkeConfig.Psk: duplicate", "in an object in an element"},
	} {
		s := vpnconn.Spec{Name: new("n")}
		err := s.UnmarshalYAML(row.file.decode)
		if got := strings.Join(namesAndReasons(t, err), "; "); got != row.want || *s.Name != "n" {
			t.Errorf("%s: %s, Name %s, want %s", row.why, got, *s.Name, row.want)
		}
		checkWellFormed(t, err)
	}
}
