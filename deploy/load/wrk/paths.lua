-- Asks for the paths in the file PATHS, in no order, with the method METHOD.
local paths = {}
for line in io.lines(os.getenv("PATHS")) do paths[#paths + 1] = line end
local method = os.getenv("METHOD") or "GET"
local threads = 0
setup = function(thread) threads = threads + 1 thread:set("number", threads) end
init = function(args) math.randomseed(os.time() + number * 7919) end
request = function() return wrk.format(method, paths[math.random(#paths)]) end
