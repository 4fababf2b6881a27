package errors

import "strings"

// facts are what is known about one error code. The zero facts are those of an unknown code.
type facts struct {
	code      Code
	sentinel  error  // nil for a code that has none
	kind      error  // nil for a code without a kind, and if its prefix determines it: see blamePrefixes
	transient bool   // whether the cause goes away by itself
	field     string // the documented parameter that the code is about, the first of several; "" for none
	says      words  // what it means to the person who asked for the connection, and what to do next; {field} is the field
}

// documented has the error codes of edition 2025, in its order, which include those of edition 2019.
var documented = [...]facts{
	{code: "Resource.QuotaFull", sentinel: ErrQuotaFull, kind: ErrQuota, says: words{
		"The quota for this resource is used up; delete what is no longer needed, or apply for a higher quota.",
		"该资源的配额已用完，请删除不再需要的资源，或申请提升配额。",
	}},
	{code: "InvalidVpnConnection.AlreadyExists", sentinel: ErrAlreadyExists, says: words{
		"Such a connection already exists; look it up, compare its settings with yours, and use it if they agree.",
		"这样的 IPsec 连接已经存在，请查询该连接并核对配置，如果一致可直接使用。",
	}},
	{code: "VpnGateway.Configuring", sentinel: ErrConfiguring, transient: true, field: "VpnGatewayId", says: words{
		"The VPN gateway ({field}) is busy with an earlier change; wait a few seconds and send the same request again.",
		"VPN 网关（{field}）正在处理之前的变更，请等待几秒后原样重发请求。",
	}},
	{code: "VpnGateway.FinancialLocked", sentinel: ErrFinancialLocked, field: "VpnGatewayId", says: words{
		"The VPN gateway ({field}) is locked because a payment is due; pay first, then try again.",
		"VPN 网关（{field}）因欠费被锁定，请先结清欠款再重试。",
	}},
	{code: "VpnGateway.IpsecVpnDisabled", field: "VpnGatewayId", says: words{
		"IPsec is turned off on the VPN gateway ({field}); turn it on, or use another gateway.",
		"VPN 网关（{field}）未开启 IPsec-VPN 功能，请先开启，或换用其他 VPN 网关。",
	}},
	{code: "VpnRouteEntry.AlreadyExists", field: "RemoteSubnet", says: words{
		"The VPN gateway has a route to {field} already; delete that route, or set AutoConfigRoute to false.",
		"VPN 网关上已存在到 {field} 的路由，请删除该路由，或将 AutoConfigRoute 设为 false。",
	}},
	{code: "VpnRouteEntry.Conflict", field: "RemoteSubnet", says: words{
		"A route to {field} conflicts with another route of the VPN gateway; change either, or set AutoConfigRoute to false.",
		"到 {field} 的路由与 VPN 网关上的其他路由冲突，请调整其中之一，或将 AutoConfigRoute 设为 false。",
	}},
	{code: "NotSupportVpnConnectionParameter.IpsecPfs", kind: ErrParameter, field: "IpsecConfig.IpsecPfs", says: words{
		"The VPN gateway does not support this {field}, or the IpsecPfs of a tunnel; choose another Diffie-Hellman group.",
		"VPN 网关不支持 {field}（双隧道模式下为某条隧道的 IpsecPfs）的取值，请换用其他 DH 组。",
	}},
	{code: "NotSupportVpnConnectionParameter.IpsecAuthAlg", kind: ErrParameter, field: "IpsecConfig.IpsecAuthAlg", says: words{
		"The VPN gateway does not support this {field}, or the IpsecAuthAlg of a tunnel; choose another hash.",
		"VPN 网关不支持 {field}（双隧道模式下为某条隧道的 IpsecAuthAlg）的取值，请换用其他认证算法。",
	}},
	{code: "VpnRouteEntry.ConflictSSL", field: "RemoteSubnet", says: words{
		"{field} overlaps the addresses that the VPN gateway gives to SSL clients; change one of the two.",
		"{field} 与 VPN 网关上 SSL 服务端的客户端网段冲突，请修改其中之一。",
	}},
	{code: "VpnRouteEntry.BackupRoute", field: "AutoConfigRoute", says: words{
		"The service cannot add a backup route on the VPN gateway; check its routes, or set {field} to false and add routes yourself.",
		"无法在 VPN 网关上添加备用路由，请检查网关的路由，或将 {field} 设为 false 并自行添加路由。",
	}},
	{code: "VpnRouteEntry.InvalidWeight", field: "AutoConfigRoute", says: words{
		"The VPN gateway does not accept the weight of a route; check its routes, or set {field} to false and add routes yourself.",
		"路由的权重无效，请检查 VPN 网关的路由，或将 {field} 设为 false 并自行添加路由。",
	}},
	{code: "InvalidParameter.VpnConnectionName", field: "Name", says: words{
		"The service does not accept this {field}; choose another.",
		"{field} 不符合要求，请换一个名称。",
	}},
	{code: "OperationUnsupported.SetDPD", field: "EnableDpd", says: words{
		"This version of the VPN gateway does not support {field}; leave it out, or upgrade the gateway.",
		"当前版本的 VPN 网关不支持 {field}，请去掉该参数，或升级网关。",
	}},
	{code: "OperationUnsupported.SetNatTraversal", field: "EnableNatTraversal", says: words{
		"This version of the VPN gateway does not support {field}; leave it out, or upgrade the gateway.",
		"当前版本的 VPN 网关不支持 {field}，请去掉该参数，或升级网关。",
	}},
	{code: "QuotaExceeded.PolicyBasedRoute", kind: ErrQuota, field: "LocalSubnet", says: words{
		"{field} and RemoteSubnet need more policy-based routes than the VPN gateway can have; send fewer blocks, delete routes, or apply for a higher quota.",
		"{field} 和 RemoteSubnet 所需的策略路由超出 VPN 网关的上限，请减少网段、删除不再需要的路由，或申请提升配额。",
	}},
	{code: "MissingParameter.TunnelCidr", field: "BgpConfig.TunnelCidr", says: words{
		"BGP needs {field}, or with two tunnels the TunnelCidr of each; set it.",
		"启用 BGP 时必须填写 {field}（双隧道模式下为每条隧道的 TunnelCidr），请补充。",
	}},
	{code: "OperationUnsupported.EnableBgp", field: "BgpConfig.EnableBgp", says: words{
		"This version of the VPN gateway does not support BGP; leave {field} and EnableTunnelsBgp out, or upgrade the gateway.",
		"当前版本的 VPN 网关不支持 BGP，请去掉 {field} 和 EnableTunnelsBgp，或升级网关。",
	}},
	{code: "MissingParam.CustomerGatewayAsn", field: "CustomerGatewayId", says: words{
		"BGP needs a customer gateway that has an ASN; choose another {field}, or create a customer gateway with an ASN.",
		"启用 BGP 时用户网关必须配置自治系统号（ASN），请更换 {field}，或新建带自治系统号的用户网关。",
	}},
	{code: "IllegalParam.LocalAsn", field: "BgpConfig.LocalAsn", says: words{
		"The service does not accept {field}, or the LocalAsn of a tunnel; use an ASN from 1 to 4294967295, the same for both tunnels.",
		"{field}（双隧道模式下为某条隧道的 LocalAsn）无效，请填写 1 到 4294967295 之间的自治系统号，两条隧道须相同。",
	}},
	{code: "IllegalParam.BgpConfig", field: "BgpConfig", says: words{
		"The service does not accept {field}; check each of its members.",
		"{field} 无效，请逐项检查其中的配置。",
	}},
	{code: "IllegalParam.EnableBgp", field: "BgpConfig.EnableBgp", says: words{
		"BGP is on for the VPN gateway, so each of its connections must use it; set {field}, or with two tunnels EnableTunnelsBgp, to true.",
		"VPN 网关已开启 BGP，其上的连接都必须启用 BGP，请将 {field}（双隧道模式下为 EnableTunnelsBgp）设为 true。",
	}},
	{code: "IllegalParam.TunnelCidr", field: "BgpConfig.TunnelCidr", says: words{
		"The service does not accept {field}, or the TunnelCidr of a tunnel; use a /30 block in 169.254.0.0/16 that is free on the gateway.",
		"{field}（双隧道模式下为某条隧道的 TunnelCidr）不可用，请在 169.254.0.0/16 内换一个未被该网关占用的 /30 网段。",
	}},
	{code: "InvalidLocalBgpIp.Malformed", kind: ErrParameter, field: "BgpConfig.LocalBgpIp", says: words{
		"{field}, or the LocalBgpIp of a tunnel, is not an IP address; write it like 169.254.10.1.",
		"{field}（双隧道模式下为某条隧道的 LocalBgpIp）不是有效的 IP 地址，请按 169.254.10.1 这样的格式填写。",
	}},
	{code: "IllegalParam.LocalBgpIp", field: "BgpConfig.LocalBgpIp", says: words{
		"The service does not accept {field}, or the LocalBgpIp of a tunnel; use one of the two addresses in the middle of its TunnelCidr.",
		"{field}（双隧道模式下为某条隧道的 LocalBgpIp）不可用，请使用对应 TunnelCidr 中间的两个地址之一。",
	}},
	{code: "IllegalParam.LocalSubnet", field: "LocalSubnet", says: words{
		"The service does not accept {field}; check each of its blocks.",
		"{field} 不符合要求，请检查其中的每个网段。",
	}},
	{code: "IllegalParam.RemoteSubnet", field: "RemoteSubnet", says: words{
		"The service does not accept {field}; check each of its blocks.",
		"{field} 不符合要求，请检查其中的每个网段。",
	}},
	{code: "OperationFailed.MissCertificate", field: "VpnGatewayId", says: words{
		"The VPN gateway ({field}) is for ShangMi (SM) algorithms and has no certificate; bind one to it, then try again.",
		"国密型 VPN 网关（{field}）尚未绑定证书，请先绑定证书再重试。",
	}},
	{code: "MissingParam.RemoteId", field: "IkeConfig.RemoteId", says: words{
		"A VPN gateway for ShangMi (SM) algorithms needs {field}, or the RemoteId of each tunnel; set it to the subject name of the peer's CA certificate.",
		"国密型 VPN 网关必须填写 {field}（双隧道模式下为每条隧道的 RemoteId），请填写对端 CA 证书的主题名称。",
	}},
	{code: "OperationFailed.CenLevelNotSupport", field: "BgpConfig.EnableBgp", says: words{
		"The VPC of the VPN gateway is attached to a CEN in FULL mode, which rules out BGP; leave {field} and EnableTunnelsBgp out, or use another gateway.",
		"VPN 网关所属的 VPC 已加入 FULL 模式的云企业网，无法启用 BGP，请去掉 {field} 和 EnableTunnelsBgp，或换用其他 VPN 网关。",
	}},
	{code: "CustomerGateway.ConflictRouteEntry", field: "CustomerGatewayId", says: words{
		"The customer gateway ({field}) conflicts with a route of the VPN gateway; change the route, or use another customer gateway.",
		"用户网关（{field}）与 VPN 网关上的路由冲突，请调整路由，或换用其他用户网关。",
	}},
	{code: "VpnTask.CONFLICT", sentinel: ErrTaskConflict, transient: true, field: "VpnGatewayId", says: words{
		"Another task is under way on the VPN gateway ({field}); wait until it is done, then send the same request again.",
		"VPN 网关（{field}）上有其他任务正在执行，请等待任务完成后原样重发请求。",
	}},
	{code: "Forbidden.TagKey.Duplicated", kind: ErrParameter, field: "Tags", says: words{
		"A key in {field} already exists; remove it, or choose another.",
		"{field} 中有标签键已经存在，请去掉该标签，或换用其他标签键。",
	}},
	{code: "SizeLimitExceeded.TagNum", kind: ErrParameter, field: "Tags", says: words{
		"There are too many {field}; send at most 20.",
		"标签（{field}）数量超出上限，最多 20 个，请删减。",
	}},
	{code: "InvalidParameter.TagValue", field: "Tags", says: words{
		"The service does not accept a value in {field}; choose another.",
		"{field} 中有标签值不符合要求，请更换。",
	}},
	{code: "InvalidParameter.TagKey", field: "Tags", says: words{
		"The service does not accept a key in {field}; choose another.",
		"{field} 中有标签键不符合要求，请更换。",
	}},
	{code: "Duplicated.TagKey", kind: ErrParameter, field: "Tags", says: words{
		"{field} has the same key twice; send it once.",
		"{field} 中有重复的标签键，同一个标签键只能出现一次。",
	}},
	{code: "InternalError", transient: true, says: failed},
	{code: "InvalidTunnelCidr.Malformed", kind: ErrParameter, field: "BgpConfig.TunnelCidr", says: words{
		"{field}, or the TunnelCidr of a tunnel, is not a CIDR block; write it like 169.254.10.0/30.",
		"{field}（双隧道模式下为某条隧道的 TunnelCidr）不是有效的 CIDR 网段，请按 169.254.10.0/30 这样的格式填写。",
	}},
	{code: "VpnConnectionParamInvalid.SameVpnAndCgwDifferentIkeConfigs", says: words{
		"Another connection between the same two gateways has another pre-shared key or IKE configuration; use the same IkeConfig, or TunnelIkeConfig, in both.",
		"这两个网关之间的另一个连接使用了不同的预共享密钥或 IKE 配置，请让两者的 IkeConfig（双隧道模式下为 TunnelIkeConfig）保持一致。",
	}},
	{code: "VpnConnectionParamInvalid.SameVpnAndCgwTrafficSelectorOverlap", says: words{
		"Another connection between the same two gateways has subnets that overlap these; change LocalSubnet or RemoteSubnet.",
		"这两个网关之间的另一个连接与本连接的网段重叠，请调整 LocalSubnet 或 RemoteSubnet。",
	}},
	{code: "CustomerGateway.ConflictVpnIp", field: "CustomerGatewayId", says: words{
		"The customer gateway ({field}) has the IP address of the VPN gateway; use one that has the address of the peer.",
		"用户网关（{field}）的 IP 地址与 VPN 网关相同，请换用 IP 地址属于对端设备的用户网关。",
	}},
	{code: "VpnGateway.IPsecServerAndVpnConnectionConflict", field: "VpnGatewayId", says: words{
		"The VPN gateway ({field}) has an IPsec server, which rules out IPsec connections; delete the server, or use another gateway.",
		"VPN 网关（{field}）上已有 IPsec 服务端，不能再创建 IPsec 连接，请删除该服务端，或换用其他 VPN 网关。",
	}},
	{code: "InvalidSslVpnServerCertId.NotFound", says: words{
		"The service cannot find a certificate of the VPN gateway; check which certificates the gateway uses.",
		"找不到 VPN 网关的 SSL VPN 服务端证书，请检查网关使用的证书。",
	}},
	{code: "MissingParameter.TunnelOptionsSpecification", field: "TunnelOptionsSpecification", says: words{
		"The VPN gateway takes connections with two tunnels; send {field} with all that each tunnel needs.",
		"该 VPN 网关需要创建双隧道连接，请在 {field} 中完整填写两条隧道的参数。",
	}},
	{code: "CreateDbrRoutesQuotaFull.QuotaFull", kind: ErrQuota, field: "RemoteSubnet", says: words{
		"The destination-based routes for {field} exceed the quota; send fewer blocks, delete routes, or apply for a higher quota.",
		"为 {field} 创建的目的路由超出配额，请减少网段、删除不再需要的路由，或申请提升配额。",
	}},
	{code: "CreatePbrRoutesQuotaFull.QuotaFull", kind: ErrQuota, field: "LocalSubnet", says: words{
		"The policy-based routes for {field} and RemoteSubnet exceed the quota; send fewer blocks, delete routes, or apply for a higher quota.",
		"为 {field} 和 RemoteSubnet 创建的策略路由超出配额，请减少网段、删除不再需要的路由，或申请提升配额。",
	}},
	{code: "CreateVpnConnectionsQuotaFull.QuotaFull", kind: ErrQuota, field: "VpnGatewayId", says: words{
		"The VPN gateway ({field}) has as many connections as it can have; delete one, apply for a higher quota, or use another gateway.",
		"VPN 网关（{field}）上的 IPsec 连接数已达上限，请删除不再需要的连接、申请提升配额，或换用其他 VPN 网关。",
	}},
	{code: "DryRunOperation", sentinel: ErrDryRun, field: "DryRun", says: words{
		"The check passed, and nothing was created; to create the connection, send the request without {field}.",
		"预检通过，未创建任何资源，要正式创建连接，请去掉 {field} 后重新发送请求。",
	}},
	{code: forbbidenSubUser, sentinel: ErrForbiddenSubUser, kind: ErrPermission, says: words{
		"Your account was created by another user and has no permission for this resource; ask for it, then try again.",
		"您的账号由其他用户创建，没有操作该资源的权限，请先取得授权再重试。",
	}},
	{code: "Forbidden", sentinel: ErrForbidden, kind: ErrPermission, says: words{
		"Your account has no permission for this resource; check its permissions, or open a ticket with the service.",
		"您的账号没有操作该资源的权限，请检查授权，或提交工单咨询。",
	}},
	{code: "InvalidCustomerGatewayInstanceId.NotFound", sentinel: ErrCustomerGatewayNotFound, kind: ErrNotFound, field: "CustomerGatewayId", says: words{
		"There is no such customer gateway; check {field} and RegionId.",
		"找不到这个用户网关，请检查 {field} 和 RegionId。",
	}},
	{code: "InvalidVpnGatewayInstanceId.NotFound", sentinel: ErrVPNGatewayNotFound, kind: ErrNotFound, field: "VpnGatewayId", says: words{
		"There is no such VPN gateway; check {field} and RegionId.",
		"找不到这个 VPN 网关，请检查 {field} 和 RegionId。",
	}},
}

// further has codes that the API document does not list for this operation, or not with this meaning. The service sends
// them, or its other clients retry on them in this API version.
var further = [...]facts{
	{code: "IdempotentParameterMismatch", sentinel: ErrTokenMismatch, says: words{
		"This ClientToken was used for another request; send that one as it was, or this one with a new ClientToken.",
		"该 ClientToken 已用于另一个请求，请原样重发那个请求，或为本次请求更换 ClientToken。",
	}},
	{code: "LastTokenProcessing", transient: true, says: firstTry}, // comes with HTTP status 403
	{code: "OperationFailed.LastTokenProcessing", transient: true, says: firstTry},
	{code: "SignatureNonceUsed", transient: true, says: words{
		"This call was received before, and the connection may have been created; sign it anew and send the same request again with the same ClientToken.",
		"该调用此前已被接收，连接可能已经创建成功，请重新签名，并使用相同的 ClientToken 原样重发请求。",
	}},
	{code: "TaskConflict", transient: true, says: busy},
	{code: "OperationConflict", transient: true, says: busy},
	{code: "VpnGateway.task.conflict", transient: true, says: busy},
	{code: "Appliance.Configuring", transient: true, says: busy},
	{code: "VpnConnection.Configuring", transient: true, says: busy},
	{code: "SystemBusy", transient: true, says: overloaded},
	{code: "ServiceUnavailable", transient: true, says: overloaded},
	{code: "UnknownError", transient: true, says: failed},
}

// throttled is for every code that contains the word Throttling.
var throttled = facts{transient: true, says: words{
	"There were too many requests; wait a while and send the same request again.",
	"请求过于频繁，请稍后原样重发请求。",
}}

// Texts that several codes share.
var (
	failed = words{
		"The service failed, and the connection may have been created; send the same request again with the same ClientToken.",
		"服务端内部出错，连接可能已经创建成功，请使用相同的 ClientToken 原样重发请求。",
	}
	firstTry = words{
		"An earlier try with this ClientToken is still under way; wait a few seconds and send the same request again with the same ClientToken.",
		"使用该 ClientToken 的上一次请求仍在处理中，请等待几秒后使用相同的 ClientToken 原样重发请求。",
	}
	busy = words{
		"Another change is under way; wait a few seconds and send the same request again.",
		"有其他变更正在进行，请等待几秒后原样重发请求。",
	}
	overloaded = words{
		"The service is busy; wait a few seconds and send the same request again.",
		"服务端繁忙，请等待几秒后原样重发请求。",
	}
)

// blamePrefixes are the prefixes of codes of the kind ErrParameter, documented or not.
var blamePrefixes = [...]string{"MissingParam", "InvalidParameter", "IllegalParam"}

// One code in the spelling of the service, and in the right spelling.
const (
	forbbidenSubUser Code = "Forbbiden.SubUser"
	forbiddenSubUser Code = "Forbidden.SubUser"
)

// asDocumented returns the code in the spelling of the API document.
func (c Code) asDocumented() Code {
	if c == forbiddenSubUser {
		return forbbidenSubUser
	}
	return c
}

// facts returns what is known about a code.
func (c Code) facts() facts {
	f := c.listed()
	for _, prefix := range blamePrefixes {
		if strings.HasPrefix(string(c), prefix) {
			f.kind = ErrParameter
		}
	}
	return f
}

func (c Code) listed() facts {
	c = c.asDocumented()
	for _, table := range [...][]facts{documented[:], further[:]} {
		for i := range table {
			if table[i].code == c {
				return table[i]
			}
		}
	}
	if strings.Contains(string(c), "Throttling") {
		return throttled
	}
	return facts{}
}

// known reports whether f has anything.
func (f facts) known() bool { return f.says != words{} }

// message returns the text of f in a language.
func (f facts) message(lang Language) string {
	return strings.ReplaceAll(f.says[lang], "{field}", f.field)
}
