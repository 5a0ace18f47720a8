#!/bin/sh
# Installs the project, with tables of two platforms, and looks for them as users do: by name
# where they were installed, and where ABIDEX_PATH says. Built from a copy of the sources,
# because the tables belong into the source tree and the prefix into the library.
# Usage: install.sh SOURCES MESON LIBC.abx
set -eu

sources=$1
meson=$2
table=$3
failures=0
unset ABIDEX_PATH DESTDIR MESON_EXE_WRAPPER

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
log=$work/log

# expect NAME STATUS WORD COMMAND...: its exit status, and a word that it prints.
expect() {
    name=$1 wanted=$2 word=$3
    shift 3
    status=0
    "$@" >"$work/out" 2>&1 || status=$?
    if [ "$status" -eq "$wanted" ] && grep -q -e "$word" "$work/out"; then
        return
    fi
    echo "FAILED: $name: exit status $status instead of $wanted, or no $word in"
    cat "$work/out"
    failures=$((failures + 1))
}

# owned NUMBER FILE: a table of this platform that tells whose it is.
owned() {
    mkdir -p "${2%/*}"
    { sed '/^$/q' "$table"; echo "const WHOSE i32 $1"; echo '~end'; } >"$2"
}

platform=$(sed -n 's/^platform //p' "$table")
mkdir "$work/source"
(cd "$sources" && tar -c --exclude='./build*' --exclude=./.git --exclude='./bindings/*/*.abx' .) |
    tar -x -C "$work/source"
mkdir -p "$work/source/bindings/$platform" "$work/source/bindings/s390x-linux-gnu"
cp "$table" "$work/source/bindings/$platform/libc.abx"
cp "$sources/tests/command/foreign.abx" "$work/source/bindings/s390x-linux-gnu/foreign.abx"

{
    $meson setup "$work/build" "$work/source" --prefix "$work/prefix" --libdir lib \
        -Dgenerator=disabled -Dverifier=disabled -Dtests=disabled -Ddefault_library=shared &&
        $meson install -C "$work/build"
} >"$log" 2>&1 || { tail -n 30 "$log"; exit 1; }

abidex=$work/prefix/bin/abidex
share=$work/prefix/share/abidex
expect 'table by its name' 0 '^abs(-3) = 3' "$abidex" call libc abs -3
expect 'table of another platform' 2 'no table foreign' "$abidex" call foreign getpid
expect 'where the other one is' 0 foreign.abx ls "$share/s390x-linux-gnu/foreign.abx"
expect 'specs' 0 'spec.h' ls "$share/specs"

owned 1 "$work/flat/libc.abx"
owned 2 "$work/deep/libc.abx"
owned 3 "$work/deep/$platform/libc.abx"
expect 'not in the installed table' 1 WHOSE "$abidex" show libc WHOSE
export ABIDEX_PATH="$work/flat"
expect 'ABIDEX_PATH goes first' 0 'WHOSE 1' "$abidex" show libc WHOSE
export ABIDEX_PATH="$work/none:$work/deep:$work/flat"
expect 'the platform goes first' 0 'WHOSE 3' "$abidex" show libc WHOSE
export ABIDEX_PATH="$work/none"
expect 'the installed one is the last' 0 '^abs(-3) = 3' "$abidex" call libc abs -3
exit $((failures > 0))
