package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// hardKey has characters with a meaning in YAML, shells and os.Expand.
const hardKey = `*k7: #Vq2&"xLd9'%$PSK${PSK}\{Zr8}, [~]|>!@ `

func TestFile(t *testing.T) {
	t.Setenv("PSK", hardKey)
	for by := range loaders {
		server := vpntest.NewServer()
		defer server.Close()
		var out strings.Builder
		if !run(&out, by, "connection.yaml", server.URL) {
			t.Fatalf("%s: not made:\n%s", by, &out)
		}
		for _, line := range []string{
			"LocalSubnet                192.168.1.0/24,192.168.2.0/24\n",
			"RemoteSubnet               10.8.0.0/16\n",
			"IkeConfig.Psk              [hidden]\n",
			"IkeConfig.IkeLifetime      28800\n",
			"made vco-",
		} {
			if !strings.Contains(out.String(), line) {
				t.Errorf("%s: the output has no %q:\n%s", by, line, &out)
			}
		}
		arrived := server.Requests()
		if len(arrived) != 1 {
			t.Fatalf("%s: %d requests arrived, want 1", by, len(arrived))
		}
		if got := arrived[0].IKE().PSK(); got != hardKey {
			t.Errorf("%s: the key arrived as %q, want %q", by, got, hardKey)
		}
		if strings.Contains(out.String(), hardKey[:8]) {
			t.Errorf("%s: the output shows the key:\n%s", by, &out)
		}
	}
}

// strict are the loaders that are as strict as a Spec.
var strict = []string{"yaml", "koanf"}

func TestMistakes(t *testing.T) {
	t.Setenv("EMPTY", "")
	for _, tt := range []struct {
		name     string
		old, new string   // what is changed in connection.yaml
		want     []string // what follows the name of the file
	}{
		{"values", "RemoteSubnet: 10.8.0.0/16", "RemoteSubnet: [10.8.0.1/16, 10.9.0.0]",
			[]string{`:7: RemoteSubnet[0]: host bits set in "10.8.0.1/16"`, `:7: RemoteSubnet[1]: bad CIDR block "10.9.0.0"`}},
		{"types and names", "IkeLifetime: 28800", "IkeLifetime: 8h\n  Lifetime: 28800",
			[]string{`:15: IkeConfig.IkeLifetime: bad type`, `:16: IkeConfig.Lifetime: unknown parameter`}},
		{"an algorithm", "IkeEncAlg: aes256", "IkeEncAlg: AES-256", []string{`:13: IkeConfig.IkeEncAlg: unsupported value "AES-256"`}},
		{"a missing parameter", "RegionId: cn-shanghai", "", []string{`: RegionId: required`}},
		{"a key of digits without quotes, which is a number in YAML", `"${PSK}"`, "0123456789", []string{":11: IkeConfig.Psk: bad type"}},
		{"nothing in place of a key", ` "${PSK}"`, "", []string{":11: IkeConfig.Psk: empty"}},
		{"a key in the file", `"${PSK}"`, `"0123456789"`, []string{`:11: IkeConfig.Psk: want "${NAME}"`}},
		{"a key that YAML takes for an alias", `"${PSK}"`, `*0123456789`, []string{": yaml: text that begins with * needs quotes"}},
		{"a key with dollars in the file", `"${PSK}"`, `pa$$word`, []string{`:11: IkeConfig.Psk: want "${NAME}"`}},
		{"a variable that is empty", "${PSK}", "${EMPTY}", []string{":11: IkeConfig.Psk: empty"}},
		{"a variable that is not set", "${PSK}", "${NO_SUCH_VARIABLE}", []string{":11: IkeConfig.Psk: empty"}},
		{"a key that was hidden", "${PSK}", "[hidden]", []string{":11: IkeConfig.Psk: unsupported value"}},
		{"no YAML", "Name: office", "Name: [0123456789", []string{": yaml: "}},
	} {
		for _, by := range strict {
			checkRefused(t, by, tt.name, change(t, tt.old, tt.new), tt.want...)
		}
	}
}

// change returns a copy of connection.yaml with a change.
func change(t *testing.T, from, to string) string {
	t.Helper()
	text, err := os.ReadFile("connection.yaml")
	if err != nil || !strings.Contains(string(text), from) {
		t.Fatalf("connection.yaml has no %q: %v", from, err)
	}
	return strings.Replace(string(text), from, to, 1)
}

// checkRefused fails t unless a file is refused with these mistakes, and none shows a key.
func checkRefused(t *testing.T, by, name, text string, want ...string) {
	t.Helper()
	t.Setenv("PSK", hardKey)
	file := write(t, text)
	server := vpntest.NewServer()
	defer server.Close()
	var out strings.Builder
	if run(&out, by, file, server.URL) || len(server.Requests()) != 0 {
		t.Errorf("%s by %s: sent a request:\n%s", name, by, &out)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if !slices.EqualFunc(lines, want, func(line, want string) bool { return strings.HasPrefix(line, file+want) }) {
		t.Errorf("%s by %s:\n%s\nwant, after the name of the file, %q", name, by, &out, want)
	}
	if strings.Contains(out.String(), "0123456789") {
		t.Errorf("%s by %s: the output shows what may be a key:\n%s", name, by, &out)
	}
}

func write(t *testing.T, text string) (file string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "connection.yaml")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// The error for a lost reply has the URL, and the URL has no parameters.
func TestLostReply(t *testing.T) {
	t.Setenv("PSK", hardKey)
	server := vpntest.NewServer(vpntest.WithDroppedReplies(1))
	defer server.Close()
	var out strings.Builder
	if run(&out, "yaml", "connection.yaml", server.URL) || !strings.HasSuffix(out.String(), "\nPost \""+server.URL+"\": EOF\n") {
		t.Errorf("want an error without parameters:\n%s", &out)
	}
}
