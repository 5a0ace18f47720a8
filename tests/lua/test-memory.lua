-- Memory: members, elements, views, what is kept alive, and bounds.
local abidex = require "abidex"
local check = require "check"
local libc = abidex.open "libc"
local types = libc.types

local function collect()
    collectgarbage()
    collectgarbage()
end

-- Types
local Stat = types["struct stat"]
check.equal(Stat, types["struct stat"])
check.equal(tostring(Stat), "struct stat")
check.equal(Stat.name, "stat")
check.equal(Stat.kind, "struct")
check.equal(Stat.size, 144)
check.equal(Stat.align, 8)
check.equal(Stat.length, nil)
check.equal(Stat.target, nil)
check.equal(types.size_t.kind, "typedef")
check.equal(types["char *"].target, types.char)
check.equal(types["const char *"].kind, "pointer")
check.equal(types["int[4]"].length, 4)
check.equal(types["[4]i32"].target, types["int"])
local found
for _, member in ipairs(types["struct timespec"].members) do
    if member.name == "tv_nsec" then
        found = member
    end
end
check.equal(found.offset, 8)
check.equal(found.size, 8)
check.equal(found.type, types.__syscall_slong_t)
for _, member in ipairs(types["struct iphdr"].members) do
    if member.name == "ihl" then
        check.equal(member.bit_width, 4)
    end
end
check.refused("no field 'nope'", function() return Stat.nope end)
check.refused("has no type struct nope", function() return types["struct nope"] end)
check.refused("", function() return types["struct *("] end)

-- Scalars
local number = types.int(5)
check.equal(number.value, 5)
check.equal(number[0], 5)
number.value = -7
check.equal(number.value, -7)
number[0] = 8
check.equal(number.value, 8)
check.refused("takes -2147483648 to 2147483647", function() number.value = 2^31 end)
check.refused("takes an integer, got a string", function() number.value = "5" end)
check.refused("takes an integer, got a floating-point", function() number.value = 1.5 end)
check.equal(number.value, 8)
check.refused("none of 1 elements", function() return number[1] end)
check.refused("no member", function() return number.nope end)
check.refused("no length", function() return #number end)
check.refused("a member's name or an index", function() return number[{}] end)
check.refused("a member's name or an index", function() number[true] = 1 end)
check.equal(types.double(1.5).value, 1.5)
check.equal(types.float(0.5).value, 0.5)
check.equal(types.float(3).value, 3)
check.equal(types["long double"](2.5).value, 2.5)
check.equal(types._Bool(true).value, true)
check.equal(types._Bool(0).value, false)
check.refused("takes no boolean", function() types.int(true) end)
for name, least, most in ("i8 -128 127 i16 -32768 32767 i32 -2147483648 2147483647 " ..
                          "u8 0 255 u16 0 65535 u32 0 4294967295 "):gmatch "(%S+) (%S+) (%S+) " do
    least, most = tonumber(least), tonumber(most)
    local object = types[name]()
    object.value = least
    check.equal(object.value, least, name)
    object.value = most
    check.equal(object.value, most, name)
    check.refused("takes", function() object.value = least - 1 end)
    check.refused("takes", function() object.value = most + 1 end)
    check.equal(object.value, most, name)
end
check.equal(tostring(types.u64(libc.ULONG_MAX).value), "18446744073709551615")
check.equal(tostring(types.i64(libc.LONG_MIN).value), "-9223372036854775808")

-- Records
local st = Stat()
check.equal(st.st_size, 0)
st.st_size = 77
check.equal(st.st_size, 77)
check.equal(st["st_size"], 77)
st.st_mtime = 5 -- a macro in the header
check.equal(st.st_mtim.tv_sec, 5)
check.equal(st["st_mtim.tv_sec"], 5)
st["st_mtim.tv_nsec"] = 6
check.equal(st.st_mtim.tv_nsec, 6)
st.st_mtim = {tv_sec = 8, tv_nsec = 9}
check.equal(st.st_mtim.tv_sec, 8)
check.equal(st.st_mtim, st.st_mtim)
check.refused("struct stat has no member nope", function() return st.nope end)
check.refused("struct stat has no member nope", function() st.nope = 1 end)
check.refused("no length", function() return #st end)
check.refused("takes an integer, got nil", function() st.st_size = nil end)
check.refused("takes memory", function() st.st_mtim = 5 end)
check.refused("members are given by name", function() st.st_mtim = {1, 2} end)
check.refused("has no member x", function() st.st_mtim = {x = 1} end)
local time = types["struct timespec"] {tv_sec = 1, tv_nsec = 2}
st.st_mtim = time
check.equal(st.st_mtim.tv_sec, 1)
check.equal(types["struct timespec"](time).tv_nsec, 2)
check.equal(types["struct timespec"](time) == time, false)
check.refused("one initial value", function() Stat({}, 1) end)
check.refused("takes memory of type", function() Stat(time) end)

-- Bit-fields
local header = types["struct iphdr"] {ihl = 5, version = 4}
check.equal(header.ihl, 5)
check.equal(header.version, 4)
header.ihl = 15
check.equal(header.version, 4)
check.refused("takes 0 to 15", function() header.ihl = 16 end)

-- Unions and anonymous members
local event = types["struct epoll_event"] {events = libc.EPOLLIN, data = {fd = 7}}
check.equal(event.data.fd, 7)
check.equal(event["data.u32"], 7)
local info = types.siginfo_t()
info.si_pid = 44
check.equal(info.si_pid, 44)

-- Arrays and several objects
local ints = types.int:array {10, 20, 30}
check.equal(#ints, 3)
check.equal(ints[0] + ints[2], 40)
ints[1] = 21
check.equal(ints[1], 21)
check.equal(ints["[1]"], 21)
check.equal(ints[1.0], 21)
ints["[2]"] = 31
check.equal(ints[2], 31)
check.refused("[3] is none of 3 elements", function() return ints[3] end)
check.refused("[-1] is none of 3 elements", function() return ints[-1] end)
check.refused("[3] is none of 3 elements", function() ints[3] = 1 end)
check.refused("an index is an integer", function() return ints[0.5] end)
check.refused("an index is an integer", function() return ints[0/0] end)
check.refused("not the path", function() return ints["[x]"] end)
check.refused("not the path", function() return ints["["] end)
check.refused("[9] is none of", function() return ints["[9]"] end)
check.refused("no member", function() return ints["[1].x"] end)
check.refused("takes -2147483648", function() ints[0] = 2^40 end)
check.refused("[4] is none of 4", function() types["int[4]"] {1, 2, 3, 4, 5} end)
check.refused("at least 1", function() types.int:array(0) end)
check.refused("at least 1", function() types.int:array(-1) end)
check.refused("take a table of values", function() types.int:array "x" end)
check.refused("no object at all", function() types.int:array {} end)
check.refused("more than memory holds", function() Stat:array(2^60) end)
check.raises("not enough memory", function() types.char:array(2^46) end)
local polled = types["struct pollfd"]:array {{fd = 1}, {fd = 2, events = 4}}
check.equal(polled[1].fd, 2)
check.equal(polled["[1].events"], 4)
polled["[0].fd"] = 9
check.equal(polled[0].fd, 9)
polled[0] = {fd = 10}
check.equal(polled[0].fd, 10)
polled[0] = polled[1]
check.equal(polled[0].fd, 2)
check.refused("[index] selects one", function() return polled.fd end)
check.refused("[index] selects one", function() polled.fd = 1 end)
check.refused("takes memory", function() polled[0] = 1 end)
local grid = types["[3][4]i32"]()
grid[2][3] = 5
check.equal(grid["[2][3]"], 5)
check.equal(#grid, 3)
check.equal(#grid[0], 4)
check.refused("[4] is none of 4", function() return grid[0][4] end)
local words = types["[2][8]char"] {"pear", "apple"}
check.equal(abidex.string(words[1]), "apple")
words[0] = "fig"
check.equal(abidex.string(words[0]), "fig")
check.refused("room for 7 characters and a zero, got 8", function() words[0] = "an apple" end)

-- Text
local name = types["struct utsname"]()
libc.uname(name)
check.equal(abidex.string(name.sysname), "Linux")
check.equal(#name.sysname, 65)
name.sysname = "other"
check.equal(abidex.string(name.sysname), "other")
check.refused("no end within 3", function() abidex.string(name.sysname, 3) end)
check.equal(abidex.bytes(name.sysname, 6), "other\0")
check.equal(abidex.string("text"), "text")
local text = types.char:array(4, "abc")
check.equal(abidex.string(text), "abc")
check.equal(abidex.bytes(text), "abc\0")
check.equal(#types.char:array "four", 5)
check.refused("room for 3 characters", function() types.char:array(4, "abcd") end)
check.refused("memory or a pointer expected", function() abidex.string(5) end)
check.refused("memory or a pointer expected", function() abidex.string(nil) end)
check.refused("memory or a pointer expected", function() abidex.bytes("x") end)
check.refused("fewer than 5", function() abidex.bytes(text, 5) end)
check.refused("a number of bytes", function() abidex.bytes(text, -1) end)
check.refused("number of bytes is needed", function() abidex.bytes(libc.MAP_FAILED) end)
local wide = types.wchar_t:array {0x41, 0xe4, 0x20ac, 0}
check.equal(abidex.string(wide), "A\195\164\226\130\172")

-- Pointers
local pointer = libc.calloc(4, 4)
check.equal(getmetatable(pointer), "abidex.Pointer")
check.equal(tostring(pointer):match "^void %*: 0x" ~= nil, true)
local view = types.int:view(pointer, 4)
view[3] = 33
check.equal(types.int:view(pointer, 4)[3], 33)
check.equal(view, types.int:view(pointer, 4))
check.equal(abidex.address(view), abidex.address(pointer))
check.equal(types.int:view(abidex.address(pointer)).value, view[0])
check.equal(pointer:cast(types["char *"]) == pointer, true)
check.equal(tostring(pointer:cast(types["char *"])):match "^char %*", "char *")
check.refused("abidex.Type expected, got number", function() pointer:cast(1) end)
check.refused("has no members", function() return pointer.x end)
check.refused("none of 4 elements", function() return view[4] end)
check.refused("nothing to view at NULL", function() types.int:view(0) end)
check.refused("what has an address expected", function() types.int:view(nil) end)
check.refused("what has an address expected", function() types.int:view("text") end)
check.refused("no objects of type", function() types.void:view(pointer) end)
check.refused("too few for 5 objects of 4", function() types.int:view(types.int:array(4), 5) end)
libc.free(pointer)
local passwd = libc.getpwuid(0)
check.equal(passwd.pw_name, "root")
check.equal(passwd.pw_uid, 0)
local environment = libc.environ
check.equal(type(environment.value), "string")
check.equal(libc.variables.environ.value, environment)

-- What was freed is refused
local copy = libc.strdup "text"
check.equal(abidex.string(copy), "text")
check.equal(copy:cast(types.char).value, 116)
check.equal(abidex.string(copy:cast(types["char[5]"])), "text")
check.equal(abidex.string(copy:cast(types["const char *"])), "text")
libc.free(copy)
check.refused("freed", function() abidex.string(copy) end)
check.refused("freed", function() abidex.bytes(copy, 1) end)
check.refused("freed", function() abidex.address(copy) end)
check.refused("freed", function() types.char:view(copy) end)
check.refused("freed", function() copy:cast(types["void *"]) end)
check.refused("takes no pointer to what was freed", function() libc.free(copy) end)
check.refused("takes no pointer to what was freed", function() types["void *"](copy) end)
check.equal(copy, copy)
check.equal(tostring(copy):match "^char", "char")
local block = libc.malloc(10)
local larger = libc.realloc(block, 20)
check.refused("freed", function() libc.free(block) end)
check.raises("ENOMEM", function() libc.realloc(larger, 2^46) end)
libc.free(larger)
local file = libc.fopen("/dev/null", "r")
check.equal(libc.fclose(file), 0)
check.refused("freed", function() libc.fclose(file) end)
check.refused("freed", function() return file._fileno end)
local gone = types.int(1)
debug.getmetatable(gone).__gc(gone)
check.refused("closed", function() return gone.value end)
check.refused("closed", function() gone.value = 1 end)
check.refused("closed", function() libc.free(gone) end)
check.refused("closed", function() abidex.sizeof(gone) end)
check.equal(tostring(gone), "abidex.Memory: closed")
local whole = Stat()
local part = whole.st_mtim
local cast = types.i64:view(whole, 18)
debug.getmetatable(whole).__gc(whole)
check.refused("closed", function() return part.tv_sec end)
check.refused("closed", function() return cast[0] end)
check.refused("closed", function() libc.time(cast) end)

-- What a view needs is kept
part = Stat({st_mtime = 55}).st_mtim
cast = types.i64:view(types.int:array {7, 0}, 1)
collect()
check.equal(part.tv_sec, 55)
check.equal(cast[0], 7)
part = types["struct pollfd"]:array({{fd = 1}, {fd = 6}})[1]
collect()
check.equal(part.fd, 6)

-- What a pointer in memory leads to is kept
local group = types["struct group"] {gr_name = "kept alive", gr_gid = 5}
local vector = types["struct iovec"]:array {{iov_len = 5}, {iov_len = 6}}
vector[0].iov_base = "first"
vector[1].iov_base = types.char:array "second"
local list = types["const char *"]:array {"one", "two", "three"}
local inner = types["struct msghdr"]()
inner.msg_iov = vector
vector = nil
for _ = 1, 100 do
    libc.strlen(("x"):rep(1000))
    types.char:array(11, "overwrites")
end
collect()
check.equal(group.gr_name, "kept alive")
check.equal(list[0] .. list[1] .. list[2], "onetwothree")
check.equal(abidex.string(types.char:view(inner.msg_iov.iov_base, 5)), "first")
list[0] = nil
check.equal(list[0], nil)
group.gr_name = libc.strdup("freed by hand")
check.equal(group.gr_name, "freed by hand")
libc.free(types["void *"]:view(group).value)
group.gr_name = nil
check.refused("takes a pointer, got an integer", function() group.gr_name = 5 end)
check.refused("takes a pointer to", function() inner.msg_iov = st end)

-- Views of const memory, and the table's constants
check.refused("const", function() types["const int"]:view(ints)[0] = 1 end)
check.equal(ints[0], 10)

-- Lists
if check.has_integers then
    local seen = {}
    for member, value in pairs(types["struct timespec"] {tv_sec = 3, tv_nsec = 4}) do
        seen[#seen + 1] = member .. "=" .. value
    end
    check.equal(table.concat(seen, " "), "tv_sec=3 tv_nsec=4")
    seen = {}
    for index, value in pairs(types.int:array {5, 6}) do
        seen[#seen + 1] = index .. "=" .. value
    end
    check.equal(table.concat(seen, " "), "0=5 1=6")
end

-- Questions
check.equal(abidex.sizeof(Stat), 144)
check.equal(abidex.sizeof(st), 144)
check.equal(abidex.sizeof(polled), 16)
check.equal(abidex.typeof(st), Stat)
check.equal(abidex.typeof(polled), types["struct pollfd"])
check.equal(abidex.typeof(libc.abs), libc.abs.type)
check.equal(abidex.typeof(libc.MAP_FAILED), types["void *"])
check.refused("what has a type", function() abidex.typeof(5) end)
check.refused("what has a type", function() abidex.sizeof("x") end)
check.refused("what has an address", function() abidex.address({}) end)

-- Memory that Lua does not know of is collected all the same
for _ = 1, 700 do
    types.char:array(1000000)
end
local status = io.open("/proc/self/status"):read "*a"
local resident = tonumber(status:match "VmRSS:%s*(%d+)") or 0
if os.getenv "ASAN_OPTIONS" then
    print "AddressSanitizer holds what was freed: the memory in use is not looked at"
else
    check.equal(resident < 500000, true, "resident")
end

-- To be closed
if _VERSION >= "Lua 5.4" then
    local closed = load [[
        local make = ...
        local outer
        do
            local memory <close> = make()
            outer = memory
        end
        return outer
    ]](function() return types.int(5) end)
    check.refused("closed", function() return closed.value end)
end

-- As text memory shows what is in it, and follows no pointer
local function shows(object, wanted)
    check.equal(tostring(object), wanted)
end
shows(types["struct itimerval"] {it_value = {tv_sec = 5}},
      "struct itimerval {it_interval = {tv_sec = 0, tv_usec = 0}, it_value = {tv_sec = 5, tv_usec = 0}}")
shows(types.int(5), "int {5}")
shows(types.int:array {3, 1}, "int[2] {3, 1}")
shows(types.int:array(20), "int[20] {" .. ("0, "):rep(16) .. "...}")
shows(types["char *"](), "char * {nil}")
shows(types.char:array 'a"\n', 'char[4] "a\\"\\010"')
shows(types["struct iovec"]:array {{iov_len = 1}, {}},
      "struct iovec[2] {{iov_base = nil, iov_len = 1}, {iov_base = nil, iov_len = 0}}")
check.equal(tostring(types["struct iovec"] {iov_base = "x"}):match "{iov_base = 0x%x+, iov_len = 0}" ~= nil, true)
check.equal(tostring(types.u64(libc.ULONG_MAX)), tostring(types.u64) .. " {18446744073709551615}")
for name in libc.types() do
    local made, object = pcall(function() return libc.types[name]() end)
    if made then
        check.equal(#tostring(object) > 0, true)
    end
end

-- An array of one
shows(types.int:array {5}, "int {5}")
shows(types["struct iovec"]:array {{iov_len = 1}}, "struct iovec {iov_base = nil, iov_len = 1}")
shows(types["int[2]"]:array {{1, 2}}, "int[2] {1, 2}")
