package vpnconn_test

import (
	"fmt"

	"github.com/ipsec-go/aliyun/vpnconn"
)

// ParseQuery reads the query of a signed URL, or a form body; the common parameters of all calls, such as the
// signature, are skipped. The query of the result has only the request's own parameters, sorted, and can be compared.
func ExampleParseQuery() {
	r, err := vpnconn.ParseQuery("VpnGatewayId=vpn-1&CustomerGatewayId=cgw-1&LocalSubnet=10.0.0.0/24,+10.0.1.0/24" +
		"&RemoteSubnet=192.168.0.0%2F16&RegionId=cn-shanghai&Action=CreateVpnConnection" +
		"&Timestamp=2019-06-04T00%3A00%3A00Z&Signature=OLeaidS1JvxuMvnyHOwuJ%2BuX5qY%3D")
	fmt.Println(r.Query(), err)

	_, err = vpnconn.ParseQuery(r.Query() + "&Name=to-idc&Name=to-lab")
	fmt.Println(err)

	// Output:
	// Action=CreateVpnConnection&CustomerGatewayId=cgw-1&LocalSubnet=10.0.0.0%2F24%2C10.0.1.0%2F24&RegionId=cn-shanghai&RemoteSubnet=192.168.0.0%2F16&VpnGatewayId=vpn-1 <nil>
	// Name: duplicate "to-lab": want it once
}
