package main

import "github.com/go-playground/validator/v10"

// newValidator returns a validator as users have one: created once, since it caches what it learns about a struct.
func newValidator() *validator.Validate {
	return validator.New(validator.WithRequiredStructEnabled())
}
