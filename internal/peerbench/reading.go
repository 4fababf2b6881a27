package main

import (
	"encoding/json"

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
		note: `Parse reads and checks all parameters. encoding/json reads the two that are JSON into structs, and would take names
in any letter case, the last of two members, and text that is no UTF-8.`,
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
