-- C's qsort with a comparator of ours.
--
--     lua5.4 qsort_comparator.lua

local abidex = require "abidex"

local libc = abidex.open("libc")
local integer = libc.types["int"]

-- C gives two `const void *`; what they lead to is known here.
local function backwards(left, right)
    local a, b = integer:view(left).value, integer:view(right).value
    return a < b and 1 or a > b and -1 or 0
end

-- An array counts from 0, as C does.
local numbers = libc.types["int[6]"]{3, 141, 59, 26, 5, 35}
libc.qsort(numbers, #numbers, abidex.sizeof(integer), backwards)
io.write("sorted:")
for i = 0, #numbers - 1 do
    io.write(" ", tostring(numbers[i]))
end
print()

local function undecided()
    error("these two cannot be compared", 0)
end

-- C knows no errors of Lua and sorts on, asking no more. Then the error comes out of the call.
local _, message = pcall(libc.qsort, numbers, #numbers, abidex.sizeof(integer), undecided)
print("error: " .. message)

-- What does not fit is refused before C sees it: seven numbers are more than there are.
_, message = pcall(libc.qsort, numbers, 7, abidex.sizeof(integer), backwards)
print("refused: " .. message)
