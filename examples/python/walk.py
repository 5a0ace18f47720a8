"""A directory tree walked with nftw: made, listed, removed.

    python3 walk.py
"""
import abidex

libc = abidex.open('libc')

# mkdtemp writes into what it gets, so that it takes no str.
root = libc.mkdtemp(bytearray(b'/tmp/abidex-walk-XXXXXX\0'))
libc.mkdir(root + '/inner', 0o700)
for name in '/first', '/inner/second':
    libc.close(libc.open(root + name, libc.O_WRONLY | libc.O_CREAT | libc.O_EXCL, 0o600))
libc.symlink('first', root + '/link')

kinds = {libc.FTW_F: 'file', libc.FTW_D: 'directory', libc.FTW_SL: 'link'}
lines = []


def list_entry(path, status, kind, ftw):
    """base is where the name begins in path, level how deep that lies."""
    size = f', {status.st_size} bytes' if kind == libc.FTW_F else ''
    lines.append(f'level {ftw.level}: {kinds[kind]}{size} {path[ftw.base:] if ftw.level else "."}')
    return 0


# 8 descriptors at most; links are not followed. The order is that of the directory.
libc.nftw(root, list_entry, 8, libc.FTW_PHYS)
print('\n'.join(sorted(lines)))


def find_link(path, status, kind, ftw):
    """Anything but 0 ends the walk, and is nftw's result."""
    return 7 if kind == libc.FTW_SL else 0


print('stopped with', libc.nftw(root, find_link, 8, libc.FTW_PHYS))


def remove_entry(path, status, kind, ftw):
    """With FTW_DEPTH a directory comes behind what it holds."""
    return libc.remove(path)


libc.nftw(root, remove_entry, 8, libc.FTW_PHYS | libc.FTW_DEPTH)
try:
    libc.nftw(root, list_entry, 8, libc.FTW_PHYS)
except FileNotFoundError as error:
    print('removed:', error.name)
