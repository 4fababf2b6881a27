package errors_test

import (
	"bytes"
	stderrors "errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// logLines returns the log of v with the key err, as JSON and as text, without time, level and message.
func logLines(v any) (json, text string) {
	line := func(handler func(*bytes.Buffer, *slog.HandlerOptions) slog.Handler) string {
		var b bytes.Buffer
		slog.New(handler(&b, &slog.HandlerOptions{ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
			if len(groups) == 0 && (a.Key == slog.TimeKey || a.Key == slog.LevelKey || a.Key == slog.MessageKey) {
				return slog.Attr{}
			}
			return a
		}})).Info("m", "err", v)
		return strings.TrimSuffix(b.String(), "\n")
	}
	return line(func(b *bytes.Buffer, o *slog.HandlerOptions) slog.Handler { return slog.NewJSONHandler(b, o) }),
		line(func(b *bytes.Buffer, o *slog.HandlerOptions) slog.Handler { return slog.NewTextHandler(b, o) })
}

func TestLogValue(t *testing.T) {
	var noField *vpnerrors.FieldError
	var noReply *vpnerrors.APIError
	full := &vpnerrors.FieldError{
		Field: "LocalSubnet[1]", Reason: vpnerrors.ErrHostBits, Value: "10.0.0.7/24", Part: "7", Suggest: "10.0.0.0/24",
		Allowed: []string{"a"}, Min: 1, Max: 2,
	}
	for _, tt := range []struct {
		name       string
		v          any
		json, text string
		why        string
	}{
		{
			"field error", full,
			`{"err":{"field":"LocalSubnet[1]","reason":"host bits set","value":"10.0.0.7/24","part":"7","suggest":"10.0.0.0/24"}}`,
			`err.field=LocalSubnet[1] err.reason="host bits set" err.value=10.0.0.7/24 err.part=7 err.suggest=10.0.0.0/24`,
			"a group to search by field and reason",
		},
		{
			"field error with little", &vpnerrors.FieldError{Field: "RegionId", Reason: vpnerrors.ErrRequired},
			`{"err":{"field":"RegionId","reason":"required"}}`, `err.field=RegionId err.reason=required`, "empty members are left out",
		},
		{
			"a user's reason", &vpnerrors.FieldError{Field: "Name", Reason: fmt.Errorf("taken by %q", "x")},
			`{"err":{"field":"Name","reason":"taken by \"x\""}}`, `err.field=Name err.reason="taken by \"x\""`, "any reason has a text",
		},
		{"nil field error", noField, `{"err":null}`, `err=<nil>`, "no panic, and no reason"},
		{
			"list", vpnerrors.ValidationErrors{full, {Field: "Name", Reason: vpnerrors.ErrTooShort, Value: "a", Min: 2, Max: 128}},
			`{"err":{"count":2,"0":{"field":"LocalSubnet[1]","reason":"host bits set","value":"10.0.0.7/24","part":"7","suggest":"10.0.0.0/24"},` +
				`"1":{"field":"Name","reason":"too short","value":"a"}}}`,
			`err.count=2 err.0.field=LocalSubnet[1] err.0.reason="host bits set" err.0.value=10.0.0.7/24 err.0.part=7 err.0.suggest=10.0.0.0/24 ` +
				`err.1.field=Name err.1.reason="too short" err.1.value=a`,
			"a group for each, named by its index",
		},
		{"empty list", vpnerrors.ValidationErrors{}, `{"err":{"count":0}}`, `err.count=0`, "still a list"},
		{"nil in a list", vpnerrors.ValidationErrors{nil}, `{"err":{"count":1,"0":null}}`, `err.count=1 err.0=<nil>`, "no panic"},
		{
			"reply", &vpnerrors.APIError{
				HTTPStatus: 400, Code: "VpnGateway.Configuring", Message: "The specified service is configuring.", RequestID: "0F25",
				HostID: "vpc.aliyuncs.com", Recommend: "https://x", Body: []byte("{}"),
			},
			`{"err":{"status":400,"code":"VpnGateway.Configuring","message":"The specified service is configuring.","request_id":"0F25","retryable":true}}`,
			`err.status=400 err.code=VpnGateway.Configuring err.message="The specified service is configuring." err.request_id=0F25 err.retryable=true`,
			"a group to search by code and request",
		},
		{
			"reply without a code", &vpnerrors.APIError{HTTPStatus: 502, Body: []byte("<html>")},
			`{"err":{"status":502,"message":"malformed reply: no error code in \"<html>\"","retryable":true}}`,
			`err.status=502 err.message="malformed reply: no error code in \"<html>\"" err.retryable=true`, "only the start of the body",
		},
		{"zero reply", &vpnerrors.APIError{}, `{"err":{"status":0,"message":"malformed reply: no error code in \"\"","retryable":false}}`,
			`err.status=0 err.message="malformed reply: no error code in \"\"" err.retryable=false`, "numbers are not left out"},
		{"nil reply", noReply, `{"err":null}`, `err=<nil>`, "no panic, and no status"},
		{
			"wrapped", fmt.Errorf("create: %w", vpnerrors.ValidationErrors{{Field: "RegionId", Reason: vpnerrors.ErrEmpty}}),
			`{"err":"create: RegionId: empty: want the ID of a region, printable ASCII with no space, comma or quote"}`,
			`err="create: RegionId: empty: want the ID of a region, printable ASCII with no space, comma or quote"`,
			"a wrapping error has no group, only its text",
		},
		{"wrapped nil", fmt.Errorf("create: %w", noReply), `{"err":"create: no error"}`, `err="create: no error"`, "no panic"},
		{
			"in a group", slog.GroupValue(slog.Any("inner", &vpnerrors.FieldError{Field: "Name", Reason: vpnerrors.ErrEmpty})),
			`{"err":{"inner":{"field":"Name","reason":"empty"}}}`, `err.inner.field=Name err.inner.reason=empty`, "groups nest",
		},
		{
			"hostile", &vpnerrors.APIError{Code: "a\nlevel=ERROR", Message: "b\u202e\x1b"},
			`{"err":{"status":0,"code":"\"a\\nlevel=ERROR\"","message":"\"b\\u202e\\x1b\"","retryable":false}}`,
			`err.status=0 err.code="\"a\\nlevel=ERROR\"" err.message="\"b\\u202e\\x1b\"" err.retryable=false`, "not every handler quotes",
		},
		{
			"hostile value", &vpnerrors.FieldError{Field: "a\x7f", Reason: stderrors.New("b\u0085"), Value: "c\u202e", Part: "\u202e", Suggest: "\x7f"},
			`{"err":{"field":"\"a\\x7f\"","reason":"\"b\\u0085\"","value":"\"c\\u202e\"","part":"\"\\u202e\"","suggest":"\"\\x7f\""}}`,
			`err.field="\"a\\x7f\"" err.reason="\"b\\u0085\"" err.value="\"c\\u202e\"" err.part="\"\\u202e\"" err.suggest="\"\\x7f\""`,
			"nor escapes marks that reverse the direction, or DEL",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			json, text := logLines(tt.v)
			if json != tt.json {
				t.Errorf("%s\n got %s\nwant %s", tt.why, json, tt.json)
			}
			if text != tt.text {
				t.Errorf("%s\n got %s\nwant %s", tt.why, text, tt.text)
			}
		})
	}
}

// TestLogValueOfMany: a log line is bounded, whatever is in a request or a reply.
func TestLogValueOfMany(t *testing.T) {
	errs := make(vpnerrors.ValidationErrors, 100_000)
	for i := range errs {
		errs[i] = &vpnerrors.FieldError{Field: fmt.Sprintf("LocalSubnet[%d]", i), Reason: vpnerrors.ErrEmpty}
	}
	json, _ := logLines(errs)
	if !strings.HasPrefix(json, `{"err":{"count":100000,"0":{`) || !strings.Contains(json, `"15":{"field":"LocalSubnet[15]"`) || strings.Contains(json, `"16":`) {
		t.Errorf("not the count and the first 16: %.200s", json)
	}
	long := strings.Repeat("x", 1<<20)
	for name, err := range map[string]error{
		"message":    &vpnerrors.APIError{Code: "X", Message: long},
		"code":       &vpnerrors.APIError{Code: vpnerrors.Code(long)},
		"request ID": &vpnerrors.APIError{Code: "X", RequestID: long},
		"body":       &vpnerrors.APIError{Body: []byte(long), HostID: long, Recommend: long},
		"field":      &vpnerrors.FieldError{Field: long, Reason: vpnerrors.ErrUnknownParameter},
		"reason":     &vpnerrors.FieldError{Field: "Name", Reason: stderrors.New(long)},
		"value":      &vpnerrors.FieldError{Field: "Name", Reason: vpnerrors.ErrTooLong, Value: long},
		"part":       &vpnerrors.FieldError{Field: "Name", Reason: vpnerrors.ErrTooLong, Part: long},
		"suggestion": &vpnerrors.FieldError{Field: "Name", Reason: vpnerrors.ErrTooLong, Suggest: long},
	} {
		if json, text := logLines(err); max(len(json), len(text)) > 4<<10 {
			t.Errorf("a long %s makes a line of %d bytes, want at most 4 KiB", name, max(len(json), len(text)))
		}
	}
}

// TestLogValueHidesKey: neither a mistake in a pre-shared key nor a reply that echoes a key shows it in a log.
func TestLogValueHidesKey(t *testing.T) {
	_, tooLong := vpnconn.New(vpnconn.WithIKE(ikeconfig.WithPSK(strings.Repeat(secretKey, 9))))
	_, control := ikeconfig.New(ikeconfig.WithPSK(secretKey + "\n"))
	_, unknown := ikeconfig.Parse(`{"PSK":"` + secretKey + `","Psk":"` + secretKey + `","Psk":"` + secretKey + `"}`)
	for name, err := range map[string]error{
		"too long":  tooLong,
		"character": control,
		"unknown":   unknown,
		"echo":      vpnerrors.Decode(400, []byte(`{"Code":"X","Message":"IkeConfig={\"Psk\":\"`+secretKey+`\"}"}`)),
		"page":      vpnerrors.Decode(502, []byte(`?IkeConfig.Psk=`+secretKey)),
	} {
		json, text := logLines(err)
		if err == nil || strings.Contains(json+text, secretKey) || !strings.Contains(text, "err.") {
			t.Errorf("%s: %s\n%s", name, json, text)
		}
	}
}
