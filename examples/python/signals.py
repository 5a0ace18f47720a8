"""Signals: waited for, and told to handlers.

    python3 signals.py
"""
import threading

import abidex

libc = abidex.open('libc')

# ---- waiting ----

# All that can be blocked. Numbers from 1 to NSIG would not do: the C library keeps some of them.
signals = libc.types['sigset_t']()
libc.sigfillset(signals)
_, before = libc.pthread_sigmask(libc.SIG_SETMASK, signals, abidex.out)

libc.sigemptyset(signals)
libc.sigaddset(signals, libc.SIGUSR1)
libc.sigaddset(signals, libc.SIGUSR2)

# What is blocked waits, and whoever asks for it gets it without a handler.
libc.pthread_kill(libc.pthread_self(), libc.SIGUSR1)
_, pending = libc.sigpending(abidex.out)
print('pending:', libc.sigismember(pending, libc.SIGUSR1), libc.sigismember(pending, libc.SIGUSR2))
_, number = libc.sigwait(signals, abidex.out)
print('sigwait:', libc.strsignal(number))

# A number can come with it.
libc.sigqueue(libc.getpid(), libc.SIGUSR2, libc.types['union sigval'](sival_int=42))
number, info = libc.sigwaitinfo(signals, abidex.out)
assert info.si_pid == libc.getpid()
print('sigwaitinfo:', libc.strsignal(number), info.si_int)

try:
    libc.sigtimedwait(signals, None, libc.types['struct timespec'](tv_nsec=1_000_000))
except BlockingIOError as error:
    print('sigtimedwait:', error.name)
libc.pthread_sigmask(libc.SIG_SETMASK, before, None)

# ---- handlers ----

main = threading.current_thread()
told = []


def note(signal):
    """Runs on the main thread, between two instructions or where a call is interrupted."""
    assert threading.current_thread() is main
    told.append(signal.name)


# Whichever thread a signal is for: C notes it there, and the main thread is told.
abidex.handle_signal(libc, libc.SIGUSR1, note)
other = threading.Thread(target=lambda: libc.pthread_kill(libc.pthread_self(), libc.SIGUSR1))
other.start()
other.join()
libc.getpid()
print('handled:', told[0])

# A timer that goes on: a single signal could come before pause, which then waits for ever.
abidex.handle_signal(libc, libc.SIGALRM, note)
every = libc.types['struct itimerval'](it_interval={'tv_usec': 5000}, it_value={'tv_usec': 5000})
libc.setitimer(libc.ITIMER_REAL, every, None)
while len(told) < 4:
    libc.pause()
libc.setitimer(libc.ITIMER_REAL, libc.types['struct itimerval'](), None)
print('handled:', told[-1])


def give_up(signal):
    raise TimeoutError('nobody wrote anything')


# What a handler raises ends the call that was interrupted.
abidex.handle_signal(libc, libc.SIGALRM, give_up)
_, pipe = libc.pipe(abidex.out[2])
libc.alarm(1)
try:
    libc.read(pipe[0], abidex.out[1], 1)
except TimeoutError as error:
    print('alarm:', error)
print('seconds left:', libc.alarm(0))

abidex.restore_signal(libc.SIGALRM)
abidex.restore_signal(libc.SIGUSR1)
