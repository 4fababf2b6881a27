package parameters

// NewTable makes tables with names that no edition has.
var NewTable = newTable
