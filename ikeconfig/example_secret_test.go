package ikeconfig_test

import (
	"encoding/json"
	"fmt"

	"github.com/ipsec-go/aliyun/ikeconfig"
)

// A Secret in a service's own configuration.
func ExampleSecret() {
	var config struct {
		Office string
		PSK    ikeconfig.Secret
	}
	err := json.Unmarshal([]byte(`{"Office":"Shanghai","PSK":"k7#Vq2&xLd9%Kw4+Zr8"}`), &config)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%+v\n", config)

	text, err := json.Marshal(config)
	fmt.Println(string(text), err)

	// What was printed is not taken for a key.
	fmt.Println(json.Unmarshal(text, &config))

	ike, err := ikeconfig.New(ikeconfig.WithPSK(config.PSK.Reveal()))
	fmt.Println(ike, err)

	// Output:
	// {Office:Shanghai PSK:[hidden]}
	// {"Office":"Shanghai","PSK":"[hidden]"} <nil>
	// IkeConfig.Psk: unsupported value: want the key itself, not what stands in its place where it is hidden
	// ikeconfig.Config{Psk: "[hidden]"} <nil>
}
