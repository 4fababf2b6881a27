package ikeconfig_test

import (
	"fmt"
	"log"

	"github.com/ipsec-go/aliyun/ikeconfig"
)

// An organization's baseline as one option. Later options replace its settings.
func ExampleOptions() {
	house := ikeconfig.Options(
		ikeconfig.WithVersion(ikeconfig.V2),
		ikeconfig.WithEncAlg(ikeconfig.AES256),
		ikeconfig.WithPFS(ikeconfig.Group14),
	)
	ike, err := ikeconfig.New(house, ikeconfig.WithEncAlg(ikeconfig.AES192))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(ike)
	// Output:
	// ikeconfig.Config{IkeVersion: "ikev2", IkeEncAlg: "aes192", IkePfs: "group14"}
}
