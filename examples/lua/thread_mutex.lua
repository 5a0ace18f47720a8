-- Threads and a mutex through pthread.
--
--     lua5.4 thread_mutex.lua

local abidex = require "abidex"

local libc = abidex.open("libc")
local integer = libc.types["int"]

-- The type knows how large a mutex is. One of this kind tells of mistakes, where others wait for
-- ever.
local mutex = libc.types["pthread_mutex_t"]()
local attributes = libc.types["pthread_mutexattr_t"]()
libc.pthread_mutexattr_init(attributes)
libc.pthread_mutexattr_settype(attributes, libc.PTHREAD_MUTEX_ERRORCHECK)
libc.pthread_mutex_init(mutex, attributes)
libc.pthread_mutexattr_destroy(attributes)

local main = libc.pthread_self()
local total = 0

-- The thread is C's, but a state of Lua has one thread alone: there the function runs, at a safe
-- point, and C's thread waits for its result. Both argument and result are a `void *`.
local function start(argument)
    assert(libc.pthread_equal(libc.pthread_self(), main) ~= 0)
    local step = integer:view(argument).value
    for _ = 1, 1000 do
        libc.pthread_mutex_lock(mutex)
        total = total + step
        libc.pthread_mutex_unlock(mutex)
    end
    return argument
end

-- Where a function answers through a pointer, `out` stands for it, and the answer is a result more.
local arguments, threads = {integer(1), integer(2)}, {}
for i, argument in ipairs(arguments) do
    local _
    _, threads[i] = libc.pthread_create(abidex.out, nil, start, argument)
    assert(libc.pthread_equal(threads[i], main) == 0)
end

-- pthread_join would wait for a thread that waits for us. Asking does not, and each call is a safe
-- point, as dispatch is.
for _, thread in ipairs(threads) do
    local done, result
    repeat
        abidex.dispatch()
        done, result = abidex.try(libc.pthread_tryjoin_np, thread, abidex.out)
    until done
    print("joined thread " .. integer:view(result).value)
end
print("total " .. total)

-- These functions answer the code itself and leave errno alone: an error all the same.
libc.pthread_mutex_lock(mutex)
local _, failure = pcall(libc.pthread_mutex_lock, mutex)
print("locked again: " .. failure.name)
libc.pthread_mutex_unlock(mutex)
_, failure = pcall(libc.pthread_mutex_unlock, mutex)
print("unlocked again: " .. failure.name)
libc.pthread_mutex_destroy(mutex)
