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

// Close does not wait for answers held back.
func TestServerCloseHurries(t *testing.T) {
	server := vpntest.NewServer(vpntest.WithLatency(time.Hour))
	done := make(chan error, 1)
	r := newRequest(t, "GET", server.URL+"?"+query(example(t)), "")
	go func() {
		got, err := try(r)
		if err == nil && got.status != http.StatusOK {
			err = errors.New(string(got.body))
		}
		done <- err
	}()
	for len(server.Connections()) == 0 {
		time.Sleep(time.Millisecond)
	}
	start := time.Now()
	server.Close()
	server.Close()
	if err := <-done; err != nil || time.Since(start) > 10*time.Second {
		t.Errorf("closed after %v, the answer is %v", time.Since(start), err)
	}
}
