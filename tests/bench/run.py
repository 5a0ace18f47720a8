#!/usr/bin/env python3
"""Measures abidex beside what others need on the same machine in the same minute, and prints
one report, which says of each target of the design whether it is met: a time alone says
nothing about the next machine. A tool that is not there is named as not installed.

Usage: run.py [--quick] [--markdown] --libffi VERSION [--host NAME INTERPRETER FOLDER]...
              ABIDEX BENCH SPEC CALLEE_SPEC CALLEE_LIBRARY

--host tells where a module of abidex was built ("Python", "Lua 5.4", "LuaJIT").
--markdown prints the same for a README: meson test --benchmark --test-args=--markdown
--quick measures so little that the numbers say nothing: it tests that all can be measured,
and its exit status is 77 (skipped) where something to compare with is not installed.
"""
import argparse
import datetime
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import namedtuple
from pathlib import Path
from shutil import which

import calls
import report

# How often: runs of a program, new processes, turns of all columns, loops of each in a turn.
Effort = namedtuple('Effort', 'n_runs n_processes n_turns n_loops')
FULL, QUICK = Effort(5, 51, 5, 41), Effort(1, 1, 1, 1)
SKIPPED = 77  # to Meson
CLANGS = [f'clang-{version}' for version in range(19, 13, -1)] + ['clang']
# Debian 12's bindgen panics with a libclang newer than 15.
OLD_LIBCLANG = Path('/usr/lib/llvm-14/lib')


class Bench:
    """What every part of the report needs."""

    def __init__(self, options, out, folder):
        self.abidex, self.bench, self.spec = options.abidex, options.bench, options.spec
        self.effort = QUICK if options.quick else FULL
        self.out = out
        self.folder = folder
        self.missing = []

    def target(self, value, limit, words):
        return f'{report.verdict(value, limit)}: {words}'

    def seconds(self, *commands):
        """Median time of running all the commands."""
        taken = []
        for _ in range(self.effort.n_runs):
            start = time.perf_counter()
            for command in commands:
                subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            taken.append(time.perf_counter() - start)
        return statistics.median(taken)

    def measure(self, part, table):
        """What bench prints of a part, as a dict."""
        lines = calls.run(self.bench, part, table, str(self.effort.n_loops))
        return {name: float(number) for name, number in lines}


def cpu_name():
    try:
        found = re.search(r'^(?:model name|cpu model|cpu|uarch)\s*: (.+)',
                          Path('/proc/cpuinfo').read_text(), re.MULTILINE)
    except OSError:
        found = None
    name = found[1] if found else platform.processor() or 'processor without a name'
    return f'{name} ({platform.machine()}, {os.cpu_count()} of them)'


def show_facts(bench, libffi):
    bench.out.facts({
        'machine': cpu_name(),
        'date': datetime.datetime.now(datetime.timezone.utc).strftime('%Y-%m-%d %H:%M UTC'),
        'libffi': libffi,
    })


def read_header(table):
    with open(table) as lines:
        keys = [line.rstrip('\n').partition(' ') for line in iter(lines.readline, '\n')]
    return {key: value for key, _, value in keys}


def make_table(bench):
    """The table of libc, and the time that it takes."""
    table = bench.folder / 'libc.abx'
    return table, bench.seconds([bench.abidex, 'gen', bench.spec, '-o', table])


def make_larger(table, larger):
    """A table ten times as large: its constants again and again, by other names."""
    header, _, body = table.read_bytes().partition(b'\n\n')
    lines = body.splitlines()[:-1]
    constants = [line.split(b' ', 2) for line in lines if line.startswith(b'const ')]
    n_times = round(9 * len(body) / sum(len(b' '.join(words)) + 5 for words in constants))
    lines += [b'const %s__%03d %s' % (name, i, rest)
              for _, name, rest in constants for i in range(n_times)]
    larger.write_bytes(header + b'\n\n' + b'\n'.join(sorted(lines)) + b'\n~end\n')
    return larger.stat().st_size / table.stat().st_size


def measure_first(bench, tables):
    """Median seconds of each part of the first call, by table; the tables take turns."""
    found = {table: [] for table in tables}
    for _ in range(bench.effort.n_processes):
        for table in tables:
            found[table].append(bench.measure('first', table))
    return [{part: statistics.median(times[part] for times in found[table])
             for part in ('open', 'find', 'call', 'all')} for table in tables]


def show_opening(bench, table):
    larger = bench.folder / 'larger.abx'
    factor = make_larger(table, larger)
    usual, large = measure_first(bench, [table, larger])

    def show(what, seconds, ratio='', target=''):
        bench.out.line(what, f'{seconds * 1e6:.0f} µs', ratio, target)

    show('open libc, resolve, call; in a new process', usual['all'], '',
         bench.target(usual['all'], 100e-6, 'at most 100 µs'))
    show('  open', usual['open'])
    show('  resolve', usual['find'])
    show('  first call', usual['call'])
    show(f'  all, with a table {factor:.0f} times as large', large['all'],
         report.times(large['all'] / usual['all']), 'hardly more')
    show('  all, again and again in one process', bench.measure('again', table)['again'])


def show_memory(bench, table):
    sizes = bench.measure('memory', table)
    bench.out.line('resident for libc and 50 functions', f'{sizes["resident"]:.0f} KB', '',
                   bench.target(sizes['resident'], 300, 'at most 300 KB'))
    bench.out.line('  of that not shared with the file', f'{sizes["anonymous"]:.0f} KB')


def show_generator(bench, table, ours):
    bench.out.line('generate the table of libc', f'{ours:.3f} s', '',
                   bench.target(ours, 0.5, 'at most 0.5 s'))
    units = range(1, int(read_header(table).get('units', '1')) + 1)
    clang = next(filter(which, CLANGS), None)
    rivals = {
        'clang -fsyntax-only': clang and [
            [clang, '-fsyntax-only', '-w', '-x', 'c', f'-DABIDEX_UNIT={unit}', bench.spec]
            for unit in units],
        'bindgen': which('bindgen') and [
            ['bindgen', bench.spec, '-o', bench.folder / 'libc.rs',
             '--no-rustfmt-bindings', '--', '-w', f'-DABIDEX_UNIT={unit}']
            for unit in units],
    }
    for name, commands in rivals.items():
        if not commands:
            bench.missing.append(name)
            bench.out.line(f'  {name} on the same', 'not installed')
            continue
        theirs = bench.seconds(*commands)
        bench.out.line(f'  {name} on the same; abidex against it', f'{theirs:.3f} s',
                       f'{ours / theirs:.2f}')


def show_verifier(bench, table):
    """With the number of facts that the last line of verify tells."""
    start = time.perf_counter()
    done = subprocess.run([bench.abidex, 'verify', table], check=True, text=True,
                          stdout=subprocess.PIPE)
    took = time.perf_counter() - start
    n_facts = int(re.search(r'^(\d+) facts proven', done.stdout, re.MULTILINE)[1])
    bench.out.line(f'prove its {n_facts:,} facts with the compiler', f'{took:.3f} s')
    share = took * 20000 / n_facts
    bench.out.line('  20,000 of them', f'{share:.3f} s', '',
                   bench.target(share, 3, 'at most 3 s'))


def show_all(options, out, folder):
    """Prints the report; what it could not compare with."""
    bench = Bench(options, out, folder)
    callee = folder / 'callee.abx'
    subprocess.run([bench.abidex, 'gen', options.contracts, '--library', options.library,
                    '-o', callee], check=True)
    show_facts(bench, options.libffi)
    cells, bench.missing = calls.show_calls(out, options, callee, folder, bench.effort)
    out.heading()
    calls.show_limits(out, cells)
    calls.show_hosts(out, cells)
    table, took = make_table(bench)
    show_opening(bench, table)
    show_memory(bench, table)
    show_generator(bench, table, took)
    show_verifier(bench, table)
    return bench.missing


def parse_options():
    parser = argparse.ArgumentParser(usage=__doc__.partition('Usage: ')[2])
    parser.add_argument('--quick', action='store_true')
    parser.add_argument('--markdown', action='store_true')
    parser.add_argument('--libffi', required=True)
    parser.add_argument('--host', nargs=3, action='append', default=[])
    for name in ('abidex', 'bench', 'spec', 'contracts', 'library'):
        parser.add_argument(name)
    options = parser.parse_args()
    options.host = {name: where for name, *where in options.host}
    return options


def main():
    options = parse_options()
    if OLD_LIBCLANG.exists():
        os.environ.setdefault('LIBCLANG_PATH', str(OLD_LIBCLANG))
    out = report.Markdown() if options.markdown else report.Text()
    with tempfile.TemporaryDirectory() as folder:
        if options.quick:
            print('A quick run, which says nothing about how fast anything is.')
        missing = show_all(options, out, Path(folder))
    if missing and options.quick:
        print('not installed:', ', '.join(missing))
        return SKIPPED
    return 0


sys.exit(main())
