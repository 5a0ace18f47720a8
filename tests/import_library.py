"""
Import libraries of Windows DLLs, made without a toolchain, from a text:

    MACHINE amd64            or i386: whose symbols begin with "_", as they stand here
    FORM short               from here on in one piece; "long": as COFF objects (the default)
    LIBRARY GOLDEN.dll       what follows is exported by that DLL
    _f@8 = f                 the linker's symbol, and the name in the DLL where it is another
    g @7                     is exported by its number alone
    STATIC h                 is code in the archive
    COMMON c                 is a variable in it, which the linker makes a place for
    ABSOLUTE a               is a number in it

Usage: import_library.py TEXT ARCHIVE
"""
import re
import struct
import sys
from pathlib import Path

MACHINES = {'amd64': (0x8664, 8, 3), 'i386': (0x14c, 4, 7)}  # number, word, relocation
EXTERNAL, STATIC = 2, 3


def coff(machine, sections, symbols):
    """An object. Sections: name, bytes, [(offset, symbol's index)]; symbols: name, value,
    number of the section, class."""
    number, _, relocation = MACHINES[machine]
    strings = b''
    at = 20 + 40 * len(sections)
    headers = bodies = b''
    for name, data, places in sections:
        end = at + len(data)
        headers += struct.pack('<8sIIIIIIHHI', name.encode(), 0, 0, len(data), at,
                               end if places else 0, 0, len(places), 0, 0xc0300040)
        bodies += data
        for offset, index in places:
            bodies += struct.pack('<IIH', offset, index, relocation)
        at = end + 10 * len(places)
    table = b''
    for name, value, section, kind in symbols:
        name = name.encode()
        if len(name) > 8:
            place = struct.pack('<II', 0, 4 + len(strings))
            strings += name + b'\0'
        else:
            place = name.ljust(8, b'\0')
        table += place + struct.pack('<IhHBB', value, section, 0, kind, 0)
    header = struct.pack('<HHIIIHH', number, len(sections), 0, at, len(symbols), 0, 4)
    return header + headers + bodies + table + struct.pack('<I', 4 + len(strings)) + strings


def descriptor(machine, stem):
    return coff(machine, [('.idata$2', bytes(20), [(12, 1)])],
                [(f'_head_{stem}', 0, 1, EXTERNAL), (f'_{stem}_iname', 0, 0, EXTERNAL)])


def name_of_dll(machine, stem, dll):
    return coff(machine, [('.idata$7', dll.encode() + b'\0', [])],
                [(f'_{stem}_iname', 0, 1, EXTERNAL)])


def long_import(machine, stem, symbol, name, ordinal):
    word = MACHINES[machine][1]
    if ordinal is None:
        cell, texts = bytes(word), struct.pack('<H', 0) + name.encode() + b'\0'
        places = [(0, 0)]
    else:
        cell, texts = struct.pack('<Q', 1 << (8 * word - 1) | ordinal)[:word], b''
        places = []
    return coff(machine, [('.text', b'\xff\x25\0\0\0\0\x90\x90', [(2, 3)]),
                          ('.idata$7', bytes(4), [(0, 4)]), ('.idata$5', cell, places),
                          ('.idata$6', texts, [])],
                [('.idata$6', 0, 4, STATIC), ('.text', 0, 1, STATIC), (symbol, 0, 1, EXTERNAL),
                 ('__imp_' + symbol, 0, 3, EXTERNAL), (f'_head_{stem}', 0, 0, EXTERNAL)])


def short_import(machine, dll, symbol, name, ordinal):
    form = 0 if ordinal is not None else 1 if symbol == name else 4
    data = b''.join(text.encode() + b'\0' for text in [symbol, dll] + [name] * (form == 4))
    return struct.pack('<HHHHIIHH', 0, 0xffff, 0, MACHINES[machine][0], 0, len(data),
                       ordinal or 0, form << 2) + data


def static_code(machine, symbol):
    return coff(machine, [('.text', b'\xc3', [])], [(symbol, 0, 1, EXTERNAL)])


def number(machine, symbol, value, section):
    return coff(machine, [], [(symbol, value, section, EXTERNAL)])


def archive(members):
    data = b'!<arch>\n'
    for number, member in enumerate(members):
        data += f'm{number}.o/'.encode().ljust(48) + f'{len(member)}'.encode().ljust(10) + b'`\n'
        data += member + b'\n' * (len(member) & 1)
    return data


def make(text):
    """The bytes of the import library that the text describes."""
    machine, form, dll, stem, members = 'amd64', 'long', None, None, []
    for line in text.splitlines():
        words = line.split()
        if not words or words[0].startswith('#'):
            continue
        if words[0] == 'MACHINE':
            machine = words[1]
        elif words[0] == 'FORM':
            form = words[1]
        elif words[0] == 'LIBRARY':
            dll, stem = words[1], re.sub(r'\W', '_', words[1])
            if form == 'long':
                members += [descriptor(machine, stem), name_of_dll(machine, stem, dll)]
        elif words[0] == 'STATIC':
            members.append(static_code(machine, words[1]))
        elif words[0] == 'COMMON':
            members.append(number(machine, words[1], 8, 0))
        elif words[0] == 'ABSOLUTE':
            members.append(number(machine, words[1], 0, -1))
        else:
            ordinal = int(words[1][1:]) if len(words) == 2 else None
            name = words[2] if len(words) == 3 else words[0]
            if form == 'long':
                members.append(long_import(machine, stem, words[0], name, ordinal))
            else:
                members.append(short_import(machine, dll, words[0], name, ordinal))
    return archive(members)


if __name__ == '__main__':
    source, target = sys.argv[1:]
    Path(target).write_bytes(make(Path(source).read_text(encoding='utf-8')))
