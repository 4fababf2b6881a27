package vpntest_test

import (
	"errors"
	"io"
	"net/http"
	"testing"
	"time"

	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// TestCloseCutsOff: a client that never ends its request must not keep a test from ending.
func TestCloseCutsOff(t *testing.T) {
	server := newServer(t)
	body, more := io.Pipe()
	answered := make(chan error, 1)
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
	until(t, answered, func() bool { return server.Calls() > 0 })
	server.Close() // could wait forever
	more.CloseWithError(io.ErrUnexpectedEOF)
	if err := <-answered; err == nil {
		t.Error("the request was answered although it never ended")
	}
}

// Close sends delayed answers at once; if it waited for them, it would cut them off after a second.
func TestServerCloseHurries(t *testing.T) {
	server := newServer(t, vpntest.WithLatency(time.Hour))
	answered := make(chan error, 1)
	r := newRequest(t, "GET", server.URL+"?"+query(example(t)), "")
	go func() {
		got, err := try(r)
		if err == nil && got.status != http.StatusOK {
			err = errors.New(string(got.body))
		}
		answered <- err
	}()
	until(t, answered, func() bool { return len(server.Connections()) == 1 })
	server.Close()
	server.Close()
	if err := <-answered; err != nil {
		t.Errorf("the delayed answer was lost: %v", err)
	}
}
