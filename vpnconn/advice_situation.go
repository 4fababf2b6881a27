package vpnconn

import (
	"fmt"
	"slices"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/tree"
)

// A situation is what a check examines: a whole request, or one end of it.
type situation struct {
	end                    // as it was set
	effective *tree.Node   // of an end: with the documented defaults
	isWhole   bool         // it is the whole request
	isSM      bool         // of an end: it requires an SM gateway
	ends      []*situation // all ends of the request
}

// situationsOf returns the whole request and its ends.
func situationsOf(t *parameters.Table, n *tree.Node) []*situation {
	whole := &situation{end: connection(t, n), isWhole: true}
	for _, e := range appendEnds(nil, t, n, n.Has(parameters.Tunnels)) {
		whole.ends = append(whole.ends, &situation{
			end: e, isSM: e.isForSM(),
			effective: withDefaults(e, func(*parameters.Member) bool { return false }),
		})
	}
	for _, s := range whole.ends {
		s.ends = whole.ends
	}
	return append([]*situation{whole}, whole.ends...)
}

// A path leads to a setting: its key, or the keys of an object and of the setting in it.
type path []parameters.Key

var ikeVersion = path{parameters.IKE, parameters.IKEVersion}

// member returns the row of a setting in an object.
func (s *situation) member(object, k parameters.Key) *parameters.Member {
	return s.t.Member(object).Table.Member(k)
}

// isSet reports whether a setting in an object was set.
func (s *situation) isSet(object, k parameters.Key) bool { return s.n.Members(object).Has(k) }

// isUsed reports whether the gateway uses a setting in an object at all.
func (s *situation) isUsed(object, k parameters.Key) bool {
	return !s.isSM || s.member(object, k).SM != parameters.None
}

// text returns the effective value of a setting in an object, or "" if the gateway does not use it.
func (s *situation) text(object, k parameters.Key) string {
	if !s.isUsed(object, k) {
		return ""
	}
	return s.effective.Members(object).Text(k)
}

// lifetimes returns the effective lifetime of each phase in seconds.
func (s *situation) lifetimes() (ike, ipsec int64) {
	return s.effective.Members(parameters.IKE).Number(parameters.IKELifetime),
		s.effective.Members(parameters.IPsec).Number(parameters.IPsecLifetime)
}

// isV1 reports whether phase 1 is IKEv1.
func (s *situation) isV1() bool {
	return s.text(parameters.IKE, parameters.IKEVersion) == string(ikeconfig.V1)
}

// The text before a problem of a setting that is judged by its default, and before one of IKEv1 if that is the version
// by default.
var (
	unsetWords   = [2]string{"unset, and the documented default is %s: ", "未设置，文档中的默认值为 %s："}
	underV1Words = [2]string{"IkeVersion is unset, and its documented default is %s: ", "IkeVersion 未设置，文档中的默认值为 %s："}
	caveatWords  = [2]string{", ", "，"}
)

// words returns the text of a check in a language.
func (s *situation) words(c *check, args []any, lang vpnerrors.Language) string {
	problem := fmt.Sprintf(c.problem[lang], args...)
	of, path, words := s, c.path, unsetWords
	if c.underV1 {
		path, words = ikeVersion, underV1Words
		if s.isWhole {
			of = s.ends[slices.IndexFunc(s.ends, (*situation).isV1)]
		}
	}
	if len(path) == 1 || of.isSet(path[0], path[1]) { // only settings in objects are judged by defaults
		return problem
	}
	m := of.member(path[0], path[1])
	value := tree.DefaultOf(m, of.isSM)
	if caveat := m.Caveat[lang]; caveat != "" && !of.isSM {
		value += caveatWords[lang] + caveat
	}
	return fmt.Sprintf(words[lang], value) + problem
}

// A fix is a value for one setting, "" to unset it.
type fix struct {
	end   end
	path  path
	value string
}

// setTo returns a cure that sets one setting, or unsets it for "".
func setTo(value string, keys ...parameters.Key) func(*situation) []fix {
	return func(s *situation) []fix { return []fix{{s.end, keys, value}} }
}

// option returns an option that makes the fix.
func (f fix) option() Option {
	last := len(f.path) - 1
	t, k := f.end.t, f.path[last]
	if last > 0 {
		t = t.Member(f.path[0]).Table
	}
	n := new(tree.Node)
	if f.value == "" {
		n.Unset(k)
	} else {
		n.PutDocumented(t.Member(k), f.value)
	}
	n = within(f.path[:last], n)
	if place := f.end.place; f.end.isTunnel {
		return func(d *draft) { layTunnel(d, place, n) }
	}
	return n.LayOn
}
