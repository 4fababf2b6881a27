package ipsecconfig_test

import (
	"fmt"
	"log"

	"github.com/ipsec-go/aliyun/ipsecconfig"
)

func ExampleParse() {
	ipsec, err := ipsecconfig.Parse(`{"IpsecPfs": "group14", "IpsecLifetime": 3.6e3, "IpsecEncAlg": null}`)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(ipsec)

	_, err = ipsecconfig.Parse(`aes`) // the API document's own example
	fmt.Println(err)
	// Output:
	// ipsecconfig.Config{IpsecPfs: "group14", IpsecLifetime: "3600"}
	// IpsecConfig: bad type: want a JSON object; did you mean {"IpsecEncAlg":"aes"}?
}
