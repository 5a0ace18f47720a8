"""The module `select` with an epoll that calls the C library through its table.

    from abidex.glibc import select

epoll and the constants EPOLL* come from the table of this platform; all other names are those
of the standard module, so that this one can stand in for it.
"""
from __future__ import annotations

import math
import operator
import select as _standard
import struct
from typing import Any, SupportsIndex

from . import raw
from ._descriptor import Descriptor, HasFileno, fd_of

__all__ = ['epoll']

_epoll_ctl = raw.epoll_ctl
_epoll_wait = raw.epoll_wait
_event = raw.epoll_event
_ADD = raw.EPOLL_CTL_ADD
_MODIFY = raw.EPOLL_CTL_MOD
_DELETE = raw.EPOLL_CTL_DEL
_EVERYTHING = raw.EPOLLIN | raw.EPOLLPRI | raw.EPOLLOUT
# As many events as the standard module takes where it is not told how many.
_N_EVENTS = raw.FD_SETSIZE - 1


def _member(record: Any, name: str) -> Any:
    """A member of a record by name."""
    return next(member for member in record.members if member.name == name)


def _event_layout() -> struct.Struct:
    """How one event lies in memory: (events, fd)."""
    events = _member(_event, 'events').offset
    data = _member(_event, 'data')
    fd = data.offset + _member(data.type, 'fd').offset
    gap = fd - events - struct.calcsize('=I')
    layout = struct.Struct(f'={events}xI{gap}xi')
    return struct.Struct(f'{layout.format}{_event.size - layout.size}x')


_layout = _event_layout()
_pack = _layout.pack_into
_first = _layout.unpack_from
_all = _layout.iter_unpack
_SIZE = _layout.size


def _milliseconds(timeout: float) -> int:
    """Seconds as epoll_wait counts, never less than was asked for; -1: for ever."""
    if isinstance(timeout, float):
        return -1 if timeout < 0 else math.ceil(timeout * 1000)
    try:
        return max(operator.index(timeout) * 1000, -1)
    except TypeError:
        raise TypeError('timeout must be a number of seconds or None, not '
                        f'{type(timeout).__name__}') from None


def _int(number: SupportsIndex, name: str) -> int:
    """A number that C has as an int."""
    number = operator.index(number)
    if number > raw.INT_MAX:
        raise OverflowError(f'{name} must be at most {raw.INT_MAX}, got {number}')
    return number


def _mask(eventmask: int) -> int:
    """A set of events as C takes it, which has no sign."""
    mask = operator.index(eventmask)
    if mask < 0:
        raise ValueError('value must be positive')
    return mask


class epoll(Descriptor):
    """epoll(sizehint=-1, flags=0): an object that waits for events of many descriptors.

    sizehint is of no use any more: it has to be positive, or -1. flags may be EPOLL_CLOEXEC,
    which is on anyway. It does what select.epoll of the standard library does.
    """

    __slots__ = ('_spares',)
    _spares: list[tuple[Any, memoryview]]

    def __init__(self, sizehint: int = -1, flags: int = 0) -> None:
        sizehint = _int(sizehint, 'sizehint')
        if sizehint != -1 and sizehint <= 0:
            raise ValueError('negative sizehint')
        self._own(raw.epoll_create1(operator.index(flags) | raw.EPOLL_CLOEXEC))

    def _own(self, fd: int) -> None:
        super()._own(fd)
        self._spares = []

    def register(self, fd: int | HasFileno, eventmask: int = _EVERYTHING) -> None:
        """Watch a descriptor, given by its number or an object with fileno().

        FileExistsError if it is watched already; PermissionError if it can't be.
        """
        self._control(_ADD, fd, eventmask)

    def modify(self, fd: int | HasFileno, eventmask: int) -> None:
        """Watch for other events; FileNotFoundError if the descriptor is not watched."""
        self._control(_MODIFY, fd, eventmask)

    def unregister(self, fd: int | HasFileno) -> None:
        """Watch a descriptor no longer; FileNotFoundError if it is not watched."""
        _epoll_ctl(self._check(), _DELETE, fd_of(fd), None)

    def poll(self, timeout: float | None = None, maxevents: SupportsIndex = -1) -> list[tuple[int, int]]:
        """Wait for events; a list of (fd, events), which is empty when the time is over.

        timeout is in seconds and rounded up to milliseconds; None and less than 0: for ever.
        maxevents: how many of them at most; -1: as many as there usually are.

        A signal that arrives meanwhile has its handler run; then it goes on waiting for the rest
        of the time, unless the handler raised an exception.
        """
        fd = self._check()
        milliseconds = -1 if timeout is None else _milliseconds(timeout)
        maxevents = _int(maxevents, 'maxevents')
        if maxevents == -1:
            maxevents = _N_EVENTS
        elif maxevents < 1:
            raise ValueError(f'maxevents must be greater than 0, got {maxevents}')
        array, view = spare = self._take_array(maxevents)
        try:
            count = _epoll_wait(fd, array, maxevents, milliseconds)
            if count == 0:
                return []
            if count == 1:
                events, fd = _first(view)
                return [(fd, events)]
            return [(fd, events) for events, fd in _all(view[:count * _SIZE])]
        finally:
            self._spares.append(spare)

    def _control(self, operation: int, fileobj: int | HasFileno, eventmask: int) -> None:
        """Have epoll_ctl add or change what is watched."""
        epfd = self._check()
        fd = fd_of(fileobj)
        mask = _mask(eventmask)
        array, view = spare = self._take_array(1)
        try:
            _pack(view, 0, mask, fd)
        except struct.error:
            # Which of both is too large, and for what, the table says.
            array = _event(events=mask, data={'fd': fd})
        try:
            _epoll_ctl(epfd, operation, fd, array)
        finally:
            self._spares.append(spare)

    def _take_array(self, maxevents: int) -> tuple[Any, memoryview]:
        """Room for events, and a view of its bytes. While it is used, nobody else has it: other
        threads, and handlers that run meanwhile, may poll as well."""
        try:
            spare = self._spares.pop()
        except IndexError:
            pass
        else:
            if len(spare[0]) >= maxevents:
                return spare
        array = _event.array(maxevents)
        return array, memoryview(array).cast('B')


def __getattr__(name: str) -> Any:
    if name.startswith('EPOLL'):
        return getattr(raw, name)
    return getattr(_standard, name)


def __dir__() -> list[str]:
    names = {name for name in raw.__dir__() if name.startswith('EPOLL')}
    return sorted(names | set(globals()) | set(dir(_standard)))
