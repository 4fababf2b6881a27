package vpnconn_test

import (
	"errors"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A ruleRow is one setting of a request that is right otherwise.
type ruleRow struct {
	name string
	opt  vpnconn.Option
	want vpnerrors.ValidationErrors // nil: the setting is right
	get  func(vpnconn.Request) string
	sent string // for a right one: what get has to return
	why  string
}

func checkRules(t *testing.T, rows []ruleRow) {
	t.Helper()
	seen := make(map[string]bool)
	for _, row := range rows {
		if seen[row.name] || row.why == "" {
			t.Errorf("row %q stands twice, or has no reason", row.name)
		}
		seen[row.name] = true
		t.Run(row.name, func(t *testing.T) {
			for door, build := range map[string]func() (vpnconn.Request, error){
				"New": func() (vpnconn.Request, error) { return vpnconn.New(smallest(row.opt)...) },
				"With": func() (vpnconn.Request, error) {
					req, err := vpnconn.New(everything()...)
					if err != nil {
						t.Fatal(err)
					}
					return req.With(row.opt)
				},
			} {
				req, err := build()
				if row.want != nil {
					if diff := cmp.Diff(row.want, faults(t, req, err)); diff != "" {
						t.Errorf("%s: %s (-want +got):\n%s", door, row.why, diff)
					}
				} else if err != nil {
					t.Errorf("%s: %v: %s", door, err, row.why)
				} else if got := row.get(req); got != row.sent {
					t.Errorf("%s: %q is sent, want %q: %s", door, got, row.sent, row.why)
				}
			}
		})
	}
}

// first64 is what a FieldError shows of a text.
func first64(text string) string {
	n := 0
	for i := range text {
		if n++; n > 64 {
			return text[:i]
		}
	}
	return text
}

var (
	encAlgs  = []string{"aes", "aes192", "aes256", "des", "3des"}
	authAlgs = []string{"md5", "sha1"}
	dhGroups = []string{"group1", "group2", "group5", "group14", "group24"}
)

// allMistakes breaks every setting that can be broken.
func allMistakes() ([]vpnconn.Option, vpnerrors.ValidationErrors) {
	enum := func(field string, allowed ...string) *vpnerrors.FieldError {
		return &vpnerrors.FieldError{Field: field, Reason: vpnerrors.ErrUnsupportedValue, Value: "zzz", Allowed: allowed}
	}
	opts := []vpnconn.Option{
		vpnconn.WithCustomerGatewayID("a b"),
		vpnconn.WithLocalSubnets("10.0.0.0/8,,10.0.0.0/8", "zzz"),
		vpnconn.WithRegionID(""),
		vpnconn.WithRemoteSubnets("10.0.0.1/8"),
		vpnconn.WithVPNGatewayID("\xff"),
		vpnconn.WithClientToken("é"),
		vpnconn.WithIKE(ikeconfig.WithPSK("\x00")),
		vpnconn.WithIKE(ikeconfig.WithVersion("zzz")),
		vpnconn.WithIKE(ikeconfig.WithMode("zzz")),
		vpnconn.WithIKE(ikeconfig.WithEncAlg("zzz")),
		vpnconn.WithIKE(ikeconfig.WithAuthAlg("zzz")),
		vpnconn.WithIKE(ikeconfig.WithPFS("zzz")),
		vpnconn.WithIKE(ikeconfig.WithLifetime(-time.Second)),
		vpnconn.WithIKE(ikeconfig.WithLocalID("")),
		vpnconn.WithIKE(ikeconfig.WithRemoteID("\n")),
		vpnconn.WithIPsec(ipsecconfig.WithEncAlg("zzz")),
		vpnconn.WithIPsec(ipsecconfig.WithAuthAlg("zzz")),
		vpnconn.WithIPsec(ipsecconfig.WithPFS("zzz")),
		vpnconn.WithIPsec(ipsecconfig.WithLifetime(time.Millisecond)),
		vpnconn.WithName("n"),
	}
	return opts, vpnerrors.ValidationErrors{
		{Field: "CustomerGatewayId", Reason: vpnerrors.ErrBadCharacter, Value: "a b", Part: " "},
		{Field: "LocalSubnet[1]", Reason: vpnerrors.ErrEmpty},
		{Field: "LocalSubnet[2]", Reason: vpnerrors.ErrDuplicate, Value: "10.0.0.0/8", Part: "LocalSubnet[0]"},
		{Field: "LocalSubnet[3]", Reason: vpnerrors.ErrBadCIDR, Value: "zzz"},
		{Field: "RegionId", Reason: vpnerrors.ErrEmpty},
		{Field: "RemoteSubnet[0]", Reason: vpnerrors.ErrHostBits, Value: "10.0.0.1/8", Suggest: "10.0.0.0/8"},
		{Field: "VpnGatewayId", Reason: vpnerrors.ErrBadCharacter, Value: "\xff", Part: "\xff"},
		{Field: "ClientToken", Reason: vpnerrors.ErrBadCharacter, Value: "é", Part: "é", Min: 1, Max: 64},
		{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrBadCharacter, Min: 1, Max: 100},
		enum("IkeConfig.IkeVersion", "ikev1", "ikev2"),
		enum("IkeConfig.IkeMode", "main", "aggressive"),
		enum("IkeConfig.IkeEncAlg", encAlgs...),
		enum("IkeConfig.IkeAuthAlg", authAlgs...),
		enum("IkeConfig.IkePfs", dhGroups...),
		{Field: "IkeConfig.IkeLifetime", Reason: vpnerrors.ErrOutOfRange, Value: "-1", Max: 86400},
		{Field: "IkeConfig.LocalIdIPsec", Reason: vpnerrors.ErrEmpty, Min: 1, Max: 100},
		{Field: "IkeConfig.RemoteId", Reason: vpnerrors.ErrBadCharacter, Value: "\n", Part: "\n", Min: 1, Max: 100},
		enum("IpsecConfig.IpsecEncAlg", encAlgs...),
		enum("IpsecConfig.IpsecAuthAlg", authAlgs...),
		enum("IpsecConfig.IpsecPfs", dhGroups...),
		{Field: "IpsecConfig.IpsecLifetime", Reason: vpnerrors.ErrFraction, Value: "0.001", Max: 86400},
		{Field: "Name", Reason: vpnerrors.ErrTooShort, Value: "n", Min: 2, Max: 128},
	}
}

func TestAllMistakesAtOnce(t *testing.T) {
	opts, want := allMistakes()
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		random.Shuffle(len(opts), func(i, j int) { opts[i], opts[j] = opts[j], opts[i] })
		req, err := vpnconn.New(opts...)
		if diff := cmp.Diff(want, faults(t, req, err)); diff != "" {
			t.Fatalf("in documented order, whatever the order of the options (-want +got):\n%s", diff)
		}
	}
	_, err := vpnconn.New(opts...)
	for _, e := range want {
		if !errors.Is(err, e.Reason) {
			t.Errorf("errors.Is does not find %v", e.Reason)
		}
	}
	if errors.Is(err, vpnerrors.ErrConflict) {
		t.Error("errors.Is finds a reason that is not there")
	}
	var first *vpnerrors.FieldError
	if !errors.As(err, &first) || !first.Equal(want[0]) {
		t.Errorf("errors.As finds %v, want %v", first, want[0])
	}
}

func TestRequired(t *testing.T) {
	names := []string{"CustomerGatewayId", "LocalSubnet", "RegionId", "RemoteSubnet", "VpnGatewayId"}
	var all vpnerrors.ValidationErrors
	for i, name := range names {
		missing := &vpnerrors.FieldError{Field: name, Reason: vpnerrors.ErrRequired}
		all = append(all, missing)
		opts := smallest()
		opts[i] = nil
		req, err := vpnconn.New(opts...)
		if diff := cmp.Diff(vpnerrors.ValidationErrors{missing}, faults(t, req, err)); diff != "" {
			t.Errorf("without %s (-want +got):\n%s", name, diff)
		}
	}
	req, err := vpnconn.New()
	if diff := cmp.Diff(all, faults(t, req, err)); diff != "" {
		t.Errorf("without anything (-want +got):\n%s", diff)
	}
	req, err = vpnconn.New(everything()[5:]...)
	if diff := cmp.Diff(all, faults(t, req, err)); diff != "" {
		t.Errorf("without any of them, beside everything else (-want +got):\n%s", diff)
	}
}

// Lists that are given but have nothing in them are unset; lists with an empty text in them are not.
func TestNoBlocksIsUnset(t *testing.T) {
	for field, opts := range map[string][]vpnconn.Option{
		"LocalSubnet":  {vpnconn.WithLocalSubnets(), vpnconn.WithLocalSubnets([]string{}...), vpnconn.WithLocalPrefixes()},
		"RemoteSubnet": {vpnconn.WithRemoteSubnets(), vpnconn.WithRemoteSubnets([]string{}...), vpnconn.WithRemotePrefixes()},
	} {
		want := vpnerrors.ValidationErrors{{Field: field, Reason: vpnerrors.ErrRequired}}
		for i, opt := range opts {
			req, err := vpnconn.New(smallest(opt)...)
			if diff := cmp.Diff(want, faults(t, req, err)); diff != "" {
				t.Errorf("%s, way %d (-want +got):\n%s", field, i, diff)
			}
		}
	}
}

// Of several reasons that apply, the first of ErrRequired, ErrEmpty, ErrBadCharacter, ErrTooShort and ErrTooLong is
// given; of a lifetime, the range before the fraction.
func TestWhichReasonWins(t *testing.T) {
	long := func(text string) string {
		for len(text) < 200 {
			text += text
		}
		return text
	}
	for _, row := range []struct {
		name string
		opt  vpnconn.Option
		want error
		why  string
	}{
		{"empty and too short", vpnconn.WithName(""), vpnerrors.ErrEmpty, "no character at all"},
		{"bad and too short", vpnconn.WithName("1"), vpnerrors.ErrBadCharacter, "a digit cannot come first"},
		{"bad and too long", vpnconn.WithName(long("a") + "!"), vpnerrors.ErrBadCharacter, "be it behind the limit"},
		{"bad token, too long", vpnconn.WithClientToken(long("a") + "\n"), vpnerrors.ErrBadCharacter, "be it behind the limit"},
		{"bad key, too long", vpnconn.WithIKE(ikeconfig.WithPSK(long("a") + "\n")), vpnerrors.ErrBadCharacter, "be it behind the limit"},
		{"bad identifier, too long", vpnconn.WithIKE(ikeconfig.WithLocalID(long("a") + "\xff")), vpnerrors.ErrBadCharacter, "be it behind the limit"},
		{"bad UTF-8 in an enum", vpnconn.WithIKE(ikeconfig.WithMode("main\xff")), vpnerrors.ErrBadCharacter, "before ErrUnsupportedValue"},
		{"bad UTF-8 in a block of another kind", vpnconn.WithLocalSubnets("::/0\xff"), vpnerrors.ErrBadCharacter, "before ErrNotIPv4"},
		{"negative fraction", vpnconn.WithIKE(ikeconfig.WithLifetime(-time.Second / 2)), vpnerrors.ErrOutOfRange, "the range first"},
		{"fraction above the range", vpnconn.WithIPsec(ipsecconfig.WithLifetime(24*time.Hour + 1)), vpnerrors.ErrOutOfRange, "the range first"},
	} {
		t.Run(row.name, func(t *testing.T) {
			req, err := vpnconn.New(smallest(row.opt)...)
			if list := faults(t, req, err); len(list) != 1 || list[0].Reason != row.want {
				t.Errorf("%v, want %v alone: %s", list, row.want, row.why)
			}
		})
	}
}
