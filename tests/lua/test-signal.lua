-- Signals: handlers run at safe points, in loops without calls too, and their errors come out
-- there.
local abidex = require "abidex"
local check = require "check"
local libc = abidex.open "libc"

local me = libc.getpid()
local USR1, USR2 = libc.SIGUSR1, libc.SIGUSR2
local got = {}
local function note(signal)
    got[#got + 1] = signal
end

-- Told at the next safe point, which the next instruction may be
abidex.handle_signal(libc, USR1, note)
libc.kill(me, USR1)
abidex.dispatch()
check.equal(#got, 1)
check.equal(got[1].number, USR1)
check.equal(got[1].name, "SIGUSR1")
check.equal(got[1].count, 1)
check.equal(got[1].info.si_pid, me)
check.equal(got[1].info.si_signo, USR1)

-- A loop without calls
local function spin()
    local there = got
    local i = 0
    local count = #there
    while #there == count and i < 2e7 do
        i = i + 1
    end
end
if check.is_luajit then
    jit.off(spin) -- compiled loops ask for no hook
end
local timer = libc.types["struct itimerval"] {it_value = {tv_usec = 20000}}
abidex.handle_signal(libc, libc.SIGALRM, note)
local function spin_for_alarm()
    local before = #got
    libc.setitimer(libc.ITIMER_REAL, timer, nil)
    while #got == before do
        spin()
    end
end
spin_for_alarm()
check.equal(got[#got].name, "SIGALRM")

-- The same in a coroutine that called before
local routine = coroutine.wrap(function()
    spin_for_alarm()
    return 1
end)
check.equal(routine(), 1)

-- An error of a handler ends the loop, and is what it was
local thing = {}
abidex.handle_signal(libc, libc.SIGALRM, function() error(thing, 0) end)
local ok, err = pcall(function()
    libc.setitimer(libc.ITIMER_REAL, timer, nil)
    spin()
end)
check.equal(ok, false)
check.equal(err, thing)

-- ... or a call that waits; without an error the call goes on
ok, err = pcall(function()
    libc.setitimer(libc.ITIMER_REAL, timer, nil)
    libc.poll(nil, 0, 20000)
end)
check.equal(ok, false)
check.equal(err, thing)
abidex.handle_signal(libc, libc.SIGALRM, note)
local before = #got
libc.setitimer(libc.ITIMER_REAL, timer, nil)
check.equal(libc.poll(nil, 0, 100), 0)
check.equal(#got - before, 1)

-- A hook of the script stays
local lines = 0
local function count_lines()
    lines = lines + 1
end
debug.sethook(count_lines, "l")
libc.kill(me, USR1)
before = #got
local x = 1
x = x + 1
check.equal(select(1, debug.gethook()), count_lines)
debug.sethook()
check.equal(lines > 2, true)
abidex.dispatch()
check.equal(debug.gethook(), nil)

-- In a callback: the error comes out of the call that C was in
abidex.handle_signal(libc, USR1, function() error(thing, 0) end)
local numbers = libc.types.int:array {3, 2, 1}
ok, err = pcall(libc.qsort, numbers, 3, 4, function()
    libc.kill(me, USR1)
    local i = 0
    while i < 100 do
        i = i + 1
    end
    abidex.dispatch()
    return 0
end)
check.equal(ok, false)
check.equal(err, thing)

-- A handler may call, and signals wait meanwhile
local inside = 0
abidex.handle_signal(libc, USR1, function()
    inside = inside + 1
    check.equal(inside, 1)
    libc.kill(me, USR1)
    libc.getppid()
    inside = inside - 1
    abidex.handle_signal(libc, USR1, note)
end)
before = #got
libc.kill(me, USR1)
abidex.dispatch()
abidex.dispatch()
check.equal(#got - before, 1)

-- In a coroutine that calls no C a safe point has to be asked for
before = #got
check.equal(coroutine.wrap(function()
    libc.kill(me, USR1)
    for _ = 1, 1000 do
        abidex.dispatch()
    end
    return #got
end)(), before + 1)

-- Many at once
before = #got
for _ = 1, 1000 do
    libc.kill(me, USR1)
end
abidex.dispatch()
local sum = 0
for i = before + 1, #got do
    sum = sum + got[i].count
end
check.equal(sum, 1000)

-- On another thread: it asks for no hook there, and is told at the next safe point
local raise_elsewhere = assert(package.loadlib(os.getenv "ABIDEX_TEST_CALLEE", "raise_elsewhere"))
before = #got
raise_elsewhere()
local hook = debug.gethook()
check.equal(#got, before)
check.equal(hook, nil)
abidex.dispatch()
check.equal(#got, before + 1)
check.equal(got[#got].count, 1)

-- Given back
abidex.restore_signal(USR1)
check.raises("", abidex.restore_signal, USR1)
abidex.handle_signal(libc, USR2, note, true)
libc.kill(me, USR2)
before = #got
abidex.restore_signal(USR2)
check.equal(#got - before <= 1, true)
check.equal(got[#got].name, "SIGUSR2")

-- The descriptor for event loops
local _, ends = libc.pipe2(abidex.out(2), libc.O_NONBLOCK)
abidex.set_wakeup(ends[1])
abidex.handle_signal(libc, USR1, note)
libc.kill(me, USR1)
abidex.dispatch()
local n, buffer = libc.read(ends[0], abidex.out(8), 8)
check.equal(n, 1)
check.equal(buffer[0], USR1)
abidex.set_wakeup(nil)

-- Refused
check.raises("", abidex.handle_signal, libc, libc.SIGKILL, note)
check.raises("", abidex.handle_signal, libc, libc.SIGSEGV, note)
check.raises("", abidex.handle_signal, libc, 9999, note)
check.raises("the number of a signal expected, got string", abidex.handle_signal, libc, "SIGINT", note)
check.raises("the number of a signal expected, got 1.5", abidex.handle_signal, libc, 1.5, note)
check.raises("a handler is a function, got nil", abidex.handle_signal, libc, USR1, nil)
check.raises("abidex.Table expected", abidex.handle_signal, {}, USR1, note)
check.raises("a descriptor expected", abidex.set_wakeup, "x")
check.raises("", abidex.set_wakeup, 9999)
