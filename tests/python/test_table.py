"""Tables: opening, names, listing, and when they end."""
import gc
import math
import sys
import weakref
from collections.abc import Mapping

import pytest

import abidex


# ---- opening ----

def test_open(libc, libc_path):
    assert abidex.open('libc') is libc
    assert abidex.open(str(libc_path)) is libc
    assert abidex.open(libc_path) is libc
    assert str(libc_path) in repr(libc)


def test_files_that_are_no_tables(tmp_path, libc_path):
    with pytest.raises(FileNotFoundError):
        abidex.open('/nonexistent.abx')
    with pytest.raises(FileNotFoundError):
        abidex.open('no-such-library')
    wrong = tmp_path / 'wrong.abx'
    wrong.write_text('something else\n')
    with pytest.raises(abidex.TableError):
        abidex.open(wrong)
    wrong.write_text(libc_path.read_text().replace(abidex.platform, 'vax-unknown-ultrix', 1))
    with pytest.raises(abidex.TableError, match='vax'):
        abidex.open(wrong)
    for name in (5, None, b'\0', 'a\0b'):
        with pytest.raises((TypeError, ValueError)):
            abidex.open(name)


def test_damaged_lines(write_table):
    table = abidex.open(write_table(['fn broken i32(', 'const FINE i32 1', 'struct odd 8 {'],
                                    name='damaged'))
    assert table.FINE == 1
    with pytest.raises(abidex.TableError, match='damaged.abx:'):
        table.broken
    with pytest.raises(abidex.TableError):
        table.types['struct odd']


def test_a_table_ends_with_its_last_user(write_table):
    table = abidex.open(write_table(['const ONE i32 1', 'struct pair 16 8 {0 i64 a; 8 i64 b}'],
                                    name='short'))
    gone = weakref.ref(table)
    pair = table.types['struct pair'](a=1)
    assert table.ONE == 1
    del table
    gc.collect()
    assert gone() is not None
    assert pair.a == 1
    del pair
    gc.collect()
    assert gone() is None


def test_functions_keep_their_table(write_table):
    function = abidex.open(write_table(['fn abs i32(i32 x) in=libc.so.6'], name='one')).abs
    gc.collect()
    assert function(-1) == 1


# ---- names ----

def test_constants(callee, libc):
    assert (callee.RED, callee.BLUE) == (1, -3)
    assert callee.HUGE == 2 ** 128 - 1
    assert callee.NEGATIVE == -2 ** 127
    assert callee.PI == math.pi
    assert callee.NAME == 'café'
    assert libc.EPOLLET == 2 ** 31
    assert isinstance(libc.MAP_FAILED, abidex.Pointer)
    assert int(libc.MAP_FAILED) == sys.maxsize * 2 + 1
    assert 'FE_DFL_ENV' not in libc.constants or repr(libc.FE_DFL_ENV)


def test_names_that_are_missing(callee, libc):
    with pytest.raises(AttributeError, match='nope'):
        libc.nope
    with pytest.raises(AttributeError, match='calls something'):
        callee.GONE
    assert not hasattr(libc, 'nope')
    assert getattr(libc, 'nope', 5) == 5
    for names in (libc.functions, libc.constants, libc.variables, libc.types):
        with pytest.raises(KeyError):
            names['nope']
        assert names.get('nope') is None
        assert names.get('nope', 5) == 5
        assert 'nope' not in names
    with pytest.raises(KeyError):
        libc.functions['O_RDONLY']
    with pytest.raises(KeyError):
        libc.constants['open']
    with pytest.raises(AttributeError):
        getattr(libc, '\udc80')


def test_what_is_said_of_names_that_are_missing(libc, callee):
    with pytest.raises(AttributeError, match=r'libc.abx has no function, constant or variable opne \(.*open'):
        libc.opne
    with pytest.raises(AttributeError, match='variable nothing_is_like_this_one$'):
        libc.nothing_is_like_this_one
    with pytest.raises(AttributeError, match=r"pair is a type: .types\['struct pair'\]"):
        callee.pair
    with pytest.raises(AttributeError, match=r"wchar_t is a type: .types\['wchar_t'\]"):
        callee.wchar_t
    with pytest.raises(AttributeError, match='EPOLLIN is a constant: only variables'):
        libc.EPOLLIN = 1
    with pytest.raises(AttributeError, match='abs is a function: only variables'):
        libc.abs = 1
    with pytest.raises(AttributeError, match='did you mean optind'):
        libc.optindd = 1
    with pytest.raises(AttributeError, match='calls something'):
        callee.GONE = 1


def test_names_by_kind(libc):
    assert libc.functions['abs'] is libc.functions['abs'] is libc.abs
    assert libc.constants['O_RDWR'] == libc.O_RDWR
    assert libc.functions['abs'](-1) == 1
    assert 'abs' in libc.functions
    assert 'abs' not in libc.constants
    assert repr(libc.functions).startswith('<abidex functions of')


def test_names_are_mappings(libc, callee):
    assert isinstance(callee.constants, Mapping)
    assert callee.constants.get('NOPE', default=5) == 5
    assert callee.constants.get('RED', default=5) == 1
    with pytest.raises(TypeError):
        callee.constants.get('RED', nope=5)
    assert dict(callee.constants)['RED'] == dict(callee.constants.items())['RED'] == 1
    assert ('RED', 1) in callee.constants.items()
    assert ('RED', 2) not in callee.constants.items()
    assert -3 in callee.constants.values()
    for names in (libc.functions, libc.constants, libc.types, callee.variables):
        assert len(list(names.values())) == len(names.items()) == len(names)


def test_names_that_python_takes_first(write_table):
    table = abidex.open(write_table(['const types i32 5', 'const __doc__ i32 6',
                                     'fn functions i32(i32 value) symbol=echo_i32',
                                     'var variables i32 symbol=n_calls'], name='taken'))
    for _ in range(2):
        assert table.constants['types'] == 5
        assert table.constants['__doc__'] == 6
        assert table.functions['functions'](7) == 7
        assert table.variables['variables'].value >= 0
        for name in ('types', 'functions', 'constants', 'variables'):
            assert isinstance(getattr(table, name), abidex.Names)
        assert 'library' in table.__doc__


def test_listing(libc, callee):
    names = dir(libc)
    assert {'open', 'O_RDONLY', 'environ', 'types'} <= set(names)
    assert names == sorted(names)
    assert 'echo_i32' in list(callee.functions)
    assert callee.functions.keys() == list(callee.functions)
    assert len(callee.variables) == 1
    assert sorted(callee.constants)[:2] == ['BLUE', 'GREEN']


# ---- variables ----

def test_variables(libc, callee):
    libc.optind = 5
    assert libc.optind == 5
    libc.optind = 1
    assert libc.variables['optind'].value == 1
    assert list(callee.numbers) == [10, 20, 30]
    callee.numbers = [1, 2, 3]
    assert callee.numbers[2] == 3
    callee.numbers = [10, 20, 30]
    with pytest.raises(OverflowError):
        libc.optind = 2 ** 40
    with pytest.raises(AttributeError):
        libc.abs = 5
    with pytest.raises(AttributeError):
        libc.nope = 5
    with pytest.raises(AttributeError):
        del libc.optind


def test_every_constant_can_be_read(libc):
    for name in libc.constants:
        assert libc.constants[name] is not None or name in ('ANYADDR', 'NULL', 'SIG_DFL') or (
            libc.constants[name] is None)


def test_every_function_can_be_found(libc):
    found = 0
    for name in libc.functions:
        try:
            function = libc.functions[name]
        except (KeyError, ValueError, OSError):
            continue
        assert function.name == name
        assert function.__text_signature__.startswith('(')
        assert function.__doc__
        found += 1
    assert found > 1500


def test_names_are_completed(libc):
    assert 'struct stat' in libc.types._ipython_key_completions_()
    assert 'abs' in libc.functions._ipython_key_completions_()
