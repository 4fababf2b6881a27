package vpntest

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/ipsec-go/aliyun"
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// maxLatency is the longest delay of an answer: a test that waits longer is wrong.
const maxLatency = time.Minute

// A service handles the calls to a Server and holds its state.
type service struct {
	hurried chan struct{} // closed when answers must not be delayed any more
	once    sync.Once     // for hurried

	mu               sync.Mutex
	edition          aliyun.Edition
	modes            map[string]mode // of VPN gateways; others accept both modes
	vpnGateways      map[string]bool // nil: all are known
	customerGateways map[string]bool // nil: all are known
	quota            int             // negative: none
	latency          time.Duration
	now              func() time.Time
	planned          []plannedSteps

	calls       int
	requests    []vpnconn.Request
	connections []Connection
	byToken     map[string]Connection
	byEnds      map[string]bool // by ends
}

// A mode is how many tunnels the connections of a VPN gateway have. The zero mode allows both.
type mode int

const (
	singleTunnel mode = 1 + iota
	dualTunnel
)

// A step is what happens to one call instead of the usual. The zero step is the usual.
type step struct {
	err  *vpnerrors.APIError // answer this
	drop bool                // do the usual but do not answer
	page int                 // answer as a proxy with this status
}

// plannedSteps is one step, n times.
type plannedSteps struct {
	n    int
	what step
}

func newService() *service {
	return &service{
		hurried: make(chan struct{}),
		edition: aliyun.Edition2019,
		modes:   make(map[string]mode),
		quota:   -1,
		now:     time.Now,
		byToken: make(map[string]Connection),
		byEnds:  make(map[string]bool),
	}
}

func (s *service) apply(opts []Option) {
	s.mu.Lock()
	defer s.mu.Unlock()
	Options(opts...)(s)
}

func (s *service) hurry() { s.once.Do(func() { close(s.hurried) }) }

// ServeHTTP answers one call.
func (s *service) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	number, edition, latency, now := s.arrive()
	call, err := readCall(w, r, edition)
	what := s.take(call.request)
	reply := answer{requestID: fmt.Sprintf("082AD562-B8DB-4BB2-861F-%012X", number), json: call.json, page: what.page, err: err}
	if what.page == 0 {
		if err == nil {
			s.record(call.request)
		}
		switch {
		case what.err != nil:
			reply.err = what.err
		case err == nil:
			reply.connection, reply.err = s.create(call.request, now())
		}
	}
	if s.wait(r, latency); what.drop {
		panic(http.ErrAbortHandler) // net/http then silently closes the connection
	}
	reply.write(w)
}

// arrive counts a call and returns its number and the settings that apply to it.
func (s *service) arrive() (number int, edition aliyun.Edition, latency time.Duration, now func() time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls++
	return s.calls, s.edition, s.latency, s.now
}

// take returns the planned fault of a call, which it spends: for a dry run none. The request of a call that is not well formed
// is zero.
func (s *service) take(r vpnconn.Request) (what step) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if dryRun, _ := r.DryRun(); dryRun || len(s.planned) == 0 {
		return step{}
	}
	next := &s.planned[0]
	what = next.what
	if next.n--; next.n == 0 {
		s.planned = s.planned[1:]
	}
	return what
}

// wait delays an answer while the client waits for it.
func (s *service) wait(r *http.Request, d time.Duration) {
	if d <= 0 {
		return
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-s.hurried:
	case <-r.Context().Done():
	}
}

func (s *service) record(r vpnconn.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = append(s.requests, r)
}

// create makes a connection, or finds the one that the token of r made before. A dry run returns the error that
// creation would return; it makes nothing, and ignores tokens.
func (s *service) create(r vpnconn.Request, now time.Time) (Connection, *vpnerrors.APIError) {
	s.mu.Lock()
	defer s.mu.Unlock()
	token := r.ClientToken()
	dryRun, _ := r.DryRun()
	if made, ok := s.byToken[token]; ok && !dryRun {
		if !made.Request.Equal(r) {
			return Connection{}, refusal("IdempotentParameterMismatch")
		}
		return made, nil
	}
	between := ends(r)
	switch mode := s.modes[r.VPNGatewayID()]; {
	case s.customerGateways != nil && slices.ContainsFunc(customerGateways(r), func(id string) bool { return !s.customerGateways[id] }):
		return Connection{}, refusal("InvalidCustomerGatewayInstanceId.NotFound")
	case s.vpnGateways != nil && !s.vpnGateways[r.VPNGatewayID()]:
		return Connection{}, refusal("InvalidVpnGatewayInstanceId.NotFound")
	case mode == dualTunnel && r.Tunnels() == nil:
		return Connection{}, refusal("MissingParameter.TunnelOptionsSpecification")
	case mode == singleTunnel && r.Tunnels() != nil:
		return Connection{}, invalid(tunnels, "the VPN gateway takes connections with a single tunnel only")
	case s.byEnds[between]:
		return Connection{}, refusal("InvalidVpnConnection.AlreadyExists")
	case s.quota >= 0 && len(s.connections) >= s.quota:
		return Connection{}, refusal("Resource.QuotaFull")
	case dryRun:
		return Connection{}, refusal("DryRunOperation")
	}
	made := Connection{
		ID:         fmt.Sprintf("vco-bp1%018s", strconv.FormatInt(int64(len(s.connections)+1), 36)),
		CreateTime: now.UTC().Truncate(time.Millisecond),
		Request:    r,
	}
	s.connections = append(s.connections, made)
	s.byEnds[between] = true
	if token != "" {
		s.byToken[token] = made
	}
	return made, nil
}

// customerGateways returns the customer gateway of a connection, or those of its tunnels.
func customerGateways(r vpnconn.Request) []string {
	var ids []string
	for _, t := range r.Tunnels() {
		ids = append(ids, t.CustomerGatewayID())
	}
	if ids == nil {
		ids = []string{r.CustomerGatewayID()}
	}
	return ids
}

// ends returns what must be unique to a connection: the gateways, those of two tunnels in any order, and the subnets on
// both sides. None of these contains a space, and no gateway a comma.
func ends(r vpnconn.Request) string {
	customers := customerGateways(r)
	slices.Sort(customers)
	texts := []string{r.VPNGatewayID(), strings.Join(slices.Compact(customers), ",")}
	params := r.Params()
	for _, name := range []string{"LocalSubnet", "RemoteSubnet"} {
		blocks := strings.Split(params[name], ",")
		slices.Sort(blocks)
		texts = append(texts, strings.Join(blocks, ","))
	}
	return strings.Join(texts, " ")
}
