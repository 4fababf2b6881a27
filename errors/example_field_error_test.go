package errors_test

import (
	"errors"
	"fmt"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
)

// A FieldError is data that a form, or a wizard, can use: here it corrects the value if there is no doubt about what
// was meant.
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
