#!/usr/bin/env python3
"""Holds `abidex diff` to what needs more than one pair of small tables: no table differs from
itself; of a whole C library, with one line edited, only that line is told, and what holds the
type by value; JSON tells the same as the text.

Usage: run.py ABIDEX TABLE… [--libc LIBC.abx]
"""
import json
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

SILENT = '0 added, 0 removed, 0 changed; 0 break callers\n'
LIMIT = 2.0  # seconds of processor time; it takes less than a tenth, but for sanitizers
n_failures = 0


def expect(is_good, what):
    global n_failures
    if not is_good:
        print(f'FAILED: {what}')
        n_failures += 1


def diff(*arguments):
    run = subprocess.run([abidex, 'diff', *arguments], capture_output=True, text=True)
    return run.returncode, run.stdout, run.stderr


def check_self(table):
    answer = diff(table, table)
    expect(answer == (0, SILENT, ''), f'{table} against itself: {answer}')


def check_edit(table, edit, status, expected, folder):
    """The edit is of one line; expected: patterns, each of a whole line of the output."""
    before = Path(table).read_text(encoding='latin-1')
    after, n_edits = re.subn(*edit, before, count=1, flags=re.MULTILINE)
    new = folder / 'new.abx'
    new.write_text(after, encoding='latin-1')
    expect(n_edits == 1, f'{table} has no line for {edit[0]}')
    got, text, errors = diff(table, new)
    lines = text.splitlines()
    expect(got == status and not errors, f'{edit}: exit status {got}: {errors}')
    expect(len(lines) == len(expected) and
           all(map(re.fullmatch, expected, lines)), f'{edit}: {text}')
    check_json(table, new, lines, got)


def check_json(before, after, lines, status):
    got, text, _ = diff('--json', before, after)
    document = json.loads(text)
    told = [f"{change['table']}:{change['line']}: {'breaks: ' if change['breaks'] else ''}"
            f"{change['kind']} {change['name']}: {change['message']}"
            for change in document['changes']]
    expect(got == status, f'exit status {got} with --json, {status} without')
    expect(told == lines[:-1], f'JSON {told}, text {lines}')
    for change in document['changes']:
        if change['aspect'] == 'holders':
            names = [name for name in change['holders'] if name in change['message']]
            expect(len(names) >= min(6, len(change['holders'])), f'holders: {change}')


EDITS = [
    ((r'^const EINTR i32 4$', 'const EINTR i32 5'), 1,
     [r'.*new\.abx:\d+: breaks: const EINTR: 5, was 4',
      r'0 added, 0 removed, 1 changed; 1 breaks callers']),
    ((r'^fn getppid (.*)\n', ''), 1,
     [r'.*libc\.abx:\d+: breaks: fn getppid: removed',
      r'0 added, 1 removed, 0 changed; 1 breaks callers']),
    ((r'^(fn read \w+\(i32) \w+,', r'\1 file,'), 0,
     [r'.*new\.abx:\d+: fn read: parameters are called otherwise: .*',
      r'0 added, 0 removed, 1 changed; 0 break callers']),
    ((r'^struct iovec (\d+) (\d+) \{0 \*void iov_base', r'struct iovec \1 \2 {0 *char iov_base'),
     1,
     [r'.*new\.abx:\d+: breaks: struct iovec: member iov_base: type \*char, was \*void',
      # nothing holds one by value but through a pointer
      r'0 added, 0 removed, 1 changed; 1 breaks callers']),
    ((r'^struct in_addr 4 4 \{0 in_addr_t s_addr\}', r'struct in_addr 4 4 {0 i32 s_addr}'), 1,
     [r'.*new\.abx:\d+: breaks: struct in_addr: member s_addr: type i32, was in_addr_t',
      r'.*new\.abx:\d+: breaks: struct in_addr: held by value in fn .* and \d+ more',
      r'0 added, 0 removed, 1 changed; 1 breaks callers']),
]

arguments = sys.argv[1:]
libc = None
if '--libc' in arguments:
    libc = arguments.pop(arguments.index('--libc') + 1)
    arguments.remove('--libc')
abidex, *tables = arguments
for table in tables:
    check_self(table)
if libc:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    check_self(libc)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    expect(spent < LIMIT, f'{spent:.2f} s for two tables of the C library')
    with tempfile.TemporaryDirectory() as name:
        for edit, status, expected in EDITS:
            check_edit(libc, edit, status, expected, Path(name))
if not tables:
    sys.exit('no tables')
print(f'{len(tables)} tables, {n_failures} failures')
sys.exit(n_failures > 0)
