"""mypy rejects the lines that are marked: see stubs.py. It is never run."""
import abidex.libc as libc
from abidex.libc import getpid, nothing, open, qsort, read, stat  # wrong

pid: str = getpid()  # wrong
getpid(1)  # wrong
open(3, libc.O_RDONLY)  # wrong
open(None, libc.O_RDONLY)  # wrong
open('/dev/null', 'r')  # wrong
open('/dev/null', flag=0)  # wrong
open('/dev/null', 0)
stat('/')  # wrong
read(0, b'read only', 9)  # wrong
qsort(bytearray(10), 10, 1, 5)  # wrong
qsort(bytearray(10), 10, 1, lambda one: one)  # wrong
libc.O_RDONLY = 1  # wrong
libc.optind = 'one'  # wrong
