"""The C library's own names: functions, constants, types and variables.

    from abidex.glibc.raw import epoll_create1, EPOLL_CLOEXEC, epoll_event

Each name is looked up in the table of this platform when it is first asked for. A function
checks its arguments and raises OSError as its contract says. A struct, union or enum is found
without the word before its tag; a function of the same name goes before it (`stat`), and
the table's `types` have both.
"""
from __future__ import annotations

from typing import Any

from .. import open as _open

_table = _open('libc')


def _find_type(name: str) -> Any:
    """The type that C calls @name, with or without a word before it; None: there is none."""
    for prefix in ('', 'struct ', 'union ', 'enum '):
        try:
            return _table.types[prefix + name]
        except KeyError:
            continue
    return None


def __getattr__(name: str) -> Any:
    try:
        value = getattr(_table, name)
    except AttributeError:
        value = _find_type(name)
        if value is None:
            raise
    # A variable has to be read each time.
    if name not in _table.variables:
        globals()[name] = value
    return value


def __dir__() -> list[str]:
    names = set(_table.functions) | set(_table.constants) | set(_table.variables)
    names.update(name.rpartition(' ')[2] for name in _table.types)
    return sorted(names)
