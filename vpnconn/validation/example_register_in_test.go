package validation_test

import (
	"fmt"
	"log"

	"github.com/go-playground/validator/v10"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/vpnconn/validation"
)

// The edition applies to the tags in your own structs. An error about what only another edition has names that edition.
func ExampleRegisterIn() {
	type Tunnel struct {
		Hash string `validate:"ike_auth"`
		ASN  uint32 `validate:"bgp_asn"`
		Link string `validate:"bgp_cidr"`
	}
	v := validator.New(validator.WithRequiredStructEnabled())
	if err := validation.RegisterIn(aliyun.Edition2025, v); err != nil {
		log.Fatal(err)
	}
	fmt.Println(v.Struct(Tunnel{"sha256", 65530, "169.254.10.0/30"}))
	fmt.Println(validation.Explain(v.Struct(Tunnel{"sha256", 0, "169.254.10.1"})))

	old := validator.New(validator.WithRequiredStructEnabled())
	if err := validation.RegisterIn(aliyun.Edition2019, old); err != nil {
		log.Fatal(err)
	}
	fmt.Println(validation.Explain(old.Var("sha256", "ike_auth")))
	// Output:
	// <nil>
	// ASN: out of range "0": want an AS number from 1 to 4294967295; Link: bad CIDR block "169.254.10.1": want a /30 block in 169.254.0.0/16 that is not reserved, such as 169.254.10.0/30; did you mean 169.254.10.0/30?
	// unsupported value "sha256": want md5 or sha1; it is in edition 2025
}
