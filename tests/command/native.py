#!/usr/bin/env python3
"""The small table of these tests for another platform than the one it was written for: with
that platform's header, long and address widths, and the layouts that its C library's table has.

Usage: native.py SMALL.abx LIBC.abx >TABLE
"""
import re
import sys
from pathlib import Path

TYPES = ('struct', 'union', 'enum', 'typedef', 'member')
HEADER = ('platform', 'model', 'order', 'char', 'long-double', 'wchar')


def read(path):
    """The header as a dictionary, and the lines of the body by their kind and name."""
    header, body = Path(path).read_text(errors='surrogateescape').split('\n\n', 1)
    pairs = dict(line.split(' ', 1) for line in reversed(header.split('\n')))
    lines = body.split('\n')[:-2]
    return pairs, {key_of(line): line for line in lines}


def key_of(line):
    words = line.split(' ')
    return ' '.join(words[:3] if words[0] == 'error' else words[:2])


def with_needed(lines, libc):
    """Adds the types that the lines name, and those that these name."""
    waiting = list(lines.values())
    while waiting:
        for word in set(re.findall(r'\w+', waiting.pop())):
            for key in (f'{kind} {word}' for kind in TYPES):
                if key in libc and key not in lines:
                    lines[key] = libc[key]
                    waiting.append(libc[key])
    return lines


def adapted(line, header):
    """A line that is not in the table of the C library, with this platform's widths and libraries."""
    if header['model'] == 'ILP32':
        line = line.replace('0xffffffffffffffff', '0xffffffff')
        line = line.replace(' 8 8 {0 *', ' 4 4 {0 *')
        if line.startswith('fn '):
            line = re.sub(r'\b([iu])64\b', r'\g<1>32', line)
    if header['platform'].endswith('musl'):
        line = re.sub(r' in=lib[cm]\.so\.6', '', line)
    return re.sub(r'\bf80\b', header['long-double'].split(' ')[0], line)


def main():
    _, small = read(sys.argv[1])
    header, libc = read(sys.argv[2])
    lines = {}
    for key, line in small.items():
        is_type = line.split(' ')[0] in TYPES
        lines[key] = libc[key] if is_type and key in libc else adapted(line, header)
    lines = with_needed(lines, libc)
    out = ['abidex 1', *(f'{key} {header[key]}' for key in HEADER)]
    if header['platform'].endswith('musl'):
        out += ['library libc.so']
    else:
        out += ['library libc.so.6', 'library libm.so.6']
    body = sorted(lines.values(), key=lambda line: line.encode(errors='surrogateescape'))
    text = '\n'.join([*out, '', *body, '~end', ''])
    sys.stdout.buffer.write(text.encode(errors='surrogateescape'))


main()
