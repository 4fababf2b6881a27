package vpnconn_test

import (
	"encoding/json"
	"errors"
	"fmt"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// Of several connections in one file, an error says in which it is if each is decoded by itself.
func ExampleSpec_list() {
	var file struct {
		Connections []json.RawMessage `json:"connections"` // with a YAML package, []yaml.Node
	}
	if err := json.Unmarshal([]byte(`{"connections": [{"VpnGatewayId": "vpn-1"}, {"VpnGatewayID": "vpn-2"}]}`), &file); err != nil {
		fmt.Println(err)
		return
	}
	var all vpnerrors.ValidationErrors
	for i, text := range file.Connections {
		var s vpnconn.Spec
		var mistakes vpnerrors.ValidationErrors
		if errors.As(json.Unmarshal(text, &s), &mistakes) {
			for _, m := range mistakes {
				all = append(all, m.At(fmt.Sprintf("connections[%d].%s", i, m.Field)))
			}
		}
	}
	fmt.Println(all)
	// Output:
	// connections[1].VpnGatewayID: unknown parameter: did you mean VpnGatewayId?
}
