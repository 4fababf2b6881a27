package vpntest_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// For any input, the service neither panics nor answers 5xx, and vpnconn.DecodeResponse reads the answer: a connection
// if one was made, else an error with a code and a request ID.
func FuzzServer(f *testing.F) {
	whole := query(example(f, vpnconn.WithClientToken("1")))
	f.Add("GET", whole, "", "", "", "", "")
	f.Add("POST", "", whole, formType, "", "", "")
	f.Add("POST", whole, whole, formType+"; charset=utf-8", "", "", "application/json")
	f.Add("POST", "", strings.Replace(whole, "Action=CreateVpnConnection&", "", 1), "", vpnconn.Action, vpnconn.APIVersion, "")
	f.Add("GET", whole+"&Action=", "", "", "\x00", "\xff", "text/xml")
	f.Add("HEAD", whole, "", "", "", "", "")
	f.Add("PUT", whole, whole, "application/json", "", "", "*/*")
	f.Add("POST", "%zz=%", "&&==&;=", "multipart/form-data; boundary=x", "Create&Version=1", "2016-04-28", "application/json")
	f.Add("POST", "Version=2016-04-28&Action=CreateVpnConnection&Name=%00&IkeConfig={", "Format=json", "x;;;=", "", "", "")
	f.Add("GET", whole+"&Format=XML&"+url.QueryEscape("\ufffe<]]>")+"=1", "", "", "", "", "")
	for _, e := range aliyun.Editions() {
		for i, c := range vpntest.CasesIn(e) {
			if i%20 == 0 && len(c.Params["Name"]) < 1000 {
				f.Add("POST", "Version=2016-04-28&Format=XML", form(c.Params).Encode(), "", "", "", "")
			}
		}
	}
	f.Fuzz(func(t *testing.T, method, query, body, contentType, action, version, accept string) {
		for _, e := range aliyun.Editions() {
			checkCall(t, e, method, query, body, contentType, action, version, accept)
		}
	})
}

func checkCall(t *testing.T, e aliyun.Edition, method, query, body, contentType, action, version, accept string) {
	server := vpntest.NewServer(vpntest.WithEdition(e))
	defer server.Close()
	r := &http.Request{
		Method: method, URL: &url.URL{Path: "/", RawQuery: query}, Host: "vpc.aliyuncs.com",
		Header: http.Header{}, Body: http.NoBody,
	}
	if body != "" {
		r.Body = httptest.NewRequest("POST", "/", strings.NewReader(body)).Body
	}
	for name, value := range map[string]string{
		"Content-Type": contentType, "X-Acs-Action": action, "X-Acs-Version": version, "Accept": accept,
	} {
		if value != "" {
			r.Header.Set(name, value)
		}
	}
	w := httptest.NewRecorder()
	server.Config.Handler.ServeHTTP(w, r)
	if w.Code >= 500 {
		t.Fatalf("the answer is %d %s", w.Code, w.Body)
	}
	made, err := vpnconn.DecodeResponse(w.Code, w.Body.Bytes())
	connections := server.Connections()
	var refused *vpnerrors.APIError
	switch {
	case err == nil:
		if len(connections) != 1 || connections[0].ID != made.VPNConnectionID || made.RequestID == "" || made.CreateTime.IsZero() {
			t.Errorf("the answer is %+v, the connections are %v", made, connections)
		}
	case !errors.As(err, &refused) || refused.Code == "" || refused.Message == "" || refused.RequestID == "":
		t.Errorf("the answer is %d %s", w.Code, w.Body)
	case len(connections) != 0:
		t.Errorf("the answer is %v, but there is a connection", err)
	}
}
