"""C functions that end in Python ones."""
import ctypes
import gc
import itertools
import sys
import threading
import weakref

import pytest

import abidex


@pytest.fixture
def compare(libc):
    number = libc.types['int']
    return lambda a, b: number.view(a).value - number.view(b).value


def make_numbers(libc):
    return (libc.types['int'] * 8)([5, 3, 8, 1, 7, 2, 6, 4])


def sort(libc, function):
    numbers = make_numbers(libc)
    libc.qsort(numbers, 8, 4, function)
    return list(numbers)


def call(callback, prototype, *args):
    """As C code does that knows nothing of abidex."""
    return prototype(abidex.address(callback))(*args)


# ---- functions as arguments

def test_a_function_is_called(libc, compare):
    assert sort(libc, compare) == [1, 2, 3, 4, 5, 6, 7, 8]
    key = libc.types['int'](7)
    numbers = (libc.types['int'] * 8)(range(1, 9))
    found = libc.bsearch(key, numbers, 8, 4, compare)
    assert int(found) == abidex.address(numbers) + 6 * 4


def test_arguments_are_pointers_with_types(libc):
    seen = []
    sort(libc, lambda a, b: seen.append((a, b)) or 0)
    assert all(type(pointer) is abidex.Pointer for pointer in itertools.chain(*seen))
    assert abidex.typeof(seen[0][0]) == libc.types['const void *']


def test_a_file_tree_is_walked(libc, tmp_path):
    (tmp_path / 'folder').mkdir()
    (tmp_path / 'folder' / 'file').write_bytes(b'12345')
    seen = {}

    def visit(path, stat, kind, walk):
        seen[path] = (stat.st_size if kind == libc.FTW_F else None, kind, walk.level)
        return 0

    assert libc.nftw(str(tmp_path), visit, 10, libc.FTW_PHYS) == 0
    assert seen == {str(tmp_path): (None, libc.FTW_D, 0),
                    str(tmp_path / 'folder'): (None, libc.FTW_D, 1),
                    str(tmp_path / 'folder' / 'file'): (5, libc.FTW_F, 2)}


def test_what_only_lives_for_the_call_is_freed(libc):
    def compare(a, b):
        return 0

    gone = weakref.ref(compare)
    sort(libc, compare)
    del compare
    assert gone() is None


def test_what_c_keeps_is_kept(libc):
    def destroy(value):
        return None

    class Unhashable(list):
        def __call__(self, value):
            return None

    for function in destroy, Unhashable():
        key = libc.types['pthread_key_t']()
        before = sys.getrefcount(function)
        libc.pthread_key_create(key, function)
        libc.pthread_key_delete(key.value)
        after = sys.getrefcount(function)
        assert after > before
        libc.pthread_key_create(key, function)  # the same callback once more
        libc.pthread_key_delete(key.value)
        assert sys.getrefcount(function) == after


def test_what_is_no_function_is_refused(libc):
    for thing in 5, 'text', 1.5:
        with pytest.raises(TypeError, match=r'argument 4 \(compar'):
            sort(libc, thing)


# ---- exceptions

def test_an_exception_comes_out_of_the_call(libc):
    error = KeyError('of the fifth')
    calls = []

    def compare(a, b):
        calls.append(None)
        if len(calls) == 5:
            raise error
        return 0

    with pytest.raises(KeyError) as caught:
        sort(libc, compare)
    assert caught.value is error
    assert len(calls) == 5  # C went on without it
    assert 'compare' in [entry.name for entry in caught.traceback]
    assert sort(libc, lambda a, b: 0) == [5, 3, 8, 1, 7, 2, 6, 4]


@pytest.mark.parametrize('error', [SystemExit, KeyboardInterrupt, GeneratorExit])
def test_what_is_no_exception_comes_out_too(libc, error):
    def compare(a, b):
        raise error

    with pytest.raises(error):
        sort(libc, compare)


def test_an_exception_may_be_the_call_s_that_is_within(libc, compare):
    caught = []

    def wrong(a, b):
        raise KeyError

    def outer(a, b):
        try:
            sort(libc, wrong)
        except KeyError as error:
            caught.append(error)
        return compare(a, b)

    assert sort(libc, outer) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert len(caught) > 7


def test_exceptions_pass_through_many_calls(libc):
    def dive(depth):
        if depth == 0:
            raise KeyError('below')

        def compare(a, b):
            dive(depth - 1)

        sort(libc, compare)

    with pytest.raises(KeyError, match='below'):
        dive(20)


def test_a_failed_call_is_told_where_nothing_was_raised(libc, tmp_path):
    def visit(path, stat, kind, walk):
        raise KeyError('first')

    with pytest.raises(KeyError):
        libc.nftw(str(tmp_path), visit, 10, 0)
    with pytest.raises(FileNotFoundError):
        libc.nftw('/nonexistent', visit, 10, 0)


# ---- results

@pytest.mark.parametrize('result, error, words', [
    ('text', TypeError, 'the result of a callback takes an integer, got str'),
    (None, TypeError, 'the result of a callback takes an integer'),
    (1 << 31, OverflowError, r'the result of a callback takes -2147483648 to 2147483647'),
    (-1 << 70, OverflowError, 'the result of a callback takes'),
    (1.5, TypeError, 'the result of a callback takes an integer')])
def test_a_result_has_to_fit(libc, result, error, words):
    with pytest.raises(error, match=words):
        sort(libc, lambda a, b: result)


NUMBERS = [
    ('i8', ctypes.c_int8, -128, 127), ('u8', ctypes.c_uint8, 0, 255),
    ('i16', ctypes.c_int16, -2**15, 2**15 - 1), ('u16', ctypes.c_uint16, 0, 2**16 - 1),
    ('i32', ctypes.c_int32, -2**31, 2**31 - 1), ('u32', ctypes.c_uint32, 0, 2**32 - 1),
    ('i64', ctypes.c_int64, -2**63, 2**63 - 1), ('u64', ctypes.c_uint64, 0, 2**64 - 1)]


@pytest.mark.parametrize('name, kind, least, most', NUMBERS)
def test_integers_go_both_ways(libc, unraisable, name, kind, least, most):
    callback = libc.types[f'*({name}({name}))'](lambda number: number + shift)
    prototype = ctypes.CFUNCTYPE(kind, kind)
    shift = 0
    for number in least, most, 0, 1:
        assert call(callback, prototype, number) == number
    with unraisable() as caught:
        for number, shift in (most, 1), (least, -1):
            assert call(callback, prototype, number) == 0
    assert [type(error) for error in caught] == [OverflowError, OverflowError]


@pytest.mark.parametrize('name, kind, value', [
    ('f64', ctypes.c_double, 0.1), ('f32', ctypes.c_float, 0.5),
    ('bool', ctypes.c_bool, True), ('bool', ctypes.c_bool, False)])
def test_other_numbers_go_both_ways(libc, name, kind, value):
    seen = []
    callback = libc.types[f'*({name}({name}))'](lambda given: seen.append(given) or given)
    assert call(callback, ctypes.CFUNCTYPE(kind, kind), value) == value
    assert seen == [value] and type(seen[0]) is type(value)


def test_enums_and_characters_go_both_ways(callee):
    for name, kind in ('enum colour', ctypes.c_int), ('char', ctypes.c_byte):
        callback = callee.types[f'*({name}({name}))'](lambda number: number)
        assert call(callback, ctypes.CFUNCTYPE(kind, kind), -3) == -3


def test_a_float_has_to_fit(libc, unraisable):
    callback = libc.types['*(f32())'](lambda: 1e300)
    with unraisable() as caught:
        assert call(callback, ctypes.CFUNCTYPE(ctypes.c_float)) == 0
    assert [type(error) for error in caught] == [OverflowError]


class Timespec(ctypes.Structure):
    _fields_ = [('tv_sec', ctypes.c_long), ('tv_nsec', ctypes.c_long)]


def test_records_go_both_ways(libc):
    timespec = libc.types['struct timespec']
    seen = []

    def add(time):
        seen.append(time)
        return timespec(tv_sec=time.tv_sec + 1, tv_nsec=time.tv_nsec)

    callback = libc.types['*(struct timespec(struct timespec))'](add)
    result = call(callback, ctypes.CFUNCTYPE(Timespec, Timespec), Timespec(5, 7))
    assert (result.tv_sec, result.tv_nsec) == (6, 7)
    assert (seen[0].tv_sec, seen[0].tv_nsec) == (5, 7)  # a copy, which stays


def test_zero_stands_for_a_record(libc, unraisable):
    callback = libc.types['*(struct timespec())'](lambda: 1 / 0)
    with unraisable() as caught:
        result = call(callback, ctypes.CFUNCTYPE(Timespec))
    assert (result.tv_sec, result.tv_nsec) == (0, 0)
    assert [type(error) for error in caught] == [ZeroDivisionError]


def test_text_goes_both_ways(libc):
    callback = libc.types['*(*const char(*const char))'](lambda text: text + '\xe9')
    prototype = ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.c_char_p)
    assert call(callback, prototype, b'caf') == b'caf\xc3\xa9'
    gc.collect()
    assert call(callback, prototype, b'') == b'\xc3\xa9'


def test_what_a_result_leads_to_lives_as_long_as_the_call(libc):
    timespec = libc.types['struct timespec']
    prototype = ctypes.CFUNCTYPE(ctypes.POINTER(Timespec))
    gone = []

    def make():
        time = timespec(tv_sec=7)
        gone.append(weakref.ref(time))
        return time

    callback = libc.types['*(*struct timespec())'](make)

    def compare(a, b):
        found = call(callback, prototype)
        libc.getpid()  # a call in the call ends nothing
        assert gone[-1]() is not None and found.contents.tv_sec == 7
        return 0

    sort(libc, compare)
    assert len(gone) > 1
    assert [ref() for ref in gone] == [None] * len(gone)
    for _ in range(3):  # no call tells the end: the next result does
        assert call(callback, prototype).contents.tv_sec == 7
    assert [ref() is None for ref in gone[-3:]] == [True, True, False]


def test_each_thread_s_results_end_with_its_call(libc):
    timespec = libc.types['struct timespec']
    prototype = ctypes.CFUNCTYPE(ctypes.POINTER(Timespec))
    gone = []

    def make():
        time = timespec(tv_sec=7)
        gone.append(weakref.ref(time))
        return time

    def run():
        barrier.wait()  # so that each thread has a number of its own
        sort(libc, lambda a, b: call(callback, prototype).contents.tv_sec)
        barrier.wait()

    callback = libc.types['*(*struct timespec())'](make)
    barrier = threading.Barrier(8)
    threads = [threading.Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(gone) > 8
    assert [ref for ref in gone if ref() is not None] == []


def test_a_result_that_leads_back_is_collected(libc):
    class Room(bytearray):
        pass

    room = Room(b'text')
    callback = libc.types['*(*void())'](lambda room=room: room)
    room.callback = callback
    call(callback, ctypes.CFUNCTYPE(ctypes.c_void_p))
    gone = weakref.ref(callback)
    del callback, room
    gc.collect()
    assert gone() is None


def test_a_call_s_result_has_what_the_callback_answered(callee):
    pair = callee.types['struct pair']
    made = callee.answer_of(lambda: pair(a=1, b=2))
    gc.collect()
    assert (made.a, made.b) == (1, 2)


def test_room_for_characters_is_no_text_yet(libc):
    def fill(room):
        libc.memcpy(room, b'x', 1)
        return 0

    buffer = ctypes.create_string_buffer(8)
    callback = libc.types['*(i32(*char))'](fill)
    assert call(callback, ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p), buffer) == 0
    assert buffer.raw[0:1] == b'x'


def test_null_is_none(libc):
    seen = []
    callback = libc.types['*(*void(*void))'](seen.append)
    assert call(callback, ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p), None) is None
    assert seen == [None]


def test_many_arguments(libc):
    callback = libc.types['*(i64(' + ', '.join(['i64'] * 12) + '))'](
        lambda *args: sum(n * i for i, n in enumerate(args)))
    prototype = ctypes.CFUNCTYPE(ctypes.c_int64, *[ctypes.c_int64] * 12)
    assert call(callback, prototype, *range(12)) == sum(n * n for n in range(12))


def test_the_number_of_arguments_is_the_function_s_own(libc):
    with pytest.raises(TypeError, match='takes 0 positional arguments'):
        sort(libc, lambda: 0)


# ---- objects

def test_a_callback_is_an_object(libc, compare):
    kind = libc.types['__compar_fn_t']
    callback = kind(compare)
    assert type(callback) is abidex.Callback
    assert (callback.type, callback.function, callback.closed) == (kind, compare, False)
    assert abidex.typeof(callback) == kind
    assert abidex.address(callback) == abidex.address(callback) > 0
    assert sort(libc, callback) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert 'compare' in repr(kind(test_null_is_none)) or 'test_null' in repr(
        kind(test_null_is_none))
    assert kind(lambda a, b: (a, b))(1, b=2) == (1, 2)  # as Python calls it
    with pytest.raises(TypeError):
        abidex.Callback()


def test_another_type_is_refused(libc):
    callback = libc.types['*(*void(*void))'](lambda pointer: None)
    with pytest.raises(TypeError, match='argument 4'):
        sort(libc, callback)
    for name in 'int', 'struct stat', 'void *':
        with pytest.raises(TypeError):
            libc.types[name](test_null_is_none)


def test_varying_arguments_are_refused(libc):
    with pytest.raises(TypeError, match='its arguments vary'):
        libc.types['*(i32(*const char, ...))'](print)


def test_a_closed_callback_is_refused(libc, compare):
    with libc.types['__compar_fn_t'](compare) as callback:
        assert sort(libc, callback) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert callback.closed and callback.function is None
    assert 'closed' in repr(callback)
    callback.close()
    for use in (lambda: sort(libc, callback), lambda: abidex.address(callback),
                lambda: callback(1, 2), callback.__enter__):
        with pytest.raises(ValueError, match='closed'):
            use()


def test_c_may_call_what_was_closed(libc, compare, unraisable):
    callback = libc.types['__compar_fn_t'](compare)
    prototype = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
    function = prototype(abidex.address(callback))
    callback.close()
    with unraisable() as caught:
        assert function(None, None) == 0
    assert 'was called after it was closed' in str(caught[0])


def test_c_may_call_what_is_no_more(libc, compare, unraisable):
    callback = libc.types['__compar_fn_t'](compare)
    prototype = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
    function = prototype(abidex.address(callback))
    del callback
    gc.collect()
    with unraisable() as caught:
        assert function(None, None) == 0
    assert 'was called after it was destroyed' in str(caught[0])
    assert libc.getpid() > 0


def test_what_c_may_call_stays(write_table):
    """The table, whose code it is, whatever Python forgets."""
    lines = ['fn qsort void(*void base, u64 n, u64 size, compare function) in=libc.so.6 '
             'callback=4:LIFETIME fails=never', 'typedef compare *(i32(*const void, *const void))']

    def is_kept(use, lifetime='call'):
        table = abidex.open(write_table([line.replace('LIFETIME', lifetime) for line in lines]))
        use(table)
        reference = weakref.ref(table)
        del table
        gc.collect()
        return reference() is not None

    def give(table):
        table.qsort(bytearray(8), 2, 4, lambda a, b: 0)

    def give_object(table):
        table.qsort(bytearray(8), 2, 4, table.types['compare'](lambda a, b: 0))

    assert [is_kept(use) for use in (give, give_object)] == [False, False]
    assert [is_kept(use, 'kept') for use in (give, give_object)] == [True, True]
    assert is_kept(lambda table: abidex.address(table.types['compare'](print)))


def test_a_callback_may_end_inside_itself(libc):
    callbacks = []

    def compare(a, b):
        if callbacks:
            callbacks.pop().close()
        return 0

    callbacks.append(libc.types['__compar_fn_t'](compare))
    with pytest.raises(ValueError, match='was called after it was closed'):
        sort(libc, callbacks[0])
    callbacks.append(libc.types['__compar_fn_t'](compare))
    with pytest.raises(ValueError, match='was called after it was closed'):
        sort(libc, callbacks[0])


def test_circles_are_collected(libc):
    class Holder:
        def compare(self, a, b):
            return 0

    holder = Holder()
    holder.callback = libc.types['__compar_fn_t'](holder.compare)
    gone = weakref.ref(holder), weakref.ref(holder.callback)
    sort(libc, holder.callback)
    del holder
    gc.collect()
    assert [reference() for reference in gone] == [None, None]


def test_memory_keeps_what_is_stored(libc):
    action = libc.types['struct sigaction']()
    seen = []
    action.sa_handler = lambda number: seen.append(number)
    gc.collect()
    ctypes.CFUNCTYPE(None, ctypes.c_int)(int(action.sa_handler))(7)
    assert seen == [7]


def raise_key_error(*args):
    raise KeyError


def close_one(libc):
    with libc.types['__compar_fn_t'](raise_key_error) as callback:
        sort(libc, raise_key_error)
    sort(libc, callback)


def make_circle(libc):
    def function(a, b):
        return callback

    callback = libc.types['__compar_fn_t'](function)
    sort(libc, callback)


@pytest.mark.parametrize('use', [
    lambda libc: sort(libc, lambda a, b: 0),
    lambda libc: sort(libc, libc.types['__compar_fn_t'](lambda a, b: 0)),
    lambda libc: sort(libc, raise_key_error),
    lambda libc: sort(libc, lambda a, b: 'text'),
    lambda libc: sort(libc, lambda a, b: 1 << 40),
    lambda libc: libc.types['int'](raise_key_error),
    lambda libc: libc.pthread_once(libc.types['pthread_once_t'](), raise_key_error),
    close_one, make_circle])
def test_nothing_is_left_behind(libc, growth, use):
    """Of functions that use a callback during the call."""
    def run():
        try:
            use(libc)
        except (KeyError, TypeError, OverflowError, ValueError):
            pass

    assert growth(run) < 0.2


@pytest.mark.parametrize('name, kind, argument, function', [
    ('*(struct timespec(struct timespec))', (Timespec, Timespec), Timespec(1, 2),
     lambda time: time),
    ('*(*const char(*const char))', (ctypes.c_char_p, ctypes.c_char_p), b'text', str.upper),
    ('*(f64(f64))', (ctypes.c_double, ctypes.c_double), 0.5, abs)])
def test_values_are_not_left_behind(libc, growth, name, kind, argument, function):
    callback = libc.types[name](function)
    address = ctypes.CFUNCTYPE(*kind)(abidex.address(callback))
    assert growth(lambda: address(argument)) < 0.2


# ---- calls that nobody here made

def test_without_a_call_nobody_catches(libc, unraisable):
    """Whether the lock is held (PYFUNCTYPE) or not (CFUNCTYPE)."""
    callback = libc.types['*(i32(i32))'](lambda number: 1 // number)
    with unraisable() as caught:
        for make in ctypes.CFUNCTYPE, ctypes.PYFUNCTYPE:
            prototype = make(ctypes.c_int, ctypes.c_int)
            assert call(callback, prototype, 1) == 1
            assert call(callback, prototype, 0) == 0
    assert [type(error) for error in caught] == [ZeroDivisionError, ZeroDivisionError]
    assert libc.getpid() > 0


def test_a_call_within_such_a_call_catches(libc, unraisable):
    def wrong(a, b):
        raise KeyError

    callback = libc.types['*(i32(i32))'](lambda number: sort(libc, wrong))
    with unraisable() as caught:
        assert call(callback, ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int), 1) == 0
    assert [type(error) for error in caught] == [KeyError]


def test_equal_callables_are_not_the_same(write_table):
    class Equal:
        def __eq__(self, other):
            return True

        def __hash__(self):
            return 1

        def __call__(self, number):
            return number

        def method(self, number):
            return number

    keep = abidex.open(write_table(
        ['fn keep *void(*(i32(i32)) call) symbol=echo_pointer callback=1:kept'],
        name='keeper')).keep
    first, second = Equal(), Equal()
    several = [first, second, first.method, second.method, abs, len, [].count, [].count]
    addresses = [keep(function) for function in several]
    assert len(set(map(int, addresses))) == len(several)
    assert [keep(function) for function in several] == addresses
    assert keep(first.method) == addresses[2]
