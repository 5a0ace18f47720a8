"""Sets of signals."""
from __future__ import annotations

import operator
import signal
from collections.abc import Iterable, Iterator, MutableSet
from typing import Any, NamedTuple

from . import raw


class SignalInfo(NamedTuple):
    """A signal: its number, its name (None if it has none), and what it says."""

    number: int
    name: str | None
    text: str


def _number_of(signum: Any) -> int:
    """A signal as a number; TypeError if it is none."""
    return int(operator.index(signum))


class sigset(MutableSet[int]):
    """sigset(signals=()): a set of signals, which C takes as a sigset_t.

    It compares and combines as Python's sets do. `memory` is the sigset_t itself, for
    functions of abidex.glibc.raw.
    """

    __slots__ = ('memory',)

    def __init__(self, signals: Iterable[int] = ()) -> None:
        self.memory = raw.sigset_t()
        raw.sigemptyset(self.memory)
        for signum in signals:
            self.add(signum)

    @classmethod
    def full(cls) -> sigset:
        """The set of all signals that a program may use."""
        self = cls()
        self.fill()
        return self

    def empty(self) -> None:
        """Take all signals out."""
        raw.sigemptyset(self.memory)

    clear = empty

    def fill(self) -> None:
        """Put all signals in, but those that the C library keeps for itself."""
        raw.sigfillset(self.memory)

    def add(self, signum: int) -> None:
        """Put a signal in; ValueError if there is none of this number, or the C library keeps
        it for itself."""
        number = _number_of(signum)
        try:
            raw.sigaddset(self.memory, number)
        except (OSError, OverflowError) as error:
            raise ValueError(f'{number} is no signal that a set may have') from error

    def discard(self, signum: int) -> None:
        """Take a signal out if it is there."""
        if signum in self:
            raw.sigdelset(self.memory, _number_of(signum))

    def remove(self, signum: int) -> None:
        """Take a signal out; KeyError if it is not there."""
        if signum not in self:
            raise KeyError(signum)
        self.discard(signum)

    def ismember(self, signum: Any) -> bool:
        """Whether a signal is in it. What is no signal is in no set."""
        number = _number_of(signum)
        return 0 < number < raw.NSIG and bool(raw.sigismember(self.memory, number))

    def copy(self) -> sigset:
        """Another set of the same signals."""
        return type(self)(self)

    def info(self) -> list[SignalInfo]:
        """A list of what its signals are: (number, name, text)."""
        return [_describe(number) for number in self]

    def __contains__(self, signum: object) -> bool:
        try:
            return self.ismember(signum)
        except TypeError:
            return False

    def __iter__(self) -> Iterator[int]:
        return (number for number in range(1, raw.NSIG) if self.ismember(number))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __repr__(self) -> str:
        names = ', '.join(info.name or str(info.number) for info in self.info())
        return f'{type(self).__name__}([{names}])'


def _describe(number: int) -> SignalInfo:
    """What a signal is. Of real-time signals the first and last have names."""
    try:
        name = signal.Signals(number).name
    except ValueError:
        name = None
    return SignalInfo(number, name, raw.strsignal(number))


def as_sigset(signals: Iterable[int] | None) -> sigset:
    """@signals as a sigset: itself, or one made of an iterable; None is an empty one."""
    if isinstance(signals, sigset):
        return signals
    return sigset(() if signals is None else signals)
