-- What is done while Lua runs out of memory; states.c lets each allocation fail once.
local abidex = require "abidex"
local libc = abidex.open "libc"
local Int = libc.types.int
local st = libc.types["struct stat"] {st_size = 5, st_mtim = {tv_sec = 6}}
local numbers = Int:array {3, 1, 2}
libc.qsort(numbers, 3, 4, function(left, right)
    return Int:view(left).value - Int:view(right).value
end)
local _, found = libc.stat("/", abidex.out)
local quotient = libc.div(7, 2).quot
local group = libc.types["struct group"] {gr_name = "a name of a group"}
local text = libc.strerror(2) .. abidex.string(libc.types.char:array "text")
local nothing, message = abidex.try(libc.open, "/nonexistent", libc.O_RDONLY)
local wide = tostring(libc.ULONG_MAX)
local path = found["st_mtim.tv_sec"]
abidex.handle_signal(libc, libc.SIGUSR1, function(signal) found = signal.info end)
libc.raise(libc.SIGUSR1)
abidex.dispatch()
abidex.restore_signal(libc.SIGUSR1)
local described = tostring(libc.abs) .. tostring(st) .. tostring(libc.stdout)
pcall(function() libc.abs("x") end)
libc.types["struct sigevent"]().sigev_notify_function = function() end
