package ipsecconfig_test

import (
	"fmt"
	"log"
	"time"

	"github.com/ipsec-go/aliyun/ipsecconfig"
)

func ExampleNew() {
	ipsec, err := ipsecconfig.New(
		ipsecconfig.WithEncAlg(ipsecconfig.AES256),
		ipsecconfig.WithPFS(ipsecconfig.Group14),
		ipsecconfig.WithLifetime(time.Hour),
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(ipsec.JSON())
	// Output:
	// {"IpsecEncAlg":"aes256","IpsecLifetime":3600,"IpsecPfs":"group14"}
}
