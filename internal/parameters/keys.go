package parameters

// A Key identifies a setting inside this module. It is the same in every edition and, for a setting that a tunnel
// shares with a connection, in both. Each table has its own keys, which start at 0.
type Key uint8

// Numbers is how many of the keys of a table can be those of numbers: the first ones, since a node keeps numbers apart.
const Numbers = 2

// The keys of a connection and of a tunnel. Objects and lists are first, since a node keeps these apart too.
const (
	Edition Key = iota // of the request; no table has a row for it, since it is not sent
	IKE
	IPsec
	BGP // a tunnel has no other object
	Tags
	Tunnels
	CustomerGatewayID
	DPD
	NATTraversal
	RemoteCACertificate
	Role // a tunnel has no key after this one, to need little memory
	Action
	LocalSubnet
	RegionID
	RemoteSubnet
	VPNGatewayID
	ClientToken
	EffectImmediately
	Name
	AutoConfigRoute
	TunnelsBGP
	DryRun
	HealthCheck // which few have

	// No table has a row for these: they say how a request is judged, and are not sent.

	UnknownRole  // the role of a tunnel, if there is no such role
	UnknownNames // unknown names of settings to unset
)

// The keys of phase 1.
const (
	IKELifetime Key = iota
	PSK
	IKEVersion
	IKEMode
	IKEEncAlg
	IKEAuthAlg
	IKEPFS
	LocalID
	RemoteID
)

// The keys of phase 2.
const (
	IPsecLifetime Key = iota
	IPsecEncAlg
	IPsecAuthAlg
	IPsecPFS
)

// The keys of a health check.
const (
	HealthCheckInterval Key = iota
	HealthCheckRetry
	HealthCheckEnable
	HealthCheckDestination
	HealthCheckSource
)

// The keys of BGP.
const (
	LocalASN Key = iota
	BGPEnable
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
	IPsecKeys      = int(IPsecPFS) + 1
	BGPKeys        = int(LocalBGPIP) + 1
)
