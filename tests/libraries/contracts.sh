#!/bin/sh
# Whether every function of a table says how it fails, or why it does not say.
# Usage: contracts.sh ABIDEX TABLE
set -eu
"$1" list --count --kind fn "$2"
# Exit status 1: there are none without a contract.
"$1" list --without-contract --kind fn "$2" >"$2.untold" || test $? -eq 1
cat "$2.untold"
! grep -v ': ' "$2.untold"
