package validation

import (
	"errors"
	"strconv"

	"github.com/go-playground/validator/v10"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// specTag is the tag of what is wrong with a vpnconn.Spec.
const specTag = "vpn_spec"

// registerSpec has v check every vpnconn.Spec by its Build: not field by field, since there are rules about several
// fields. Each mistake is an error with the documented name of its field, and holds the mistake for Explain as its value.
func registerSpec(v *validator.Validate) {
	v.RegisterStructValidation(func(sl validator.StructLevel) {
		_, err := sl.Current().Interface().(vpnconn.Spec).Build()
		var mistakes vpnerrors.ValidationErrors
		errors.As(err, &mistakes)
		for i, m := range mistakes {
			sl.ReportError(m, m.Field, m.Field, specTag, strconv.Itoa(i))
		}
	}, vpnconn.Spec{})
}
