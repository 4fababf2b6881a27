package rules_test

import (
	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/internal/parameters"
	"github.com/ipsec-go/aliyun/internal/rules"
)

// rowOf returns the row of a parameter called F, of a kind and with limits.
func rowOf(kind parameters.Kind, least, most int) *parameters.Member {
	return &parameters.Member{Name: "F", Kind: kind, Min: least, Max: most}
}

func blocks(list string) vpnerrors.ValidationErrors {
	return rules.Text(rowOf(parameters.Blocks, 0, 0), list)
}

func enum(text string, allowed []string) vpnerrors.ValidationErrors {
	return rules.Text(&parameters.Member{Name: "F", Kind: parameters.Enum, Values: allowed}, text)
}

// maxLifetime is the documented maximum in seconds.
const maxLifetime = 86400

func lifetime(s rules.Seconds) vpnerrors.ValidationErrors {
	return rules.Number(rowOf(parameters.Lifetime, 0, maxLifetime), s)
}

// parseLifetime reads a number and checks it. With an error it returns no value.
func parseLifetime(number string) (rules.Seconds, vpnerrors.ValidationErrors) {
	s := rules.ParseNumber(number)
	if errs := rules.Parsed(rowOf(parameters.Lifetime, 0, maxLifetime), s, number); errs != nil {
		return rules.Seconds{}, errs
	}
	return s, nil
}
