package errors_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
)

// A handler answers in the language that the browser asks for.
func ExampleParseLanguage() {
	handler := func(w http.ResponseWriter, r *http.Request) {
		err := vpnerrors.Decode(400, []byte(`{"Code":"InvalidVpnConnection.AlreadyExists"}`))
		lang := vpnerrors.ParseLanguage(strings.Join(r.Header.Values("Accept-Language"), ","))
		http.Error(w, vpnerrors.Message(err, lang), http.StatusConflict)
	}
	for _, header := range []string{"zh-CN,zh;q=0.9,en;q=0.8", "de, en;q=0.7, zh;q=0.3", ""} {
		r := httptest.NewRequest(http.MethodPost, "/connections", nil)
		r.Header.Set("Accept-Language", header)
		w := httptest.NewRecorder()
		handler(w, r)
		fmt.Print(w.Body)
	}
	// Output:
	// 这样的 IPsec 连接已经存在，请查询该连接并核对配置，如果一致可直接使用。
	// Such a connection already exists; look it up, compare its settings with yours, and use it if they agree.
	// Such a connection already exists; look it up, compare its settings with yours, and use it if they agree.
}
