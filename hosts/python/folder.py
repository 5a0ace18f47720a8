"""Prints the folder below a prefix that this Python imports packages from, or nothing where it
looks nowhere below it. Usage: folder.py PREFIX"""
import site
import sys
from pathlib import Path


def folder_below(prefix):
    """The first of PREFIX/lib*/...: what is deeper is below another prefix."""
    for folder in map(Path, site.getsitepackages()):
        if prefix in folder.parents and folder.relative_to(prefix).parts[0].startswith('lib'):
            return folder
    return ''


print(folder_below(Path(sys.argv[1])), end='')
