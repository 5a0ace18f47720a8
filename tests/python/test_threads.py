"""The interpreter's lock, threads of C and of Python, forks, and the interpreter's end."""
import multiprocessing
import os
import subprocess
import sys
import textwrap
import threading
import time

import pytest

import abidex


def create(libc, function, argument=None):
    """A thread that C makes, which Python does not know."""
    return libc.pthread_create(abidex.out, None, function, argument)[1]


def join(libc, thread):
    return libc.pthread_join(thread, abidex.out)[1]


def start(function, *args):
    thread = threading.Thread(target=function, args=args)
    thread.start()
    return thread


def run_script(text, *arguments):
    """A program of its own: what it printed. Its exit status is 0."""
    script = 'import abidex\nlibc = abidex.open("libc")\n' + textwrap.dedent(text)
    done = subprocess.run([sys.executable, '-X', 'faulthandler', '-c', script, *arguments],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
    assert done.returncode == 0, done.stdout.decode()
    return done.stdout.decode()


# ---- threads of C

def test_a_thread_of_c_calls_python(libc):
    seen = []
    word = libc.types['int'](5)

    def run(argument):
        seen.append((threading.get_ident(), argument))
        return argument

    thread = create(libc, run, word)
    result = join(libc, thread)  # which blocks: the thread gets the lock
    assert seen[0][0] != threading.get_ident()
    assert int(seen[0][1]) == int(result) == abidex.address(word)


def test_there_nobody_catches(libc, unraisable):
    with unraisable() as caught:
        assert join(libc, create(libc, lambda argument: 1 / 0)) is None
        assert join(libc, create(libc, lambda argument: 1.5)) is None
    assert [type(error) for error in caught] == [ZeroDivisionError, TypeError]


def test_calls_there_catch(libc, unraisable):
    def wrong(a, b):
        raise KeyError

    def run(argument):
        numbers = (libc.types['int'] * 4)()
        with pytest.raises(KeyError):
            libc.qsort(numbers, 4, 4, wrong)
        libc.usleep(1000)
        with pytest.raises(KeyError):
            libc.qsort(numbers, 4, 4, wrong)
        with pytest.raises(OSError):
            libc.close(-1)
        done.append(None)

    done = []
    with unraisable() as caught:
        join(libc, create(libc, run))
    assert caught == [] and done == [None]


def test_threads_of_c_may_make_more(libc):
    def run(argument):
        depth = argument.cast(number).value if argument is not None else 0
        if depth < 5:
            below = number(depth + 1)
            join(libc, create(libc, run, below))
        seen.append(depth)

    number = libc.types['int']
    seen = []
    join(libc, create(libc, run))
    assert seen == [5, 4, 3, 2, 1, 0]


def test_many_threads_of_c(libc):
    def run(argument):
        for _ in range(20):
            total[0] += 1
            libc.sched_yield()

    total = [0]
    threads = [create(libc, run) for _ in range(20)]
    for thread in threads:
        join(libc, thread)
    assert total == [400]


def test_a_thread_s_end_calls_python(libc):
    """Of a thread of Python's, when that has forgotten it."""
    def destroy(value):
        seen.append(threading.get_ident())

    def run():
        ident.append(threading.get_ident())
        libc.pthread_setspecific(key.value, word)

    seen, ident = [], []
    key, word = libc.types['pthread_key_t'](), libc.types['int']()
    libc.pthread_key_create(key, destroy)
    thread = start(run)
    thread.join()
    for _ in range(1000):
        if seen:
            break
        time.sleep(0.01)
    libc.pthread_key_delete(key.value)
    assert seen == ident


def test_nothing_is_left_of_a_thread(libc, growth):
    def run(argument):
        local.value = [argument]

    local = threading.local()
    assert growth(lambda: join(libc, create(libc, run)), 50) < 0.5


# ---- threads of Python

def check_that_others_run(read):
    """While read(fd), which gives a byte, waits for another thread to write it."""
    reader, writer = os.pipe()
    thread = start(lambda: os.write(writer, b'x'))
    assert read(reader) == b'x'
    thread.join()
    os.close(reader)
    os.close(writer)


def test_a_call_that_blocks_lets_others_run(libc):
    check_that_others_run(lambda fd: libc.read(fd, abidex.out[1], 1)[1])


def test_so_does_one_of_which_nothing_is_known(write_table):
    table = abidex.open(write_table(['fn read i64(i32 fd, *void buffer, u64 size) in=libc.so.6']))
    check_that_others_run(lambda fd: table.read(fd, abidex.out[1], 1)[1])


def test_what_waits_for_files_is_known_to_block(libc):
    """Python itself lets go of its lock in these."""
    for name in ('access', 'chdir', 'chmod', 'chown', 'fstat', 'getcwd', 'link', 'lseek', 'lstat', 'mkdir',
                 'mkfifo', 'nftw', 'opendir', 'popen', 'posix_spawn', 'readdir', 'readlink', 'realpath',
                 'rename', 'rmdir', 'setxattr', 'stat', 'statx', 'symlink', 'syscall', 'truncate', 'unlink',
                 'unlinkat', 'utimensat'):
        assert libc.functions[name].contract['blocks'], name
    for name in ('dup', 'execve', 'fork', 'getpid', 'getrlimit', 'pipe'):
        assert not libc.functions[name].contract['blocks'], name


def test_system_calls_by_number_let_others_run(libc):
    assert libc.syscall.contract['blocks']
    buffer = bytearray(1)
    check_that_others_run(
        lambda fd: buffer if libc.syscall(libc.SYS_read, fd, buffer, 1) == 1 else None)


def test_a_call_that_blocks_may_call_python(libc):
    """Which has the lock there, and lets go of it again in calls of its own."""
    def inner():
        seen.append('inner')
        libc.usleep(1000)
        raise KeyError

    def outer():
        seen.append('outer')
        with pytest.raises(KeyError):
            libc.pthread_once(libc.types['pthread_once_t'](), inner)
        libc.usleep(1000)
        raise IndexError

    seen = []
    for _ in range(3):
        with pytest.raises(IndexError):
            libc.pthread_once(libc.types['pthread_once_t'](), outer)
    assert seen == ['outer', 'inner'] * 3


def test_exceptions_stay_on_their_thread(libc):
    def run(number):
        def compare(a, b):
            libc.sched_yield()
            time.sleep(0.0001)
            raise KeyError(number)

        for _ in range(20):
            try:
                libc.qsort((libc.types['int'] * 4)(), 4, 4, compare)
            except KeyError as error:
                seen[number].append(error.args[0])

    seen = [[] for _ in range(8)]
    threads = [start(run, number) for number in range(8)]
    for thread in threads:
        thread.join()
    assert seen == [[number] * 20 for number in range(8)]


def test_wrong_results_stay_on_their_thread(libc):
    def run():
        with pytest.raises(OverflowError):
            libc.qsort((libc.types['int'] * 4)(), 4, 4, lambda a, b: 1 << 40)
        with pytest.raises(TypeError):
            libc.qsort((libc.types['int'] * 4)(), 4, 4, lambda a, b: 'text')
        done.append(None)

    done = []
    start(run).join()
    assert libc.getpid() == os.getpid()
    assert done == [None]


def test_a_callback_may_end_while_threads_are_in_it(libc, unraisable):
    """And while they are on their way into it."""
    def run(argument):
        seen.append(None)
        libc.usleep(500)

    kind = libc.types['*(*void(*void))']
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    with unraisable() as caught:
        for _ in range(50):
            seen = []
            callback = kind(run)
            threads = [create(libc, callback) for _ in range(4)]
            del callback
            for thread in threads:
                join(libc, thread)
    sys.setswitchinterval(interval)
    assert all('was called after it was destroyed' in str(error) for error in caught)


# ---- forks

def in_child(function):
    """The exit status of a child that calls it."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            function()
            status = 0
        finally:
            os._exit(status)
    return os.waitpid(child, 0)[1]


def test_a_child_goes_on(libc):
    def work():
        numbers = (libc.types['int'] * 4)([4, 3, 2, 1])
        with pytest.raises(KeyError):
            libc.qsort(numbers, 4, 4, wrong)
        assert join(libc, create(libc, lambda argument: argument, numbers)) is not None
        assert libc.getpid() == os.getpid()

    def wrong(a, b):
        raise KeyError

    assert in_child(work) == 0
    statuses = []
    start(lambda: statuses.append(in_child(work))).join()
    assert statuses == [0]
    work()


def test_a_child_of_a_callback_goes_on(libc):
    """Its exception is its own; another thread's is not there."""
    def compare(a, b):
        statuses.append(in_child(lambda: libc.getpid()))
        raise KeyError

    def wait(a, b):
        go.wait()
        raise IndexError

    def run():
        with pytest.raises(IndexError):
            libc.qsort(numbers, 2, 4, wait)

    go, statuses = threading.Event(), []
    numbers = (libc.types['int'] * 2)()
    thread = start(run)
    with pytest.raises(KeyError):
        libc.qsort(numbers, 2, 4, compare)
    go.set()
    thread.join()
    assert statuses == [0]


def work(number):
    return abidex.open('libc').abs(-number)


def test_multiprocessing(libc):
    with multiprocessing.get_context('fork').Pool(2) as pool:
        assert pool.map(work, range(10)) == list(range(10))


# ---- the end

def test_a_thread_may_outlast_the_interpreter():
    """One that C made is in a callback, or comes into one, when Python ends."""
    text = run_script('''
        import sys, time
        def run(argument):
            while True:
                libc.usleep(1000)
        def soon(a, b):
            return 0
        def sort(argument):
            numbers = (libc.types['int'] * 100)()
            while True:
                libc.qsort(numbers, 100, 4, soon)
        for function in run, sort, run, sort:
            libc.pthread_create(abidex.out, None, function, None)
        time.sleep(0.05)
        print('done')
    ''')
    assert text == 'done\n'


def test_daemons_may_outlast_the_interpreter():
    text = run_script('''
        import os, threading, time
        reader, writer = os.pipe()
        def read():
            libc.read(reader, abidex.out[1], 1)
        def once():
            def wait():
                libc.read(reader, abidex.out[1], 1)
            libc.pthread_once(libc.types['pthread_once_t'](), wait)
        for function in read, once, read, once:
            threading.Thread(target=function, daemon=True).start()
        time.sleep(0.05)
        print('done')
    ''')
    assert text == 'done\n'


@pytest.mark.parametrize('forgets', ['', 'del libc, callback; import gc; gc.collect()'])
def test_c_may_call_when_python_has_ended(forgets):
    """Nothing runs then; what C has kept is still there to say so."""
    text = run_script(f'''
        def callback(status, argument):
            print('never')
        libc.on_exit(callback, None)
        {forgets}
        print('done')
    ''')
    assert text == 'done\n'


def test_c_may_call_while_python_ends():
    text = run_script('''
        import atexit
        class Late:
            def __del__(self, sort=libc.qsort, numbers=(libc.types['int'] * 2)()):
                sort(numbers, 2, 4, lambda a, b: print('called') or 0)
        late = Late()
        atexit.register(lambda: print(libc.abs(-5)))
    ''')
    assert text == '5\ncalled\n'


def test_a_subinterpreter_has_its_own():
    interpreters = pytest.importorskip('_xxsubinterpreters')
    text = run_script('''
        import _xxsubinterpreters as interpreters
        script = """
        import abidex
        libc = abidex.open("libc")
        numbers = (libc.types["int"] * 4)([4, 3, 2, 1])
        number = libc.types["int"]
        libc.qsort(numbers, 4, 4, lambda a, b: number.view(a).value - number.view(b).value)
        try:
            libc.qsort(numbers, 4, 4, lambda a, b: 1 / 0)
        except ZeroDivisionError:
            print(list(numbers))
        thread = libc.pthread_create(abidex.out, None, lambda a: print("thread"), None)[1]
        libc.pthread_join(thread, None)
        """
        import textwrap
        for _ in range(2):
            interpreter = interpreters.create(isolated=False)
            interpreters.run_string(interpreter, textwrap.dedent(script))
            interpreters.destroy(interpreter)
        libc.usleep(1000)
        print('done')
    ''')
    assert interpreters and text == '[1, 2, 3, 4]\nthread\n' * 2 + 'done\n'


def test_the_module_may_be_imported_on_any_thread():
    text = run_script('''
        import sys
        for name in [name for name in sys.modules if name.startswith('abidex')]:
            del sys.modules[name]
        import importlib, os, signal, threading
        modules = []
        thread = threading.Thread(target=lambda: modules.append(importlib.import_module('abidex')))
        thread.start()
        thread.join()
        again = modules[0]
        libc = again.open('libc')
        again.handle_signal(libc, signal.SIGUSR1, lambda told: print(told.name))
        os.kill(os.getpid(), signal.SIGUSR1)
        again.dispatch()
        print('done')
    ''')
    assert text == 'SIGUSR1\ndone\n'
