#!/bin/sh
# Makes a table of windows.h for a compiler's platform and has it proven, from a COFF object and
# import libraries; then plants in it each mistake of windows.cases, which must be found.
# Usage: windows.sh ABIDEX DIRECTORY COMPILER
abidex=$(realpath "$1") # Meson gives a path relative to the build folder
directory=$(realpath "$2")
compiler=$3
failures=0

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 99
cp "$directory/windows.h" .
architecture=$("$compiler" -dumpmachine)
architecture=${architecture%%-*}

fail() {
    echo "FAILED: $1"
    head -n 20 out
    failures=$((failures + 1))
}

# status EXPECTED NAME OPTION…
status() {
    expected=$1
    name=$2
    shift 2
    "$abidex" verify --cc "$compiler" "$@" >out 2>&1
    got=$?
    [ $got -eq "$expected" ] || fail "$name: exit status $got, not $expected"
}

"$abidex" gen --cc "$compiler" --library kernel32.dll --library msvcrt.dll windows.h \
    -o windows.abx >out 2>&1 || fail 'no table'
status 0 'the whole table' windows.abx
grep -Eq '^2[0-9][0-9] facts proven by gcc .*-w64-mingw32\), 0 wrong, 0 excused$' out ||
    fail 'the whole table: not all is proven'
cp windows.abx right.abx

n=0
while IFS= read -r line; do
    case $line in '#'*) continue ;; esac
    machine=${line%% | *}
    rest=${line#* | }
    name=${rest%% | *}
    rest=${rest#* | }
    script=${rest%% | *}
    message=${rest#* | }
    case $machine in all | "$architecture") ;; *) continue ;; esac
    sed "$script" right.abx >broken.abx
    cmp -s broken.abx right.abx && fail "$name: the script changes nothing"
    status 1 "$name" --quiet broken.abx
    grep -Eq -- "$message" out || fail "$name: nothing says /$message/"
    n=$((n + 1))
done <"$directory/windows.cases"
[ $n -ge 25 ] || fail "only $n cases were read"

# An inline function that does more than its namesake in the DLL is another one.
while IFS='|' read -r function old new; do
    sed -i "s/return $old;/return $new;/" windows.h
    cmp -s "$directory/windows.h" windows.h && fail "$new: nothing is changed"
    status 1 "$new" right.abx
    grep -q "fn $function: symbol _$function in the table, one defined in the header by gcc" \
        out || fail "$new: an inline function is believed to be what it is called"
    "$abidex" gen --cc "$compiler" --library kernel32.dll --library msvcrt.dll windows.h \
        -o own.abx >out 2>&1 || fail "$new: no table"
    grep -q "^omit $function is a static inline function: no library has it" own.abx ||
        fail "$new: the generator believes it"
    cp "$directory/windows.h" .
done <<'BODIES'
getpid|_getpid()|_getpid() + (int)GetLastError()
getpid|_getpid()|_getpid() + 1
getpid|_getpid()|-_getpid()
getpid|_getpid()|(short)_getpid()
getpid|_getpid()|7
dup2|_dup2(from, to)|_dup2(to, from)
dup2|_dup2(from, to)|_dup2(from, 2)
dup2|_dup2(from, to)|_dup2(from, to + 1)
dup2|_dup2(from, to)|_dup2(from, to) + _dup2(from, to)
BODIES

# What two compilers see differently is left out; what is proven is recorded, and does not drift.
sed 's/^struct windows_packed 22 2/struct windows_packed 24 2/' right.abx >windows.abx
status 0 'left out' --omit-wrong windows.abx
grep -Eqx 'omit windows_packed size 24 here, 22 by gcc .*' windows.abx || fail 'nothing is left out'
cp right.abx windows.abx
status 0 'recorded' --record windows.abx
grep -Eq '^verified 2[0-9][0-9] gcc .*-w64-mingw32' windows.abx || fail 'it is not recorded'
status 0 'drift' --drift windows.abx
sed -i 's/define WINDOWS_LONGER 0x1/define WINDOWS_LONGER 0x2/' windows.h
status 1 'drift of a constant' --drift windows.abx
grep -q WINDOWS_LONGER out || fail 'drift: it does not say what has changed'
cp "$directory/windows.h" .

# The compiler is found by the table's platform; libraries that cannot be read are told.
PATH=$(dirname "$compiler"):$PATH "$abidex" verify right.abx >out 2>&1 ||
    fail 'it does not find the compiler of the platform'
mkdir lib
for content in '!<arch>' 'no library' ''; do
    printf '%s\n' "$content" >lib/libkernel32.a
    sed "s|^headers |flag -L$work/lib\n&|" right.abx >broken.abx
    status 2 "a library of '$content'" broken.abx
    grep -q 'cannot read .*libkernel32.a: ' out || fail "a library of '$content' is not refused"
done

echo "$n mistakes planted, $failures failures"
[ $failures -eq 0 ]
