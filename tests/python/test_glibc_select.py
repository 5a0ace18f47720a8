"""abidex.glibc.select: what CPython's own tests (cpython.py) don't look at."""
import errno
import gc
import math
import os
import select as stock
import signal
import socket
import threading
import time

import pytest
from abidex.glibc import select


@pytest.fixture
def poller():
    with select.epoll() as poller:
        yield poller


@pytest.fixture
def asked(monkeypatch):
    """The timeouts that the C function was given."""
    timeouts = []

    def epoll_wait(fd, events, maxevents, timeout):
        timeouts.append(timeout)
        return 0

    monkeypatch.setattr(select, '_epoll_wait', epoll_wait)
    return timeouts


def test_it_is_ours():
    assert select.epoll is not stock.epoll
    assert select.epoll.__module__ == 'abidex.glibc.select'


def test_constants_are_those_of_the_standard_module():
    names = [name for name in dir(stock) if name.startswith('EPOLL')]
    assert len(names) >= 14
    assert {name: getattr(select, name) for name in names} == \
           {name: getattr(stock, name) for name in names}
    assert select.EPOLLIN in (1,) and 'EPOLLIN' in dir(select)


def test_other_names_are_the_standard_module():
    assert select.poll is stock.poll
    assert select.error is OSError
    with pytest.raises(AttributeError):
        select.EPOLLNONE
    with pytest.raises(AttributeError):
        select.nothing


def test_every_event_of_pyglibc_is_a_constant():
    for name in ['EPOLLMSG', 'EPOLLRDHUP', 'EPOLLONESHOT', 'EPOLLET', 'EPOLL_CLOEXEC',
                 'EPOLL_CTL_ADD', 'EPOLL_CTL_DEL', 'EPOLL_CTL_MOD']:
        assert isinstance(getattr(select, name), int)


def test_not_inherited():
    for flags in (0, select.EPOLL_CLOEXEC):
        with select.epoll(flags=flags) as poller:
            assert not os.get_inheritable(poller.fileno())


def test_bad_flags():
    with pytest.raises(OSError) as caught:
        select.epoll(flags=12356)
    assert caught.value.errno == errno.EINVAL


def test_default_events(poller, pair):
    """In, out and urgent."""
    left, right = pair
    poller.register(left)
    assert poller.poll(0) == [(left.fileno(), select.EPOLLOUT)]
    right.send(b'x')
    assert poller.poll(0) == [(left.fileno(), select.EPOLLOUT | select.EPOLLIN)]


def test_many_events(poller):
    pairs = [socket.socketpair() for _ in range(20)]
    try:
        for left, _ in pairs:
            poller.register(left, select.EPOLLOUT | select.EPOLLET)
        assert len(poller.poll(0, 7)) == 7
        rest = poller.poll(0)
        assert len(rest) == 13
        assert {event for _, event in rest} == {select.EPOLLOUT}
    finally:
        for left, right in pairs:
            left.close()
            right.close()


def test_errors_have_classes(poller, pair):
    left, _ = pair
    poller.register(left)
    with pytest.raises(FileExistsError):
        poller.register(left)
    poller.unregister(left)
    with pytest.raises(FileNotFoundError):
        poller.unregister(left)
    with pytest.raises(FileNotFoundError):
        poller.modify(left, select.EPOLLIN)
    with open(__file__) as file, pytest.raises(PermissionError):
        poller.register(file)


@pytest.mark.parametrize('fileobj, error', [
    (-1, ValueError), (None, TypeError), ('0', TypeError), (object(), TypeError), (0.5, TypeError),
    (2**40, OverflowError)])
def test_bad_descriptors(poller, fileobj, error):
    for method in (poller.register, poller.unregister):
        with pytest.raises(error):
            method(fileobj)


def test_bad_fileno(poller):
    class Strange:
        def fileno(self):
            return 'three'

    with pytest.raises(TypeError, match='non-integer'):
        poller.register(Strange())


@pytest.mark.parametrize('mask, error', [(-1, ValueError), (2**32, OverflowError), ('1', TypeError),
                                         (1.0, TypeError)])
def test_bad_masks(poller, pair, mask, error):
    with pytest.raises(error):
        poller.register(pair[0], mask)
    # It is not watched.
    poller.register(pair[0], select.EPOLLIN)
    with pytest.raises(error):
        poller.modify(pair[0], mask)


@pytest.mark.parametrize('timeout, milliseconds', [
    (None, -1), (-1, -1), (-0.0001, -1), (-math.inf, -1), (0, 0), (0.0, 0), (-0.0, 0),
    (0.0000001, 1), (0.0005, 1), (0.001, 1), (0.0011, 2), (1, 1000), (1.0004, 1001), (True, 1000),
    (2000000, 2000000000)])
def test_timeouts(poller, asked, timeout, milliseconds):
    """pyglibc makes nothing of less than a millisecond, and does not take None."""
    assert poller.poll(timeout) == []
    assert asked == [milliseconds]


@pytest.mark.parametrize('timeout, error', [
    (2**31, OverflowError), (1e30, OverflowError), (math.inf, OverflowError),
    (math.nan, ValueError), ('1', TypeError), ([], TypeError)])
def test_bad_timeouts(poller, timeout, error):
    with pytest.raises(error):
        poller.poll(timeout)


def test_it_waits_no_less_than_it_is_told(poller):
    for timeout in (0.0001, 0.0009, 0.0011):
        before = time.monotonic()
        assert poller.poll(timeout) == []
        assert time.monotonic() - before >= timeout


@pytest.mark.parametrize('maxevents', [0, -2])
def test_bad_maxevents(poller, maxevents):
    with pytest.raises(ValueError, match='maxevents must be greater than 0'):
        poller.poll(0, maxevents)


def test_numbers_are_c_s(poller):
    class One:
        def __index__(self):
            return 1

    assert poller.poll(0, One()) == []
    select.epoll(One()).close()
    for make in (lambda: poller.poll(0, 2**40), lambda: poller.poll(0, 2**70),
                 lambda: select.epoll(2**70), lambda: select.epoll.fromfd(2**31)):
        with pytest.raises(OverflowError):
            make()
    with pytest.raises(TypeError):
        poller.poll(0, 1.5)


def test_object_that_was_never_made():
    never = select.epoll.__new__(select.epoll)
    assert never.closed
    assert 'closed' in repr(never)
    never.close()
    with pytest.raises(ValueError):
        never.poll(0)


def test_fromfd(poller, pair):
    """pyglibc's raises TypeError."""
    with select.epoll.fromfd(os.dup(poller.fileno())) as other:
        other.register(pair[0], select.EPOLLOUT)
        assert poller.poll(0) == other.poll(0) == [(pair[0].fileno(), select.EPOLLOUT)]
    with pytest.raises(ValueError):
        select.epoll.fromfd(-1)
    with pytest.raises(TypeError):
        select.epoll.fromfd('0')
    with pytest.raises(TypeError):
        select.epoll.fromfd(pair[0])


def test_fromfd_takes_it_over():
    fd = select.epoll()
    number = os.dup(fd.fileno())
    del fd
    other = select.epoll.fromfd(number)
    assert other.fileno() == number
    del other
    with pytest.raises(OSError):
        os.fstat(number)


def test_end_of_the_object_closes():
    poller = select.epoll()
    number = poller.fileno()
    del poller
    gc.collect()
    with pytest.raises(OSError):
        os.fstat(number)


def test_closed_by_somebody_else(poller):
    os.close(poller.fileno())
    with pytest.raises(OSError) as caught:
        poller.close()
    assert caught.value.errno == errno.EBADF
    assert poller.closed
    poller.close()


def test_closed():
    poller = select.epoll()
    poller.close()
    for call in (poller.fileno, poller.poll, poller.__enter__, lambda: poller.register(0),
                 lambda: poller.modify(0, 1), lambda: poller.unregister(0)):
        with pytest.raises(ValueError, match='I/O operation on closed epoll object'):
            call()
    assert 'closed' in repr(poller)


def test_other_threads_run_meanwhile(poller, pair):
    left, right = pair
    poller.register(left, select.EPOLLIN)
    found = []
    thread = threading.Thread(target=lambda: found.extend(poller.poll(30)))
    thread.start()
    right.send(b'x')
    thread.join(20)
    assert found == [(left.fileno(), select.EPOLLIN)]


def test_two_threads_poll_at_once(poller, pair):
    """Each has events of its own."""
    left, right = pair
    poller.register(left, select.EPOLLIN)
    found = []
    threads = [threading.Thread(target=lambda: found.append(poller.poll(30))) for _ in range(2)]
    for thread in threads:
        thread.start()
    right.send(b'x')
    for thread in threads:
        thread.join(20)
    assert found == [[(left.fileno(), select.EPOLLIN)]] * 2


def test_handler_polls_too(poller, pair):
    """A handler that runs in the middle of poll() polls the same object."""
    left, right = pair
    poller.register(left, select.EPOLLIN)
    seen = []

    def handler(number, frame):
        right.send(b'x')
        seen.append(poller.poll(1))
        left.recv(1)
        right.send(b'y')

    before = signal.signal(signal.SIGALRM, handler)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        assert poller.poll(30) == [(left.fileno(), select.EPOLLIN)]
    finally:
        signal.signal(signal.SIGALRM, before)
    assert seen == [[(left.fileno(), select.EPOLLIN)]]
    assert left.recv(2) == b'y'


def test_error_of_a_handler_ends_it(poller):
    def handler(number, frame):
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, handler)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        with pytest.raises(KeyboardInterrupt):
            poller.poll()
    finally:
        signal.signal(signal.SIGALRM, before)
    assert poller.poll(0) == []


def test_events_are_used_again(poller, pair):
    poller.register(pair[0], select.EPOLLOUT)
    poller.poll(0, 100)
    [(array, _)] = poller._spares
    for maxevents in (1, 100, 7):
        poller.poll(0, maxevents)
    assert [spare[0] for spare in poller._spares] == [array]
    poller.poll(0)
    [(larger, _)] = poller._spares
    assert len(larger) > len(array)


def test_large_descriptors_and_all_events(poller, pair):
    """What comes is what was registered, whatever its size."""
    fd = os.dup2(pair[0].fileno(), 900)
    try:
        poller.register(fd, select.EPOLLOUT | select.EPOLLET | select.EPOLLONESHOT)
        assert poller.poll(0) == [(900, select.EPOLLOUT)]
        assert poller.poll(0) == []
    finally:
        os.close(fd)
