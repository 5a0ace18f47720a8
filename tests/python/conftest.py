"""What the tests share: the C library's table, and tables written for a test."""
import contextlib
import gc
import os
import socket
import sys
from pathlib import Path

import pytest

import abidex

LINES = '''\
alias other_name echo_i32
const BLUE i32 -3
const GREEN i32 2
const HUGE u128 340282366920938463463374607431768211455
const NAME [6]char "caf\\xc3\\xa9"
const NEGATIVE i128 -170141183460469231731687303715884105728
const PI f64 0x1.921fb54442d18p+1
const RED i32 1
const WORDS [3]wchar_t "a\\xe9"
enum colour i32 {RED GREEN BLUE}
fn answer_i32 i32(i32 value, i32 code) fails=-1:errno EINVAL
fn answer_last i32(i32 value, i32 code) fails=-1:none
fn answer_of *struct pair(*(*struct pair()) function) callback=1:call
fn answer_odd i32(i32 value) symbol=echo_i32 fails=nonzero:result:ODD_ ODD_SYSTEM
fn echo_bits struct bits(struct bits value)
fn echo_bool bool(bool value)
fn echo_char char(char value)
fn echo_colour enum colour(enum colour value)
fn echo_complex complex f64(complex f64 value)
fn echo_complex_float complex f32(complex f32 value)
fn echo_f32 f32(f32 value)
fn echo_f64 f64(f64 value)
fn echo_i16 i16(i16 value)
fn echo_i32 i32(i32 value)
fn echo_i64 i64(i64 value)
fn echo_i8 i8(i8 value)
fn echo_long_double LONG_DOUBLE(LONG_DOUBLE value)
fn echo_memory *struct pair(*struct pair value) symbol=echo_pointer
fn echo_number union number(union number value)
fn echo_pair struct pair(struct pair value)
fn echo_pointer *void(*void value)
fn echo_string *const char(*const char value)
fn echo_u16 u16(u16 value)
fn echo_u32 u32(u32 value)
fn echo_u64 u64(u64 value)
fn echo_u8 u8(u8 value)
fn echo_wide *const wchar_t(*const wchar_t value) symbol=echo_pointer
fn given *char(*char value) symbol=echo_pointer malloc
fn nothing void()
fn sum_four i32(*const i32 given) static=1:4
fn sum_variable f64(*const char kinds, ...)
fn take_one_of i32(one_of argument, i32 is_small)
fn write_five i32(*i32 to)
omit GONE calls something
struct bits 4 4 {0.0:3 u32 a; 0.3:13 u32 b; 2.0:12 i32 c}
struct fixed 8 4 {0 const i32 a; 4 i32 b}
struct flexible 4 4 {0 i32 n; 4 []i32 items}
struct hidden incomplete
struct nested 24 8 {0 struct pair p; 16 [2]struct small2 s}
struct pair 16 8 {0 i64 a; 8 i64 b}
struct pointers 32 8 {0 *const char text; 8 *struct pair pair; 16 *(i32(i32)) call; 24 *void data}
struct reals 16 8 {0 f32 f; 8 f64 d}
struct small 8 4 {0 i8 a; 4 i32 b}
struct small2 4 2 {0 i16 a; 2 u16 b}
struct wide 32 16 {0 i128 s; 16 u128 u}
typedef one_of union transparent_union 8 8 {0 *struct pair pair; 0 *struct small small}
typedef wchar_t i32
union number 8 8 {0 i64 i; 0 f64 d}
var numbers [3]i32
'''


@pytest.fixture
def pair():
    """Two sockets that are connected."""
    left, right = socket.socketpair()
    with left, right:
        yield left, right


@pytest.fixture(scope='session')
def libc():
    return abidex.open('libc')


@pytest.fixture(scope='session')
def libc_path():
    for folder in os.environ['ABIDEX_PATH'].split(':'):
        path = Path(folder) / 'libc.abx'
        if path.exists():
            return path
    raise FileNotFoundError('libc.abx')


@pytest.fixture(scope='session')
def write_table(libc_path, tmp_path_factory):
    """Writes lines as a table of this platform, whose library is that of the tests."""
    header = libc_path.read_text().split('\n\n')[0].split('\n')
    header = [line for line in header
              if line.split()[0] in ('abidex', 'platform', 'model', 'order', 'char',
                                     'long-double', 'wchar')]
    long_double = next(line for line in header if line.startswith('long-double')).split()[1]

    def write(lines, name='callee'):
        path = tmp_path_factory.mktemp('tables') / f'{name}.abx'
        lines = [line.replace('LONG_DOUBLE', long_double) for line in lines]
        library = os.environ.get('ABIDEX_TEST_CALLEE', 'libc.so.6')
        path.write_text('\n'.join([*header, f'library {library}', '',
                                   *sorted(lines, key=str.encode), '~end', '']))
        return path
    return write


@pytest.fixture(scope='session')
def callee(write_table):
    return abidex.open(write_table(LINES.splitlines()))


@contextlib.contextmanager
def catch_unraisable():
    """A list of what was raised where nobody can catch it."""
    caught = []
    before = sys.unraisablehook
    sys.unraisablehook = lambda args: caught.append(args.exc_value)
    try:
        yield caught
    finally:
        sys.unraisablehook = before


@pytest.fixture
def unraisable():
    return catch_unraisable


def count_growth(function, times=200):
    """Blocks of memory that each call leaves behind. The least of three turns: the interpreter
    fills what it keeps of code that has become hot, once and when it likes."""
    def run():
        for _ in range(times):
            function()
        gc.collect()
        return sys.getallocatedblocks()

    counts = [run() for _ in range(5)]
    return min(after - before for before, after in zip(counts[1:], counts[2:])) / times


@pytest.fixture
def growth():
    return count_growth
