"""Threads and a mutex through pthread.

    python3 thread_mutex.py
"""
import abidex

libc = abidex.open('libc')
integer = libc.types['int']

# The type knows how large a mutex is. This kind tells of mistakes, where others wait for ever.
mutex = libc.types['pthread_mutex_t']()
attributes = libc.types['pthread_mutexattr_t']()
libc.pthread_mutexattr_init(attributes)
libc.pthread_mutexattr_settype(attributes, libc.PTHREAD_MUTEX_ERRORCHECK)
libc.pthread_mutex_init(mutex, attributes)
libc.pthread_mutexattr_destroy(attributes)

main = libc.pthread_self()
total = 0


def start(argument):
    """Runs on the thread that pthread_create made. Both argument and result are a `void *`."""
    global total
    assert not libc.pthread_equal(libc.pthread_self(), main)
    step = integer.view(argument).value
    for _ in range(1000):
        libc.pthread_mutex_lock(mutex)
        total += step
        libc.pthread_mutex_unlock(mutex)
    return argument


# Where a function answers through a pointer, `out` stands for it, and the answer is a result more.
arguments = [integer(1), integer(2)]
threads = [libc.pthread_create(abidex.out, None, start, argument)[1] for argument in arguments]
for thread in threads:
    _, result = libc.pthread_join(thread, abidex.out)
    print('joined thread', integer.view(result).value)
print('total', total)

# These functions answer the code itself and leave errno alone: an OSError all the same.
libc.pthread_mutex_lock(mutex)
try:
    libc.pthread_mutex_lock(mutex)
except OSError as error:
    print('locked again:', error.name)
libc.pthread_mutex_unlock(mutex)
try:
    libc.pthread_mutex_unlock(mutex)
except OSError as error:
    print('unlocked again:', error.name)
libc.pthread_mutex_destroy(mutex)
