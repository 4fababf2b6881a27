package vpntest_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// The answer of a service to its own users must name the one wrong field, also in a tunnel.
func ExampleInvalidIn() {
	r := rand.New(rand.NewPCG(1, 2)) // the same mistakes in every run
	for range 1000 {
		c := vpntest.InvalidIn(aliyun.Edition2025, r)
		_, err := vpnconn.ParseIn(c.Edition, c.Params)
		if mistakes, ok := err.(vpnerrors.ValidationErrors); !ok || len(mistakes) != 1 || mistakes[0].Field != c.Field {
			fmt.Println(c.Name, "is found to be", err)
		}
	}
	fmt.Println("one mistake found in each of 1000")
	// Output: one mistake found in each of 1000
}
