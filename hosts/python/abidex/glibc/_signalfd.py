"""Signals that are read from a descriptor."""
from __future__ import annotations

import operator
from collections.abc import Iterable
from typing import Any

from . import raw
from ._descriptor import Descriptor
from ._sigset import as_sigset, sigset

_siginfo = raw.signalfd_siginfo


class signalfd(Descriptor):
    """signalfd(signals=None, flags=SFD_CLOEXEC): a descriptor from which signals are read.

        with pthread_sigmask([SIGINT]), signalfd([SIGINT]) as fd:
            [info] = fd.read()

    The signals have to be blocked, or they have their usual effect. flags is as it is given:
    SFD_NONBLOCK, and SFD_CLOEXEC, without which a program that is executed inherits the descriptor.
    """

    __slots__ = ('_signals',)

    def __init__(self, signals: Iterable[int] | None = None,
                 flags: int = raw.SFD_CLOEXEC) -> None:
        mask = as_sigset(signals)
        self._own(raw.signalfd(-1, mask.memory, flags))
        self._signals = frozenset(mask)

    @classmethod
    def fromfd(cls, fd: int, signals: Iterable[int] | None = None) -> signalfd:
        """An object of a descriptor that exists; from now on it belongs to the object.

        signals are those that it is known to have; the system can't be asked.
        """
        mask = frozenset(as_sigset(signals))
        self = super().fromfd(fd)
        self._signals = mask
        return self

    @property
    def signals(self) -> frozenset[int]:
        """The signals, a frozenset; to assign others is to update(). ValueError if closed."""
        self._check()
        return self._signals

    @signals.setter
    def signals(self, signals: Iterable[int] | None) -> None:
        self.update(signals)

    def update(self, signals: Iterable[int] | None) -> None:
        """Have the descriptor tell of other signals from now on."""
        mask = as_sigset(signals)
        # Flags are of no use for a descriptor that exists.
        raw.signalfd(self._check(), mask.memory, 0)
        self._signals = frozenset(mask)

    def read(self, maxsignals: int | None = None) -> list[Any]:
        """Wait for a signal, and read what came; a list of struct signalfd_siginfo.

        maxsignals: how many at most; None: as many as there are signals in the set. If nothing
        came, and the descriptor is non-blocking, the list is empty.
        """
        fd = self._check()
        if maxsignals is None:
            maxsignals = len(self._signals) or 1
        elif operator.index(maxsignals) < 1:
            raise ValueError(f'maxsignals must be greater than 0, got {maxsignals}')
        infos = _siginfo.array(maxsignals)
        try:
            size = raw.read(fd, infos, _siginfo.size * maxsignals)
        except BlockingIOError:
            return []
        return [infos[i] for i in range(size // _siginfo.size)]

    def info(self) -> Any:
        """Wait for one signal, and read it; None if the descriptor is non-blocking, and
        nothing came."""
        infos = self.read(1)
        return infos[0] if infos else None

    def __repr__(self) -> str:
        if self.closed:
            return super().__repr__()
        return f'{super().__repr__()[:-1]} {sigset(self._signals)!r}>'
