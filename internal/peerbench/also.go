package main

import "github.com/ipsec-go/aliyun/vpnconn"

func also() (group, error) {
	req, err := build(&sample)
	if err != nil {
		return group{}, err
	}
	buf := make([]byte, 0, 4<<10)
	return group{
		title: "Also",
		note:  `Other work with a request of 21 settings, beside making one.`,
		contenders: []contender{
			{name: "options, New", run: func() (err error) {
				kept.request, err = build(&sample)
				return err
			}},
			{name: "Request.With, one option", ratio: ratio{over: 'b', under: 'a'}, run: func() (err error) {
				kept.request, err = req.With(vpnconn.WithName(sample.Name))
				return err
			}},
			{name: "Request.Params", ratio: ratio{over: 'c', under: 'a'}, run: func() error {
				kept.params = req.Params()
				return nil
			}},
			{name: "Request.AppendQuery, room enough", ratio: ratio{over: 'd', under: 'a'}, run: func() error {
				kept.bytes = req.AppendQuery(buf[:0])
				return nil
			}},
			{name: "Request.RegionID", run: func() error {
				kept.text = req.RegionID()
				return nil
			}},
		},
	}, nil
}
