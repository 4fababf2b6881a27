package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

// hardKey has what YAML, shells and os.Expand take for something else.
const hardKey = `*k7: #Vq2&"xLd9'%$PSK${PSK}\{Zr8}, [~]|>!@ `

func TestFile(t *testing.T) {
	t.Setenv("PSK", hardKey)
	server := vpntest.NewServer()
	defer server.Close()
	var out strings.Builder
	if !run(&out, "connection.yaml", server.URL) {
		t.Fatalf("not made:\n%s", &out)
	}

	for _, line := range []string{
		"LocalSubnet                192.168.1.0/24,192.168.2.0/24\n",
		"RemoteSubnet               10.8.0.0/16\n",
		"IkeConfig.Psk              [hidden]\n",
		"IkeConfig.IkeLifetime      28800\n",
		"made vco-",
	} {
		if !strings.Contains(out.String(), line) {
			t.Errorf("the output has no %q:\n%s", line, &out)
		}
	}
	arrived := server.Requests()
	if len(arrived) != 1 {
		t.Fatalf("%d requests arrived, want 1", len(arrived))
	}
	if got := arrived[0].IKE().PSK(); got != hardKey {
		t.Errorf("the key arrived as %q, want %q", got, hardKey)
	}
	if strings.Contains(out.String(), hardKey[:8]) {
		t.Errorf("the output shows the key:\n%s", &out)
	}
}

func TestMistakes(t *testing.T) {
	good, err := os.ReadFile("connection.yaml")
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("PSK", hardKey)
	t.Setenv("EMPTY", "")
	server := vpntest.NewServer()
	defer server.Close()
	for _, tt := range []struct {
		name     string
		old, new string // what is changed in connection.yaml
		want     []string
	}{
		{"values", "RemoteSubnet: 10.8.0.0/16", "RemoteSubnet: [10.8.0.1/16, 10.9.0.0]",
			[]string{`RemoteSubnet[0]: host bits set in "10.8.0.1/16"`, `RemoteSubnet[1]: bad CIDR block "10.9.0.0"`}},
		{"types and names", "IkeLifetime: 28800", "IkeLifetime: 8h\n  Lifetime: 28800",
			[]string{`IkeConfig.IkeLifetime: bad type`, `IkeConfig.Lifetime: unknown parameter`}},
		{"a key of digits without quotes, which is a number in YAML", `"${PSK}"`, "0123456789", []string{"IkeConfig.Psk: bad type"}},
		{"a key in the file", `"${PSK}"`, `"0123456789"`, []string{`IkeConfig.Psk: want "${NAME}"`}},
		{"a key that YAML takes for an alias", `"${PSK}"`, `*0123456789`, []string{"yaml: text that begins with * needs quotes"}},
		{"a key with dollars in the file", `"${PSK}"`, `pa$$word`, []string{`IkeConfig.Psk: want "${NAME}"`}},
		{"a variable that is empty", "${PSK}", "${EMPTY}", []string{"IkeConfig.Psk: empty"}},
		{"a variable that is not there", "${PSK}", "${NO_SUCH_VARIABLE}", []string{"IkeConfig.Psk: empty"}},
		{"a key that was hidden", "${PSK}", "[hidden]", []string{"IkeConfig.Psk: unsupported value"}},
		{"no YAML", "Name: office", "Name: [0123456789", []string{"yaml: "}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "bad.yaml")
			if err := os.WriteFile(file, []byte(strings.Replace(string(good), tt.old, tt.new, 1)), 0o600); err != nil {
				t.Fatal(err)
			}
			var out strings.Builder
			if run(&out, file, server.URL) {
				t.Fatalf("made a connection:\n%s", &out)
			}
			lines := strings.Split(strings.TrimSpace(out.String()), "\n")
			if len(lines) != len(tt.want) {
				t.Fatalf("%d mistakes, want %d:\n%s", len(lines), len(tt.want), &out)
			}
			for i, want := range tt.want {
				if !strings.HasPrefix(lines[i], file+": "+want) {
					t.Errorf("got  %s\nwant %s: %s…", lines[i], file, want)
				}
			}
			if strings.Contains(out.String(), "0123456789") {
				t.Errorf("the output shows what may be a key:\n%s", &out)
			}
		})
	}
	if arrived := server.Requests(); len(arrived) != 0 {
		t.Errorf("%d requests arrived, want none", len(arrived))
	}
}

// A Psk with nothing behind it is unset: the service makes up a key.
func TestNullKey(t *testing.T) {
	good, err := os.ReadFile("connection.yaml")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "null.yaml")
	if err := os.WriteFile(file, []byte(strings.Replace(string(good), ` "${PSK}"`, "", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	req, err := load(file)
	if err != nil || req.IKE().PSK() != "" {
		t.Errorf("load gave %v, %v, want a request without a key", req, err)
	}
}

// The error for a lost reply has the URL, and the URL has no parameters.
func TestLostReply(t *testing.T) {
	t.Setenv("PSK", hardKey)
	server := vpntest.NewServer(vpntest.WithDroppedReplies(1))
	defer server.Close()
	var out strings.Builder
	if run(&out, "connection.yaml", server.URL) || !strings.HasSuffix(out.String(), "\nPost \""+server.URL+"\": EOF\n") {
		t.Errorf("want an error without parameters:\n%s", &out)
	}
}
