-- The calls of callee.h from abidex's own host for Lua, through a table with contracts.
-- Usage: with_abidex.lua --version | TABLE N_ROUNDS FOLDER
-- Exit status 77 where the module was not built for this Lua.
package.path = arg[0]:gsub("[^/]*$", "") .. "?.lua"
local rounds = require("rounds")

local is_there, abidex = pcall(require, "abidex")
if not is_there then
    os.exit(77)
end
if arg[1] == "--version" then
    print(("abidex %s of %s"):format(abidex._VERSION:match("[%d.]+"), jit and jit.version or _VERSION))
    os.exit(0)
end

local lib = abidex.open(arg[1])
local text = lib.types["char[9]"]("a string")
local small = lib.types["struct bench_small"]({x = 3, y = 4})
local names = {
    text = text,
    small = small,
    large = lib.types["struct bench_large"]({x = 1, y = 2, width = 3, height = 4}),
    same = lib.types["i64(i64)"](function(value) return value end),
}
for name in ("int longs longs10 doubles mixed pointer string small large variadic each"):
    gmatch("%w+") do
    names["bench_" .. name] = lib["bench_" .. name]
end

rounds.check_each(lib.bench_each, names.same)
rounds.measure(names, {
    {"int", "bench_int(-7)", lib.bench_int(-7), -7},
    {"longs", "bench_longs(1, -2, 3, -4, 5, -6)", lib.bench_longs(1, -2, 3, -4, 5, -6), -3},
    {"longs10", "bench_longs10(1, -2, 3, -4, 5, -6, 7, -8, 9, -10)",
     lib.bench_longs10(1, -2, 3, -4, 5, -6, 7, -8, 9, -10), -5},
    {"doubles", "bench_doubles(1.5, -2.5)", lib.bench_doubles(1.5, -2.5), -1},
    {"mixed", "bench_mixed(-7, 1.5, text, 0.5, 3)", lib.bench_mixed(-7, 1.5, text, 0.5, 3), -1},
    {"pointer", "bench_pointer(text, 4)",
     lib.bench_pointer(text, 4) == lib.bench_pointer(text, 0) and 0 or 4, 4},
    {"string", "bench_string('a string', 115)", lib.bench_string("a string", 115),
     ("a"):byte() + 115},
    {"small", "bench_small(small)", lib.bench_small(small), 7},
    {"large", "bench_large(large)", lib.bench_large(names.large), 10},
    {"variadic", "bench_variadic(3, 10, 20, 30)", lib.bench_variadic(3, 10, 20, 30), 60},
    {"read", "local _ = small.x", small.x, 3},
    {"write", "small.x = 3", small.x, 3},
}, tonumber(arg[2]), "bench_each(%d, same)")
