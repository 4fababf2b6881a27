package errors_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// FuzzFromSDK checks that the error of every SDK has the data of the reply itself, whatever is in it, and that no key
// that follows in it is shown.
func FuzzFromSDK(f *testing.F) {
	for _, seed := range []struct {
		status                                      int
		code, message, requestID, hostID, recommend string
	}{
		{400, "VpnGateway.Configuring", "The gateway is busy.", "082AD562", "vpc.aliyuncs.com", "https://a/?q=1"}, // an error
		{403, "", "m", "r", "h", "u"},                                         // no code
		{500, "X", "", "", "", ""},                                            // only a code
		{400, "X", "code: 400, m request id: r", "r", "", ""},                 // a message like that of an SDK
		{400, " X\n", "\u00a0m ", "\tr", "", "<&>"},                           // white space
		{400, "X", "IkeConfig%3D%257B%2522Psk%2522%253A%2522", "r", "h", "u"}, // an echo
		{400, "<nil>", "<nil>", "<nil>", "", ""},                              // nil as printed by fmt
		{-1, "200", "\xff", "\x00", "\u202e", "{"},                            // oddities
	} {
		f.Add(seed.status, seed.code, seed.message, seed.requestID, seed.hostID, seed.recommend)
	}
	f.Fuzz(func(t *testing.T, status int, code, message, requestID, hostID, recommend string) {
		switch {
		case status == 0, status/100 == 2:
			return // no SDK returns an error for these
		case strings.Contains(code+message+requestID, "<nil>"):
			return // some SDKs treat it as empty
		}
		members := map[string]string{
			"Code": code, "Message": message, "RequestId": requestID, "HostId": hostID, "Recommend": recommend,
		}
		body, _ := json.Marshal(members)
		want := withoutBody(vpnerrors.Decode(status, body).(*vpnerrors.APIError))
		members["Message"] += `"Psk":"` + secretKey + `"`
		echo, _ := json.Marshal(members)
		for sdk, newError := range newSDKErrors {
			if sdk == "alibaba-cloud-sdk-go" && mayBeWhole(want, message) {
				continue
			}
			got, ok := vpnerrors.FromSDK(newError(status, string(body)))
			if !ok {
				t.Fatalf("%s: the error for %d %s is not recognized", sdk, status, body)
			}
			if !withoutBody(got).Equal(want) {
				t.Errorf("%s: %d %s (-the reply +its error):\n%s", sdk, status, body, cmp.Diff(want, withoutBody(got)))
			}
			got, _ = vpnerrors.FromSDK(newError(status, string(echo)))
			if shown := showsKey(got, secretKey); shown != "" && !bytes.Contains(body, []byte(secretKey)) {
				t.Errorf("%s: the error for %d %s shows the key: %s", sdk, status, echo, shown)
			}
		}
	})
}

// mayBeWhole reports whether the message of a reply can be taken for a reply: alibaba-cloud-sdk-go puts both in the
// same place.
func mayBeWhole(reply *vpnerrors.APIError, message string) bool {
	inner := vpnerrors.Decode(reply.HTTPStatus, []byte(message)).(*vpnerrors.APIError)
	if reply.Code == "" && reply.RequestID+reply.HostID+reply.Recommend != "" {
		return !withoutBody(inner).Equal(&vpnerrors.APIError{HTTPStatus: reply.HTTPStatus})
	}
	return inner.Code == reply.Code
}
