#!/bin/sh
# Makes this machine's table with tools/regenerate, then holds it against what the same headers
# give: as it is, after an edit, and as if it came from other headers.
# Usage: regenerate.sh ABIDEX SOURCE-ROOT TARGET
ABIDEX=$(realpath "$1")
export ABIDEX
regenerate=$2/tools/regenerate
target=$3
failures=0

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

fail() {
    echo "FAILED: $1"
    cat "$work/out"
    failures=$((failures + 1))
}

# run EXPECTED PATTERN OPTION…
run() {
    expected=$1
    pattern=$2
    shift 2
    "$regenerate" "$@" >"$work/out" 2>&1
    got=$?
    [ $got -eq "$expected" ] || fail "$*: exit status $got, not $expected"
    grep -Eq "$pattern" "$work/out" || fail "$*: it does not say: $pattern"
}

run 1 "there is no $work" --check --into "$work" "$target"
run 0 "^$target: .*libc.abx: [0-9]+ declarations, [0-9]+ functions, [0-9]+ facts proven, [0-9.]+ s$" \
    --into "$work" "$target"
table=$(find "$work" -name libc.abx)
grep -Eq '^verified [0-9]+ gcc [0-9.]+ ' "$table" || fail 'the table is not proven'
cp "$table" "$work/kept"

sed -i 's/^\(verified [0-9]* gcc\) [0-9.]*/\1 99.1/' "$table"
run 0 '^1 as they are, 0 different, 0 not compared$' --check --into "$work" "$target"
sed 's/^const EPOLLET .*/const EPOLLET u32 7/' "$work/kept" >"$table"
run 1 '^0 as they are, 1 different, 0 not compared$' --check --into "$work" "$target"
sed 's/^const EPOLLET .*/const EPOLLET u32 7/;s/^headers .*/headers 1 0123456789abcdef/' \
    "$work/kept" >"$table"
cp "$table" "$work/other"
run 2 'not compared: it was made from other headers \(1 0123456789abcdef\)' \
    --check --into "$work" "$target"
cmp -s "$table" "$work/other" || fail '--check writes'
run 2 'no-such is no target' --check no-such
run 2 'unknown option' --other
[ $failures -eq 0 ]
