package vpnconn

import "github.com/ipsec-go/aliyun"

// AdviceIDs returns the ID of each check of an edition.
func AdviceIDs(e aliyun.Edition) (ids []string) {
	for _, c := range checks {
		if c.edition == 0 || c.edition == e {
			ids = append(ids, c.id)
		}
	}
	return ids
}
