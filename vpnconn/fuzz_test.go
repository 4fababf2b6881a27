package vpnconn_test

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// checkParsed fails t unless the results of Parse or ParseQuery are as they must be: a Request or an error, never both;
// a well-formed error; a Request that survives every round trip.
func checkParsed(t *testing.T, r vpnconn.Request, err error) {
	t.Helper()
	if err != nil {
		checkWellFormed(t, err)
		if !r.IsZero() {
			t.Errorf("a Request with an error: %v", r)
		}
		return
	}
	if r.IsZero() || r.RegionID() == "" || len(r.LocalSubnets()) == 0 {
		t.Errorf("a Request without what is required: %v", r)
	}
	checkComesBack(t, r)
	if effective := r.Effective(); !effective.Effective().Equal(effective) {
		t.Errorf("Effective changes %v again", effective)
	}
	checkOneLine(t, r.String())
}

// checkSecondReader compares the settings of a phase, by their dotted names, with what encoding/json reads from the
// text. That takes the last of repeated members, but there are none.
func checkSecondReader(t *testing.T, phase, text string, set map[string]string) {
	t.Helper()
	var members map[string]any
	if text == "" || len(text) > 800 { // encoding/json rounds longer numbers
		return
	}
	if err := json.Unmarshal([]byte(text), &members); err != nil {
		t.Fatalf("encoding/json refuses what Parse accepts: %v", err)
	}
	seen := 0
	d := json.NewDecoder(strings.NewReader(text))
	for token, err := d.Token(); err == nil; token, err = d.Token() {
		if _, isMark := token.(json.Delim); !isMark {
			seen++
		}
	}
	if seen != 2*len(members) && members != nil {
		t.Errorf("Parse accepts %d names and values for %d members", seen, len(members))
	}
	want := make(map[string]string)
	for member, value := range members {
		if number, isNumber := value.(float64); isNumber {
			value = strconv.FormatFloat(number+0, 'f', -1, 64) // not -0
		}
		if text, _ := value.(string); text != "" {
			want[phase+"."+member] = text
		}
	}
	if id, is := want["IkeConfig.LocalId"]; is && set["IkeConfig.LocalId"] == "" {
		want["IkeConfig.LocalIdIPsec"] = id // the documented name in edition 2019
		delete(want, "IkeConfig.LocalId")
	}
	got := maps.Clone(set)
	maps.DeleteFunc(got, func(name, _ string) bool { return !strings.HasPrefix(name, phase+".") })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-encoding/json +Parse):\n%s", phase, diff)
	}
}

// FuzzParse reads pairs of a name and a value, separated by bytes that are in no name, so that both can have any bytes,
// in both editions.
func FuzzParse(f *testing.F) {
	join := func(params map[string]string) string { return strings.Join(sortedPairs(params), "\x1e") }
	for i, c := range slices.Concat(vpntest.Cases(), vpntest.CasesIn(aliyun.Edition2025)) {
		if text := join(c.Params); len(text) < 2000 && i%7 == 0 {
			f.Add(text)
		}
	}
	for seed := range uint64(20) {
		f.Add(join(dotted(vpntest.RequestIn(aliyun.Edition2025, rand.New(rand.NewPCG(seed, 0))))))
	}
	for _, pairs := range [][]string{
		{"IkeConfig", `{"Psk":1,"Psk":2,"psk":3,"\ud800":4}`, "IkeConfig.LocalId", "a", "IkeConfig.LocalIdIPsec", "b"}, // many mistakes
		{"LocalSubnet", "10.0.0.7/24, ,::/0,10.0.0.0/8,10.0.0.0/8"},                                                    // every mistake in a list
		{"Unknown", "", "Signature", "s", "IkeConfig.", "", "", "", "Local\nSubnet", ""},                               // odd names
		{"Tags.1.Key", "a", "Tags.3.Key", "a", "Tags.21.Value", "", "Tags.03.Key", "", "Tags", "[]"},                   // odd indices
	} {
		f.Add(join(sentParams(pairs...)))
	}
	f.Add(join(sentDual("1.Role", "slave", "2.Role", "x", "IkeConfig", "{", "EnableTunnelsBgp", "TRUE", "1.TunnelBgpConfig.LocalAsn", "1.1", "3.Name", ""))) // many mistakes with tunnels
	f.Add("")                                                                                                                                                // nothing
	f.Fuzz(func(t *testing.T, text string) {
		params := make(map[string]string)
		for pair := range strings.SplitSeq(text, "\x1e") {
			name, value, _ := strings.Cut(pair, "=")
			params[name] = value
		}
		for _, e := range aliyun.Editions() {
			r, err := vpnconn.ParseIn(e, params)
			checkParsed(t, r, err)
			checkSame(t, "a second time", r, err)(vpnconn.ParseIn(e, params))
			for _, phase := range []string{"IkeConfig", "IpsecConfig"} {
				dotted := func(name string) bool { return strings.HasPrefix(name, phase+".") }
				if err == nil && !slices.ContainsFunc(slices.Collect(maps.Keys(params)), dotted) {
					checkSecondReader(t, phase, params[phase], settingsOf(r))
				}
			}
		}
	})
}

func FuzzParseQuery(f *testing.F) {
	f.Add(sentQuery(""))                                            // the smallest
	f.Add(sentQuery("&ClientToken=a+b%20c%2B&Name=%E4%B8%AD%41"))   // escapes
	f.Add(sentQuery("&IkeConfig=%7B%22Psk%22%3A%22%25%26%22%7D"))   // JSON
	f.Add(sentQuery("&Name=ab&%4eame=cd"))                          // the same name twice
	f.Add(sentQuery("&Name=%zz&%zz=1&IkeConfig.Psk=%&Signature=%")) // bad escapes
	f.Add(sentQuery("&Name=%zz&IkeConfig.%0X=1&%zb=2"))             // of them one in a name that begins like a known one
	f.Add(sentQuery("&&=&=a&;&Name;=b"))                            // odd separators
	f.Add(sentQuery("&LocalSubnet%5B0%5D=1&IkeConfig.Psk%5B0%5D"))  // lists in the style of other services
	f.Add("\x00\xff\u202e")                                         // not a query
	f.Add("")                                                       // nothing
	f.Add("0")                                                      // a name without a value, which may be part of a key
	f.Add(queryOf(sentDual("1.Role", "master", "2.Role", "slave", "Tags.1.Key", "+")) + "&Tags.1.Key=b&TunnelOptionsSpecification.1.Role=%zz&Tags.2.Key&HealthCheckConfig.Dip")
	f.Fuzz(func(t *testing.T, query string) {
		for _, e := range aliyun.Editions() {
			checkQuery(t, e, query)
		}
	})
}

func checkQuery(t *testing.T, e aliyun.Edition, query string) {
	t.Helper()
	r, err := vpnconn.ParseQueryIn(e, query)
	checkParsed(t, r, err)

	// A second reader, except where it has its own rules.
	values, urlErr := url.ParseQuery(query)
	if urlErr != nil {
		return
	}
	params := make(map[string]string)
	for name, list := range values {
		if len(list) > 1 {
			if err == nil {
				t.Errorf("%q occurs %d times, and is accepted", name, len(list))
			}
			return
		}
		params[name] = list[0]
	}
	want, wantErr := vpnconn.ParseIn(e, params)
	errs, _ := err.(mistakes)
	if slices.ContainsFunc(errs, func(e *mistake) bool { return e.Field == "[hidden]" }) { // in a map, a name without a value is shown
		if wantErr == nil {
			t.Errorf("Parse accepts %v, ParseQuery returns %v", want, err)
		}
		return
	}
	checkSame(t, "net/url and Parse", r, err)(want, wantErr)
}

// FuzzSpec: reading a Spec changes it or returns an error, never both; what was read can be written and read again; and
// YAML packages, which pass a tree, get the same Spec or the same mistakes, also for single phases.
func FuzzSpec(f *testing.F) {
	f.Add(fullSpecJSON, "")                                                                                                       // everything
	f.Add(`{"LocalSubnet":"10.0.0.0/24,10.1.0.0/24","IkeConfig":{}}`, "")                                                         // short forms
	f.Add(`{"IkeConfig":{"Psk":"[hidden]","LocalId":1,"x":[{}]},"Z":{"":[]}}`, "")                                                // a hidden key, and unknown members
	f.Add(`{"Name":null,"Name":"","name":"","N\u0061me":""}`, "")                                                                 // repeated, and similar
	f.Add(`{"IpsecConfig":{"IpsecLifetime":-86401,"IpsecLifetime":0.5}}`, "")                                                     // numbers
	f.Add(`{"IpsecConfig":{"IpsecLifetime":-86401,"Lifetime":0.5}}`, "")                                                          // a wrong value, and an unknown member
	f.Add(`{"LocalSubnet":["10.0.0/24"],"IkeConfig":{"Psk":"k"}}`, "")                                                            // a wrong value and a key
	f.Add(`{"LocalSubnet":[1,"\ud800",null,[]],"EffectImmediately":"true"}`, "")                                                  // other types
	f.Add("{\"Name\xff\":{}}", "")                                                                                                // invalid UTF-8
	f.Add(`null`, "")                                                                                                             // changes nothing
	f.Add(`{"Name":"a?","?":1,"IkeConfig":{"RemoteId":"?","?":null}}`, "\xed\xa0")                                                // bytes that JSON would repair
	f.Add(`{"Edition":"2025","Tags":{"b":"?","a":null},"BgpConfig":{"LocalAsn":"1.1"},"HealthCheckConfig":{"interval":1e2}}`, "") // forms of edition 2025
	f.Add(`{"TunnelOptionsSpecification":[{"Role":"slave","TunnelIkeConfig":{"Psk":"?"}},null,{}],"Edition":7,"edition":1}`, "")  // wrong forms
	for i, c := range slices.Concat(vpntest.Cases(), vpntest.CasesIn(aliyun.Edition2025)) {
		if set, ok := given(c); ok && len(c.Params["Name"]) < 1000 && len(c.Params["LocalSubnet"]) < 1000 && (c.Edition == aliyun.Edition2019 || i%5 == 0) {
			file := treeOf(set)
			file["Edition"] = int(c.Edition)
			f.Add(jsonOf(file), "")
		}
	}
	f.Fuzz(func(t *testing.T, text, bad string) {
		s := fullSpec()
		if err := s.UnmarshalJSON([]byte(text)); err != nil {
			checkWellFormed(t, err)
			if diff := cmp.Diff(fullSpec(), s); diff != "" {
				t.Errorf("changed despite an error:\n%s", diff)
			}
		} else if r, err := s.Build(); err != nil {
			checkWellFormed(t, err)
		} else {
			checkSame(t, "built again", r, nil)(r.Spec().Build())
		}
		var tree any
		if json.Unmarshal([]byte(text), &tree) == nil {
			checkFormatsAgree(t, withText(tree, bad))
		}
	})
}

// withText returns a tree with text, unless empty, in place of every question mark.
func withText(tree any, text string) any {
	switch v := tree.(type) {
	case string:
		if text != "" {
			return strings.ReplaceAll(v, "?", text)
		}
	case []any:
		for i := range v {
			v[i] = withText(v[i], text)
		}
	case map[string]any:
		members := make(map[string]any)
		for name, value := range v {
			members[withText(name, text).(string)] = withText(value, text)
		}
		return members
	}
	return tree
}

// checkFormatsAgree reads a tree as JSON and as YAML packages pass it, and its phases separately.
func checkFormatsAgree(t *testing.T, tree any) {
	t.Helper()
	written := jsonOf(tree)
	var want vpnconn.Spec
	wantErr := want.UnmarshalJSON([]byte(written))
	for format, tree := range map[string]any{"YAML": tree, "YAML, any keys": anyKeys(tree)} {
		var got vpnconn.Spec
		err := got.UnmarshalYAML(decoded(tree))
		if diff := cmp.Diff(mended(t, wantErr), mended(t, err)); diff != "" {
			t.Errorf("%q in %s (-JSON +YAML):\n%s", written, format, diff)
		}
		// In errors about JSON, invalid UTF-8 is shown repaired.
		if diff := cmp.Diff(wantErr, err); diff != "" && utf8.ValidString(written) {
			t.Errorf("%q in %s (-JSON +YAML):\n%s", written, format, diff)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q in %s: the Spec (-JSON +YAML):\n%s", written, format, diff)
		}
	}
	members, _ := tree.(map[string]any)
	for name := range members {
		if strings.Contains(name, ".") || name == "Edition" {
			return // an unknown parameter named like one in a phase, or what a single phase cannot know
		}
	}
	ike, ipsec := new(vpnconn.IKESpec), new(vpnconn.IPsecSpec)
	for phase, errs := range map[string][]error{
		"IkeConfig":   {ike.UnmarshalJSON([]byte(jsonOf(members["IkeConfig"]))), ike.UnmarshalYAML(decoded(members["IkeConfig"]))},
		"IpsecConfig": {ipsec.UnmarshalJSON([]byte(jsonOf(members["IpsecConfig"]))), ipsec.UnmarshalYAML(decoded(members["IpsecConfig"]))},
	} {
		var about []string
		for _, mistake := range mended(t, wantErr) {
			if strings.HasPrefix(mistake, phase+":") || strings.HasPrefix(mistake, phase+".") {
				about = append(about, mistake)
			}
		}
		for _, err := range errs {
			if err == nil { // a whole Spec with a mistake of form elsewhere also reports the values that Build refuses
				refused := refusedBy(t, vpnconn.Spec{IKE: ike, IPsec: ipsec})
				about = slices.DeleteFunc(about, func(mistake string) bool { return refused[mistake] })
			}
			if diff := cmp.Diff(about, mended(t, err), cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("%q: only %s (-whole +alone):\n%s", written, phase, diff)
			}
		}
	}
	if wantErr == nil && (want.IKE != nil && !cmp.Equal(want.IKE, ike) || want.IPsec != nil && !cmp.Equal(want.IPsec, ipsec)) {
		t.Errorf("%q: the separate phases are\n%v and %v, want\n%v and %v", written, ike, ipsec, want.IKE, want.IPsec)
	}
	if wantErr != nil {
		return
	}
	checkSpecComesBack(t, want)
}

// checkSpecComesBack fails t unless a Spec that was read is the same after writing and reading, except for a key: that
// is hidden, and so refused, together with values that Build refuses too.
func checkSpecComesBack(t *testing.T, want vpnconn.Spec) {
	t.Helper()
	for _, tunnel := range want.Tunnels {
		if tunnel.IKE != nil && !tunnel.IKE.PSK.IsZero() {
			return
		}
	}
	written, _ := json.Marshal(want)
	var got vpnconn.Spec
	err := got.UnmarshalJSON(written)
	if want.IKE == nil || want.IKE.PSK.IsZero() {
		if err != nil || !cmp.Equal(want, got) {
			t.Errorf("%s comes back as %v, %v", written, got, err)
		}
		return
	}
	list, _ := err.(mistakes)
	hidden := mistakes(slices.DeleteFunc(slices.Clone(list), func(e *vpnerrors.FieldError) bool { return e.Field != "IkeConfig.Psk" }))
	if diff := cmp.Diff(mistakes{{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrUnsupportedValue}}, hidden); diff != "" {
		t.Errorf("%s comes back as %v; mistakes about the hidden key (-want +got):\n%s", written, got, diff)
	}
	refused := refusedBy(t, want)
	for _, mistake := range mended(t, err) {
		if !refused[mistake] && !strings.HasPrefix(mistake, "IkeConfig.Psk:") {
			t.Errorf("%s comes back with %q, which Build does not report", written, mistake)
		}
	}
	var file map[string]any
	json.Unmarshal(written, &file)
	file["IkeConfig"].(map[string]any)["Psk"] = want.IKE.PSK.Reveal()
	if err := got.UnmarshalJSON([]byte(jsonOf(file))); err != nil || !cmp.Equal(want, got) {
		t.Errorf("%s comes back with its key as %v, %v", written, got, err)
	}
}

// refusedBy returns the mistakes that Build finds in s, which holds for both editions if it names none.
func refusedBy(t *testing.T, s vpnconn.Spec) map[string]bool {
	t.Helper()
	refused := make(map[string]bool)
	for _, e := range aliyun.Editions() {
		s := s
		if s.Edition == 0 {
			s.Edition = e
		}
		_, err := s.Build()
		for _, mistake := range mended(t, err) {
			refused[mistake] = true
		}
	}
	return refused
}

// mended returns field and reason of each mistake, sorted, with invalid UTF-8 in names replaced as encoding/json does.
func mended(t *testing.T, err error) (list []string) {
	t.Helper()
	if err == nil {
		return nil
	}
	checkWellFormed(t, err)
	for _, short := range namesAndReasons(t, err) {
		list = append(list, string([]rune(short)))
	}
	slices.Sort(list)
	return slices.Compact(list)
}
