#!/usr/bin/env python3
"""Holds the public header, the export map and the shared library together: each function
of the header is in the map and exported, nothing else is, and each has a comment that
opens with its name and says since when it exists.

Usage: exports.py HEADER MAP LIBRARY NM
"""
import re
import subprocess
import sys
from pathlib import Path

# A comment, if there is one, and the declaration behind it.
FUNCTION = re.compile(r'(?:/\*\*((?:(?!\*/).)*)\*/\s*)?^ABX_API\b([^;]*?)\b(abx_\w+)\(',
                      re.DOTALL | re.MULTILINE)


def read_header(path):
    """Name of each function: its comment, or None."""
    return {name: comment or None
            for comment, _, name in FUNCTION.findall(Path(path).read_text())}


def read_map(path):
    text = re.sub(r'/\*.*?\*/|#[^\n]*', '', Path(path).read_text(), flags=re.DOTALL)
    exported = ''.join(re.findall(r'global:(.*?)(?:local:|\})', text, re.DOTALL))
    return set(re.findall(r'[\w*]+', exported))


def read_library(path, nm):
    """Names that the library exports, those of its versions left out. A DLL tells them by its
    import library."""
    if path.endswith('.dll'):
        path = re.sub(r'(-\d+)?\.dll$', '.dll.a', path)
        text = subprocess.run([nm, '--defined-only', path], check=True, text=True,
                              stdout=subprocess.PIPE).stdout
        return set(re.findall(r'\b__imp__?(abx_\w+)', text))
    lines = subprocess.run([nm, '-D', '--defined-only', path], check=True, text=True,
                           stdout=subprocess.PIPE).stdout.splitlines()
    symbols = [line.split()[1:] for line in lines]
    return {name.split('@')[0] for kind, name in symbols if kind != 'A'}


def undocumented(functions):
    for name, comment in functions.items():
        words = ' '.join((comment or '').replace('*', ' ').split())
        if not words.startswith(f'{name} - '):
            yield f'{name}: no comment that opens with its name'
        elif not re.search(r'Since: \d', words):
            yield f'{name}: its comment does not say since when it exists'


def differences(left, left_name, right, right_name):
    for name in sorted(left - right):
        yield f'{name}: in {left_name}, not in {right_name}'
    for name in sorted(right - left):
        yield f'{name}: in {right_name}, not in {left_name}'


def main():
    header, map_file, library, nm = sys.argv[1:5]
    functions = read_header(header)
    found = [*undocumented(functions),
             *differences(set(functions), header, read_map(map_file), map_file),
             *differences(set(functions), header, read_library(library, nm), library)]
    for line in found:
        print(f'error: {line}')
    if not functions:
        sys.exit(f'{header}: error: no functions')
    print(f'{len(functions)} functions, {len(found)} findings')
    return 1 if found else 0


sys.exit(main())
