package validation_test

import (
	"fmt"
	"log"

	"github.com/go-playground/validator/v10"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/validation"
)

// A vpnconn.Spec needs no tags. Explain returns the same errors as its Build.
func ExampleExplain_spec() {
	v := validator.New(validator.WithRequiredStructEnabled())
	if err := validation.Register(v); err != nil {
		log.Fatal(err)
	}

	spec := vpnconn.Spec{
		RegionID:          "cn-shanghai",
		CustomerGatewayID: "cgw-p0w2jemrcj5u61un8",
		LocalSubnets:      []string{"10.0.0.0/24"},
		RemoteSubnets:     []string{"10.1.0.0"},
		Name:              new("1st"),
	}
	err := validation.Explain(v.Struct(spec))
	fmt.Println(vpnerrors.Message(err, vpnerrors.English))

	_, built := spec.Build()
	fmt.Println(built.(vpnerrors.ValidationErrors).Equal(err.(vpnerrors.ValidationErrors)))
	// Output:
	// RemoteSubnet[0]: bad CIDR block "10.1.0.0": want an address and a prefix length such as 10.0.0.0/24; did you mean 10.1.0.0/32?
	// VpnGatewayId: required: want the ID of a VPN gateway, printable ASCII with no space, comma or quote.
	// Name: bad character "1" in "1st": want 2 to 128 letters, Chinese characters, digits, '.', '_' or '-', the first a letter or a Chinese character.
	// true
}
