package vpnconn_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun/vpnconn"
)

// checkParsed fails t unless what Parse or ParseQuery gave obeys the laws: a Request or an error, never both; an error as
// every error has to be; a Request that comes back the same by every way.
func checkParsed(t *testing.T, r vpnconn.Request, err error) {
	t.Helper()
	if err != nil {
		checkErrorLaws(t, err)
		if !r.IsZero() {
			t.Errorf("a Request beside an error: %v", r)
		}
		return
	}
	if r.IsZero() || r.RegionID() == "" || len(r.LocalSubnets()) == 0 {
		t.Errorf("a Request without what is required: %v", r)
	}
	checkComesBack(t, r)
	if effective := r.Effective(); !effective.Effective().Equal(effective) {
		t.Errorf("Effective changes %v once more", effective)
	}
	checkOneLine(t, r.String())
}

// paramsOf reads lines of "name=value" as a map, so that any bytes get into names and values.
func paramsOf(lines string) map[string]string {
	params := make(map[string]string)
	for line := range strings.SplitSeq(lines, "\x1e") {
		name, value, _ := strings.Cut(line, "=")
		params[name] = value
	}
	return params
}

func linesOf(params map[string]string) string { return strings.Join(sortedPairs(params), "\x1e") }

func FuzzParse(f *testing.F) {
	for _, pairs := range [][]string{
		{}, // the smallest
		{"IkeConfig", `{"Psk":"a\u0026b","IkeLifetime":8.64e4,"LocalId":"l","LocalIdIPsec":"l"}`}, // as clients send it
		{"IkeConfig.Psk", "k", "IkeConfig", `{"Psk":"k"}`},                                        // both ways
		{"IkeConfig.LocalId", "a", "IkeConfig.LocalIdIPsec", "b"},                                 // a conflict
		{"IkeConfig", `{"Psk":1,"Psk":2,"psk":3,"\ud800":4}`},                                     // much that is wrong
		{"IkeConfig", "ikev1", "IpsecConfig", "aes"},                                              // the API document's own examples
		{"IpsecConfig", `{"IpsecLifetime":1e999999999}`},                                          // a number of any size
		{"IpsecConfig", `{"IpsecLifetime":"086400"}`},                                             // no numeral
		{"LocalSubnet", "10.0.0.7/24, ,::/0,10.0.0.0/8,10.0.0.0/8"},                               // every mistake of a list
		{"LocalSubnet", "0.0.0.0/0\t", "RemoteSubnet", " 0.0.0.0/0"},                              // all there is
		{"EffectImmediately", "TRUE", "Name", "\u4e2d\u6587", "ClientToken", "~ "},                // in any letter case
		{"Name", "http://a", "ClientToken", "\xff"},                                               // what neither may be
		{"Unknown", "", "Signature", "s", "IkeConfig.", "", "", "", "Local\nSubnet", ""},          // odd names
		{"Action", "DeleteVpnConnection", "RegionId", ""},                                         // another call
	} {
		f.Add(linesOf(sentParams(pairs...)))
	}
	f.Add("") // nothing
	f.Add(linesOf(mustNew(f).Effective().Params()))
	f.Fuzz(func(t *testing.T, lines string) {
		r, err := vpnconn.Parse(paramsOf(lines))
		checkParsed(t, r, err)
		again, err2 := vpnconn.Parse(paramsOf(lines))
		if diff := cmp.Diff(err, err2); diff != "" || !again.Equal(r) {
			t.Errorf("a second Parse says something else:\n%s", diff)
		}
	})
}

func FuzzParseQuery(f *testing.F) {
	f.Add(sentQuery(""))                                            // the smallest
	f.Add(sentQuery("&ClientToken=a+b%20c%2B&Name=%E4%B8%AD%41"))   // escapes
	f.Add(sentQuery("&IkeConfig=%7B%22Psk%22%3A%22%25%26%22%7D"))   // JSON
	f.Add(sentQuery("&Name=ab&%4eame=cd"))                          // the same name twice
	f.Add(sentQuery("&Name=%zz&%zz=1&IkeConfig.Psk=%&Signature=%")) // bad escapes
	f.Add(sentQuery("&&=&=a&;&Name;=b"))                            // odd separators
	f.Add(sentQuery("&LocalSubnet%5B0%5D=1&IkeConfig.Psk%5B0%5D"))  // lists as other services have them
	f.Add("\x00\xff\u202e")                                         // no query
	f.Add("")                                                       // nothing
	f.Add("0")                                                      // a name without a value, which may be part of a key
	f.Fuzz(func(t *testing.T, query string) {
		r, err := vpnconn.ParseQuery(query)
		checkParsed(t, r, err)

		// A second reader, where it has no rules of its own.
		values, urlErr := url.ParseQuery(query)
		if urlErr != nil {
			return
		}
		params := make(map[string]string)
		for name, list := range values {
			if len(list) > 1 {
				if err == nil {
					t.Errorf("%q stands there %d times, and is taken", name, len(list))
				}
				return
			}
			params[name] = list[0]
		}
		want, wantErr := vpnconn.Parse(params)
		errs, _ := err.(mistakes)
		if slices.ContainsFunc(errs, func(e *mistake) bool { return e.Field == "[hidden]" }) { // a name with no value shows in a map
			if wantErr == nil {
				t.Errorf("Parse takes %v, ParseQuery says %v", want, err)
			}
			return
		}
		if diff := cmp.Diff(wantErr, err); diff != "" || !r.Equal(want) {
			t.Errorf("net/url and Parse read %v, ParseQuery reads %v (-want +got):\n%s", want, r, diff)
		}
	})
}

// FuzzSpec: reading a Spec changes it or gives an error, never both, and what was read can be written and read again.
func FuzzSpec(f *testing.F) {
	f.Add(fullSpecJSON)                                                      // everything
	f.Add(`{"LocalSubnet":"10.0.0.0/24,10.1.0.0/24","IkeConfig":{}}`)        // in short
	f.Add(`{"IkeConfig":{"Psk":"[hidden]"}}`)                                // printed before
	f.Add(`{"Name":null,"Name":"","name":"","N\u0061me":""}`)                // repeated, and nearly
	f.Add(`{"IpsecConfig":{"IpsecLifetime":-86401,"IpsecLifetime":0.5}}`)    // numbers
	f.Add(`{"LocalSubnet":[1,"\ud800",null,[]],"EffectImmediately":"true"}`) // other types
	f.Add("{\"Name\xff\":{}}")                                               // no text
	f.Add(`null`)                                                            // leaves all as it is
	f.Fuzz(func(t *testing.T, text string) {
		s := fullSpec()
		if err := s.UnmarshalJSON([]byte(text)); err != nil {
			checkErrorLaws(t, err)
			if diff := cmp.Diff(fullSpec(), s); diff != "" {
				t.Errorf("changed in spite of an error:\n%s", diff)
			}
			return
		}
		r, err := s.Build()
		if err != nil {
			checkErrorLaws(t, err)
		} else if again, err := r.Spec().Build(); err != nil || !again.Equal(r) {
			t.Errorf("built again: %v, %v, want %v", again, err, r)
		}
	})
}
