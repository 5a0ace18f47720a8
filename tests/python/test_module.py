"""What the module has besides tables."""
import abidex


def test_version():
    assert abidex.__version__.count('.') == 2


def test_platform():
    assert abidex.platform.count('-') >= 2
