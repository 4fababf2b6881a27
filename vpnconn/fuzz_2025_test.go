package vpnconn_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// addMembers adds seeds for a target that sets one parameter, whose name follows a prefix: those that the edge cases
// have.
func addMembers(f *testing.F, starts ...string) {
	for i, c := range vpntest.CasesIn(aliyun.Edition2025) {
		if i%3 != 0 {
			continue // TestCases has the rest
		}
		for name, value := range c.Params {
			for object, start := range starts {
				if member, ok := strings.CutPrefix(name, start); ok && len(value) < 1000 {
					f.Add(byte(object), member, value)
				}
			}
		}
	}
}

// checkOne fails t unless a valid request with one more parameter is read as it must be: alike by every reader, and
// with mistakes only about the prefix of that parameter.
func checkOne(t *testing.T, params map[string]string, name, value, about string) {
	t.Helper()
	params[name] = value
	r, err := vpnconn.ParseIn(aliyun.Edition2025, params)
	checkParsed(t, r, err)
	list, _ := err.(mistakes)
	for _, e := range list {
		if !strings.HasPrefix(e.Field, about) && e.Reason != vpnerrors.ErrUnknownParameter {
			t.Errorf("%q=%q: %v, want mistakes about %s alone", name, value, e, about)
		}
	}
	if value != "" { // in a query a name without a value may be part of a key
		checkSame(t, "in a query", r, err)(vpnconn.ParseQueryIn(aliyun.Edition2025, queryOf(params)))
	}
}

// FuzzTunnels sets one parameter of a tunnel in a request with two valid tunnels.
func FuzzTunnels(f *testing.F) {
	addMembers(f, "TunnelOptionsSpecification.")
	f.Fuzz(func(t *testing.T, _ byte, member, value string) {
		params := sentDual("1.Role", "master", "2.Role", "slave", "1.TunnelIkeConfig.Psk", "k7#Vq2&xLd9%Kw4", "2.TunnelBgpConfig.TunnelCidr", "169.254.10.0/30")
		checkOne(t, params, "TunnelOptionsSpecification."+member, value, "TunnelOptionsSpecification")
	})
}

// FuzzTags sets one parameter of a tag in a request with two valid tags.
func FuzzTags(f *testing.F) {
	addMembers(f, "Tags.")
	f.Fuzz(func(t *testing.T, _ byte, member, value string) {
		checkOne(t, sentParams("Tags.1.Key", "a", "Tags.1.Value", "1", "Tags.2.Key", "b"), "Tags."+member, value, "Tags")
	})
}

// FuzzObjects sets an object of a connection with a single tunnel, as JSON, or a member of it.
func FuzzObjects(f *testing.F) {
	objects := []string{"HealthCheckConfig", "BgpConfig", "IkeConfig", "IpsecConfig"}
	addMembers(f, objects...)
	f.Fuzz(func(t *testing.T, object byte, member, value string) {
		name := objects[int(object)%len(objects)]
		if member != "" && member[0] != '.' {
			return // another parameter
		}
		// A value that requires an SM gateway makes others wrong or missing.
		if strings.Contains(value, "sm") || strings.Contains(value, `\u`) {
			return
		}
		checkOne(t, sentParams(), name+member, value, name)
	})
}

// FuzzWithout unsets settings of a request with every setting, by names separated by bytes that are in no name.
func FuzzWithout(f *testing.F) {
	full := map[aliyun.Edition]vpnconn.Request{}
	for _, e := range aliyun.Editions() {
		full[e] = fullIn(f, e)
		for name := range full[e].Fields() {
			f.Add(name)
		}
	}
	f.Add("IkeConfig\x1eTags\x1eTunnelOptionsSpecification.2\x1eHealthCheckConfig")
	f.Add("Tags.1\x1eTags.1\x1eTags.2.Key\x1eTags.01\x1eTags.\x1e.\x1e")
	f.Add("psk\x1eIkeConfig.psk\x1eTunnelOptionsSpecification.1.TunnelIkeConfig.Psk.x")
	f.Fuzz(func(t *testing.T, names string) {
		list := strings.Split(names, "\x1e")
		for e, r := range full {
			left, err := r.With(vpnconn.Without(list...))
			if err != nil {
				checkWellFormed(t, err)
				continue
			}
			for d := range r.Diff(left) {
				if d.New != "" && !strings.HasPrefix(d.Field, "Tags.") { // later tags move up
					t.Errorf("edition %v without %q: %s becomes %q", e, list, d.Field, d.New)
				}
			}
			again, err := left.With(vpnconn.Without(slices.DeleteFunc(slices.Clone(list), func(name string) bool { return strings.HasPrefix(name, "Tags.") })...))
			checkSame(t, "without the same once more", left, nil)(again, err)
			checkParsed(t, left, nil)
		}
	})
}

// fullIn returns a request of an edition with everything that one with a single tunnel, or one with two, can have.
func fullIn(t testing.TB, e aliyun.Edition) vpnconn.Request {
	t.Helper()
	if e == aliyun.Edition2019 {
		return build(t, everything()...)
	}
	r, err := vpnconn.ParseIn(e, sentDual("1.Role", "master", "2.Role", "slave", "1.TunnelIkeConfig.Psk", "k7#Vq2&xLd9%Kw4", "2.TunnelIkeConfig.LocalId", "a",
		"1.EnableDpd", "true", "2.TunnelBgpConfig.TunnelCidr", "169.254.10.0/30", "2.TunnelBgpConfig.LocalBgpIp", "169.254.10.1", "1.TunnelIpsecConfig.IpsecPfs", "disabled",
		"Tags.1.Key", "a", "Tags.1.Value", "1", "Tags.2.Key", "b", "Name", "n", "ClientToken", "t", "DryRun", "true", "AutoConfigRoute", "false"))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// FuzzDiff compares any two requests, of either edition: there are no differences if both send the same, they are the
// same from the other side, and they never show a key.
func FuzzDiff(f *testing.F) {
	for i, c := range vpntest.CasesIn(aliyun.Edition2025) {
		if query := queryOf(c.Params); c.Reason == nil && i%9 == 0 && len(query) < 2000 {
			f.Add(query, queryOf(sentDual()))
			f.Add(queryOf(sentParams("IkeConfig", `{"Psk":"k7#Vq2&xLd9%Kw4"}`, "Tags.1.Key", "a")), query)
		}
	}
	f.Fuzz(func(t *testing.T, one, other string) {
		for _, e := range aliyun.Editions() {
			a, _ := vpnconn.ParseQueryIn(e, one)
			for _, e2 := range aliyun.Editions() {
				b, _ := vpnconn.ParseQueryIn(e2, other)
				checkDiff(t, a, b)
			}
		}
	})
}

func checkDiff(t *testing.T, a, b vpnconn.Request) {
	t.Helper()
	there, back := slices.Collect(a.Diff(b)), slices.Collect(b.Diff(a))
	if len(there) != len(back) || a.Equal(b) && len(there) > 0 || a.Edition() == b.Edition() && len(there) == 0 && !a.Equal(b) {
		t.Errorf("%v\n%v\ndiffer by %v, reversed by %v", a, b, there, back)
		return
	}
	for _, d := range there {
		if d.Old == d.New && d.Old != "[hidden]" {
			t.Errorf("%v is not a difference", d)
		}
		if strings.HasSuffix(d.Field, "Psk") && (d.Old != "" && d.Old != "[hidden]" || d.New != "" && d.New != "[hidden]") {
			t.Errorf("the difference of %s shows a key", d.Field)
		}
		if !slices.ContainsFunc(back, func(o vpnconn.Difference) bool { return o.Old == d.New && o.New == d.Old }) {
			t.Errorf("%v is only in one direction: %v", d, back)
		}
	}
}
