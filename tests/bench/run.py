#!/usr/bin/env python3
"""Measures abidex on the table of the C library and prints one report, mostly ratios to
what other tools need on the same machine in the same run: a time alone says nothing about
the next machine. A tool that is not there is named as skipped.

Usage: run.py ABIDEX BENCH SPEC CALLEE_HEADER CALLEE_LIBRARY
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from shutil import which

N_RUNS = 5
N_PROCESSES = 51
CLANGS = [f'clang-{version}' for version in range(19, 13, -1)] + ['clang']
# Debian 12's bindgen panics with a libclang newer than 15.
OLD_LIBCLANG = Path('/usr/lib/llvm-14/lib')
SUBJECTS = {
    'int': 'int(int)',
    'longs': 'long(six longs)',
    'doubles': 'double(double, double)',
    'pointer': 'void *(void *, unsigned long)',
    'string': 'long(const char *, int)',
}


def seconds(*commands):
    """Median time of running all the commands."""
    times = []
    for _ in range(N_RUNS):
        start = time.perf_counter()
        for command in commands:
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def measure(*command):
    """What bench prints, as a dict."""
    lines = subprocess.run(command, check=True, text=True,
                           stdout=subprocess.PIPE).stdout.splitlines()
    return {name: float(number) for name, number in (line.split('\t') for line in lines)}


def read_header(table):
    with open(table) as lines:
        keys = [line.rstrip('\n').partition(' ') for line in iter(lines.readline, '\n')]
    return {key: value for key, _, value in keys}


def show(what, measured='', ratio='', target=''):
    print(f'{what:<50}{measured:>12}{ratio:>9}  {target}'.rstrip())


def compare_generator(abidex, spec, directory):
    table = directory / 'libc.abx'
    ours = seconds([abidex, 'gen', spec, '-o', table])
    show('generate the table of libc', f'{ours:.3f} s', '', 'at most 0.5 s')
    units = range(1, int(read_header(table).get('units', '1')) + 1)
    clang = next(filter(which, CLANGS), None)
    rivals = {
        'clang -fsyntax-only': clang and [
            [clang, '-fsyntax-only', '-w', '-x', 'c', f'-DABIDEX_UNIT={unit}', spec]
            for unit in units],
        'bindgen': which('bindgen') and [
            ['bindgen', spec, '-o', directory / 'libc.rs', '--no-rustfmt-bindings', '--',
             '-w', f'-DABIDEX_UNIT={unit}'] for unit in units],
    }
    for name, commands in rivals.items():
        if not commands:
            show(f'  {name}', 'skipped', '', 'it is not installed')
            continue
        theirs = seconds(*commands)
        show(f'  {commands[0][0]} on the same, abidex against it', f'{theirs:.3f} s',
             f'{ours / theirs:.2f}')
    return table


def show_verifier(abidex, table):
    took = seconds([abidex, 'verify', table])
    show('prove the table with the compiler', f'{took:.3f} s', '',
         'at most 3 s for 20,000 facts')


def show_opening(bench, table):
    first = statistics.median(measure(bench, 'first', table)['first']
                              for _ in range(N_PROCESSES))
    again = measure(bench, 'again', table)['again']
    show('open, find and first call, in a new process', f'{first * 1e6:.0f} µs', '',
         'at most 100 µs')
    show('  the same again and again in one process', f'{again * 1e6:.0f} µs')


def show_calls(abidex, bench, header, library, directory):
    table = directory / 'callee.abx'
    subprocess.run([abidex, 'gen', header, '--library', library, '-o', table], check=True)
    times = measure(bench, 'calls', table)
    for name, signature in SUBJECTS.items():
        direct = times[f'direct {name}']
        show(f'{signature}, called directly', f'{direct * 1e9:.1f} ns', '1.00')
        for way, target in {'ffi_call': '', 'abx_call': 'at most 3 with all checks'}.items():
            took = times[f'{way} {name}']
            show(f'  {way}', f'{took * 1e9:.1f} ns', f'{took / direct:.2f}', target)


def show_memory(bench, table):
    sizes = measure(bench, 'memory', table)
    show('resident for the table and 50 functions', f'{sizes["resident"]:.0f} KB', '',
         'at most 300 KB')
    show('  of that not shared with the file', f'{sizes["anonymous"]:.0f} KB')


def main():
    abidex, bench, spec, header, library = sys.argv[1:6]
    if OLD_LIBCLANG.exists():
        os.environ.setdefault('LIBCLANG_PATH', str(OLD_LIBCLANG))
    show('what', 'measured', 'ratio', 'target')
    with tempfile.TemporaryDirectory() as directory:
        table = compare_generator(abidex, spec, Path(directory))
        show_verifier(abidex, table)
        show_opening(bench, table)
        show_calls(abidex, bench, header, library, Path(directory))
        show_memory(bench, table)


main()
