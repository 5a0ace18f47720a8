"""Call C through tables made from headers.

    >>> import abidex
    >>> libc = abidex.open('libc')
    >>> libc.getpid()
    4711
    >>> libc.open('/nonexistent', libc.O_RDONLY)
    Traceback (most recent call last):
    FileNotFoundError: [Errno 2] the file does not exist ...

A table's functions, constants and variables are attributes, found when they are first asked
for; ``libc.types['struct stat']`` is a type, and calling it makes an object.
"""
import os.path
from collections.abc import Mapping as _Mapping

from abidex._abidex import (
    Callback, CodeError, Function, Member, Memory, Names, Out, Pointer, Signal, Table, TableError,
    Type, __version__, address, dispatch, handle_signal, open, out, platform, restore_signal,
    set_wakeup, sizeof, string, typeof, _add_folder)

__all__ = [
    'Callback', 'CodeError', 'Function', 'Member', 'Memory', 'Names', 'Out', 'Pointer', 'Signal',
    'Table', 'TableError', 'Type', '__version__', 'address', 'dispatch', 'handle_signal', 'open',
    'out', 'platform', 'restore_signal', 'set_wakeup', 'sizeof', 'string', 'typeof',
]

_Mapping.register(Names)

# Wheels bring the tables of their platform.
_add_folder(os.path.join(os.path.dirname(__file__), 'tables'))
