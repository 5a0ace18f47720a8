-- Times the statements of a peer that is called from Lua: a loop with nothing but the
-- statement in it. Prints a line for each row, its name, a tab and the seconds of one turn of
-- the loop, the fastest of all rounds; the row "loop" is the loop with nothing in it.
local SECONDS = 0.001 -- about, for one loop
local N_BACK = 1000   -- calls of a callback in one call of bench_each

local rounds = {}

-- A function with the loop, in which the statement knows `names`, each as a local.
local function make_loop(statement, names)
    local known, values = {}, {}
    for name, value in pairs(names) do
        known[#known + 1] = name
        values[#values + 1] = value
    end
    local source = ("local %s = ...\nreturn function(n) for _ = 1, n do %s end end"):format(
        table.concat(known, ", "), statement)
    return assert((loadstring or load)(source))((table.unpack or unpack)(values))
end

local function fastest(loop, n_rounds)
    local function time(n)
        local start = os.clock()
        loop(n)
        return os.clock() - start
    end
    local n = 64
    while time(n) < SECONDS do
        n = n * 2
    end
    local best = math.huge
    for _ = 1, n_rounds do
        best = math.min(best, time(n))
    end
    return best / n
end

local function say(row, seconds)
    print(("%s\t%.12f"):format(row, seconds))
end

-- rows: name, statement, what it gave, what it should have given. `each` is called as a
-- statement of its own, with `same`, which is called back; `prepare` is given the loop.
function rounds.measure(names, rows, n_rounds, each, prepare)
    say("loop", fastest(function(n) for _ = 1, n do end end, n_rounds))
    for _, row in ipairs(rows) do
        assert(tonumber(row[3]) == row[4], row[1])
        say(row[1], fastest(make_loop(row[2], names), n_rounds))
    end
    local call_back = make_loop(each:format(N_BACK), names)
    if prepare then
        prepare(call_back)
    end
    say("callback", fastest(call_back, n_rounds) / N_BACK)
end

-- What bench_each answers whose callback gives back what it gets.
function rounds.check_each(each, same)
    assert(tonumber(each(N_BACK, same)) == N_BACK * (N_BACK - 1) / 2, "callback")
end

return rounds
