package main

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// Code written by hand is a fair comparison only with the same rules: it accepts and refuses what the library does.
func TestStraightHasTheRules(t *testing.T) {
	taken, refused := 0, make(map[string]int)
	for _, c := range vpntest.Cases() {
		in, ok := settingsOf(c)
		if !ok {
			continue
		}
		params, err := straight(&in)
		if c.Reason != nil {
			field, _, _ := strings.Cut(c.Field, "[")
			refused[field]++
			if err == nil || !strings.HasPrefix(err.Error(), field+":") || params != nil {
				t.Errorf("%s: got %v, want an error about %s", c.Name, err, field)
			}
			continue
		}
		taken++
		want, parseErr := vpnconn.Parse(c.Params)
		if err != nil || parseErr != nil || !maps.Equal(params, want.Params()) {
			t.Errorf("%s: %v, %v\n got %v\nwant %v", c.Name, err, parseErr, params, want.Params())
		}
	}
	if taken < 100 {
		t.Errorf("%d valid cases, want at least 100", taken)
	}
	for _, field := range []string{
		"CustomerGatewayId", "LocalSubnet", "RegionId", "RemoteSubnet", "VpnGatewayId", "ClientToken",
		"IkeConfig.Psk", "IkeConfig.IkeVersion", "IkeConfig.IkeMode", "IkeConfig.IkeEncAlg", "IkeConfig.IkeAuthAlg",
		"IkeConfig.IkePfs", "IkeConfig.IkeLifetime", "IkeConfig.LocalIdIPsec", "IkeConfig.RemoteId",
		"IpsecConfig.IpsecEncAlg", "IpsecConfig.IpsecAuthAlg", "IpsecConfig.IpsecPfs", "IpsecConfig.IpsecLifetime", "Name",
	} {
		if refused[field] < 3 {
			t.Errorf("%s: %d cases with a mistake, want at least 3", field, refused[field])
		}
	}
}

func TestStraightTellsAll(t *testing.T) {
	in := sample
	in.RegionID, in.Name = "", "x"
	_, err := straight(&in)
	if err == nil || !strings.Contains(err.Error(), "RegionId: ") || !strings.Contains(err.Error(), "Name: ") {
		t.Errorf("got %v, want both mistakes", err)
	}
}

// aboutValues are the reasons to refuse a value. Others are about the form of what a client sent.
var aboutValues = []error{
	nil, vpnerrors.ErrRequired, vpnerrors.ErrEmpty, vpnerrors.ErrTooShort, vpnerrors.ErrTooLong, vpnerrors.ErrOutOfRange,
	vpnerrors.ErrUnsupportedValue, vpnerrors.ErrBadCharacter, vpnerrors.ErrBadCIDR, vpnerrors.ErrHostBits,
	vpnerrors.ErrNotIPv4, vpnerrors.ErrFraction,
}

// settingsOf returns the parameters of a case as settings, and whether settings can express them.
func settingsOf(c vpntest.Case) (in settings, ok bool) {
	listed := strings.HasPrefix(c.Field, "LocalSubnet") || strings.HasPrefix(c.Field, "RemoteSubnet")
	if !slices.Contains(aboutValues, c.Reason) && !(c.Reason == vpnerrors.ErrDuplicate && listed) {
		return in, false
	}
	if c.Params["Action"] != vpnconn.Action {
		return in, false
	}
	var err error
	for name, value := range c.Params {
		switch name {
		case "Action": // checked above
		case "CustomerGatewayId":
			in.CustomerGatewayID = value
		case "LocalSubnet":
			in.LocalSubnets = []string{value}
		case "RegionId":
			in.RegionID = value
		case "RemoteSubnet":
			in.RemoteSubnets = []string{value}
		case "VpnGatewayId":
			in.VPNGatewayID = value
		case "ClientToken":
			in.ClientToken = value
		case "EffectImmediately":
			if value != "true" && value != "false" {
				return in, false
			}
			in.EffectImmediately = new(value == "true")
		case "Name":
			in.Name = value
		case "IkeConfig":
			err = errors.Join(err, in.readIKE(value))
		case "IpsecConfig":
			err = errors.Join(err, in.readIPsec(value))
		default:
			return in, false
		}
	}
	return in, err == nil
}

func (in *settings) readIKE(text string) (err error) {
	var o struct {
		ikeObject
		Lifetime json.Number `json:"IkeLifetime"`
	}
	if err := read(text, &o); err != nil {
		return err
	}
	if o.LocalIPsec != "" && o.LocalID != "" && o.LocalIPsec != o.LocalID {
		return errors.New("two local identifiers")
	}
	in.PSK, in.IKEVersion, in.IKEMode, in.IKEEncAlg, in.IKEAuthAlg = o.PSK, o.Version, o.Mode, o.EncAlg, o.AuthAlg
	in.IKEPFS, in.LocalID, in.RemoteID = o.PFS, o.LocalID+o.LocalIPsec, o.RemoteID
	if o.LocalID == o.LocalIPsec {
		in.LocalID = o.LocalID
	}
	in.IKELifetime, err = readSeconds(o.Lifetime)
	return err
}

func (in *settings) readIPsec(text string) (err error) {
	var o struct {
		ipsecObject
		Lifetime json.Number `json:"IpsecLifetime"`
	}
	if err := read(text, &o); err != nil {
		return err
	}
	in.IPsecEncAlg, in.IPsecAuthAlg, in.IPsecPFS = o.EncAlg, o.AuthAlg, o.PFS
	in.IPsecLifetime, err = readSeconds(o.Lifetime)
	return err
}

// read refuses what encoding/json would change.
func read(text string, into any) error {
	switch {
	case text == "":
		return nil
	case !utf8.ValidString(text) || strings.Contains(text, `\ud`):
		return errors.New("text that encoding/json repairs")
	}
	return json.Unmarshal([]byte(text), into)
}

// readSeconds reads a number that a time.Duration can hold.
func readSeconds(number json.Number) (*time.Duration, error) {
	if number == "" {
		return nil, nil
	}
	if _, fraction, _ := strings.Cut(number.String(), "."); len(fraction) > 9 {
		return nil, errors.New("finer than nanoseconds")
	}
	d, err := time.ParseDuration(number.String() + "s")
	return &d, err
}
