// Config shows a connection that is kept in a YAML file: from the file to a Spec, from the Spec to a Request.
//
//	PSK=... go run . [file]
//
// The file does not hold the pre-shared key but the name of the environment variable that does:
//
//	IkeConfig:
//	  Psk: "${PSK}"
//
// The key is put in after YAML was read, so that it may have any character, whatever that means to YAML. In the file itself
// a key is refused: YAML would take one of digits for a number, and drop what follows a blank and a # as a comment. A Psk
// with nothing behind it is null, which is unset: the service makes up a key. A variable that is empty, or not there, is a
// mistake.
//
// Without a PSK in the environment a made-up one stands in, and so does a server on this machine for the service: no
// account and no network are needed.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

func main() {
	os.Setenv("PSK", cmp.Or(os.Getenv("PSK"), `*k7: #Vq2&"xLd9'%$Kw4\{Zr8}`))
	file := "connection.yaml"
	if len(os.Args) > 1 {
		file = os.Args[1]
	}
	server := vpntest.NewServer()
	ok := run(os.Stdout, file, server.URL)
	server.Close()
	if !ok {
		os.Exit(1)
	}
}

// run creates the connection that the file describes, and reports whether it was made.
func run(w io.Writer, file, url string) bool {
	req, err := load(file)
	if err != nil {
		var mistakes vpnerrors.ValidationErrors
		if !errors.As(err, &mistakes) {
			fmt.Fprintf(w, "%s: %v\n", file, err)
		}
		for _, mistake := range mistakes { // all of them, each with its field
			fmt.Fprintf(w, "%s: %v\n", file, mistake)
		}
		return false
	}
	for name, value := range req.Fields() { // the key is hidden
		fmt.Fprintf(w, "%-25s  %s\n", name, value)
	}
	made, err := send(url, req)
	if err != nil {
		fmt.Fprintln(w, err)
		return false
	}
	fmt.Fprintln(w, "made", made.VPNConnectionID)
	return true
}

// load reads a file and puts the pre-shared key in.
func load(file string) (vpnconn.Request, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return vpnconn.Request{}, err
	}
	var spec vpnconn.Spec
	if err := yaml.Unmarshal(text, &spec); err != nil { // what is no YAML, unknown or of the wrong type
		if strings.Contains(err.Error(), "unknown anchor") { // the one such error that quotes the file, perhaps a key
			err = errors.New("yaml: text that begins with * needs quotes")
		}
		return vpnconn.Request{}, err
	}
	if spec.IKE != nil && !spec.IKE.PSK.IsZero() {
		if spec.IKE.PSK, err = fromEnv(spec.IKE.PSK); err != nil {
			return vpnconn.Request{}, err
		}
	}
	return spec.Build() // everything else
}

var variable = regexp.MustCompile(`^\$\{(\w+)\}$`)

// fromEnv returns the value of the variable that s names. The value is empty where there is no such variable: a key that is
// set and empty, which Build refuses.
//
// It is all of s or nothing: os.Expand would make another key of "pa$$word" and take it.
func fromEnv(s ikeconfig.Secret) (ikeconfig.Secret, error) {
	name := variable.FindStringSubmatch(s.Reveal())
	if name == nil {
		return s, errors.New(`IkeConfig.Psk: want "${NAME}" with the name of an environment variable, not a key`)
	}
	return ikeconfig.NewSecret(os.Getenv(name[1])), nil
}

// send posts the request as a form, so that no URL has the key; an SDK would sign it too.
func send(url string, req vpnconn.Request) (vpnconn.Response, error) {
	form := req.Values()
	form.Set("Version", vpnconn.APIVersion)
	form.Set("Format", "JSON")
	reply, err := http.PostForm(url, form)
	if err != nil {
		return vpnconn.Response{}, err
	}
	defer reply.Body.Close()
	body, err := io.ReadAll(reply.Body)
	if err != nil {
		return vpnconn.Response{}, err
	}
	return vpnconn.DecodeResponse(reply.StatusCode, body)
}
