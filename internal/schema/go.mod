module github.com/ipsec-go/aliyun/internal/schema

go 1.26.0

require (
	github.com/ipsec-go/aliyun v0.0.0
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3
	go.yaml.in/yaml/v3 v3.0.6
)

require golang.org/x/text v0.43.0 // indirect

replace github.com/ipsec-go/aliyun => ../..
