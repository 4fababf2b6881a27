// Quickstart shows the whole life of a CreateVpnConnection request, from settings to the reply:
//
//	go run ./examples/quickstart
//
// It builds the smallest request and one with every setting, shows the errors of a request with mistakes, sends the
// full one over HTTP, tries again while the gateway is busy, and tells errors apart. Last comes a request with two
// tunnels, in edition 2025. It needs no account and no network: the service that answers is a stand-in on this machine,
// in server.go.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"time"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// The pre-shared key is here only for the example: load a real one from where secrets are kept.
const psk = "k7#Vq2&xLd9%Kw4+Zr8=Hb3~"

func main() {
	out := bufio.NewWriter(os.Stdout)
	if err := errors.Join(run(out), out.Flush()); err != nil {
		fmt.Fprintln(os.Stderr, "quickstart:", err)
		os.Exit(1)
	}
}

// run prints each step to w.
func run(w io.Writer) error {
	fmt.Fprintln(w, "The life of a CreateVpnConnection request. Nothing leaves this machine.")

	heading(w, "1. The smallest request, as it is sent: vpnconn.New, Request.All")
	small, err := vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithLocalSubnets("1.1.1.0/24", "1.1.2.0/24"),
		vpnconn.WithRemoteSubnets("1.1.1.0/24", "1.1.2.0/24"),
	)
	if err != nil {
		return err
	}
	for name, value := range small.All() {
		fmt.Fprintf(w, "   %-25s  %s\n", name, value)
	}

	heading(w, "2. One with every setting, as people see it: Request.Fields")
	full, err := fullRequest()
	if err != nil {
		return err
	}
	for name, value := range full.Fields() { // or log full itself: the key is hidden there too
		fmt.Fprintf(w, "   %-25s  %s\n", name, value)
	}

	heading(w, "3. All mistakes at once, before anything is sent: vpnerrors.ValidationErrors")
	var mistakes vpnerrors.ValidationErrors
	if _, err := mistakenRequest(); !errors.As(err, &mistakes) {
		return fmt.Errorf("the mistakes were not found: %v", err)
	}
	for _, mistake := range mistakes { // a *FieldError each: Field, Reason, Value, Suggest and more
		fmt.Fprintf(w, "   %v\n", mistake)
	}

	vpc := &service{}
	server := httptest.NewServer(vpc)
	defer server.Close()
	client := server.Client()
	client.Timeout = 10 * time.Second

	heading(w, "4. Sent over HTTP to a gateway that is busy at first: Request.Query, vpnerrors.IsRetryable")
	made, err := create(w, client, server.URL, full)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "   %s, created at %s\n", made.VPNConnectionID, made.CreateTime.Format(time.RFC3339))
	calls, connections := vpc.count(full.ClientToken())
	if calls != 2 || connections != 1 {
		return fmt.Errorf("%d calls with one ClientToken made %d connections, want 2 and 1", calls, connections)
	}
	fmt.Fprintf(w, "   calls with ClientToken %s: %d, connections made: %d\n", full.ClientToken(), calls, connections)

	heading(w, "5. A reply in XML, read like one in JSON: vpnconn.DecodeResponse")
	made, err = send(client, server.URL, small, "XML")
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "   %s, created at %s\n", made.VPNConnectionID, made.CreateTime.Format(time.RFC3339))

	heading(w, "6. An error that no retry can fix: errors.Is, vpnerrors.ErrQuotaFull")
	third, err := full.With( // a changed copy, checked again; full does not change
		vpnconn.WithClientToken("8d1f6f52-130e-11e9-8e44-0016e04115b"),
		vpnconn.WithRemoteSubnets("192.168.5.0/24"),
		vpnconn.WithName("IPsec-2"),
	)
	if err != nil {
		return err
	}
	_, err = create(w, client, server.URL, third)
	var reply *vpnerrors.APIError
	if !errors.Is(err, vpnerrors.ErrQuotaFull) || !errors.As(err, &reply) {
		return fmt.Errorf("want the error of a full quota, got: %v", err)
	}
	fmt.Fprintf(w, "   %v\n", err)
	fmt.Fprintf(w, "   ErrQuotaFull: %t\n", errors.Is(err, vpnerrors.ErrQuotaFull))
	fmt.Fprintf(w, "   retryable: %t\n", vpnerrors.IsRetryable(err))
	fmt.Fprintf(w, "   see %s\n", reply.Recommend)
	return tellTunnels(w)
}

// heading begins a section of the output.
func heading(w io.Writer, text string) {
	fmt.Fprintf(w, "\n%s\n\n", text)
}

// fullRequest sets everything that can be set.
func fullRequest() (vpnconn.Request, error) {
	return vpnconn.New(
		vpnconn.WithRegionID("cn-shanghai"),
		vpnconn.WithVPNGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithCustomerGatewayID("vpn-bp1q8bgx4xnkm2ogj0fiu"),
		vpnconn.WithLocalSubnets("192.168.1.0/24,192.168.2.0/24"), // one comma-separated text works too
		vpnconn.WithRemoteSubnets("192.168.3.0/24,192.168.4.0/24"),
		// A fixed token for the example; NewClientToken makes a real one.
		vpnconn.WithClientToken("02fb3da4-130e-11e9-8e44-0016e04115b"),
		vpnconn.WithEffectImmediately(true),
		vpnconn.WithName("IPsec"),
		vpnconn.WithIKE(
			ikeconfig.WithPSK(psk),
			ikeconfig.WithVersion(ikeconfig.V2),
			ikeconfig.WithMode(ikeconfig.Main), // only used with ikev1; here so that nothing is left out
			ikeconfig.WithEncAlg(ikeconfig.AES256),
			ikeconfig.WithAuthAlg(ikeconfig.SHA1),
			ikeconfig.WithPFS(ikeconfig.Group14),
			ikeconfig.WithLifetime(24*time.Hour),
			ikeconfig.WithLocalID("vpc.example.com"),
			ikeconfig.WithRemoteID("office.example.com"),
		),
		vpnconn.WithIPsec(
			ipsecconfig.WithEncAlg(ipsecconfig.AES256),
			ipsecconfig.WithAuthAlg(ipsecconfig.SHA1),
			ipsecconfig.WithPFS(ipsecconfig.Group14),
			ipsecconfig.WithLifetime(time.Hour),
		),
	)
}

// mistakenRequest gets nearly everything wrong.
func mistakenRequest() (vpnconn.Request, error) {
	return vpnconn.New( // no customer gateway
		vpnconn.WithRegionID("cn shanghai"),
		vpnconn.WithVPNGatewayID(""), // say, from an environment variable that is not set
		vpnconn.WithLocalSubnets("10.0.0.7/24", "10.0.1.0/24", "10.0.2.1"),
		vpnconn.WithRemoteSubnets("172.16.0.0/16", "2001:db8::/32", "172.16.0.0/16"),
		vpnconn.WithName("2nd-office"),
		vpnconn.WithIKE(
			ikeconfig.WithPSK(strings.Repeat("x", 101)),
			ikeconfig.WithEncAlg("AES-256"),
			ikeconfig.WithLifetime(90000*time.Second),
		),
		vpnconn.WithIPsec(ipsecconfig.WithPFS("modp2048")),
	)
}

// maxTries is how often create sends a request.
const maxTries = 5

// create sends req until it succeeds, fails for good or was sent maxTries times. Every try sends the same request with
// the same ClientToken, so that the service makes at most one connection.
func create(w io.Writer, client *http.Client, url string, req vpnconn.Request) (vpnconn.Response, error) {
	for try := 1; ; try++ {
		made, err := send(client, url, req, "JSON")
		if err == nil || !vpnerrors.IsRetryable(err) || try == maxTries {
			return made, err
		}
		fmt.Fprintf(w, "   try %d: %v\n", try, err)
		time.Sleep(10 * time.Millisecond) // the real service needs some seconds
	}
}

// send posts req and reads the reply. With the real service an SDK posts it: it takes req.Params(), adds the parameters
// common to all calls, such as Format, and signs them.
func send(client *http.Client, url string, req vpnconn.Request, format string) (vpnconn.Response, error) {
	form := strings.NewReader(req.Query() + "&Format=" + format)
	reply, err := client.Post(url, "application/x-www-form-urlencoded", form)
	if err != nil {
		return vpnconn.Response{}, err
	}
	defer reply.Body.Close()
	body, err := io.ReadAll(reply.Body)
	if err != nil {
		return vpnconn.Response{}, err
	}
	return vpnconn.DecodeResponse(reply.StatusCode, body)
}
