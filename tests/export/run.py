#!/usr/bin/env python3
"""Loads what `abidex export` writes with the tools that it is written for, and holds sizes,
alignments, offsets and constants to the table, for every record and constant of it. A record
may be missing only for a reason that is known here. With the table of the C library a few
functions are called.

Usage: run.py ctypes|cffi|LUAJIT ABIDEX TABLE… [--libc LIBC.abx]
"""
import collections
import importlib.util
import math
import os
import re
import socket
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

import facts

HERE = Path(__file__).parent
SMALL = HERE.parent / 'command/small.abx'
PLATFORM = 'x86_64-linux-gnu'  # on others these tests do not run
ADDRESS = b'\0abidex-export-%d' % os.getpid()  # in no folder
# Of zlib, which Python has as well.
OCTETS = """
fn compress i32(*Bytef dest, *u64 destLen, *const Bytef source, u64 sourceLen)
fn crc32 u64(u64 crc, *const Bytef buf, u32 len)
typedef Bytef u8
~end
"""
n_failures = 0
counts = collections.Counter()


def expect(is_good, what):
    global n_failures
    counts['facts'] += 1
    if not is_good:
        n_failures += 1
        if n_failures <= 20:
            print(f'FAILED: {what}')


def export(kind, table, *names):
    run = subprocess.run([abidex, 'export', '--to', kind, table, *names],
                         capture_output=True)
    expect(run.returncode == 0 and not run.stderr,
           f'{table} to {kind}: {run.returncode}: {run.stderr}')
    return run.stdout


class Python:
    """A module in Python; a child says how its types are asked."""

    def __init__(self, table, folder, *names):
        path = folder / f'{self.kind}_{counts["modules"]}.py'
        counts['modules'] += 1
        path.write_bytes(export(self.kind, table, *names))
        self.text = path.read_text()
        spec = importlib.util.spec_from_file_location(path.stem, path)
        self.module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self.module)
        self.left_out = self.module.left_out
        self.constants = self.module.constants
        self.lib = self.module.lib

    def bind(self, address):
        """To functions that take a transparent union any pointer is good."""
        size = 2 + len(ADDRESS)
        with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
            expect(self.lib.bind(server.fileno(), address, size) == 0 and
                   server.getsockname() == ADDRESS, 'bind')
            server.listen()
            expect(self.lib.connect(client.fileno(), address, size) == 0 and
                   client.getpeername() == ADDRESS, 'connect')


class Ctypes(Python):
    kind = 'ctypes'

    def ask(self, names):
        pass

    width = staticmethod(lambda width: width)

    def find(self, name):
        return self.module.types.get(name)

    def size(self, cls):
        import ctypes
        return ctypes.sizeof(cls)

    def align(self, cls):
        import ctypes
        return ctypes.alignment(cls)

    def member(self, cls, name):
        """Bit, size, width of a member, and its type; None if it has none."""
        field = getattr(cls, name, None)
        if field is None or not hasattr(field, 'offset'):
            return None
        kind = next((f[1] for f in cls._fields_ if f[0] == name), None)
        if field.size >> 16:  # a bit-field: width and first bit
            return 8 * field.offset + (field.size & 0xffff), None, field.size >> 16, None
        return 8 * field.offset, field.size, None, kind

    def is_symbol(self, name, symbol):
        import ctypes
        library = self.lib._open(self.module._symbols[name][0])
        return ctypes.cast(getattr(self.lib, name), ctypes.c_void_p).value == \
            ctypes.cast(library[symbol], ctypes.c_void_p).value

    def calls(self):
        import ctypes
        number = ctypes.c_int()
        expect(self.lib.sscanf(b'x 42', b'x %d', ctypes.byref(number)) == 1 and
               number.value == 42, 'sscanf')
        status = self.module.types['struct stat']()
        expect(self.lib.stat(os.fsencode(__file__), ctypes.byref(status)) == 0 and
               status.st_size == os.stat(__file__).st_size, 'stat')
        expect(self.lib.open(b'/nonexistent', 0) == -1 and
               ctypes.get_errno() == self.constants['ENOENT'], 'errno of open')
        expect(self.lib.optind.value == 1, 'optind')
        kind = self.module.types['struct sockaddr_un']
        address = kind(socket.AF_UNIX)
        ctypes.memmove(ctypes.addressof(address) + kind.sun_path.offset, ADDRESS, len(ADDRESS))
        self.bind(ctypes.byref(address))

    def bytes(self):
        """What ctypes takes for pointers to octets: zlib's checksum of them."""
        import ctypes
        text = b'octets \x80\xff'
        wanted = zlib.crc32(text)
        for octets in (text, bytearray(text), ctypes.create_string_buffer(text, len(text)),
                       (ctypes.c_uint8 * len(text))(*text)):
            expect(self.lib.crc32(0, octets, len(text)) == wanted, f'crc32 of {octets}')
        expect(self.lib.crc32(wanted, None, 0) == 0, 'crc32 of nothing')
        packed, size = ctypes.create_string_buffer(99), ctypes.c_ulong(99)
        expect(self.lib.compress(packed, ctypes.byref(size), text, len(text)) == 0 and
               zlib.decompress(packed.raw[:size.value]) == text, 'compress')
        for wrong in (b'read only', 'text', (ctypes.c_uint16 * 9)()):
            try:
                self.lib.compress(wrong, ctypes.byref(size), text, len(text))
                expect(False, f'compress writes into {wrong}')
            except ctypes.ArgumentError:
                counts['arguments refused'] += 1


class Cffi(Python):
    kind = 'cffi'
    width = staticmethod(lambda width: width)

    def ask(self, names):
        # cffi takes long to read a type, and is asked for all at once.
        names = [name for name in names
                 if name not in self.left_out and f'typedef {name}' not in self.left_out]
        self.module.ffi.cdef('struct all_types {%s};' % ''.join(
            f'{name} *type_{number};' for number, name in enumerate(names)))
        fields = self.module.ffi.typeof('struct all_types').fields or []
        self.found = {name: field.type.item for name, (_, field) in zip(names, fields)}

    def find(self, name):
        return self.found.get(name)

    def size(self, kind):
        return self.module.ffi.sizeof(kind)

    def align(self, kind):
        return self.module.ffi.alignof(kind)

    def member(self, kind, name):
        field = dict(self.flat(kind)).get(name)
        if field is None:
            return None
        base, field = field
        if field.bitsize >= 0:
            return base + 8 * field.offset + field.bitshift, None, field.bitsize, None
        inner = field.type if field.type.kind in ('struct', 'union') else None
        try:
            size = self.module.ffi.sizeof(field.type)
        except ValueError:  # of no length
            size = 0
        return base + 8 * field.offset, size, None, inner

    def flat(self, kind, base=0):
        for name, field in kind.fields or []:
            if name:
                yield name, (base, field)
            else:
                yield from self.flat(field.type, base + 8 * field.offset)

    def is_symbol(self, name, symbol):
        import ctypes
        library = ctypes.CDLL(self.module.libraries[self.module._symbols[name][0]])
        return int(self.module.ffi.cast('uintptr_t', getattr(self.lib, name))) == \
            ctypes.cast(library[symbol], ctypes.c_void_p).value

    def calls(self):
        ffi = self.module.ffi
        number = ffi.new('int *')
        expect(self.lib.sscanf(b'x 42', b'x %d', number) == 1 and number[0] == 42, 'sscanf')
        status = ffi.new('struct stat *')
        expect(self.lib.stat(os.fsencode(__file__), status) == 0 and
               status.st_size == os.stat(__file__).st_size, 'stat')
        expect(self.lib.open(b'/nonexistent', ffi.cast('int', 0)) == -1 and
               ffi.errno == self.constants['ENOENT'], 'errno of open')
        expect(self.lib.optind == 1, 'optind')
        address = ffi.new('struct sockaddr_un *', (socket.AF_UNIX, ADDRESS))
        self.bind(address)

    def bytes(self):
        text = b'octets \x80\xff'
        expect(self.lib.crc32(0, text, len(text)) == zlib.crc32(text), 'crc32')


class Lua:
    """A module in Lua tells what it has, a line a fact: dump.lua."""

    def __init__(self, table, folder, *names):
        path = folder / f'module_{counts["modules"]}.lua'
        counts['modules'] += 1
        path.write_bytes(export('luajit', table, *names))
        self.text = path.read_text()
        self.document = facts.read(abidex, table, *names)
        questions = folder / 'questions'
        with questions.open('w') as file:
            for record in facts.records(self.document):
                file.write(f'record\t{record.name}\n')
                for member in record.members:
                    file.write(f'member\t{record.name}\t{member.name}\n')
            for line in self.document['declarations']:
                if line['kind'] == 'const':
                    file.write(f"const\t{line['name']}\n")
                if line['kind'] == 'fn' and line['name'] != line['symbol']:
                    file.write(f"symbol\t{line['name']}\t{line['symbol']}\n")
        run = subprocess.run([tool, HERE / 'dump.lua', path, questions, __file__,
                              'calls' if table == libc and not names else 'no calls'],
                             capture_output=True, text=True)
        if run.returncode:
            raise ImportError(f'luajit on {table}: {run.stderr}')
        self.answers, self.left_out, self.constants = {}, {}, {}
        self.results, self.symbols = {}, {}
        for line in run.stdout.splitlines():
            word, *rest = line.split('\t')
            if word == 'left_out':
                self.left_out[rest[0]] = rest[1]
            elif word == 'const':
                self.constants[rest[0]] = self.read(*rest[1:])
            elif word == 'symbol':
                self.symbols[rest[0]] = rest[1]
            elif word == 'call':
                self.results[rest[0]] = rest[1]
            else:
                self.answers[tuple(rest[:2] if word == 'member' else rest[:1])] = \
                    [int(number) for number in rest[2 if word == 'member' else 1:]]

    def ask(self, names):
        pass

    def read(self, kind, text=''):
        if kind == 'int':
            return int(text)
        if kind == 'float':
            return float.fromhex(text)
        return bytes.fromhex(text) if kind == 'string' else [int(u) for u in text.split()]

    def find(self, name):
        return name if (name,) in self.answers else None

    def size(self, name):
        return self.answers[name,][0]

    def align(self, name):
        return self.answers[name,][1]

    def member(self, name, member):
        found = self.answers.get((name, member))
        if not found:
            return None
        return found[0], None, self.width(found[1] or None), None

    def is_symbol(self, name, symbol):
        return self.symbols.get(name) == 'the same'

    def width(self, width):
        # a bit-field that fills its unit is a member like any other
        return None if width in (8, 16, 32) else width

    def calls(self):
        expect(self.results.get('getpid') == 'true', 'getpid')
        expect(self.results.get('sscanf') == '1 42', 'sscanf')
        expect(self.results.get('stat') == str(os.stat(__file__).st_size), 'stat')
        expect(self.results.get('errno') == str(self.constants['ENOENT']), 'errno of open')
        expect(self.results.get('optind') == '1', 'optind')
        expect(self.results.get('bind') == '0', 'bind')

    def bytes(self):
        pass  # a string of Lua is good for any pointer to what is only read


def check_member(module, kind, where, member):
    found = module.member(kind, member.name)
    if found is None:
        why = 'bytes: the bit-field' if member.width else 'bytes: it has no bytes'
        expect((member.width or member.is_inside) and why in module.text,
               f'{where}.{member.name} is missing')
        counts['members as bytes'] += 1
        return
    bit, size, width, inner = found
    expect((bit, width) == (member.bit, module.width(member.width)),
           f'{where}.{member.name} is at bit {bit}, {width} wide, '
           f'not at {member.bit}, {member.width} wide')
    expect(size is None or member.size is None or size == member.size,
           f'{where}.{member.name} has {size} bytes, not {member.size}')
    for part in member.record or []:
        if inner is not None:
            check_member(module, inner, f'{where}.{member.name}', part)


def check_record(module, record):
    kind = module.find(record.name)
    if kind is None:
        why = facts.explain(module.left_out, record)
        expect(why, f'{record.name} is left out: '
                    f'{module.left_out.get(facts.key(record), "nobody knows why")}')
        counts[f'records left out: {why}'] += 1
        return
    counts['records'] += 1
    expect(module.size(kind) == record.size,
           f'{record.name} has {module.size(kind)} bytes, not {record.size}')
    expect(module.align(kind) == record.align,
           f'{record.name} is aligned to {module.align(kind)}, not {record.align}')
    for member in record.members:
        check_member(module, kind, record.name, member)


def is_same(got, wanted):
    if isinstance(got, str):  # a wide string, which ends in a zero that Python's lacks
        return [ord(unit) for unit in got] + [0] == wanted or \
            got.encode(errors='replace') == wanted
    if isinstance(got, float) and isinstance(wanted, float):
        return math.isnan(got) and math.isnan(wanted) or \
            (got, math.copysign(1, got)) == (wanted, math.copysign(1, wanted))
    if isinstance(got, list) and isinstance(wanted, bytes):
        return got == [*wanted.decode().encode('utf-32-le')[::4], 0] or \
            got == [*map(ord, wanted.decode()), 0]
    return got == wanted


def check_constants(module, document):
    for name, kind, wanted in facts.constants(document):
        if name not in module.constants or wanted is None:
            reason = module.left_out.get(f'const {name}', '')
            expect(reason == 'no double holds its value' or
                   reason.endswith('128 bits') and kind.get('size') == 16,
                   f'{name} is left out: {reason}')
            counts['constants left out'] += 1
            continue
        counts['constants'] += 1
        got = module.constants[name]
        expect(is_same(got, wanted), f'{name} is {got}, not {wanted}')


def check_declarations(module, document):
    """Functions and variables are there or left out, never forgotten."""
    words = set(re.findall(r'[\w$]+', module.text))
    for line in document['declarations']:
        if line['kind'] in ('fn', 'var'):
            name = line['name']
            is_out = f"{line['kind']} {name}" in module.left_out
            counts['functions left out' if is_out else 'functions'] += 1
            if is_out:
                counts[f"because {module.left_out[line['kind'] + ' ' + name]}"] += 1
            is_there = {name, line['symbol']} & words
            expect(is_out or is_there, f'{name} is neither there nor left out')


def is_foreign(table):
    """Whether a table is for another platform, as its module has to notice."""
    with open(table, encoding='utf-8', errors='surrogateescape') as lines:
        header = dict(line.rstrip('\n').split(' ', 1) for line in iter(lines.readline, '\n'))
    return header['platform'] != PLATFORM


def check_refused(table, folder):
    try:
        kinds.get(tool, Lua)(table, folder)
    except ImportError:
        counts['modules for other platforms, refused'] += 1
    else:
        expect(False, f'{table}: its module is loaded on another platform')


def check_symbols(module, document):
    """What a name leads to is the symbol of the table: sscanf is __isoc99_sscanf."""
    for line in document['declarations']:
        if line['kind'] == 'fn' and line['name'] != line['symbol'] and \
                f"fn {line['name']}" not in module.left_out:
            counts['functions by another symbol'] += 1
            expect(module.is_symbol(line['name'], line['symbol']),
                   f"{line['name']} is not {line['symbol']}")


def check(table, folder, *names):
    module = kinds.get(tool, Lua)(table, folder, *names)
    document = facts.read(abidex, table, *names)
    records = list(facts.records(document))
    module.ask([record.name for record in records])
    for record in records:
        check_record(module, record)
    check_constants(module, document)
    check_declarations(module, document)
    return module


kinds = {'ctypes': Ctypes, 'cffi': Cffi}
tool, abidex, *tables = sys.argv[1:]
libc = None
if '--libc' in tables:
    libc = tables.pop(tables.index('--libc') + 1)
    tables.remove('--libc')
if not tables:
    sys.exit('no tables')
with tempfile.TemporaryDirectory() as name:
    for table in tables:
        (check_refused if is_foreign(table) else check)(table, Path(name))
    with open(SMALL, encoding='latin-1') as file:
        small = file.read()
    musl = Path(name) / 'musl.abx'
    musl.write_text(re.sub('^platform .*', 'platform x86_64-linux-musl', small, flags=re.M),
                    encoding='latin-1')
    check_refused(musl, Path(name))
    octets = Path(name) / 'octets.abx'
    octets.write_text(re.sub('^library .*\n', '', small[:small.index('\n\n') + 1], flags=re.M) +
                      'library libz.so.1\n' + OCTETS)
    kinds.get(tool, Lua)(octets, Path(name)).bytes()
    if libc:
        whole = check(libc, Path(name))
        whole.calls()
        check_symbols(whole, facts.read(abidex, libc))
        expect(counts['functions by another symbol'] > 10, 'functions by another symbol')
        if tool in kinds:
            expect(whole.lib.getpid() == os.getpid(), 'getpid')
        part = check(libc, Path(name), 'stat', 'struct stat', 'getpid', 'O_RDONLY')
        words = set(re.findall(r'\w+', part.text))
        expect('tv_nsec' in words and not {'tm_sec', 'write', 'O_WRONLY'} & words,
               'what struct stat needs, and no more')
        expect(counts['records'] > 1000 and counts['constants'] > 10000,
               'a table of the whole C library')
for what, count in sorted(counts.items()):
    print(f'{count:8} {what}')
print(f'{n_failures} failures')
sys.exit(n_failures > 0)
