#!/bin/sh
# Proves the table of the C library, then edits copies of it: each edit must be found.
# Usage: verify.sh ABIDEX TABLE COMPILER
abidex=$1
table=$2
compiler=$3
failures=0

command -v "$compiler" >/dev/null || exit 77

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

fail() {
    echo "FAILED: $1"
    head -n 20 "$work/out" | sed 's/^/    /'
    failures=$((failures + 1))
}

# status EXPECTED NAME TABLE
status() {
    "$abidex" verify --quiet --cc "$compiler" "$3" >"$work/out" 2>&1
    got=$?
    [ $got -eq "$1" ] || fail "$2: exit status $got, not $1"
}

# All edits are made at once: a compilation of these headers takes seconds.
status 0 'the whole table' "$table"
: >"$work/script"
: >"$work/expected"
while IFS='|' read -r script message; do
    case $script in '#'* | '') continue ;; esac
    printf '%s\n' "$script" >>"$work/script"
    printf '%s\n' "$message" >>"$work/expected"
    sed "$script" "$table" | cmp -s - "$table" && fail "$script changes nothing"
done <<'END'
s/^typedef max_align_t struct .*/typedef max_align_t struct 4 1 {0 char __max_align_a; 1 char __max_align_b}/|typedef max_align_t: size 4 in
s/^typedef _Float64 .*/typedef _Float64 struct 40 8 {0 i64 a; 8 [4]i64 b}/|typedef _Float64: size 40 in
s/^const __HAVE_FLOAT128 .*/const __HAVE_FLOAT128 i32 77/|const __HAVE_FLOAT128: value 77 in
s/^struct stat .*/struct stat incomplete/|struct stat: definition none in
s/^\(struct timespec .*\); [^;]*}$/\1}/|struct timespec: members all in
s/^\(struct flock .*\)2 i16 l_whence; /\1/|struct flock: members all in
s/^\(enum NPmode .*\) NPMODE_DROP/\1/|enum NPmode: enumerators all in
s/^\(enum __rusage_who .*\)}/\1 NPMODE_QUEUE}/|enum __rusage_who: enumerators all in
END
sed -f "$work/script" "$table" >"$work/edited.abx"
status 1 'an edited table' "$work/edited.abx"
while IFS= read -r message; do
    grep -Fq -- ": $message" "$work/out" || fail "nothing says: $message"
done <"$work/expected"

[ $failures -eq 0 ]
