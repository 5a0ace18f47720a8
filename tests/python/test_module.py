"""What the module has besides tables."""
import os

import pytest

import abidex


def test_version():
    assert abidex.__version__.count('.') == 2


def test_platform():
    assert abidex.platform.count('-') >= 2


def test_the_c_library_as_a_module():
    from abidex import libc
    from abidex.libc import getpid, O_RDWR
    assert getpid() == os.getpid()
    assert O_RDWR == os.O_RDWR
    assert libc.functions['getpid'] is getpid
    assert 'getpid' in dir(libc)
    names = {}
    exec('from abidex.libc import *', names)
    assert names['getpid'] is getpid and names['O_RDWR'] == O_RDWR
    assert 'types' not in names
    with pytest.raises(ImportError, match='nope'):
        from abidex.libc import nope


def test_all_is_there():
    for name in abidex.__all__:
        assert hasattr(abidex, name)
