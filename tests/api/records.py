#!/usr/bin/env python3
"""Writes random records and functions that take and return them by value, for the test of
records.

The callee tells through judge_put_* what members it got, and fills its result with what
judge_result_* say, so that the compiler is the judge of where records are passed. How they
are laid out is the compiler's word, too: a line is printed with its offsetof.

Usage: records.py SEED N RECORDS.h CALLEE.c LINES.h
"""
import random
import sys

# In a table, in C, and how the callee tells of it.
SCALARS = [
    ('i8', 'int8_t', 'integer'), ('u8', 'uint8_t', 'integer'),
    ('i16', 'int16_t', 'integer'), ('u16', 'uint16_t', 'integer'),
    ('i32', 'int32_t', 'integer'), ('u32', 'uint32_t', 'integer'),
    ('i64', 'int64_t', 'integer'), ('u64', 'uint64_t', 'integer'),
    ('*void', 'void *', 'pointer'), ('f32', 'float', 'real'), ('f64', 'double', 'real'),
]
LONG_DOUBLE = ('" LONG_DOUBLE "', 'long double', 'real')
FLOAT, DOUBLE = SCALARS[9:]
MAX_LEAVES = 12


class Record:
    """keyword and tag; members: name, type in C before and behind the name, type in a table;
    leaves: path, how, of what is looked at: of a union its first member alone."""

    def __init__(self, rng, number, others):
        self.keyword = 'union' if rng.random() < 0.15 else 'struct'
        self.tag = f'r{number}'
        self.members, self.leaves = [], []
        self.ending = rng.choice([''] * 14 + [' __attribute__((packed))',
                                              ' __attribute__((aligned(16)))'])
        kinds = rng.choice([SCALARS, SCALARS, [FLOAT], [DOUBLE], [FLOAT, DOUBLE], SCALARS[:8],
                            [LONG_DOUBLE, *SCALARS[4:6]], [LONG_DOUBLE], SCALARS[:2]])
        for index in range(rng.choice([1, 1, 2, 2, 3, 3, 4, 5, 8])):
            self.add(rng, f'm{index}', kinds, others)
        if not self.members:
            self.add(rng, 'm', SCALARS, [])

    def add(self, rng, name, kinds, others):
        choice = rng.random()
        if choice < 0.15 and others:
            other = rng.choice(others)
            c = table = f'{other.keyword} {other.tag}'
            suffixes = other.leaves
        elif choice < 0.2:
            part = rng.choice([FLOAT, DOUBLE])
            c, table = f'{part[1]} _Complex', f'complex {part[0]}'
            suffixes = [('[0]!', 'real'), ('[1]!', 'real')]
        else:
            table, c, how = rng.choice(kinds)
            suffixes = [('', how)]
        length = rng.choice([0, 0, 0, 0, 0, 2, 3]) if name != 'm' else 0
        indices = [f'[{i}]' for i in range(length)] or ['']
        leaves = [(name + index + ('.' if suffix and suffix[0] != '[' else '') + suffix, how)
                  for index in indices for suffix, how in suffixes]
        if len(self.leaves) + len(leaves) > MAX_LEAVES:
            return
        self.members.append((name, c, f'[{length}]' if length else '',
                             f'[{length}]{table}' if length else table))
        if self.keyword == 'struct' or not self.leaves:
            self.leaves += leaves

    def define(self):
        body = ' '.join(f'{c} {name}{array};' for name, c, array, _ in self.members)
        return f'{self.keyword} {self.tag} {{ {body} }}{self.ending};\n'

    def line(self):
        c = f'{self.keyword} {self.tag}'
        body = '; '.join(f'%zu {table} {name}' for name, _, _, table in self.members)
        values = ', '.join(f'offsetof({c}, {name})' for name, *_ in self.members)
        return (f'    PUT("{c} %zu %zu {{{body}}}", sizeof({c}), _Alignof({c}), '
                f'{values});\n')


def c_leaf(object_, path):
    """The parts of a complex number have operators of GNU C instead of a path."""
    for index, operator in (('[0]', '__real__'), ('[1]', '__imag__')):
        if path.endswith(index + '!'):
            return f'{operator} {object_}.{path[:-len(index) - 1]}'
    return f'{object_}.{path}'


def put(record, name):
    return ''.join(f'    judge_put_{how}({c_leaf(name, path)});\n'
                   for path, how in record.leaves)


def main():
    seed, n, header, callee, lines = sys.argv[1:]
    rng = random.Random(int(seed))
    records = []
    with open(header, 'w', encoding='ascii') as h, open(callee, 'w', encoding='ascii') as c, \
            open(lines, 'w', encoding='ascii') as t:
        c.write('#include "judge.h"\n#include "records.h"\n')
        for i in range(int(n)):
            record = Record(rng, i, [other for other in records[-20:]
                                     if len(other.leaves) < 5])
            records.append(record)
            h.write(record.define())
            other = rng.choice(records)
            scalars = [rng.choice(SCALARS) for _ in range(rng.choice([0, 1, 3, 7]))]
            takes = [(table, kind, how, None) for table, kind, how in scalars]
            for r in (record, other):
                kind = f'{r.keyword} {r.tag}'
                takes.insert(rng.randint(0, len(takes)), (kind, kind, None, r))
            write_function(c, t, i, record, takes)


def write_function(c, t, number, record, takes):
    kind = f'{record.keyword} {record.tag}'
    names = ', '.join(f'{c_type} a{k}' for k, (_, c_type, _, _) in enumerate(takes))
    head = f'{kind} s{number}({names})'
    c.write(f'\nJUDGED {head};\n{head}\n{{\n    {kind} result;\n\n')
    for k, (_, _, how, taken) in enumerate(takes):
        c.write(put(taken, f'a{k}') if taken else f'    judge_put_{how}(a{k});\n')
    for path, how in record.leaves:
        leaf = c_leaf('result', path)
        c.write(f'    {leaf} = (__typeof__({leaf}))judge_result_{how}({number});\n')
    c.write('    return result;\n}\n')
    types = ', '.join(table for table, *_ in takes)
    t.write(record.line())
    t.write(f'    PUT("fn s{number} {kind}({types})");\n')
    t.write(f'    LEAVES({number}, "{" ".join(path for path, _ in record.leaves)}");\n'
            .replace('!', ''))


main()
