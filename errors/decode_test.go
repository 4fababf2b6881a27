package errors_test

import (
	"bytes"
	stderrors "errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

func TestDecode(t *testing.T) {
	const page = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>"
	for _, tt := range []struct {
		status int
		body   string
		want   vpnerrors.APIError // without status and body
		why    string
	}{
		{400, `{"RequestId":"r","HostId":"h","Code":"c","Message":"m","Recommend":"u"}`,
			vpnerrors.APIError{Code: "c", Message: "m", RequestID: "r", HostID: "h", Recommend: "u"}, "JSON with every member"},
		{400, `<?xml version='1.0' encoding='UTF-8'?><Error><RequestId>r</RequestId><HostId>h</HostId><Code>c</Code><Message>m</Message><Recommend>u</Recommend></Error>`,
			vpnerrors.APIError{Code: "c", Message: "m", RequestID: "r", HostID: "h", Recommend: "u"}, "XML with every element"},
		{400, `{"code":"c","MESSAGE":"m","requestid":"r"}`,
			vpnerrors.APIError{Code: "c", Message: "m", RequestID: "r"}, "member names in another letter case"},
		{400, `{"Code":404,"Message":"m"}`, vpnerrors.APIError{Code: "404", Message: "m"}, "a code that is a number"},
		{400, `{"Code":"c","AccessDeniedDetail":{"Code":"x"},"Data":[1,2]}`, vpnerrors.APIError{Code: "c"}, "unknown members"},
		{400, "\ufeff\r\n{\"Code\":\"c\"}", vpnerrors.APIError{Code: "c"}, "a byte-order mark"},
		{400, "\xff\xfe{\x00\"\x00C\x00o\x00d\x00e\x00\"\x00:\x00\"\x00c\x00\"\x00}\x00", vpnerrors.APIError{Code: "c"}, "UTF-16"},
		{400, `<Error><Code><![CDATA[c]]></Code><Message>a &lt; b</Message></Error>`, vpnerrors.APIError{Code: "c", Message: "a < b"}, "CDATA and no prolog"},
		{400, "<?xml version=\"1.0\" encoding=\"gb2312\"?><Error><Code>c</Code><Message>\xd6\xd0</Message></Error>",
			vpnerrors.APIError{Code: "c", Message: "\ufffd\ufffd"}, "another charset"},
		{400, `{"RequestId":"r","Code":"c","Message":"The specif`, vpnerrors.APIError{Code: "c", RequestID: "r"}, "JSON cut short"},
		{400, `<Error><RequestId>r</RequestId><Code>c</Code><Mess`, vpnerrors.APIError{Code: "c", RequestID: "r"}, "XML cut short"},

		{200, `{"Code":"VpnGateway.Configuring"}`, vpnerrors.APIError{Code: "VpnGateway.Configuring"}, "an error with a status of success"},
		{200, `{"Code":"200","Message":"OK","RequestId":"r"}`, vpnerrors.APIError{Message: "OK", RequestID: "r"}, "a code that says success"},
		{202, `{"Code":200}`, vpnerrors.APIError{}, "the same as a number, with another status of success"},
		{400, `{"Code":"200"}`, vpnerrors.APIError{Code: "200"}, "an ordinary code if the status is an error"},
		{200, `{"Code":"201"}`, vpnerrors.APIError{Code: "201"}, "only 200 is not a code"},
		{200, `{"VpnConnectionId":"vco-1","RequestId":"r","Name":"n"}`, vpnerrors.APIError{RequestID: "r"}, "a success, which Decode is not for"},

		{502, page, vpnerrors.APIError{}, "the page of a proxy"},
		{404, "<!DOCTYPE html>\n<body><code>x</code><Code>", vpnerrors.APIError{}, "an incomplete page"},
		{503, "upstream connect error or disconnect/reset before headers", vpnerrors.APIError{}, "plain text"},
		{500, `["Code","c"]`, vpnerrors.APIError{}, "an array"},
		{500, `"Code"`, vpnerrors.APIError{}, "a string"},
		{500, `null`, vpnerrors.APIError{}, "null"},
		{500, `{"Code":null,"Message":["m"]}`, vpnerrors.APIError{}, "members of other types"},
		{202, "", vpnerrors.APIError{}, "an empty body"},
		{500, " \n", vpnerrors.APIError{}, "a blank body"},
		{500, "\x1f\x8b\x08\x00\x00\x00\x00\x00", vpnerrors.APIError{}, "a body that is still compressed"},
		{0, "", vpnerrors.APIError{}, "nothing at all"},
		{-1, `{"Code":"c"}`, vpnerrors.APIError{Code: "c"}, "an invalid status"},
	} {
		want := tt.want
		want.HTTPStatus = tt.status
		want.Body = []byte(tt.body)
		err := vpnerrors.Decode(tt.status, []byte(tt.body))
		if diff := cmp.Diff(error(&want), err); diff != "" {
			t.Errorf("Decode(%d, %q): %s: (-want +got)\n%s", tt.status, tt.body, tt.why, diff)
		}
		if got := stderrors.Is(err, vpnerrors.ErrMalformedReply); got != (want.Code == "") {
			t.Errorf("Decode(%d, %q): %s: malformed: %v", tt.status, tt.body, tt.why, got)
		}
	}
}

func TestDecodeBody(t *testing.T) {
	for _, tt := range []struct {
		name string
		body []byte
		want int
	}{
		{"short", []byte("x"), 1},
		{"the most that is kept", bytes.Repeat([]byte("x"), 4<<10), 4 << 10},
		{"one byte more", bytes.Repeat([]byte("x"), 4<<10+1), 4 << 10},
		{"more than is read", bytes.Repeat([]byte("x"), 1<<20+1), 4 << 10},
	} {
		err := vpnerrors.Decode(500, tt.body).(*vpnerrors.APIError)
		if !bytes.Equal(err.Body, tt.body[:tt.want]) {
			t.Errorf("%s: kept %d bytes, want the first %d", tt.name, len(err.Body), tt.want)
		}
		tt.body[0] = 'y'
		if err.Body[0] != 'x' {
			t.Errorf("%s: the error changed with the caller's slice", tt.name)
		}
	}
	for _, body := range [][]byte{nil, {}} {
		if err := vpnerrors.Decode(500, body).(*vpnerrors.APIError); err.Body != nil {
			t.Errorf("an empty body became %#v, want nil", err.Body)
		}
	}
}
