-- The users of this machine, read with getpwent.
--
-- At the end getpwent answers NULL, and NULL is its failure too: only errno, cleared before,
-- tells them apart. The table knows that: here the end is nil, and a failure an error.
--
--     lua5.4 passwd.lua

local abidex = require "abidex"

local libc = abidex.open("libc")

local users, has_root = {}, false
libc.setpwent()
local entry = libc.getpwent()
while entry do
    -- The next call writes over what entry shows: take what is needed.
    table.insert(users, {name = entry.pw_name, uid = entry.pw_uid, home = entry.pw_dir})
    has_root = has_root or (entry.pw_name == "root" and entry.pw_uid == 0)
    entry = libc.getpwent()
end
libc.endpwent()

table.sort(users, function(a, b) return a.uid < b.uid end)
for _, user in ipairs(users) do
    print(string.format("%6d %s lives in %s", user.uid, user.name, user.home))
end
print(has_root and "root is there" or "there is no root")
