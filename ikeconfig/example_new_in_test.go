package ikeconfig_test

import (
	"fmt"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ikeconfig"
)

func ExampleNewIn() {
	ike, err := ikeconfig.NewIn(aliyun.Edition2025, ikeconfig.WithAuthAlg(ikeconfig.SHA256), ikeconfig.WithLocalID("office"))
	fmt.Println(ike.JSON(), err)
	_, err = ike.With(ikeconfig.WithPFS(ikeconfig.Group24))
	fmt.Println(err)
	// Output:
	// {"IkeAuthAlg":"sha256","LocalId":"office"} <nil>
	// IkeConfig.IkePfs: unsupported value "group24": want group1, group2, group5 or group14; it is in edition 2019
}
