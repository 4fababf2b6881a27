package vpnconn

import (
	"fmt"
	"io"
	"log/slog"
	"reflect"

	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/tree"
)

// String returns what is set on one line, the pre-shared keys hidden.
func (s Spec) String() string { return tree.Print("vpnconn.Spec", fields(s.node())) }

// GoString returns the same as [Spec.String], for %#v.
func (s Spec) GoString() string { return s.String() }

// Format writes what [Spec.String] returns, whatever the verb.
func (s Spec) Format(f fmt.State, _ rune) { io.WriteString(f, s.String()) }

// LogValue returns what is set as a group, the pre-shared keys hidden.
func (s Spec) LogValue() slog.Value {
	n := s.node()
	return tree.LogValue(shownBy(n), n)
}

// String returns what is set on one line, the pre-shared key hidden.
func (s IKESpec) String() string { return printed("vpnconn.IKESpec", ikeTable(), s) }

// GoString returns the same as [IKESpec.String], for %#v.
func (s IKESpec) GoString() string { return s.String() }

// Format writes what [IKESpec.String] returns, whatever the verb.
func (s IKESpec) Format(f fmt.State, _ rune) { io.WriteString(f, s.String()) }

// LogValue returns what is set as a group, the pre-shared key hidden.
func (s IKESpec) LogValue() slog.Value { return logged(ikeTable(), s) }

// String returns what is set on one line.
func (s IPsecSpec) String() string { return printed("vpnconn.IPsecSpec", ipsecTable(), s) }

// GoString returns the same as [IPsecSpec.String], for %#v.
func (s IPsecSpec) GoString() string { return s.String() }

// Format writes what [IPsecSpec.String] returns, whatever the verb.
func (s IPsecSpec) Format(f fmt.State, _ rune) { io.WriteString(f, s.String()) }

// LogValue returns what is set as a group.
func (s IPsecSpec) LogValue() slog.Value { return logged(ipsecTable(), s) }

// String returns what is set on one line, the pre-shared key hidden.
func (s TunnelSpec) String() string { return printed("vpnconn.TunnelSpec", tunnelTable(), s) }

// GoString returns the same as [TunnelSpec.String], for %#v.
func (s TunnelSpec) GoString() string { return s.String() }

// Format writes what [TunnelSpec.String] returns, whatever the verb.
func (s TunnelSpec) Format(f fmt.State, _ rune) { io.WriteString(f, s.String()) }

// LogValue returns what is set as a group, the pre-shared key hidden.
func (s TunnelSpec) LogValue() slog.Value { return logged(tunnelTable(), s) }

func ikeTable() *parameters.Table   { return parameters.Every().Member(parameters.IKE).Table }
func ipsecTable() *parameters.Table { return parameters.Every().Member(parameters.IPsec).Table }

// printed returns a struct of a Spec on one line.
func printed(typeName string, t *parameters.Table, s any) string {
	return tree.Print(typeName, tree.Shown(t, nodeOf(reflect.ValueOf(s))))
}

// logged returns a struct of a Spec as a group.
func logged(t *parameters.Table, s any) slog.Value {
	return tree.LogValue(t, nodeOf(reflect.ValueOf(s)))
}
