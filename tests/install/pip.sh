#!/bin/sh
# Has pip install the package for Python from its source archive into an environment of its own, as
# users do, without a network: what is in it, and whether it works alone.
# Usage: pip.sh SOURCES LIBC.abx PYTHON
set -eu

sources=$1
table=$2
python=$3
. "$sources/tests/install/lib.sh"
export PIP_CONFIG_FILE=/dev/null PIP_NO_INDEX=1 PIP_DISABLE_PIP_VERSION_CHECK=1

copy_sources
cd "$work/source"
# Meson makes an archive of what git has.
quietly git -c init.defaultBranch=main init .
quietly git add --force .
quietly git -c user.name=tests -c user.email=tests@localhost commit -m sources
quietly "$python" -c 'import mesonpy; mesonpy.build_sdist("..")'
cd "$work"
quietly "$python" -m venv --system-site-packages venv
python=$work/venv/bin/python
quietly "$python" -m pip install --no-build-isolation --no-deps ./abidex-*.tar.gz
"$python" -m pip show --files abidex >where
sed -n 's/^  //p' where >files

expect 'what it says' 0 '^Summary: Call C' "$python" -m pip show abidex
expect 'the extension' 0 '^abidex/_abidex\..*so$' cat files
expect 'the table' 0 '^abidex/tables/libc.abx$' cat files
expect 'nothing else' 1 '^$' sh -c 'echo; grep -v -e "^abidex/" -e "^abidex-.*\.dist-info/" files'
expect 'nothing for C, and no other table' 1 '^$' sh -c 'echo; grep -e "\.h$" -e foreign files'
expect 'types' 0 '^abidex/py.typed$' cat files
expect 'types of the table' 0 '^def getpid() -> int' cat "venv/lib/$(sed -n 's|^Location:.*/lib/||p' where)/abidex/libc.pyi"
expect 'calls' 0 '^3$' "$python" -c 'from abidex.libc import abs; print(abs(-3))'
expect 'what was of glibc' 0 '^epoll$' "$python" -c 'import abidex.glibc; print(abidex.glibc.select.epoll.__name__)'
export ABIDEX_PATH="$work/none"
expect 'after the folders of the user' 0 '^3$' "$python" -c 'import abidex; print(abidex.open("libc").abs(-3))'
expect 'removed' 0 'Successfully' "$python" -m pip uninstall --yes abidex
exit $((failures > 0))
