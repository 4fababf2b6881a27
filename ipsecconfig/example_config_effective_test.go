package ipsecconfig_test

import (
	"fmt"
	"log"

	"github.com/ipsec-go/aliyun/ipsecconfig"
)

func ExampleConfig_Effective() {
	ipsec, err := ipsecconfig.New(ipsecconfig.WithPFS(ipsecconfig.Group14))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(ipsec.JSON())
	fmt.Println(ipsec.Effective().JSON())
	// Output:
	// {"IpsecPfs":"group14"}
	// {"IpsecAuthAlg":"sha1","IpsecEncAlg":"aes","IpsecLifetime":86400,"IpsecPfs":"group14"}
}
