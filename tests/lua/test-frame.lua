-- Callbacks of numbers alone, whose functions stay on the stack between two calls of theirs.
local abidex = require "abidex"
local check = require "check"

-- A table of callee.c, with the header of the C library's.
local path = os.tmpname()
os.remove(path)
path = path .. ".abx"
do
    local libc = assert(io.open(os.getenv("ABIDEX_PATH") .. "/libc.abx"))
    local header = {}
    for line in libc:lines() do
        if line == "" then
            break
        end
        header[#header + 1] = line:gsub("^library .*", "library " .. os.getenv("ABIDEX_TEST_CALLEE"))
    end
    libc:close()
    local file = assert(io.open(path, "w"))
    file:write(table.concat(header, "\n"), "\n\n",
               "fn alternate i64(i64 n, *(i64(i64)) first, *(f64(f64)) second) callback=2:call,3:call\n",
               "fn repeat void(i64 n, *(void()) function) callback=2:call\n~end\n")
    file:close()
end
local lib = abidex.open(path)
os.remove(path)
local alternate = lib.alternate

-- What it answers for functions that add.
local function sum(n, first, second)
    local total = 0
    for i = 0, n - 1 do
        total = total + i + (i % 3 == 0 and second or first)
    end
    return total
end

local function add(n)
    return function(value) return value + n end
end

-- In turns, often: the stack does not grow with it
check.equal(alternate(100000, add(1), add(2)), sum(100000, 1, 2))

-- Within one another, and the same callback in both frames
local first = lib.types["i64(i64)"](add(1))
local second = lib.types["f64(f64)"](add(2))
local depth = 0
local nested = lib.types["i64(i64)"](function(value)
    if depth < 3 then
        depth = depth + 1
        check.equal(alternate(10, first, second), sum(10, 1, 2))
        depth = depth - 1
    end
    return value + 1
end)
check.equal(alternate(30, nested, second), sum(30, 1, 2))
local inner
inner = lib.types["i64(i64)"](function(value)
    return value > 0 and alternate(value, inner, second) or 0
end)
check.equal(alternate(7, inner, second), alternate(7, inner, second))

-- An error in the middle, and after it
local n = 0
check.raises("no more", alternate, 30, function(value)
    n = n + 1
    if n == 5 then error("no more") end
    return value
end, second)
check.equal(n, 5)
check.equal(alternate(30, first, second), sum(30, 1, 2))
check.raises("the result of a callback", alternate, 3, function() return "1" end, second)
check.raises("the result of a callback", alternate, 3, function() return {} end, second)
check.raises("the result of a callback", alternate, 3, function() end, second)

-- A callback that ends while it has its place, and another that takes its memory
local many = 0
check.equal(alternate(300, function(value)
    local other = lib.types["i64(i64)"](add(value))
    many = many + alternate(2, other, second)
    other:close()
    if value % 50 == 0 then collectgarbage() end
    return value + 1
end, second), sum(300, 1, 2))
check.equal(many > 0, true)

-- In coroutines, each of which has a stack of its own
local function run(co, ...)
    local ok, value = coroutine.resume(co, ...)
    check.equal(ok, true, tostring(value))
    return value
end
local outer = lib.types["i64(i64)"](function(value)
    return run(coroutine.create(function() return alternate(4, first, second) end)) + value
end)
check.equal(alternate(2, outer, second), 2 + 1 + sum(4, 1, 2))

-- Without a result
local count = 0
lib["repeat"](1000, function() count = count + 1 end)
check.equal(count, 1000)

-- Integers that no float holds are not rounded
check.equal(alternate(1, first, function() return 2^52 end), 2^52)
if check.has_integers then
    local between = math.tointeger(2^53) + 1
    check.raises("the result of a callback", alternate, 1, first, function() return between end)
    check.equal(alternate(1, first, function() return between - 1 end), between - 1)
    check.raises("exactly", abidex.open("libc").fabs, between)
    check.equal(alternate(1, first, function() return 3 end), 3)
end

-- A module of somebody else finds its stack as it was
local call = assert(package.loadlib(os.getenv("ABIDEX_TEST_FOREIGN"), "luaopen_foreign"))()
local answer = lib.types["i32(i32)"](function() return 42 end)
local address = abidex.address(answer)
local function enter()
    local a, b, c, d, value = call(address, "a", "b", "c", "d")
    check.equal(table.concat({a, b, c, d, value}, " "), "a b c d 42")
end
enter()
local entered = lib.types["i64(i64)"](function(value)
    enter()
    call(address)
    enter()
    coroutine.wrap(enter)()
    return value + 1
end)
check.equal(alternate(30, entered, second), sum(30, 1, 2))
local deep
deep = lib.types["i64(i64)"](function(value)
    enter()
    if value > 0 then alternate(value, deep, second) end
    enter()
    return value + 1
end)
check.equal(alternate(5, deep, second), sum(5, 1, 2))
