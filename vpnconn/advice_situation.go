package vpnconn

import (
	"fmt"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/tree"
)

// A situation is what a check looks at: a whole request, or one end of it.
type situation struct {
	end                  // as it was set
	effective *tree.Node // with the documented defaults
	isWhole   bool
	isSM      bool
	whole     *situation   // the whole request
	ends      []*situation // of the whole request
}

// situationsOf returns the whole request and its ends.
func situationsOf(t *parameters.Table, n *tree.Node) []*situation {
	whole := &situation{end: connection(t, n), isWhole: true}
	whole.whole = whole
	for e := range ends(t, n, n.Has(parameters.Tunnels)) {
		s := &situation{end: e, isSM: e.isForSM(), whole: whole}
		s.effective = withDefaults(e, func(*parameters.Member) bool { return false })
		whole.ends = append(whole.ends, s)
	}
	return append([]*situation{whole}, whole.ends...)
}

// edition returns the edition of the request.
func (s *situation) edition() aliyun.Edition { return s.whole.t.Edition }

// text returns the effective value of a setting in an object.
func (s *situation) text(object, k parameters.Key) string {
	return s.effective.Members(object).Text(k)
}

// isSet reports whether a setting in an object was set.
func (s *situation) isSet(object, k parameters.Key) bool { return s.n.Members(object).Has(k) }

// lifetimes returns the effective lifetime of each phase in seconds.
func (s *situation) lifetimes() (ike, ipsec int64) {
	return s.effective.Members(parameters.IKE).Number(parameters.IKELifetime),
		s.effective.Members(parameters.IPsec).Number(parameters.IPsecLifetime)
}

// isV1 reports whether phase 1 is IKEv1.
func (s *situation) isV1() bool {
	return s.text(parameters.IKE, parameters.IKEVersion) == string(ikeconfig.V1)
}

// The words before a problem of a setting that is judged by its default, and before one of IKEv1 where that is the version
// by default.
var (
	unsetWords   = [2]string{"unset, and the documented default is %s: ", "未设置，文档中的默认值为 %s："}
	underV1Words = [2]string{"IkeVersion is unset, and its documented default is %s: ", "IkeVersion 未设置，文档中的默认值为 %s："}
	caveats      = map[string]string{ // of parameters.Member.Caveat, in Chinese
		"though the service has been seen to take ikev2": "但实际上服务端曾采用 ikev2",
		"misspelt as sha": "文档误写为 sha",
	}
)

// words returns the words of a check in a language.
func (s *situation) words(c *check, args []any, lang vpnerrors.Language) string {
	problem := fmt.Sprintf(c.problem[lang], args...)
	of := s
	if s.isWhole && c.underV1 { // that of the first end which is IKEv1
		for _, e := range s.ends {
			if e.isV1() {
				of = e
				break
			}
		}
	}
	switch {
	case c.underV1 && !of.isSet(parameters.IKE, parameters.IKEVersion):
		return fmt.Sprintf(underV1Words[lang], of.byDefault(parameters.IKE, parameters.IKEVersion, lang)) + problem
	case len(c.keys) == 2 && !c.ofWhole && !s.isSet(c.keys[0], c.keys[1]) && s.byDefault(c.keys[0], c.keys[1], lang) != "":
		return fmt.Sprintf(unsetWords[lang], s.byDefault(c.keys[0], c.keys[1], lang)) + problem
	}
	return problem
}

// byDefault returns the documented default of a setting in an object, and what else is known about it.
func (s *situation) byDefault(object, k parameters.Key, lang vpnerrors.Language) string {
	m := s.t.Member(object).Table.Member(k)
	value := tree.DefaultOf(m, s.isSM)
	switch {
	case m.Caveat == "" || s.isSM || value == "":
		return value
	case lang == vpnerrors.Chinese:
		return value + "，" + caveats[m.Caveat]
	}
	return value + ", " + m.Caveat
}

// A fix is a value for one setting, "" to unset it.
type fix struct {
	end   end
	keys  []parameters.Key
	value string
}

// option returns an option that makes the fix.
func (f fix) option() Option {
	t := f.end.t
	for _, k := range f.keys[:len(f.keys)-1] {
		t = t.Member(k).Table
	}
	n := new(tree.Node)
	if last := f.keys[len(f.keys)-1]; f.value == "" {
		n.Unset(last)
	} else {
		n.PutDocumented(t.Member(last), f.value)
	}
	for i := len(f.keys) - 2; i >= 0; i-- {
		object := new(tree.Node)
		object.LayObject(f.keys[i], n)
		n = object
	}
	return func(d *draft) {
		if f.end.isTunnel {
			layTunnel(d, f.end.place, n)
			return
		}
		d.Lay(n)
	}
}
