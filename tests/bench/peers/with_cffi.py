"""The calls of callee.h from cffi: in ABI mode, which calls through libffi, or in API mode, which
compiles an extension, in a folder that is there for it.

Usage: with_cffi.py abi|api --version | LIBRARY N_ROUNDS FOLDER
Exit status 77 where cffi, or what API mode compiles with, is not installed.
"""
import contextlib
import importlib
import io
import os
import platform
import subprocess
import sys
import sysconfig
from pathlib import Path
from shutil import which

import rounds

NOT_INSTALLED = 77
MODULE = 'bench_cffi'
DECLARATIONS = '''
struct bench_small { int x; int y; };
struct bench_large { double x; double y; double width; double height; };
int bench_int(int);
long bench_longs(long, long, long, long, long, long);
long bench_longs10(long, long, long, long, long, long, long, long, long, long);
double bench_doubles(double, double);
double bench_mixed(int, double, const void *, float, long);
const void *bench_pointer(const void *, unsigned long);
long bench_string(const char *, int);
int bench_small(struct bench_small);
double bench_large(struct bench_large);
int bench_variadic(int, ...);
long bench_each(long, long (*)(long));
'''
COMPILER = which(os.environ.get('CC', 'cc')) or which('gcc')

try:
    import cffi
except ImportError:
    sys.exit(NOT_INSTALLED)


def load_abi(library):
    ffi = cffi.FFI()
    ffi.cdef(DECLARATIONS)
    return ffi, ffi.dlopen(library)


def compile_module(library, folder):
    source = folder / f'{MODULE}.c'
    ffi = cffi.FFI()
    ffi.cdef(DECLARATIONS)
    ffi.set_source(MODULE, '#include "callee.h"')
    with contextlib.redirect_stdout(io.StringIO()):  # it says what it generates
        ffi.emit_c_code(str(source))
    subprocess.run([COMPILER, '-O2', '-w', '-shared', '-fPIC',
                    '-I', Path(__file__).resolve().parents[1],
                    '-I', sysconfig.get_path('include'),
                    '-I', sysconfig.get_path('platinclude'), source, library,
                    f'-Wl,-rpath,{Path(library).resolve().parent}',
                    '-o', folder / (MODULE + sysconfig.get_config_var('EXT_SUFFIX'))],
                   check=True)


def load_api(library, folder):
    if not (folder / f'{MODULE}.c').exists():
        compile_module(library, folder)
    sys.path.insert(0, str(folder))
    module = importlib.import_module(MODULE)
    return module.ffi, module.lib


def main(mode, library, n_rounds, folder):
    ffi, lib = load_abi(library) if mode == 'abi' else load_api(library, Path(folder))
    names = {name: getattr(lib, f'bench_{name}') for name in (
        'longs', 'longs10', 'doubles', 'mixed', 'pointer', 'string', 'small', 'large',
        'variadic', 'each')}
    text = ffi.new('char[]', b'a string')
    record = ffi.new('struct bench_small *', (3, 4))
    large = ffi.new('struct bench_large *', (1, 2, 3, 4))
    names.update(call_int=lib.bench_int, text=text, record=record[0], big=large[0],
                 same=ffi.callback('long(long)', lambda value: value),
                 a=ffi.cast('int', 10), b=ffi.cast('int', 20), c=ffi.cast('int', 30))
    rounds.measure(names, [
        ('int', 'call_int(-7)', -7),
        ('longs', 'longs(1, -2, 3, -4, 5, -6)', -3),
        ('longs10', 'longs10(1, -2, 3, -4, 5, -6, 7, -8, 9, -10)', -5),
        ('doubles', 'doubles(1.5, -2.5)', -1),
        ('mixed', 'mixed(-7, 1.5, text, 0.5, 3)', -1),
        ('pointer', 'pointer(text, 4)', text + 4),
        ('string', 'string(b"a string", 115)', ord('a') + 115),
        ('small', 'small(record)', 7),
        ('large', 'large(big)', 10),
        ('variadic', 'variadic(3, a, b, c)', 60),
        ('read', 'record.x', 3),
        ('write', 'record.x = 3', 3, 'record.x'),
    ], n_rounds)


def is_installed(mode):
    header = Path(sysconfig.get_path('include')) / 'Python.h'
    return mode == 'abi' or (COMPILER and header.exists())


if not is_installed(sys.argv[1]):
    sys.exit(NOT_INSTALLED)
if sys.argv[2] == '--version':
    print(f'cffi {cffi.__version__} of Python {platform.python_version()}')
else:
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])
