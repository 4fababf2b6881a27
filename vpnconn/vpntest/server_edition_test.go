package vpntest_test

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// newServer2025 starts a server of edition 2025.
func newServer2025(t *testing.T, opts ...vpntest.Option) *vpntest.Server {
	return newServer(t, append(opts, vpntest.WithEdition(aliyun.Edition2025))...)
}

// single and double return requests of edition 2025 without and with tunnels, with opts added.
func single(t *testing.T, opts ...vpnconn.Option) vpnconn.Request {
	return example(t, append([]vpnconn.Option{vpnconn.WithEdition(aliyun.Edition2025)}, opts...)...)
}

func double(t *testing.T, master, slave string, opts ...vpnconn.Option) vpnconn.Request {
	t.Helper()
	r, err := vpnconn.New(append([]vpnconn.Option{
		vpnconn.WithEdition(aliyun.Edition2025),
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-1"),
		vpnconn.WithLocalSubnets("10.0.0.0/24"),
		vpnconn.WithRemoteSubnets("192.168.0.0/16"),
		vpnconn.WithTunnel(vpnconn.RoleMaster, vpnconn.WithCustomerGatewayID(master), vpnconn.WithIKE(ikeconfig.WithPSK("a+b&c=%"))),
		vpnconn.WithTunnel(vpnconn.RoleSlave, vpnconn.WithCustomerGatewayID(slave)),
	}, opts...)...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// A request of another edition is refused, and one of the server's edition is recorded unchanged.
func TestServerEdition(t *testing.T) {
	server := newServer(t)
	r := double(t, "cgw-1", "cgw-2")
	const hint = `"TunnelOptionsSpecification" is not valid: unknown parameter; it is in edition 2025, and this server reads requests by edition 2019 (see vpntest.WithEdition)`
	if _, err := create(t, server, r); !errors.Is(err, vpnerrors.ErrParameter) || !strings.HasSuffix(apiError(t, err).Message, hint) {
		t.Errorf("a service of 2019 says of tunnels: %v", err)
	}
	server.Set(vpntest.WithEdition(aliyun.Edition2025))
	if _, err := create(t, server, r); err != nil {
		t.Fatal(err)
	}
	server.Set(vpntest.WithEdition(0))
	if _, err := create(t, server, example(t)); err != nil {
		t.Fatal(err)
	}
	arrived, made := server.Requests(), server.Connections()
	if len(arrived) != 2 || len(made) != 2 || !arrived[0].Equal(r) || !made[0].Request.Equal(r) ||
		made[0].Request.Edition() != aliyun.Edition2025 || arrived[1].Edition() != aliyun.Edition2019 {
		t.Errorf("%v arrived, and the service made %v of it", arrived, made)
	}
}

func TestServerTunnelModes(t *testing.T) {
	gateway := func(id string) vpnconn.Option { return vpnconn.WithVPNGatewayID(id) }
	server := newServer2025(t,
		vpntest.WithDualTunnelGateways("vpn-0", "vpn-2", "vpn-both"),
		vpntest.WithDualTunnelGateways("vpn-2", "vpn-both"), // replaces the option above
		vpntest.WithSingleTunnelGateways("vpn-1", "vpn-both"),
	)
	for id, want := range map[string]struct{ single, double vpnerrors.Code }{
		"vpn-0":    {"", ""},
		"vpn-1":    {"", "InvalidParameter"},
		"vpn-2":    {"MissingParameter.TunnelOptionsSpecification", ""},
		"vpn-both": {"", "InvalidParameter"},
	} {
		for r, code := range map[*vpnconn.Request]vpnerrors.Code{
			new(single(t, gateway(id))):                   want.single,
			new(double(t, "cgw-2", "cgw-3", gateway(id))): want.double,
		} {
			_, err := create(t, server, *r)
			if code == "" && err != nil || code != "" && !errors.Is(err, code) {
				t.Errorf("%v: %v, want %q", r, err, code)
			}
			if code == "InvalidParameter" && !strings.Contains(apiError(t, err).Message, `"TunnelOptionsSpecification"`) {
				t.Errorf("the message does not name what is wrong: %v", err)
			}
		}
	}
	old := newServer(t, vpntest.WithDualTunnelGateways("vpn-1"))
	if _, err := create(t, old, example(t)); !errors.Is(err, vpnerrors.Code("MissingParameter.TunnelOptionsSpecification")) {
		t.Errorf("a client of edition 2019 gets %v from a gateway bought now", err)
	}
}

// A dry run makes nothing, uses no token, and returns the error that creation would return.
func TestServerDryRun(t *testing.T) {
	server := newServer2025(t, vpntest.WithVPNGateways("vpn-1"), vpntest.WithQuota(1), vpntest.WithDualTunnelGateways("vpn-1"))
	token := vpnconn.WithClientToken("1")
	dry := double(t, "cgw-1", "cgw-1", token, vpnconn.WithDryRun(true))
	for range 2 {
		_, err := create(t, server, dry)
		if e := apiError(t, err); !errors.Is(err, vpnerrors.ErrDryRun) || e.HTTPStatus != http.StatusBadRequest || e.Retryable() {
			t.Errorf("a dry run: %v", err)
		}
	}
	if n := len(server.Connections()); n != 0 || len(server.Requests()) != 2 {
		t.Errorf("dry runs made %d connections", n)
	}
	if _, err := create(t, server, double(t, "cgw-1", "cgw-1", token, vpnconn.WithDryRun(false))); err != nil {
		t.Errorf("creation after a dry run with the same token: %v", err)
	}
	for want, opts := range map[error][]vpnconn.Option{
		vpnerrors.ErrAlreadyExists:      {token},
		vpnerrors.ErrVPNGatewayNotFound: {vpnconn.WithVPNGatewayID("vpn-2")},
		vpnerrors.ErrQuotaFull:          {vpnconn.WithLocalSubnets("10.9.0.0/24")},
	} {
		if _, err := create(t, server, double(t, "cgw-1", "cgw-1", append(opts, vpnconn.WithDryRun(true))...)); !errors.Is(err, want) {
			t.Errorf("a dry run: %v, want %v", err, want)
		}
	}
	if _, err := create(t, server, single(t, vpnconn.WithDryRun(true))); !errors.Is(err, vpnerrors.Code("MissingParameter.TunnelOptionsSpecification")) {
		t.Errorf("a dry run for another gateway: %v", err)
	}
}

// A dry run leaves the planned faults to the calls after it, so that code that makes one first can be tested.
func TestServerDryRunFaults(t *testing.T) {
	for name, test := range map[string]struct {
		fault vpntest.Option
		made  int // connections, when the fault is over
	}{
		"busy":            {vpntest.WithConfiguring(1), 0},
		"a page":          {vpntest.WithProxyPage(1, 504), 0},
		"a dropped reply": {vpntest.WithDroppedReplies(1), 1},
	} {
		server := newServer2025(t, test.fault)
		r := double(t, "cgw-1", "cgw-1")
		if _, err := create(t, server, double(t, "cgw-1", "cgw-1", vpnconn.WithDryRun(true))); !errors.Is(err, vpnerrors.ErrDryRun) {
			t.Errorf("%s: a dry run: %v", name, err)
		}
		got, err := try(newRequest(t, "POST", server.URL, query(r), "Content-Type", formType))
		if err == nil && got.status == http.StatusOK || len(server.Connections()) != test.made {
			t.Errorf("%s: %d %v, and %d connections, want %d", name, got.status, err, len(server.Connections()), test.made)
		}
	}
}

// The parameters arrive wherever a client puts them: as one of the SDKs does, with the tunnels alone in the body, as
// Terraform does, with all but Action and Version in the body, or in the query.
func TestServerPlaces(t *testing.T) {
	r := double(t, "cgw-1", "cgw-2", vpnconn.WithTags(vpnconn.Tag{Key: "a b", Value: "c"}))
	query, body := url.Values{}, url.Values{}
	for name, value := range r.All() {
		if into := map[bool]url.Values{true: body, false: query}[strings.HasPrefix(name, "Tunnel")]; name != "Action" {
			into.Set(name, value)
		}
	}
	all := url.Values{}
	for _, part := range []url.Values{query, body} {
		for name := range part {
			all[name] = part[name]
		}
	}
	headers := []string{"x-acs-action", vpnconn.Action, "x-acs-version", vpnconn.APIVersion, "Content-Type", formType}
	const inQuery = "?Action=CreateVpnConnection&Version=2016-04-28&Format=JSON"
	for name, request := range map[string]*http.Request{
		"the current SDK": newRequest(t, "POST", "?"+query.Encode(), body.Encode(), headers...),
		"Terraform":       newRequest(t, "POST", inQuery, all.Encode(), "Content-Type", formType),
		"the query alone": newRequest(t, "GET", inQuery+"&"+all.Encode(), ""),
		"both":            newRequest(t, "POST", inQuery+"&"+all.Encode(), strings.ReplaceAll(body.Encode(), "-", "%2D"), "Content-Type", formType),
	} {
		server := newServer2025(t)
		request.URL, _ = url.Parse(server.URL + "/" + request.URL.String())
		request.Host = ""
		if got := do(t, request); got.status != http.StatusOK {
			t.Errorf("%s: %d %s", name, got.status, got.body)
		}
		if arrived := server.Requests(); len(arrived) != 1 || !arrived[0].Equal(r) {
			t.Errorf("%s: %v arrived, want %v", name, arrived, r)
		}
	}
}

// When two connections with tunnels are the same, and what a token covers.
func TestServerTunnels(t *testing.T) {
	server := newServer2025(t, vpntest.WithCustomerGateways("cgw-1", "cgw-2"))
	first := double(t, "cgw-1", "cgw-2", vpnconn.WithClientToken("1"))
	for _, test := range []struct {
		name string
		r    vpnconn.Request
		want error
	}{
		{"the first", first, nil},
		{"the first again", first, nil},
		{"its token with another key", double(t, "cgw-1", "cgw-2", vpnconn.WithClientToken("1"),
			vpnconn.WithTunnel(vpnconn.RoleSlave, vpnconn.WithIKE(ikeconfig.WithPSK("x")))), vpnerrors.ErrTokenMismatch},
		{"another token", double(t, "cgw-1", "cgw-2", vpnconn.WithClientToken("2")), vpnerrors.ErrAlreadyExists},
		{"the tunnels swapped", double(t, "cgw-2", "cgw-1"), vpnerrors.ErrAlreadyExists},
		{"one gateway for both", double(t, "cgw-1", "cgw-1"), nil},
		{"the same gateway for a single tunnel", single(t, vpnconn.WithLocalSubnets("10.0.0.0/24"), vpnconn.WithRemoteSubnets("192.168.0.0/16")),
			vpnerrors.ErrAlreadyExists},
		{"a master that is unknown", double(t, "cgw-3", "cgw-1"), vpnerrors.ErrCustomerGatewayNotFound},
		{"a slave that is unknown", double(t, "cgw-2", "cgw-3"), vpnerrors.ErrCustomerGatewayNotFound},
	} {
		if _, err := create(t, server, test.r); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", test.name, err, test.want)
		}
	}
	if n := len(server.Connections()); n != 2 {
		t.Errorf("%d connections, want 2", n)
	}
}
