-- What the tests share: assertions that say what came instead.
local check = {}

-- Both are the same value.
function check.equal(got, wanted, what)
    if got ~= wanted then
        error(("%sgot %s, wanted %s"):format(what and what .. ": " or "", tostring(got),
                                             tostring(wanted)), 2)
    end
end

-- The function raises an error whose text has the words in it, as they are. Returns the error.
function check.raises(words, f, ...)
    local ok, err = pcall(f, ...)
    if ok then
        error("no error, wanted: " .. words, 2)
    end
    if not tostring(err):find(words, 1, true) then
        error(("got the error: %s\nwanted: %s"):format(tostring(err), words), 2)
    end
    return err
end

-- The same, and the text begins with a place in this file.
function check.refused(words, f, ...)
    local err = check.raises(words, f, ...)
    local file = debug.getinfo(2, "S").short_src
    if type(err) ~= "string" or err:sub(1, #file) ~= file then
        error("the error has no place: " .. tostring(err), 2)
    end
end

-- Whether Lua has integers of 64 bits; if not, all numbers are floats.
check.has_integers = math.type ~= nil
check.is_luajit = rawget(_G, "jit") ~= nil
check.unpack = table.unpack or unpack

return check
