package errors_test

import (
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// replies are what a caller gets: the service's own in both formats, and those of a proxy.
var replies = []struct {
	name string
	body string
	most float64 // allocations
}{
	{"JSON", `{"RequestId":"082AD562-B8DB-4BB2-861F-DA1FCA01FD76","HostId":"vpc.aliyuncs.com","Code":"VpnGateway.Configuring",` +
		`"Message":"The specified service is configuring.","Recommend":"https://api.aliyun.com/troubleshoot?q=VpnGateway.Configuring"}`, 14},
	{"XML", `<?xml version="1.0" encoding="UTF-8"?><Error><RequestId>082AD562-B8DB-4BB2-861F-DA1FCA01FD76</RequestId>` +
		`<HostId>vpc.aliyuncs.com</HostId><Code>VpnGateway.Configuring</Code>` +
		`<Message>The specified service is configuring.</Message></Error>`, 55},
	{"HTML", "<html><body>" + strings.Repeat("<p>502 Bad Gateway</p>", 1000) + "</body></html>", 13},
}

func BenchmarkDecode(b *testing.B) {
	for _, r := range replies {
		body := []byte(r.body)
		b.Run(r.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(body)))
			for b.Loop() {
				if vpnerrors.Decode(502, body) == nil {
					b.Fatal("no error")
				}
			}
		})
	}
}
