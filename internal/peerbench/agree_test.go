package main

import (
	"encoding/json"
	"maps"
	"net/url"
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// A ratio means something only if both sides do the same work.
func TestSameParameters(t *testing.T) {
	req, err := build(&sample)
	if err != nil {
		t.Fatal(err)
	}
	want := req.Params()
	if len(want) != 11 {
		t.Fatalf("%d parameters, want all 11: %v", len(want), want)
	}

	values, err := url.ParseQuery(string(req.AppendQuery(nil)))
	if err != nil {
		t.Fatal(err)
	}
	query := make(map[string]string)
	for name := range values {
		query[name] = values.Get(name)
	}
	if !maps.Equal(query, want) {
		t.Errorf("AppendQuery:\n got %v\nwant %v", query, want)
	}

	byHand, err := straight(&sample)
	if err != nil || !maps.Equal(byHand, want) {
		t.Errorf("by hand: %v\n got %v\nwant %v", err, byHand, want)
	}

	// Both leave out what the SDKs add on sending, and escape more in JSON than RFC 8785 does.
	official, err := alibabaSDK(&sample)
	if err != nil {
		t.Fatal(err)
	}
	official = maps.Clone(official)
	official["Action"], official["RegionId"] = vpnconn.Action, sample.RegionID
	if got, want := decoded(t, official), decoded(t, want); !maps.Equal(got, want) {
		t.Errorf("alibaba-cloud-sdk-go:\n got %v\nwant %v", got, want)
	}

	pointers, err := darabonba(&sample)
	if err != nil {
		t.Fatal(err)
	}
	newer := map[string]string{"Action": vpnconn.Action}
	for name, value := range pointers {
		newer[name] = *value
	}
	if got, want := decoded(t, newer), decoded(t, want); !maps.Equal(got, want) {
		t.Errorf("darabonba-openapi:\n got %v\nwant %v", got, want)
	}
}

// decoded returns params with every member of the two JSON objects as a separate parameter.
func decoded(t *testing.T, params map[string]string) map[string]string {
	t.Helper()
	flat := maps.Clone(params)
	for _, phase := range []string{"IkeConfig", "IpsecConfig"} {
		var members map[string]any
		if err := json.Unmarshal([]byte(params[phase]), &members); err != nil {
			t.Fatalf("%s: %v", phase, err)
		}
		delete(flat, phase)
		for name, value := range members {
			text, err := json.Marshal(value)
			if err != nil {
				t.Fatal(err)
			}
			flat[phase+"."+name] = string(text)
		}
	}
	return flat
}

func TestValidatorTakesTheSample(t *testing.T) {
	check := newValidator()
	if err := check.Struct(&sample); err != nil {
		t.Error(err)
	}
	// One mistake for each kind of tag: a misspelled tag would measure nothing.
	for what, spoil := range map[string]func(*settings){
		"identifier": func(s *settings) { s.RegionID = "cn,shanghai" },
		"blocks":     func(s *settings) { s.LocalSubnets = []string{"10.0.0.1/24"} },
		"duplicate":  func(s *settings) { s.RemoteSubnets = []string{"10.0.0.0/24", "10.0.0.0/24"} },
		"token":      func(s *settings) { s.ClientToken = "é" },
		"name":       func(s *settings) { s.Name = "x" },
		"enum":       func(s *settings) { s.IKEEncAlg = "AES-256" },
		"lifetime":   func(s *settings) { s.IPsecLifetime = new(*s.IPsecLifetime + *s.IKELifetime) },
	} {
		bad := sample
		spoil(&bad)
		if check.Struct(&bad) == nil {
			t.Errorf("%s: accepted", what)
		}
	}
}

// The time for mistakes is measured with three.
func TestSpoiltHasThreeMistakes(t *testing.T) {
	spoilt, spoilt2025 := spoil(sample), spoil2025(sample2025)
	_, err := build(&spoilt)
	_, err2025 := build2025(&spoilt2025)
	for _, err := range []error{err, err2025} {
		if errs, _ := err.(vpnerrors.ValidationErrors); len(errs) != 3 {
			t.Errorf("%d mistakes: %v", len(errs), err)
		}
	}
}

func TestSameReplies(t *testing.T) {
	g, err := replies()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range g.contenders {
		kept.response, kept.sdkResponse = vpnconn.Response{}, nil
		if err := c.run(); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		successes := 0
		if r := kept.response; r != (vpnconn.Response{}) {
			successes++
			if r.VPNConnectionID != "vco-bp15oes1py4i66rmdnc7k" || r.CreateTime.UnixMilli() != 1544666102000 ||
				r.Name != "test" || r.RequestID != "082AD562-B8DB-4BB2-861F-DA1FCA01FD76" {
				t.Errorf("%s: %+v", c.name, r)
			}
		}
		if r := kept.sdkResponse; r != nil {
			successes++
			if r.VpnConnectionId != "vco-bp15oes1py4i66rmdnc7k" || r.CreateTime != 1544666102000 ||
				r.Name != "test" || r.RequestId != "082AD562-B8DB-4BB2-861F-DA1FCA01FD76" {
				t.Errorf("%s: %+v", c.name, r)
			}
		}
		want := 0
		if strings.HasPrefix(c.name, "success") {
			want = 1
		}
		if successes != want {
			t.Errorf("%s: it kept %d successes, want %d", c.name, successes, want)
		}
	}
	if kept.failure == nil || kept.failure.Code != "VpnGateway.Configuring" || kept.failure.Recommend == "" {
		t.Errorf("encoding/json read the error as %+v", kept.failure)
	}
}
