package vpntest_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// A program that stores requests must read them back unchanged, whatever is in them.
func ExampleRequest() {
	r := rand.New(rand.NewPCG(1, 2)) // the same requests in every run
	same := 0
	for range 1000 {
		request := vpntest.Request(r)
		back, err := vpnconn.ParseQuery(request.Query())
		if err != nil || !back.Equal(request) {
			fmt.Println(request, "came back as", back, err)
			continue
		}
		same++
	}
	fmt.Println(same, "came back")
	// Output: 1000 came back
}
