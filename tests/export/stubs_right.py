"""A program that mypy accepts: see stubs.py. It is never run."""
import abidex.libc as libc
from abidex import out
from abidex.libc import O_RDONLY, getpid, open, qsort, read, stat, strdup, types

pid: int = getpid()
fd: int = open('/dev/null', O_RDONLY)
fd = open(b'/dev/null', oflag=O_RDONLY | libc.O_CLOEXEC)
fd = open('/dev/null', libc.O_RDWR | libc.O_CREAT, 0o600)
result, status = stat('/', out)
n, data = read(fd, out[10], 10)
n = read(fd, bytearray(10), nbytes=10)
n = read(fd, None, 0)
status = types['struct stat']()
stat('/', status)
libc.free(strdup('text'))
text: str = libc.strsignal(libc.SIGINT) or ''
libc.optind = 1
root: float = libc.sqrt(2)


def compare(a: object, b: object) -> int:
    return 0


qsort(bytearray(10), 10, 1, compare)
qsort(bytearray(10), 10, 1, libc.functions['strcmp'])
libc.signal(libc.SIGINT, libc.SIG_IGN)
