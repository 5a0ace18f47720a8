#!/bin/sh
# Makes a table of corners.h for a compiler's platform. What the compiler sees differently must
# be found, then left out with both answers, together with what depends on it by value, and the
# rest of the table stay and be proven. A table that is wrong in another way stays as it is.
# Usage: corners.sh ABIDEX DIRECTORY COMPILER
abidex=$1
directory=$2
compiler=$3
failures=0

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
table=$work/corners.abx

fail() {
    echo "FAILED: $1"
    [ -f "$work/out" ] && head -n 20 "$work/out"
    failures=$((failures + 1))
}

# status EXPECTED NAME OPTION…
status() {
    expected=$1
    name=$2
    shift 2
    "$abidex" verify --cc "$compiler" "$@" >"$work/out" 2>&1
    got=$?
    [ $got -eq "$expected" ] || fail "$name: exit status $got, not $expected"
}

# has PATTERN: a line of the table.
has() {
    grep -Eqx "$1" "$table" || fail "no line $1"
}

lacks() {
    ! grep -Eq "$1" "$table" || fail "a line $1"
}

"$abidex" gen --cc "$compiler" "$directory/corners.h" -o "$table" 2>"$work/out" ||
    fail 'no table'
cp "$table" "$work/before.abx"
status 1 'corners' "$table"
cmp -s "$table" "$work/before.abx" || fail 'verify changes the table'

# Bit-fields of aligned types are where gcc and libclang part.
status 0 'left out' --omit-wrong "$table"
grep -Eq '^[0-9]+ lines left out$' "$work/out" || fail 'it does not say how many lines'
has 'omit typedef_bits size [0-9]+ here, [0-9]+ by gcc [0-9.]+'
has 'omit CORNER_SIZE value [0-9]+ here, [0-9]+ by gcc [0-9.]+'
has 'omit uses_enum has a type that is left out' # by gen: its enumeration is aligned
has 'omit s size [0-9]+ here, [0-9]+ by gcc [0-9.]+'
has 'omit holds_holder size .*'
has 'omit takes_corner has a type that is left out'
has 'omit takes_unnamed has a type that is left out'
has 'omit gives_corner has a type that is left out'
has 'omit gives_named has a type that is left out'
has 'omit corner_variable .*'
has 'struct typedef_bits incomplete'
has 'struct holds_holder incomplete'
has 'struct points_to_corner .*[*]struct typedef_bits corner; .*'
has 'fn takes_pointer i32.*'
has 'fn takes_callback i32.*'
has 'var corner_pointer [*]struct typedef_bits'
has 'fn corner_long f[0-9]+.*'
has 'fn corner_complex complex f[0-9]+.*'
has 'struct packed_bits 6 1 .*'
has 'struct zero_wide .*'
lacks '^(fn (takes_corner|takes_unnamed|gives_)|var corner_variable)'
lacks '^(typedef (corner_t|unnamed_holder)|const CORNER_SIZE|struct typedef_bits [0-9])'
LC_ALL=C sort -c "$table.body" 2>/dev/null || sed '1,/^$/d' "$table" | LC_ALL=C sort -c ||
    fail 'the lines are not sorted'
[ "$(ls "$work"/corners.abx*)" = "$table" ] || fail 'a temporary file is left behind'

# What is proven stays as it is, and can be recorded.
cp "$table" "$work/once.abx"
status 0 'again' --omit-wrong "$table"
cmp -s "$table" "$work/once.abx" || fail 'the table changes again'
status 0 'recorded' --omit-wrong --record "$table"
has 'verified [0-9]+ gcc [0-9.]+ .*'

# Without --cc the compiler is the one that is called after the table's platform.
platform=$(sed -n 's/^platform //p' "$table")
if [ "$("$abidex" --version | sed 's/.*(\(.*\))/\1/')" != "$platform" ]; then
    PATH=$(dirname "$compiler"):$PATH "$abidex" verify "$table" >"$work/out" 2>&1 ||
        fail 'it does not find the compiler of the platform'
    grep -Fqx "$table is for $platform: asking $platform-gcc" "$work/out" ||
        fail 'it does not say whom it asks'
    PATH=/no/such/folder "$abidex" verify "$table" >"$work/out" 2>&1
    [ $? -eq 2 ] || fail 'it asks another compiler'
    grep -Fq "there is no $platform-gcc here" "$work/out" || fail 'it does not say what it lacks'
fi

# Other headers are no matter of taste: nothing is left out then.
for script in 's/^struct zero_between .*/struct zero_between 4 4 {0 i32 none}/' \
    's/^fn takes_pointer .*/& symbol=other/' 's/^char /&un/;s/ununsigned/signed/'; do
    sed "$script" "$work/before.abx" >"$table"
    cp "$table" "$work/broken.abx"
    status 1 "$script" --omit-wrong "$table"
    cmp -s "$table" "$work/broken.abx" || fail "$script: the table has changed"
done
[ $failures -eq 0 ]
