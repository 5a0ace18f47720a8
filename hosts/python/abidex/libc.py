"""The C library: ``from abidex.libc import getpid, O_RDONLY``.

Every function, constant and variable of the table ``libc`` is a name of this module, found
when it is first asked for. A variable is read when the name is: ``libc.optind`` is its value
now, which an imported name is not; ``from abidex.libc import *`` has all but those. ``types``, ``functions``, ``constants`` and ``variables``
are the mappings of the table.
"""
from keyword import iskeyword as _iskeyword

from abidex import open as _open

_table = _open('libc')


def __getattr__(name):
    if name == '__all__':
        names = [*_table.functions, *_table.constants]
        return [name for name in names if not _iskeyword(name)]
    return getattr(_table, name)


def __dir__():
    return dir(_table)
