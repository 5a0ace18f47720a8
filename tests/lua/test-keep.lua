-- How long things live: what pointers in memory lead to, views, callbacks that go away while they run.
local abidex = require "abidex"
local check = require "check"
local libc = abidex.open "libc"
local types = libc.types
local Passwd = types["struct passwd"]

-- Collects, and overwrites what was freed.
local function collect()
    collectgarbage()
    collectgarbage()
    local junk = {}
    for i = 1, 200 do
        junk[i] = Passwd {pw_name = ("J"):rep(46), pw_dir = ("K"):rep(20)}
    end
    return junk
end

local function long(letter)
    return letter .. ("-"):rep(45)
end

local function make()
    return Passwd {pw_name = long "n", pw_dir = long "d"}
end

-- A copy keeps what the original keeps, for each of its pointers
local people = Passwd:array(2)
people[0] = make()
people[0].pw_name = "x"
collect()
check.equal(people[0].pw_name, "x")
check.equal(people[0].pw_dir, long "d")
local copy = Passwd(make())
copy.pw_name = nil
collect()
check.equal(copy.pw_dir, long "d")

-- Whatever becomes of the original
local original = make()
copy = Passwd(original)
original.pw_dir = nil
original.pw_name = "other"
collect()
check.equal(copy.pw_name, long "n")
check.equal(copy.pw_dir, long "d")

-- Within one memory, from a table, and by views of parts
people[1] = people[0]
people[0] = {pw_name = long "t"}
people[0] = Passwd()
collect()
check.equal(people[1].pw_dir, long "d")
people[1] = people[1]
collect()
check.equal(people[1].pw_dir, long "d")
Passwd:view(people, 1).pw_dir = long "v"
collect()
check.equal(people[0].pw_dir, long "v")
local vectors = types["struct iovec"]:array {{iov_base = long "b", iov_len = 46}, {}}
vectors[1] = vectors[0]
vectors[0] = {}
vectors[0].iov_base = nil
collect()
check.equal(abidex.string(types.char:view(vectors[1].iov_base, 46)), long "b")

-- From memory that is C's, and into it
local block = libc.calloc(1, abidex.sizeof(Passwd))
local foreign = Passwd:view(block)
foreign.pw_dir = long "f"
copy = Passwd(foreign)
foreign.pw_dir = nil
collect()
check.equal(copy.pw_dir, long "f")
types["struct passwd"]:array(1)[0] = foreign
foreign.pw_dir = long "g"
copy = nil
collect()
check.equal(foreign.pw_dir, long "g")
libc.free(block)

-- A pointer that was set to nothing keeps nothing
local weak = setmetatable({}, {__mode = "v"})
local cell = types["char *"]()
weak[1] = types.char:array "text"
cell.value = weak[1]
collect()
check.equal(weak[1] ~= nil, true)
cell.value = nil
collect()
check.equal(weak[1], nil)

-- Paths are the runtime's: what follows an index is an index or begins with a dot
local pairs_of = types["struct itimerval"]:array(2)
pairs_of["[1].it_value.tv_sec"] = 7
check.equal(pairs_of["[1].it_value.tv_sec"], 7)
for _, path in ipairs {"[1]it_value", "[1].", "[1]..it_value", "[1] .it_value"} do
    check.raises(path == "[1]..it_value" and "" or "is not the path", function() return pairs_of[path] end)
end

-- A view that was closed is made anew
local timer = types["struct itimerval"] {it_value = {tv_sec = 5}}
local part = timer.it_value
debug.getmetatable(part).__gc(part)
check.equal(timer.it_value.tv_sec, 5)
check.refused("closed", function() return part.tv_sec end)

-- A callback that goes away while it runs
local numbers = types.int:array {2, 1}
local compare
local Compare = types.__compar_fn_t
local function drop()
    compare = nil
    collect()
    return 0
end
for _ = 1, 50 do
    compare = Compare(drop)
    libc.qsort(numbers, 2, 4, compare)
end
compare = Compare(function()
    compare:close()
    collect()
    return 0
end)
libc.qsort(numbers, 2, 4, compare)
check.equal(tostring(compare), "abidex.Callback: closed")
local functions = types.cookie_io_functions_t()
functions.read = function()
    functions.read = nil
    collect()
    return 0
end
local file = libc.fopencookie(nil, "r", functions)
check.equal(libc.fgetc(file), -1)

-- Functions in a table that becomes a record live as long as C may call them
file = libc.fopencookie(nil, "r", {read = function() return 0 end})
collect()
check.equal(libc.fgetc(file), -1)

-- Characters that a callback may write are no string
local seen
file = libc.fopencookie(nil, "r", {
    read = function(_, buffer, size)
        seen = {type(buffer), size}
        types.char:view(buffer, 5)[0] = 72
        libc.memcpy(buffer, "hello", 5)
        return 5
    end,
})
local line = libc.fgets(types.char:array(6), 6, file)
check.equal(abidex.string(line, 5), "hello")
check.equal(seen[1], "userdata")
check.equal(seen[2] > 5, true)

-- What is read out of a pointer holds what is kept for that
local Vector = types["struct iovec"]
local function text_at(pointer)
    collect()
    return abidex.string(types.char:view(pointer, 46))
end
local header = types["struct msghdr"] {msg_iov = Vector {iov_base = long "h"}}
local first = header.msg_iov
header = nil
check.equal(text_at(first.iov_base), long "h")
local vector = Vector {iov_base = long "p"}
local pointer = vector.iov_base
vector = Vector {iov_base = pointer}
pointer = nil
check.equal(text_at(vector.iov_base), long "p")
pointer = vector.iov_base
vector.iov_base = nil
check.equal(text_at(pointer), long "p")

-- So do views of it, other pointers to it, elements, and copies of such a part
local cast = pointer:cast(types["char *"])
local view = types.char:view(pointer, 46)
pointer = nil
check.equal(text_at(cast), long "p")
cast = nil
collect()
check.equal(abidex.string(view), long "p")
local cells = types["void *"]:array {types.char:array(long "e"), types.int()}
pointer = cells[0]
cells[0] = nil
check.equal(text_at(pointer), long "e")
cell = types["void *"](types.char:array(long "c"))
pointer = cell.value
cell = nil
check.equal(text_at(pointer), long "c")
header = types["struct msghdr"] {msg_iov = Vector()}
header.msg_iov.iov_base = long "m"
copy = Vector(header.msg_iov)
header = nil
check.equal(text_at(copy.iov_base), long "m")
functions = types.cookie_io_functions_t {read = function() return 0 end}
copy = types.cookie_io_functions_t()
copy.read = functions.read
functions = nil
collect()
check.equal(libc.fgetc(libc.fopencookie(nil, "r", copy)), -1)

-- What leads to nothing that is kept is not held by what was
cell = types["void *"](types.char:array "text")
weak[1] = cell
pointer = cell.value
cell.value = nil
cell = nil
collect()
check.equal(weak[1], nil)

-- Memory that is closed during the call that has it stays until that is over
numbers = types.int:array {1, 1, 1, 1}
libc.qsort(numbers, 4, 4, function(left, right)
    check.equal(types.int:view(left).value, 1)
    check.equal(types.int:view(right).value, 1)
    debug.getmetatable(numbers).__close(numbers)
    collect()
    return 0
end)
check.refused("closed", function() return numbers[0] end)

-- A pointer that a function returns or gives out keeps the argument that it leads into
local function find(text)
    return libc.memchr(text, ("a"):byte(), 48)
end
local before = "--"
local text = types.char:array(before .. long "a")
pointer = find(text)
text = nil
check.equal(text_at(pointer), long "a")
pointer = find(find(types.char:array(before .. long "a")))
check.equal(text_at(pointer), long "a")
pointer = libc.rawmemchr(types.char:view(types.char:array(before .. long "a"), 1), ("a"):byte())
check.equal(text_at(pointer), long "a")
pointer = find(before .. long "a")
collectgarbage()
collectgarbage()
local strings = {}
for i = 1, 2000 do
    strings[i] = ("%048d"):format(i)
end
check.equal(text_at(pointer), long "a")
local time = libc.gmtime_r(types.time_t(86400), types["struct tm"]())
collect()
check.equal(time.tm_mday, 2)
check.equal(time.tm_year, 70)
local buffer = types.char:array(4096)
local _, entry = libc.getpwnam_r("root", Passwd(), buffer, 4096, abidex.out)
collect()
check.equal(entry.pw_name, "root")

-- And no other
weak[1] = types.int(7)
pointer = libc.bsearch(weak[1], types.int:array {7}, 1, 4, function() return 0 end)
collect()
check.equal(types.int:view(pointer).value, 7)
check.equal(weak[1], nil)
