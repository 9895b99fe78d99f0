-- Reads the pages listed in the file PAGES, one after the other, so that a small cache never has the next one.
local pages = {}
for line in io.lines(os.getenv("PAGES")) do pages[#pages + 1] = line end
local next = 0
init = function(args) math.randomseed(os.time()) next = math.random(#pages) end
request = function()
  next = next % #pages + 1
  return wrk.format("GET", pages[next])
end
