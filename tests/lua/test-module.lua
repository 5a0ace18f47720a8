-- What the module has besides tables.
local abidex = require "abidex"

assert(abidex._VERSION:match "^%d+%.%d+%.%d+$")
assert(abidex.platform:match "^[^-]+%-[^-]+%-")
