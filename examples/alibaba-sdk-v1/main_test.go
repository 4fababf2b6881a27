package main

import (
	"errors"
	"io"
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

const psk = "k7#Vq2&xLd9%Kw4+Zr8=Hb3~"

var senders = map[string]sender{"CommonRequest": sendCommon, "CreateVpnConnectionRequest": sendTyped}

func TestRun(t *testing.T) {
	for name, send := range senders {
		t.Run(name, func(t *testing.T) {
			var out strings.Builder
			if err := run(&out, send); err != nil {
				t.Fatalf("%v\n%s", err, &out)
			}
			for _, line := range []string{
				"try 1: InternalError: ",
				"try 2: VpnGateway.Configuring: ",
				"try 3: no reply: ",
				"made; calls: 4, connections: 1\n",
			} {
				if !strings.Contains(out.String(), line) {
					t.Errorf("the output has no %q:\n%s", line, &out)
				}
			}
			if strings.Contains(out.String(), psk[:2]) {
				t.Errorf("the output shows the pre-shared key:\n%s", &out)
			}
		})
	}
}

// Every try arrives as the very request that was built, with every setting, and one connection comes of them.
func TestOneConnection(t *testing.T) {
	req, err := vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-1"),
		vpnconn.WithCustomerGatewayID("cgw-1"),
		vpnconn.WithLocalSubnets("192.168.1.0/24", "192.168.2.0/24"),
		vpnconn.WithRemoteSubnets("10.8.0.0/16"),
		vpnconn.WithClientToken(vpnconn.NewClientToken()),
		vpnconn.WithEffectImmediately(false),
		vpnconn.WithName("办公室.office"),
		vpnconn.WithIKE(ikeconfig.WithPSK(psk), ikeconfig.WithLocalID("vpc.example.com")),
		vpnconn.WithIPsec(ipsecconfig.WithPFS(ipsecconfig.Group14)),
	)
	if err != nil {
		t.Fatal(err)
	}
	for name, send := range senders {
		t.Run(name, func(t *testing.T) {
			server := vpntest.NewServer(trouble)
			defer server.Close()
			client, err := newClient(server.Listener.Addr().String())
			if err != nil {
				t.Fatal(err)
			}
			made, err := create(t.Output(), client, req, send)
			if err != nil {
				t.Fatal(err)
			}
			arrived := server.Requests()
			if len(arrived) != 4 || server.Calls() != 4 {
				t.Errorf("%d of %d calls arrived, want 4 of 4", len(arrived), server.Calls())
			}
			for i, r := range arrived {
				if !r.Equal(req) {
					t.Errorf("call %d arrived as\n%v, want\n%v", i+1, r, req)
				}
			}
			if c := server.Connections(); len(c) != 1 || c[0].ID != made.VPNConnectionID {
				t.Errorf("the service made %v, want one connection, %s", c, made.VPNConnectionID)
			}
		})
	}
}

// An error that no retry can cure ends the tries at once, and a service that stays busy ends them too.
func TestCreateGivesUp(t *testing.T) {
	req := smallRequest(t)
	for _, tt := range []struct {
		name  string
		how   vpntest.Option
		want  error
		calls int
	}{
		{"quota", vpntest.WithQuota(0), vpnerrors.ErrQuotaFull, 1},
		{"unknown gateway", vpntest.WithVPNGateways("vpn-2"), vpnerrors.ErrNotFound, 1},
		{"busy", vpntest.WithConfiguring(100), vpnerrors.ErrConfiguring, maxTries},
		{"no reply", vpntest.WithDroppedReplies(100), io.EOF, maxTries},
		{"proxy", vpntest.WithProxyPage(100, 502), vpnerrors.ErrMalformedReply, maxTries},
	} {
		for name, send := range senders {
			t.Run(tt.name+"/"+name, func(t *testing.T) {
				server := vpntest.NewServer(tt.how)
				defer server.Close()
				client, err := newClient(server.Listener.Addr().String())
				if err != nil {
					t.Fatal(err)
				}
				if _, err := create(t.Output(), client, req, send); !errors.Is(err, tt.want) || server.Calls() != tt.calls {
					t.Errorf("%v after %d calls, want %v after %d", err, server.Calls(), tt.want, tt.calls)
				}
			})
		}
	}
}

func smallRequest(t *testing.T) vpnconn.Request {
	t.Helper()
	req, err := vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-1"),
		vpnconn.WithCustomerGatewayID("cgw-1"),
		vpnconn.WithLocalSubnets("192.168.1.0/24"),
		vpnconn.WithRemoteSubnets("10.8.0.0/16"),
		vpnconn.WithClientToken(vpnconn.NewClientToken()),
	)
	if err != nil {
		t.Fatal(err)
	}
	return req
}
