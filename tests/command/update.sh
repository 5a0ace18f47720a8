#!/bin/sh
# Writes the expected outputs again, after a change that was meant. Read the diff before it is
# committed. Usage: update.sh ABIDEX NAME… (meson compile update-command)
abidex=$1
shift
for name in "$@"; do
    UPDATE=1 "$(dirname "$0")/run.sh" "$abidex" "$name"
    status=$?
    if [ $status -eq 77 ]; then
        echo "$name: skipped, $name.expected is as it was"
    elif [ $status -ne 0 ]; then
        exit $status
    fi
done
