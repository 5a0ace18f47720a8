#!/usr/bin/env python3
"""Whether a table holds what a library's headers declare, and nothing of other people's.

Asks the compiler's preprocessor, its linker and nm, which the generator does not: what they say of the
library's own headers, given as patterns of paths, must agree with the table.
  - the table names the libraries that a program linked with the package needs;
  - each symbol that the library exports and the headers declare is a fn or var;
  - each macro of the headers has a line;
  - each name that is no type, and each type that no other line needs, stands in the headers.

Usage: complete.py COMPILER TABLE PACKAGE PATTERN... [-NAME...]

-NAME excuses a macro that the headers define for one compiler and not for another.
"""
import re
import subprocess
import sys
import tempfile
from fnmatch import fnmatch
from pathlib import Path

WORD = re.compile(r'[A-Za-z_$][\w$]*')
NEEDED = re.compile(r'\(NEEDED\).*\[(.*)\]')
MARKER = re.compile(r'# \d+ "(.*?)"')
DEFINE = re.compile(r'#define ([\w$]+)')
INCLUDE = re.compile(r'^#include <(.*)>$', re.M)
STRING = re.compile(r'"(?:\\.|[^"\\])*"')
TYPES = ('struct', 'union', 'enum', 'typedef')


def run(*command, **more):
    return subprocess.run(command, check=True, text=True, capture_output=True, **more).stdout


def headers_of(source):
    """A spec stands for the headers that it includes."""
    path = Path(source)
    return INCLUDE.findall(path.read_text()) if path.is_file() else [source]


class Table:
    def __init__(self, path):
        header, _, body = Path(path).read_text().partition('\n\n')
        pairs = [line.split(' ', 1) for line in header.splitlines()]
        self.headers = [name for key, value in pairs if key == 'source'
                        for name in headers_of(value)]
        self.flags = [value for key, value in pairs if key == 'flag']
        self.libraries = [value for key, value in pairs if key == 'library']
        self.lines = [line.split(' ', 2) for line in body.splitlines()[:-1]]
        self.names = {name for _, name, *_ in self.lines}

    def callable(self):
        """Names of functions and variables, and their symbols."""
        rows = [row for row in self.lines if row[0] in ('fn', 'var')]
        symbols = re.findall(r' symbol=(\S+)', ' '.join(row[2] for row in rows))
        return {row[1] for row in rows} | set(symbols)

    def needed(self):
        """Every word in the text behind a name: what other lines need."""
        return {(row[1], word) for row in self.lines if row[0] != 'omit'
                for word in WORD.findall(STRING.sub('', row[2]))}


def read_headers(compiler, table, patterns):
    """The macros that the library's own headers define, and the words that they declare."""
    source = ''.join(f'#include <{name}>\n' for name in table.headers)
    macros, text, is_own, path = set(), [], False, ''
    for line in run(compiler, '-std=gnu11', '-E', '-dD', *table.flags, '-x', 'c', '-',
                    input=source).splitlines():
        marker, define = MARKER.match(line), DEFINE.match(line)
        if marker:
            path = marker[1]
            is_own = any(fnmatch(path, pattern) for pattern in patterns)
        elif is_own and define:
            macros.add(define[1])
            text.append(line)  # names of aliases and omissions
        elif is_own and not line.startswith('#'):
            text.append(line)
    return macros, '\n'.join(text)


def read_needed(compiler, package):
    """What the loader would look for, as the linker writes it down."""
    with tempfile.TemporaryDirectory(prefix='abidex-linked-') as folder:
        path = folder + '/linked.so'
        run(compiler, '-shared', '-nostdlib', '-Wl,--no-as-needed', '-x', 'c', '/dev/null', '-x',
            'none', *run('pkg-config', '--libs', package).split(), '-o', path)
        return NEEDED.findall(run('readelf', '-d', path))


def read_exports(compiler, library):
    path = run(compiler, f'-print-file-name={library}').strip()
    lines = run('nm', '-D', '--defined-only', path).splitlines()
    return {line.split()[-1].split('@')[0] for line in lines}


def tell(what, names):
    for name in sorted(names):
        print(f'{what}: {name}')
    return len(names)


def main(compiler, path, package, *words):
    patterns = [word for word in words if word[0] != '-']
    excused = {word[1:] for word in words if word[0] == '-'}
    table = Table(path)
    macros, text = read_headers(compiler, table, patterns)
    declares = set(WORD.findall(text))
    exports = set().union(*(read_exports(compiler, name) for name in table.libraries))
    declared = exports & set(re.findall(r'([A-Za-z_$][\w$]*)\s*\(', text))
    needed = table.needed()
    foreign = {' '.join(row[:2]) for row in table.lines if row[1] not in declares and
               not (row[0] in TYPES + ('const',) and
                    any(word == row[1] and by != row[1] for by, word in needed))}
    n_wrong = tell('another library', set(read_needed(compiler, package)) ^ set(table.libraries))
    n_wrong += tell('missing: the library exports it, its headers declare it',
                   declared - table.callable())
    n_wrong += tell('missing: a macro', macros - table.names - excused)
    n_wrong += tell('foreign', foreign)
    print(f'{len(declared)} functions and {len(macros)} macros of the headers, '
          f'{len(table.lines)} lines: {n_wrong} differences')
    return 1 if n_wrong or not declared or not macros else 0


sys.exit(main(*sys.argv[1:]))
