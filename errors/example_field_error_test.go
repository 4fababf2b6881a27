package errors_test

import (
	"errors"
	"fmt"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
)

// A FieldError is data from which a form, or a wizard, can make what it likes: here it corrects the value where there is
// no doubt about what was meant.
func ExampleFieldError() {
	encAlg := ikeconfig.EncAlg("AES-256")
	_, err := ikeconfig.New(ikeconfig.WithEncAlg(encAlg))

	var mistake *vpnerrors.FieldError
	if errors.As(err, &mistake) && mistake.Suggest != "" {
		fmt.Println(mistake)
		encAlg = ikeconfig.EncAlg(mistake.Suggest)
	}
	config, err := ikeconfig.New(ikeconfig.WithEncAlg(encAlg))
	fmt.Println(config.EncAlg(), err)

	// Output:
	// IkeConfig.IkeEncAlg: unsupported value "AES-256": want aes, aes192, aes256, des or 3des; did you mean aes256?
	// aes256 <nil>
}
