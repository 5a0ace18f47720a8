#!/usr/bin/env python3
"""Writes functions of random scalar signatures, for the test of direct calls.

The callee tells through judge_put_* what it got and returns what judge_result_* say, so
that the compiler is the judge of where arguments and results belong.

Usage: signatures.py SEED N CALLEE.c LINES.h
"""
import random
import sys

# In a table, in C, and how the callee tells of it.
SCALARS = [
    ('i8', 'int8_t', 'integer'), ('u8', 'uint8_t', 'integer'),
    ('i16', 'int16_t', 'integer'), ('u16', 'uint16_t', 'integer'),
    ('i32', 'int32_t', 'integer'), ('u32', 'uint32_t', 'integer'),
    ('i64', 'int64_t', 'integer'), ('u64', 'uint64_t', 'integer'),
    ('bool', '_Bool', 'integer'), ('*void', 'void *', 'pointer'),
    ('f32', 'float', 'real'), ('f64', 'double', 'real'),
]
VOID = ('void', 'void', 'nothing')


def parameters(rng):
    """Mostly as many as functions have; now and then more than any registers hold."""
    most = rng.choice([3, 6, 9, 12, 20, 40])
    kinds = rng.choice([SCALARS, SCALARS[:10], SCALARS[10:], SCALARS[4:8] + SCALARS[11:]])
    return [rng.choice(kinds) for _ in range(rng.randint(0, most))]


def main():
    seed, n, callee, lines = sys.argv[1:]
    rng = random.Random(int(seed))
    with open(callee, 'w', encoding='ascii') as c, open(lines, 'w', encoding='ascii') as h:
        c.write('#include "judge.h"\n')
        for i in range(int(n)):
            result = rng.choice([*SCALARS, VOID])
            takes = parameters(rng)
            other = rng.random() < 0.25
            names = ', '.join(f'{kind} a{k}' for k, (_, kind, _) in enumerate(takes))
            convention = 'OTHER_CONVENTION ' if other else ''
            head = f'{result[1]} {convention}s{i}({names or "void"})'
            c.write(f'\nJUDGED {head};\n{head}\n{{\n')
            for k, (_, _, how) in enumerate(takes):
                c.write(f'    judge_put_{how}(a{k});\n')
            if result is not VOID:
                c.write(f'    return ({result[1]})judge_result_{result[2]}({i});\n')
            c.write('}\n')
            types = ', '.join(word for word, _, _ in takes)
            prefix = 'OTHER_WORD ' if other else ''
            h.write(f'"fn s{i} " {prefix}"{result[0]}({types})",\n')


main()
