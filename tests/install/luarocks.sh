#!/bin/sh
# Has LuaRocks make and install the module for one Lua, as users do, and requires it from there.
# Usage: luarocks.sh SOURCES LIBC.abx LUAROCKS VERSION LUA
set -eu

sources=$1
table=$2
luarocks=$3
version=$4
lua=$5
. "$sources/tests/install/lib.sh"

rocks() {
    "$luarocks" --lua-version "$version" --tree "$work/tree" "$@"
}

copy_sources
cd "$work/source"
quietly rocks make --no-doc
rock=$work/tree/lib/luarocks/rocks-$version/abidex/0.1-1
expect 'the tables of this platform alone' 0 "^$platform\$" ls "$rock/tables"
expect 'no other platform' 1 '^$' sh -c "echo; ls '$rock/tables' | grep -v '^$platform\$'"
cd "$work"
rm -rf source
eval "$(rocks path)"
expect 'calls' 0 '^3$' "$lua" -e "print(require('abidex').open('libc').abs(-3))"
expect 'of the project' 0 "^$(sed -n "s/^ *version: '\(.*\)',/\1/p" "$sources/meson.build")\$" \
    "$lua" -e "print(require('abidex')._VERSION)"
expect 'removed' 0 'Removal successful' rocks remove abidex
exit $((failures > 0))
