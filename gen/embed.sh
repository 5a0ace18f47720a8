#!/bin/sh
# embed.sh FILE NAME: prints FILE as a C string called NAME.
set -eu
echo "extern const char $2[];"
echo "const char $2[] ="
sed -e 's/[\\"]/\\&/g' -e 's/.*/    "&\\n"/' "$1"
echo "    ;"
