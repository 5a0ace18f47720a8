#!/usr/bin/env python3
"""Compares the tables of all platforms with facts that were collected on each of them without
abidex: sizes, offsets and constants, a row a fact and a column a platform.

Usage: facts.py ABIDEX FACTS BINDINGS
"""
import json
import re
import subprocess
import sys
from pathlib import Path

# Columns of the facts, and the tables that describe the same platform.
TABLES = {
    'x86_64': 'x86_64-linux-gnu/libc.abx',
    'i386': 'i686-linux-gnu/libc.abx',
    'i386_t64': 'i686-linux-gnu/libc-time64.abx',
    'arm64': 'aarch64-linux-gnu/libc.abx',
    'armhf': 'arm-linux-gnueabihf/libc.abx',
    'armhf_t64': 'arm-linux-gnueabihf/libc-time64.abx',
    'ppc64el': 'powerpc64le-linux-gnu/libc.abx',
    's390x': 's390x-linux-gnu/libc.abx',
    'riscv64': 'riscv64-linux-gnu/libc.abx',
}
# Types of C itself have no line in a table: how one with the same size is written there.
BUILTIN = {'long': 'LONG_MAX'}
SIZEOF = re.compile(r'sizeof\((.*)\)')
MEMBER = re.compile(r'(struct \w+|\w+_t)\.(\w+)')
WIDTH = re.compile(r'\d+')


class Table:
    def __init__(self, abidex, path):
        self.abidex = abidex
        self.path = path
        with open(path, encoding='utf-8') as lines:
            self.header = dict(line.split(maxsplit=1) for line in iter(lines.readline, '\n'))

    def show(self, name, kind=None):
        """What the table says of a name: the entry of that kind, or the first."""
        text = subprocess.run([self.abidex, 'show', '--json', self.path, name], check=True,
                              text=True, stdout=subprocess.PIPE).stdout
        entries = [entry for entry in json.loads(text) if kind in (None, entry['kind'])]
        return entries[0] if entries else None

    def size_of(self, name):
        if name == 'long double':
            return int(self.header['long-double'].split()[1])
        if name in BUILTIN:
            return int(WIDTH.search(self.show(BUILTIN[name])['type'])[0]) // 8
        return self.show(name)['size']

    def offset_of(self, record, path):
        """The offset of a member, of a macro that names one, or of one in an anonymous record."""
        alias = None
        if not self.find_member(self.show(record), path):
            alias = self.show(path, 'member')
        offset, entry = 0, self.show(record)
        for step in (alias['path'] if alias else path).split('.'):
            found, entry = self.find_member(entry, step)
            offset += found
        return offset

    def find_member(self, entry, name):
        """Offset and record of a member; None if there is none."""
        for member in entry.get('members', ()):
            record = member.get('record')
            if member.get('name') == name:
                return member['offset'], record
            inner = self.find_member(record, name) if record and not member.get('name') else None
            if inner:
                return member['offset'] + inner[0], inner[1]
        return None

    def fact(self, what):
        if what == 'char_signed':
            return int(self.header['char'].strip() == 'signed')
        match = SIZEOF.fullmatch(what)
        if match:
            return self.size_of(match[1])
        match = MEMBER.fullmatch(what)
        if match:
            return self.offset_of(match[1], match[2])
        return self.show(what, 'const')['value']


def check(table, facts, column):
    """The number of facts that agree, and what does not."""
    wrong = []
    for what, *values in facts:
        try:
            got = table.fact(what)
        except (subprocess.CalledProcessError, KeyError, TypeError) as error:
            got = f'not in the table ({error})'
        if str(got) != values[column]:
            wrong.append(f'{table.path}: {what} is {got}, and {values[column]} on the platform')
    return len(facts) - len(wrong), wrong


def main(abidex, facts, bindings):
    (_, *columns), *rows = (line.rstrip('\n').split('\t') for line in open(facts, encoding='utf-8'))
    n_wrong = 0
    for column, name in TABLES.items():
        n, wrong = check(Table(abidex, Path(bindings) / name), rows, columns.index(column))
        print(f'{column:<10} {n} of {len(rows)} facts')
        print(*wrong, sep='\n', end='\n' if wrong else '')
        n_wrong += len(wrong)
    return 1 if n_wrong or not rows else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
