package main

import (
	"encoding/json"
	"encoding/xml"

	"github.com/aliyun/alibaba-cloud-sdk-go/services/vpc"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// The replies have all members in the API document's tables. Its samples lack some, the service's replies do not.
const (
	successJSON = `{"VpnConnectionId":"vco-bp15oes1py4i66rmdnc7k","CreateTime":1544666102000,"Name":"test",` +
		`"RequestId":"082AD562-B8DB-4BB2-861F-DA1FCA01FD76"}`
	successXML = `<?xml version="1.0" encoding="UTF-8"?><CreateVpnConnectionResponse>` +
		`<VpnConnectionId>vco-bp15oes1py4i66rmdnc7k</VpnConnectionId><CreateTime>1544666102000</CreateTime>` +
		`<Name>test</Name><RequestId>082AD562-B8DB-4BB2-861F-DA1FCA01FD76</RequestId></CreateVpnConnectionResponse>`
	failureJSON = `{"RequestId":"082AD562-B8DB-4BB2-861F-DA1FCA01FD76","HostId":"vpc.aliyuncs.com",` +
		`"Code":"VpnGateway.Configuring","Message":"The specified service is configuring.",` +
		`"Recommend":"https://error-center.aliyun.com/status/search?Keyword=VpnGateway.Configuring&source=PopGw"}`
)

// failure is an error reply for encoding/json. Its names are the documented ones, so it needs only one tag.
type failure struct {
	RequestID string `json:"RequestId"`
	HostID    string `json:"HostId"`
	Code      string
	Message   string
	Recommend string
}

func replies() (group, error) {
	okJSON, okXML, badJSON := []byte(successJSON), []byte(successXML), []byte(failureJSON)
	return group{
		title: "Replies",
		note: `The standard library reads a success into the response of alibaba-cloud-sdk-go, and an error into a struct with
the five documented members. This library takes either format, tells success from error, and cuts echoes of a key out of an
error.`,
		contenders: []contender{
			{name: "success, JSON: DecodeResponse", run: func() (err error) {
				kept.response, err = vpnconn.DecodeResponse(200, okJSON)
				return err
			}},
			{name: "success, JSON: encoding/json", ratio: ratio{over: 'a', under: 'b'}, run: func() error {
				kept.sdkResponse = new(vpc.CreateVpnConnectionResponse)
				return json.Unmarshal(okJSON, kept.sdkResponse)
			}},
			{name: "success, XML: DecodeResponse", run: func() (err error) {
				kept.response, err = vpnconn.DecodeResponse(200, okXML)
				return err
			}},
			{name: "success, XML: encoding/xml", ratio: ratio{over: 'c', under: 'd'}, run: func() error {
				kept.sdkResponse = new(vpc.CreateVpnConnectionResponse)
				return xml.Unmarshal(okXML, kept.sdkResponse)
			}},
			{name: "error, JSON: errors.Decode", run: func() error {
				kept.err = vpnerrors.Decode(400, badJSON)
				return nil
			}},
			{name: "error, JSON: encoding/json", ratio: ratio{'e', 'f', atMost(2, 2)}, run: func() error {
				kept.failure = new(failure)
				return json.Unmarshal(badJSON, kept.failure)
			}},
		},
	}, nil
}
