-- A directory tree walked with nftw: made, listed, removed.
--
--     lua5.4 walk.lua

local abidex = require "abidex"

local libc = abidex.open("libc")

-- mkdtemp writes into what it gets, so that it takes no string.
local root = libc.mkdtemp(libc.types["char[32]"]("/tmp/abidex-walk-XXXXXX"))
libc.mkdir(root .. "/inner", 448) -- 0700
for _, name in ipairs{"/first", "/inner/second"} do
    -- Flags of different bits: their sum is what `|` gives, which LuaJIT lacks.
    libc.close(libc.open(root .. name, libc.O_WRONLY + libc.O_CREAT + libc.O_EXCL, 384))
end
libc.symlink("first", root .. "/link")

local kinds = {[libc.FTW_F] = "file", [libc.FTW_D] = "directory", [libc.FTW_SL] = "link"}
local lines = {}

-- base is where the name begins in path, level how deep that lies.
local function list_entry(path, status, kind, ftw)
    local size = kind == libc.FTW_F and ", " .. status.st_size .. " bytes" or ""
    local name = ftw.level > 0 and path:sub(ftw.base + 1) or "."
    table.insert(lines, "level " .. ftw.level .. ": " .. kinds[kind] .. size .. " " .. name)
    return 0
end

-- 8 descriptors at most; links are not followed. The order is that of the directory.
libc.nftw(root, list_entry, 8, libc.FTW_PHYS)
table.sort(lines)
print(table.concat(lines, "\n"))

-- Anything but 0 ends the walk, and is nftw's result.
local function find_link(_, _, kind)
    return kind == libc.FTW_SL and 7 or 0
end
print("stopped with " .. libc.nftw(root, find_link, 8, libc.FTW_PHYS))

-- With FTW_DEPTH a directory comes behind what it holds.
local function remove_entry(path)
    return libc.remove(path)
end
libc.nftw(root, remove_entry, 8, libc.FTW_PHYS + libc.FTW_DEPTH)
local _, failure = pcall(libc.nftw, root, list_entry, 8, libc.FTW_PHYS)
print("removed: " .. failure.name)
