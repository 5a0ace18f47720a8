-- Loads a module that `abidex export --to luajit` wrote and answers questions about it, a line
-- each: record NAME; member RECORD NAME; const NAME; symbol NAME SYMBOL. What the module lacks has no answer.
-- Usage: luajit dump.lua MODULE QUESTIONS FILE "calls"
local ffi = require("ffi")
local module = assert(loadfile(arg[1]))()

local function say(...)
    io.write(table.concat({...}, "\t"), "\n")
end

local answers = {}

function answers.record(name)
    local is_known, size = pcall(ffi.sizeof, name)
    if is_known and size then
        say("record", name, size, ffi.alignof(name))
    end
end

function answers.member(record, name)
    local is_known, offset, bit, width = pcall(ffi.offsetof, record, name)
    if is_known and offset then
        say("member", record, name, offset * 8 + (bit or 0), width or 0)
    end
end

answers["const"] = function(name)
    local value = module.constants[name]
    local kind = type(value)
    if kind == "cdata" and tostring(value):find("^cdata") then
        local address = tostring(ffi.cast("uintptr_t", value)):gsub("[UL]", "")
        say("const", name, "int", address)
    elseif kind == "cdata" then
        say("const", name, "int", (tostring(value):gsub("[UL]", "")))
    elseif kind == "number" and value == math.floor(value) and math.abs(value) < 2 ^ 53 and
        not (value == 0 and 1 / value < 0) then
        say("const", name, "int", string.format("%d", value))
    elseif kind == "number" then
        say("const", name, "float", value ~= value and "nan" or string.format("%a", value))
    elseif kind == "string" then
        say("const", name, "string", (value:gsub(".", function(byte)
            return string.format("%02x", byte:byte())
        end)))
    elseif kind == "table" then
        say("const", name, "units", table.concat(value, " "))
    end
end

-- Whether a function is the one of that symbol, which must be in the first library.
function answers.symbol(name, symbol)
    ffi.cdef(("void abidex_is_%s(void) __asm__(%q);"):format(name, symbol))
    local is_known, is_same = pcall(function()
        return ffi.cast("void *", module.lib[name]) ==
            ffi.cast("void *", module.lib["abidex_is_" .. name])
    end)
    say("symbol", name, is_known and is_same and "the same" or "another")
end

for line in io.lines(arg[2]) do
    local words = {}
    for word in line:gmatch("[^\t]+") do
        words[#words + 1] = word
    end
    answers[words[1]](words[2], words[3])
end
for name, reason in pairs(module.left_out) do
    say("left_out", name, reason)
end

if arg[4] == "calls" then
    local lib = module.lib
    local number = ffi.new("int[1]")
    local status = ffi.new("struct stat")
    say("call", "getpid", tostring(lib.getpid() > 0 and lib.getpid() ~= lib.getppid()))
    say("call", "sscanf", lib.sscanf("x 42", "x %d", number) .. " " .. number[0])
    lib.stat(arg[3], status)
    say("call", "stat", (tostring(status.st_size):gsub("[UL]", "")))
    lib.open("/nonexistent", 0)
    say("call", "errno", ffi.errno())
    say("call", "optind", lib.optind)
    -- any pointer is good for a transparent union of them
    local address = ffi.new("struct sockaddr_un")
    address.sun_family = 1
    say("call", "bind", lib.bind(lib.socket(1, 1, 0), address, 2))
end
