#!/bin/sh
# Installs the project, with tables of two platforms, and looks for them as users do: by name
# where they were installed, and where ABIDEX_PATH says, with the command and from each host. Built
# from a copy of the sources, because the tables belong into the source tree and the prefix into the
# library.
# Usage: install.sh SOURCES MESON LIBC.abx [PYTHON|VERSION:LUA]...
set -eu

sources=$1
meson=$2
table=$3
. "$sources/tests/install/lib.sh"
shift 3

# owned NUMBER FILE: a table of this platform that tells whose it is.
owned() {
    mkdir -p "${2%/*}"
    { sed '/^$/q' "$table"; echo "const WHOSE i32 $1"; echo '~end'; } >"$2"
}

# looked_for PYTHON: what Meson would install below the prefix where that Python itself looks first, does
# it import from there? Configured where there is no LLVM.
looked_for() {
    below=$("$1" -Ic "import site; print(site.getsitepackages()[0].rpartition('/lib')[0])")
    expect "without LLVM, for $1" 0 'generator (libclang) *: *no' "$meson" setup "$work/bare" "$work/source" \
        --prefix "$below" -Dpython_program="$1" -Dllvm_prefix="$work/none" -Dverifier=disabled -Dtests=disabled
    "$meson" introspect --installed "$work/bare" >"$work/installed"
    expect "where $1 looks" 0 '^found' "$1" -Ic "
import json, sys
files = json.load(open('$work/installed')).values()
folders = {file.rpartition('/abidex/')[0] for file in files if '/abidex/_' in file or '/abidex/libc.py' in file}
assert len(folders) == 1 and folders <= set(sys.path), folders
print('found')"
}

copy_sources
quietly "$meson" setup "$work/build" "$work/source" --prefix "$work/prefix" --libdir lib \
    -Dgenerator=disabled -Dverifier=disabled -Dtests=disabled -Ddefault_library=shared
quietly "$meson" install -C "$work/build"

abidex=$work/prefix/bin/abidex
share=$work/prefix/share/abidex
expect 'table by its name' 0 '^abs(-3) = 3' "$abidex" call libc abs -3
expect 'table of another platform' 2 'no table foreign' "$abidex" call foreign getpid
expect 'where the other one is' 0 foreign.abx ls "$share/s390x-linux-gnu/foreign.abx"
expect 'specs' 0 'spec.h' ls "$share/specs"
for host; do
    case $host in
    *:*)
        lua=${host#*:}
        expect "$lua" 0 '^3$' env LUA_CPATH="$work/prefix/lib/lua/${host%%:*}/?.so" "$lua" -e \
            "print(require('abidex').open('libc').abs(-3))"
        ;;
    *)
        looked_for "$host"
        package=$(find "$work/prefix/lib" -path '*-packages/abidex')
        expect "$host" 0 '^3$' env PYTHONPATH="${package%/*}" "$host" -Bc \
            'from abidex.libc import abs; print(abs(-3))'
        ;;
    esac
done

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
