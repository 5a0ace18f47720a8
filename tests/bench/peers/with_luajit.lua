-- The calls of callee.h from LuaJIT's FFI, with its just-in-time compiler or in its interpreter.
-- With the compiler, calls that it does not compile (a struct by value, what calls back) are
-- made by the interpreter. Compiled code wants the library's functions named in the call, as
-- LuaJIT's manual says; the interpreter is faster with locals, and has them.
-- Usage: with_luajit.lua on|off --version | LIBRARY N_ROUNDS FOLDER
local ffi = require("ffi")
local jit = require("jit")

package.path = arg[0]:gsub("[^/]*$", "") .. "?.lua"
local rounds = require("rounds")

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

local lib = ffi.load(arg[2])
local text = ffi.new("char[9]", "a string")
local small = ffi.new("struct bench_small", 3, 4)
local names = {
    text = text,
    small = small,
    large = ffi.new("struct bench_large", 1, 2, 3, 4),
    a = ffi.new("int", 10), b = ffi.new("int", 20), c = ffi.new("int", 30),
    same = ffi.cast("long (*)(long)", function(value) return value end),
}
local call = "bench_"
if arg[1] == "on" then
    names.lib = lib
    call = "lib.bench_"
else
    for name in ("int longs longs10 doubles mixed pointer string small large variadic each"):
        gmatch("%w+") do
        names["bench_" .. name] = lib["bench_" .. name]
    end
end

rounds.check_each(lib.bench_each, names.same)
rounds.measure(names, {
    {"int", call .. "int(-7)", lib.bench_int(-7), -7},
    {"longs", call .. "longs(1, -2, 3, -4, 5, -6)", lib.bench_longs(1, -2, 3, -4, 5, -6), -3},
    {"longs10", call .. "longs10(1, -2, 3, -4, 5, -6, 7, -8, 9, -10)",
     lib.bench_longs10(1, -2, 3, -4, 5, -6, 7, -8, 9, -10), -5},
    {"doubles", call .. "doubles(1.5, -2.5)", lib.bench_doubles(1.5, -2.5), -1},
    {"mixed", call .. "mixed(-7, 1.5, text, 0.5, 3)", lib.bench_mixed(-7, 1.5, text, 0.5, 3), -1},
    {"pointer", call .. "pointer(text, 4)",
     ffi.cast("const char *", lib.bench_pointer(text, 4)) - text, 4},
    {"string", call .. "string('a string', 115)", lib.bench_string("a string", 115),
     ("a"):byte() + 115},
    {"small", call .. "small(small)", lib.bench_small(small), 7},
    {"large", call .. "large(large)", lib.bench_large(names.large), 10},
    {"variadic", call .. "variadic(3, a, b, c)",
     lib.bench_variadic(3, names.a, names.b, names.c), 60},
    {"read", "local _ = small.x", small.x, 3},
    {"write", "small.x = 3", small.x, 3},
}, tonumber(arg[3]), call .. "each(%d, same)", jit.off) -- compiled code must not be called back from
