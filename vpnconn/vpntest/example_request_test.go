package vpntest_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// What a program stores of requests has to come back as it was, whatever is in them.
func ExampleRequest() {
	r := rand.New(rand.NewPCG(1, 2)) // the same requests at every run
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
