package validation_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/go-playground/validator/v10"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/validation"
)

func TestRegisterTwice(t *testing.T) {
	v := newValidator(t)
	if err := validation.Register(v); err != nil {
		t.Fatal(err)
	}
	checkSame(t, nil, validation.Explain(v.Struct(full.Spec())))
	_, want := vpnconn.Spec{}.Build()
	checkSame(t, want, validation.Explain(v.Struct(vpnconn.Spec{})))
}

// TestRegisterKeepsOthers: Register changes neither other validators nor other tags and names.
func TestRegisterKeepsOthers(t *testing.T) {
	v := validator.New()
	if err := v.RegisterValidation("odd", func(fl validator.FieldLevel) bool { return fl.Field().Int()%2 == 1 }); err != nil {
		t.Fatal(err)
	}
	if err := validation.Register(v); err != nil {
		t.Fatal(err)
	}
	if v.Var(2, "odd") == nil || v.Var(3, "odd") != nil {
		t.Error("another tag changed")
	}
	defer func() {
		if recover() == nil {
			t.Error("another validator knows the tags")
		}
	}()
	_ = validator.New().Var("a", "vpn_id")
}

// TestRegisterNil: a nil validator is an error, not a panic.
func TestRegisterNil(t *testing.T) {
	defer func() {
		if p := recover(); p != nil {
			t.Errorf("panic: %v", p)
		}
	}()
	if validation.Register(nil) == nil || validation.RegisterIn(aliyun.Edition2025, nil) == nil {
		t.Error("no error")
	}
}

// TestRegisterIn: the edition applies only to tags and phases; a Spec has its own.
func TestRegisterIn(t *testing.T) {
	checkMistakes(t, validation.RegisterIn(7, validator.New()), &mistake{
		Field: "Edition", Reason: vpnerrors.ErrUnsupportedValue, Value: "7", Allowed: []string{"2019", "2025"},
	})
	type form struct {
		Name  string
		Phase vpnconn.IKESpec
		Spec  *vpnconn.Spec
	}
	rules := map[string]string{"Name": "vpn_name"}
	old := full.Spec()
	old.IKE.PFS = new(ikeconfig.Group24)
	for e, want := range map[aliyun.Edition]string{
		0:                  "Name: bad character, Phase.IkeConfig.IkeAuthAlg: unsupported value",
		aliyun.Edition2019: "Name: bad character, Phase.IkeConfig.IkeAuthAlg: unsupported value",
		aliyun.Edition2025: "",
	} {
		v := newValidatorIn(t, e)
		v.RegisterStructValidationMapRules(rules, form{})
		for _, spec := range []vpnconn.Spec{old, full2025.Spec(), dual.Spec()} {
			checkShort(t, validation.Explain(v.Struct(form{"a b", vpnconn.IKESpec{AuthAlg: new(ikeconfig.SHA256)}, &spec})), want)
		}
		bad := dual.Spec()
		bad.Tunnels[1].IKE.PFS = new(ikeconfig.Group24)
		checkShort(t, validation.Explain(v.Struct(form{Name: "ab", Spec: &bad})), "Spec.TunnelOptionsSpecification.2.TunnelIkeConfig.IkePfs: unsupported value")
		checkShort(t, validation.Explain(v.Struct(vpnconn.IPsecSpec{Lifetime: new(int64(-1))})), "IpsecConfig.IpsecLifetime: out of range")
	}
	// The text is that of the edition.
	for _, value := range []any{"\n", nil, (*string)(nil)} {
		err := validation.Explain(newValidatorIn(t, aliyun.Edition2025).Var(value, "vpn_name"))
		if want := "want text without control characters, 1 to 100 characters"; err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%v: %v, want %s", value, err, want)
		}
	}
}

// TestWithoutRegister: a validator without the tags accepts every Spec, and does not panic.
func TestWithoutRegister(t *testing.T) {
	for _, spec := range []vpnconn.Spec{{}, full.Spec(), dual.Spec(), {Edition: 7, Tags: make([]vpnconn.Tag, 30)}} {
		for _, v := range []*validator.Validate{validator.New(), validator.New(validator.WithRequiredStructEnabled())} {
			if err := v.Struct(struct{ A, B any }{spec, &spec}); err != nil {
				t.Errorf("%v", err)
			}
			if err := v.Struct(spec); err != nil {
				t.Errorf("%v", err)
			}
		}
	}
}

// checkShort fails t unless err has these mistakes, as "Field: reason", joined; "" is no error.
func checkShort(t *testing.T, err error, want string) {
	t.Helper()
	var list []string
	errs, _ := err.(mistakes)
	for _, e := range errs {
		list = append(list, e.Field+": "+e.Reason.Error())
	}
	if got := strings.Join(list, ", "); got != want || (err != nil) != (errs != nil) {
		t.Errorf("%v, want %s", err, want)
	}
}

// TestConcurrentUse validates and explains in many goroutines, with a validator that has seen no struct yet, and makes
// validators at the same time.
func TestConcurrentUse(t *testing.T) {
	v := newValidator(t)
	bad := full.Spec()
	bad.Name = new("1")
	*bad.IKE.Lifetime = -1
	_, want := bad.Build()
	var start, done sync.WaitGroup
	start.Add(1)
	for range 32 {
		done.Go(func() {
			start.Wait()
			for range 20 {
				checkSame(t, want, validation.Explain(v.Struct(bad)))
				checkSame(t, nil, validation.Explain(v.Struct(full.Spec())))
			}
			own := validator.New()
			if err := validation.Register(own); err != nil {
				t.Error(err)
			}
			checkSame(t, nil, validation.Explain(own.Struct(full.Spec())))
		})
	}
	start.Done()
	done.Wait()
}
