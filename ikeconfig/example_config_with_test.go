package ikeconfig_test

import (
	"fmt"
	"log"

	"github.com/ipsec-go/aliyun/ikeconfig"
)

func ExampleConfig_With() {
	house, err := ikeconfig.New(ikeconfig.WithVersion(ikeconfig.V2), ikeconfig.WithPFS(ikeconfig.Group14))
	if err != nil {
		log.Fatal(err)
	}
	old, err := house.With(ikeconfig.WithVersion(ikeconfig.V1), ikeconfig.WithMode(ikeconfig.Main))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(house)
	fmt.Println(old)
	// Output:
	// ikeconfig.Config{IkeVersion: "ikev2", IkePfs: "group14"}
	// ikeconfig.Config{IkeVersion: "ikev1", IkeMode: "main", IkePfs: "group14"}
}
