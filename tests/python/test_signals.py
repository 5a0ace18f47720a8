"""Signals that the library handles, and Python's own, in calls and outside."""
import asyncio
import contextlib
import errno
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time

import pytest

import abidex


class Enough(Exception):
    """What handlers raise here."""


@pytest.fixture
def heard(libc):
    """What handlers were told; all signals are as before at the end."""
    told = []
    numbers = signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM, signal.SIGRTMIN + 2
    before = {number: signal.getsignal(number) for number in numbers}
    yield told
    with contextlib.suppress(Enough):
        signal.setitimer(signal.ITIMER_REAL, 0)
        time.sleep(0.01)  # what came before may take a while, under valgrind
    for number in numbers:
        try:
            abidex.restore_signal(number)
        except LookupError:
            pass
        assert signal.getsignal(number) == before[number]
        if before[number] is not None:
            signal.signal(number, before[number])


def raise_enough(told):
    signal.setitimer(signal.ITIMER_REAL, 0)
    raise Enough(told.name)


def send(number=signal.SIGUSR1):
    os.kill(os.getpid(), number)


def ring(seconds=0.05):
    """Again and again: one that comes just before a call waits interrupts nothing."""
    signal.setitimer(signal.ITIMER_REAL, seconds, seconds)


# ---- telling

def test_a_handler_is_told(libc, heard):
    abidex.handle_signal(libc, signal.SIGUSR1, heard.append)
    send()
    libc.getpid()
    (told,) = heard
    assert (told.number, told.name, told.count) == (signal.SIGUSR1, 'SIGUSR1', 1)
    assert (told.info.si_signo, told.info.si_pid) == (signal.SIGUSR1, os.getpid())
    assert isinstance(told, abidex.Signal) and tuple(told)[:3] == (10, 'SIGUSR1', 1)


def test_in_a_loop_without_calls(libc, heard):
    abidex.handle_signal(libc, signal.SIGALRM, raise_enough)
    ring()
    with pytest.raises(Enough, match='SIGALRM'):
        while True:
            pass


def test_in_a_call_of_python_s(libc, heard):
    abidex.handle_signal(libc, signal.SIGALRM, raise_enough)
    ring()
    with pytest.raises(Enough):
        time.sleep(60)


def test_in_a_call_that_waits(libc, heard):
    abidex.handle_signal(libc, signal.SIGALRM, raise_enough)
    for call in (lambda: libc.poll(None, 0, -1), libc.pause,
                 lambda: libc.ppoll(None, 0, None, None)):
        ring()
        with pytest.raises(Enough):
            call()


def test_a_call_goes_on(libc, heard):
    """With what is left of its time, where the handler raises nothing."""
    abidex.handle_signal(libc, signal.SIGALRM, heard.append)
    signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02)
    begin = time.monotonic()
    assert libc.poll(None, 0, 200) == 0
    assert time.monotonic() - begin >= 0.2
    assert heard


def test_the_system_may_go_on_by_itself(libc, heard):
    """restart: read is not interrupted, so that the handler is told behind it."""
    abidex.handle_signal(libc, signal.SIGALRM, lambda told: heard.append('told'), restart=True)
    reader, writer = os.pipe()

    def write():
        heard.append('written')
        os.write(writer, b'x')

    timer = threading.Timer(0.3, write)
    timer.start()
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    assert libc.read(reader, abidex.out[1], 1) == (1, b'x')
    timer.join()
    assert heard == ['written', 'told']
    os.close(reader)
    os.close(writer)


def test_each_arrival_is_told_in_order(libc, heard):
    number = signal.SIGRTMIN + 2
    abidex.handle_signal(libc, number, heard.append)
    signal.pthread_sigmask(signal.SIG_BLOCK, [number])
    for i in range(20):
        libc.sigqueue(os.getpid(), number, {'sival_int': i})
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [number])
    libc.getpid()
    assert [told.info.si_value.sival_int for told in heard] == list(range(20))
    assert {told.name for told in heard} == {'SIGRTMIN+2'}


def test_other_threads_take_signals_too(libc, heard):
    abidex.handle_signal(libc, signal.SIGUSR1, lambda told: heard.append(threading.get_ident()))
    thread = threading.Thread(
        target=lambda: signal.pthread_kill(threading.get_ident(), signal.SIGUSR1))
    thread.start()
    thread.join()
    for _ in range(1000):
        pass
    assert heard == [threading.get_ident()]


def test_calls_of_other_threads_go_on(libc, heard):
    abidex.handle_signal(libc, signal.SIGUSR1, heard.append)
    reader, writer = os.pipe()
    seen = []
    thread = threading.Thread(target=lambda: seen.append(libc.read(reader, abidex.out[1], 1)))
    thread.start()
    for _ in range(5):
        time.sleep(0.01)
        signal.pthread_kill(thread.ident, signal.SIGUSR1)
    os.write(writer, b'x')
    thread.join()
    os.close(reader)
    os.close(writer)
    assert seen == [(1, b'x')]
    assert sum(told.count for told in heard) == 5


def test_what_comes_while_a_handler_runs_is_told(libc, heard):
    """Without another call, in its turn."""
    def handle(told):
        heard.append(('begin', told.name))
        if told.name == 'SIGUSR1':
            send(signal.SIGUSR2)
            for _ in range(1000):
                pass
        heard.append(('end', told.name))

    abidex.handle_signal(libc, signal.SIGUSR1, handle)
    abidex.handle_signal(libc, signal.SIGUSR2, handle)
    send()
    for _ in range(1000):
        pass
    assert heard == [('begin', 'SIGUSR1'), ('end', 'SIGUSR1'),
                     ('begin', 'SIGUSR2'), ('end', 'SIGUSR2')]


def test_what_comes_with_an_exception_is_told(libc, heard):
    def handle(told):
        heard.append(told.name)
        raise Enough

    abidex.handle_signal(libc, signal.SIGUSR1, handle)
    abidex.handle_signal(libc, signal.SIGUSR2, handle)
    mask = [signal.SIGUSR1, signal.SIGUSR2]
    signal.pthread_sigmask(signal.SIG_BLOCK, mask)
    send(signal.SIGUSR1)
    send(signal.SIGUSR2)
    with pytest.raises(Enough):
        try:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, mask)
        except Enough:
            for _ in range(1000):
                pass
    assert sorted(heard) == ['SIGUSR1', 'SIGUSR2']


def test_a_handler_may_change_handlers(libc, heard):
    def first(told):
        heard.append('first')
        abidex.handle_signal(libc, signal.SIGUSR1, lambda told: heard.append('second'))

    abidex.handle_signal(libc, signal.SIGUSR1, first)
    send()
    libc.getpid()
    send()
    libc.getpid()
    assert heard == ['first', 'second']


def test_a_storm(libc, heard):
    abidex.handle_signal(libc, signal.SIGUSR1, heard.append)
    thread = threading.Thread(target=lambda: [send() for _ in range(2000)])
    thread.start()
    while thread.is_alive():
        libc.getpid()
    thread.join()
    abidex.dispatch()
    assert heard and all(told.number == signal.SIGUSR1 for told in heard)


# ---- Python's own

def test_a_keyboard_interrupt_ends_a_call(libc):
    def handle(number, frame):
        is_over.set()
        signal.default_int_handler(number, frame)

    def press():
        while not is_over.wait(0.05):
            send(signal.SIGINT)

    is_over = threading.Event()
    before = signal.signal(signal.SIGINT, handle)
    thread = threading.Thread(target=press)
    thread.start()
    with pytest.raises(KeyboardInterrupt):
        libc.poll(None, 0, -1)
    thread.join()
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize('name', ['poll', 'pause', 'ppoll', 'read', 'nanosleep', 'sem_wait'])
def test_python_s_handlers_run_in_a_call(libc, heard, name):
    def handle(number, frame):
        signal.setitimer(signal.ITIMER_REAL, 0)
        raise Enough

    reader, writer = os.pipe()
    semaphore = libc.types['sem_t']()
    calls = {'poll': lambda: libc.poll(None, 0, -1),
             'pause': libc.pause,
             'ppoll': lambda: libc.ppoll(None, 0, None, None),
             'read': lambda: libc.read(reader, abidex.out[1], 1),
             'nanosleep': lambda: libc.nanosleep({'tv_sec': 60, 'tv_nsec': 0}, None),
             'sem_wait': lambda: libc.sem_wait(semaphore)}
    libc.sem_init(semaphore, 0, 0)
    signal.signal(signal.SIGALRM, handle)
    ring()
    try:
        with pytest.raises(Enough):
            calls[name]()
    finally:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    os.close(reader)
    os.close(writer)


def test_without_an_exception_the_call_goes_on(libc, heard):
    signal.signal(signal.SIGALRM, lambda number, frame: heard.append(number))
    signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02)
    try:
        begin = time.monotonic()
        assert libc.poll(None, 0, 200) == 0
        assert time.monotonic() - begin >= 0.2
        with pytest.raises(InterruptedError):  # which waits for a signal, too
            libc.ppoll(None, 0, {'tv_sec': 60, 'tv_nsec': 0}, None)
        assert libc.pause() == -1
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    assert heard


def test_python_s_wakeup_works(libc, heard):
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    before = signal.set_wakeup_fd(writer)
    try:
        abidex.handle_signal(libc, signal.SIGUSR1, heard.append)
        send()
        assert os.read(reader, 10) == bytes([signal.SIGUSR1])
    finally:
        signal.set_wakeup_fd(before)
        os.close(reader)
        os.close(writer)
    assert len(heard) == 1


def test_asyncio_wakes(libc, heard):
    """A loop that waits with nothing to do is woken, and its own signals come as ever."""
    async def main():
        loop = asyncio.get_running_loop()
        done = loop.create_future()
        abidex.handle_signal(libc, signal.SIGUSR1,
                             lambda told: done.set_result(told.name) or heard.append(told))
        own = loop.create_future()
        loop.add_signal_handler(signal.SIGUSR2, own.set_result, 'own')
        threading.Timer(0.05, send).start()
        threading.Timer(0.1, send, [signal.SIGUSR2]).start()
        return await asyncio.wait_for(done, 30), await asyncio.wait_for(own, 30)

    assert asyncio.run(main()) == ('SIGUSR1', 'own')


# ---- who may handle what

@pytest.mark.parametrize('number, words', [
    (0, 'no signal 0'), (-1, 'no signal -1'), (1000, 'no signal 1000'),
    (signal.SIGKILL, "SIGKILL can't have a handler"), (signal.SIGSEGV, 'instruction at fault'),
    (32, 'the C library keeps it')])
def test_some_are_refused(libc, number, words):
    before = signal.getsignal(number) if 0 < number < 65 and number != 32 else None
    with pytest.raises(ValueError, match=words):
        abidex.handle_signal(libc, number, raise_enough)
    with pytest.raises((ValueError, LookupError)):
        abidex.restore_signal(number)
    if before is not None:
        assert signal.getsignal(number) == before


def test_c_takes_no_function_for_signals(libc):
    callback = libc.types['__sighandler_t'](raise_enough)
    for function in (raise_enough, callback):
        with pytest.raises(ValueError, match='abidex.handle_signal has it run at a safe point'):
            libc.signal(signal.SIGUSR1, function)
    assert signal.getsignal(signal.SIGUSR1) == signal.SIG_DFL


def test_wrong_arguments(libc):
    with pytest.raises(TypeError):
        abidex.handle_signal(libc, signal.SIGUSR1, None)
    with pytest.raises(TypeError):
        abidex.handle_signal('libc', signal.SIGUSR1, raise_enough)
    with pytest.raises(LookupError, match='nothing here handles SIGUSR1'):
        abidex.restore_signal(signal.SIGUSR1)
    for number in (1 << 100, 1 << 33, signal.SIGUSR1 - (1 << 32)):
        with pytest.raises(OverflowError):
            abidex.restore_signal(number)


def test_other_threads_may_not(libc, heard):
    def run():
        for function in (lambda: abidex.handle_signal(libc, signal.SIGUSR1, heard.append),
                         lambda: abidex.restore_signal(signal.SIGUSR1),
                         lambda: abidex.set_wakeup(None), abidex.dispatch):
            try:
                function()
            except ValueError as error:
                errors.append(str(error))

    errors = []
    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert len(errors) == 4
    assert all('only on the main thread' in error for error in errors)
    assert signal.getsignal(signal.SIGUSR1) == signal.SIG_DFL


def test_a_signal_is_given_back(libc, heard):
    def handle(number, frame):
        heard.append('python')

    signal.signal(signal.SIGUSR1, handle)
    abidex.handle_signal(libc, signal.SIGUSR1, lambda told: heard.append('abidex'))
    send()
    abidex.restore_signal(signal.SIGUSR1)
    assert signal.getsignal(signal.SIGUSR1) is handle
    send()
    signal.signal(signal.SIGUSR1, signal.SIG_DFL)
    assert heard == ['abidex', 'python']


def test_what_was_pending_is_told_before(libc, heard):
    abidex.handle_signal(libc, signal.SIGUSR1, raise_enough)
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
    send()
    with pytest.raises(Enough):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])
        abidex.restore_signal(signal.SIGUSR1)
    abidex.restore_signal(signal.SIGUSR1)


def test_somebody_else_may_take_a_signal(libc, heard):
    """And may put back what they found."""
    abidex.handle_signal(libc, signal.SIGUSR1, lambda told: heard.append('abidex'))
    ours = signal.signal(signal.SIGUSR1, lambda number, frame: heard.append('python'))
    send()
    signal.signal(signal.SIGUSR1, ours)
    send()
    signal.signal(signal.SIGUSR1, lambda number, frame: heard.append('python'))
    abidex.handle_signal(libc, signal.SIGUSR1, lambda told: heard.append('again'))
    send()
    assert heard == ['python', 'abidex', 'again']
    abidex.restore_signal(signal.SIGUSR1)
    signal.signal(signal.SIGUSR1, signal.SIG_DFL)


def test_wakeup(libc, heard):
    reader, writer = os.pipe()
    with pytest.raises(ValueError, match='blocks'):
        abidex.set_wakeup(writer)
    os.set_blocking(writer, False)
    abidex.set_wakeup(writer)
    abidex.handle_signal(libc, signal.SIGUSR1, heard.append)
    send()
    assert os.read(reader, 10) == bytes([signal.SIGUSR1])
    abidex.set_wakeup(None)
    send()
    os.set_blocking(reader, False)
    with pytest.raises(BlockingIOError):
        os.read(reader, 10)
    with open(writer, 'wb', 0) as file:
        abidex.set_wakeup(file)
        for number, error in ((file.fileno() + (1 << 32), OverflowError), (1 << 70, OverflowError),
                              (-1, ValueError), (-5, ValueError)):
            with pytest.raises(error):
                abidex.set_wakeup(number)
        abidex.set_wakeup(None)
    with pytest.raises(ValueError, match='is not open'):
        abidex.set_wakeup(writer)
    os.close(reader)


def test_dispatch(libc, heard):
    assert abidex.dispatch() is None
    abidex.handle_signal(libc, signal.SIGUSR1, raise_enough)
    with pytest.raises(Enough):
        send()
        abidex.dispatch()


@pytest.mark.parametrize('handle', [lambda told: None, raise_enough])
def test_nothing_is_left_behind(libc, heard, growth, handle):
    def run():
        abidex.handle_signal(libc, signal.SIGUSR1, handle)
        try:
            send()
            libc.getpid()
        except Enough:
            pass
        abidex.restore_signal(signal.SIGUSR1)

    assert growth(run) < 0.2


# ---- processes

def test_a_child_has_the_same_handlers(libc, heard):
    abidex.handle_signal(libc, signal.SIGUSR1, heard.append)

    def run():
        child = os.fork()
        if child == 0:
            status = 1
            try:
                send()
                abidex.dispatch()
                if len(heard) == 1 and heard[0].info.si_pid == os.getpid():
                    status = 0
            finally:
                os._exit(status)
        statuses.append(os.waitpid(child, 0)[1])

    statuses = []
    run()
    thread = threading.Thread(target=run)  # whose child is a main thread
    thread.start()
    thread.join()
    assert statuses == [0, 0] and heard == []


def run_script(text, status=0):
    script = ('import os, signal, sys, abidex\nlibc = abidex.open("libc")\n'
              + textwrap.dedent(text))
    done = subprocess.run([sys.executable, '-X', 'faulthandler', '-c', script], timeout=60,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert done.returncode == status, done.stdout.decode()
    return done.stdout.decode()


@pytest.mark.parametrize('before, status', [('SIG_DFL', -signal.SIGTERM), ('SIG_IGN', 0)])
def test_at_the_end_signals_are_as_before(before, status):
    text = run_script(f'''
        signal.signal(signal.SIGTERM, signal.{before})
        abidex.handle_signal(libc, signal.SIGTERM, lambda told: print('told'))
        class Late:
            def __del__(self, kill=os.kill, pid=os.getpid()):
                kill(pid, 15)
        late = Late()
        os.kill(os.getpid(), signal.SIGTERM)
        print('done', flush=True)
    ''', status)
    assert text == 'told\ndone\n'


def test_an_exception_ends_the_program():
    text = run_script('''
        def handle(told):
            sys.exit(7)
        abidex.handle_signal(libc, signal.SIGTERM, handle)
        os.kill(os.getpid(), signal.SIGTERM)
        libc.pause()
    ''', 7)
    assert text == ''


def test_errno_is_the_number_of_a_failure(libc, heard):
    """Which a handler does not change."""
    def handle(told):
        with pytest.raises(OSError):
            libc.close(-1)
        heard.append(told)

    abidex.handle_signal(libc, signal.SIGALRM, handle)
    ring()
    with pytest.raises(InterruptedError) as caught:
        libc.ppoll(None, 0, {'tv_sec': 60, 'tv_nsec': 0}, None)
    assert caught.value.errno == errno.EINTR
    assert heard
