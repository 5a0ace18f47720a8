"""Sets and masks of signals, and signalfd."""
import errno
import os
import select as stock
import signal
import threading

import pytest
from abidex.glibc import pthread_sigmask, raw, signalfd, sigprocmask, sigset
from abidex.glibc.selectors import EVENT_READ, DefaultSelector

ONE, TWO, THREE = signal.SIGUSR1, signal.SIGUSR2, signal.SIGHUP
MASKS = [pthread_sigmask, sigprocmask]


def blocked():
    """The mask of this thread, as Python sees it."""
    return set(signal.pthread_sigmask(signal.SIG_BLOCK, []))


@pytest.fixture(autouse=True)
def mask():
    """Each test begins with nothing blocked, and what it leaves behind is nobody's."""
    before = signal.pthread_sigmask(signal.SIG_SETMASK, [])
    yield
    while signal.sigtimedwait(signal.sigpending(), 0):
        pass
    signal.pthread_sigmask(signal.SIG_SETMASK, before)


def send(*numbers):
    """To this thread, which has them blocked."""
    for number in numbers:
        signal.pthread_kill(threading.get_ident(), number)


# ---- sigset ----


def test_set():
    signals = sigset([ONE, TWO])
    assert signals == {ONE, TWO} and len(signals) == 2 and list(signals) == sorted([ONE, TWO])
    assert ONE in signals and signals.ismember(ONE) and not signals.ismember(THREE)
    signals.add(THREE)
    signals.remove(ONE)
    assert signals == {TWO, THREE}
    with pytest.raises(KeyError):
        signals.remove(ONE)
    signals.discard(ONE)
    signals.empty()
    assert not signals and signals == set()


def test_set_is_a_sigset_t():
    signals = sigset([ONE])
    assert raw.sigismember(signals.memory, ONE) == 1
    raw.sigaddset(signals.memory, TWO)
    assert signals == {ONE, TWO}


def test_full_set():
    """It has no signals that the C library keeps for itself."""
    signals = sigset()
    signals.fill()
    assert signals == signal.valid_signals() == sigset.full()
    assert 32 not in signals


@pytest.mark.parametrize('number', [0, -1, 32, 65, 2**31 - 1, 2**40])
def test_no_signal(number):
    with pytest.raises(ValueError, match=f'{number} is no signal'):
        sigset([number])
    assert number not in sigset.full()
    assert not sigset.full().ismember(number)


@pytest.mark.parametrize('thing', ['SIGINT', 1.5, None])
def test_nothing_like_a_signal(thing):
    with pytest.raises(TypeError):
        sigset([thing])
    with pytest.raises(TypeError):
        sigset().ismember(thing)
    assert thing not in sigset.full()


def test_sets_combine():
    one, two = sigset([ONE, TWO]), sigset([TWO, THREE])
    for result, expected in [(one | two, {ONE, TWO, THREE}), (one & two, {TWO}), (one - two, {ONE}),
                             (one ^ two, {ONE, THREE}), (one | {THREE}, {ONE, TWO, THREE}),
                             ({ONE} | two, {ONE, TWO, THREE})]:
        assert isinstance(result, sigset) and result == expected
    assert sigset([ONE]) < one and not one < two and one.isdisjoint([THREE])
    copy = one.copy()
    one |= two
    assert copy == {ONE, TWO} and one == {ONE, TWO, THREE}
    with pytest.raises(TypeError):
        hash(one)


def test_info():
    [info] = sigset([signal.SIGINT]).info()
    assert info == (signal.SIGINT, 'SIGINT', signal.strsignal(signal.SIGINT))
    assert info.number == signal.SIGINT and info.name == 'SIGINT'
    [info] = sigset([signal.SIGRTMIN + 1]).info()
    assert info.name is None and info.text
    assert repr(sigset([signal.SIGINT, signal.SIGRTMIN + 1])) == \
        f'sigset([SIGINT, {signal.SIGRTMIN + 1}])'


# ---- masks ----


@pytest.mark.parametrize('cls', MASKS)
def test_with_blocks_and_restores(cls):
    with cls([ONE]) as mask:
        assert mask.is_active and blocked() == {ONE}
    assert not mask.is_active and blocked() == set()


@pytest.mark.parametrize('cls', MASKS)
def test_with_restores_the_mask_that_it_found(cls):
    signal.pthread_sigmask(signal.SIG_BLOCK, [ONE, THREE])
    with pytest.raises(ZeroDivisionError), cls([ONE, TWO]):
        signal.pthread_sigmask(signal.SIG_SETMASK, [])
        1 / 0
    assert blocked() == {ONE, THREE}


@pytest.mark.parametrize('cls', MASKS)
def test_with_setmask(cls):
    signal.pthread_sigmask(signal.SIG_BLOCK, [THREE])
    with cls([ONE], setmask=True):
        assert blocked() == {ONE}
    assert blocked() == {THREE}


@pytest.mark.parametrize('cls', MASKS)
def test_nothing_happens_before(cls):
    mask = cls([ONE])
    assert not mask.is_active and blocked() == set()
    mask.unblock()
    assert blocked() == set()


@pytest.mark.parametrize('cls', MASKS)
def test_unblock_leaves_what_was_blocked_before(cls):
    """pyglibc unblocks it."""
    signal.pthread_sigmask(signal.SIG_BLOCK, [ONE])
    mask = cls([ONE, TWO])
    mask.block()
    mask.block()
    assert mask.is_active and blocked() == {ONE, TWO}
    mask.unblock()
    assert not mask.is_active and blocked() == {ONE}
    mask.unblock()
    assert blocked() == {ONE}


@pytest.mark.parametrize('cls', MASKS)
def test_unblock_inside_with(cls):
    signal.pthread_sigmask(signal.SIG_BLOCK, [ONE])
    with cls([ONE, TWO]) as mask:
        mask.unblock()
        assert blocked() == {ONE}
        mask.block()
        assert blocked() == {ONE, TWO}
        mask.unblock()
    assert blocked() == {ONE}


@pytest.mark.parametrize('cls', MASKS)
def test_with_inside_with(cls):
    mask = cls([ONE])
    with mask:
        with mask:
            assert blocked() == {ONE}
        assert mask.is_active and blocked() == {ONE}
    assert not mask.is_active and blocked() == set()


@pytest.mark.parametrize('cls', MASKS)
def test_with_inside_block(cls):
    mask = cls([ONE])
    mask.block()
    with mask:
        assert blocked() == {ONE}
    assert mask.is_active and blocked() == {ONE}
    mask.unblock()
    assert blocked() == set()


@pytest.mark.parametrize('cls', MASKS)
def test_signals_change_at_once(cls):
    signal.pthread_sigmask(signal.SIG_BLOCK, [THREE])
    mask = cls([ONE, THREE])
    mask.signals = [ONE, TWO, THREE]
    assert mask.signals == frozenset([ONE, TWO, THREE]) and blocked() == {THREE}
    with mask:
        mask.signals = [TWO]
        assert blocked() == {TWO, THREE}
        mask.update([ONE])
        assert blocked() == {ONE, THREE}
    assert blocked() == {THREE}


@pytest.mark.parametrize('cls', MASKS)
def test_signals_of_a_whole_mask_change_at_once(cls):
    signal.pthread_sigmask(signal.SIG_BLOCK, [THREE])
    with cls([ONE], setmask=True) as mask:
        mask.signals = [TWO]
        assert blocked() == {TWO}
    assert blocked() == {THREE}


@pytest.mark.parametrize('cls', MASKS)
@pytest.mark.parametrize('change', [
    lambda mask: mask.__enter__(), lambda mask: mask.block(), lambda mask: mask.setmask(),
    lambda mask: mask.setmask([TWO])])
def test_a_handler_that_raises_ends_no_change_half_way(cls, change):
    """The signal comes while C changes the mask, by which it is unblocked."""
    def end(number, frame):
        raise KeyboardInterrupt

    signal.pthread_sigmask(signal.SIG_BLOCK, [THREE])
    send(THREE)
    before = signal.signal(THREE, end)
    mask = cls([ONE], setmask=True)
    try:
        with pytest.raises(KeyboardInterrupt):
            change(mask)
        assert blocked() == {THREE}
        assert not mask.is_active
        assert mask.signals == {ONE}
        with mask:
            assert blocked() == {ONE}
        assert blocked() == {THREE}
    finally:
        signal.signal(THREE, before)


def test_a_handler_that_raises_ends_no_assignment_half_way():
    def end(number, frame):
        raise KeyboardInterrupt

    before = signal.signal(THREE, end)
    mask = pthread_sigmask([ONE, THREE])
    mask.block()
    send(THREE)
    try:
        with pytest.raises(KeyboardInterrupt):
            mask.signals = [ONE, TWO]
        assert blocked() == mask.signals == {ONE, THREE}
        assert mask.is_active
        send(THREE)
        with pytest.raises(KeyboardInterrupt):
            mask.unblock()
        assert not mask.is_active and not blocked()
    finally:
        signal.signal(THREE, before)


@pytest.mark.parametrize('cls', MASKS)
def test_setmask(cls):
    signal.pthread_sigmask(signal.SIG_BLOCK, [THREE])
    mask = cls([ONE])
    mask.setmask()
    assert blocked() == {ONE}
    mask.setmask([TWO])
    assert mask.is_active and blocked() == {TWO}
    mask.unblock()
    assert blocked() == {THREE}


@pytest.mark.parametrize('cls', MASKS)
def test_get(cls):
    signal.pthread_sigmask(signal.SIG_BLOCK, [ONE, THREE])
    mask = cls.get()
    assert isinstance(mask, cls) and mask.is_active and mask.signals == {ONE, THREE}
    mask.unblock()
    assert blocked() == set()
    mask.block()
    assert blocked() == {ONE, THREE}


@pytest.mark.parametrize('cls', MASKS)
def test_an_object_for_several_threads(cls):
    """Each thread has a mask, and the object knows each."""
    mask = cls([ONE])
    seen = []

    def other():
        seen.append((mask.is_active, blocked()))
        with mask:
            seen.append((mask.is_active, blocked()))
        seen.append((mask.is_active, blocked()))

    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
    with mask:
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
        assert blocked() == {ONE}
    assert seen == [(False, set()), (True, {ONE}), (False, set()),
                    (False, {ONE}), (True, {ONE}), (False, {ONE})]


@pytest.mark.parametrize('cls', MASKS)
def test_bad_signals(cls):
    with pytest.raises(ValueError):
        cls([99])
    mask = cls([ONE])
    with mask:
        with pytest.raises(ValueError):
            mask.signals = [99]
        assert mask.signals == {ONE} and blocked() == {ONE}


@pytest.mark.parametrize('cls', MASKS)
def test_what_a_mask_says(cls):
    assert repr(cls([ONE])) == \
        f'<abidex.glibc._sigmask.{cls.__name__} SIG_BLOCK inactive sigset([SIGUSR1])>'
    with cls([ONE], setmask=True) as mask:
        assert 'SIG_SETMASK active' in repr(mask)


def test_blocked_signal_comes_at_the_end_of_with():
    came = []
    before = signal.signal(ONE, lambda number, frame: came.append(number))
    try:
        with pthread_sigmask([ONE]):
            send(ONE)
            for _ in range(100):
                pass
            assert came == []
        for _ in range(100):
            pass
        assert came == [ONE]
    finally:
        signal.signal(ONE, before)


# ---- signalfd ----


def test_read():
    with pthread_sigmask([ONE, TWO]), signalfd([ONE, TWO]) as fd:
        send(TWO, ONE)
        infos = fd.read()
        assert [info.ssi_signo for info in infos] == [ONE, TWO]
        assert {(info.ssi_pid, info.ssi_uid) for info in infos} == {(os.getpid(), os.getuid())}


def test_read_no_more_than_asked():
    with pthread_sigmask([ONE, TWO]), signalfd([ONE, TWO], raw.SFD_NONBLOCK) as fd:
        send(ONE, TWO)
        assert [info.ssi_signo for info in fd.read(1)] == [ONE]
        assert [info.ssi_signo for info in fd.read(5)] == [TWO]
        for number in (0, -1):
            with pytest.raises(ValueError, match='maxsignals must be greater than 0'):
                fd.read(number)


def test_nothing_to_read():
    """pyglibc raises, though it documents []."""
    with pthread_sigmask([ONE]), signalfd([ONE], raw.SFD_NONBLOCK | raw.SFD_CLOEXEC) as fd:
        assert fd.read() == []
        assert fd.info() is None
        send(ONE)
        assert fd.info().ssi_signo == ONE


def test_info_takes_one():
    with pthread_sigmask([ONE, TWO]), signalfd([ONE, TWO], raw.SFD_NONBLOCK) as fd:
        send(ONE, TWO)
        assert [fd.info().ssi_signo, fd.info().ssi_signo] == [ONE, TWO]
        assert fd.info() is None


def test_what_was_sent_comes():
    """All of it: ssi_band and what is behind it are where the kernel has them."""
    number = signal.SIGRTMIN + 1
    with pthread_sigmask([number]), signalfd([number]) as fd:
        value = raw._table.types['union sigval'](sival_int=-4711)
        raw.sigqueue(os.getpid(), number, value)
        info = fd.info()
        assert (info.ssi_signo, info.ssi_int, info.ssi_code) == (number, -4711, raw.SI_QUEUE)
    with pthread_sigmask([signal.SIGCHLD]), signalfd([signal.SIGCHLD]) as fd:
        child = os.fork()
        if child == 0:
            os._exit(3)
        info = fd.info()
        assert (info.ssi_pid, info.ssi_status, info.ssi_code) == (child, 3, raw.CLD_EXITED)
        os.waitpid(child, 0)


def test_signals_of_a_signalfd():
    with pthread_sigmask([ONE, TWO]), signalfd([ONE], raw.SFD_NONBLOCK) as fd:
        assert fd.signals == {ONE} and isinstance(fd.signals, frozenset)
        send(TWO)
        assert fd.read() == []
        fd.signals = sigset([TWO])
        assert fd.signals == {TWO}
        assert [info.ssi_signo for info in fd.read()] == [TWO]
        with pytest.raises(ValueError):
            fd.update([99])
        assert fd.signals == {TWO}
        fd.update(None)
        assert fd.signals == frozenset()


def test_signalfd_of_nothing():
    with signalfd(flags=raw.SFD_NONBLOCK) as fd:
        assert fd.read() == []


def test_signalfd_is_not_inherited():
    with signalfd([ONE]) as fd:
        assert not os.get_inheritable(fd.fileno())
    with signalfd([ONE], 0) as fd:
        assert os.get_inheritable(fd.fileno())


def test_signalfd_fromfd():
    """pyglibc's raises TypeError."""
    with pthread_sigmask([ONE]), signalfd([ONE]) as fd:
        with signalfd.fromfd(os.dup(fd.fileno()), [ONE]) as other:
            assert other.signals == {ONE}
            send(ONE)
            assert other.info().ssi_signo == ONE
    with pytest.raises(ValueError):
        signalfd.fromfd(-1)


def test_signalfd_of_what_is_none():
    reader, writer = os.pipe()
    os.close(writer)
    with signalfd.fromfd(reader) as fd:
        with pytest.raises(OSError) as caught:
            fd.update([ONE])
        assert caught.value.errno == errno.EINVAL


def test_bad_flags():
    with pytest.raises(OSError) as caught:
        signalfd([ONE], -1)
    assert caught.value.errno == errno.EINVAL


def test_close():
    fd = signalfd([ONE])
    number = fd.fileno()
    fd.close()
    fd.close()
    assert fd.closed and 'closed' in repr(fd)
    with pytest.raises(OSError):
        os.fstat(number)
    for call in (fd.fileno, fd.read, fd.info, lambda: fd.signals, lambda: fd.update([ONE]),
                 fd.__enter__):
        with pytest.raises(ValueError, match='I/O operation on closed signalfd object'):
            call()


def test_closed_when_its_object_ends():
    number = signalfd([ONE]).fileno()
    with pytest.raises(OSError):
        os.fstat(number)


def test_with_a_selector():
    with pthread_sigmask([ONE]), signalfd([ONE]) as fd, DefaultSelector() as selector:
        key = selector.register(fd, EVENT_READ)
        assert selector.select(0) == []
        send(ONE)
        assert selector.select(1) == [(key, EVENT_READ)]
        assert stock.select([fd], [], [], 0)[0] == [fd]
        assert fd.info().ssi_signo == ONE


def test_other_threads_run_meanwhile():
    with pthread_sigmask([ONE]), signalfd([ONE]) as fd:
        found = []
        thread = threading.Thread(target=lambda: found.extend(fd.read()))
        thread.start()
        os.kill(os.getpid(), ONE)
        thread.join(20)
        assert [info.ssi_signo for info in found] == [ONE]


def test_handler_ends_a_read():
    """Python's own handlers run where a read waits; what they raise ends it."""
    def handler(number, frame):
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, handler)
    try:
        with pthread_sigmask([ONE]), signalfd([ONE]) as fd:
            signal.setitimer(signal.ITIMER_REAL, 0.05)
            with pytest.raises(KeyboardInterrupt):
                fd.read()
    finally:
        signal.signal(signal.SIGALRM, before)
