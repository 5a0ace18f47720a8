#!/usr/bin/env python3
"""A second witness: the target's compiler writes debugging information for the headers of a
table, pahole reads it, and each record's size, members and offsets must be the table's.

Usage: witness.py ABIDEX TABLE SPEC_FOLDER COMPILER [OPTION...]
"""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = '''#define ABIDEX_SAY(fn, text)
#define ABIDEX_NOTE(text)
#include "spec.h"
#include "{}"
'''
DEBUG = ['-std=gnu11', '-w', '-gdwarf-4', '-fno-eliminate-unused-debug-types', '-c']
OPEN = re.compile(r'(typedef )?(struct|union|enum)( \w+)? +\{')
CLOSE = re.compile(r'\}(.*)')
PLACE = re.compile(r'/\*\s*(\d+)(?::\s*(\d+))?\s+(\d+) \*/')
SIZE = re.compile(r'/\* size: (\d+),')
NAME = re.compile(r'(\w+)(?:\[[^]]*\])*(?::(\d+))?$')
POINTER = re.compile(r'\(\*+\s*(?:const )?(\w+)')
N_NAMES = 200  # of one call, so that no command line becomes too long


def run(*command):
    return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout


def member_name(text):
    """The name in "unsigned int flags:3"; '' for an anonymous record."""
    text = re.sub(r'__attribute__\(\(.*?\)\)+', '', text).strip().rstrip(';').strip()
    pointer = POINTER.search(text)
    match = pointer or NAME.search(text)
    return match[1] if match else ''


def read_place(place, width):
    """What a comment of pahole tells: byte and size, or bit and width."""
    offset, bit, size = place.groups()
    if width:
        return 8 * int(offset) + int(bit or 0), int(width)
    return int(offset), int(size)


def read_members(lines):
    """The members of one record, by path: {'a.b': (offset, size)}, and its size if told."""
    members, size, depth = {}, None, []
    for line in lines:
        place = PLACE.search(line)
        text = line.split('/*')[0].strip()
        found = SIZE.search(line)
        if found and not depth:
            size = int(found[1])
        if OPEN.match(text):
            depth.append([])
            continue
        closing = CLOSE.match(text)
        if closing and not depth:
            break
        name = member_name(closing[1] if closing else text) if place else ''
        inner = depth.pop() if closing else []
        width = NAME.search(text.rstrip('; '))
        entry = (name, read_place(place, None if closing or not width else width[2])) if place else None
        added = [(f'{name}.{path}' if name else path, at) for path, at in inner]
        if entry and name:
            added.append(entry)
        if depth:
            depth[-1].extend(added)
        else:
            members.update(added)
    return members, size


def read_pahole(text):
    """All records of pahole's output: {'struct x' or typedef's name: (members, size)}."""
    records, lines = {}, text.splitlines()
    for i, line in enumerate(lines):
        opening = OPEN.match(line)
        if not opening or opening[2] == 'enum':
            continue
        end = next(k for k in range(i + 1, len(lines)) if lines[k].startswith('}'))
        name = lines[end][1:].strip(' ;') if opening[1] else f'{opening[2]}{opening[3] or ""}'
        name = re.sub(r'__attribute__\(\(.*?\)\)+', '', name).strip()
        if name and not name.endswith((' ', 'struct', 'union')):
            records.setdefault(name, read_members(lines[i + 1:end + 1]))
    return records


def flatten(entry, base=0, prefix=''):
    """The members of a record of the table in the same form. Both count the bits of a bit-field
    from the lowest on little-endian platforms, and from the highest on big-endian ones."""
    for member in entry.get('members', ()):
        offset, path = base + member['offset'], prefix + (member.get('name') or '')
        if 'width' in member:
            yield path, (8 * offset + member['bit'], member['width'])
        elif member.get('name'):
            yield path, (offset, member.get('size', 0))
        if 'record' in member:
            yield from flatten(member['record'], offset,
                               path + '.' if member.get('name') else prefix)


def table_records(abidex, table):
    names = [' '.join(line.split()[:2]) for line in open(table, encoding='utf-8')
             if re.match(r'(struct|union) \w+ \d|typedef \w+ (struct|union) \d', line)]
    names = [name.removeprefix('typedef ') for name in names]
    for i in range(0, len(names), N_NAMES):
        yield from json.loads(run(abidex, 'show', '--json', table, *names[i:i + N_NAMES]))


def compile_units(spec, compiler, header, directory):
    """An object for each unit of the table, in their order."""
    source = Path(directory, 'witness.c')
    source.write_text(SOURCE.format(Path(header['source'][0]).name), encoding='utf-8')
    for unit in range(1, int(header.get('units', ['1'])[0]) + 1):
        target = Path(directory, f'unit-{unit}.o')
        run(*compiler, *DEBUG, f'-I{spec}', f'-DABIDEX_UNIT={unit}', '-o', target, source)
        yield target


def read_header(table):
    header = {}
    with open(table, encoding='utf-8') as lines:
        for line in iter(lines.readline, '\n'):
            key, value = line.rstrip('\n').split(' ', 1)
            header.setdefault(key, []).append(value)
    return header


def collect(objects, names, directory):
    records, wanted = {}, Path(directory, 'names')
    wanted.write_text('\n'.join(names) + '\n', encoding='utf-8')
    for target in objects:
        for options in ([], ['--unions'], ['-C', f'file://{wanted}']):
            for name, record in read_pahole(run('pahole', *options, target)).items():
                records.setdefault(name, record)
    return records


def main(abidex, table, spec, *compiler):
    header = read_header(table)
    entries = {(entry['kind'] + ' ' if entry['kind'] != 'typedef' else '') + entry['name']: entry
               for entry in table_records(abidex, table)}
    with tempfile.TemporaryDirectory() as directory:
        objects = list(compile_units(spec, compiler, header, directory))
        names = [name for name in entries if ' ' not in name]
        records = collect(objects, names, directory)
    n_records = n_members = 0
    wrong = []
    for name, entry in entries.items():
        if name not in records:
            continue
        members, size = records[name]
        expected = dict(flatten(entry))
        n_records += 1
        n_members += len(expected)
        if size not in (None, entry['size']):
            wrong.append(f'{name}: size {entry["size"]} in the table, {size} by pahole')
        wrong += [f'{name}: {path} at {expected.get(path)} in the table, {members.get(path)} by '
                  'pahole' for path in sorted(expected.keys() | members.keys())
                  if expected.get(path) != members.get(path)]
    print(f'{header["platform"][0]}: {n_records} of {len(entries)} records and {n_members} members '
          f'seen by pahole, {len(wrong)} otherwise')
    print(*wrong[:50], sep='\n')
    return 1 if wrong or not n_records else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
