"""Objects of C: members, elements, bounds, and what keeps what alive."""
import array
import copy
import gc
import pickle
import sys
import weakref

import pytest

import abidex


# ---- members ----

def test_members(callee):
    pair = callee.types['struct pair']()
    assert (pair.a, pair.b) == (0, 0)
    pair.a = -5
    pair.b = 2 ** 63 - 1
    assert (pair.a, pair.b) == (-5, 2 ** 63 - 1)
    for wrong, error in ((2 ** 63, OverflowError), (2 ** 64, OverflowError), (1.0, TypeError),
                         ('x', TypeError), (None, TypeError)):
        with pytest.raises(error, match='a takes '):
            pair.a = wrong
    assert pair.a == -5
    with pytest.raises(TypeError, match='deleted'):
        del pair.a


def test_members_that_are_not(callee):
    pair = callee.types['struct pair']()
    with pytest.raises(AttributeError, match='no member nope'):
        pair.nope
    with pytest.raises(AttributeError, match='no member nope'):
        pair.nope = 1
    assert not hasattr(pair, 'value')
    assert dir(pair) == ['a', 'b']


@pytest.mark.parametrize('kind, least, most', [
    ('i8', -2 ** 7, 2 ** 7 - 1), ('u8', 0, 2 ** 8 - 1), ('i16', -2 ** 15, 2 ** 15 - 1),
    ('u16', 0, 2 ** 16 - 1), ('i32', -2 ** 31, 2 ** 31 - 1), ('u32', 0, 2 ** 32 - 1),
    ('i64', -2 ** 63, 2 ** 63 - 1), ('u64', 0, 2 ** 64 - 1),
    ('i128', -2 ** 127, 2 ** 127 - 1), ('u128', 0, 2 ** 128 - 1)])
def test_integers_at_their_limits(callee, kind, least, most):
    number = callee.types[kind]()
    several = (callee.types[kind] * 3)()
    for value in (least, most, 1):
        number.value = value
        several[1] = value
        assert number.value == value
        assert list(several) == [0, value, 0]
    for wrong in (least - 1, most + 1):
        with pytest.raises(OverflowError, match='takes '):
            number.value = wrong
        with pytest.raises(OverflowError, match=r'\[1\] takes '):
            several[1] = wrong
    assert number.value == 1


def test_floats(callee):
    reals = callee.types['struct reals'](f=0.1, d=0.1)
    assert reals.f == pytest.approx(0.1) and reals.f != 0.1
    assert reals.d == 0.1
    reals.f = 3
    assert reals.f == 3.0
    reals.f = float('inf')
    assert reals.f == float('inf')
    with pytest.raises(OverflowError, match='f takes '):
        reals.f = 1e300


def test_complex(callee):
    number = callee.types['complex f64'](1 + 2j)
    assert number.value == 1 + 2j
    number.value = 3
    assert number.value == 3


def test_bool_and_enum(callee):
    flag = callee.types['bool'](True)
    assert flag.value is True
    with pytest.raises(OverflowError):
        flag.value = 2
    assert callee.types['enum colour'](callee.BLUE).value == -3


def test_bit_fields(callee):
    bits = callee.types['struct bits']()
    bits.b = 8191
    bits.a = 5
    bits.c = -1
    assert (bits.a, bits.b, bits.c) == (5, 8191, -1)
    with pytest.raises(OverflowError, match='a takes 0 to 7, got 8'):
        bits.a = 8
    assert (bits.a, bits.b, bits.c) == (5, 8191, -1)


def test_unions(callee):
    number = callee.types['union number'](d=1.0)
    assert number.i == 0x3ff0000000000000


def test_members_by_macro(libc):
    found = libc.types['struct stat']()
    found.st_atime = 5
    assert found.st_atim.tv_sec == 5
    action = libc.types['struct sigaction']()
    action.sa_handler = libc.SIG_IGN
    assert action.sa_handler == libc.SIG_IGN


def test_nested_records_are_views(callee):
    nested = callee.types['struct nested']()
    part = nested.p
    part.a = 7
    assert nested.p.a == 7
    nested.s[1].b = 9
    assert nested['s[1].b'] == 9
    nested['s[0].a'] = -1
    assert nested.s[0].a == -1
    nested.p = callee.types['struct pair'](a=1, b=2)
    assert (part.a, part.b) == (1, 2)
    nested.p = {'b': 5}
    assert (part.a, part.b) == (1, 5)
    nested.s = [{'a': 1}, (2, 3)]
    assert (nested.s[0].a, nested.s[1].b) == (1, 3)
    with pytest.raises(TypeError, match='takes memory of type struct pair'):
        nested.p = callee.types['struct small']()
    with pytest.raises(KeyError, match='nope'):
        nested['p.nope']
    with pytest.raises((IndexError, OverflowError, KeyError)):
        nested['s[2].a']


# ---- elements ----

def test_arrays(callee):
    numbers = (callee.types['i32'] * 4)([1, 2, 3])
    assert len(numbers) == 4
    assert list(numbers) == [1, 2, 3, 0]
    assert numbers[-1] == 0
    numbers[-1] = 9
    assert numbers[1:] == [2, 3, 9]
    assert numbers[::-2] == [9, 2]
    numbers[:2] = [7, 8]
    assert numbers[0:2] == [7, 8]
    assert 9 in numbers
    for wrong in (4, -5, 2 ** 70):
        with pytest.raises(IndexError):
            numbers[wrong]
        with pytest.raises(IndexError):
            numbers[wrong] = 1
    with pytest.raises(ValueError, match='takes 2 elements, got 3'):
        numbers[:2] = [1, 2, 3]
    with pytest.raises(ValueError, match='has room for 4, got 5'):
        (callee.types['i32'] * 4)(range(5))
    with pytest.raises(TypeError, match='indices are'):
        numbers[1.0]
    with pytest.raises(TypeError, match='deleted'):
        del numbers[0]
    with pytest.raises(AttributeError):
        numbers.value


def test_several_objects(callee):
    pairs = callee.types['struct pair'].array(3, [{'a': 1}, {'a': 2}])
    assert len(pairs) == 3
    assert [pair.a for pair in pairs] == [1, 2, 0]
    assert pairs['[1].a'] == 2
    pairs['[2].b'] = 4
    assert pairs[2].b == 4
    with pytest.raises(AttributeError, match='an index tells which'):
        pairs.a
    with pytest.raises(IndexError):
        pairs['a']
    with pytest.raises(IndexError):
        pairs['[3].a']
    with pytest.raises(ValueError, match='at least one'):
        callee.types['struct pair'].array(0)
    with pytest.raises((OverflowError, MemoryError, ValueError)):
        callee.types['struct pair'].array(2 ** 62)


def test_one_object_is_no_sequence(callee):
    pair = callee.types['struct pair']()
    with pytest.raises(TypeError, match='iterated'):
        iter(pair)
    assert pair[0].a == 0


def test_flexible_arrays(callee):
    flexible = callee.types['struct flexible']
    for made in (flexible(n=2, items=[5, 6]), flexible({'n': 2, 'items': (5, 6)}),
                 flexible.array(3, {'n': 2, 'items': [5, 6]})):
        assert made.n == 2
        assert list(made.items) == [5, 6]
        made.items[1] = 7
        assert made['items[1]'] == 7
        made['items[0]'] = 8
        assert list(made.items) == [8, 7]
        with pytest.raises(IndexError):
            made.items[2]
        assert 'items=[8, 7]' in repr(made)
    assert flexible(items=range(1000)).items[999] == 999
    with pytest.raises(ValueError, match='room for 2, got 3'):
        made.items = [1, 2, 3]
    with pytest.raises(TypeError):
        flexible(items=5)
    single = flexible(n=1)
    assert len(single.items) == 0
    with pytest.raises(IndexError):
        single.items[0]
    with pytest.raises((IndexError, OverflowError, ValueError)):
        single['items[0]']
    with pytest.raises((IndexError, OverflowError, ValueError)):
        single['items[0]'] = 1


def test_wide_characters(callee):
    kind = callee.types['wchar_t'] * 4
    name = kind('zwö')
    assert name == 'zwö'
    assert str(name) == 'zwö'
    assert list(name) == [ord('z'), ord('w'), ord('ö'), 0]
    assert callee.types['wchar_t'].array(4, 'abc') == 'abc'
    with pytest.raises(ValueError, match='room for 4, got 5'):
        kind('vier')
    with pytest.raises(TypeError):
        (callee.types['i32'] * 4)('abc')


def test_callables_in_members(callee):
    holder = callee.types['struct pointers']()
    holder.call = lambda number: number + 1
    assert isinstance(holder.call, abidex.Pointer)
    holder.call = callee.echo_i32
    holder.call = None
    assert holder.call is None
    with pytest.raises(TypeError, match='call takes a pointer'):
        holder.call = 5


def test_characters(callee, libc):
    name = libc.types['char[8]']('abc')
    assert name == 'abc'
    assert name == b'abc'
    assert name != 'abcd'
    assert str(name) == 'abc'
    assert abidex.string(name) == 'abc'
    assert bytes(name) == b'abc\0\0\0\0\0'
    assert name[1] == ord('b')
    with pytest.raises(ValueError, match='room for 7 characters'):
        libc.types['char[8]']('12345678')
    address = libc.types['struct sockaddr_un'](sun_path='/tmp/x')
    assert address.sun_path == '/tmp/x'
    with pytest.raises(ValueError, match='sun_path'):
        address.sun_path = 'x' * 200
    with pytest.raises(TypeError):
        hash(name)


def test_bytes(libc):
    data = (libc.types['u8'] * 4)(b'\1\2\3')
    assert list(data) == [1, 2, 3, 0]
    with pytest.raises(ValueError, match='room for 4'):
        (libc.types['u8'] * 4)(b'12345')
    assert str(libc.types['char'].array(5, 'abcd')) == 'abcd'


# ---- initial values ----

def test_initial_values(callee):
    pair_type = callee.types['struct pair']
    for pair in (pair_type(a=1, b=2), pair_type({'a': 1, 'b': 2}), pair_type([1, 2]),
                 pair_type((1, 2)), pair_type(pair_type(a=1, b=2))):
        assert (pair.a, pair.b) == (1, 2)
    with pytest.raises(TypeError, match='not both'):
        pair_type({'a': 1}, b=2)
    with pytest.raises(TypeError, match='takes a dict or a sequence, got int'):
        pair_type(1)
    with pytest.raises(ValueError, match='room for 2, got 3'):
        pair_type([1, 2, 3])
    with pytest.raises(TypeError):
        pair_type({1: 2})
    with pytest.raises(TypeError):
        pair_type(1, 2)


def test_sequences_that_change_while_they_are_read(callee):
    items = []

    class Clearing:
        def __index__(self):
            items.clear()
            return 1
    items += [Clearing() for _ in range(4)]
    numbers = (callee.types['i32'] * 4)(items)
    assert list(numbers) == [1] * 4
    items += [Clearing() for _ in range(4)]
    numbers[:] = items
    items += [Clearing() for _ in range(4)]
    assert callee.sum_four(items) == 4


def test_memory_as_its_own_initial_value(callee):
    numbers = (callee.types['u8'] * 6)(range(6))
    numbers[:3] = memoryview(numbers)[2:5]
    assert list(numbers) == [2, 3, 4, 3, 4, 5]
    with pytest.raises(TypeError, match='takes memory of type'):
        (callee.types['i32'] * 6)(numbers)
    assert list((callee.types['i32'] * 6)(list(numbers))) == list(numbers)


# ---- pointers ----

def test_pointers_keep_what_they_lead_to(callee):
    holder = callee.types['struct pointers']()
    assert (holder.text, holder.pair, holder.call, holder.data) == (None,) * 4
    holder.text = 'he' + 'llo'
    holder.pair = callee.types['struct pair'](a=7)
    holder.data = bytearray(b'xyz')
    gc.collect()
    assert holder.text == 'hello'
    assert holder.pair.a == 7
    assert callee.types['char'].view(holder.data)[0] == ord('x')
    view = holder.pair
    del holder
    gc.collect()
    assert view.a == 7


def test_what_was_replaced_goes(callee):
    holder = callee.types['struct pointers']()
    pair = callee.types['struct pair']()
    gone = weakref.ref(pair)
    holder.pair = pair
    del pair
    assert gone() is not None
    holder.pair = None
    assert gone() is None
    with pytest.raises(ValueError, match='zero inside'):
        holder.text = 'a\0'
    with pytest.raises(TypeError, match='pair takes a pointer'):
        holder.pair = callee.types['struct small']()
    with pytest.raises(TypeError, match='pair takes a pointer'):
        holder.pair = 5


def test_a_circle_is_collected(callee):
    holder = callee.types['struct pointers']()
    holder.data = holder
    gone = weakref.ref(holder)
    del holder
    gc.collect()
    assert gone() is None


def test_a_long_chain_ends(write_table):
    table = abidex.open(write_table(['struct link 8 8 {0 *struct link next}'], name='chain'))
    last = None
    for _ in range(100_000):
        link = table.types['struct link']()
        link.next = last
        last = link
    del link
    assert last.next.next.next is not None
    del last


def test_parts_keep_the_whole(callee):
    nested = callee.types['struct nested']()
    part = nested.s
    gone = weakref.ref(nested)
    element = part[1]
    del nested, part
    element.a = 3
    assert element.a == 3
    del element
    assert gone() is None


def test_nested_pointers_are_kept_by_the_outermost(libc):
    vectors = (libc.types['struct iovec'] * 2)()
    buffer = bytearray(b'....')
    vectors[0].iov_base = b'ab'
    vectors[0].iov_len = 2
    vectors[1].iov_base = buffer
    vectors[1].iov_len = 4
    gc.collect()
    _, ends = libc.pipe(abidex.out[2])
    assert libc.writev(ends[1], vectors, 2) == 6
    assert libc.read(ends[0], abidex.out[6], 6) == (6, b'ab....')
    libc.close(ends[0])
    libc.close(ends[1])


def test_pointers(callee):
    pair = callee.types['struct pair'](a=3)
    pointer = callee.echo_pointer(pair)
    assert pointer == pair
    assert pair == pointer or True
    assert int(pointer) == abidex.address(pair) == abidex.address(pointer)
    assert pointer
    assert hash(pointer) == hash(callee.echo_pointer(pair))
    assert pointer.cast(callee.types['struct pair']).a == 3
    again = pointer.cast(callee.types['*struct pair'])
    assert isinstance(again, abidex.Pointer)
    assert again == pointer
    del pair
    gc.collect()
    assert pointer.cast(callee.types['struct pair']).a == 3
    with pytest.raises(TypeError):
        pointer.cast('struct pair')
    with pytest.raises(TypeError):
        pointer < pointer
    assert pointer != 5


def test_views(callee):
    numbers = (callee.types['u8'] * 8)(range(1, 9))
    view = callee.types['u16'].view(numbers, 4)
    assert view[0] == int.from_bytes(b'\1\2', __import__('sys').byteorder)
    view[3] = 0
    assert list(numbers[6:]) == [0, 0]
    with pytest.raises(ValueError, match='holds no 5'):
        callee.types['u16'].view(numbers, 5)
    with pytest.raises(ValueError):
        callee.types['u16'].view(numbers, 0)
    with pytest.raises(TypeError, match='view: takes'):
        callee.types['u16'].view('x')
    with pytest.raises(ValueError, match='NULL'):
        callee.types['u16'].view(0)
    assert callee.types['u8'].view(abidex.address(numbers), 2)[1] == 2
    del numbers
    assert view[0] != 0


# ---- what is const, and what was freed ----

def test_const(callee):
    fixed = callee.types['struct fixed'](a=1)
    assert fixed.a == 1
    view = callee.types['struct fixed'].view(fixed)
    with pytest.raises(ValueError, match='const'):
        view.a = 2
    view.b = 3
    whole = callee.types['const struct fixed'].view(fixed)
    with pytest.raises(ValueError, match='const'):
        whole.b = 2
    with pytest.raises((BufferError, TypeError)):
        memoryview(whole)[0] = 1
    assert fixed.b == 3
    several = callee.types['const i32'].view(fixed, 2)
    with pytest.raises(ValueError, match='const'):
        several[0] = 1


def test_constants_stay(callee):
    words = callee.WORDS
    assert abidex.string(words) == 'aé'
    with pytest.raises(ValueError):
        words[0] = 1
    assert memoryview(words).readonly


def test_memory_that_c_freed(libc):
    pointer = libc.malloc(16)
    view = libc.types['struct timeval'].view(pointer)
    view.tv_sec = 5
    libc.free(view)
    for use in (lambda: view.tv_sec, lambda: bytes(view), lambda: abidex.address(view),
                lambda: libc.gettimeofday(view, None), lambda: abidex.string(view),
                lambda: setattr(view, 'tv_sec', 1)):
        with pytest.raises((ValueError, BufferError, TypeError)):
            use()
    assert 'freed' in repr(view)
    with pytest.raises(ValueError, match='takes no memory that abidex owns'):
        libc.free(libc.types['struct timeval']())


# ---- buffers ----

def test_buffers(callee):
    numbers = (callee.types['i32'] * 3)([1, 2, -3])
    view = memoryview(numbers)
    assert (view.format, view.itemsize, view.shape, view.readonly) == ('i', 4, (3,), False)
    assert view.tolist() == [1, 2, -3]
    view[0] = 9
    assert numbers[0] == 9
    assert array.array('i', bytes(numbers)).tolist() == [9, 2, -3]
    assert memoryview(callee.types['struct pair']()).nbytes == 16
    assert memoryview(callee.types['struct pair']()).format == 'B'
    del numbers
    assert view[1] == 2


# ---- as an object ----

def test_repr(callee, libc):
    pair = callee.types['struct pair'](a=1, b=-2)
    assert repr(pair) == 'struct pair(a=1, b=-2)'
    assert repr((callee.types['i32'] * 2)([1, 2])).endswith('(1, 2)')
    assert '100 in all' in repr((callee.types['i32'] * 100)())
    assert 'NULL' in repr(callee.types['struct pointers']())
    wrong = callee.types['struct pointers']()
    memoryview(wrong).cast('B')[0] = 1
    assert '0x1' in repr(wrong)
    for name in ('struct sigaction', 'siginfo_t', 'struct passwd', 'sigset_t', 'union sigval',
                 'pthread_mutex_t', 'struct dirent', 'struct epoll_event'):
        assert repr(libc.types[name]())
    assert repr(libc.types['int'](5)) == 'int(5)'
    assert repr(libc.types['char[8]']('ab')) == "char[8]('ab')"
    long = repr(libc.types['siginfo_t'].array(8))
    assert 1000 < len(long) < 1010
    assert long.endswith('...)')


def test_every_record_can_be_made_and_shown(libc):
    count = 0
    for name in libc.types:
        kind = libc.types[name]
        if kind.size == 0 or kind.kind == 'va_list':
            continue
        made = kind()
        repr(made)
        for member in dir(made):
            getattr(made, member)
        count += 1
    assert count > 1500


def test_comparing(callee):
    pair = callee.types['struct pair']()
    assert pair == callee.echo_memory(pair)
    assert pair != callee.types['struct pair']()
    assert pair != 'x'
    assert len({pair, callee.echo_memory(pair)}) == 1
    with pytest.raises(TypeError):
        pair < pair


def test_copies_are_refused(callee, libc):
    pair = callee.types['struct pair']()
    for thing in (pair, libc, libc.abs, libc.types, libc.types['int'], libc.MAP_FAILED):
        with pytest.raises(TypeError, match="can't be copied or pickled"):
            pickle.dumps(thing)
        with pytest.raises(TypeError, match="can't be copied or pickled"):
            copy.copy(thing)


def test_nobody_else_makes_them(callee):
    for kind in (abidex.Memory, abidex.Type, abidex.Table, abidex.Function, abidex.Pointer,
                 abidex.Callback, abidex.Member, abidex.Names, abidex.Out):
        with pytest.raises(TypeError):
            kind()
        with pytest.raises(TypeError):
            object.__new__(kind)
        with pytest.raises(TypeError):
            type('Mine', (kind,), {})


# ---- what is kept where ----

@pytest.fixture(scope='module')
def links(write_table):
    lines = ['struct link 24 8 {0 *struct link next; 8 *const char text; 16 *const char more}']
    return abidex.open(write_table(lines, name='links')).types['struct link']


def overwrite():
    """Memory of about the size of what was freed gets other content."""
    gc.collect()
    for size in (100, 101, 102):
        for _ in range(300):
            bytearray(b'X' * size)


def test_storing_through_a_pointer_member_keeps(links):
    link = links()
    link.next = links()
    link.next.text = 'hello' * 20
    link.next.next = links(text='deep' * 25)
    overwrite()
    assert link.next.text == 'hello' * 20
    assert link.next.next.text == 'deep' * 25
    several = links.array(2)
    link.next = several[1]
    link.next.text = 'other' * 20
    overwrite()
    assert several[1].text == link.next.text == 'other' * 20


def test_storing_through_an_array_of_pointers_keeps(callee):
    record = callee.types['struct pointers']
    pointers = (callee.types['*struct pointers'] * 2)()
    first = record()
    pointers[0] = first
    pointers[0].text = 'hello' * 20
    overwrite()
    assert first.text == pointers[0].text == 'hello' * 20
    gone = weakref.ref(first)
    del first
    assert gone() is not None
    pointers[0] = None
    assert gone() is None


def test_a_copied_record_keeps_each_pointer_by_itself(links):
    several = links.array(2)
    inner = links()
    gone = weakref.ref(inner)
    link = links(next=inner, text='t' * 100, more='m' * 100)
    several[0] = link
    del link, inner
    overwrite()
    several[0].text = None
    overwrite()
    assert several[0].more == 'm' * 100
    several[0].next.text = 'n' * 100
    overwrite()
    assert several[0].next.text == 'n' * 100
    several[1] = several[0]
    several[0] = links()
    overwrite()
    assert several[1].more == 'm' * 100 and several[1].next.text == 'n' * 100
    assert gone() is not None
    several[1] = links()
    assert gone() is None


def test_copies_where_much_is_kept(links):
    several = links.array(100)
    for i in range(100):
        several[i] = links(text=f'{i}' * 50)
    for i in range(99):
        several[i] = several[i + 1]
    overwrite()
    assert [several[i].text for i in range(99)] == [f'{i + 1}' * 50 for i in range(99)]


def test_a_pointer_that_is_stored_again_grows_no_chain(links, libc, growth):
    link = links()
    link.next = links.view(libc.calloc(1, links.size))
    vector = libc.types['struct iovec'](iov_base=libc.malloc(8))

    def store():
        link.next = link.next
        vector.iov_base = vector.iov_base
    assert growth(store) < 0.5


def test_text_only_where_a_pointer_leads_to_bytes(callee, libc):
    holder = callee.types['struct pointers']()
    for text in ('hello', b'hello'):
        for member in ('pair', 'call'):
            with pytest.raises(TypeError, match=f'{member} takes a pointer'):
                setattr(holder, member, text)
        holder.data = text
        assert callee.types['char'].view(holder.data)[0] == ord('h')
        holder.text = text
        assert holder.text == 'hello'
        with pytest.raises(TypeError, match='takes a pointer'):
            libc.types['struct sigaction']().sa_handler = text
        with pytest.raises(TypeError, match='compar'):
            libc.qsort(bytearray(8), 2, 4, text)
    assert holder.pair is None


def test_a_mapping_with_odd_items(callee):
    class Odd:
        def __init__(self, items):
            self.all = items

        def keys(self):
            return ['a']

        def __getitem__(self, key):
            return 1

        def items(self):
            return self.all

    pair = callee.types['struct pair']
    assert pair(Odd([('a', 3)])).a == 3
    for items in ([5], ['ab'], [('a',)], [('a', 1, 2)], [(1, 2)], [None]):
        with pytest.raises(TypeError, match='takes '):
            pair(Odd(items))


def test_text_in_flexible_arrays(libc):
    event = libc.types['struct inotify_event']
    for text in ('abc', 'x' * 16, 'é' * 16, '\udcff' * 40):
        assert event(name=text).name == text
        assert event({'wd': 3, 'name': text}).name == text
    made = event(name=b'x' * 16)
    assert made.name == 'x' * 16
    made.name = 'short'
    assert made.name == 'short'
    with pytest.raises(ValueError, match='room for'):
        made.name = 'x' * 100
    with pytest.raises(ValueError):
        event().name = 'x'


def test_a_name_without_a_hash(callee):
    class Name(str):
        def __hash__(self):
            raise RuntimeError('no hash')

    pair = callee.types['struct pair']()
    with pytest.raises(RuntimeError, match='no hash'):
        getattr(pair, Name('a'))
    with pytest.raises(RuntimeError, match='no hash'):
        setattr(pair, Name('a'), 1)


def test_paths_with_an_index_leave_nothing_behind(libc):
    numbers = (libc.types['int'] * 4000)()

    def read(least):
        for i in range(least, least + 1000):
            numbers[f'[{i}]'] = numbers[f'[{i}]'] + 1
        gc.collect()
        return sys.getallocatedblocks()
    read(0)
    before = read(1000)
    assert read(2000) - before < 500


# ---- numbers, and where a pointer of C's leads ----

def test_a_scalar_as_a_number(libc, callee):
    assert int(libc.types['int'](5)) == 5
    assert int(libc.types['char'](50)) == 50
    assert float(libc.types['double'](2.5)) == 2.5
    assert int(libc.types['double'](2.5)) == 2
    assert float(libc.types['int'](50)) == 50.0
    for memory in (callee.types['struct pair'](), (callee.types['u8'] * 2)([50, 50]),
                   libc.types['char *']('12'), libc.types['char'].array(3, '12')):
        with pytest.raises(TypeError, match=r'int\(\) takes memory of one number'):
            int(memory)
        with pytest.raises(TypeError, match=r'float\(\) takes memory of one number'):
            float(memory)
    with pytest.raises(TypeError, match='takes a floating-point number'):
        libc.sqrt(libc.types['double'](4.0)) if 'sqrt' in libc.functions else \
            callee.echo_f64(callee.types['f64'](4.0))


def test_text_where_a_pointer_of_c_leads(write_table):
    table = abidex.open(write_table([
        'fn find *const u8(*const char value) symbol=echo_pointer',
        'fn find_bytes *u8(*void value) symbol=echo_pointer',
        'fn find_foreign *const u8(u64 value) symbol=echo_pointer',
        'fn find_units *const u16(u64 value) symbol=echo_pointer'], 'finds'))
    text = table.types['[6]char']('hello')
    address = int(abidex.address(text))
    assert abidex.string(table.find_foreign(address)) == 'hello'
    assert abidex.string(table.find_foreign(address), 6) == 'hello'
    with pytest.raises(ValueError, match='no end within 2 characters'):
        abidex.string(table.find_foreign(address), 2)
    assert abidex.string(table.find_foreign(address + 5)) == ''
    units = (table.types['u16'] * 3)([0x68, 0xe9, 0])
    assert abidex.string(table.find_units(int(abidex.address(units)))) == 'hé'
    # As far as what it leads into goes.
    assert abidex.string(table.find('hello')) == 'hello'
    assert abidex.string(table.find_bytes(bytearray(b'hello'))) == 'hello'
    assert abidex.string(table.find_bytes(text)) == 'hello'
    # A view that was asked for ends where it was told to.
    assert abidex.string(table.types['u8'].view(address)) == 'h'


def test_more_where_a_pointer_of_c_leads(write_table):
    table = abidex.open(write_table([
        'fn find *i32(*void value) symbol=echo_pointer',
        'fn find_foreign *i32(u64 value) symbol=echo_pointer'], 'finds'))
    int_type = table.types['i32']
    numbers = (int_type * 3)([1, 2, 3])
    address = int(abidex.address(numbers))
    assert list(int_type.view(table.find_foreign(address), 3)) == [1, 2, 3]
    assert list(int_type.view(table.find(numbers), 3)) == [1, 2, 3]
    with pytest.raises(ValueError, match='memory of 12 bytes holds no 4'):
        int_type.view(table.find(numbers), 4)
    buffer = array.array('i', [4, 5])
    assert list(int_type.view(table.find(buffer), 2)) == [4, 5]
    with pytest.raises(ValueError, match='memory of 8 bytes holds no 3'):
        int_type.view(table.find(buffer), 3)
    with pytest.raises(ValueError, match='memory of 4 bytes holds no 2'):
        int_type.view(int_type.view(address), 2)


def test_views_of_addresses_that_are_none(callee):
    int_type = callee.types['i32']
    bits = 8 * callee.types['*void'].size
    for address in (-5, 2 ** bits, 10 ** 5000):
        with pytest.raises(OverflowError, match=rf'takes an address of 0 to 2\*\*{bits} - 1'):
            int_type.view(address)
    for address, count in ((2 ** bits - 2, 1), (2 ** bits - 8, 3), (16, 2 ** (bits - 2))):
        with pytest.raises(OverflowError, match='end behind the last address'):
            int_type.view(address, count)


def test_an_index_in_a_path_that_is_too_large(callee):
    several = callee.types['struct pair'].array(5)
    with pytest.raises(IndexError, match=r'\[99\].a: the index is none of 5 elements'):
        several['[99].a']
    with pytest.raises(IndexError, match='an index of 5 objects comes first'):
        several['a']
