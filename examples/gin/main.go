// Gin shows how a service of your own, built on github.com/gin-gonic/gin, creates connections:
//
//	go run .
//
// Its JSON has its own names, and the tags of package validation check it while gin binds it. A client that makes
// mistakes gets status 422 and all of the mistakes: field, reason, and a message in the language of the Accept-Language
// header. Otherwise it gets the connection and the request, without the pre-shared key.
//
// The program calls itself three times and ends. It needs no account and no network: a server on this machine stands in
// for Alibaba Cloud.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"reflect"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/gin-gonic/gin/binding"
	"github.com/go-playground/validator/v10"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/validation"
	"github.com/ipsec-go/aliyun/vpnconn/vpntest"
)

func main() {
	cloud := vpntest.NewServer()
	defer cloud.Close()
	service, err := newService(cloud.URL)
	if err != nil {
		fmt.Fprintln(os.Stderr, "gin:", err)
		os.Exit(1)
	}
	const (
		good = `{"name":"office","networks":["10.8.0.0/16"],"gateway":"cgw-1","key":"k7#Vq2&xLd9%Kw4+Zr8=Hb3~"}`
		bad  = `{"name":"2nd-office","networks":["10.8.0.0/16","10.9.0.1/16"],"key":"k","encryption":"AES-256"}`
	)
	for _, ask := range []struct{ language, body string }{{"en", good}, {"en", bad}, {"zh-CN,zh;q=0.9,en;q=0.8", bad}} {
		status, answer := post(service, ask.language, ask.body)
		fmt.Printf("%s\n%d %s\n\n", ask.language, status, answer)
	}
}

// post calls the service, without a network.
func post(service http.Handler, language, body string) (status int, answer string) {
	r := httptest.NewRequest(http.MethodPost, "/offices", strings.NewReader(body))
	r.Header.Set("Accept-Language", language)
	w := httptest.NewRecorder()
	service.ServeHTTP(w, r)
	return w.Code, w.Body.String()
}

// An office is the body of a POST to /offices. Gin reads the tag binding where validator reads validate.
//
// The key is a pointer, so that a missing key is a mistake: validator, as gin sets it up, ignores required on a struct,
// which a Secret is, and for our tag an unset Secret means a key that the service generates.
type office struct {
	Name       string            `json:"name" binding:"vpn_name"`
	Networks   []string          `json:"networks" binding:"vpn_cidrs"`
	Gateway    string            `json:"gateway" binding:"required,vpn_id"`
	Key        *ikeconfig.Secret `json:"key" binding:"ike_psk"`
	Encryption *ikeconfig.EncAlg `json:"encryption" binding:"omitnil,ike_enc"`
}

// tokenKey is here only for the example: load a real one from where secrets are kept.
var tokenKey = []byte("0123456789abcdef")

// request returns the request for an office. With the derived token it is the same connection if somebody asks again
// for the same office.
func (o office) request() (vpnconn.Request, error) {
	spec := vpnconn.Spec{
		RegionID:          "cn-shanghai",
		VPNGatewayID:      "vpn-bp1q8bgx4xnkm2ogj0fiu",
		CustomerGatewayID: o.Gateway,
		LocalSubnets:      []string{"192.168.0.0/16"},
		RemoteSubnets:     o.Networks,
		Name:              &o.Name,
		IKE:               &vpnconn.IKESpec{PSK: *o.Key, Version: new(ikeconfig.V2), EncAlg: o.Encryption},
	}
	return spec.Builder().With(vpnconn.WithDerivedClientToken(tokenKey)).Build()
}

// setUpBinding registers our tags with gin's validator, which then uses a field's JSON name. A misspelled member is
// refused, since the connection would be made without it.
func setUpBinding() error {
	engine, ok := binding.Validator.Engine().(*validator.Validate)
	if !ok {
		return fmt.Errorf("gin validates with %T", binding.Validator.Engine())
	}
	engine.RegisterTagNameFunc(func(f reflect.StructField) string {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		return name
	})
	binding.EnableDecoderDisallowUnknownFields = true
	return validation.Register(engine)
}

// newService returns the service. It sends to Alibaba Cloud at url.
func newService(url string) (http.Handler, error) {
	if err := setUpBinding(); err != nil {
		return nil, err
	}
	gin.SetMode(gin.ReleaseMode)
	service := gin.New()
	service.POST("/offices", func(c *gin.Context) {
		var o office
		if err := c.ShouldBindJSON(&o); err != nil {
			refuse(c, http.StatusBadRequest, validation.Explain(err))
			return
		}
		req, err := o.request()
		if err != nil {
			refuse(c, http.StatusBadRequest, err)
			return
		}
		made, err := send(c.Request.Context(), url, req)
		if err != nil {
			refuse(c, http.StatusBadGateway, err)
			return
		}
		c.JSON(http.StatusCreated, gin.H{"connection": made.VPNConnectionID, "request": req})
	})
	return service, nil
}

// refuse answers with the error in the caller's language: mistakes as a list with status 422, anything else with the
// given status.
func refuse(c *gin.Context, status int, err error) {
	lang := vpnerrors.ParseLanguage(c.GetHeader("Accept-Language"))
	mistakes, ok := errors.AsType[vpnerrors.ValidationErrors](err)
	if one, alone := errors.AsType[*vpnerrors.FieldError](err); alone && !ok { // a Secret that cannot be read
		mistakes = vpnerrors.ValidationErrors{one}
	}
	if mistakes == nil {
		c.JSON(status, gin.H{"message": vpnerrors.Message(err, lang)})
		return
	}
	list := []gin.H{}
	for _, m := range mistakes {
		list = append(list, gin.H{"field": m.Field, "reason": m.Reason.Error(), "message": vpnerrors.Message(m, lang)})
	}
	c.JSON(http.StatusUnprocessableEntity, gin.H{"errors": list})
}

// send posts the request as a form, so that no URL has the key; an SDK would sign it too.
func send(ctx context.Context, url string, req vpnconn.Request) (vpnconn.Response, error) {
	form := strings.NewReader(req.Query() + "&Version=" + vpnconn.APIVersion + "&Format=JSON")
	post, err := http.NewRequestWithContext(ctx, http.MethodPost, url, form)
	if err != nil {
		return vpnconn.Response{}, err
	}
	post.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	reply, err := http.DefaultClient.Do(post)
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
