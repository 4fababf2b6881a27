package vpntest_test

import (
	"fmt"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// store stands for a function that takes a Spec and refuses invalid ones.
func store(s vpnconn.Spec) error {
	_, err := s.Build()
	return err
}

// A wrapper that takes a Spec is tested with the cases that a Spec can express.
func ExampleCase_Spec() {
	for _, c := range vpntest.CasesIn(aliyun.Edition2025) {
		spec, ok := c.Spec()
		if !ok {
			continue
		}
		err := store(spec)
		if (err == nil) != (c.Reason == nil) {
			fmt.Printf("%s: %v: %s\n", c.Name, err, c.Why)
		}
		if c.Name == "two masters" {
			fmt.Println(err)
		}
	}
	// Output: TunnelOptionsSpecification.2.Role: duplicate "master": want it once; first at TunnelOptionsSpecification.1.Role
}
