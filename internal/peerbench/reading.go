package main

import (
	"encoding/json"

	vpcv6 "github.com/alibabacloud-go/vpc-20160428/v6/client"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/vpnconn"
)

func reading() (group, error) {
	req, err := build(&sample)
	if err != nil {
		return group{}, err
	}
	params := req.Params()
	return group{
		title: "Reading: the parameters of 21 settings back to a request",
		note: `Parse reads and checks all parameters. encoding/json reads the two that are JSON into structs, and would accept
names in any letter case, duplicate members, and text that is not UTF-8.`,
		contenders: []contender{
			{name: "this library: Parse", run: func() (err error) {
				kept.request, err = vpnconn.Parse(params)
				return err
			}},
			{name: "encoding/json, two parameters, no rules", ratio: ratio{over: 'a', under: 'b'}, run: func() error {
				kept.ike, kept.ipsec = new(ikeObject), new(ipsecObject)
				if err := json.Unmarshal([]byte(params["IkeConfig"]), kept.ike); err != nil {
					return err
				}
				return json.Unmarshal([]byte(params["IpsecConfig"]), kept.ipsec)
			}},
		},
	}, nil
}

func reading2025() (group, error) {
	req, err := build2025(&sample2025)
	if err != nil {
		return group{}, err
	}
	params := req.Params()
	text, err := json.Marshal(vpcRequest(&sample2025))
	if err != nil {
		return group{}, err
	}
	return group{
		title: "Reading, edition 2025: the parameters of 52 settings back to a request",
		note: `ParseIn reads and checks all 55 parameters by their dotted names. encoding/json reads an equivalent JSON object,
with nested objects and lists, into the struct of vpc-20160428.`,
		contenders: []contender{
			{name: "this library: ParseIn", run: func() (err error) {
				kept.request, err = vpnconn.ParseIn(aliyun.Edition2025, params)
				return err
			}},
			{name: "encoding/json, no rules", ratio: ratio{over: 'a', under: 'b'}, run: func() error {
				kept.typed = new(vpcv6.CreateVpnConnectionRequest)
				return json.Unmarshal(text, kept.typed)
			}},
		},
	}, nil
}
