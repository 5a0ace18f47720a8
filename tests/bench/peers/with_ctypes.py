"""The calls of callee.h from ctypes, argtypes and restype given.

Usage: with_ctypes.py --version | LIBRARY N_ROUNDS FOLDER
"""
import ctypes
import platform
import sys
from ctypes import c_char_p, c_double, c_float, c_int, c_long, c_ulong, c_void_p

import rounds


class Small(ctypes.Structure):
    _fields_ = [('x', c_int), ('y', c_int)]


class Large(ctypes.Structure):
    _fields_ = [(name, c_double) for name in ('x', 'y', 'width', 'height')]


Same = ctypes.CFUNCTYPE(c_long, c_long)
TYPES = {
    'int': (c_int, [c_int]),
    'longs': (c_long, [c_long] * 6),
    'longs10': (c_long, [c_long] * 10),
    'doubles': (c_double, [c_double] * 2),
    'mixed': (c_double, [c_int, c_double, c_void_p, c_float, c_long]),
    'pointer': (c_void_p, [c_void_p, c_ulong]),
    'string': (c_long, [c_char_p, c_int]),
    'small': (c_int, [Small]),
    'large': (c_double, [Large]),
    'variadic': (c_int, [c_int]),
    'each': (c_long, [c_long, Same]),
}


def main():
    library = ctypes.CDLL(sys.argv[1])
    text = ctypes.create_string_buffer(b'a string')
    address = ctypes.addressof(text)
    names = {'text': c_void_p(address), 'record': Small(3, 4), 'big': Large(1, 2, 3, 4),
             'same': Same(lambda value: value)}
    for name, (result, arguments) in TYPES.items():
        function = library[f'bench_{name}']
        function.restype, function.argtypes = result, arguments
        names[name] = function
    names['call_int'] = names.pop('int')
    rounds.measure(names, [
        ('int', 'call_int(-7)', -7),
        ('longs', 'longs(1, -2, 3, -4, 5, -6)', -3),
        ('longs10', 'longs10(1, -2, 3, -4, 5, -6, 7, -8, 9, -10)', -5),
        ('doubles', 'doubles(1.5, -2.5)', -1),
        ('mixed', 'mixed(-7, 1.5, text, 0.5, 3)', -1),
        ('pointer', 'pointer(text, 4)', address + 4),
        ('string', 'string(b"a string", 115)', ord('a') + 115),
        ('small', 'small(record)', 7),
        ('large', 'large(big)', 10),
        ('variadic', 'variadic(3, 10, 20, 30)', 60),
        ('read', 'record.x', 3),
        ('write', 'record.x = 3', 3, 'record.x'),
    ], int(sys.argv[2]))


if sys.argv[1] == '--version':
    print(f'ctypes {ctypes.__version__} of Python {platform.python_version()}')
else:
    main()
