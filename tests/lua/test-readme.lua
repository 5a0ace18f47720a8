-- README.md's chapter on Lua: its program prints what stands behind it, and each line that is
-- typed there (>) answers what stands below.
local path = arg[1]
local file = assert(io.open(path))
local chapter = file:read "*a"
file:close()
chapter = assert(chapter:match "\n## In Lua\n(.-)\n## ", "README.md has no chapter on Lua")

-- Runs a function while print goes to a table of lines.
local function capture(f)
    local lines = {}
    local usual = print
    print = function(...)
        local words = {}
        for i = 1, select("#", ...) do
            words[i] = tostring((select(i, ...)))
        end
        lines[#lines + 1] = table.concat(words, "\t")
    end
    local results = {pcall(f)}
    print = usual
    return lines, results
end

local function compare(what, got, wanted)
    if got ~= wanted then
        error(("%s\nanswers:\n%s\nREADME.md has:\n%s"):format(what, got, wanted), 0)
    end
end

-- The program
local program, output = chapter:match "```lua\n(.-)```\nprints\n```\n(.-)\n```"
local lines, results = capture(assert((loadstring or load)(program, "=readme.lua")))
assert(results[1], results[2])
compare(program, table.concat(lines, "\n"), output)

-- What is typed: expressions print their values, and errors their message. The values are packed
-- where they are made: after a tail call LuaJIT would not know the line.
function pack(...)
    return {n = select("#", ...), ...}
end

local function describe(values)
    local words = {}
    for i = 1, values.n do
        words[i] = tostring(values[i])
    end
    return table.concat(words, "\t")
end

local function type_in(line)
    local load = loadstring or load
    local f = load("local values = pack(" .. line .. ") return values", "=stdin")
    local printed, answer = capture(f or assert(load(line, "=stdin")))
    if not answer[1] then
        printed[#printed + 1] = tostring(answer[2])
    elseif f and answer[2].n > 0 then
        printed[#printed + 1] = describe(answer[2])
    end
    return table.concat(printed, "\n")
end

local n_typed = 0
local function check(line, answer)
    n_typed = n_typed + 1
    compare("> " .. line, type_in(line), table.concat(answer, "\n"))
end

for session in chapter:gmatch "```\n(> .-\n)```" do
    local typed, answer
    for line in session:gmatch "([^\n]*)\n" do
        if line:sub(1, 2) == "> " then
            if typed then
                check(typed, answer)
            end
            typed, answer = line:sub(3), {}
        else
            answer[#answer + 1] = line
        end
    end
    check(typed, answer)
end
assert(n_typed >= 30, "only " .. n_typed .. " lines were found")
