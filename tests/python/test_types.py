"""Types: what they tell, how they are named and made."""
import ctypes

import pytest

import abidex


def test_what_a_type_tells(libc):
    kind = libc.types['struct timeval']
    assert (kind.name, kind.size, kind.align, kind.kind) == ('timeval', 16, 8, 'struct')
    assert kind.length is None
    assert kind.target is None
    assert [(member.name, member.offset, member.size) for member in kind.members] == [
        ('tv_sec', 0, 8), ('tv_usec', 8, 8)]
    assert str(kind.members[0].type) in ('__time_t', 'long')
    assert 'tv_sec' in repr(kind.members[0])


def test_names_of_c_and_of_the_table(libc):
    for one, other in (('int', 'i32'), ('unsigned long', 'u64'), ('const char *', '*const char'),
                       ('struct stat *', '*struct stat'), ('char[16]', '[16]char')):
        assert libc.types[one] == libc.types[other]
        assert hash(libc.types[one]) == hash(libc.types[other])
    assert libc.types['int'] != libc.types['unsigned']
    assert libc.types['int'] != 'int'
    assert 'struct stat' in libc.types
    assert 'struct nope' not in libc.types
    assert 5 not in libc.types


def test_names_that_are_none(libc):
    with pytest.raises(KeyError, match='nope'):
        libc.types['struct nope']
    for wrong in ('int int int', '', '%', 'struct'):
        with pytest.raises((KeyError, ValueError)):
            libc.types[wrong]
    with pytest.raises(TypeError, match='names are str'):
        libc.types[5]


def test_bit_fields_and_kinds(callee):
    bits = callee.types['struct bits'].members
    assert [(b.name, b.bit_width) for b in bits] == [('a', 3), ('b', 13), ('c', 12)]
    assert callee.types['struct pair'].members[0].bit_width is None
    kinds = {'void': 'void', 'bool': 'bool', 'char': 'char', 'i8': 'int', 'f64': 'float',
             '*void': 'pointer', '[3]i8': 'array', 'enum colour': 'enum', 'complex f64': 'complex',
             'union number': 'union', 'wchar_t': 'int'}
    for name, kind in kinds.items():
        assert callee.types[name].kind == kind


def test_targets(callee):
    assert callee.types['*struct pair'].target == callee.types['struct pair']
    assert callee.types['[3]i16'].target == callee.types['i16']
    assert callee.types['[3]i16'].length == 3
    assert callee.echo_pair.type.target == callee.types['struct pair']


def test_arrays_of_a_type(callee):
    assert callee.types['i32'] * 4 == callee.types['[4]i32']
    assert 4 * callee.types['i32'] == callee.types['[4]i32']
    assert (callee.types['struct pair'] * 2).size == 32
    assert ((callee.types['i32'] * 3) * 2)([[1, 2, 3], [4, 5, 6]])[1][2] == 6
    for wrong in (0, -1):
        with pytest.raises(ValueError):
            callee.types['i32'] * wrong
    with pytest.raises(TypeError):
        callee.types['i32'] * 'x'
    with pytest.raises(TypeError):
        callee.types['i32'] * callee.types['i32']


def test_types_without_objects(callee, libc):
    for name in ('void', 'struct hidden'):
        with pytest.raises(TypeError, match='there are no objects of type'):
            callee.types[name]()
        with pytest.raises(TypeError, match='no size'):
            abidex.sizeof(callee.types[name])
    assert callee.types['struct hidden'].size == 0


def test_sizeof_and_typeof(callee):
    pair = callee.types['struct pair']()
    assert abidex.sizeof(pair) == abidex.sizeof(callee.types['struct pair']) == 16
    assert abidex.sizeof(callee.types['struct pair'].array(3)) == 48
    assert abidex.typeof(pair) is callee.types['struct pair']
    assert abidex.typeof(callee.echo_pointer(pair)) == callee.types['*void']
    assert abidex.typeof(callee.nothing).kind == 'function'
    for function in (abidex.sizeof, abidex.typeof, abidex.address, abidex.string):
        with pytest.raises(TypeError, match=function.__name__):
            function(5)


def test_types_of_other_tables(callee, libc):
    pair = callee.echo_pointer(callee.types['struct pair']())
    with pytest.raises(TypeError, match='of another table'):
        pair.cast(libc.types['struct timeval'])


def test_all_types_are_found(libc):
    names = list(libc.types)
    assert len(names) == len(libc.types) > 2000
    assert {'struct stat', 'sigset_t', 'union sigval'} <= set(names)
    for name in names:
        kind = libc.types[name]
        assert repr(kind)
        assert kind.size >= 0
        assert len(kind.members) >= 0


def test_address_of_a_function(libc, callee):
    native = ctypes.cast(ctypes.CDLL(None).abs, ctypes.c_void_p).value
    assert abidex.address(libc.abs) == native
    with pytest.raises(ValueError, match="can't be called"):
        abidex.address(libc.functions['setjmp' if 'setjmp' in libc.functions else '_setjmp'])


def test_string(libc):
    assert abidex.string(None) is None
    assert abidex.string('x') == 'x'
    with pytest.raises(TypeError):
        abidex.string(libc.types['struct timeval']())
    with pytest.raises(ValueError, match='negative'):
        abidex.string(libc.types['char[3]'](), -1)
    text = libc.types['char[4]'](b'abcd')
    assert abidex.string(text, None) == abidex.string(text, limit=None) == 'abcd'
    with pytest.raises(ValueError, match='no end within 2'):
        abidex.string(text, limit=2)
    with pytest.raises(TypeError):
        abidex.string(text, 1.5)
    with pytest.raises(OverflowError):
        abidex.string(text, 2 ** 70)
    with pytest.raises(TypeError):
        abidex.string(libc.MAP_FAILED)


def test_a_struct_by_its_name_alone(libc):
    with pytest.raises(KeyError, match='has no type stat: there is struct stat'):
        libc.types['stat']
    with pytest.raises(KeyError, match='has no type nothing_like_it\'?$'):
        libc.types['nothing_like_it']
    assert 'stat' not in libc.types
    assert libc.types.get('stat') is None
