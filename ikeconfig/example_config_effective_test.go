package ikeconfig_test

import (
	"fmt"
	"log"

	"github.com/ipsec-go/aliyun/ikeconfig"
)

func ExampleConfig_Effective() {
	ike, err := ikeconfig.New(ikeconfig.WithVersion(ikeconfig.V2))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(ike.JSON())
	fmt.Println(ike.Effective().JSON())
	// Output:
	// {"IkeVersion":"ikev2"}
	// {"IkeAuthAlg":"sha1","IkeEncAlg":"aes","IkeLifetime":86400,"IkeMode":"main","IkePfs":"group2","IkeVersion":"ikev2"}
}
