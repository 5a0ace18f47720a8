"""Pipes."""
from __future__ import annotations

from .. import out
from . import raw


def pipe2(flags: int = 0) -> tuple[int, int]:
    """A pipe: (descriptor to read from, descriptor to write to).

    flags is as it is given: O_NONBLOCK, O_DIRECT, and O_CLOEXEC, without which a program that
    is executed inherits the descriptors.
    """
    _, fds = raw.pipe2(out[2], flags)
    return fds[0], fds[1]


def pipe() -> tuple[int, int]:
    """A pipe that programs that are executed don't inherit: pipe2(O_CLOEXEC)."""
    return pipe2(raw.O_CLOEXEC)
