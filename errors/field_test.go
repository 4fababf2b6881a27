package errors_test

import (
	"encoding/json"
	stderrors "errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

var encAlgs = []string{"aes", "aes192", "aes256", "des", "3des"}

// TestFieldErrorText pins the text: once for each reason, with and without what may be hidden. All other tests compare
// data.
func TestFieldErrorText(t *testing.T) {
	other := stderrors.New("no such region")
	for _, tt := range []struct {
		name string
		err  *vpnerrors.FieldError
		want string
		why  string
	}{
		// The texts in the design of the library.
		{"unsupported value", &vpnerrors.FieldError{Field: "IkeConfig.IkeEncAlg", Reason: vpnerrors.ErrUnsupportedValue, Value: "aes128", Suggest: "aes", Allowed: encAlgs},
			`IkeConfig.IkeEncAlg: unsupported value "aes128": want aes, aes192, aes256, des or 3des; did you mean aes?`, "the accepted values, and a suggestion"},
		{"out of range", &vpnerrors.FieldError{Field: "IkeConfig.IkeLifetime", Reason: vpnerrors.ErrOutOfRange, Value: "90000", Max: 86400},
			`IkeConfig.IkeLifetime: out of range "90000": want 0 to 86400 seconds`, "the limits, including 0"},
		{"required list", &vpnerrors.FieldError{Field: "LocalSubnet", Reason: vpnerrors.ErrRequired},
			`LocalSubnet: required: want at least one IPv4 CIDR block`, "a list of one is enough"},

		{"required", &vpnerrors.FieldError{Field: "RegionId", Reason: vpnerrors.ErrRequired},
			`RegionId: required: want the ID of a region, printable ASCII with no space, comma or quote`, "the characters of an ID"},
		{"empty", &vpnerrors.FieldError{Field: "LocalSubnet[1]", Reason: vpnerrors.ErrEmpty},
			`LocalSubnet[1]: empty: want an IPv4 CIDR block such as 10.0.0.0/24`, "about the element, not the list"},
		{"bad character", &vpnerrors.FieldError{Field: "ClientToken", Reason: vpnerrors.ErrBadCharacter, Value: "naïve", Part: "ï", Min: 1, Max: 64},
			`ClientToken: bad character "ï" in "naïve": want 1 to 64 printable ASCII characters`, "the character, and the value"},
		{"bad character, hidden", &vpnerrors.FieldError{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrBadCharacter, Min: 1, Max: 100},
			`IkeConfig.Psk: bad character: want text without control characters, 1 to 100 characters`, "no part of a key shows"},
		{"too short", &vpnerrors.FieldError{Field: "Name", Reason: vpnerrors.ErrTooShort, Value: "a", Min: 2, Max: 128},
			`Name: too short "a": want 2 to 128 characters`, "the value and its limits"},
		{"too long, hidden", &vpnerrors.FieldError{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrTooLong, Min: 1, Max: 100},
			`IkeConfig.Psk: too long: want 1 to 100 characters`, "the limits of a key are not secret"},
		{"too short, with no upper limit", &vpnerrors.FieldError{Field: "ClientToken", Reason: vpnerrors.ErrTooShort, Min: 16},
			`ClientToken: too short: want a key of at least 16 bytes`, "the key of a derived token, in bytes"},
		{"too short, with no limit", &vpnerrors.FieldError{Field: "ClientToken", Reason: vpnerrors.ErrTooShort},
			`ClientToken: too short`, "no length is invented"},
		{"out of range, with no limits", &vpnerrors.FieldError{Field: "Weight", Reason: vpnerrors.ErrOutOfRange, Value: "7"},
			`Weight: out of range "7"`, "no range is invented"},
		{"not a whole number", &vpnerrors.FieldError{Field: "IpsecConfig.IpsecLifetime", Reason: vpnerrors.ErrFraction, Value: "0.5", Max: 86400},
			`IpsecConfig.IpsecLifetime: not a whole number "0.5": want 0 to 86400 seconds`, "the limits say that it is in seconds"},
		{"not IPv4", &vpnerrors.FieldError{Field: "RemoteSubnet[0]", Reason: vpnerrors.ErrNotIPv4, Value: "fd00::/8"},
			`RemoteSubnet[0]: not IPv4 "fd00::/8": want an IPv4 CIDR block`, "there is no IPv4 block to suggest"},
		{"bad CIDR block", &vpnerrors.FieldError{Field: "RemoteSubnet[0]", Reason: vpnerrors.ErrBadCIDR, Value: "10.0.0.1", Suggest: "10.0.0.1/32"},
			`RemoteSubnet[0]: bad CIDR block "10.0.0.1": want an address and a prefix length such as 10.0.0.0/24; did you mean 10.0.0.1/32?`, "a bare address means a /32"},
		{"host bits", &vpnerrors.FieldError{Field: "LocalSubnet[2]", Reason: vpnerrors.ErrHostBits, Value: "10.0.0.7/24", Suggest: "10.0.0.0/24"},
			`LocalSubnet[2]: host bits set in "10.0.0.7/24": want a network address; did you mean 10.0.0.0/24?`, "the network that the address is in"},
		{"duplicate block", &vpnerrors.FieldError{Field: "LocalSubnet[3]", Reason: vpnerrors.ErrDuplicate, Value: "10.0.0.0/24", Part: "LocalSubnet[0]"},
			`LocalSubnet[3]: duplicate "10.0.0.0/24": want it once; first at LocalSubnet[0]`, "where it occurs first"},
		{"duplicate, hidden", &vpnerrors.FieldError{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrDuplicate},
			`IkeConfig.Psk: duplicate: want it once`, "a member has no place to name"},
		{"conflict", &vpnerrors.FieldError{Field: "IkeConfig.LocalIdIPsec", Reason: vpnerrors.ErrConflict, Value: "a", Part: "b"},
			`IkeConfig.LocalIdIPsec: conflict between "a" and "b": want one value`, "both values"},
		{"conflict, hidden", &vpnerrors.FieldError{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrConflict},
			`IkeConfig.Psk: conflict: want one value`, "neither of two keys"},
		{"bad type", &vpnerrors.FieldError{Field: "IkeConfig", Reason: vpnerrors.ErrBadType, Suggest: `{"IkeVersion":"ikev1"}`},
			`IkeConfig: bad type: want a JSON object; did you mean {"IkeVersion":"ikev1"}?`, "the suggestion shows what an object looks like"},
		{"unknown parameter", &vpnerrors.FieldError{Field: "Psk", Reason: vpnerrors.ErrUnknownParameter, Suggest: "IkeConfig.Psk"},
			`Psk: unknown parameter: did you mean IkeConfig.Psk?`, "the intended name"},
		{"unknown parameter like no other", &vpnerrors.FieldError{Field: "Colour", Reason: vpnerrors.ErrUnknownParameter},
			`Colour: unknown parameter`, "no suggestion is better than a bad one"},

		{"out of range, an AS number", &vpnerrors.FieldError{Field: "BgpConfig.LocalAsn", Reason: vpnerrors.ErrOutOfRange, Value: "0", In: aliyun.Edition2025},
			`BgpConfig.LocalAsn: out of range "0": want an AS number from 1 to 4294967295`, "limits beyond a 32-bit int, and not in seconds"},
		{"out of range, an address", &vpnerrors.FieldError{Field: "TunnelOptionsSpecification.1.TunnelBgpConfig.LocalBgpIp", Reason: vpnerrors.ErrOutOfRange, Value: "1.1.1.1", Part: "169.254.10.0/30", In: aliyun.Edition2025},
			`TunnelOptionsSpecification.1.TunnelBgpConfig.LocalBgpIp: out of range "1.1.1.1": want an address of "169.254.10.0/30" other than the first and the last`, "the block that it should be in"},
		{"bad address", &vpnerrors.FieldError{Field: "HealthCheckConfig.dip", Reason: vpnerrors.ErrBadAddress, Value: "::1", In: aliyun.Edition2025},
			`HealthCheckConfig.dip: bad address "::1": want an IPv4 address such as 10.0.0.1`, "an example helps"},
		{"bad certificate", &vpnerrors.FieldError{Field: "TunnelOptionsSpecification.2.RemoteCaCertificate", Reason: vpnerrors.ErrBadCertificate, In: aliyun.Edition2025},
			`TunnelOptionsSpecification.2.RemoteCaCertificate: bad certificate: want one or more certificates in PEM form and nothing else`, "no part of what may be a private key"},
		{"too many", &vpnerrors.FieldError{Field: "Tags", Reason: vpnerrors.ErrTooMany, Value: "21", Max: 20, In: aliyun.Edition2025},
			`Tags: too many "21": want at most 20`, "the number"},
		{"a forbidden start", &vpnerrors.FieldError{Field: "Tags.1.Key", Reason: vpnerrors.ErrUnsupportedValue, Value: "acs:a", Part: "acs:", Min: 1, Max: 64, In: aliyun.Edition2025},
			`Tags.1.Key: unsupported value "acs:a": want no "acs:" there`, "no list of values"},
		{"a parameter of another edition", &vpnerrors.FieldError{Field: "IkeConfig.LocalIdIPsec", Reason: vpnerrors.ErrUnknownParameter, Suggest: "IkeConfig.LocalId", Edition: aliyun.Edition2019, In: aliyun.Edition2025},
			`IkeConfig.LocalIdIPsec: unknown parameter: did you mean IkeConfig.LocalId?; it is in edition 2019`, "the edition, and the name in this one"},
		{"required, one of a list", &vpnerrors.FieldError{Field: "TunnelOptionsSpecification.2.Role", Reason: vpnerrors.ErrRequired, In: aliyun.Edition2025},
			`TunnelOptionsSpecification.2.Role: required: want master or slave`, "the accepted values"},
		{"an unknown edition", &vpnerrors.FieldError{Field: "Edition", Reason: vpnerrors.ErrUnsupportedValue, Value: "7", Allowed: []string{"2019", "2025"}},
			`Edition: unsupported value "7": want 2019 or 2025`, "the editions"},
		{"a name of 2019", &vpnerrors.FieldError{Field: "Name", Reason: vpnerrors.ErrEmpty, Min: 2, Max: 128},
			`Name: empty: want 2 to 128 letters, Chinese characters, digits, '.', '_' or '-', the first a letter or a Chinese character`, "the words of the edition"},
		{"a name of 2025", &vpnerrors.FieldError{Field: "Name", Reason: vpnerrors.ErrEmpty, Min: 1, Max: 100, In: aliyun.Edition2025},
			`Name: empty: want text without control characters, 1 to 100 characters`, "the words of the other edition"},

		{"a user's field", &vpnerrors.FieldError{Field: "Tunnels[0].Region", Reason: vpnerrors.ErrTooLong, Value: "abc", Min: 1, Max: 2},
			`Tunnels[0].Region: too long "abc": want 1 to 2 characters`, "a reason has words for any field"},
		{"a field that is easy to read", &vpnerrors.FieldError{Field: "!a~", Reason: vpnerrors.ErrUnknownParameter, Suggest: "~!"},
			`!a~: unknown parameter: did you mean ~!?`, "characters from ! to ~ need no quotes"},
		{"a field with a space", &vpnerrors.FieldError{Field: "a b", Reason: vpnerrors.ErrUnknownParameter, Suggest: " "},
			`"a b": unknown parameter: did you mean " "?`, "the character before !"},
		{"a field with DEL", &vpnerrors.FieldError{Field: "a\x7f", Reason: vpnerrors.ErrUnknownParameter},
			`"a\x7f": unknown parameter`, "the character after ~"},
		{"a user's reason", &vpnerrors.FieldError{Field: "RegionId", Reason: other, Value: "cn-x", Suggest: "cn-y", Allowed: []string{"cn-y", "cn-z"}},
			`RegionId: no such region "cn-x": want cn-y or cn-z; did you mean cn-y?`, "its own text, with the data"},
		{"no reason", &vpnerrors.FieldError{Field: "Name"}, `Name: invalid`, "still an error"},
		{"no field", &vpnerrors.FieldError{Reason: vpnerrors.ErrTooLong}, `too long`, "no colon without a name"},
		{"zero", &vpnerrors.FieldError{}, `invalid`, "neither a field nor a reason"},
		{"nil", nil, `no error`, "no panic"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.err.Error(); got != tt.want {
				t.Errorf("\ngot  %s\nwant %s\n%s", got, tt.want, tt.why)
			}
		})
	}
}

func TestFieldErrorUnwrap(t *testing.T) {
	for _, reason := range reasons {
		e := &vpnerrors.FieldError{Field: "Name", Reason: reason}
		wrapped := fmt.Errorf("while creating: %w", e)
		for _, other := range reasons {
			if is := stderrors.Is(wrapped, other); is != (other == reason) {
				t.Errorf("an error with reason %q is %q: %v", reason, other, is)
			}
		}
		if found, ok := stderrors.AsType[*vpnerrors.FieldError](wrapped); !ok || found != e || e.Unwrap() != reason {
			t.Errorf("an error with reason %q is not found, or unwraps to %v", reason, e.Unwrap())
		}
		if !strings.HasPrefix(e.Error(), "Name: "+reason.Error()) {
			t.Errorf("%q does not begin with field and reason %q", e, reason)
		}
	}
	if err := (*vpnerrors.FieldError)(nil).Unwrap(); err != nil {
		t.Errorf("nil unwraps to %v", err)
	}
}

// listReason and boxReason are a user's reasons that panic when compared with ==: the first by its type, the second by
// its content.
type (
	listReason []string
	boxReason  struct{ detail any }
)

func (r listReason) Error() string { return strings.Join(r, ", ") }
func (r boxReason) Error() string  { return fmt.Sprint(r.detail) }

func TestFieldErrorEqual(t *testing.T) {
	full := func() *vpnerrors.FieldError {
		return &vpnerrors.FieldError{Field: "Name", Reason: vpnerrors.ErrTooLong, Value: "v", Part: "p", Suggest: "s", Allowed: []string{"a", "b"}, Min: 1, Max: 2}
	}
	change := func(f func(*vpnerrors.FieldError)) *vpnerrors.FieldError {
		e := full()
		f(e)
		return e
	}
	reason := func(r error) *vpnerrors.FieldError {
		return change(func(e *vpnerrors.FieldError) { e.Reason = r })
	}
	// All of these differ from each other.
	for i, a := range []func() *vpnerrors.FieldError{
		full,
		func() *vpnerrors.FieldError { return nil },
		func() *vpnerrors.FieldError { return new(vpnerrors.FieldError) },
		func() *vpnerrors.FieldError { return change(func(e *vpnerrors.FieldError) { e.Field = "RegionId" }) },
		func() *vpnerrors.FieldError { return change(func(e *vpnerrors.FieldError) { e.Value = "x" }) },
		func() *vpnerrors.FieldError { return change(func(e *vpnerrors.FieldError) { e.Part = "x" }) },
		func() *vpnerrors.FieldError { return change(func(e *vpnerrors.FieldError) { e.Suggest = "x" }) },
		func() *vpnerrors.FieldError { return change(func(e *vpnerrors.FieldError) { e.Allowed = nil }) },
		func() *vpnerrors.FieldError {
			return change(func(e *vpnerrors.FieldError) { e.Allowed = []string{"b", "a"} })
		},
		func() *vpnerrors.FieldError { return change(func(e *vpnerrors.FieldError) { e.Min = 0 }) },
		func() *vpnerrors.FieldError { return change(func(e *vpnerrors.FieldError) { e.Max = 3 }) },
		func() *vpnerrors.FieldError {
			return change(func(e *vpnerrors.FieldError) { e.Edition = aliyun.Edition2025 })
		},
		func() *vpnerrors.FieldError { return reason(nil) },
		func() *vpnerrors.FieldError { return reason(vpnerrors.ErrTooShort) },
		func() *vpnerrors.FieldError { return reason(stderrors.New("too long")) }, // the same text
		func() *vpnerrors.FieldError { return reason(fmt.Errorf("%w", vpnerrors.ErrTooLong)) },
		func() *vpnerrors.FieldError { return reason(listReason{"a"}) },
		func() *vpnerrors.FieldError { return reason(boxReason{[]string{"a"}}) },
		func() *vpnerrors.FieldError { return reason(boxReason{"a"}) },
	} {
		e := a()
		if !equal(t, e, e) {
			t.Errorf("error %d, %v, does not equal itself", i, e)
		}
		if !equal(t, e, a()) {
			t.Errorf("error %d, %v, does not equal another with the same data", i, e)
		}
		if i > 0 && (equal(t, e, full()) || equal(t, full(), e)) {
			t.Errorf("error %d, %v, equals another with other data", i, e)
		}
		if got := cmp.Equal(e, full()); got != (i == 0) {
			t.Errorf("go-cmp takes error %d, %v, as equal to the first: %v", i, e, got)
		}
	}
	for _, pair := range []struct {
		a, b error
		want bool
		why  string
	}{
		{listReason{"a"}, listReason{"a"}, true, "== would panic"},
		{listReason{"a"}, listReason{"b"}, false, "another text"},
		{boxReason{[]string{"a"}}, boxReason{[]string{"a"}}, true, "== would panic"},
		{boxReason{[]string{"a"}}, boxReason{"a"}, false, "the same type, but another text"},
		{stderrors.New("taken"), stderrors.New("taken"), true, "the same type and text"},
		{listReason{"too long"}, vpnerrors.ErrTooLong, false, "another type with the same text"},
		{vpnerrors.ErrTooLong, boxReason{map[string]int{}}, false, "another type and text"},
	} {
		a, b := reason(pair.a), reason(pair.b)
		if equal(t, a, b) != pair.want || equal(t, b, a) != pair.want {
			t.Errorf("%#v equals %#v: want %t both ways: %s", pair.a, pair.b, pair.want, pair.why)
		}
	}
	moved := change(func(e *vpnerrors.FieldError) { e.Parameter, e.In = "RegionId", aliyun.Edition2025 })
	if !equal(t, moved, full()) || !equal(t, full(), moved) {
		t.Error("Equal compares Parameter or In, which only affect the text")
	}
}

// equal returns a.Equal(b), and fails t if that panics.
func equal(t *testing.T, a, b *vpnerrors.FieldError) bool {
	defer func() {
		if p := recover(); p != nil {
			t.Errorf("Equal of reasons %#v and %#v panics: %v", a.Reason, b.Reason, p)
		}
	}()
	return a.Equal(b)
}

func TestFieldErrorJSON(t *testing.T) {
	for _, tt := range []struct {
		name string
		err  *vpnerrors.FieldError
		want string
		why  string
	}{
		{"everything", &vpnerrors.FieldError{Field: "IkeConfig.IkePfs", Reason: vpnerrors.ErrUnsupportedValue, Value: "modp1024", Part: "p", Suggest: "group2", Allowed: []string{"group1", "group2"}, Min: 1, Max: 2, Edition: aliyun.Edition2025},
			`{"field":"IkeConfig.IkePfs","reason":"unsupported value","value":"modp1024",` +
				`"message":"IkeConfig.IkePfs: unsupported value \"modp1024\": want group1 or group2; did you mean group2?; it is in edition 2025",` +
				`"allowed":["group1","group2"],"suggest":"group2","part":"p","min":1,"max":2,"edition":2025}`, "everything that a client can use, in this order"},
		{"hidden", &vpnerrors.FieldError{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrTooLong, Min: 1, Max: 100},
			`{"field":"IkeConfig.Psk","reason":"too long","value":"","message":"IkeConfig.Psk: too long: want 1 to 100 characters","min":1,"max":100}`, "an empty value is kept for clients"},
		{"what does not print", &vpnerrors.FieldError{Field: "a\x7f", Reason: vpnerrors.ErrBadCharacter, Value: "b\u202e\n\U000e0001汉", Suggest: "\u0085"},
			`{"field":"a\u007f","reason":"bad character","value":"b\u202e\n\udb40\udc01汉",` +
				`"message":"\"a\\x7f\": bad character in \"b\\u202e\\n\\U000e0001汉\"","suggest":"\u0085"}`, "JSON escapes little of it"},
		{"zero", &vpnerrors.FieldError{}, `{"field":"","reason":"","value":"","message":"invalid"}`, "the members that are always present"},
		{"nil", nil, `null`, "like any nil pointer in JSON"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := json.Marshal(tt.err); err != nil || string(got) != tt.want {
				t.Errorf("%v\ngot  %s\nwant %s\n%s", err, got, tt.want, tt.why)
			}
			if got, err := tt.err.MarshalJSON(); err != nil || string(got) != tt.want {
				t.Errorf("called by itself: %v\ngot  %s\nwant %s\n%s", err, got, tt.want, tt.why)
			}
		})
	}
}

// placeholders are what templates have in place of data.
var placeholders = []string{
	"{reason}", "{value}", "{part}", "{place}", "{suggest}", "{limits}", "{length}", "{allowed}", "{want}",
}

// TestFieldErrorHostile: whatever the data, the text is one printable line of bounded length, and what is not plain is
// quoted.
func TestFieldErrorHostile(t *testing.T) {
	for _, reason := range slices.AppendSeq([]error{nil, stderrors.New("of the user's own")}, maps.Values(reasons)) {
		for _, field := range []string{"Name", "LocalSubnet[0]", "IkeConfig.IkePfs", ""} {
			for about, text := range hostileTexts {
				for name, e := range map[string]*vpnerrors.FieldError{
					"Field":   {Field: text, Reason: reason},
					"Value":   {Field: field, Reason: reason, Value: text},
					"Part":    {Field: field, Reason: reason, Value: "v", Part: text},
					"Suggest": {Field: field, Reason: reason, Suggest: text},
					"all":     {Field: text, Reason: reason, Value: text, Part: text, Suggest: text, Allowed: []string{text, text, text}, Min: math.MinInt, Max: math.MaxInt},
				} {
					line := e.Error()
					checkLine(t, line)
					for _, left := range placeholders {
						if strings.Contains(line, left) && !strings.Contains(text, left) {
							t.Errorf("%s is left", left)
						}
					}
					if t.Failed() {
						t.Fatalf("%s, %s, %v: %.200q", about, name, reason, line)
					}
				}
			}
		}
	}
}

// TestFieldErrorQuotes: a value is always quoted, and one that looks like a part of the template is not changed.
func TestFieldErrorQuotes(t *testing.T) {
	for _, text := range hostileTexts {
		if len(text) > 64 {
			text = string([]rune(text)[:64]) // as in a FieldError
		}
		e := &vpnerrors.FieldError{Field: "IkeConfig.IkeMode", Reason: vpnerrors.ErrUnsupportedValue, Value: text, Suggest: text, Allowed: []string{"main"}}
		head, tail, ok := strings.Cut(e.Error(), ": want main; did you mean ")
		if !ok || head != "IkeConfig.IkeMode: unsupported value "+strconv.Quote(text) {
			t.Errorf("%q is not quoted in %q", text, e)
		}
		if tail = strings.TrimSuffix(tail, "?"); tail != text && tail != strconv.Quote(text) {
			t.Errorf("%q is suggested as %s", text, tail)
		}
	}
	for n, want := range map[int]string{
		64: strings.Repeat("f", 64) + `: unknown parameter`,
		65: `"` + strings.Repeat("f", 64) + `": unknown parameter`,
	} {
		long := &vpnerrors.FieldError{Field: strings.Repeat("f", n), Reason: vpnerrors.ErrUnknownParameter}
		if got := long.Error(); got != want {
			t.Errorf("a field of %d characters\ngot  %s\nwant %s", n, got, want)
		}
	}
}
