-- What no script should do, and what becomes of it: an error with words, never a crash.
local abidex = require "abidex"
local check = require "check"
local libc = abidex.open "libc"
local types = libc.types

-- Each kind of value where each other is wanted. A pointer that leads nowhere is not among them:
-- nothing tells it from others.
local st = types["struct stat"]()
local callback = types.__compar_fn_t(function() return 0 end)
local closed = types.int()
debug.getmetatable(closed).__gc(closed)
local ended = types.__compar_fn_t(print)
ended:close()
local values = {
    0, -1, 2^31, 2^53, 2^63, -2^63, 2^64, 1.5, 1e308, -1e308, 0/0, 1/0, "", "text", "a\0b", true,
    false, {}, {1}, {x = 1}, select, function() end, coroutine.create(function() end), io.stdout, abidex,
    libc, libc.types, libc.abs, types.int, st, st.st_mtim, types.int(5), types.char:array(3),
    libc.ULONG_MAX, callback, closed, ended, abidex.out, abidex.out(3),
    setmetatable({}, {__index = error, __newindex = error, __call = error, __tostring = error}),
}
values[#values + 1] = nil
local n = #values

local function try(f, ...)
    local ok, err = pcall(f, ...)
    if not ok and type(err) ~= "string" and getmetatable(err) ~= "abidex.Error" and
        type(err) ~= "table" then
        error("an error that is neither a string nor one of abidex: " .. type(err))
    end
end

-- Functions that do no harm, whatever they are given
for _, name in ipairs {"abs", "labs", "fabs", "fabsf", "toupper", "strlen", "strnlen", "strcmp",
                       "strcoll", "memcmp", "atoi", "strtol", "ffs", "ldexp", "div",
                       "inet_ntoa", "strerror", "getenv", "isatty", "access", "stat", "lstat",
                       "fstat", "gettimeofday", "clock_gettime", "qsort", "bsearch",
                       "getpgid", "umask", "sysconf", "times"} do
    local f = libc[name]
    for i = 0, n do
        try(f, values[i])
        for j = 0, n, 3 do
            try(f, values[i], values[j])
        end
        for j = 0, n, 7 do
            try(f, values[i], values[j], values[(i * j) % n])
            try(f, values[j], values[i], values[(i + j) % n], values[(i * j) % n])
        end
    end
end
libc.umask(18)

-- Members, elements, initial values, views
local objects = {
    st, types.int(), types.char:array(4), types.double(), types._Bool(), types["[3][4]i32"](),
    types["struct iphdr"](), types["struct iovec"](), types["struct epoll_event"](),
    types["char *"](), types["struct stat"]:array(2), types["long double"](), closed,
    types["struct sigevent"](), types.i8(), types.u64(), types.float(), types.siginfo_t(),
}
local names = {"value", "st_size", "st_mtim", "tos", "ihl", "iov_base", "data", "data.fd", "[0]",
               "[1].st_size", "[0][0]", "", ".", "a.b", "[", "[]", "[-1]", "[99999999999999999999]",
               "sigev_notify_function", "st_mtim.", "x\0y", ("x"):rep(5000), 0, 1, -1, 3, 1.5,
               2^53, 0/0}
for _, object in ipairs(objects) do
    for _, name in ipairs(names) do
        try(function() return object[name] end)
        for i = 0, n do
            try(function() object[name] = values[i] end)
        end
    end
    for i = 0, n do
        try(function() return object[values[i]] end)
        try(function() object[values[i]] = values[i] end)
        try(abidex.string, object, values[i])
        try(abidex.bytes, object, values[i])
    end
    try(function() return #object, -object, object .. "", object(), object < object end)
end
for _, name in ipairs {"int", "char", "struct stat", "struct iovec", "void", "char *", "[2]i32",
                       "__compar_fn_t", "struct sigevent", "f80", "FILE", "va_list"} do
    local ok, T = pcall(function() return types[name] end)
    for i = 0, ok and n or -1 do
        try(T, values[i])
        try(T, values[i], values[n - i])
        if type(values[i]) ~= "number" then
            try(T.array, T, values[i])
            try(T.view, T, values[i], 1)
        end
        try(T.array, T, 2, values[i])
        try(T.view, values[i], 1)
        try(T.array, values[i])
        try(function() return T[values[i]] end)
    end
end

-- The module's own functions
for name, f in pairs(abidex) do
    if type(f) == "function" and name ~= "set_wakeup" then
        for i = 0, n do
            try(f)
            try(f, values[i])
            for j = 0, n do
                if name ~= "try" then
                    try(f, values[i], values[j])
                end
            end
        end
    end
end
for i = 0, n do
    try(abidex.handle_signal, libc, values[i], print)
    try(abidex.handle_signal, values[i], libc.SIGUSR1, print)
    try(abidex.handle_signal, libc, libc.SIGUSR1, values[i])
end
abidex.handle_signal(libc, libc.SIGUSR1, print)
abidex.restore_signal(libc.SIGUSR1)

-- Tables that change, or are no lists
local wicked = setmetatable({}, {__index = function() error("index") end})
try(types["struct stat"], wicked)
try(types.int.array, types.int, wicked)
local circle = {}
circle.st_mtim = circle
check.raises("no member st_mtim", types["struct stat"], circle)
local deep = {}
local at = deep
for _ = 1, 10000 do
    at.st_mtim = {}
    at = at.st_mtim
end
try(types["struct stat"], deep)

-- Stacks at their end
local function recurse(depth)
    if depth == 0 then
        libc.stat("/", abidex.out)
        return libc.qsort(types.int:array {2, 1}, 2, 4, function() return 0 end)
    end
    return (recurse(depth - 1))
end
for _, depth in ipairs {10, 100, 150, 180, 190, 195, 198, 5000, 100000, 190000} do
    try(recurse, depth)
end
local many = {}
for i = 1, 1000 do
    many[i] = i
end
try(libc.snprintf, types.char:array(8), 8, "%d", check.unpack(many))
many[1025] = 1
for i = 1001, 1025 do
    many[i] = i
end
check.raises("arguments are more than", libc.snprintf, types.char:array(8), 8, "%d",
             check.unpack(many))

-- The state ends inside a callback: with os.exit, which closes it while C is on the stack
local interpreter = arg[-1]
local script = [[
    local abidex = require "abidex"
    local libc = abidex.open "libc"
    libc.qsort(libc.types.int:array {2, 1}, 2, 4, function() os.exit(5, true) end)
]]
local path = os.tmpname()
local file = assert(io.open(path, "w"))
file:write(script)
file:close()
local first, _, code = os.execute(("timeout 60 %s %s"):format(interpreter, path))
os.remove(path)
check.equal(code or first / 256, 5)

-- A thread of Lua that is gone while its callback is kept
do
    local kept
    coroutine.wrap(function()
        kept = types.__compar_fn_t(function() return 0 end)
        libc.qsort(types.int:array {2, 1}, 2, 4, kept)
    end)()
    collectgarbage()
    libc.qsort(types.int:array {2, 1}, 2, 4, kept)
end

-- LuaJIT's own integers
if check.is_luajit then
    local ffi = require "ffi"
    check.equal(libc.abs(ffi.new("int64_t", -5)), 5)
    check.equal(libc.labs(ffi.new("int64_t", -5)), 5)
    check.equal(tostring(types.u64(ffi.cast("uint64_t", ffi.new("int64_t", -1))).value), "18446744073709551615")
    check.refused("takes -2147483648 to 2147483647", function() libc.abs(ffi.new("int64_t", 5e9)) end)
    check.refused("takes no cdata", function() libc.abs(ffi.new("int[2]")) end)
    check.refused("takes no cdata", function() libc.abs(ffi.new("struct {int x;}")) end)
end
