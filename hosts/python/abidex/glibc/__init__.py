"""The C library for Python programs, over its table.

    from abidex.glibc import pthread_sigmask, signalfd

Objects for what has a life of its own: `select.epoll`, `selectors.EpollSelector`, `signalfd`,
`timerfd`, `eventfd`, `pthread_sigmask`, `sigprocmask`, `sigset`, `pipe`, `pipe2`, `subreaper`.
All other names are those of the C library itself, as in `abidex.glibc.raw`: functions that check
their arguments and raise OSError, constants, types.
"""
from __future__ import annotations

from typing import Any

from . import raw, select, selectors
from ._eventfd import eventfd
from ._pipe import pipe, pipe2
from ._sigmask import pthread_sigmask, sigprocmask
from ._signalfd import signalfd
from ._sigset import sigset
from ._subreaper import subreaper
from ._timerfd import timerfd

__all__ = ['eventfd', 'pipe', 'pipe2', 'pthread_sigmask', 'raw', 'select', 'selectors', 'signalfd',
           'sigprocmask', 'sigset', 'subreaper', 'timerfd']


def __getattr__(name: str) -> Any:
    return getattr(raw, name)


def __dir__() -> list[str]:
    return sorted(set(globals()) | set(raw.__dir__()))
