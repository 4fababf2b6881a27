package vpntest_test

import (
	"io"
	"net/http"
	"testing"
	"time"

	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// TestCloseCutsOff: a client that never ends its request must not keep a test from ending.
func TestCloseCutsOff(t *testing.T) {
	server := vpntest.NewServer()
	body, more := io.Pipe()
	answered := make(chan error)
	go func() {
		reply, err := http.Post(server.URL, "application/x-www-form-urlencoded", body)
		if err == nil {
			reply.Body.Close()
		}
		answered <- err
	}()
	if _, err := io.WriteString(more, "Action="); err != nil {
		t.Fatal(err)
	}
	for server.Calls() == 0 {
		time.Sleep(time.Millisecond)
	}
	server.Close() // would wait for ever
	more.CloseWithError(io.ErrUnexpectedEOF)
	if err := <-answered; err == nil {
		t.Error("the request was answered, though it never ended")
	}
}
