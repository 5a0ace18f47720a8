#!/bin/sh
# Writes the expected outputs again, after a change that was meant. Read the diff before it is
# committed. Usage: update.sh ABIDEX NAME… (meson compile update-command)
abidex=$1
shift
for name in "$@"; do
    UPDATE=1 "$(dirname "$0")/run.sh" "$abidex" "$name" || exit
done
