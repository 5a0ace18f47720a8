#!/bin/sh
# `abidex verify --drift`: a table is made from a header, the header is changed under it, and
# what is told is held against what was done.
# Usage: drift.sh ABIDEX CORNERS.h
case $1 in
/*) abidex=$1 ;;
*) abidex=$PWD/$1 ;;
esac
corners=$2
failures=0

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
mkdir "$work/include" "$work/tmp"
cd "$work" || exit 99
export TMPDIR="$work/tmp" LC_ALL=C TERM=dumb

# expect WHAT STATUS TEXT OPTION…: of verify --drift.
expect() {
    what=$1 wanted=$2 text=$3
    shift 3
    "$abidex" verify --drift "$@" >out 2>&1
    got=$?
    if [ $got -ne "$wanted" ] || ! grep -qF -- "$text" out; then
        echo "FAILED: $what: exit status $got, not $wanted, or not \"$text\":"
        cat out
        failures=$((failures + 1))
    fi
    if [ "$(ls tmp)" ]; then
        echo "FAILED: $what: left $(ls tmp) behind"
        failures=$((failures + 1))
        rm -rf tmp/*
    fi
}

header() {
    cat >things.h <<EOT
#include <inner.h>
struct thing { int first; $1 };
int getpid(void);
EOT
}

echo 'typedef WIDTH width_t;' >include/inner.h
header 'width_t second;'
"$abidex" gen things.h --library libc.so.6 -DWIDTH=long -Iinclude -o things.abx || exit 99

none='0 added, 0 removed, 0 changed; 0 break callers'
expect 'nothing changed' 0 "$none" things.abx
expect 'the same headers' 0 'the headers are those from which the table was made' things.abx
expect 'a named compiler' 0 "$none" --cc cc things.abx
expect 'no compiler' 2 'no-such-cc' --cc no-such-cc things.abx
expect 'JSON' 0 '"changes": []' --json things.abx
# What the table is named is found beside it.
mkdir elsewhere
cp things.abx things.h elsewhere
(cd elsewhere && sed -i 's/-Iinclude/-I..\/include/' things.abx)
cd elsewhere || exit 99
mkdir tmp
expect 'another folder' 0 "$none" things.abx
cd .. || exit 99
sed "s/-Iinclude/-isystem$(pwd | sed 's/\//\\\//g')\/include/" things.abx >system.abx
expect 'a folder of the system' 0 "$none" system.abx

header 'width_t second; int third;'
expect 'a member came' 1 'things.abx:' things.abx
grep -q 'struct thing: member third added at 16: i32' out || failures=$((failures + 1))
expect 'only what breaks' 1 'breaks: struct thing: size 24, was 16' --quiet things.abx
grep -q ' added' out && failures=$((failures + 1))
header 'width_t second;'
echo 'int getppid(void);' >>things.h
expect 'a function came' 0 'things.h: fn getppid: added' things.abx
header 'width_t second;'
sed -i '/getpid/d' things.h
expect 'a function went' 1 'breaks: fn getpid: removed' things.abx
sed 's/^struct thing {/struct thing2 {/' things.h >others.h
expect 'another source' 1 'breaks: struct thing: removed' --source others.h things.abx
echo 'typedef short width_t;' >include/inner.h
expect 'an included header changed' 1 'typedef width_t: stands for i16, was i64' things.abx

echo '#error gone' >include/inner.h
expect 'headers that are damaged' 2 'cannot be generated anew' things.abx
rm things.h
expect 'headers that are gone' 2 'cannot be generated anew' things.abx
grep -v '^source' things.abx >nameless.abx
expect 'no source' 2 'names no source' nameless.abx
sed 's/^source .*/source -otaken/' things.abx >option.abx
expect 'a source that is an option' 2 'is an option' option.abx
sed 's/^flag -D.*/flag -fplugin=x.so/' things.abx >plugin.abx
expect 'a flag that is none' 2 'is none of -D' plugin.abx
sed 's/^flag -I.*/&\nselect sometimes/' things.abx >select.abx
expect 'a selection that is none' 2 'select sometimes is none of' select.abx
sed 's/^platform .*/platform nowhere-none/' things.abx >foreign.abx
expect 'another platform' 2 'the table is for nowhere-none' foreign.abx
expect 'recording' 2 'proves nothing' --record things.abx
expect 'leaving out' 2 'proves nothing' --omit-wrong things.abx
# What a proof left out is no drift: the generator asks no compiler.
"$abidex" gen "$corners" -o corners.abx || failures=$((failures + 1))
"$abidex" verify --omit-wrong --cc gcc corners.abx >out 2>&1 || failures=$((failures + 1))
grep -q ' by gcc ' corners.abx || failures=$((failures + 1))
expect 'what was left out' 0 '0 added, 0 removed, 0 changed' corners.abx
sed 's/^\(omit .* by gcc .*\|omit [gt][a-z]*s_.*has a type that is left out\)$/\1; is empty in unit 2/' corners.abx >joined.abx
cmp -s corners.abx joined.abx && failures=$((failures + 1))
expect 'joined reasons' 0 '0 added, 0 removed, 0 changed' joined.abx
grep -v '^omit typedef_bits \|^struct typedef_bits ' corners.abx >fewer.abx
expect 'what is not there at all' 0 'struct typedef_bits: added' fewer.abx

# A macro names a member of two structs, and one of them goes.
cat >member.h <<EOT
struct a { int d_ino; };
struct b { int d_ino; };
#define d_fileno d_ino
int getpid(struct b *p);
int getppid(struct a *p);
EOT
"$abidex" gen member.h --library libc.so.6 -o member.abx || failures=$((failures + 1))
grep -q '^member d_fileno d_ino struct a; struct b$' member.abx || failures=$((failures + 1))
sed -i '/^struct b/d; s/struct b \*p/void *p/' member.h
expect 'a struct with an aliased member went' 1 'breaks: struct b: removed' member.abx
grep -q 'breaks: member d_fileno: is d_ino struct a, was' out || failures=$((failures + 1))

expect 'no table' 2 'No such file' no-such.abx

[ $failures -eq 0 ]
