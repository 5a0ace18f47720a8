#!/bin/sh
# embed.sh FILE NAME: prints FILE as a C string called NAME.
set -eu
echo '#include "gen/spec_text.h"'
echo "const char $2[] ="
sed -e 's/[\\"]/\\&/g' -e 's/.*/    "&\\n"/' "$1"
echo "    ;"
