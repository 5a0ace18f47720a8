"""timerfd, eventfd, pipes and subreaper; and what the package as a whole has."""
import errno
import inspect
import os
import select as stock
import subprocess
import sys
import threading
import time

import pytest
from abidex import glibc
from abidex.glibc import eventfd, pipe, pipe2, raw, subreaper, timerfd

# ---- timerfd ----


def test_timer_that_does_not_run():
    with timerfd() as timer:
        assert timer.gettime() == (0, 0) and timer.gettime_ns() == (0, 0)
        assert not os.get_inheritable(timer.fileno())


def test_expires():
    with timerfd() as timer:
        before = time.monotonic()
        assert timer.settime(0.01) == (0, 0)
        assert timer.read() == 1
        assert time.monotonic() - before >= 0.01
        assert timer.gettime() == (0, 0)


def test_expires_again_and_again():
    with timerfd() as timer:
        before = time.monotonic()
        timer.settime(0.001, interval=0.001)
        n = 0
        while n < 5:
            n += timer.read()
        assert time.monotonic() - before >= 0.005
        timer.settime()
        assert timer.gettime()[0] == 0


def test_what_is_set_is_told():
    with timerfd() as timer:
        assert timer.settime(1000, 1.5) == (0, 0)
        remaining, interval = timer.settime_ns(2000 * 10**9, 7)
        assert 0 < remaining <= 1000 * 10**9 and interval == 1500000000
        remaining, interval = timer.gettime()
        assert 1000 < remaining <= 2000 and interval == 7e-9
        assert timer.gettime_ns()[1] == 7


@pytest.mark.parametrize('seconds, nanoseconds', [
    (0.1, 10**8), (1.1, 1100000000), (2.3, 2300000000), (1e-9, 1), (1e-12, 1), (0, 0),
    (3, 3 * 10**9), (0.9999999999, 10**9), (123456.789, 123456789000000)])
def test_to_the_nearest_nanosecond(seconds, nanoseconds):
    with timerfd() as timer:
        timer.settime(1000, seconds)
        assert timer.gettime_ns()[1] == nanoseconds


def test_fractions_are_exact():
    from decimal import Decimal
    from fractions import Fraction
    with timerfd() as timer:
        for seconds in (Fraction(1, 10), Decimal('0.1')):
            timer.settime(1000, seconds)
            assert timer.gettime_ns()[1] == 10**8


def test_time_of_the_clock():
    with timerfd(raw.CLOCK_REALTIME) as timer:
        timer.settime(time.time() - 1, flags=raw.TFD_TIMER_ABSTIME)
        assert timer.read() == 1


def test_not_yet():
    with timerfd(flags=raw.TFD_NONBLOCK | raw.TFD_CLOEXEC) as timer:
        with pytest.raises(BlockingIOError):
            timer.read()


@pytest.mark.parametrize('arguments, error', [
    ((-1,), OSError), ((float('nan'),), ValueError), ((float('inf'),), OverflowError),
    ((2**64,), OverflowError), (('1',), TypeError), ((None,), TypeError), ((1, -1), OSError),
    ((1, 0, -1), OSError)])
def test_bad_times(arguments, error):
    with timerfd() as timer:
        with pytest.raises(error):
            timer.settime(*arguments)
        assert timer.gettime() == (0, 0)


def test_bad_clock():
    with pytest.raises(OSError) as caught:
        timerfd(-1)
    assert caught.value.errno == errno.EINVAL


def test_timer_fromfd():
    with timerfd() as timer, timerfd.fromfd(os.dup(timer.fileno())) as other:
        timer.settime(1000)
        assert other.gettime()[0] > 0


# ---- eventfd ----


def test_counter():
    with eventfd(3) as counter:
        counter.write()
        counter.write(2**40)
        assert counter.read() == 2**40 + 4
        assert not os.get_inheritable(counter.fileno())


def test_semaphore():
    with eventfd(2, raw.EFD_SEMAPHORE | raw.EFD_NONBLOCK) as counter:
        assert [counter.read(), counter.read()] == [1, 1]
        with pytest.raises(BlockingIOError):
            counter.read()


def test_full():
    with eventfd(flags=raw.EFD_NONBLOCK) as counter:
        counter.write(2**64 - 2)
        with pytest.raises(BlockingIOError):
            counter.write()
        assert counter.read() == 2**64 - 2


@pytest.mark.parametrize('value, error', [(-1, OverflowError), (2**64, OverflowError),
                                          (2**64 - 1, OSError), ('1', TypeError), (1.5, TypeError)])
def test_bad_values(value, error):
    with eventfd(flags=raw.EFD_NONBLOCK) as counter:
        with pytest.raises(error):
            counter.write(value)
        with pytest.raises(BlockingIOError):
            counter.read()


def test_eventfd_waits_and_lets_others_run():
    with eventfd() as counter:
        thread = threading.Thread(target=lambda: (time.sleep(0.02), counter.write(7)))
        thread.start()
        assert counter.read() == 7
        thread.join()


def test_eventfd_fromfd():
    with eventfd(5) as counter, eventfd.fromfd(os.dup(counter.fileno())) as other:
        assert other.read() == 5


@pytest.mark.parametrize('cls', [eventfd, timerfd])
def test_closed(cls):
    with cls() as thing:
        number = thing.fileno()
        assert stock.select([thing], [], [], 0)[0] == []
    thing.close()
    assert thing.closed and repr(thing).endswith(f'.{cls.__name__} closed>')
    with pytest.raises(OSError):
        os.fstat(number)
    with pytest.raises(ValueError, match=f'closed {cls.__name__} object'):
        thing.read()
    with pytest.raises(ValueError):
        cls.fromfd(-1)


# ---- pipes ----


def test_pipe_is_not_inherited():
    reader, writer = pipe()
    try:
        assert not os.get_inheritable(reader) and not os.get_inheritable(writer)
        os.write(writer, b'x')
        assert os.read(reader, 1) == b'x'
    finally:
        os.close(reader)
        os.close(writer)


def test_pipe2():
    for flags, is_blocking in [(0, True), (raw.O_NONBLOCK, False)]:
        fds = pipe2(flags)
        for fd in fds:
            assert os.get_inheritable(fd) and os.get_blocking(fd) == is_blocking
            os.close(fd)
    with pytest.raises(OSError) as caught:
        pipe2(-1)
    assert caught.value.errno == errno.EINVAL


# ---- subreaper ----


def test_subreaper():
    reaper = subreaper()
    assert (reaper.enabled, reaper.status) == (False, 'disabled')
    with reaper:
        assert (reaper.enabled, reaper.status) == (True, 'enabled')
        with reaper:
            reaper.enabled = False
        assert reaper.enabled
        assert 'enabled' in repr(reaper)
    assert not reaper.enabled
    reaper.enabled = True
    with reaper:
        pass
    assert subreaper().enabled
    reaper.enabled = False


ORPHAN = '''
import os
from abidex.glibc import subreaper

with subreaper():
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        if os.fork() == 0:
            os.read(reader, 1)
            os._exit(5)
        os._exit(0)
    os.waitpid(child, 0)
    os.write(writer, b'x')
    pid, status = os.wait()
    print(pid != child, os.WEXITSTATUS(status))
'''


def test_orphans_come_to_the_subreaper():
    done = subprocess.run([sys.executable, '-c', ORPHAN], capture_output=True, text=True,
                          timeout=60)
    assert (done.stdout, done.stderr) == ('True 5\n', '')


# ---- the package ----


def test_high_level_objects_go_before_raw_names():
    for name in ['signalfd', 'eventfd', 'pipe', 'pthread_sigmask']:
        assert getattr(glibc, name) is not getattr(raw, name)
    assert glibc.getpid() == os.getpid()
    assert glibc.getpid is raw.getpid


def test_submodules_go_before_functions():
    from abidex.glibc import select, selectors
    assert inspect.ismodule(select) and inspect.ismodule(selectors)
    assert raw.select.name == 'select'


def test_everything_is_documented():
    things = [glibc, glibc.raw, glibc.select, glibc.selectors]
    for name in glibc.__all__:
        things.append(getattr(glibc, name))
    things += [glibc.select.epoll, glibc.selectors.EpollSelector]
    for thing in list(things):
        if inspect.isclass(thing):
            things += [member for name, member in vars(thing).items() if not name.startswith('_')
                       and (callable(member) or isinstance(member, property))]
    assert len(things) > 50
    assert [thing for thing in things if not (thing.__doc__ or '').strip()] == []
