// Config shows a connection that is kept in a YAML file: from the file to a Spec, with a YAML package, koanf or viper,
// and from the Spec to a Request.
//
//	PSK=... go run . [-by yaml|koanf|viper] [file]
//
// A mistake is reported with its line:
//
//	connection.yaml:13: IkeConfig.IkeEncAlg: unsupported value "AES-256": want aes, aes192, aes256, des or 3des; did you mean aes256?
//
// The first line of the file names the JSON Schema of a Spec, with which editors complete and check it while it is
// written.
//
// The file does not hold the pre-shared key but the name of the environment variable that does:
//
//	IkeConfig:
//	  Psk: "${PSK}"
//
// The key is put in after the file was read, so that it may have any character, whatever that means in YAML. In the
// file itself a key is refused: YAML would read a key of digits as a number, and drop what follows a space and a # as a
// comment. A Psk with nothing after it is null, which is a mistake too, except for viper. So is a variable that is
// empty or not set.
//
// Without a PSK in the environment a made-up one is used, and a server on this machine stands in for the service: no
// account and no network are needed.
package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

func main() {
	by := flag.String("by", "yaml", "what reads the file: yaml, koanf or viper")
	flag.Parse()
	if loaders[*by] == nil {
		flag.Usage()
		os.Exit(2)
	}
	os.Setenv("PSK", cmp.Or(os.Getenv("PSK"), `*k7: #Vq2&"xLd9'%$Kw4\{Zr8}`))
	server := vpntest.NewServer()
	ok := run(os.Stdout, *by, cmp.Or(flag.Arg(0), "connection.yaml"), server.URL)
	server.Close()
	if !ok {
		os.Exit(1)
	}
}

// run creates the connection that the file describes, and reports whether it was made.
func run(w io.Writer, by, file, url string) bool {
	req, err := load(by, file)
	if err != nil {
		report(w, file, err)
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

// report prints what is wrong with a file: all mistakes, each with its line and its field.
func report(w io.Writer, file string, err error) {
	mistakes, ok := errors.AsType[vpnerrors.ValidationErrors](err)
	if !ok {
		fmt.Fprintf(w, "%s: %v\n", file, err)
	}
	text, _ := os.ReadFile(file) // without it there are no lines
	for _, mistake := range mistakes {
		place := file
		if line := lineOf(text, mistake.Field); line > 0 {
			place += ":" + strconv.Itoa(line)
		}
		fmt.Fprintf(w, "%s: %v\n", place, mistake)
	}
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
