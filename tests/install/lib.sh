# What tests of installations share: sourced by sh, with the names $sources and $table set.
# shellcheck shell=sh disable=SC2154
failures=0
unset ABIDEX_PATH DESTDIR MESON_EXE_WRAPPER PYTHONPATH

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
log=$work/log
platform=$(sed -n 's/^platform //p' "$table")

# expect NAME STATUS WORD COMMAND...: its exit status, and a word that it prints.
expect() {
    name=$1 wanted=$2 word=$3
    shift 3
    status=0
    "$@" >"$work/out" 2>&1 || status=$?
    if [ "$status" -eq "$wanted" ] && grep -q -e "$word" "$work/out"; then
        return
    fi
    echo "FAILED: $name: exit status $status instead of $wanted, or no $word in"
    cat "$work/out"
    failures=$((failures + 1))
}

# quietly COMMAND...: what the rest builds on.
quietly() {
    "$@" >"$log" 2>&1 || {
        tail -n 30 "$log"
        exit 1
    }
}

# Copies the sources to $work/source, with tables of two platforms.
copy_sources() {
    mkdir "$work/source"
    (cd "$sources" && tar -c --exclude='./build*' --exclude=./.git --exclude='./bindings/*/*.abx' .) |
        tar -x -C "$work/source"
    mkdir -p "$work/source/bindings/$platform" "$work/source/bindings/s390x-linux-gnu"
    cp "$table" "$work/source/bindings/$platform/libc.abx"
    cp "$sources/tests/command/foreign.abx" "$work/source/bindings/s390x-linux-gnu/foreign.abx"
}
