#!/usr/bin/env python3
"""Reads the stubs that `abidex export` writes for each table, as Python does, and holds them to
what JSON says: every function is there with its parameters, and every constant and variable. Where
mypy is installed, it accepts a program that uses them, and rejects each line of one that does not.

Usage: stubs.py ABIDEX PACKAGE LIBC.abx|- TABLE…
"""
import ast
import keyword
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import facts

HERE = Path(__file__).parent
n_failures = 0


def expect(is_good, what):
    global n_failures
    if not is_good:
        n_failures += 1
        if n_failures <= 20:
            print(f'FAILED: {what}')


def export(abidex, table):
    run = subprocess.run([abidex, 'export', '--to', 'stubs', table], capture_output=True, text=True)
    expect(run.returncode == 0 and not run.stderr, f'{table}: {run.returncode}: {run.stderr}')
    return run.stdout


class Stub:
    """The names of a stub: of functions the definitions, of others their annotations."""

    def __init__(self, text):
        self.functions, self.others = {}, {}
        for node in ast.parse(text).body:
            if isinstance(node, ast.FunctionDef):
                self.functions.setdefault(node.name, []).append(node)
            elif isinstance(node, ast.AnnAssign):
                expect(node.target.id not in self.others, f'{node.target.id} comes twice')
                self.others[node.target.id] = node
        self.names = {*self.functions, *self.others}


def parameters(line):
    """As the stub has to have them: their names, and whether these are good for callers."""
    names = [parameter['name'] for parameter in line['parameters']]
    is_named = all(name and not keyword.iskeyword(name) for name in names)
    return is_named, [name and name + '_' * keyword.iskeyword(name) or f'argument{number}'
                      for number, name in enumerate(names, 1)]


def check_function(stub, name, line):
    definitions = stub.functions.get(name, [])
    expect(1 <= len(definitions) <= 2, f'{name}: {len(definitions)} definitions')
    kind = line['type']
    for definition in definitions:
        is_named, names = parameters(kind)
        given = definition.args.args if is_named else definition.args.posonlyargs
        expect([argument.arg for argument in given] == names, f'{name}: its parameters')
        is_open = kind['variadic'] or not kind['prototype']
        expect(bool(definition.args.vararg) == is_open, f'{name}: more arguments')
        expect(all(argument.annotation for argument in given) and definition.returns,
               f'{name}: a type is missing')
    if len(definitions) == 2:
        expect(all(d.decorator_list[0].id == '_overload' for d in definitions), f'{name}: overloads')
        expect('_Out' in ast.unparse(definitions[1].args), f'{name}: takes no out')


def check_constant(stub, name, line):
    node = stub.others[name]
    expect('_Final' in ast.unparse(node.annotation), f'{name}: not final')
    if isinstance(line['value'], int) and node.value:
        expect(ast.literal_eval(node.value) == line['value'], f'{name}: its value')


def check(abidex, table):
    text = export(abidex, table)
    stub = Stub(text)
    lines = facts.read(abidex, table)['declarations']
    by_name = {(line['kind'], line['name']): line for line in lines}
    for line in lines:
        name, kind = line['name'], line['kind']
        if kind == 'alias':
            line = by_name.get(('fn', line['target'])) or by_name.get(('var', line['target']))
            kind = line and line['kind']
        if kind not in ('fn', 'const', 'var') or keyword.iskeyword(name):
            continue
        expect(name in stub.names, f'{table}: {name} is missing')
        if kind == 'fn':
            check_function(stub, name, line)
        elif kind == 'const' and name in stub.others:
            check_constant(stub, name, line)
    return text


def check_keywords(abidex, table):
    """Python's words as names of functions and of parameters; what only looks like one stays."""
    words = [*keyword.kwlist, *getattr(keyword, 'softkwlist', []), 'print', 'self']
    header = Path(table).read_text().split('\n\n')[0]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / 'words.abx'
        lines = [f'fn {word}{end} i32(i32 {word})' for word in words for end in ('', '_of')]
        path.write_text('\n'.join([header, '', *sorted(lines, key=str.encode), '~end', '']))
        stub = Stub(check(abidex, path))
    expect(set(words) - set(keyword.kwlist) <= stub.names, f'names that are not words: {stub.names}')


def mypy(folder, *paths):
    """What it finds: file and line."""
    run = subprocess.run([sys.executable, '-m', 'mypy', '--strict', '--cache-dir', folder / 'cache', *paths],
                         capture_output=True, text=True, env={**os.environ, 'MYPYPATH': str(folder)})
    expect(run.returncode in (0, 1), f'mypy: {run.stdout}{run.stderr}')
    return {(Path(path).name, int(line)): text for path, line, text
            in re.findall(r'^([^\n:]*):(\d+): error: (.*)$', run.stdout, re.MULTILINE)}


def check_types(stub, package):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / 'abidex').mkdir()
        (folder / 'abidex/libc.pyi').write_text(stub)
        (folder / 'abidex/__init__.pyi').write_bytes((package / '__init__.pyi').read_bytes())
        errors = mypy(folder, folder / 'abidex', HERE / 'stubs_right.py', HERE / 'stubs_wrong.py')
        lines = (HERE / 'stubs_wrong.py').read_text().splitlines()
        wrong = {('stubs_wrong.py', number) for number, line in enumerate(lines, 1) if '# wrong' in line}
        expect(len(wrong) > 9 and set(errors) == wrong, f'mypy: {errors}')


def main():
    abidex, package, libc, *tables = sys.argv[1:]
    for table in tables:
        check(abidex, table)
    check_keywords(abidex, tables[0])
    if libc != '-':
        stub = check(abidex, libc)
        try:
            import mypy as _  # noqa: F401
        except ImportError:
            print('mypy is not there: types were not checked')
        else:
            check_types(stub, Path(package))
    print(f'{len(tables)} tables and {libc}, {n_failures} failures')
    return 1 if n_failures else 0


sys.exit(main())
