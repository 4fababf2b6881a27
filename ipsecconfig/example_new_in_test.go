package ipsecconfig_test

import (
	"fmt"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/ipsecconfig"
)

func ExampleNewIn() {
	fmt.Println(ipsecconfig.DHGroupsIn(aliyun.Edition2025))
	ipsec, err := ipsecconfig.NewIn(aliyun.Edition2025, ipsecconfig.WithAuthAlg(ipsecconfig.SHA256))
	fmt.Println(ipsec.Effective().JSON(), err)
	// Output:
	// [disabled group1 group2 group5 group14]
	// {"IpsecAuthAlg":"sha256","IpsecEncAlg":"aes","IpsecLifetime":86400,"IpsecPfs":"group2"} <nil>
}
