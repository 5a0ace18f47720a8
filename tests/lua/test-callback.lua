-- Callbacks: their arguments and results, how long they live, errors, coroutines, threads.
local abidex = require "abidex"
local check = require "check"
local libc = abidex.open "libc"
local types = libc.types
local Int = types.int

local function compare(left, right)
    return Int:view(left).value - Int:view(right).value
end

-- During the call
local numbers = Int:array {5, 3, 9, 1}
libc.qsort(numbers, 4, 4, compare)
check.equal(numbers[0] * 1000 + numbers[1] * 100 + numbers[2] * 10 + numbers[3], 1359)
libc.qsort(numbers, 4, 4, function(left, right) return -compare(left, right) end)
check.equal(numbers[0], 9)
local callable = setmetatable({}, {__call = function(_, left, right) return compare(left, right) end})
libc.qsort(numbers, 4, 4, callable)
check.equal(numbers[0], 1)
local key = Int(5)
check.equal(Int:view(libc.bsearch(key, numbers, 4, 4, compare)).value, 5)
check.equal(libc.bsearch(Int(6), numbers, 4, 4, compare), nil)

-- Functions of C
local text = types.char:array "sort"
libc.qsort(text, 4, 1, libc.strcmp)

-- Made by hand
local Compare = types.__compar_fn_t
local callback = Compare(compare)
check.equal(getmetatable(callback), "abidex.Callback")
libc.qsort(numbers, 4, 4, callback)
check.equal(tostring(callback):match "^abidex.Callback: int" ~= nil, true)
callback:close()
callback:close()
check.equal(tostring(callback), "abidex.Callback: closed")
check.refused("was closed", function() libc.qsort(numbers, 4, 4, callback) end)
check.refused("nothing but :close()", function() return callback.x end)
check.refused("mode is", function() Compare(compare, "now") end)
check.refused("for functions without", function() Compare(compare, "copy") end)
check.refused("takes no function", function() types.int(print) end)
check.refused("takes a pointer to", function() libc.qsort(numbers, 4, 4, types["*(void())"](print)) end)

-- Arguments and results of all kinds
local Twice = types["*(f64(i32, u8, f32, bool))"]
local seen
local twice = Twice(function(...)
    seen = {...}
    return 2.5
end)
check.equal(type(abidex.address(twice)), "number")

local function each(signature, f, ...)
    local made = types[signature](f)
    local caller = made
    return made, caller, ...
end
check.refused("arguments vary", function() types["*(void(...))"](print) end)
check.refused("arguments vary", function() types["*(void(i32, ...))"](print) end)

-- A tree that C walks: records as arguments
local paths = {}
local result = libc.nftw("/proc/self/fdinfo", function(path, st, flag, base)
    paths[#paths + 1] = path
    check.equal(getmetatable(st), "abidex.Memory")
    check.equal(type(st.st_mode), "number")
    check.equal(path:sub(1, 6), "/proc/")
    check.equal(base.level <= 1, true)
    return 0
end, 4, libc.FTW_PHYS)
check.equal(result, 0)
check.equal(paths[1], "/proc/self/fdinfo")
check.equal(#paths > 3, true)

-- Results that don't fit
local function sort_with(f)
    return function() libc.qsort(numbers, 4, 4, f) end
end
check.raises("the result of a callback takes an integer", sort_with(function() end))
check.raises("the result of a callback is no string", sort_with(function() return "1" end))
check.raises("the result of a callback takes -2147483648", sort_with(function() return 2^40 end))
check.raises("the result of a callback takes an integer", sort_with(function() return 0.5 end))
check.raises("the result of a callback takes no table", sort_with(function() return {} end))

-- Errors come out of the outer call as they were
local thing = {}
for _, value in ipairs {thing, "text", 5, true, print} do
    local n = 0
    local ok, err = pcall(libc.qsort, numbers, 4, 4, function()
        n = n + 1
        error(value, 0)
    end)
    check.equal(ok, false)
    check.equal(err, value)
    check.equal(n, 1, "calls")
end
for _, value in ipairs {false} do
    local ok, err = pcall(libc.qsort, numbers, 4, 4, function() error(value, 0) end)
    check.equal(ok, false)
    check.equal(err, value)
end
local ok, err = pcall(libc.qsort, numbers, 4, 4, function() error(nil, 0) end)
check.equal(ok, false)
check.raises("test-callback.lua", sort_with(function() local x = nil; return x.y end))

-- Within each other
local depth = 0
local function nest()
    depth = depth + 1
    if depth == 5 then
        error(thing, 0)
    end
    libc.qsort(numbers, 4, 4, nest)
end
ok, err = pcall(nest)
check.equal(ok, false)
check.equal(err, thing)
check.equal(depth, 5)
ok, err = pcall(libc.qsort, numbers, 4, 4, function(left, right)
    local inner, why = pcall(libc.qsort, numbers, 4, 4, function() error(thing, 0) end)
    check.equal(inner, false)
    check.equal(why, thing)
    return compare(left, right)
end)
check.equal(ok, true)
local function forever()
    libc.qsort(numbers, 4, 4, forever)
end
check.raises("overflow", forever)
for _ = 1, 20 do -- more than are kept at once
    check.raises("again", sort_with(function() error("again") end))
end

-- Coroutines
local made = coroutine.wrap(function()
    coroutine.yield(1)
    local inside
    libc.qsort(numbers, 4, 4, function(left, right)
        inside = coroutine.running()
        return compare(left, right)
    end)
    check.equal(inside, coroutine.running())
    coroutine.yield(2)
    libc.qsort(numbers, 4, 4, function(left, right)
        return coroutine.wrap(function()
            libc.qsort(numbers, 4, 4, compare)
            coroutine.yield(compare(left, right))
        end)()
    end)
    return 3
end)
check.equal(made(), 1)
check.equal(made(), 2)
check.equal(made(), 3)
made = coroutine.create(function()
    libc.qsort(numbers, 4, 4, function() coroutine.yield() end)
end)
ok, err = coroutine.resume(made)
check.equal(ok, false)
check.equal(tostring(err):find("yield", 1, true) ~= nil, true)
check.equal(coroutine.status(made), "dead")

-- The collector in the middle
for _ = 1, 3 do
    numbers = Int:array {5, 3, 9, 1}
    libc.qsort(Int:array {5, 3, 9, 1}, 4, 4, function(left, right)
        collectgarbage()
        types.char:array(1000)
        return compare(left, right)
    end)
    local vector = types["struct iovec"]()
    libc.qsort(numbers, 4, 4, function(left, right)
        vector = nil
        collectgarbage()
        return compare(left, right)
    end)
end

-- Other threads wait for a safe point
local main = libc.pthread_self()
local thread_seen
local _, thread = libc.pthread_create(abidex.out, nil, function(argument)
    thread_seen = types.int:view(argument).value
    return argument
end, Int(44))
local waits = 0
while not thread_seen do
    abidex.dispatch()
    libc.usleep(1000)
    waits = waits + 1
    assert(waits < 10000)
end
local _, answer = libc.pthread_join(thread, abidex.out)
check.equal(thread_seen, 44)
check.equal(types.int:view(answer).value, 44)
check.equal(libc.pthread_self(), main)

-- To wait for one that runs a function here
local _, joined = libc.pthread_create(abidex.out, nil, function() return nil end, nil)
waits = 0
while abidex.try(libc.pthread_tryjoin_np, joined, nil) == nil do
    abidex.dispatch()
    libc.usleep(1000)
    waits = waits + 1
    assert(waits < 10000)
end

-- An error on another thread comes out at a safe point
local started = false
_, thread = libc.pthread_create(abidex.out, nil, function()
    started = true
    error(thing, 0)
end, nil)
ok, err = true, nil
while not started do
    ok, err = pcall(function()
        while not started do
            libc.usleep(1000)
        end
    end)
end
check.equal(ok, false)
check.equal(err, thing)
libc.pthread_join(thread, nil)

-- In the host's own words: what a signal's handler must not be
check.refused("abidex.handle_signal", function() libc.signal(libc.SIGUSR1, print) end)
check.refused("abidex.handle_signal", function()
    types["struct sigaction"]().sa_handler = print
end)
for _, handler in ipairs {print, types.__sighandler_t(print)} do
    local Action = types["struct sigaction"]
    local bytes = types.char:array(abidex.sizeof(Action))
    check.refused("abidex.handle_signal", function() Action().sa_handler = handler end)
    check.refused("abidex.handle_signal", function() Action {sa_handler = handler} end)
    check.refused("abidex.handle_signal", function() Action:array(2)[1].sa_handler = handler end)
    check.refused("abidex.handle_signal", function() Action:array(2)["[1].sa_handler"] = handler end)
    check.refused("abidex.handle_signal", function() Action:view(bytes).sa_handler = handler end)
    check.refused("abidex.handle_signal", function()
        types.__sighandler_t:view(Action:array(2), 20)[19] = handler
    end)
    check.refused("abidex.handle_signal", function() libc.sigaction(libc.SIGUSR1, {sa_handler = handler}, nil) end)
    check.refused("", function() libc.signal(libc.SIGUSR1, handler) end)
end
check.refused("abidex.handle_signal", function()
    types["struct sigaction"]().sa_sigaction = types["*(void(i32, *siginfo_t, *void))"](print)
end)

-- A callback in memory lives as long as the memory
local holder = types["struct option"]
local event = types["struct sigevent"]()
event.sigev_notify_function = function() end
collectgarbage()
check.equal(abidex.address(event.sigev_notify_function) ~= 0, true)
event.sigev_notify_function = nil
check.equal(event.sigev_notify_function, nil)

-- Kept by the table: the same function has one callback
for _ = 1, 2000 do
    check.equal(libc.bsearch(key, numbers, 4, 4, compare) ~= nil, true)
    local kept = Compare(function() end)
    kept:close()
end
for _ = 1, 2000 do
    Compare(function() end)
end
collectgarbage()
