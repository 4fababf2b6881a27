package ikeconfig_test

import (
	"fmt"
	"log"
	"time"

	"github.com/ipsec-go/aliyun/ikeconfig"
)

func ExampleNew() {
	ike, err := ikeconfig.New(
		ikeconfig.WithPSK("correct horse battery staple"),
		ikeconfig.WithVersion(ikeconfig.V2),
		ikeconfig.WithEncAlg(ikeconfig.AES256),
		ikeconfig.WithPFS(ikeconfig.Group14),
		ikeconfig.WithLifetime(8*time.Hour),
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(ike.JSON()) // to be sent
	fmt.Println(ike)        // to be read
	// Output:
	// {"IkeEncAlg":"aes256","IkeLifetime":28800,"IkePfs":"group14","IkeVersion":"ikev2","Psk":"correct horse battery staple"}
	// ikeconfig.Config{Psk: "[hidden]", IkeVersion: "ikev2", IkeEncAlg: "aes256", IkePfs: "group14", IkeLifetime: "28800"}
}
