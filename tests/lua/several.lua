-- One of several states in a process; states.c has the others.
local abidex = require "abidex"
local libc = abidex.open "libc"
local Int = libc.types.int

-- Loaded again, it is the same.
package.loaded.abidex = nil
assert(require "abidex" ~= abidex)
assert(require "abidex".open "libc" == libc)

local numbers = Int:array {3 + number, 1, 2}
local thing = {}

function inner()
    local sorted = Int:array {2, 1}
    libc.qsort(sorted, 2, 4, function(left, right)
        return Int:view(left).value - Int:view(right).value
    end)
    assert(sorted[0] == 1 and sorted[1] == 2)
    local ok, err = pcall(libc.qsort, sorted, 2, 4, function() error(thing, 0) end)
    assert(not ok and err == thing)
end

function outer()
    local entered = false
    libc.qsort(numbers, 3, 4, function(left, right)
        if not entered then
            entered = true
            enter_next()
        end
        return Int:view(left).value - Int:view(right).value
    end)
    assert(entered and numbers[0] == 1 and numbers[2] == 3 + number)
end

-- What finalizers meet when the state closes: some of it is gone, which they are told.
local kept = {libc.types["struct stat"](), libc.types.__compar_fn_t(function() return 0 end)}
local meta = {
    __gc = function()
        pcall(function() return libc.abs(-1) end)
        pcall(function() return libc.labs(-1) end)
        pcall(function() return kept[1].st_size, kept[1].st_mtim end)
        pcall(function() kept[1].st_size = 5 end)
        pcall(function() return tostring(kept[1]) .. tostring(kept[2]) .. tostring(libc) end)
        pcall(function() libc.qsort(numbers, 3, 4, kept[2]) end)
        pcall(function() return libc.types["struct stat"].size end)
        pcall(abidex.dispatch)
        pcall(abidex.open, "libc")
    end,
}
if _VERSION == "Lua 5.1" then
    late = newproxy(true)
    getmetatable(late).__gc = meta.__gc
else
    late = setmetatable({}, meta)
end
libc.types["struct iovec"]:array(4)[2].iov_base = "kept"
libc.types["struct sigevent"]().sigev_notify_function = function() end
