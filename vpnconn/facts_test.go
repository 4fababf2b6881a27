package vpnconn_test

import (
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/ipsec-go/aliyun"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/vpnconn"
)

// TestMain runs no test if the facts differ from the tables, or if the tests cannot set a parameter: most tests would fail
// without a clear reason.
func TestMain(m *testing.M) {
	var lacks []string
	for _, e := range aliyun.Editions() {
		lacks = append(lacks, factsLack(e)...)
	}
	if lacks == nil {
		lacks = testsLack()
	}
	if lacks != nil {
		fmt.Println(strings.Join(lacks, "\n"))
		os.Exit(1)
	}
	m.Run()
}

// factsLack says where the facts of an edition and its tables differ.
func factsLack(e aliyun.Edition) (list []string) {
	tables, file := "internal/parameters/edition"+e.String()+".go", "vpnconn/vpntest/testdata/parameters-"+e.String()+".json"
	rows := rowsOf(parameters.Of(e), "")
	for _, d := range documentIn(e) {
		row := rows[d.Name]
		delete(rows, d.Name)
		switch {
		case row == nil:
			list = append(list, fmt.Sprintf("%s is in %s and not in %s", d.Name, file, tables))
		case row.Kind == parameters.Enum && !slices.Equal(d.Values, row.Values):
			list = append(list, fmt.Sprintf("%s: the values are %q in %s and %q in %s", d.Name, d.Values, file, row.Values, tables))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(rows)) {
		list = append(list, fmt.Sprintf("%s is in %s and not in %s", name, tables, file))
	}
	return list
}

// rowsOf returns the rows of a tree of tables by their names, with N for the place in a list.
func rowsOf(t *parameters.Table, prefix string) map[string]*parameters.Member {
	rows := make(map[string]*parameters.Member)
	for i := range t.Members {
		m := &t.Members[i]
		rows[prefix+m.Name] = m
		switch m.Kind {
		case parameters.Object:
			maps.Copy(rows, rowsOf(m.Table, prefix+m.Name+"."))
		case parameters.Array:
			maps.Copy(rows, rowsOf(m.Table, prefix+m.Name+".N."))
		}
	}
	return rows
}

// hasField reports whether a struct has a field for a setting, by the tags.
func hasField(of reflect.Type, name string) bool {
	for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice {
		of = of.Elem()
	}
	first, rest, dotted := strings.Cut(strings.Replace(name, ".N.", ".", 1), ".")
	for _, f := range reflect.VisibleFields(of) {
		inJSON, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		inYAML, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if inJSON == first && inYAML == first {
			return !dotted || hasField(f.Type, rest)
		}
	}
	return false
}

// testsLack says which settings have no field in a Spec, or no option or sample in the tests.
func testsLack() (list []string) {
	for _, d := range document {
		if d.isSetting() && options[d.Name] == nil {
			list = append(list, d.Name+": add its option to options in vpnconn/settings_test.go")
		}
	}
	for _, d := range document2025 {
		name := ofConnection(d.Name)
		object, _, _ := strings.Cut(name, ".")
		asWhole := object == "HealthCheckConfig" || object == "BgpConfig" || object == "Tags" || name == "Role" // no option sets it alone
		switch {
		case !d.isSetting():
		case !hasField(reflect.TypeFor[vpnconn.Spec](), d.Name):
			list = append(list, d.Name+": add its field to a struct in vpnconn/spec.go, with both tags")
		case sampleOf(d) == "" && name != "RemoteCaCertificate": // that of the SM gateway
			list = append(list, d.Name+": add its option to only2025, and a sample to samples, in vpnconn/settings_2025_test.go")
		case !asWhole && with2025(name) == nil && d.Type == "boolean":
			list = append(list, d.Name+": add it to booleans in vpnconn/settings_2025_test.go")
		case !asWhole && with2025(name) == nil:
			list = append(list, d.Name+": add its option to only2025 in vpnconn/settings_2025_test.go")
		}
	}
	return list
}
