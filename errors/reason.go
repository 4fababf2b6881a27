package errors

// A reason says in what way a value is wrong. It is a string, not a pointer, so that go-cmp compares two
// errors by their text.
type reason string

func (r reason) Error() string { return string(r) }

// The reasons that a [FieldError] can have, in the order in which the rules of a field are tried: of several that
// apply, the first is reported. Find one with [errors.Is] in a FieldError or in [ValidationErrors].
var (
	// ErrRequired: a required parameter was never set.
	ErrRequired error = reason("required")
	// ErrEmpty: a parameter, or one element of a list, was set to the empty text.
	ErrEmpty error = reason("empty")
	// ErrBadCharacter: the text has a character that is not allowed there, or is not valid UTF-8.
	// FieldError.Part is the first such character.
	ErrBadCharacter error = reason("bad character")
	// ErrTooMany: the list has more than FieldError.Max items.
	ErrTooMany error = reason("too many")
	// ErrTooShort: the text has fewer than FieldError.Min characters, or the key of a derived ClientToken fewer bytes.
	ErrTooShort error = reason("too short")
	// ErrTooLong: the text has more than FieldError.Max characters.
	ErrTooLong error = reason("too long")
	// ErrUnsupportedValue: the text is not one of the documented values, FieldError.Allowed; or it begins with or contains
	// forbidden text, FieldError.Part; or it is the "[hidden]" that stands for a pre-shared key. For "Edition", the
	// edition is unknown.
	ErrUnsupportedValue error = reason("unsupported value")
	// ErrOutOfRange: the number is outside its limits, FieldError.Min to FieldError.Max for a lifetime, or the address is
	// outside the block FieldError.Part.
	ErrOutOfRange error = reason("out of range")
	// ErrFraction: the number is within its range but has a fraction.
	ErrFraction error = reason("not a whole number")
	// ErrBadAddress: the text is not an IPv4 address.
	ErrBadAddress error = reason("bad address")
	// ErrBadCertificate: the text is not one or more certificates in PEM form, with nothing else around them.
	ErrBadCertificate error = reason("bad certificate")
	// ErrNotIPv4: the CIDR block is not IPv4.
	ErrNotIPv4 error = reason("not IPv4")
	// ErrBadCIDR: the text is not a CIDR block.
	ErrBadCIDR error = reason("bad CIDR block")
	// ErrHostBits: the CIDR block has bits set after its prefix length. FieldError.Suggest is the network meant.
	ErrHostBits error = reason("host bits set")
	// ErrDuplicate: the same CIDR block, parameter, member, tag or role was given before. FieldError.Part is the earlier
	// place, where there is one to name.
	ErrDuplicate error = reason("duplicate")
	// ErrConflict: two ways of giving one setting disagree, or two parameters exclude each other. FieldError.Part is the
	// other value, or the name of the other parameter.
	ErrConflict error = reason("conflict")
	// ErrBadType: the value has another type or shape, such as a JSON number where text is wanted.
	ErrBadType error = reason("bad type")
	// ErrUnknownParameter: the edition of the request has no parameter, or member, of this name.
	ErrUnknownParameter error = reason("unknown parameter")
)
