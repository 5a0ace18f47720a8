-- A state that changes threads (sort), is called by two at once (inside), and is closed while C is in a
-- callback of it (leave).
local abidex = require "abidex"
local libc = abidex.open "libc"
local Int = libc.types.int

function sort()
    local numbers = Int:array {3, 1, 2}
    libc.qsort(numbers, 3, 4, function(left, right) return left:cast(Int).value - right:cast(Int).value end)
    assert(numbers[0] == 1 and numbers[1] == 2 and numbers[2] == 3)
end

function inside()
    local numbers = Int:array {2, 1}
    local answer
    libc.qsort(numbers, 2, 4, function()
        local usual = sort
        function sort()
            local ok, err = pcall(usual)
            assert(not ok and err:find("another thread is in a call", 1, true), err)
        end
        answer = move()
        sort = usual
        return 0
    end)
    assert(answer == true)
    sort()
end

answer = libc.types["i32(i32)"](function() return 42 end)
address = abidex.address(answer)

function leave()
    abidex.handle_signal(libc, libc.SIGUSR1, error)
    libc.qsort(Int:array {2, 1}, 2, 4, function() close() end)
end
