package vpntest_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// Half of the requests of edition 2025 have two tunnels, which code that stores requests must keep too.
func ExampleRequestIn() {
	r := rand.New(rand.NewPCG(1, 2)) // the same requests in every run
	withTunnels := false
	for range 1000 {
		request := vpntest.RequestIn(aliyun.Edition2025, r)
		withTunnels = withTunnels || request.Tunnels() != nil
		back, err := vpnconn.ParseIn(aliyun.Edition2025, request.Params())
		if err != nil || !back.Equal(request) {
			fmt.Println(request, "came back as", back, err)
		}
	}
	fmt.Println("some with tunnels:", withTunnels)
	// Output: some with tunnels: true
}
