-- Ctrl-C read from a descriptor, as an event among others.
--
--     lua5.4 signalfd_poll.lua

local abidex = require "abidex"

local libc = abidex.open("libc")

-- Made from its type, the set is as large as C's: 128 bytes, of which the kernel takes 8.
local signals = libc.types["sigset_t"]()
libc.sigemptyset(signals)
libc.sigaddset(signals, libc.SIGINT)

-- Unless it is blocked, the signal is delivered as always. SIG_BLOCK is not 0 on every machine,
-- and of the two functions that block, pthread_sigmask is the one for programs with threads.
libc.pthread_sigmask(libc.SIG_BLOCK, signals, nil)

-- Without SFD_CLOEXEC each program that is started from here would inherit the descriptor.
local fd = libc.signalfd(-1, signals, libc.SFD_CLOEXEC)
assert(libc.fcntl(fd, libc.F_GETFD) == libc.FD_CLOEXEC)

local waiting = libc.types["struct pollfd"]{fd = fd, events = libc.POLLIN}
print("ready: " .. libc.poll(waiting, 1, 0))
print("press Ctrl-C")
io.stdout:flush()
print("ready: " .. libc.poll(waiting, 1, -1))

local info = libc.types["struct signalfd_siginfo"]()
libc.read(fd, info, abidex.sizeof(info))
print("signal: " .. libc.strsignal(info.ssi_signo))
libc.close(fd)
