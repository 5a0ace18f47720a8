"""Whether the stubs of the package and of abidex.libc say what is there when they are imported: names,
what they are, and the parameters of each function."""
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import abidex

pytest.importorskip('mypy')

# What checkers know and Python before 3.12 does not, what every structseq has; abidex.glibc is Python.
ALLOWED = r"""
abidex\.Memory\.__buffer__
abidex\.Signal\.(n_\w+|__match_args__)
abidex\.glibc.*
"""


def test_package(tmp_path):
    (tmp_path / 'allowed').write_text(ALLOWED)
    folder = tmp_path / 'stubs/abidex'
    folder.mkdir(parents=True)
    for stub in Path(abidex.__file__).parent.glob('*.pyi'):
        shutil.copy(stub, folder)
    run = subprocess.run([sys.executable, '-m', 'mypy.stubtest', 'abidex', '--ignore-unused-allowlist',
                          '--ignore-positional-only', '--allowlist', tmp_path / 'allowed'],
                         capture_output=True, text=True, cwd=tmp_path,
                         env={**os.environ, 'MYPYPATH': str(folder.parent)})
    assert run.returncode == 0, run.stdout + run.stderr
