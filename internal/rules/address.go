package rules

import (
	"net/netip"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
)

// linkLocal contains the blocks that the two ends of a tunnel can share for BGP. Source: CreateVpnConnection,
// BgpConfig.TunnelCidr, edition of 2025-05-31, and the same for isReserved.
var linkLocal, _ = readBlock("169.254.0.0/16")

func isReserved(link string) bool {
	switch link {
	case "169.254.0.0/30", "169.254.1.0/30", "169.254.2.0/30", "169.254.3.0/30",
		"169.254.4.0/30", "169.254.5.0/30", "169.254.6.0/30", "169.254.169.252/30":
		return true
	}
	return false
}

// linkBits leaves four addresses; the middle two are the two ends.
const linkBits = 30

// link checks TunnelCidr: first that it is a block, then that it is an allowed one.
func link(m *parameters.Member, text string) vpnerrors.ValidationErrors {
	b, e := parseBlock(text)
	switch {
	case e != nil:
		if addr, err := netip.ParseAddr(text); err == nil && addr.Is4() {
			e.Suggest = netip.PrefixFrom(addr, linkBits).Masked().String()
		}
		if near, ok := readBlock(e.Suggest); !ok || !isLink(near, e.Suggest) {
			e.Suggest = "" // which this rule would refuse too
		}
	case !isLink(b, text):
		e = &vpnerrors.FieldError{Reason: vpnerrors.ErrUnsupportedValue, Value: Clip(text)}
	default:
		return nil
	}
	e.Field = m.Name
	return one(e)
}

// isLink reports whether a block, which is text, is one that a tunnel may have.
func isLink(b block, text string) bool {
	return b.length() == linkBits && linkLocal.contains(b.address()) && !isReserved(text)
}

// address checks an IPv4 address.
func address(m *parameters.Member, text string) vpnerrors.ValidationErrors {
	if _, ok := readAddress(text); ok {
		return nil
	}
	e := &vpnerrors.FieldError{Field: m.Name, Reason: vpnerrors.ErrBadAddress}
	bad := BadUTF8(text)
	e.Value, e.Part = Shown(text, bad)
	switch {
	case text == "":
		e.Reason = vpnerrors.ErrEmpty
	case bad != "":
		e.Reason = vpnerrors.ErrBadCharacter
	}
	return one(e)
}

// InLink reports whether an address of a block is one for the two ends of a tunnel, which are neither its first nor its
// last. It is false for invalid text.
func InLink(address, block string) bool {
	end, isAddress := readAddress(address)
	b, isBlock := readBlock(block)
	host := end & b.hosts()
	return isAddress && isBlock && b.contains(end) && host != 0 && host != b.hosts()
}
