package validation_test

import (
	"sync"
	"testing"

	"github.com/go-playground/validator/v10"

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

// TestRegisterKeepsOthers: validators are apart, and another's tags and names stay.
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

// TestRegisterNil: a validator that was never made is a mistake to report, not to die of.
func TestRegisterNil(t *testing.T) {
	defer func() {
		if p := recover(); p != nil {
			t.Errorf("panic: %v", p)
		}
	}()
	if validation.Register(nil) == nil {
		t.Error("no error")
	}
}

// TestConcurrentUse validates and explains from many goroutines, with a validator that has seen no struct yet, and makes
// validators meanwhile.
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
