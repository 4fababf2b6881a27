package validation_test

import (
	"testing"

	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/ipsecconfig"
	"github.com/ipsec-go/aliyun/vpnconn"
	"github.com/ipsec-go/aliyun/vpnconn/validation"
)

// FuzzTagsAgree puts any texts and numbers into a Spec, leaves out what the bits of unset say, and holds both doors
// against each other.
func FuzzTagsAgree(f *testing.F) {
	f.Add(uint32(0), "cn-shanghai", "vpn-1", "cgw-1", "10.0.0.0/24", "10.1.0.0/24,10.2.0.0/24", "token", "idc", "key", "ikev2", "aes", "sha1", "group14", "id", int64(0), int64(86400))
	f.Add(uint32(1<<32-1), "", "", "", "", "", "", "", "", "", "", "", "", "", int64(0), int64(0))
	f.Add(uint32(0), "", "a b", "\xff", "10.0.0.1/24,,x", "10.0.0.0/8,10.0.0.0/8", "é", "1", "\n", "IKEv2", "AES-256", "SHA1", "modp2048", "\x00", int64(-1), int64(86401))
	f.Add(uint32(0b101010101010101010), "r", "v", "c", " ::/0", "10.0.0.0", "", "汉", "", "main", "3des", "md5", "group1", "", int64(-1<<63), int64(1<<63-1))
	v := newValidator(f)
	f.Fuzz(func(t *testing.T, unset uint32, region, vpn, customer, local, remote, token, name, psk, version, enc, auth, pfs, id string, ikeLifetime, ipsecLifetime int64) {
		set := func() bool { unset >>= 1; return unset&1 == 0 }
		s := vpnconn.Spec{
			RegionID: region, VPNGatewayID: vpn, CustomerGatewayID: customer,
			LocalSubnets: onlyIf(set(), []string{local}), RemoteSubnets: onlyIf(set(), []string{remote, local}),
			ClientToken: onlyIf(set(), &token), Name: onlyIf(set(), &name), EffectImmediately: onlyIf(set(), new(true)),
		}
		if set() {
			s.IKE = &vpnconn.IKESpec{
				PSK:      onlyIf(set(), ikeconfig.NewSecret(psk)),
				Version:  onlyIf(set(), new(ikeconfig.Version(version))),
				Mode:     onlyIf(set(), new(ikeconfig.Mode(version))),
				EncAlg:   onlyIf(set(), new(ikeconfig.EncAlg(enc))),
				AuthAlg:  onlyIf(set(), new(ikeconfig.AuthAlg(auth))),
				PFS:      onlyIf(set(), new(ikeconfig.DHGroup(pfs))),
				Lifetime: onlyIf(set(), &ikeLifetime),
				LocalID:  onlyIf(set(), &id),
				RemoteID: onlyIf(set(), &name),
			}
		}
		if set() {
			s.IPsec = &vpnconn.IPsecSpec{
				EncAlg:   onlyIf(set(), new(ipsecconfig.EncAlg(enc))),
				AuthAlg:  onlyIf(set(), new(ipsecconfig.AuthAlg(auth))),
				PFS:      onlyIf(set(), new(ipsecconfig.DHGroup(pfs))),
				Lifetime: onlyIf(set(), &ipsecLifetime),
			}
		}
		_, want := s.Build()
		checkSame(t, want, validation.Explain(v.Struct(s)))
	})
}

// onlyIf returns value, or its zero value where it is to be left out.
func onlyIf[T any](set bool, value T) T {
	if !set {
		return *new(T)
	}
	return value
}
