#!/usr/bin/env python3
"""Makes the calls of a file through `abidex call`, and compares how each fails with what stands
behind it: the code's name and the result. A code has to be documented in the table, unless the line
says that it was only seen, and to have a text that was written for the function. data/provocations
tells how its lines are written.

Usage: provoke.py ABIDEX TABLE PROVOCATIONS [N/M]

Each call is made in a process of its own, in a folder and with descriptors that are prepared
for it. Meson's exe wrapper, the emulator of another processor, is taken from the environment.
With N/M only each Mth call is made, from the Nth on: emulators take a quarter of a second for one.
Prints a line for each difference; exit status 1 if there is one.
"""
import ctypes
import fcntl
import itertools
import json
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SECONDS = 30  # for one call, which takes less than one
AT_ONCE = max(2, min(4, os.cpu_count() or 1))
NOBODY = 65534
NAMED = re.compile(r'\{([a-z-]+)\}')
LIMITS = {'nofile': '-n'}
# Functions of the library that have the general text of a code, by the name that it begins with.
GENERAL = {'EAI_': 'gai_strerror', 'E': 'strerror', 'HOST_': 'hstrerror', 'NO_': 'hstrerror',
           'TRY_': 'hstrerror', 'NETDB_': 'hstrerror'}


# ---- the calls

class Line:
    """A call, the code and the result that are expected, and the words behind them and behind
    the header of the section."""

    def __init__(self, where, text, options):
        columns = re.split(r' {2,}', text.strip(), maxsplit=3)
        if len(columns) < 3:
            sys.exit(f'{where}: error: a call, a code and a result are expected')
        self.where, self.text, self.code, self.result = where, *columns[:3]
        self.words = shlex.split(self.text)
        self.function = self.words[0]
        self.options = options + (columns[3].split() if len(columns) > 3 else [])

    def settle(self, traits):
        """Takes what is expected here; returns why it is left out, or nothing."""
        for option in self.options:
            key, _, value = option.partition('=')
            there = set(value.split(',')) & traits
            if key == 'not' and there:
                return 'not for ' + min(there)
            if key == 'only' and not there:
                return 'only for ' + value
            if key == 'needs' and not os.path.exists(value):
                return 'no ' + value
            if key in traits and value:
                self.code, _, result = value.partition('/')
                self.result = result or self.result
        return None

    def limits(self):
        """Of the shell's ulimit: (option, number)."""
        pairs = (option.split('=') for option in self.options if '=' in option)
        return [(LIMITS[key], value) for key, value in pairs if key in LIMITS]

    def compare(self, answer, result_type):
        """How the answer, an object of `abidex call`, differs; nothing if it does not."""
        if 'failed' not in answer:
            return answer.get('error', 'no answer')
        came = (answer.get('name') or 'no code') if answer['failed'] else 'success'
        if came != {'-': 'no code', 'text': 'no code', 'ok': 'success'}.get(self.code, self.code):
            return f'{came} instead of {self.code}: {answer.get("message")}'
        if not is_result(self.result, answer, result_type):
            return f'the result is {answer["result"]} instead of {self.result}'
        if self.code in ('-', 'ok'):
            return None
        if answer['documented'] == ('seen' in self.options) and self.code != 'text':
            return f'{came} is {"documented" if answer["documented"] else "not documented"}'
        if not answer['specific']:
            return f'{came} has no text of its own: {answer["message"]}'
        return None


def is_result(expected, answer, result_type):
    """-1 is all ones for a pointer or an unsigned type; `code` is the code itself."""
    result = answer['result']
    if expected == 'code':
        expected = str(answer['code'])
    if isinstance(result, str) and result.startswith('0x'):
        result = -1 if re.fullmatch('0x(f{8}|f{16})', result) else int(result, 16)
    if isinstance(result, int) and (result_type, result) in (('u32', 2 ** 32 - 1),
                                                             ('u64', 2 ** 64 - 1)):
        result = -1
    if isinstance(result, str):
        result = result.replace('-nan', 'nan')
    return expected == '*' or expected == ('NULL' if result is None else str(result))


def read(path):
    """All lines that are neither empty, nor comments, nor headers of sections."""
    options = []
    for number, text in enumerate(Path(path).read_text().splitlines(), 1):
        if text.startswith('=='):
            options = text.partition('  ')[2].split()
        elif text and text[0] != '#':
            yield Line(f'{path}:{number}', text, options)


def share(lines, part):
    """Of "1/4" each fourth line from the second on."""
    first, step = map(int, part.split('/'))
    return itertools.islice(lines, first, None, step)


# ---- what the calls find

def make_folder(owner):
    """The calls' folder, {tmp}."""
    folder = Path(tempfile.mkdtemp(prefix='abidex-provoke-'))
    for name, text in {'file': 'some text\n', 'empty': '', 'forbidden': 'a secret\n',
                       'lost': '#!/nonexistent\n', 'nonsense': 'no program\n'}.items():
        (folder / name).write_text(text)
    (folder / 'full' / 'inside').mkdir(parents=True)
    (folder / 'bare').mkdir()
    (folder / 'locked').mkdir()
    for link, target in {'link': 'file', 'loop': 'loop', 'dangling': 'nowhere'}.items():
        (folder / link).symlink_to(target)
    os.mkfifo(folder / 'fifo')
    for name in ('lost', 'nonsense'):
        (folder / name).chmod(0o755)
    for name in ('forbidden', 'locked'):
        (folder / name).chmod(0)
    for path in (folder, *folder.rglob('*')):
        os.chown(path, owner, -1, follow_symlinks=False)
    return folder


def by_libc(name, *args):
    return getattr(ctypes.CDLL(None, use_errno=True), name)(*args)


class World:
    """What {names} in one call stand for. Descriptors are made when they are asked for; the
    other ends of pipes and sockets stay open here, and nothing blocks that could."""

    TEXTS = {'closed': '999', 'long': 'n' * 256, 'deep': 'd/' * 2100, 'huge': 'x' * 66000,
             'pid': str(os.getpid())}

    def __init__(self, folder):
        self.folder, self.passed, self.closing = folder, [], []

    def text(self, name):
        if name == 'tmp':
            return str(self.folder)
        if name in self.TEXTS:
            return self.TEXTS[name]
        return str(self.descriptor(name))

    def descriptor(self, name):
        fd = getattr(self, 'make_' + name.replace('-', '_'))()
        self.passed.append(fd)
        return fd

    def close(self):
        for fd in {*self.passed, *self.closing}:
            os.close(fd)

    def other(self, fd):
        self.closing.append(fd)

    def pipe(self, which, flags=0):
        ends = os.pipe2(os.O_CLOEXEC | flags)
        self.other(ends[1 - which])
        return ends[which]

    def file(self, flags, name='file'):
        return os.open(self.folder / name, flags | os.O_CLOEXEC)

    def make_pipe_read(self):
        return self.pipe(0)

    def make_pipe_write(self):
        return self.pipe(1)

    def make_nonblocking(self):
        return self.pipe(0, os.O_NONBLOCK)

    def make_full(self):
        fd = self.pipe(1, os.O_NONBLOCK)
        try:
            while True:
                os.write(fd, bytes(4096))
        except BlockingIOError:
            return fd

    def make_broken(self):
        ends = os.pipe()
        os.close(ends[0])
        return ends[1]

    def make_ended(self):
        ends = os.pipe()
        os.close(ends[1])
        return ends[0]

    def make_file(self):
        return self.file(os.O_RDWR)

    def make_readonly(self):
        return self.file(os.O_RDONLY)

    def make_writeonly(self):
        return self.file(os.O_WRONLY)

    def make_empty(self):
        return self.file(os.O_RDONLY, 'empty')

    def make_modeless(self):
        fd, path = tempfile.mkstemp(dir=self.folder)
        os.unlink(path)
        os.fchmod(fd, 0)
        return fd

    def make_path(self):
        return self.file(os.O_PATH)

    def make_directory(self):
        return self.file(os.O_RDONLY | os.O_DIRECTORY, '.')

    def make_sealed(self):
        fd = os.memfd_create('sealed', os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
        fcntl.fcntl(fd, fcntl.F_ADD_SEALS, fcntl.F_SEAL_WRITE | fcntl.F_SEAL_GROW)
        return fd

    def make_socket(self):
        return socket.socket(socket.AF_UNIX, socket.SOCK_STREAM).detach()

    def make_tcp(self):
        return socket.socket(socket.AF_INET, socket.SOCK_STREAM).detach()

    def make_udp(self):
        return socket.socket(socket.AF_INET, socket.SOCK_DGRAM).detach()

    def make_datagram(self):
        return socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).detach()

    def make_listening(self):
        made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        made.bind('')  # a name that the system chooses
        made.listen()
        made.setblocking(False)
        return made.detach()

    def make_connected(self):
        mine, theirs = socket.socketpair()
        self.other(theirs.detach())
        mine.setblocking(False)
        return mine.detach()

    def make_terminal(self):
        master, slave = os.openpty()
        self.other(master)
        return slave

    def make_epoll(self):
        return by_libc('epoll_create1', os.O_CLOEXEC)

    def make_eventfd(self):
        return os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)

    def make_pidfd(self):
        return os.pidfd_open(os.getpid())

    def make_timerfd(self):
        return by_libc('timerfd_create', 1, os.O_NONBLOCK | os.O_CLOEXEC)

    def make_signalfd(self):
        return by_libc('signalfd', -1, bytes(128), os.O_NONBLOCK | os.O_CLOEXEC)

    def make_inotify(self):
        return by_libc('inotify_init1', os.O_NONBLOCK | os.O_CLOEXEC)


# ---- making them

def read_results(table):
    """The type of each function's result, without typedefs' names."""
    types = dict(re.findall(r'^typedef (\w+) (\S+)$', table, re.MULTILINE))
    results = dict(re.findall(r'^fn (\w+) ([^(]*)\(', table, re.MULTILINE))
    for function, result in results.items():
        while result in types:
            result = types[result]
        results[function] = result
    return results


class Caller:
    def __init__(self, abidex, table):
        self.program = [*shlex.split(os.environ.get('MESON_EXE_WRAPPER', '')),
                        os.path.abspath(abidex)]
        self.table = os.path.abspath(table)
        self.functions = read_results(Path(table).read_text(errors='replace'))
        self.is_root = os.geteuid() == 0
        self.folder = make_folder(NOBODY if self.is_root else -1)
        self.traits = self.find_traits(abidex)

    def find_traits(self, abidex):
        version, err = self.run(['--version'])
        platform = re.search(r'\((\w+)-\w+-(musl|gnu)\w*\)', version)
        if not platform:
            sys.exit(f'{abidex}: error: no answer to --version: {err}{version}')
        processor, library = platform.groups()
        traits = {processor, library, 'root' if self.is_root else 'user'}
        if library == 'gnu' and processor in ('i686', 'x86_64'):
            traits.add('gnu-x86')
        if processor in ('i686', 'arm'):
            traits.add('32bit')
        if len(self.program) > 1:
            traits.add('qemu')
        if 'Seccomp:\t0' not in Path('/proc/self/status').read_text():
            traits.add('seccomp')
        if b'__asan_' in Path(abidex).read_bytes():
            traits.add('asan')
        if self.is_root and not self.run(['--version'], user=NOBODY)[0]:
            traits.add('no-user')
        return traits

    def run(self, args, limits=(), descriptors=(), user=None):
        """Standard output and error."""
        command = [*self.program, *args]
        if limits:
            script = ' && '.join(f'ulimit {option} {value}' for option, value in limits)
            command = ['sh', '-c', script + ' && exec "$@"', 'sh', *command]
        more = {} if user is None else {'user': user, 'group': user, 'extra_groups': []}
        env = {**os.environ, 'PATH': '/usr/bin:/bin', 'LC_ALL': 'C'}
        try:
            process = subprocess.Popen(command, env=env, cwd=self.folder, text=True,
                                       errors='replace', stdin=subprocess.DEVNULL,
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                       pass_fds=descriptors, restore_signals=False,
                                       start_new_session=True, **more)
        except OSError as error:
            return '', str(error)
        try:
            return process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return '', f'it took more than {SECONDS:.0f} seconds'

    def call(self, words, limits=(), user=None):
        """What `abidex call --json` answers, as an object."""
        world = World(self.folder)
        try:
            args = [NAMED.sub(lambda match: world.text(match[1]), word) for word in words]
            out, err = self.run(['call', '--json', self.table, *args], limits, world.passed, user)
        finally:
            world.close()
        try:
            return json.loads(out)
        except ValueError:
            return {'error': (err or out).strip().replace('\n', '; ') or 'no answer'}

    def provoke(self, line):
        user = NOBODY if self.is_root and 'user' in line.options else None
        return self.call(line.words, line.limits(), user)

    def is_not_emulated(self, answer):
        """Emulators of processors know fewer calls than kernels."""
        return 'qemu' in self.traits and answer.get('name') == 'ENOSYS'

    def close(self):
        for name in ('forbidden', 'locked'):
            (self.folder / name).chmod(0o700)
        shutil.rmtree(self.folder)

    def left_out(self, line):
        if 'user' in line.options and 'no-user' in self.traits:
            return 'nobody may not run it'
        if 'root' in line.options and not self.is_root:
            return 'only for root'
        if 'musl' in self.traits and line.function not in self.functions:
            return 'not in the table'
        return line.settle(self.traits)

    def general_text(self, key):
        """What the library says of a code, whoever fails with it; nothing if it has no such text."""
        name, code = key
        function = next((GENERAL[prefix] for prefix in GENERAL if name.startswith(prefix)), None)
        return self.call([function, str(code)]).get('result') if function else None


def compare_texts(caller, pool, answers):
    """The lines whose message is the library's general text, and that they say so."""
    keys = sorted({(answer['name'], answer['code']) for answer in answers.values()
                   if answer.get('name')})
    general = dict(zip(keys, pool.map(caller.general_text, keys)))
    for line, answer in answers.items():
        text = general.get((answer.get('name'), answer.get('code')))
        if text and answer['message'].lower() == text.lower():
            yield line, f'{answer["name"]} has the general text: {text}'


def provoke(caller, path, part, absent):
    """The lines of the file that could be tried here, and what is wrong with which. Counts the
    others in absent, by the reason."""
    lines = []
    for line in share(read(path), part):
        reason = caller.left_out(line)
        if reason:
            absent[reason] += 1
        else:
            lines.append(line)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = dict(zip(lines, pool.map(caller.provoke, lines)))
        for line in [line for line in lines if caller.is_not_emulated(answers[line])]:
            absent['not in the emulator'] += 1
            del answers[line]
        wrong = {line: line.compare(answer, caller.functions.get(line.function))
                 for line, answer in answers.items()}
        wrong = {line: why for line, why in wrong.items() if why}
        right = {line: answer for line, answer in answers.items() if line not in wrong}
        wrong.update(compare_texts(caller, pool, right))
    return list(answers), wrong


def report(lines, wrong, absent):
    for line in lines:
        if line in wrong:
            print(f'{line.where}: {line.text}: {wrong[line]:.200}')
    for reason, count in sorted(absent.items()):
        print(f'left out, {reason}: {count}')
    fine = [line for line in lines if line.code == 'ok']
    bad = [line for line in lines if line.code != 'ok']
    functions = {line.function for line in bad}
    print(f'{len(fine)} that must not be taken for failures, '
          f'{sum(line not in wrong for line in fine)} passed')
    print(f'{len(bad)} provoked over {len(functions)} functions, '
          f'{sum(line not in wrong for line in bad)} passed')


def main():
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    absent = Counter()
    caller = Caller(*sys.argv[1:3])
    try:
        lines, wrong = provoke(caller, *(sys.argv[3:] + ['0/1'])[:2], absent)
    finally:
        caller.close()
    report(lines, wrong, absent)
    sys.exit(1 if wrong or not lines else 0)


if __name__ == '__main__':
    main()
