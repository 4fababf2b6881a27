module github.com/ipsec-go/aliyun/examples/config

go 1.26.0

require (
	github.com/ipsec-go/aliyun v0.0.0
	go.yaml.in/yaml/v3 v3.0.6
)

replace github.com/ipsec-go/aliyun => ../..
