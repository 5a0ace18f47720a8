"""Failures of C as exceptions."""
import errno

import pytest

import abidex


def test_errno(libc):
    with pytest.raises(FileNotFoundError) as caught:
        libc.open('/nonexistent', libc.O_RDONLY)
    error = caught.value
    assert (error.errno, error.code, error.name) == (errno.ENOENT, errno.ENOENT, 'ENOENT')
    assert (error.function, error.space, error.is_documented) == ('open', 'errno', True)
    assert 'does not exist' in error.strerror
    assert str(error) == f'[Errno {errno.ENOENT}] {error.strerror}'


@pytest.mark.parametrize('code, kind', [
    (errno.EPERM, PermissionError), (errno.EAGAIN, BlockingIOError), (errno.ECHILD,
                                                                      ChildProcessError),
    (errno.EPIPE, BrokenPipeError), (errno.EEXIST, FileExistsError), (errno.EIO, OSError),
    (errno.ETIMEDOUT, TimeoutError)])
def test_subclasses(callee, code, kind):
    with pytest.raises(kind) as caught:
        callee.answer_i32(-1, code)
    assert type(caught.value) is kind
    assert caught.value.errno == code
    assert caught.value.is_documented is False
    assert callee.answer_i32(0, code) == 0


def test_a_failure_without_a_code(callee):
    with pytest.raises(OSError) as caught:
        callee.answer_last(-1, 0)
    assert caught.value.errno is None
    assert caught.value.function == 'answer_last'


def test_codes_of_other_spaces(libc):
    with pytest.raises(abidex.CodeError) as caught:
        libc.getaddrinfo('no host', None, {'ai_flags': libc.AI_NUMERICHOST}, abidex.out)
    error = caught.value
    assert isinstance(error, OSError)
    assert (error.code, error.name, error.space) == (libc.EAI_NONAME, 'EAI_NONAME', 'EAI_')
    assert error.errno is None
    assert str(error) == f'[EAI_NONAME {libc.EAI_NONAME}] {error.strerror}'


def test_codes_of_windows(write_table):
    table = abidex.open(write_table([
        'const ERROR_BUSY i32 170', 'error win_busy ERROR_BUSY "it is in use"',
        'const ODD_ONE i32 1', 'error odd ODD_ONE "it is odd"',
        'fn odd i32(i32 value) symbol=echo_i32 fails=nonzero:result/ODD_ ODD_ONE',
        'fn win_busy i32(i32 value) symbol=echo_i32 fails=nonzero:result/ERROR_ ERROR_BUSY'], name='win'))
    with pytest.raises(abidex.CodeError, match='it is in use') as caught:
        table.win_busy(170)
    assert caught.value.winerror == caught.value.code == 170
    assert caught.value.name == 'ERROR_BUSY'
    with pytest.raises(abidex.CodeError) as caught:
        table.odd(1)
    assert getattr(caught.value, 'winerror', None) is None


def test_results_that_are_codes(libc):
    mutex = libc.types['pthread_mutex_t']()
    attributes = libc.types['pthread_mutexattr_t']()
    libc.pthread_mutexattr_init(attributes)
    libc.pthread_mutexattr_settype(attributes, libc.PTHREAD_MUTEX_ERRORCHECK)
    libc.pthread_mutex_init(mutex, attributes)
    libc.pthread_mutex_lock(mutex)
    with pytest.raises(OSError) as caught:
        libc.pthread_mutex_lock(mutex)
    assert caught.value.errno == errno.EDEADLK
    libc.pthread_mutex_unlock(mutex)


def test_an_error_changes_nothing_else(libc):
    for _ in range(100):
        with pytest.raises(OSError):
            libc.close(-1)
    assert libc.getpid() > 0


def test_classes():
    assert issubclass(abidex.CodeError, OSError)
    assert issubclass(abidex.TableError, Exception)
    assert not issubclass(abidex.TableError, OSError)
