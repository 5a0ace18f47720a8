#!/usr/bin/env python3
"""A module for another platform says so in its first lines, and refuses to be loaded here.

Usage: cross.py ABIDEX TABLE…  (none of them for this platform)
"""
import subprocess
import sys

abidex, *tables = sys.argv[1:]
n_failures = 0
for table in tables:
    for kind in 'ctypes', 'cffi', 'luajit', 'json':
        run = subprocess.run([abidex, 'export', '--to', kind, table], capture_output=True)
        text = run.stdout.decode()
        platform = next(line.split()[1] for line in open(table)
                        if line.startswith('platform '))
        is_good = run.returncode == 0 and platform in '\n'.join(text.splitlines()[:6])
        if kind in ('ctypes', 'cffi'):
            try:
                exec(compile(text, kind, 'exec'), {})
                is_good = False
            except ImportError as error:
                is_good = is_good and platform in str(error)
        if not is_good:
            print(f'FAILED: {table} to {kind}: {run.returncode} {run.stderr}')
            n_failures += 1
sys.exit(n_failures > 0 or not tables)
