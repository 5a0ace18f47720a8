"""Counters that are read from a descriptor."""
from __future__ import annotations

from .. import out
from . import raw
from ._descriptor import Descriptor


class eventfd(Descriptor):
    """eventfd(initval=0, flags=EFD_CLOEXEC): a counter to wait for.

    flags is as it is given: EFD_NONBLOCK, EFD_SEMAPHORE (each read takes one), and EFD_CLOEXEC,
    without which a program that is executed inherits the descriptor.
    """

    __slots__ = ()

    def __init__(self, initval: int = 0, flags: int = raw.EFD_CLOEXEC) -> None:
        self._own(raw.eventfd(initval, flags))

    def read(self) -> int:
        """Wait until the counter is not 0; what it is, and it becomes 0. With EFD_SEMAPHORE 1, by
        which it becomes less. BlockingIOError if it is 0, and the descriptor is non-blocking."""
        _, value = raw.eventfd_read(self._check(), out)
        return value

    def write(self, value: int = 1) -> None:
        """Add to the counter, waiting while there is no room for it. BlockingIOError if there is
        none, and the descriptor is non-blocking."""
        raw.eventfd_write(self._check(), value)
