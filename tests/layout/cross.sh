#!/bin/sh
# Proves the tables of cross.h with a compiler that has their targets: another byte order, 32
# bits, relocations without addend, a long double that this machine does not have. Then one
# value of each is changed, which must be found.
# Usage: cross.sh ABIDEX DIRECTORY CLANG
abidex=$1
directory=$2
clang=$3
failures=0

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

# expect STATUS TABLE ARCHITECTURE
expect() {
    "$abidex" verify --cc "$clang --target=$3-linux-gnu" --source "$directory/cross.h" "$2" \
        >"$work/out" 2>&1
    status=$?
    [ $status -eq "$1" ] && return
    echo "FAILED: $2: exit status $status, not $1"
    cat "$work/out"
    failures=$((failures + 1))
}

for architecture in s390x i686 powerpc64le; do
    echo 'int x;' | "$clang" --target=$architecture-linux-gnu -c -x c -o "$work/x.o" - \
        2>/dev/null || exit 77
    expect 0 "$directory/cross-$architecture.abx" $architecture
    for script in 's/0\.3:5/0.3:4/' 's/u{20ac}/u{20ad}/' 's/0x1\.8p+0/0x1.cp+0/' \
        's/=renamed/=other/' 's/i32 -5/i32 -6/' 's/^char /&un/;s/ununsigned/signed/'; do
        sed "$script" "$directory/cross-$architecture.abx" >"$work/broken.abx"
        expect 1 "$work/broken.abx" $architecture
    done
done
[ $failures -eq 0 ]
