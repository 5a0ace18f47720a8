"""The calls of callee.h from abidex's own host for Python, through a table with contracts.

Usage: with_abidex.py --version | TABLE N_ROUNDS FOLDER
Exit status 77 where the module was not built for this Python.
"""
import platform
import sys

import rounds

NOT_INSTALLED = 77

try:
    import abidex
except ImportError:
    sys.exit(NOT_INSTALLED)


def main():
    table = abidex.open(sys.argv[1])
    text = table.types['char[9]']('a string')
    names = {name: getattr(table, f'bench_{name}') for name in (
        'longs', 'longs10', 'doubles', 'mixed', 'pointer', 'string', 'small', 'large',
        'variadic', 'each')}
    names.update(call_int=table.bench_int, text=text,
                 record=table.types['struct bench_small'](x=3, y=4),
                 big=table.types['struct bench_large'](x=1, y=2, width=3, height=4),
                 same=table.types['i64(i64)'](lambda value: value))
    rounds.measure(names, [
        ('int', 'call_int(-7)', -7),
        ('longs', 'longs(1, -2, 3, -4, 5, -6)', -3),
        ('longs10', 'longs10(1, -2, 3, -4, 5, -6, 7, -8, 9, -10)', -5),
        ('doubles', 'doubles(1.5, -2.5)', -1),
        ('mixed', 'mixed(-7, 1.5, text, 0.5, 3)', -1),
        ('pointer', 'pointer(text, 4)', int(abidex.address(text)) + 4, 'int(pointer(text, 4))'),
        ('string', 'string(b"a string", 115)', ord('a') + 115),
        ('small', 'small(record)', 7),
        ('large', 'large(big)', 10),
        ('variadic', 'variadic(3, 10, 20, 30)', 60),
        ('read', 'record.x', 3),
        ('write', 'record.x = 3', 3, 'record.x'),
    ], int(sys.argv[2]))


if sys.argv[1] == '--version':
    print(f'abidex {abidex.__version__} of Python {platform.python_version()}')
else:
    main()
