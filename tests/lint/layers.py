#!/usr/bin/env python3
"""Who may include whom: base <- {runtime, target} <- {gen, hosts, tools, tests}.

Reads every #include line of the tree and holds it against the two tables below. They say
what is allowed, so that a new folder has no rights before somebody gave it some.

Usage: layers.py ROOT
"""
import re
import sys
from fnmatch import fnmatch
from pathlib import Path

# Folder: patterns of the project's own files that its files may include.
OWN = {
    'base': ['base/*'],
    'runtime': ['runtime/*', 'base/*'],
    'target': ['target/*', 'base/*'],
    'gen': ['gen/*', 'runtime/grammar.h', 'runtime/contract_words.h', 'runtime/abidex.h',
            'target/*', 'base/*'],
    'hosts/lua': ['hosts/lua/*', 'runtime/abidex.h'],
    'hosts/python': ['hosts/python/*', 'runtime/abidex.h'],
    'tools': ['tools/*', 'gen/gen.h', 'runtime/abidex.h', 'runtime/cdecl.h',
              'runtime/contract_text.h', 'target/*', 'base/*'],
    'examples': ['runtime/abidex.h'],
    'bindings': ['bindings/*'],
    'tests': ['*'],
}
# Header of a library: patterns of the only files that may include it.
LIBRARIES = {
    'clang-c/*': ['gen/clang_*', 'tests/*'],
    'ffi.h': ['runtime/call*', 'runtime/callback*', 'runtime/signature.c',
              'runtime/selftest.c', 'tests/*'],
    'gelf.h': ['target/exports.h', 'tests/*'],
    'libelf.h': ['target/exports.h', 'tests/*'],
    'Python.h': ['hosts/python/*'],
    'structmember.h': ['hosts/python/*'],
    'lua.h': ['hosts/lua/*', 'tests/lua/*'],
    'lauxlib.h': ['hosts/lua/*', 'tests/lua/*'],
    'lualib.h': ['hosts/lua/*', 'tests/lua/*'],
    'luajit.h': ['hosts/lua/*'],
    'cmocka.h': ['tests/test.h', 'tests/*/*.h'],
}
# The public header stands on C alone.
PUBLIC = 'runtime/abidex.h'
PUBLIC_INCLUDES = ['stdbool.h', 'stddef.h', 'stdint.h', 'string.h']

# Folders searched for a name in quotes or brackets, besides the including file's own.
SEARCHED = ['', 'runtime', 'bindings/specs']
INCLUDE = re.compile(r'\s*#\s*include\s*[<"]([^>"]+)[>"]')


def matches(name, patterns):
    return any(fnmatch(name, pattern) for pattern in patterns)


def own_name(root, path, name):
    """The included file's path from the root; None where it is not the project's."""
    for folder in [path.parent, *(root / searched for searched in SEARCHED)]:
        found = (folder / name).resolve()
        if found.is_file() and found.is_relative_to(root):
            return found.relative_to(root).as_posix()
    return None


def objection(file, name, own):
    """Why the file may not include that; None if it may."""
    if file == PUBLIC and name not in PUBLIC_INCLUDES:
        return 'the public header includes nothing but ' + ', '.join(PUBLIC_INCLUDES)
    if own:
        folder = next(folder for folder in OWN if file.startswith(f'{folder}/'))
        return None if matches(own, OWN.get(folder, [])) else \
            f'{folder}/ may include only ' + ', '.join(OWN.get(folder, ['nothing']))
    for library, allowed in LIBRARIES.items():
        if fnmatch(name, library) and not matches(file, allowed):
            return 'that is for ' + ', '.join(allowed)
    return None


def check(root, path):
    """The number of objections, each printed."""
    n_found = 0
    file = path.relative_to(root).as_posix()
    for number, line in enumerate(path.read_text().splitlines(), 1):
        include = INCLUDE.match(line)
        why = include and objection(file, include[1], own_name(root, path, include[1]))
        if why:
            print(f'{file}:{number}: error: includes {include[1]}: {why}')
            n_found += 1
    return n_found


def main():
    root = Path(sys.argv[1]).resolve()
    paths = [path for folder in OWN for path in sorted((root / folder).rglob('*.[ch]'))
             # specs and inputs of golden tests are what the generator reads
             if not matches(path.relative_to(root).as_posix(),
                            ['bindings/specs/*', 'tests/golden/*'])]
    if not paths:
        sys.exit(f'{root}: error: no sources')
    n_found = sum(check(root, path) for path in paths)
    print(f'{len(paths)} files, {n_found} includes against the layering')
    return 1 if n_found else 0


sys.exit(main())
