package parameters

// A Kind is the kind of a value: which rule it follows, how it is stored, read and sent, and how an error says what is
// wanted.
type Kind uint8

// The kinds of value.
const (
	Operation   Kind = iota // the name of the operation
	Identifier              // printable ASCII with no space, comma or quote
	ASCII                   // printable ASCII
	LetterName              // a letter or a Chinese character, then also digits, '.', '_' and '-'
	Text                    // no control characters
	Word                    // no control characters and no white space
	Secret                  // Text that must not show
	ASCIISecret             // printable ASCII without space, '"' and '\' that must not show
	Enum                    // one of Values
	Boolean                 // true or false
	Lifetime                // whole seconds
	Count                   // a whole number of Min or more
	ASN                     // a 32-bit AS number
	Address                 // an IPv4 address
	Link                    // an IPv4 CIDR block for the two ends of a tunnel
	Blocks                  // IPv4 CIDR blocks joined by commas
	Certificate             // PEM blocks of certificates
	Object                  // a nested table
	Array                   // a list of objects
)

// IsHidden reports whether errors leave out a value: a key, or a certificate, which may be a private key by mistake.
func (k Kind) IsHidden() bool { return k == Secret || k == ASCIISecret || k == Certificate }

// IsSecret reports whether a value is a pre-shared key.
func (k Kind) IsSecret() bool { return k == Secret || k == ASCIISecret }

// IsNumber reports whether a value is stored as a number.
func (k Kind) IsNumber() bool { return k == Lifetime || k == Count || k == ASN }
