"""The mask of blocked signals."""
from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from . import raw
from ._sigset import as_sigset, sigset

M = TypeVar('M', bound='_Mask')


class _Found(threading.local):
    """What an object found in this thread: masks belong to threads."""

    def __init__(self) -> None:
        # The mask before the object blocked anything; None: it does not block.
        self.before: sigset | None = None
        # For each with: the mask, and what `before` was.
        self.entered: list[tuple[sigset, sigset | None]] = []


class _Mask:
    """pthread_sigmask and sigprocmask differ in the function that they call."""

    __slots__ = ('_signals', '_is_mask', '_found', '__weakref__')
    _function: Callable[..., Any]

    def __init__(self, signals: Iterable[int] | None = None, setmask: bool = False) -> None:
        self._signals = frozenset(as_sigset(signals))
        self._is_mask = bool(setmask)
        self._found = _Found()

    @classmethod
    def get(cls: type[M]) -> M:
        """The mask of this thread: an object whose signals are those that are blocked now.

        It is active, as if it had blocked them: unblock() unblocks them, block() blocks them
        again.
        """
        self = cls(cls._change(raw.SIG_BLOCK, None))
        self._found.before = sigset()
        return self

    @classmethod
    def _change(cls, how: int, signals: Iterable[int] | None) -> sigset:
        """Change the mask of this thread, or with None only look; what it was."""
        found = sigset()
        cls._function(how, None if signals is None else as_sigset(signals).memory, found.memory)
        return found

    def _apply(self) -> None:
        self._change(raw.SIG_SETMASK if self._is_mask else raw.SIG_BLOCK, self._signals)

    @contextlib.contextmanager
    def _all_or_nothing(self) -> Iterator[sigset]:
        """The mask as it was. If what is done meanwhile raises, which may come from a handler of
        signals at any place, it is restored, and the object is as it was, too."""
        mask = self._change(raw.SIG_BLOCK, None)
        before = self._signals, self._is_mask, self._found.before
        try:
            yield mask
        except BaseException:
            self._signals, self._is_mask, self._found.before = before
            self._change(raw.SIG_SETMASK, mask)
            raise

    @property
    def is_active(self) -> bool:
        """Whether the signals are blocked by this object, in this thread."""
        return self._found.before is not None

    @property
    def signals(self) -> frozenset[int]:
        """The signals, a frozenset. To assign others while the object is active changes the
        mask at once: those that are new are blocked; those that are gone are unblocked, unless
        they were blocked beforehand."""
        return self._signals

    @signals.setter
    def signals(self, signals: Iterable[int]) -> None:
        self.update(signals)

    def update(self, signals: Iterable[int]) -> None:
        """The same as to assign signals."""
        old, new = self._signals, frozenset(as_sigset(signals))
        before = self._found.before
        with self._all_or_nothing():
            self._signals = new
            if before is not None:
                self._apply()
                if not self._is_mask:
                    self._change(raw.SIG_UNBLOCK, old - new - set(before))

    def block(self) -> None:
        """Block the signals besides those that are blocked; or with setmask=True, these alone.
        Does nothing if the object is active already."""
        if not self.is_active:
            with self._all_or_nothing() as mask:
                self._apply()
                self._found.before = mask

    def unblock(self) -> None:
        """Take back what block() did. What was blocked before that stays blocked. Does nothing
        if the object is not active."""
        before = self._found.before
        if before is None:
            return
        # A handler of what is unblocked may raise: it is done nevertheless.
        self._found.before = None
        if self._is_mask:
            self._change(raw.SIG_SETMASK, before)
        else:
            self._change(raw.SIG_UNBLOCK, self._signals - set(before))

    def setmask(self, signals: Iterable[int] | None = None) -> None:
        """Block the object's signals, or if they are given those, and no others, from now on
        with SIG_SETMASK. unblock() restores the mask that was there before."""
        new = self._signals if signals is None else frozenset(as_sigset(signals))
        with self._all_or_nothing() as mask:
            self._is_mask = True
            self._signals = new
            self._apply()
            if not self.is_active:
                self._found.before = mask

    def __enter__(self: M) -> M:
        """Block the signals until the end of the with, which restores the mask that it found,
        whatever was done to it in between."""
        with self._all_or_nothing() as mask:
            self._apply()
            entered = mask, self._found.before
            if not self.is_active:
                self._found.before = mask
            self._found.entered.append(entered)
        return self

    def __exit__(self, *exception: object) -> None:
        found, self._found.before = self._found.entered.pop()
        self._change(raw.SIG_SETMASK, found)

    def __repr__(self) -> str:
        return (f'<{type(self).__module__}.{type(self).__name__} '
                f"{'SIG_SETMASK' if self._is_mask else 'SIG_BLOCK'} "
                f"{'active' if self.is_active else 'inactive'} {sigset(self._signals)!r}>")


class pthread_sigmask(_Mask):
    """pthread_sigmask(signals=None, setmask=False): signals to block in this thread.

        with pthread_sigmask([SIGINT]):
            ...

    Nothing is blocked before block(), setmask() or with. An object may be used by several
    threads, in each for the mask of that thread. With setmask=True the signals are the whole
    mask, else they are blocked besides those that are.
    """

    __slots__ = ()
    _function = staticmethod(raw.pthread_sigmask)


class sigprocmask(_Mask):
    """sigprocmask(signals=None, setmask=False): as pthread_sigmask, by the function sigprocmask,
    which POSIX defines for processes of one thread."""

    __slots__ = ()
    _function = staticmethod(raw.sigprocmask)
