package vpntest_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// A request can be sent in every way that the service accepts.
func TestServerTakes(t *testing.T) {
	r := example(t, vpnconn.WithName("北京-1"), vpnconn.WithIKE(ikeconfig.WithPSK("a+b c%&=<>")))
	bare := r.Values()
	bare.Del("Action")
	everything := query(r)
	half := query(r)[:strings.Index(query(r), "&RegionId")]
	for name, call := range map[string]struct {
		method, query, body string
		headers             []string
	}{
		"GET":                       {"GET", everything, "", nil},
		"POST, query":               {"POST", everything, "", nil},
		"POST, form":                {"POST", "", everything, []string{"Content-Type", formType}},
		"POST, form with charset":   {"POST", "", everything, []string{"Content-Type", formType + "; charset=utf-8"}},
		"POST, form of no type":     {"POST", "", everything, nil},
		"POST, query and form":      {"POST", half, strings.TrimPrefix(everything, half+"&"), []string{"Content-Type", formType}},
		"POST, everything in both":  {"POST", everything, everything, []string{"Content-Type", formType}},
		"POST, query, type is JSON": {"POST", everything, "", []string{"Content-Type", "application/json"}},
		"GET, headers": {"GET", bare.Encode(), "", []string{
			"x-acs-action", "CreateVpnConnection", "x-acs-version", "2016-04-28",
		}},
		"POST, headers": {"POST", bare.Encode(), "", []string{
			"x-acs-action", "CreateVpnConnection", "x-acs-version", "2016-04-28",
		}},
		"POST, headers and empty parameters": {"POST", "", bare.Encode() + "&Action=&Version=", []string{
			"x-acs-action", "CreateVpnConnection", "x-acs-version", "2016-04-28", "Content-Type", formType,
		}},
	} {
		t.Run(name, func(t *testing.T) {
			server := newServer(t)
			got := do(t, newRequest(t, call.method, server.URL+"/?"+call.query, call.body, call.headers...))
			made, err := vpnconn.DecodeResponse(got.status, got.body)
			if err != nil || made.Name != "北京-1" {
				t.Fatalf("the answer is %+v, %v", made, err)
			}
			if diff := cmp.Diff([]vpnconn.Request{r}, server.Requests()); diff != "" {
				t.Errorf("what arrived (-want +got):\n%s", diff)
			}
			want := []vpntest.Connection{{ID: made.VPNConnectionID, CreateTime: made.CreateTime, Request: r}}
			if diff := cmp.Diff(want, server.Connections()); diff != "" {
				t.Errorf("what was made (-want +got):\n%s", diff)
			}
		})
	}
}

func TestServerClock(t *testing.T) {
	at := time.Date(2018, 12, 13, 1, 55, 2, 123456789, time.FixedZone("CST", 8*3600))
	server := newServer(t, vpntest.WithClock(func() time.Time { return at }))
	made, err := create(t, server, example(t))
	if want := at.UTC().Truncate(time.Millisecond); err != nil || made.CreateTime != want || server.Connections()[0].CreateTime != want {
		t.Errorf("created at %v and %v, want %v", made.CreateTime, server.Connections()[0].CreateTime, want)
	}
	server.Set(vpntest.WithClock(nil))
	before := time.Now().Truncate(time.Millisecond) // the precision of CreateTime
	made, err = create(t, server, example(t, vpnconn.WithVPNGatewayID("vpn-2")))
	if after := time.Now(); err != nil || made.CreateTime.Before(before) || made.CreateTime.After(after) {
		t.Errorf("created at %v, %v, want it between %v and %v", made.CreateTime, err, before, after)
	}
}

// What the Server returns belongs to the caller.
func TestServerSharesNothing(t *testing.T) {
	server := newServer(t)
	if _, err := create(t, server, example(t)); err != nil {
		t.Fatal(err)
	}
	server.Requests()[0], server.Connections()[0] = vpnconn.Request{}, vpntest.Connection{}
	if server.Requests()[0].IsZero() || server.Connections()[0].ID == "" {
		t.Error("changing a slice changes the Server")
	}
	ids := []string{"vpn-1"}
	opt := vpntest.WithVPNGateways(ids...)
	opts := []vpntest.Option{opt, nil}
	all := vpntest.Options(opts...)
	ids[0], opts[0] = "vpn-9", nil
	server = newServer(t, nil, all)
	if _, err := create(t, server, example(t, vpnconn.WithVPNGatewayID("vpn-9"))); err == nil {
		t.Error("changing a slice changes an option")
	}
	body := []byte("a page")
	opt = vpntest.WithError(1, vpnerrors.APIError{HTTPStatus: 502, Body: body})
	clear(body)
	if got := post(t, newServer(t, opt).URL, nil); string(got.body) != "a page" {
		t.Errorf("changing a body changes an option: the answer is %q", got.body)
	}
}
