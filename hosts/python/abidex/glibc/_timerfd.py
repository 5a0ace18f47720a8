"""Timers that are read from a descriptor."""
from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import Any, Union

from .. import out
from . import raw
from ._descriptor import Descriptor

_NANO = 10**9
Seconds = Union[float, Fraction, Decimal]


def _nanoseconds(seconds: Seconds) -> int:
    """To the nearest nanosecond; what is not 0 does not become 0, which would stop the timer."""
    whole = math.floor(seconds)
    nanoseconds = whole * _NANO + round((seconds - whole) * _NANO)
    return nanoseconds or (1 if seconds > 0 else 0)


def _timespec(nanoseconds: int) -> dict[str, int]:
    seconds, rest = divmod(nanoseconds, _NANO)
    return {'tv_sec': seconds, 'tv_nsec': rest}


def _itimerspec(initial: int, interval: int) -> Any:
    return raw.itimerspec(it_value=_timespec(initial), it_interval=_timespec(interval))


def _in_nanoseconds(spec: Any) -> tuple[int, int]:
    initial, interval = spec.it_value, spec.it_interval
    return (initial.tv_sec * _NANO + initial.tv_nsec,
            interval.tv_sec * _NANO + interval.tv_nsec)


def _in_seconds(times: tuple[int, int]) -> tuple[float, float]:
    return times[0] / _NANO, times[1] / _NANO


class timerfd(Descriptor):
    """timerfd(clock=CLOCK_MONOTONIC, flags=TFD_CLOEXEC): a timer that is read from a descriptor.

        with timerfd() as timer:
            timer.settime(0.5, interval=0.1)
            expirations = timer.read()

    flags is as it is given: TFD_NONBLOCK, and TFD_CLOEXEC, without which a program that is
    executed inherits the descriptor.
    """

    __slots__ = ()

    def __init__(self, clock: int = raw.CLOCK_MONOTONIC, flags: int = raw.TFD_CLOEXEC) -> None:
        self._own(raw.timerfd_create(clock, flags))

    def settime(self, initial: Seconds = 0, interval: Seconds = 0,
                flags: int = 0) -> tuple[float, float]:
        """Start the timer, or with initial=0 stop it; times are in seconds.

        It expires when initial is over, then each interval if that is not 0. With the flag
        TFD_TIMER_ABSTIME initial is a time of the clock. Returns what gettime() said before.
        """
        return _in_seconds(self.settime_ns(_nanoseconds(initial), _nanoseconds(interval), flags))

    def settime_ns(self, initial: int = 0, interval: int = 0, flags: int = 0) -> tuple[int, int]:
        """As settime(), in whole nanoseconds."""
        _, old = raw.timerfd_settime(self._check(), flags, _itimerspec(initial, interval), out)
        return _in_nanoseconds(old)

    def gettime(self) -> tuple[float, float]:
        """(in how many seconds it expires, its interval); a timer that does not run has 0."""
        return _in_seconds(self.gettime_ns())

    def gettime_ns(self) -> tuple[int, int]:
        """As gettime(), in whole nanoseconds."""
        _, spec = raw.timerfd_gettime(self._check(), out)
        return _in_nanoseconds(spec)

    def read(self) -> int:
        """Wait until it has expired; how often since the last read or settime.

        BlockingIOError if it has not, and the descriptor is non-blocking.
        """
        count = raw.uint64_t()
        raw.read(self._check(), count, raw.uint64_t.size)
        return count.value
