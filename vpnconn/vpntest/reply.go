package vpntest

import (
	"bytes"
	"cmp"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// hostID is the host name of the service in its replies.
const hostID = "vpc.aliyuncs.com"

// An answer is what is sent to the client: a page, an error or a connection.
type answer struct {
	json       bool // not XML
	requestID  string
	page       int // the status of a proxy's page, or 0
	err        *vpnerrors.APIError
	connection Connection
}

// The replies, with their members in the order of the API document.
type (
	success struct {
		XMLName    xml.Name `json:"-" xml:"CreateVpnConnectionResponse"`
		ID         string   `json:"VpnConnectionId" xml:"VpnConnectionId"`
		CreateTime int64    `json:"CreateTime" xml:"CreateTime"`
		Name       string   `json:"Name,omitempty" xml:"Name,omitempty"`
		RequestID  string   `json:"RequestId" xml:"RequestId"`
	}
	failure struct {
		XMLName   xml.Name `json:"-" xml:"Error"`
		RequestID string   `json:"RequestId" xml:"RequestId"`
		HostID    string   `json:"HostId" xml:"HostId"`
		Code      string   `json:"Code" xml:"Code"`
		Message   string   `json:"Message" xml:"Message"`
		Recommend string   `json:"Recommend" xml:"Recommend"`
	}
)

func (a answer) write(w http.ResponseWriter) {
	switch {
	case a.page != 0:
		title := fmt.Sprintf("%d %s", a.page, http.StatusText(a.page))
		send(w, a.page, "text/html", fmt.Appendf(nil, page, title, title))
	case a.err != nil && a.err.Body != nil:
		send(w, statusOf(a.err), "", a.err.Body)
	case a.err != nil:
		a.encode(w, statusOf(a.err), failure{
			RequestID: cmp.Or(a.err.RequestID, a.requestID),
			HostID:    cmp.Or(a.err.HostID, hostID),
			Code:      string(a.err.Code),
			Message:   cmp.Or(a.err.Message, rowOf(a.err.Code).message),
			Recommend: cmp.Or(a.err.Recommend, recommend(a.err.Code)),
		})
	default:
		a.encode(w, http.StatusOK, success{
			ID:         a.connection.ID,
			CreateTime: a.connection.CreateTime.UnixMilli(),
			Name:       a.connection.Request.Name(),
			RequestID:  a.requestID,
		})
	}
}

// page is a proxy's page, with its title twice.
const page = `<html>
<head><title>%s</title></head>
<body>
<center><h1>%s</h1></center>
<hr><center>nginx</center>
</body>
</html>
`

// encode sends a reply in the requested format. Replies can always be encoded.
func (a answer) encode(w http.ResponseWriter, status int, reply any) {
	var body bytes.Buffer
	if a.json {
		e := json.NewEncoder(&body)
		e.SetEscapeHTML(false)
		_ = e.Encode(reply)
		send(w, status, "application/json;charset=utf-8", body.Bytes())
		return
	}
	body.WriteString(`<?xml version="1.0" encoding="UTF-8"?>`)
	_ = xml.NewEncoder(&body).Encode(reply)
	send(w, status, "text/xml;charset=utf-8", body.Bytes())
}

// send writes a reply. It ignores errors, since the client may have disconnected.
func send(w http.ResponseWriter, status int, contentType string, body []byte) {
	if contentType != "" {
		w.Header().Set("Content-Type", contentType)
	}
	w.WriteHeader(status)
	_, _ = io.Copy(w, bytes.NewReader(body))
}

// recommend returns the address of the page about a code.
func recommend(code vpnerrors.Code) string {
	return "https://error-center.aliyun.com/status/search?Keyword=" + string(code) + "&source=PopGw"
}

// isFinal reports whether a reply can have this status.
func isFinal(status int) bool { return 200 <= status && status <= 599 }

func statusOf(e *vpnerrors.APIError) int {
	if isFinal(e.HTTPStatus) {
		return e.HTTPStatus
	}
	return rowOf(e.Code).status
}
