package main

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

var update = flag.Bool("update", false, "write the output to testdata/output.golden instead of comparing")

func TestRun(t *testing.T) {
	var out bytes.Buffer
	if err := run(&out); err != nil {
		t.Fatalf("run: %v\n%s", err, &out)
	}
	golden := filepath.Join("testdata", "output.golden")
	if *update {
		if err := os.WriteFile(golden, out.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out.Bytes(), want) {
		t.Errorf("the output is not that of %s; go test -update rewrites it\ngot:\n%s\nwant:\n%s", golden, &out, want)
	}

	// What the output must show, so that -update cannot lose it.
	for _, line := range []string{
		"LocalSubnet                1.1.1.0/24,1.1.2.0/24",
		"IkeConfig.Psk              [hidden]",
		"CustomerGatewayId: required: want the ID of a customer gateway",
		"LocalSubnet[0]: host bits set in \"10.0.0.7/24\"",
		"IkeConfig.IkeEncAlg: unsupported value \"AES-256\"",
		"did you mean aes256?",
		"IkeConfig.IkeLifetime: out of range \"90000\"",
		"try 1: VpnGateway.Configuring",
		"vco-bp15oes1py4i66rmdnc7k, created at 2018-12-13T01:55:02Z",
		"0016e04115b: 2, connections made: 1",
		"vco-bp1bbi27hojx80nck9k1i, created at 2017-04-28T07:18:48Z",
		"Resource.QuotaFull: The quota of resource is full",
		"ErrQuotaFull: true",
		"retryable: false",
		"TunnelOptionsSpecification.1.TunnelIkeConfig.Psk              [hidden]",
		"TunnelOptionsSpecification.2.TunnelBgpConfig.TunnelCidr: duplicate",
	} {
		if !strings.Contains(out.String(), line) {
			t.Errorf("the output does not have %q", line)
		}
	}
	for _, secret := range []string{psk, psk[:8], strings.Repeat("x", 8)} {
		if strings.Contains(out.String(), secret) {
			t.Errorf("the output shows a pre-shared key: %q", secret)
		}
	}
}

// The retry in run succeeds because the token stays the same.
func TestServiceWantsTheSameToken(t *testing.T) {
	server := httptest.NewServer(&service{})
	defer server.Close()
	first, err := fullRequest()
	if err != nil {
		t.Fatal(err)
	}
	other, err := first.With(vpnconn.WithClientToken(vpnconn.NewClientToken()))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := send(server.Client(), server.URL, first, "JSON"); !vpnerrors.IsRetryable(err) {
		t.Fatalf("the first call gave %v, want a retryable error", err)
	}
	if _, err := send(server.Client(), server.URL, other, "JSON"); err == nil || vpnerrors.IsRetryable(err) {
		t.Errorf("a retry with another token gave %v, want a final error", err)
	}
}

// The retries end if the gateway stays busy, with the error of the last reply.
func TestCreateGivesUp(t *testing.T) {
	var calls atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		calls.Add(1)
		fail(w, http.StatusBadRequest, "", "VpnGateway.Configuring", "The specified service is configuring.")
	}))
	defer server.Close()
	full, err := fullRequest()
	if err != nil {
		t.Fatal(err)
	}
	_, err = create(io.Discard, server.Client(), server.URL, full)
	if !errors.Is(err, vpnerrors.ErrConfiguring) || calls.Load() != maxTries {
		t.Errorf("create gave %v after %d calls, want ErrConfiguring after %d", err, calls.Load(), maxTries)
	}
}

// fullRequest has every setting.
func TestFullRequestIsFull(t *testing.T) {
	full, err := fullRequest()
	if err != nil {
		t.Fatal(err)
	}
	settings := -1 // Action is not a setting
	for range full.Fields() {
		settings++
	}
	if settings != 21 {
		t.Errorf("the full request has %d settings, want 21:\n%v", settings, full)
	}
}
