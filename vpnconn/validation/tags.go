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

// tags is the list of all tags: what each checks, and under which name an error says what would be right.
var tags = map[string]struct {
	parameter string
	check     rule
}{
	"vpn_id":       {"vpn_id", text(rules.Identifier)},
	"vpn_name":     {"Name", text(rules.Name)},
	"vpn_cidrs":    {"LocalSubnet", cidrs},
	"vpn_token":    {"ClientToken", text(rules.Token)},
	"vpn_lifetime": {"IkeConfig.IkeLifetime", lifetime},
	"ike_version":  {"IkeConfig.IkeVersion", enum(phase.IKETable, phase.IKEVersion)},
	"ike_mode":     {"IkeConfig.IkeMode", enum(phase.IKETable, phase.IKEMode)},
	"ike_enc":      {"IkeConfig.IkeEncAlg", enum(phase.IKETable, phase.IKEEncAlg)},
	"ike_auth":     {"IkeConfig.IkeAuthAlg", enum(phase.IKETable, phase.IKEAuthAlg)},
	"ike_pfs":      {"IkeConfig.IkePfs", enum(phase.IKETable, phase.IKEPFS)},
	"ike_psk":      {"IkeConfig.Psk", psk},
	"ike_id":       {"IkeConfig.RemoteId", text(rules.ID)},
	"ipsec_enc":    {"IpsecConfig.IpsecEncAlg", enum(phase.IPsecTable, phase.IPsecEncAlg)},
	"ipsec_auth":   {"IpsecConfig.IpsecAuthAlg", enum(phase.IPsecTable, phase.IPsecAuthAlg)},
	"ipsec_pfs":    {"IpsecConfig.IpsecPfs", enum(phase.IPsecTable, phase.IPsecPFS)},
}

// Register adds the tags of this package to v. The error is that of v where it refuses a tag, or says that v is nil.
func Register(v *validator.Validate) error {
	if v == nil {
		return errors.New("no validator to register tags with")
	}
	for tag, t := range tags {
		err := v.RegisterValidation(tag, func(fl validator.FieldLevel) bool {
			return t.check("", fl.Field()) == nil
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
