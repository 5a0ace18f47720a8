#!/bin/sh
# Runs the commands of NAME.cases and compares what they did with NAME.expected: for each line
# the command, its standard output, its standard error with "! " in front, and its exit status.
# With UPDATE=1 it writes NAME.expected instead (meson compile update-command); read the diff.
#
# Usage: run.sh ABIDEX NAME
#
# A line of a case file is shell, run in this folder; one that begins with "@" prepares the next
# and is not shown. $tmp is a folder for damaged tables. "# native" says that the cases call
# functions, so they are skipped on a platform that the tables here are not for. In the cases
# of "libc", $ABIDEX_TEST_LIBC is the table of this machine's C library.
set -u

case $1 in
/*) abidex_path=$1 ;;
*) abidex_path=$PWD/$1 ;;
esac
name=$2
cd "$(dirname "$0")" || exit 99
tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT

export LC_ALL=C TERM=dumb
unset ABIDEX_PATH

abidex() {
    "$abidex_path" "$@"
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

if grep -q '^# native$' "$name.cases"; then
    version=$(abidex --version) || exit 99
    case $version in
    *"(x86_64-linux-gnu)") ;;
    *) exit 77 ;;
    esac
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
    sed 's/^/! /' "$tmp/err"
    printf '[%s]\n\n' "$status"
done <"$name.cases" | sed "s|$tmp|TMP|g; s|$abidex_path|abidex|g" >"$tmp/got"

if [ "${UPDATE-}" ]; then
    cp "$tmp/got" "$name.expected"
else
    diff -u "$name.expected" "$tmp/got"
fi
