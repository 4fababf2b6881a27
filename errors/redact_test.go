package errors_test

import (
	"encoding/json"
	stderrors "errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"reflect"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"unicode/utf8"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// lostReply returns net/http's error for a call that got no reply.
func lostReply(address string, cause error) *url.Error {
	return &url.Error{Op: "Post", URL: address, Err: cause}
}

// Addresses with a key in them, as the SDKs and careless clients write them.
const (
	addressWithKey = "https://vpc.aliyuncs.com/?Action=CreateVpnConnection&IkeConfig=%7B%22Psk%22%3A%22" + secretKey + "%22%7D"
	addressRaw     = `https://id:pw@vpc.aliyuncs.com/a?IkeConfig={"Psk":"` + secretKey + `"}#` + secretKey
)

var refused = &net.OpError{Op: "dial", Net: "tcp", Err: syscall.ECONNREFUSED}

// sdkV1Lost is the error of alibaba-cloud-sdk-go for a call that got no reply in time.
type sdkV1Lost struct {
	*sdkV1Client
	origin error
}

func (e sdkV1Lost) Error() string      { return e.sdkV1Client.Error() + "\ncaused by:\n" + e.origin.Error() }
func (e sdkV1Lost) OriginError() error { return e.origin }

func TestRedact(t *testing.T) {
	lost := lostReply(addressWithKey, refused)
	const shown = `Post "https://vpc.aliyuncs.com/": dial tcp: connection refused`
	mistake := &vpnerrors.FieldError{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrTooLong, Min: 1, Max: 100}
	for _, tt := range []struct {
		name string
		err  error
		want string
		why  string
	}{
		{"a lost reply", lost, shown, "the cause is kept"},
		{"a raw address", lostReply(addressRaw, refused), `Post "https://vpc.aliyuncs.com/a": dial tcp: connection refused`, "neither user nor fragment"},
		{"a key in the path", lostReply("https://h/IkeConfig.Psk="+secretKey, io.EOF), `Post "https://h/IkeConfig.": EOF`, "what follows the address stays"},
		{"an invalid address", lostReply("https://h:p/?Psk="+secretKey, io.EOF), `Post "...": EOF`, "its query cannot be found"},
		{"a key in the cause", lostReply("https://h", stderrors.New("bad Psk: "+secretKey)), `Post "https://h": bad`, "the cause is cut like any text"},
		{"no cause", lostReply("https://h", nil), `Post "https://h": <nil>`, "no panic"},
		{"wrapped", fmt.Errorf("send: %w", fmt.Errorf("try 2: %w", lost)), "send: try 2: " + shown, "the wrapping text is kept"},
		{"wrapped with an end", fmt.Errorf("%w (try 2)", lost), shown + " (try 2)", "the text after it is kept too"},
		{"joined", stderrors.Join(lost, io.EOF, lost), shown + "; EOF; " + shown, "all of them, on one line"},
		{"two with %w", fmt.Errorf("%w, then %w", io.EOF, lost), "EOF, then " + shown, "likewise"},
		{"an address in an address", lostReply(addressWithKey, lost), `Post "https://vpc.aliyuncs.com/": ` + shown, "as after a redirection"},
		{"the SDK's", sdkV1Lost{&sdkV1Client{"SDK.TimeoutError", "m"}, lost}, "[SDK.TimeoutError] m; caused by:; " + shown, "it does not unwrap"},
		{"shown again", fmt.Errorf("again: %w", vpnerrors.Redact(fmt.Errorf("build: %w", mistake))), "again: build: " + mistake.Error(), "safe already"},
		{"text alone", fmt.Errorf("send: %v", lost), `send: Post "https://vpc.aliyuncs.com/?Action=CreateVpnConnection&`, "the end of the key is not known"},
		{"a key before", fmt.Errorf("with Psk=%s: %w", secretKey, lost), "with", "the rest may be the key"},
		{"a key after", fmt.Errorf("%w with Psk=%s", lost, secretKey), shown + " with", "what follows may be the key"},
		{"a mistake", fmt.Errorf("build: %w", vpnerrors.ValidationErrors{mistake}), "build: " + mistake.Error(), "safe, though it looks like a key"},
		{"a mistake and a key", fmt.Errorf("%w; Psk=%s", mistake, secretKey), mistake.Error() + ";", "what follows it is not safe"},
		{"a reply", fmt.Errorf("create: %w", msgFull), "create: " + msgFull.Error(), "the wrapping text is checked"},
		{"other", io.EOF, "EOF", "nothing to hide"},
		{"several lines", stderrors.New("a\r\n\n  b\x1b\nc"), `a; "b\x1b"; c`, "one line, and no colors"},
		{"no text", stderrors.New(""), "", "nor here"},
		{"nothing but a key", stderrors.New("Psk=" + secretKey), "[hidden]", "a log entry needs a text"},
		{"nil pointer", (*url.Error)(nil), "<nil>", "no panic"},
		{"nil pointer inside", fmt.Errorf("send: %w", (*url.Error)(nil)), "send: <nil>", "no panic"},
		{"one that panics", notAnError{}, "%!v(PANIC=Error method: runtime error: invalid memory address or nil pointer dereference)", "no panic"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := vpnerrors.Redact(tt.err)
			if got.Error() != tt.want {
				t.Errorf("%s\n got %s\nwant %s", tt.why, got, tt.want)
			}
			if again := vpnerrors.Redact(got); again != got {
				t.Errorf("redacted again it becomes %v", again)
			}
			if inner := stderrors.Unwrap(got); inner != nil {
				t.Errorf("it unwraps to %v", inner)
			}
			json1, _ := json.Marshal(got)
			json2, text := logLines(got)
			everything := fmt.Sprintf("%v %+v %#v %s %q %x %d %#v %s", got, got, got, got, got, got, got, reflect.ValueOf(got).Elem(), json1) + json2 + text
			for _, lang := range []vpnerrors.Language{vpnerrors.English, vpnerrors.Chinese} {
				everything += vpnerrors.Message(tt.err, lang) + vpnerrors.Message(got, lang)
			}
			if strings.Contains(everything, secretKey) || strings.Contains(everything, "pw") {
				t.Errorf("the key shows in %s", everything)
			}
		})
	}
}

// notAnError is an error that wraps nil.
type notAnError struct{ error }

// TestRedactFinds: errors.Is and errors.As work on the result as on the original.
func TestRedactFinds(t *testing.T) {
	lost := lostReply(addressWithKey, refused)
	busy := &vpnerrors.APIError{HTTPStatus: 400, Code: "VpnGateway.Configuring"}
	all := vpnerrors.Redact(fmt.Errorf("all: %w", stderrors.Join(lost, busy, msgShort, io.EOF)))
	for _, target := range []error{lost, syscall.ECONNREFUSED, busy, vpnerrors.ErrConfiguring, vpnerrors.Code("VpnGateway.Configuring"), vpnerrors.ErrTooShort, io.EOF} {
		if !stderrors.Is(all, target) {
			t.Errorf("it is not %v", target)
		}
	}
	if stderrors.Is(all, io.ErrUnexpectedEOF) || stderrors.Is(all, vpnerrors.ErrQuotaFull) {
		t.Error("errors.Is finds an error that is not in it")
	}
	var (
		lostIn    *url.Error
		refusedIn *net.OpError
		timeout   interface{ Timeout() bool }
		busyIn    *vpnerrors.APIError
		code      vpnerrors.Code
		mistake   *vpnerrors.FieldError
		none      vpnerrors.ValidationErrors
	)
	if !stderrors.As(all, &lostIn) || lostIn != lost || !stderrors.As(all, &refusedIn) || refusedIn != refused || !stderrors.As(all, &timeout) ||
		!stderrors.As(all, &busyIn) || busyIn != busy || !stderrors.As(all, &code) || code != busy.Code || !stderrors.As(all, &mistake) || mistake != msgShort {
		t.Errorf("As finds %v, %v, %v, %v, %v, %v", lostIn, refusedIn, timeout, busyIn, code, mistake)
	}
	if stderrors.As(all, &none) {
		t.Errorf("As finds %v", none)
	}
	for sdk, newError := range newSDKErrors {
		err := vpnerrors.Redact(fmt.Errorf("create: %w", newError(400, `{"Code":"VpnGateway.Configuring","RequestId":"r"}`)))
		got, ok := vpnerrors.FromSDK(fmt.Errorf("call: %w", err))
		if !ok || got.Code != busy.Code || !vpnerrors.IsRetryable(err) || vpnerrors.Message(err, vpnerrors.Chinese) != vpnerrors.Message(busy, vpnerrors.Chinese) {
			t.Errorf("%s: FromSDK gives %v, Message %s", sdk, got, vpnerrors.Message(err, vpnerrors.Chinese))
		}
	}
	nothing := vpnerrors.Redact((*url.Error)(nil))
	if stderrors.Is(nothing, io.EOF) || stderrors.As(nothing, &busyIn) || vpnerrors.IsRetryable(nothing) {
		t.Error("As finds an error in a nil pointer")
	}
}

// TestRedactKeeps: safe errors are not replaced.
func TestRedactKeeps(t *testing.T) {
	for _, err := range []error{
		nil, msgShort, msgFull, (*vpnerrors.FieldError)(nil), (*vpnerrors.APIError)(nil), vpnerrors.ErrTooLong, vpnerrors.ErrQuota,
	} {
		if got := vpnerrors.Redact(err); got != err {
			t.Errorf("%v became %v", err, got)
		}
	}
	if got, ok := vpnerrors.Redact(vpnerrors.ValidationErrors{msgShort}).(vpnerrors.ValidationErrors); !ok || got[0] != msgShort {
		t.Errorf("a list became %v", got)
	}
}

// FuzzRedact checks that the text never shows a key, and that errors.As finds the rest.
func FuzzRedact(f *testing.F) {
	f.Add("send", "Post", "https://vpc.aliyuncs.com/", "dial tcp: connection refused", " (try 2)") // a lost reply
	f.Add("Psk", "=", "https://id:pw@h/%zz?a#b", "Psk", "=")                                       // halves of an echo
	f.Add("IkeConfig.", ": ", "://", "\xff\n", "\u202e")                                           // oddities
	f.Add("", "", "", "", "")                                                                      // nothing
	f.Fuzz(func(t *testing.T, before, op, address, cause, after string) {
		if strings.Contains(before+op+address+cause+after, secretKey) {
			return
		}
		const echo = `"Psk":"` + secretKey + `"`
		end := stderrors.New(cause)
		for _, lost := range []*url.Error{
			{Op: op, URL: address + "?IkeConfig=" + url.QueryEscape("{"+echo+"}"), Err: end},
			{Op: op, URL: address + echo, Err: end},
			{Op: op, URL: address, Err: fmt.Errorf("%w%s", end, echo)},
			{Op: op + echo, URL: address, Err: end},
		} {
			mistake := &vpnerrors.FieldError{Field: "IkeConfig.Psk", Reason: vpnerrors.ErrEmpty}
			for _, err := range []error{
				lost,
				fmt.Errorf("%s: %w%s", before, lost, after),
				fmt.Errorf("%s%s: %w%s", before, echo, lost, after),
				fmt.Errorf("%s: %w%s%s", before, lost, after, echo),
				fmt.Errorf("%s%w: %s: %w%s", before, mistake, echo, lost, after),
				stderrors.Join(stderrors.New(before), lost, mistake, stderrors.New(after+echo)),
			} {
				got := vpnerrors.Redact(err)
				if text := got.Error() + vpnerrors.Message(err, vpnerrors.English); strings.Contains(text, secretKey) {
					t.Errorf("%q shows the key: %q", err, text)
				}
				if text := got.Error(); !utf8.ValidString(text) || strings.ContainsFunc(text, func(c rune) bool { return !strconv.IsPrint(c) }) {
					t.Errorf("%q is not one printable line: %q", err, text)
				}
				var found *url.Error
				if !stderrors.Is(got, end) || !stderrors.As(got, &found) || found != lost {
					t.Errorf("%q: the address or its cause are not found", err)
				}
			}
		}
	})
}
