-- Comments of a signed-in author: no sum to solve, everything else as for anybody.
local article, token = os.getenv("ARTICLE"), os.getenv("TOKEN")
local n = 0
request = function()
  n = n + 1
  local body = string.format('{"article":"%s","body":"Comment %d of a load test, with a *little* markup.","language":"de"}', article, n)
  return wrk.format("POST", "/api/comments", { ["Authorization"] = "Bearer " .. token, ["Content-Type"] = "application/json" }, body)
end
