package vpntest_test

import (
	"fmt"

	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// Accept stands for a wrapper of package vpnconn that gets parameters. This one is too strict.
func accept(params map[string]string) error {
	if len(params["RegionId"]) > 100 {
		return fmt.Errorf("the region is too long")
	}
	_, err := vpnconn.Parse(params)
	return err
}

// The cases find where a wrapper is stricter, or more lenient, than it should be.
func ExampleCases() {
	for _, c := range vpntest.Cases() {
		err := accept(c.Params)
		if (err == nil) != (c.Reason == nil) {
			fmt.Printf("%s: %v\n", c.Name, err)
			fmt.Printf("but it is valid: %s\n", c.Why)
		}
	}
	// Output:
	// RegionId: a thousand characters: the region is too long
	// but it is valid: the document gives no maximum
}
