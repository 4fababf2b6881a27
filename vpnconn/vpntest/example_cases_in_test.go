package vpntest_test

import (
	"errors"
	"fmt"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// A case has the edition that its result is for.
func ExampleCasesIn() {
	for _, e := range aliyun.Editions() {
		for _, c := range vpntest.CasesIn(e) {
			if _, err := vpnconn.ParseIn(c.Edition, c.Params); !errors.Is(err, c.Reason) {
				fmt.Printf("%s: %v, want %v: %s\n", c.Name, err, c.Reason, c.Why)
			}
			if c.Name == "IkeConfig.IkePfs: group24" {
				fmt.Printf("%v: %v, %s\n", e, c.Reason, c.Why)
			}
		}
	}
	// Output:
	// 2019: <nil>, a documented value only of this edition
	// 2025: unsupported value, a value of 2019, gone in this edition
}
