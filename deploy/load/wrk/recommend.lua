-- Every request comes without a cookie, so each is a new reader.
local path = "/api/articles/" .. os.getenv("ARTICLE") .. "/recommendation"
request = function() return wrk.format("PUT", path) end
