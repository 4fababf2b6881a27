package validation_test

import (
	"errors"
	"fmt"
	"log"
	"reflect"
	"time"

	"github.com/go-playground/validator/v10"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn/validation"
)

// The names in the errors are those that the service's users know, here its JSON names.
func ExampleExplain() {
	v := validator.New(validator.WithRequiredStructEnabled())
	if err := validation.Register(v); err != nil {
		log.Fatal(err)
	}
	v.RegisterTagNameFunc(func(f reflect.StructField) string { return f.Tag.Get("json") })

	type Tunnel struct {
		Gateway string        `json:"gateway" validate:"vpn_id"`
		Subnets []string      `json:"subnets" validate:"vpn_cidrs"`
		Cipher  string        `json:"cipher" validate:"omitempty,ike_enc"`
		Key     string        `json:"key" validate:"ike_psk"`
		Renew   time.Duration `json:"renew" validate:"vpn_lifetime"`
	}
	type Site struct {
		Tunnels []Tunnel `json:"tunnels" validate:"dive"`
	}
	err := validation.Explain(v.Struct(Site{[]Tunnel{
		{"vpn-1", []string{"10.0.0.0/24", "10.0.1.7/24"}, "AES-256", "tab\tin it", 48 * time.Hour},
	}}))

	var mistakes vpnerrors.ValidationErrors
	if errors.As(err, &mistakes) {
		for _, m := range mistakes {
			fmt.Println(m)
		}
	}
	fmt.Println(errors.Is(err, vpnerrors.ErrHostBits))
	// Output:
	// tunnels[0].subnets[1]: host bits set in "10.0.1.7/24": want a network address; did you mean 10.0.1.0/24?
	// tunnels[0].cipher: unsupported value "AES-256": want aes, aes192, aes256, des or 3des; did you mean aes256?
	// tunnels[0].key: bad character: want text without control characters, 1 to 100 characters
	// tunnels[0].renew: out of range "172800": want 0 to 86400 seconds
	// true
}
