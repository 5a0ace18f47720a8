"""C's qsort with a comparator of ours.

    python3 qsort_comparator.py
"""
import abidex

libc = abidex.open('libc')
integer = libc.types['int']


def backwards(left, right):
    """C gives two `const void *`; what they lead to is known here."""
    a, b = integer.view(left).value, integer.view(right).value
    return (a < b) - (a > b)


numbers = libc.types['int[6]']([3, 141, 59, 26, 5, 35])
libc.qsort(numbers, len(numbers), abidex.sizeof(integer), backwards)
print('sorted:', *numbers)


def undecided(left, right):
    raise ValueError('these two cannot be compared')


# C knows no exceptions and sorts on, asking no more. Then the error comes out of the call.
try:
    libc.qsort(numbers, len(numbers), abidex.sizeof(integer), undecided)
except ValueError as error:
    print('error:', error)

# What does not fit is refused before C sees it: seven numbers are more than there are.
try:
    libc.qsort(numbers, 7, abidex.sizeof(integer), backwards)
except ValueError as error:
    print('refused:', error)
