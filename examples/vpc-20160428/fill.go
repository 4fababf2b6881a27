package main

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	vpc "github.com/alibabacloud-go/vpc-20160428/v6/client"
)

// fill returns the SDK's request with the parameters of a Request. Do not print it: it shows the keys.
//
// The fields of the SDK have the names of the parameters. A name with dots leads into a list or another struct, such as
// TunnelOptionsSpecification.1.TunnelIkeConfig.Psk. So no setting can be forgotten here, and one that this version of
// the SDK does not have is an error.
func fill(params map[string]string) (*vpc.CreateVpnConnectionRequest, error) {
	filled := new(vpc.CreateVpnConnectionRequest)
	for name, value := range params {
		if name == "Action" { // which is the method of the client
			continue
		}
		if err := set(reflect.ValueOf(filled), name, value); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return filled, nil
}

// set sets v, or what name leads to in v, and allocates what is missing on the way.
func set(v reflect.Value, name, value string) error {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		v = v.Elem()
	}
	first, rest, _ := strings.Cut(name, ".")
	switch kind := v.Kind(); {
	case kind == reflect.Struct:
		if field := v.FieldByName(first); field.IsValid() {
			return set(field, rest, value)
		}
	case kind == reflect.Slice:
		if n, err := strconv.Atoi(first); err == nil && n > 0 {
			for v.Len() < n {
				v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
			}
			return set(v.Index(n-1), rest, value)
		}
	case name != "": // the name goes on, but v has no members
	case kind == reflect.String:
		v.SetString(value)
		return nil
	case kind == reflect.Bool:
		v.SetBool(value == "true")
		return nil
	case v.CanInt():
		n, err := strconv.ParseInt(value, 10, 64)
		v.SetInt(n)
		return err
	}
	return errors.New("not in this version of the SDK: raise vpc-20160428 in go.mod")
}
