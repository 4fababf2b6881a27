package parameters

// NewTable makes tables of names that no edition has.
var NewTable = newTable
