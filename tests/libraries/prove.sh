#!/bin/sh
# Proves every fact of a table, checks it against the system, and says what it holds.
# Usage: prove.sh ABIDEX TABLE COMPILER
set -eu
"$1" list --count "$2"
"$1" verify --cc "$3" "$2" | tee "$2.proof"
"$1" check "$2"
# A proof that excuses something, or proves nothing, is none.
grep -Eq '^[1-9][0-9]* facts proven by .*, 0 wrong, 0 excused$' "$2.proof"
