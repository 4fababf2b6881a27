package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"regexp"
	"strings"

	"github.com/go-viper/mapstructure/v2"
	koanfyaml "github.com/knadh/koanf/parsers/yaml"
	"github.com/knadh/koanf/providers/file"
	"github.com/knadh/koanf/v2"
	"github.com/spf13/viper"
	"go.yaml.in/yaml/v3"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// loaders has the ways to read a file.
var loaders = map[string]func(path string) (vpnconn.Spec, error){
	"yaml": readYAML, "koanf": readKoanf, "viper": readViper,
}

// readYAML is the recommended way to read a file: strict and direct.
func readYAML(path string) (vpnconn.Spec, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return vpnconn.Spec{}, err
	}
	var spec vpnconn.Spec
	err = yaml.Unmarshal(text, &spec)
	return spec, err
}

// readKoanf is as strict, by way of JSON. k.Unmarshal would drop IkeConfig, and the key with it. The only difference: a
// date without quotes becomes text.
func readKoanf(path string) (vpnconn.Spec, error) {
	k := koanf.New(".")
	if err := k.Load(file.Provider(path), koanfyaml.Parser()); err != nil {
		return vpnconn.Spec{}, err
	}
	text, err := json.Marshal(k.Raw()) // k.Cut("connection").Raw() for a part of the file
	if err != nil {
		return vpnconn.Spec{}, err
	}
	var spec vpnconn.Spec
	err = json.Unmarshal(text, &spec)
	return spec, err
}

// readViper lets viper set the fields, since viper lowercases all names, which a Spec does not read. Without the tag it
// would drop IkeConfig, and the key with it, and without ErrorUnused any misspelled name.
//
// It is still less strict. Names may be in any letter case, null and the empty text of an ID or an address are unset,
// fractions are cut off, and an AS number over 32 bits overflows. Tags have to be a list. To be strict, let viper find
// the file, and give v.ConfigFileUsed() to readYAML.
func readViper(path string) (vpnconn.Spec, error) {
	v := viper.New()
	v.SetConfigFile(path)
	if err := v.ReadInConfig(); err != nil {
		return vpnconn.Spec{}, err
	}
	var spec vpnconn.Spec
	err := v.Unmarshal(&spec, func(c *mapstructure.DecoderConfig) {
		c.TagName = "json"
		c.DecodeHook = mapstructure.ComposeDecodeHookFunc(
			mapstructure.TextUnmarshallerHookFunc(), // for the key
			mapstructure.StringToSliceHookFunc(","), // for subnets in one text
		)
		c.ErrorUnused = true
		c.WeaklyTypedInput = false
	})
	return spec, err
}

// load reads a file, puts the pre-shared keys in, and checks everything else.
func load(by, path string) (vpnconn.Request, error) {
	spec, err := loaders[by](path)
	if err != nil {
		if strings.Contains(err.Error(), "unknown anchor") { // the only YAML error that quotes the file, perhaps a key
			err = errors.New("yaml: text that begins with * needs quotes")
		}
		return vpnconn.Request{}, err
	}
	if err := putKeys(spec); err != nil {
		return vpnconn.Request{}, err
	}
	return spec.Build()
}

// putKeys replaces the names of variables with the keys.
func putKeys(spec vpnconn.Spec) error {
	var mistakes vpnerrors.ValidationErrors
	put := func(ike *vpnconn.IKESpec, name string) {
		if ike == nil || ike.PSK.IsZero() {
			return
		}
		key, ok := fromEnv(ike.PSK)
		if !ok {
			mistakes = append(mistakes, &vpnerrors.FieldError{Field: name + ".Psk", Reason: errKeyInFile})
		}
		ike.PSK = key
	}
	put(spec.IKE, "IkeConfig")
	for i, tunnel := range spec.Tunnels {
		put(tunnel.IKE, fmt.Sprintf("TunnelOptionsSpecification.%d.TunnelIkeConfig", i+1))
	}
	if mistakes != nil {
		return mistakes
	}
	return nil
}

var (
	errKeyInFile = errors.New(`want "${NAME}" with the name of an environment variable, not a key`)

	variable = regexp.MustCompile(`^\$\{(\w+)\}$`)
)

// fromEnv returns the value of the variable that s names. If there is no such variable the value is empty: a key that
// is set and empty, which Build refuses.
//
// s must be a variable as a whole: os.Expand would turn "pa$$word" into another key.
func fromEnv(s ikeconfig.Secret) (key ikeconfig.Secret, ok bool) {
	name := variable.FindStringSubmatch(s.Reveal())
	if name == nil {
		return s, false
	}
	return ikeconfig.NewSecret(os.Getenv(name[1])), true
}
