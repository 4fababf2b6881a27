package parameters

// A Key identifies a setting inside this module. It is the same in every edition and, for a setting that a tunnel
// shares with a connection, in both. Each table has its own keys, which start at 0.
type Key int

// The keys of a connection and of a tunnel.
const (
	CustomerGatewayID Key = iota // a tunnel has those up to Role, to need little memory
	IKE
	IPsec
	BGP
	DPD
	NATTraversal
	RemoteCACertificate
	Role
	Action
	LocalSubnet
	RegionID
	RemoteSubnet
	VPNGatewayID
	ClientToken
	EffectImmediately
	Name
	Edition // of the request; no table has a row for it, since it is not sent
	AutoConfigRoute
	Tags
	Tunnels
	TunnelsBGP
	DryRun
	HealthCheck // which few have

	// No table has a row for these: they say how a request is judged, and are not sent.

	UnknownRole  // the role of a tunnel, if there is no such role
	UnknownNames // unknown names of settings to unset
)

// The keys of phase 1.
const (
	PSK Key = iota
	IKEVersion
	IKEMode
	IKEEncAlg
	IKEAuthAlg
	IKEPFS
	IKELifetime
	LocalID
	RemoteID
)

// The keys of phase 2.
const (
	IPsecEncAlg Key = iota
	IPsecAuthAlg
	IPsecPFS
	IPsecLifetime
)

// The keys of a health check.
const (
	HealthCheckEnable Key = iota
	HealthCheckDestination
	HealthCheckSource
	HealthCheckInterval
	HealthCheckRetry
)

// The keys of BGP.
const (
	BGPEnable Key = iota
	LocalASN
	TunnelCIDR
	LocalBGPIP
)

// The keys of a tag.
const (
	TagKey Key = iota
	TagValue
)

// How many keys a connection, a tunnel, the two phases and BGP have.
const (
	ConnectionKeys = int(UnknownNames) + 1
	TunnelKeys     = int(Role) + 1
	IKEKeys        = int(RemoteID) + 1
	IPsecKeys      = int(IPsecLifetime) + 1
	BGPKeys        = int(LocalBGPIP) + 1
)
