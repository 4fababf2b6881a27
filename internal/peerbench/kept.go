package main

import (
	"net/netip"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/utils"
	vpcv6 "github.com/alibabacloud-go/vpc-20160428/v6/client"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/vpc"

	"github.com/ipsec-go/aliyun/vpnconn"
)

// kept holds what the contenders made last. Otherwise the compiler could omit the work, or put its result on the stack,
// where a caller's result would not be.
var kept struct {
	params      map[string]string
	query       map[string]*string
	call        *openapi.OpenApiRequest
	bytes       []byte
	text        string
	request     vpnconn.Request
	response    vpnconn.Response
	sdkResponse *vpc.CreateVpnConnectionResponse
	err         error
	failure     *failure
	ike         *ikeObject
	ipsec       *ipsecObject
	typed       *vpcv6.CreateVpnConnectionRequest
	prefix      netip.Prefix
}
