package vpnconn_test

import (
	stderrors "errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// The sample replies of the API document.
const (
	sampleXML = `<CreateVpnConnectionResponse>
  <VpnConnectionId>vco-bp1bbi27hojx80nck9k1i</VpnConnectionId>
  <CreateTime>1493363928000</CreateTime>
</CreateVpnConnectionResponse>
`
	sampleJSON = `{
	"VpnConnectionId":"vco-bp15oes1py4i66rmdnc7k",
	"CreateTime":1544666102000
}
`
)

func TestDecodeResponse(t *testing.T) {
	id := vpnconn.Response{VPNConnectionID: "vco-1"}
	created := time.Date(2018, 12, 13, 1, 55, 2, 0, time.UTC)
	full := vpnconn.Response{VPNConnectionID: "vco-1", CreateTime: created, Name: "idc", RequestID: "r"}
	for _, tt := range []struct {
		name   string
		status int
		body   string
		want   vpnconn.Response
		why    string
	}{
		{"the document's JSON", 200, sampleJSON,
			vpnconn.Response{VPNConnectionID: "vco-bp15oes1py4i66rmdnc7k", CreateTime: created}, "it has neither RequestId nor Name"},
		{"the document's XML", 200, sampleXML,
			vpnconn.Response{VPNConnectionID: "vco-bp1bbi27hojx80nck9k1i", CreateTime: time.Date(2017, 4, 28, 7, 18, 48, 0, time.UTC)}, "it has neither RequestId nor Name"},
		{"all of JSON", 200, `{"RequestId":"r","Name":"idc","CreateTime":1544666102000,"VpnConnectionId":"vco-1"}`, full, "in any order"},
		{"all of XML", 200, `<?xml version="1.0" encoding="UTF-8"?><R><RequestId>r</RequestId><Name>idc</Name><CreateTime>1544666102000</CreateTime><VpnConnectionId>vco-1</VpnConnectionId></R>`, full, "in any order"},
		{"other letters", 200, `{"requestId":"r","NAME":"idc","createTime":"1544666102000","vpnConnectionId":"vco-1"}`, full, "any letter case, and a time in quotes"},
		{"byte-order mark", 200, "\ufeff" + `{"VpnConnectionId":"vco-1"}`, id, "some proxies add one"},
		{"unknown members", 200, `{"Data":{"Code":"x"},"VpnConnectionId":"vco-1","Success":true}`, id, "the service may add members"},
		{"CDATA and another charset", 200, `<?xml version="1.1" encoding="GBK"?><R><VpnConnectionId><![CDATA[vco-1]]></VpnConnectionId></R>`, id, "the ID is still ASCII"},
		{"status 201", 201, `{"VpnConnectionId":"vco-1"}`, id, "2xx"},
		{"status 299", 299, `{"VpnConnectionId":"vco-1"}`, id, "2xx"},
		{"Code 200", 200, `{"Code":"200","Message":"OK","VpnConnectionId":"vco-1"}`, id, "some replies report success this way"},
		{"code and an ID", 200, `{"Code":"InternalError","VpnConnectionId":"vco-1"}`, id, "the connection exists, and its ID must not be lost"},

		{"time in another notation", 200, `{"CreateTime":1.544666102e12,"VpnConnectionId":"vco-1"}`,
			vpnconn.Response{VPNConnectionID: "vco-1", CreateTime: created}, "a number is its value"},
		{"time with a zero fraction", 200, `<R><CreateTime>1544666102000.0</CreateTime><VpnConnectionId>vco-1</VpnConnectionId></R>`,
			vpnconn.Response{VPNConnectionID: "vco-1", CreateTime: created}, "likewise in XML"},
		{"time with a fraction", 200, `{"CreateTime":1544666102000.5,"VpnConnectionId":"vco-1"}`, id, "not whole milliseconds"},
		{"time beyond what a float holds", 200, `{"CreateTime":9007199254740992.0,"VpnConnectionId":"vco-1"}`, id, "it may have been another number"},
		{"infinite time", 200, `{"CreateTime":"Infinity","VpnConnectionId":"vco-1"}`, id, "not a time"},
		{"time that is not a number", 200, `{"CreateTime":"nan","VpnConnectionId":"vco-1"}`, id, "not a time"},
		{"time in words", 200, `{"CreateTime":"2018-12-13T01:55:02Z","VpnConnectionId":"vco-1"}`, id, "a time that cannot be read does not lose the ID"},
		{"time out of range", 200, `{"CreateTime":99999999999999999999,"VpnConnectionId":"vco-1"}`, id, "likewise"},
		{"time of another type", 200, `{"CreateTime":{"Seconds":1},"VpnConnectionId":"vco-1","Name":["n"],"RequestId":null}`, id, "likewise"},
		{"no number at all", 200, `{"CreateTime":NaN,"VpnConnectionId":"vco-1"}`, id, "likewise, although it is not JSON"},
		{"no value for a time", 200, `{"CreateTime":,"VpnConnectionId":"vco-1"}`, id, "likewise"},
		{"a character that XML lacks", 200, `<R><Name>a&#1;b</Name><VpnConnectionId>vco-1</VpnConnectionId></R>`, id, "likewise in XML"},
		{"an invalid comment", 200, `<R><!-- a -- b --><VpnConnectionId>vco-1</VpnConnectionId></R>`, id, "likewise"},
		{"no time", 200, `{"CreateTime":null,"VpnConnectionId":"vco-1"}`, id, "likewise"},
		{"time of another type in XML", 200, `<R><CreateTime><Seconds>1</Seconds></CreateTime><VpnConnectionId>vco-1</VpnConnectionId></R>`, id, "likewise"},
		{"time before 1970", 200, `{"CreateTime":-1,"VpnConnectionId":"vco-1"}`,
			vpnconn.Response{VPNConnectionID: "vco-1", CreateTime: time.Date(1969, 12, 31, 23, 59, 59, 999e6, time.UTC)}, "negative numbers are times too"},
		{"cut after the ID", 200, `{"VpnConnectionId":"vco-1"`, id, "a reply that is cut short keeps the ID"},
		{"cut in the time", 200, `{"VpnConnectionId":"vco-1","CreateTime":15446661`, id, "a part of a time is not a time"},
		{"cut in a name", 200, `{"VpnConnectionId":"vco-1","Name":"id`, id, "a part of a name is not a name"},
		{"broken after the ID", 200, `{"VpnConnectionId":"vco-1",,,}`, id, "what comes after does not matter"},
		{"cut in XML", 200, `<R><VpnConnectionId>vco-1</VpnConnectionId><CreateTime>15446661`, id, "likewise"},
		{"broken XML", 200, `<R><VpnConnectionId>vco-1</VpnConnectionId><Name>a&b<c</R>`, id, "likewise"},
		{"bad UTF-8 and an ID", 200, "{\"Name\":\"\xff\",\"VpnConnectionId\":\"vco-1\"}",
			vpnconn.Response{VPNConnectionID: "vco-1", Name: "\ufffd"}, "repaired, not lost"},
		{"1 MiB", 200, `{"VpnConnectionId":"vco-1","Data":"` + strings.Repeat("x", 1<<20-len(`{"VpnConnectionId":"vco-1","Data":""}`)) + `"}`, id, "the largest reply that is read"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := vpnconn.DecodeResponse(tt.status, []byte(tt.body))
			if err != nil {
				t.Fatalf("%v\n%s", err, tt.why)
			}
			if got != tt.want || got.CreateTime.Location() != time.UTC {
				t.Errorf("Response (-want +got):\n%s\n%s", cmp.Diff(tt.want, got), tt.why)
			}
		})
	}
}

func TestDecodeResponseRefuses(t *testing.T) {
	malformed := vpnerrors.ErrMalformedReply
	for _, tt := range []struct {
		name   string
		status int
		body   string
		want   error // the sentinel that it matches
		code   vpnerrors.Code
		why    string
	}{
		{"documented error", 400, `{"RequestId":"r","Code":"VpnGateway.Configuring","Message":"m"}`, vpnerrors.ErrConfiguring, "VpnGateway.Configuring", "as the document lists it"},
		{"documented error in XML", 404, `<Error><Code>InvalidVpnGatewayInstanceId.NotFound</Code></Error>`, vpnerrors.ErrVPNGatewayNotFound, "InvalidVpnGatewayInstanceId.NotFound", "in either format"},
		{"error within 200", 200, `{"RequestId":"r","Code":"Forbidden"}`, vpnerrors.ErrForbidden, "Forbidden", "the code decides"},
		{"error within 200, in XML", 200, `<R><Code>Resource.QuotaFull</Code></R>`, vpnerrors.ErrQuotaFull, "Resource.QuotaFull", "the code decides"},
		{"Code 200 without an ID", 200, `{"Code":"200","RequestId":"r"}`, malformed, "", "not a code, and no success without an ID"},
		{"Code 200 as a number", 202, `{"Code":200}`, malformed, "", "likewise"},
		{"Code 200 in an error", 500, `{"Code":"200"}`, nil, "200", "an ordinary code there"},
		{"ID in an error", 500, `{"VpnConnectionId":"vco-1","Code":"InternalError"}`, nil, "InternalError", "never a success, even if something was created"},
		{"ID in a 404", 404, sampleJSON, malformed, "", "never a success"},
		{"ID in a redirection", 302, sampleJSON, malformed, "", "never a success"},
		{"ID in 199", 199, sampleJSON, malformed, "", "not 2xx"},
		{"ID in 300", 300, sampleJSON, malformed, "", "not 2xx"},
		{"ID in no status", 0, sampleJSON, malformed, "", "not 2xx"},
		{"ID in a negative status", -200, sampleJSON, malformed, "", "not 2xx"},
		{"ID in a large status", 2000, sampleJSON, malformed, "", "not 2xx"},
		{"empty", 200, "", malformed, "", "an ID is what a caller needs"},
		{"empty object", 200, "{}", malformed, "", "likewise"},
		{"no ID", 200, `{"RequestId":"r","CreateTime":1544666102000,"Name":"idc"}`, malformed, "", "likewise"},
		{"empty ID", 200, `{"VpnConnectionId":""}`, malformed, "", "likewise"},
		{"blank ID", 200, `{"VpnConnectionId":" \n"}`, malformed, "", "likewise"},
		{"null ID", 200, `{"VpnConnectionId":null}`, malformed, "", "likewise"},
		{"ID of another type", 200, `{"VpnConnectionId":["vco-1"]}`, malformed, "", "likewise"},
		{"ID in something else", 200, `{"Data":{"VpnConnectionId":"vco-1"}}`, malformed, "", "it may be that of another connection"},
		{"cut in the ID", 200, `{"VpnConnectionId":"vco-bp15`, malformed, "", "a part of an ID may be another ID"},
		{"cut in the ID in XML", 200, `<R><VpnConnectionId>vco-bp15`, malformed, "", "likewise"},
		{"ID as text of a page", 200, `<html><body>VpnConnectionId vco-1</body></html>`, malformed, "", "a proxy's page"},
		{"plain text", 200, `VpnConnectionId: vco-1`, malformed, "", "not a format of the service"},
		{"a list", 200, `[` + sampleJSON + `]`, malformed, "", "not a reply of this call"},
		{"over 1 MiB", 200, `{"VpnConnectionId":"vco-1","Data":"` + strings.Repeat("x", 1<<20) + `"}`, malformed, "", "refused unread"},
		{"blanks over 1 MiB", 200, sampleJSON + strings.Repeat(" ", 1<<20), malformed, "", "refused unread"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := vpnconn.DecodeResponse(tt.status, []byte(tt.body))
			if got != (vpnconn.Response{}) {
				t.Errorf("a Response with an error: %+v", got)
			}
			e, ok := err.(*vpnerrors.APIError)
			if !ok {
				t.Fatalf("the error is a %T, want *APIError: %v\n%s", err, err, tt.why)
			}
			if e.Code != tt.code || e.HTTPStatus != tt.status || tt.want != nil && !stderrors.Is(err, tt.want) {
				t.Errorf("code %q, status %d, %v; want %q, %d, %v\n%s", e.Code, e.HTTPStatus, err, tt.code, tt.status, tt.want, tt.why)
			}
			if len(e.Body) > 4<<10 || tt.body != "" && len(e.Body) == 0 {
				t.Errorf("%d bytes of the body are kept, want 1 to 4096", len(e.Body))
			}
		})
	}
}
