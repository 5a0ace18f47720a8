"""The module `selectors` with an EpollSelector that calls the C library through its table.

    from abidex.glibc import selectors

DefaultSelector is that one; all other names are those of the standard module, so that this
one can stand in for it.
"""
from __future__ import annotations

import math
import selectors as _standard
from collections.abc import Iterator, Mapping
from selectors import EVENT_READ, EVENT_WRITE, BaseSelector, SelectorKey
from typing import Any

from . import raw
from ._descriptor import HasFileno
from .select import epoll

__all__ = ['BaseSelector', 'DefaultSelector', 'EVENT_READ', 'EVENT_WRITE', 'EpollSelector',
           'SelectorKey']

_IN = raw.EPOLLIN
_OUT = raw.EPOLLOUT
_NOT_IN = ~_IN
_NOT_OUT = ~_OUT


def _fileno(fileobj: int | HasFileno) -> int:
    """The descriptor of a file object; ValueError if it has none."""
    try:
        fd = fileobj if isinstance(fileobj, int) else int(fileobj.fileno())
    except (AttributeError, TypeError, ValueError):
        raise ValueError(f'Invalid file object: {fileobj!r}') from None
    if fd < 0:
        raise ValueError(f'Invalid file descriptor: {fd}')
    return fd


def _to_epoll(events: int) -> int:
    """What epoll watches for."""
    if not events or events & ~(EVENT_READ | EVENT_WRITE):
        raise ValueError(f'Invalid events: {events!r}')
    return (_IN if events & EVENT_READ else 0) | (_OUT if events & EVENT_WRITE else 0)


class _Keys(Mapping[Any, SelectorKey]):
    """The keys of a selector by file object."""

    def __init__(self, selector: EpollSelector) -> None:
        self._selector = selector

    def __len__(self) -> int:
        return len(self._selector._keys)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._selector._keys)

    def __getitem__(self, fileobj: int | HasFileno) -> SelectorKey:
        return self._selector._find(fileobj)


class EpollSelector(BaseSelector):
    """A selector over epoll, with the methods of selectors.EpollSelector."""

    # Tests of programs put something else in its place.
    _selector_cls = epoll

    def __init__(self) -> None:
        self._selector = self._selector_cls()
        self._keys: dict[int, SelectorKey] = {}
        self._map: Any = _Keys(self)

    def _lookup(self, fileobj: int | HasFileno) -> int:
        """The descriptor of a file object. One that was closed after it was registered is
        found as it was then."""
        try:
            return _fileno(fileobj)
        except ValueError:
            for key in self._keys.values():
                if key.fileobj is fileobj:
                    return key.fd
            raise

    def _find(self, fileobj: int | HasFileno) -> SelectorKey:
        """The key of a file object; KeyError if there is none."""
        key = self._keys.get(self._lookup(fileobj))
        if key is None:
            raise KeyError(f'{fileobj!r} is not registered')
        return key

    def register(self, fileobj: int | HasFileno, events: int, data: Any = None) -> SelectorKey:
        """Watch a file object; its key.

        ValueError for bad events or objects, KeyError if it is watched already, OSError if
        it can't be: then there is no key of it.
        """
        mask = _to_epoll(events)
        key = SelectorKey(fileobj, self._lookup(fileobj), events, data)
        if key.fd in self._keys:
            raise KeyError(f'{fileobj!r} (FD {key.fd}) is already registered')
        self._selector.register(key.fd, mask)
        self._keys[key.fd] = key
        return key

    def unregister(self, fileobj: int | HasFileno) -> SelectorKey:
        """Watch a file object no longer; its key, or KeyError if it is not watched."""
        key = self._keys.pop(self._find(fileobj).fd)
        try:
            self._selector.unregister(key.fd)
        except OSError:
            # It was closed: epoll has forgotten it already.
            pass
        return key

    def modify(self, fileobj: int | HasFileno, events: int, data: Any = None) -> SelectorKey:
        """Watch for other events, or with other data; the new key.

        If that fails, the file object is watched no longer.
        """
        key = self._find(fileobj)
        mask = _to_epoll(events)
        if events != key.events:
            try:
                self._selector.modify(key.fd, mask)
            except BaseException:
                self.unregister(fileobj)
                raise
        key = key._replace(events=events, data=data)
        self._keys[key.fd] = key
        return key

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        """Wait until a file object is ready; a list of (key, events).

        timeout is in seconds; None: for ever; 0 and less: not at all. What epoll says besides
        (an error, a connection that hung up) counts as ready for all that is watched for.
        """
        if timeout is not None and timeout < 0:
            timeout = 0
        keys = self._keys
        ready = []
        for fd, event in self._selector.poll(timeout, len(keys) or 1):
            key = keys.get(fd)
            if key is not None:
                ready.append((key, key.events & (
                    (EVENT_WRITE if event & _NOT_IN else 0) |
                    (EVENT_READ if event & _NOT_OUT else 0))))
        return ready

    def close(self) -> None:
        """Close epoll's descriptor, and forget all keys."""
        self._selector.close()
        self._keys.clear()
        self._map = None

    def get_map(self) -> Mapping[Any, SelectorKey]:
        """The keys by file object; None if the selector is closed."""
        return self._map

    def fileno(self) -> int:
        """The number of epoll's descriptor."""
        return self._selector.fileno()

    @property
    def resolution(self) -> float:
        """To what fraction of a second it waits: epoll counts milliseconds."""
        return 1e-3


DefaultSelector = EpollSelector


def __getattr__(name: str) -> Any:
    return getattr(_standard, name)


def __dir__() -> list[str]:
    return sorted(set(globals()) | set(dir(_standard)))
