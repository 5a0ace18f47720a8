#!/bin/sh
# Whether the exe wrapper tells how a program ended, and notices one that was not run.
#
# usage: runner.sh PROGRAM [PROGRAM-OF-ANOTHER-WIDTH]
set -u
program=$1 other=${2:-}
n_failed=0

# expect STATUS OUTPUT ARGUMENT...: of the wrapper; OUTPUT without the last end of line.
expect() {
    status=$1 output=$2
    shift 2
    actual=$("$MESON_EXE_WRAPPER" "$@" 2>/dev/null </dev/null)
    actual_status=$?
    actual=$(printf '%s' "$actual" | tr -d '\r')
    if [ "$actual_status" = "$status" ] && [ "$actual" = "$output" ]; then
        return
    fi
    printf '%s: status %s, not %s; output: %s\n' "$*" "$actual_status" "$status" "$actual"
    n_failed=$((n_failed + 1))
}

export ABIDEX_RUNNER='a "b" c'
expect 0 '[a b]
[q"uo"te]
[]
[back\]
a "b" c' "$program" 'a b' 'q"uo"te' '' "back\\"
expect 0 '' "$program" exit 0
expect 3 '' "$program" exit 3
expect 77 '' "$program" exit 77
expect 124 '' "$program" exit 0x100
expect 124 '' "$program" crash
expect 3 '' "$program" abort
expect 0 '' --expect 0xC0000005 "$program" crash
expect 0 '' --expect 3 "$program" abort
expect 1 '' --expect 4 "$program" abort
expect 1 '' --expect 3 "$program" exit 0x103
expect 0 '' "$program" console
expect 0 '' "$program" window
expect 125 '' "$program.missing"
expect 125 '' "$0"
[ ! "$other" ] || expect 125 '' "$other" exit 0

n_bytes=$("$MESON_EXE_WRAPPER" "$program" much | tr -d '\r' | wc -c)
[ "$n_bytes" = 1032192 ] || {
    echo "much: $n_bytes bytes"
    n_failed=$((n_failed + 1))
}
text=$(echo 'through both' | "$MESON_EXE_WRAPPER" "$program" copy | tr -d '\r')
[ "$text" = 'through both' ] || {
    echo "copy: $text"
    n_failed=$((n_failed + 1))
}
[ "$n_failed" = 0 ]
