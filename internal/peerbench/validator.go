package main

import "github.com/go-playground/validator/v10"

// newValidator returns a validator as its users have one: made once, since it keeps what it learns about a struct.
func newValidator() *validator.Validate {
	return validator.New(validator.WithRequiredStructEnabled())
}
