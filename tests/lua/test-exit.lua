-- Functions that C calls while the state of Lua comes to an end, and after that, are not run any more: they
-- answer zero, on whatever thread, and nothing else happens. That is seen by how this process ends.
local abidex = require "abidex"
local libc = abidex.open "libc"

libc.on_exit(function() error "the state of Lua is gone" end, nil)

local event = libc.types["struct sigevent"] {sigev_notify = libc.SIGEV_THREAD}
event.sigev_notify_function = function() end
local timer = abidex.out(1)
_, timer = libc.timer_create(libc.CLOCK_MONOTONIC, event, timer)
libc.timer_settime(timer.value, 0, {it_value = {tv_nsec = 1000000}, it_interval = {tv_nsec = 200000}}, nil)
local stop = os.clock() + 0.1
while os.clock() < stop do
    libc.getpid()
end
