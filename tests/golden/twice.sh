#!/bin/sh
# Two runs give the same bytes, even when the process is laid out otherwise in memory.
# Usage: twice.sh ABIDEX SPEC
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
"$1" gen "$2" -o "$tmp/one.abx"
env PADDING="$(printf '%5000s' x)" "$1" gen "$2" -o "$tmp/two.abx"
cmp "$tmp/one.abx" "$tmp/two.abx"
