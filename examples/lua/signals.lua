-- Signals: waited for, and told to handlers.
--
--     lua5.4 signals.lua

local abidex = require "abidex"

local libc = abidex.open("libc")

---- waiting ----

-- All that can be blocked. Numbers from 1 to NSIG would not do: the C library keeps some of them.
local signals = libc.types["sigset_t"]()
libc.sigfillset(signals)
local _, before = libc.pthread_sigmask(libc.SIG_SETMASK, signals, abidex.out)

libc.sigemptyset(signals)
libc.sigaddset(signals, libc.SIGUSR1)
libc.sigaddset(signals, libc.SIGUSR2)

-- What is blocked waits, and whoever asks for it gets it without a handler.
libc.pthread_kill(libc.pthread_self(), libc.SIGUSR1)
local _, pending = libc.sigpending(abidex.out)
print("pending: " .. libc.sigismember(pending, libc.SIGUSR1) .. " " ..
      libc.sigismember(pending, libc.SIGUSR2))
local _, number = libc.sigwait(signals, abidex.out)
print("sigwait: " .. libc.strsignal(number))

-- A number can come with it.
libc.sigqueue(libc.getpid(), libc.SIGUSR2, libc.types["union sigval"]{sival_int = 42})
local number, info = libc.sigwaitinfo(signals, abidex.out)
assert(info.si_pid == libc.getpid())
print("sigwaitinfo: " .. libc.strsignal(number) .. " " .. info.si_int)

local _, failure = pcall(libc.sigtimedwait, signals, nil,
                         libc.types["struct timespec"]{tv_nsec = 1000000})
print("sigtimedwait: " .. failure.name)
libc.pthread_sigmask(libc.SIG_SETMASK, before, nil)

---- handlers ----

local told = {}

-- Runs between two instructions of Lua, or where a call is interrupted.
local function note(signal)
    table.insert(told, signal.name)
end

abidex.handle_signal(libc, libc.SIGUSR1, note)
libc.pthread_kill(libc.pthread_self(), libc.SIGUSR1)
libc.getpid()
print("handled: " .. told[1])

-- A timer that goes on: a single signal could come before pause, which then waits for ever.
abidex.handle_signal(libc, libc.SIGALRM, note)
local timer = libc.types["struct itimerval"]
local often = {tv_usec = 5000}
libc.setitimer(libc.ITIMER_REAL, timer{it_interval = often, it_value = often}, nil)
while #told < 4 do
    libc.pause()
end
libc.setitimer(libc.ITIMER_REAL, timer(), nil)
print("handled: " .. told[#told])

-- What a handler raises ends the call that was interrupted.
abidex.handle_signal(libc, libc.SIGALRM, function()
    error("nobody wrote anything", 0)
end)
local _, pipe = libc.pipe(abidex.out(2))
libc.alarm(1)
local _, message = pcall(libc.read, pipe[0], abidex.out(1), 1)
print("alarm: " .. message)
print("seconds left: " .. libc.alarm(0))

abidex.restore_signal(libc.SIGALRM)
abidex.restore_signal(libc.SIGUSR1)
