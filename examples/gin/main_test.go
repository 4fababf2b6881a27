package main

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

const (
	psk  = "k7#Vq2&xLd9%Kw4+Zr8=Hb3~"
	good = `{"name":"office","networks":["10.8.0.0/16"],"gateway":"cgw-1","key":"` + psk + `","encryption":"aes256"}`
)

// start returns the service in front of a server that stands in for Alibaba Cloud.
func start(t *testing.T, opts ...vpntest.Option) (http.Handler, *vpntest.Server) {
	t.Helper()
	cloud := vpntest.NewServer(opts...)
	t.Cleanup(cloud.Close)
	service, err := newService(cloud.URL)
	if err != nil {
		t.Fatal(err)
	}
	return service, cloud
}

func TestCreated(t *testing.T) {
	service, cloud := start(t)
	var answers [2]struct {
		Connection string
		Request    struct {
			RemoteSubnet []string
			IkeConfig    map[string]any
		}
	}
	for i := range answers { // the same request again gets the same answer
		status, body := post(service, "en", good)
		if status != http.StatusCreated || strings.Contains(body, psk[:2]) {
			t.Fatalf("%d %s, want 201 without the key", status, body)
		}
		if err := json.Unmarshal([]byte(body), &answers[i]); err != nil {
			t.Fatal(err)
		}
		if a := answers[i]; a.Request.RemoteSubnet[0] != "10.8.0.0/16" || a.Request.IkeConfig["Psk"] != "[hidden]" {
			t.Errorf("the answer shows another request: %s", body)
		}
	}
	made := cloud.Connections()
	if len(made) != 1 || made[0].ID != answers[0].Connection || made[0].ID != answers[1].Connection {
		t.Fatalf("the cloud made %v, want one connection, as in %v", made, answers)
	}
	if ike := made[0].Request.IKE(); ike.PSK() != psk || ike.EncAlg() != "aes256" {
		t.Errorf("the cloud was sent %v, with another key or encryption than given", made[0].Request)
	}
}

func TestMistakes(t *testing.T) {
	service, cloud := start(t)
	for _, tt := range []struct {
		name, language, old, new    string // what is changed in the good body
		field, reason, message, why string
	}{
		{"name", "en", `"office"`, `"2nd"`, "name", "bad character", `name: bad character "2" in "2nd": want 2 to 128 letters, Chinese characters, digits, '.', '_' or '-', the first a letter or a Chinese character.`, "the message of a Builder"},
		{"Chinese", "zh-CN,zh;q=0.9,en;q=0.8", `"office"`, `"2nd"`, "name", "bad character", `name："2nd" 中有不允许的字符 "2"，应为 2 到 128 个英文字母、汉字、数字、点号（.）、下划线（_）或短横线（-），且以英文字母或汉字开头。`, "the header says so"},
		{"no language", "", `"office"`, `""`, "name", "empty", "name: empty: want 2 to 128 letters, Chinese characters, digits, '.', '_' or '-', the first a letter or a Chinese character.", "English"},
		{"block", "en", `"10.8.0.0/16"`, `"10.8.0.0/16","10.8.0.1/16"`, "networks[1]", "host bits set", "", "the place in the list"},
		{"gateway", "en", `,"gateway":"cgw-1"`, ``, "gateway", "required", "gateway: required.", "a tag of validator itself"},
		{"no key", "en", `,"key":"` + psk + `"`, ``, "key", "required", "key: required: want text without control characters, 1 to 100 characters.", "a nil pointer"},
		{"empty key", "en", psk, ``, "key", "empty", "", "not the same as no key"},
		{"long key", "en", psk, strings.Repeat(psk, 5), "key", "too long", "", "the value is not shown"},
		{"key of another type", "en", `"` + psk + `"`, `12345678`, "IkeConfig.Psk", "bad type", "", "a Secret reads text"},
		{"enum", "en", `"aes256"`, `"AES-256"`, "encryption", "unsupported value", "", "a near miss"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			status, body := post(service, tt.language, strings.Replace(good, tt.old, tt.new, 1))
			var answer struct {
				Errors []struct{ Field, Reason, Message string }
			}
			if err := json.Unmarshal([]byte(body), &answer); err != nil || status != http.StatusUnprocessableEntity || len(answer.Errors) != 1 {
				t.Fatalf("%d %s, want 422 and one mistake\n%s", status, body, tt.why)
			}
			e := answer.Errors[0]
			if e.Field != tt.field || e.Reason != tt.reason || tt.message != "" && e.Message != tt.message {
				t.Errorf("got %+v, want %s, %s, %s\n%s", e, tt.field, tt.reason, tt.message, tt.why)
			}
			if strings.Contains(body, psk[:2]) || strings.Contains(body, "1234") {
				t.Errorf("the answer shows the key: %s", body)
			}
		})
	}
	if n := cloud.Calls(); n != 0 {
		t.Errorf("the cloud was called %d times, want none", n)
	}
}

func TestNoJSON(t *testing.T) {
	service, _ := start(t)
	for name, body := range map[string]string{
		"nothing": "", "no JSON": "office", "another member": strings.Replace(good, "encryption", "encrytion", 1),
	} {
		if status, answer := post(service, "en", body); status != http.StatusBadRequest || strings.Contains(answer, psk[:2]) {
			t.Errorf("%s: %d %s, want 400 without the key", name, status, answer)
		}
	}
}

func TestCloudRefuses(t *testing.T) {
	service, _ := start(t, vpntest.WithQuota(0))
	status, answer := post(service, "zh", good)
	if status != http.StatusBadGateway || !strings.Contains(answer, "配额") {
		t.Errorf("%d %s, want 502 in Chinese", status, answer)
	}
}

// The cloud made a connection but its reply was lost: the same request again gets that connection.
func TestLostReply(t *testing.T) {
	service, cloud := start(t, vpntest.WithDroppedReplies(1))
	for _, want := range []int{http.StatusBadGateway, http.StatusCreated} {
		status, answer := post(service, "en", good)
		if status != want || len(cloud.Connections()) != 1 {
			t.Errorf("%d %s, want %d and one connection", status, answer, want)
		}
	}
}
