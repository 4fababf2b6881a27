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
// fields. A phase outside a Spec is checked as one of a connection, by the edition.
func registerSpecs(e aliyun.Edition, v *validator.Validate) {
	v.RegisterStructValidation(func(sl validator.StructLevel) {
		report(sl, sl.Current().Interface().(vpnconn.Spec), "")
	}, vpnconn.Spec{})
	v.RegisterStructValidation(func(sl validator.StructLevel) {
		if s := sl.Current().Interface().(vpnconn.IKESpec); !inSpec(sl) {
			report(sl, vpnconn.Spec{Edition: e, IKE: &s}, parameters.Of(e).Member(parameters.IKE).Name)
		}
	}, vpnconn.IKESpec{})
	v.RegisterStructValidation(func(sl validator.StructLevel) {
		if s := sl.Current().Interface().(vpnconn.IPsecSpec); !inSpec(sl) {
			report(sl, vpnconn.Spec{Edition: e, IPsec: &s}, parameters.Of(e).Member(parameters.IPsec).Name)
		}
	}, vpnconn.IPsecSpec{})
}

// report reports what is wrong with a Spec, or with one object in it. Each mistake is an error with the documented name
// of its field, and has the mistake as its value, for Explain.
func report(sl validator.StructLevel, s vpnconn.Spec, object string) {
	_, err := s.Build()
	var mistakes vpnerrors.ValidationErrors
	errors.As(err, &mistakes)
	for i, m := range mistakes {
		if object == "" || strings.HasPrefix(m.Field, object+".") {
			sl.ReportError(m, m.Field, m.Field, specTag, strconv.Itoa(i))
		}
	}
}

// inSpec reports whether a phase is part of a Spec, or of a tunnel in one, which is checked as a whole.
func inSpec(sl validator.StructLevel) bool {
	parent := reflect.Indirect(sl.Parent())
	return parent.IsValid() && (parent.Type() == reflect.TypeFor[vpnconn.Spec]() || parent.Type() == reflect.TypeFor[vpnconn.TunnelSpec]())
}
