package vpntest_test

import (
	"errors"
	"net/http"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

func TestServerGateways(t *testing.T) {
	server := newServer(t, vpntest.WithVPNGateways("vpn-1", "vpn-2"), vpntest.WithCustomerGateways("cgw-1"))
	for _, test := range []struct {
		vpn, customer string
		want          error
	}{
		{"vpn-1", "cgw-1", nil},
		{"vpn-2", "cgw-1", nil},
		{"vpn-3", "cgw-1", vpnerrors.ErrVPNGatewayNotFound},
		{"vpn-1", "cgw-2", vpnerrors.ErrCustomerGatewayNotFound},
		{"vpn-3", "cgw-2", vpnerrors.ErrCustomerGatewayNotFound},
	} {
		_, err := create(t, server, example(t, vpnconn.WithVPNGatewayID(test.vpn), vpnconn.WithCustomerGatewayID(test.customer)))
		if !errors.Is(err, test.want) {
			t.Errorf("%s and %s: %v, want %v", test.vpn, test.customer, err, test.want)
		}
	}
	// A token whose request failed can be used for another request.
	token := vpnconn.WithClientToken("1")
	if _, err := create(t, server, example(t, token, vpnconn.WithVPNGatewayID("vpn-3"))); err == nil {
		t.Error("an unknown gateway is accepted")
	}
	if _, err := create(t, server, example(t, token, vpnconn.WithLocalSubnets("10.3.0.0/24"))); err != nil {
		t.Errorf("the token was used up by a refused request: %v", err)
	}
	server.Set(vpntest.WithVPNGateways())
	if _, err := create(t, server, example(t)); !errors.Is(err, vpnerrors.ErrVPNGatewayNotFound) {
		t.Errorf("without known gateways: %v", err)
	}
}

func TestServerQuota(t *testing.T) {
	server := newServer(t, vpntest.WithQuota(1))
	first, second := example(t, vpnconn.WithClientToken("1")), example(t, vpnconn.WithVPNGatewayID("vpn-2"))
	if _, err := create(t, server, first); err != nil {
		t.Fatal(err)
	}
	if _, err := create(t, server, second); !errors.Is(err, vpnerrors.ErrQuotaFull) {
		t.Errorf("a connection over the quota: %v", err)
	}
	if _, err := create(t, server, example(t)); !errors.Is(err, vpnerrors.ErrAlreadyExists) {
		t.Errorf("the same connection without a token: %v, want it found before the quota is checked", err)
	}
	if _, err := create(t, server, first); err != nil {
		t.Errorf("the quota refuses a repeated request: %v", err)
	}
	server.Set(vpntest.WithQuota(-1))
	if _, err := create(t, server, second); err != nil {
		t.Errorf("with the quota removed: %v", err)
	}
	server.Set(vpntest.WithQuota(0))
	if _, err := create(t, server, example(t, vpnconn.WithVPNGatewayID("vpn-3"))); !errors.Is(err, vpnerrors.ErrQuotaFull) {
		t.Errorf("a quota of 0: %v", err)
	}
}

func TestServerAlreadyExists(t *testing.T) {
	for _, test := range []struct {
		name string
		opt  vpnconn.Option
		want error
	}{
		{"the same", nil, vpnerrors.ErrAlreadyExists},
		{"another token", vpnconn.WithClientToken("2"), vpnerrors.ErrAlreadyExists},
		{"another name", vpnconn.WithName("other"), vpnerrors.ErrAlreadyExists},
		{"another key", vpnconn.WithIKE(ikeconfig.WithPSK("other")), vpnerrors.ErrAlreadyExists},
		{"the local blocks in another order", vpnconn.WithLocalSubnets("10.0.1.0/24,10.0.0.0/24"), vpnerrors.ErrAlreadyExists},
		{"the remote blocks in another order", vpnconn.WithRemoteSubnets("172.16.0.0/12,192.168.0.0/16"), vpnerrors.ErrAlreadyExists},
		{"one block less", vpnconn.WithLocalSubnets("10.0.0.0/24"), nil},
		{"another remote block", vpnconn.WithRemoteSubnets("192.168.0.0/17"), nil},
		{"another gateway", vpnconn.WithVPNGatewayID("vpn-2"), nil},
		{"another customer gateway", vpnconn.WithCustomerGatewayID("cgw-2"), nil},
	} {
		server := newServer(t)
		if _, err := create(t, server, example(t, vpnconn.WithClientToken("1"))); err != nil {
			t.Fatal(err)
		}
		if _, err := create(t, server, example(t, test.opt)); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", test.name, err, test.want)
		}
	}
}

// One token makes one connection, and belongs to one request.
func TestServerToken(t *testing.T) {
	server := newServer(t)
	r := example(t, vpnconn.WithClientToken("1"), vpnconn.WithName("office"))
	first, err := create(t, server, r)
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"JSON", "XML"} {
		again, err := create(t, server, r, "Format", format)
		if err != nil || again.RequestID == first.RequestID {
			t.Errorf("%s: the answer is %+v, %v", format, again, err)
		}
		if again.RequestID = first.RequestID; again != first {
			t.Errorf("%s: a repeated request gets %+v, want %+v", format, again, first)
		}
	}
	_, err = create(t, server, example(t, vpnconn.WithClientToken("1"), vpnconn.WithName("shop")))
	if e := apiError(t, err); e.Code != "IdempotentParameterMismatch" || e.HTTPStatus != http.StatusBadRequest {
		t.Errorf("the token of another request gets %v", err)
	}
	if len(server.Connections()) != 1 || len(server.Requests()) != 4 {
		t.Errorf("connections: %d, requests: %d, want 1 and 4", len(server.Connections()), len(server.Requests()))
	}
}
