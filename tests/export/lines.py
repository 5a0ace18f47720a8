#!/usr/bin/env python3
"""Writes each line of a table again from what `abidex export --to json` says of it, byte for
byte: so nothing of the table is missing in the JSON form. And holds it against what `list` and
`show` print.

Usage: lines.py ABIDEX TABLE…
"""
import json
import subprocess
import sys
from pathlib import Path

import facts

n_failures = 0


def expect(is_good, what):
    global n_failures
    if not is_good:
        n_failures += 1
        if n_failures <= 20:
            print(f'FAILED: {what}')


# ---- types

def parameters(kind):
    if not kind['prototype']:
        return '?'
    texts = [notation(one['type']) + (f" {one['name']}" if one['name'] else '')
             for one in kind['parameters']]
    return ', '.join(texts + ['...'] * kind['variadic'])


def member(one):
    bits = f".{one['bit']}:{one['width']}" if 'bit' in one else ''
    name = f" {one['name']}" if one['name'] else ''
    return f"{one['offset']}{bits} {notation(one['type'])}{name}"


def layout(kind):
    if kind.get('incomplete'):
        return 'incomplete'
    mark = 'transparent_union ' * kind.get('transparent_union', False)
    return f"{mark}{kind['size']} {kind['align']} {{{'; '.join(map(member, kind['members']))}}}"


def prefixed(kind):
    # Where a parameter list follows, a function needs parentheses.
    text = notation(kind)
    return f'({text})' if kind['kind'] == 'function' else text


def convention(kind):
    return f"{kind['convention']} " if 'convention' in kind else ''


def record(kind):
    return f"{kind['kind']} {kind.get('name') or layout(kind)}"


def enumeration(kind):
    return 'enum ' + (kind.get('name') or enumerators(kind))


def enumerators(kind):
    return f"{notation(kind['type'])} {{{' '.join(kind['enumerators'])}}}"


FORMS = {
    'void': lambda kind: 'void',
    'bool': lambda kind: 'bool',
    'char': lambda kind: 'char',
    'va_list': lambda kind: 'va_list',
    'int': lambda kind: f"{'i' if kind['signed'] else 'u'}{8 * kind['size']}",
    'float': lambda kind: kind['format'],
    'complex': lambda kind: f"complex {prefixed(kind['real'])}",
    'pointer': lambda kind: f"*{prefixed(kind['target'])}",
    'array': lambda kind: '[{}]{}'.format('' if kind['length'] is None else kind['length'],
                                          prefixed(kind['element'])),
    'function': lambda kind: f"{convention(kind)}{prefixed(kind['result'])}({parameters(kind)})",
    'struct': record,
    'union': record,
    'enum': enumeration,
    'typedef': lambda kind: kind['name'],
}


def notation(kind):
    words = [word + ' ' for word in ('const', 'volatile', 'atomic') if kind.get(word)]
    return ''.join(words) + FORMS[kind['kind']](kind)


# ---- lines

def eintr(one):
    timeout = f":{one['timeout']}" if one['timeout'] else ''
    return [f"eintr={one['eintr']}{timeout}"] if one['eintr'] else []


def contract(one):
    if not one:
        return ''
    if one['when'] == 'never':
        return ' fails=never' + ',blocks' * one['blocks']
    usual = {'h_errno': 'h_errno', 'last_error': 'ERROR_'}.get(one['where'], 'errno')
    space = '' if one['space'] == usual else f"/{one['space']}"
    flags = ['clear'] * one['clear'] + ['fresh'] * one['fresh'] + \
        [f'success={name}' for name in one['successes']] + eintr(one) + \
        [f"errno={one['cause']}"] * bool(one['cause']) + ['blocks'] * one['blocks'] + \
        [f"text={one['texts']}"] * bool(one['texts'])
    return ' ' + ' '.join([f"fails={','.join([one['when'] + ':' + one['where'] + space] + flags)}",
                           *one['codes']])


def attributes(line):
    return ''.join(f' {name}' if value is True else f' {name}={value}'
                   for name, value in line['attributes'].items())


def unit(number):
    if chr(number) in '"\\':
        return '\\' + chr(number)
    if 0x20 <= number < 0x7f:
        return chr(number)
    return f'\\x{number:02x}' if number <= 0xff else f'\\u{{{number:x}}}'


def value(line):
    got = line['value']
    if line['type']['kind'] != 'array':
        return str(got)
    if isinstance(got, list):
        return '"' + ''.join(map(unit, got[:-1])) + '"'
    if isinstance(got, dict) or line['type']['element'].get('size', 1) == 1:
        return '"' + ''.join(map(unit, facts.value(line['type'], got))) + '"'
    return '"' + ''.join(map(unit, map(ord, got))) + '"'


LINES = {
    'alias': lambda line: line['target'],
    'const': lambda line: f"{notation(line['type'])} {value(line)}",
    'enum': enumerators,
    'error': lambda line: line['text'],
    'fn': lambda line: notation(line['type']) + attributes(line) + contract(line['contract']),
    'member': lambda line: f"{line['path']} {'; '.join(line['of'])}",
    'omit': lambda line: line['reason'],
    'struct': layout,
    'typedef': lambda line: notation(line['type']),
    'union': layout,
    'unit': lambda line: '',
    'var': lambda line: notation(line['type']) + attributes(line),
}


def check_line(line, text):
    got = f"{line['kind']} {line['name']} {LINES[line['kind']](line)}".rstrip(' ')
    wanted = text
    if line.get('transparent_union') and line['kind'] == 'typedef':
        expect(text.endswith(' transparent_union'), f'{text}: JSON says it is transparent')
        wanted = text.removesuffix(' transparent_union')
    elif line['kind'] == 'typedef' and ' align=' in text:
        wanted, align = text.rsplit(' align=', 1)
        expect(line['align'] == int(align), f'{text}: align is {line["align"]}')
    expect(got == wanted, f'JSON says\n  {got}\nand the table\n  {wanted}')


def check_header(header, lines):
    for line in lines:
        key, text = line.split(' ', 1)
        if key == 'abidex':
            continue
        got = header.get(key)
        expect(text in got if isinstance(got, list) else str(got) == text,
               f'header {line}: JSON says {got}')


# ---- the other subcommands

def ask(*arguments):
    run = subprocess.run([abidex, *arguments], capture_output=True)
    return json.loads(run.stdout)


def check_names(table, document):
    for kind in LINES:
        listed = [line['name'] for line in ask('list', '--json', '--kind', kind, table)]
        told = [line['name'] for line in document['declarations'] if line['kind'] == kind]
        expect(listed == told, f'{table}: names of kind {kind} are not those of list')


def check_shown(table, document):
    """Layouts and symbols, of a part of the names: show prints a lot."""
    lines = {(line['kind'], line['name']): line for line in document['declarations']}
    names = [name for kind, name in lines if kind in ('fn', 'struct', 'union')][::7]
    for shown in ask('show', '--json', table, *names) if names else []:
        line = lines[shown['kind'], shown['name']]
        if 'members' in shown:
            expect((shown['size'], shown['align']) == (line['size'], line['align']) and
                   [(one['name'], one['offset'], one.get('bit')) for one in shown['members']] ==
                   [(one['name'], one['offset'], one.get('bit')) for one in line['members']],
                   f'{table}: {shown["name"]} is not as show has it')
        if shown['kind'] == 'fn':
            expect((shown['symbol'], shown['library'], shown['contract']) ==
                   (line['symbol'], line['library'], line['contract']),
                   f'{table}: {shown["name"]} is not as show has it')


def check(table):
    head, body = Path(table).read_text(encoding='utf-8', errors='surrogateescape') \
        .split('\n\n', 1)
    document = facts.read(abidex, table)
    texts = body.splitlines()[:-1] if body.endswith('~end\n') else []
    expect(len(texts) == len(document['declarations']), f'{table}: not as many lines')
    check_header(document['header'], head.splitlines())
    for line, text in zip(document['declarations'], texts):
        check_line(line, text)
    check_names(table, document)
    check_shown(table, document)
    return len(texts)


abidex, *tables = sys.argv[1:]
n_lines = sum(map(check, tables))
print(f'{n_lines} lines of {len(tables)} tables, {n_failures} failures')
sys.exit(n_failures > 0 or n_lines == 0)
