package vpntest_test

import (
	"errors"
	"fmt"
	"math/rand/v2"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// A form that shows people their mistakes must show each next to its field.
func ExampleInvalid() {
	r := rand.New(rand.NewPCG(1, 2)) // the same mistakes in every run
	found := 0
	for range 1000 {
		c := vpntest.Invalid(r)
		_, err := vpnconn.Parse(c.Params)
		var mistakes vpnerrors.ValidationErrors
		if !errors.As(err, &mistakes) || len(mistakes) != 1 || mistakes[0].Field != c.Field || !errors.Is(err, c.Reason) {
			fmt.Println(c.Name, "was not found:", err)
			continue
		}
		found++
	}
	fmt.Println(found, "mistakes found, one each")
	// Output: 1000 mistakes found, one each
}
