#!/bin/sh
# Proves the table of input.h, then breaks it in every way of break.cases: `verify` must answer 1
# each time, and every message must be about the declaration that was broken.
# Usage: break.sh ABIDEX DIRECTORY COMPILER
abidex=$(realpath "$1") # Meson gives a path relative to the build folder
directory=$2
compiler=$3
failures=0

case $("$compiler" -dumpmachine) in
x86_64-*linux-gnu) ;;
*) exit 77 ;;
esac

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
mkdir "$work/tmp" "$work/table"
cp "$directory/input.h" "$directory/input.abx" "$work/table"
TMPDIR=$work/tmp
export TMPDIR
cd "$work/table" || exit 99

fail() {
    echo "FAILED: $1"
    sed 's/^/    /' "$work/out"
    failures=$((failures + 1))
}

# status EXPECTED NAME ARGUMENT…
status() {
    expected=$1
    name=$2
    shift 2
    "$abidex" verify --cc "$compiler" "$@" >"$work/out" 2>&1
    got=$?
    [ $got -eq "$expected" ] || fail "$name: exit status $got, not $expected"
    [ -z "$(ls "$TMPDIR")" ] || fail "$name: temporary files are left behind"
}

# says NAME EXPRESSION
says() {
    grep -Eq -- "$2" "$work/out" || fail "$1: nothing says /$2/"
}

n=0
while IFS= read -r line; do
    case $line in '#'*) continue ;; esac
    name=${line%% | *}
    rest=${line#* | }
    script=${rest%% | *}
    message=${rest#* | }
    sed "$script" "$directory/input.abx" >broken.abx
    cmp -s broken.abx "$directory/input.abx" && fail "$name: the script changes nothing"
    status 1 "$name" --quiet broken.abx
    says "$name" "$message"
    grep -Ev -- "$message" "$work/out" >"$work/other" && fail "$name: says more"
    n=$((n + 1))
done <"$directory/break.cases"
[ $n -ge 10 ] || fail "only $n cases were read"

status 0 "the whole table" input.abx
says "the whole table" '^[0-9]+ facts proven by [a-z]+ [0-9.]+ \(.*\), 0 wrong, 0 excused$'
status 0 "JSON" --json input.abx
says "JSON" '"wrong": 0'

status 0 "record" --record input.abx
says "record" '^4[0-9][0-9] facts proven'
grep -Eq '^verified 4[0-9]+ [a-z]+ [0-9.]+ ' input.abx || fail "record: no line in the header"
cp input.abx once.abx
status 0 "record again" --record input.abx
cmp -s input.abx once.abx || fail "record again: the table differs"
grep -v '^verified ' input.abx | cmp -s - "$directory/input.abx" ||
    fail "record: more than its line has changed"
sed 's/^const LAYOUT_INT i32 -42/const LAYOUT_INT i32 -43/' "$directory/input.abx" >broken.abx
status 1 "record what is wrong" --record broken.abx
grep -v '^verified ' input.abx | sed 's/^const LAYOUT_INT i32 -42/const LAYOUT_INT i32 -43/' |
    cmp -s - broken.abx || fail "record what is wrong: it still says verified, or more has changed"
cp broken.abx before.abx
status 1 "record again what is wrong" --record broken.abx
cmp -s broken.abx before.abx || fail "record again what is wrong: the table differs"

status 2 "no table" missing.abx
says "no table" 'missing.abx'
status 2 "no compiler" --cc "$work/no-such-cc" input.abx
says "no compiler" 'no-such-cc.*No such file'
status 2 "no compiler but a program" --cc true input.abx
says "no compiler but a program" 'true is not a compiler'
status 2 "no compiler but a failure" --cc false input.abx
says "no compiler but a failure" 'false .* ended with status 1'
status 2 "no source" --source no-such.h input.abx
says "no source" 'no-such.h.*No such file'
echo 'int broken = ;' >broken.h
status 2 "broken source" --source broken.h input.abx
says "broken source" 'broken.h:1:.*error: '
sed 's/^platform x86_64-linux-gnu/platform aarch64-linux-gnu/' input.abx >other.abx
status 2 "another platform" other.abx
says "another platform" 'aarch64-linux-gnu.*x86_64'
status 2 "not a table" input.h
for flag in -fplugin=./evil.so -include -B. @options -I; do
    sed "s|^flag .*|&\nflag $flag|" "$directory/input.abx" >other.abx
    status 2 "flag $flag" other.abx
    says "flag $flag" 'its header is damaged: the flag'
done
sed 's|^flag .*|&\nflag -I.\nflag -isystem.\nflag -ULAYOUT_X\nflag -DLAYOUT_Y|' "$directory/input.abx" >other.abx
status 0 "flags that are allowed" other.abx

if [ -c /dev/full ]; then
    "$abidex" verify --cc "$compiler" input.abx >/dev/full 2>"$work/out"
    [ $? -eq 2 ] || fail "output that cannot be written: the exit status is not 2"
    says "output that cannot be written" 'No space left'
fi

# Several headers, the second of which needs the first; an option with a blank in it.
echo 'typedef int layout_first;' >first.h
printf '%s\n' 'typedef layout_first layout_next;' '#ifdef SUM' '#define LAYOUT_SUM (SUM)' '#endif' >next.h
{
    sed '/^$/q; /^\(source\|units\|library\|verified\) /d' input.abx | sed '$d'
    printf '%s\n' 'source first.h' 'source next.h' 'flag -DSUM=1 + 2' ''
    printf '%s\n' 'const LAYOUT_SUM i32 3' 'typedef layout_first i32' \
        'typedef layout_next layout_first' '~end'
} >several.abx
status 0 "several headers" several.abx
sed '/^source first.h/{h;d};/^source next.h/G' several.abx >turned.abx
status 2 "several headers, turned around" turned.abx
says "several headers, turned around" 'next.h:1:.*layout_first'

echo "$n ways to break the table, $failures failures"
[ $failures -eq 0 ]
