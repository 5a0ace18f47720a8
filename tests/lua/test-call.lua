-- Calls: arguments, results, what comes out, and what is refused before C is called.
local abidex = require "abidex"
local check = require "check"
local libc = abidex.open "libc"

-- Names
check.equal(libc, abidex.open "libc", "the same table")
check.equal(libc.abs, libc.abs, "the same function")
check.equal(libc.functions.abs, libc.abs, "by its mapping")
check.equal(libc.constants.O_CREAT, libc.O_CREAT)
check.equal(libc.EPOLLET, 2147483648)
check.equal(libc.PATH_MAX, 4096)
check.equal(libc.MAP_FAILED, libc.constants.MAP_FAILED)
check.refused("no function, constant or variable nope", function() return libc.nope end)
check.refused("variable opne (did you mean ", function() return libc.opne end)
check.refused("calls __libc_current_sigrtmin", function() return libc.SIGRTMIN end)
check.refused("is a type", function() return libc.passwd end)
check.refused("names of a table are strings", function() return libc[1] end)
check.refused("no zero inside", function() return libc["abs\0"] end)
check.refused("is no variable", function() libc.abs = 1 end)
check.refused("is no variable", function() libc.nope = 1 end)
check.refused("nothing can be assigned", function() libc.types.x = 1 end)
check.refused("names are strings", function() return libc.types[1] end)
check.raises("no-such-table", abidex.open, "no-such-table")
check.raises("string expected", abidex.open, {})

-- Numbers
check.equal(libc.abs(-3), 3)
check.equal(libc.abs(-3.0), 3)
check.equal(libc.labs(-2^40), 2^40)
check.equal(libc.fabs(-1.5), 1.5)
check.equal(libc.fabsf(-0.5), 0.5)
check.equal(libc.ldexp(1, 10), 1024)
check.equal(libc.toupper(97), 65)
check.equal(tostring(libc.strtoull("18446744073709551615", nil, 10)), "18446744073709551615")
check.equal(tostring(libc.strtoll("-9223372036854775808", nil, 10)), "-9223372036854775808")
check.equal(libc.fabsl(-2.5), 2.5)
check.refused("abs: argument 1 (x) takes an integer, got a string", function() libc.abs("3") end)
check.refused("takes an integer, got a floating-point", function() libc.abs(1.5) end)
check.refused("takes -2147483648 to 2147483647", function() libc.abs(2^31) end)
check.refused("takes no boolean", function() libc.abs(true) end)
check.refused("takes no table", function() libc.abs({}) end)
check.refused("takes no function", function() libc.abs(print) end)
check.refused("takes no thread", function() libc.abs(coroutine.create(function() end)) end)
check.refused("takes no userdata", function() libc.abs(io.stdout) end)
check.refused("takes an integer, got nil", function() libc.abs(nil) end)
check.refused("takes an integer, got a floating-point", function() libc.abs(0/0) end)
check.refused("takes an integer, got a floating-point", function() libc.abs(1/0) end)
check.refused("abs takes 1 argument, got 0", function() libc.abs() end)
check.refused("abs takes 1 argument, got 2", function() libc.abs(1, 2) end)
check.refused("takes a floating-point number, got a string", function() libc.fabs("1") end)
check.refused("range of f32", function() libc.fabsf(1e300) end)

-- Integers that Lua's numbers don't hold
local most = libc.ULONG_MAX
check.equal(tostring(most), "18446744073709551615")
check.equal(most, libc.strtoul("18446744073709551615", nil, 10))
check.equal(most ~= libc.strtoull("18446744073709551614", nil, 10), true)
check.equal(abidex.integer("18446744073709551615"), most)
check.equal(abidex.integer("0x10"), 16)
check.equal(abidex.integer("-5"), -5)
check.raises("is no integer", abidex.integer, "five")
check.raises("more than 64 bits", abidex.integer, "18446744073709551616")
check.raises("as a string expected", abidex.integer, 5)
local text = libc.types.char:array(32)
libc.snprintf(text, 32, "%lu", most)
check.equal(abidex.string(text), "18446744073709551615")
check.refused("takes 0 to 18446744073709551615, got -1", function() libc.malloc(-1) end)

-- Strings
check.equal(libc.strlen("four"), 4)
check.equal(libc.strlen(""), 0)
check.equal(libc.getenv("abidex has no such name"), nil)
check.equal(libc.strerror(libc.ENOENT), "No such file or directory")
check.refused("without a zero inside", function() libc.strlen("a\0b") end)
check.refused("may not be NULL", function() libc.strlen(nil) end)
check.refused("may be written to", function() libc.strcpy("to", "from") end)
check.refused("takes a pointer, got an integer", function() libc.strlen(0) end)
check.equal(libc.memcmp("a\0b", "a\0c", 2), 0)
check.refused("bytes", function() libc.memcmp("a", "ab", 3) end)

-- Functions are no methods of their table
check.refused("takes no abidex.Table", function() libc:abs() end)

-- What comes out
local result, st = libc.stat("/dev/null", abidex.out)
check.equal(result, 0)
check.equal(st.st_rdev, libc.gnu_dev_makedev(1, 3))
local number, rest = libc.strtol("123abc", abidex.out, 10)
check.equal(number, 123)
check.equal(rest, "abc")
local _, ends = libc.pipe(abidex.out(2))
check.equal(#ends, 2)
check.equal(libc.write(ends[1], "some\0bytes", 10), 10)
local n, buffer = libc.read(ends[0], abidex.out(64), 64)
check.equal(n, 10)
check.equal(#buffer, 64)
check.equal(abidex.bytes(buffer, n), "some\0bytes")
check.equal(abidex.string(buffer), "some")
libc.close(ends[0])
libc.close(ends[1])
check.refused("needs a number of bytes", function() libc.read(0, abidex.out, 1) end)
check.refused("nothing comes out", function() libc.strlen(abidex.out) end)
check.refused("no pointer", function() libc.abs(abidex.out) end)
if libc.types.__SOCKADDR_ARG.kind == "union" then
    check.refused("make the object", function() libc.accept(0, abidex.out, abidex.out) end)
end
check.refused("whose size nobody knows", function() libc.closedir(abidex.out) end)
check.refused("at least 1", function() abidex.out(0) end)
check.refused("at least 1", function() abidex.out("x") end)
check.refused("bytes", function() libc.read(0, abidex.out(4), 5) end)
check.equal(tostring(abidex.out), "abidex.out")

-- Variable arguments
libc.snprintf(text, 32, "%d %s %g", 5, "x", 1.5)
check.equal(abidex.string(text), "5 x 1.5")
check.refused("at least 3 arguments", function() libc.snprintf(text, 32) end)
check.refused("takes no table", function() libc.snprintf(text, 32, "%p", {}) end)

-- Records by value, results of all kinds
check.equal(libc.div(17, 5).quot, 3)
check.equal(libc.div(17, 5).rem, 2)
check.equal(libc.inet_ntoa({s_addr = 0x0100007f}), "127.0.0.1")
check.equal(libc.free(nil), nil)
check.equal(select("#", libc.free(nil)), 0)
local copy = libc.strdup("mine to free")
check.equal(abidex.string(copy), "mine to free")
check.equal(select("#", libc.free(copy)), 0)
check.equal(abidex.string(libc.types.char:array(64)), "")
check.equal(libc.strftime(text, 32, "%Y", {tm_year = 70, tm_mday = 1}), 4)
check.equal(abidex.string(text), "1970")
check.refused("struct tm has no member year", function() libc.asctime({year = 70}) end)
check.refused("may be written to", function() libc.mktime({tm_year = 70}) end)

-- Failures
local ok, err = pcall(function() return libc.open("/nonexistent", libc.O_RDONLY) end)
check.equal(ok, false)
check.equal(err.name, "ENOENT")
check.equal(err.code, libc.ENOENT)
check.equal(err.fn, "open")
check.equal(err.space, "errno")
check.equal(err.is_documented, true)
check.equal(err.message:sub(1, 24), "open failed: ENOENT (2):")
check.equal(err.message, "open failed: ENOENT (2): " .. err.text)
check.equal(tostring(err), err.where .. err.message)
check.equal(err.where:match(":(%d+): $") ~= nil, true)
local nothing, message, code = abidex.try(libc.open, "/nonexistent", libc.O_RDONLY)
check.equal(nothing, nil)
check.equal(message, err.message)
check.equal(code, libc.ENOENT)
check.equal(select("#", abidex.try(libc.abs, -1)), 1)
check.equal(abidex.try(libc.abs, -1), 1)
check.raises("takes an integer", abidex.try, libc.abs, "x")
check.raises("mine", abidex.try, error, "mine")
check.raises("value expected", abidex.try)
err = select(2, pcall(libc.pthread_mutex_unlock, libc.types.pthread_mutex_t {
    __data = {__kind = libc.PTHREAD_MUTEX_ERRORCHECK},
}))
check.equal(err.name, "EPERM")

-- What a function says of itself
check.equal(libc.abs.name, "abs")
check.equal(libc.sscanf.symbol, "__isoc99_sscanf")
check.equal(libc.abs.library, "libc.so.6")
check.equal(type(libc.open.contract.codes.ENOENT), "string")
check.equal(libc.open.contract.when, "-1")
check.equal(libc.open.contract.where, "errno")
check.equal(libc.read.contract.blocks, true)
check.equal(tostring(libc.abs):find("abs", 1, true) ~= nil, true)
check.equal(libc.abs.doc, tostring(libc.abs))
check.refused("no field", function() return libc.abs.nope end)
check.refused("no field", function() return libc.abs[1] end)
check.equal(getmetatable(libc), "abidex.Table")
check.equal(getmetatable(libc.abs), "abidex.Function")

-- Lists
local seen = {}
for name, value in libc.constants() do
    seen[name] = value
end
check.equal(seen.O_CREAT, libc.O_CREAT)
for name in libc.types() do
    seen[name] = true
end
check.equal(seen["struct stat"], true)
check.equal(seen.size_t, true)
for name, value in libc.variables() do
    seen[name] = value
end
check.equal(seen.environ, libc.variables.environ)
if check.has_integers then
    local all = 0
    for name, value in pairs(libc) do
        all = all + 1
        seen[name] = value
    end
    check.equal(all > 10000, true)
    check.equal(seen.abs, libc.abs)
    seen = {}
    for name in pairs(libc.functions) do
        seen[name] = true
    end
    check.equal(seen.abs, true)
    check.equal(seen.O_CREAT, nil)
end

-- Objects of another kind where the methods of one are called
for _, object in ipairs {libc.abs, libc, libc.types, libc.types.int, st, abidex.out, most} do
    local meta = debug.getmetatable(object)
    for _, event in ipairs {"__index", "__newindex", "__call", "__gc", "__len", "__pairs", "__eq"} do
        local f = meta[event]
        if type(f) == "function" then
            pcall(f)
            pcall(f, io.stdout, "name", 1)
            pcall(f, 5, 5, 5)
            pcall(f, "text", "text", "text")
        end
    end
end

-- Characters that come out are text where they are the caller's, else a Pointer, which can be freed
check.equal(select(2, libc.strtol("12", abidex.out, 10)), "")
check.equal(select(2, libc.strtol(libc.types.char:array "7k", abidex.out, 10)), "k")
local size, made = libc.asprintf(abidex.out, "%d-%s", 5, "x")
check.equal(size, 3)
check.equal(type(made), "userdata")
check.equal(abidex.string(made), "5-x")
libc.free(made)
-- The table tells how many a pipe has.
local _, ends = libc.pipe(abidex.out)
check.equal(#ends, 2)
check.equal(libc.close(ends[0]) + libc.close(ends[1]), 0)
local _, aligned = libc.posix_memalign(abidex.out, 16, 8)
check.equal(aligned ~= nil, true)
libc.free(aligned)

-- What is no number is named as what it is
check.raises("abs: argument 1 (x) takes an integer, got nil", libc.abs, nil)
check.raises("takes an integer, got a function", libc.abs, libc.abs)
check.raises("takes a number, got nil", libc.floor, nil)
check.refused("tv_sec takes an integer, got nil", function() libc.types["struct timeval"]().tv_sec = nil end)
check.raises("the result of a callback takes an integer, got nil", function()
    libc.qsort(libc.types.int:array {2, 1}, 2, 4, function() end)
end)
check.raises("no zero inside", abidex.open, "a\0b")
