-- The calls of callee.h from LuaJIT's FFI, with its just-in-time compiler or in its interpreter.
-- With the compiler, calls that it does not compile (a struct by value, what calls back) are
-- made by the interpreter.
-- Usage: with_luajit.lua on|off --version | LIBRARY N_ROUNDS FOLDER
local ffi = require("ffi")
local jit = require("jit")

if arg[2] == "--version" then
    print(jit.version)
    os.exit(0)
end
jit[arg[1]]()

ffi.cdef[[
struct bench_small { int x; int y; };
struct bench_large { double x; double y; double width; double height; };
int bench_int(int);
long bench_longs(long, long, long, long, long, long);
long bench_longs10(long, long, long, long, long, long, long, long, long, long);
double bench_doubles(double, double);
double bench_mixed(int, double, const void *, float, long);
const void *bench_pointer(const void *, unsigned long);
long bench_string(const char *, int);
int bench_small(struct bench_small);
double bench_large(struct bench_large);
int bench_variadic(int, ...);
long bench_each(long, long (*)(long));
]]

local SECONDS = 0.001 -- about, for one loop
local N_BACK = 1000   -- calls of a callback in one call of bench_each
local n_rounds = tonumber(arg[3])
local lib = ffi.load(arg[2])

-- Seconds of one turn of a loop, the fastest of all rounds.
local function fastest(loop)
    local function time(n)
        local start = os.clock()
        loop(n)
        return os.clock() - start
    end
    local n = 64
    while time(n) < SECONDS do
        n = n * 2
    end
    local best = math.huge
    for _ = 1, n_rounds do
        best = math.min(best, time(n))
    end
    return best / n
end

local function say(row, seconds)
    print(("%s\t%.12f"):format(row, seconds))
end

local text = ffi.new("char[9]", "a string")
local small = ffi.new("struct bench_small", 3, 4)
local large = ffi.new("struct bench_large", 1, 2, 3, 4)
local a, b, c = ffi.new("int", 10), ffi.new("int", 20), ffi.new("int", 30)
local same = ffi.cast("long (*)(long)", function(value) return value end)

-- Row, the call, its result, the call in a loop. The library's functions are named in the
-- call, as LuaJIT's manual wants it.
local rows = {
    {"int", lib.bench_int(-7), -7,
     function(n) for _ = 1, n do lib.bench_int(-7) end end},
    {"longs", lib.bench_longs(1, -2, 3, -4, 5, -6), -3,
     function(n) for _ = 1, n do lib.bench_longs(1, -2, 3, -4, 5, -6) end end},
    {"longs10", lib.bench_longs10(1, -2, 3, -4, 5, -6, 7, -8, 9, -10), -5,
     function(n) for _ = 1, n do lib.bench_longs10(1, -2, 3, -4, 5, -6, 7, -8, 9, -10) end end},
    {"doubles", lib.bench_doubles(1.5, -2.5), -1,
     function(n) for _ = 1, n do lib.bench_doubles(1.5, -2.5) end end},
    {"mixed", lib.bench_mixed(-7, 1.5, text, 0.5, 3), -1,
     function(n) for _ = 1, n do lib.bench_mixed(-7, 1.5, text, 0.5, 3) end end},
    {"pointer", ffi.cast("const char *", lib.bench_pointer(text, 4)) - text, 4,
     function(n) for _ = 1, n do lib.bench_pointer(text, 4) end end},
    {"string", lib.bench_string("a string", 115), ("a"):byte() + 115,
     function(n) for _ = 1, n do lib.bench_string("a string", 115) end end},
    {"small", lib.bench_small(small), 7,
     function(n) for _ = 1, n do lib.bench_small(small) end end},
    {"large", lib.bench_large(large), 10,
     function(n) for _ = 1, n do lib.bench_large(large) end end},
    {"variadic", lib.bench_variadic(3, a, b, c), 60,
     function(n) for _ = 1, n do lib.bench_variadic(3, a, b, c) end end},
}

say("loop", fastest(function(n) for _ = 1, n do end end))
for _, row in ipairs(rows) do
    assert(tonumber(row[2]) == row[3], row[1])
    say(row[1], fastest(row[4]))
end

-- Compiled code must not be called back from.
local function call_back(n)
    for _ = 1, n do lib.bench_each(N_BACK, same) end
end
jit.off(call_back)
assert(tonumber(lib.bench_each(N_BACK, same)) == N_BACK * (N_BACK - 1) / 2, "callback")
say("callback", fastest(call_back) / N_BACK)
