package validation_test

import (
	"fmt"
	"log"

	"github.com/go-playground/validator/v10"

	"github.com/ipsec-go/aliyun/vpnconn/validation"
)

// Use the tags in your own structs, together with those of the validator.
func ExampleRegister() {
	v := validator.New(validator.WithRequiredStructEnabled())
	if err := validation.Register(v); err != nil {
		log.Fatal(err)
	}

	type Tunnel struct {
		Owner    string   `validate:"required,email"`
		Gateway  string   `validate:"vpn_id"`
		Subnets  []string `validate:"vpn_cidrs"`
		Cipher   string   `validate:"omitempty,ike_enc"`
		Lifetime int      `validate:"vpn_lifetime"`
	}
	good := Tunnel{"net@example.com", "vpn-m5e83sapxp88cgp5f", []string{"10.0.0.0/24"}, "", 3600}
	fmt.Println(v.Struct(good))

	bad := good
	bad.Cipher = "AES-256"
	fmt.Println(v.Struct(bad))
	// Output:
	// <nil>
	// Key: 'Tunnel.Cipher' Error:Field validation for 'Cipher' failed on the 'ike_enc' tag
}
