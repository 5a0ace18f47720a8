"""What the objects around a file descriptor have in common."""
from __future__ import annotations

import operator
from typing import Any, Protocol, TypeVar

from . import raw

D = TypeVar('D', bound='Descriptor')


class HasFileno(Protocol):
    """A file, socket or other object with a descriptor."""

    def fileno(self) -> int:
        """The descriptor."""


class Descriptor:
    """A file descriptor that belongs to this object, which closes it at its end.

    It is a context manager, and good wherever Python takes an object with fileno().
    """

    __slots__ = ('_fd', '_owned', '__weakref__')

    # What is looked up when the interpreter ends may be gone already.
    _close = staticmethod(raw.close)

    def __new__(cls: type[D], *args: Any, **keywords: Any) -> D:
        # One that could not be made, or never was, is as one that is closed.
        self = super().__new__(cls)
        self._owned = []
        self._fd = -1
        return self

    def _own(self, fd: int) -> None:
        """Have it from now on. Closing takes it out of a list, which two threads, or a
        function and the signal handler that interrupts it, can't both do."""
        self._owned = [fd]
        self._fd = fd

    @classmethod
    def fromfd(cls: type[D], fd: int) -> D:
        """An object of a descriptor that exists; from now on it belongs to the object."""
        self = cls.__new__(cls)
        fd = fd_of(operator.index(fd))
        if fd > raw.INT_MAX:
            raise OverflowError(f'{fd} is more than a file descriptor can be')
        self._own(fd)
        return self

    def _check(self) -> int:
        """The descriptor; ValueError if it is closed."""
        fd = self._fd
        if fd < 0:
            raise ValueError(f'I/O operation on closed {type(self).__name__} object')
        return fd

    def close(self) -> None:
        """Close the descriptor. To do so again does nothing."""
        self._fd = -1
        try:
            fd = self._owned.pop()
        except IndexError:
            return
        self._close(fd)

    @property
    def closed(self) -> bool:
        """True if the descriptor is closed."""
        return self._fd < 0

    def fileno(self) -> int:
        """The number of the descriptor; ValueError if it is closed."""
        return self._check()

    def __enter__(self: D) -> D:
        self._check()
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def __del__(self) -> None:
        if self._owned:
            try:
                self.close()
            except OSError:
                pass

    def __repr__(self) -> str:
        state = f'fd={self._fd}' if self._fd >= 0 else 'closed'
        return f'<{type(self).__module__}.{type(self).__name__} {state}>'


def fd_of(fileobj: int | HasFileno) -> int:
    """The descriptor of an integer, or of an object with fileno(); ValueError if negative."""
    if isinstance(fileobj, int):
        fd = fileobj
    else:
        try:
            fileno = fileobj.fileno
        except AttributeError:
            raise TypeError('argument must be an int, or have a fileno() method.') from None
        fd = fileno()
        if not isinstance(fd, int):
            raise TypeError('fileno() returned a non-integer')
    if fd < 0:
        raise ValueError(f'file descriptor cannot be a negative integer ({fd})')
    return fd
