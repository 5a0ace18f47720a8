#!/bin/sh
# Runs the commands of NAME.cases and compares what they did with NAME.expected: for each line
# the command, its standard output, its standard error with "! " in front, and its exit status.
# With UPDATE=1 it writes NAME.expected instead (meson compile update-command); read the diff.
#
# Usage: run.sh ABIDEX NAME
#
# A line of a case file is shell, run in this folder; one that begins with "@" prepares the next
# and is not shown. $tmp is a folder for damaged tables. "# native" says that the cases call
# functions: on a platform that small.abx is not for, native.py makes one for it from
# $ABIDEX_TEST_LIBC, the table of the platform's C library. What another platform than x86-64
# with glibc does differently is in elsewhere/NAME.PLATFORM, as diff tells it.
set -u

case $1 in
/*) abidex_path=$1 ;;
*) abidex_path=$PWD/$1 ;;
esac
name=$2
here=$(cd "$(dirname "$0")" && pwd) || exit 99
tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT
mkdir "$tmp/tables" && cp "$here"/*.abx "$tmp/tables" && cd "$tmp/tables" || exit 99

export LC_ALL=C TERM=dumb
unset ABIDEX_PATH

# Meson's wrapper is the emulator of another processor.
abidex() {
    ${MESON_EXE_WRAPPER-} "$abidex_path" "$@"
}

# masked EXPRESSION COMMAND…: its output through sed, its own exit status.
masked() {
    expression=$1
    shift
    "$@" >"$tmp/unmasked"
    set -- $?
    sed "$expression" "$tmp/unmasked"
    return "$1"
}

# portable FILE: without where lines stand and how many there are, which is up to the
# platform's headers.
portable() {
    sed 's/\.abx:[0-9][0-9]*:/.abx:N:/; s/^[0-9][0-9]* facts/N facts/
        s/^\( *"line":\) [0-9][0-9]*/\1 N/; s/^\( *"checked":\) [0-9][0-9]*/\1 N/
        s/, this is [a-z].*/, this is …/' "$1"
}

platform=$(abidex --version) || exit 99
platform=${platform##*(}
platform=${platform%)}
if [ "$platform" != x86_64-linux-gnu ] && grep -q '^# native$' "$here/$name.cases"; then
    [ "${ABIDEX_TEST_LIBC-}" ] || {
        echo "skipped: small.abx is not for $platform, and there is no table of its C library"
        exit 77
    }
    python3 "$here/native.py" "$here/small.abx" "$ABIDEX_TEST_LIBC" >small.abx || exit 99
fi

while IFS= read -r line; do
    case $line in
    '' | '#'*) continue ;;
    '@'*) eval "${line#@}"; continue ;; # preparation, not shown
    esac
    printf '$ %s\n' "$line"
    (eval "$line") </dev/null >"$tmp/out" 2>"$tmp/err"
    status=$?
    cat "$tmp/out"
    sed '/^qemu: uncaught target signal/d; s/^/! /' "$tmp/err"
    printf '[%s]\n\n' "$status"
done <"$here/$name.cases" | sed "s|$tmp/tables/||g; s|$tmp|TMP|g; s|$abidex_path|abidex|g" \
    >"$tmp/got"

if [ "$platform" != x86_64-linux-gnu ]; then
    elsewhere=$here/elsewhere/$name.$platform
    portable "$here/$name.expected" >"$tmp/expected"
    portable "$tmp/got" >"$tmp/portable"
    diff "$tmp/expected" "$tmp/portable" >"$tmp/difference"
    [ -e "$elsewhere" ] || elsewhere=/dev/null
    if [ -z "${UPDATE-}" ]; then
        diff -u "$elsewhere" "$tmp/difference"
    elif [ -s "$tmp/difference" ]; then
        cp "$tmp/difference" "$here/elsewhere/$name.$platform"
    else
        rm -f "$here/elsewhere/$name.$platform"
    fi
elif [ "${UPDATE-}" ]; then
    cp "$tmp/got" "$here/$name.expected"
else
    diff -u "$here/$name.expected" "$tmp/got"
fi
