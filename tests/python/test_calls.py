"""Arguments, results, and what is refused before C sees it."""
import array
import ctypes
import gc
import inspect
import keyword
import mmap
import pydoc
import weakref

import pytest

import abidex
from abidex import out

INTEGERS = [(8, True), (8, False), (16, True), (16, False), (32, True), (32, False), (64, True),
            (64, False)]


# ---- numbers ----

@pytest.mark.parametrize('bits, is_signed', INTEGERS)
def test_integers_pass_at_their_limits(callee, bits, is_signed):
    echo = getattr(callee, f'echo_{"i" if is_signed else "u"}{bits}')
    least = -2 ** (bits - 1) if is_signed else 0
    most = 2 ** (bits - is_signed) - 1
    assert echo(least) == least
    assert echo(most) == most
    for wrong in (least - 1, most + 1, 2 ** 200, -2 ** 200):
        with pytest.raises(OverflowError, match=rf'{echo.name}: argument 1 \(value\) takes '):
            echo(wrong)


def test_integers_of_other_classes(callee):
    class Index:
        def __index__(self):
            return 7
    assert callee.echo_i32(True) == 1
    assert callee.echo_i64(Index()) == 7
    for wrong in (1.0, '1', None, b'1', [1]):
        with pytest.raises(TypeError, match=r'echo_i32: argument 1 \(value\) takes an integer'):
            callee.echo_i32(wrong)


def test_an_index_that_fails(callee):
    class Index:
        def __index__(self):
            raise KeyError('mine')
    with pytest.raises(KeyError, match='mine'):
        callee.echo_i32(Index())


def test_bool(callee):
    assert callee.echo_bool(True) is True
    assert callee.echo_bool(0) is False
    with pytest.raises(OverflowError):
        callee.echo_bool(2)


def test_char_and_enum(callee):
    assert callee.echo_char(65) == 65
    assert callee.echo_colour(callee.BLUE) == -3


def test_floats(callee):
    assert callee.echo_f64(1.5) == 1.5
    assert callee.echo_f64(3) == 3.0
    assert callee.echo_f32(0.5) == 0.5
    assert callee.echo_long_double(0.1) == 0.1
    with pytest.raises(OverflowError, match='echo_f32: argument 1'):
        callee.echo_f32(1e300)
    with pytest.raises((OverflowError, ValueError), match='exactly'):
        callee.echo_f64(2 ** 53 + 1)
    with pytest.raises(TypeError, match='takes a floating-point number, got str'):
        callee.echo_f64('1')


def test_complex(callee):
    assert callee.echo_complex(3 - 4j) == 3 - 4j
    assert callee.echo_complex_float(1.5) == 1.5
    with pytest.raises(TypeError, match='takes a complex number, got str'):
        callee.echo_complex('1')


# ---- how many, and by name ----

def test_number_of_arguments(callee):
    for args in ((), (1, 2)):
        with pytest.raises(TypeError, match=f'echo_i32: takes 1 argument, got {len(args)}'):
            callee.echo_i32(*args)
    with pytest.raises(TypeError, match='sum_variable: takes at least 1 argument, got 0'):
        callee.sum_variable()


def test_keywords(callee):
    assert callee.echo_i32(value=5) == 5
    assert callee.answer_i32(0, code=-1) == 0
    with pytest.raises(TypeError, match='has no parameter nope'):
        callee.echo_i32(nope=5)
    with pytest.raises(TypeError, match='is given twice'):
        callee.echo_i32(5, value=5)
    with pytest.raises(TypeError, match=r'argument 1 \(value\) is missing'):
        callee.answer_i32(code=1)
    with pytest.raises(TypeError, match='takes 1 argument'):
        callee.echo_i32(1, 2, **{})


def test_keywords_of_python(write_table):
    lines = [f'fn echo_{word} i32(i32 {word}) symbol=echo_i32' for word in keyword.kwlist]
    table = abidex.open(write_table(lines, 'keywords'))
    for word in keyword.kwlist:
        function = table.functions[f'echo_{word}']
        assert list(inspect.signature(function).parameters) == [f'{word}_']
        assert function(**{f'{word}_': 5}) == 5
        with pytest.raises(TypeError, match=f'has no parameter {word}$'):
            function(**{word: 5})


def test_nothing(callee):
    assert callee.nothing() is None


def test_variable_arguments(libc, callee):
    buffer = libc.types['char[40]']()
    assert libc.snprintf(buffer, 40, '%s %d %.1f %s', 'x', 3, 2.5, b'y') == 9
    assert buffer == 'x 3 2.5 y'
    assert callee.sum_variable('ildsu', 1, 2 ** 40, 0.5, 'four', 2 ** 31) == 2 ** 40 + 2 ** 31 + 5.5
    with pytest.raises(OverflowError):
        callee.sum_variable('i', 2 ** 64)
    with pytest.raises(TypeError, match='sum_variable: argument 2'):
        callee.sum_variable('i', [])


def test_many_arguments(callee):
    kinds = 'i' * 50
    assert callee.sum_variable(kinds, *range(50)) == sum(range(50))


# ---- strings ----

def test_strings(callee, libc):
    assert callee.echo_string('plain') == 'plain'
    assert callee.echo_string('zwölf €') == 'zwölf €'
    assert callee.echo_string(b'bytes') == 'bytes'
    assert callee.echo_string(b'\xff\xfe') == '\udcff\udcfe'
    assert callee.echo_string('\udcff\udcfe') == '\udcff\udcfe'
    assert callee.echo_string(None) is None
    assert libc.strlen('') == 0
    for wrong in ('a\0b', b'a\0b'):
        with pytest.raises(ValueError, match='without a zero inside'):
            callee.echo_string(wrong)
    with pytest.raises(UnicodeEncodeError):
        callee.echo_string('\ud800')


def test_strings_are_not_for_writing(libc):
    with pytest.raises((TypeError, ValueError), match=r'strcpy: argument 1 \(dest\)'):
        libc.strcpy('abc', 'x')


def test_wide_strings(libc, callee):
    assert libc.wcslen('zwölf') == 5
    copy = libc.wcsdup('\N{GRINNING FACE}x')
    assert abidex.string(copy) == '\N{GRINNING FACE}x'
    libc.free(copy)
    assert callee.echo_wide('\N{GRINNING FACE}x') == '\N{GRINNING FACE}x'
    with pytest.raises(ValueError, match='zero inside'):
        libc.wcslen('a\0')
    with pytest.raises(TypeError, match='may write to'):
        libc.wcscpy('abc', 'x')


def test_a_result_to_be_freed_stays_a_pointer(libc):
    copy = libc.strdup('mine')
    assert isinstance(copy, abidex.Pointer)
    assert abidex.string(copy) == 'mine'
    assert abidex.string(copy, 4 + 1) == 'mine'
    with pytest.raises(ValueError):
        abidex.string(copy, 3)
    libc.free(copy)


# ---- pointers ----

def test_none_is_null(callee):
    assert callee.echo_pointer(None) is None
    assert callee.echo_memory(None) is None


def test_nonnull(libc):
    with pytest.raises(ValueError, match='may not be NULL'):
        libc.strlen(None)


def test_integers_are_no_pointers(callee):
    with pytest.raises(TypeError, match=r'echo_pointer: argument 1 \(value\) takes a pointer'):
        callee.echo_pointer(0)


def test_memory_comes_back_as_a_view_that_keeps_it(callee):
    pair = callee.types['struct pair'](a=1, b=2)
    view = callee.echo_memory(pair)
    assert view is not pair
    assert abidex.address(view) == abidex.address(pair)
    del pair
    assert view.b == 2


def test_pointer_types_are_checked(callee, libc):
    with pytest.raises(TypeError, match='takes a pointer to struct pair'):
        callee.echo_memory(callee.types['struct small']())
    with pytest.raises(TypeError, match='stat: argument 2'):
        libc.stat('/', libc.types['struct timeval']())
    pointer = callee.echo_pointer(callee.types['struct pair']())
    assert callee.echo_memory(pointer.cast(callee.types['*struct pair']))
    with pytest.raises(TypeError, match='takes a pointer to struct pair'):
        callee.echo_memory(pointer.cast(callee.types['*struct small']))


def test_too_small_memory(libc):
    with pytest.raises(ValueError, match='asks for 11'):
        libc.read(0, bytearray(10), 11)
    with pytest.raises(ValueError):
        libc.memset(libc.types['char[4]'](), 0, 5)


def test_bounds_of_static_arrays(callee):
    assert callee.sum_four([1, 2, 3, 4]) == 10
    assert callee.sum_four((callee.types['i32'] * 4)([1, 2, 3, 4])) == 10
    assert callee.sum_four(array.array('i', [1, 2, 3, 4])) == 10
    with pytest.raises(ValueError, match='at least 4'):
        callee.sum_four([1, 2, 3])
    with pytest.raises(TypeError, match='format d'):
        callee.sum_four(array.array('d', [1, 2, 3, 4]))


def test_transparent_union(callee):
    assert callee.take_one_of(callee.types['struct pair'](b=7), 0) == 7
    assert callee.take_one_of(callee.types['struct small'](b=8), 1) == 8
    assert callee.take_one_of(None, 0) == -1
    with pytest.raises(TypeError):
        callee.take_one_of(callee.types['struct bits'](), 0)
    with pytest.raises(TypeError):
        callee.take_one_of(5, 0)


# ---- buffers ----

@pytest.mark.parametrize('make', [
    lambda: bytearray(8), lambda: array.array('b', bytes(8)), lambda: memoryview(bytearray(8)),
    lambda: mmap.mmap(-1, 8), lambda: ctypes.create_string_buffer(8),
    lambda: memoryview(bytearray(20))[4:12]])
def test_buffers_are_used_in_place(libc, make):
    buffer = make()
    assert abidex.address(libc.memcpy(buffer, b'abcdefgh', 8)) != 0
    assert bytes(memoryview(buffer)) == b'abcdefgh'
    assert libc.memcmp(buffer, b'abcdefgh', 8) == 0


def test_buffers_that_can_only_be_read(libc):
    assert libc.memcmp(memoryview(b'abc'), b'abc', 3) == 0
    for wrong in (b'abc', memoryview(b'abc')):
        with pytest.raises((TypeError, ValueError), match='memset: argument 1'):
            libc.memset(wrong, 0, 1)


def test_buffers_are_contiguous(libc):
    with pytest.raises(ValueError, match='contiguous'):
        libc.memset(memoryview(bytearray(8))[::2], 0, 1)
    assert libc.memcmp(bytearray(), b'', 0) == 0


def test_a_buffer_is_free_after_the_call(libc):
    buffer = bytearray(4)
    libc.memset(buffer, 1, 4)
    buffer.extend(b'x')
    assert buffer == b'\1\1\1\1x'


def test_more_buffers_than_a_call_has_room_for(callee):
    buffers = [array.array('i', [number]) for number in range(7)]
    assert callee.sum_variable('p' * 7, *buffers) == sum(range(7))
    for buffer in buffers:
        buffer.append(1)
    with pytest.raises(TypeError, match='sum_variable: argument 9'):
        callee.sum_variable('p' * 7, *buffers, [])


def test_a_result_inside_a_buffer_holds_it(libc):
    buffer = bytearray(b'abcdef')
    found = libc.memchr(buffer, ord('c'), 6)
    with pytest.raises(BufferError):
        buffer.extend(b'g' * 1000)
    assert libc.memcmp(found, b'cdef', 4) == 0
    del found
    buffer.extend(b'g')


# ---- records by value ----

def test_records_by_value(callee, libc):
    pair = callee.echo_pair(callee.types['struct pair'](a=-1, b=2))
    assert (pair.a, pair.b) == (-1, 2)
    pair = callee.echo_pair({'a': 3})
    assert (pair.a, pair.b) == (3, 0)
    assert callee.echo_pair([4, 5]).b == 5
    assert libc.div(7, 2).rem == 1
    with pytest.raises(TypeError, match='echo_pair: argument 1'):
        callee.echo_pair(callee.types['struct small']())
    with pytest.raises(TypeError, match='takes memory of type struct pair, got int'):
        callee.echo_pair(1)
    with pytest.raises(KeyError, match='nope'):
        callee.echo_pair({'nope': 1})


def test_unions_and_bit_fields_by_value(callee):
    assert callee.echo_number({'d': 1.0}).i == 0x3ff0000000000000
    bits = callee.echo_bits({'a': 5, 'b': 8191, 'c': -2048})
    assert (bits.a, bits.b, bits.c) == (5, 8191, -2048)


def test_records_for_reading(libc):
    result = libc.nanosleep({'tv_sec': 0, 'tv_nsec': 1}, None)
    assert result == 0
    with pytest.raises(TypeError, match='takes a pointer'):
        libc.time(['x'])


# ---- out ----

def test_out_of_records_and_scalars(libc, callee):
    result, found = libc.stat('/dev/null', out)
    assert result == 0
    assert found.st_mode & libc.S_IFMT == libc.S_IFCHR
    assert callee.write_five(out) == (0, 5)
    assert libc.strtol('12x', out, 10) == (12, 'x')


def test_out_of_bytes(libc):
    result, ends = libc.pipe(out[2])
    assert result == 0
    assert len(ends) == 2
    assert libc.write(ends[1], b'hello', 5) == 5
    count, data = libc.read(ends[0], out[10], 10)
    assert (count, data) == (5, b'hello\0\0\0\0\0')
    libc.close(ends[0])
    libc.close(ends[1])


def test_out_is_refused_where_nothing_is_written(libc, callee):
    with pytest.raises(TypeError, match='is only read'):
        libc.strlen(out)
    with pytest.raises(TypeError, match='is no pointer'):
        callee.echo_i32(out)
    if abidex.platform.endswith('-gnu'):
        with pytest.raises(TypeError, match='make the object'):
            libc.accept(0, out, out)
    with pytest.raises(TypeError, match=r'out\[n\] tells how many'):
        libc.read(0, out, 1)
    with pytest.raises(TypeError, match='has no size'):
        libc.readdir(out)
    with pytest.raises(ValueError, match='at least one'):
        out[0]
    with pytest.raises(TypeError):
        out['x']
    with pytest.raises(ValueError, match='asks for'):
        libc.read(0, out[4], 5)


def test_more_outs_than_usual(libc):
    result = libc.sscanf('1 2 3 4 5 6 7 8 9', '%d %d %d', *(libc.types['int']() for _ in range(3)))
    assert result == 3
    numbers = [libc.types['int']() for _ in range(9)]
    assert libc.sscanf('1 2 3 4 5 6 7 8 9', '%d ' * 9, *numbers) == 9
    assert [number.value for number in numbers] == list(range(1, 10))
    with pytest.raises(TypeError, match='sscanf: argument 3 has no type'):
        libc.sscanf('1', '%d', out)


def test_out_of_a_call_that_fails(libc):
    with pytest.raises(FileNotFoundError):
        libc.stat('/nonexistent', out)


# ---- the function as an object ----

def test_what_a_function_tells(libc):
    function = libc.abs
    assert function is libc.abs
    assert function is libc.functions['abs']
    assert (function.name, function.__name__, function.symbol) == ('abs', 'abs', 'abs')
    assert function.library == 'libc.so.6'
    assert 'abs' in repr(function)
    assert function.__module__ == 'abidex'
    assert libc.open.contract['when'] == '-1'
    assert libc.open.contract['where'] == 'errno'
    assert 'ENOENT' in libc.open.contract['codes']


def test_help_and_signature(libc):
    assert list(inspect.signature(libc.read).parameters) == ['fd', 'buf', 'nbytes']
    assert inspect.isroutine(libc.read)
    text = pydoc.plain(pydoc.render_doc(libc.open))
    assert 'open(' in text
    assert 'oflag' in text
    assert 'ENOENT: the file does not exist' in text
    assert repr(libc.abs) == '<abidex function int abs(int x)>'


def test_functions_that_no_binding_can_call(libc):
    assert 'clone' in repr(libc.clone)
    with pytest.raises(ValueError, match='call posix_spawn, fork or pthread_create'):
        libc.clone(None, None, 0, None)


def test_as_an_attribute_of_a_class(libc):
    class Holder:
        absolute = libc.abs
    assert Holder().absolute(-4) == 4


def test_aliases(callee):
    assert callee.other_name(4) == 4


# ---- what pointers lead into ----

def test_a_pointer_of_another_table_is_checked(write_table, libc_path, libc, tmp_path):
    copy = tmp_path / 'libc_copy.abx'
    copy.write_bytes(libc_path.read_bytes())
    other = abidex.open(str(copy))
    folder = other.opendir('/')
    with pytest.raises(TypeError, match='stream'):
        libc.fclose(folder)
    assert libc.closedir(folder) == 0


def test_a_result_inside_what_a_pointer_leads_into_holds_it(libc):
    buffer = bytearray(b'abcd' * 50)
    first = libc.memchr(buffer, ord('b'), 10)
    second = libc.memchr(first, ord('d'), 10)
    del first
    gc.collect()
    with pytest.raises(BufferError):
        buffer.clear()
    assert libc.types['char'].view(second)[0] == ord('d')
    del second
    buffer.clear()


def test_a_result_inside_text_with_odd_bytes_holds_it(libc):
    text = '\udcff' + 'a' * 200
    found = libc.memchr(text, ord('a'), 5)
    del text
    gc.collect()
    junk = [b'X' * 202 for _ in range(3000)]
    assert abidex.string(found.cast(libc.types['char *'])) == 'a' * 200
    del junk


def test_what_is_behind_out_holds_the_other_arguments(libc):
    status, record, buffer, found = libc.getpwnam_r('root', out, out[4096], 4096, out)
    directory = record.pw_dir
    assert status == 0 and b'root' in buffer
    del buffer, record
    gc.collect()
    junk = [bytearray(b'X' * size) for size in (40, 48, 56, 4096) for _ in range(500)]
    assert (found.pw_name, found.pw_dir) == ('root', directory)
    del junk


def test_what_c_wrote_to_memory_holds_the_other_arguments(libc):
    record = libc.types['struct passwd']()
    buffer = libc.types['char'].array(4096)
    libc.getpwnam_r('root', record, buffer, 4096, out)
    gone = weakref.ref(buffer)
    del buffer
    gc.collect()
    assert gone() is not None and record.pw_name == 'root'
    record['pw_name'] = record['pw_passwd'] = record['pw_gecos'] = None
    record['pw_dir'] = record['pw_shell'] = None
    gc.collect()
    assert gone() is None


# ---- what is freed, and how many there are ----

def test_a_pointer_that_was_freed_is_refused(libc):
    pointer = libc.malloc(16)
    libc.free(pointer)
    assert 'freed' in repr(pointer)
    for use in (lambda: libc.free(pointer), lambda: abidex.string(pointer),
                lambda: pointer.cast(libc.types['char *']),
                lambda: libc.types['int'].view(pointer)):
        with pytest.raises(ValueError, match='freed'):
            use()
    folder = libc.opendir('/')
    libc.closedir(folder)
    with pytest.raises(ValueError, match='freed'):
        libc.readdir(folder)


def test_a_pointer_that_was_not_freed_stays(libc):
    pointer = libc.malloc(16)
    with pytest.raises(OSError):
        libc.munmap(pointer, 0)
    more = libc.realloc(pointer, 32)
    with pytest.raises(ValueError, match='freed'):
        libc.free(pointer)
    libc.free(more)


def test_out_makes_as_many_as_are_declared(libc):
    _, ends = libc.pipe(out)
    assert len(ends) == 2 and ends[0] != ends[1]
    for end in ends:
        libc.close(end)


def test_whole_numbers_that_a_float_has_exactly(libc, callee):
    assert libc.fabs(-2 ** 80) == 2.0 ** 80
    assert callee.echo_f32(2 ** 80) == 2.0 ** 80
    for wrong in (2 ** 80 + 1, 2 ** 2000, -2 ** 2000):
        with pytest.raises(OverflowError, match='takes '):
            libc.fabs(wrong)


# ---- pointers to text behind out ----

def test_text_behind_out_is_a_pointer_unless_it_is_the_callers(libc):
    length, text = libc.asprintf(out, '%d-%s', 5, 'x')
    assert isinstance(text, abidex.Pointer)
    assert (length, abidex.string(text)) == (3, '5-x')
    libc.free(text)
    for number in ('12x', b'12x', bytearray(b'12x\0'), '12x\udcff'[:3]):
        assert libc.strtol(number, out, 10) == (12, 'x')
    assert libc.strtol('12', out, 10) == (12, '')
    assert libc.strtol('12\udcff', out, 10) == (12, '\udcff')
    assert libc.wcstol('7é', out, 10) == (7, 'é')


def test_text_behind_out_may_be_nothing(callee, write_table):
    table = abidex.open(write_table(['fn store i32(**char to) symbol=nothing fails=never'],
                                    'stores'))
    assert table.store(out)[1] is None


# ---- what is empty, too large or of a class that is nearly right ----

def test_buffers_without_room(libc):
    null = libc.open('/dev/zero', libc.O_RDONLY)
    assert libc.read(null, bytearray(0), 0) == 0
    assert libc.read(null, array.array('i'), 0) == 0
    with pytest.raises(ValueError, match='asks for'):
        libc.read(null, bytearray(0), 1)
    assert libc.write(1, bytearray(0), 0) == 0
    with pytest.raises(ValueError, match='asks for'):
        libc.write(1, bytearray(0), 1)
    with pytest.raises(ValueError, match='needs memory of'):
        libc.strcpy(bytearray(0), '')
    assert libc.memset(bytearray(0), 0, 0)
    libc.close(null)
    empty = bytearray(0)
    with pytest.raises(OSError):
        libc.readv(-1, [{'iov_base': empty}], 1)


def test_no_object_at_all(libc):
    with pytest.raises(ValueError, match=r'writev: argument 2 \(iovec\) takes at least one object'):
        libc.writev(1, [], 0)


def test_a_dict_where_c_writes(libc):
    with pytest.raises(TypeError, match=r"types\['struct sigevent'\]\(\.\.\.\)"):
        libc.timer_create(0, {'sigev_notify': 1}, out)


def test_integers_too_long_to_write(libc, callee):
    for number in (10 ** 5000, -10 ** 5000):
        with pytest.raises(OverflowError, match=r'abs: argument 1 \(.*one of 16610 bits'):
            libc.abs(number)
        with pytest.raises(OverflowError, match='a takes .*one of 16610 bits'):
            callee.types['struct pair']().a = number


def test_paths(libc, tmp_path):
    path = tmp_path / 'caf\udce9'
    path.write_text('hello')
    assert libc.stat(path, out)[1].st_size == 5
    assert abidex.string(libc.types['struct iovec'](iov_len=1) and
                         libc.types['const char *'](path)) == str(path)
    with pytest.raises(TypeError, match='takes a pointer'):
        libc.free(path)

    class Broken:
        def __fspath__(self):
            raise KeyError('mine')
    with pytest.raises(KeyError, match='mine'):
        libc.stat(Broken(), out)


def test_what_c_may_not_free(libc):
    iovec = libc.types['struct iovec'](iov_base=b'x')
    view = libc.types['char'].view(libc.types['char'].array(3))
    lent = [bytearray(100), array.array('i', [1]), mmap.mmap(-1, 4096), out[4], iovec.iov_base,
            iovec.iov_base.cast(libc.types['char']), iovec, view, memoryview(bytearray(8))]
    for wrong in lent:
        with pytest.raises(ValueError, match=r'free: argument 1 \(ptr\) may be freed'):
            libc.free(wrong)
        with pytest.raises(ValueError, match=r'realloc: argument 1 \(ptr\) may be freed'):
            libc.realloc(wrong, 5)
    lent[2].close()
    assert bytes(lent[0]) == bytes(100)


def test_what_c_may_free(libc):
    libc.free(None)
    libc.free(libc.malloc(4))
    libc.free(libc.types['int'].view(libc.malloc(8), 2))
    iovec = libc.types['struct iovec'](iov_base=libc.malloc(4))
    libc.free(iovec.iov_base)
    iovec.iov_base = libc.types['int'].view(libc.malloc(4))
    libc.free(iovec.iov_base)


def test_an_int_too_long_for_a_float(callee):
    with pytest.raises(OverflowError, match=r'echo_f64: .*one of 16610 bits'):
        callee.echo_f64(10 ** 5000)


def test_the_error_has_what_is_behind_out(libc):
    stream = libc.fopen('/', 'r')
    with pytest.raises(IsADirectoryError) as caught:
        libc.getline(out, out, stream)
    text, room = caught.value.outs
    assert text is None or isinstance(text, abidex.Pointer)
    assert isinstance(room, int)
    libc.free(text)
    libc.fclose(stream)
    with pytest.raises(FileNotFoundError) as caught:
        libc.stat('/nonexistent', out)
    assert [abidex.typeof(found) for found in caught.value.outs] == [libc.types['struct stat']]
    with pytest.raises(FileNotFoundError) as caught:
        libc.open('/nonexistent', 0)
    assert not hasattr(caught.value, 'outs')
