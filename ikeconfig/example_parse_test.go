package ikeconfig_test

import (
	"fmt"
	"log"

	"github.com/ipsec-go/aliyun/ikeconfig"
)

// What another client sent, in its own form.
func ExampleParse() {
	ike, err := ikeconfig.Parse(`{
		"Psk": "",
		"LocalId": "shanghai.example.com",
		"IkeVersion": "ikev2",
		"IkeLifetime": "28800"
	}`)
	if err != nil {
		log.Fatal(err)
	}
	lifetime, set := ike.Lifetime()
	fmt.Println(ike.Version(), ike.LocalID(), lifetime, set)
	fmt.Println(ike.JSON()) // the one canonical form

	_, err = ikeconfig.Parse(`{"IkeEncAlg": "aes128", "IkeLifeTime": 28800}`)
	fmt.Println(err)
	// Output:
	// ikev2 shanghai.example.com 8h0m0s true
	// {"IkeLifetime":28800,"IkeVersion":"ikev2","LocalId":"shanghai.example.com","LocalIdIPsec":"shanghai.example.com"}
	// IkeConfig.IkeEncAlg: unsupported value "aes128": want aes, aes192, aes256, des or 3des; did you mean aes?; IkeConfig.IkeLifeTime: unknown parameter: did you mean IkeConfig.IkeLifetime?
}
