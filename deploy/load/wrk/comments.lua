-- As comment.lua, below the articles of the file PATHS in no order; its lines end with the article's id.
local articles, token = {}, os.getenv("TOKEN")
for line in io.lines(os.getenv("PATHS")) do articles[#articles + 1] = line:match("article=(.*)$") end
local n = 0
request = function()
  n = n + 1
  local body = string.format('{"article":"%s","body":"Comment %d of a load test, with a *little* markup.","language":"de"}', articles[math.random(#articles)], n)
  return wrk.format("POST", "/api/comments", { ["Authorization"] = "Bearer " .. token, ["Content-Type"] = "application/json" }, body)
end
