package vpnconn

import (
	"math"
	"strconv"
	"time"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/reply"
)

// A Response is the reply to a successful creation. Responses are comparable with ==.
type Response struct {
	VPNConnectionID string    // VpnConnectionId, never empty if the error is nil
	CreateTime      time.Time // CreateTime in UTC, to the millisecond; the zero Time where the reply has none that can be read
	Name            string    // Name, or "" where the reply has none
	RequestID       string    // RequestId, for the service's support, or "" where the reply has none
}

// DecodeResponse reads a reply to CreateVpnConnection, in JSON or XML. A reply with status 2xx and the ID of a
// connection is a [Response], even if another field cannot be read, so that the ID of a connection that exists is never lost.
// Every other reply is a [*vpnerrors.APIError], including one with status 2xx and no ID.
func DecodeResponse(httpStatus int, body []byte) (Response, error) {
	if httpStatus/100 == 2 {
		if r := reply.Read(body); r.ConnectionID != "" {
			return Response{
				VPNConnectionID: r.ConnectionID,
				CreateTime:      milliseconds(r.CreateTime),
				Name:            r.Name,
				RequestID:       r.RequestID,
			}, nil
		}
	}
	return Response{}, vpnerrors.Decode(httpStatus, body)
}

// milliseconds reads a time in milliseconds since 1970, a JSON number in any notation: a proxy may have rewritten it.
func milliseconds(text string) time.Time {
	ms, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		f, err := strconv.ParseFloat(text, 64)
		if ms = int64(f); err != nil || math.Abs(f) >= 1<<53 || float64(ms) != f {
			return time.Time{}
		}
	}
	return time.UnixMilli(ms).UTC()
}
