"""Calls of callee.h from C, by the runtime and by libffi, from abidex's hosts, and from the
languages that have an FFI of their own: a column each. All take turns, several times, so that
each number is the fastest of moments spread over the same minute.

C's columns hold the loop that the calls are made in, which is most of a cycle. A loop of
another language costs as much as a call, so what an empty one took is left out there: what
remains is what the call costs a program in that language.
"""
import math
import os
import subprocess
import sys
from pathlib import Path
from shutil import which

import report

PEERS = Path(__file__).resolve().parent / 'peers'
NOT_INSTALLED = 77
# Row: what the report calls it.
ROWS = {
    'int': 'int(int)',
    'longs': 'six longs',
    'longs10': 'ten longs',
    'doubles': 'two doubles',
    'mixed': 'mixed',
    'pointer': 'pointer and size',
    'string': 'string and int',
    'small': '8-byte struct',
    'large': '32-byte struct',
    'variadic': 'variadic',
    'read': 'member read',
    'write': 'member written',
    'callback': 'called back',
}
SCALARS = ['int', 'longs', 'longs10', 'doubles', 'mixed', 'pointer', 'string']
# C's loop in bench_each is measured there, whoever is called back.
WITHOUT_LOOP = ['callback']
# Way of bench: how much longer than a direct call a scalar one may take.
LIMITS = {'checked': 3, 'prepared': 1.5}
# Interpreter, its program, and the variable that leads it to the module.
HOSTS = [
    ('Python', 'with_abidex.py', 'PYTHONPATH', '{}'),
    ('Lua 5.4', 'with_abidex.lua', 'LUA_CPATH_5_4', '{}/?.so'),
    ('LuaJIT', 'with_abidex.lua', 'LUA_CPATH', '{}/?.so'),
]
# What a host is to be ahead of, in these rows: what its language has without a compiler.
RIVALS = {
    'abidex Python': ['ctypes', 'cffi ABI', 'cffi API'],
    'abidex Lua 5.4': ['no JIT'],
}
HOST_ROWS = ['int', 'longs', 'read', 'write', 'callback']


class Peer:
    """A program of peers/. version is None where it is not installed. variables: of its
    environment; opens: what it is given, the table for a host, else the library itself."""

    def __init__(self, name, program, *arguments, opens='library', variables=()):
        self.name = name
        self.opens = opens
        self.environment = {**os.environ, **dict(variables)}
        self.command = program and [program, PEERS / arguments[0], *arguments[1:]]
        self.version = self.command and self.ask_version()

    def ask_version(self):
        done = subprocess.run([*self.command, '--version'], text=True,
                              stdout=subprocess.PIPE, env=self.environment)
        if done.returncode == NOT_INSTALLED:
            return None
        done.check_returncode()
        return done.stdout.strip()

    def measure(self, what, n_rounds, folder):
        lines = run(*self.command, what[self.opens], str(n_rounds), folder,
                    environment=self.environment)
        found = {row: float(seconds) for row, seconds in lines}
        if set(found) != {'loop', *ROWS}:
            sys.exit(f'error: {self.command[1]} has other rows: {", ".join(found)}')
        return {(row, self.name): seconds for row, seconds in found.items()}


def run(*command, environment=None):
    """The fields of the lines that it prints."""
    done = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE,
                          env=environment)
    return [line.split('\t') for line in done.stdout.splitlines()]


def find_python():
    """A Python that has all of cffi, the system's where it does; or this one."""
    for python in filter(which, ['/usr/bin/python3', sys.executable]):
        if Peer('', python, 'with_cffi.py', 'api').version:
            return python
    return sys.executable


def find_host(options, host):
    """abidex's own module, in the interpreter that it was built for. The table names the
    library without a folder."""
    name, script, variable, pattern = host
    interpreter, folder = options.host.get(name, (None, ''))
    variables = {'LD_LIBRARY_PATH': str(Path(options.library).resolve().parent),
                 variable: pattern.format(folder)}
    return Peer(f'abidex {name}', interpreter, script, opens='table', variables=variables)


def find_peers(options):
    python, luajit = find_python(), which('luajit')
    return [find_host(options, host) for host in HOSTS] + [
        Peer('ctypes', python, 'with_ctypes.py'),
        Peer('cffi ABI', python, 'with_cffi.py', 'abi'),
        Peer('cffi API', python, 'with_cffi.py', 'api'),
        Peer('LuaJIT', luajit, 'with_luajit.lua', 'on'),
        Peer('no JIT', luajit, 'with_luajit.lua', 'off'),
        Peer('ruby-ffi', which('ruby'), 'with_ruby.rb'),
    ]


def measure_ways(bench, table, n_rounds):
    found = {(row, way): float(seconds)
             for row, way, seconds in run(bench, 'calls', table, str(n_rounds))}
    if {row for row, way in found if way == 'direct'} != set(ROWS):
        sys.exit(f'error: {bench} has other rows than {", ".join(ROWS)}')
    return found


def measure_all(measures, n_turns):
    """The fastest of all turns."""
    best = {}
    for _ in range(n_turns):
        for measure in measures:
            for cell, seconds in measure().items():
                best[cell] = min(seconds, best.get(cell, seconds))
    return best


def without_loops(found):
    """The time of the call alone, and of the loop, by column."""
    loops = {column: seconds for (row, column), seconds in found.items() if row == 'loop'}
    cells = {(row, column): max(seconds - loops.get(column, 0), 0)
             if row not in WITHOUT_LOOP else seconds
             for (row, column), seconds in found.items() if row != 'loop'}
    return cells, loops


def show_limit(out, way, ratios):
    """The worst scalar call of a way, and those that miss the target."""
    limit = LIMITS[way]
    worst = max(ratios, key=ratios.get)
    missed = [ROWS[row] for row in ratios if report.verdict(ratios[row], limit) != 'met']
    which_missed = 'by each' if len(missed) == len(ratios) else f'by {", ".join(missed)}'
    out.line(f'a {way} call, at worst ({ROWS[worst]})', '', report.times(ratios[worst]),
             f'{report.verdict(ratios[worst], limit)}{" " + which_missed if missed else ""}:'
             f' at most {limit}')


def show_limits(out, cells):
    """Which targets are met."""
    for way in LIMITS:
        ratios = {row: cells[row, way] / cells[row, 'direct']
                  for row in SCALARS if (row, way) in cells}
        if ratios:
            show_limit(out, way, ratios)


def show_host(out, cells, host, row):
    """Whether a host is ahead of the fastest rival."""
    rivals = {rival: cells[row, rival] for rival in RIVALS[host] if (row, rival) in cells}
    if (row, host) not in cells or not rivals:
        return
    rival = min(rivals, key=rivals.get)
    ratio = cells[row, host] / rivals[rival] if rivals[rival] else math.nan
    out.line(f'{host}, {ROWS[row]}; against {rival}', f'{report.nanoseconds(cells[row, host])} ns',
             report.times(ratio), f'{report.verdict(ratio, 1)}: ahead of {", ".join(RIVALS[host])}')


def show_hosts(out, cells):
    for host in RIVALS:
        for row in HOST_ROWS:
            show_host(out, cells, host, row)


def show_calls(out, options, table, folder, effort):
    """Measures and prints the table of calls; the seconds by row and column, and the peers
    that are not installed."""
    peers = find_peers(options)
    what = {'table': table, 'library': options.library}
    out.facts({peer.name: peer.version or 'not installed' for peer in peers})
    there = [peer for peer in peers if peer.version]
    measures = [lambda: measure_ways(options.bench, table, effort.n_loops)] + [
        lambda peer=peer: peer.measure(what, effort.n_loops, folder) for peer in there]
    cells, loops = without_loops(measure_all(measures, effort.n_turns))
    names = [peer.name for peer in peers]
    columns = list(dict.fromkeys(way for _, way in cells if way not in names)) + names
    out.calls(columns, [
        (label, [(cells[row, column], cells[row, column] / cells[row, 'direct'])
                 if (row, column) in cells else None for column in columns])
        for row, label in ROWS.items()], [loops.get(column) for column in columns])
    return cells, [peer.name for peer in peers if not peer.version]
