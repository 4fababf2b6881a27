package validation

import (
	"errors"
	"reflect"
	"strconv"
	"strings"

	"github.com/go-playground/validator/v10"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// specTag is the tag in errors about a vpnconn.Spec.
const specTag = "vpn_spec"

// registerSpecs makes v check every vpnconn.Spec with Build, not field by field, since some rules are about several
// fields. A phase outside a Spec is checked as one of a connection, by the edition, and a tunnel as the first of two.
func registerSpecs(e aliyun.Edition, v *validator.Validate) {
	name := func(k parameters.Key) string { return parameters.Of(e).Member(k).Name }
	tunnels := parameters.Of(aliyun.Edition2025).Member(parameters.Tunnels)
	registerSpec(v, "", func(s vpnconn.Spec) vpnconn.Spec { return s })
	registerSpec(v, name(parameters.IKE), func(s vpnconn.IKESpec) vpnconn.Spec { return vpnconn.Spec{Edition: e, IKE: &s} })
	registerSpec(v, name(parameters.IPsec), func(s vpnconn.IPsecSpec) vpnconn.Spec { return vpnconn.Spec{Edition: e, IPsec: &s} })
	registerSpec(v, tunnels.Elements[0].Name, func(s vpnconn.TunnelSpec) vpnconn.Spec {
		return vpnconn.Spec{Edition: tunnels.Edition, Tunnels: []vpnconn.TunnelSpec{s, {}}}
	})
}

// registerSpec makes v check each S that is not part of a Spec, as the object of a Spec.
func registerSpec[S any](v *validator.Validate, object string, spec func(S) vpnconn.Spec) {
	v.RegisterStructValidation(func(sl validator.StructLevel) {
		if !inSpec(sl) {
			report(sl, spec(sl.Current().Interface().(S)), object)
		}
	}, *new(S))
}

// report reports what is wrong with a Spec, or with one object in it. Each mistake is an error with the documented name
// of its field, and has the mistake as its value, for Explain. The name of a tunnel has no number.
func report(sl validator.StructLevel, s vpnconn.Spec, object string) {
	_, err := s.Build()
	var mistakes vpnerrors.ValidationErrors
	errors.As(err, &mistakes)
	name, _, _ := strings.Cut(object, ".")
	for i, m := range mistakes {
		if object == "" || strings.HasPrefix(m.Field, object+".") {
			m.Field = strings.Replace(m.Field, object, name, 1)
			m.Part = strings.Replace(m.Part, object, name, 1)
			sl.ReportError(m, m.Field, m.Field, specTag, strconv.Itoa(i))
		}
	}
}

// inSpec reports whether a struct is part of a Spec, or of a tunnel, which are checked as a whole. The parent of the struct
// that was given to the validator is that struct.
func inSpec(sl validator.StructLevel) bool {
	parent := reflect.Indirect(sl.Parent())
	if !parent.IsValid() || parent.Type() == sl.Current().Type() {
		return false
	}
	return parent.Type() == reflect.TypeFor[vpnconn.Spec]() || parent.Type() == reflect.TypeFor[vpnconn.TunnelSpec]()
}
