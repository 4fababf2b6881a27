package main

import (
	"net/netip"

	"github.com/aliyun/alibaba-cloud-sdk-go/services/vpc"

	"github.com/ipsec-go/aliyun/vpnconn"
)

// kept holds what the contenders made last. Else the compiler could leave the work out, or put its result on the stack,
// where no caller's would be.
var kept struct {
	params      map[string]string
	query       map[string]*string
	bytes       []byte
	text        string
	request     vpnconn.Request
	response    vpnconn.Response
	sdkResponse *vpc.CreateVpnConnectionResponse
	err         error
	failure     *failure
	ike         *ikeObject
	ipsec       *ipsecObject
	prefix      netip.Prefix
}
