package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync"

	"github.com/ipsec-go/aliyun/vpnconn"
)

// The API document's sample replies for a created connection, each with a request ID.
const (
	successJSON = `{
	"VpnConnectionId":"vco-bp15oes1py4i66rmdnc7k",
	"CreateTime":1544666102000,
	"RequestId":"%s"
}
`
	successXML = `<CreateVpnConnectionResponse>
  <VpnConnectionId>vco-bp1bbi27hojx80nck9k1i</VpnConnectionId>
  <CreateTime>1493363928000</CreateTime>
  <RequestId>%s</RequestId>
</CreateVpnConnectionResponse>
`
)

// A service stands in for the real one. It answers the first call that the gateway is busy, requires the same
// ClientToken in the second, and makes two connections before the quota is used up. The zero service is ready for use.
type service struct {
	mu    sync.Mutex
	calls []call
	made  int // connections
}

// A call is what the service remembers about a call.
type call struct {
	token string // ClientToken, "" if there was none
	made  bool   // it made a connection
}

// count returns how many calls came with token, and how many connections they made.
func (s *service) count(token string) (calls, connections int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.calls {
		if c.token == token {
			calls++
			if c.made {
				connections++
			}
		}
	}
	return calls, connections
}

// ServeHTTP answers a call to CreateVpnConnection, sent as a POST form.
func (s *service) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	this := call{token: r.PostFormValue("ClientToken")}
	number := len(s.calls) + 1
	requestID := fmt.Sprintf("082AD562-B8DB-4BB2-861F-%012X", number)

	switch {
	case r.PostFormValue("Action") != vpnconn.Action:
		fail(w, http.StatusNotFound, requestID, "InvalidAction.NotFound", "Specified api is not found.")
	case number == 1:
		fail(w, http.StatusBadRequest, requestID, "VpnGateway.Configuring", "The specified service is configuring.")
	case number == 2 && this.token != s.calls[0].token:
		fail(w, http.StatusBadRequest, requestID, "IdempotentParameterMismatch", "The retry has another ClientToken.")
	case s.made == 2:
		fail(w, http.StatusBadRequest, requestID, "Resource.QuotaFull", "The quota of resource is full")
	case r.PostFormValue("Format") == "JSON":
		this.made = true
		fmt.Fprintf(w, successJSON, requestID)
	default:
		this.made = true
		fmt.Fprintf(w, successXML, requestID)
	}

	s.calls = append(s.calls, this)
	if this.made {
		s.made++
	}
}

// fail answers with an error, in JSON as the service does.
func fail(w http.ResponseWriter, status int, requestID, code, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(map[string]string{
		"RequestId": requestID,
		"HostId":    "vpc.aliyuncs.com",
		"Code":      code,
		"Message":   message,
		"Recommend": "https://error-center.aliyun.com/status/search?Keyword=" + code + "&source=PopGw",
	})
}
