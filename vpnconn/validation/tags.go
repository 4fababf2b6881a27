package validation

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/go-playground/validator/v10"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/internal/phase"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// A rule checks the value of a field, of any type, and names the field in its errors.
type rule func(field string, value reflect.Value) vpnerrors.ValidationErrors

// tags is the list of all tags and what they check.
var tags = map[string]rule{
	"vpn_id":       text(rules.Identifier),
	"vpn_name":     text(rules.Name),
	"vpn_cidrs":    cidrs,
	"vpn_token":    text(rules.Token),
	"vpn_lifetime": lifetime,
	"ike_version":  enum(phase.IKETable, phase.IKEVersion),
	"ike_mode":     enum(phase.IKETable, phase.IKEMode),
	"ike_enc":      enum(phase.IKETable, phase.IKEEncAlg),
	"ike_auth":     enum(phase.IKETable, phase.IKEAuthAlg),
	"ike_pfs":      enum(phase.IKETable, phase.IKEPFS),
	"ike_psk":      psk,
	"ike_id":       text(rules.ID),
	"ipsec_enc":    enum(phase.IPsecTable, phase.IPsecEncAlg),
	"ipsec_auth":   enum(phase.IPsecTable, phase.IPsecAuthAlg),
	"ipsec_pfs":    enum(phase.IPsecTable, phase.IPsecPFS),
}

// Register adds the tags of this package to v. The error is that of v where it refuses a tag, or says that v is nil.
func Register(v *validator.Validate) error {
	if v == nil {
		return errors.New("no validator to register tags with")
	}
	for tag, check := range tags {
		err := v.RegisterValidation(tag, func(fl validator.FieldLevel) bool {
			return check("", fl.Field()) == nil
		})
		if err != nil {
			return fmt.Errorf("tag %s: %w", tag, err)
		}
	}
	return nil
}

func text(check rules.Text) rule {
	return func(field string, value reflect.Value) vpnerrors.ValidationErrors {
		if value.Kind() != reflect.String {
			return badType(field)
		}
		return check(field, value.String())
	}
}

func enum(t *phase.Table, i int) rule {
	return text(func(field, text string) vpnerrors.ValidationErrors {
		return rules.Enum(field, text, t.Members[i].Values)
	})
}

func psk(field string, value reflect.Value) vpnerrors.ValidationErrors {
	switch {
	case value.Type() != reflect.TypeFor[ikeconfig.Secret]():
		return text(rules.PSK)(field, value)
	case value.IsZero():
		return nil
	case !value.CanInterface():
		return badType(field) // a private field, whose key cannot be looked at
	}
	return rules.PSK(field, value.Interface().(ikeconfig.Secret).Reveal())
}

// cidrs takes a slice as WithLocalSubnets takes its arguments.
func cidrs(field string, value reflect.Value) vpnerrors.ValidationErrors {
	if value.Kind() != reflect.Slice || value.Type().Elem().Kind() != reflect.String {
		return text(rules.CIDRs)(field, value)
	}
	if value.Len() == 0 {
		return required(field)
	}
	lists := make([]string, value.Len())
	for i := range lists {
		lists[i] = value.Index(i).String()
	}
	return rules.CIDRs(field, strings.Join(lists, ","))
}

func lifetime(field string, value reflect.Value) vpnerrors.ValidationErrors {
	if value.Type() == reflect.TypeFor[time.Duration]() {
		return rules.Lifetime(field, rules.SecondsOf(time.Duration(value.Int())))
	}
	var seconds string
	switch {
	case value.CanInt():
		seconds = strconv.FormatInt(value.Int(), 10)
	case value.CanUint():
		seconds = strconv.FormatUint(value.Uint(), 10)
	default:
		return badType(field)
	}
	_, errs := rules.ParseLifetime(field, seconds)
	return errs
}

// badType leaves the value out: it may be a PSK.
func badType(field string) vpnerrors.ValidationErrors {
	return vpnerrors.ValidationErrors{{Field: field, Reason: vpnerrors.ErrBadType}}
}

func required(field string) vpnerrors.ValidationErrors {
	return vpnerrors.ValidationErrors{{Field: field, Reason: vpnerrors.ErrRequired}}
}
