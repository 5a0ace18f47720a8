#!/usr/bin/env python3
"""Types what README's "Embed it" types into the host of examples/shell.c, and compares what
it prints. The host has fewer than a hundred lines beside comments and empty ones, as README
and the host itself say.

Usage: shell.py SHELL TABLE README SOURCE
"""
import re
import subprocess
import sys
from pathlib import Path

shell, table, readme, source = sys.argv[1:]
blocks = re.findall(r'^```\n(\$ \S+/shell .*?)^```$', Path(readme).read_text(),
                    re.DOTALL | re.MULTILINE)
if len(blocks) != 1:
    sys.exit(f'{readme}: error: {len(blocks)} sessions of the shell instead of 1')
lines = blocks[0].splitlines()[1:]
typed = [line[2:] for line in lines if line.startswith('> ')]
expected = [line for line in lines if not line.startswith('> ')]
printed = subprocess.run([shell, table], input='\n'.join(typed) + '\n', text=True, check=True,
                         stdout=subprocess.PIPE).stdout.splitlines()
if printed != expected:
    sys.exit('\n'.join(['it printed', *printed, 'instead of', *expected]))

n_lines = sum(not re.match(r' *(/\*|\*|$)', line)
              for line in Path(source).read_text().splitlines())
if n_lines >= 100:
    sys.exit(f'{source}: error: {n_lines} lines are not fewer than a hundred')
