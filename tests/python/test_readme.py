"""The sections of README.md for Python are true: the program at the beginning prints what stands
behind it, and what is typed at >>> gives what stands below it."""
import contextlib
import doctest
import io
import re
from pathlib import Path

import pytest

README = (Path(__file__).parents[2] / 'README.md').read_text()


def section(title):
    """The text of a section, without its headline, up to the next one."""
    return re.search(rf'^##+ {title}\n(.*?)(?=^##|\Z)', README, re.DOTALL | re.MULTILINE)[1]


def blocks(text):
    """The blocks of code: (language, text)."""
    return re.findall(r'^```(\w*)\n(.*?)^```$', text, re.DOTALL | re.MULTILINE)


def test_program():
    (language, program), (_, expected) = blocks(section('In Python'))[:2]
    assert language == 'python' and program.count('\n') == 10
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(program, 'README.md', 'exec'), {'__name__': '__main__'})
    assert printed.getvalue() == expected


@pytest.mark.parametrize('title', ['In Python', 'glibc for Python'])
def test_dialogue(title):
    lines = '\n'.join(text for _, text in blocks(section(title)) if text.startswith('>>>'))
    test = doctest.DocTestParser().get_doctest(lines, {}, title, 'README.md', 0)
    assert len(test.examples) > 5
    printed = io.StringIO()
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    results = runner.run(test, out=printed.write)
    assert results.failed == 0, printed.getvalue()
