"""Each function, type and constant of pyglibc is in abidex.glibc.raw under its name, with the same
facts; and what pyglibc has wrong in its functions is right here."""
import errno
import os
import re
import signal
import struct
from pathlib import Path

import abidex
import pytest
from abidex import glibc
from abidex.glibc import raw

DATA = Path(__file__).parents[1] / 'libc/data'
BINDINGS = Path(__file__).parents[2] / 'bindings'


def rows(name):
    """The rows of a file of tests/libc/data."""
    for line in (DATA / name).read_text().splitlines():
        if line and not line.startswith('#'):
            yield line.split('\t')


def is_here(where):
    """Whether a platform, data model, C library or width of time_t is this one's."""
    model = {4: 'ILP32', 8: 'LP64'}[struct.calcsize('P')]
    return where in (abidex.platform, model, abidex.platform.rpartition('-')[2],
                     f'time{raw.time_t.size * 8}' if model == 'ILP32' else '')


def elsewhere():
    """What is different here from x86-64, whose facts pyglibc's are, by name and member."""
    found = {}
    for where, name, member, *facts in rows('pyglibc-elsewhere.tsv'):
        if is_here(where):
            found.setdefault((name, member), facts)
    return found


CONSTANTS = [(name, elsewhere().get((name, ''), [value])[0])
             for name, value, _ in rows('pyglibc-constants.tsv')]
FUNCTIONS = list(rows('pyglibc-functions.tsv'))
TYPES = list(rows('pyglibc-types.tsv'))


def test_the_lists_are_whole():
    assert (len(CONSTANTS), len(FUNCTIONS), len(TYPES)) == (133, 31, 34)


@pytest.mark.parametrize('name, value', CONSTANTS)
def test_constant(name, value):
    # pyglibc has -1 for what C has as an unsigned long.
    assert getattr(raw, name) in (int(value), int(value) % 2**(8 * struct.calcsize('L')))
    assert getattr(glibc, name) == getattr(raw, name)


@pytest.mark.parametrize('name', [row[0] for row in FUNCTIONS])
def test_function(name):
    function = getattr(raw, name)
    assert callable(function)
    assert function.name == name


def test_listing():
    """dir() has all of them, under their names."""
    names = {name for name, _ in CONSTANTS} | {row[0] for row in FUNCTIONS}
    names |= {row[0].rpartition(' ')[2] for row in TYPES}
    assert names <= set(dir(raw)) and names <= set(dir(glibc))


@pytest.mark.parametrize('row', TYPES, ids=lambda row: f'{row[0]}.{"".join(row[4:5])}')
def test_type(row):
    name, kind, _, size, member = (row + [''])[:5]
    facts = elsewhere().get((name, member))
    cls = getattr(raw, name.rpartition(' ')[2])
    assert cls.size == int(facts[0] if facts else size)
    if kind == 'alias':
        return
    if (name, member) == ('struct signalfd_siginfo', '__pad'):
        return  # the next test
    offset, member_size = facts[1:3] if facts else row[5:7]
    [found] = [one for one in cls.members if one.name == (facts[4] if facts else member)]
    assert (found.offset, found.type.size) == (int(offset), int(member_size))


def test_signalfd_siginfo_has_grown_into_its_padding():
    found = {member.name: (member.offset, member.type.size)
             for member in raw.signalfd_siginfo.members if member.offset >= 80}
    assert found == {'ssi_addr_lsb': (80, 2), '__pad2': (82, 2), 'ssi_syscall': (84, 4),
                     'ssi_call_addr': (88, 8), 'ssi_arch': (96, 4), '__pad': (100, 28)}


def test_names_of_types():
    assert str(raw.timespec) == 'struct timespec'
    assert str(raw.epoll_data_t) == 'epoll_data_t'
    # The function goes before the struct.
    assert raw.stat('/').st_mode if not callable(raw.stat) else raw.stat.name == 'stat'


def test_unknown_name():
    with pytest.raises(AttributeError, match='epoll_wit'):
        raw.epoll_wit
    with pytest.raises(AttributeError):
        glibc.epoll_wit
    assert not hasattr(raw, '__path__')


def test_variables_are_read_each_time():
    raw._table.optopt = 7
    assert raw.optopt == 7
    raw._table.optopt = 8
    assert raw.optopt == 8


def names_in_use():
    """The names of the C library that abidex.glibc itself has use for."""
    package = Path(glibc.__file__).parent
    text = ''.join(path.read_text() for path in package.glob('*.py'))
    return set(re.findall(r'\braw\.([A-Za-z]\w+)', text))


@pytest.mark.parametrize('table', [str(path.relative_to(BINDINGS))
                                   for path in sorted(BINDINGS.glob('*-linux-*/libc*.abx'))])
def test_every_system_has_what_the_package_uses(table):
    text = (BINDINGS / table).read_text(errors='surrogateescape')
    kinds = 'const|fn|typedef|struct|union|alias'
    there = set(re.findall(rf'^(?:{kinds}) (\w+) ', text, re.MULTILINE))
    names = names_in_use()
    assert len(names) > 40
    assert names - there == set()


# ---- what pyglibc has wrong ----


def test_pthread_sigmask_raises():
    """pyglibc returns 22."""
    mask = raw.sigset_t()
    raw.sigemptyset(mask)
    with pytest.raises(OSError) as caught:
        raw.pthread_sigmask(99, mask, None)
    assert caught.value.errno == errno.EINVAL
    assert caught.value.function == 'pthread_sigmask'
    with pytest.raises(OSError):
        raw.sigprocmask(99, mask, None)


def test_signalfd_says_what_enfile_means():
    """pyglibc has a tuple there."""
    assert 'ENFILE' in raw.signalfd.__doc__
    line = next(line for line in raw.signalfd.__doc__.splitlines() if 'ENFILE' in line)
    assert 'system' in line


def test_eventfd_read_takes_a_signed_descriptor():
    """pyglibc declares it unsigned, and can't say -1."""
    with pytest.raises(OSError) as caught:
        raw.eventfd_read(-1, abidex.out)
    assert caught.value.errno == errno.EBADF


def test_prctl_is_variadic():
    """pyglibc calls it with five arguments always."""
    assert raw.prctl(raw.PR_GET_DUMPABLE) in (0, 1)
    assert raw.prctl(raw.PR_GET_DUMPABLE, 0, 0, 0, 0) in (0, 1)
    before = bytearray(16)
    raw.prctl(raw.PR_GET_NAME, before)
    try:
        raw.prctl(raw.PR_SET_NAME, 'abidex')
        name = bytearray(16)
        raw.prctl(raw.PR_GET_NAME, name)
        assert name.rstrip(b'\0') == b'abidex'
    finally:
        raw.prctl(raw.PR_SET_NAME, bytes(before).rstrip(b'\0'))
    with pytest.raises(OSError) as caught:
        raw.prctl(-1, 0, 0, 0, 0)
    assert caught.value.errno == errno.EINVAL


def test_signals_that_the_library_keeps():
    """range(1, NSIG) has signals that are no members of sets."""
    mask = raw.sigset_t()
    raw.sigfillset(mask)
    kept = [number for number in range(1, raw.NSIG) if not raw.sigismember(mask, number)]
    assert kept and min(kept) == 32
    for number in kept:
        with pytest.raises(OSError):
            raw.sigaddset(mask, number)


# ---- a program with raw names alone ----


def test_raw_signalfd_and_epoll():
    mask = raw.sigset_t()
    raw.sigemptyset(mask)
    raw.sigaddset(mask, signal.SIGUSR1)
    _, before = raw.pthread_sigmask(raw.SIG_BLOCK, mask, abidex.out)
    sfd = raw.signalfd(-1, mask, raw.SFD_CLOEXEC | raw.SFD_NONBLOCK)
    epfd = raw.epoll_create1(raw.EPOLL_CLOEXEC)
    try:
        raw.epoll_ctl(epfd, raw.EPOLL_CTL_ADD, sfd,
                      raw.epoll_event(events=raw.EPOLLIN, data={'fd': sfd}))
        os.kill(os.getpid(), signal.SIGUSR1)
        events = raw.epoll_event.array(4)
        assert raw.epoll_wait(epfd, events, 4, 1000) == 1
        assert (events[0].events, events[0].data.fd) == (raw.EPOLLIN, sfd)
        info = raw.signalfd_siginfo()
        assert raw.read(sfd, info, raw.signalfd_siginfo.size) == raw.signalfd_siginfo.size
        assert (info.ssi_signo, info.ssi_pid) == (signal.SIGUSR1, os.getpid())
    finally:
        raw.close(epfd)
        raw.close(sfd)
        raw.pthread_sigmask(raw.SIG_SETMASK, before, None)
